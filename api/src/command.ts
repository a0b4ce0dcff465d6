import { vocabulary } from './concept/vocabulary.js';
import { type Config, ConfigProblem, readConfig } from './config.js';
import { migrate } from './database/migrate.js';
import { type Orm, openOrm } from './database/orm.js';
import { DatabaseProblem, joinDatabase, type OpenDatabase, openDatabase } from './database/server/open.js';
import { FolderInUse } from './database/server/problem.js';
import { Refusal } from './domain/errors.js';
import { sentence } from './domain/sentence.js';
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

const run = async (work: (orm: Orm, config: Config) => Promise<string>): Promise<void> => {
  const config = readConfig();
  const database = await open(config);
  onStop(() => database.stop());
  try {
    await withProgress('Applying the migrations', () => migrate(database.connection));
    const orm = openOrm(database.connection);
    try {
      process.stdout.write(await work(orm, config));
    } finally {
      await orm.close(true);
    }
  } finally {
    await database.stop();
  }
};

/**
 * Runs a command of the terminal over the migrated database, and prints what it gives; a refusal is told in English.
 *
 * @param prepare reads the arguments. @throws StartProblem with the usage
 */
export const runCommand = <T>(
  prepare: () => T,
  work: (given: T, orm: Orm, config: Config) => Promise<string>,
): void => {
  const start = async () => {
    const given = prepare();
    await run((orm, config) => work(given, orm, config));
  };
  start().catch((error: unknown) => {
    const expected = [ConfigProblem, DatabaseProblem, StartProblem].some((problem) => error instanceof problem);
    const said =
      error instanceof Refusal
        ? sentence(error, vocabulary.en, 'en')
        : error instanceof Error
          ? expected
            ? error.message
            : error.stack
          : String(error);
    process.stderr.write(`${said}\n`);
    process.exit(1);
  });
};

/** Until when a link works, as the terminal says it. */
export const writtenUntil = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant);

/** Where people reach the application. */
export const addressOf = ({ publicUrl, port }: Config): string => publicUrl ?? `http://localhost:${port}`;
