import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../clock.js';
import { countDamaged } from '../domain/document/index.js';
import { forgetOldEvents } from '../identity/journal/journal.js';
import { withholdDigests } from '../jobs/hour.js';
import { withholdMails } from '../mail/delivery.service.js';

/**
 * What is done to a restored copy before it opens. Mails that waited, and the digests of today, may have left since the backup
 * was made: they are not sent (again). What is kept for a time and has outlived it is erased. Kept files are read to their last byte.
 *
 * @param madeAt when the backup was made
 * @returns how many kept files are not what their SHA-256 says: they were not when the backup was made either
 */
export const settleCopy = async (system: EntityManager, clock: Clock, madeAt: Date): Promise<number> => {
  await withholdMails(system, madeAt);
  await withholdDigests(system, clock, madeAt);
  await forgetOldEvents(system);
  return countDamaged(system);
};
