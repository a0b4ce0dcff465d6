import { sql } from 'kysely';
import type { Level } from '../../base/codes.js';
import type { Day } from '../../base/days.rules.js';
import type { Sql } from '../../concept/meta.js';
import type { Reader } from '../../read/reader.js';
import type { AssignmentFacts } from '../agent/assignment.rules.js';
import {
  type BindingVersion,
  type CommitmentFacts,
  commitmentSegments,
  type ObligationFacts,
  type ReferentialFacts,
  type Segment,
} from './commitment.rules.js';
import type { AttendanceFacts, MeetingFacts } from './compliance-facts.rules.js';
import { type GuichetFacts, type KindFacts, obligationRules } from './obligations/index.js';

// Keys come as numbers of JSON, which are exact up to 2^53.
type Key = number;
type Keyed<T, K extends keyof T> = Omit<T, K> & Record<K, Key>;

interface ReferentialRow extends Omit<ReferentialFacts, 'id' | 'obligations'> {
  id: Key;
  epciId: Key;
}
type ObligationRow = Keyed<ObligationFacts, 'id'> & { referentialId: Key; level: Level; text: string };
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
  /** Of fewer agents analysts are told nothing that they did. */
  statisticsThreshold: number;
  /** What a single kind of obligation looks at. */
  facts: KindFacts;
}
type VersionRow = Keyed<BindingVersion, 'id' | 'referentialId'> & { guichetId: Key };
type AssignmentRow = Keyed<Omit<AssignmentFacts, 'name'>, 'agentId'> & {
  guichetId: Key;
  firstName: string | null;
  lastName: string | null;
};

/** What the statement below answers: the facts of every guichet open to the caller, in lists that are put together here. */
export interface ComplianceFacts {
  referentials: ReferentialRow[];
  obligations: ObligationRow[];
  meetings: MeetingRow[];
  guichets: GuichetRow[];
  versions: VersionRow[];
  assignments: AssignmentRow[];
}

const rules = Object.values(obligationRules);
const kindFacts = Object.entries(Object.assign({}, ...rules.map(({ facts }) => facts)) as Record<string, string>);
/** Each once: several kinds look at the same meetings. */
const wanted = [
  ...new Map(rules.flatMap(({ meetings }) => meetings).map((one) => [JSON.stringify(one), one])).values(),
];

const list = (row: Sql, from: Sql): Sql => sql`(select coalesce(json_agg(${row}), '[]') from ${from})`;
const french = sql.raw('collate "fr-x-icu"');

/**
 * SQL of the facts of a year, as one JSON: of one guichet, by its key, or of all that are open to the caller. What each kind of obligation looks
 * at is its own fragment. Policies say which rows; what people did comes through functions of the database, which look at the caller
 * themselves. Référentiels are the published ones, and for staff the drafts that are named.
 */
export const complianceFacts = (year: number, guichetKey: string | null, drafts: readonly string[] = []): Sql => sql`(
  with bounds as (
    select make_date(${year}::int, 1, 1) as first, make_date(${year}::int, 12, 31) as last, ${guichetKey}::bigint as only_guichet
  ), guichets as materialized (
    select g.id, g.epci_id, g.name, c.name as commune_name, g.opened_on, g.closed_on, g.level_agreed, e.statistics_threshold,
      json_build_object(${sql.join(kindFacts.flatMap(([name, fact]) => [sql.lit(name), sql.raw(fact)]))}) as facts
    from guichet g join commune c on c.id = g.commune_id join epci e on e.id = g.epci_id cross join bounds b
    where g.id = b.only_guichet or b.only_guichet is null
      and (g.opened_on is null or g.opened_on <= b.last) and (g.closed_on is null or g.closed_on > b.first)
  ), referentials as materialized (
    select r.id, r.epci_id, r.valid_from, r.valid_to from referential r
    where r.epci_id in (select g.epci_id from guichets g)
      and (r.state = 'PUBLISHED' or r.id = any(${`{${drafts.join(',')}}`}::bigint[]))
  ), obligations as materialized (
    select o.id, o.referential_id, o.level, o.kind, o.target, o.planned, o.modes, o.window_months, o.text
    from obligation o where o.referential_id in (select r.id from referentials r)
  )
  select json_build_object('referentials', ${list(
    sql`json_build_object('id', r.id, 'epciId', r.epci_id, 'validFrom', r.valid_from, 'validTo', r.valid_to) order by r.id`,
    sql`referentials r`,
  )}, 'obligations', ${list(
    sql`json_build_object('id', o.id, 'referentialId', o.referential_id, 'level', o.level, 'kind', o.kind, 'target', o.target,
      'planned', o.planned, 'modes', o.modes, 'windowMonths', o.window_months, 'text', o.text) order by o.id`,
    sql`obligations o`,
  )}, 'meetings', ${list(
    sql`json_build_object('id', m.id, 'epciId', m.epci_id, 'title', m.title, 'heldOn', m.held_on, 'kind', m.kind, 'state', m.state,
      'levels', m.levels, 'outside', m.outside, 'attendances', m.lines) order by m.held_on, m.id`,
    sql`bounds b cross join lateral guichet_meetings(
      array[${sql.join(wanted.map(({ kind }) => sql.lit(kind)))}]::text[],
      array[${sql.join(wanted.map(({ from }) => sql.raw(from)))}]::date[], b.last, b.only_guichet) m
      where exists (select from guichets)`,
  )}, 'guichets', ${list(
    sql`json_build_object('id', g.id, 'epciId', g.epci_id, 'name', g.name, 'communeName', g.commune_name, 'openedOn', g.opened_on,
      'closedOn', g.closed_on, 'levelAgreed', g.level_agreed, 'statisticsThreshold', g.statistics_threshold, 'facts', g.facts)
      order by g.commune_name ${french}, g.name ${french}, g.id`,
    sql`guichets g`,
  )}, 'versions', ${list(
    sql`json_build_object('id', v.id, 'guichetId', v.guichet_id, 'state', v.state, 'startsOn', v.starts_on, 'endsOn', v.ends_on,
      'terminatedOn', v.terminated_on, 'level', v.level, 'referentialId', v.referential_id, 'etp', v.etp) order by v.starts_on, v.id`,
    sql`convention_version v where v.guichet_id in (select g.id from guichets g) and v.state in ('SIGNED', 'TERMINATED')`,
  )}, 'assignments', ${list(
    sql`json_build_object('guichetId', a.guichet_id, 'agentId', a.agent_id, 'firstName', a.first_name, 'lastName', a.last_name,
      'startsOn', a.starts_on, 'endsOn', a.ends_on, 'etp', a.etp, 'dedicated', a.dedicated)
      order by a.last_name ${french}, a.first_name ${french}, a.id`,
    sql`bounds b cross join lateral guichet_assignments(b.only_guichet) a`,
  )}))`;

const read = new WeakMap<Reader, Map<number, Promise<ComplianceFacts>>>();

/** The facts of a year of all guichets that are open to the caller. The things to do and the matrix of one request share them. */
export function readComplianceFacts(reader: Reader, year: number): Promise<ComplianceFacts> {
  const known = read.get(reader);
  const facts = known?.get(year) ?? (reader.statistic(complianceFacts(year, null)) as Promise<ComplianceFacts>);
  read.set(reader, (known ?? new Map()).set(year, facts));
  return facts;
}

/** How the commitments of a guichet are read: as they are, or as they would be. */
export type Reading = (facts: CommitmentFacts) => Segment[];

/** A guichet with what is known of it, and the facts that its judgement takes. */
export interface GuichetCase {
  guichet: GuichetRow;
  assignments: AssignmentRow[];
  facts: GuichetFacts;
}

/** Each guichet with the facts that its judgement takes; keys as text, as rules compare them. */
export function factsOfGuichets(
  all: ComplianceFacts,
  year: number,
  reading: Reading = (facts) => commitmentSegments(facts, year),
): GuichetCase[] {
  const obligations = Map.groupBy(all.obligations, ({ referentialId }) => referentialId);
  const referentials = Map.groupBy(
    all.referentials.map((one) => ({
      ...one,
      id: String(one.id),
      obligations: (obligations.get(one.id) ?? []).map((asked) => ({ ...asked, id: String(asked.id) })),
    })),
    ({ epciId }) => epciId,
  );
  const meetings = Map.groupBy(
    all.meetings.map((one) => ({ epciId: one.epciId, ...sheetOf(one) })),
    ({ epciId }) => epciId,
  );
  const versions = Map.groupBy(all.versions, ({ guichetId }) => guichetId);
  const assignments = Map.groupBy(all.assignments, ({ guichetId }) => guichetId);
  return all.guichets.map((guichet) => {
    const assigned = assignments.get(guichet.id) ?? [];
    const agents = new Set(assigned.map(({ agentId }) => agentId));
    const { openedOn, closedOn, levelAgreed } = guichet;
    const commitment = {
      openedOn,
      closedOn,
      levelAgreed,
      versions: (versions.get(guichet.id) ?? []).map((one) => ({
        ...one,
        id: String(one.id),
        referentialId: String(one.referentialId),
      })),
      referentials: referentials.get(guichet.epciId) ?? [],
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
      assignments: assigned.map((one) => ({
        ...one,
        agentId: String(one.agentId),
        name: `${one.firstName ?? ''} ${one.lastName ?? ''}`.trim(),
      })),
      ...guichet.facts,
    };
    return { guichet, assignments: assigned, facts };
  });
}

/** A meeting, and its lines by agent: a guichet looks up its own instead of walking those of the whole network. */
const sheetOf = ({ id, title, heldOn, kind, state, levels, outside, attendances }: MeetingRow) => ({
  meeting: { id: String(id), title, heldOn, kind, state, levels, outside },
  sheet: new Map(
    attendances.map((line): [Key, AttendanceFacts] => [line.agentId, { ...line, agentId: String(line.agentId) }]),
  ),
});
