import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../src/project.js';

/** Ends well when the tests noticed enough. A vitest within ours must not take itself for a worker of it. */
const scored = async (...asked: string[]): Promise<number | null> => {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$|^TEST$/.test(name)),
  );
  const child = fork(path.join(projectRoot, 'api', 'drills', 'mutation-score.ts'), asked, {
    cwd: projectRoot,
    execArgv: ['--import', 'tsx'],
    env: { ...env, TSX_TSCONFIG_PATH: path.join(projectRoot, 'api', 'tsconfig.json') },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

it('each of the kept changes is noticed by the tests nearest to it', async () => {
  expect(await scored('kept')).toBe(0);
});

it('of all changes of the rules, 85 % are noticed by the rules’ own tests', async () => {
  expect(await scored('rules')).toBe(0);
}, 7_200_000);

it('of 150 changes of services, SQL, access and the read road, 85 % are noticed by the tests nearest to them', async () => {
  expect(await scored('services', '--count', '150')).toBe(0);
}, 7_200_000);
