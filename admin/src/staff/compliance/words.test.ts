import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allKinds } from './model';

type Tree = { [key: string]: string | Tree };
const read = (path: string): Tree => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Keys are put together from the code of the kind, which no compiler follows. */
describe.each(['fr', 'en'])('the words of each kind of obligation, %s', (language) => {
  const { compliance } = read(`./words.${language}.json`) as { compliance: { value: Tree; remedy: Tree } };
  it.each(allKinds)('%s', (kind) => {
    expect(compliance.value).toHaveProperty(`${kind}_one`);
    expect(compliance.value).toHaveProperty(`${kind}_other`);
    expect(compliance.remedy).toHaveProperty(kind);
  });
});
