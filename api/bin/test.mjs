// `npm test`: every check of the project, in order, each with its duration; all run even if one fails. The last line counts them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { node, root, tool } from './tools.mjs';

/** A step that is one check: passed or failed by its exit code. */
const check =
  (...args) =>
  async () =>
    (await node(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

const steps = [
  ['Types of the API', check(tool('typescript', 'tsc'), '-p', 'api/tsconfig.json')],
  ['Types of the admin', check(tool('typescript', 'tsc'), '-p', 'admin/tsconfig.json')],
  ['Types of the configuration files', check(tool('typescript', 'tsc'), '-p', 'tsconfig.json')],
  ['Lint and format (biome)', check(tool('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.')],
  [
    'Who may import whom (dependency-cruiser)',
    check(tool('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'api', 'admin', 'seeds'),
  ],
  ['Nothing unused (knip)', check(tool('knip'))],
  ['Unit and API tests (vitest)', () => vitest(['api', 'admin'])],
  ['Build', async () => ((await build()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })],
  ['Journeys in a browser (vitest, Chromium)', journeys],
];

async function journeys() {
  const chromium = await findChromium();
  if (!chromium) return { passed: 0, failed: 1 };
  return vitest(['e2e'], { CHROMIUM_PATH: chromium });
}

/** Counts the tests of some vitest projects from its own JSON report; a file that does not even load counts as one failure. */
async function vitest(projects, env) {
  const folder = path.join(root, '.data', 'reports');
  const report = path.join(folder, `${projects.join('-')}-${process.pid}.json`);
  mkdirSync(folder, { recursive: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await node([tool('vitest'), ...args, ...projects.flatMap((name) => ['--project', name])], { env });
  const counts = { passed: 0, failed: 0 };
  try {
    const { testResults, numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
    );
    counts.passed = numPassedTests;
    counts.failed = numFailedTests + unloaded.length;
    if (numPendingTests > 0) console.log(`${numPendingTests} tests were skipped on this machine.`);
  } catch {
    console.error('vitest left no report.');
  } finally {
    rmSync(report, { force: true });
  }
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  return counts;
}

const total = { passed: 0, failed: 0 };
const failures = [];
for (const [name, run] of steps) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(`${name}: ${failed} failed`);
  console.log(`   ${passed} passed, ${failed} failed (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
