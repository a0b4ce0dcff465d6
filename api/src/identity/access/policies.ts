import type { Role } from '../../base/codes.js';
import type { Access, Policy } from '../../concept/meta.js';

// Settings are wrapped in a sub-select so that they are read once a statement, and in nullif because an unset one is '' after first use.
// The cast outside keeps `= any(…)` reading an array, not a sub-select of arrays.
const setting = (name: string, type: string): string =>
  `(select nullif(current_setting('app.${name}', true), ''))::${type}`;

/** The row belongs to the caller's EPCI. */
export const ownEpci: Policy = `epci_id = ${setting('epci_id', 'bigint')}`;
/** The row belongs to one of the EPCIs an analyst was given. */
export const givenEpcis: Policy = `epci_id = any(${setting('epci_ids', 'bigint[]')})`;
export const callerGuichets = setting('guichet_ids', 'bigint[]');
/** Guichets that name the calling agent for the review of their convention. */
export const callerReviews = setting('review_guichet_ids', 'bigint[]');
export const callerAgent = setting('agent_id', 'bigint');
export const callerAccount = setting('account_id', 'bigint');
export const callerLevels = setting('levels', 'text[]');
/** The caller's day, in the time zone of their EPCI. */
export const callerToday = setting('today', 'date');
/** Meetings where the caller has a line on the sheet: a function of its own, since a policy that reads another table's policies would loop. */
export const callerMeetings = '(select caller_meetings())::bigint[]';
export const callerEpci = setting('epci_id', 'bigint');
export const callerEpcis = setting('epci_ids', 'bigint[]');

/** Readers of names and of what else is of people: those who work with them, and not analysts. */
export const people: readonly Role[] = ['EPCI_STAFF', 'AGENT'];

const all = (policy: Policy) => ({ read: policy, create: policy, update: policy, delete: policy });

/** EPCI staff read and write every row of their EPCI. */
export const staffManage: Access = { parvis_staff: all(ownEpci) };
/** The same for what is never deleted. */
export const staffManageExceptDelete: Access = { parvis_staff: { read: ownEpci, create: ownEpci, update: ownEpci } };
/** Analysts read the rows of the EPCIs they were given, or of all. */
export const analystsRead: Access = { parvis_analyst: { read: givenEpcis }, parvis_national: { read: 'true' } };
/** People who work at a guichet read what their EPCI shares with all of them. */
export const agentsRead: Access = { parvis_agent: { read: ownEpci } };
export const agentsReadWhere = (policy: Policy): Access => ({ parvis_agent: { read: `${ownEpci} and (${policy})` } });
export const analystsReadWhere = (policy: Policy): Access => ({
  parvis_analyst: { read: `${givenEpcis} and (${policy})` },
  parvis_national: { read: policy },
});
