import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../src/project.js';

export interface Application {
  /** Without a final slash. */
  url: string;
  /** What it has written on the terminal so far. */
  output(): string;
  /** Stops it as a person would (SIGTERM), removes its data, and gives its exit code. */
  stop(): Promise<number | null>;
}

const startLimit = 120_000;

/**
 * The built application (`dist/`, built by `npm test` beforehand), started as `npm start` does, with the demo network in a data
 * folder of its own: for the browser journeys.
 *
 * @param env variables of the configuration, such as `{ PARVIS_TODAY: '2026-03-12' }`
 */
export async function startApplication(env: Record<string, string> = {}): Promise<Application> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'parvis-journeys-'));
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/api/src/main.js'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(await freePort()), PARVIS_DATA: data, ...env },
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
    rmSync(data, { recursive: true, force: true });
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
