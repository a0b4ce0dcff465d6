import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Config } from '../../config.js';
import type { Orm } from '../../database/orm.js';
import { signingIn } from '../access/sign-in-role.js';

/** Of the people of the demonstration: no mail goes there (RFC 2606), and they have no password. */
export const demoDomain = '@demo.parvis.invalid';

/** How addresses end where no mail can go, nor ever will (RFC 2606): a pattern that JavaScript and PostgreSQL read alike. */
const reservedEnding = '\\.(example|invalid)$';

export const isReservedAddress = (address: string): boolean => new RegExp(reservedEnding, 'i').test(address);

/** Whether the one-click people and the mailbox of the demonstration are there now: see `makeDemo`. */
export interface Demo {
  isOpen(): Promise<boolean>;
}

/**
 * A database that holds nothing but the demonstration, or nothing at all: no account of a real address, and no EPCI without people
 * of the demonstration, as `setup-epci` makes them.
 */
export const holdsOnlyDemo = (system: EntityManager): Promise<boolean> =>
  signingIn(system, async (em) => {
    const { rows } = await sql<{ only: boolean }>`
      select not exists (select from account where email !~* ${reservedEnding})
        and not exists (select from epci e where not exists (
          select from account a where a.epci_id = e.id and a.email like ${`%${demoDomain}`})) as only`.execute(
      em.getKysely(),
    );
    return rows[0]?.only ?? false;
  });

/**
 * The demonstration of a running application: open while the configuration wants it and the database holds nothing else. It is asked
 * each time, since `setup-epci` and `make-admin` may run meanwhile, and from then on nobody enters without a password.
 */
export const makeDemo = (orm: Orm, config: Pick<Config, 'demo'>): Demo => ({
  isOpen: async () => config.demo && (await holdsOnlyDemo(orm.em.fork())),
});
