import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { UnknownSiren } from '../domain/territory/territory.errors.js';
import { siren as sirenShape } from '../domain/territory/territory.shapes.js';

/** An EPCI as the public list has it. */
export interface PublicEpci {
  siren: string;
  name: string;
  /** IANA name. */
  timeZone: string;
  communes: { inseeCode: string; name: string; siren: string | null; population: number | null }[];
}

interface Row {
  code: string;
  nom: string;
  membres: { code: string; nom: string; siren?: string; populationMunicipale?: number }[];
}

const require = createRequire(import.meta.url);

/**
 * The INSEE's groupings with their communes, as Etalab publishes them; and the territories of the Métropole du Grand Paris,
 * which hold the housing duties of an EPCI there (CCH L441-1-5).
 */
const files = [
  require.resolve('@etalab/decoupage-administratif/data/epci.json'),
  require.resolve('@etalab/decoupage-administratif/data/ept.json'),
];

const rowsOf = (file: string): Row[] => JSON.parse(readFileSync(file, 'utf8'));

/** Time zones of France beyond the mainland, by the first three figures of a commune's code. */
const overseas: Partial<Record<string, string>> = {
  971: 'America/Guadeloupe',
  972: 'America/Martinique',
  973: 'America/Cayenne',
  974: 'Indian/Reunion',
  975: 'America/Miquelon',
  976: 'Indian/Mayotte',
  977: 'America/St_Barthelemy',
  978: 'America/Marigot',
  986: 'Pacific/Wallis',
  987: 'Pacific/Tahiti',
  988: 'Pacific/Noumea',
};

/** The time zone of a commune, an IANA name. */
export const timeZoneOf = (inseeCode: string): string => overseas[inseeCode.slice(0, 3)] ?? 'Europe/Paris';

/**
 * The EPCI of a SIREN, from the public list that this version brings.
 *
 * @throws InvalidSiren, UnknownSiren
 */
export const publicEpci = (siren: string): PublicEpci => {
  const refusal = sirenShape(siren);
  if (refusal) throw refusal;
  for (const file of files) {
    const found = rowsOf(file).find(({ code }) => code === siren);
    if (found)
      return {
        siren,
        name: found.nom,
        timeZone: timeZoneOf(found.membres[0]?.code ?? ''),
        communes: found.membres.map((commune) => ({
          inseeCode: commune.code,
          name: commune.nom,
          siren: commune.siren ?? null,
          population: commune.populationMunicipale ?? null,
        })),
      };
  }
  throw new UnknownSiren(siren);
};
