// `npm run licences`: the packages of the lockfile by licence, those that only build and test apart; fails on one without a licence, or
// with one that nobody has looked at.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './tools.mjs';

/** Licences (SPDX) under which a package may be used, bundled and given away with its notice. */
const accepted = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'Unlicense',
    'Zlib',
  ],
  // Of a font, and of data.
  ...['OFL-1.1', 'CC-BY-4.0'],
]);
/** As they are, in tools that nobody is given. */
const acceptedInTools = new Set([...accepted, 'MPL-2.0', 'Python-2.0']);

/** Whether an SPDX expression leaves a way: one side of `OR`, each of `AND`. */
const allows = (expression, set) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((side) => side.split(' AND ').every((one) => set.has(one)));

/** The packages of a lockfile, by licence. */
export function licencesOf({ packages }) {
  const found = Object.entries(packages).filter(([place]) => place !== '');
  return found.map(([place, { version, license = 'none', dev = false }]) => ({
    name: `${place.split('node_modules/').at(-1)}@${version}`,
    licence: license,
    tool: dev,
    accepted: allows(license, dev ? acceptedInTools : accepted),
  }));
}

function report(licences) {
  const byLicence = Object.groupBy(licences, ({ licence }) => licence);
  return Object.entries(byLicence)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(
      ([licence, some]) => `${licence} (${some.length})\n  ${[...new Set(some.map(({ name }) => name))].join('\n  ')}`,
    )
    .join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const licences = licencesOf(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')));
  console.log(`At run time\n\n${report(licences.filter(({ tool }) => !tool))}`);
  console.log(`\nTo build and test, some of them in the pages\n\n${report(licences.filter(({ tool }) => tool))}`);
  const refused = licences.filter((one) => !one.accepted);
  for (const { name, licence } of refused) console.error(`${name}: ${licence} is no licence that was looked at`);
  process.exit(refused.length > 0 ? 1 : 0);
}
