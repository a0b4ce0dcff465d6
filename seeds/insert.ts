import type pg from 'pg';
import { type ConceptClass, columnOf, conceptOf, fieldOf, isStored } from '../api/src/concept/meta.js';

/** A row under the property names of its concept: a relation holds the key of the row it points to. */
export type NewRow = Readonly<Record<string, unknown>>;

/**
 * Inserts rows of a concept in one statement, whatever their number, and gives their keys in the same order. All have the
 * properties of the first one.
 * @throws Error for a property that the concept does not store
 */
export async function insertRows(
  client: pg.ClientBase,
  concept: ConceptClass,
  rows: readonly NewRow[],
): Promise<string[]> {
  const [first] = rows;
  if (!first) return [];
  const meta = conceptOf(concept);
  const columns = Object.keys(first).map((property) => {
    const field = fieldOf(meta, property);
    if (!isStored(field)) throw new Error(`${meta.name}.${property} is not stored`);
    return { property, column: columnOf(field) };
  });
  const keys = await reserveKeys(client, meta.table, rows.length);
  const records = rows.map((row, index) => ({
    id: keys[index],
    ...Object.fromEntries(columns.map(({ property, column }) => [column, row[property]])),
  }));
  const names = ['id', ...columns.map(({ column }) => column)].map((name) => `"${name}"`).join(', ');
  // The table's own row type reads the JSON, so that each column converts as it would for a caller.
  await client.query(
    `insert into "${meta.table}" (${names}) select ${names} from json_populate_recordset(null::"${meta.table}", $1::json)`,
    [JSON.stringify(records)],
  );
  return keys;
}

/** Keys taken before the rows exist: `returning` does not promise the order of what was inserted. */
async function reserveKeys(client: pg.ClientBase, table: string, count: number): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    'select nextval(pg_get_serial_sequence($1, $2)) as key from generate_series(1, $3)',
    [table, 'id', count],
  );
  return rows.map(({ key }) => key);
}
