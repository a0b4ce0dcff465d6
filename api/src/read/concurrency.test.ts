import { graphql } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, idOf, makeNetwork } from '../../test/network.js';
import { systemClock } from '../clock.js';
import { type Orm, openOrm } from '../database/orm.js';
import { type Caller, sessionOf } from '../identity/access/caller.js';
import { noPost } from '../mail/post.js';
import { Reader } from './reader.js';

// Connections are shared between callers: what one leaves behind, even after an error, must never reach the next.
let api: TestApi;
let orm: Orm;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  orm = openOrm(api.connection, { connections: 4 });
});
afterAll(async () => {
  await orm.close(true);
  await api.close();
});

const ask = async (caller: Caller, source: string) => {
  const em = orm.em.fork({ session: sessionOf(caller) });
  const contextValue = {
    caller,
    em,
    reader: new Reader(em, caller),
    clock: systemClock,
    requestId: 'r',
    publicUrl: '',
    post: noPost,
  };
  return graphql({ schema: api.schema, source, contextValue });
};

const names = '{ guichets { nodes { name } } commune(inseeCode: "38185") { name } }';
/** What each caller sees, and nothing else. */
const seen: [caller: Caller, guichets: string[]][] = [
  [callers.staff, ['Mairie de Voiron', 'Pluralis Rives']],
  [callers.foreignStaff, ['Mairie de Grenoble']],
  [callers.agent, ['Mairie de Voiron']],
  [callers.analystOfOne, ['Mairie de Voiron', 'Pluralis Rives']],
  [callers.analystOfBoth, ['Mairie de Grenoble', 'Mairie de Voiron', 'Pluralis Rives']],
  [callers.national, ['Mairie de Grenoble', 'Mairie de Voiron', 'Pluralis Rives']],
];
/** Requests that fail in the middle of a transaction: in SQL, by a policy, by a rule, by a constraint. */
const failing = [
  `{ guichets(sort: [{ openedOn: ASC }], after: "${Buffer.from('["x","1"]').toString('base64url')}") { nodes { id } } }`,
  `mutation { updateGuichet(id: "${idOf('Guichet', 1)}", revision: 1, input: { communeId: "${idOf('Commune', 3)}" }) { id } }`,
  'mutation { createPlan(input: { name: "P", startsOn: "2030-01-01", endsOn: "2050-01-01" }) { id } }',
  `mutation { deleteGuichet(id: "${idOf('Guichet', 1)}", revision: 1) }`,
];

test('hundreds of callers over four connections, with failures in between, each see their own rows', async () => {
  const requests = Array.from({ length: 400 }, async (_, index) => {
    if (index % 5 === 4) {
      const { errors } = await ask(index % 2 ? callers.staff : callers.foreignStaff, failing[index % failing.length]!);
      expect(errors?.length).toBeGreaterThan(0);
      return;
    }
    const [caller, guichets] = seen[index % seen.length]!;
    const { data, errors } = await ask(caller, names);
    expect(errors).toBeUndefined();
    const rows = (data as { guichets: { nodes: { name: string }[] } }).guichets.nodes.map(({ name }) => name);
    expect(rows, `${caller.role} ${caller.epciIds}`).toEqual(guichets);
    expect(data?.commune !== null).toBe(guichets.includes('Mairie de Grenoble'));
  });
  await Promise.all(requests);
  const [left] = await orm.em
    .fork()
    .execute<{ role: string; epci: string | null }[]>(
      `select current_user as role, current_setting('app.epci_id', true) as epci`,
    );
  expect(left?.role).not.toMatch(/^parvis_/);
  expect(left?.epci ?? '').toBe('');
});

test('fragments of one turn travel in one statement, and a failing one does not mix up the others', async () => {
  const [good, bad] = await Promise.all([ask(callers.staff, names), ask(callers.foreignStaff, failing[0]!)]);
  expect(good.errors).toBeUndefined();
  expect(bad.errors).toHaveLength(1);
  const em = orm.em.fork({ session: sessionOf(callers.staff) });
  const reader = new Reader(em, callers.staff);
  expect(await Promise.all([1, 2, 3].map((n) => reader.run(sql`${n}::int`)))).toEqual([1, 2, 3]);
  await expect(Promise.all([reader.run(sql`1`), reader.run(sql`'x'::int`)])).rejects.toThrow();
  expect(await reader.run(sql`(select count(*)::int from guichet)`)).toBe(2);
  expect(await reader.run(sql`current_setting('statement_timeout')`)).toBe('20s');
});
