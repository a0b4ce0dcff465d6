// npm run dev: Parvis as one works on it, at one address. The database is this process's and outlives the API, which starts again
// when its sources change (tsx watch); vite serves the admin's sources, replaces them in the open page, and hands the rest to the API.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createServer } from 'vite';
import { readConfig } from '../src/config.js';
import { databaseUrl, openDatabase } from '../src/database/server/open.js';
import { freePort } from '../src/free-port.js';
import { onStop } from '../src/lifecycle.js';
import { projectRoot } from '../src/project.js';

/** Where a debugger attaches to the API (.vscode/launch.json). */
const debugPort = 9229;

const start = async (): Promise<void> => {
  // A database of its own: a migration that is being written does not reach that of `npm start`.
  const config = readConfig({ PARVIS_DATA: '.data/dev', PARVIS_DEMO: '1', ...process.env });
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const apiPort = await freePort();
  process.env.PARVIS_API = `http://127.0.0.1:${apiPort}`;
  const database = await openDatabase(config);
  let stop = database.stop;
  const vite = await createServer({
    root: path.join(projectRoot, 'admin'),
    server: { host: config.host, port: config.port, strictPort: true },
    clearScreen: false,
    logLevel: 'warn',
  });
  // Its own would end the process before the API and the database are stopped.
  process.removeAllListeners('SIGTERM');
  onStop(() => stop());
  try {
    await vite.listen();
  } catch (error) {
    await database.stop();
    throw error;
  }
  const watched = ['--include', 'api/src/**/*'];
  const api = spawn(
    process.execPath,
    [
      path.join(projectRoot, 'node_modules/tsx/dist/cli.mjs'),
      ...['watch', '--clear-screen=false', '--tsconfig', 'api/tsconfig.json', ...watched],
      ...['--exclude', 'api/src/**/*.test.ts', `--inspect=${debugPort}`, 'api/src/main.ts'],
    ],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(apiPort),
        PUBLIC_URL: publicUrl,
        PARVIS_DEMO: config.demo ? '1' : '0',
        DATABASE_URL: databaseUrl(database.connection),
      },
    },
  );
  const ended = once(api, 'exit');
  stop = async () => {
    api.kill('SIGTERM');
    await Promise.all([ended, vite.close()]);
    await database.stop();
  };
};

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
