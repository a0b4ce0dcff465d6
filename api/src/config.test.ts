import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { today } from './clock.js';
import { readConfig } from './config.js';

const url = 'postgres://me:secret@db.example.org/parvis';

describe('the demo, whose personas need no password', () => {
  test.for([
    ['is on by default, with the embedded database on this machine alone', {}, true],
    ['is off where others can reach the address', { HOST: '0.0.0.0' }, false],
    ['is off at an address of the network', { PUBLIC_URL: 'https://parvis.example.org' }, false],
    ['is on at an address of this machine', { PUBLIC_URL: 'http://localhost:8080' }, true],
    ['is off behind a proxy', { TRUST_PROXY: '1' }, false],
    [
      'is off where mails leave',
      { SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@b.example', PUBLIC_URL: 'http://localhost' },
      false,
    ],
    ['is off with a given database', { DATABASE_URL: url }, false],
    ['is off with a given database on this machine', { DATABASE_URL: url, HOST: '127.0.0.1' }, false],
    ['can be asked for anywhere', { DATABASE_URL: url, HOST: '0.0.0.0', PARVIS_DEMO: '1' }, true],
    ['can be refused', { PARVIS_DEMO: '0' }, false],
  ] as const)('%s', ([, env, demo]) => {
    expect(readConfig(env).demo).toBe(demo);
  });
});

test('a pinned day is refused beside what only a production has, unless a demonstration is asked for', () => {
  for (const env of [
    { DATABASE_URL: url },
    { HOST: '0.0.0.0' },
    { TRUST_PROXY: '1' },
    { PUBLIC_URL: 'https://a.example' },
  ])
    expect(() => readConfig({ PARVIS_TODAY: '2026-03-12', ...env })).toThrow(
      `PARVIS_TODAY is for demonstrations and tests, and ${Object.keys(env)[0]} is for production`,
    );
  expect(readConfig({ PARVIS_TODAY: '2026-03-12', DATABASE_URL: url, PARVIS_DEMO: '1' }).pinnedDay).toBe('2026-03-12');
  expect(readConfig({ PARVIS_TODAY: '2026-03-12' }).pinnedDay).toBe('2026-03-12');
});

test('without any variable: port 4000 of this machine, the system clock, the embedded database in .data', () => {
  expect(readConfig({})).toMatchObject({ port: 4000, host: '127.0.0.1', databaseUrl: undefined, publicUrl: undefined });
  expect(readConfig({}).dataFolder).toMatch(/[/\\]\.data$/);
});

test('an owner’s address says nothing without the address of the database', () => {
  expect(() => readConfig({ DATABASE_OWNER_URL: url })).toThrow('DATABASE_OWNER_URL needs DATABASE_URL');
});

test('an empty value counts as absent, as docker-compose writes it', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000, databaseUrl: undefined });
});

test('metrics have a port on this machine alone unless HOST is said, and a token that is not repeated', () => {
  expect(readConfig({ METRICS_PORT: '9464', DATABASE_URL: url }).metrics).toMatchObject({
    port: 9464,
    host: '127.0.0.1',
  });
  expect(readConfig({ METRICS_PORT: '9464', HOST: '::' }).metrics.host).toBe('::');
  expect(() => readConfig({ METRICS_TOKEN: 'too short' })).toThrow(
    /^METRICS_TOKEN must be at least 16 characters long\.$/,
  );
});

test('the public address loses its final slash, since links are made by adding a path', () => {
  expect(readConfig({ PUBLIC_URL: 'https://parvis.example.org/' }).publicUrl).toBe('https://parvis.example.org');
});

test.for([
  [undefined, false],
  ['0', false],
  ['10.0.0.1,10.0.0.2', '10.0.0.1,10.0.0.2'],
] as const)('TRUST_PROXY=%s', ([value, trusted]) => {
  expect(readConfig({ TRUST_PROXY: value }).trustProxy).toBe(trusted);
});

test.for([1, 2])(
  'with TRUST_PROXY=%i, what visitors claim of the addresses before is not believed',
  async (proxies) => {
    const server = Fastify({ trustProxy: readConfig({ TRUST_PROXY: String(proxies) }).trustProxy });
    server.get('/', (request) => request.ip);
    const claimed = '6.6.6.6, 203.0.113.7';
    const headers = { 'x-forwarded-for': proxies === 1 ? claimed : `${claimed}, 10.0.0.1` };
    expect((await server.inject({ url: '/', headers })).body).toBe('203.0.113.7');
  },
);

test('the day can be pinned, and is that day from La Réunion to Martinique', () => {
  const { clock } = readConfig({ PARVIS_TODAY: '2026-03-12' });
  for (const zone of ['Europe/Paris', 'Indian/Reunion', 'America/Martinique'])
    expect(today(clock, zone)).toBe('2026-03-12');
});

test.for([
  [{ PORT: 'http' }, 'PORT must be a port number between 0 and 65535 (it is "http").'],
  [{ PORT: '70000' }, 'PORT must be a port number between 0 and 65535 (it is "70000").'],
  [{ PARVIS_TODAY: '2026-02-30' }, 'PARVIS_TODAY must be a day such as 2026-03-12 (it is "2026-02-30").'],
  [{ PARVIS_DEMO: 'perhaps' }, 'PARVIS_DEMO must be 1 or 0 (it is "perhaps").'],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal, .* \(it is "loud"\)\.$/],
  [{ PUBLIC_URL: 'parvis.example.org' }, /^PUBLIC_URL must be an address such as https/],
  [{ DATABASE_URL: 'mysql://me:secret@host/x' }, 'DATABASE_URL must begin with postgres:// or postgresql://.'],
] as const)('a wrong value is refused with a sentence that names it: %o', ([env, sentence]) => {
  expect(() => readConfig(env)).toThrow(sentence);
});

test('mails leave by SMTP_URL alone, which needs a sender and an address for its links, and is never repeated', () => {
  const given = { SMTP_URL: 'smtp://me:secret@mail.example.org', MAIL_FROM: 'Parvis <parvis@example.org>' };
  expect(readConfig({}).smtp).toBeUndefined();
  expect(readConfig({ ...given, PUBLIC_URL: 'https://parvis.example.org' }).smtp).toEqual({
    url: given.SMTP_URL,
    from: given.MAIL_FROM,
  });
  expect(() => readConfig({ SMTP_URL: given.SMTP_URL })).toThrow('MAIL_FROM');
  expect(() => readConfig(given)).toThrow('PUBLIC_URL');
  expect(() => readConfig({ SMTP_URL: 'me:secret@mail' })).toThrow(
    /^SMTP_URL must begin with smtp:\/\/ or smtps:\/\/\.$/,
  );
  expect(() => readConfig({ ...given, MAIL_FROM: 'nobody' })).toThrow('MAIL_FROM');
});
