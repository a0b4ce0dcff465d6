import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error: a script without types, which runs before anything is built
import { missingEntries, unfixed } from '../bin/complete-lockfile.mjs';
// @ts-expect-error: as above
import { licencesOf } from '../bin/licences.mjs';
import { projectRoot } from '../src/project.js';

const text = readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8');

test('the lockfile has an entry for every optional package of every platform (else: npm run lockfile)', () => {
  expect(missingEntries(JSON.parse(text))).toEqual([]);
});

test('every package of the lockfile is fixed by the hash of its content (else: npm run lockfile)', () => {
  expect(unfixed(JSON.parse(text))).toEqual([]);
});

test('every package has a licence that was looked at (npm run licences lists them)', () => {
  const licences: { accepted: boolean }[] = licencesOf(JSON.parse(text));
  expect(licences.length).toBeGreaterThan(500);
  expect(licences.filter(({ accepted }) => !accepted)).toEqual([]);
  const given = ['SEE LICENSE IN x', 'GPL-3.0', '(MIT OR GPL-3.0)', '(MIT AND GPL-3.0)', 'MPL-2.0', undefined];
  const packages = Object.fromEntries(given.map((license, at) => [`node_modules/${at}`, { version: '1', license }]));
  const judged: { accepted: boolean }[] = licencesOf({ packages });
  expect(judged.map(({ accepted }) => accepted)).toEqual([false, false, true, false, false, false]);
});

test('the lockfile names no registry, so that it installs from any', () => {
  expect(text).not.toContain('"resolved"');
});
