// `npm run lockfile`, after each `npm install <package>`: adds to package-lock.json the optional packages of other platforms that the registry
// did not give (a mirror that holds one platform only). `npm ci` asks for each of them again, and refuses the
// whole lockfile over one that it cannot find; an entry with its platform, in contrast, is skipped where it does not apply.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './tools.mjs';

const file = path.join(root, 'package-lock.json');
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'netbsd', 'openbsd', 'sunos'];
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** The optional dependencies without an entry, with the entry each of them needs. */
export function missingEntries({ packages }) {
  const missing = {};
  for (const [place, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (candidates(place, name).some((candidate) => packages[candidate])) continue;
      missing[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
    }
  }
  return missing;
}

/** Where Node would look for a package, from the place of the one that asks for it. */
function candidates(place, name) {
  const folders = place.split('/node_modules/');
  return folders
    .map((_, i) => [...folders.slice(0, folders.length - i), name].join('/node_modules/'))
    .concat(`node_modules/${name}`);
}

function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os || !cpu)
    throw new Error(`${name} is missing from package-lock.json, and its platform cannot be read from its name.`);
  const last = words.at(-1) ?? '';
  const libc = last.startsWith('musl') ? 'musl' : os === 'linux' && last === 'gnu' ? 'glibc' : undefined;
  return { ...(libc ? { libc: [libc] } : {}), cpu: [cpu], os: [os] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lockfile = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lockfile);
  const sorted = Object.entries({ ...lockfile.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} packages of other platforms added to package-lock.json`);
}
