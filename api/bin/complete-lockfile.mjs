// `npm run lockfile`, after each `npm install <package>`: gives package-lock.json the optional packages of other platforms, which npm
// leaves out beside an installed node_modules. `npm ci` elsewhere would ask for each of them again, unfixed by any hash.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, root } from './tools.mjs';

/** The optional dependencies without an entry, by the package that asks for them. */
export function missingEntries({ packages }) {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !candidates(place, name).some((candidate) => packages[candidate]))
      .map((name) => `${name} of ${place}`),
  );
}

/** The packages whose content no hash fixes. */
export function unfixed({ packages }) {
  return Object.keys(packages).filter((place) => place !== '' && !packages[place].integrity);
}

/** Where Node would look for a package, from the place of the one that asks for it. */
function candidates(place, name) {
  const folders = place.split('/node_modules/');
  return folders
    .map((_, i) => [...folders.slice(0, folders.length - i), name].join('/node_modules/'))
    .concat(`node_modules/${name}`);
}

/** Lets npm resolve what lacks, where nothing is installed. */
async function complete() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-lockfile-'));
  try {
    const lockfile = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
    for (const place of unfixed(lockfile)) delete lockfile.packages[place];
    copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
    const file = path.join(folder, 'package-lock.json');
    writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
    const options = ['--package-lock-only', '--ignore-scripts', '--no-audit', '--omit-lockfile-registry-resolved'];
    const code = await command('npm', ['install', '--prefix', folder, ...options]);
    if (code !== 0) return code;
    copyFileSync(file, path.join(root, 'package-lock.json'));
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await complete());
