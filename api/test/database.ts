import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { DatabaseConnection } from '../src/database/server/open.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; its database is never used itself. */
    server: DatabaseConnection;
    /** The name of the user by whom people are answered, who owns nothing. */
    worker: string;
    /** The migrated, empty database that each test file gets a copy of. */
    template: string;
    /** The database of the demo network on the day of the journeys, that each of their files gets a copy of. */
    demo: string;
  }
}

export interface TestDatabase {
  /** As its owner. */
  connection: DatabaseConnection;
  /** As the application answers people. */
  working: DatabaseConnection;
  /** Ends what is still connected, and removes it. */
  drop(): Promise<void>;
}

/**
 * A copy of the template, which is an empty database with every migration applied, for one test file alone:
 *
 *     const database = await createTestDatabase();
 *     afterAll(() => database.drop());
 */
export async function createTestDatabase(template = inject('template')): Promise<TestDatabase> {
  const database = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${database} template ${template}`);
  return {
    connection: { ...inject('server'), database },
    working: { ...inject('server'), database, user: inject('worker') },
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
