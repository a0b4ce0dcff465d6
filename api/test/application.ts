import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type DatabaseConnection, databaseUrl } from '../src/database/server/open.js';
import { freePort } from '../src/free-port.js';
import { projectRoot } from '../src/project.js';

export interface Application {
  /** For whoever ends it otherwise than a person would. */
  process: ChildProcess;
  /** Without a final slash. */
  url: string;
  /** What it has written on the terminal so far. */
  output(): string;
  /** Stops it as a person would (SIGTERM), and gives its exit code. */
  stop(): Promise<number | null>;
}

/** The day on which the journeys take place. */
export const TODAY = '2026-03-12';

const startLimit = 120_000;

/**
 * The built application (`dist/`, built by `npm test` beforehand) as a demonstration on a given database: for the browser journeys.
 *
 * @param env variables of the configuration, such as `{ PARVIS_TODAY: '2026-03-12' }`
 * @param folder where it is, if not here
 */
export function startApplication(
  database: DatabaseConnection,
  env: Record<string, string>,
  folder = projectRoot,
): Promise<Application> {
  return launch({ DATABASE_URL: databaseUrl(database), ...env }, { folder });
}

/** What an application with a database of its own runs from. */
export interface Embedded {
  /** As `PARVIS_DATA`. */
  folder: string;
  /** From the sources, for tests that run before anything is built. */
  fromSources: boolean;
  /** Told the process at once: whoever waits for the application could not end it while it starts. */
  spawned?(child: ChildProcess): void;
}

/** The application as a demonstration on an embedded database of its own. */
export function startWithEmbedded(
  { folder, fromSources, spawned }: Embedded,
  env: Record<string, string>,
): Promise<Application> {
  const given = { DATABASE_URL: '', PARVIS_DATA: folder, ...env };
  if (!fromSources) return launch(given, { spawned });
  const tsconfig = { TSX_TSCONFIG_PATH: path.join(projectRoot, 'api', 'tsconfig.json') };
  return launch({ ...tsconfig, ...given }, { program: ['--import', 'tsx', 'api/src/main.ts'], spawned });
}

// As bootstrap.cjs starts it.
const built = ['--enable-source-maps', '--max-semi-space-size=16', 'dist/api/src/main.js'];

async function launch(
  env: Record<string, string>,
  {
    program = built,
    folder = projectRoot,
    spawned = () => undefined,
  }: { program?: string[]; folder?: string; spawned?: Embedded['spawned'] } = {},
): Promise<Application> {
  const child = spawn(process.execPath, program, {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      PARVIS_DEMO: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  spawned?.(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const stop = async () => {
    await end(child);
    return child.exitCode;
  };
  try {
    return { process: child, url: await ready(child, () => output), output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address of the line `Parvis is ready: http://…`. */
function ready(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`The application ${reason}:\n${output()}`));
    const limit = setTimeout(() => fail(`was not ready within ${startLimit / 1000} s`), startLimit);
    child.stdout?.on('data', () => {
      const url = /ready: (http\S+)/.exec(output())?.[1];
      if (!url) return;
      clearTimeout(limit);
      resolve(url.replace(/\/$/, ''));
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`ended with ${code}`);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
