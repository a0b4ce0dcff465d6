import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyUseIn } from '../../test/key-use.js';
import { projectRoot } from '../project.js';

const keysOf = (value: object, key = ''): string[] =>
  Object.entries(value).flatMap(([part, inner]: [string, unknown]) => {
    const whole = key ? `${key}.${part}` : part;
    return typeof inner === 'object' && inner ? keysOf(inner, whole) : [whole];
  });
/** Forms of a plural and of a gender have one key. */
const stemOf = (key: string): string => key.replace(/(_(f|mv|fv))?(_(zero|one|many|other))?$/, '');

const read = (file: string): object => JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'));
const filesIn = (pattern: string, exclude: RegExp = /$^/): string[] =>
  globSync(pattern, { cwd: projectRoot }).filter((file) => !exclude.test(file));
const sourcesIn = (folder: string, exclude = /$^/): string[] =>
  filesIn(`${folder}/**/*.{ts,tsx}`)
    .filter((file) => !/\.test\.tsx?$|\/generated\//.test(file) && !exclude.test(file))
    .map((file) => path.join(projectRoot, file));

/** All keys of files of words, each once. @throws Error when two files say the same */
const keysIn = (files: string[]): string[] => {
  const all = files.flatMap((file) => [...new Set(keysOf(read(file)).map(stemOf))]);
  const twice = all.filter((key, index) => all.indexOf(key) !== index);
  expect(twice, 'said in two files').toEqual([]);
  return all;
};

const lite = /admin\/src\/lite\//;
const parts = [
  {
    name: 'the staff’s pages',
    keys: keysIn(filesIn('admin/src/**/words.fr.json', lite)),
    sources: sourcesIn('admin/src', lite),
    speakers: ['t'],
    /** Keys made of what is declared: `declared-resources.test.ts` has them. */
    made: /^(phrases|own|short|sections|filters)\./,
  },
  ...['kit', 'sign-in', 'mailbox', 'agent', 'agent/review'].map((folder) => ({
    name: `lite/${folder}`,
    keys: keysIn([`admin/src/lite/${folder}/words.fr.json`]),
    sources: sourcesIn(folder === 'kit' ? 'admin/src/lite' : `admin/src/lite/${folder}`),
    // The compiler finds those that are missing.
    speakers: [],
    made: /$^/,
  })),
  ...[
    { section: 'mail', folder: 'api/src/mail' },
    { section: 'toDo', folder: 'api/src/domain/todo' },
  ].map(({ section, folder }) => ({
    name: section,
    keys: keysIn([`${folder}/words.fr.json`])
      .filter((key) => key.startsWith(`${section}.`))
      .map((key) => key.slice(section.length + 1)),
    sources: sourcesIn(folder),
    speakers: ['say'],
    made: /$^/,
  })),
];

describe.each(parts)('the words of $name', ({ keys, sources, speakers, made }) => {
  const { literals, patterns, said } = keyUseIn(sources, speakers);

  it('are all used', () => {
    const isUsed = (key: string) =>
      made.test(key) || literals.has(key) || patterns.some((pattern) => pattern.test(key));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are all there', () => {
    const known = new Set(keys);
    const isKnown = (key: string | RegExp) =>
      typeof key === 'string' ? known.has(key) : keys.some((one) => key.test(one));
    expect(said.filter(({ key }) => !isKnown(key))).toEqual([]);
  });
});
