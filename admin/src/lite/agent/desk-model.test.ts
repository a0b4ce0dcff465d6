import { describe, expect, it } from 'vitest';
import type { ComplianceStatus as Status } from '../../generated/graphql.js';
import { byUrgency, type Judgement, leftToDo } from './desk-model.js';

const judged = (status: Status): Judgement => ({
  obligationId: status,
  kind: 'MEETINGS',
  status,
  value: 0,
  target: 1,
  yesOrNo: false,
  text: '',
  evidence: { meetings: [], comingMeetings: [], missingAgents: [], missingModes: [] },
  nextMeeting: null,
});
const all = (['MET', 'UNKNOWN', 'ON_TRACK', 'NOT_MET', 'AT_RISK'] as const).map(judged);

describe('what a guichet owes', () => {
  it('begins with what asks for something', () => {
    expect(byUrgency(all).map(({ status }) => status)).toEqual(['NOT_MET', 'AT_RISK', 'UNKNOWN', 'ON_TRACK', 'MET']);
  });
  it('is settled when it is met, or will be if everyone keeps their word', () => {
    expect(leftToDo(all)).toBe(3);
    expect(leftToDo(['MET', 'ON_TRACK'].map((status) => judged(status as Status)))).toBe(0);
  });
});
