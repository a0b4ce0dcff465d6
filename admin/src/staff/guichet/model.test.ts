import { describe, expect, it } from 'vitest';
import {
  type Affectation,
  byYear,
  etpOf,
  formerOf,
  type GuichetVersion,
  isOpen,
  meetingsFor,
  standingOf,
  withGaps,
} from './model';

const version = (status: string, startsOn = '2026-01-01', id = status) => ({ id, status, startsOn }) as GuichetVersion;
const person = (id: string, content: Partial<Affectation> = {}) =>
  ({ id: `${id}${content.endsOn ?? ''}`, agent: { id }, etp: null, endsOn: null, ...content }) as Affectation;

it('a guichet is closed from the day of its closure on', () => {
  const guichet = { openedOn: '2016-07-01', closedOn: '2026-03-12' };
  expect(['2016-06-30', '2016-07-01', '2026-03-11', '2026-03-12'].map((day) => isOpen(guichet, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it('what binds, what comes next, and the rest', () => {
  const { inForce, next, others } = standingOf(
    ['EXPIRED', 'IN_FORCE', 'UPCOMING', 'DRAFT'].map((status) => version(status)),
  );
  expect([inForce?.id, next?.id, others.map(({ id }) => id)]).toEqual(['IN_FORCE', 'DRAFT', ['EXPIRED', 'UPCOMING']]);
  const drafts = [version('DRAFT', '2027-01-01', 'later'), version('DRAFT', '2026-05-01', 'sooner')];
  expect(standingOf(drafts).next?.id).toBe('sooner');
});

it('registrations are told by year, channels apart, a masked one among them', () => {
  const years = byYear([
    { year: 2026, channel: 'GUICHET', count: 30, total: 30 },
    { year: 2015, channel: 'GUICHET', count: 80, total: 80 },
    { year: 2026, channel: 'POST', count: null, total: 30 },
  ]);
  expect(years.map(({ year, total, channels }) => [year, total, channels.length])).toEqual([
    [2015, 80, 1],
    [2026, 30, 2],
  ]);
  expect(withGaps(years).map(({ year, until }) => [year, until])).toEqual([
    [2015, undefined],
    [2016, 2025],
    [2026, undefined],
  ]);
});

describe('people', () => {
  it('ETP adds up without binary noise, and unknown is not zero', () => {
    expect(etpOf([person('a', { etp: 0.1 }), person('b', { etp: 0.2 })])).toBe(0.3);
    expect(etpOf([person('a')])).toBeUndefined();
  });

  it('who left is told once, and not who is back', () => {
    const former = [
      person('a', { endsOn: '2020-01-01' }),
      person('b', { endsOn: '2021-01-01' }),
      person('b', { endsOn: '2022-01-01' }),
    ];
    expect(formerOf(former, [person('a')]).map(({ id }) => id)).toEqual(['b2022-01-01']);
  });
});

it('meetings for its level, and those for all', () => {
  const meeting = (levels: string[]) => ({ id: levels.join(), levels }) as Parameters<typeof meetingsFor>[1][number];
  const all = [meeting(['INFO']), meeting(['CONSEIL', 'INFO']), meeting(['SUIVI']), meeting([])];
  expect(meetingsFor('INFO', all).map(({ id }) => id)).toEqual(['INFO', 'CONSEIL,INFO', '']);
  expect(meetingsFor(null, all).map(({ id }) => id)).toEqual(['']);
});
