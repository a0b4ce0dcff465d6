import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { builders } from '../../../test/builders.js';
import { staffOf, TODAY } from '../../../test/network.js';

const setUp = async (api: TestApi) => {
  const { anEpci, aCommune, anOrganisation, aGuichet, aConventionVersion } = builders(api);
  const epci = await anEpci();
  const bound = await aGuichet();
  const terminated = await aGuichet();
  const term = { startsOn: '2022-01-01', endsOn: '2026-12-31' };
  await aConventionVersion({ guichet: bound, state: 'SIGNED', ...term });
  await aConventionVersion({ guichet: bound, state: 'CANCELLED', ...term, endsOn: '2030-12-31' });
  await aConventionVersion({ guichet: terminated, state: 'TERMINATED', ...term, terminatedOn: '2026-06-30' });
  return {
    staff: staffOf(epci),
    bound,
    terminated,
    commune: await aCommune(),
    joins: await aCommune({ memberFrom: '2026-04-01' }),
    leaves: await aCommune({ memberTo: '2026-03-31' }),
    archived: await anOrganisation({ archivedOn: TODAY }),
    archivedTomorrow: await anOrganisation({ archivedOn: '2026-03-13' }),
    organisation: await anOrganisation(),
  };
};
let api: TestApi;
let rows: Awaited<ReturnType<typeof setUp>>;
beforeAll(async () => {
  api = await startTestApi();
  rows = await setUp(api);
});
afterAll(() => api.close());

const create = async (given: object) => {
  const { organisation, commune, staff } = rows;
  const { errors } = await api.ask(
    staff,
    'mutation ($input: GuichetCreateInput!) { createGuichet(input: $input) { id } }',
    { input: { name: 'Mairie', organisationId: organisation.id, communeId: commune.id, ...given } },
  );
  return errors[0]?.name ?? 'made';
};
const close = async ({ id }: { id: string }, closedOn: string) => {
  const ask =
    'mutation ($id: ID!, $revision: Int!, $input: GuichetUpdateInput!) { updateGuichet(id: $id, revision: $revision, input: $input) { id } }';
  const { data } = await api.ask<{ guichet: { revision: number } }>(
    rows.staff,
    `{ guichet(id: "${id}") { revision } }`,
  );
  const { errors } = await api.ask(rows.staff, ask, { id, revision: data.guichet.revision, input: { closedOn } });
  return errors[0]?.name ?? 'closed';
};

test('a new guichet is of an organisation that is not archived yet, unless it is history', async () => {
  expect(await create({ organisationId: rows.archived.id })).toBe('OrganisationArchived');
  expect(await create({ organisationId: rows.archivedTomorrow.id })).toBe('made');
  expect(await create({ organisationId: rows.archived.id, closedOn: '2025-12-31' })).toBe('made');
});

test('a new guichet is in a commune that is a member on the day on which it opens, which is today if nobody says', async () => {
  expect(await create({ communeId: rows.joins.id })).toBe('CommuneNotMember');
  expect(await create({ communeId: rows.joins.id, openedOn: '2026-03-31' })).toBe('CommuneNotMember');
  expect(await create({ communeId: rows.joins.id, openedOn: '2026-04-01' })).toBe('made');
  expect(await create({ communeId: rows.leaves.id })).toBe('made');
  expect(await create({ communeId: rows.leaves.id, openedOn: '2026-04-01' })).toBe('CommuneNotMember');
});

test('a guichet closes after it opened', async () => {
  const openedOn = '2026-01-01';
  expect(await create({ openedOn, closedOn: openedOn })).toBe('EndBeforeStart');
  expect(await create({ openedOn, closedOn: '2026-01-02' })).toBe('made');
});

test('a guichet closes on the day after the last one that a convention binds it', async () => {
  expect(await close(rows.bound, '2026-12-31')).toBe('GuichetStillBound');
  expect(await close(rows.bound, '2027-01-01')).toBe('closed');
  expect(await close(rows.terminated, '2026-06-30')).toBe('GuichetStillBound');
  expect(await close(rows.terminated, '2026-07-01')).toBe('closed');
});
