import type { CrudFilter, CrudSort } from '@refinedev/core';
import { filterValue } from '../address';
import { type Column, columnOf, isPreset, type ListDeclaration } from '../define';
import { type ConceptName, conceptOf, mayReadPath, type Role } from '../metadata';

/** Columns that a role may see. */
export const columnsFor = (concept: ConceptName, declared: ListDeclaration, role: Role): Column[] =>
  declared.columns.map(columnOf).filter(({ path }) => mayReadPath(concept, path, role));

/** Those shown: chosen in the address, else the usual ones. */
export const shownColumns = (columns: Column[], chosen?: readonly string[]): Column[] =>
  columns.filter(({ path, optional }) => (chosen ? chosen.includes(path) : !optional));

/** Every path that some columns need. */
export const pathsOf = (concept: ConceptName, columns: readonly Column[]): string[] => [
  ...new Set([...conceptOf(concept).title, ...columns.flatMap(({ path, needs = [] }) => [path, ...needs])]),
];

/** The order of a list until another is asked for. */
export const usualOrder = (concept: ConceptName, declared: ListDeclaration): CrudSort[] =>
  (declared.sort ?? conceptOf(concept).order).map((path) => ({
    field: path.replace(/^-/, ''),
    order: path.startsWith('-') ? 'desc' : 'asc',
  }));

/** The day at which a list is looked at, if it is dated and looks at one. */
export function dayOf(
  concept: ConceptName,
  declared: ListDeclaration,
  filters: readonly CrudFilter[],
  today: string,
): string | undefined {
  const [day = declared.today ? today : undefined] = filterValue(filters, 'on');
  return conceptOf(concept).dated && day !== 'all' ? day : undefined;
}

/** The conditions that a list's named filters stand for, in the API's words. */
export const presetsOf = ({ filters = [] }: ListDeclaration, today: string, setting = 0): Record<string, object> =>
  Object.fromEntries(filters.filter(isPreset).map(({ preset, where }) => [preset, where(today, setting)]));
