import { sql } from 'kysely';
import { Level, ReceptionMode, Source } from '../../base/codes.js';
import {
  Bool,
  Code,
  Codes,
  Concept,
  Day,
  Decimal,
  Json,
  type Many,
  ManyOf,
  One,
  type Ref,
  Text,
} from '../../concept/decorators.js';
import { halfOpen } from '../../concept/periods.js';
import { agentsReadWhere, analystsRead, callerGuichets, staffManage } from '../../identity/access/policies.js';
import { Assignment } from '../agent/assignment.entity.js';
import { Convention } from '../convention/convention.entity.js';
import { ConventionVersion } from '../convention/convention-version.entity.js';
import { inForceOn } from '../convention/in-force.js';
import { Organisation } from '../organisation/organisation.entity.js';
import { Request } from '../request/request.entity.js';
import { Commune } from '../territory/commune.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { AppointmentPractice, Proposal } from './guichet.codes.js';
import { typedHours } from './opening-hours.field.js';
import type { OpeningHours } from './opening-hours.rules.js';

/**
 * A reception desk carried by an organisation in a commune. Level, registration and dossier unique are independent: the
 * published diagrams disagree on which implies which. An empty answer means "never entered", which is not "no".
 */
@Concept({
  plural: 'guichets',
  crud: { create: true, update: true, delete: true },
  title: ['name'],
  search: ['name', 'commune.name', 'organisation.name'],
  validOn: halfOpen('openedOn', 'closedOn'),
  recorded: true,
  checks: { period: 'opened_on < closed_on' },
  access: { ...staffManage, ...analystsRead, ...agentsReadWhere(`id = any(${callerGuichets})`) },
})
export class Guichet extends EpciConcept {
  @Text() name!: string;
  @One(() => Organisation) organisation!: Ref<Organisation>;
  @One(() => Commune) commune!: Ref<Commune>;
  @Code({ Level }, { nullable: true }) levelProposed?: Level | null;
  @Code({ Level }, { nullable: true }) levelAgreed?: Level | null;
  @Code({ Proposal }, { nullable: true }) proposal?: Proposal | null;
  /** The level of the convention in force on the day, else the level agreed. */
  @Code(
    { Level },
    {
      nullable: true,
      dated: true,
      computed: (guichet) =>
        sql`coalesce((select v.level from ${guichet.table('convention_version')} v where v.guichet_id = ${guichet.col('id')} and ${inForceOn('v', guichet.on)} limit 1), ${guichet.col('levelAgreed')})`,
    },
  )
  level?: Level | null;
  @Bool({ nullable: true }) registers?: boolean | null;
  @Bool({ nullable: true }) dossierUnique?: boolean | null;
  @Codes({ ReceptionMode }, { nullable: true }) receptionModes?: ReceptionMode[] | null;
  @Json({ ...typedHours, nullable: true }) openingHours?: OpeningHours | null;
  @Text({ nullable: true }) address?: string | null;
  @Text({ max: 30, nullable: true }) telephone?: string | null;
  @Decimal({ scale: 5, min: -90, max: 90, nullable: true }) latitude?: number | null;
  @Decimal({ scale: 5, min: -180, max: 180, nullable: true }) longitude?: number | null;
  @Day({ nullable: true }) openedOn?: string | null;
  @Day({ nullable: true }) closedOn?: string | null;
  @Bool({ nullable: true }) surveyAnswered?: boolean | null;
  @Bool({ nullable: true }) receivesPublic?: boolean | null;
  @Code({ AppointmentPractice }, { nullable: true }) appointments?: AppointmentPractice | null;
  @Bool({ nullable: true }) registersAfterAppointment?: boolean | null;
  @Bool({ nullable: true }) usesEtoil?: boolean | null;
  @Bool({ nullable: true }) sneConventionSigned?: boolean | null;
  @Code({ Source }, { default: 'PUBLISHED' }) source!: Source;
  @One(() => ConventionVersion, {
    dated: true,
    match: (guichet, version) =>
      sql`${version.col('guichet')} = ${guichet.col('id')} and ${inForceOn(version, guichet.on)}`,
  })
  conventionInForce?: undefined;
  @ManyOf(() => Convention, 'guichet') conventions?: Many<Convention>;
  @ManyOf(() => ConventionVersion, 'guichet') conventionVersions?: Many<ConventionVersion>;
  @ManyOf(() => Assignment, 'guichet') assignments?: Many<Assignment>;
  @ManyOf(() => Request, 'guichet') requests?: Many<Request>;
}
