import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../src/project.js';
import { mutants } from './mutants.js';

// The short form of mutants.drill.ts: what the mutants change is there to be changed.
it.each(mutants)('$says: what it changes stands once in $file', ({ file, find, put }) => {
  expect(readFileSync(path.join(projectRoot, file), 'utf8').split(find)).toHaveLength(2);
  expect(put).not.toContain(find);
});
