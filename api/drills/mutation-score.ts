// Changes the code where it may be wrong, one place at a time, and counts how often the nearest tests notice. A process of its own, since
// it runs vitest (`mutants.drill.ts` forks it).
//   npx tsx --tsconfig api/tsconfig.json api/drills/mutation-score.ts kept
//   … rules [--count 100 --seed 1]: changes of the rules; all, when no count is given
//   … services [--count 150 --seed 1]: changes of services, SQL, access and the read road
// It fails when a kept change was not noticed, or too few of the others.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { projectRoot } from '../src/project.js';
import { type Drawn, offeredBy } from './drawn-mutants.js';
import { mutants } from './mutants.js';
import { type Change, survivorsOf } from './mutation.js';
import { rulesTests, testsBeside } from './nearest-tests.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '20260312' }, count: { type: 'string' } },
});

const files = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: projectRoot })
    .map((file) => file.split(path.sep).join('/'))
    .sort();
const sources = (...patterns: string[]) => files(...patterns).filter((file) => !file.endsWith('.test.ts'));

/** As many of the changes as were asked for, each with the same chance; the same ones for the same seed. */
const drawn = (offered: readonly Drawn[]): readonly Drawn[] => {
  if (values.count === undefined) return offered;
  const length = Math.min(Number(values.count), offered.length);
  const some = fc.shuffledSubarray([...offered], { minLength: length, maxLength: length });
  return fc.sample(some, { seed: Number(values.seed), numRuns: 1 }).flat();
};

const kept = (): Change[] =>
  mutants.map(({ says, file, find, put, tests }) => {
    const text = readFileSync(path.join(projectRoot, file), 'utf8');
    if (text.split(find).length !== 2) throw new Error(`${file} does not have this once: ${find}`);
    return { says, file, text: text.replace(find, () => put), tests };
  });

const ofRules = (): Change[] => {
  const noticing = rulesTests(files('api/src/**/*.rules.test.ts'));
  return drawn(
    sources('api/src/**/*.rules.ts')
      .filter((file) => !file.includes('/document/'))
      .flatMap(offeredBy),
  ).map((one) => ({ ...one, tests: noticing(one.file) }));
};

const ofServices = (): Change[] =>
  drawn(
    sources('api/src/domain/**/*.{service,sql,facts}.ts', 'api/src/identity/**/*.ts', 'api/src/read/*.ts').flatMap(
      offeredBy,
    ),
  ).map((one) => ({ ...one, tests: testsBeside(one.file) }));

const what: Record<string, { changes: () => Change[]; projects: string[]; least: number }> = {
  kept: { changes: kept, projects: ['api', 'rules'], least: 1 },
  rules: { changes: ofRules, projects: ['rules'], least: 0.85 },
  services: { changes: ofServices, projects: ['api', 'rules'], least: 0.85 },
};
const [asked = ''] = positionals;
const chosen = what[asked];
if (!chosen) throw new Error(`Say what to change: ${Object.keys(what).join(', ')}`);
const changes = chosen.changes();
const survivors = await survivorsOf(changes, chosen.projects);
const score = 1 - survivors.length / changes.length;
console.log(
  `${asked}: ${changes.length - survivors.length} of ${changes.length} were noticed (${(score * 100).toFixed(1)} %)`,
);
for (const { file, says } of survivors) console.log(`  survived: ${file}: ${says}`);
process.exit(score < chosen.least ? 1 : 0);
