import type { FastifyBaseLogger } from 'fastify';
import { Gauge, type Registry } from 'prom-client';
import type { Orm } from '../database/orm.js';
import { poolOf } from '../database/pool.js';
import type { Health } from '../health/report.js';
import { within } from '../within.js';

/** Milliseconds: Prometheus itself gives up after ten seconds. */
const patience = 5000;

interface Sources {
  orm: Orm;
  health: Health;
  log: Pick<FastifyBaseLogger, 'warn'>;
}

const seconds = (instant: Date): number => instant.getTime() / 1000;

/** What is looked up when it is asked for: checks, pool, mails, jobs, backups. @returns what does so; it never throws */
export const makeGauges = (registry: Registry, { orm, health, log }: Sources): (() => Promise<void>) => {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `parvis_${name}`, help, labelNames, registers: [registry] });
  const checks = gauge('check_ok', 'Whether a check of /health/ready holds.', 'check');
  const connections = gauge(
    'pool_connections',
    'Connections to the database, and requests that wait for one.',
    'state',
  );
  const mails = gauge('mails', 'Mails of all times, by state.', 'state');
  const runs = gauge('job_last_run_timestamp_seconds', 'When a job was last done, or last failed.', 'job', 'outcome');
  const backup = gauge('backup_verified_timestamp_seconds', 'When the last backup was read back whole.');

  const ofPool = async (): Promise<void> => {
    const { totalCount, idleCount, waitingCount } = await poolOf(orm.em);
    connections.set({ state: 'used' }, totalCount - idleCount);
    connections.set({ state: 'idle' }, idleCount);
    connections.set({ state: 'waiting' }, waitingCount);
  };
  const ofDatabase = async (): Promise<void> => {
    const facts = await health.facts();
    for (const [state, count] of Object.entries(facts.mails)) mails.set({ state }, count);
    for (const { name: job, ranAt, failedAt } of facts.jobs) {
      if (ranAt) runs.set({ job, outcome: 'done' }, seconds(ranAt));
      if (failedAt) runs.set({ job, outcome: 'failed' }, seconds(failedAt));
    }
  };
  const ofBackups = async (): Promise<void> => {
    const verified = (await health.backups())?.verified;
    if (verified) backup.set(seconds(new Date(verified.at)));
  };
  const ofChecks = async (): Promise<void> => {
    for (const { name, ok } of await health.readiness()) checks.set({ check: name }, ok ? 1 : 0);
  };

  return async () => {
    // What cannot be known now has no value, rather than one of before.
    for (const one of [checks, connections, mails, runs, backup]) one.reset();
    backup.remove();
    const failed = (error: unknown) => log.warn({ err: error }, 'Metrics: some could not be read');
    const attempt = (read: () => Promise<void>) => read().catch(failed);
    // The pool before the others take connections of their own.
    const work = attempt(ofPool).then(() => Promise.all([ofChecks, ofDatabase, ofBackups].map(attempt)));
    await within(patience, work);
  };
};
