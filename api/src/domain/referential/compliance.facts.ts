import { sql } from 'kysely';
import type { Sql } from '../../concept/meta.js';
import type { AssignmentFacts } from '../agent/assignment.rules.js';
import type { Level, ReceptionMode } from '../codes.js';
import type { Day } from '../days.rules.js';
import {
  type BindingVersion,
  type CommitmentFacts,
  commitmentSegments,
  type ObligationFacts,
  type ReferentialFacts,
  type Segment,
} from './commitment.rules.js';
import type { AttendanceFacts, GuichetFacts, MeetingFacts } from './compliance-facts.rules.js';

// Keys come as numbers of JSON, which are exact up to 2^53.
type Key = number;
type Keyed<T, K extends keyof T> = Omit<T, K> & Record<K, Key>;

interface ReferentialRow extends Omit<ReferentialFacts, 'id' | 'obligations'> {
  id: Key;
  epciId: Key;
  obligations: (Keyed<ObligationFacts, 'id'> & { level: Level; text: string })[];
}
interface MeetingRow extends Keyed<Omit<MeetingFacts, 'attendances'>, 'id'> {
  epciId: Key;
  attendances: Keyed<AttendanceFacts, 'agentId'>[];
}
interface GuichetRow {
  id: Key;
  epciId: Key;
  name: string;
  communeName: string;
  openedOn: Day | null;
  closedOn: Day | null;
  levelAgreed: Level | null;
  receptionModes: ReceptionMode[] | null;
  dossierUnique: boolean | null;
  /** Too few agents for the caller to be told what they did. */
  masked: boolean;
  versions: Keyed<BindingVersion, 'id' | 'referentialId'>[];
  assignments: (Keyed<Omit<AssignmentFacts, 'name'>, 'agentId'> & {
    firstName: string | null;
    lastName: string | null;
  })[];
}

/** What the function `compliance_facts` of the database answers: the facts of every guichet open to the caller. */
export interface ComplianceFacts {
  referentials: ReferentialRow[];
  meetings: MeetingRow[];
  guichets: GuichetRow[];
}

/**
 * SQL of the facts of a year: of one guichet, by its key, or of all that are open to the caller. Référentiels are the published ones,
 * and for staff the drafts that are named.
 */
export const complianceFacts = (year: number, guichetKey: string | null, drafts: readonly string[] = []): Sql =>
  sql`compliance_facts(${year}::int, ${guichetKey}::bigint, ${`{${drafts.join(',')}}`}::bigint[])`;

/** How the commitments of a guichet are read: as they are, or as they would be. */
export type Reading = (facts: CommitmentFacts) => Segment[];

const byEpci = <T extends { epciId: Key }>(rows: readonly T[]): Map<Key, T[]> =>
  Map.groupBy(rows, ({ epciId }) => epciId);

/** Each guichet with the facts that its judgement takes; keys as text, as rules compare them. */
export function factsOfGuichets(
  all: ComplianceFacts,
  year: number,
  reading: Reading = (facts) => commitmentSegments(facts, year),
): { guichet: GuichetRow; facts: GuichetFacts }[] {
  const referentials = byEpci(all.referentials.map((one) => ({ ...one, facts: referentialFacts(one) })));
  const meetings = byEpci(all.meetings.map((one) => ({ epciId: one.epciId, ...sheetOf(one) })));
  return all.guichets.map((guichet) => {
    const agents = new Set(guichet.assignments.map(({ agentId }) => agentId));
    const { openedOn, closedOn, levelAgreed, receptionModes, dossierUnique } = guichet;
    const commitment = {
      openedOn,
      closedOn,
      levelAgreed,
      versions: guichet.versions.map((one) => ({
        ...one,
        id: String(one.id),
        referentialId: String(one.referentialId),
      })),
      referentials: (referentials.get(guichet.epciId) ?? []).map(({ facts }) => facts),
    };
    const facts: GuichetFacts = {
      guichetId: String(guichet.id),
      year,
      openedOn,
      closedOn,
      segments: reading(commitment),
      meetings: (meetings.get(guichet.epciId) ?? []).map(({ meeting, sheet }) => ({
        ...meeting,
        attendances: [...agents].flatMap((agent) => sheet.get(agent) ?? []),
      })),
      assignments: guichet.assignments.map((one) => ({
        ...one,
        agentId: String(one.agentId),
        name: `${one.firstName ?? ''} ${one.lastName ?? ''}`.trim(),
      })),
      receptionModes,
      dossierUnique,
    };
    return { guichet, facts };
  });
}

const referentialFacts = ({ id, validFrom, validTo, obligations }: ReferentialRow): ReferentialFacts => ({
  id: String(id),
  validFrom,
  validTo,
  obligations: obligations.map((one) => ({ ...one, id: String(one.id) })),
});

/** A meeting, and its lines by agent: a guichet looks up its own instead of walking those of the whole network. */
const sheetOf = ({ id, title, heldOn, kind, state, levels, outside, attendances }: MeetingRow) => ({
  meeting: { id: String(id), title, heldOn, kind, state, levels, outside },
  sheet: new Map(
    attendances.map((line): [Key, AttendanceFacts] => [line.agentId, { ...line, agentId: String(line.agentId) }]),
  ),
});
