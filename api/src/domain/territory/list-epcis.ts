import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { signingIn } from '../../identity/access/sign-in-role.js';

/** All EPCIs of the installation, for work that is done for each of them. @param system without a role */
export const listEpcis = (system: EntityManager): Promise<{ id: string; timeZone: string }[]> =>
  signingIn(system, async (em) => {
    const { rows } = await sql<{ id: string; timeZone: string }>`
      select id::text as "id", time_zone as "timeZone" from epci order by id`.execute(em.getKysely());
    return rows;
  });
