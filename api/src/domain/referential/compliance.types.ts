import { Float, ID, Int } from 'type-graphql';
import { Level, ReceptionMode } from '../../base/codes.js';
import { codeType } from '../../concept/enums.js';
import { DateScalar } from '../../concept/scalars.js';
import { objectType } from '../../concept/type-graphql.js';
import { MeetingKind } from '../meeting/meeting.codes.js';
import {
  ComplianceStatus,
  NoObligationReason,
  ObligationKind,
  ObligationRemedy,
  ObligationUnit,
} from './referential.codes.js';

const modes = codeType({ ReceptionMode });
const text = () => String;
const id = () => ID;
const day = () => DateScalar;
const count = { type: () => Int, nullable: true };

const EvidenceMeeting = objectType('EvidenceMeeting', {
  id: { type: id },
  title: { type: text },
  heldOn: { type: day },
  kind: { type: codeType({ MeetingKind }) },
});

const EvidenceAgent = objectType('EvidenceAgent', {
  id: { type: id },
  firstName: { type: text },
  lastName: { type: text },
});

const Evidence = objectType('Evidence', {
  meetings: { type: () => [EvidenceMeeting], nullable: true },
  comingMeetings: { type: () => [EvidenceMeeting], nullable: true },
  agents: { type: () => [EvidenceAgent], nullable: true },
  missingAgents: { type: () => [EvidenceAgent], nullable: true },
  missingModes: { type: () => [modes()] },
  meetingCount: count,
  comingMeetingCount: count,
  agentCount: count,
  missingAgentCount: count,
});

const Judgement = objectType('Judgement', {
  obligationId: { type: id },
  kind: { type: codeType({ ObligationKind }) },
  level: { type: codeType({ Level }) },
  status: { type: codeType({ ComplianceStatus }) },
  value: { type: () => Float, nullable: true },
  target: { type: () => Float },
  planned: { type: () => Float, nullable: true },
  text: { type: text },
  masked: { type: () => Boolean },
  yesOrNo: { type: () => Boolean },
  evidence: { type: () => Evidence },
  nextMeeting: { type: () => EvidenceMeeting, nullable: true },
});

export const GuichetCompliance = objectType('GuichetCompliance', {
  guichetId: { type: id },
  guichetName: { type: text },
  communeName: { type: text },
  year: { type: () => Int },
  judgedOn: { type: day, nullable: true },
  level: { type: codeType({ Level }), nullable: true },
  status: { type: codeType({ ComplianceStatus }), nullable: true },
  needsAction: { type: () => Boolean },
  reason: { type: codeType({ NoObligationReason }), nullable: true },
  judgements: { type: () => [Judgement] },
});

/** What the screens must know of a kind of obligation, whatever the guichet. */
export const ObligationKindTraits = objectType('ObligationKindTraits', {
  kind: { type: codeType({ ObligationKind }) },
  label: { type: text },
  order: { type: () => Int },
  asks: { type: () => [String] },
  required: { type: () => [String] },
  unit: { type: codeType({ ObligationUnit }), nullable: true },
  counted: { type: () => Boolean },
  remedy: { type: codeType({ ObligationRemedy }) },
  meetingKind: { type: codeType({ MeetingKind }), nullable: true },
});
