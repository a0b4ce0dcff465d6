import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConventionState, ConventionStatus, ConventionTransition, Role } from '../codes.js';
import { addDays } from '../days.rules.js';
import { isRefusal, type Refusal } from '../errors.js';
import type { ConventionIncomplete } from './convention.errors.js';
import {
  availableTransitions,
  conventionEditable,
  conventionStatus,
  conventionTransitions,
  conventionWarnings,
  inForce,
  type NewState,
  type TransitionInput,
  termRefusal,
  termsOverlap,
  transition,
  type VersionFacts,
} from './convention.rules.js';

const TODAY = '2026-03-12';

const aVersion = (given: Partial<VersionFacts> = {}): VersionFacts => ({
  state: 'DRAFT',
  startsOn: '2024-01-01',
  endsOn: '2029-12-31',
  terminatedOn: null,
  level: 'SUIVI',
  hasReferential: true,
  receptionModes: ['IN_PERSON_WALK_IN', 'TELEPHONE'],
  registers: true,
  organisationKind: 'COMMUNE',
  deliberationOn: '2023-11-20',
  sneSignedOn: '2015-05-04',
  planMaxYears: 6,
  otherTerms: [],
  ...given,
});

const completeInput: TransitionInput = {
  signedOn: TODAY,
  signatories: [
    { party: 'EPCI', name: 'Claude Martin', quality: 'président' },
    { party: 'COMMUNE', name: 'Dominique Petit', quality: 'maire' },
  ],
  terminatedOn: '2026-06-30',
  terminationMotive: 'Le guichet ferme.',
  noticeOn: '2026-03-01',
  cancellationMotive: 'La commune renonce.',
};

const move = (
  name: ConventionTransition,
  version: Partial<VersionFacts>,
  input: TransitionInput = completeInput,
  today = TODAY,
) => transition(aVersion(version), name, 'EPCI_STAFF', input, today);
const refusedAs = (answer: Refusal | NewState) => (isRefusal(answer) ? answer.name : `accepted: ${answer.state}`);
const missingIn = (answer: Refusal | NewState) => (answer as ConventionIncomplete).missing;

describe('every role × every transition × every state', () => {
  for (const role of Role)
    for (const name of ConventionTransition)
      for (const state of ConventionState) {
        const rule = conventionTransitions[name];
        const fromState = rule.from.includes(state);
        const allowed = fromState && rule.roles.includes(role);
        it(`${role} ${allowed ? 'may' : 'may not'} ${name} a convention in ${state}`, () => {
          const version = aVersion({ state });
          const answer = transition(version, name, role, completeInput, TODAY);
          const offered = availableTransitions(version, role, TODAY).map((one) => one.transition);
          expect(offered.includes(name)).toBe(allowed);
          if (allowed) expect(answer).toMatchObject({ state: rule.to });
          else
            expect((answer as Refusal).name).toBe(
              fromState ? 'ConventionTransitionForbidden' : 'ConventionTransitionNotAllowed',
            );
        });
      }
});

describe('the table of transitions', () => {
  it('lets only EPCI staff move a convention', () => {
    for (const { roles } of Object.values(conventionTransitions)) expect(roles).toEqual(['EPCI_STAFF']);
  });
  it('leads from the draft to every state', () => {
    const reached = new Set<string>(['DRAFT']);
    for (const _ of ConventionState)
      for (const { from, to } of Object.values(conventionTransitions))
        if (from.some((one) => reached.has(one))) reached.add(to);
    expect([...reached].sort()).toEqual([...ConventionState].sort());
  });
  it('never cancels what was signed, and leaves nothing terminated or cancelled', () => {
    expect(conventionTransitions.CANCEL.from).not.toContain('SIGNED');
    for (const { from } of Object.values(conventionTransitions)) {
      expect(from).not.toContain('TERMINATED');
      expect(from).not.toContain('CANCELLED');
    }
  });
  it('keeps the content open in draft and correction only', () => {
    expect(ConventionState.filter(conventionEditable)).toEqual(['DRAFT', 'CORRECTION']);
  });
});

describe('what a convention must hold to move on', () => {
  it.each(['SUBMIT', 'SEND_TO_SIGN', 'SIGN'] as const)('%s names everything that is missing at once', (name) => {
    const [state] = conventionTransitions[name].from;
    const answer = move(name, { state, hasReferential: false, level: null, endsOn: null });
    expect(refusedAs(answer)).toBe('ConventionIncomplete');
    expect(missingIn(answer)).toEqual(['REFERENTIAL', 'LEVEL', 'TERM']);
    expect((answer as Refusal).field).toBe('referentialId');
  });
  it('a level that receives people says how', () => {
    expect(missingIn(move('SUBMIT', { receptionModes: null }))).toEqual(['RECEPTION_MODES']);
    expect(missingIn(move('SUBMIT', { receptionModes: [] }))).toEqual(['RECEPTION_MODES']);
  });
  it('COMMUNICATION receives nobody in person, so it gives no reception mode', () => {
    expect(move('SUBMIT', { level: 'COMMUNICATION', receptionModes: null })).toMatchObject({ state: 'IN_REVIEW' });
  });
  it('a signature has a date and a signatory of each party', () => {
    expect(missingIn(move('SIGN', { state: 'TO_SIGN' }, {}))).toEqual(['SIGNED_ON', 'SIGNATORIES']);
    const one = completeInput.signatories?.slice(0, 1);
    expect(missingIn(move('SIGN', { state: 'TO_SIGN' }, { ...completeInput, signatories: one }))).toEqual([
      'SIGNATORIES',
    ]);
    const unnamed = [
      { party: 'EPCI', name: 'Claude Martin' },
      { party: 'COMMUNE', name: ' ' },
    ];
    expect(missingIn(move('SIGN', { state: 'TO_SIGN' }, { ...completeInput, signatories: unnamed }))).toEqual([
      'SIGNATORIES',
    ]);
  });
  it('a signature to come is not recorded', () => {
    expect(refusedAs(move('SIGN', { state: 'TO_SIGN' }, { ...completeInput, signedOn: '2026-03-13' }))).toBe(
      'SignatureInFuture',
    );
  });
  it('a termination has a date and a motive, a cancellation a motive that is not blank', () => {
    expect(missingIn(move('TERMINATE', { state: 'SIGNED' }, {}))).toEqual(['TERMINATED_ON', 'TERMINATION_MOTIVE']);
    expect(missingIn(move('CANCEL', {}, { cancellationMotive: '  ' }))).toEqual(['CANCELLATION_MOTIVE']);
  });
  it('says beforehand what is lacking, beside each open transition', () => {
    const [submit] = availableTransitions(aVersion({ level: null }), 'EPCI_STAFF', TODAY);
    expect(submit).toEqual({ transition: 'SUBMIT', to: 'IN_REVIEW', asks: [], missing: ['LEVEL'] });
  });
  it('keeps of the input only what the transition asks for', () => {
    expect((move('SUBMIT', {}) as NewState).changes).toEqual({});
    expect((move('CANCEL', {}) as NewState).changes).toEqual({ cancellationMotive: 'La commune renonce.' });
    expect(Object.keys((move('SIGN', { state: 'TO_SIGN' }) as NewState).changes)).toEqual(['signedOn', 'signatories']);
  });
});

describe('the term', () => {
  it('lasts six years at most, to the day', () => {
    expect(termRefusal({ startsOn: '2024-01-01', endsOn: '2029-12-31' }, 6)).toBeNull();
    expect(termRefusal({ startsOn: '2024-01-01', endsOn: '2030-01-01' }, 6)?.name).toBe('ConventionTermTooLong');
  });
  it('begun on a 29 February, ends on 28 February six years later', () => {
    expect(termRefusal({ startsOn: '2024-02-29', endsOn: '2030-02-28' }, 6)).toBeNull();
    expect(termRefusal({ startsOn: '2024-02-29', endsOn: '2030-03-01' }, 6)?.params).toEqual({
      maxYears: 6,
      lastDay: '2030-02-28',
    });
  });
  it('follows the setting of the EPCI', () => {
    expect(refusedAs(move('SUBMIT', { planMaxYears: 3 }))).toBe('ConventionTermTooLong');
  });
  it('runs forwards, if only for a day', () => {
    expect(refusedAs(move('SUBMIT', { endsOn: '2023-12-31' }))).toBe('ConventionTermReversed');
    expect(termRefusal({ startsOn: '2024-01-01', endsOn: '2024-01-01' }, 6)).toBeNull();
  });
  it('shares no day with another of the guichet: the eve is free, the day itself is not', () => {
    const other = { number: '2018-03', startsOn: '2018-01-01', endsOn: '2023-12-31' };
    expect(move('SIGN', { state: 'TO_SIGN', otherTerms: [other] })).toMatchObject({ state: 'SIGNED' });
    const refusal = move('SIGN', { state: 'TO_SIGN', otherTerms: [{ ...other, endsOn: '2024-01-01' }] });
    expect(refusal).toMatchObject({ name: 'ConventionOverlaps', params: { number: '2018-03' } });
    expect(termsOverlap({ startsOn: '2024-01-01', endsOn: null }, { startsOn: null, endsOn: '2024-01-01' })).toBe(true);
  });
});

describe('a termination', () => {
  const terminate = (terminatedOn: string, noticeOn: string | null = null) =>
    refusedAs(move('TERMINATE', { state: 'SIGNED' }, { ...completeInput, terminatedOn, noticeOn }));
  it('lies within the term, both ends included', () => {
    expect(terminate('2023-12-31')).toBe('TerminationBeforeStart');
    expect(terminate('2024-01-01')).toBe('accepted: TERMINATED');
    expect(terminate('2029-12-31')).toBe('accepted: TERMINATED');
    expect(terminate('2030-01-01')).toBe('TerminationAfterEnd');
  });
  it('follows its notice', () => {
    expect(terminate('2026-06-30', '2026-07-01')).toBe('NoticeAfterTermination');
    expect(terminate('2026-06-30', '2026-06-30')).toBe('accepted: TERMINATED');
  });
  it('is still possible on the last day of the term', () => {
    expect(
      refusedAs(move('TERMINATE', { state: 'SIGNED', endsOn: TODAY }, { ...completeInput, terminatedOn: TODAY })),
    ).toBe('accepted: TERMINATED');
  });
  it('has nothing left to end once the convention has expired', () => {
    expect(refusedAs(move('TERMINATE', { state: 'SIGNED', endsOn: '2026-03-11' }))).toBe('ConventionExpired');
    expect(availableTransitions(aVersion({ state: 'SIGNED', endsOn: '2026-03-11' }), 'EPCI_STAFF', TODAY)).toEqual([]);
  });
});

describe('the status by date', () => {
  const signed = aVersion({ state: 'SIGNED' });
  it.each([
    ['2023-12-31', 'UPCOMING'],
    ['2024-01-01', 'IN_FORCE'],
    ['2029-12-31', 'IN_FORCE'],
    ['2030-01-01', 'EXPIRED'],
  ])('on %s a signed convention of 2024 to 2029 is %s', (day, status) => {
    expect(conventionStatus(signed, day)).toBe(status);
  });
  it('is in force on the day it is terminated, terminated from the next', () => {
    const terminated = aVersion({ state: 'TERMINATED', terminatedOn: '2026-06-30' });
    expect(conventionStatus(terminated, '2026-06-30')).toBe('IN_FORCE');
    expect(conventionStatus(terminated, '2026-07-01')).toBe('TERMINATED');
    expect(conventionStatus(terminated, '2031-01-01')).toBe('TERMINATED');
  });
  it('is the state itself before signature, whatever the day', () => {
    for (const state of ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'CANCELLED'] as const) {
      expect(conventionStatus(aVersion({ state }), TODAY)).toBe(state);
      expect(inForce(aVersion({ state }), TODAY)).toBe(false);
    }
  });
  it('is total: any state on any day has one', () => {
    const someDay = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(TODAY, days));
    const maybe = fc.option(someDay);
    fc.assert(
      fc.property(
        fc.constantFrom(...ConventionState),
        maybe,
        maybe,
        maybe,
        someDay,
        (state, startsOn, endsOn, terminatedOn, day) => {
          expect(ConventionStatus).toContain(conventionStatus({ state, startsOn, endsOn, terminatedOn }, day));
        },
      ),
    );
  });
});

describe('registration promised too early is said, not refused', () => {
  it('a commune needs its deliberation and the State’s convention', () => {
    expect(conventionWarnings(aVersion({ deliberationOn: null, sneSignedOn: null }))).toEqual([
      'REGISTERS_WITHOUT_DELIBERATION',
      'REGISTERS_WITHOUT_SNE_CONVENTION',
    ]);
    expect(move('SIGN', { state: 'TO_SIGN', sneSignedOn: null })).toMatchObject({
      state: 'SIGNED',
      warnings: ['REGISTERS_WITHOUT_SNE_CONVENTION'],
    });
  });
  it('a bailleur registers without a municipal deliberation', () => {
    expect(conventionWarnings(aVersion({ organisationKind: 'BAILLEUR', deliberationOn: null }))).toEqual([]);
  });
  it('a guichet that does not register needs neither', () => {
    for (const registers of [false, null])
      expect(conventionWarnings(aVersion({ registers, deliberationOn: null, sneSignedOn: null }))).toEqual([]);
  });
});

describe('random moves by random roles', () => {
  it('only ever follow the table', () => {
    const step = fc.record({
      name: fc.constantFrom(...ConventionTransition),
      role: fc.constantFrom(...Role),
      complete: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let version = aVersion();
        for (const { name, role, complete } of steps) {
          const answer = transition(version, name, role, complete ? completeInput : {}, TODAY);
          if (isRefusal(answer)) continue;
          expect(conventionTransitions[name].from).toContain(version.state);
          expect(role).toBe('EPCI_STAFF');
          if (conventionTransitions[name].asks.length > 0) expect(complete).toBe(true);
          version = {
            ...version,
            state: answer.state,
            terminatedOn: answer.changes.terminatedOn ?? version.terminatedOn,
          };
        }
      }),
    );
  });
});
