import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../base/days.rules.js';
import { type NoticeFacts, noticesDue } from './notice.rules.js';

const aVersion = (given: Partial<NoticeFacts> = {}): NoticeFacts => ({
  id: '1',
  startsOn: '2022-07-01',
  endsOn: '2028-06-30',
  terminatedOn: null,
  continued: false,
  ...given,
});
const told = (version: NoticeFacts, from = '2000-01-01', until = '2100-01-01') =>
  noticesDue([version], from, until).map(({ kind, dueOn }) => `${dueOn} ${kind}`);

describe('what is told of a signed version', () => {
  it('its first day, twelve, six and three months before its end, and the day after it', () => {
    expect(told(aVersion())).toEqual([
      '2022-07-01 IN_FORCE',
      '2027-06-30 ENDS_IN_12_MONTHS',
      '2027-12-30 ENDS_IN_6_MONTHS',
      '2028-03-30 ENDS_IN_3_MONTHS',
      '2028-07-01 EXPIRED',
    ]);
  });
  it('three months before 31 May is the last day of February', () => {
    expect(told(aVersion({ endsOn: '2028-05-31' }))).toContain('2028-02-29 ENDS_IN_3_MONTHS');
  });
  it('no end once it was terminated before, and nothing at all when that was before its first day', () => {
    expect(told(aVersion({ terminatedOn: '2024-01-31' }))).toEqual(['2022-07-01 IN_FORCE']);
    expect(told(aVersion({ terminatedOn: '2022-06-30' }))).toEqual([]);
  });
  it('no end when an avenant or the renewal is signed', () => {
    expect(told(aVersion({ continued: true }))).toEqual(['2022-07-01 IN_FORCE']);
  });
  it('no announcement before a short term begins', () => {
    expect(told(aVersion({ startsOn: '2028-01-01' }))).toEqual([
      '2028-01-01 IN_FORCE',
      '2028-03-30 ENDS_IN_3_MONTHS',
      '2028-07-01 EXPIRED',
    ]);
  });
});

describe('which days are told', () => {
  it('those after the last one told, today with them', () => {
    expect(told(aVersion(), '2022-07-01', '2027-06-30')).toEqual(['2027-06-30 ENDS_IN_12_MONTHS']);
    expect(told(aVersion(), '2027-06-30', '2027-06-30')).toEqual([]);
  });
  it('each exactly once, however the server was up or down', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 12 }), (absences) => {
        const version = aVersion();
        let day = '2022-01-01';
        const all: string[] = [];
        for (const days of [...absences, 9000]) {
          const next = addDays(day, days);
          all.push(...told(version, day, next));
          day = next;
        }
        expect(all).toEqual(told(version));
      }),
    );
  });
});
