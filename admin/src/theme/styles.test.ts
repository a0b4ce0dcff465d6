import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const files = globSync('{theme,shell,crud,staff}/**/*.css', { cwd: root });
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');

describe.each(files)('%s', (file) => {
  const css = read(file);

  it('keeps things apart by the steps of the scale alone', () => {
    const gaps = [...css.matchAll(/(?:^|[\s;{])(?:row-|column-)?gap:\s*([^;]+);/g)].map(([, value = '']) => value);
    expect(gaps.filter((value) => !/^(?:(?:0|var\(--space-\d\))\s?)+$/.test(value))).toEqual([]);
  });

  it.skipIf(file.startsWith('theme/'))('counts on no class of Ant Design: only the theme does', () => {
    const selectors = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, ';');
    expect(selectors.match(/\.ant-[\w-]+/g) ?? []).toEqual([]);
  });
});

it('there are styles to look at', () => {
  expect(files.length).toBeGreaterThan(10);
});

/** What a source imports and shows: files read with it, files fetched later, styles, and the classes it names. */
const sources = new Map(
  globSync('{*,{theme,shell,crud,staff,providers,i18n}/**/*}.{ts,tsx}', { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .map((file) => {
      const text = read(file);
      const found = (pattern: RegExp) =>
        [...text.matchAll(pattern)].flatMap(([, name = '']) => {
          const at = path.posix.join(path.posix.dirname(file), name);
          return [at, `${at}.ts`, `${at}.tsx`].filter((candidate) => existsSync(`${root}/${candidate}`)).slice(0, 1);
        });
      const imports = found(/^(?:import(?! type)[^'"]*|\} from )'(\.[^']+)'/gm);
      const classes = [...text.matchAll(/className=(?:"([^"]+)"|\{[^}]*?[`'"]([^`'"]+)[`'"])/g)];
      return [
        file,
        {
          imports: imports.filter((one) => !one.endsWith('.css')),
          styles: imports.filter((one) => one.endsWith('.css')),
          later: found(/import\('(\.[^']+)'\)/g),
          classes: classes.flatMap(([, plain, built]) => `${plain ?? built}`.split(/\s+/)),
        },
      ] as const;
    }),
);
/** Sources that come together. */
const closure = (starts: Iterable<string>) => {
  const all = new Set(starts);
  for (const file of all) for (const next of sources.get(file)?.imports ?? []) all.add(next);
  return all;
};
const stylesOf = (all: Set<string>) => [...all].flatMap((file) => sources.get(file)?.styles ?? []);

describe('a page that is fetched when it is opened', () => {
  const defined = new Map<string, string[]>();
  for (const file of files)
    for (const [, name = ''] of read(file).matchAll(/\.([a-zA-Z][\w-]*)/g))
      defined.set(name, [...(defined.get(name) ?? []), file]);
  const entry = closure(['main.tsx', ...[...sources.keys()].filter((file) => /\.resource\.tsx?$/.test(file))]);
  const pages = new Set([...sources.values()].flatMap(({ later }) => later));

  it('is found', () => {
    expect(pages.size).toBeGreaterThan(20);
  });
  it.each([...pages])('%s: brings the styles of what it shows', (page) => {
    const shown = closure([page]);
    const brought = new Set([...stylesOf(entry), ...stylesOf(shown)]);
    const bare = [...shown].flatMap((file) =>
      (sources.get(file)?.classes ?? [])
        .filter((name) => defined.get(name)?.every((css) => !brought.has(css)))
        .map((name) => `${file}: .${name}`),
    );
    expect(bare).toEqual([]);
  });
});
