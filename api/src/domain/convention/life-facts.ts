import { sql } from 'kysely';
import type { Row, Sql } from '../../concept/meta.js';
import { callerToday } from '../../identity/access/policies.js';
import { versionFacts } from './version-facts.js';

type Table = Row['table'];
const asTheyAre: Table = (name) => sql.table(name);
const list = (row: Sql, from: Sql): Sql => sql`(select coalesce(json_agg(${row}), '[]'::json) from ${from})`;

/** Key of the référentiel that a convention begun today follows. @param epci its EPCI's key */
export const currentReferentialOf = (epci: Sql, table = asTheyAre): Sql => sql`(
  select r.id from ${table('referential')} r
  where r.epci_id = ${epci} and r.state = 'PUBLISHED' and r.valid_from <= ${sql.raw(callerToday)}
    and (r.valid_to is null or ${sql.raw(callerToday)} < r.valid_to)
  order by r.number desc limit 1)`;

/** `terms` of `LifeFacts`. @param guichet its key */
const termsOf = (guichet: Sql, table: Table): Sql =>
  list(
    sql`json_build_object('number', k.number, 'state', t.state, 'startsOn', t.starts_on, 'endsOn', least(t.ends_on, t.terminated_on)) order by t.starts_on, t.id`,
    sql`${table('convention_version')} t join ${table('convention')} k on k.id = t.convention_id
      where t.guichet_id = ${guichet} and t.state <> 'CANCELLED'`,
  );

const plansOf = (epci: Sql, table: Table): Sql =>
  list(
    sql`json_build_object('id', p.id::text, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.starts_on, p.id`,
    sql`${table('plan')} p where p.epci_id = ${epci}`,
  );

const guichetOf = (guichet: Sql, table: Table): Sql =>
  sql`(select json_build_object('name', g.name, 'closedOn', g.closed_on) from ${table('guichet')} g where g.id = ${guichet})`;

/** `TermFacts` of a guichet, as one JSON; null for one that the caller does not see. @param guichet its key */
export const termFacts = (guichet: string): Sql => {
  const key = sql`${guichet}::bigint`;
  return sql`(select json_build_object(
    'terms', ${termsOf(key, asTheyAre)}, 'plans', ${plansOf(sql`s.epci_id`, asTheyAre)}, 'guichet', ${guichetOf(key, asTheyAre)},
    'planMaxYears', (select e.plan_max_years from epci e where e.id = s.epci_id)) from guichet s where s.id = ${key})`;
};

/** The same where no guichet is named: what any term of the caller's EPCI depends on. */
export const planFacts = sql`(select json_build_object(
  'terms', '[]'::json, 'guichet', json_build_object('closedOn', null), 'plans', ${plansOf(sql`e.id`, asTheyAre)},
  'planMaxYears', e.plan_max_years) from epci e order by e.id limit 1)`;

/** `LifeFacts` of a convention, as one JSON. @param convention its key */
const lifeFacts = (convention: Sql, table: Table): Sql => sql`(select json_build_object(
  'number', c.number,
  'versions', ${list(
    sql`json_build_object('id', n.id::text, 'rank', n.rank, 'state', n.state, 'startsOn', n.starts_on, 'endsOn', n.ends_on,
      'terminatedOn', n.terminated_on, 'withdrawnOn', n.withdrawn_on, 'guichetSettledOn', n.guichet_settled_on,
      'termTooLong', (select r.term_too_long from ${table('referential')} r where r.id = n.referential_id)) order by n.rank`,
    sql`${table('convention_version')} n where n.convention_id = c.id`,
  )},
  'terms', ${termsOf(sql`c.guichet_id`, table)},
  'guichet', ${guichetOf(sql`c.guichet_id`, table)},
  'renewedBy', (select min(f.number) from ${table('convention')} f where f.renews_id = c.id and exists (
    select from ${table('convention_version')} o where o.convention_id = f.id and o.state <> 'CANCELLED')),
  'plans', ${plansOf(sql`c.epci_id`, table)},
  'planMaxYears', e.plan_max_years, 'alertMonths', e.convention_alert_months,
  'referential', (select json_build_object('termTooLong', r.term_too_long) from ${table('referential')} r
    where r.id = ${currentReferentialOf(sql`c.epci_id`, table)}))
  from ${table('convention')} c join ${table('epci')} e on e.id = c.epci_id where c.id = ${convention})`;

/** `ActFacts` of a version, as one JSON. */
export const actFacts = (version: Row): Sql => sql`json_build_object(
  'id', ${version.col('id')}::text, 'promises', ${versionFacts(version)},
  'life', ${lifeFacts(version.col('convention'), (name) => version.table(name))})`;

/** `LifeFacts` of a saved convention, by its key. */
export const lifeFactsOf = (key: string): Sql => sql`select ${lifeFacts(sql`${key}::bigint`, asTheyAre)} as facts`;
