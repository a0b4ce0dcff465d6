import { parseArgs } from 'node:util';
import { linkAddress } from './access/links.service.js';
import { vocabulary } from './concept/vocabulary.js';
import { type Config, ConfigProblem, readConfig } from './config.js';
import { migrate } from './database/migrate.js';
import { openOrm } from './database/orm.js';
import { DatabaseProblem, joinDatabase, type OpenDatabase, openDatabase } from './database/server/open.js';
import { FolderInUse } from './database/server/problem.js';
import { Refusal } from './domain/errors.js';
import { sentence } from './domain/sentence.js';
import { entities } from './entities.js';
import { onStop } from './lifecycle.js';
import { StartProblem } from './problem.js';
import { withProgress } from './progress.js';
import { setUpEpci } from './setup/set-up-epci.js';

const usage = `npm run setup-epci -- --siren 200040715 --staff someone@example.org [--name "Camille Dupont"]

  --siren  the SIREN of the EPCI, nine digits
  --staff  the e-mail address of the first person of its staff, who then invites the others
  --name   how that person is called; their address until they say`;

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: { siren: { type: 'string' }, staff: { type: 'string' }, name: { type: 'string' } },
    });
    if (values.siren && values.staff) return { siren: values.siren, staff: values.staff, displayName: values.name };
  } catch {
    // An option that is not ours, or without its value.
  }
  throw new StartProblem(usage);
};

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

/** Sets up an EPCI and prints the invitation of the first person of its staff. */
const setUp = async (): Promise<void> => {
  const given = readArguments();
  const config = readConfig();
  const database = await open(config);
  onStop(() => database.stop());
  try {
    await withProgress('Applying the migrations', () => migrate(database.connection));
    const orm = openOrm(database.connection, entities);
    try {
      const made = await setUpEpci(orm.em, config.clock, given);
      const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
      const until = new Intl.DateTimeFormat('en-GB', {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: made.timeZone,
      }).format(made.expiresAt);
      process.stdout.write(
        `${made.name} is set up, with ${made.communes} communes and the time zone ${made.timeZone}.\n` +
          `Pass this link on to ${made.email}. It works once, until ${until}:\n\n  ${linkAddress(publicUrl, made.secret)}\n`,
      );
    } finally {
      await orm.close(true);
    }
  } finally {
    await database.stop();
  }
};

setUp().catch((error: unknown) => {
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
