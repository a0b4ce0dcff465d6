import { sql } from 'kysely';
import { Source } from '../../base/codes.js';
import { Code, Concept, Day, One, type Ref, Text, Whole } from '../../concept/decorators.js';
import { staffManage } from '../../identity/access/policies.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { Commune } from '../territory/commune.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { Channel, RequestNumberOddity } from './request.codes.js';

/** One application for social housing, known by its numéro unique: no name, and nothing that the service does not need. */
@Concept({
  plural: 'requests',
  crud: { create: true, update: true, delete: true },
  title: ['number'],
  search: ['number'],
  order: ['registeredOn'],
  uniques: [['epci', 'number']],
  // Tens of thousands of them, the latest first.
  indexes: [['epci', 'registeredOn']],
  checks: { seniority: 'seniority_on <= registered_on' },
  noted: true,
  access: staffManage,
})
export class Request extends EpciConcept {
  @Text({ max: 18, nullable: true, personal: true, readers: ['EPCI_STAFF'] }) number?: string | null;
  /** A warning, never a refusal: the sentence of `numberOddity` in SQL; a test compares the two. */
  @Code(
    { RequestNumberOddity },
    {
      nullable: true,
      personal: true,
      readers: ['EPCI_STAFF'],
      computed: (request) => {
        const number = request.col('number');
        return sql`case
          when length(${number}) <> 18 then 'LENGTH'
          when ${number} !~* '^[0-9]{13}[A-Z0-9]{5}$' then 'CHARACTERS'
          when substr(${number}, 4, 2) not between '01' and '12' then 'MONTH'
          when substr(${number}, 4, 4) <> to_char(${request.col('seniorityOn')}, 'MMYY') then 'OTHER_MONTH' end`;
      },
    },
  )
  numberOddity?: RequestNumberOddity | null;
  @One(() => Guichet, { nullable: true }) guichet?: Ref<Guichet> | null;
  @Code({ Channel }) channel!: Channel;
  @Day() registeredOn!: string;
  @Day() seniorityOn!: string;
  @Day({ nullable: true }) expiresOn?: string | null;
  @One(() => Commune, { nullable: true }) communeWanted?: Ref<Commune> | null;
  @Whole({ min: 1, max: 30, nullable: true }) householdSize?: number | null;
  @Code({ Source }, { default: 'PUBLISHED', write: 'none' }) source!: Source;
}
