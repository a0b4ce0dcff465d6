import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DatabaseConnection } from '../src/database/server/open.js';
import { projectRoot } from '../src/project.js';

/** The application of `measured-server.ts`, in a process of its own: its first message is a `Listening`. @param staff an address */
export const startMeasured = (connection: DatabaseConnection, staff: string): ChildProcess =>
  fork(path.join(projectRoot, 'api', 'drills', 'measured-server.ts'), [JSON.stringify(connection), staff], {
    cwd: projectRoot,
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: path.join(projectRoot, 'api', 'tsconfig.json'),
      NODE_ENV: 'production',
    },
  });

export async function endMeasured(server: ChildProcess): Promise<void> {
  if (!server.connected) return;
  const ended = once(server, 'exit');
  server.send('end');
  await ended;
}
