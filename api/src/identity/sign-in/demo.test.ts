import type { InjectOptions } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { loadDemo } from '../../../../seeds/load.js';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { type App, createApp } from '../../app.js';
import { pinnedClock } from '../../clock.js';
import { readConfig } from '../../config.js';
import { isReservedAddress } from './demo.js';

let database: TestDatabase;
let app: App;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.connection, pinnedClock('2026-03-12'));
  app = await createApp(database.connection, readConfig({ LOG_LEVEL: 'silent', PARVIS_TODAY: '2026-03-12' }));
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
afterEach(() =>
  run(`delete from account where email not like '%@demo.parvis.invalid'; delete from epci where siren = '200040715'`),
);

const run = (statement: string) => app.orm.em.fork().execute(statement);
const call = (options: InjectOptions, of = app) => of.server.inject(options);
const enter = (key: string, of = app) => call({ method: 'POST', url: '/auth/persona', payload: { key } }, of);
/** What a stranger finds open: the one-click people, the mailbox, and what the pages are told. */
const found = async (of = app) => ({
  persona: (await enter('administration', of)).statusCode,
  listed: (await call({ url: '/auth/personas' }, of)).json().length,
  mailbox: (await call({ url: '/demo/mailbox' }, of)).statusCode,
  said: (await call({ url: '/auth/options' }, of)).json(),
});
const openDemo = { persona: 204, listed: 5, mailbox: 200, said: { mail: true, demo: true } };
const closed = { persona: 404, listed: 0, mailbox: 404, said: { mail: false, demo: false } };

describe('the people of the demonstration', () => {
  it('are entered with one click while the database holds nothing else', async () => {
    expect(await found()).toEqual(openDemo);
  });
  it('stay so beside accounts of addresses where no mail goes', async () => {
    await run(
      `insert into account (email, display_name, role, epci_id) values ('essai@mairie.example', 'Essai', 'EPCI_STAFF', 1)`,
    );
    expect(await found()).toEqual(openDemo);
  });
  it('cannot invite a real address, which would end the demonstration for everybody', async () => {
    const entered = await enter('personnel');
    const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]));
    const invite = async (email: string) => {
      const query = `mutation ($email: String!) { inviteAccount(input: { email: $email, displayName: "Essai", role: EPCI_STAFF }) { mailed } }`;
      const payload = { query, variables: { email } };
      return (await call({ method: 'POST', url: '/graphql', cookies, payload })).json();
    };
    expect((await invite('essai@voiron.fr')).errors[0].extensions).toMatchObject({
      name: 'RealAddressInDemo',
      field: 'email',
    });
    expect((await invite('essai@mairie.example')).data).toEqual({ inviteAccount: { mailed: true } });
    expect(await found()).toEqual(openDemo);
  });
  it.each([
    ['a real account', `insert into account (email, display_name, role) values ('ada@voiron.fr', 'Ada', 'ADMIN')`],
    [
      'a real account that has ended',
      `insert into account (email, display_name, role, ended_at) values ('ada@voiron.fr', 'Ada', 'ADMIN', '2026-01-01')`,
    ],
    ['an EPCI that was set up', `insert into epci (siren, name) values ('200040715', 'Grenoble-Alpes Métropole')`],
    [
      'an address that only looks reserved',
      `insert into account (email, display_name, role) values ('ada@example.fr', 'Ada', 'ADMIN')`,
    ],
  ])('are nobody from the moment there is %s, without a new start', async (_what, statement) => {
    await run(statement);
    expect(await found()).toEqual(closed);
  });
});

test.each([
  ['a public address', { PUBLIC_URL: 'https://parvis.example.org' }],
  ['a proxy', { TRUST_PROXY: '1' }],
  ['a mail server', { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@b.example', PUBLIC_URL: 'http://localhost:4000' }],
  ['an address of the network', { HOST: '0.0.0.0' }],
])('a stranger is nobody behind %s, whatever the database', async (_what, env) => {
  const other = await createApp(database.connection, readConfig({ LOG_LEVEL: 'silent', ...env }));
  try {
    expect(await found(other)).toMatchObject({ persona: 404, listed: 0, mailbox: 404, said: { demo: false } });
  } finally {
    await other.close();
  }
});

describe('a request', () => {
  it.each(['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'localhost'])('to %s is answered', async (host) => {
    expect((await call({ url: '/auth/options', headers: { host } })).statusCode).toBe(200);
  });
  it.each(['attacker.example:4000', 'localhost.attacker.example', '10.0.0.5:4000'])(
    'to another name (%s) is refused, be it a page, a query or a persona',
    async (host) => {
      const origin = `http://${host}`;
      for (const options of [
        { url: '/auth/options' },
        { url: '/' },
        { method: 'POST', url: '/graphql', payload: { query: '{ me { id } }' } },
        { method: 'POST', url: '/auth/persona', payload: { key: 'administration' } },
      ] as const) {
        const answer = await call({ ...options, headers: { host, origin } });
        expect([answer.statusCode, answer.json().name], `${options.url}`).toEqual([421, 'OtherHost']);
      }
    },
  );
  it('for health is answered under any name', async () => {
    expect((await call({ url: '/health', headers: { host: '10.0.0.5' } })).statusCode).toBe(200);
  });
  it('to the public address is answered', async () => {
    const other = await createApp(
      database.connection,
      readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://parvis.example.org' }),
    );
    const ask = async (host: string) => (await call({ url: '/auth/options', headers: { host } }, other)).statusCode;
    try {
      expect([await ask('parvis.example.org'), await ask('other.example.org')]).toEqual([200, 421]);
    } finally {
      await other.close();
    }
  });
});

test.each([
  ['a@b.example', true],
  ['a@b.INVALID', true],
  ['a@example.org', false],
  ['a@example', false],
  ['a@b.example.fr', false],
])('the address %s is reserved: %s', (address, reserved) => expect(isReservedAddress(address)).toBe(reserved));
