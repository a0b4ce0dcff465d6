import { Account, AnalystScope } from './domain/account/account.entity.js';
import { AccountLinkResolver, AccountResolver } from './domain/account/account.resolver.js';
import { Agent } from './domain/agent/agent.entity.js';
import { checkAgent, checkAssignment } from './domain/agent/agent.service.js';
import { Assignment } from './domain/agent/assignment.entity.js';
import { Campaign } from './domain/campaign/campaign.entity.js';
import { CampaignResolver } from './domain/campaign/campaign.resolver.js';
import { Convention } from './domain/convention/convention.entity.js';
import { conventionResolvers } from './domain/convention/convention.resolver.js';
import { checkConvention, checkVersion } from './domain/convention/convention.service.js';
import { ConventionComment } from './domain/convention/convention-comment.entity.js';
import { ConventionFile } from './domain/convention/convention-file.entity.js';
import { ConventionVersion } from './domain/convention/convention-version.entity.js';
import { DocumentResolver } from './domain/document/document.resolver.js';
import { DocumentTemplate } from './domain/document/document-template.entity.js';
import { Guichet } from './domain/guichet/guichet.entity.js';
import { checkGuichet } from './domain/guichet/guichet.service.js';
import { Attendance } from './domain/meeting/attendance.entity.js';
import { Meeting } from './domain/meeting/meeting.entity.js';
import { MeetingResolver } from './domain/meeting/meeting.resolver.js';
import { beforeDeleteMeeting, beforeSaveMeeting } from './domain/meeting/meeting.service.js';
import { ParticipationResolver } from './domain/meeting/participation.resolver.js';
import { SheetResolver } from './domain/meeting/sheet.resolver.js';
import { Notice } from './domain/notice/notice.entity.js';
import { Organisation } from './domain/organisation/organisation.entity.js';
import { checkOrganisation } from './domain/organisation/organisation.service.js';
import { ComplianceResolver } from './domain/referential/compliance.resolver.js';
import { Obligation, Referential, ReferentialItem } from './domain/referential/referential.entity.js';
import { ReferentialResolver } from './domain/referential/referential.resolver.js';
import {
  checkItem,
  checkItemDraft,
  checkObligation,
  checkObligationDraft,
  checkReferential,
  clearDraft,
} from './domain/referential/referential.service.js';
import { RegistrationsResolver } from './domain/request/registrations.resolver.js';
import { Request } from './domain/request/request.entity.js';
import { beforeSaveRequest } from './domain/request/request.service.js';
import { Commune } from './domain/territory/commune.entity.js';
import { Epci } from './domain/territory/epci.entity.js';
import { Milestone, Plan } from './domain/territory/plan.entity.js';
import { checkCommune, checkEpci, checkMilestone, checkPlan } from './domain/territory/territory.service.js';
import { ToDoResolver } from './domain/todo/todo.resolver.js';
import { crud } from './graphql/crud.js';
import { NodeResolver } from './graphql/node.js';
import { HistoryResolver } from './history/history.resolver.js';

const all = { create: true, update: true, delete: true };

/** Every operation of the API: what follows from the declarations, then what services add. */
export const resolvers: object[] = [
  ...crud(Epci, { update: true, key: 'siren', beforeSave: checkEpci }),
  ...crud(Plan, { ...all, beforeSave: checkPlan }),
  ...crud(Milestone, { ...all, beforeSave: checkMilestone }),
  ...crud(Commune, { ...all, key: 'inseeCode', beforeSave: checkCommune }),
  ...crud(Organisation, { ...all, beforeSave: checkOrganisation }),
  ...crud(Guichet, { ...all, beforeSave: checkGuichet }),
  ...crud(Referential, { ...all, beforeSave: checkReferential, beforeDelete: clearDraft }),
  ...crud(ReferentialItem, { ...all, beforeSave: checkItem, beforeDelete: checkItemDraft }),
  ...crud(Obligation, { ...all, beforeSave: checkObligation, beforeDelete: checkObligationDraft }),
  ReferentialResolver,
  ComplianceResolver,
  ...crud(Agent, { ...all, beforeSave: checkAgent }),
  ...crud(Assignment, { ...all, beforeSave: checkAssignment }),
  ...crud(Convention, { update: true, beforeSave: checkConvention }),
  ...crud(ConventionVersion, { update: true, beforeSave: checkVersion }),
  ...crud(ConventionComment),
  ...crud(ConventionFile),
  ...conventionResolvers,
  ...crud(Campaign, { update: true }),
  CampaignResolver,
  ...crud(DocumentTemplate),
  DocumentResolver,
  ...crud(Notice),
  ...crud(Meeting, { ...all, beforeSave: beforeSaveMeeting, beforeDelete: beforeDeleteMeeting }),
  MeetingResolver,
  SheetResolver,
  ParticipationResolver,
  ...crud(Attendance),
  ...crud(Request, { ...all, beforeSave: beforeSaveRequest }),
  RegistrationsResolver,
  ...crud(Account, { update: true }),
  ...crud(AnalystScope, { create: true, delete: true }),
  AccountResolver,
  AccountLinkResolver,
  ToDoResolver,
  NodeResolver,
  HistoryResolver,
];
