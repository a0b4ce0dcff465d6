import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, makeNetwork } from '../../test/network.js';
import { systemClock } from '../clock.js';
import { readGuarded } from '../database/guarded.js';
import type { Health } from '../health/report.js';
import { type Caller, sessionOf } from '../identity/access/caller.js';
import { noPost } from '../mail/post.js';
import { Reader } from '../read/reader.js';
import { makeApollo } from './apollo.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

const { staff } = callers;
const rows = '{ totalCount }';

describe('the limits of a request', () => {
  const send = async (query: string, caller: Caller = staff, variables = {}) => {
    const apollo = makeApollo(api.schema, pino({ level: 'silent' }));
    const em = api.orm.em.fork({ session: sessionOf(caller) });
    const contextValue = {
      caller,
      em,
      reader: new Reader(em, caller),
      clock: systemClock,
      answered: () => undefined,
      health: {} as Health,
      requestId: 'r',
      publicUrl: '',
      post: noPost,
      note: () => undefined,
      demo: { isOpen: async () => false },
    };
    const { body, http } = await apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('one answer expected');
    expect(http.headers.get('cache-control')).toBe('no-store');
    return body.singleResult.errors?.[0];
  };
  const fragment = (name: string) => `fragment ${name} on Account { ${'id '.repeat(110)} }`;
  const nested = (depth: number): string =>
    depth === 0 ? 'id' : `id communes(first: 1) { nodes { epci { ${nested(depth - 1)} } } }`;

  it.each([
    ['too deep', `{ epcis { nodes { ${nested(6)} } } }`],
    ['too many aliases', `{ ${Array.from({ length: 200 }, (_, index) => `a${index}: me { __typename }`).join(' ')} }`],
    ['too many words', `{ ${'__typename '.repeat(10_000)} }`],
    [
      'too many rows',
      '{ epcis(first: 100) { nodes { communes(first: 100) { nodes { guichets(first: 100) { nodes { name } } } } } } }',
    ],
    ['too many comparisons', `{ ${'me { id } '.repeat(1400)} }`],
    ['too many fields in one selection', `{ ${'me { id } '.repeat(300)} }`],
    ['too many fields, the same ones again', `{ ${`me { ${'id '.repeat(90)} } `.repeat(3)} }`],
    [
      'too many fields through fragments',
      `{ me { ...A ...B } } ${'A B'.replace(/./g, (f) => f.trim() && fragment(f))}`,
    ],
    [
      'too many fields in all',
      `{ ${Array.from({ length: 50 }, (_, n) => `a${n}: me { ...A }`).join(' ')} } ${fragment('A')}`,
    ],
    [
      'too many statistics',
      `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: registrations(fromYear: 2000, toYear: 2099) { count }`).join(' ')} }`,
    ],
    [
      'too many lists, of few rows each',
      `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: requests(first: 100, offset: ${n}) { nodes { guichet { agents: assignments(first: 4) { totalCount } } } }`).join(' ')} }`,
    ],
    [
      'a schema described twice in a loop',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    ],
    ['a schema described again and again', '{ a: __schema { types { name } } b: __schema { types { name } } }'],
    [
      'parts of the schema described again and again',
      '{ __schema { ...Parts } } fragment Parts on __Schema { a: types { name } b: types { name } }',
    ],
  ])('%s: a plain sentence', async (_said, query) => {
    for (const locale of ['fr', 'en'] as const)
      expect(await send(query, { ...staff, locale })).toMatchObject({
        message: expect.stringMatching(/^(Cette requête demande trop|This query asks)/),
        extensions: { code: 'BAD_USER_INPUT', name: 'QueryTooLarge' },
      });
  });

  it('what asks too much at once is not read at all, nor is what came before in it', async () => {
    api.statements.length = 0;
    const many = Array.from({ length: 12 }, (_, n) => `a${n}: registrations(fromYear: 2000) { count }`);
    expect(await send(`{ ${many.join(' ')} }`)).toMatchObject({ extensions: { name: 'QueryTooLarge' } });
    expect(api.statements).toEqual([]);
    expect(await send(`{ ${many.slice(0, 3).join(' ')} }`)).toBeUndefined();
    expect(api.statements).toHaveLength(1);
  });

  it('a statement of an analyst, who writes their own queries, is stopped sooner', async () => {
    const patience = async (caller: Caller) => {
      const em = api.orm.em.fork({ session: sessionOf(caller) });
      return readGuarded(em, sql`select current_setting('statement_timeout') as patience`);
    };
    expect(await patience(callers.national)).toEqual([{ patience: '5s' }]);
    expect(await patience(staff)).toEqual([{ patience: '20s' }]);
  });

  it('nested beyond what can be walked: a plain sentence', async () => {
    const f = JSON.parse(`${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`);
    expect(await send(`query ($f: GuichetFilter) { guichets(filter: $f) ${rows} }`, staff, { f })).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', name: 'QueryTooLarge' },
    });
  });

  it.each([
    ['nothing', ''],
    ['half a query', '{ guichets {'],
    ['an unknown operation', '{ passwords { hash } }'],
  ])('%s: a sentence that names the place', async (_said, query) =>
    expect((await send(query))?.extensions?.code).toBe('BAD_USER_INPUT'),
  );
});
