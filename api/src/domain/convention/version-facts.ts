import { sql } from 'kysely';
import { columnOf, conceptNamed, type FieldMeta, fieldOf, type Row, type Sql } from '../../concept/meta.js';

/** The fields of a version that make its content: those that people write, its convention apart. */
export const contentFields = (): FieldMeta[] =>
  [...conceptNamed('ConventionVersion').fields.values()].filter(({ write }) => write === 'both');
export const contentNames = (): string[] => contentFields().map(({ name }) => name);

/**
 * What the rules must know of a version (`VersionFacts`), as one JSON. The comments come by a function of their own, so that
 * those who may not read them can still be told what is open.
 */
export const versionFacts = (version: Row): Sql => sql`json_build_object(
  'state', ${version.col('state')}, 'startsOn', ${version.col('startsOn')}, 'endsOn', ${version.col('endsOn')},
  'terminatedOn', ${version.col('terminatedOn')}, 'level', ${version.col('level')},
  'receptionModes', ${version.col('receptionModes')}, 'registers', ${version.col('registers')},
  'deliberationOn', ${version.col('deliberationOn')}, 'sneSignedOn', ${version.col('sneSignedOn')}, 'etp', ${version.col('etp')},
  'etpTarget', (select o.target from ${version.table('obligation')} o
    where o.referential_id = ${version.col('referential')} and o.level = ${version.col('level')} and o.kind = 'ETP'),
  'organisationKind', (select o.kind from ${version.table('guichet')} g join ${version.table('organisation')} o on o.id = g.organisation_id where g.id = ${version.col('guichet')}),
  'begunOn', (select min(p.starts_on) from ${version.table('convention_version')} p
    where p.convention_id = ${version.col('convention')} and p.rank < ${version.col('rank')} and p.state in ('SIGNED', 'TERMINATED')),
  'openComments', open_comment_fields(${version.col('id')}), 'signedOn', ${version.col('signedOn')},
  'reviewedAt', ${version.col('reviewedAt')},
  'avenantOn', (select min(n.starts_on) from ${version.table('convention_version')} n
    where n.convention_id = ${version.col('convention')} and n.rank > ${version.col('rank')} and n.state in ('SIGNED', 'TERMINATED')),
  'planMaxYears', (select e.plan_max_years from ${version.table('epci')} e where e.id = ${version.col('epci')}),
  'hasReferential', (select r.state = 'PUBLISHED' from ${version.table('referential')} r where r.id = ${version.col('referential')}),
  'rigour', (select json_build_object('withoutDeliberation', r.without_deliberation, 'withoutSneConvention', r.without_sne_convention,
    'etpTooLow', r.etp_too_low, 'termTooLong', r.term_too_long) from ${version.table('referential')} r where r.id = ${version.col('referential')}))`;

/** Acts of the assembly about one version: another vote is not something that an avenant changes of what was promised. */
const votes: readonly string[] = ['deliberationAssembly', 'deliberationOn', 'deliberationNumber'];

/** The content of a row, by field, its votes apart; a relation by its name, as people read it. `endsOn` is the end that was signed. */
const contentOf = (version: Pick<Row, 'col' | 'table'>): Sql => {
  const value = (field: FieldMeta): Sql => {
    if (field.name === 'endsOn') return sql`coalesce(${version.col('signedEndsOn')}, ${version.col('endsOn')})`;
    return field.kind === 'one'
      ? sql`(select t.name from ${version.table('referential')} t where t.id = ${version.col(field.name)})`
      : version.col(field.name);
  };
  const told = contentFields().filter(({ name }) => !votes.includes(name));
  return sql`json_build_object(${sql.join(told.flatMap((field) => [sql.lit(field.name), value(field)]))})`;
};

/** Reference to a column of the table known as `alias`, by the name of its property. */
const columnAt =
  (alias: string) =>
  (property: string): Sql =>
    sql.ref(`${alias}.${columnOf(fieldOf(conceptNamed('ConventionVersion'), property))}`);

/** `versionFacts` of a saved version, by its key. */
export const versionFactsOf = (key: string): Sql => {
  const row: Row = { col: columnAt('v'), on: sql`null`, table: (name) => sql.table(name) };
  return sql`select ${versionFacts(row)} as facts from convention_version v where v.id = ${key}::bigint`;
};

/** An avenant's content beside that of the version it was cloned from: null for a first version. */
export const changeFacts = (version: Row): Sql => sql`(
  select json_build_object('before', ${contentOf({ col: columnAt('p'), table: (name) => version.table(name) })}, 'after', ${contentOf(version)})
  from ${version.table('convention_version')} p
  where p.convention_id = ${version.col('convention')} and p.rank < ${version.col('rank')} and p.state <> 'CANCELLED'
  order by p.rank desc limit 1)`;
