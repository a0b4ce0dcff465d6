/**
 * The closed lists of codes of the domain, and what the rules must know of each code.
 *
 * A list is a value and a type of the same name. The database keeps the codes as text with a check
 * constraint built from the list; GraphQL gets an enum from it; the words shown to people are in
 * `words.*.json`, section `enums`. A new code does not compile until every total record
 * below says what it means, and its test fails until both languages name it.
 */

/** Levels of service, in the order of the published table: an order of display, not a ranking. */
export const Level = ['COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'] as const;
export type Level = (typeof Level)[number];

export const ReceptionMode = [
  'IN_PERSON_WALK_IN',
  'IN_PERSON_APPOINTMENT',
  'TELEPHONE',
  'TELEPHONE_DUTY',
  'INTERVIEW_APPOINTMENT',
] as const;
export type ReceptionMode = (typeof ReceptionMode)[number];

/** What a référentiel says beside its obligations: each kind of element that a convention names. */
export const ReferentialItemKind = ['LEVEL', 'MISSION', 'RECEPTION_MODE', 'MEANS', 'COMPETENCE'] as const;
export type ReferentialItemKind = (typeof ReferentialItemKind)[number];

export const ReferentialState = ['DRAFT', 'PUBLISHED'] as const;
export type ReferentialState = (typeof ReferentialState)[number];

/** What makes an obligation contradict itself, or the ways to receive of its level. */
export const ReferentialFlaw = [
  'TARGET_MISSING',
  'PLANNED_BELOW_TARGET',
  'MODES_MISSING',
  'TARGET_ABOVE_MODES',
  'MODES_OF_OTHER_LEVEL',
] as const;
export type ReferentialFlaw = (typeof ReferentialFlaw)[number];

/** What two versions of a référentiel are compared by: their items by kind, obligations, and what becomes of a signature. */
export const ReferentialPart = [
  'LEVEL',
  'MISSION',
  'RECEPTION_MODE',
  'MEANS',
  'COMPETENCE',
  'OBLIGATION',
  'STRICTNESS',
] as const;
export type ReferentialPart = (typeof ReferentialPart)[number];

export const Difference = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type Difference = (typeof Difference)[number];

/** What becomes of a convention that does not keep to a rule: people are told, or the signature is refused. */
export const Strictness = ['WARN', 'REFUSE'] as const;
export type Strictness = (typeof Strictness)[number];

export const Competence = [
  'TOOLS',
  'ATTRIBUTION_RULES',
  'LOCAL_SUPPLY',
  'EXPLAIN_PROGRESS',
  'SOCIAL_SERVICES',
] as const;
export type Competence = (typeof Competence)[number];

export const Qualification = ['INFORMED', 'QUALIFIED'] as const;
export type Qualification = (typeof Qualification)[number];

export const ObligationKind = [
  'MEETINGS',
  'CONTRIBUTION',
  'TRAINED_AGENTS',
  'DEDICATED_AGENT',
  'RECEPTION_MODES',
  'OPENING_HOURS',
  'DOSSIER_UNIQUE',
  'ETP',
] as const;
export type ObligationKind = (typeof ObligationKind)[number];

export const Weekday = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof Weekday)[number];

/** In which weeks opening hours hold: those of odd or even number in the year, or one of the month. */
export const HoursWeeks = ['ALL', 'ODD', 'EVEN', 'FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST'] as const;
export type HoursWeeks = (typeof HoursWeeks)[number];

/** What the number of an obligation counts. */
export const ObligationUnit = ['MEETING', 'AGENT', 'RECEPTION_MODE', 'WEEKLY_HOUR', 'ETP'] as const;
export type ObligationUnit = (typeof ObligationUnit)[number];

/** What brings an obligation forward: a meeting, an assignment, or the guichet's own page. */
export const ObligationRemedy = ['MEETING', 'ASSIGNMENT', 'GUICHET'] as const;
export type ObligationRemedy = (typeof ObligationRemedy)[number];

export const ComplianceStatus = ['MET', 'ON_TRACK', 'AT_RISK', 'NOT_MET', 'UNKNOWN'] as const;
export type ComplianceStatus = (typeof ComplianceStatus)[number];

/** Why a guichet has nothing to keep in a year. */
export const NoObligationReason = ['NOT_OPEN', 'NO_LEVEL', 'NO_REFERENTIAL', 'NONE_REQUIRED'] as const;
export type NoObligationReason = (typeof NoObligationReason)[number];

export const OrganisationKind = [
  'COMMUNE',
  'BAILLEUR',
  'EPCI',
  'CCAS',
  'ADIL',
  'ACTION_LOGEMENT',
  'STATE',
  'ASSOCIATION',
] as const;
export type OrganisationKind = (typeof OrganisationKind)[number];

/** Who decides or meets on a milestone of the plan. */
export const Body = ['CIL', 'ATUL', 'COTECH', 'OTHER'] as const;
export type Body = (typeof Body)[number];

/** Where a row comes from: printed in the service's documents, or rebuilt so that they add up. */
export const Source = ['PUBLISHED', 'RECONSTRUCTED'] as const;
export type Source = (typeof Source)[number];

/** How far the level proposed to a guichet has come, before a convention commits to it. */
export const Proposal = ['PROPOSED', 'DISCUSSED', 'AGREED'] as const;
export type Proposal = (typeof Proposal)[number];

/** Answer of the reception survey: does the guichet offer an appointment? */
export const AppointmentPractice = ['ALWAYS', 'SOMETIMES', 'NEVER'] as const;
export type AppointmentPractice = (typeof AppointmentPractice)[number];

/** Stored states of a convention's version; "in force" and "expired" are never stored. */
export const ConventionState = [
  'DRAFT',
  'IN_REVIEW',
  'CORRECTION',
  'TO_SIGN',
  'SIGNED',
  'TERMINATED',
  'CANCELLED',
] as const;
export type ConventionState = (typeof ConventionState)[number];

/** What people read: the state, and for a signed version what the day makes of it, or that it was withdrawn. */
export const ConventionStatus = [
  'DRAFT',
  'IN_REVIEW',
  'CORRECTION',
  'TO_SIGN',
  'UPCOMING',
  'IN_FORCE',
  'EXPIRED',
  'TERMINATED',
  'WITHDRAWN',
  'CANCELLED',
] as const;
export type ConventionStatus = (typeof ConventionStatus)[number];

/** Names of the moves between states: `convention.rules.ts` has the table. */
export const ConventionTransition = [
  'SUBMIT',
  'REQUEST_CORRECTION',
  'RESUBMIT',
  'SEND_TO_SIGN',
  'SIGN',
  'TERMINATE',
  'WITHDRAW',
  'CANCEL',
] as const;
export type ConventionTransition = (typeof ConventionTransition)[number];

/** What a transition of a convention can find missing; `convention.rules.ts` says which field answers each. */
export const ConventionNeed = [
  'REFERENTIAL',
  'LEVEL',
  'TERM',
  'RECEPTION_MODES',
  'SIGNED_ON',
  'SIGNATORIES',
  'TERMINATED_ON',
  'TERMINATION_MOTIVE',
  'WITHDRAWN_ON',
  'WITHDRAWAL_MOTIVE',
  'CANCELLATION_MOTIVE',
  'DELIBERATION',
  'SNE_CONVENTION',
  'ETP',
  'OPEN_COMMENT',
  'COMMENTS_RESOLVED',
  'GUICHET_AFTER',
] as const;
export type ConventionNeed = (typeof ConventionNeed)[number];

/** What a reviewing agent can do of the answer "nothing to change". */
export const ReadingAct = ['CONFIRM', 'WITHDRAW'] as const;
export type ReadingAct = (typeof ReadingAct)[number];

/** What staff do of a convention beside moving it towards signature: `acts.rules.ts` says when each is open. */
export const ConventionAct = ['AMEND', 'RENEW', 'DELIBERATION', 'SNE_CONVENTION', 'SETTLE'] as const;
export type ConventionAct = (typeof ConventionAct)[number];

/** What the end of a convention asks for. UNSETTLED: it is over, nothing follows, and nobody said what becomes of the guichet. */
export const ConventionTermAlert = ['ENDS_SOON', 'UNSETTLED'] as const;
export type ConventionTermAlert = (typeof ConventionTermAlert)[number];

/** What people are told about a convention without being stopped. */
export const ConventionWarning = [
  'REGISTERS_WITHOUT_DELIBERATION',
  'REGISTERS_WITHOUT_SNE_CONVENTION',
  'TERM_TOO_LONG',
  'ETP_TOO_LOW',
] as const;
export type ConventionWarning = (typeof ConventionWarning)[number];

export const CommentState = ['OPEN', 'RESOLVED'] as const;
export type CommentState = (typeof CommentState)[number];

/** What happened to a row; BASELINE: nothing yet, history began with it as it was. */
export const ChangeAction = ['BASELINE', 'CREATED', 'UPDATED', 'DELETED'] as const;
export type ChangeAction = (typeof ChangeAction)[number];

/** The two sides of a convention: who runs the network, who carries the guichet. */
export const Side = ['EPCI', 'GUICHET'] as const;
export type Side = (typeof Side)[number];

export const ConventionFileKind = ['SIGNED_SCAN', 'GENERATED'] as const;
export type ConventionFileKind = (typeof ConventionFileKind)[number];

/** What a tag of a document's template stands for: a text, yes or no, several elements. */
export const TagKind = ['VALUE', 'CONDITION', 'LIST'] as const;
export type TagKind = (typeof TagKind)[number];

/** What a tag of a document's template is about. */
export const TagGroup = ['PARTIES', 'TERM', 'SERVICE', 'MEANS', 'AGENTS', 'REGISTRATION', 'CHANGES'] as const;
export type TagGroup = (typeof TagGroup)[number];

/** What a campaign makes of a guichet's level. */
export const CampaignVerdict = ['KEPT', 'PROPOSED', 'TO_DISCUSS', 'LEFT_OUT'] as const;
export type CampaignVerdict = (typeof CampaignVerdict)[number];

/** Why a campaign makes that of it. */
export const CampaignReason = [
  'LEVEL_IN_FORCE',
  'LEVEL_AGREED',
  'LEVEL_PROPOSED',
  'PROPOSAL_DIFFERS',
  'NO_LEVEL',
  'OBLIGATION_MISSED',
  'ALREADY_IN_PREPARATION',
  'BOUND_BEYOND',
  'CLOSES_BEFORE',
  'CLOSES_DURING',
] as const;
export type CampaignReason = (typeof CampaignReason)[number];

/** What people are told of once, about a signed version, when its day comes. */
/** What the journal of security keeps. */
export const SecurityEventKind = [
  'SIGN_IN',
  'SIGN_IN_FAILED',
  'LIMIT_REACHED',
  'REFUSED',
  'LINK_MADE',
  'LINK_USED',
  'PASSWORD_CHANGED',
  'RIGHTS_CHANGED',
  'EXPORT',
  'DOWNLOAD',
  'PAGE_READ',
] as const;
export type SecurityEventKind = (typeof SecurityEventKind)[number];

export const NoticeKind = ['IN_FORCE', 'ENDS_IN_12_MONTHS', 'ENDS_IN_6_MONTHS', 'ENDS_IN_3_MONTHS', 'EXPIRED'] as const;
export type NoticeKind = (typeof NoticeKind)[number];

/** What waits for somebody: the home, the digest and the agents' page tell it alike. */
export const ToDoKind = [
  'CONVENTION_ENDS',
  'CONVENTIONS_END',
  'EXPIRED_TO_SETTLE',
  'DRAFT_WAITING',
  'DRAFTS_WAITING',
  'COMMENTS_TO_ANSWER',
  'DELIBERATION_MISSING',
  'SHEET_TO_CLOSE',
  'MEETING_COMING',
  'DECLARATION_TO_CONFIRM',
  'OBLIGATION_MISSED',
] as const;
export type ToDoKind = (typeof ToDoKind)[number];

/** SENDING outlives a crash: whether that mail left is not known, so that it is never sent twice. */
export const MailStatus = ['QUEUED', 'SENDING', 'SENT', 'FAILED'] as const;
export type MailStatus = (typeof MailStatus)[number];

/** What a mail is for. */
export const MailKind = ['INVITATION', 'RESET', 'ADDRESS', 'DIGEST'] as const;
export type MailKind = (typeof MailKind)[number];

/** What became of a mail, as people are told. UNCERTAIN: it may have left. */
export const MailState = ['WAITING', 'SENT', 'FAILED', 'UNCERTAIN'] as const;
export type MailState = (typeof MailState)[number];

/** Why a mail did not leave, or may not have. */
export const MailProblem = [
  'ADDRESS_UNKNOWN',
  'MAILBOX_FULL',
  'REJECTED',
  'LOGIN',
  'PUT_OFF',
  'REFUSED',
  'UNREACHABLE',
  'CUT_OFF',
] as const;
export type MailProblem = (typeof MailProblem)[number];

export const MeetingKind = ['TECHNICAL', 'TRAINING', 'COTECH'] as const;
export type MeetingKind = (typeof MeetingKind)[number];

export const MeetingState = ['PLANNED', 'OPEN', 'CLOSED', 'CANCELLED'] as const;
export type MeetingState = (typeof MeetingState)[number];

/** Names of the moves between the states of a meeting: `meeting.rules.ts` has the table. */
export const MeetingTransition = ['OPEN', 'CLOSE', 'CANCEL'] as const;
export type MeetingTransition = (typeof MeetingTransition)[number];

/** REGISTERED: the agent answered "coming". */
export const AttendanceState = ['INVITED', 'REGISTERED', 'PRESENT', 'EXCUSED', 'ABSENT'] as const;
export type AttendanceState = (typeof AttendanceState)[number];

export const AttendanceMode = ['ON_SITE', 'REMOTE'] as const;
export type AttendanceMode = (typeof AttendanceMode)[number];

/** How a presence came to be known. */
export const SignedBy = ['SELF', 'QR', 'SHEET', 'DECLARATION'] as const;
export type SignedBy = (typeof SignedBy)[number];

/** What staff made of an agent's later declaration. */
export const Confirmation = ['PENDING', 'CONFIRMED', 'REFUSED'] as const;
export type Confirmation = (typeof Confirmation)[number];

/** What looks odd in the numéro unique of a request: told, never refused. */
export const RequestNumberOddity = ['LENGTH', 'CHARACTERS', 'MONTH', 'OTHER_MONTH'] as const;
export type RequestNumberOddity = (typeof RequestNumberOddity)[number];

export const Channel = ['GUICHET', 'ONLINE', 'POST', 'TELEPHONE'] as const;
export type Channel = (typeof Channel)[number];

export const Role = ['ADMIN', 'EPCI_STAFF', 'AGENT', 'ANALYST'] as const;
export type Role = (typeof Role)[number];

export const Locale = ['fr', 'en'] as const;
export type Locale = (typeof Locale)[number];

/** What a single-use link is for. */
export const TokenPurpose = ['INVITATION', 'RESET'] as const;
export type TokenPurpose = (typeof TokenPurpose)[number];

/** `extensions.code` of every error that a caller can meet. */
export const ErrorCode = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RULE',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ErrorCode)[number];

/** Every list that people see, by the name that GraphQL and the vocabulary give it. */
/** What is asked of an installation that serves people: a connection, this version's tables and functions, a write, room on the disk. */
export const HealthCheckName = ['CONNECTION', 'VERSION', 'WRITE', 'DISK'] as const;
export type HealthCheckName = (typeof HealthCheckName)[number];

/** How it stands with the backups. OFF: none is asked for; LATE: the last one that was read back is of more than 26 hours ago. */
export const BackupStanding = ['OFF', 'NONE', 'FAILED', 'LATE', 'VERIFIED'] as const;
export type BackupStanding = (typeof BackupStanding)[number];

/** Work that waits for its time. */
export const JobName = ['HOUR', 'MAIL'] as const;
export type JobName = (typeof JobName)[number];

export const codeLists = {
  Level,
  ReceptionMode,
  ReferentialItemKind,
  ReferentialState,
  ReferentialFlaw,
  ReferentialPart,
  Difference,
  Strictness,
  Competence,
  Qualification,
  ObligationKind,
  Weekday,
  HoursWeeks,
  ObligationUnit,
  ObligationRemedy,
  ComplianceStatus,
  NoObligationReason,
  OrganisationKind,
  Body,
  Source,
  Proposal,
  AppointmentPractice,
  ConventionState,
  ConventionStatus,
  ConventionTransition,
  ConventionNeed,
  ReadingAct,
  ConventionAct,
  ConventionTermAlert,
  ConventionWarning,
  CommentState,
  ChangeAction,
  Side,
  ConventionFileKind,
  TagKind,
  TagGroup,
  CampaignVerdict,
  CampaignReason,
  NoticeKind,
  SecurityEventKind,
  ToDoKind,
  MailKind,
  MailState,
  MailProblem,
  HealthCheckName,
  BackupStanding,
  JobName,
  MeetingKind,
  MeetingState,
  MeetingTransition,
  AttendanceState,
  AttendanceMode,
  SignedBy,
  Confirmation,
  RequestNumberOddity,
  Channel,
  Role,
  Locale,
  TokenPurpose,
} as const;
export type CodeListName = keyof typeof codeLists;

/** Does a guichet of this level receive applicants (in person or by telephone)? (published table, row "Reception") */
export const levelReceives: Readonly<Record<Level, boolean>> = {
  COMMUNICATION: false,
  INFO: true,
  SUIVI: true,
  CONSEIL: true,
};

/** Which organisations register only after a deliberation of their assembly (a commune, by law; its CCAS is carried by it). */
export const registersByDeliberation: Readonly<Record<OrganisationKind, boolean>> = {
  COMMUNE: true,
  CCAS: true,
  BAILLEUR: false,
  EPCI: false,
  ADIL: false,
  ACTION_LOGEMENT: false,
  STATE: false,
  ASSOCIATION: false,
};

/** Where a convention's version stands: may its content change, does it bind, can it still move? */
export const conventionStates: Readonly<
  Record<ConventionState, { editable: boolean; binds: boolean; final: boolean }>
> = {
  DRAFT: { editable: true, binds: false, final: false },
  IN_REVIEW: { editable: false, binds: false, final: false },
  CORRECTION: { editable: true, binds: false, final: false },
  TO_SIGN: { editable: false, binds: false, final: false },
  SIGNED: { editable: false, binds: true, final: false },
  TERMINATED: { editable: false, binds: true, final: true },
  CANCELLED: { editable: false, binds: false, final: true },
};

/** May a closed sheet hold this state? INVITED and REGISTERED only say what was expected. */
export const attendanceIsFinal: Readonly<Record<AttendanceState, boolean>> = {
  INVITED: false,
  REGISTERED: false,
  PRESENT: true,
  EXCUSED: true,
  ABSENT: true,
};

/** Does staff have something to do about an obligation in this state? Used to sort the home page, never to rank guichets. */
export const complianceNeedsAction: Readonly<Record<ComplianceStatus, boolean>> = {
  MET: false,
  ON_TRACK: false,
  AT_RISK: true,
  NOT_MET: true,
  UNKNOWN: true,
};

/** HTTP status that goes with each error code where GraphQL answers nothing (sign-in, files, a request refused before it runs). */
export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RULE: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};
