import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { warnOfProxies } from './proxies.js';

/** What is logged when a header comes several times. */
const warnings = async (trustProxy: boolean): Promise<string[]> => {
  const lines: string[] = [];
  const server = Fastify({
    trustProxy,
    logger: { level: 'warn', stream: { write: (line: string) => lines.push(line) } },
  });
  warnOfProxies(server, { trustProxy: trustProxy && '127.0.0.1' });
  server.get('/', async () => 'ok');
  await server.inject({ url: '/' });
  for (let i = 0; i < 3; i += 1) await server.inject({ url: '/', headers: { 'x-forwarded-for': '192.0.2.1' } });
  await server.close();
  return lines;
};

test('a proxy that nobody declared is told of once; one that is trusted, never', async () => {
  const lines = await warnings(false);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('TRUST_PROXY');
  expect(await warnings(true)).toEqual([]);
});
