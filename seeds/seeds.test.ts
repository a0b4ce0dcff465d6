import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inForce } from '../api/src/domain/convention/term.rules.js';
import { livingGuichets } from './current/term.js';
import { dataset, parseSeedFiles, parseSeeds, type SeedFile, seedFiles } from './parse.js';
import { countedRequests } from './requests-2015.js';
import { searchRegistrations } from './search-registrations.js';

const contents = Object.fromEntries(
  seedFiles.map((file) => [file, readFileSync(path.join(dataset, file), 'utf8')]),
) as Record<SeedFile, string>;
const base = parseSeeds();

describe('the registrations of 2015', () => {
  it('are the answer of the search', () => {
    const found = searchRegistrations();
    const at = (key: string) => base.registrations.find((row) => row.guichetKey === key)!.requests;
    expect(base.registrations.reduce((sum, row) => sum + row.requests, 0)).toBe(found.total);
    expect(at('voiron-service-logement')).toBe(found.voiron);
    expect(at('voiron-pluralis') + at('voiron-opac-38')).toBe(found.bailleurs);
    expect([at('rives-mairie'), at('tullins-mairie')]).toEqual(found.lowPoles);
    expect([at('moirans-mairie'), at('voreppe-mairie')]).toEqual(found.highPoles);
    expect(base.registrations.filter((row) => row.requests < 50).reduce((sum, row) => sum + row.requests, 0)).toBe(
      found.small,
    );
  });
});

describe('the territory', () => {
  it('counts 34 communes on 1 June 2015, 33 on 1 June 2016, 31 since 2017', () => {
    const on = (day: string) =>
      base.communes.filter(
        (it) => (it.memberFrom === null || it.memberFrom <= day) && (it.memberTo === null || day < it.memberTo),
      ).length;
    expect([on('2015-06-01'), on('2016-06-01'), on('2017-01-01'), on('2026-03-12')]).toEqual([34, 33, 31, 31]);
  });

  it('a code that was kept names two communes, one after the other', () => {
    for (const code of ['38292', '38407']) {
      const [before, after] = base.communes.filter((it) => it.inseeCode === code);
      expect([before?.validTo, after?.validFrom]).toEqual(['2017-01-01', '2017-01-01']);
    }
  });

  it('a guichet closes and its organisation is archived on the day its commune ceases to be', () => {
    for (const guichet of base.guichets) {
      const commune = base.communes.find(
        (it) => it.inseeCode === guichet.communeInseeCode && it.validFrom === guichet.communeValidFrom,
      )!;
      expect([guichet.guichetKey, guichet.openedOn, guichet.closedOn]).toEqual([
        guichet.guichetKey,
        commune.validFrom,
        commune.validTo,
      ]);
      const organisation = base.organisations.find((it) => it.organisationKey === guichet.organisationKey)!;
      if (organisation.kind === 'COMMUNE') expect(organisation.archivedOn).toBe(commune.validTo);
    }
    expect(livingGuichets(base, '2026-03-12')).toHaveLength(33);
    expect(livingGuichets(base, '2016-09-01')).toHaveLength(35);
  });

  it('Voiron has three guichets: its housing service, Pluralis and OPAC 38', () => {
    expect(base.guichets.filter((it) => it.communeInseeCode === '38563').map((it) => it.guichetKey)).toEqual([
      'voiron-service-logement',
      'voiron-pluralis',
      'voiron-opac-38',
    ]);
  });
});

describe('the plan of 2016', () => {
  const plan = base.plans[0]!;

  it('has a convention for each of the 35 guichets that existed in law, signed in June and July 2016', () => {
    const first = base.conventionVersions.filter((it) => it.signedOn!.startsWith('2016'));
    expect(first).toHaveLength(35);
    expect(first.every((it) => it.signedOn! >= '2016-06-01' && it.signedOn! <= '2016-07-31')).toBe(true);
    expect(first.some((it) => it.guichetKey === 'la-batie-divisin-mairie')).toBe(false);
  });

  it('keeps every term within the plan, six years at most', () => {
    expect(plan.endsOn).toBe('2022-06-30');
    for (const it of base.conventionVersions)
      expect(it.startsOn >= plan.startsOn && it.endsOn <= plan.endsOn).toBe(true);
  });

  it('on any day a guichet has at most one convention in force, and none after it closed', () => {
    for (const day of ['2016-07-01', '2016-12-31', '2017-01-01', '2017-02-01', '2022-06-30', '2022-07-01']) {
      const living = new Set(livingGuichets(base, day).map((it) => it.guichetKey));
      const keys = base.conventionVersions.filter((it) => inForce(it, day)).map((it) => it.guichetKey);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((it) => !living.has(it))).toEqual([]);
    }
  });

  it('promises registration to the seven kept guichets only, with a deliberation and the State’s convention', () => {
    const registering = base.conventionVersions.filter((it) => it.registers);
    expect(registering).toHaveLength(7);
    expect(registering.every((it) => it.deliberationOn !== null && it.sneSignedOn !== null)).toBe(true);
  });

  it('expands the counts of 2015 into requests without a number, one for each', () => {
    const requests = countedRequests(base);
    expect(requests).toHaveLength(1180);
    expect(requests.every((it) => it.number === null && it.registeredOn.startsWith('2015-'))).toBe(true);
    expect(requests.filter((it) => it.guichetKey === 'voiron-pluralis')).toHaveLength(401);
  });
});

describe('provenance', () => {
  const readme = readFileSync(path.join(dataset, 'README.md'), 'utf8');

  it.each(seedFiles)('the README counts the rows of %s', (file) => {
    const rows = contents[file].trimEnd().split('\n').length - 1;
    expect(readme).toMatch(new RegExp(`\\| \`${file}\` +\\| ${rows} +\\|`));
  });

  it('uses only telephone ranges kept for fiction, and addresses that cannot exist', () => {
    for (const telephone of [...base.agents, ...base.guichets].map((it) => it.telephone))
      expect(telephone ?? '04 65 71 00 00').toMatch(/^04 65 71 \d\d \d\d$/);
    for (const { email } of base.agents) expect(email).toMatch(/\.example$/);
  });

  it('says of every agent, assignment and convention that it is a reconstruction', () => {
    for (const it of [...base.agents, ...base.assignments, ...base.conventionVersions])
      expect(it.source).toBe('RECONSTRUCTED');
  });
});

describe('a mistake in a file is told with its file and its line', () => {
  const withLine = (file: SeedFile, line: number, change: (text: string) => string) => {
    const lines = contents[file].split('\n');
    lines[line - 1] = change(lines[line - 1]!);
    return () => parseSeedFiles({ ...contents, [file]: lines.join('\n') });
  };

  it.each<[string, SeedFile, number, (text: string) => string, RegExp]>([
    [
      'an unknown code',
      'guichets.csv',
      3,
      (it) => it.replace('INFO,INFO', 'INFOS,INFO'),
      /^guichets\.csv, line 3: column "level_proposed", value "INFOS": must be one of COMMUNICATION/,
    ],
    [
      'a day that does not exist',
      'plans.csv',
      2,
      (it) => it.replace('2016-05-13', '2017-02-29'),
      /^plans\.csv, line 2: column "adopted_on", value "2017-02-29": must be a day/,
    ],
    [
      'an unknown guichet',
      'registrations-2015.csv',
      5,
      (it) => it.replace('charancieu', 'charancieux'),
      /^registrations-2015\.csv, line 5: "charancieux-mairie" is not in guichets\.csv/,
    ],
    [
      'a commune without its period',
      'guichets.csv',
      16,
      (it) => it.replace('38292,2017-01-01', '38292,2018-01-01'),
      /^guichets\.csv, line 16: "38292\/2018-01-01" is not in communes\.csv/,
    ],
    [
      'a double',
      'survey-answers.csv',
      4,
      (it) => it.replace('la-buisse', 'bilieu'),
      /^survey-answers\.csv, line 4: "bilieu-mairie" is already on line 3/,
    ],
    [
      'a missing cell',
      'milestones.csv',
      3,
      (it) => it.replace(/,[^,]*$/, ''),
      /^milestones\.csv, line 3: Invalid Record Length: columns length is 6, got 5/,
    ],
    [
      'unreadable opening hours',
      'guichets.csv',
      3,
      (it) => it.replace('14:00-18:00', '14h-18h'),
      /^guichets\.csv, line 3: column "opening_hours".*must look like/,
    ],
    [
      'an unknown column',
      'epci.csv',
      1,
      (it) => it.replace('time_zone', 'timezone'),
      /^epci\.csv, line 1: column "time_zone" is missing from the header/,
    ],
    [
      'a number with a comma',
      'assignments-2016.csv',
      2,
      (it) => it.replace('1.0', '"1,0"'),
      /^assignments-2016\.csv, line 2: column "etp", value "1,0": must be a number/,
    ],
    [
      'a provenance of our own',
      'milestones.csv',
      2,
      (it) => it.replace('published', 'official'),
      /^milestones\.csv, line 2: column "source", value "official": must be published or reconstructed/,
    ],
  ])('%s', (_, file, line, change, sentence) => {
    expect(withLine(file, line, change)).toThrow(sentence);
  });
});
