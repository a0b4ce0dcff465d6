import { createApp } from './app.js';
import { ConfigProblem, readConfig } from './config.js';
import { migrate } from './database/migrate.js';
import { DatabaseProblem, openDatabase } from './database/server/open.js';
import { whereWeListen } from './http/listen.js';
import { StartProblem } from './problem.js';
import { withProgress } from './progress.js';

/** Starts Parvis, in reading order: configuration, database, schema, demo, HTTP; and stops it on a signal. */
const start = async (): Promise<void> => {
  const config = readConfig();
  const database = await withProgress('Starting the database', () => openDatabase(config));
  try {
    await withProgress('Applying the migrations', () => migrate(database.connection));
    if (config.demo) {
      const { loadDemo } = await import('../../seeds/load.js');
      await withProgress('Loading the demo network', () => loadDemo(database.connection, config.clock));
    }
    const app = await createApp(database.connection, config);
    let stopping: Promise<void> | undefined;
    const stop = (): Promise<void> => {
      stopping ??= app
        .close()
        .then(() => database.stop())
        .then(() => process.exit(0));
      return stopping;
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
    // The bootstrap's channel closes when it is killed: nobody is left to pass signals on.
    process.on('disconnect', () => void stop());
    await whereWeListen(app, config);
  } catch (error) {
    await database.stop();
    throw error;
  }
};

start().catch((error: unknown) => {
  const expected = [ConfigProblem, DatabaseProblem, StartProblem].some((problem) => error instanceof problem);
  process.stderr.write(`${error instanceof Error ? (expected ? error.message : error.stack) : String(error)}\n`);
  process.exit(1);
});
