import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../src/free-port.js';
import { projectRoot } from '../src/project.js';
import { type Application, startWithEmbedded } from '../test/application.js';

// The real process behind a real proxy, as a stranger finds it. The short form is `src/identity/sign-in/demo.test.ts`, without a process.
const folder = path.join(projectRoot, '.data', `stranger-${process.pid}`);
const publicName = 'parvis.example.org';
const production = { PARVIS_DEMO: '', PUBLIC_URL: `https://${publicName}`, TRUST_PROXY: '1' };

let running: Application | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = async (env: Record<string, string>): Promise<Application> => {
  running = await startWithEmbedded({ folder, fromSources: false }, { LOG_LEVEL: 'error', ...env });
  return running;
};

/** What an ordinary reverse proxy does: it ends the encryption, and says for whom it asks and under which name. */
const throughProxy = async <T>(port: number, work: (ask: Ask) => Promise<T>): Promise<T> => {
  const proxy = createServer((given, answer) => {
    const headers = { ...given.headers, 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
    given.pipe(
      send({ host: '127.0.0.1', port, path: given.url, method: given.method, headers }, (received) => {
        answer.writeHead(received.statusCode ?? 502, received.headers);
        received.pipe(answer);
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (!address || typeof address !== 'object') throw new Error('The proxy has no port');
  const ask: Ask = (where, { body, host = publicName } = {}) =>
    new Promise((resolve, reject) => {
      const headers = { host, ...(body ? { 'content-type': 'application/json', origin: `https://${host}` } : {}) };
      const asked = send(
        { host: '127.0.0.1', port: address.port, path: where, method: body ? 'POST' : 'GET', headers },
        (answer) => {
          answer.resume();
          answer.once('end', () => resolve({ status: answer.statusCode, cookie: answer.headers['set-cookie']?.[0] }));
        },
      );
      asked.once('error', reject).end(body && JSON.stringify(body));
    });
  try {
    return await work(ask);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
};
type Ask = (
  where: string,
  how?: { body?: object; host?: string },
) => Promise<{ status: number | undefined; cookie: string | undefined }>;

const persona = { body: { key: 'administration' } };

/** What a stranger gets: the status of each answer, and whether a session came with it. */
const strangerGets = (port: number) =>
  throughProxy(port, async (ask) => {
    const entered = await ask('/auth/persona', persona);
    return {
      persona: entered.status,
      session: entered.cookie !== undefined,
      mailbox: (await ask('/demo/mailbox')).status,
    };
  });
const nothing = { persona: 404, session: false, mailbox: 404 };

describe('a stranger at the proxy', () => {
  it('is nobody, though the database is that of the demonstration', async () => {
    await (await start({})).stop();
    const port = await freePort();
    const { output } = await start({ ...production, PORT: String(port) });
    expect(output()).toContain('Mode: production.');
    expect(await strangerGets(port)).toEqual(nothing);
    await throughProxy(port, async (ask) => {
      expect((await ask('/health')).status).toBe(200);
      expect((await ask('/', { host: 'rebound.example' })).status).toBe(421);
    });
  });

  it('is who they like where a demonstration was asked for, until the first real account is made beside it', async () => {
    const port = await freePort();
    await start({ ...production, PARVIS_DEMO: '1', PORT: String(port) });
    expect(await strangerGets(port)).toEqual({ persona: 204, session: true, mailbox: 200 });
    const command = [path.join('dist', 'api', 'src', 'make-admin.js'), 'ada@voiron.fr'];
    const made = spawn(process.execPath, command, {
      cwd: projectRoot,
      stdio: 'ignore',
      env: { ...process.env, DATABASE_URL: '', PARVIS_DATA: folder },
    });
    expect((await once(made, 'exit'))[0]).toBe(0);
    expect(await strangerGets(port)).toEqual(nothing);
  });

  it('is nobody at the next start either, whatever is asked for; and a pinned day is refused', async () => {
    const port = await freePort();
    const { output } = await start({ ...production, PARVIS_DEMO: '1', PORT: String(port) });
    expect(output()).toContain('PARVIS_DEMO=1 is not followed');
    expect(await strangerGets(port)).toEqual(nothing);
    await running?.stop();
    await expect(start({ PARVIS_TODAY: '2026-03-12' })).rejects.toThrow('this database holds real accounts');
  });
});
