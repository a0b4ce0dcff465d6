import { parseArgs } from 'node:util';
import { runOnDatabase } from './command.js';
import { ConfigProblem, readConfig } from './config.js';
import { prepareStatements } from './database/administrator.js';
import { prepare } from './database/prepare.js';
import { readAddress } from './database/server/open.js';
import { StartProblem } from './problem.js';
import { withProgress } from './progress.js';

const usage = `npm run prepare-database [-- --print]

Brings the database to this version as the user of DATABASE_OWNER_URL, so that Parvis can be started with DATABASE_URL alone,
whose user owns nothing. To be run before the first start, and with each new version before it is started.

  --print  changes nothing, and prints what an administrator of PostgreSQL runs once: npm run --silent prepare-database -- --print | psql …`;

const readArguments = (): { print: boolean } => {
  try {
    const { values } = parseArgs({ options: { print: { type: 'boolean', default: false } } });
    return values;
  } catch {
    throw new StartProblem(usage);
  }
};

/** What an administrator runs, by the two addresses; nothing is connected to. @throws ConfigProblem, DatabaseProblem */
const printed = (): string => {
  const { databaseUrl, databaseOwnerUrl } = readConfig();
  if (!databaseUrl || !databaseOwnerUrl)
    throw new ConfigProblem('Give both DATABASE_URL and DATABASE_OWNER_URL: their users are named in what is printed.');
  const { user: worker, database } = readAddress(databaseUrl, 'DATABASE_URL');
  const { user: owner } = readAddress(databaseOwnerUrl, 'DATABASE_OWNER_URL');
  return prepareStatements({ database, owner, worker })
    .map((statement) => `${statement};\n`)
    .join('');
};

runOnDatabase(
  () => {
    if (!readArguments().print) return;
    process.stdout.write(printed());
    process.exit(0);
  },
  async (_given, database) => {
    await withProgress('Preparing the database', () => prepare(database));
    return `The database is ready for ${database.connection.user}.\n`;
  },
);
