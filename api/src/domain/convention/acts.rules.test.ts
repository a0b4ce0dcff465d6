import { describe, expect, it } from 'vitest';
import { type ActFacts, availableActs, proposedTerm, termAlert } from './acts.rules.js';
import type { LifeFacts, LifeVersion } from './amend.rules.js';
import { termFrom } from './term.rules.js';
import type { Promises } from './warnings.rules.js';

const TODAY = '2026-03-12';
const plans = [
  { startsOn: '2016-07-01', endsOn: '2022-06-30' },
  { startsOn: '2023-01-01', endsOn: '2026-12-31' },
];
const aVersion = (given: Partial<LifeVersion> = {}): LifeVersion => ({
  id: 'a',
  rank: 1,
  state: 'SIGNED',
  startsOn: '2023-01-01',
  endsOn: '2026-12-31',
  terminatedOn: null,
  guichetSettledOn: null,
  termTooLong: 'WARN',
  ...given,
});
const aLife = (versions: LifeVersion[], given: Partial<LifeFacts> = {}): LifeFacts => ({
  number: 'PV-1',
  versions,
  terms: versions
    .filter(({ state }) => state !== 'CANCELLED')
    .map(({ state, startsOn, endsOn, terminatedOn }) => ({
      number: 'PV-1',
      state,
      startsOn,
      endsOn: terminatedOn ?? endsOn,
    })),
  guichet: { name: 'Mairie', closedOn: null },
  renewedBy: null,
  plans,
  planMaxYears: 6,
  alertMonths: 6,
  referential: { termTooLong: 'REFUSE' },
  ...given,
});
const facts = (life: LifeFacts): ActFacts => ({ id: 'a', promises: {} as Promises, life });
const proposals = (life: LifeFacts, today = TODAY) =>
  Object.fromEntries(availableActs(facts(life), 'EPCI_STAFF', today).map(({ act, proposal }) => [act, proposal]));

describe('the days proposed', () => {
  it.each([
    ['in force: from tomorrow', TODAY, '2026-03-13'],
    ['not begun: from its second day', '2022-06-01', '2023-01-02'],
    ['on its last day: that day', '2026-12-31', '2026-12-31'],
  ])('to an avenant, %s', (_, today, startsOn) => {
    expect(proposals(aLife([aVersion()]), today).AMEND).toEqual({
      startsOn,
      endsOn: null,
      earliestOn: '2023-01-02',
      latestOn: '2026-12-31',
    });
  });
  it('to a renewal: after what binds the guichet, as long as allowed where no plan covers it yet', () => {
    expect(proposals(aLife([aVersion()])).RENEW).toEqual({
      startsOn: '2027-01-01',
      endsOn: '2032-12-31',
      earliestOn: '2027-01-01',
      latestOn: null,
    });
  });
  it('to a renewal: from today once nothing binds any more, to the end of the plan', () => {
    expect(proposals(aLife([aVersion({ endsOn: '2025-12-31' })])).RENEW).toMatchObject({
      startsOn: TODAY,
      endsOn: '2026-12-31',
      earliestOn: '2026-01-01',
    });
  });
  it('to a renewal: after another convention that binds the guichet later', () => {
    const life = aLife([aVersion()]);
    const other = { number: 'PV-2', state: 'SIGNED', startsOn: '2027-01-01', endsOn: '2028-12-31' } as const;
    expect(proposals({ ...life, terms: [...life.terms, other] }).RENEW).toMatchObject({ startsOn: '2029-01-01' });
  });
  it('to a renewal: while the guichet is open', () => {
    const closing = { guichet: { name: 'Mairie', closedOn: '2028-01-01' } };
    expect(proposals(aLife([aVersion()], closing)).RENEW).toMatchObject({ endsOn: '2027-12-31' });
  });
  it('are given while nothing of the convention is in preparation', () => {
    const avenant = aVersion({ id: 'b', rank: 2, state: 'DRAFT', startsOn: '2026-07-01' });
    expect(Object.keys(proposals(aLife([aVersion()])))).toEqual(['AMEND', 'RENEW']);
    expect(proposals(aLife([aVersion(), avenant]))).toEqual({});
    expect(Object.keys(proposals(aLife([aVersion({ endsOn: '2026-03-11' })])))).toContain('SETTLE');
  });
  it('count a termination to come as the end', () => {
    const life = aLife([aVersion({ state: 'TERMINATED', terminatedOn: '2026-04-30' })]);
    expect(proposedTerm(life, TODAY)).toMatchObject({ startsOn: '2026-05-01', endsOn: '2026-12-31' });
  });
  it('are never more than the EPCI allows, even in a longer plan', () => {
    const long = [{ startsOn: '2026-01-01', endsOn: '2031-12-31' }];
    expect(termFrom(TODAY, long, 3)).toEqual({ startsOn: TODAY, endsOn: '2029-03-11', plan: long[0] });
    expect(termFrom('2024-02-29', [], 1)).toEqual({ startsOn: '2024-02-29', endsOn: '2025-02-28', plan: null });
  });
});

describe('the end of a convention', () => {
  const alert = (own: Partial<LifeVersion>, given: Partial<LifeFacts> = {}, ...others: LifeVersion[]) =>
    termAlert(facts(aLife([aVersion(own), ...others], given)), TODAY);
  it('is near as many months before as the EPCI says', () => {
    expect(alert({ endsOn: '2026-09-12' })).toBe('ENDS_SOON');
    expect(alert({ endsOn: '2026-09-13' })).toBeNull();
    expect(alert({ endsOn: '2026-09-13' }, { alertMonths: 7 })).toBe('ENDS_SOON');
    expect(alert({ state: 'TERMINATED', terminatedOn: '2026-04-30' })).toBe('ENDS_SOON');
  });
  it('asks for nothing where something follows, or the guichet closes', () => {
    const soon = { endsOn: '2026-04-30' };
    expect(alert(soon, { renewedBy: 'PV-2' })).toBeNull();
    expect(alert(soon, { guichet: { name: 'Mairie', closedOn: '2026-05-01' } })).toBeNull();
    expect(alert(soon, {}, aVersion({ id: 'b', rank: 2, startsOn: '2026-05-01' }))).toBeNull();
    expect(alert(soon, {}, aVersion({ id: 'b', rank: 2, startsOn: '2026-05-01', state: 'CANCELLED' }))).toBe(
      'ENDS_SOON',
    );
  });
  it('once past, asks what becomes of the guichet until that is said or the guichet is closed', () => {
    const over = { endsOn: '2026-03-11' };
    expect(alert(over)).toBe('UNSETTLED');
    expect(alert({ ...over, guichetSettledOn: TODAY })).toBeNull();
    expect(alert(over, { guichet: { name: 'Mairie', closedOn: TODAY } })).toBeNull();
    expect(alert(over, { guichet: { name: 'Mairie', closedOn: '2026-03-13' } })).toBe('UNSETTLED');
    expect(alert({ endsOn: TODAY })).toBe('ENDS_SOON');
  });
});

it('nobody but the EPCI’s staff has acts, and who does not see the convention is told nothing of its end', () => {
  const life = aLife([aVersion()]);
  for (const role of ['AGENT', 'ANALYST', 'ADMIN', 'ANONYMOUS'] as const)
    expect(availableActs(facts(life), role, TODAY)).toEqual([]);
  const unseen: ActFacts = { ...facts(life), life: null };
  expect(termAlert(unseen, TODAY)).toBeNull();
  expect(availableActs(unseen, 'EPCI_STAFF', TODAY)).toEqual([]);
});
