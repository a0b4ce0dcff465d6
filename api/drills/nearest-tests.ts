import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../src/project.js';

/** Folders whose tests stand in others as well. */
const elsewhere: Record<string, readonly string[]> = {
  'api/src/read': ['api/src/read', 'api/src/graphql/limits', 'api/src/graphql/nulls', 'api/src/history/as-of'],
  'api/src/identity/sign-in': ['api/src/identity/sign-in', 'api/src/http/'],
};

/** The tests beside a file, or the nearest above it. */
export const testsBeside = (file: string): readonly string[] => {
  const folder = path.posix.dirname(file);
  const known = elsewhere[folder];
  if (known) return known;
  const tests = readdirSync(path.join(projectRoot, folder)).filter((name) => name.endsWith('.test.ts'));
  if (tests.length > 0) return tests.map((name) => `${folder}/${name}`);
  if (folder === 'api/src') throw new Error(`No test stands near ${file}.`);
  return testsBeside(folder);
};

/** All files that a file is made of: what it imports, and what that imports. */
const madeOf = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) return found;
  found.add(file);
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(projectRoot, file), 'utf8'));
  for (const { fileName } of importedFiles) {
    const inner = path.posix.join(path.posix.dirname(file), fileName).replace(/\.js$/, '.ts');
    if (fileName.startsWith('.') && existsSync(path.join(projectRoot, inner))) madeOf(inner, found);
  }
  return found;
};

/** For each of the tests of rules, what it is made of; to ask which of them notice a file. */
export const rulesTests = (tests: readonly string[]): ((file: string) => string[]) => {
  const parts = tests.map((test) => [test, madeOf(test)] as const);
  return (file) => parts.filter(([, files]) => files.has(file)).map(([test]) => test);
};
