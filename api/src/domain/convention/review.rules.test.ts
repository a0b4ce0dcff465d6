import { describe, expect, it } from 'vitest';
import { Role } from '../../base/codes.js';
import { ConventionState } from './convention.codes.js';
import {
  changedFields,
  commentRefusal,
  lockRefusal,
  readingActs,
  readingRefusal,
  reviewRefusal,
  unlockedFields,
} from './review.rules.js';

const content = ['level', 'etp', 'endsOn'];

describe('what of a convention may change, for whom', () => {
  const expected = (state: ConventionState, role: Role): string[] => {
    if (state === 'DRAFT') return role === 'EPCI_STAFF' ? content : [];
    return state === 'CORRECTION' && (role === 'EPCI_STAFF' || role === 'AGENT') ? ['etp'] : [];
  };
  for (const state of ConventionState)
    for (const role of Role) {
      const open = expected(state, role);
      it(`${role} in ${state}: ${open.join(', ') || 'nothing'}`, () => {
        const version = { state, openComments: ['etp'] };
        expect(unlockedFields(version, role, content)).toEqual(open);
        for (const field of content)
          expect(lockRefusal(version, role, [field], content)?.name, field).toBe(
            open.includes(field)
              ? undefined
              : state === 'DRAFT' || state === 'CORRECTION'
                ? 'ConventionFieldLocked'
                : 'ConventionNotEditable',
          );
      });
    }
  it('names the field that is locked', () => {
    expect(
      lockRefusal({ state: 'CORRECTION', openComments: ['etp'] }, 'AGENT', ['etp', 'level'], content),
    ).toMatchObject({ name: 'ConventionFieldLocked', field: 'level' });
  });
  it('nothing is open for those who are signed out', () => {
    expect(unlockedFields({ state: 'CORRECTION', openComments: ['etp'] }, 'ANONYMOUS', content)).toEqual([]);
  });
});

describe('comments', () => {
  it.each(ConventionState)(
    '%s: both sides comment in review and correction, EPCI staff also before the signature',
    (state) => {
      const both = state === 'IN_REVIEW' || state === 'CORRECTION';
      expect(reviewRefusal(state, 'GUICHET')).toEqual(both ? null : expect.objectContaining({ code: 'RULE' }));
      expect(reviewRefusal(state, 'EPCI') === null).toBe(both || state === 'TO_SIGN');
    },
  );
  it('are on a field of the content', () => {
    expect(commentRefusal('IN_REVIEW', 'GUICHET', 'etp', content)).toBeNull();
    expect(commentRefusal('IN_REVIEW', 'GUICHET', 'state', content)?.name).toBe('CommentOnNoField');
  });
});

describe('nothing to change', () => {
  const read = { state: 'IN_REVIEW', openComments: [], reviewedAt: null } as const;
  it('is said by the guichet’s reviewers alone, in review, once nothing waits for an answer', () => {
    expect(readingActs(read, 'AGENT')).toEqual(['CONFIRM']);
    expect(readingActs(read, 'EPCI_STAFF')).toEqual([]);
    expect(readingActs({ ...read, openComments: ['etp'] }, 'AGENT')).toEqual([]);
    for (const state of ConventionState.filter((one) => one !== 'IN_REVIEW')) {
      expect(readingActs({ ...read, state }, 'AGENT')).toEqual([]);
      expect(readingRefusal({ ...read, state })?.name).toBe('ConventionNotInReview');
    }
    expect(readingRefusal({ ...read, openComments: ['etp'] })?.name).toBe('ReadingWithComments');
  });
  it('is taken back while the text is still in review', () => {
    const said = { ...read, reviewedAt: '2026-03-12T09:00:00Z' };
    expect(readingActs(said, 'AGENT')).toEqual(['WITHDRAW']);
    expect(readingActs({ ...said, state: 'TO_SIGN' }, 'AGENT')).toEqual([]);
  });
});

describe('what an avenant changed', () => {
  it('is told field by field', () => {
    const slot = { weekday: 'MON', from: '09:00', to: '12:00', weeks: 'ALL', byAppointment: false };
    const hours = { slots: [slot], remark: null };
    expect(
      changedFields(
        { level: 'INFO', etp: 0.5, openingHours: hours, missions: ['A'], levelConditions: null },
        { level: 'SUIVI', etp: 0.5, openingHours: { remark: null, slots: [{ ...slot }] }, missions: ['A', 'B'] },
      ),
    ).toEqual([
      { field: 'level', before: 'INFO', after: 'SUIVI' },
      { field: 'missions', before: ['A'], after: ['A', 'B'] },
    ]);
  });
});
