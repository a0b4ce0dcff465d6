import { agentsRead, analystsRead, staffManage } from '../../access/policies.js';
import {
  Code,
  Codes,
  Concept,
  Day,
  Decimal,
  LongText,
  type Many,
  ManyOf,
  One,
  type Ref,
  Text,
  Whole,
} from '../../concept/decorators.js';
import { halfOpen } from '../../concept/periods.js';
import { Level, ObligationKind, ReceptionMode } from '../codes.js';
import { EpciConcept } from '../territory/epci-concept.js';

/** What each level requires, as a version of data with its dates. */
@Concept({
  plural: 'referentials',
  title: ['name'],
  order: ['number'],
  validOn: halfOpen('validFrom', 'validTo'),
  uniques: [['epci', 'number']],
  checks: {
    validity: 'valid_from < valid_to',
    one_on_a_day: `EXCLUDE USING gist (int8range(epci_id, epci_id, '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&)`,
  },
  access: { ...staffManage, ...agentsRead, ...analystsRead },
})
export class Referential extends EpciConcept {
  @Text() name!: string;
  @Whole({ min: 1 }) number!: number;
  @Day() validFrom!: string;
  @Day({ nullable: true }) validTo?: string | null;
  @ManyOf(() => Obligation, 'referential') obligations?: Many<Obligation>;
}

/** One requirement of a level: its kind, the number to reach, and the sentence printed in documents. */
@Concept({
  plural: 'obligations',
  title: ['text'],
  order: ['level', 'kind'],
  uniques: [['referential', 'level', 'kind']],
  access: { ...staffManage, ...agentsRead, ...analystsRead },
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
