import { sql } from 'kysely';
import { Competence, Level, ReceptionMode } from '../../base/codes.js';
import {
  Bool,
  Code,
  Codes,
  Concept,
  Day,
  Decimal,
  Derived,
  Instant,
  Json,
  LongText,
  type Many,
  ManyOf,
  One,
  type Ref,
  Text,
  Texts,
  Whole,
} from '../../concept/decorators.js';
import {
  analystsReadWhere,
  callerGuichets,
  callerReviews,
  ownEpci,
  people,
  staffManage,
} from '../../identity/access/policies.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { typedHours } from '../guichet/opening-hours.field.js';
import type { OpeningHours } from '../guichet/opening-hours.rules.js';
import { Referential } from '../referential/referential.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { ConventionState, ConventionStatus } from './convention.codes.js';
import { Convention } from './convention.entity.js';
import { ConventionComment } from './convention-comment.entity.js';
import { ConventionFile } from './convention-file.entity.js';
import {
  AvailableActType,
  AvailableTransitionType,
  changesOf,
  FieldChangeType,
  openActs,
  openTransitions,
  readingActEnum,
  readingActsOf,
  termAlertEnum,
  termAlertOf,
  unlockedOf,
  warningEnum,
  warningsOf,
} from './derived.js';
import { inForceOn } from './in-force.js';
import { actFacts } from './life-facts.js';
import { conventionMoves } from './transitions.rules.js';
import { changeFacts, versionFacts } from './version-facts.js';

/** Who signs for a party: name, quality, and the day they signed. */
export interface Signatory {
  party: string;
  name: string;
  quality: string;
  signedOn: string;
}

/**
 * The content of a convention over a term. The first version is the convention itself, later ones are its avenants. Analysts read
 * what was signed, and nothing that is being prepared.
 */
@Concept({
  plural: 'conventionVersions',
  crud: { update: true },
  partOf: ['convention'],
  title: ['convention.number'],
  search: ['convention.number', 'guichet.name'],
  order: ['startsOn', 'rank'],
  uniques: [['convention', 'rank']],
  checks: {
    // At any date a guichet has at most one convention in force. A range of one key stands for its equality, which a GiST
    // index without extensions cannot compare. Written as PostgreSQL gives it back, so that no difference is seen.
    one_in_force: `EXCLUDE USING gist (int8range(guichet_id, guichet_id, '[]'::text) WITH &&, daterange(starts_on, LEAST(ends_on, terminated_on), '[]'::text) WITH &&) WHERE (((state = 'SIGNED'::text) OR (state = 'TERMINATED'::text)))`,
    term: 'starts_on <= ends_on',
    signed: "signed_on is not null or state <> 'SIGNED' and state <> 'TERMINATED'",
    withdrawn:
      "(state = 'CANCELLED' and signed_on is not null) = (withdrawn_on is not null) and withdrawn_on < starts_on",
    reviewed:
      "(reviewed_at is null) = (reviewed_by_name is null) and (reviewed_at is null or state <> 'DRAFT' and state <> 'CORRECTION')",
    terminated: "(state = 'TERMINATED') = (terminated_on is not null) and terminated_on >= starts_on",
  },
  validOn: (version) => inForceOn(version, version.on),
  moves: { field: 'state', initial: ['DRAFT'], table: conventionMoves },
  guard: 'guard_convention_version',
  unlocked: 'unlockedFields',
  access: {
    ...staffManage,
    ...analystsReadWhere("state in ('SIGNED', 'TERMINATED')"),
    // Agents read what their guichet signed; those whom it names for the review read and correct what is being prepared.
    parvis_agent: {
      read: `${ownEpci} and (guichet_id = any(${callerGuichets}) and state in ('SIGNED', 'TERMINATED') or guichet_id = any(${callerReviews}) and state in ('IN_REVIEW', 'CORRECTION', 'TO_SIGN'))`,
      update: `${ownEpci} and guichet_id = any(${callerReviews}) and state in ('IN_REVIEW', 'CORRECTION')`,
    },
  },
  // From the moment it was sent to them.
  historyForAgents: `${ownEpci} and guichet_id = any(${callerReviews}) and (after ->> 'state') in ('IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'SIGNED', 'TERMINATED')`,
})
export class ConventionVersion extends EpciConcept {
  @One(() => Convention, { write: 'create' }) convention!: Ref<Convention>;
  @One(() => Guichet, { write: 'none' }) guichet!: Ref<Guichet>;
  @Whole({ min: 1, write: 'none' }) rank!: number;
  @Code({ ConventionState }, { write: 'none', default: 'DRAFT' }) state!: ConventionState;
  /** The state, and for a signed version what the day makes of it. */
  @Code(
    { ConventionStatus },
    {
      dated: true,
      computed: (version) => sql`case
      when ${version.col('withdrawnOn')} is not null then 'WITHDRAWN'
      when ${version.col('state')} not in ('SIGNED', 'TERMINATED') then ${version.col('state')}
      when ${inForceOn(version, version.on)} then 'IN_FORCE'
      when ${version.on} < ${version.col('startsOn')} then 'UPCOMING'
      when ${version.col('state')} = 'TERMINATED' then 'TERMINATED'
      else 'EXPIRED' end`,
    },
  )
  status!: ConventionStatus;
  @One(() => Referential) referential!: Ref<Referential>;
  @Code({ Level }) level!: Level;
  @Bool({ default: false }) registers!: boolean;
  @Bool({ default: false }) dossierUnique!: boolean;
  /** Codes of the missions of its référentiel. */
  @Texts({ nullable: true }) missions?: string[] | null;
  @Codes({ ReceptionMode }, { nullable: true }) receptionModes?: ReceptionMode[] | null;
  @Json({ ...typedHours, nullable: true }) openingHours?: OpeningHours | null;
  @Decimal({ min: 0, max: 1000, nullable: true }) etp?: number | null;
  @Codes({ Competence }, { nullable: true }) competences?: Competence[] | null;
  @Whole({ max: 100, nullable: true }) meetingsPerYear?: number | null;
  @LongText({ nullable: true }) levelConditions?: string | null;
  @Day({ nullable: true }) sneSignedOn?: string | null;
  @Bool({ default: false }) sneToRevise!: boolean;
  @Day() startsOn!: string;
  @Day() endsOn!: string;
  @Text({ nullable: true }) deliberationAssembly?: string | null;
  @Day({ nullable: true }) deliberationOn?: string | null;
  @Text({ max: 60, nullable: true }) deliberationNumber?: string | null;
  @Day({ nullable: true, write: 'none' }) signedOn?: string | null;
  @Json({ nullable: true, personal: true, readers: people, write: 'none' }) signatories?: Signatory[] | null;
  @Day({ nullable: true, write: 'none' }) terminatedOn?: string | null;
  @LongText({ nullable: true, write: 'none' }) terminationMotive?: string | null;
  @Day({ nullable: true, write: 'none' }) noticeOn?: string | null;
  @LongText({ nullable: true, write: 'none' }) cancellationMotive?: string | null;
  /** When the two parties took back what they had signed, before its first day. */
  @Day({ nullable: true, write: 'none' }) withdrawnOn?: string | null;
  /**
   * When a reviewer of the guichet said that there is nothing to change, and who. Content changes in draft and correction alone,
   * and a correction takes the answer away: what stands is always of the text as it is.
   */
  @Instant({ nullable: true, write: 'none' }) reviewedAt?: Date | null;
  @Text({ max: 120, nullable: true, personal: true, readers: people, write: 'none' }) reviewedByName?: string | null;
  /** The end as it was signed, when an avenant that took over has since moved `endsOn` to its eve. */
  @Day({ nullable: true, write: 'none' }) signedEndsOn?: string | null;
  /** When the term ended without a successor: the day on which people said what becomes of the guichet. */
  @Day({ nullable: true, write: 'none' }) guichetSettledOn?: string | null;
  @ManyOf(() => ConventionComment, 'version') comments?: Many<ConventionComment>;
  @ManyOf(() => ConventionFile, 'version') files?: Many<ConventionFile>;
  /** What the caller may do with it today: the screens show this, and decide nothing. */
  @Derived(() => [AvailableTransitionType], versionFacts, openTransitions) availableTransitions?: undefined;
  /** What the caller may do beside the transitions, each with days that are accepted as they are. */
  @Derived(() => [AvailableActType], actFacts, openActs) availableActs?: undefined;
  /** What its end asks for. */
  @Derived(() => termAlertEnum, actFacts, termAlertOf, { nullable: true }) termAlert?: undefined;
  /** The signed avenant that takes over from it. */
  @One(() => ConventionVersion, {
    filter: false,
    sort: false,
    match: (version, other) =>
      sql`${other.col('id')} = (select n.id from ${version.table('convention_version')} n
        where n.convention_id = ${version.col('convention')} and n.rank > ${version.col('rank')} and n.state in ('SIGNED', 'TERMINATED')
        order by n.rank limit 1)`,
  })
  amendedBy?: undefined;
  @Derived(() => [warningEnum], versionFacts, warningsOf) warnings?: undefined;
  /** The fields of the content that the caller may change now. */
  @Derived(() => [String], versionFacts, unlockedOf) unlockedFields?: undefined;
  /** What the caller can do of the answer "nothing to change". */
  @Derived(() => [readingActEnum], versionFacts, readingActsOf) readingActs?: undefined;
  /** What an avenant changed, field by field; nothing for a first version. */
  @Derived(() => [FieldChangeType], changeFacts, changesOf) changes?: undefined;
}
