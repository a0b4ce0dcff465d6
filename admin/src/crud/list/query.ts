import type { CrudSort } from '@refinedev/core';
import { conditionOf, type ListState } from '../address';
import { type Column, columnOf, isPreset, type ListDeclaration } from '../define';
import { type ConceptName, conceptOf, mayReadPath, type Role } from '../metadata';

/** Columns that a role may see. */
export const columnsFor = (concept: ConceptName, declared: ListDeclaration, role: Role): Column[] =>
  declared.columns.map(columnOf).filter(({ path }) => mayReadPath(concept, path, role));

/** Those shown: chosen in the address, else the usual ones. */
export const shownColumns = (columns: Column[], { columns: chosen }: ListState): Column[] =>
  columns.filter(({ path, optional }) => (chosen ? chosen.includes(path) : !optional));

/** Every path that some columns need. */
export const pathsOf = (concept: ConceptName, columns: readonly Column[]): string[] => [
  ...new Set([...conceptOf(concept).title, ...columns.flatMap(({ path, needs = [] }) => [path, ...needs])]),
];

export function sortersOf(concept: ConceptName, declared: ListDeclaration, { sort }: ListState): CrudSort[] {
  const wanted = sort.length > 0 ? sort : (declared.sort ?? conceptOf(concept).order);
  return wanted.map((path) => ({ field: path.replace(/^-/, ''), order: path.startsWith('-') ? 'desc' : 'asc' }));
}

/** The day asked for, if the list is dated and looks at one. */
export function dayOf(
  concept: ConceptName,
  declared: ListDeclaration,
  { on }: ListState,
  today: string,
): string | undefined {
  if (!conceptOf(concept).dated || on === 'all') return undefined;
  return on ?? (declared.today ? today : undefined);
}

/** All filters of a state as one condition, in the API's words. */
export function whereOf(
  concept: ConceptName,
  declared: ListDeclaration,
  { filters }: ListState,
  today: string,
  setting?: number,
): object | undefined {
  const conditions = (declared.filters ?? []).flatMap((filter) => {
    const value = filters[isPreset(filter) ? filter.preset : filter];
    return value ? [conditionOf(concept, filter, value, today, setting)] : [];
  });
  return conditions.length > 1 ? { and: conditions } : conditions[0];
}
