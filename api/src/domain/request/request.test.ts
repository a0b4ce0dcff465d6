import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { encodeId } from '../../concept/id.js';
import type { Caller } from '../../identity/access/caller.js';
import { numberOddity } from './request.rules.js';

const DAY = '2026-03-12';
let api: TestApi;
const caller = (given: Partial<Caller> = {}): Caller => ({
  role: 'EPCI_STAFF',
  dbRole: 'parvis_staff',
  locale: 'fr',
  today: DAY,
  epciId: '1',
  epciIds: ['1'],
  guichetIds: [],
  reviewIds: [],
  levels: [],
  ...given,
});
const staff = caller();
const analyst = caller({ role: 'ANALYST', dbRole: 'parvis_analyst', epciId: undefined });

beforeAll(async () => {
  api = await startTestApi(DAY);
  await api.orm.em.fork().execute(`
    insert into epci (siren, name, statistics_threshold) values ('243800984', 'Pays Voironnais', 2), ('200040715', 'Grenoble', 5);
    insert into commune (epci_id, insee_code, name) values (1, '38563', 'Voiron'), (2, '38185', 'Grenoble');
    insert into organisation (epci_id, name, kind) values (1, 'Voiron', 'COMMUNE'), (2, 'Grenoble', 'COMMUNE');
    insert into guichet (epci_id, name, organisation_id, commune_id) values (1, 'A', 1, 1), (1, 'B', 1, 1), (2, 'E', 2, 2);
    insert into request (epci_id, guichet_id, channel, registered_on, seniority_on) values
      (1, 1, 'GUICHET', '2025-01-01', '2025-01-01'), (1, 1, 'GUICHET', '2025-12-31', '2025-12-31'), (1, 1, 'POST', '2025-06-01', '2025-06-01'),
      (1, 2, 'GUICHET', '2025-06-01', '2025-06-01'), (1, null, 'ONLINE', '2025-06-01', '2025-06-01'),
      (1, 1, 'GUICHET', '2026-01-01', '2026-01-01'), (2, 3, 'GUICHET', '2025-06-01', '2025-06-01')`);
});
afterAll(() => api.close());

describe('registrations', () => {
  const counts = async (who: Caller, args = 'fromYear: 2025') => {
    const { data, errors } = await api.ask<{
      registrations: { guichetName: string | null; channel: string; year: number; count: number; total: number }[];
    }>(who, `{ registrations(${args}) { guichetId guichetName communeName epciId year channel count total } }`);
    return (
      errors[0]?.name ??
      data.registrations.map(
        ({ guichetName, channel, year, count, total }) => `${guichetName} ${channel} ${year}: ${count} of ${total}`,
      )
    );
  };
  const year2025 = [
    'A GUICHET 2025: 2 of 5',
    'A POST 2025: 1 of 5',
    'B GUICHET 2025: 1 of 5',
    'null ONLINE 2025: 1 of 5',
  ];

  test('are counted from 1 January to 31 December, in one statement', async () => {
    expect(await counts(staff)).toEqual(year2025);
    expect(api.statements).toHaveLength(1);
    expect(await counts(staff, 'fromYear: 2025, toYear: 2026')).toEqual([...year2025, 'A GUICHET 2026: 1 of 1']);
  });
  test('tell analysts, who see no request, none of fewer than the EPCI says, and totals rounded to it', async () => {
    const masked = [
      'A GUICHET 2025: 2 of 6',
      'A POST 2025: null of 6',
      'B GUICHET 2025: null of 6',
      'null ONLINE 2025: null of 6',
    ];
    expect(await counts(analyst)).toEqual(masked);
    expect(await counts({ ...analyst, dbRole: 'parvis_national', epciIds: [] })).toEqual([
      'E GUICHET 2025: null of null',
      ...masked,
    ]);
    expect(await counts(analyst, `fromYear: 2025, guichetId: "${encodeId('Guichet', 2)}"`)).toEqual([
      'B GUICHET 2025: null of null',
    ]);
    expect((await api.ask(analyst, '{ requests { totalCount } }')).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
  test('are those of what the caller may see', async () => {
    const agent = caller({ role: 'AGENT', dbRole: 'parvis_agent', agentId: '1', guichetIds: ['2'] });
    expect(await counts(agent)).toEqual(['B GUICHET 2025: 1 of 1']);
    expect(await counts({ ...analyst, epciIds: ['2'] })).toEqual(['E GUICHET 2025: null of null']);
    expect(await counts(staff, `fromYear: 2025, guichetId: "${encodeId('Guichet', 2)}"`)).toEqual([
      'B GUICHET 2025: 1 of 1',
    ]);
    expect(await counts(staff, `fromYear: 2025, guichetId: "${encodeId('Guichet', 3)}"`)).toEqual([]);
    expect(await counts(caller({ role: 'ADMIN', dbRole: 'parvis_admin' }))).toBe('NotAllowed');
    expect(await counts(staff, 'fromYear: 2025, toYear: 20250')).toBe('InvalidYear');
  });
});

describe('a request', () => {
  const create = async (input: string) => {
    const { data, errors } = await api.ask<{ createRequest: { expiresOn: string; numberOddity: string | null } }>(
      staff,
      `mutation { createRequest(input: { channel: GUICHET, ${input} }) { expiresOn numberOddity } }`,
    );
    return errors[0] ?? data.createRequest;
  };
  test('is valid a year unless said otherwise, never registered in the future, never older than its seniority', async () => {
    expect(await create('registeredOn: "2026-03-01", seniorityOn: "2020-01-01"')).toMatchObject({
      expiresOn: '2027-03-01',
    });
    expect(
      await create('registeredOn: "2026-03-01", seniorityOn: "2020-01-01", expiresOn: "2026-09-01"'),
    ).toMatchObject({ expiresOn: '2026-09-01' });
    expect(await create('registeredOn: "2026-03-13", seniorityOn: "2026-03-13"')).toMatchObject({
      name: 'RegistrationInFuture',
      field: 'registeredOn',
    });
    expect(await create('registeredOn: "2026-03-01", seniorityOn: "2026-03-02"')).toMatchObject({
      name: 'SeniorityAfterRegistration',
      field: 'seniorityOn',
    });
    expect(
      await create('registeredOn: "2026-03-01", seniorityOn: "2026-03-01", expiresOn: "2026-02-01"'),
    ).toMatchObject({ name: 'EndBeforeStart', field: 'expiresOn' });
  });
  test.each([
    '0001023000042GDXXX',
    '000102300004238999',
    '0001023000042gdxxx',
    '0001023000042GDXX',
    '00010230000X2GDXXX',
    '0001323000042GDXXX',
    '0001123000042GDXXX',
  ])('of the number %s is said to be odd, or not, as the rule says', async (number) => {
    expect(await create(`number: "${number}", registeredOn: "2023-10-17", seniorityOn: "2023-10-17"`)).toMatchObject({
      numberOddity: numberOddity(number, '2023-10-17'),
    });
  });
});
