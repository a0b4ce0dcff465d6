import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import { type Clock, hourIn, today } from '../clock.js';
import { createDueNotices, newsSince } from '../domain/notice/index.js';
import { listEpcis } from '../domain/territory/index.js';
import { listToDo } from '../domain/todo/index.js';
import { type Caller, sessionOf } from '../identity/access/caller.js';
import { type Subscriber, subscribersOf } from '../identity/access/callers.js';
import { signingIn } from '../identity/access/sign-in-role.js';
import { forgetOldEvents } from '../identity/journal/journal.js';
import { letterOfDigest } from '../mail/digest.js';
import { asOutbox, inOutbox } from '../mail/outbox-role.js';
import type { Post } from '../mail/post.js';
import { Reader } from '../read/reader.js';
import { clearRequestKeys } from '../write/once.js';

export interface HourDependencies {
  /** Without a role. */
  system: EntityManager;
  clock: Clock;
  post: Post;
  publicUrl(): string;
  log: Pick<FastifyBaseLogger, 'error' | 'warn'>;
}

/** Digests leave from seven in the morning, local time; a server that was down then sends them when it is back, not at night. */
const digestHours = { from: 7, until: 20 };

/**
 * The hourly job, EPCI by EPCI in its own time zone: notices of a new day, then the digests of the morning; and the keys of
 * yesterday's requests are removed. Idempotent within the day: a missed hour is made up for by the next.
 */
export async function runHourlyJob(given: HourDependencies): Promise<void> {
  const { system, clock, log } = given;
  await forgetOldEvents(system).catch((error: unknown) =>
    log.error({ err: error }, 'Jobs: old lines of the journal of security were not erased'),
  );
  for (const { id, timeZone } of await listEpcis(system)) {
    const day = today(clock, timeZone);
    try {
      const { toldUntil } = await createDueNotices(system.fork({ session: sessionOf(staffOf(id, day)) }), id, day);
      if (toldUntil > day)
        log.warn({ epci: id, day, toldUntil }, 'Jobs: a clock was wrong, notices were told up to a day to come');
    } catch (error) {
      log.error({ err: error, epci: id }, 'Jobs: the notices of an EPCI failed');
    }
    const hour = hourIn(clock, timeZone);
    if (digestHours.from <= hour && hour < digestHours.until) await sendDigests(given, id, day);
  }
  await clearRequestKeys(system);
}

/** The EPCI's staff, nobody in particular. */
const staffOf = (epciId: string, day: string): Caller => ({
  role: 'EPCI_STAFF',
  dbRole: 'parvis_staff',
  locale: 'fr',
  today: day,
  epciId,
  epciIds: [epciId],
  guichetIds: [],
  reviewIds: [],
  levels: [],
});

async function sendDigests(given: HourDependencies, epciId: string, day: string): Promise<void> {
  const { system, clock, post, log } = given;
  const people = await signingIn(system, (em) => subscribersOf(em, epciId, clock.now()));
  for (const person of people.filter(({ email }) => post.reaches(email))) {
    try {
      await sendDigest(given, person, day);
    } catch (error) {
      log.error({ err: error, account: person.caller.accountId }, 'Jobs: a digest failed');
    }
  }
}

const digestKey = ({ accountId }: Caller, day: string): string => `digest:${accountId}:${day}`;

/**
 * Of a restored copy: the digests of today may have left since the backup was made. They count as sent, without asking anybody
 * to look after them: those of tomorrow tell what is new since the backup.
 */
export async function withholdDigests(system: EntityManager, clock: Clock, madeAt: Date): Promise<void> {
  for (const { id, timeZone } of await listEpcis(system)) {
    const day = today(clock, timeZone);
    const people = await signingIn(system, (em) => subscribersOf(em, id, clock.now()));
    await inOutbox(system, async (em) => {
      for (const { caller, email } of people)
        await sql`
          insert into mail (account_id, to_address, kind, dedupe_key, subject, text, html, status, created_at)
          values (${caller.accountId}::bigint, ${email}, 'DIGEST', ${digestKey(caller, day)}, '', '', '', 'SENT', ${madeAt.toISOString()}::timestamptz)
          on conflict (dedupe_key) do nothing`.execute(em.getKysely());
    });
  }
}

/** One person's digest of the day, seen with their own rights; nothing when nothing waits, or when it was made already. */
async function sendDigest(
  { system, post, publicUrl }: HourDependencies,
  person: Subscriber,
  day: string,
): Promise<void> {
  const { caller, displayName, email } = person;
  const dedupeKey = digestKey(caller, day);
  const em = system.fork({ session: sessionOf(caller) });
  const last = await em.transactional((inner) =>
    asOutbox(inner, caller.dbRole, async () => {
      const { rows } = await sql<{ made: boolean; at: string | null }>`
        select coalesce(bool_or(dedupe_key = ${dedupeKey}), false) as "made", max(created_at)::text as "at"
        from mail where account_id = ${caller.accountId}::bigint and kind = 'DIGEST'`.execute(inner.getKysely());
      return rows[0];
    }),
  );
  if (last?.made) return;
  const [toDo, news] = await Promise.all([
    listToDo(new Reader(em, caller), caller),
    caller.role === 'EPCI_STAFF' ? newsSince(em, last?.at ?? null) : [],
  ]);
  if (toDo.length === 0 && news.length === 0) return;
  const letter = letterOfDigest({
    name: displayName,
    locale: caller.locale,
    publicUrl: publicUrl(),
    toDo,
    news,
    role: caller.role,
  });
  await em.transactional((inner) =>
    post.queue(inner, caller.dbRole, { ...letter, accountId: caller.accountId, to: email, kind: 'DIGEST', dedupeKey }),
  );
}
