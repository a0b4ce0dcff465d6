import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../identity/access/caller.js';
import { nextConventionNumber } from './convention-number.rules.js';

/**
 * The numbers proposed to the next conventions of the caller's EPCI, in order. Numbers are given one after the other within
 * an EPCI: whoever asks at the same moment waits for the end of this transaction.
 */
export const proposedNumbers = async (em: EntityManager, caller: Caller, count: number): Promise<string[]> => {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`convention number ${caller.epciId}`]);
  const rows = await em.execute<{ number: string }[]>('select number from convention where epci_id = ? order by id', [
    caller.epciId,
  ]);
  const year = Number(caller.today.slice(0, 4));
  const proposed = [
    nextConventionNumber(
      rows.map(({ number }) => number),
      year,
    ),
  ];
  while (proposed.length < count) proposed.push(nextConventionNumber(proposed.slice(-1), year));
  return proposed.slice(0, count);
};
