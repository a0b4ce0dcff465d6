import { valuesOf } from '../../crud/metadata';
import { type ItemWordsFragment, type Level, ReferentialItemsDocument } from '../../generated/graphql';
import { useRead } from '../../providers/use-read';

export type Item = ItemWordsFragment;
export type ItemKind = Item['kind'];

/** The types of reception, each adding to those before it: the order says what is cumulated, not what is better. */
export const levels = valuesOf('Level') as Level[];

export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value);

/** Codes of the items of a kind that a level holds, in the référentiel's order: what is proposed to its conventions. */
export const codesOf = (items: readonly Item[], kind: ItemKind, level: Level): string[] =>
  items.filter((item) => item.kind === kind && item.levels.includes(level)).map(({ code }) => code);

export interface Group {
  /** The level that brings them in; undefined: no level of the référentiel does. */
  level: Level | undefined;
  items: Pick<Item, 'code' | 'label' | 'text'>[];
}

/**
 * Codes under the level that brings each of them in, for reading. A code that the référentiel does not know (it was removed, or an
 * older one named it) comes last under its own name: it is on paper, so it is shown.
 */
export function byLevel(codes: readonly string[], items: readonly Item[]): Group[] {
  const firstLevel = (item: Item) => levels.find((level) => item.levels.includes(level));
  const known = items.filter(({ code }) => codes.includes(code));
  const groups: Group[] = [...levels, undefined].map((level) => ({
    level,
    items: known.filter((item) => firstLevel(item) === level),
  }));
  const unknown = codes.filter((code) => !items.some((item) => item.code === code));
  groups.at(-1)?.items.push(...unknown.map((code) => ({ code, label: code, text: null })));
  return groups.filter(({ items: some }) => some.length > 0);
}

/** The items of a référentiel, for a form in which one can choose another; undefined until they are read. */
export function useReferentialItems(referentialId: string | null | undefined): Item[] | undefined {
  const { data } = useRead(
    'ReferentialItems',
    ReferentialItemsDocument,
    { id: referentialId ?? '' },
    Boolean(referentialId),
  );
  const found = data?.referential;
  return found && found.id === referentialId ? [...found.missions.nodes, ...found.others.nodes] : undefined;
}
