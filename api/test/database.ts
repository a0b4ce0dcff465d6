import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { DatabaseConnection } from '../src/database/server/open.js';

export interface TestDatabase {
  connection: DatabaseConnection;
  /** Ends what is still connected, and removes it. */
  drop(): Promise<void>;
}

/**
 * An empty database with every migration applied, for one test file alone:
 *
 *     const database = await createTestDatabase();
 *     afterAll(() => database.drop());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${database} template ${inject('template')}`);
  return {
    connection: { ...inject('server'), database },
    drop: () => onServer(`drop database if exists ${database} with (force)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(inject('server'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
