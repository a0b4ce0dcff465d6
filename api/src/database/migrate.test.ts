import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { defaultItems } from '../setup/default-referential.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';
import { openOrm } from './orm.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const applied = async () =>
  (await client.query<{ name: string }>('select name from migration order by id')).rows.map(({ name }) => name);

test('migrating again, or by two processes at once, changes nothing', async () => {
  await Promise.all([migrate(database.connection), migrate(database.connection)]);
  expect(await applied()).toEqual(migrations.map(({ name }) => name));
});

test('a database of a newer version is refused, and left as it is', async () => {
  await client.query("insert into migration (name, executed_at) values ('Migration20990101000000', now())");
  await expect(migrate(database.connection)).rejects.toThrow(
    /newer version of Parvis than this one \(it has Migration20990101000000\)/,
  );
  expect(await applied()).toHaveLength(migrations.length + 1);
});

describe('a database made before référentiels were data', () => {
  beforeAll(async () => {
    await client.query('drop schema public cascade; create schema public');
    const orm = openOrm(database.connection);
    await orm.migrator.up({ to: 'Migration20261121000400' });
    await orm.close(true);
    await client.query(`
      insert into epci (siren, name) values ('243800984', 'Pays Voironnais');
      insert into commune (epci_id, insee_code, name) values (1, '38563', 'Voiron');
      insert into organisation (epci_id, name, kind) values (1, 'Voiron', 'COMMUNE');
      insert into guichet (epci_id, name, organisation_id, commune_id) values (1, 'Mairie', 1, 1);
      insert into referential (epci_id, name, number, valid_from) values (1, 'Référentiel 2016', 1, '2016-01-01');
      insert into convention (epci_id, guichet_id, number) values (1, 1, '1');
      insert into convention_version (epci_id, convention_id, guichet_id, rank, referential_id, level, missions, starts_on, ends_on)
        values (1, 1, 1, 1, 1, 'INFO', '{LEAFLETS,EXPLAIN_FILING}', '2026-01-01', '2031-12-31')`);
    await migrate(database.connection);
  });
  const all = async (query: string) => (await client.query<Record<string, unknown>>(query)).rows;

  test('has its référentiel published, with the elements that its conventions name', async () => {
    expect(await all('select state, published_at = created_at as at from referential')).toEqual([
      { state: 'PUBLISHED', at: true },
    ]);
    expect(await all('select kind, code, levels, label, text, position from referential_item order by id')).toEqual(
      [...defaultItems()].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.position - b.position)),
    );
    expect(await all('select missions from convention_version')).toEqual([
      { missions: ['LEAFLETS', 'EXPLAIN_FILING'] },
    ]);
  });

  test('has a first record of each row that was there, once', async () => {
    await migrate(database.connection);
    expect(
      await all(
        `select concept, action, count(*)::int from change where concept <> 'ReferentialItem' group by 1, 2 order by 1`,
      ),
    ).toEqual(
      ['Commune', 'Convention', 'ConventionVersion', 'Epci', 'Guichet', 'Organisation', 'Referential'].map(
        (concept) => ({
          concept,
          action: 'BASELINE',
          count: 1,
        }),
      ),
    );
  });
});
