import type { EntityManager } from '@mikro-orm/postgresql';
import { type Clock, today } from '../clock.js';
import { Obligation, Referential, ReferentialItem } from '../domain/referential/referential.entity.js';
import { Commune } from '../domain/territory/commune.entity.js';
import { Epci } from '../domain/territory/epci.entity.js';
import { EpciAlreadySetUp } from '../domain/territory/territory.errors.js';
import { Account } from '../identity/account/account.entity.js';
import { accountEmail, accountName } from '../identity/account/account-values.js';
import { issueLink, linkLifetimes } from '../identity/sign-in/link-tokens.js';
import { defaultItems, defaultObligations } from './default-referential.js';
import { publicEpci } from './public-list.js';

export interface EpciSetUp {
  name: string;
  communes: number;
  timeZone: string;
  email: string;
  /** Of the first person's invitation link. */
  secret: string;
  /** Until when the link works. */
  expiresAt: Date;
}

/**
 * Sets up an EPCI of France: its communes from the public list, the published référentiel, and an account for the first person
 * of its staff. All of it or nothing, as the owner of the database.
 *
 * @throws InvalidSiren, UnknownSiren, EpciAlreadySetUp, InvalidEmail
 */
export const setUpEpci = async (
  system: EntityManager,
  clock: Clock,
  { siren, staff, displayName }: { siren: string; staff: string; displayName?: string | undefined },
): Promise<EpciSetUp> => {
  const list = publicEpci(siren.replaceAll(/\s/g, ''));
  const email = accountEmail(staff);
  const now = clock.now();
  return system.fork().transactional(async (em) => {
    // One set-up at a time: of two at the same moment the second finds what the first has made.
    await em.execute('select pg_advisory_xact_lock(7120442)');
    if (await em.findOne(Epci, { siren: list.siren })) throw new EpciAlreadySetUp(list.name);
    const epci = em.create(Epci, { siren: list.siren, name: list.name, timeZone: list.timeZone } as never);
    for (const commune of list.communes) em.create(Commune, { ...commune, epci } as never);
    // From the first of January, so that the year of which compliance is judged is covered whole.
    const validFrom = `${today(clock, list.timeZone).slice(0, 4)}-01-01`;
    const referential = em.create(Referential, {
      epci,
      name: 'Référentiel des niveaux d’accueil',
      number: 1,
      validFrom,
      state: 'PUBLISHED',
      publishedAt: now,
    } as never);
    for (const item of defaultItems()) em.create(ReferentialItem, { ...item, epci, referential } as never);
    for (const obligation of defaultObligations()) em.create(Obligation, { ...obligation, epci, referential } as never);
    const account = em.create(Account, {
      email,
      displayName: accountName(displayName, email),
      role: 'EPCI_STAFF',
      epci,
    } as never);
    await em.flush();
    const secret = await issueLink(em, account.id, 'INVITATION', now);
    const expiresAt = new Date(now.getTime() + linkLifetimes.INVITATION);
    return { name: list.name, communes: list.communes.length, timeZone: list.timeZone, email, secret, expiresAt };
  });
};
