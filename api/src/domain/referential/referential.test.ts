import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import type { Caller } from '../../access/caller.js';
import { encodeId } from '../../concept/id.js';

let api: TestApi;
const staff: Caller = {
  role: 'EPCI_STAFF',
  dbRole: 'parvis_staff',
  locale: 'fr',
  today: '2026-03-12',
  epciId: '1',
  epciIds: ['1'],
  guichetIds: [],
  reviewIds: [],
  levels: [],
};
/** A référentiel that a convention was signed under, then one that nobody follows. */
beforeAll(async () => {
  api = await startTestApi();
  await api.orm.em.fork().execute(`
    insert into epci (siren, name) values ('243800984', 'Pays Voironnais');
    insert into commune (epci_id, insee_code, name) values (1, '38563', 'Voiron');
    insert into organisation (epci_id, name, kind) values (1, 'Voiron', 'COMMUNE');
    insert into guichet (epci_id, name, organisation_id, commune_id) values (1, 'A', 1, 1);
    insert into referential (epci_id, name, number, valid_from, valid_to) values (1, 'Premier', 1, '2016-01-01', '2026-01-01'), (1, 'Second', 2, '2026-01-01', '2027-01-01');
    insert into obligation (epci_id, referential_id, level, kind, target, text) values (1, 1, 'INFO', 'MEETINGS', 1, 'Une.'), (1, 2, 'INFO', 'MEETINGS', 1, 'Une.');
    insert into convention (epci_id, guichet_id, number) values (1, 1, '1');
    insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, registers, dossier_unique, starts_on, ends_on, signed_on, sne_to_revise) values
      (1, 1, 1, 1, 'SIGNED', 1, 'INFO', true, true, '2022-01-01', '2027-12-31', '2021-12-01', false)`);
});
afterAll(() => api.close());

const answer = async (source: string) => {
  const { data, errors } = await api.ask<Record<string, object>>(staff, `mutation { ${source} }`);
  return errors[0]?.name ?? Object.values(data)[0];
};

describe('a référentiel', () => {
  const create = (number: number, days: string) =>
    answer(`createReferential(input: { name: "R${number}", number: ${number}, ${days} }) { number }`);
  test('is alone on each of its days', async () => {
    expect(await create(3, 'validFrom: "2026-12-31"')).toBe('ReferentialsOverlap');
    expect(await create(3, 'validFrom: "2028-01-01", validTo: "2027-12-31"')).toBe('EndBeforeStart');
    expect(await create(3, 'validFrom: "2027-01-01"')).toEqual({ number: 3 });
  });
});

describe('an obligation', () => {
  const change = (key: number) =>
    answer(`updateObligation(id: "${encodeId('Obligation', key)}", revision: 1, input: { target: 2 }) { target }`);
  const create = (referential: number, kind: string) =>
    answer(
      `createObligation(input: { referentialId: "${encodeId('Referential', referential)}", level: INFO, kind: ${kind}, text: "Former." }) { kind }`,
    );
  test('does not change under a convention that was signed', async () => {
    expect(await change(1)).toBe('ReferentialInUse');
    expect(await create(1, 'TRAINED_AGENTS')).toBe('ReferentialInUse');
    expect(await answer(`deleteObligation(id: "${encodeId('Obligation', 1)}", revision: 1)`)).toBe('ReferentialInUse');
    expect(await change(2)).toEqual({ target: 2 });
  });
  test('is set once for a level and a kind', async () => {
    expect(await create(2, 'MEETINGS')).toBe('ObligationAlreadySet');
    expect(await create(2, 'TRAINED_AGENTS')).toEqual({ kind: 'TRAINED_AGENTS' });
  });
});
