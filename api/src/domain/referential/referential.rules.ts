import type { Level, ObligationKind, ReceptionMode, ReferentialFlaw, ReferentialItemKind } from '../codes.js';
import type { Day } from '../days.rules.js';
import type { Refusal } from '../errors.js';
import { ObligationIncoherent, ReferentialLevelsUndescribed, ReferentialTooEarly } from './referential.errors.js';

export interface ItemFacts {
  readonly kind: ReferentialItemKind;
  readonly code: string;
  readonly levels: readonly Level[];
  readonly text: string | null;
}
export interface ObligationContent {
  readonly level: Level;
  readonly kind: ObligationKind;
  readonly target: number | null;
  readonly planned: number | null;
  readonly modes: readonly ReceptionMode[] | null;
}

/** Obligations that are a number of times a year: without the number nothing could be judged. */
const counted: readonly ObligationKind[] = ['MEETINGS', 'CONTRIBUTION'];

function flawOf({ level, kind, target, planned, modes }: ObligationContent, items: readonly ItemFacts[]) {
  const flaws: [ReferentialFlaw, boolean][] = [
    ['TARGET_MISSING', counted.includes(kind) && !target],
    ['PLANNED_BELOW_TARGET', planned !== null && target !== null && planned < target],
    ['MODES_MISSING', kind === 'RECEPTION_MODES' && !modes?.length],
    ['TARGET_ABOVE_MODES', kind === 'RECEPTION_MODES' && (target ?? 0) > (modes?.length ?? 0)],
    [
      'MODES_OF_OTHER_LEVEL',
      (modes ?? []).some(
        (mode) =>
          !items.some((item) => item.kind === 'RECEPTION_MODE' && item.code === mode && item.levels.includes(level)),
      ),
    ],
  ];
  return flaws.find(([, found]) => found)?.[0];
}

/**
 * What keeps a référentiel from being published: a level that no text describes, an obligation that contradicts itself or the ways
 * to receive of its level. Null: it is complete.
 */
export function publicationRefusal(
  levels: readonly Level[],
  items: readonly ItemFacts[],
  obligations: readonly ObligationContent[],
): Refusal | null {
  const described = new Set(items.filter(({ kind, text }) => kind === 'LEVEL' && text).map(({ code }) => code));
  const undescribed = levels.filter((level) => !described.has(level));
  if (undescribed.length > 0) return new ReferentialLevelsUndescribed(undescribed);
  for (const obligation of obligations) {
    const flaw = flawOf(obligation, items);
    if (flaw) return new ObligationIncoherent(obligation.level, obligation.kind, flaw);
  }
  return null;
}

/** A version comes after the one that it follows: the days that people have lived under that one stay under it. */
export const orderRefusal = (validFrom: Day, latest: { name: string; validFrom: Day } | null): Refusal | null =>
  latest && validFrom <= latest.validFrom ? new ReferentialTooEarly(latest.name, latest.validFrom) : null;

/** "Référentiel 2016" prepared for 2027 is "Référentiel 2027": a name to change at will. */
export const nameOfNext = (name: string, validFrom: Day): string =>
  `${name.replace(/\s*\b(19|20)\d{2}$/, '')} ${validFrom.slice(0, 4)}`;
