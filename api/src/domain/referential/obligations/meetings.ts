import { judgeMeetings } from './meetings-of-year.js';
import type { ObligationRule } from './obligation.js';

/** Meetings of the service that the guichet attends in the year. */
export const meetings: ObligationRule = {
  asks: ['target', 'planned'],
  required: ['target'],
  unit: 'MEETING',
  isYesOrNo: () => false,
  counted: true,
  remedy: 'MEETING',
  ofPeople: true,
  facts: {},
  meetings: [{ kind: null, from: 'b.first' }],
  flaw: () => null,
  judge: (subject, obligation, level) => judgeMeetings(subject, obligation, level, () => true),
};
