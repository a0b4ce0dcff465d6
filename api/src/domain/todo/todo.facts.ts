import { sql } from 'kysely';
import type { Role } from '../../base/codes.js';
import type { Sql } from '../../concept/meta.js';
import type { DeclarationFacts, MeetingFacts, VersionFacts } from './todo.rules.js';

/** What the statement below answers. */
export interface ToDoRows {
  alertMonths: number | null;
  versions: VersionFacts[];
  meetings: MeetingFacts[] | null;
  declarations: DeclarationFacts[] | null;
}

const list = (row: Sql, from: Sql): Sql => sql`(select coalesce(json_agg(${row}), '[]') from ${from})`;

const comments = (side: 'EPCI' | 'GUICHET'): Sql =>
  sql`(select count(*) from convention_comment k where k.version_id = v.id and k.state = 'OPEN' and k.side = ${side})`;

/** Versions under way, and of each guichet the last one that binds; policies say whose. */
const versions = (today: string): Sql =>
  list(
    sql`json_build_object(
      'id', v.id::text, 'conventionId', c.id::text, 'number', c.number, 'rank', v.rank, 'state', v.state,
      'startsOn', v.starts_on, 'lastDay', least(v.ends_on, v.terminated_on), 'registers', v.registers,
      'deliberationOn', v.deliberation_on, 'organisationKind', o.kind, 'guichetId', g.id::text, 'guichetName', g.name,
      'answered', v.reviewed_at is not null, 'guichetClosedOn', g.closed_on, 'guichetSettledOn', v.guichet_settled_on, 'changedOn', v.updated_at::date,
      'reviewed', exists (
        select from assignment a join agent p on p.id = a.agent_id where a.guichet_id = g.id and a.reviewer
          and a.starts_on <= ${today}::date and (a.ends_on is null or ${today}::date <= a.ends_on)
          and (p.ended_on is null or ${today}::date < p.ended_on)),
      'openFromEpci', ${comments('EPCI')}, 'openFromGuichet', ${comments('GUICHET')}) order by v.starts_on, c.number, v.rank`,
    sql`convention_version v join convention c on c.id = v.convention_id join guichet g on g.id = v.guichet_id
      join organisation o on o.id = g.organisation_id
      where v.state in ('DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN') or v.state in ('SIGNED', 'TERMINATED') and not exists (
        select from convention_version n
        where n.guichet_id = v.guichet_id and n.state in ('SIGNED', 'TERMINATED') and n.starts_on > v.starts_on)`,
  );

const meetings = list(
  sql`json_build_object(
    'id', m.id::text, 'title', m.title, 'heldOn', m.held_on, 'startTime', m.start_time, 'place', m.place, 'state', m.state,
    'expected', (select count(*) from attendance t where t.meeting_id = m.id),
    'coming', (select count(*) from attendance t where t.meeting_id = m.id and t.state in ('REGISTERED', 'PRESENT')))
    order by m.held_on, m.start_time, m.id`,
  sql`meeting m where m.state in ('PLANNED', 'OPEN')`,
);

const declarations = list(
  sql`json_build_object(
    'id', t.id::text, 'revision', t.revision, 'personName', p.first_name || ' ' || p.last_name, 'organisationName', o.name,
    'meetingId', m.id::text, 'meetingTitle', m.title, 'heldOn', m.held_on, 'outside', m.outside,
    'organiserName', m.organiser_name) order by m.held_on, t.id`,
  sql`attendance t join meeting m on m.id = t.meeting_id join agent p on p.id = t.agent_id
    join organisation o on o.id = p.organisation_id where t.confirmation = 'PENDING'`,
);

/** One SQL expression with all that a list of things to do is made of: staff get the network's, an agent the drafts they review. */
export const toDoFacts = (role: Role | 'ANONYMOUS', today: string): Sql =>
  role === 'EPCI_STAFF'
    ? sql`json_build_object(
        'alertMonths', (select convention_alert_months from epci limit 1), 'versions', ${versions(today)},
        'meetings', ${meetings}, 'declarations', ${declarations})`
    : sql`json_build_object('versions', ${versions(today)})`;
