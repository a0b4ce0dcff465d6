import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error: a script without types, which runs before anything is built
import { missingEntries, unfixed } from '../bin/complete-lockfile.mjs';
import { projectRoot } from '../src/project.js';

const text = readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8');

test('the lockfile has an entry for every optional package of every platform (else: npm run lockfile)', () => {
  expect(missingEntries(JSON.parse(text))).toEqual([]);
});

test('every package of the lockfile is fixed by the hash of its content (else: npm run lockfile)', () => {
  expect(unfixed(JSON.parse(text))).toEqual([]);
});

test('the lockfile names no registry, so that it installs from any', () => {
  expect(text).not.toContain('"resolved"');
});
