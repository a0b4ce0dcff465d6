import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, makeNetwork } from '../../test/network.js';
import { type Caller, sessionOf } from '../access/caller.js';
import { systemClock } from '../clock.js';
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
      requestId: 'r',
      publicUrl: '',
      post: noPost,
      demo: { isOpen: async () => false },
    };
    const { body, http } = await apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('one answer expected');
    expect(http.headers.get('cache-control')).toBe('no-store');
    return body.singleResult.errors?.[0];
  };
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
