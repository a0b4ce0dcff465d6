import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { builders } from '../../../test/builders.js';
import { staffOf } from '../../../test/network.js';

const setUp = async (api: TestApi) => {
  const { anEpci, anOrganisation, aGuichet, anAgent, anAssignment } = builders(api);
  const epci = await anEpci();
  const elsewhere = await anEpci();
  const ana = await anAgent();
  const guichet = await aGuichet();
  return {
    staff: staffOf(epci),
    ana,
    guichet,
    gone: await anAgent({ endedOn: '2024-07-01' }),
    closed: await aGuichet({ closedOn: '2020-01-01' }),
    foreignAgent: await anAgent({ epci: elsewhere }),
    foreignGuichet: await aGuichet({ epci: elsewhere }),
    organisation: await anOrganisation(),
    archived: await anOrganisation({ archivedOn: '2020-01-01' }),
    assignment: await anAssignment({ agent: ana, guichet, startsOn: '2020-01-01', endsOn: '2022-12-31' }),
  };
};
let api: TestApi;
let rows: Awaited<ReturnType<typeof setUp>>;
beforeAll(async () => {
  api = await startTestApi();
  rows = await setUp(api);
});
afterAll(() => api.close());

describe('an assignment', () => {
  const assign = async (more: string, { agent = rows.ana, guichet = rows.guichet } = {}) => {
    const { data, errors } = await api.ask<{ createAssignment: { id: string; revision: number } }>(
      rows.staff,
      `mutation { createAssignment(input: { agentId: "${agent.id}", guichetId: "${guichet.id}", ${more} }) { id revision } }`,
    );
    return errors[0] ?? data.createAssignment;
  };
  test('is one at a time between an agent and a guichet', async () => {
    expect(await assign('startsOn: "2022-12-31"')).toMatchObject({
      name: 'AssignmentsOverlap',
      field: 'startsOn',
    });
    expect(await assign('startsOn: "2019-01-01"')).toMatchObject({ name: 'AssignmentsOverlap' });
    expect(await assign('startsOn: "2023-01-01", endsOn: "2023-12-31", etp: 0.5')).toMatchObject({ revision: 1 });
  });
  test('is made once when two people make it at the same instant', async () => {
    const both = await Promise.all([assign('startsOn: "2025-01-01"'), assign('startsOn: "2025-01-01"')]);
    expect(both.filter((one) => 'revision' in one)).toHaveLength(1);
    expect(both.find((one) => 'name' in one)).toMatchObject({ code: expect.stringMatching(/RULE|CONFLICT/) });
  });
  test('is of an agent and a guichet that are there, for a share of a person', async () => {
    const { gone, closed, foreignAgent, foreignGuichet } = rows;
    expect(await assign('startsOn: "2024-07-01"', { agent: gone })).toMatchObject({
      name: 'AgentEnded',
      field: 'agentId',
    });
    expect(await assign('startsOn: "2024-06-30"', { agent: gone })).toMatchObject({ revision: 1 });
    expect(await assign('startsOn: "2020-01-01"', { guichet: closed })).toMatchObject({ name: 'GuichetClosed' });
    expect(await assign('startsOn: "2024-05-01", endsOn: "2024-04-30"')).toMatchObject({
      name: 'EndBeforeStart',
    });
    expect(await assign('startsOn: "2024-05-01", endsOn: "2024-05-30", etp: 0')).toMatchObject({
      name: 'InvalidEtp',
    });
    expect(await assign('startsOn: "2024-05-01"', { agent: foreignAgent })).toMatchObject({
      name: 'UnknownId',
      field: 'agentId',
    });
    expect(await assign('startsOn: "2024-05-01"', { guichet: foreignGuichet })).toMatchObject({
      name: 'UnknownId',
      field: 'guichetId',
    });
  });
  test('is ended, and not stretched over another', async () => {
    const change = async (input: string) =>
      (
        await api.ask(
          rows.staff,
          `mutation { updateAssignment(id: "${rows.assignment.id}", revision: 1, input: { ${input} }) { revision } }`,
        )
      ).errors[0]?.name;
    expect(await change('endsOn: null')).toBe('AssignmentsOverlap');
    expect(await change('endsOn: "2022-06-30"')).toBeUndefined();
  });
});

test('an agent does not join an archived organisation, and is kept with their history', async () => {
  const { staff, ana, organisation, archived } = rows;
  const create = ({ id }: { id: string }) =>
    api.ask(
      staff,
      `mutation { createAgent(input: { lastName: "N", firstName: "P", organisationId: "${id}" }) { id } }`,
    );
  expect((await create(archived)).errors).toMatchObject([{ name: 'OrganisationArchived' }]);
  expect((await create(organisation)).errors).toEqual([]);
  const { errors } = await api.ask(staff, `mutation { deleteAgent(id: "${ana.id}", revision: 1) }`);
  expect(errors).toMatchObject([{ name: 'HasHistory' }]);
});
