import type { Level } from '../../base/codes.js';
import type { ObligationContent } from './obligations/obligation.js';
import type { Difference, ReferentialItemKind, ReferentialPart, Strictness } from './referential.codes.js';

export interface ComparedItem {
  readonly kind: ReferentialItemKind;
  readonly code: string;
  readonly levels: readonly Level[];
  readonly label: string;
  readonly text: string | null;
}
export interface ComparedObligation extends ObligationContent {
  readonly windowMonths: number | null;
  readonly text: string;
}
/** All that a version of the référentiel says. */
export interface ReferentialContent {
  readonly items: readonly ComparedItem[];
  readonly obligations: readonly ComparedObligation[];
  /** What becomes of a signature, by rule. */
  readonly strictness: Readonly<Record<string, Strictness>>;
}

/** `before`, `after`: null where that version says nothing. */
export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}
/** `levels`: those of either version, none where it is of all. */
export interface ReferentialDifference {
  readonly kind: Difference;
  readonly what: ReferentialPart;
  readonly code: string;
  readonly levels: readonly Level[];
  readonly label: string;
  readonly fields: readonly FieldDifference[];
}

interface Part {
  readonly what: ReferentialPart;
  readonly code: string;
  readonly key: string;
  readonly levels: readonly Level[];
  readonly label: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The parts in reading order: where an item stands among others of its kind is no difference of content. */
const partsOf = ({ items, obligations, strictness }: ReferentialContent): Part[] => [
  ...items.map(({ kind, code, levels, label, text }) => ({
    what: kind,
    code,
    key: `${kind} ${code}`,
    levels,
    label,
    values: { label, text, levels },
  })),
  ...obligations.map(({ level, kind, target, planned, modes, windowMonths, text }) => ({
    what: 'OBLIGATION' as const,
    code: kind,
    key: `OBLIGATION ${level} ${kind}`,
    levels: [level],
    label: text,
    values: { text, target, planned, modes, windowMonths },
  })),
  ...Object.entries(strictness).map(([rule, value]) => ({
    what: 'STRICTNESS' as const,
    code: rule,
    key: `STRICTNESS ${rule}`,
    levels: [],
    label: rule,
    values: { [rule]: value },
  })),
];

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const fieldsOf = (before: Part['values'], after: Part['values']): FieldDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter(({ before: one, after: other }) => !same(one, other));

/** What distinguishes two versions, part by part: an obligation is known by level and kind, an item by kind and code. */
export function differencesOf(from: ReferentialContent, to: ReferentialContent): ReferentialDifference[] {
  const before = new Map(partsOf(from).map((part) => [part.key, part]));
  const after = new Map(partsOf(to).map((part) => [part.key, part]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    const shown = other ?? one;
    const fields = fieldsOf(one?.values ?? {}, other?.values ?? {});
    if (!shown || fields.length === 0) return [];
    const { what, code, label } = shown;
    const levels = [...new Set([...(one?.levels ?? []), ...shown.levels])];
    const kind: Difference = !one ? 'ADDED' : !other ? 'REMOVED' : 'CHANGED';
    return [{ kind, what, code, levels, label, fields }];
  });
}
