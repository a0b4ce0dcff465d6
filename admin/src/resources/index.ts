import type { Resource } from '../resource/define';
import { accounts } from './accounts';
import { agents } from './agents';
import { assignments } from './assignments';
import { campaigns } from './campaigns';
import { communes } from './communes';
import { conventions, conventionVersions } from './conventions';
import { epcis } from './epcis';
import { guichets } from './guichets';
import { attendances, meetings } from './meetings';
import { organisations } from './organisations';
import { milestones, plans } from './plans';
import { obligations, referentialItems, referentials } from './referentials';
import { requests } from './requests';

/** Every declared resource, in the order of the menu. */
export const resources: Resource[] = [
  guichets,
  communes,
  organisations,
  conventions,
  conventionVersions,
  campaigns,
  meetings,
  attendances,
  agents,
  assignments,
  requests,
  referentials,
  referentialItems,
  obligations,
  plans,
  milestones,
  accounts,
  epcis,
];
