import { globSync, readFileSync } from 'node:fs';
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
