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
beforeAll(async () => {
  api = await startTestApi();
  await api.orm.em.fork().execute(`
    insert into epci (siren, name) values ('243800984', 'Pays Voironnais'), ('200040715', 'Grenoble');
    insert into commune (epci_id, insee_code, name) values (1, '38563', 'Voiron'), (2, '38185', 'Grenoble');
    insert into organisation (epci_id, name, kind, archived_on) values (1, 'Voiron', 'COMMUNE', null), (2, 'Grenoble', 'COMMUNE', null), (1, 'Ancien', 'CCAS', '2020-01-01');
    insert into guichet (epci_id, name, organisation_id, commune_id, closed_on) values (1, 'A', 1, 1, null), (1, 'B', 1, 1, '2020-01-01'), (2, 'E', 2, 2, null);
    insert into agent (epci_id, organisation_id, last_name, first_name, ended_on) values (1, 1, 'Éluard', 'Ana', null), (1, 1, 'Durand', 'Bob', '2024-07-01'), (2, 2, 'Autre', 'Zoé', null);
    insert into assignment (epci_id, agent_id, guichet_id, starts_on, ends_on) values (1, 1, 1, '2020-01-01', '2022-12-31')`);
});
afterAll(() => api.close());

describe('an assignment', () => {
  const assign = async (agent: number, guichet: number, more: string) => {
    const { data, errors } = await api.ask<{ createAssignment: { id: string; revision: number } }>(
      staff,
      `mutation { createAssignment(input: { agentId: "${encodeId('Agent', agent)}", guichetId: "${encodeId('Guichet', guichet)}", ${more} }) { id revision } }`,
    );
    return errors[0] ?? data.createAssignment;
  };
  test('is one at a time between an agent and a guichet', async () => {
    expect(await assign(1, 1, 'startsOn: "2022-12-31"')).toMatchObject({
      name: 'AssignmentsOverlap',
      field: 'startsOn',
    });
    expect(await assign(1, 1, 'startsOn: "2019-01-01"')).toMatchObject({ name: 'AssignmentsOverlap' });
    expect(await assign(1, 1, 'startsOn: "2023-01-01", endsOn: "2023-12-31", etp: 0.5')).toMatchObject({ revision: 1 });
  });
  test('is made once when two people make it at the same instant', async () => {
    const both = await Promise.all([assign(1, 1, 'startsOn: "2025-01-01"'), assign(1, 1, 'startsOn: "2025-01-01"')]);
    expect(both.filter((one) => 'revision' in one)).toHaveLength(1);
    expect(both.find((one) => 'name' in one)).toMatchObject({ code: expect.stringMatching(/RULE|CONFLICT/) });
  });
  test('is of an agent and a guichet that are there, for a share of a person', async () => {
    expect(await assign(2, 1, 'startsOn: "2024-07-01"')).toMatchObject({ name: 'AgentEnded', field: 'agentId' });
    expect(await assign(2, 1, 'startsOn: "2024-06-30"')).toMatchObject({ revision: 1 });
    expect(await assign(1, 2, 'startsOn: "2020-01-01"')).toMatchObject({ name: 'GuichetClosed' });
    expect(await assign(1, 1, 'startsOn: "2024-05-01", endsOn: "2024-04-30"')).toMatchObject({
      name: 'EndBeforeStart',
    });
    expect(await assign(1, 1, 'startsOn: "2024-05-01", endsOn: "2024-05-30", etp: 0')).toMatchObject({
      name: 'InvalidEtp',
    });
    expect(await assign(3, 1, 'startsOn: "2024-05-01"')).toMatchObject({ name: 'UnknownId', field: 'agentId' });
    expect(await assign(1, 3, 'startsOn: "2024-05-01"')).toMatchObject({ name: 'UnknownId', field: 'guichetId' });
  });
  test('is ended, and not stretched over another', async () => {
    const change = async (input: string) =>
      (
        await api.ask(
          staff,
          `mutation { updateAssignment(id: "${encodeId('Assignment', 1)}", revision: 1, input: { ${input} }) { revision } }`,
        )
      ).errors[0]?.name;
    expect(await change('endsOn: null')).toBe('AssignmentsOverlap');
    expect(await change('endsOn: "2022-06-30"')).toBeUndefined();
  });
});

test('an agent does not join an archived organisation, and is kept with their history', async () => {
  const create = (organisation: number) =>
    api.ask(
      staff,
      `mutation { createAgent(input: { lastName: "N", firstName: "P", organisationId: "${encodeId('Organisation', organisation)}" }) { id } }`,
    );
  expect((await create(3)).errors).toMatchObject([{ name: 'OrganisationArchived' }]);
  expect((await create(1)).errors).toEqual([]);
  const { errors } = await api.ask(staff, `mutation { deleteAgent(id: "${encodeId('Agent', 1)}", revision: 1) }`);
  expect(errors).toMatchObject([{ name: 'HasHistory' }]);
});
