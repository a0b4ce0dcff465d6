import { sql } from 'kysely';
import type { Sql } from '../../concept/meta.js';
import { opaqueId } from '../../read/opaque-id.js';
import { inForceOn } from '../convention/index.js';

const heldOn = sql.ref('m.held_on');

/**
 * Who a meeting expects: the agents, not yet gone, assigned on its day to the guichets whose level of that day it is for. A row for each
 * guichet and agent (`guichet_id`, `level`, `agent_id`); a guichet without agents has one row without agent.
 */
export const expectedAt = (meetingKey: string): Sql => sql`
  select distinct g.id as guichet_id, l.level, a.agent_id
  from meeting m
  join guichet g on g.epci_id = m.epci_id
    and (g.opened_on is null or g.opened_on <= m.held_on) and (g.closed_on is null or m.held_on < g.closed_on)
  cross join lateral (
    select coalesce((select v.level from convention_version v where v.guichet_id = g.id and ${inForceOn('v', heldOn)} limit 1), g.level_agreed) as level
  ) l
  left join (assignment a join agent d on d.id = a.agent_id)
    on a.guichet_id = g.id and a.starts_on <= m.held_on and (a.ends_on is null or m.held_on <= a.ends_on)
      and (d.ended_on is null or m.held_on < d.ended_on)
  where m.id = ${meetingKey}::bigint and not m.outside and l.level = any(m.levels)`;

const french = sql.raw('collate "fr-x-icu"');

/** JSON of one line: the agent known as `p`, of the organisation `o`, with the attendance `t` if there is one. */
const line = sql`json_build_object(
  'agentId', ${opaqueId('Agent', sql.ref('p.id'))}, 'firstName', p.first_name, 'lastName', p.last_name,
  'jobTitle', p.job_title, 'organisationName', o.name,
  'attendance', case when t.id is null then null else json_build_object(
    'id', ${opaqueId('Attendance', sql.ref('t.id'))}, 'revision', t.revision, 'state', t.state, 'mode', t.mode,
    'signedAt', to_char(t.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'signedBy', t.signed_by,
    'contributed', t.contributed, 'confirmation', t.confirmation) end)`;
const byName = sql`p.last_name ${french}, p.first_name ${french}, p.id`;

/** JSON of a sheet's expected agents, by guichet. */
export const sheetGuichets = (meetingKey: string): Sql => sql`(
  with expected as (${expectedAt(meetingKey)})
  select coalesce(json_agg(json_build_object(
    'guichetId', ${opaqueId('Guichet', sql.ref('g.id'))}, 'guichetName', g.name, 'communeName', c.name, 'level', e.level,
    'agents', e.agents) order by c.name ${french}, g.name ${french}, g.id), '[]'::json)
  from (
    select x.guichet_id, x.level, coalesce(json_agg(${line} order by ${byName}) filter (where p.id is not null), '[]'::json) as agents
    from expected x
    left join agent p on p.id = x.agent_id
    left join organisation o on o.id = p.organisation_id
    left join attendance t on t.agent_id = p.id and t.meeting_id = ${meetingKey}::bigint
    group by x.guichet_id, x.level
  ) e
  join guichet g on g.id = e.guichet_id
  join commune c on c.id = g.commune_id)`;

/** JSON of a sheet's other lines: people who came without being expected. */
export const sheetOthers = (meetingKey: string): Sql => sql`(
  select coalesce(json_agg(${line} order by ${byName}), '[]'::json)
  from attendance t
  join agent p on p.id = t.agent_id
  join organisation o on o.id = p.organisation_id
  where t.meeting_id = ${meetingKey}::bigint
    and not exists (select 1 from (${expectedAt(meetingKey)}) x where x.agent_id = t.agent_id))`;
