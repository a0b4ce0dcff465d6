import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/project.js';

/** What looks like a numéro unique: at least 11 digits, 17 or 18 characters, so that the odd ones of the tests are found too. */
const numbers = /(?<![\w-])(\d{3})\d{8}[\dA-Z]{6,7}(?![\w-])/gi;
const impossible = ['000', '999'];

const textOf = (file: string): string => {
  const content = readFileSync(path.join(projectRoot, file));
  return (file.endsWith('.gz') ? gunzipSync(content) : content).toString();
};

test('no text of the project holds a numéro unique that somebody could have: its territory is 000 or 999', () => {
  const files = globSync('{api,admin,seeds,schema,docs}/**/*.{ts,tsx,mjs,cjs,sql,graphql,json,csv,md,html,gz}', {
    cwd: projectRoot,
    exclude: ['**/node_modules/**', '**/dist/**'],
  });
  expect(files.length).toBeGreaterThan(500);
  const possible = [...files, 'README.md'].flatMap((file) => [
    ...new Set(
      [...textOf(file).matchAll(numbers)]
        .filter(([, territory]) => !impossible.includes(territory!))
        .map(([number]) => `${file}: ${number}`),
    ),
  ]);
  expect(possible.slice(0, 50)).toEqual([]);
});
