import { Base, Code, Concept, Instant, One, type Ref, Text } from '../../concept/decorators.js';
import { Epci } from '../../domain/territory/epci.entity.js';
import { ownEpci } from '../access/policies.js';
import { Account } from '../account/account.entity.js';
import { SecurityEventKind } from './security-event.codes.js';

/** Twelve months, as the CNIL recommends for journals (déliberation 2021-122): nothing is erased before, and all of it after. */
const old = "occurred_at < now() - '1 year'::interval";

/** A line of the journal of security (`identity/journal/journal.ts`): added, never changed. */
@Concept({
  plural: 'securityEvents',
  title: ['kind', 'occurredAt'],
  search: ['detail'],
  order: ['occurredAt'],
  indexes: [['epci', 'occurredAt'], ['occurredAt']],
  unrecorded: true,
  acrossEpcis: true,
  access: {
    parvis_admin: { read: 'true' },
    parvis_staff: { read: ownEpci },
    parvis_sign_in: { create: 'true' },
    parvis_erasure: { delete: old },
  },
})
export class SecurityEvent extends Base {
  @Instant({ write: 'none' }) occurredAt!: Date;
  @Code({ SecurityEventKind }, { write: 'none' }) kind!: SecurityEventKind;
  /** Who did it, or whose access was tried; absent for a stranger. */
  @One(() => Account, { nullable: true, write: 'none' }) account?: Ref<Account> | null;
  /** To whom it was done. */
  @One(() => Account, { nullable: true, write: 'none' }) target?: Ref<Account> | null;
  @One(() => Epci, { nullable: true, write: 'none' }) epci?: Ref<Epci> | null;
  /** Which operation, document, list or page: never a name. */
  @Text({ max: 200, nullable: true, write: 'none' }) detail?: string | null;
  /** Such as "Firefox, Windows". */
  @Text({ max: 60, nullable: true, write: 'none' }) device?: string | null;
  /** An IPv4 address, or the first half of an IPv6 one. */
  @Text({ max: 60, nullable: true, personal: true, readers: ['ADMIN', 'EPCI_STAFF'], write: 'none' }) network?:
    | string
    | null;
  /** As in the log and in what the person was told. */
  @Text({ max: 60, nullable: true, write: 'none' }) requestId?: string | null;
}
