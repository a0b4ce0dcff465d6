import { type App, createApp } from './app.js';
import { ConfigProblem, readConfig } from './config.js';
import { prepare } from './database/prepare.js';
import { DatabaseProblem, openDatabase } from './database/server/open.js';
import { whereWeListen } from './http/listen.js';
import { holdsOnlyDemo } from './identity/sign-in/demo.js';
import { onStop } from './lifecycle.js';
import { StartProblem } from './problem.js';
import { withProgress } from './progress.js';

/** Starts Parvis, in reading order: configuration, database, schema, demo, HTTP; and stops it on a signal. */
const start = async (): Promise<void> => {
  const config = readConfig();
  const database = await openDatabase(config);
  let app: App | undefined;
  onStop(async () => {
    try {
      await app?.close();
    } finally {
      await database.stop();
    }
  });
  try {
    await withProgress('Applying the migrations', () => prepare(database));
    const { owner } = database;
    if (!owner && (config.demo || config.backups))
      throw new StartProblem(
        `${config.demo ? 'PARVIS_DEMO' : 'PARVIS_BACKUPS'} needs DATABASE_OWNER_URL: the user of DATABASE_URL does not own the tables.`,
      );
    if (owner && config.demo) {
      const { loadDemo } = await import('../../seeds/load.js');
      await withProgress('Loading the demo network', () => loadDemo(owner, config.clock));
    }
    app = await createApp(database.connection, config, { owner });
    if (config.pinnedDay && !(await holdsOnlyDemo(app.orm.em.fork())))
      throw new StartProblem(
        'PARVIS_TODAY is for demonstrations and tests, and this database holds real accounts: start without it.',
      );
    await whereWeListen(app, config);
  } catch (error) {
    await app?.close();
    await database.stop();
    throw error;
  }
};

start().catch((error: unknown) => {
  const expected = [ConfigProblem, DatabaseProblem, StartProblem].some((problem) => error instanceof problem);
  process.stderr.write(`${error instanceof Error ? (expected ? error.message : error.stack) : String(error)}\n`);
  process.exit(1);
});
