import { describe, expect, it } from 'vitest';
import { aGuichet, anAgent, anObligation, aSegment, judge, TODAY, under } from '../../../test/compliance-builders.js';
import { judgeGuichet } from './compliance.rules.js';

describe('a dedicated agent', () => {
  const segments = under('DEDICATED_AGENT', { target: 1 });
  it('is one assigned on the day', () => {
    expect(judge({ segments, assignments: [anAgent('ana', { dedicated: true })] }).status).toBe('MET');
    expect(judge({ segments, assignments: [anAgent('ana')] }).status).toBe('NOT_MET');
    expect(judge({ segments, assignments: [anAgent('ana', { dedicated: true, endsOn: '2026-06-14' })] }).status).toBe(
      'NOT_MET',
    );
  });
  it('who is known to arrive later in the year puts the guichet ON_TRACK', () => {
    expect(judge({ segments, assignments: [anAgent('ana', { dedicated: true, startsOn: '2026-09-01' })] }).status).toBe(
      'ON_TRACK',
    );
  });
  it('is UNKNOWN when no agent was ever entered', () =>
    expect(judge({ segments, assignments: [] }).status).toBe('UNKNOWN'));
  it('is AT_RISK, not missed, before the commitment begins', () => {
    const later = [aSegment({ from: '2026-09-01', obligations: [anObligation('DEDICATED_AGENT', { target: 1 })] })];
    expect(judge({ segments: later }).status).toBe('AT_RISK');
  });
});

describe('reception modes', () => {
  const segments = under('RECEPTION_MODES', { modes: ['INTERVIEW_APPOINTMENT', 'TELEPHONE'] });
  it('are all those of the level', () => {
    expect(judge({ segments })).toMatchObject({ status: 'MET', value: 2, target: 2 });
    expect(judge({ segments, receptionModes: ['TELEPHONE', 'IN_PERSON_WALK_IN'] })).toMatchObject({
      status: 'NOT_MET',
      value: 1,
      evidence: { missingModes: ['INTERVIEW_APPOINTMENT'] },
    });
    expect(judge({ segments, receptionModes: [] }).status).toBe('NOT_MET');
  });
  it('may leave a choice: one of two', () => {
    const choice = under('RECEPTION_MODES', { modes: ['IN_PERSON_WALK_IN', 'IN_PERSON_APPOINTMENT'], target: 1 });
    expect(judge({ segments: choice, receptionModes: ['IN_PERSON_APPOINTMENT'] }).status).toBe('MET');
  });
  it('are UNKNOWN when never entered', () => {
    expect(judge({ segments, receptionModes: null })).toMatchObject({ status: 'UNKNOWN', value: null });
  });
});

describe('the dossier unique', () => {
  const segments = under('DOSSIER_UNIQUE');
  it.each([
    [true, 'MET'],
    [false, 'NOT_MET'],
    [null, 'UNKNOWN'],
  ] as const)('entered as %s is %s', (dossierUnique, status) =>
    expect(judge({ segments, dossierUnique }).status).toBe(status),
  );
});

describe('ETP', () => {
  const segments = under('ETP', { target: 1 });
  it('adds up over the agents of the day, without binary dust', () => {
    const tenths = Array.from({ length: 10 }, (_, index) => anAgent(`a${index}`, { etp: 0.1 }));
    expect(judge({ segments, assignments: tenths })).toMatchObject({ status: 'MET', value: 1 });
    expect(judge({ segments, assignments: tenths.slice(1) })).toMatchObject({ status: 'NOT_MET', value: 0.9 });
  });
  it('is what the convention of the day promises, where the référentiel leaves the figure to it', () => {
    const obligations = [anObligation('ETP')];
    const promising = (etp: number | null) => [
      aSegment({ to: '2026-03-31', etp: 2, obligations }),
      aSegment({ from: '2026-04-01', etp, obligations }),
    ];
    const assignments = [anAgent('ana', { etp: 0.5 }), anAgent('bob', { etp: 0.3 })];
    expect(judge({ segments: promising(0.8), assignments })).toMatchObject({ status: 'MET', value: 0.8, target: 0.8 });
    expect(judge({ segments: promising(1), assignments })).toMatchObject({ status: 'NOT_MET', value: 0.8, target: 1 });
    expect(judgeGuichet(aGuichet({ segments: promising(null), assignments }), TODAY).judgements).toEqual([]);
  });
  it('is UNKNOWN while one agent’s share is not entered and the others’ is not enough', () => {
    const assignments = [anAgent('ana', { etp: 0.5 }), anAgent('bob', { etp: null })];
    expect(judge({ segments, assignments })).toMatchObject({
      status: 'UNKNOWN',
      value: null,
      evidence: { missingAgentIds: ['bob'] },
    });
    expect(judge({ segments: under('ETP', { target: 0.5 }), assignments }).status).toBe('MET');
  });
});

describe('opening hours', () => {
  const segments = under('OPENING_HOURS', { target: 6 });
  const open = (from: string, to: string, weeks: 'ALL' | 'ODD' = 'ALL') => ({
    openingHours: { slots: [{ weekday: 'MON' as const, from, to, weeks, byAppointment: false }], remark: null },
  });
  it('are counted by the week, and asked for whenever they are short', () => {
    expect(judge({ segments, ...open('09:00', '15:00') })).toMatchObject({ status: 'MET', value: 6, target: 6 });
    expect(judge({ segments, ...open('09:00', '14:30') })).toMatchObject({ status: 'NOT_MET', value: 5.5 });
    expect(judge({ segments, ...open('09:00', '18:00', 'ODD') })).toMatchObject({ status: 'NOT_MET', value: 4.5 });
  });
  it('that nobody entered are unknown; those of a guichet that is closed all week are none', () => {
    expect(judge({ segments, openingHours: null })).toMatchObject({ status: 'UNKNOWN', value: null });
    expect(judge({ segments, openingHours: { slots: [], remark: null } })).toMatchObject({
      status: 'NOT_MET',
      value: 0,
    });
  });
});
