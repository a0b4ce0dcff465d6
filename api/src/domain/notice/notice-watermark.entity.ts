import type { PolicyDef, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Epci } from '../territory/epci.entity.js';

const outboxOnly: PolicyDef = {
  name: 'outbox_only',
  command: 'all',
  roles: ['parvis_outbox'],
  using: 'true',
  check: 'true',
};

/**
 * Up to which day the staff of an EPCI were told what the days brought. A table of its own, not a field of the EPCI, whose
 * history would then have a line a day that nobody wrote.
 */
@Entity({ tableName: 'notice_watermark', policies: [outboxOnly] })
export class NoticeWatermark {
  @ManyToOne(() => Epci, { primary: true, ref: true, deleteRule: 'cascade' }) epci!: Ref<Epci>;
  @Property({ type: 'date' }) toldUntil!: string;
}
