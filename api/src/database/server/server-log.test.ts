import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/database.js';

// What people type stands in statements, in what is wrong with them, and in their details: none of it belongs in a log.
// The log is kept from one run to the next: each has a word of its own.
const literal = `Ombrelle ${randomBytes(6).toString('hex')}`;
const failing: [string, unknown[]?][] = [
  [`select '${literal}'::int`],
  ['select $1::int', [literal]],
  [`select "${literal}"`],
  [`insert into kept values ('${literal}'), ('${literal}')`],
  ['insert into kept values ($1), ($1)', [literal]],
  [`do $$ begin raise exception 'no: %', '${literal}'; end $$`],
  [`do $$ begin raise warning 'careful: %', '${literal}'; end $$; select 1 / 0 as "${literal}"`],
];

test('PostgreSQL’s own log holds no statement, value or detail of what it refuses', async () => {
  const database = await createTestDatabase('template0');
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const log = () => readFileSync(path.join(rows[0]!.data_directory, '..', 'server.log'), 'utf8');
    await client.query('create table kept (name text primary key)');
    for (const [statement, values] of failing) await expect(client.query(statement, values)).rejects.toThrow();
    expect(log()).toContain('database system is ready to accept connections');
    expect(log()).not.toContain(literal);
  } finally {
    await client.end();
    await database.drop();
  }
});
