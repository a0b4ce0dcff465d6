import { Level, ReceptionMode } from '../../base/codes.js';
import {
  Code,
  Codes,
  Concept,
  Day,
  Decimal,
  Instant,
  LongText,
  type Many,
  ManyOf,
  One,
  type Ref,
  Text,
  Whole,
} from '../../concept/decorators.js';
import { halfOpen } from '../../concept/periods.js';
import { agentsReadWhere, analystsReadWhere, staffManage } from '../../identity/access/policies.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { ObligationKind, ReferentialItemKind, ReferentialState, Strictness } from './referential.codes.js';

/** What is being prepared is the staff's own; of a version that one does not see, one sees no part. */
const published = "state = 'PUBLISHED'";
const partOf = (table: string) =>
  `exists (select 1 from "referential" r where r.id = "${table}"."referential_id" and r.epci_id = "${table}".epci_id)`;

/** What each level requires, as a version of data with its dates. */
@Concept({
  plural: 'referentials',
  crud: { create: true, update: true, delete: true },
  title: ['name'],
  order: ['number'],
  validOn: halfOpen('validFrom', 'validTo'),
  uniques: [['epci', 'number']],
  checks: {
    validity: 'valid_from < valid_to',
    one_on_a_day: `EXCLUDE USING gist (int8range(epci_id, epci_id, '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&) WHERE ((state = 'PUBLISHED'::text))`,
  },
  moves: {
    field: 'state',
    initial: ['DRAFT'],
    table: [{ from: 'DRAFT', to: 'PUBLISHED', roles: ['EPCI_STAFF'] }],
  },
  guard: 'guard_referential',
  access: { ...staffManage, ...agentsReadWhere(published), ...analystsReadWhere(published) },
})
export class Referential extends EpciConcept {
  @Text() name!: string;
  @Whole({ min: 1 }) number!: number;
  @Day() validFrom!: string;
  @Day({ nullable: true }) validTo?: string | null;
  /** A draft is prepared and compared; a published one is what conventions are signed under, and changes no more. */
  @Code({ ReferentialState }, { write: 'none', default: 'DRAFT' }) state!: ReferentialState;
  @Instant({ nullable: true, write: 'none' }) publishedAt?: Date | null;
  /** What becomes of a signature when a commune's deliberation is missing, and so on for each rule. */
  @Code({ Strictness }, { default: 'REFUSE' }) withoutDeliberation!: Strictness;
  @Code({ Strictness }, { default: 'WARN' }) withoutSneConvention!: Strictness;
  @Code({ Strictness }, { default: 'WARN' }) etpTooLow!: Strictness;
  @Code({ Strictness }, { default: 'REFUSE' }) termTooLong!: Strictness;
  @ManyOf(() => ReferentialItem, 'referential') items?: Many<ReferentialItem>;
  @ManyOf(() => Obligation, 'referential') obligations?: Many<Obligation>;
}

/**
 * An element of a référentiel and the words for it: a level, a mission, a way to receive, means, a competence. Codes of levels,
 * ways to receive and competences are those that rules know; missions and means are the EPCI's own.
 */
@Concept({
  plural: 'referentialItems',
  crud: { create: true, update: true, delete: true },
  partOf: ['referential'],
  title: ['label'],
  search: ['label', 'text'],
  order: ['kind', 'position', 'label'],
  uniques: [['referential', 'kind', 'code']],
  guard: 'guard_referential_part',
  access: {
    ...staffManage,
    ...agentsReadWhere(partOf('referential_item')),
    ...analystsReadWhere(partOf('referential_item')),
  },
})
export class ReferentialItem extends EpciConcept {
  @One(() => Referential, { write: 'create' }) referential!: Ref<Referential>;
  @Code({ ReferentialItemKind }, { write: 'create' }) kind!: ReferentialItemKind;
  @Text({ max: 60, write: 'create' }) code!: string;
  /** The levels that hold it. */
  @Codes({ Level }) levels!: Level[];
  @Text({ max: 300 }) label!: string;
  @LongText({ max: 2000, nullable: true }) text?: string | null;
  @Whole({ max: 1000, default: 0 }) position!: number;
}

/** One requirement of a level: its kind, the number to reach, and the sentence printed in documents. */
@Concept({
  plural: 'obligations',
  crud: { create: true, update: true, delete: true },
  partOf: ['referential'],
  title: ['text'],
  order: ['level', 'kind'],
  uniques: [['referential', 'level', 'kind']],
  guard: 'guard_referential_part',
  access: { ...staffManage, ...agentsReadWhere(partOf('obligation')), ...analystsReadWhere(partOf('obligation')) },
})
export class Obligation extends EpciConcept {
  @One(() => Referential, { write: 'create' }) referential!: Ref<Referential>;
  @Code({ Level }) level!: Level;
  @Code({ ObligationKind }) kind!: ObligationKind;
  @Decimal({ min: 0, max: 1000, nullable: true }) target?: number | null;
  @Decimal({ min: 0, max: 1000, nullable: true }) planned?: number | null;
  @Codes({ ReceptionMode }, { nullable: true }) modes?: ReceptionMode[] | null;
  @Whole({ max: 120, nullable: true }) windowMonths?: number | null;
  @LongText({ max: 1000 }) text!: string;
}
