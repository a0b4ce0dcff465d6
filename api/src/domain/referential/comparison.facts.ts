import { sql } from 'kysely';
import { Level } from '../../base/codes.js';
import { encodeId } from '../../concept/id.js';
import type { Sql } from '../../concept/meta.js';
import {
  type ComparedItem,
  type ComparedObligation,
  differencesOf,
  type ReferentialContent,
} from './comparison.rules.js';
import { type ComplianceFacts, factsOfGuichets } from './compliance.facts.js';
import { judgeGuichet } from './compliance.rules.js';
import { ReferentialItemKind, type Strictness } from './referential.codes.js';
import { segmentsUnder, statusChange } from './supposition.rules.js';

interface ContentRow {
  id: number;
  strictness: Record<string, Strictness>;
  items: (ComparedItem & { position: number })[];
  obligations: ComparedObligation[];
}

/** What versions of the référentiel say, as one JSON: those that the caller sees among the keys. */
export const contentFacts = (keys: readonly string[]): Sql => sql`(
  select coalesce(json_agg(json_build_object(
    'id', r.id,
    'strictness', json_build_object('withoutDeliberation', r.without_deliberation, 'withoutSneConvention', r.without_sne_convention,
      'etpTooLow', r.etp_too_low, 'termTooLong', r.term_too_long),
    'items', (select coalesce(json_agg(json_build_object('kind', i.kind, 'code', i.code, 'levels', i.levels, 'label', i.label,
        'text', i.text, 'position', i.position) order by i.position, i.id), '[]'::json)
      from referential_item i where i.referential_id = r.id),
    'obligations', (select coalesce(json_agg(json_build_object('level', o.level, 'kind', o.kind, 'target', o.target,
        'planned', o.planned, 'modes', o.modes, 'windowMonths', o.window_months, 'text', o.text) order by o.id), '[]'::json)
      from obligation o where o.referential_id = r.id))), '[]'::json)
  from referential r where r.id = any(${`{${keys.join(',')}}`}::bigint[]))`;

/** In reading order: items by kind and place, obligations by level. */
const contentOf = ({ items, obligations, strictness }: ContentRow): ReferentialContent => ({
  items: ReferentialItemKind.flatMap((kind) => items.filter((item) => item.kind === kind)),
  obligations: Level.flatMap((level) => obligations.filter((obligation) => obligation.level === level)),
  strictness,
});

/** The comparison of two versions, of which `contents` holds both: differences, and the guichets whose standing would change. */
export function comparisonOf(
  contents: readonly ContentRow[],
  facts: ComplianceFacts,
  { from, to, year, today }: { from: string; to: string; year: number; today: string },
) {
  const [before, after] = [from, to].map((key) => contents.find(({ id }) => String(id) === key));
  if (!before || !after) return null;
  const changes = differencesOf(contentOf(before), contentOf(after));
  const judged = (key: string) =>
    factsOfGuichets(facts, year, (commitment) => segmentsUnder(commitment, year, key)).map((one) => ({
      ...one,
      compliance: judgeGuichet(one.facts, today),
    }));
  const texts = new Map(facts.obligations.map(({ id, text }) => [String(id), text]));
  const textOf = (key: string | null) => (key === null ? null : (texts.get(key) ?? null));
  const one = judged(from);
  const guichets = judged(to).flatMap(({ guichet, compliance }, index) => {
    const was = one[index]?.compliance;
    const change = was && statusChange(was, compliance);
    if (!change) return [];
    return [
      {
        ...change,
        guichetId: encodeId('Guichet', guichet.id),
        guichetName: guichet.name,
        communeName: guichet.communeName,
        reasons: change.reasons.map(({ obligationIds: [textBefore, textAfter], ...reason }) => ({
          ...reason,
          textBefore: textOf(textBefore),
          textAfter: textOf(textAfter),
        })),
      },
    ];
  });
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  return {
    changes,
    guichets,
    counts: {
      added: count('ADDED'),
      removed: count('REMOVED'),
      changed: count('CHANGED'),
      guichets: guichets.length,
      judged: one.length,
    },
  };
}

export type ContentRows = readonly ContentRow[];
