import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../../free-port.js';
import { withProgress } from '../../progress.js';
import { within } from '../../within.js';
import { type Binaries, findBinaries } from './binaries.js';
import type { DatabaseConnection, OwnedDatabase } from './connection.js';
import { serverFolder, socketFolder } from './folder.js';
import { chooseIdentity, type Identity } from './identity.js';
import { takeLock } from './lock.js';
import { postmaster } from './postmaster.js';
import { DatabaseProblem } from './problem.js';
import { programRunner, type RunProgram } from './programs.js';

const name = 'parvis';
/** Who answers people, and owns nothing. */
const workingName = 'parvis_app';
const isWindows = process.platform === 'win32';

/**
 * What its log leaves out: statements and their values, and the errors of sessions with their details, in which both stand. Whoever
 * asked is told of an error, and Parvis logs it in its own words. What the server does and what ends it is logged.
 */
const discretion = {
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** How often the server is looked at, to start it again if somebody killed it. */
const watchEvery = 1_000;
/** What is left to such a start, in milliseconds, when the application is told to stop meanwhile. */
const restartPatience = 1_000;

export interface EmbeddedOptions {
  /** Absolute path of the data folder (`PARVIS_DATA`). */
  folder: string;
  /** Lines of postgresql.conf besides ours, such as `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
  /** How long to wait, in milliseconds, for another Parvis that uses the folder and may be stopping. */
  patience?: number;
}

/**
 * Starts the PostgreSQL of the npm packages in a folder, or takes over the one that a killed Parvis left running there.
 * No password and no port: a Unix socket in a private folder, and the system's word for who is at the other end (peer
 * authentication). Windows has neither, hence a random port on 127.0.0.1 and a generated password (untested).
 *
 * @throws DatabaseProblem with a sentence for the person at the terminal
 */
export async function startEmbedded({
  folder,
  settings = {},
  patience = 2_500,
}: EmbeddedOptions): Promise<OwnedDatabase> {
  const identity = chooseIdentity(folder);
  const home = serverFolder(folder, identity);
  const lock = await takeLock(path.join(folder, 'lock'), patience);
  try {
    const binaries = findBinaries(identity);
    const run = programRunner(binaries, identity, home);
    const server = postmaster(home, run);
    if (!existsSync(path.join(home, 'data'))) {
      await withProgress('Creating the database', () => initialise(home, run));
    }
    checkVersion(home, binaries);

    const start = async () => {
      const socket = isWindows ? undefined : socketFolder(home, identity);
      await configure(home, identity, { ...(await transport(socket)), ...settings });
      await withProgress('Starting PostgreSQL', () => server.start(socket));
    };
    if (!server.running()) await start();
    let connection = connectionTo(home, server.running());
    if (!(await ensureDatabase(connection))) {
      // The folder was moved under a running server: its socket is not where it says.
      await server.stop();
      await start();
      connection = connectionTo(home, server.running());
      await ensureDatabase(connection);
    }

    let stopping: Promise<void> | undefined;
    let restarting: Promise<void> | undefined;
    const watch = setInterval(() => {
      if (stopping || restarting || server.running()) return;
      restarting = start()
        .catch((error: Error) => void process.stderr.write(`${error.message}\n`))
        .finally(() => {
          restarting = undefined;
        });
    }, watchEvery);
    watch.unref();

    return {
      ...usersOf(connection),
      embedded: true,
      stop: () => {
        stopping ??= (async () => {
          clearInterval(watch);
          // One that recovers from a crash may take its time: it is stopped all the same.
          if (restarting) await within(restartPatience, restarting);
          await withProgress('Stopping PostgreSQL', () => server.stop());
          lock.release();
        })();
        return stopping;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The server that another Parvis has started on a folder and goes on using, to be shared for a moment: `stop` leaves it
 * running. `undefined` when none runs.
 */
export function joinEmbedded(folder: string): OwnedDatabase | undefined {
  const identity = chooseIdentity(folder);
  const home = serverFolder(folder, identity);
  const running = postmaster(home, programRunner(findBinaries(identity), identity, home)).running();
  return running && { ...usersOf(connectionTo(home, running)), embedded: true, stop: async () => undefined };
}

/** Into `data.new`, renamed when complete: whoever interrupts it leaves nothing that looks like a database. */
async function initialise(home: string, run: RunProgram): Promise<void> {
  const unfinished = path.join(home, 'data.new');
  const passwordFile = path.join(home, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  if (isWindows) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const { code, output } = await run('initdb', [
    ...['-D', unfinished, '-U', name, '--encoding=UTF8', '--data-checksums', '--no-instructions'],
    ...['--locale-provider=icu', '--icu-locale=fr-FR', '--locale=C'],
    ...(isWindows ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=peer']),
  ]);
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new DatabaseProblem(`The embedded database could not be created in ${home}: ${output.split('\n').at(-1)}`);
  }
  appendFileSync(path.join(unfinished, 'postgresql.conf'), "\ninclude = 'parvis.conf'\n");
  if (!isWindows) writeFileSync(path.join(unfinished, 'pg_hba.conf'), 'local all all peer map=parvis\n');
  renameSync(unfinished, path.join(home, 'data'));
}

function checkVersion(home: string, { major }: Binaries): void {
  const written = readFileSync(path.join(home, 'data', 'PG_VERSION'), 'utf8').trim();
  if (written === major) return;
  throw new DatabaseProblem(
    `The data in ${home} was written by PostgreSQL ${written} and this Parvis brings PostgreSQL ${major}: ` +
      'back it up with the Parvis that wrote it (npm run backup -- FILE), and restore it with this one into another folder (PARVIS_DATA).',
  );
}

async function transport(socket: string | undefined): Promise<Record<string, string>> {
  if (!socket) return { listen_addresses: '127.0.0.1', port: String(await freePort()) };
  return { listen_addresses: '', unix_socket_directories: socket, unix_socket_permissions: '0700' };
}

/** Written anew at each start, so that a moved folder or another system user is no obstacle. */
async function configure(home: string, identity: Identity, settings: Record<string, string>): Promise<void> {
  const all = { timezone: 'UTC', log_timezone: 'UTC', lc_messages: 'C', ...discretion, ...settings };
  const quote = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const lines = Object.entries(all).map(([key, value]) => `${key} = ${quote(value)}\n`);
  const users = new Set(['root', identity.name]);
  const files = {
    'parvis.conf': lines.join(''),
    // Which system users may come in, as any role: the owner of the folder, and root, who can read it all anyway.
    'pg_ident.conf': [...users].map((user) => `parvis "${user}" all\n`).join(''),
  };
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(home, 'data', file);
    writeFileSync(target, text, { mode: 0o600 });
    if (identity.uid !== undefined && identity.gid !== undefined) chownSync(target, identity.uid, identity.gid);
  }
}

function connectionTo(home: string, running: { port: number; socketFolder: string } | undefined): DatabaseConnection {
  if (!running) throw new DatabaseProblem('The embedded PostgreSQL ended as soon as it had started.');
  const base = { port: running.port, user: name, database: name };
  if (!isWindows) return { ...base, host: running.socketFolder };
  return { ...base, host: '127.0.0.1', password: readFileSync(path.join(home, 'password'), 'utf8').trim() };
}

const usersOf = (owner: DatabaseConnection): Pick<OwnedDatabase, 'connection' | 'owner'> => ({
  connection: { ...owner, user: workingName },
  owner,
});

/** Creates the application's database and its second user once. `false`: nobody answers where the server should be. */
async function ensureDatabase(connection: DatabaseConnection): Promise<boolean> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  try {
    await client.connect();
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [connection.database]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(connection.database)}`);
    const { rowCount: known } = await client.query('select from pg_roles where rolname = $1', [workingName]);
    const password = connection.password === undefined ? '' : ` password ${pg.escapeLiteral(connection.password)}`;
    if (!known) await client.query(`create role ${workingName} login noinherit${password}`);
    return true;
  } finally {
    await client.end();
  }
}
