// Every table, in the order in which rows can be made: the one list from which database and schema are built.

import { Credential, Session, Token } from './access/secrets.entity.js';
import { Account, AnalystScope } from './domain/account/account.entity.js';
import { Agent } from './domain/agent/agent.entity.js';
import { Assignment } from './domain/agent/assignment.entity.js';
import { Campaign } from './domain/campaign/campaign.entity.js';
import { Convention } from './domain/convention/convention.entity.js';
import { ConventionComment } from './domain/convention/convention-comment.entity.js';
import { ConventionFile } from './domain/convention/convention-file.entity.js';
import { ConventionVersion } from './domain/convention/convention-version.entity.js';
import { DocumentTemplate } from './domain/document/document-template.entity.js';
import { FileChunk } from './domain/document/file-chunk.entity.js';
import { Guichet } from './domain/guichet/guichet.entity.js';
import { Attendance } from './domain/meeting/attendance.entity.js';
import { Meeting } from './domain/meeting/meeting.entity.js';
import { Notice } from './domain/notice/notice.entity.js';
import { NoticeWatermark } from './domain/notice/notice-watermark.entity.js';
import { Organisation } from './domain/organisation/organisation.entity.js';
import { Obligation, Referential, ReferentialItem } from './domain/referential/referential.entity.js';
import { Request } from './domain/request/request.entity.js';
import { Commune } from './domain/territory/commune.entity.js';
import { Epci } from './domain/territory/epci.entity.js';
import { Milestone, Plan } from './domain/territory/plan.entity.js';
import { Change } from './history/change.entity.js';
import { Mail } from './mail/mail.entity.js';

export const entities = [
  Epci,
  Plan,
  Milestone,
  Commune,
  Organisation,
  Guichet,
  Referential,
  ReferentialItem,
  Obligation,
  Agent,
  Assignment,
  Campaign,
  Convention,
  ConventionVersion,
  ConventionComment,
  ConventionFile,
  Notice,
  NoticeWatermark,
  Meeting,
  Attendance,
  Request,
  Account,
  AnalystScope,
  DocumentTemplate,
  FileChunk,
  Mail,
  Change,
  Credential,
  Session,
  Token,
];
