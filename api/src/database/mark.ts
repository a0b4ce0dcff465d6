import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { allConcepts } from '../concept/meta.js';
import { historyStatements } from '../history/triggers.js';
import { migrations } from './migrations.js';
import { moveStatements } from './moves.js';
import { grantStatements, queueStatements } from './roles.js';
import { routines } from './routines.js';

/** What a start of this version puts in place, as one text: another version's is another. */
const makeMark = (): string => {
  const concepts = allConcepts();
  const all = [
    ...migrations.map(({ name }) => name),
    ...routines.map(({ hash }) => hash),
    ...historyStatements(concepts),
    ...moveStatements(concepts),
    ...grantStatements(concepts),
    ...queueStatements,
  ];
  return `prepared ${createHash('sha256').update(all.join('\n')).digest('hex')}`;
};

let made: string | undefined;
const versionMark = (): string => (made ??= makeMark());

/** SQL by which the database remembers which version it was brought to: a comment, which its owner alone may write. */
export const markPrepared = (): string => `comment on table public.migration is '${versionMark()}'`;

/** Whether the database was last brought to this very version. Any user may ask. */
export const isPrepared = async (client: ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ mark: string | null }>(
    `select obj_description(to_regclass('public.migration'), 'pg_class') as mark`,
  );
  return rows[0]?.mark === versionMark();
};
