import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Locale, Role } from '../../base/codes.js';
import { type Caller, sessionOf } from '../access/caller.js';
import { callersByEmail } from '../access/callers.js';
import { signingIn } from '../access/sign-in-role.js';
import { PersonaUnavailable } from '../account/account.errors.js';
import { demoDomain } from './demo.js';
import { type OpenedSession, openSession } from './sessions.service.js';

/** Someone whom a visitor of the demonstration may be with one click. */
export interface Persona {
  key: string;
  displayName: string;
  role: Role;
  /** Where they work: guichets or EPCI. */
  description: string;
}

const keyOf = (email: string): string => email.slice(0, -demoDomain.length);

/** Names of an agent's guichets, else of the EPCIs, as the person themselves sees them. */
const placesOf = async (system: EntityManager, caller: Caller): Promise<string[]> =>
  system.fork({ session: sessionOf(caller) }).transactional(async (em) => {
    const names =
      caller.role === 'AGENT'
        ? sql`select name from guichet where id = any(${caller.guichetIds}::bigint[])`
        : sql`select name from epci`;
    const { rows } = await sql<{ name: string }>`${names} order by name`.execute(em.getKysely());
    return rows.map(({ name }) => name);
  });

/** Who may be entered as with one click, for whoever starts the demonstration. */
export const demoAccounts = (system: EntityManager): Promise<Pick<Persona, 'displayName' | 'role'>[]> =>
  signingIn(system, async (em) => {
    const { rows } = await sql<Pick<Persona, 'displayName' | 'role'>>`
      select display_name as "displayName", role from account
      where email like ${`%${demoDomain}`} and ended_at is null order by id`.execute(em.getKysely());
    return rows;
  });

/** The personas of the demonstration, in the order of their making. */
export const listPersonas = async (system: EntityManager, now: Date, locale: Locale): Promise<Persona[]> => {
  const people = await signingIn(system, (em) => callersByEmail(em, demoDomain, now));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return Promise.all(
    people.map(async ({ caller, displayName, email }) => ({
      key: keyOf(email),
      displayName,
      role: caller.role as Role,
      description: list.format(await placesOf(system, caller)),
    })),
  );
};

/** Signs in as a persona. @throws PersonaUnavailable */
export const enterAsPersona = async (
  system: EntityManager,
  key: string,
  now: Date,
  userAgent?: string,
): Promise<OpenedSession> =>
  signingIn(system, async (em) => {
    const people = await callersByEmail(em, demoDomain, now);
    const caller = people.find(({ email }) => keyOf(email) === key)?.caller;
    if (!caller?.accountId || caller.role === 'ANONYMOUS') throw new PersonaUnavailable();
    return openSession(em, { id: caller.accountId, role: caller.role, userAgent }, now);
  });
