import { describe, expect, it } from 'vitest';
import { columnOf, formFieldOf, isPreset, type Resource } from './crud/define';
import { type ConceptName, conceptNames, conceptOf, fieldAt, resolvePath } from './crud/metadata';
import { resources } from './declared-resources';
import terms from './generated/terms.fr.json';

/** Words of the staff pages. */
interface Made {
  sections?: Record<string, string>;
  filters?: Record<string, string>;
  phrases?: Record<string, string>;
  short?: Record<string, Record<string, string>>;
  own?: Record<string, Record<string, string>>;
}
const words = Object.values(
  import.meta.glob<Made>(['./**/words.fr.json', '!./lite/**'], { eager: true, import: 'default' }),
);
/** Keys of a section, without the form of a plural or a gender. */
const keysOf = (group: keyof Made): string[] =>
  words
    .flatMap((texts) => Object.keys(texts[group] ?? {}))
    .map((key) => key.replace(/(_(f|mv|fv))?(_(one|many|other))?$/, ''));
const ofConcepts = (group: 'own' | 'short'): [ConceptName, string][] =>
  words.flatMap((texts) =>
    Object.entries(texts[group] ?? {}).flatMap(([concept, inner]) =>
      Object.keys(inner).map((key): [ConceptName, string] => [concept as ConceptName, key]),
    ),
  );
const sectionsOf = ({ form, page }: Resource) => [...(form ?? []), ...(page?.sections ?? [])].map(({ title }) => title);
const presetsOf = ({ list }: Resource) => (list?.filters ?? []).filter(isPreset).map(({ preset }) => preset);

const sources = Object.values(
  import.meta.glob<string>(['./crud/**/*.{ts,tsx}', './staff/**/*.{ts,tsx}'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
);
/** What is said of concepts: `phrase('added')`, `phrase(row ? 'saved' : 'added')`. */
const phrases = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/\bphrase\(([^()]*)/g)].flatMap(([, args]) => args?.match(/(?<=')\w+(?=')/g) ?? []),
  ),
);

/** Every path that a declaration names, from its concept. */
function pathsOf({ concept, list, form, page }: Resource): [ConceptName, string][] {
  const own = [
    ...(list?.columns ?? []).map(columnOf).flatMap(({ path, needs = [] }) => [path, ...needs]),
    ...(list?.filters ?? []).filter((filter) => !isPreset(filter)),
    ...(list?.sort ?? []).map((path) => path.replace(/^-/, '')),
    ...(form ?? []).flatMap(({ fields }) => fields).map((field) => formFieldOf(field).path),
    ...(page?.state ?? []),
    ...(page?.needs ?? []),
    ...(page?.sections ?? []).flatMap((section) =>
      'fields' in section ? [...section.fields, ...(section.whenSet ?? [])] : [],
    ),
  ].filter((path) => typeof path === 'string');
  const related = (page?.sections ?? []).flatMap((section): [ConceptName, string][] => {
    if (!('related' in section)) return [];
    const { many, by, columns } = section.related;
    const { target } = fieldAt(concept, many).field;
    return target ? [by, ...columns.map((column) => columnOf(column).path)].map((path) => [target, path]) : [];
  });
  return [...own.map((path): [ConceptName, string] => [concept, path]), ...related];
}

describe.each(resources.map((resource): [ConceptName, Resource] => [resource.concept, resource]))(
  'the declaration of %s',
  (concept, resource) => {
    it('names only fields that the API has', () => {
      const unknown = pathsOf(resource).filter(([owner, path]) => !resolvePath(owner, path));
      expect(unknown).toEqual([]);
    });
    it('filters and sorts only by what can be', () => {
      const { filters = [], sort = [] } = resource.list ?? {};
      for (const filter of filters)
        if (!isPreset(filter)) expect(fieldAt(concept, filter).field.filter, filter).toBe(true);
      for (const path of sort) expect(fieldAt(concept, path.replace(/^-/, '')).field.sort, path).toBe(true);
    });
    it('asks only for what can be written', () => {
      for (const field of (resource.form ?? []).flatMap(({ fields }) => fields)) {
        const { path } = formFieldOf(field);
        expect(fieldAt(concept, path).field.write, path).not.toBe('none');
      }
    });
    it('asks for all that a new one cannot do without', () => {
      if (!resource.form || resource.createPage || (resource.verbs && !resource.verbs.includes('create'))) return;
      const asked = resource.form.flatMap(({ fields }) => fields).map((field) => formFieldOf(field).path);
      const { fields } = conceptOf(concept);
      const needed = Object.entries(fields).filter(
        ([, { write, nullable, default: usual }]) =>
          (write === 'both' || write === 'create') && !nullable && usual === undefined,
      );
      expect(needed.map(([name]) => name).filter((name) => !asked.includes(name))).toEqual([]);
    });
    it('has words for its sections and its named filters', () => {
      expect(sectionsOf(resource).filter((title) => !keysOf('sections').includes(title))).toEqual([]);
      expect(presetsOf(resource).filter((preset) => !keysOf('filters').includes(preset))).toEqual([]);
    });
  },
);

it('no two resources share a place in the menu', () => {
  const places = resources.flatMap(({ menu }) => (menu ? [`${menu.group} ${menu.position}`] : []));
  expect(places.length).toBeGreaterThan(0);
  expect(new Set(places).size).toBe(places.length);
});

it('every concept has a gender in French', () => {
  const genders: Record<string, { gender?: string; fields: object }> = terms.concepts;
  expect(conceptNames.filter((name) => !/^[mf]v?$/.test(genders[name]?.gender ?? ''))).toEqual([]);
});

describe('the words that are made of declarations', () => {
  it('are those of a section or of a named filter', () => {
    const sections = new Set(resources.flatMap(sectionsOf));
    // `more` is what `complete` adds; a page made by hand says a title itself.
    const isByHand = (title: string) =>
      title === 'more' || sources.some((source) => source.includes(`t('sections.${title}')`));
    expect(keysOf('sections').filter((title) => !sections.has(title) && !isByHand(title))).toEqual([]);
    const presets = new Set(resources.flatMap(presetsOf));
    expect(keysOf('filters').filter((preset) => !presets.has(preset))).toEqual([]);
  });
  it('are those of a phrase that is said', () => {
    expect([...new Set(keysOf('phrases'))].sort()).toEqual([...phrases].sort());
    const unsaid = ofConcepts('own').filter(([concept, key]) => !conceptNames.includes(concept) || !phrases.has(key));
    expect(unsaid).toEqual([]);
  });
  it('shorten the label of a field', () => {
    const unknown = ofConcepts('short').filter(([concept, key]) => !resolvePath(concept, key.replaceAll('_', '.')));
    expect(unknown).toEqual([]);
  });
});
