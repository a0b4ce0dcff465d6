import { sql } from 'kysely';
import type { Row, Sql } from '../../concept/meta.js';

/**
 * SQL of "in force on that day": signed, and the day within the term, which a termination shortens. The same sentence as
 * `conventionStatus` in convention.rules.ts; a test compares the two.
 */
export const inForceOn = (version: Row | string, day: Sql): Sql => {
  const col = (property: string, column: string): Sql =>
    typeof version === 'string' ? sql.ref(`${version}.${column}`) : version.col(property);
  return sql`(${col('state', 'state')} in ('SIGNED', 'TERMINATED') and ${col('startsOn', 'starts_on')} <= ${day} and ${day} <= least(${col('endsOn', 'ends_on')}, ${col('terminatedOn', 'terminated_on')}))`;
};
