import type { EntityManager } from '@mikro-orm/postgresql';
import { pinnedClock } from '../src/clock.js';
import { openOrm } from '../src/database/orm.js';
import type { DatabaseConnection } from '../src/database/server/open.js';
import { setUpEpci } from '../src/setup/set-up-epci.js';

/** The day of the drills. */
export const TODAY = '2026-03-12';

/** EPCIs of the public list, of 3 to 31 communes; one of them in another time zone. */
const sirens = [
  ...['243800984', '249740119', '200039832', '200067866'],
  ...['200068047', '242900694', '244400644', '246600548'],
];

/** An EPCI of a drill. */
export interface DrillEpci {
  key: string;
  /** A word that stands in the names of its rows, and in those of no other EPCI. */
  mark: string;
}

/** The ending of the addresses of an EPCI's people, who are `staff`, `agent` and `analyst`. */
export const addressEnding = ({ mark }: DrillEpci): string => `@${mark}.test`;

/** Sets up EPCIs as the project does, in a migrated and empty database, and fills each with a network of its own. */
export async function makeEpcis(connection: DatabaseConnection, count: number, requests: number): Promise<DrillEpci[]> {
  const orm = openOrm(connection);
  const em = orm.em.fork();
  try {
    const epcis: DrillEpci[] = [];
    for (const [index, siren] of sirens.slice(0, count).entries()) {
      const mark = `zone${index + 1}`;
      await setUpEpci(em, pinnedClock(TODAY), { siren, staff: `staff@${mark}.test`, displayName: `Équipe ${mark}` });
      const [{ key }] = await em.execute<[{ key: string }]>('select id::text as key from epci where siren = ?', [
        siren,
      ]);
      epcis.push({ key, mark });
      await fill(em, { key, mark }, requests);
    }
    await em.execute('analyze');
    return epcis;
  } finally {
    await orm.close(true);
  }
}

/** Rows of every concept for one EPCI. They come from `i`, which counts: the same call makes the same rows. */
async function fill(em: EntityManager, { key, mark }: DrillEpci, requests: number): Promise<void> {
  /** One row of the EPCI in another table, chosen by a whole number. */
  const some = (table: string, which: string): string =>
    `(select a.ids[1 + (${which}) % array_length(a.ids, 1)] from (select array_agg(id order by id) as ids from ${table} where epci_id = ${key}) a)`;
  const one = (list: string, which: string): string =>
    `('{${list}}'::text[])[1 + (${which}) % array_length('{${list}}'::text[], 1)]`;
  const levels = 'INFO,SUIVI,CONSEIL';
  const statements = [
    `insert into plan (epci_id, name, starts_on, ends_on) values
       (${key}, 'Plan ${mark}', '2024-01-01', '2029-12-31'), (${key}, 'Plan suivant ${mark}', '2030-01-01', '2035-12-31')`,
    `insert into milestone (epci_id, plan_id, body, label, starts_on)
       select ${key}, ${some('plan', 'i')}, ${one('CIL,COTECH,OTHER', 'i')}, 'Étape ' || i || ' ${mark}', date '2024-01-01' + i * 90 from generate_series(1, 5) i`,
    `insert into organisation (epci_id, name, kind, commune_id)
       select ${key}, 'Organisme ' || i || ' ${mark}', ${one('COMMUNE,BAILLEUR,CCAS', 'i')}, ${some('commune', 'i')} from generate_series(1, 6) i`,
    `insert into guichet (epci_id, name, organisation_id, commune_id, level_agreed, registers, opened_on, telephone)
       select ${key}, 'Guichet ' || i || ' ${mark}', ${some('organisation', 'i')}, ${some('commune', 'i * 7')}, ${one(levels, 'i')},
         i % 2 = 0, date '2018-01-01' + i, '04760000' || lpad(i::text, 2, '0') from generate_series(1, 12) i`,
    `insert into campaign (epci_id, name, plan_id, referential_id, starts_on, ends_on)
       select ${key}, 'Campagne ${mark}', max(p.id), ${some('referential', '0')}, '2030-01-01', '2035-12-31' from plan p where epci_id = ${key}`,
    `insert into document_template (epci_id, rank, in_use, file_name, size, sha256, added_by_name)
       values (${key}, 1, true, 'modele-${mark}.docx', 4, md5('${mark}'), 'Équipe ${mark}')`,
    `insert into agent (epci_id, organisation_id, last_name, first_name, email, job_title)
       select ${key}, ${some('organisation', 'i')}, 'Nom' || i || ' ${mark}', 'Prénom' || i, 'agent' || i || '@${mark}.example', 'Accueil'
       from generate_series(1, 20) i`,
    `insert into assignment (epci_id, agent_id, guichet_id, starts_on, ends_on, etp, reviewer)
       select ${key}, ${some('agent', 'i')}, ${some('guichet', 'i')}, '2024-01-01', case when i % 7 = 6 then date '2025-06-30' end, 0.5, i % 3 = 0
       from generate_series(0, 19) i`,
    `insert into convention (epci_id, guichet_id, number, campaign_id)
       select ${key}, ${some('guichet', 'i')}, '${mark}-' || i, case when i > 7 then ${some('campaign', '0')} end from generate_series(0, 9) i`,
    `insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on, signed_on, level_conditions)
       select ${key}, c.id, c.guichet_id, r.rank, r.state, ${some('referential', '0')}, ${one(levels, 'c.id::int')},
         case r.rank when 1 then date '2026-01-01' else date '2026-09-01' end, '2029-12-31', case when r.rank = 1 then date '2025-12-01' end, 'Conditions ${mark}'
       from (select id, guichet_id, row_number() over (order by id)::int as n from convention where epci_id = ${key}) c
         cross join lateral (values (1, 'SIGNED'), (2, ${one('DRAFT,IN_REVIEW,CORRECTION,TO_SIGN', 'c.n')})) r (rank, state)`,
    `insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name)
       select ${key}, id, guichet_id, 'etp', 'Remarque ${mark}', ${one('EPCI,GUICHET', 'id::int')}, 'Auteur ${mark}'
       from convention_version where epci_id = ${key} and state in ('IN_REVIEW', 'CORRECTION')`,
    `insert into convention_file (epci_id, version_id, guichet_id, kind, rank, file_name, media_type, size, sha256, added_by_name)
       select ${key}, id, guichet_id, 'SIGNED_SCAN', 1, 'original-${mark}.pdf', 'application/pdf', 4, md5(id::text), 'Équipe ${mark}'
       from convention_version where epci_id = ${key} and state = 'SIGNED'`,
    `insert into notice (epci_id, version_id, kind, due_on) select ${key}, id, 'IN_FORCE', starts_on from convention_version where epci_id = ${key} and rank = 1`,
    `insert into meeting (epci_id, kind, title, held_on, start_time, end_time, place, organiser_id, levels, state)
       select ${key}, ${one('TECHNICAL,TRAINING,COTECH', 'i')}, 'Réunion ' || i || ' ${mark}', date '2025-12-15' + i * 15, '14:00', '16:00', 'Salle ${mark}',
         ${some('organisation', 'i')}, array[${one(levels, 'i')}, 'CONSEIL'], case when i < 5 then 'CLOSED' when i = 5 then 'OPEN' else 'PLANNED' end
       from generate_series(0, 11) i`,
    `insert into attendance (epci_id, meeting_id, agent_id, state, confirmation)
       select ${key}, m.id, a.id, case m.state when 'CLOSED' then ${one('PRESENT,ABSENT,EXCUSED', '(a.id + m.id)::int')} else 'REGISTERED' end,
         case when m.state = 'CLOSED' and (a.id + m.id) % 9 = 0 then 'PENDING' end
       from meeting m, agent a where m.epci_id = ${key} and a.epci_id = ${key} and (a.id * 3 + m.id) % 4 = 0`,
    `insert into request (epci_id, guichet_id, number, channel, registered_on, seniority_on, expires_on, commune_wanted_id, household_size)
       select ${key}, case when i % 5 > 0 then g.ids[1 + i % array_length(g.ids, 1)] end, case when i % 3 > 0 then lpad('${key}', 4, '0') || lpad(i::text, 14, '0') end,
         ${one('GUICHET,ONLINE,POST,TELEPHONE', 'i')}, d.day, d.day - i % 100, case when i % 4 > 0 then d.day + 365 end, c.ids[1 + i % array_length(c.ids, 1)], i % 6
       from generate_series(1, ${requests}) i cross join lateral (select date '2020-01-01' + (i * 7919) % 2200 as day) d,
         (select array_agg(id order by id) as ids from guichet where epci_id = ${key}) g, (select array_agg(id order by id) as ids from commune where epci_id = ${key}) c`,
    `insert into account (email, display_name, role, epci_id, agent_id)
       select 'agent@${mark}.test', 'Agent ${mark}', 'AGENT', ${key}, min(agent_id) from assignment where epci_id = ${key} and reviewer and ends_on is null
       union all select 'analyst@${mark}.test', 'Analyste ${mark}', 'ANALYST', ${key}, null`,
  ];
  for (const statement of statements) await em.execute(statement);
}
