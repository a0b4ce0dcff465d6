import { expect, it } from 'vitest';
import { planToPrepare, proposedTerms } from './terms';

const plans = [
  { id: 'old', name: 'Plan 2015–2020', startsOn: '2015-01-01', endsOn: '2020-12-31' },
  { id: 'now', name: 'Plan 2021–2026', startsOn: '2021-01-01', endsOn: '2026-12-31' },
  { id: 'next', name: 'Plan 2027–2036', startsOn: '2027-01-01', endsOn: '2036-12-31' },
];
const start = {
  epcis: { nodes: [{ id: 'e', planMaxYears: 6 }] },
  plans: { nodes: plans },
  referentials: {
    nodes: [
      { id: 'r2', name: 'Référentiel 2', validFrom: '2027-01-01', validTo: null },
      { id: 'r1', name: 'Référentiel 1', validFrom: '2015-01-01', validTo: '2027-01-01' },
    ],
  },
};

it('the next plan is prepared, or else the one that runs', () => {
  expect(planToPrepare(plans, '2026-03-12')?.id).toBe('next');
  expect(planToPrepare(plans.slice(0, 2), '2026-03-12')?.id).toBe('now');
  expect(planToPrepare([], '2026-03-12')).toBeUndefined();
});

it('its days are proposed, as far as a convention may go, under the référentiel of the first one', () => {
  expect(proposedTerms(start, plans[2]!, '2026-03-12')).toEqual({
    startsOn: '2027-01-01',
    endsOn: '2032-12-31',
    referentialId: 'r2',
  });
  expect(proposedTerms(start, plans[1]!, '2026-03-12')).toEqual({
    startsOn: '2026-03-12',
    endsOn: '2026-12-31',
    referentialId: 'r1',
  });
});
