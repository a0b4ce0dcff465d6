// npm test: every check of the project, in order, each with its duration; all run even if one fails. The last line counts them.
// npm test -- NAME: the tests whose path has NAME in it, in whichever project; further arguments are vitest's, such as -t 'a title'.
// npm run check: what is known in half a minute, for between two edits: types, lint, architecture, rules.
// npm run drills [-- NAME]: the long proofs, before an issue is closed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { captured, node, root, tool } from './tools.mjs';

/** A step that is one check: passed or failed by its exit code. What it says comes in one piece, since others may run beside it. */
const check =
  (...args) =>
  async () => {
    const { code, output } = await captured(args);
    process.stdout.write(output);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };

/** What was checked last time is kept, so that only what an edit touches is checked again. */
const types = (project) =>
  check(
    ...[tool('typescript', 'tsc'), '-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile'],
    path.join(root, '.data', 'cache', `${project.replaceAll('/', '-')}.tsbuildinfo`),
  );

const quick = [
  ['Types of the API', types('api/tsconfig.json')],
  ['Types of the admin', types('admin/tsconfig.json')],
  ['Types of the configuration files', types('tsconfig.json')],
  ['Lint and format (biome)', check(tool('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.')],
  [
    'Who may import whom (dependency-cruiser)',
    check(tool('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'api', 'admin', 'seeds'),
  ],
  ['Rules (vitest, without a database)', () => vitest(['rules'])],
];
const building = ['Build', async () => ((await build()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })];
const everything = [
  ...quick,
  ['Nothing unused (knip)', check(tool('knip'))],
  ['Unit and API tests (vitest)', () => vitest(['api', 'admin'])],
  building,
  ['Journeys in a browser (vitest, Chromium)', () => journeys([])],
];

async function journeys(args) {
  const chromium = await findChromium();
  if (!chromium) return { passed: 0, failed: 1 };
  return vitest(['e2e'], args, { CHROMIUM_PATH: chromium });
}

/** Counts the tests of some vitest projects from its own JSON report; a file that does not even load counts as one failure. */
async function vitest(projects, args = [], env = {}) {
  const folder = path.join(root, '.data', 'reports');
  const report = path.join(folder, `${projects.join('-')}-${process.pid}.json`);
  mkdirSync(folder, { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.flatMap((name) => ['--project', name]);
  const code = await node([tool('vitest'), 'run', ...reporters, ...chosen, ...args], { env });
  const counts = { passed: 0, failed: 0 };
  try {
    const { testResults, numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
    );
    counts.passed = numPassedTests;
    counts.failed = numFailedTests + unloaded.length;
    if (numPendingTests > 0) console.log(`${numPendingTests} tests were skipped.`);
  } catch {
    console.error('vitest left no report.');
  } finally {
    rmSync(report, { force: true });
  }
  const nothing = counts.passed === 0 && args.length === 0;
  if (counts.failed === 0 && (code !== 0 || nothing)) counts.failed = 1;
  return counts;
}

/** The steps that run the tests whose path has one of the names in it: a browser and a build only if journeys are among them. */
async function matching(args) {
  const names = args.slice(0, args.findIndex((arg) => arg.startsWith('-')) >>> 0);
  if (names.length === 0) throw new Error("Say in which files: npm test -- NAME -t 'a title'");
  const { output } = await captured([tool('vitest'), 'list', ...names, '--filesOnly', '--json']);
  const found = new Set(JSON.parse(output.slice(output.indexOf('['))).map(({ projectName }) => projectName));
  const browser = found.delete('e2e');
  // Those have a command of their own.
  found.delete('drills');
  const title = names.join(', ');
  return [
    ...(found.size > 0 ? [[`Tests of ${title}`, () => vitest([...found], args)]] : []),
    ...(browser ? [building, [`Journeys of ${title}`, () => journeys(args)]] : []),
  ];
}

/** Runs steps one after the other, or all at once; says how long each took and, last, the counts that the run is judged by. */
async function run(steps, atOnce = false) {
  const total = { passed: 0, failed: 0 };
  const lines = [];
  const secondsSince = (instant) => `${((performance.now() - instant) / 1000).toFixed(1)} s`;
  const began = performance.now();
  const one = async ([name, work]) => {
    if (!atOnce) console.log(`\n── ${name}`);
    const start = performance.now();
    const { passed, failed } = await work();
    total.passed += passed;
    total.failed += failed;
    if (atOnce) console.log(`── ${name}: ${failed > 0 ? 'FAILED, see above' : 'well'}\n`);
    const counts = `${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}`;
    lines.push(`${name.padEnd(44)} ${secondsSince(start).padStart(8)}  ${counts}`);
  };
  if (atOnce) await Promise.all(steps.map(one));
  else for (const step of steps) await one(step);
  // Of a step that was asked for a title another may have it; of a whole run something must have been tried.
  if (total.passed === 0 && total.failed === 0) total.failed = 1;
  console.log(`\n${lines.join('\n')}\n${'In all'.padEnd(44)} ${secondsSince(began).padStart(8)}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
}

const [what, ...args] = process.argv.slice(2);
if (what === 'check') await run(quick, true);
if (what === 'drills') await run([building, ['Drills (vitest)', () => vitest(['drills'], args)]]);
if (args.length === 0) await run(everything);
const steps = await matching(args);
if (steps.length > 0) await run(steps);
console.error(`No test file has ${args.join(' or ')} in its path.`);
process.exit(1);
