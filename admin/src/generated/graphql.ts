/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Enquête d’accueil : le guichet propose-t-il un rendez-vous ? */
export type AppointmentPractice =
  /** Toujours */
  | 'ALWAYS'
  /** Jamais */
  | 'NEVER'
  /** Parfois */
  | 'SOMETIMES';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type AppointmentPracticeFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: AppointmentPractice | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<AppointmentPractice> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: AppointmentPractice | null | undefined;
};

/** Conditions sur une réponse par oui ou non ; « jamais renseigné » n’est pas « non ». */
export type BooleanFilter = {
  /** Vrai pour oui, faux pour non. Une valeur jamais renseignée n’est ni l’un ni l’autre. */
  eq?: boolean | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
};

/** Conditions de recherche : communes. Elles se cumulent ; sans condition, rien n’est écarté. */
export type CommuneFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<CommuneFilter> | null | undefined;
  /** Bassin de vie */
  basin?: StringFilter | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** EPCI */
  epci?: EpciFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Code INSEE */
  inseeCode?: StringFilter | null | undefined;
  /** Latitude */
  latitude?: DecimalFilter | null | undefined;
  /** Longitude */
  longitude?: DecimalFilter | null | undefined;
  /** Membre depuis le */
  memberFrom?: DateFilter | null | undefined;
  /** Cesse d’être membre le */
  memberTo?: DateFilter | null | undefined;
  /** Nom */
  name?: StringFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: CommuneFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<CommuneFilter> | null | undefined;
  /** Population */
  population?: IntFilter | null | undefined;
  /** SIREN */
  siren?: StringFilter | null | undefined;
  /** Logements sociaux */
  socialHomes?: IntFilter | null | undefined;
  /** Provenance */
  source?: SourceFilter | null | undefined;
  /** Code de la commune suivante */
  successorCode?: StringFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Pôle urbain */
  urbanPole?: BooleanFilter | null | undefined;
  /** Existe depuis le */
  validFrom?: DateFilter | null | undefined;
  /** Cesse d’exister le */
  validTo?: DateFilter | null | undefined;
};

/** Ce que sait faire un agent. */
export type Competence =
  /** Connaissance des règles d’attribution. Réservataires, pré-commission, commission, règles de priorité. */
  | 'ATTRIBUTION_RULES'
  /** Capacité d’expliquer pourquoi un dossier avance ou non */
  | 'EXPLAIN_PROGRESS'
  /** Connaissance de l’offre et de la demande locales */
  | 'LOCAL_SUPPLY'
  /** Connaissance des services sociaux et du logement. Leur rôle, leurs missions et la manière de les saisir. */
  | 'SOCIAL_SERVICES'
  /** Maîtrise des outils des professionnels et des demandeurs */
  | 'TOOLS';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type CompetenceListFilter = {
  /** La liste contient ce code. */
  has?: Competence | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
};

/** Où en est une obligation, pour une année. */
export type ComplianceStatus =
  /** À surveiller. C’est encore possible, mais rien ne l’annonce. */
  | 'AT_RISK'
  /** Tenue */
  | 'MET'
  /** Non tenue. L’année est finie, ou ce qui est prévu ne suffira pas. */
  | 'NOT_MET'
  /** En bonne voie. Les réunions auxquelles le guichet a répondu « je viens » suffiront. */
  | 'ON_TRACK'
  /** Non renseignée. L’information n’a jamais été saisie. */
  | 'UNKNOWN';

/** Ce que l’EPCI a décidé d’une participation déclarée après coup. */
export type Confirmation =
  /** Confirmée */
  | 'CONFIRMED'
  /** À confirmer */
  | 'PENDING'
  /** Refusée */
  | 'REFUSED';

/** Conditions de recherche : conventions. Elles se cumulent ; sans condition, rien n’est écarté. */
export type ConventionFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<ConventionFilter> | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** EPCI */
  epci?: EpciFilter | null | undefined;
  /** Guichet */
  guichet?: GuichetFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Version en vigueur */
  inForce?: ConventionVersionFilter | null | undefined;
  /** Dernière version */
  latest?: ConventionVersionFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: ConventionFilter | null | undefined;
  /** Numéro */
  number?: StringFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<ConventionFilter> | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** État enregistré d’une convention ou d’un avenant. */
export type ConventionState =
  /** Abandonnée */
  | 'CANCELLED'
  /** En correction */
  | 'CORRECTION'
  /** Brouillon */
  | 'DRAFT'
  /** En relecture */
  | 'IN_REVIEW'
  /** Signée */
  | 'SIGNED'
  /** Résiliée */
  | 'TERMINATED'
  /** À signer */
  | 'TO_SIGN';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type ConventionStateFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: ConventionState | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<ConventionState> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: ConventionState | null | undefined;
};

/** Situation d’une convention ou d’un avenant à une date. */
export type ConventionStatus =
  /** Abandonnée */
  | 'CANCELLED'
  /** En correction */
  | 'CORRECTION'
  /** Brouillon */
  | 'DRAFT'
  /** Échue */
  | 'EXPIRED'
  /** En vigueur */
  | 'IN_FORCE'
  /** En relecture */
  | 'IN_REVIEW'
  /** Résiliée */
  | 'TERMINATED'
  /** À signer */
  | 'TO_SIGN'
  /** Signée, à venir. Elle est signée et son terme n’a pas commencé. */
  | 'UPCOMING';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type ConventionStatusFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: ConventionStatus | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<ConventionStatus> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: ConventionStatus | null | undefined;
};

/** Conditions de recherche : versions de convention. Elles se cumulent ; sans condition, rien n’est écarté. */
export type ConventionVersionFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<ConventionVersionFilter> | null | undefined;
  /** Motif de l’abandon */
  cancellationMotive?: StringFilter | null | undefined;
  /** Compétences */
  competences?: CompetenceListFilter | null | undefined;
  /** Convention */
  convention?: ConventionFilter | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** Assemblée délibérante */
  deliberationAssembly?: StringFilter | null | undefined;
  /** Délibération n° */
  deliberationNumber?: StringFilter | null | undefined;
  /** Délibération du */
  deliberationOn?: DateFilter | null | undefined;
  /** Dossier unique */
  dossierUnique?: BooleanFilter | null | undefined;
  /** Finit le */
  endsOn?: DateFilter | null | undefined;
  /** EPCI */
  epci?: EpciFilter | null | undefined;
  /** Moyens, en ETP */
  etp?: DecimalFilter | null | undefined;
  /** Guichet */
  guichet?: GuichetFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Type d’accueil */
  level?: LevelFilter | null | undefined;
  /** Conditions de maintien */
  levelConditions?: StringFilter | null | undefined;
  /** Réunions par an */
  meetingsPerYear?: IntFilter | null | undefined;
  /** Missions */
  missions?: MissionListFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: ConventionVersionFilter | null | undefined;
  /** Préavis donné le */
  noticeOn?: DateFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<ConventionVersionFilter> | null | undefined;
  /** Rang */
  rank?: IntFilter | null | undefined;
  /** Modes d’accueil */
  receptionModes?: ReceptionModeListFilter | null | undefined;
  /** Référentiel */
  referential?: ReferentialFilter | null | undefined;
  /** Enregistre les demandes */
  registers?: BooleanFilter | null | undefined;
  /** Signée le */
  signedOn?: DateFilter | null | undefined;
  /** Convention SNE signée le */
  sneSignedOn?: DateFilter | null | undefined;
  /** Convention SNE à revoir */
  sneToRevise?: BooleanFilter | null | undefined;
  /** Commence le */
  startsOn?: DateFilter | null | undefined;
  /** État */
  state?: ConventionStateFilter | null | undefined;
  /** Situation */
  status?: ConventionStatusFilter | null | undefined;
  /** Résiliée le */
  terminatedOn?: DateFilter | null | undefined;
  /** Motif de la résiliation */
  terminationMotive?: StringFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Conditions sur un jour ; elles se cumulent. */
export type DateFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: string | null | undefined;
  /** Supérieur à cette valeur, ou postérieur. */
  gt?: string | null | undefined;
  /** Supérieur ou égal à cette valeur, ou à partir d’elle. */
  gte?: string | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<string> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Inférieur à cette valeur, ou antérieur. */
  lt?: string | null | undefined;
  /** Inférieur ou égal à cette valeur, ou jusqu’à elle. */
  lte?: string | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: string | null | undefined;
};

/** Conditions sur un instant ; elles se cumulent. */
export type DateTimeFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: string | null | undefined;
  /** Supérieur à cette valeur, ou postérieur. */
  gt?: string | null | undefined;
  /** Supérieur ou égal à cette valeur, ou à partir d’elle. */
  gte?: string | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<string> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Inférieur à cette valeur, ou antérieur. */
  lt?: string | null | undefined;
  /** Inférieur ou égal à cette valeur, ou jusqu’à elle. */
  lte?: string | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: string | null | undefined;
};

/** Conditions sur un nombre ; elles se cumulent. */
export type DecimalFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: number | null | undefined;
  /** Supérieur à cette valeur, ou postérieur. */
  gt?: number | null | undefined;
  /** Supérieur ou égal à cette valeur, ou à partir d’elle. */
  gte?: number | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<number> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Inférieur à cette valeur, ou antérieur. */
  lt?: number | null | undefined;
  /** Inférieur ou égal à cette valeur, ou jusqu’à elle. */
  lte?: number | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: number | null | undefined;
};

/** Conditions de recherche : EPCI. Elles se cumulent ; sans condition, rien n’est écarté. */
export type EpciFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<EpciFilter> | null | undefined;
  /** Alerte avant échéance, en mois */
  conventionAlertMonths?: IntFilter | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** Délai de déclaration, en jours */
  declarationDays?: IntFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Nom */
  name?: StringFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: EpciFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<EpciFilter> | null | undefined;
  /** Durée maximale d’un plan, en ans */
  planMaxYears?: IntFilter | null | undefined;
  /** Seuil d’enregistrement */
  registrationThreshold?: IntFilter | null | undefined;
  /** SIREN */
  siren?: StringFilter | null | undefined;
  /** Fuseau horaire */
  timeZone?: StringFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Conditions de recherche : guichets. Elles se cumulent ; sans condition, rien n’est écarté. */
export type GuichetFilter = {
  /** Adresse */
  address?: StringFilter | null | undefined;
  /** Toutes ces conditions à la fois. */
  and?: Array<GuichetFilter> | null | undefined;
  /** Propose un rendez-vous */
  appointments?: AppointmentPracticeFilter | null | undefined;
  /** Fermé le */
  closedOn?: DateFilter | null | undefined;
  /** Commune */
  commune?: CommuneFilter | null | undefined;
  /** Convention en vigueur */
  conventionInForce?: ConventionVersionFilter | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** Dossier unique */
  dossierUnique?: BooleanFilter | null | undefined;
  /** EPCI */
  epci?: EpciFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Latitude */
  latitude?: DecimalFilter | null | undefined;
  /** Type d’accueil */
  level?: LevelFilter | null | undefined;
  /** Type d’accueil convenu */
  levelAgreed?: LevelFilter | null | undefined;
  /** Type d’accueil proposé */
  levelProposed?: LevelFilter | null | undefined;
  /** Longitude */
  longitude?: DecimalFilter | null | undefined;
  /** Nom */
  name?: StringFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: GuichetFilter | null | undefined;
  /** Ouvert le */
  openedOn?: DateFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<GuichetFilter> | null | undefined;
  /** Organisme */
  organisation?: OrganisationFilter | null | undefined;
  /** Avancement de la proposition */
  proposal?: ProposalFilter | null | undefined;
  /** Reçoit le public */
  receivesPublic?: BooleanFilter | null | undefined;
  /** Modes d’accueil */
  receptionModes?: ReceptionModeListFilter | null | undefined;
  /** Enregistre les demandes */
  registers?: BooleanFilter | null | undefined;
  /** Enregistre après un rendez-vous */
  registersAfterAppointment?: BooleanFilter | null | undefined;
  /** Convention SNE signée */
  sneConventionSigned?: BooleanFilter | null | undefined;
  /** Provenance */
  source?: SourceFilter | null | undefined;
  /** A répondu à l’enquête */
  surveyAnswered?: BooleanFilter | null | undefined;
  /** Téléphone */
  telephone?: StringFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Utilise ETOIL */
  usesEtoil?: BooleanFilter | null | undefined;
};

/** Conditions sur un identifiant ; elles se cumulent. */
export type IdFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: string | number | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<string | number> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: string | number | null | undefined;
};

/** Conditions sur un nombre entier ; elles se cumulent. */
export type IntFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: number | null | undefined;
  /** Supérieur à cette valeur, ou postérieur. */
  gt?: number | null | undefined;
  /** Supérieur ou égal à cette valeur, ou à partir d’elle. */
  gte?: number | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<number> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Inférieur à cette valeur, ou antérieur. */
  lt?: number | null | undefined;
  /** Inférieur ou égal à cette valeur, ou jusqu’à elle. */
  lte?: number | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: number | null | undefined;
};

/** Type d’accueil auquel un guichet s’engage. Les quatre types se complètent : aucun ne vaut mieux qu’un autre. */
export type Level =
  /** Communication. Ne reçoit pas en personne : la même page que partout sur le site, des documents à la mairie. */
  | 'COMMUNICATION'
  /** Conseil. Reçoit en entretien sur rendez-vous, aide à préciser le besoin et oriente. */
  | 'CONSEIL'
  /** Info. Reçoit sans rendez-vous et par téléphone, et informe sur la demande de logement social. */
  | 'INFO'
  /** Suivi. Dit en plus où en est un dossier, le met à jour et le renouvelle. */
  | 'SUIVI';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type LevelFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: Level | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<Level> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: Level | null | undefined;
};

/** Nature d’une réunion. */
export type MeetingKind =
  /** COTECH */
  | 'COTECH'
  /** Réunion technique */
  | 'TECHNICAL'
  /** Formation */
  | 'TRAINING';

/** État d’une réunion. */
export type MeetingState =
  /** Annulée */
  | 'CANCELLED'
  /** Feuille close */
  | 'CLOSED'
  /** Émargement ouvert */
  | 'OPEN'
  /** Prévue */
  | 'PLANNED';

/** Mission du référentiel qu’un guichet s’engage à remplir. */
export type Mission =
  /** Expliquer le dossier unique */
  | 'EXPLAIN_DOSSIER_UNIQUE'
  /** Expliquer comment déposer une demande */
  | 'EXPLAIN_FILING'
  /** Expliquer l’enregistrement en ligne */
  | 'EXPLAIN_ONLINE_REGISTRATION'
  /** Expliquer comment une demande est traitée */
  | 'EXPLAIN_PROCESSING'
  /** Présenter les logements proposés, y compris par les agences */
  | 'EXPLAIN_SUPPLY'
  /** Dire au demandeur où en est son dossier */
  | 'FILE_PROGRESS'
  /** Mener l’entretien qui précise le besoin */
  | 'INTERVIEW'
  /** Mettre à disposition les documents destinés aux demandeurs */
  | 'LEAFLETS'
  /** Confronter besoin et souhait à l’offre existante */
  | 'NEED_AND_SUPPLY'
  /** Réorienter la demande */
  | 'REDIRECT_REQUEST'
  /** Renouveler les demandes */
  | 'RENEWAL'
  /** Adresser les situations à risque au bon service social */
  | 'RISK_SITUATIONS'
  /** Utiliser les outils des professionnels et remettre ceux des demandeurs */
  | 'SHARED_TOOLS'
  /** Mettre à jour le système national (SNE) */
  | 'SNE_UPDATE'
  /** Orienter vers le bon service : expulsion, logement indigne, propriétaires en difficulté, handicap */
  | 'SPECIALISED_ORIENTATION'
  /** Publier sur son site le même texte que partout */
  | 'WEBSITE_TEXT';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type MissionListFilter = {
  /** La liste contient ce code. */
  has?: Mission | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
};

/** Pourquoi un guichet n’a aucune obligation dans l’année. */
export type NoObligationReason =
  /** Le référentiel ne demande rien à ce type d’accueil */
  | 'NONE_REQUIRED'
  /** Le guichet n’était pas ouvert cette année-là */
  | 'NOT_OPEN'
  /** Ni convention ni type d’accueil convenu */
  | 'NO_LEVEL'
  /** Aucun référentiel ne couvre cette période */
  | 'NO_REFERENTIAL';

/** Ce que le référentiel demande à un type d’accueil. */
export type ObligationKind =
  /** Participation active. Nombre de réunions où le guichet aide à produire les outils. */
  | 'CONTRIBUTION'
  /** Agent dédié. Au moins un agent affecté s’y consacre. */
  | 'DEDICATED_AGENT'
  /** Dossier unique. Le guichet numérise, vérifie et transmet les pièces. */
  | 'DOSSIER_UNIQUE'
  /** Moyens en ETP. Somme des équivalents temps plein affectés au guichet. */
  | 'ETP'
  /** Réunions du service. Nombre de réunions de l’année auxquelles le guichet participe. */
  | 'MEETINGS'
  /** Modes d’accueil. Le guichet propose les modes d’accueil de son type. */
  | 'RECEPTION_MODES'
  /** Agents formés. Chaque agent affecté a suivi une formation récente. */
  | 'TRAINED_AGENTS';

/** Conditions de recherche : organismes. Elles se cumulent ; sans condition, rien n’est écarté. */
export type OrganisationFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<OrganisationFilter> | null | undefined;
  /** Archivé le */
  archivedOn?: DateFilter | null | undefined;
  /** Commune */
  commune?: CommuneFilter | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** EPCI */
  epci?: EpciFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Nature */
  kind?: OrganisationKindFilter | null | undefined;
  /** Nom */
  name?: StringFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: OrganisationFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<OrganisationFilter> | null | undefined;
  /** SIREN */
  siren?: StringFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Nature d’un organisme. */
export type OrganisationKind =
  /** Action Logement */
  | 'ACTION_LOGEMENT'
  /** ADIL */
  | 'ADIL'
  /** Association */
  | 'ASSOCIATION'
  /** Bailleur social */
  | 'BAILLEUR'
  /** CCAS */
  | 'CCAS'
  /** Commune */
  | 'COMMUNE'
  /** EPCI */
  | 'EPCI'
  /** Service de l’État */
  | 'STATE';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type OrganisationKindFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: OrganisationKind | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<OrganisationKind> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: OrganisationKind | null | undefined;
};

/** Où en est le type d’accueil proposé à un guichet. */
export type Proposal =
  /** Convenu */
  | 'AGREED'
  /** Discuté avec les communes */
  | 'DISCUSSED'
  /** Proposé */
  | 'PROPOSED';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type ProposalFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: Proposal | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<Proposal> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: Proposal | null | undefined;
};

/** Façon de recevoir les demandeurs. */
export type ReceptionMode =
  /** Entretien personnel sur rendez-vous */
  | 'INTERVIEW_APPOINTMENT'
  /** Sur place, sur rendez-vous */
  | 'IN_PERSON_APPOINTMENT'
  /** Sur place, sans rendez-vous */
  | 'IN_PERSON_WALK_IN'
  /** Par téléphone */
  | 'TELEPHONE'
  /** Permanence téléphonique */
  | 'TELEPHONE_DUTY';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type ReceptionModeListFilter = {
  /** La liste contient ce code. */
  has?: ReceptionMode | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
};

/** Conditions de recherche : référentiels. Elles se cumulent ; sans condition, rien n’est écarté. */
export type ReferentialFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<ReferentialFilter> | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** EPCI */
  epci?: EpciFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Nom */
  name?: StringFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: ReferentialFilter | null | undefined;
  /** Numéro de version */
  number?: IntFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<ReferentialFilter> | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Valable à partir du */
  validFrom?: DateFilter | null | undefined;
  /** Cesse d’être valable le */
  validTo?: DateFilter | null | undefined;
};

/** Rôle d’un compte. */
export type Role =
  /** Administrateur. Gère les EPCI et les comptes de l’installation ; ne voit aucune demande. */
  | 'ADMIN'
  /** Agent d’accueil. Voit ses guichets, ses réunions et sa participation. */
  | 'AGENT'
  /** Analyste. Interroge les données sans voir ni demandes, ni agents, ni présences. */
  | 'ANALYST'
  /** Équipe de l’EPCI. Anime le réseau et voit tout son EPCI. */
  | 'EPCI_STAFF';

/** D’où vient une donnée. */
export type Source =
  /** Publiée. Imprimée dans un document du service. */
  | 'PUBLISHED'
  /** Reconstituée. Rebâtie pour s’accorder aux chiffres publiés. */
  | 'RECONSTRUCTED';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type SourceFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: Source | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<Source> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: Source | null | undefined;
};

/** Conditions sur un texte ; elles se cumulent. */
export type StringFilter = {
  /** Le texte contient ces mots, sans tenir compte des accents ni des majuscules. */
  contains?: string | null | undefined;
  /** Texte identique, accents et majuscules compris. */
  eq?: string | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<string> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Texte différent, vide compris. */
  ne?: string | null | undefined;
  /** Le texte commence ainsi, sans tenir compte des accents ni des majuscules. */
  startsWith?: string | null | undefined;
};

export type MeetFragment = { id: string, title: string, heldOn: string, kind: MeetingKind };

export type PersonFragment = { id: string, firstName: string, lastName: string };

export type GuichetReportFragment = { guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }>, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }>, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> };

export type ComplianceQueryVariables = Exact<{
  year: number;
  guichetId?: string | number | null | undefined;
}>;


export type ComplianceQuery = { complianceReport: Array<{ guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }>, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }>, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> }> };

export type MapCommuneFragment = { id: string, name: string, latitude: number | null, longitude: number | null, population: number | null, urbanPole: boolean };

export type MapGuichetFragment = { id: string, name: string, level: Level | null, registers: boolean | null, commune: { id: string, name: string }, conventionInForce: { id: string, endsOn: string } | null };

export type HomeVersionFragment = { id: string, status: ConventionStatus, rank: number, startsOn: string, endsOn: string, guichet: { id: string, name: string }, convention: { id: string, number: string } };

export type HomeMeetingFragment = { id: string, title: string, kind: MeetingKind, heldOn: string, startTime: string, endTime: string, place: string | null, state: MeetingState };

export type StaffHomeQueryVariables = Exact<{
  today: string;
  soon: string;
  yearAgo: string;
  twoYearsAgo: string;
  year: number;
}>;


export type StaffHomeQuery = { epcis: { nodes: Array<{ id: string, name: string, conventionAlertMonths: number }> }, plans: { nodes: Array<{ startsOn: string, endsOn: string }> }, inForce: { totalCount: number, nodes: Array<{ id: string, status: ConventionStatus, rank: number, startsOn: string, endsOn: string, guichet: { id: string, name: string }, convention: { id: string, number: string } }> }, underway: { nodes: Array<{ id: string, status: ConventionStatus, rank: number, startsOn: string, endsOn: string, guichet: { id: string, name: string }, convention: { id: string, number: string } }> }, toCome: { nodes: Array<{ id: string, title: string, kind: MeetingKind, heldOn: string, startTime: string, endTime: string, place: string | null, state: MeetingState, expected: { totalCount: number }, coming: { totalCount: number } }> }, notClosed: { nodes: Array<{ id: string, title: string, kind: MeetingKind, heldOn: string, startTime: string, endTime: string, place: string | null, state: MeetingState }> }, declarations: { nodes: Array<{ id: string, revision: number, agent: { id: string, firstName: string, lastName: string, organisation: { name: string } }, meeting: { id: string, title: string, heldOn: string, outside: boolean, organiserName: string | null } }> }, communes: { totalCount: number, nodes: Array<{ id: string, name: string, latitude: number | null, longitude: number | null, population: number | null, urbanPole: boolean }> }, guichets: { totalCount: number, nodes: Array<{ id: string, name: string, level: Level | null, registers: boolean | null, commune: { id: string, name: string }, conventionInForce: { id: string, endsOn: string } | null }> }, attended: { totalCount: number }, expected: { totalCount: number }, attendedBefore: { totalCount: number }, expectedBefore: { totalCount: number }, registered: { totalCount: number }, online: { totalCount: number }, registeredBefore: { totalCount: number }, onlineBefore: { totalCount: number }, complianceReport: Array<{ guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }>, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }>, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> }> };

export type AnalystHomeQueryVariables = Exact<{
  today: string;
  yearAgo: string;
  year: number;
  epci?: EpciFilter | null | undefined;
}>;


export type AnalystHomeQuery = { epcis: { totalCount: number, nodes: Array<{ id: string, name: string }> }, inForce: { totalCount: number }, held: { totalCount: number }, communes: { totalCount: number, nodes: Array<{ id: string, name: string, latitude: number | null, longitude: number | null, population: number | null, urbanPole: boolean }> }, guichets: { totalCount: number, nodes: Array<{ id: string, name: string, level: Level | null, registers: boolean | null, commune: { id: string, name: string }, conventionInForce: { id: string, endsOn: string } | null }> }, complianceReport: Array<{ guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }>, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }>, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> }> };

export type AdminHomeQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminHomeQuery = { epcis: { totalCount: number, nodes: Array<{ id: string, name: string, siren: string }> }, accounts: { totalCount: number, nodes: Array<{ id: string, displayName: string, email: string, role: Role, epci: { id: string } | null }> } };

export type MoreCommunesQueryVariables = Exact<{
  on: string;
  offset: number;
  filter?: CommuneFilter | null | undefined;
}>;


export type MoreCommunesQuery = { communes: { totalCount: number, nodes: Array<{ id: string, name: string, latitude: number | null, longitude: number | null, population: number | null, urbanPole: boolean }> } };

export type MoreGuichetsQueryVariables = Exact<{
  on: string;
  offset: number;
  filter?: GuichetFilter | null | undefined;
}>;


export type MoreGuichetsQuery = { guichets: { totalCount: number, nodes: Array<{ id: string, name: string, level: Level | null, registers: boolean | null, commune: { id: string, name: string }, conventionInForce: { id: string, endsOn: string } | null }> } };

export type ConfirmAttendanceMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type ConfirmAttendanceMutation = { confirmAttendance: { id: string, confirmation: Confirmation | null } };

export type RefuseAttendanceMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type RefuseAttendanceMutation = { refuseAttendance: { id: string, confirmation: Confirmation | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MeetFragmentDoc = new TypedDocumentString(`
    fragment Meet on EvidenceMeeting {
  id
  title
  heldOn
  kind
}
    `, {"fragmentName":"Meet"}) as unknown as TypedDocumentString<MeetFragment, unknown>;
export const PersonFragmentDoc = new TypedDocumentString(`
    fragment Person on EvidenceAgent {
  id
  firstName
  lastName
}
    `, {"fragmentName":"Person"}) as unknown as TypedDocumentString<PersonFragment, unknown>;
export const GuichetReportFragmentDoc = new TypedDocumentString(`
    fragment GuichetReport on GuichetCompliance {
  guichetId
  guichetName
  communeName
  year
  judgedOn
  level
  status
  reason
  judgements {
    obligationId
    kind
    level
    status
    value
    target
    planned
    text
    evidence {
      meetings {
        ...Meet
      }
      comingMeetings {
        ...Meet
      }
      agents {
        ...Person
      }
      missingAgents {
        ...Person
      }
      missingModes
    }
    nextMeeting {
      ...Meet
    }
  }
}
    fragment Meet on EvidenceMeeting {
  id
  title
  heldOn
  kind
}
fragment Person on EvidenceAgent {
  id
  firstName
  lastName
}`, {"fragmentName":"GuichetReport"}) as unknown as TypedDocumentString<GuichetReportFragment, unknown>;
export const MapCommuneFragmentDoc = new TypedDocumentString(`
    fragment MapCommune on Commune {
  id
  name
  latitude
  longitude
  population
  urbanPole
}
    `, {"fragmentName":"MapCommune"}) as unknown as TypedDocumentString<MapCommuneFragment, unknown>;
export const MapGuichetFragmentDoc = new TypedDocumentString(`
    fragment MapGuichet on Guichet {
  id
  name
  level
  registers
  commune {
    id
    name
  }
  conventionInForce {
    id
    endsOn
  }
}
    `, {"fragmentName":"MapGuichet"}) as unknown as TypedDocumentString<MapGuichetFragment, unknown>;
export const HomeVersionFragmentDoc = new TypedDocumentString(`
    fragment HomeVersion on ConventionVersion {
  id
  status
  rank
  startsOn
  endsOn
  guichet {
    id
    name
  }
  convention {
    id
    number
  }
}
    `, {"fragmentName":"HomeVersion"}) as unknown as TypedDocumentString<HomeVersionFragment, unknown>;
export const HomeMeetingFragmentDoc = new TypedDocumentString(`
    fragment HomeMeeting on Meeting {
  id
  title
  kind
  heldOn
  startTime
  endTime
  place
  state
}
    `, {"fragmentName":"HomeMeeting"}) as unknown as TypedDocumentString<HomeMeetingFragment, unknown>;
export const ComplianceDocument = new TypedDocumentString(`
    query Compliance($year: Int!, $guichetId: ID) {
  complianceReport(year: $year, guichetId: $guichetId) {
    ...GuichetReport
  }
}
    fragment Meet on EvidenceMeeting {
  id
  title
  heldOn
  kind
}
fragment Person on EvidenceAgent {
  id
  firstName
  lastName
}
fragment GuichetReport on GuichetCompliance {
  guichetId
  guichetName
  communeName
  year
  judgedOn
  level
  status
  reason
  judgements {
    obligationId
    kind
    level
    status
    value
    target
    planned
    text
    evidence {
      meetings {
        ...Meet
      }
      comingMeetings {
        ...Meet
      }
      agents {
        ...Person
      }
      missingAgents {
        ...Person
      }
      missingModes
    }
    nextMeeting {
      ...Meet
    }
  }
}`) as unknown as TypedDocumentString<ComplianceQuery, ComplianceQueryVariables>;
export const StaffHomeDocument = new TypedDocumentString(`
    query StaffHome($today: Date!, $soon: Date!, $yearAgo: Date!, $twoYearsAgo: Date!, $year: Int!) {
  epcis(first: 1) {
    nodes {
      id
      name
      conventionAlertMonths
    }
  }
  plans(on: $today, first: 1) {
    nodes {
      startsOn
      endsOn
    }
  }
  inForce: conventionVersions(
    filter: {status: {eq: IN_FORCE}}
    sort: [{endsOn: ASC}]
    first: 100
  ) {
    totalCount
    nodes {
      ...HomeVersion
    }
  }
  underway: conventionVersions(
    filter: {status: {in: [DRAFT, IN_REVIEW, CORRECTION, TO_SIGN, UPCOMING]}}
    sort: [{startsOn: ASC}]
    first: 100
  ) {
    nodes {
      ...HomeVersion
    }
  }
  toCome: meetings(
    filter: {heldOn: {gte: $today, lte: $soon}, state: {in: [PLANNED, OPEN]}}
    sort: [{heldOn: ASC}, {startTime: ASC}]
    first: 20
  ) {
    nodes {
      ...HomeMeeting
      expected: attendances(first: 1) {
        totalCount
      }
      coming: attendances(filter: {state: {in: [REGISTERED, PRESENT]}}, first: 1) {
        totalCount
      }
    }
  }
  notClosed: meetings(
    filter: {heldOn: {lt: $today}, state: {in: [PLANNED, OPEN]}}
    sort: [{heldOn: ASC}, {startTime: ASC}]
    first: 50
  ) {
    nodes {
      ...HomeMeeting
    }
  }
  declarations: attendances(
    filter: {confirmation: {eq: PENDING}}
    sort: [{meeting: {heldOn: ASC}}]
    first: 100
  ) {
    nodes {
      id
      revision
      agent {
        id
        firstName
        lastName
        organisation {
          name
        }
      }
      meeting {
        id
        title
        heldOn
        outside
        organiserName
      }
    }
  }
  communes(on: $today, sort: [{name: ASC}], first: 100) {
    totalCount
    nodes {
      ...MapCommune
    }
  }
  guichets(on: $today, sort: [{commune: {name: ASC}}, {name: ASC}], first: 100) {
    totalCount
    nodes {
      ...MapGuichet
    }
  }
  attended: attendances(
    filter: {state: {eq: PRESENT}, confirmation: {ne: PENDING}, meeting: {state: {eq: CLOSED}, outside: {eq: false}, heldOn: {gt: $yearAgo, lte: $today}}}
    first: 1
  ) {
    totalCount
  }
  expected: attendances(
    filter: {confirmation: {ne: PENDING}, meeting: {state: {eq: CLOSED}, outside: {eq: false}, heldOn: {gt: $yearAgo, lte: $today}}}
    first: 1
  ) {
    totalCount
  }
  attendedBefore: attendances(
    filter: {state: {eq: PRESENT}, confirmation: {ne: PENDING}, meeting: {state: {eq: CLOSED}, outside: {eq: false}, heldOn: {gt: $twoYearsAgo, lte: $yearAgo}}}
    first: 1
  ) {
    totalCount
  }
  expectedBefore: attendances(
    filter: {confirmation: {ne: PENDING}, meeting: {state: {eq: CLOSED}, outside: {eq: false}, heldOn: {gt: $twoYearsAgo, lte: $yearAgo}}}
    first: 1
  ) {
    totalCount
  }
  registered: requests(
    filter: {registeredOn: {gt: $yearAgo, lte: $today}}
    first: 1
  ) {
    totalCount
  }
  online: requests(
    filter: {channel: {eq: ONLINE}, registeredOn: {gt: $yearAgo, lte: $today}}
    first: 1
  ) {
    totalCount
  }
  registeredBefore: requests(
    filter: {registeredOn: {gt: $twoYearsAgo, lte: $yearAgo}}
    first: 1
  ) {
    totalCount
  }
  onlineBefore: requests(
    filter: {channel: {eq: ONLINE}, registeredOn: {gt: $twoYearsAgo, lte: $yearAgo}}
    first: 1
  ) {
    totalCount
  }
  complianceReport(year: $year) {
    ...GuichetReport
  }
}
    fragment Meet on EvidenceMeeting {
  id
  title
  heldOn
  kind
}
fragment Person on EvidenceAgent {
  id
  firstName
  lastName
}
fragment GuichetReport on GuichetCompliance {
  guichetId
  guichetName
  communeName
  year
  judgedOn
  level
  status
  reason
  judgements {
    obligationId
    kind
    level
    status
    value
    target
    planned
    text
    evidence {
      meetings {
        ...Meet
      }
      comingMeetings {
        ...Meet
      }
      agents {
        ...Person
      }
      missingAgents {
        ...Person
      }
      missingModes
    }
    nextMeeting {
      ...Meet
    }
  }
}
fragment MapCommune on Commune {
  id
  name
  latitude
  longitude
  population
  urbanPole
}
fragment MapGuichet on Guichet {
  id
  name
  level
  registers
  commune {
    id
    name
  }
  conventionInForce {
    id
    endsOn
  }
}
fragment HomeVersion on ConventionVersion {
  id
  status
  rank
  startsOn
  endsOn
  guichet {
    id
    name
  }
  convention {
    id
    number
  }
}
fragment HomeMeeting on Meeting {
  id
  title
  kind
  heldOn
  startTime
  endTime
  place
  state
}`) as unknown as TypedDocumentString<StaffHomeQuery, StaffHomeQueryVariables>;
export const AnalystHomeDocument = new TypedDocumentString(`
    query AnalystHome($today: Date!, $yearAgo: Date!, $year: Int!, $epci: EpciFilter) {
  epcis(first: 100, sort: [{name: ASC}]) {
    totalCount
    nodes {
      id
      name
    }
  }
  inForce: conventionVersions(
    filter: {epci: $epci, status: {eq: IN_FORCE}}
    first: 1
  ) {
    totalCount
  }
  held: meetings(
    filter: {epci: $epci, outside: {eq: false}, state: {eq: CLOSED}, heldOn: {gt: $yearAgo, lte: $today}}
    first: 1
  ) {
    totalCount
  }
  communes(on: $today, filter: {epci: $epci}, sort: [{name: ASC}], first: 100) {
    totalCount
    nodes {
      ...MapCommune
    }
  }
  guichets(
    on: $today
    filter: {epci: $epci}
    sort: [{commune: {name: ASC}}, {name: ASC}]
    first: 100
  ) {
    totalCount
    nodes {
      ...MapGuichet
    }
  }
  complianceReport(year: $year) {
    ...GuichetReport
  }
}
    fragment Meet on EvidenceMeeting {
  id
  title
  heldOn
  kind
}
fragment Person on EvidenceAgent {
  id
  firstName
  lastName
}
fragment GuichetReport on GuichetCompliance {
  guichetId
  guichetName
  communeName
  year
  judgedOn
  level
  status
  reason
  judgements {
    obligationId
    kind
    level
    status
    value
    target
    planned
    text
    evidence {
      meetings {
        ...Meet
      }
      comingMeetings {
        ...Meet
      }
      agents {
        ...Person
      }
      missingAgents {
        ...Person
      }
      missingModes
    }
    nextMeeting {
      ...Meet
    }
  }
}
fragment MapCommune on Commune {
  id
  name
  latitude
  longitude
  population
  urbanPole
}
fragment MapGuichet on Guichet {
  id
  name
  level
  registers
  commune {
    id
    name
  }
  conventionInForce {
    id
    endsOn
  }
}`) as unknown as TypedDocumentString<AnalystHomeQuery, AnalystHomeQueryVariables>;
export const AdminHomeDocument = new TypedDocumentString(`
    query AdminHome {
  epcis(first: 100, sort: [{name: ASC}]) {
    totalCount
    nodes {
      id
      name
      siren
    }
  }
  accounts(
    filter: {endedAt: {isNull: true}}
    sort: [{displayName: ASC}]
    first: 100
  ) {
    totalCount
    nodes {
      id
      displayName
      email
      role
      epci {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AdminHomeQuery, AdminHomeQueryVariables>;
export const MoreCommunesDocument = new TypedDocumentString(`
    query MoreCommunes($on: Date!, $offset: Int!, $filter: CommuneFilter) {
  communes(
    on: $on
    offset: $offset
    filter: $filter
    sort: [{name: ASC}]
    first: 100
  ) {
    totalCount
    nodes {
      ...MapCommune
    }
  }
}
    fragment MapCommune on Commune {
  id
  name
  latitude
  longitude
  population
  urbanPole
}`) as unknown as TypedDocumentString<MoreCommunesQuery, MoreCommunesQueryVariables>;
export const MoreGuichetsDocument = new TypedDocumentString(`
    query MoreGuichets($on: Date!, $offset: Int!, $filter: GuichetFilter) {
  guichets(
    on: $on
    offset: $offset
    filter: $filter
    sort: [{commune: {name: ASC}}, {name: ASC}]
    first: 100
  ) {
    totalCount
    nodes {
      ...MapGuichet
    }
  }
}
    fragment MapGuichet on Guichet {
  id
  name
  level
  registers
  commune {
    id
    name
  }
  conventionInForce {
    id
    endsOn
  }
}`) as unknown as TypedDocumentString<MoreGuichetsQuery, MoreGuichetsQueryVariables>;
export const ConfirmAttendanceDocument = new TypedDocumentString(`
    mutation ConfirmAttendance($id: ID!, $revision: Int!) {
  confirmAttendance(id: $id, revision: $revision) {
    id
    confirmation
  }
}
    `) as unknown as TypedDocumentString<ConfirmAttendanceMutation, ConfirmAttendanceMutationVariables>;
export const RefuseAttendanceDocument = new TypedDocumentString(`
    mutation RefuseAttendance($id: ID!, $revision: Int!) {
  refuseAttendance(id: $id, revision: $revision) {
    id
    confirmation
  }
}
    `) as unknown as TypedDocumentString<RefuseAttendanceMutation, RefuseAttendanceMutationVariables>;