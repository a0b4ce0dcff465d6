import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Role } from '../../base/codes.js';
import { addDays } from '../../base/days.rules.js';
import { isRefusal, type Refusal } from '../../base/refusal.js';
import { ConventionState, ConventionStatus, ConventionTransition } from './convention.codes.js';
import type { ConventionIncomplete } from './convention.errors.js';
import {
  availableTransitions,
  conventionEditable,
  conventionStatus,
  conventionTransitions,
  conventionWarnings,
  inForce,
  type Neighbours,
  type NewState,
  rolesFrom,
  type TransitionInput,
  termRefusal,
  termsOverlap,
  transition,
  type VersionFacts,
} from './convention.rules.js';

const TODAY = '2026-03-12';

const aVersion = (given: Partial<VersionFacts & Neighbours> = {}): VersionFacts & Neighbours => ({
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
  etp: 1,
  etpTarget: null,
  begunOn: null,
  planMaxYears: 6,
  rigour: {
    withoutDeliberation: 'REFUSE',
    withoutSneConvention: 'WARN',
    etpTooLow: 'WARN',
    termTooLong: 'REFUSE',
  },
  openComments: [],
  signedOn: null,
  avenantOn: null,
  otherTerms: [],
  ...given,
});

const completeInput: TransitionInput = {
  signedOn: TODAY,
  signatories: [
    { party: 'EPCI', name: 'Claude Martin', quality: 'président' },
    { party: 'COMMUNE', name: 'Dominique Petit', quality: 'maire' },
  ],
  terminatedOn: TODAY,
  withdrawnOn: TODAY,
  terminationMotive: 'Le guichet ferme.',
  noticeOn: '2026-03-01',
  cancellationMotive: 'La commune renonce.',
  guichet: { level: 'INFO', registers: false },
};

const move = (
  name: ConventionTransition,
  version: Partial<VersionFacts & Neighbours>,
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
        const fromState = rolesFrom(name, state).length > 0;
        const allowed = rolesFrom(name, state).includes(role);
        it(`${role} ${allowed ? 'may' : 'may not'} ${name} a convention in ${state}`, () => {
          const startsOn = name === 'WITHDRAW' ? '2026-07-01' : '2024-01-01';
          const version = aVersion({ state, startsOn, openComments: name === 'REQUEST_CORRECTION' ? ['etp'] : [] });
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
  it('lets EPCI staff do all of it, and the guichet’s reviewers ask for a correction and give it back', () => {
    for (const { from } of Object.values(conventionTransitions))
      for (const roles of Object.values(from)) expect(roles).toContain('EPCI_STAFF');
    const byAgents = ConventionTransition.flatMap((name) =>
      ConventionState.filter((state) => rolesFrom(name, state).includes('AGENT')).map((state) => `${name} ${state}`),
    );
    expect(byAgents).toEqual(['REQUEST_CORRECTION IN_REVIEW', 'RESUBMIT CORRECTION']);
  });
  it('leads from the draft to every state', () => {
    const reached = new Set<string>(['DRAFT']);
    for (const _ of ConventionState)
      for (const { from, to } of Object.values(conventionTransitions))
        if (Object.keys(from).some((one) => reached.has(one))) reached.add(to);
    expect([...reached].sort()).toEqual([...ConventionState].sort());
  });
  it('cancels what was signed only by the withdrawal of both parties, and leaves nothing terminated or cancelled', () => {
    expect(rolesFrom('CANCEL', 'SIGNED')).toEqual([]);
    expect(rolesFrom('WITHDRAW', 'SIGNED')).toEqual(['EPCI_STAFF']);
    for (const name of ConventionTransition) {
      expect(rolesFrom(name, 'TERMINATED')).toEqual([]);
      expect(rolesFrom(name, 'CANCELLED')).toEqual([]);
    }
  });
  it('keeps the content open in draft and correction only', () => {
    expect(ConventionState.filter(conventionEditable)).toEqual(['DRAFT', 'CORRECTION']);
  });
});

describe('what a convention must hold to move on', () => {
  it.each([
    ['SUBMIT', 'DRAFT'],
    ['SEND_TO_SIGN', 'IN_REVIEW'],
    ['SIGN', 'TO_SIGN'],
  ] as const)('%s names everything that is missing at once', (name, state) => {
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
  it('a termination has a date and a motive, a withdrawal too, a cancellation a motive that is not blank', () => {
    expect(missingIn(move('TERMINATE', { state: 'SIGNED' }, {}))).toEqual([
      'TERMINATED_ON',
      'TERMINATION_MOTIVE',
      'GUICHET_AFTER',
    ]);
    expect(missingIn(move('WITHDRAW', { state: 'SIGNED' }, {}))).toEqual(['WITHDRAWN_ON', 'WITHDRAWAL_MOTIVE']);
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
    refusedAs(
      move(
        'TERMINATE',
        { state: 'SIGNED' },
        { ...completeInput, guichet: guichetAfter(terminatedOn), terminatedOn, noticeOn },
      ),
    );
  const guichetAfter = (terminatedOn: string) => (terminatedOn > TODAY ? null : completeInput.guichet);
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

describe('what becomes of the guichet', () => {
  const end = (terminatedOn: string, guichet: TransitionInput['guichet']) =>
    move('TERMINATE', { state: 'SIGNED' }, { ...completeInput, terminatedOn, guichet });
  const after = { level: null, registers: false };
  it('is said with the termination that is not to come', () => {
    expect(missingIn(end(TODAY, null))).toEqual(['GUICHET_AFTER']);
    expect(refusedAs(end(TODAY, after))).toBe('accepted: TERMINATED');
  });
  it('waits for the last day of one to come: nothing of the guichet changes before', () => {
    expect(refusedAs(end('2026-03-13', null))).toBe('accepted: TERMINATED');
    expect(end('2026-03-13', after)).toMatchObject({ name: 'GuichetAfterTooEarly', field: 'guichet' });
  });
});

describe('a withdrawal', () => {
  const signed = { state: 'SIGNED', startsOn: '2026-07-01', signedOn: '2026-03-01' } as const;
  const withdraw = (given: Partial<VersionFacts & Neighbours> = {}, withdrawnOn = TODAY) =>
    refusedAs(move('WITHDRAW', { ...signed, ...given }, { ...completeInput, withdrawnOn }));
  const offered = (given: Partial<VersionFacts>) =>
    availableTransitions(aVersion({ ...signed, ...given }), 'EPCI_STAFF', TODAY).map(({ transition: one }) => one);

  it('takes back what was signed, up to the eve of its first day', () => {
    expect(withdraw({ startsOn: '2026-03-13' })).toBe('accepted: CANCELLED');
    expect(withdraw({ startsOn: TODAY })).toBe('ConventionStarted');
    expect((move('WITHDRAW', signed) as NewState).changes).toEqual({
      withdrawnOn: TODAY,
      cancellationMotive: 'La commune renonce.',
    });
  });
  it('happened between the signature and today', () => {
    expect(withdraw({}, '2026-02-28')).toBe('WithdrawalBeforeSignature');
    expect(withdraw({}, '2026-03-01')).toBe('accepted: CANCELLED');
    expect(withdraw({}, '2026-03-13')).toBe('WithdrawalInFuture');
  });
  it('gives the former version its end back, unless something else was signed for those days', () => {
    const shortened = { number: '2024-01', startsOn: '2024-01-01', endsOn: '2029-12-31' };
    expect(withdraw({ shortened })).toBe('accepted: CANCELLED');
    const later = { number: '2028-01', startsOn: '2028-01-01', endsOn: '2032-12-31' };
    expect(withdraw({ shortened, otherTerms: [later] })).toBe('ConventionOverlaps');
  });
  it('is offered before the first day, a termination from that day on, neither below another avenant', () => {
    expect(offered({})).toEqual(['WITHDRAW']);
    expect(offered({ startsOn: TODAY })).toEqual(['TERMINATE']);
    expect(offered({ avenantOn: '2026-09-01' })).toEqual([]);
    expect(offered({ startsOn: TODAY, avenantOn: '2026-09-01' })).toEqual([]);
    expect(withdraw({ avenantOn: '2026-09-01' })).toBe('AvenantTakesOver');
    expect(refusedAs(move('TERMINATE', signed))).toBe('ConventionNotStarted');
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

describe('a promise that lacks its means', () => {
  const rigour = aVersion().rigour;
  const strict = {
    withoutDeliberation: 'REFUSE',
    withoutSneConvention: 'REFUSE',
    etpTooLow: 'REFUSE',
    termTooLong: 'REFUSE',
  } as const;
  it('a commune needs its deliberation and the State’s convention: both are said from the draft on', () => {
    expect(conventionWarnings(aVersion({ deliberationOn: null, sneSignedOn: null }))).toEqual([
      'REGISTERS_WITHOUT_DELIBERATION',
      'REGISTERS_WITHOUT_SNE_CONVENTION',
    ]);
  });
  it('what the référentiel refuses is missing at the signature, and no longer a mere warning', () => {
    const version = aVersion({ state: 'TO_SIGN', deliberationOn: null, sneSignedOn: null });
    expect(availableTransitions(version, 'EPCI_STAFF', TODAY)[1]).toMatchObject({
      transition: 'SIGN',
      missing: ['DELIBERATION'],
    });
    expect(conventionWarnings(version)).toEqual(['REGISTERS_WITHOUT_SNE_CONVENTION']);
    expect(missingIn(move('SIGN', version))).toEqual(['DELIBERATION']);
  });
  it('what it only warns of does not stop the signature', () => {
    const version = { state: 'TO_SIGN', deliberationOn: null, sneSignedOn: null } as const;
    expect(move('SIGN', { ...version, rigour: { ...rigour, withoutDeliberation: 'WARN' } })).toMatchObject({
      state: 'SIGNED',
      warnings: ['REGISTERS_WITHOUT_DELIBERATION', 'REGISTERS_WITHOUT_SNE_CONVENTION'],
    });
  });
  it('the strictest names everything at once', () => {
    const version = { deliberationOn: null, sneSignedOn: null, etp: 0.4, etpTarget: 0.5, rigour: strict };
    expect(missingIn(move('SIGN', { ...version, state: 'TO_SIGN' }))).toEqual([
      'DELIBERATION',
      'SNE_CONVENTION',
      'ETP',
    ]);
    expect(missingIn(move('SEND_TO_SIGN', { ...version, state: 'IN_REVIEW' }))).toEqual(['ETP']);
  });
  it('means below what the level asks are said; never entered is below', () => {
    expect(conventionWarnings(aVersion({ etp: 0.49, etpTarget: 0.5 }))).toEqual(['ETP_TOO_LOW']);
    expect(conventionWarnings(aVersion({ etp: null, etpTarget: 0.5 }))).toEqual(['ETP_TOO_LOW']);
    expect(conventionWarnings(aVersion({ etp: 0.5, etpTarget: 0.5 }))).toEqual([]);
    expect(conventionWarnings(aVersion({ etp: null, etpTarget: null }))).toEqual([]);
  });
  it('a term beyond the plan is said where the référentiel does not refuse it', () => {
    const long = { endsOn: '2030-06-30', rigour: { ...rigour, termTooLong: 'WARN' } } as const;
    expect(conventionWarnings(aVersion(long))).toEqual(['TERM_TOO_LONG']);
    expect(move('SUBMIT', long)).toMatchObject({ state: 'IN_REVIEW' });
  });
  it('an avenant does not begin the years of the plan anew', () => {
    const avenant = { startsOn: '2027-01-01', endsOn: '2030-01-01', begunOn: '2024-01-01' };
    expect(refusedAs(move('SUBMIT', avenant))).toBe('ConventionTermTooLong');
    expect(move('SUBMIT', { ...avenant, endsOn: '2029-12-31' })).toMatchObject({ state: 'IN_REVIEW' });
  });
  it('a bailleur registers without a municipal deliberation, a CCAS does not', () => {
    expect(conventionWarnings(aVersion({ organisationKind: 'BAILLEUR', deliberationOn: null }))).toEqual([]);
    expect(conventionWarnings(aVersion({ organisationKind: 'CCAS', deliberationOn: null }))).toEqual([
      'REGISTERS_WITHOUT_DELIBERATION',
    ]);
  });
  it('a guichet that does not register needs neither', () => {
    for (const registers of [false, null])
      expect(conventionWarnings(aVersion({ registers, deliberationOn: null, sneSignedOn: null }))).toEqual([]);
  });
  it('the deliberation comes before the signature, or on its day', () => {
    const deliberated = { state: 'TO_SIGN', deliberationOn: '2026-03-11' } as const;
    expect(refusedAs(move('SIGN', deliberated, { ...completeInput, signedOn: '2026-03-10' }))).toBe(
      'DeliberationAfterSignature',
    );
    expect(move('SIGN', deliberated, { ...completeInput, signedOn: '2026-03-11' })).toMatchObject({ state: 'SIGNED' });
  });
});

describe('comments', () => {
  it('a correction is asked for with one at least, and given back with all dealt with', () => {
    expect(missingIn(move('REQUEST_CORRECTION', { state: 'IN_REVIEW' }))).toEqual(['OPEN_COMMENT']);
    for (const [name, state] of [
      ['RESUBMIT', 'CORRECTION'],
      ['SEND_TO_SIGN', 'IN_REVIEW'],
      ['SIGN', 'TO_SIGN'],
    ] as const)
      expect(missingIn(move(name, { state, openComments: ['etp'] })), name).toEqual(['COMMENTS_RESOLVED']);
  });
});

describe('the signature of an avenant', () => {
  const former = { number: '2022-01', startsOn: '2022-01-01', endsOn: '2027-12-31' };
  it('ends the former version the day before', () => {
    const signed = move('SIGN', { state: 'TO_SIGN', startsOn: '2026-03-01', endsOn: '2027-12-31', former });
    expect(signed).toMatchObject({ state: 'SIGNED', formerEndsOn: '2026-02-28' });
  });
  it('has nothing to take over from once the former version has ended', () => {
    expect(refusedAs(move('SIGN', { state: 'TO_SIGN', amends: '2022-01', former: null }))).toBe('NothingToAmend');
  });
  it('ends nothing before', () => {
    expect(move('SEND_TO_SIGN', { state: 'IN_REVIEW', former })).toMatchObject({ formerEndsOn: null });
    expect(move('SIGN', { state: 'TO_SIGN' })).toMatchObject({ formerEndsOn: null });
  });
});

describe('random moves by random roles', () => {
  it('only ever follow the table', () => {
    const step = fc.record({
      name: fc.constantFrom(...ConventionTransition),
      role: fc.constantFrom(...Role),
      complete: fc.boolean(),
      commented: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let version = aVersion();
        for (const { name, role, complete, commented } of steps) {
          version = { ...version, openComments: commented ? ['etp'] : [] };
          const answer = transition(version, name, role, complete ? completeInput : {}, TODAY);
          if (isRefusal(answer)) continue;
          expect(rolesFrom(name, version.state)).toContain(role);
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
