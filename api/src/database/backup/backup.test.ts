import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsOf, contentOf, queryOnce, schemaOf } from '../../../test/content.js';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { restoreEarlier } from '../../../test/earlier.js';
import { aClock, aLink, makePeople } from '../../../test/people.js';
import { notInBackups } from '../../identity/sign-in/secrets.entity.js';
import { settleCopy } from '../../setup/settle-copy.js';
import { migrate } from '../migrate.js';
import { openOrm } from '../orm.js';
import type { DatabaseConnection } from '../server/open.js';
import { BackupProblem } from './problem.js';
import { openBackup, readContent } from './read.js';
import { openToRestore, restore } from './restore.js';
import { writeBackup } from './write.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-backup-'));
const fileNamed = (name: string) => path.join(folder, name);
const databases: TestDatabase[] = [];
const aDatabase = async (template?: string) => {
  const database = await createTestDatabase(template);
  databases.push(database);
  return database;
};
afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const run = (connection: DatabaseConnection, sql: string) => queryOnce<Record<string, unknown>>(connection, sql);
/** What all tables say, but for those given. */
const said = async (connection: DatabaseConnection, ...without: string[]) => {
  const columns = await columnsOf(connection);
  for (const table of without) columns.delete(table);
  return contentOf(connection, columns);
};
/** What is not the same in a copy, on purpose. */
const changed = [...notInBackups, 'mail'];
const nothing = async (): Promise<void> => undefined;
const restored = async (file: string) => {
  const { connection } = await aDatabase('template0');
  await restore(connection, await openToRestore(file), nothing);
  return connection;
};
/** A backup whose header says something else, sealed as if it had been written so. */
const reworded = (file: string, from: string, to: string): string => {
  const changed = fileNamed(`${to}.backup`);
  const whole = readFileSync(file);
  const end = whole.indexOf('\n');
  const sealed = Buffer.concat([
    Buffer.from(whole.toString('utf8', 0, end).replaceAll(from, to)),
    whole.subarray(end, whole.length - 66),
  ]);
  writeFileSync(
    changed,
    Buffer.concat([sealed, Buffer.from(`\n${createHash('sha256').update(sealed).digest('hex')}\n`)]),
  );
  return changed;
};

let source: DatabaseConnection;
const file = fileNamed('people.backup');
const scan = Buffer.from([0, 9, 10, 13, 92, 46, 10, 255]);
beforeAll(async () => {
  ({ connection: source } = await aDatabase());
  const orm = openOrm(source);
  await makePeople(orm);
  await aLink(orm, '1', 'RESET', new Date());
  await orm.close(true);
  await run(
    source,
    `insert into convention_file (epci_id, version_id, guichet_id, kind, rank, file_name, media_type, size, sha256, added_by_name)
       values (1, 1, 1, 'SIGNED_SCAN', 1, E'a\\tb\\nc \\\\.', 'application/pdf', 8, '${createHash('sha256').update(scan).digest('hex')}', 'Sam');
     insert into file_chunk (epci_id, guichet_id, convention_file_id, position, bytes)
       values (1, 1, 1, 0, '\\x${scan.toString('hex', 0, 3)}'), (1, 1, 1, 1, '\\x${scan.toString('hex', 3)}');
     insert into session (token_hash, account_id, created_at, seen_at, expires_at) values ('x', 1, now(), now(), now() + interval '1 day');
     insert into mail (account_id, to_address, kind, dedupe_key, subject, text, html)
       values (1, 'staff@voiron.test', 'RESET', 'reset', 'Votre lien', 'https://secret', 'https://secret')`,
  );
  await writeBackup(source, file);
});

describe('a backup, restored', () => {
  let copy: DatabaseConnection;
  beforeAll(async () => {
    copy = await restored(file);
  });

  test('has every row, and nothing tells its schema, functions, triggers, policies and rights from the first', async () => {
    expect(await said(copy, ...changed)).toEqual(await said(source, ...changed));
    expect(await schemaOf(copy)).toEqual(await schemaOf(source));
    expect(
      await run(
        copy,
        `select file_name, array_agg(bytes order by position) as bytes from convention_file f join file_chunk c on c.convention_file_id = f.id group by 1`,
      ),
    ).toEqual([{ file_name: 'a\tb\nc \\.', bytes: [scan.subarray(0, 3), scan.subarray(3)] }]);
    // Numbers go on where they were, and what changes from now on is recorded.
    const added = `insert into organisation (epci_id, name, kind) values (1, 'Nouvelle', 'COMMUNE') returning id`;
    expect(await run(copy, added)).toEqual(await run(source, added));
    expect(await run(copy, `select id, action from change where concept = 'Organisation'`)).toEqual(
      await run(source, `select id, action from change where concept = 'Organisation'`),
    );
  });

  test('holds nothing that opens an account: no session, no link, no mail that has one', async () => {
    const tables: Record<string, string> = {};
    await readContent(await openBackup(file), async ({ table }, rows) => {
      tables[table] = '';
      for await (const piece of rows) tables[table] += piece.toString();
    });
    for (const table of notInBackups) expect(tables).not.toHaveProperty(table);
    expect(tables.mail).toContain('Votre lien');
    expect(Object.values(tables).join()).not.toContain('https://secret');
    // Tables of those names exist, and what is kept points to none of them.
    const left = `array['${notInBackups.join("', '")}']::regclass[]`;
    expect(await run(source, `select from pg_constraint where contype = 'f' and confrelid = any(${left})`)).toEqual([]);
  });

  test('opens no session and no link, and sends no mail that may have left', async () => {
    const clock = aClock('2026-03-12T09:00:00Z');
    const orm = openOrm(copy);
    try {
      await orm.em.execute(
        "insert into security_event (kind, occurred_at) values ('EXPORT', now() - interval '2 years')",
      );
      expect(await settleCopy(orm.em, clock, new Date('2026-03-12T01:00:00Z'))).toBe(0);
      expect(await orm.em.execute('select from security_event')).toEqual([]);
      await run(copy, `update file_chunk set bytes = bytes || 'x'::bytea where position = 1`);
      expect(await settleCopy(orm.em, clock, new Date('2026-03-12T01:00:00Z'))).toBe(1);
    } finally {
      await orm.close(true);
    }
    for (const table of notInBackups) expect(await run(copy, `select from ${table}`), table).toEqual([]);
    expect(await run(copy, 'select count(*)::int from credential')).toEqual([{ count: 7 }]);
    expect(await run(copy, `select dedupe_key as key, status, text from mail order by id`)).toEqual([
      { key: 'reset', status: 'SENDING', text: '' },
      { key: 'digest:1:2026-03-12', status: 'SENT', text: '' },
      { key: 'digest:2:2026-03-12', status: 'SENT', text: '' },
      { key: 'digest:6:2026-03-12', status: 'SENT', text: '' },
    ]);
  });

  test('of an earlier version is what that version becomes when it is upgraded', async () => {
    const { connection: earlier } = await aDatabase('template0');
    await restoreEarlier(earlier);
    const backup = fileNamed('earlier.backup');
    await writeBackup(earlier, backup);
    const upgraded = await restored(backup);
    await migrate(earlier);
    expect(await schemaOf(upgraded)).toEqual(await schemaOf(earlier));
    expect(await said(upgraded, ...changed)).toEqual(await said(earlier, ...changed));
  });
});

describe('refused, in words', () => {
  const refusal = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BackupProblem);
    return (error as Error).message;
  };

  test('a byte that is not as it was written, wherever it is, or a file that was cut short', async () => {
    const whole = readFileSync(file);
    const wrong = fileNamed('wrong');
    for (const at of [20, 3000, Math.floor(whole.length / 2), whole.length - 70, whole.length - 30]) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1;
      writeFileSync(wrong, bytes);
      expect(await refusal(openBackup(wrong)), `${at}`).toMatch(/damaged or was cut short|no backup of Parvis/);
    }
    for (const length of [0, 10, 4000, whole.length - 1]) {
      writeFileSync(wrong, whole.subarray(0, length));
      expect(await refusal(openBackup(wrong)), `${length}`).toMatch(/damaged or was cut short|no backup of Parvis/);
    }
  });

  test('a newer version, a file that is something else, or that is not there', async () => {
    const newer = reworded(file, 'Migration20261201001118_mail_reply_to', 'Migration20990101000000');
    expect(await refusal(openToRestore(newer))).toContain(
      'newer version of Parvis than this one (it has Migration20990101000000)',
    );
    expect(await refusal(openToRestore(reworded(file, '"parvisBackup":1', '"parvisBackup":2')))).toContain(
      'newer Parvis',
    );
    expect(await refusal(openToRestore(new URL(import.meta.url).pathname))).toContain('is no backup of Parvis');
    expect(await refusal(openToRestore(fileNamed('absent')))).toContain('There is no');
    expect(await refusal(openToRestore(folder))).toContain('is a folder');
  });

  test('a database that is not empty, which stays as it is', async () => {
    const before = await said(source);
    expect(await refusal(restore(source, await openToRestore(file), nothing))).toContain('This database is not empty');
    expect(await said(source)).toEqual(before);
  });

  test('a file that is there already, or a folder that is not', async () => {
    const copy = fileNamed('copy.backup');
    copyFileSync(file, copy);
    expect(await refusal(writeBackup(source, copy))).toContain('is there already');
    expect(await refusal(writeBackup(source, fileNamed('absent/x')))).toContain('or no folder for it');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('a restore that fails leaves an empty database; one that was cut short is not opened, and is done again', async () => {
    const { connection } = await aDatabase('template0');
    const lacking = reworded(file, '"Migration20261122000600",', '');
    expect(await refusal(restore(connection, await openToRestore(lacking), nothing))).toContain(
      'notice_watermark, which the migrations of its version do not make',
    );
    expect(await run(connection, `select from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([]);
    await run(connection, 'create table unfinished_restore (); create table epci ()');
    await expect(migrate(connection)).rejects.toThrow('cut short: then restore it again');
    await run(connection, 'create table migration (id int, name text); insert into migration values (1)');
    expect(await refusal(writeBackup(connection, fileNamed('half')))).toContain('being restored here');
    await restore(connection, await openToRestore(file), nothing);
    await migrate(connection);
    expect(await said(connection, ...changed, 'organisation', 'change')).toEqual(
      await said(source, ...changed, 'organisation', 'change'),
    );
  });
});
