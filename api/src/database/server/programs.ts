import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import type { Identity } from './identity.js';

export interface Outcome {
  code: number | null;
  output: string;
}

/** Runs one of PostgreSQL's programs as the server's user and gives its exit code and what it wrote. */
export type RunProgram = (program: 'initdb' | 'pg_ctl', args: string[]) => Promise<Outcome>;

/**
 * @param folder the working folder, which the server's user can enter (the one of this process may not be)
 */
export function programRunner(binaries: Binaries, identity: Identity, folder: string): RunProgram {
  return (program, args) =>
    new Promise((resolve, reject) => {
      const child = spawn(path.join(binaries.bin, program), args, {
        cwd: folder,
        // Nothing of the caller's PG* variables or language reaches the server; messages are in English for the log.
        env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', LC_MESSAGES: 'C' },
        uid: identity.uid,
        gid: identity.gid,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      });
      let output = '';
      const collect = (chunk: Buffer) => {
        output += chunk.toString();
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.once('error', reject);
      // Not `close`: on some systems the server that pg_ctl leaves behind keeps these pipes open.
      child.once('exit', (code) => setImmediate(() => resolve({ code, output: output.trim() })));
    });
}
