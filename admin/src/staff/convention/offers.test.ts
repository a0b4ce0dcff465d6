import { describe, expect, it } from 'vitest';
import { actsOf, isUnsettled, type Situation, takenOverBy } from './offers';

type Standing = Situation['shown'];
const version = (own: Partial<Standing> = {}): Standing => ({
  id: 'a',
  rank: 1,
  state: 'SIGNED',
  status: 'IN_FORCE',
  startsOn: '2023-01-01',
  endsOn: '2026-12-31',
  terminatedOn: null,
  guichetSettledOn: null,
  warnings: [],
  availableTransitions: [],
  ...own,
});
const situation = (shown: Standing, own: Partial<Situation> = {}): Situation => ({
  shown,
  versions: [shown],
  bound: [shown],
  followed: false,
  closedOn: null,
  today: '2026-03-12',
  alertMonths: 6,
  ...own,
});
const lapsed = version({ status: 'EXPIRED', endsOn: '2025-12-31' });

describe('what staff are offered beside the transitions', () => {
  it('in force: an avenant, or the next convention', () => {
    expect(actsOf(situation(version()))).toEqual(['AMEND', 'RENEW']);
  });
  it('not begun: an avenant only', () => {
    expect(actsOf(situation(version({ status: 'UPCOMING', startsOn: '2026-06-01' })))).toEqual(['AMEND']);
  });
  it('one avenant is prepared at a time, and only the latest version is amended', () => {
    const draft = version({ id: 'b', state: 'DRAFT', status: 'DRAFT' });
    expect(actsOf(situation(version(), { versions: [version(), draft] }))).toEqual([]);
    const later = version({ id: 'b', startsOn: '2026-02-01' });
    expect(actsOf(situation(version(), { versions: [version(), later] }))).toEqual([]);
  });
  it('what was renewed once is not renewed again', () => {
    expect(actsOf(situation(version(), { followed: true }))).toEqual(['AMEND']);
  });
  it('nothing for a guichet that closes', () => {
    expect(actsOf(situation(version(), { closedOn: '2026-03-12' }))).toEqual([]);
  });
  it('the acts that a signature waits for, while they are recorded by themselves', () => {
    const waits = { transition: 'SIGN', to: 'SIGNED', asks: [], missing: ['DELIBERATION'] } as const;
    const own = { availableTransitions: [waits] as never, warnings: ['REGISTERS_WITHOUT_SNE_CONVENTION'] as never };
    const toSign = version({ ...own, state: 'TO_SIGN', status: 'TO_SIGN' });
    expect(actsOf(situation(toSign))).toEqual(['DELIBERATION', 'SNE_CONVENTION']);
    expect(actsOf(situation(version({ ...own, state: 'DRAFT', status: 'DRAFT' })))).toEqual([]);
  });
});

describe('a guichet that nothing binds any more', () => {
  it('waits for somebody to say what becomes of it', () => {
    expect(isUnsettled(situation(lapsed))).toBe(true);
    expect(actsOf(situation(lapsed))).toEqual(['SETTLE', 'RENEW']);
  });
  it('unless it was said, something follows, or the guichet is closed', () => {
    expect(isUnsettled(situation({ ...lapsed, guichetSettledOn: '2026-01-15' }))).toBe(false);
    const next = version({ id: 'b', startsOn: '2026-01-01' });
    expect(isUnsettled(situation(lapsed, { bound: [lapsed, next] }))).toBe(false);
    expect(isUnsettled(situation(lapsed, { closedOn: '2026-01-01' }))).toBe(false);
    expect(isUnsettled(situation(version()))).toBe(false);
  });
});

it('a signed avenant to come stands between a version and its end, until it is withdrawn', () => {
  const shown = version();
  const avenant = version({ id: 'b', rank: 2, status: 'UPCOMING' });
  expect(takenOverBy(situation(shown, { versions: [shown, avenant] }))).toBe(avenant);
  expect(takenOverBy(situation(avenant, { versions: [shown, avenant] }))).toBeUndefined();
  const withdrawn = version({ ...avenant, state: 'CANCELLED', status: 'CANCELLED' });
  expect(takenOverBy(situation(shown, { versions: [shown, withdrawn] }))).toBeUndefined();
});
