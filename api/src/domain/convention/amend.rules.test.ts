import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../base/refusal.js';
import { amendedVersion, closedRefusal, latestBinding, type RankedTerm, settleRefusal } from './amend.rules.js';
import { ConventionState } from './convention.codes.js';

const TODAY = '2026-03-12';
const aVersion = (given: Partial<RankedTerm> = {}): RankedTerm => ({
  rank: 1,
  state: 'SIGNED',
  startsOn: '2022-01-01',
  endsOn: '2027-12-31',
  terminatedOn: null,
  ...given,
});
const amend = (versions: RankedTerm[], startsOn = '2026-07-01') => {
  const answer = amendedVersion(versions, 'PV-1', startsOn, TODAY);
  return isRefusal(answer) ? answer.name : answer.rank;
};

describe('an avenant', () => {
  it('changes the version that was signed last', () => {
    const first = aVersion({ endsOn: '2025-06-30' });
    const second = aVersion({ rank: 2, startsOn: '2025-07-01' });
    expect(amend([second, first, aVersion({ rank: 3, state: 'CANCELLED' })])).toBe(2);
    expect(latestBinding([first, second])).toBe(second);
  });
  it('may change a version that is not in force yet', () => {
    expect(amend([aVersion({ startsOn: '2026-06-01' })])).toBe(1);
  });
  it.each(['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN'] as const)('waits while one is %s', (state) => {
    expect(amend([aVersion(), aVersion({ rank: 2, state })])).toBe('ConventionInPreparation');
  });
  it('has nothing to change before a signature, after the term, or after a termination', () => {
    expect(amend([aVersion({ state: 'CANCELLED' })])).toBe('NothingToAmend');
    expect(amend([aVersion({ endsOn: '2026-03-11' })], '2026-03-01')).toBe('NothingToAmend');
    expect(amend([aVersion({ endsOn: TODAY })], TODAY)).toBe(1);
    expect(amend([aVersion({ state: 'TERMINATED', terminatedOn: '2026-12-31' })])).toBe('NothingToAmend');
  });
  it('begins from the second day of the term to the last', () => {
    expect(amend([aVersion()], '2022-01-01')).toBe('AvenantOutsideTerm');
    expect(amend([aVersion()], '2022-01-02')).toBe(1);
    expect(amend([aVersion()], '2027-12-31')).toBe(1);
    expect(amend([aVersion()], '2028-01-01')).toBe('AvenantOutsideTerm');
  });
});

describe('a guichet that closes', () => {
  it.each([
    [null, 'accepted'],
    ['2027-01-01', 'GuichetClosed'],
    ['2027-01-02', 'ConventionBeyondClosing'],
    ['2027-12-31', 'ConventionBeyondClosing'],
    ['2028-01-01', 'accepted'],
  ])('on %s: a term of 2027 is %s', (closedOn, said) => {
    const term = { startsOn: '2027-01-01', endsOn: '2027-12-31' };
    expect(closedRefusal({ name: 'Mairie', closedOn }, term)?.name ?? 'accepted').toBe(said);
  });
});

describe('what becomes of the guichet', () => {
  const settle = (given: Partial<RankedTerm & { successor: string; guichetSettledOn: string }>) =>
    settleRefusal({ ...aVersion(), successor: null, guichetSettledOn: null, ...given }, TODAY)?.name ?? 'settled';
  it('is said from the day after the last', () => {
    expect(settle({ endsOn: TODAY })).toBe('ConventionStillBinds');
    expect(settle({ endsOn: '2026-03-11' })).toBe('settled');
    expect(settle({ state: 'TERMINATED', terminatedOn: '2026-03-11' })).toBe('settled');
    expect(settle({ state: 'TERMINATED', terminatedOn: TODAY })).toBe('ConventionStillBinds');
  });
  it('is said once, and by the convention that follows where one does', () => {
    expect(settle({ endsOn: '2026-03-11', successor: 'PV-2' })).toBe('ConventionSucceeded');
    expect(settle({ endsOn: '2026-03-11', guichetSettledOn: '2026-03-12' })).toBe('GuichetAlreadySettled');
  });
  it.each(ConventionState.filter((state) => state !== 'SIGNED' && state !== 'TERMINATED'))(
    'is no question in %s',
    (state) => {
      expect(settle({ state, endsOn: '2026-03-11' })).toBe('ConventionNotSigned');
    },
  );
});
