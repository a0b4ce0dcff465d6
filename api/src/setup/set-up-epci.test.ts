import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { aClock, countOf } from '../../test/people.js';
import { type Orm, openOrm } from '../database/orm.js';
import { findCaller } from '../identity/access/callers.js';
import { consumeLink } from '../identity/sign-in/links.service.js';
import { projectRoot } from '../project.js';
import { publicEpci, timeZoneOf } from './public-list.js';
import { setUpEpci } from './set-up-epci.js';

let database: TestDatabase;
let orm: Orm;
const clock = aClock();

beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.connection);
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const setUp = (siren: string, staff = `staff@${siren}.test`, displayName?: string) =>
  setUpEpci(orm.em, clock, { siren, staff, displayName });
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      ['epci', 'commune', 'referential', 'referential_item', 'obligation', 'account', 'token'].map(async (table) => [
        table,
        await countOf(orm, table),
      ]),
    ),
  );

describe('setting up an EPCI', () => {
  it('brings a métropole with its communes, the référentiel and a first person', async () => {
    const made = await setUp('200040715', ' Someone@Example.org ', 'Camille Dupont');
    expect(made).toMatchObject({
      name: 'Grenoble-Alpes-Métropole',
      communes: 49,
      timeZone: 'Europe/Paris',
      email: 'someone@example.org',
    });
    expect(
      await countOf(
        orm,
        'commune',
        "insee_code = '38185' and name = 'Grenoble' and siren = '213801855' and population > 100000",
      ),
    ).toBe(1);
    expect(await countOf(orm, 'referential', "number = 1 and valid_from = '2026-01-01' and valid_to is null")).toBe(1);
    expect(
      await countOf(orm, 'obligation', "level = 'CONSEIL' and kind = 'MEETINGS' and target = 3 and planned = 4"),
    ).toBe(1);
    expect(await countOf(orm, 'obligation')).toBe(16);
    expect(await countOf(orm, 'referential_item', "kind = 'MISSION' and 'CONSEIL' = any(levels)")).toBe(16);
    expect(await countOf(orm, 'referential_item', "kind = 'LEVEL' and text <> '' and levels = array[code::text]")).toBe(
      4,
    );
    const { secret } = await consumeLink(
      orm.em.fork(),
      { secret: made.secret, password: 'un mot de passe long' },
      clock.now(),
    );
    const caller = await findCaller(orm.em.fork(), secret, clock, 'fr');
    expect(caller).toMatchObject({ role: 'EPCI_STAFF', today: '2026-03-12' });
  });
  it('brings an EPCI overseas, which lives in its own time zone', async () => {
    const made = await setUp('249740119');
    expect(made).toMatchObject({
      name: 'CA Intercommunale du Nord de la Réunion (CINOR)',
      communes: 3,
      timeZone: 'Indian/Reunion',
    });
    expect(await countOf(orm, 'epci', "siren = '249740119' and time_zone = 'Indian/Reunion'")).toBe(1);
    expect(await countOf(orm, 'commune', "insee_code like '974%'")).toBe(3);
  });
  it('brings a territory of the Métropole du Grand Paris', async () => {
    expect(await setUp('200 057 867', 'staff@plaine.test')).toMatchObject({ name: 'Plaine Commune' });
  });
  it.each([
    ['a second run', '200040715', 'other@example.org', 'EpciAlreadySetUp'],
    ['an unknown SIREN', '552100554', 'other@example.org', 'UnknownSiren'],
    ['what is no SIREN', '200040716', 'other@example.org', 'InvalidSiren'],
    ['what is no address', '244200770', 'someone', 'InvalidEmail'],
  ])('refuses %s and writes nothing', async (_, siren, staff, name) => {
    const before = await everything();
    await expect(setUp(siren, staff)).rejects.toMatchObject({ name });
    expect(await everything()).toEqual(before);
  });
  it('takes an address that has an account in another EPCI: its password opens this one only by the link', async () => {
    const made = await setUp('243400017', 'SOMEONE@example.org');
    expect(made.email).toBe('someone@example.org');
    expect(await countOf(orm, 'account', "email = 'someone@example.org'")).toBe(2);
    expect(
      await countOf(
        orm,
        'account',
        "email = 'someone@example.org' and id in (select account_id from credential_account)",
      ),
    ).toBe(1);
  });
  it('is done once by two runs at the same moment', async () => {
    const results = await Promise.allSettled([setUp('243800984', 'a@x.test'), setUp('243800984', 'b@x.test')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await countOf(orm, 'epci', "siren = '243800984'")).toBe(1);
  });
});

describe('the time zones of France', () => {
  it.each([
    '38185',
    '2A004',
    '97105',
    '97209',
    '97302',
    '97411',
    '97502',
    '97608',
    '97701',
    '97801',
    '98613',
    '98735',
    '98818',
  ])('are known to PostgreSQL and to Node for %s', async (code) => {
    const zone = timeZoneOf(code);
    expect(new Intl.DateTimeFormat('fr', { timeZone: zone }).resolvedOptions().timeZone).toBeTruthy();
    const { rows } = await sql`select now() at time zone ${zone}`.execute(orm.em.fork().getKysely());
    expect(rows).toHaveLength(1);
  });
  it('are those of the communes', () => {
    expect(publicEpci('249730045').timeZone).toBe('America/Cayenne');
    expect(publicEpci('200060457').timeZone).toBe('Indian/Mayotte');
    expect(publicEpci('249720061').timeZone).toBe('America/Martinique');
    expect(publicEpci('200018653').timeZone).toBe('America/Guadeloupe');
  });
});

describe('npm run setup-epci', () => {
  const run = (args: string[], env: Record<string, string> = {}) =>
    new Promise<{ code: number | null; out: string; said: string }>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', path.join(projectRoot, 'api/src/setup-epci.ts'), ...args],
        {
          cwd: projectRoot,
          env: {
            ...process.env,
            TSX_TSCONFIG_PATH: path.join(projectRoot, 'api/tsconfig.json'),
            NODE_ENV: 'production',
            ...env,
          },
        },
      );
      let out = '';
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, out, said }));
    });
  const given = () => {
    const { host, port, user, database: name } = database.connection;
    return { DATABASE_URL: `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(host)}&port=${port}` };
  };

  it('prints the link on a given database, honouring the public address', async () => {
    const { code, out } = await run(['--siren', '244200770', '--staff', 'first@saint-etienne.test'], {
      ...given(),
      PUBLIC_URL: 'https://parvis.example.org/',
    });
    expect(code).toBe(0);
    expect(out).toMatch(/Saint-Étienne Métropole is set up, with 53 communes/);
    expect(out).toMatch(/^ {2}https:\/\/parvis\.example\.org\/sign-in\/link#[\w-]{43}$/m);
  });
  it('refuses in a sentence, with exit code 1', async () => {
    const again = await run(['--siren', '244200770', '--staff', 'second@saint-etienne.test'], given());
    expect(again).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringMatching(/^Saint-Étienne Métropole is set up here already\.$/m),
    });
    const unknown = await run(['--siren', '552100554', '--staff', 'a@b.fr'], given());
    expect(unknown).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringMatching(/^No EPCI of France has the SIREN 552100554\.$/m),
    });
    const lost = await run(['--siren']);
    expect(lost).toMatchObject({ code: 1, out: '' });
    expect(lost.said).toMatch(/^npm run setup-epci -- --siren /);
  });
  it('works on the embedded database, also while Parvis runs', async () => {
    const data = mkdtempSync(path.join(os.tmpdir(), 'parvis-setup-'));
    const holder = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(projectRoot, 'api/test/hold-database.ts'), data],
      {
        cwd: projectRoot,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    try {
      await new Promise((resolve) => holder.stdout.once('data', resolve));
      const beside = await run(['--siren', '200040715', '--staff', 'a@example.org'], {
        PARVIS_DATA: data,
        DATABASE_URL: '',
      });
      expect(beside.code).toBe(0);
      expect(beside.out).toContain('http://localhost:4000/sign-in/link#');
      holder.kill('SIGTERM');
      await ended;
      const alone = await run(['--siren', '200040715', '--staff', 'b@example.org'], {
        PARVIS_DATA: data,
        DATABASE_URL: '',
      });
      expect(alone).toMatchObject({
        code: 1,
        out: '',
        said: expect.stringMatching(/^Grenoble-Alpes-Métropole is set up here already\.$/m),
      });
    } finally {
      holder.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    }
  }, 60_000);
});
