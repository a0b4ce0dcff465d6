import type { Level, ReferentialPageQuery } from '../../generated/graphql';
import type { ItemKind } from './items';

export type Version = NonNullable<ReferentialPageQuery['referential']>;
export type EditedItem = Version['missions']['nodes'][number];
export type Obligation = Version['obligations']['nodes'][number];
export type Versions = ReferentialPageQuery['versions']['nodes'];

/** The parts of a level's page that are lists of items, in reading order. */
export const listKinds = ['MISSION', 'RECEPTION_MODE', 'MEANS', 'COMPETENCE'] as const satisfies readonly ItemKind[];
export type ListKind = (typeof listKinds)[number];

/** Every item of a version, in the order of each kind. */
export const itemsOf = ({ levels, missions, modes, means, competences }: Version): EditedItem[] =>
  [levels, missions, modes, means, competences].flatMap(({ nodes }) => nodes);

export const ofLevel = (items: readonly EditedItem[], kind: ItemKind, level: Level): EditedItem[] =>
  items.filter((item) => item.kind === kind && item.levels.includes(level));

/** The version published last before a draft: the one that it is compared with, and takes over from. */
export const formerOf = (versions: Versions, { id }: { id: string }): Versions[number] | undefined =>
  versions
    .filter((one) => one.state === 'PUBLISHED' && one.id !== id)
    .sort((one, other) => other.validFrom.localeCompare(one.validFrom))[0];

/** A code from a label, as the API takes it: "Dire où en est le dossier" → "DIRE_OU_EN_EST_LE_DOSSIER". */
export const codeFrom = (label: string, taken: readonly string[]): string => {
  const base =
    label
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^_|_$/g, '')
      .slice(0, 50) || 'CODE';
  if (!taken.includes(base)) return base;
  const next = Array.from({ length: taken.length + 1 }, (_, index) => `${base}_${index + 2}`);
  return next.find((code) => !taken.includes(code)) ?? base;
};

/**
 * The new places of the items of a kind when one moves before or after its neighbour in a level's list: only those that change.
 */
export function placesAfter(
  all: readonly EditedItem[],
  shown: readonly EditedItem[],
  moved: EditedItem,
  by: -1 | 1,
): { item: EditedItem; position: number }[] {
  const neighbour = shown[shown.indexOf(moved) + by];
  if (!neighbour) return [];
  const rest = all.filter((item) => item !== moved);
  const at = rest.indexOf(neighbour) + (by === 1 ? 1 : 0);
  return [...rest.slice(0, at), moved, ...rest.slice(at)]
    .map((item, index) => ({ item, position: index + 1 }))
    .filter(({ item, position }) => item.position !== position);
}
