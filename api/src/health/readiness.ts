import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { isPrepared } from '../database/mark.js';
import type { Orm } from '../database/orm.js';
import { poolOf } from '../database/pool.js';
import { changedRoutines } from '../database/routines.js';
import { signInRole } from '../identity/access/sign-in-role.js';
import { within } from '../within.js';
import { freeBytes } from './disk.js';
import type { HealthCheckName } from './health.codes.js';

/** One thing that serving people needs. */
export interface Check {
  name: HealthCheckName;
  ok: boolean;
}

export interface ReadinessOptions {
  orm: Orm;
  /** `PARVIS_DATA`, with the embedded database; the disk of another is its operator's to watch. */
  dataFolder: string | undefined;
  log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
  /** Bytes that PostgreSQL needs to go on: its journal grows by 16 MB at a time. */
  room?: number;
  /** Milliseconds for which an answer stands: anybody may ask, and many who do cost no more than one. */
  freshness?: number;
}

/** Milliseconds: whoever asks waits some seconds at most. What is not known by then does not hold. */
const patience = 3000;

/** Was the database brought to this version, and no other since, and are its functions those of the files? */
const isOfThisVersion = async (client: pg.ClientBase): Promise<boolean> =>
  (await isPrepared(client)) && (await changedRoutines(client)).length === 0;

/** Writes a row under the role that signs people in, and takes it back: fails where the database only reads (a standby, a full disk). */
const tryToWrite = async (client: pg.ClientBase): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(`set local role ${signInRole}`);
    await client.query('insert into attempt (key, points, expire) values ($1, 0, 0)', [`health:${randomUUID()}`]);
  } finally {
    await client.query('rollback');
  }
};

/** Looks at the database over one connection of the pool that people's requests use. */
const lookAtDatabase = async (orm: Orm, holds: (name: HealthCheckName) => void): Promise<void> => {
  const pool = await poolOf(orm.em);
  const client = await pool.connect();
  let fit = false;
  try {
    await client.query('select');
    holds('CONNECTION');
    if (await isOfThisVersion(client)) holds('VERSION');
    await tryToWrite(client);
    holds('WRITE');
    fit = true;
  } finally {
    client.release(!fit);
  }
};

/** @returns what answers each time how it is now, or was a moment ago; it never throws */
export const makeReadiness = ({
  orm,
  dataFolder,
  log,
  room = 256 * 1024 * 1024,
  freshness = 1000,
}: ReadinessOptions): (() => Promise<Check[]>) => {
  const names: HealthCheckName[] = [
    'CONNECTION',
    'VERSION',
    'WRITE',
    ...(dataFolder === undefined ? [] : ['DISK' as const]),
  ];
  let wasReady = true;

  const look = (): { checks: Promise<Check[]>; done: Promise<unknown> } => {
    const held = new Set<HealthCheckName>();
    let problem: unknown;
    const keep = (error: unknown): void => {
      problem = error;
    };
    const work = Promise.all([
      lookAtDatabase(orm, (name) => held.add(name)).catch(keep),
      dataFolder !== undefined &&
        freeBytes(dataFolder)
          .then((free) => free >= room && held.add('DISK'))
          .catch(keep),
    ]);
    const checks = within(patience, work).then(() => {
      const found = names.map((name) => ({ name, ok: held.has(name) }));
      const lacking = found.filter(({ ok }) => !ok).map(({ name }) => name);
      if (lacking.length > 0 && wasReady) log.warn({ lacking, err: problem }, 'Health: not ready');
      if (lacking.length === 0 && !wasReady) log.info('Health: ready again');
      wasReady = lacking.length === 0;
      return found;
    });
    return { checks, done: work };
  };

  let last: Promise<Check[]> | undefined;
  return () => {
    if (last) return last;
    const { checks, done } = look();
    last = checks;
    // A look that hangs is not begun a second time.
    void done.then(() => setTimeout(() => (last = undefined), freshness).unref());
    return checks;
  };
};
