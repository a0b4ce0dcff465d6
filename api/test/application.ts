import { type ChildProcess, spawn } from 'node:child_process';
import { type DatabaseConnection, databaseUrl } from '../src/database/server/open.js';
import { freePort } from '../src/free-port.js';
import { projectRoot } from '../src/project.js';

export interface Application {
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
 */
export async function startApplication(
  database: DatabaseConnection,
  env: Record<string, string>,
): Promise<Application> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/api/src/main.js'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      DATABASE_URL: databaseUrl(database),
      PARVIS_DEMO: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
    return { url: await ready(child, () => output), output: () => output, stop };
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
