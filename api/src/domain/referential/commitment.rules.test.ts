import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Level } from '../../base/codes.js';
import { addDays, daysIn, earliest, firstDay, lastDay } from '../../base/days.rules.js';
import {
  type BindingVersion,
  type CommitmentFacts,
  clipped,
  commitmentSegments,
  type ObligationFacts,
  proRata,
  type Segment,
} from './commitment.rules.js';

const anObligation = (kind: ObligationFacts['kind'], given: Partial<ObligationFacts> = {}): ObligationFacts => ({
  id: kind,
  kind,
  target: null,
  planned: null,
  modes: null,
  windowMonths: null,
  ...given,
});
const aReferential = {
  id: 'ref-1',
  validFrom: '2016-01-01',
  validTo: null,
  obligations: [
    { ...anObligation('MEETINGS', { target: 1 }), level: 'INFO' as const },
    { ...anObligation('MEETINGS', { target: 3 }), level: 'CONSEIL' as const },
  ],
};
const aVersion = (given: Partial<BindingVersion> = {}): BindingVersion => ({
  id: 'v1',
  state: 'SIGNED',
  startsOn: '2024-01-01',
  endsOn: '2029-12-31',
  terminatedOn: null,
  level: 'INFO',
  referentialId: 'ref-1',
  etp: null,
  ...given,
});
const facts = (given: Partial<CommitmentFacts> = {}): CommitmentFacts => ({
  openedOn: null,
  closedOn: null,
  levelAgreed: null,
  versions: [],
  referentials: [aReferential],
  ...given,
});
const outline = (given: Partial<CommitmentFacts>, year = 2026) =>
  commitmentSegments(facts(given), year).map(({ from, to, level }) => `${from} ${to} ${level}`);

describe('what a guichet is committed to over a year', () => {
  it('is its convention in force all year', () => {
    expect(outline({ versions: [aVersion()] })).toEqual(['2026-01-01 2026-12-31 INFO']);
  });
  it('is nothing without convention nor agreed level', () => expect(outline({})).toEqual([]));
  it('is the agreed level while no convention is in force', () => {
    expect(outline({ levelAgreed: 'SUIVI', versions: [aVersion({ startsOn: '2026-04-01' })] })).toEqual([
      '2026-01-01 2026-03-31 SUIVI',
      '2026-04-01 2026-12-31 INFO',
    ]);
  });
  it('changes level on the day the avenant begins', () => {
    const first = aVersion({ endsOn: '2026-06-30' });
    const avenant = aVersion({ id: 'v2', startsOn: '2026-07-01', level: 'CONSEIL' });
    expect(outline({ versions: [avenant, first] })).toEqual([
      '2026-01-01 2026-06-30 INFO',
      '2026-07-01 2026-12-31 CONSEIL',
    ]);
  });
  it('holds up to and with the day of a termination', () => {
    expect(outline({ versions: [aVersion({ state: 'TERMINATED', terminatedOn: '2026-02-28' })] })).toEqual([
      '2026-01-01 2026-02-28 INFO',
    ]);
  });
  it('takes nothing from a version that is not signed', () => {
    for (const state of ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'CANCELLED'] as const)
      expect(outline({ versions: [aVersion({ state })] })).toEqual([]);
  });
  it('ends the day before the guichet closes', () => {
    expect(outline({ versions: [aVersion()], openedOn: '2026-02-01', closedOn: '2026-09-01' })).toEqual([
      '2026-02-01 2026-08-31 INFO',
    ]);
    expect(outline({ versions: [aVersion()], closedOn: '2026-01-01' })).toEqual([]);
  });
  it('keeps the référentiel that the convention was signed under', () => {
    const newer = { ...aReferential, id: 'ref-2', validFrom: '2026-03-01', obligations: [] };
    const older = { ...aReferential, validTo: '2026-03-01' };
    const [kept] = commitmentSegments(facts({ versions: [aVersion()], referentials: [older, newer] }), 2026);
    expect(kept?.obligations).toHaveLength(1);
    const agreed = commitmentSegments(facts({ levelAgreed: 'INFO', referentials: [older, newer] }), 2026);
    expect(agreed.map(({ obligations }) => obligations?.length)).toEqual([1, 0]);
  });
  it('carries the ETP that the convention promises, and none without convention', () => {
    const [agreed, promised] = commitmentSegments(
      facts({ levelAgreed: 'INFO', versions: [aVersion({ startsOn: '2026-04-01', etp: 0.8 })] }),
      2026,
    );
    expect([agreed?.etp, promised?.etp]).toEqual([null, 0.8]);
  });
  it('says when no référentiel covers the days', () => {
    expect(commitmentSegments(facts({ levelAgreed: 'INFO', referentials: [] }), 2026)[0]?.obligations).toBeNull();
  });
  it('never overlaps itself nor leaves the year, whatever the dates', () => {
    const day = fc.integer({ min: -800, max: 800 }).map((days) => addDays('2026-07-01', days));
    const version = fc.record({
      from: day,
      length: fc.integer({ min: 0, max: 900 }),
      level: fc.constantFrom(...Level),
    });
    fc.assert(
      fc.property(
        fc.array(version, { maxLength: 4 }),
        fc.option(fc.constantFrom(...Level)),
        fc.option(day),
        fc.option(day),
        (given, levelAgreed, openedOn, closedOn) => {
          const versions = given.map(({ from, length, level }, index) =>
            aVersion({ id: `v${index}`, startsOn: from, endsOn: addDays(from, length), level }),
          );
          const segments = commitmentSegments(facts({ versions, levelAgreed, openedOn, closedOn }), 2026);
          let last = '2025-12-31';
          for (const { from, to } of segments) {
            expect(from > last && from <= to).toBe(true);
            last = to;
          }
          expect(last <= '2026-12-31').toBe(true);
        },
      ),
    );
  });
});

describe('pro rata of the days at each level', () => {
  const at = (from: string, to: string, target: number): Segment => ({
    from,
    to,
    level: 'INFO',
    conventionVersionId: null,
    etp: null,
    obligations: [anObligation('MEETINGS', { target })],
  });
  it('gives the whole figure for a whole year, leap or not', () => {
    expect(proRata([at('2026-01-01', '2026-12-31', 3)], 2026, 'MEETINGS', 'target')).toBe(3);
    expect(proRata([at('2024-01-01', '2024-12-31', 3)], 2024, 'MEETINGS', 'target')).toBe(3);
  });
  it('sums the parts before rounding up: half a year at 1 and half at 3 make 2, or 3 with one day more', () => {
    const split = (cut: string) =>
      proRata([at('2026-01-01', cut, 1), at(addDays(cut, 1), '2026-12-31', 3)], 2026, 'MEETINGS', 'target');
    expect(split('2026-07-02')).toBe(2); // 183 and 182 days: 1.997
    expect(split('2026-07-01')).toBe(3); // 182 and 183 days: 2.003
    const leap = [at('2024-01-01', '2024-07-01', 1), at('2024-07-02', '2024-12-31', 3)];
    expect(proRata(leap, 2024, 'MEETINGS', 'target')).toBe(2); // 183 and 183 days: exactly 2
  });
  it('does not round up what only binary arithmetic adds: 0.04 + 0.08 + 0.88 is 1', () => {
    const parts = [
      at('2026-01-01', '2026-03-14', 0.2),
      at('2026-03-15', '2026-08-07', 0.2),
      at('2026-08-08', '2026-12-31', 2.2),
    ];
    expect(proRata(parts, 2026, 'MEETINGS', 'target')).toBe(1);
  });
  it('asks for one meeting of who began on 31 December', () => {
    expect(proRata([at('2026-12-31', '2026-12-31', 1)], 2026, 'MEETINGS', 'target')).toBe(1);
  });
  it('is none where no level has the figure', () => {
    expect(proRata([], 2026, 'MEETINGS', 'target')).toBeNull();
    expect(proRata([at('2026-01-01', '2026-12-31', 3)], 2026, 'CONTRIBUTION', 'target')).toBeNull();
    expect(proRata([at('2026-01-01', '2026-12-31', 3)], 2026, 'MEETINGS', 'planned')).toBeNull();
  });
  it('never exceeds the highest full-year figure, rounded up, and never falls as days are added', () => {
    const part = fc.record({
      days: fc.integer({ min: 1, max: 120 }),
      target: fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 2015, max: 2040 }),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        (year, parts) => {
          let from = firstDay(year);
          const segments: Segment[] = [];
          for (const { days, target } of parts) {
            const to = earliest(addDays(from, days - 1), lastDay(year)) ?? from;
            if (from <= to) segments.push(at(from, to, target));
            from = addDays(to, 1);
          }
          const total = proRata(segments, year, 'MEETINGS', 'target') ?? -1;
          expect(total).toBeLessThanOrEqual(Math.ceil(Math.max(...parts.map(({ target }) => target))));
          expect(total).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(total)).toBe(true);
          expect(total).toBeGreaterThanOrEqual(proRata(segments.slice(0, -1), year, 'MEETINGS', 'target') ?? 0);
          expect(segments.reduce((sum, segment) => sum + daysIn(segment.from, segment.to), 0)).toBeLessThanOrEqual(366);
        },
      ),
    );
  });
  it('counts only the days on which the guichet is open', () => {
    const [rest] = clipped([at('2026-01-01', '2026-12-31', 3)], { startsOn: '2026-09-01', endsOn: null });
    expect(rest).toMatchObject({ from: '2026-09-01', to: '2026-12-31' });
    expect(clipped([at('2026-01-01', '2026-03-31', 3)], { startsOn: '2026-09-01', endsOn: null })).toEqual([]);
  });
});
