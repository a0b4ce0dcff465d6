import { describe, expect, it } from 'vitest';
import { emptyDraft, mistakes } from './draft.js';

const right = { ...emptyDraft, title: 'Le DALO', heldOn: '2026-03-11', startTime: '09:00', endTime: '12:00' };
const check = (changed: Partial<typeof right>) => mistakes({ ...right, ...changed }, '2026-02-10', '2026-03-11');

describe('a training followed elsewhere', () => {
  it('needs a title, a day and hours; organiser and place may stay empty', () => {
    expect(check({})).toEqual({});
    expect(mistakes(emptyDraft, '2026-02-10', '2026-03-11')).toEqual({
      title: 'nameMissing',
      heldOn: 'dayMissing',
      startTime: 'startMissing',
      endTime: 'endMissing',
    });
  });
  it('is declared afterwards, within the days that the EPCI sets', () => {
    expect(check({ heldOn: '2026-03-12' })).toEqual({ heldOn: 'dayToCome' });
    expect(check({ heldOn: '2026-02-10' })).toEqual({});
    expect(check({ heldOn: '2026-02-09' })).toEqual({ heldOn: 'dayTooOld' });
  });
  it('ends after it began', () => {
    expect(check({ endTime: '09:00' })).toEqual({ endTime: 'endBeforeStart' });
  });
});
