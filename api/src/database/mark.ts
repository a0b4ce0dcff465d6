import { createHash } from 'node:crypto';
import { allConcepts } from '../concept/meta.js';
import { historyStatements } from '../history/triggers.js';
import { migrations } from './migrations.js';
import { moveStatements } from './moves.js';
import { grantStatements, queueStatements } from './roles.js';
import { routines } from './routines.js';

/** What a start of this version puts in place, as one text: another version's is another. */
export const versionMark = (): string => {
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

/** SQL by which the database remembers which version it was brought to: a comment, which its owner alone may write. */
export const markPrepared = (): string => `comment on table public.migration is '${versionMark()}'`;
