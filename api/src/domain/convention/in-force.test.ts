import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, makeNetwork } from '../../../test/network.js';
import { ConventionState, ConventionStatus } from '../codes.js';
import { addDays } from '../days.rules.js';
import { conventionStatus } from './convention.rules.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

interface Answer {
  conventionVersions: { nodes: { state: string; status: string; guichet: { conventionInForce: object | null } }[] };
  inForce: { nodes: { state: string }[] };
}

test('in force, in SQL and in the rule, is the same sentence', async () => {
  const bounds = { startsOn: '2024-03-31', endsOn: '2025-10-26', terminatedOn: '2025-03-30' };
  const cases = ConventionState.map((state) => ({
    state,
    ...bounds,
    terminatedOn: state === 'TERMINATED' ? bounds.terminatedOn : null,
  }));
  const days = Object.values(bounds).flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
  const em = api.orm.em.fork();
  const states = `'{${ConventionState.join()}}'::text[]`;
  await em.execute(
    `insert into guichet (epci_id, name, organisation_id, commune_id) select 1, state, 1, 1 from unnest(${states}) state`,
  );
  await em.execute(
    `insert into convention (epci_id, guichet_id, number) select 1, id, 'edge ' || name from guichet where name = any(${states})`,
  );
  for (const { state, startsOn, endsOn, terminatedOn } of cases)
    await em.execute(
      `insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on, terminated_on, signed_on)
       select 1, c.id, c.guichet_id, 1, ?, 1, 'INFO', ?, ?, ?, case when c.number ~ 'SIGNED|TERMINATED' then date '2024-01-01' end
       from convention c where number = 'edge ' || ?`,
      [state, startsOn, endsOn, terminatedOn, state],
    );
  const seen = new Set<string>();
  for (const day of days) {
    const { data, errors } = await api.ask<Answer>(
      callers.staff,
      `query ($day: Date!) { conventionVersions(filter: { convention: { number: { startsWith: "edge" } } }) { nodes { state status(on: $day) guichet { conventionInForce(on: $day) { id } } } }
        inForce: conventionVersions(on: $day, filter: { convention: { number: { startsWith: "edge" } } }) { nodes { state } } }`,
      { day },
    );
    expect(errors).toEqual([]);
    for (const one of cases) {
      const expected = conventionStatus(one, day);
      seen.add(expected);
      const node = data.conventionVersions.nodes.find(({ state }) => state === one.state)!;
      expect(node.status, `${one.state} on ${day}`).toBe(expected);
      expect(node.guichet.conventionInForce !== null).toBe(expected === 'IN_FORCE');
      expect(data.inForce.nodes.some(({ state }) => state === one.state)).toBe(expected === 'IN_FORCE');
    }
  }
  expect([...seen].sort()).toEqual([...ConventionStatus].sort());
});
