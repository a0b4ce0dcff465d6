import { madeAt } from '../database/backup/keeping.rules.js';
import { type BackupState, readBackupState, standingOf } from '../jobs/backups.js';
import { versionOfParvis } from '../project.js';
import { freeBytes } from './disk.js';
import { type Facts, readFacts } from './facts.js';
import type { BackupStanding } from './health.codes.js';
import { type Check, makeReadiness, type ReadinessOptions } from './readiness.js';

export interface HealthOptions extends ReadinessOptions {
  /** `PARVIS_BACKUPS` */
  backups: string | undefined;
}

/** How the installation is, for its administrators. Instants are UTC, sizes bytes. */
export interface Report extends Pick<Facts, 'postgresql' | 'databaseBytes' | 'jobs'> {
  checks: Check[];
  /** Of Parvis. */
  version: string;
  /** On the disk of the embedded database; null with another. */
  freeBytes: number | null;
  startedAt: Date;
  waitingMails: number;
  backups: {
    standing: BackupStanding;
    /** Of the last one that was read back: when it was begun, when it was read, and its size. */
    madeAt: Date | null;
    verifiedAt: Date | null;
    bytes: number | null;
    /** When the last try failed, if it did. */
    failedAt: Date | null;
  };
}

/** What is known of the health of this Parvis. */
export interface Health {
  /** Whether people can be served now, check by check. It never throws. */
  readiness(): Promise<Check[]>;
  /** @throws what the database throws */
  facts(): Promise<Facts>;
  /** What is known of the backups; undefined without a folder for them. */
  backups(): Promise<BackupState | undefined>;
  /** All of it, for people. @throws what the database throws */
  report(): Promise<Report>;
}

const instant = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));

export const makeHealth = (options: HealthOptions): Health => {
  const { orm, backups: folder, dataFolder } = options;
  const readiness = makeReadiness(options);
  const facts = () => readFacts(orm.em.fork());
  const backups = async () => (folder === undefined ? undefined : readBackupState(folder));
  return {
    readiness,
    facts,
    backups,
    report: async () => {
      const [checks, { postgresql, databaseBytes, mails, jobs }, free, known] = await Promise.all([
        readiness(),
        facts(),
        dataFolder === undefined ? null : freeBytes(dataFolder),
        backups(),
      ]);
      const verified = known?.verified;
      return {
        checks,
        version: versionOfParvis,
        postgresql,
        databaseBytes,
        freeBytes: free,
        startedAt: new Date(Date.now() - process.uptime() * 1000),
        waitingMails: mails.WAITING,
        jobs,
        backups: {
          standing: known ? standingOf(known, new Date()) : 'OFF',
          madeAt: verified ? madeAt(verified.file) : null,
          verifiedAt: instant(verified?.at),
          bytes: verified?.bytes ?? null,
          failedAt: instant(known?.failed?.at),
        },
      };
    },
  };
};
