import { Account, AnalystScope } from './domain/account/account.entity.js';
import { AccountLinkResolver, AccountResolver } from './domain/account/account.resolver.js';
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
import { crud } from './graphql/crud.js';
import { NodeResolver } from './graphql/node.js';

const all = { create: true, update: true, delete: true };

/** Every operation of the API: what follows from the declarations, then what services add. */
export const resolvers: object[] = [
  ...crud(Epci, { update: true, key: 'siren' }),
  ...crud(Plan, all),
  ...crud(Milestone, all),
  ...crud(Commune, { ...all, key: 'inseeCode' }),
  ...crud(Organisation, all),
  ...crud(Guichet, all),
  ...crud(Referential),
  ...crud(Obligation),
  ...crud(Agent, all),
  ...crud(Assignment, all),
  ...crud(Convention),
  ...crud(ConventionVersion, { update: true }),
  ...crud(Meeting, all),
  ...crud(Attendance),
  ...crud(Request, all),
  ...crud(Account, { update: true }),
  ...crud(AnalystScope, { create: true, delete: true }),
  AccountResolver,
  AccountLinkResolver,
  NodeResolver,
];
