import { Agent } from '../src/domain/agent/agent.entity.js';
import { Assignment } from '../src/domain/agent/assignment.entity.js';
import { Campaign } from '../src/domain/campaign/campaign.entity.js';
import { Convention } from '../src/domain/convention/convention.entity.js';
import { ConventionComment } from '../src/domain/convention/convention-comment.entity.js';
import { ConventionFile } from '../src/domain/convention/convention-file.entity.js';
import { ConventionVersion } from '../src/domain/convention/convention-version.entity.js';
import { DocumentTemplate } from '../src/domain/document/document-template.entity.js';
import { Guichet } from '../src/domain/guichet/guichet.entity.js';
import { Attendance } from '../src/domain/meeting/attendance.entity.js';
import { Meeting } from '../src/domain/meeting/meeting.entity.js';
import { Notice } from '../src/domain/notice/notice.entity.js';
import { Organisation } from '../src/domain/organisation/organisation.entity.js';
import { Obligation, Referential, ReferentialItem } from '../src/domain/referential/referential.entity.js';
import { Request } from '../src/domain/request/request.entity.js';
import { Commune } from '../src/domain/territory/commune.entity.js';
import { Epci } from '../src/domain/territory/epci.entity.js';
import { Milestone, Plan } from '../src/domain/territory/plan.entity.js';
import { Account, AnalystScope } from '../src/identity/account/account.entity.js';
import { SecurityEvent } from '../src/identity/journal/security-event.entity.js';
import type { TestApi } from './api.js';
import { rowMaker } from './row-maker.js';

/**
 * Builders of rows, one for each concept: a test names only what matters to it.
 *
 *     const { anEpci, aGuichet, aConventionVersion } = builders(api);
 *     const guichet = await aGuichet({ level: 'SUIVI' });
 *     const version = await aConventionVersion({ guichet, state: 'SIGNED', endsOn: '2026-12-31' });
 *     version.convention.id; // an id of the API; `key` is the database's
 *
 * What a row needs besides is filled in from the declarations, with values that differ from row to row. Its relations are those
 * that the rows given have under the same name, so that a version is of the guichet of its convention and everything is of one
 * EPCI; others are made. The EPCI of what has no such row is the first one that these builders made. `level` of a guichet is
 * the level agreed, which it has until a convention is in force.
 */
export const builders = (api: TestApi) => {
  const make = rowMaker(api);
  return {
    /** Rows of any concept: `make(Tool)({ title })`. */
    make,
    anEpci: make(Epci),
    aPlan: make(Plan),
    aMilestone: make(Milestone),
    aCommune: make(Commune),
    anOrganisation: make(Organisation),
    aGuichet: make(Guichet),
    aReferential: make(Referential),
    aReferentialItem: make(ReferentialItem),
    anObligation: make(Obligation),
    anAgent: make(Agent),
    anAssignment: make(Assignment),
    aCampaign: make(Campaign),
    aConvention: make(Convention),
    aConventionVersion: make(ConventionVersion),
    aConventionComment: make(ConventionComment),
    aConventionFile: make(ConventionFile),
    aNotice: make(Notice),
    aSecurityEvent: make(SecurityEvent),
    aMeeting: make(Meeting),
    anAttendance: make(Attendance),
    aRequest: make(Request),
    anAccount: make(Account),
    anAnalystScope: make(AnalystScope),
    aDocumentTemplate: make(DocumentTemplate),
  };
};
