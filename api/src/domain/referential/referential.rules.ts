import type { Level, ReceptionMode } from '../../base/codes.js';
import type { Day } from '../../base/days.rules.js';
import type { Refusal } from '../../base/refusal.js';
import { obligationRules } from './obligations/index.js';
import type { ObligationContent, RequiredFigure } from './obligations/obligation.js';
import type { ReferentialFlaw, ReferentialItemKind } from './referential.codes.js';
import { ObligationIncoherent, ReferentialLevelsUndescribed, ReferentialTooEarly } from './referential.errors.js';

export interface ItemFacts {
  readonly kind: ReferentialItemKind;
  readonly code: string;
  readonly levels: readonly Level[];
  readonly text: string | null;
}
/** Figures without which some kinds could not be judged; a number of 0 asks for nothing either. */
const missing: Readonly<Record<RequiredFigure, ReferentialFlaw>> = { target: 'TARGET_MISSING', modes: 'MODES_MISSING' };
const isMissing = (figure: ObligationContent[RequiredFigure]) =>
  typeof figure === 'number' ? !figure : !figure?.length;

function flawOf(obligation: ObligationContent, items: readonly ItemFacts[]): ReferentialFlaw | null {
  const { level, kind, target, planned, modes } = obligation;
  const { required, flaw } = obligationRules[kind];
  const lacking = required.find((figure) => isMissing(obligation[figure]));
  if (lacking) return missing[lacking];
  if (planned !== null && target !== null && planned < target) return 'PLANNED_BELOW_TARGET';
  const isOfLevel = (mode: ReceptionMode) =>
    items.some((item) => item.kind === 'RECEPTION_MODE' && item.code === mode && item.levels.includes(level));
  return flaw(obligation) ?? (modes?.every(isOfLevel) === false ? 'MODES_OF_OTHER_LEVEL' : null);
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
