/** Builders of compliance facts for tests: each names only what matters to the sentence it is in. */
import type { AssignmentFacts } from '../src/domain/agent/assignment.rules.js';
import type { ObligationFacts, Segment } from '../src/domain/referential/commitment.rules.js';
import {
  type GuichetFacts,
  type Judgement,
  judgeGuichet,
  type MeetingFacts,
} from '../src/domain/referential/compliance.rules.js';
import type { ObligationKind } from '../src/domain/referential/referential.codes.js';

export const TODAY = '2026-06-15';

export const anObligation = (kind: ObligationKind, given: Partial<ObligationFacts> = {}): ObligationFacts => ({
  id: kind,
  kind,
  target: null,
  planned: null,
  modes: null,
  windowMonths: null,
  ...given,
});
export const aSegment = (given: Partial<Segment> = {}): Segment => ({
  from: '2026-01-01',
  to: '2026-12-31',
  level: 'CONSEIL',
  conventionVersionId: 'v1',
  etp: null,
  obligations: [anObligation('MEETINGS', { target: 3, planned: 4 })],
  ...given,
});
export const under = (kind: ObligationKind, given: Partial<ObligationFacts> = {}) => [
  aSegment({ obligations: [anObligation(kind, given)] }),
];
export const anAgent = (agentId = 'ana', given: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  agentId,
  name: agentId,
  startsOn: '2020-01-01',
  endsOn: null,
  etp: 0.5,
  dedicated: false,
  ...given,
});
export const present = (agentId = 'ana', given: Partial<MeetingFacts['attendances'][number]> = {}) => ({
  agentId,
  state: 'PRESENT' as const,
  contributed: false,
  confirmation: null,
  ...given,
});
export const coming = (agentId = 'ana') => present(agentId, { state: 'REGISTERED' });
export const aMeeting = (heldOn: string, given: Partial<MeetingFacts> = {}): MeetingFacts => ({
  id: heldOn,
  title: `Réunion du ${heldOn}`,
  heldOn,
  kind: 'TECHNICAL',
  state: heldOn < TODAY ? 'CLOSED' : 'PLANNED',
  levels: ['SUIVI', 'CONSEIL'],
  outside: false,
  attendances: [],
  ...given,
});
export const attended = (heldOn: string, given: Partial<MeetingFacts> = {}) =>
  aMeeting(heldOn, { attendances: [present()], ...given });
export const aGuichet = (given: Partial<GuichetFacts> = {}): GuichetFacts => ({
  guichetId: 'g1',
  year: 2026,
  openedOn: null,
  closedOn: null,
  segments: [aSegment()],
  meetings: [],
  assignments: [anAgent()],
  receptionModes: ['INTERVIEW_APPOINTMENT', 'TELEPHONE'],
  openingHours: null,
  dossierUnique: true,
  ...given,
});
/** The one judgement of a guichet that has one obligation. */
export const judge = (given: Partial<GuichetFacts>, today = TODAY): Judgement => {
  const { judgements } = judgeGuichet(aGuichet(given), today);
  const [only, ...others] = judgements;
  if (!only || others.length > 0) throw new Error(`Expected one judgement, got ${judgements.length}`);
  return only;
};
