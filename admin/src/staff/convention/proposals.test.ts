import { describe, expect, it } from 'vitest';
import { amendedFrom, proposedTerm } from './proposals';

describe('the term proposed', () => {
  const plans = [
    { startsOn: '2016-07-01', endsOn: '2022-06-30' },
    { startsOn: '2023-01-01', endsOn: '2026-12-31' },
  ];
  const bound = (endsOn: string, terminatedOn: string | null = null) => ({
    startsOn: '2023-01-01',
    endsOn,
    terminatedOn,
  });

  it('from today to the end of the plan when nothing binds the guichet', () => {
    expect(proposedTerm('2026-03-12', plans, [bound('2025-12-31')], 6)).toEqual({
      startsOn: '2026-03-12',
      endsOn: '2026-12-31',
    });
  });

  it('from the day after the convention in force, as long as allowed when no plan covers it yet', () => {
    expect(proposedTerm('2026-03-12', plans, [bound('2026-12-31')], 6)).toEqual({
      startsOn: '2027-01-01',
      endsOn: '2032-12-31',
    });
  });

  it('a termination to come counts as the end', () => {
    const { startsOn } = proposedTerm('2026-03-12', plans, [bound('2026-12-31', '2026-04-30')], 6);
    expect(startsOn).toBe('2026-05-01');
  });

  it('never longer than the EPCI allows, even in a longer plan', () => {
    const long = [{ startsOn: '2026-01-01', endsOn: '2031-12-31' }];
    expect(proposedTerm('2026-03-12', long, [], 3).endsOn).toBe('2029-03-11');
  });
});

it.each([
  ['in force: tomorrow', '2026-03-12', '2026-03-13'],
  ['not begun: from its second day', '2025-06-01', '2026-01-02'],
  ['on its last day: that day', '2026-12-31', '2026-12-31'],
])('an avenant, %s', (_, today, expected) => {
  expect(amendedFrom({ startsOn: '2026-01-01', endsOn: '2026-12-31' }, today)).toBe(expected);
});
