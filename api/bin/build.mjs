// Builds what has changed since the last build: the API with tsc, the admin with vite. Types are checked by `npm test`, not here.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearButFormer, compressAll, dropRepeated } from './assets.mjs';
import lock from './lock.cjs';
import { node, root, tool } from './tools.mjs';

const targets = [
  {
    name: 'the API',
    output: 'dist',
    clear: (folder) => rmSync(folder, { recursive: true, force: true }),
    inputs: ['api/src', 'seeds', 'api/tsconfig.build.json', 'tsconfig.json', 'package-lock.json'],
    build: () => node([tool('typescript', 'tsc'), '-p', 'api/tsconfig.build.json', '--noCheck']),
  },
  {
    name: 'the admin',
    output: 'admin/dist',
    clear: clearButFormer,
    inputs: ['admin', 'api/bin/assets.mjs', 'tsconfig.json', 'package-lock.json'],
    build: () => node([tool('vite'), 'build', 'admin', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } }),
    finish: async (folder) => {
      dropRepeated(folder);
      await compressAll(folder);
    },
  },
];

/** Neither built from, nor worth a new build. */
const ignored = new Set(['dist', 'e2e', 'node_modules']);

/** Tests, and the data that is read when it is loaded. */
const notBuilt = /\.test\.tsx?$|\.csv$|\.md$/;

/** Builds both, at the same time, where their sources changed. Gives whether all is well. */
export function build() {
  return lock.alone(async () => {
    const results = await Promise.all(targets.map(buildIfChanged));
    return results.every(Boolean);
  });
}

async function buildIfChanged({ name, output, inputs, clear, build, finish }) {
  const folder = path.join(root, output);
  const stamp = path.join(folder, '.built-from');
  const sources = fingerprint(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return true;
  const began = performance.now();
  console.error(`Building ${name}…`);
  clear(folder);
  const code = await build();
  if (code !== 0) {
    console.error(`${name[0].toUpperCase()}${name.slice(1)} could not be built.`);
    return false;
  }
  await finish?.(folder);
  writeFileSync(stamp, sources);
  console.error(`Building ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return true;
}

/** A hash of the paths and contents of the sources. */
function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(input))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return `${hash.digest('hex')}\n`;
}

function filesOf(input) {
  const absolute = path.join(root, input);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [input];
  return readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name) && !notBuilt.test(entry.name))
    .map((entry) => `${input}/${entry.name}`)
    .sort()
    .flatMap((file) => filesOf(file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await build()) ? 0 : 1);
