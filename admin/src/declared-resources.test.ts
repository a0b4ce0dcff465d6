import { describe, expect, it } from 'vitest';
import { columnOf, formFieldOf, isPreset, type Resource } from './crud/define';
import { type ConceptName, conceptNames, conceptOf, fieldAt, resolvePath } from './crud/metadata';
import { resources } from './declared-resources';
import terms from './generated/terms.fr.json';

/** Words of the staff pages. */
const words = Object.values(
  import.meta.glob<{ sections?: object; filters?: object }>(['./**/words.fr.json', '!./lite/**'], {
    eager: true,
    import: 'default',
  }),
);
const has = (group: 'sections' | 'filters', key: string) => words.some((texts) => key in (texts[group] ?? {}));

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
      const sections = [...(resource.form ?? []), ...(resource.page?.sections ?? [])].map(({ title }) => title);
      expect(sections.filter((title) => !has('sections', title))).toEqual([]);
      const presets = (resource.list?.filters ?? []).filter(isPreset).map(({ preset }) => preset);
      expect(presets.filter((preset) => !has('filters', preset))).toEqual([]);
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
