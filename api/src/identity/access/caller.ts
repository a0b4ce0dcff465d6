import type { SessionContext } from '@mikro-orm/core';
import type { Locale, Role } from '../../base/codes.js';
import type { DbRole } from '../../base/roles.js';

/** Who asks: found once a request, from the session, and never from what the request says of itself. */
export interface Caller {
  role: Role | 'ANONYMOUS';
  dbRole: DbRole;
  locale: Locale;
  /** 'YYYY-MM-DD' in the time zone of their EPCI. */
  today: string;
  accountId?: string | undefined;
  /** Database keys, not opaque ids. */
  epciId?: string | undefined;
  epciIds: string[];
  agentId?: string;
  guichetIds: string[];
  /** Guichets whose convention the agent reviews. */
  reviewIds: string[];
  levels: string[];
}

export const anonymous = (today: string, locale: Locale = 'fr'): Caller => ({
  role: 'ANONYMOUS',
  dbRole: 'parvis_anonymous',
  locale,
  today,
  epciIds: [],
  guichetIds: [],
  reviewIds: [],
  levels: [],
});

/** The database session under which every statement of the caller runs. */
export const sessionOf = (caller: Caller): SessionContext => ({
  role: caller.dbRole,
  variables: {
    // Past this, an answer is too costly to go on with: PostgreSQL stops the statement, and the caller is told to ask for less.
    // Analysts write their own queries, over all EPCIs; nobody's work waits for those.
    statement_timeout: caller.role === 'ANALYST' ? '5s' : '20s',
    'app.today': caller.today,
    'app.account_id': caller.accountId ?? '',
    'app.epci_id': caller.epciId ?? '',
    'app.epci_ids': `{${caller.epciIds.join(',')}}`,
    'app.agent_id': caller.agentId ?? '',
    'app.guichet_ids': `{${caller.guichetIds.join(',')}}`,
    'app.review_guichet_ids': `{${caller.reviewIds.join(',')}}`,
    'app.levels': `{${caller.levels.join(',')}}`,
  },
});
