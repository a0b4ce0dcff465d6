import { sql } from 'kysely';
import type { Sql } from '../concept/meta.js';

/** SQL of the id that callers know a row by, from its key: the same as `encodeId`. */
export const opaqueId = (concept: string, key: Sql): Sql =>
  sql`translate(encode(convert_to(${sql.lit(`${concept}:`)} || ${key}, 'UTF8'), 'base64'), '+/=', '-_')`;
