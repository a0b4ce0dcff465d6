import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { builders } from '../../../test/builders.js';
import { staffOf } from '../../../test/network.js';
import { addDays } from '../../base/days.rules.js';
import { ConventionState, ConventionStatus } from './convention.codes.js';
import { conventionStatus } from './convention.rules.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Numbered {
  convention: { number: string };
}
interface Answer {
  conventionVersions: { nodes: (Numbered & { status: string; guichet: { conventionInForce: object | null } })[] };
  inForce: { nodes: Numbered[] };
}

test('in force, in SQL and in the rule, is the same sentence', async () => {
  const bounds = { startsOn: '2024-03-31', endsOn: '2025-10-26', terminatedOn: '2025-03-30' };
  const cases = [
    ...ConventionState.map((state) => ({
      name: state as string,
      state,
      ...bounds,
      terminatedOn: state === 'TERMINATED' ? bounds.terminatedOn : null,
      withdrawnOn: null,
    })),
    {
      name: 'WITHDRAWN',
      state: 'CANCELLED' as const,
      ...bounds,
      terminatedOn: null,
      signedOn: '2024-01-01',
      withdrawnOn: '2024-03-01',
    },
  ];
  const days = Object.values(bounds).flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
  const { anEpci, aConvention, aConventionVersion } = builders(api);
  const staff = staffOf(await anEpci());
  for (const { name, ...version } of cases) {
    const convention = await aConvention({ number: `edge ${name}` });
    await aConventionVersion({ convention, ...version });
  }
  const seen = new Set<string>();
  for (const day of days) {
    const { data, errors } = await api.ask<Answer>(
      staff,
      `query ($day: Date!) { conventionVersions(filter: { convention: { number: { startsWith: "edge" } } }) { nodes { convention { number } status(on: $day) guichet { conventionInForce(on: $day) { id } } } }
        inForce: conventionVersions(on: $day, filter: { convention: { number: { startsWith: "edge" } } }) { nodes { convention { number } } } }`,
      { day },
    );
    expect(errors).toEqual([]);
    for (const one of cases) {
      const expected = conventionStatus(one, day);
      seen.add(expected);
      const isOne = ({ convention }: Numbered) => convention.number === `edge ${one.name}`;
      const node = data.conventionVersions.nodes.find(isOne)!;
      expect(node.status, `${one.name} on ${day}`).toBe(expected);
      expect(node.guichet.conventionInForce !== null).toBe(expected === 'IN_FORCE');
      expect(data.inForce.nodes.some(isOne)).toBe(expected === 'IN_FORCE');
    }
  }
  expect([...seen].sort()).toEqual([...ConventionStatus].sort());
});
