import { Refusal } from './base/refusal.js';
import { sentenceOf } from './base/refusal-sentence.js';
import { type Config, ConfigProblem, readConfig } from './config.js';
import { BackupProblem } from './database/backup/problem.js';
import { type Orm, openOrm } from './database/orm.js';
import { prepare } from './database/prepare.js';
import {
  DatabaseProblem,
  joinDatabase,
  type OpenDatabase,
  type OwnedDatabase,
  openDatabase,
} from './database/server/open.js';
import { FolderInUse } from './database/server/problem.js';
import { onStop } from './lifecycle.js';
import { StartProblem } from './problem.js';
import { withProgress } from './progress.js';

/** The database, whether Parvis runs meanwhile or not. */
const open = async (config: Config): Promise<OpenDatabase> => {
  try {
    return await openDatabase(config);
  } catch (error) {
    const joined = error instanceof FolderInUse ? joinDatabase(config) : undefined;
    if (!joined) throw error;
    return joined;
  }
};

/**
 * Runs a command of the terminal over the database as it is, as its owner, and prints what it gives; a refusal is told in English.
 *
 * @param readArguments reads the arguments, before the database is opened. @throws StartProblem with the usage
 */
export const runOnDatabase = <T>(
  readArguments: () => T | Promise<T>,
  work: (given: T, database: OwnedDatabase, config: Config) => Promise<string>,
): void => {
  const start = async () => {
    const given = await readArguments();
    const config = readConfig();
    const database = await open(config);
    onStop(async () => {
      await database.stop();
      throw new StartProblem('It was interrupted.');
    });
    try {
      const { owner } = database;
      if (!owner)
        throw new StartProblem(
          'This command needs DATABASE_OWNER_URL: the user of DATABASE_URL does not own the tables.',
        );
      process.stdout.write(await work(given, { ...database, owner }, config));
    } finally {
      await database.stop();
    }
  };
  start().catch((error: unknown) => {
    const known = [ConfigProblem, DatabaseProblem, StartProblem, BackupProblem];
    const expected = known.some((problem) => error instanceof problem);
    const said =
      error instanceof Refusal
        ? sentenceOf(error, 'en')
        : error instanceof Error
          ? expected
            ? error.message
            : error.stack
          : String(error);
    process.stderr.write(`${said}\n`);
    process.exit(1);
  });
};

/** Runs a command of the terminal over the migrated database. As `runOnDatabase` else. */
export const runCommand = <T>(
  readArguments: () => T,
  work: (given: T, orm: Orm, config: Config) => Promise<string>,
): void =>
  runOnDatabase(readArguments, async (given, database, config) => {
    await withProgress('Applying the migrations', () => prepare(database));
    const orm = openOrm(database.owner);
    try {
      return await work(given, orm, config);
    } finally {
      await orm.close(true);
    }
  });

/** Until when a link works, as the terminal says it. */
export const writtenUntil = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant);

/** Where people reach the application. */
export const addressOf = ({ publicUrl, port }: Config): string => publicUrl ?? `http://localhost:${port}`;
