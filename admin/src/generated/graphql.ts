/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Le compte à ajouter. */
export type AccountInvitation = {
  /** Agent à qui appartient le compte ; à donner pour le rôle d’agent d’accueil seulement. */
  agentId?: string | number | null | undefined;
  /** Nom affiché. Prénom et nom, tels que l’interface les montre. */
  displayName: string;
  /** Adresse de connexion de la personne. Vide : un agent sans adresse, à qui le lien se remet. */
  email?: string | null | undefined;
  /** EPCI du compte. Le vôtre si vous ne le dites pas. */
  epciId?: string | number | null | undefined;
  /** Langue. Celle de l’interface et des messages. */
  locale?: Locale | null | undefined;
  /** Tous les EPCI. L’analyste lit les données de tous les EPCI. */
  national?: boolean | null | undefined;
  /** Ce que le compte pourra lire et faire. */
  role: Role;
};

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

/** Façon d’être présent. */
export type AttendanceMode =
  /** Sur place */
  | 'ON_SITE'
  /** À distance */
  | 'REMOTE';

/** Présence d’un agent à une réunion. */
export type AttendanceState =
  /** Absent */
  | 'ABSENT'
  /** Excusé */
  | 'EXCUSED'
  /** Attendu, sans réponse */
  | 'INVITED'
  /** Présent */
  | 'PRESENT'
  /** A répondu « je viens » */
  | 'REGISTERED';

/** Où en sont les sauvegardes. */
export type BackupStanding =
  /** Dernier essai échoué. Le dernier essai de sauvegarde a échoué. */
  | 'FAILED'
  /** En retard. La dernière sauvegarde relue date de plus de 26 heures. */
  | 'LATE'
  /** Aucune encore. Aucune sauvegarde n’a encore été faite et relue. */
  | 'NONE'
  /** Aucune n’est demandée. Aucun dossier n’est donné pour les sauvegardes de chaque nuit (PARVIS_BACKUPS). */
  | 'OFF'
  /** Faite et relue. La dernière sauvegarde a été relue en entier depuis moins de 26 heures. */
  | 'VERIFIED';

/** Conditions sur une réponse par oui ou non ; « jamais renseigné » n’est pas « non ». */
export type BooleanFilter = {
  /** Vrai pour oui, faux pour non. Une valeur jamais renseignée n’est ni l’un ni l’autre. */
  eq?: boolean | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
};

/** Campagne à préparer. */
export type CampaignCreateInput = {
  /** Dernier jour des conventions, compris. Vide : celui du plan, dans la durée permise. */
  endsOn?: string | null | undefined;
  /** Nom de la campagne. */
  name: string;
  /** Plan que suivent les conventions. */
  planId: string | number;
  /** Référentiel des conventions. Vide : celui qui vaut au premier jour. */
  referentialId?: string | number | null | undefined;
  /** Premier jour des conventions. Vide : celui du plan, ou aujourd’hui s’il est passé. */
  startsOn?: string | null | undefined;
};

/** Conditions de recherche : campagnes. Elles se cumulent ; sans condition, rien n’est écarté. */
export type CampaignFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<CampaignFilter> | null | undefined;
  /** Conventions */
  conventionCount?: IntFilter | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** Finit le */
  endsOn?: DateFilter | null | undefined;
  /** EPCI */
  epci?: EpciFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Nom */
  name?: StringFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: CampaignFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<CampaignFilter> | null | undefined;
  /** Plan */
  plan?: PlanFilter | null | undefined;
  /** Référentiel */
  referential?: ReferentialFilter | null | undefined;
  /** Signées */
  signedCount?: IntFilter | null | undefined;
  /** Commence le */
  startsOn?: DateFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Guichet de la campagne, avec le type d’accueil choisi pour lui. */
export type CampaignLineInput = {
  /** Identifiant du guichet. */
  guichetId: string | number;
  /** Type d’accueil de la convention à préparer. */
  level: Level;
};

/** Pourquoi une campagne propose ce type d’accueil, ou laisse un guichet de côté. */
export type CampaignReason =
  /** une convention est déjà en préparation pour ces dates */
  | 'ALREADY_IN_PREPARATION'
  /** une convention signée couvre déjà une partie de ces dates */
  | 'BOUND_BEYOND'
  /** le guichet ferme avant ces dates */
  | 'CLOSES_BEFORE'
  /** le guichet ferme pendant ces dates */
  | 'CLOSES_DURING'
  /** type d’accueil convenu avec la commune */
  | 'LEVEL_AGREED'
  /** type d’accueil de la convention en vigueur */
  | 'LEVEL_IN_FORCE'
  /** type d’accueil proposé, pas encore convenu */
  | 'LEVEL_PROPOSED'
  /** aucun type d’accueil en vigueur ni proposé */
  | 'NO_LEVEL'
  /** une obligation de l’année n’est pas tenue */
  | 'OBLIGATION_MISSED'
  /** un autre type d’accueil est proposé */
  | 'PROPOSAL_DIFFERS';

/** Ce qu’une campagne propose pour le type d’accueil d’un guichet. */
export type CampaignVerdict =
  /** Reconduit. Le type d’accueil en vigueur continue. */
  | 'KEPT'
  /** Hors campagne. Aucune convention ne peut se préparer pour ces dates. */
  | 'LEFT_OUT'
  /** Proposé. Le type d’accueil convenu avec la commune remplace celui en vigueur, ou commence. */
  | 'PROPOSED'
  /** À discuter. Rien n’est encore convenu, ou le guichet ne tient pas ses obligations. */
  | 'TO_DISCUSS';

/** Ce qui est arrivé à une donnée. */
export type ChangeAction =
  /** Début de l’historique. La donnée existait déjà ; elle est gardée telle qu’elle était. */
  | 'BASELINE'
  /** Ajout */
  | 'CREATED'
  /** Suppression */
  | 'DELETED'
  /** Modification */
  | 'UPDATED';

/** Canal par lequel une demande est arrivée. */
export type Channel =
  /** Au guichet */
  | 'GUICHET'
  /** En ligne */
  | 'ONLINE'
  /** Par courrier */
  | 'POST'
  /** Par téléphone */
  | 'TELEPHONE';

/** Où en est une remarque. */
export type CommentState =
  /** À traiter */
  | 'OPEN'
  /** Traitée */
  | 'RESOLVED';

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

/** Ce que l’équipe de l’EPCI fait d’une convention en dehors de son chemin vers la signature. */
export type ConventionAct =
  /** Préparer un avenant */
  | 'AMEND'
  /** Enregistrer la délibération */
  | 'DELIBERATION'
  /** Renouveler */
  | 'RENEW'
  /** Dire ce que devient le guichet */
  | 'SETTLE'
  /** Enregistrer la convention SNE */
  | 'SNE_CONVENTION';

/** Ce qu’est un fichier de convention. */
export type ConventionFileKind =
  /** Document envoyé à la signature */
  | 'GENERATED'
  /** Original signé, numérisé */
  | 'SIGNED_SCAN';

/** Conditions de recherche : conventions. Elles se cumulent ; sans condition, rien n’est écarté. */
export type ConventionFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<ConventionFilter> | null | undefined;
  /** Campagne */
  campaign?: CampaignFilter | null | undefined;
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
  /** Fait suite à */
  renews?: ConventionFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Ce qui manque à une convention pour avancer. */
export type ConventionNeed =
  /** le motif de l’abandon */
  | 'CANCELLATION_MOTIVE'
  /** une réponse à chaque remarque */
  | 'COMMENTS_RESOLVED'
  /** la délibération du conseil municipal, ou du conseil d’administration du CCAS */
  | 'DELIBERATION'
  /** des moyens suffisants pour ce type d’accueil */
  | 'ETP'
  /** ce que devient le guichet */
  | 'GUICHET_AFTER'
  /** le type d’accueil */
  | 'LEVEL'
  /** une remarque ouverte sur un champ */
  | 'OPEN_COMMENT'
  /** les modes d’accueil */
  | 'RECEPTION_MODES'
  /** le référentiel */
  | 'REFERENTIAL'
  /** un signataire pour chacune des deux parties */
  | 'SIGNATORIES'
  /** la date de signature */
  | 'SIGNED_ON'
  /** la convention SNE signée avec le préfet */
  | 'SNE_CONVENTION'
  /** les dates de début et de fin */
  | 'TERM'
  /** la date de résiliation */
  | 'TERMINATED_ON'
  /** le motif de la résiliation */
  | 'TERMINATION_MOTIVE'
  /** le motif du retrait */
  | 'WITHDRAWAL_MOTIVE'
  /** la date du retrait */
  | 'WITHDRAWN_ON';

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
  | 'UPCOMING'
  /** Retirée. Signée, elle a été retirée par les deux parties avant de prendre effet. */
  | 'WITHDRAWN';

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

/** Ce que demande la fin d’une convention. */
export type ConventionTermAlert =
  /** Prend bientôt fin */
  | 'ENDS_SOON'
  /** Finie sans suite */
  | 'UNSETTLED';

/** Ce qu’on peut faire d’une convention pour la faire changer d’état. */
export type ConventionTransition =
  /** Abandonner */
  | 'CANCEL'
  /** Demander une correction */
  | 'REQUEST_CORRECTION'
  /** Renvoyer en relecture */
  | 'RESUBMIT'
  /** Envoyer à la signature */
  | 'SEND_TO_SIGN'
  /** Enregistrer la signature */
  | 'SIGN'
  /** Envoyer en relecture */
  | 'SUBMIT'
  /** Résilier */
  | 'TERMINATE'
  /** Retirer */
  | 'WITHDRAW';

/** Conditions de recherche : versions de convention. Elles se cumulent ; sans condition, rien n’est écarté. */
export type ConventionVersionFilter = {
  /** Toutes ces conditions à la fois. */
  and?: Array<ConventionVersionFilter> | null | undefined;
  /** Motif de l’abandon ou du retrait */
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
  /** Suite donnée le */
  guichetSettledOn?: DateFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Type d’accueil */
  level?: LevelFilter | null | undefined;
  /** Conditions de maintien */
  levelConditions?: StringFilter | null | undefined;
  /** Réunions par an */
  meetingsPerYear?: IntFilter | null | undefined;
  /** Missions */
  missions?: StringListFilter | null | undefined;
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
  /** Relue sans remarque le */
  reviewedAt?: DateTimeFilter | null | undefined;
  /** Relue sans remarque par */
  reviewedByName?: StringFilter | null | undefined;
  /** Fin prévue à la signature */
  signedEndsOn?: DateFilter | null | undefined;
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
  /** Retirée le */
  withdrawnOn?: DateFilter | null | undefined;
};

/** Valeurs à modifier : version de convention. Un champ omis garde sa valeur ; null la vide. */
export type ConventionVersionUpdateInput = {
  /** Compétences. Ce que les agents du guichet savent faire, et que la convention promet. Vide : jamais renseigné. */
  competences?: Array<Competence> | null | undefined;
  /** Assemblée délibérante. Par exemple Conseil municipal. Vide : aucune délibération connue. */
  deliberationAssembly?: string | null | undefined;
  /** Délibération n°. Celui que l’assemblée lui a donné. Vide : aucun connu. */
  deliberationNumber?: string | null | undefined;
  /** Délibération du. Jour de la délibération. Vide : aucune délibération connue. */
  deliberationOn?: string | null | undefined;
  /** Dossier unique. Le guichet s’engage à numériser, vérifier et transmettre les pièces. */
  dossierUnique?: boolean | null | undefined;
  /** Finit le. Dernier jour d’effet, compris : six ans au plus après le début, sauf autre réglage de l’EPCI. */
  endsOn?: string | null | undefined;
  /** Moyens, en ETP. Équivalents temps plein promis, personnel technique seulement. Vide : jamais renseigné. */
  etp?: number | null | undefined;
  /** Type d’accueil. Celui auquel le guichet s’engage. */
  level?: Level | null | undefined;
  /** Conditions de maintien. À quelles conditions le guichet garde son type d’accueil, SUIVI surtout. Vide : aucune. */
  levelConditions?: string | null | undefined;
  /** Réunions par an. Nombre de réunions du service auxquelles le guichet s’engage à participer chaque année. Vide : jamais renseigné. */
  meetingsPerYear?: number | null | undefined;
  /** Missions. Ce que le guichet s’engage à faire, d’après le référentiel. Vide : jamais renseigné. */
  missions?: Array<string> | null | undefined;
  /** Horaires d’ouverture. Plages d’ouverture de la semaine, à l’heure locale, et une remarque. Vide : jamais renseigné. */
  openingHours?: OpeningHoursInput | null | undefined;
  /** Modes d’accueil. Façons de recevoir promises ; à remplir avant la relecture si le guichet reçoit. Vide : jamais renseigné. */
  receptionModes?: Array<ReceptionMode> | null | undefined;
  /** Référentiel. Celui que suit la version, même si un autre le remplace ensuite. */
  referentialId?: string | number | null | undefined;
  /** Enregistre les demandes. Le guichet s’engage à enregistrer. Une commune le fait après une délibération, et tous avec une convention SNE. */
  registers?: boolean | null | undefined;
  /** Convention SNE signée le. Jour où la convention SNE a été signée avec le préfet. Vide : non signée, ou date inconnue. */
  sneSignedOn?: string | null | undefined;
  /** Convention SNE à revoir. La convention SNE est à revoir avec le préfet. */
  sneToRevise?: boolean | null | undefined;
  /** Commence le. Premier jour d’effet. */
  startsOn?: string | null | undefined;
};

/** Ce qu’il faut savoir d’une convention, sans que cela l’empêche d’avancer. */
export type ConventionWarning =
  /** Les moyens sont inférieurs à ce que demande ce type d’accueil */
  | 'ETP_TOO_LOW'
  /** L’enregistrement est promis sans délibération. Une commune enregistre les demandes après une délibération : indiquez l’assemblée, la date et le numéro. */
  | 'REGISTERS_WITHOUT_DELIBERATION'
  /** L’enregistrement est promis sans convention SNE. L’enregistrement suppose une convention signée avec le préfet : indiquez sa date. */
  | 'REGISTERS_WITHOUT_SNE_CONVENTION'
  /** La durée dépasse celle du plan */
  | 'TERM_TOO_LONG';

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

/** Ce qui distingue une version de la précédente. */
export type Difference =
  /** Ajouté */
  | 'ADDED'
  /** Modifié */
  | 'CHANGED'
  /** Retiré */
  | 'REMOVED';

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
  /** Part visée de la demande en ligne, en % */
  onlineAim?: IntFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<EpciFilter> | null | undefined;
  /** Durée maximale d’un plan, en ans */
  planMaxYears?: IntFilter | null | undefined;
  /** Seuil d’enregistrement */
  registrationThreshold?: IntFilter | null | undefined;
  /** SIREN */
  siren?: StringFilter | null | undefined;
  /** Seuil du secret statistique */
  statisticsThreshold?: IntFilter | null | undefined;
  /** Fuseau horaire */
  timeZone?: StringFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Ce que devient un guichet qu’aucune convention n’engage plus. */
export type GuichetAfterInput = {
  /** Premier jour où il est fermé, après la fin de la convention. Vide : inchangé. */
  closedOn?: string | null | undefined;
  /** Type d’accueil qu’il garde sans convention. Vide : aucun. */
  level?: Level | null | undefined;
  /** Continue-t-il à enregistrer les demandes ? */
  registers: boolean;
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

/** Ce qui est vérifié de l’installation. */
export type HealthCheckName =
  /** Connexion à la base. La base de données donne une connexion et répond. */
  | 'CONNECTION'
  /** Place sur le disque. Il reste au moins 256 Mo sur le disque de la base intégrée. */
  | 'DISK'
  /** Tables et fonctions. Les migrations et les fonctions de la base sont celles de cette version de Parvis. */
  | 'VERSION'
  /** Écriture. Une ligne peut être écrite. */
  | 'WRITE';

/** Semaines où une plage d’ouverture se tient. */
export type HoursWeeks =
  /** chaque semaine */
  | 'ALL'
  /** les semaines paires */
  | 'EVEN'
  /** la première semaine du mois */
  | 'FIRST'
  /** la quatrième semaine du mois */
  | 'FOURTH'
  /** la dernière semaine du mois */
  | 'LAST'
  /** les semaines impaires */
  | 'ODD'
  /** la deuxième semaine du mois */
  | 'SECOND'
  /** la troisième semaine du mois */
  | 'THIRD';

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

/** Un travail qui attend son heure. */
export type JobName =
  /** Travail de chaque heure. Échéances des conventions, points du jour, sauvegarde de la nuit. */
  | 'HOUR'
  /** Envoi des courriels. Les courriels partent dès qu’ils sont prêts, et sont essayés de nouveau deux jours durant. */
  | 'MAIL';

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

/** Langue de l’interface. */
export type Locale =
  /** English */
  | 'en'
  /** Français */
  | 'fr';

/** Ce qu’apporte un courriel. */
export type MailKind =
  /** Adresse changée. Ce qui prévient l’ancienne adresse. */
  | 'ADDRESS'
  /** Point du jour. Ce qui attend la personne, une fois par jour au plus. */
  | 'DIGEST'
  /** Invitation. Le lien qui ouvre un accès. */
  | 'INVITATION'
  /** Nouveau mot de passe. Le lien qui change un mot de passe. */
  | 'RESET';

/** Pourquoi un courriel n’est pas parti, ou peut ne pas l’être. */
export type MailProblem =
  /** Adresse inconnue. Le serveur du destinataire ne connaît pas cette adresse : vérifiez-la. */
  | 'ADDRESS_UNKNOWN'
  /** Connexion coupée. La connexion a été coupée pendant l’envoi : le message est peut-être parti, et n’est pas envoyé deux fois. */
  | 'CUT_OFF'
  /** Parvis refusé. Le serveur de messagerie n’a pas laissé entrer Parvis : prévenez la personne qui l’administre. */
  | 'LOGIN'
  /** Boîte pleine. La boîte du destinataire est pleine. */
  | 'MAILBOX_FULL'
  /** Refus provisoire. Le serveur de messagerie a remis le message à plus tard, deux jours durant. */
  | 'PUT_OFF'
  /** Refus définitif. Le serveur de messagerie a refusé le message. */
  | 'REFUSED'
  /** Message rejeté. Le serveur du destinataire a rejeté le message, comme il rejette les courriels indésirables. */
  | 'REJECTED'
  /** Serveur injoignable. Le serveur de messagerie n’a pas répondu, deux jours durant. */
  | 'UNREACHABLE';

/** Ce qu’est devenu un courriel. */
export type MailState =
  /** Échec. Il n’est pas parti, et ne partira plus. */
  | 'FAILED'
  /** Envoyé. Le serveur de messagerie l’a pris. */
  | 'SENT'
  /** Incertain. Il est peut-être parti. */
  | 'UNCERTAIN'
  /** En attente. Il part dès que le serveur de messagerie le prend. */
  | 'WAITING';

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
  /** Horaires d’ouverture. Nombre d’heures par semaine où le guichet est ouvert. */
  | 'OPENING_HOURS'
  /** Modes d’accueil. Le guichet propose les modes d’accueil de son type. */
  | 'RECEPTION_MODES'
  /** Agents formés. Chaque agent affecté a suivi une formation récente. */
  | 'TRAINED_AGENTS';

/** Ce qui fait avancer une obligation. */
export type ObligationRemedy =
  /** Une affectation d’agent */
  | 'ASSIGNMENT'
  /** La fiche du guichet */
  | 'GUICHET'
  /** Une réunion */
  | 'MEETING';

/** Ce que compte le nombre d’une obligation. */
export type ObligationUnit =
  /** agents */
  | 'AGENT'
  /** ETP */
  | 'ETP'
  /** réunions dans l’année */
  | 'MEETING'
  /** modes d’accueil */
  | 'RECEPTION_MODE'
  /** heures par semaine */
  | 'WEEKLY_HOUR';

/** Horaires d’ouverture de la semaine, tels qu’ils s’écrivent. */
export type OpeningHoursInput = {
  /** Ce qui ne tient pas dans des plages, par exemple les congés. Vide : rien. */
  remark?: string | null | undefined;
  /** Plages d’ouverture, dans l’ordre de la semaine. Aucune : fermé. */
  slots: Array<OpeningSlotInput>;
};

/** Une plage d’ouverture, telle qu’elle s’écrit. */
export type OpeningSlotInput = {
  /** Vrai : sur rendez-vous seulement. */
  byAppointment?: boolean;
  /** Heure locale d’ouverture, par exemple 09:00. */
  from: string;
  /** Heure locale de fermeture, 24:00 au plus. */
  to: string;
  /** Jour de la semaine. */
  weekday: Weekday;
  /** Semaines où elle se tient. */
  weeks?: HoursWeeks;
};

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

/** Formation suivie hors du réseau. */
export type OutsideTrainingInput = {
  /** Heure de fin, après le début. */
  endTime: string;
  /** Jour de la formation, déjà passé. */
  heldOn: string;
  /** Sur place ou à distance. Facultatif. */
  mode?: AttendanceMode | null | undefined;
  /** Qui l’a donnée. Facultatif. */
  organiserName?: string | null | undefined;
  /** Lieu. Facultatif. */
  place?: string | null | undefined;
  /** Heure de début, par exemple 09:00. */
  startTime: string;
  /** Sujet de la formation. */
  title: string;
};

/** Conditions de recherche : plans. Elles se cumulent ; sans condition, rien n’est écarté. */
export type PlanFilter = {
  /** Adopté le */
  adoptedOn?: DateFilter | null | undefined;
  /** Toutes ces conditions à la fois. */
  and?: Array<PlanFilter> | null | undefined;
  /** Date d’ajout */
  createdAt?: DateTimeFilter | null | undefined;
  /** Finit le */
  endsOn?: DateFilter | null | undefined;
  /** EPCI */
  epci?: EpciFilter | null | undefined;
  /** Identifiant */
  id?: IdFilter | null | undefined;
  /** Nom */
  name?: StringFilter | null | undefined;
  /** L’inverse de ces conditions : ce qu’elles écartent, valeurs vides comprises. */
  not?: PlanFilter | null | undefined;
  /** L’une de ces conditions au moins. */
  or?: Array<PlanFilter> | null | undefined;
  /** Provenance */
  source?: SourceFilter | null | undefined;
  /** Commence le */
  startsOn?: DateFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
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

/** Qualification d’un agent à un guichet. */
export type Qualification =
  /** Informé */
  | 'INFORMED'
  /** Qualifié */
  | 'QUALIFIED';

/** Ce qu’une personne qui relit pour le guichet peut faire de la réponse « rien à changer ». */
export type ReadingAct =
  /** Rien à changer */
  | 'CONFIRM'
  /** Reprendre cette réponse */
  | 'WITHDRAW';

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
  /** Moyens insuffisants */
  etpTooLow?: StrictnessFilter | null | undefined;
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
  /** Publié le */
  publishedAt?: DateTimeFilter | null | undefined;
  /** État */
  state?: ReferentialStateFilter | null | undefined;
  /** Durée trop longue */
  termTooLong?: StrictnessFilter | null | undefined;
  /** Dernière modification */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Valable à partir du */
  validFrom?: DateFilter | null | undefined;
  /** Cesse d’être valable le */
  validTo?: DateFilter | null | undefined;
  /** Enregistrement sans délibération */
  withoutDeliberation?: StrictnessFilter | null | undefined;
  /** Enregistrement sans convention SNE */
  withoutSneConvention?: StrictnessFilter | null | undefined;
};

/** Ce que nomme un élément du référentiel. */
export type ReferentialItemKind =
  /** Compétence */
  | 'COMPETENCE'
  /** Type d’accueil */
  | 'LEVEL'
  /** Moyens */
  | 'MEANS'
  /** Mission */
  | 'MISSION'
  /** Mode d’accueil */
  | 'RECEPTION_MODE';

/** Partie d’un référentiel, quand deux versions se comparent. */
export type ReferentialPart =
  /** Compétence */
  | 'COMPETENCE'
  /** Type d’accueil */
  | 'LEVEL'
  /** Moyens */
  | 'MEANS'
  /** Mission */
  | 'MISSION'
  /** Obligation */
  | 'OBLIGATION'
  /** Mode d’accueil */
  | 'RECEPTION_MODE'
  /** Règle de signature */
  | 'STRICTNESS';

/** Où en est une version du référentiel. */
export type ReferentialState =
  /** En préparation */
  | 'DRAFT'
  /** Publié */
  | 'PUBLISHED';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type ReferentialStateFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: ReferentialState | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<ReferentialState> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: ReferentialState | null | undefined;
};

/** Valeurs à modifier : référentiel. Un champ omis garde sa valeur ; null la vide. */
export type ReferentialUpdateInput = {
  /** Moyens insuffisants. Ce que devient la signature d’une convention à laquelle cela manque : un avertissement, ou un refus. */
  etpTooLow?: Strictness | null | undefined;
  /** Nom. Tel qu’il s’emploie, avec l’année par exemple. */
  name?: string | null | undefined;
  /** Numéro de version. 1, 2, 3… dans l’ordre des versions. */
  number?: number | null | undefined;
  /** Durée trop longue. Ce que devient la signature d’une convention à laquelle cela manque : un avertissement, ou un refus. */
  termTooLong?: Strictness | null | undefined;
  /** Valable à partir du. Premier jour de validité. */
  validFrom?: string | null | undefined;
  /** Cesse d’être valable le. Premier jour où il ne vaut plus. Vide : il vaut toujours. */
  validTo?: string | null | undefined;
  /** Enregistrement sans délibération. Ce que devient la signature d’une convention à laquelle cela manque : un avertissement, ou un refus. */
  withoutDeliberation?: Strictness | null | undefined;
  /** Enregistrement sans convention SNE. Ce que devient la signature d’une convention à laquelle cela manque : un avertissement, ou un refus. */
  withoutSneConvention?: Strictness | null | undefined;
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

/** Ligne à enregistrer. N’envoyez que les lignes changées : les autres restent telles quelles. */
export type SheetLineInput = {
  /** Identifiant de l’agent, attendu ou non. */
  agentId: string | number;
  /** Vrai : l’agent présent a pris une part active. */
  contributed?: boolean;
  /** Sur place ou à distance, pour un présent. */
  mode?: AttendanceMode | null | undefined;
  /** Sa présence. « Attendu » ne retire pas une présence que l’agent a signée lui-même. */
  state: AttendanceState;
};

/** Les deux parties d’une convention. */
export type Side =
  /** L’EPCI */
  | 'EPCI'
  /** Le guichet */
  | 'GUICHET';

/** Qui signe pour une partie. */
export type SignatoryInput = {
  /** Prénom et nom. */
  name: string;
  /** Partie : l’EPCI, la commune ou le bailleur. */
  party: string;
  /** Qualité, par exemple maire. */
  quality?: string | null | undefined;
  /** Jour de sa signature. Vide : celui de la convention. */
  signedOn?: string | null | undefined;
};

/** Comment une présence a été enregistrée. */
export type SignedBy =
  /** Déclaration après coup */
  | 'DECLARATION'
  /** Code QR dans la salle */
  | 'QR'
  /** Par l’agent */
  | 'SELF'
  /** Feuille saisie par l’EPCI */
  | 'SHEET';

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

/** Ce que fait Parvis quand une règle n’est pas respectée. */
export type Strictness =
  /** Refuser la signature */
  | 'REFUSE'
  /** Avertir */
  | 'WARN';

/** Conditions sur un code d’une liste fermée, ou sur plusieurs ; elles se cumulent. */
export type StrictnessFilter = {
  /** Égal à cette valeur ; null : vide. */
  eq?: Strictness | null | undefined;
  /** Égal à l’une de ces valeurs ; une liste vide ne garde rien. */
  in?: Array<Strictness> | null | undefined;
  /** Vrai : la valeur est vide. Faux : elle est renseignée. */
  isNull?: boolean | null | undefined;
  /** Différent de cette valeur, vide compris ; null : non vide. */
  ne?: Strictness | null | undefined;
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

/** Conditions sur une liste de textes. */
export type StringListFilter = {
  /** La liste contient ce texte. */
  has?: string | null | undefined;
  /** Vrai : jamais renseigné. */
  isNull?: boolean | null | undefined;
};

/** Ce dont parle une balise d’un modèle de document. */
export type TagGroup =
  /** Agents */
  | 'AGENTS'
  /** Avenant et résiliation */
  | 'CHANGES'
  /** Moyens et compétences */
  | 'MEANS'
  /** Document, parties et guichet */
  | 'PARTIES'
  /** Enregistrement, délibération et convention SNE */
  | 'REGISTRATION'
  /** Type d’accueil, missions et obligations */
  | 'SERVICE'
  /** Durée et signature */
  | 'TERM';

/** Ce que représente une balise d’un modèle de document. */
export type TagKind =
  /** Condition. Ce qui est entre ses deux marques paraît si elle est vraie. */
  | 'CONDITION'
  /** Liste. Ce qui est entre ses deux marques se répète pour chaque élément. */
  | 'LIST'
  /** Texte */
  | 'VALUE';

/** Ce qui attend quelqu’un : l’accueil, le récapitulatif et la page des agents le disent de même. */
export type ToDoKind =
  /** Des remarques attendent une réponse */
  | 'COMMENTS_TO_ANSWER'
  /** Des conventions prennent fin le même jour */
  | 'CONVENTIONS_END'
  /** Une convention prend fin */
  | 'CONVENTION_ENDS'
  /** Une participation déclarée attend */
  | 'DECLARATION_TO_CONFIRM'
  /** Une délibération manque */
  | 'DELIBERATION_MISSING'
  /** Des conventions en préparation attendent */
  | 'DRAFTS_WAITING'
  /** Une convention en préparation attend */
  | 'DRAFT_WAITING'
  /** Une convention est échue sans suite */
  | 'EXPIRED_TO_SETTLE'
  /** Une réunion approche */
  | 'MEETING_COMING'
  /** Une obligation n’est pas tenue, ou risque de ne pas l’être */
  | 'OBLIGATION_MISSED'
  /** Une feuille n’est pas close */
  | 'SHEET_TO_CLOSE';

/** Nature d’un outil partagé. */
export type ToolKind =
  /** Formulaire */
  | 'FORM'
  /** Guide */
  | 'GUIDE'
  /** Dépliant */
  | 'LEAFLET'
  /** Modèle */
  | 'TEMPLATE'
  /** Site */
  | 'WEBSITE';

/** Jour de la semaine. */
export type Weekday =
  /** vendredi */
  | 'FRI'
  /** lundi */
  | 'MON'
  /** samedi */
  | 'SAT'
  /** dimanche */
  | 'SUN'
  /** jeudi */
  | 'THU'
  /** mardi */
  | 'TUE'
  /** mercredi */
  | 'WED';

export type AgentDesksQueryVariables = Exact<{
  year: number;
  today: string;
}>;


export type AgentDesksQuery = { obligationKinds: Array<{ kind: ObligationKind, remedy: ObligationRemedy }>, complianceReport: Array<{ guichetId: string, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, status: ComplianceStatus, value: number | null, target: number, yesOrNo: boolean, text: string, evidence: { missingModes: Array<ReceptionMode>, meetings: Array<{ id: string, title: string, heldOn: string }> | null, comingMeetings: Array<{ id: string, title: string, heldOn: string }> | null, missingAgents: Array<{ firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string } | null }> }>, guichets: { nodes: Array<{ id: string, name: string, level: Level | null, openingHours: { remark: string | null, slots: Array<{ weekday: Weekday, from: string, to: string, weeks: HoursWeeks, byAppointment: boolean }> } | null, conventionInForce: { id: string, startsOn: string, endsOn: string, registers: boolean, dossierUnique: boolean, files: { nodes: Array<{ id: string, kind: ConventionFileKind, rank: number, size: number }> }, convention: { number: string } } | null, assignments: { nodes: Array<{ agent: { id: string, firstName: string, lastName: string, jobTitle: string | null } }> } }> }, tools: { nodes: Array<{ id: string, title: string, kind: ToolKind, version: string | null, date: string | null, link: string }> } };

export type MeetingCardFragment = { id: string, kind: MeetingKind, title: string, heldOn: string, startTime: string, endTime: string, place: string | null, videoLink: string | null, agenda: string | null, state: MeetingState, outside: boolean, signInOpen: boolean, answerOpen: boolean, declarableUntil: string | null, cancellationMotive: string | null, organiserName: string | null, organiser: { name: string } | null, attendances: { nodes: Array<{ state: AttendanceState, confirmation: Confirmation | null, signedAt: string | null }> } };

export type AgentHomeQueryVariables = Exact<{ [key: string]: never; }>;


export type AgentHomeQuery = { me: { displayName: string, digest: boolean, agent: { id: string } | null, epci: { timeZone: string, declarationDays: number, declarable: { from: string, to: string } } | null } | null, network: { nodes: Array<{ id: string, kind: MeetingKind, title: string, heldOn: string, startTime: string, endTime: string, place: string | null, videoLink: string | null, agenda: string | null, state: MeetingState, outside: boolean, signInOpen: boolean, answerOpen: boolean, declarableUntil: string | null, cancellationMotive: string | null, organiserName: string | null, organiser: { name: string } | null, attendances: { nodes: Array<{ state: AttendanceState, confirmation: Confirmation | null, signedAt: string | null }> } }> }, reviews: { nodes: Array<{ id: string, state: ConventionState, rank: number, reviewedAt: string | null, guichet: { name: string } }> }, outside: { nodes: Array<{ id: string, kind: MeetingKind, title: string, heldOn: string, startTime: string, endTime: string, place: string | null, videoLink: string | null, agenda: string | null, state: MeetingState, outside: boolean, signInOpen: boolean, answerOpen: boolean, declarableUntil: string | null, cancellationMotive: string | null, organiserName: string | null, organiser: { name: string } | null, attendances: { nodes: Array<{ state: AttendanceState, confirmation: Confirmation | null, signedAt: string | null }> } }> } };

export type AnswerMeetingMutationVariables = Exact<{
  meetingId: string | number;
  coming: boolean;
}>;


export type AnswerMeetingMutation = { answerMeeting: { id: string, state: AttendanceState } };

export type DeclareAttendanceMutationVariables = Exact<{
  meetingId: string | number;
}>;


export type DeclareAttendanceMutation = { declareAttendance: { id: string, state: AttendanceState, confirmation: Confirmation | null } };

export type DeclareOutsideTrainingMutationVariables = Exact<{
  input: OutsideTrainingInput;
  requestKey: string;
}>;


export type DeclareOutsideTrainingMutation = { declareOutsideTraining: { id: string, confirmation: Confirmation | null } };

export type SetMyDigestAsAgentMutationVariables = Exact<{
  on: boolean;
}>;


export type SetMyDigestAsAgentMutation = { setMyDigest: { id: string } };

export type SetMyLocaleMutationVariables = Exact<{
  locale: Locale;
}>;


export type SetMyLocaleMutation = { setMyLocale: { id: string } };

export type SignInToMeetingMutationVariables = Exact<{
  meetingId: string | number;
  mode: AttendanceMode;
}>;


export type SignInToMeetingMutation = { signInToMeeting: { id: string, state: AttendanceState } };

export type AgentCommentMutationVariables = Exact<{
  id: string | number;
  field: string;
  text: string;
  requestKey: string;
}>;


export type AgentCommentMutation = { commentConvention: { id: string } };

export type AgentConfirmReadingMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type AgentConfirmReadingMutation = { confirmConventionReading: { id: string } };

export type AgentCorrectMutationVariables = Exact<{
  id: string | number;
  revision: number;
  input: ConventionVersionUpdateInput;
}>;


export type AgentCorrectMutation = { updateConventionVersion: { id: string } };

export type AgentReopenMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type AgentReopenMutation = { reopenComment: { id: string } };

export type AgentRequestCorrectionMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type AgentRequestCorrectionMutation = { requestConventionCorrection: { id: string } };

export type AgentResolveMutationVariables = Exact<{
  id: string | number;
  revision: number;
  answer?: string | null | undefined;
}>;


export type AgentResolveMutation = { resolveComment: { id: string } };

export type AgentResubmitMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type AgentResubmitMutation = { resubmitConvention: { id: string } };

export type AgentRemarkFragment = { id: string, revision: number, field: string, text: string, side: Side, authorName: string, createdAt: string, state: CommentState, answer: string | null, resolvedByName: string | null };

export type AgentReviewQueryVariables = Exact<{ [key: string]: never; }>;


export type AgentReviewQuery = { conventionVersions: { nodes: Array<{ id: string, revision: number, rank: number, state: ConventionState, level: Level, registers: boolean, dossierUnique: boolean, missions: Array<string> | null, receptionModes: Array<ReceptionMode> | null, etp: number | null, competences: Array<Competence> | null, meetingsPerYear: number | null, levelConditions: string | null, sneSignedOn: string | null, sneToRevise: boolean, startsOn: string, endsOn: string, deliberationAssembly: string | null, deliberationOn: string | null, deliberationNumber: string | null, unlockedFields: Array<string>, reviewedAt: string | null, reviewedByName: string | null, readingActs: Array<ReadingAct>, convention: { number: string }, guichet: { id: string, name: string }, referential: { name: string, items: { nodes: Array<{ code: string, label: string }> } }, openingHours: { remark: string | null, slots: Array<{ weekday: Weekday, from: string, to: string, weeks: HoursWeeks, byAppointment: boolean }> } | null, changes: Array<{ field: string, before: unknown, after: unknown }>, files: { nodes: Array<{ id: string, kind: ConventionFileKind, rank: number, size: number }> }, availableTransitions: Array<{ transition: ConventionTransition, missing: Array<ConventionNeed> }>, comments: { nodes: Array<{ id: string, revision: number, field: string, text: string, side: Side, authorName: string, createdAt: string, state: CommentState, answer: string | null, resolvedByName: string | null }> } }> } };

export type AgentWithdrawReadingMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type AgentWithdrawReadingMutation = { withdrawConventionReading: { id: string } };

export type SetMyDigestMutationVariables = Exact<{
  on: boolean;
}>;


export type SetMyDigestMutation = { setMyDigest: { id: string, digest: boolean } };

export type AccountGivenFragment = { link: string | null, expiresAt: string, mailed: boolean, account: { id: string, displayName: string, email: string | null, role: Role } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { me: { id: string } | null };

export type InviteAccountMutationVariables = Exact<{
  input: AccountInvitation;
}>;


export type InviteAccountMutation = { inviteAccount: { link: string | null, expiresAt: string, mailed: boolean, account: { id: string, displayName: string, email: string | null, role: Role } } };

export type ResetAccountMutationVariables = Exact<{
  id: string | number;
}>;


export type ResetAccountMutation = { resetAccount: { link: string | null, expiresAt: string, mailed: boolean, account: { id: string, displayName: string, email: string | null, role: Role } } };

export type ChangeAccountEmailMutationVariables = Exact<{
  id: string | number;
  revision: number;
  email?: string | null | undefined;
}>;


export type ChangeAccountEmailMutation = { changeAccountEmail: { link: string | null, expiresAt: string, mailed: boolean, account: { id: string, displayName: string, email: string | null, role: Role } } };

export type EndAccountMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type EndAccountMutation = { endAccount: { id: string, revision: number, endedAt: string | null } };

export type ReopenAccountMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type ReopenAccountMutation = { reopenAccount: { id: string, revision: number, endedAt: string | null } };

export type MailToldFragment = { id: string, accountId: string, name: string, email: string, kind: MailKind, state: MailState, problem: MailProblem | null, createdAt: string, sentAt: string | null };

export type UndeliveredMailsQueryVariables = Exact<{ [key: string]: never; }>;


export type UndeliveredMailsQuery = { undeliveredMails: Array<{ id: string, accountId: string, name: string, email: string, kind: MailKind, state: MailState, problem: MailProblem | null, createdAt: string, sentAt: string | null }> };

export type AccountMailsQueryVariables = Exact<{
  accountId: string | number;
}>;


export type AccountMailsQuery = { accountMails: Array<{ id: string, accountId: string, name: string, email: string, kind: MailKind, state: MailState, problem: MailProblem | null, createdAt: string, sentAt: string | null }> };

export type CampaignCardFragment = { id: string, number: string, guichet: { id: string, name: string, commune: { id: string, name: string } }, latest: { id: string, revision: number, state: ConventionState, status: ConventionStatus, level: Level, availableTransitions: Array<{ transition: ConventionTransition, to: ConventionState, asks: Array<ConventionNeed>, missing: Array<ConventionNeed> }> } | null };

export type CampaignBoardQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type CampaignBoardQuery = { campaign: { id: string, revision: number, name: string, startsOn: string, endsOn: string, epci: { id: string, name: string }, plan: { id: string, name: string }, referential: { id: string, name: string }, conventions: { nodes: Array<{ id: string, number: string, guichet: { id: string, name: string, commune: { id: string, name: string } }, latest: { id: string, revision: number, state: ConventionState, status: ConventionStatus, level: Level, availableTransitions: Array<{ transition: ConventionTransition, to: ConventionState, asks: Array<ConventionNeed>, missing: Array<ConventionNeed> }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CampaignStartQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignStartQuery = { campaignTerms: Array<{ planId: string, startsOn: string, endsOn: string, referentialId: string | null, recommended: boolean }>, plans: { nodes: Array<{ id: string, name: string, startsOn: string, endsOn: string }> }, referentials: { nodes: Array<{ id: string, name: string }> } };

export type CampaignPreviewQueryVariables = Exact<{
  planId: string | number;
  referentialId?: string | number | null | undefined;
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
}>;


export type CampaignPreviewQuery = { campaignPreview: Array<{ guichetId: string, guichetName: string, communeName: string, organisationName: string, currentLevel: Level | null, currentConventionNumber: string | null, currentEndsOn: string | null, proposedLevel: Level | null, verdict: CampaignVerdict, reasons: Array<CampaignReason>, obstacleId: string | null, obstacleNumber: string | null, obstacleEndsOn: string | null, closedOn: string | null }> };

export type CampaignVersionQueryVariables = Exact<{
  id: string | number;
}>;


export type CampaignVersionQuery = { conventionVersion: { id: string, revision: number, rank: number, state: ConventionState, status: ConventionStatus, level: Level, registers: boolean, dossierUnique: boolean, missions: Array<string> | null, receptionModes: Array<ReceptionMode> | null, etp: number | null, competences: Array<Competence> | null, meetingsPerYear: number | null, levelConditions: string | null, sneSignedOn: string | null, sneToRevise: boolean, startsOn: string, endsOn: string, deliberationAssembly: string | null, deliberationOn: string | null, deliberationNumber: string | null, signedOn: string | null, terminatedOn: string | null, terminationMotive: string | null, noticeOn: string | null, cancellationMotive: string | null, withdrawnOn: string | null, reviewedAt: string | null, warnings: Array<ConventionWarning>, unlockedFields: Array<string>, guichetSettledOn: string | null, epci: { id: string, name: string }, guichet: { id: string, organisation: { id: string, name: string } }, referential: { id: string, name: string, items: { nodes: Array<{ id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> } }, openingHours: { remark: string | null, slots: Array<{ weekday: Weekday, from: string, to: string, weeks: HoursWeeks, byAppointment: boolean }> } | null, availableTransitions: Array<{ transition: ConventionTransition, to: ConventionState, asks: Array<ConventionNeed>, missing: Array<ConventionNeed> }>, changes: Array<{ field: string, before: unknown, after: unknown }> } | null };

export type CreateCampaignMutationVariables = Exact<{
  input: CampaignCreateInput;
  lines: Array<CampaignLineInput> | CampaignLineInput;
  requestKey: string;
}>;


export type CreateCampaignMutation = { createCampaign: { id: string, conventionCount: number } };

export type DeleteCampaignMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type DeleteCampaignMutation = { deleteCampaign: string };

export type MeetFragment = { id: string, title: string, heldOn: string, kind: MeetingKind };

export type PersonFragment = { id: string, firstName: string, lastName: string };

export type GuichetReportFragment = { guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, masked: boolean, yesOrNo: boolean, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetingCount: number | null, comingMeetingCount: number | null, agentCount: number | null, missingAgentCount: number | null, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> };

export type ComplianceQueryVariables = Exact<{
  year: number;
  guichetId?: string | number | null | undefined;
}>;


export type ComplianceQuery = { complianceReport: Array<{ guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, masked: boolean, yesOrNo: boolean, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetingCount: number | null, comingMeetingCount: number | null, agentCount: number | null, missingAgentCount: number | null, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> }> };

export type ObligationKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type ObligationKindsQuery = { obligationKinds: Array<{ kind: ObligationKind, asks: Array<string>, unit: ObligationUnit | null, remedy: ObligationRemedy, meetingKind: MeetingKind | null }> };

export type VersionContentFragment = { id: string, revision: number, rank: number, state: ConventionState, status: ConventionStatus, level: Level, registers: boolean, dossierUnique: boolean, missions: Array<string> | null, receptionModes: Array<ReceptionMode> | null, etp: number | null, competences: Array<Competence> | null, meetingsPerYear: number | null, levelConditions: string | null, sneSignedOn: string | null, sneToRevise: boolean, startsOn: string, endsOn: string, deliberationAssembly: string | null, deliberationOn: string | null, deliberationNumber: string | null, signedOn: string | null, terminatedOn: string | null, terminationMotive: string | null, noticeOn: string | null, cancellationMotive: string | null, withdrawnOn: string | null, reviewedAt: string | null, warnings: Array<ConventionWarning>, unlockedFields: Array<string>, guichetSettledOn: string | null, referential: { id: string, name: string, items: { nodes: Array<{ id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> } }, openingHours: { remark: string | null, slots: Array<{ weekday: Weekday, from: string, to: string, weeks: HoursWeeks, byAppointment: boolean }> } | null, availableTransitions: Array<{ transition: ConventionTransition, to: ConventionState, asks: Array<ConventionNeed>, missing: Array<ConventionNeed> }>, changes: Array<{ field: string, before: unknown, after: unknown }> };

export type VersionActsFragment = { termAlert: ConventionTermAlert | null, availableActs: Array<{ act: ConventionAct, recommended: boolean, proposal: { startsOn: string, endsOn: string | null, earliestOn: string, latestOn: string | null } | null }>, amendedBy: { id: string, rank: number, startsOn: string, status: ConventionStatus } | null };

export type RemarkFragment = { id: string, revision: number, field: string, text: string, side: Side, authorName: string, createdAt: string, state: CommentState, answer: string | null, resolvedByName: string | null, resolvedAt: string | null };

export type ConventionPageQueryVariables = Exact<{
  id: string | number;
  people: boolean;
}>;


export type ConventionPageQuery = { convention: { id: string, revision: number, number: string, epci: { id: string, name: string }, campaign?: { id: string, name: string } | null, renews: { id: string, number: string } | null, guichet: { id: string, name: string, commune: { id: string, name: string }, organisation: { id: string, name: string } }, latest: { id: string } | null, versions: { nodes: Array<{ signatories?: unknown, reviewedByName?: string | null, id: string, revision: number, rank: number, state: ConventionState, status: ConventionStatus, level: Level, registers: boolean, dossierUnique: boolean, missions: Array<string> | null, receptionModes: Array<ReceptionMode> | null, etp: number | null, competences: Array<Competence> | null, meetingsPerYear: number | null, levelConditions: string | null, sneSignedOn: string | null, sneToRevise: boolean, startsOn: string, endsOn: string, deliberationAssembly: string | null, deliberationOn: string | null, deliberationNumber: string | null, signedOn: string | null, terminatedOn: string | null, terminationMotive: string | null, noticeOn: string | null, cancellationMotive: string | null, withdrawnOn: string | null, reviewedAt: string | null, warnings: Array<ConventionWarning>, unlockedFields: Array<string>, guichetSettledOn: string | null, termAlert: ConventionTermAlert | null, comments?: { nodes: Array<{ id: string, revision: number, field: string, text: string, side: Side, authorName: string, createdAt: string, state: CommentState, answer: string | null, resolvedByName: string | null, resolvedAt: string | null }> }, referential: { id: string, name: string, items: { nodes: Array<{ id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> } }, openingHours: { remark: string | null, slots: Array<{ weekday: Weekday, from: string, to: string, weeks: HoursWeeks, byAppointment: boolean }> } | null, availableTransitions: Array<{ transition: ConventionTransition, to: ConventionState, asks: Array<ConventionNeed>, missing: Array<ConventionNeed> }>, changes: Array<{ field: string, before: unknown, after: unknown }>, availableActs: Array<{ act: ConventionAct, recommended: boolean, proposal: { startsOn: string, endsOn: string | null, earliestOn: string, latestOn: string | null } | null }>, amendedBy: { id: string, rank: number, startsOn: string, status: ConventionStatus } | null }> } } | null, followers: { nodes: Array<{ id: string, number: string, latest: { id: string, state: ConventionState } | null }> } };

export type EditedVersionQueryVariables = Exact<{
  id: string | number;
}>;


export type EditedVersionQuery = { conventionVersion: { id: string, rank: number, state: ConventionState, unlockedFields: Array<string>, convention: { id: string, number: string }, comments: { nodes: Array<{ id: string, revision: number, field: string, text: string, side: Side, authorName: string, createdAt: string, state: CommentState, answer: string | null, resolvedByName: string | null, resolvedAt: string | null }> } } | null };

export type ConventionOfVersionQueryVariables = Exact<{
  id: string | number;
}>;


export type ConventionOfVersionQuery = { conventionVersion: { id: string, convention: { id: string } } | null };

export type NewConventionQueryVariables = Exact<{
  guichetId: string | number;
  today: string;
}>;


export type NewConventionQuery = { guichet: { id: string, name: string, closedOn: string | null, level: Level | null, levelAgreed: Level | null, levelProposed: Level | null, registers: boolean | null, dossierUnique: boolean | null, receptionModes: Array<ReceptionMode> | null, openingHours: { remark: string | null, slots: Array<{ weekday: Weekday, from: string, to: string, weeks: HoursWeeks, byAppointment: boolean }> } | null, commune: { id: string, name: string }, conventionVersions: { nodes: Array<{ id: string, state: ConventionState, status: ConventionStatus, startsOn: string, endsOn: string, terminatedOn: string | null, sneSignedOn: string | null, convention: { id: string, number: string } }> } } | null, proposedTerm: { startsOn: string, endsOn: string }, referentials: { nodes: Array<{ id: string, items: { nodes: Array<{ id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> }, obligations: { nodes: Array<{ id: string, level: Level, target: number | null }> } }> } };

export type ProposedTermQueryVariables = Exact<{
  from: string;
}>;


export type ProposedTermQuery = { proposedTerm: { endsOn: string, planId: string | null } };

export type SubmitConventionMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type SubmitConventionMutation = { submitConvention: { id: string, state: ConventionState } };

export type RequestConventionCorrectionMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type RequestConventionCorrectionMutation = { requestConventionCorrection: { id: string, state: ConventionState } };

export type ResubmitConventionMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type ResubmitConventionMutation = { resubmitConvention: { id: string, state: ConventionState } };

export type SendConventionToSignMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type SendConventionToSignMutation = { sendConventionToSign: { id: string, state: ConventionState } };

export type SignConventionMutationVariables = Exact<{
  id: string | number;
  revision: number;
  signedOn?: string | null | undefined;
  signatories?: Array<SignatoryInput> | SignatoryInput | null | undefined;
}>;


export type SignConventionMutation = { signConvention: { id: string, state: ConventionState } };

export type TerminateConventionMutationVariables = Exact<{
  id: string | number;
  revision: number;
  terminatedOn?: string | null | undefined;
  motive?: string | null | undefined;
  noticeOn?: string | null | undefined;
  guichet?: GuichetAfterInput | null | undefined;
}>;


export type TerminateConventionMutation = { terminateConvention: { id: string, state: ConventionState } };

export type WithdrawConventionMutationVariables = Exact<{
  id: string | number;
  revision: number;
  withdrawnOn?: string | null | undefined;
  motive?: string | null | undefined;
}>;


export type WithdrawConventionMutation = { withdrawConvention: { id: string, state: ConventionState } };

export type CancelConventionMutationVariables = Exact<{
  id: string | number;
  revision: number;
  motive?: string | null | undefined;
}>;


export type CancelConventionMutation = { cancelConvention: { id: string, state: ConventionState } };

export type SettleConventionMutationVariables = Exact<{
  id: string | number;
  revision: number;
  guichet: GuichetAfterInput;
}>;


export type SettleConventionMutation = { settleConvention: { id: string, state: ConventionState } };

export type AmendConventionMutationVariables = Exact<{
  id: string | number;
  startsOn: string;
  requestKey: string;
}>;


export type AmendConventionMutation = { amendConvention: { id: string, state: ConventionState } };

export type RenewConventionMutationVariables = Exact<{
  id: string | number;
  startsOn: string;
  endsOn: string;
  requestKey: string;
}>;


export type RenewConventionMutation = { renewConvention: { id: string, number: string } };

export type RecordDeliberationMutationVariables = Exact<{
  id: string | number;
  revision: number;
  assembly: string;
  on: string;
  number?: string | null | undefined;
}>;


export type RecordDeliberationMutation = { recordDeliberation: { id: string, state: ConventionState } };

export type RecordSneConventionMutationVariables = Exact<{
  id: string | number;
  revision: number;
  signedOn: string;
}>;


export type RecordSneConventionMutation = { recordSneConvention: { id: string, state: ConventionState } };

export type CommentConventionMutationVariables = Exact<{
  id: string | number;
  field: string;
  text: string;
  requestKey: string;
}>;


export type CommentConventionMutation = { commentConvention: { id: string, revision: number, field: string, text: string, side: Side, authorName: string, createdAt: string, state: CommentState, answer: string | null, resolvedByName: string | null, resolvedAt: string | null } };

export type ResolveCommentMutationVariables = Exact<{
  id: string | number;
  revision: number;
  answer?: string | null | undefined;
}>;


export type ResolveCommentMutation = { resolveComment: { id: string, revision: number, field: string, text: string, side: Side, authorName: string, createdAt: string, state: CommentState, answer: string | null, resolvedByName: string | null, resolvedAt: string | null } };

export type ReopenCommentMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type ReopenCommentMutation = { reopenComment: { id: string, revision: number, field: string, text: string, side: Side, authorName: string, createdAt: string, state: CommentState, answer: string | null, resolvedByName: string | null, resolvedAt: string | null } };

export type VersionFilesQueryVariables = Exact<{
  id: string | number;
}>;


export type VersionFilesQuery = { conventionVersion: { id: string, files: { nodes: Array<{ id: string, kind: ConventionFileKind, rank: number, fileName: string, mediaType: string, size: number, sha256: string, addedByName: string, createdAt: string }> } } | null };

export type TemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type TemplatesQuery = { documentTemplates: { nodes: Array<{ id: string, rank: number, inUse: boolean, fileName: string, size: number, sha256: string, addedByName: string, createdAt: string }> } };

export type DocumentTagsQueryVariables = Exact<{
  versionId?: string | number | null | undefined;
  locale?: Locale | null | undefined;
}>;


export type DocumentTagsQuery = { documentTags: Array<{ tag: string, kind: TagKind, group: TagGroup, lists: Array<string>, label: string, example: string, value: string | null }> };

export type VersionChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type VersionChoicesQuery = { conventionVersions: { nodes: Array<{ id: string, rank: number, status: ConventionStatus, convention: { id: string, number: string }, guichet: { id: string, name: string } }> } };

export type UseDocumentTemplateMutationVariables = Exact<{
  id: string | number;
}>;


export type UseDocumentTemplateMutation = { useDocumentTemplate: { id: string, inUse: boolean } };

export type RestoreDefaultTemplateMutationVariables = Exact<{ [key: string]: never; }>;


export type RestoreDefaultTemplateMutation = { restoreDefaultTemplate: boolean };

export type GuichetAssignmentFragment = { id: string, startsOn: string, endsOn: string | null, etp: number | null, dedicated: boolean, qualification: Qualification | null, agent: { id: string, firstName: string, lastName: string, jobTitle: string | null } };

export type GuichetMeetingFragment = { id: string, title: string, kind: MeetingKind, heldOn: string, startTime: string, place: string | null, levels: Array<Level> };

export type GuichetPageQueryVariables = Exact<{
  id: string | number;
  today: string;
  year: number;
  fromYear: number;
  people: boolean;
}>;


export type GuichetPageQuery = { guichet: { id: string, revision: number, name: string, level: Level | null, levelProposed: Level | null, levelAgreed: Level | null, proposal: Proposal | null, registers: boolean | null, dossierUnique: boolean | null, receptionModes: Array<ReceptionMode> | null, address: string | null, telephone: string | null, openedOn: string | null, closedOn: string | null, surveyAnswered: boolean | null, receivesPublic: boolean | null, appointments: AppointmentPractice | null, registersAfterAppointment: boolean | null, usesEtoil: boolean | null, sneConventionSigned: boolean | null, source: Source, openingHours: { remark: string | null, slots: Array<{ weekday: Weekday, from: string, to: string, weeks: HoursWeeks, byAppointment: boolean }> } | null, commune: { id: string, name: string }, organisation: { id: string, name: string }, epci: { id: string, name: string, registrationThreshold: number, statisticsThreshold: number }, conventionInForce: { id: string, termAlert: ConventionTermAlert | null } | null, conventionVersions: { totalCount: number, nodes: Array<{ id: string, rank: number, status: ConventionStatus, level: Level, startsOn: string, endsOn: string, terminatedOn: string | null, signedOn: string | null, etp: number | null, meetingsPerYear: number | null, convention: { id: string, number: string } }> }, current?: { totalCount: number, nodes: Array<{ id: string, startsOn: string, endsOn: string | null, etp: number | null, dedicated: boolean, qualification: Qualification | null, agent: { id: string, firstName: string, lastName: string, jobTitle: string | null } }> }, former?: { totalCount: number, nodes: Array<{ id: string, startsOn: string, endsOn: string | null, etp: number | null, dedicated: boolean, qualification: Qualification | null, agent: { id: string, firstName: string, lastName: string, jobTitle: string | null } }> } } | null, complianceReport: Array<{ guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, masked: boolean, yesOrNo: boolean, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetingCount: number | null, comingMeetingCount: number | null, agentCount: number | null, missingAgentCount: number | null, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> }>, registrations: Array<{ year: number, channel: Channel, count: number | null, total: number | null }>, meetings: { nodes: Array<{ id: string, title: string, kind: MeetingKind, heldOn: string, startTime: string, place: string | null, levels: Array<Level> }> } };

export type CloseGuichetMutationVariables = Exact<{
  id: string | number;
  revision: number;
  closedOn: string;
}>;


export type CloseGuichetMutation = { updateGuichet: { id: string, closedOn: string | null } };

export type HealthQueryVariables = Exact<{ [key: string]: never; }>;


export type HealthQuery = { health: { version: string, postgresql: string, databaseBytes: number | null, freeBytes: number | null, startedAt: string, waitingMails: number, checks: Array<{ name: HealthCheckName, ok: boolean }>, backups: { standing: BackupStanding, madeAt: string | null, verifiedAt: string | null, bytes: number | null, failedAt: string | null }, jobs: Array<{ name: JobName, ranAt: string | null, failedAt: string | null }> }, undeliveredMails: Array<{ id: string, state: MailState }> };

export type CorrectSheetMutationVariables = Exact<{
  meetingId: string | number;
  motive: string;
  lines: Array<SheetLineInput> | SheetLineInput;
}>;


export type CorrectSheetMutation = { correctAttendanceSheet: { id: string, revision: number } };

export type ToldChangeFragment = { id: string, at: string, action: ChangeAction, concept: string, rowId: string, title: string | null, actorName: string | null, side: Side | null, motive: string | null, undoes: string | null, undoable: boolean, fields: Array<{ field: string, before: unknown, after: unknown, beforeTitle: string | null, afterTitle: string | null, erased: boolean }> };

export type HistoryQueryVariables = Exact<{
  id: string | number;
  first: number;
  parts: boolean;
}>;


export type HistoryQuery = { history: Array<{ id: string, at: string, action: ChangeAction, concept: string, rowId: string, title: string | null, actorName: string | null, side: Side | null, motive: string | null, undoes: string | null, undoable: boolean, fields: Array<{ field: string, before: unknown, after: unknown, beforeTitle: string | null, afterTitle: string | null, erased: boolean }> }> };

export type UndoChangeMutationVariables = Exact<{
  id: string | number;
}>;


export type UndoChangeMutation = { undoChange: { id: string } };

export type StaffHomeQueryVariables = Exact<{
  today: string;
  yearAgo: string;
  twoYearsAgo: string;
  year: number;
  locale?: Locale | null | undefined;
}>;


export type StaffHomeQuery = { epcis: { nodes: Array<{ id: string, name: string, onlineAim: number }> }, plans: { nodes: Array<{ startsOn: string, endsOn: string }> }, inForce: { totalCount: number }, toDo: Array<{ key: string, kind: ToDoKind, dueOn: string | null, isTerm: boolean, title: string, detail: string | null, action: string, subject: { concept: string, id: string | null, parentId: string | null, revision: number | null, name: string | null, status: ConventionStatus | null, endsOn: string | null, obligation: ObligationKind | null, obligationState: ComplianceStatus | null }, named: { concept: string, id: string | null, name: string | null } | null }>, communes: { totalCount: number, nodes: Array<{ id: string, name: string, latitude: number | null, longitude: number | null, population: number | null, urbanPole: boolean }> }, guichets: { totalCount: number, nodes: Array<{ id: string, name: string, level: Level | null, registers: boolean | null, commune: { id: string, name: string }, conventionInForce: { id: string, endsOn: string, convention: { id: string, latest: { id: string, status: ConventionStatus, endsOn: string } | null } } | null }> }, attended: { totalCount: number }, expected: { totalCount: number }, attendedBefore: { totalCount: number }, expectedBefore: { totalCount: number }, registered: { totalCount: number }, online: { totalCount: number }, registeredBefore: { totalCount: number }, onlineBefore: { totalCount: number }, complianceReport: Array<{ guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, masked: boolean, yesOrNo: boolean, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetingCount: number | null, comingMeetingCount: number | null, agentCount: number | null, missingAgentCount: number | null, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> }> };

export type AnalystHomeQueryVariables = Exact<{
  today: string;
  yearAgo: string;
  lastYear: number;
  year: number;
  epci?: EpciFilter | null | undefined;
}>;


export type AnalystHomeQuery = { epcis: { totalCount: number, nodes: Array<{ id: string, name: string }> }, inForce: { totalCount: number }, held: { totalCount: number }, communes: { totalCount: number, nodes: Array<{ id: string, name: string, latitude: number | null, longitude: number | null, population: number | null, urbanPole: boolean }> }, guichets: { totalCount: number, nodes: Array<{ id: string, name: string, level: Level | null, registers: boolean | null, commune: { id: string, name: string }, conventionInForce: { id: string, endsOn: string, convention: { id: string, latest: { id: string, status: ConventionStatus, endsOn: string } | null } } | null }> }, registrations: Array<{ epciId: string, guichetId: string | null, year: number, count: number | null, total: number | null }>, complianceReport: Array<{ guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, masked: boolean, yesOrNo: boolean, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetingCount: number | null, comingMeetingCount: number | null, agentCount: number | null, missingAgentCount: number | null, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> }> };

export type AdminHomeQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminHomeQuery = { epcis: { totalCount: number, nodes: Array<{ id: string, name: string, siren: string }> }, accounts: { totalCount: number, nodes: Array<{ id: string, displayName: string, email: string | null, role: Role, epci: { id: string } | null }> } };

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


export type MoreGuichetsQuery = { guichets: { totalCount: number, nodes: Array<{ id: string, name: string, level: Level | null, registers: boolean | null, commune: { id: string, name: string }, conventionInForce: { id: string, endsOn: string, convention: { id: string, latest: { id: string, status: ConventionStatus, endsOn: string } | null } } | null }> } };

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

export type MeetingFactsFragment = { id: string, revision: number, kind: MeetingKind, title: string, heldOn: string, startTime: string, endTime: string, place: string | null, organiserName: string | null, levels: Array<Level>, agenda: string | null, state: MeetingState, outside: boolean, cancellationMotive: string | null, organiser: { id: string, name: string } | null };

export type SheetPersonFragment = { agentId: string, firstName: string, lastName: string, jobTitle: string | null, organisationName: string, attendance: { id: string, revision: number, state: AttendanceState, mode: AttendanceMode | null, signedAt: string | null, signedBy: SignedBy | null, contributed: boolean, confirmation: Confirmation | null } | null };

export type StaffMeetingQueryVariables = Exact<{
  id: string | number;
}>;


export type StaffMeetingQuery = { meetingSheet: { meeting: { videoLink: string | null, id: string, revision: number, kind: MeetingKind, title: string, heldOn: string, startTime: string, endTime: string, place: string | null, organiserName: string | null, levels: Array<Level>, agenda: string | null, state: MeetingState, outside: boolean, cancellationMotive: string | null, declaredBy: { id: string, firstName: string, lastName: string } | null, organiser: { id: string, name: string } | null }, guichets: Array<{ guichetId: string, guichetName: string, communeName: string, level: Level, agents: Array<{ agentId: string, firstName: string, lastName: string, jobTitle: string | null, organisationName: string, attendance: { id: string, revision: number, state: AttendanceState, mode: AttendanceMode | null, signedAt: string | null, signedBy: SignedBy | null, contributed: boolean, confirmation: Confirmation | null } | null }> }>, others: Array<{ agentId: string, firstName: string, lastName: string, jobTitle: string | null, organisationName: string, attendance: { id: string, revision: number, state: AttendanceState, mode: AttendanceMode | null, signedAt: string | null, signedBy: SignedBy | null, contributed: boolean, confirmation: Confirmation | null } | null }> } };

export type MeetingOnlyQueryVariables = Exact<{
  id: string | number;
}>;


export type MeetingOnlyQuery = { meeting: { id: string, revision: number, kind: MeetingKind, title: string, heldOn: string, startTime: string, endTime: string, place: string | null, organiserName: string | null, levels: Array<Level>, agenda: string | null, state: MeetingState, outside: boolean, cancellationMotive: string | null, organiser: { id: string, name: string } | null } | null };

export type SaveSheetMutationVariables = Exact<{
  meetingId: string | number;
  lines: Array<SheetLineInput> | SheetLineInput;
}>;


export type SaveSheetMutation = { saveAttendanceSheet: { id: string, revision: number } };

export type SaveThenCloseSheetMutationVariables = Exact<{
  meetingId: string | number;
  lines: Array<SheetLineInput> | SheetLineInput;
  revision: number;
}>;


export type SaveThenCloseSheetMutation = { saveAttendanceSheet: { id: string }, closeMeeting: { id: string, revision: number, state: MeetingState } };

export type OpenMeetingMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type OpenMeetingMutation = { openMeeting: { id: string, revision: number, state: MeetingState } };

export type CloseMeetingMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type CloseMeetingMutation = { closeMeeting: { id: string, revision: number, state: MeetingState } };

export type CancelMeetingMutationVariables = Exact<{
  id: string | number;
  revision: number;
  motive: string;
}>;


export type CancelMeetingMutation = { cancelMeeting: { id: string, revision: number, state: MeetingState } };

export type ItemWordsFragment = { id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number };

export type ReferentialItemsQueryVariables = Exact<{
  id: string | number;
}>;


export type ReferentialItemsQuery = { referential: { id: string, missions: { nodes: Array<{ id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> }, others: { nodes: Array<{ id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> } } | null };

export type ReferentialPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ReferentialPageQuery = { referential: { id: string, revision: number, name: string, number: number, state: ReferentialState, validFrom: string, validTo: string | null, publishedAt: string | null, withoutDeliberation: Strictness, withoutSneConvention: Strictness, etpTooLow: Strictness, termTooLong: Strictness, epci: { id: string, name: string }, levels: { nodes: Array<{ revision: number, id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> }, missions: { nodes: Array<{ revision: number, id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> }, modes: { nodes: Array<{ revision: number, id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> }, means: { nodes: Array<{ revision: number, id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> }, competences: { nodes: Array<{ revision: number, id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number }> }, obligations: { nodes: Array<{ id: string, revision: number, level: Level, kind: ObligationKind, target: number | null, planned: number | null, modes: Array<ReceptionMode> | null, windowMonths: number | null, text: string }> } } | null, versions: { nodes: Array<{ id: string, name: string, number: number, state: ReferentialState, validFrom: string, validTo: string | null }> }, followed: { totalCount: number } };

export type EditedItemFragment = { revision: number, id: string, kind: ReferentialItemKind, code: string, levels: Array<Level>, label: string, text: string | null, position: number };

export type CompareReferentialsQueryVariables = Exact<{
  fromId: string | number;
  toId: string | number;
  year: number;
}>;


export type CompareReferentialsQuery = { compareReferentials: { changes: Array<{ kind: Difference, what: ReferentialPart, code: string, levels: Array<Level>, label: string, fields: Array<{ field: string, before: unknown, after: unknown }> }>, guichets: Array<{ guichetId: string, guichetName: string, communeName: string, level: Level | null, before: ComplianceStatus | null, after: ComplianceStatus | null, reasons: Array<{ kind: ObligationKind, level: Level, before: ComplianceStatus | null, after: ComplianceStatus | null, textBefore: string | null, textAfter: string | null }> }>, counts: { added: number, removed: number, changed: number, guichets: number, judged: number } } };

export type ReferentialVersionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReferentialVersionsQuery = { referentials: { nodes: Array<{ id: string, name: string, number: number, state: ReferentialState, validFrom: string, validTo: string | null }> } };

export type WhatIfQueryVariables = Exact<{
  guichetId: string | number;
  level: Level;
  year: number;
}>;


export type WhatIfQuery = { whatIf: { guichetId: string, guichetName: string, communeName: string, year: number, judgedOn: string | null, level: Level | null, status: ComplianceStatus | null, reason: NoObligationReason | null, judgements: Array<{ obligationId: string, kind: ObligationKind, level: Level, status: ComplianceStatus, value: number | null, masked: boolean, yesOrNo: boolean, target: number, planned: number | null, text: string, evidence: { missingModes: Array<ReceptionMode>, meetingCount: number | null, comingMeetingCount: number | null, agentCount: number | null, missingAgentCount: number | null, meetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, comingMeetings: Array<{ id: string, title: string, heldOn: string, kind: MeetingKind }> | null, agents: Array<{ id: string, firstName: string, lastName: string }> | null, missingAgents: Array<{ id: string, firstName: string, lastName: string }> | null }, nextMeeting: { id: string, title: string, heldOn: string, kind: MeetingKind } | null }> } };

export type DraftReferentialMutationVariables = Exact<{
  validFrom: string;
  requestKey: string;
}>;


export type DraftReferentialMutation = { draftReferential: { id: string } };

export type PublishReferentialMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type PublishReferentialMutation = { publishReferential: { id: string, state: ReferentialState } };

export type SetStrictnessMutationVariables = Exact<{
  id: string | number;
  revision: number;
  input: ReferentialUpdateInput;
}>;


export type SetStrictnessMutation = { updateReferential: { id: string, revision: number } };

export type MoveReferentialItemMutationVariables = Exact<{
  id: string | number;
  revision: number;
  position: number;
}>;


export type MoveReferentialItemMutation = { updateReferentialItem: { id: string } };

export type SetItemLevelsMutationVariables = Exact<{
  id: string | number;
  revision: number;
  levels: Array<Level> | Level;
}>;


export type SetItemLevelsMutation = { updateReferentialItem: { id: string } };

export type RemoveReferentialItemMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type RemoveReferentialItemMutation = { deleteReferentialItem: string };

export type RemoveObligationMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type RemoveObligationMutation = { deleteObligation: string };

export type MapCommuneFragment = { id: string, name: string, latitude: number | null, longitude: number | null, population: number | null, urbanPole: boolean };

export type MapGuichetFragment = { id: string, name: string, level: Level | null, registers: boolean | null, commune: { id: string, name: string }, conventionInForce: { id: string, endsOn: string, convention: { id: string, latest: { id: string, status: ConventionStatus, endsOn: string } | null } } | null };

export type LastPlanQueryVariables = Exact<{ [key: string]: never; }>;


export type LastPlanQuery = { plans: { nodes: Array<{ id: string, name: string, endsOn: string, following: { years: string, startsOn: string, endsOn: string }, epci: { id: string, planMaxYears: number } }> } };

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
export const MeetingCardFragmentDoc = new TypedDocumentString(`
    fragment MeetingCard on Meeting {
  id
  kind
  title
  heldOn
  startTime
  endTime
  place
  videoLink
  agenda
  state
  outside
  signInOpen
  answerOpen
  declarableUntil
  cancellationMotive
  organiserName
  organiser {
    name
  }
  attendances(first: 1) {
    nodes {
      state
      confirmation
      signedAt
    }
  }
}
    `, {"fragmentName":"MeetingCard"}) as unknown as TypedDocumentString<MeetingCardFragment, unknown>;
export const AgentRemarkFragmentDoc = new TypedDocumentString(`
    fragment AgentRemark on ConventionComment {
  id
  revision
  field
  text
  side
  authorName
  createdAt
  state
  answer
  resolvedByName
}
    `, {"fragmentName":"AgentRemark"}) as unknown as TypedDocumentString<AgentRemarkFragment, unknown>;
export const AccountGivenFragmentDoc = new TypedDocumentString(`
    fragment AccountGiven on AccountLink {
  link
  expiresAt
  mailed
  account {
    id
    displayName
    email
    role
  }
}
    `, {"fragmentName":"AccountGiven"}) as unknown as TypedDocumentString<AccountGivenFragment, unknown>;
export const MailToldFragmentDoc = new TypedDocumentString(`
    fragment MailTold on AccountMail {
  id
  accountId
  name
  email
  kind
  state
  problem
  createdAt
  sentAt
}
    `, {"fragmentName":"MailTold"}) as unknown as TypedDocumentString<MailToldFragment, unknown>;
export const CampaignCardFragmentDoc = new TypedDocumentString(`
    fragment CampaignCard on Convention {
  id
  number
  guichet {
    id
    name
    commune {
      id
      name
    }
  }
  latest {
    id
    revision
    state
    status
    level
    availableTransitions {
      transition
      to
      asks
      missing
    }
  }
}
    `, {"fragmentName":"CampaignCard"}) as unknown as TypedDocumentString<CampaignCardFragment, unknown>;
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
    masked
    yesOrNo
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
      meetingCount
      comingMeetingCount
      agentCount
      missingAgentCount
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
export const ItemWordsFragmentDoc = new TypedDocumentString(`
    fragment ItemWords on ReferentialItem {
  id
  kind
  code
  levels
  label
  text
  position
}
    `, {"fragmentName":"ItemWords"}) as unknown as TypedDocumentString<ItemWordsFragment, unknown>;
export const VersionContentFragmentDoc = new TypedDocumentString(`
    fragment VersionContent on ConventionVersion {
  id
  revision
  rank
  state
  status
  referential {
    id
    name
    items(first: 100, filter: {kind: {eq: MISSION}}) {
      nodes {
        ...ItemWords
      }
    }
  }
  level
  registers
  dossierUnique
  missions
  receptionModes
  openingHours {
    slots {
      weekday
      from
      to
      weeks
      byAppointment
    }
    remark
  }
  etp
  competences
  meetingsPerYear
  levelConditions
  sneSignedOn
  sneToRevise
  startsOn
  endsOn
  deliberationAssembly
  deliberationOn
  deliberationNumber
  signedOn
  terminatedOn
  terminationMotive
  noticeOn
  cancellationMotive
  withdrawnOn
  reviewedAt
  availableTransitions {
    transition
    to
    asks
    missing
  }
  warnings
  unlockedFields
  changes {
    field
    before
    after
  }
  guichetSettledOn
}
    fragment ItemWords on ReferentialItem {
  id
  kind
  code
  levels
  label
  text
  position
}`, {"fragmentName":"VersionContent"}) as unknown as TypedDocumentString<VersionContentFragment, unknown>;
export const VersionActsFragmentDoc = new TypedDocumentString(`
    fragment VersionActs on ConventionVersion {
  availableActs {
    act
    recommended
    proposal {
      startsOn
      endsOn
      earliestOn
      latestOn
    }
  }
  termAlert
  amendedBy {
    id
    rank
    startsOn
    status
  }
}
    `, {"fragmentName":"VersionActs"}) as unknown as TypedDocumentString<VersionActsFragment, unknown>;
export const RemarkFragmentDoc = new TypedDocumentString(`
    fragment Remark on ConventionComment {
  id
  revision
  field
  text
  side
  authorName
  createdAt
  state
  answer
  resolvedByName
  resolvedAt
}
    `, {"fragmentName":"Remark"}) as unknown as TypedDocumentString<RemarkFragment, unknown>;
export const GuichetAssignmentFragmentDoc = new TypedDocumentString(`
    fragment GuichetAssignment on Assignment {
  id
  startsOn
  endsOn
  etp
  dedicated
  qualification
  agent {
    id
    firstName
    lastName
    jobTitle
  }
}
    `, {"fragmentName":"GuichetAssignment"}) as unknown as TypedDocumentString<GuichetAssignmentFragment, unknown>;
export const GuichetMeetingFragmentDoc = new TypedDocumentString(`
    fragment GuichetMeeting on Meeting {
  id
  title
  kind
  heldOn
  startTime
  place
  levels
}
    `, {"fragmentName":"GuichetMeeting"}) as unknown as TypedDocumentString<GuichetMeetingFragment, unknown>;
export const ToldChangeFragmentDoc = new TypedDocumentString(`
    fragment ToldChange on Change {
  id
  at
  action
  concept
  rowId
  title
  actorName
  side
  motive
  undoes
  undoable
  fields {
    field
    before
    after
    beforeTitle
    afterTitle
    erased
  }
}
    `, {"fragmentName":"ToldChange"}) as unknown as TypedDocumentString<ToldChangeFragment, unknown>;
export const MeetingFactsFragmentDoc = new TypedDocumentString(`
    fragment MeetingFacts on Meeting {
  id
  revision
  kind
  title
  heldOn
  startTime
  endTime
  place
  organiser {
    id
    name
  }
  organiserName
  levels
  agenda
  state
  outside
  cancellationMotive
}
    `, {"fragmentName":"MeetingFacts"}) as unknown as TypedDocumentString<MeetingFactsFragment, unknown>;
export const SheetPersonFragmentDoc = new TypedDocumentString(`
    fragment SheetPerson on SheetAgent {
  agentId
  firstName
  lastName
  jobTitle
  organisationName
  attendance {
    id
    revision
    state
    mode
    signedAt
    signedBy
    contributed
    confirmation
  }
}
    `, {"fragmentName":"SheetPerson"}) as unknown as TypedDocumentString<SheetPersonFragment, unknown>;
export const EditedItemFragmentDoc = new TypedDocumentString(`
    fragment EditedItem on ReferentialItem {
  ...ItemWords
  revision
}
    fragment ItemWords on ReferentialItem {
  id
  kind
  code
  levels
  label
  text
  position
}`, {"fragmentName":"EditedItem"}) as unknown as TypedDocumentString<EditedItemFragment, unknown>;
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
    convention {
      id
      latest {
        id
        status
        endsOn
      }
    }
  }
}
    `, {"fragmentName":"MapGuichet"}) as unknown as TypedDocumentString<MapGuichetFragment, unknown>;
export const AgentDesksDocument = new TypedDocumentString(`
    query AgentDesks($year: Int!, $today: Date!) {
  obligationKinds {
    kind
    remedy
  }
  complianceReport(year: $year) {
    guichetId
    reason
    judgements {
      obligationId
      kind
      status
      value
      target
      yesOrNo
      text
      evidence {
        meetings {
          id
          title
          heldOn
        }
        comingMeetings {
          id
          title
          heldOn
        }
        missingAgents {
          firstName
          lastName
        }
        missingModes
      }
      nextMeeting {
        id
        title
        heldOn
      }
    }
  }
  guichets(on: $today, sort: [{name: ASC}], first: 20) {
    nodes {
      id
      name
      level
      openingHours {
        slots {
          weekday
          from
          to
          weeks
          byAppointment
        }
        remark
      }
      conventionInForce {
        id
        files(first: 50, filter: {mediaType: {eq: "application/pdf"}}) {
          nodes {
            id
            kind
            rank
            size
          }
        }
        startsOn
        endsOn
        registers
        dossierUnique
        convention {
          number
        }
      }
      assignments(on: $today, first: 30) {
        nodes {
          agent {
            id
            firstName
            lastName
            jobTitle
          }
        }
      }
    }
  }
  tools(first: 50) {
    nodes {
      id
      title
      kind
      version
      date
      link
    }
  }
}
    `) as unknown as TypedDocumentString<AgentDesksQuery, AgentDesksQueryVariables>;
export const AgentHomeDocument = new TypedDocumentString(`
    query AgentHome {
  me {
    displayName
    digest
    agent {
      id
    }
    epci {
      timeZone
      declarationDays
      declarable {
        from
        to
      }
    }
  }
  network: meetings(
    filter: {outside: {eq: false}}
    sort: [{heldOn: DESC}, {startTime: DESC}]
    first: 80
  ) {
    nodes {
      ...MeetingCard
    }
  }
  reviews: conventionVersions(
    filter: {state: {in: [IN_REVIEW, CORRECTION, TO_SIGN]}}
    sort: [{startsOn: ASC}]
    first: 10
  ) {
    nodes {
      id
      state
      rank
      reviewedAt
      guichet {
        name
      }
    }
  }
  outside: meetings(
    filter: {outside: {eq: true}}
    sort: [{heldOn: DESC}]
    first: 20
  ) {
    nodes {
      ...MeetingCard
    }
  }
}
    fragment MeetingCard on Meeting {
  id
  kind
  title
  heldOn
  startTime
  endTime
  place
  videoLink
  agenda
  state
  outside
  signInOpen
  answerOpen
  declarableUntil
  cancellationMotive
  organiserName
  organiser {
    name
  }
  attendances(first: 1) {
    nodes {
      state
      confirmation
      signedAt
    }
  }
}`) as unknown as TypedDocumentString<AgentHomeQuery, AgentHomeQueryVariables>;
export const AnswerMeetingDocument = new TypedDocumentString(`
    mutation AnswerMeeting($meetingId: ID!, $coming: Boolean!) {
  answerMeeting(meetingId: $meetingId, coming: $coming) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<AnswerMeetingMutation, AnswerMeetingMutationVariables>;
export const DeclareAttendanceDocument = new TypedDocumentString(`
    mutation DeclareAttendance($meetingId: ID!) {
  declareAttendance(meetingId: $meetingId) {
    id
    state
    confirmation
  }
}
    `) as unknown as TypedDocumentString<DeclareAttendanceMutation, DeclareAttendanceMutationVariables>;
export const DeclareOutsideTrainingDocument = new TypedDocumentString(`
    mutation DeclareOutsideTraining($input: OutsideTrainingInput!, $requestKey: UUID!) {
  declareOutsideTraining(input: $input, requestKey: $requestKey) {
    id
    confirmation
  }
}
    `) as unknown as TypedDocumentString<DeclareOutsideTrainingMutation, DeclareOutsideTrainingMutationVariables>;
export const SetMyDigestAsAgentDocument = new TypedDocumentString(`
    mutation SetMyDigestAsAgent($on: Boolean!) {
  setMyDigest(on: $on) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetMyDigestAsAgentMutation, SetMyDigestAsAgentMutationVariables>;
export const SetMyLocaleDocument = new TypedDocumentString(`
    mutation SetMyLocale($locale: Locale!) {
  setMyLocale(locale: $locale) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetMyLocaleMutation, SetMyLocaleMutationVariables>;
export const SignInToMeetingDocument = new TypedDocumentString(`
    mutation SignInToMeeting($meetingId: ID!, $mode: AttendanceMode!) {
  signInToMeeting(meetingId: $meetingId, mode: $mode) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SignInToMeetingMutation, SignInToMeetingMutationVariables>;
export const AgentCommentDocument = new TypedDocumentString(`
    mutation AgentComment($id: ID!, $field: String!, $text: String!, $requestKey: UUID!) {
  commentConvention(id: $id, field: $field, text: $text, requestKey: $requestKey) {
    id
  }
}
    `) as unknown as TypedDocumentString<AgentCommentMutation, AgentCommentMutationVariables>;
export const AgentConfirmReadingDocument = new TypedDocumentString(`
    mutation AgentConfirmReading($id: ID!, $revision: Int!) {
  confirmConventionReading(id: $id, revision: $revision) {
    id
  }
}
    `) as unknown as TypedDocumentString<AgentConfirmReadingMutation, AgentConfirmReadingMutationVariables>;
export const AgentCorrectDocument = new TypedDocumentString(`
    mutation AgentCorrect($id: ID!, $revision: Int!, $input: ConventionVersionUpdateInput!) {
  updateConventionVersion(id: $id, revision: $revision, input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AgentCorrectMutation, AgentCorrectMutationVariables>;
export const AgentReopenDocument = new TypedDocumentString(`
    mutation AgentReopen($id: ID!, $revision: Int!) {
  reopenComment(id: $id, revision: $revision) {
    id
  }
}
    `) as unknown as TypedDocumentString<AgentReopenMutation, AgentReopenMutationVariables>;
export const AgentRequestCorrectionDocument = new TypedDocumentString(`
    mutation AgentRequestCorrection($id: ID!, $revision: Int!) {
  requestConventionCorrection(id: $id, revision: $revision) {
    id
  }
}
    `) as unknown as TypedDocumentString<AgentRequestCorrectionMutation, AgentRequestCorrectionMutationVariables>;
export const AgentResolveDocument = new TypedDocumentString(`
    mutation AgentResolve($id: ID!, $revision: Int!, $answer: String) {
  resolveComment(id: $id, revision: $revision, answer: $answer) {
    id
  }
}
    `) as unknown as TypedDocumentString<AgentResolveMutation, AgentResolveMutationVariables>;
export const AgentResubmitDocument = new TypedDocumentString(`
    mutation AgentResubmit($id: ID!, $revision: Int!) {
  resubmitConvention(id: $id, revision: $revision) {
    id
  }
}
    `) as unknown as TypedDocumentString<AgentResubmitMutation, AgentResubmitMutationVariables>;
export const AgentReviewDocument = new TypedDocumentString(`
    query AgentReview {
  conventionVersions(
    filter: {state: {in: [IN_REVIEW, CORRECTION, TO_SIGN]}}
    sort: [{startsOn: ASC}]
    first: 10
  ) {
    nodes {
      id
      revision
      rank
      state
      convention {
        number
      }
      guichet {
        id
        name
      }
      referential {
        name
        items(first: 100, filter: {kind: {eq: MISSION}}) {
          nodes {
            code
            label
          }
        }
      }
      level
      registers
      dossierUnique
      missions
      receptionModes
      openingHours {
        slots {
          weekday
          from
          to
          weeks
          byAppointment
        }
        remark
      }
      etp
      competences
      meetingsPerYear
      levelConditions
      sneSignedOn
      sneToRevise
      startsOn
      endsOn
      deliberationAssembly
      deliberationOn
      deliberationNumber
      unlockedFields
      changes {
        field
        before
        after
      }
      files(first: 50, filter: {mediaType: {eq: "application/pdf"}}) {
        nodes {
          id
          kind
          rank
          size
        }
      }
      reviewedAt
      reviewedByName
      readingActs
      availableTransitions {
        transition
        missing
      }
      comments(first: 100, sort: [{createdAt: ASC}]) {
        nodes {
          ...AgentRemark
        }
      }
    }
  }
}
    fragment AgentRemark on ConventionComment {
  id
  revision
  field
  text
  side
  authorName
  createdAt
  state
  answer
  resolvedByName
}`) as unknown as TypedDocumentString<AgentReviewQuery, AgentReviewQueryVariables>;
export const AgentWithdrawReadingDocument = new TypedDocumentString(`
    mutation AgentWithdrawReading($id: ID!, $revision: Int!) {
  withdrawConventionReading(id: $id, revision: $revision) {
    id
  }
}
    `) as unknown as TypedDocumentString<AgentWithdrawReadingMutation, AgentWithdrawReadingMutationVariables>;
export const SetMyDigestDocument = new TypedDocumentString(`
    mutation SetMyDigest($on: Boolean!) {
  setMyDigest(on: $on) {
    id
    digest
  }
}
    `) as unknown as TypedDocumentString<SetMyDigestMutation, SetMyDigestMutationVariables>;
export const WhoAmIDocument = new TypedDocumentString(`
    query WhoAmI {
  me {
    id
  }
}
    `) as unknown as TypedDocumentString<WhoAmIQuery, WhoAmIQueryVariables>;
export const InviteAccountDocument = new TypedDocumentString(`
    mutation InviteAccount($input: AccountInvitation!) {
  inviteAccount(input: $input) {
    ...AccountGiven
  }
}
    fragment AccountGiven on AccountLink {
  link
  expiresAt
  mailed
  account {
    id
    displayName
    email
    role
  }
}`) as unknown as TypedDocumentString<InviteAccountMutation, InviteAccountMutationVariables>;
export const ResetAccountDocument = new TypedDocumentString(`
    mutation ResetAccount($id: ID!) {
  resetAccount(id: $id) {
    ...AccountGiven
  }
}
    fragment AccountGiven on AccountLink {
  link
  expiresAt
  mailed
  account {
    id
    displayName
    email
    role
  }
}`) as unknown as TypedDocumentString<ResetAccountMutation, ResetAccountMutationVariables>;
export const ChangeAccountEmailDocument = new TypedDocumentString(`
    mutation ChangeAccountEmail($id: ID!, $revision: Int!, $email: String) {
  changeAccountEmail(id: $id, revision: $revision, email: $email) {
    ...AccountGiven
  }
}
    fragment AccountGiven on AccountLink {
  link
  expiresAt
  mailed
  account {
    id
    displayName
    email
    role
  }
}`) as unknown as TypedDocumentString<ChangeAccountEmailMutation, ChangeAccountEmailMutationVariables>;
export const EndAccountDocument = new TypedDocumentString(`
    mutation EndAccount($id: ID!, $revision: Int!) {
  endAccount(id: $id, revision: $revision) {
    id
    revision
    endedAt
  }
}
    `) as unknown as TypedDocumentString<EndAccountMutation, EndAccountMutationVariables>;
export const ReopenAccountDocument = new TypedDocumentString(`
    mutation ReopenAccount($id: ID!, $revision: Int!) {
  reopenAccount(id: $id, revision: $revision) {
    id
    revision
    endedAt
  }
}
    `) as unknown as TypedDocumentString<ReopenAccountMutation, ReopenAccountMutationVariables>;
export const UndeliveredMailsDocument = new TypedDocumentString(`
    query UndeliveredMails {
  undeliveredMails {
    ...MailTold
  }
}
    fragment MailTold on AccountMail {
  id
  accountId
  name
  email
  kind
  state
  problem
  createdAt
  sentAt
}`) as unknown as TypedDocumentString<UndeliveredMailsQuery, UndeliveredMailsQueryVariables>;
export const AccountMailsDocument = new TypedDocumentString(`
    query AccountMails($accountId: ID!) {
  accountMails(accountId: $accountId) {
    ...MailTold
  }
}
    fragment MailTold on AccountMail {
  id
  accountId
  name
  email
  kind
  state
  problem
  createdAt
  sentAt
}`) as unknown as TypedDocumentString<AccountMailsQuery, AccountMailsQueryVariables>;
export const CampaignBoardDocument = new TypedDocumentString(`
    query CampaignBoard($id: ID!, $after: String) {
  campaign(id: $id) {
    id
    revision
    name
    startsOn
    endsOn
    epci {
      id
      name
    }
    plan {
      id
      name
    }
    referential {
      id
      name
    }
    conventions(first: 100, after: $after, sort: [{number: ASC}]) {
      nodes {
        ...CampaignCard
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment CampaignCard on Convention {
  id
  number
  guichet {
    id
    name
    commune {
      id
      name
    }
  }
  latest {
    id
    revision
    state
    status
    level
    availableTransitions {
      transition
      to
      asks
      missing
    }
  }
}`) as unknown as TypedDocumentString<CampaignBoardQuery, CampaignBoardQueryVariables>;
export const CampaignStartDocument = new TypedDocumentString(`
    query CampaignStart {
  campaignTerms {
    planId
    startsOn
    endsOn
    referentialId
    recommended
  }
  plans(first: 100, sort: [{startsOn: ASC}]) {
    nodes {
      id
      name
      startsOn
      endsOn
    }
  }
  referentials(
    first: 100
    filter: {state: {eq: PUBLISHED}}
    sort: [{validFrom: DESC}]
  ) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CampaignStartQuery, CampaignStartQueryVariables>;
export const CampaignPreviewDocument = new TypedDocumentString(`
    query CampaignPreview($planId: ID!, $referentialId: ID, $startsOn: Date, $endsOn: Date) {
  campaignPreview(
    input: {planId: $planId, referentialId: $referentialId, startsOn: $startsOn, endsOn: $endsOn}
  ) {
    guichetId
    guichetName
    communeName
    organisationName
    currentLevel
    currentConventionNumber
    currentEndsOn
    proposedLevel
    verdict
    reasons
    obstacleId
    obstacleNumber
    obstacleEndsOn
    closedOn
  }
}
    `) as unknown as TypedDocumentString<CampaignPreviewQuery, CampaignPreviewQueryVariables>;
export const CampaignVersionDocument = new TypedDocumentString(`
    query CampaignVersion($id: ID!) {
  conventionVersion(id: $id) {
    ...VersionContent
    epci {
      id
      name
    }
    guichet {
      id
      organisation {
        id
        name
      }
    }
  }
}
    fragment VersionContent on ConventionVersion {
  id
  revision
  rank
  state
  status
  referential {
    id
    name
    items(first: 100, filter: {kind: {eq: MISSION}}) {
      nodes {
        ...ItemWords
      }
    }
  }
  level
  registers
  dossierUnique
  missions
  receptionModes
  openingHours {
    slots {
      weekday
      from
      to
      weeks
      byAppointment
    }
    remark
  }
  etp
  competences
  meetingsPerYear
  levelConditions
  sneSignedOn
  sneToRevise
  startsOn
  endsOn
  deliberationAssembly
  deliberationOn
  deliberationNumber
  signedOn
  terminatedOn
  terminationMotive
  noticeOn
  cancellationMotive
  withdrawnOn
  reviewedAt
  availableTransitions {
    transition
    to
    asks
    missing
  }
  warnings
  unlockedFields
  changes {
    field
    before
    after
  }
  guichetSettledOn
}
fragment ItemWords on ReferentialItem {
  id
  kind
  code
  levels
  label
  text
  position
}`) as unknown as TypedDocumentString<CampaignVersionQuery, CampaignVersionQueryVariables>;
export const CreateCampaignDocument = new TypedDocumentString(`
    mutation CreateCampaign($input: CampaignCreateInput!, $lines: [CampaignLineInput!]!, $requestKey: UUID!) {
  createCampaign(input: $input, lines: $lines, requestKey: $requestKey) {
    id
    conventionCount
  }
}
    `) as unknown as TypedDocumentString<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const DeleteCampaignDocument = new TypedDocumentString(`
    mutation DeleteCampaign($id: ID!, $revision: Int!) {
  deleteCampaign(id: $id, revision: $revision)
}
    `) as unknown as TypedDocumentString<DeleteCampaignMutation, DeleteCampaignMutationVariables>;
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
    masked
    yesOrNo
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
      meetingCount
      comingMeetingCount
      agentCount
      missingAgentCount
    }
    nextMeeting {
      ...Meet
    }
  }
}`) as unknown as TypedDocumentString<ComplianceQuery, ComplianceQueryVariables>;
export const ObligationKindsDocument = new TypedDocumentString(`
    query ObligationKinds {
  obligationKinds {
    kind
    asks
    unit
    remedy
    meetingKind
  }
}
    `) as unknown as TypedDocumentString<ObligationKindsQuery, ObligationKindsQueryVariables>;
export const ConventionPageDocument = new TypedDocumentString(`
    query ConventionPage($id: ID!, $people: Boolean!) {
  convention(id: $id) {
    id
    revision
    number
    epci {
      id
      name
    }
    campaign @include(if: $people) {
      id
      name
    }
    renews {
      id
      number
    }
    guichet {
      id
      name
      commune {
        id
        name
      }
      organisation {
        id
        name
      }
    }
    latest {
      id
    }
    versions(first: 50, sort: [{rank: ASC}]) {
      nodes {
        ...VersionContent
        ...VersionActs
        signatories @include(if: $people)
        reviewedByName @include(if: $people)
        comments(first: 100, sort: [{createdAt: ASC}]) @include(if: $people) {
          nodes {
            ...Remark
          }
        }
      }
    }
  }
  followers: conventions(first: 10, filter: {renews: {id: {eq: $id}}}) {
    nodes {
      id
      number
      latest {
        id
        state
      }
    }
  }
}
    fragment VersionContent on ConventionVersion {
  id
  revision
  rank
  state
  status
  referential {
    id
    name
    items(first: 100, filter: {kind: {eq: MISSION}}) {
      nodes {
        ...ItemWords
      }
    }
  }
  level
  registers
  dossierUnique
  missions
  receptionModes
  openingHours {
    slots {
      weekday
      from
      to
      weeks
      byAppointment
    }
    remark
  }
  etp
  competences
  meetingsPerYear
  levelConditions
  sneSignedOn
  sneToRevise
  startsOn
  endsOn
  deliberationAssembly
  deliberationOn
  deliberationNumber
  signedOn
  terminatedOn
  terminationMotive
  noticeOn
  cancellationMotive
  withdrawnOn
  reviewedAt
  availableTransitions {
    transition
    to
    asks
    missing
  }
  warnings
  unlockedFields
  changes {
    field
    before
    after
  }
  guichetSettledOn
}
fragment VersionActs on ConventionVersion {
  availableActs {
    act
    recommended
    proposal {
      startsOn
      endsOn
      earliestOn
      latestOn
    }
  }
  termAlert
  amendedBy {
    id
    rank
    startsOn
    status
  }
}
fragment Remark on ConventionComment {
  id
  revision
  field
  text
  side
  authorName
  createdAt
  state
  answer
  resolvedByName
  resolvedAt
}
fragment ItemWords on ReferentialItem {
  id
  kind
  code
  levels
  label
  text
  position
}`) as unknown as TypedDocumentString<ConventionPageQuery, ConventionPageQueryVariables>;
export const EditedVersionDocument = new TypedDocumentString(`
    query EditedVersion($id: ID!) {
  conventionVersion(id: $id) {
    id
    rank
    state
    unlockedFields
    convention {
      id
      number
    }
    comments(first: 100, filter: {state: {eq: OPEN}}, sort: [{createdAt: ASC}]) {
      nodes {
        ...Remark
      }
    }
  }
}
    fragment Remark on ConventionComment {
  id
  revision
  field
  text
  side
  authorName
  createdAt
  state
  answer
  resolvedByName
  resolvedAt
}`) as unknown as TypedDocumentString<EditedVersionQuery, EditedVersionQueryVariables>;
export const ConventionOfVersionDocument = new TypedDocumentString(`
    query ConventionOfVersion($id: ID!) {
  conventionVersion(id: $id) {
    id
    convention {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ConventionOfVersionQuery, ConventionOfVersionQueryVariables>;
export const NewConventionDocument = new TypedDocumentString(`
    query NewConvention($guichetId: ID!, $today: Date!) {
  guichet(id: $guichetId) {
    id
    name
    closedOn
    level
    levelAgreed
    levelProposed
    registers
    dossierUnique
    receptionModes
    openingHours {
      slots {
        weekday
        from
        to
        weeks
        byAppointment
      }
      remark
    }
    commune {
      id
      name
    }
    conventionVersions(
      first: 50
      filter: {state: {ne: CANCELLED}}
      sort: [{endsOn: DESC}]
    ) {
      nodes {
        id
        state
        status
        startsOn
        endsOn
        terminatedOn
        sneSignedOn
        convention {
          id
          number
        }
      }
    }
  }
  proposedTerm(guichetId: $guichetId) {
    startsOn
    endsOn
  }
  referentials(
    on: $today
    first: 1
    filter: {state: {eq: PUBLISHED}}
    sort: [{number: DESC}]
  ) {
    nodes {
      id
      items(first: 100, filter: {kind: {in: [MISSION, RECEPTION_MODE, COMPETENCE]}}) {
        nodes {
          ...ItemWords
        }
      }
      obligations(first: 100, filter: {kind: {eq: MEETINGS}}) {
        nodes {
          id
          level
          target
        }
      }
    }
  }
}
    fragment ItemWords on ReferentialItem {
  id
  kind
  code
  levels
  label
  text
  position
}`) as unknown as TypedDocumentString<NewConventionQuery, NewConventionQueryVariables>;
export const ProposedTermDocument = new TypedDocumentString(`
    query ProposedTerm($from: Date!) {
  proposedTerm(from: $from) {
    endsOn
    planId
  }
}
    `) as unknown as TypedDocumentString<ProposedTermQuery, ProposedTermQueryVariables>;
export const SubmitConventionDocument = new TypedDocumentString(`
    mutation SubmitConvention($id: ID!, $revision: Int!) {
  submitConvention(id: $id, revision: $revision) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SubmitConventionMutation, SubmitConventionMutationVariables>;
export const RequestConventionCorrectionDocument = new TypedDocumentString(`
    mutation RequestConventionCorrection($id: ID!, $revision: Int!) {
  requestConventionCorrection(id: $id, revision: $revision) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RequestConventionCorrectionMutation, RequestConventionCorrectionMutationVariables>;
export const ResubmitConventionDocument = new TypedDocumentString(`
    mutation ResubmitConvention($id: ID!, $revision: Int!) {
  resubmitConvention(id: $id, revision: $revision) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ResubmitConventionMutation, ResubmitConventionMutationVariables>;
export const SendConventionToSignDocument = new TypedDocumentString(`
    mutation SendConventionToSign($id: ID!, $revision: Int!) {
  sendConventionToSign(id: $id, revision: $revision) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SendConventionToSignMutation, SendConventionToSignMutationVariables>;
export const SignConventionDocument = new TypedDocumentString(`
    mutation SignConvention($id: ID!, $revision: Int!, $signedOn: Date, $signatories: [SignatoryInput!]) {
  signConvention(
    id: $id
    revision: $revision
    signedOn: $signedOn
    signatories: $signatories
  ) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SignConventionMutation, SignConventionMutationVariables>;
export const TerminateConventionDocument = new TypedDocumentString(`
    mutation TerminateConvention($id: ID!, $revision: Int!, $terminatedOn: Date, $motive: String, $noticeOn: Date, $guichet: GuichetAfterInput) {
  terminateConvention(
    id: $id
    revision: $revision
    terminatedOn: $terminatedOn
    motive: $motive
    noticeOn: $noticeOn
    guichet: $guichet
  ) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<TerminateConventionMutation, TerminateConventionMutationVariables>;
export const WithdrawConventionDocument = new TypedDocumentString(`
    mutation WithdrawConvention($id: ID!, $revision: Int!, $withdrawnOn: Date, $motive: String) {
  withdrawConvention(
    id: $id
    revision: $revision
    withdrawnOn: $withdrawnOn
    motive: $motive
  ) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<WithdrawConventionMutation, WithdrawConventionMutationVariables>;
export const CancelConventionDocument = new TypedDocumentString(`
    mutation CancelConvention($id: ID!, $revision: Int!, $motive: String) {
  cancelConvention(id: $id, revision: $revision, motive: $motive) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CancelConventionMutation, CancelConventionMutationVariables>;
export const SettleConventionDocument = new TypedDocumentString(`
    mutation SettleConvention($id: ID!, $revision: Int!, $guichet: GuichetAfterInput!) {
  settleConvention(id: $id, revision: $revision, guichet: $guichet) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SettleConventionMutation, SettleConventionMutationVariables>;
export const AmendConventionDocument = new TypedDocumentString(`
    mutation AmendConvention($id: ID!, $startsOn: Date!, $requestKey: UUID!) {
  amendConvention(id: $id, startsOn: $startsOn, requestKey: $requestKey) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<AmendConventionMutation, AmendConventionMutationVariables>;
export const RenewConventionDocument = new TypedDocumentString(`
    mutation RenewConvention($id: ID!, $startsOn: Date!, $endsOn: Date!, $requestKey: UUID!) {
  renewConvention(
    id: $id
    startsOn: $startsOn
    endsOn: $endsOn
    requestKey: $requestKey
  ) {
    id
    number
  }
}
    `) as unknown as TypedDocumentString<RenewConventionMutation, RenewConventionMutationVariables>;
export const RecordDeliberationDocument = new TypedDocumentString(`
    mutation RecordDeliberation($id: ID!, $revision: Int!, $assembly: String!, $on: Date!, $number: String) {
  recordDeliberation(
    id: $id
    revision: $revision
    assembly: $assembly
    on: $on
    number: $number
  ) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RecordDeliberationMutation, RecordDeliberationMutationVariables>;
export const RecordSneConventionDocument = new TypedDocumentString(`
    mutation RecordSneConvention($id: ID!, $revision: Int!, $signedOn: Date!) {
  recordSneConvention(id: $id, revision: $revision, signedOn: $signedOn) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RecordSneConventionMutation, RecordSneConventionMutationVariables>;
export const CommentConventionDocument = new TypedDocumentString(`
    mutation CommentConvention($id: ID!, $field: String!, $text: String!, $requestKey: UUID!) {
  commentConvention(id: $id, field: $field, text: $text, requestKey: $requestKey) {
    ...Remark
  }
}
    fragment Remark on ConventionComment {
  id
  revision
  field
  text
  side
  authorName
  createdAt
  state
  answer
  resolvedByName
  resolvedAt
}`) as unknown as TypedDocumentString<CommentConventionMutation, CommentConventionMutationVariables>;
export const ResolveCommentDocument = new TypedDocumentString(`
    mutation ResolveComment($id: ID!, $revision: Int!, $answer: String) {
  resolveComment(id: $id, revision: $revision, answer: $answer) {
    ...Remark
  }
}
    fragment Remark on ConventionComment {
  id
  revision
  field
  text
  side
  authorName
  createdAt
  state
  answer
  resolvedByName
  resolvedAt
}`) as unknown as TypedDocumentString<ResolveCommentMutation, ResolveCommentMutationVariables>;
export const ReopenCommentDocument = new TypedDocumentString(`
    mutation ReopenComment($id: ID!, $revision: Int!) {
  reopenComment(id: $id, revision: $revision) {
    ...Remark
  }
}
    fragment Remark on ConventionComment {
  id
  revision
  field
  text
  side
  authorName
  createdAt
  state
  answer
  resolvedByName
  resolvedAt
}`) as unknown as TypedDocumentString<ReopenCommentMutation, ReopenCommentMutationVariables>;
export const VersionFilesDocument = new TypedDocumentString(`
    query VersionFiles($id: ID!) {
  conventionVersion(id: $id) {
    id
    files(first: 50, sort: [{kind: ASC}, {rank: DESC}]) {
      nodes {
        id
        kind
        rank
        fileName
        mediaType
        size
        sha256
        addedByName
        createdAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VersionFilesQuery, VersionFilesQueryVariables>;
export const TemplatesDocument = new TypedDocumentString(`
    query Templates {
  documentTemplates(first: 50, sort: [{rank: DESC}]) {
    nodes {
      id
      rank
      inUse
      fileName
      size
      sha256
      addedByName
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>;
export const DocumentTagsDocument = new TypedDocumentString(`
    query DocumentTags($versionId: ID, $locale: Locale) {
  documentTags(versionId: $versionId, locale: $locale) {
    tag
    kind
    group
    lists
    label
    example
    value
  }
}
    `) as unknown as TypedDocumentString<DocumentTagsQuery, DocumentTagsQueryVariables>;
export const VersionChoicesDocument = new TypedDocumentString(`
    query VersionChoices($search: String) {
  conventionVersions(first: 20, search: $search, sort: [{startsOn: DESC}]) {
    nodes {
      id
      rank
      status
      convention {
        id
        number
      }
      guichet {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VersionChoicesQuery, VersionChoicesQueryVariables>;
export const UseDocumentTemplateDocument = new TypedDocumentString(`
    mutation UseDocumentTemplate($id: ID!) {
  useDocumentTemplate(id: $id) {
    id
    inUse
  }
}
    `) as unknown as TypedDocumentString<UseDocumentTemplateMutation, UseDocumentTemplateMutationVariables>;
export const RestoreDefaultTemplateDocument = new TypedDocumentString(`
    mutation RestoreDefaultTemplate {
  restoreDefaultTemplate
}
    `) as unknown as TypedDocumentString<RestoreDefaultTemplateMutation, RestoreDefaultTemplateMutationVariables>;
export const GuichetPageDocument = new TypedDocumentString(`
    query GuichetPage($id: ID!, $today: Date!, $year: Int!, $fromYear: Int!, $people: Boolean!) {
  guichet(id: $id) {
    id
    revision
    name
    level
    levelProposed
    levelAgreed
    proposal
    registers
    dossierUnique
    receptionModes
    openingHours {
      slots {
        weekday
        from
        to
        weeks
        byAppointment
      }
      remark
    }
    address
    telephone
    openedOn
    closedOn
    surveyAnswered
    receivesPublic
    appointments
    registersAfterAppointment
    usesEtoil
    sneConventionSigned
    source
    commune {
      id
      name
    }
    organisation {
      id
      name
    }
    epci {
      id
      name
      registrationThreshold
      statisticsThreshold
    }
    conventionInForce {
      id
      termAlert
    }
    conventionVersions(first: 50, sort: [{startsOn: DESC}, {rank: DESC}]) {
      totalCount
      nodes {
        id
        rank
        status
        level
        startsOn
        endsOn
        terminatedOn
        signedOn
        etp
        meetingsPerYear
        convention {
          id
          number
        }
      }
    }
    current: assignments(on: $today, first: 50, sort: [{agent: {lastName: ASC}}]) @include(if: $people) {
      totalCount
      nodes {
        ...GuichetAssignment
      }
    }
    former: assignments(
      first: 50
      filter: {endsOn: {lt: $today}}
      sort: [{endsOn: DESC}]
    ) @include(if: $people) {
      totalCount
      nodes {
        ...GuichetAssignment
      }
    }
  }
  complianceReport(year: $year, guichetId: $id) {
    ...GuichetReport
  }
  registrations(fromYear: $fromYear, toYear: $year, guichetId: $id) {
    year
    channel
    count
    total
  }
  meetings(
    first: 50
    filter: {heldOn: {gte: $today}, state: {in: [PLANNED, OPEN]}, outside: {eq: false}}
    sort: [{heldOn: ASC}, {startTime: ASC}]
  ) {
    nodes {
      ...GuichetMeeting
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
    masked
    yesOrNo
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
      meetingCount
      comingMeetingCount
      agentCount
      missingAgentCount
    }
    nextMeeting {
      ...Meet
    }
  }
}
fragment GuichetAssignment on Assignment {
  id
  startsOn
  endsOn
  etp
  dedicated
  qualification
  agent {
    id
    firstName
    lastName
    jobTitle
  }
}
fragment GuichetMeeting on Meeting {
  id
  title
  kind
  heldOn
  startTime
  place
  levels
}`) as unknown as TypedDocumentString<GuichetPageQuery, GuichetPageQueryVariables>;
export const CloseGuichetDocument = new TypedDocumentString(`
    mutation CloseGuichet($id: ID!, $revision: Int!, $closedOn: Date!) {
  updateGuichet(id: $id, revision: $revision, input: {closedOn: $closedOn}) {
    id
    closedOn
  }
}
    `) as unknown as TypedDocumentString<CloseGuichetMutation, CloseGuichetMutationVariables>;
export const HealthDocument = new TypedDocumentString(`
    query Health {
  health {
    checks {
      name
      ok
    }
    version
    postgresql
    databaseBytes
    freeBytes
    startedAt
    waitingMails
    backups {
      standing
      madeAt
      verifiedAt
      bytes
      failedAt
    }
    jobs {
      name
      ranAt
      failedAt
    }
  }
  undeliveredMails {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<HealthQuery, HealthQueryVariables>;
export const CorrectSheetDocument = new TypedDocumentString(`
    mutation CorrectSheet($meetingId: ID!, $motive: String!, $lines: [SheetLineInput!]!) {
  correctAttendanceSheet(meetingId: $meetingId, motive: $motive, lines: $lines) {
    id
    revision
  }
}
    `) as unknown as TypedDocumentString<CorrectSheetMutation, CorrectSheetMutationVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($id: ID!, $first: Int!, $parts: Boolean!) {
  history(id: $id, first: $first, parts: $parts) {
    ...ToldChange
  }
}
    fragment ToldChange on Change {
  id
  at
  action
  concept
  rowId
  title
  actorName
  side
  motive
  undoes
  undoable
  fields {
    field
    before
    after
    beforeTitle
    afterTitle
    erased
  }
}`) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const UndoChangeDocument = new TypedDocumentString(`
    mutation UndoChange($id: ID!) {
  undoChange(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<UndoChangeMutation, UndoChangeMutationVariables>;
export const StaffHomeDocument = new TypedDocumentString(`
    query StaffHome($today: Date!, $yearAgo: Date!, $twoYearsAgo: Date!, $year: Int!, $locale: Locale) {
  epcis(first: 1) {
    nodes {
      id
      name
      onlineAim
    }
  }
  plans(on: $today, first: 1) {
    nodes {
      startsOn
      endsOn
    }
  }
  inForce: conventionVersions(filter: {status: {eq: IN_FORCE}}, first: 1) {
    totalCount
  }
  toDo(locale: $locale) {
    key
    kind
    dueOn
    isTerm
    title
    detail
    action
    subject {
      concept
      id
      parentId
      revision
      name
      status
      endsOn
      obligation
      obligationState
    }
    named {
      concept
      id
      name
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
    masked
    yesOrNo
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
      meetingCount
      comingMeetingCount
      agentCount
      missingAgentCount
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
    convention {
      id
      latest {
        id
        status
        endsOn
      }
    }
  }
}`) as unknown as TypedDocumentString<StaffHomeQuery, StaffHomeQueryVariables>;
export const AnalystHomeDocument = new TypedDocumentString(`
    query AnalystHome($today: Date!, $yearAgo: Date!, $lastYear: Int!, $year: Int!, $epci: EpciFilter) {
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
  registrations(fromYear: $lastYear, toYear: $year) {
    epciId
    guichetId
    year
    count
    total
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
    masked
    yesOrNo
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
      meetingCount
      comingMeetingCount
      agentCount
      missingAgentCount
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
    convention {
      id
      latest {
        id
        status
        endsOn
      }
    }
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
    convention {
      id
      latest {
        id
        status
        endsOn
      }
    }
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
export const StaffMeetingDocument = new TypedDocumentString(`
    query StaffMeeting($id: ID!) {
  meetingSheet(meetingId: $id) {
    meeting {
      ...MeetingFacts
      videoLink
      declaredBy {
        id
        firstName
        lastName
      }
    }
    guichets {
      guichetId
      guichetName
      communeName
      level
      agents {
        ...SheetPerson
      }
    }
    others {
      ...SheetPerson
    }
  }
}
    fragment MeetingFacts on Meeting {
  id
  revision
  kind
  title
  heldOn
  startTime
  endTime
  place
  organiser {
    id
    name
  }
  organiserName
  levels
  agenda
  state
  outside
  cancellationMotive
}
fragment SheetPerson on SheetAgent {
  agentId
  firstName
  lastName
  jobTitle
  organisationName
  attendance {
    id
    revision
    state
    mode
    signedAt
    signedBy
    contributed
    confirmation
  }
}`) as unknown as TypedDocumentString<StaffMeetingQuery, StaffMeetingQueryVariables>;
export const MeetingOnlyDocument = new TypedDocumentString(`
    query MeetingOnly($id: ID!) {
  meeting(id: $id) {
    ...MeetingFacts
  }
}
    fragment MeetingFacts on Meeting {
  id
  revision
  kind
  title
  heldOn
  startTime
  endTime
  place
  organiser {
    id
    name
  }
  organiserName
  levels
  agenda
  state
  outside
  cancellationMotive
}`) as unknown as TypedDocumentString<MeetingOnlyQuery, MeetingOnlyQueryVariables>;
export const SaveSheetDocument = new TypedDocumentString(`
    mutation SaveSheet($meetingId: ID!, $lines: [SheetLineInput!]!) {
  saveAttendanceSheet(meetingId: $meetingId, lines: $lines) {
    id
    revision
  }
}
    `) as unknown as TypedDocumentString<SaveSheetMutation, SaveSheetMutationVariables>;
export const SaveThenCloseSheetDocument = new TypedDocumentString(`
    mutation SaveThenCloseSheet($meetingId: ID!, $lines: [SheetLineInput!]!, $revision: Int!) {
  saveAttendanceSheet(meetingId: $meetingId, lines: $lines) {
    id
  }
  closeMeeting(id: $meetingId, revision: $revision) {
    id
    revision
    state
  }
}
    `) as unknown as TypedDocumentString<SaveThenCloseSheetMutation, SaveThenCloseSheetMutationVariables>;
export const OpenMeetingDocument = new TypedDocumentString(`
    mutation OpenMeeting($id: ID!, $revision: Int!) {
  openMeeting(id: $id, revision: $revision) {
    id
    revision
    state
  }
}
    `) as unknown as TypedDocumentString<OpenMeetingMutation, OpenMeetingMutationVariables>;
export const CloseMeetingDocument = new TypedDocumentString(`
    mutation CloseMeeting($id: ID!, $revision: Int!) {
  closeMeeting(id: $id, revision: $revision) {
    id
    revision
    state
  }
}
    `) as unknown as TypedDocumentString<CloseMeetingMutation, CloseMeetingMutationVariables>;
export const CancelMeetingDocument = new TypedDocumentString(`
    mutation CancelMeeting($id: ID!, $revision: Int!, $motive: String!) {
  cancelMeeting(id: $id, revision: $revision, motive: $motive) {
    id
    revision
    state
  }
}
    `) as unknown as TypedDocumentString<CancelMeetingMutation, CancelMeetingMutationVariables>;
export const ReferentialItemsDocument = new TypedDocumentString(`
    query ReferentialItems($id: ID!) {
  referential(id: $id) {
    id
    missions: items(first: 100, filter: {kind: {eq: MISSION}}) {
      nodes {
        ...ItemWords
      }
    }
    others: items(first: 100, filter: {kind: {ne: MISSION}}) {
      nodes {
        ...ItemWords
      }
    }
  }
}
    fragment ItemWords on ReferentialItem {
  id
  kind
  code
  levels
  label
  text
  position
}`) as unknown as TypedDocumentString<ReferentialItemsQuery, ReferentialItemsQueryVariables>;
export const ReferentialPageDocument = new TypedDocumentString(`
    query ReferentialPage($id: ID!) {
  referential(id: $id) {
    id
    revision
    name
    number
    state
    validFrom
    validTo
    publishedAt
    withoutDeliberation
    withoutSneConvention
    etpTooLow
    termTooLong
    epci {
      id
      name
    }
    levels: items(first: 100, filter: {kind: {eq: LEVEL}}) {
      nodes {
        ...EditedItem
      }
    }
    missions: items(first: 100, filter: {kind: {eq: MISSION}}) {
      nodes {
        ...EditedItem
      }
    }
    modes: items(first: 100, filter: {kind: {eq: RECEPTION_MODE}}) {
      nodes {
        ...EditedItem
      }
    }
    means: items(first: 100, filter: {kind: {eq: MEANS}}) {
      nodes {
        ...EditedItem
      }
    }
    competences: items(first: 100, filter: {kind: {eq: COMPETENCE}}) {
      nodes {
        ...EditedItem
      }
    }
    obligations(first: 100) {
      nodes {
        id
        revision
        level
        kind
        target
        planned
        modes
        windowMonths
        text
      }
    }
  }
  versions: referentials(first: 100, sort: [{number: DESC}]) {
    nodes {
      id
      name
      number
      state
      validFrom
      validTo
    }
  }
  followed: conventionVersions(
    first: 1
    filter: {referential: {id: {eq: $id}}, state: {in: [SIGNED, TERMINATED]}}
  ) {
    totalCount
  }
}
    fragment ItemWords on ReferentialItem {
  id
  kind
  code
  levels
  label
  text
  position
}
fragment EditedItem on ReferentialItem {
  ...ItemWords
  revision
}`) as unknown as TypedDocumentString<ReferentialPageQuery, ReferentialPageQueryVariables>;
export const CompareReferentialsDocument = new TypedDocumentString(`
    query CompareReferentials($fromId: ID!, $toId: ID!, $year: Int!) {
  compareReferentials(fromId: $fromId, toId: $toId, year: $year) {
    changes {
      kind
      what
      code
      levels
      label
      fields {
        field
        before
        after
      }
    }
    guichets {
      guichetId
      guichetName
      communeName
      level
      before
      after
      reasons {
        kind
        level
        before
        after
        textBefore
        textAfter
      }
    }
    counts {
      added
      removed
      changed
      guichets
      judged
    }
  }
}
    `) as unknown as TypedDocumentString<CompareReferentialsQuery, CompareReferentialsQueryVariables>;
export const ReferentialVersionsDocument = new TypedDocumentString(`
    query ReferentialVersions {
  referentials(first: 100, sort: [{number: DESC}]) {
    nodes {
      id
      name
      number
      state
      validFrom
      validTo
    }
  }
}
    `) as unknown as TypedDocumentString<ReferentialVersionsQuery, ReferentialVersionsQueryVariables>;
export const WhatIfDocument = new TypedDocumentString(`
    query WhatIf($guichetId: ID!, $level: Level!, $year: Int!) {
  whatIf(guichetId: $guichetId, level: $level, year: $year) {
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
    masked
    yesOrNo
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
      meetingCount
      comingMeetingCount
      agentCount
      missingAgentCount
    }
    nextMeeting {
      ...Meet
    }
  }
}`) as unknown as TypedDocumentString<WhatIfQuery, WhatIfQueryVariables>;
export const DraftReferentialDocument = new TypedDocumentString(`
    mutation DraftReferential($validFrom: Date!, $requestKey: UUID!) {
  draftReferential(validFrom: $validFrom, requestKey: $requestKey) {
    id
  }
}
    `) as unknown as TypedDocumentString<DraftReferentialMutation, DraftReferentialMutationVariables>;
export const PublishReferentialDocument = new TypedDocumentString(`
    mutation PublishReferential($id: ID!, $revision: Int!) {
  publishReferential(id: $id, revision: $revision) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<PublishReferentialMutation, PublishReferentialMutationVariables>;
export const SetStrictnessDocument = new TypedDocumentString(`
    mutation SetStrictness($id: ID!, $revision: Int!, $input: ReferentialUpdateInput!) {
  updateReferential(id: $id, revision: $revision, input: $input) {
    id
    revision
  }
}
    `) as unknown as TypedDocumentString<SetStrictnessMutation, SetStrictnessMutationVariables>;
export const MoveReferentialItemDocument = new TypedDocumentString(`
    mutation MoveReferentialItem($id: ID!, $revision: Int!, $position: Int!) {
  updateReferentialItem(
    id: $id
    revision: $revision
    input: {position: $position}
  ) {
    id
  }
}
    `) as unknown as TypedDocumentString<MoveReferentialItemMutation, MoveReferentialItemMutationVariables>;
export const SetItemLevelsDocument = new TypedDocumentString(`
    mutation SetItemLevels($id: ID!, $revision: Int!, $levels: [Level!]!) {
  updateReferentialItem(id: $id, revision: $revision, input: {levels: $levels}) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetItemLevelsMutation, SetItemLevelsMutationVariables>;
export const RemoveReferentialItemDocument = new TypedDocumentString(`
    mutation RemoveReferentialItem($id: ID!, $revision: Int!) {
  deleteReferentialItem(id: $id, revision: $revision)
}
    `) as unknown as TypedDocumentString<RemoveReferentialItemMutation, RemoveReferentialItemMutationVariables>;
export const RemoveObligationDocument = new TypedDocumentString(`
    mutation RemoveObligation($id: ID!, $revision: Int!) {
  deleteObligation(id: $id, revision: $revision)
}
    `) as unknown as TypedDocumentString<RemoveObligationMutation, RemoveObligationMutationVariables>;
export const LastPlanDocument = new TypedDocumentString(`
    query LastPlan {
  plans(first: 1, sort: [{endsOn: DESC}]) {
    nodes {
      id
      name
      endsOn
      following {
        years
        startsOn
        endsOn
      }
      epci {
        id
        planMaxYears
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LastPlanQuery, LastPlanQueryVariables>;