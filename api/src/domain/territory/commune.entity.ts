import { Source } from '../../base/codes.js';
import { Bool, Code, Concept, Day, Decimal, type Many, ManyOf, Text, Whole } from '../../concept/decorators.js';
import { both, halfOpen } from '../../concept/periods.js';
import { agentsRead, analystsRead, staffManage } from '../../identity/access/policies.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { EpciConcept } from './epci-concept.js';
import { inseeCode, siren } from './territory.shapes.js';

/** A commune of the EPCI. Codes are reused after mergers, so that it is known by its code *and* its period. */
@Concept({
  plural: 'communes',
  crud: { create: true, update: true, delete: true, key: 'inseeCode' },
  title: ['name'],
  search: ['name', 'inseeCode'],
  validOn: both(halfOpen('validFrom', 'validTo'), halfOpen('memberFrom', 'memberTo')),
  uniques: [['epci', 'inseeCode', 'validFrom']],
  checks: {
    validity: 'valid_from < valid_to',
    membership: 'member_from < member_to',
    // A code names one commune on a day: Paladru until 2017, Villages du Lac de Paladru since. Keys as ranges, because a GiST
    // index without extensions compares nothing else; written as PostgreSQL gives it back, so that no difference is seen.
    one_on_a_day: `EXCLUDE USING gist (int8range(epci_id, epci_id, '[]'::text) WITH &&, int4range((translate((insee_code)::text, 'AB'::text, '01'::text))::integer, (translate((insee_code)::text, 'AB'::text, '01'::text))::integer, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[)'::text) WITH &&)`,
  },
  access: { ...staffManage, ...agentsRead, ...analystsRead },
})
export class Commune extends EpciConcept {
  @Text({ max: 5, shape: inseeCode, write: 'create' }) inseeCode!: string;
  @Text() name!: string;
  @Day({ nullable: true }) validFrom?: string | null;
  @Day({ nullable: true }) validTo?: string | null;
  @Day({ nullable: true }) memberFrom?: string | null;
  @Day({ nullable: true }) memberTo?: string | null;
  @Text({ max: 5, shape: inseeCode, nullable: true }) successorCode?: string | null;
  @Text({ max: 9, shape: siren, nullable: true }) siren?: string | null;
  @Whole({ nullable: true }) population?: number | null;
  @Text({ nullable: true, max: 80 }) basin?: string | null;
  @Bool({ default: false }) urbanPole!: boolean;
  @Whole({ nullable: true }) socialHomes?: number | null;
  @Decimal({ scale: 5, min: -90, max: 90, nullable: true }) latitude?: number | null;
  @Decimal({ scale: 5, min: -180, max: 180, nullable: true }) longitude?: number | null;
  @Code({ Source }, { default: 'PUBLISHED' }) source!: Source;
  @ManyOf(() => Guichet, 'commune') guichets?: Many<Guichet>;
}
