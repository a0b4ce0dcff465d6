import type { Resource } from '../resource/define';
import { accounts } from './accounts';
import { agents } from './agents';
import { assignments } from './assignments';
import { communes } from './communes';
import { conventions, conventionVersions } from './conventions';
import { epcis } from './epcis';
import { guichets } from './guichets';
import { attendances, meetings } from './meetings';
import { organisations } from './organisations';
import { milestones, plans } from './plans';
import { obligations, referentials } from './referentials';
import { requests } from './requests';

/** Every declared resource, in the order of the menu. */
export const resources: Resource[] = [
  guichets,
  communes,
  organisations,
  conventions,
  conventionVersions,
  meetings,
  attendances,
  agents,
  assignments,
  requests,
  referentials,
  obligations,
  plans,
  milestones,
  accounts,
  epcis,
];
