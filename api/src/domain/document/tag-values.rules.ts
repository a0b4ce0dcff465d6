import type { Locale } from '../../base/codes.js';
import type { TagKind } from './document.codes.js';
import type { DocumentTags } from './document.rules.js';

/** What a tag stands for inside a scope; undefined when the scope has no such tag. `{.}` is the scope itself. */
export const tagValue = (scope: unknown, tag: string): unknown => {
  const path = tag.trim();
  if (path === '.') return scope;
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? Reflect.get(value, name)
          : undefined,
      scope,
    );
};

export interface KnownTag {
  /** As it is typed between braces, inside its list when it has one: "guichet.nom", "intitule". */
  name: string;
  kind: TagKind;
  /** Key of its words: "guichet.nom", "missions.intitule". */
  key: string;
  /** Tags of the lists around it, outermost first. */
  lists: string[];
}

/** Several tags under one name, such as `guichet`. */
export const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const walk = (scope: object, lists: string[], prefix = ''): KnownTag[] =>
  Object.entries(scope).flatMap(([property, example]): KnownTag[] => {
    const name = prefix + property;
    if (isGroup(example)) return walk(example, lists, `${name}.`);
    const key = [...lists, name].join('.');
    const kind = Array.isArray(example) ? 'LIST' : typeof example === 'boolean' ? 'CONDITION' : 'VALUE';
    const [first] = Array.isArray(example) ? example : [];
    return [{ name, kind, key, lists }, ...(isGroup(first) ? walk(first, [...lists, name]) : [])];
  });

/** Every tag that a template may use, from a tree that holds one of each. */
export const knownTags = (sample: DocumentTags): KnownTag[] => walk(sample, []);

/** What a tag stands for in a tree: one value, or one for each element of the lists around it. */
export const valuesOf = (tree: unknown, [name = '', ...inner]: readonly string[]): unknown[] => {
  const value = tagValue(tree, name);
  if (inner.length === 0) return [value];
  return Array.isArray(value) ? value.flatMap((element) => valuesOf(element, inner)) : [];
};

const answers: Record<Locale, { yes: string; no: string }> = {
  fr: { yes: 'oui', no: 'non' },
  en: { yes: 'yes', no: 'no' },
};

/** Values in one line: a list by the first thing that each element says. */
export const shown = (values: readonly unknown[], locale: Locale): string =>
  values
    .map((value): string => {
      if (Array.isArray(value))
        return shown(
          value.map((element) => Object.values(Object(element))[0]),
          locale,
        );
      if (typeof value === 'boolean') return value ? answers[locale].yes : answers[locale].no;
      return typeof value === 'string' ? value : '';
    })
    .filter(Boolean)
    .join('\u00a0; ');

/** The same tree with nothing in it, so that what a template says then is read too. */
export const emptied = (value: unknown): unknown => {
  if (Array.isArray(value)) return [];
  if (typeof value === 'boolean') return false;
  if (isGroup(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)]));
  return '';
};

/** How many letters to change, add or take away to make one word of the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The name that looks most like what was typed. */
export const nearest = (typed: string, names: readonly string[]): string => {
  const letters = plain(typed);
  const [first] = names.map((name) => ({ name, far: distance(letters, plain(name)) })).sort((a, b) => a.far - b.far);
  return first?.name ?? '';
};
