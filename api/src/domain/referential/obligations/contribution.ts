import { meetings } from './meetings.js';
import { judgeMeetings } from './meetings-of-year.js';
import type { ObligationRule } from './obligation.js';

/** Meetings of the year at which an agent of the guichet helped to make the tools. */
export const contribution: ObligationRule = {
  ...meetings,
  judge: (subject, obligation, level) => judgeMeetings(subject, obligation, level, ({ contributed }) => contributed),
};
