import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import type { DbRole } from '../../base/roles.js';
import { signingIn } from '../access/sign-in-role.js';
import { deviceName } from '../sign-in/device-name.js';
import { networkOf } from '../sign-in/network-address.js';
import type { SecurityEventKind } from './security-event.codes.js';

/** Something that the journal of security keeps. Accounts are given by their database keys. */
export interface SecurityNote {
  kind: SecurityEventKind;
  /** Who did it. */
  accountId?: string | undefined;
  /** The address that was typed, when nobody is known: it stands for the accounts that a password opens there, and is not kept. */
  email?: string | undefined;
  /** To whom it was done. */
  targetId?: string | undefined;
  /** Which operation, document, list or page: never a name. */
  detail?: string | undefined;
}

/** Where a request comes from. */
export interface Origin {
  requestId?: string | undefined;
  /** The network address. */
  address?: string | undefined;
  userAgent?: string | undefined;
}

/** Notes something of the request under way. */
export type Note = (note: SecurityNote) => void;

interface Line extends SecurityNote {
  at: string;
  network: string | undefined;
  device: string | undefined;
  requestId: string | undefined;
}

/** Milliseconds that a line waits for others, to be written with them. */
const together = 1000;
/** Lines that wait while the database is away: the log has all of them. */
const waitingMost = 10_000;
const detailMax = 200;

/**
 * Lines as PostgreSQL takes them: it knows neither NUL nor half a character, which a stranger may type, and one such line would keep
 * those beside it from being written.
 */
const asJson = (lines: readonly Line[]): string =>
  JSON.stringify(lines, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  );

/** Erases what is older than twelve months: the policy of the role lets it reach nothing else. */
export const forgetOldEvents = (system: EntityManager): Promise<void> =>
  system
    .fork({ session: { role: 'parvis_erasure' satisfies DbRole } })
    .transactional(async (em) => void (await em.execute('delete from security_event')));

interface JournalOptions {
  system(): EntityManager;
  log: Pick<FastifyBaseLogger, 'info' | 'error'>;
}

/**
 * The journal of security: who entered, who was refused, what was opened, changed or taken away. Each line goes to the log at once,
 * without an address or a name, and to the table `security_event` within a second or so, with others: nobody waits for it, and a
 * read stays one statement. Time is the machine's, even where the day is pinned.
 */
export class Journal {
  #waiting: Line[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: JournalOptions) {}

  note(
    { kind, accountId, targetId, detail: said, ...more }: SecurityNote,
    { requestId, address, userAgent }: Origin = {},
  ): void {
    const detail = said?.slice(0, detailMax);
    this.options.log.info({ security: kind, account: accountId, target: targetId, detail, requestId }, 'Security');
    if (this.#waiting.length >= waitingMost) return;
    this.#waiting.push({
      ...more,
      kind,
      accountId,
      targetId,
      detail,
      requestId,
      at: new Date().toISOString(),
      network: address ? networkOf(address) : undefined,
      device: deviceName(userAgent) ?? undefined,
    });
    this.#timer ??= setTimeout(() => void this.flush(), together).unref();
  }

  /** Writes what waits, and is done when it is written or will be tried again. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const lines = this.#waiting;
    if (lines.length === 0) return;
    this.#waiting = [];
    try {
      await signingIn(this.options.system(), (em) =>
        sql`
          insert into security_event (occurred_at, kind, account_id, target_id, epci_id, detail, device, network, request_id)
          select x.at, x.kind, a.id, t.id, coalesce(t.epci_id, a.epci_id), x.detail, x.device, x.network, x."requestId"
          from jsonb_to_recordset(${asJson(lines)}::jsonb) x (at timestamptz, kind text, "accountId" bigint, email text,
            "targetId" bigint, detail text, device text, network text, "requestId" text)
          left join account a on a.id = x."accountId" or (x."accountId" is null and a.email = x.email
            and exists (select from credential_account c where c.account_id = a.id))
          left join account t on t.id = x."targetId"`.execute(em.getKysely()),
      );
    } catch (error) {
      this.options.log.error({ err: error, lines: lines.length }, 'The journal of security could not be written');
      this.#waiting = [...lines, ...this.#waiting].slice(0, waitingMost);
      this.#timer ??= setTimeout(() => void this.flush(), 10 * together).unref();
    }
  }
}
