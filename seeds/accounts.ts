import type { Locale, Role } from '../api/src/base/codes.js';
import { holds } from '../api/src/base/days.rules.js';
import { demoDomain } from '../api/src/identity/sign-in/demo.js';
import { STAFF_NAME } from './current/reviews.js';
import type { AgentRow, CurrentPlan, ParsedSeeds } from './rows.js';

/** A demo account: without a password, so that nobody signs in with it except where personas are offered. */
export interface AccountRow {
  email: string;
  displayName: string;
  role: Role;
  ofEpci: boolean;
  agentKey: string | null;
  locale: Locale;
}

/** A guichet that has attended nothing yet: its agent has something to do whatever the day. */
const OWING = 'saint-aupre-mairie';

/** One account for each way of using Parvis. The first two and the last two are invented people, the agents those of the plan. */
export function demoAccounts(base: ParsedSeeds, plan: CurrentPlan, today: string): AccountRow[] {
  const working = plan.assignments.filter((it) => holds(it, today));
  const guichetsOf = (agentKey: string) =>
    new Set(working.filter((it) => it.agentKey === agentKey).map((it) => it.guichetKey));
  const agentOf = (found: { agentKey: string } | undefined): AgentRow => {
    const agent = [...base.agents, ...plan.agents].find((it) => it.agentKey === found?.agentKey);
    if (!agent) throw new Error('The plan has no agent for a demo account.');
    return agent;
  };
  const person = (name: string, displayName: string, role: Role, ofEpci = true): AccountRow => ({
    email: `${name}${demoDomain}`,
    displayName,
    role,
    ofEpci,
    agentKey: null,
    locale: 'fr',
  });
  const worker = (name: string, agent: AgentRow): AccountRow => ({
    ...person(name, `${agent.firstName} ${agent.lastName}`, 'AGENT'),
    agentKey: agent.agentKey,
  });
  return [
    person('personnel', STAFF_NAME, 'EPCI_STAFF'),
    worker('agent', agentOf(working.find((it) => it.guichetKey === OWING))),
    worker('agent-deux-guichets', agentOf(working.find((it) => guichetsOf(it.agentKey).size === 2))),
    person('analyste', 'Ulysse Parmentaz', 'ANALYST'),
    person('administration', 'Iris Valcourbe', 'ADMIN', false),
  ];
}
