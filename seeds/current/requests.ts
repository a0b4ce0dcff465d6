import { addDays, addYears, daysIn } from '../../api/src/base/days.rules.js';
import type { Channel } from '../../api/src/domain/request/request.codes.js';
import { workingDay } from '../days.js';
import type { Random } from '../random.js';
import type { CommuneRow, ParsedSeeds, RequestRow } from '../rows.js';
import { livingGuichets } from './term.js';

const HOW_MANY = 3500;
const YEARS = 2;
/** The quarter online is what the study expects once the portal is known (row 9). */
const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['GUICHET', 58],
  ['ONLINE', 25],
  ['POST', 12],
  ['TELEPHONE', 5],
];
const HOUSEHOLDS: readonly (readonly [number | null, number])[] = [
  [1, 43],
  [2, 22],
  [3, 15],
  [4, 10],
  [5, 5],
  [6, 2],
  [7, 1],
  [null, 2],
];
const RENEWED = 0.62;

/** A territory that does not exist, so that no number is somebody's; its last five characters: the public portal, or a guichet. All invented. */
const TERRITORY = '000';
const PORTAL_CODE = 'GDPUB';
const GUICHET_CODES: Readonly<Record<string, string>> = {
  'voiron-service-logement': 'VOISL',
  'voiron-pluralis': 'VOIPL',
  'voiron-opac-38': 'VOIOP',
  'moirans-mairie': 'MOIRA',
  'rives-mairie': 'RIVES',
  'tullins-mairie': 'TULLI',
  'voreppe-mairie': 'VOREP',
};

/**
 * Synthetic requests of the last two years: where they were registered follows the counts of 2015, and where people wish to
 * live follows the social homes of the communes. A request is valid one year; a renewed one keeps its seniority.
 */
export function requestsOf(base: ParsedSeeds, today: string, random: Random): RequestRow[] {
  const from = addYears(today, -YEARS);
  const span = daysIn(from, today) - 1;
  const guichets = livingGuichets(base, today)
    .filter((it) => it.registers === true)
    .map((it) => [it, base.registrations.find((r) => r.guichetKey === it.guichetKey)?.requests ?? 1] as const);
  const communes = base.communes
    .filter((it) => (it.validTo === null || today < it.validTo) && (it.memberTo === null || today < it.memberTo))
    .map((it): readonly [CommuneRow | null, number] => [it, it.socialHomes ?? 0]);
  const wishes = [...communes, [null, communes.reduce((sum, [, homes]) => sum + homes, 0) * 0.04] as const];
  const days = Array.from({ length: HOW_MANY }, () => addDays(from, random.whole(0, span))).sort();
  const sequences = new Map<string, number>();

  return days.map((day): RequestRow => {
    const channel = random.weighted(CHANNELS);
    const guichet = channel === 'ONLINE' ? null : random.weighted(guichets);
    // Desks register on working days; the portal never closes.
    const worked = channel === 'ONLINE' ? day : workingDay(day, -1);
    const registeredOn = worked < from ? workingDay(from, 1) : worked;
    // Some requests come from elsewhere, or were reactivated: they keep the day of the first registration.
    const seniorityOn = random.chance(0.07) ? addDays(registeredOn, -random.whole(30, 1900)) : registeredOn;
    const commune = random.weighted(wishes);
    return {
      guichetKey: guichet?.guichetKey ?? null,
      number: numberOf(
        seniorityOn,
        guichet ? (GUICHET_CODES[guichet.guichetKey] ?? guichet.communeInseeCode) : PORTAL_CODE,
        guichet?.communeInseeCode,
      ),
      registeredOn,
      seniorityOn,
      expiresOn: expiryOf(registeredOn),
      channel,
      communeInseeCode: commune?.inseeCode ?? null,
      communeValidFrom: commune?.validFrom ?? null,
      householdSize: random.weighted(HOUSEHOLDS),
      source: 'RECONSTRUCTED',
    };
  });

  /** 3 digits of territory, 2 of month, 2 of year, 6 of sequence, 5 of guichet; a few are all digits, as real ones are. */
  function numberOf(on: string, desk: string, inseeCode: string | undefined): string {
    const month = `${on.slice(5, 7)}${on.slice(2, 4)}`;
    const sequence = (sequences.get(month) ?? random.whole(1000, 4000)) + random.whole(1, 9);
    sequences.set(month, sequence);
    const end = inseeCode && random.chance(0.03) ? inseeCode : desk;
    return `${TERRITORY}${month}${String(sequence).padStart(6, '0')}${end}`;
  }

  function expiryOf(registeredOn: string): string {
    let renewals = 1;
    let expiresOn = addYears(registeredOn, renewals);
    while (expiresOn <= today && random.chance(RENEWED)) {
      renewals += 1;
      expiresOn = addYears(registeredOn, renewals);
    }
    return expiresOn;
  }
}
