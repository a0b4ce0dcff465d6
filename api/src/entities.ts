// Every table, in the order in which rows can be made: the one list from which database and schema are built.

import { Credential, Session, Token } from './access/secrets.entity.js';
import { Account, AnalystScope } from './domain/account/account.entity.js';
import { Agent } from './domain/agent/agent.entity.js';
import { Assignment } from './domain/agent/assignment.entity.js';
import { Convention } from './domain/convention/convention.entity.js';
import { ConventionVersion } from './domain/convention/convention-version.entity.js';
import { Guichet } from './domain/guichet/guichet.entity.js';
import { Attendance } from './domain/meeting/attendance.entity.js';
import { Meeting } from './domain/meeting/meeting.entity.js';
import { Organisation } from './domain/organisation/organisation.entity.js';
import { Obligation, Referential } from './domain/referential/referential.entity.js';
import { Request } from './domain/request/request.entity.js';
import { Commune } from './domain/territory/commune.entity.js';
import { Epci } from './domain/territory/epci.entity.js';
import { Milestone, Plan } from './domain/territory/plan.entity.js';

export const entities = [
  Epci,
  Plan,
  Milestone,
  Commune,
  Organisation,
  Guichet,
  Referential,
  Obligation,
  Agent,
  Assignment,
  Convention,
  ConventionVersion,
  Meeting,
  Attendance,
  Request,
  Account,
  AnalystScope,
  Credential,
  Session,
  Token,
];
