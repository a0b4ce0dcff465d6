import { attendancesOf } from './current/attendances.js';
import { conventionsOf } from './current/conventions.js';
import { meetingsOf } from './current/meetings.js';
import { requestsOf } from './current/requests.js';
import { answerReading, nameReviewers, reviewsOf } from './current/reviews.js';
import { staffOf } from './current/staff.js';
import { plansOf, planTerm } from './current/term.js';
import { createRandom } from './random.js';
import type { CurrentPlan, ParsedSeeds } from './rows.js';

/** Any number would do; changing it changes who came to which meeting and every request. */
const SEED = 243800984;

/**
 * The plan that runs on `today`, so that the demo has daily work whatever the day it is loaded: a term, the conventions in
 * their various states, the people, a year of meetings on each side, two years of requests. Deterministic and without I/O: the same
 * `base` and `today` give the same rows. All of it is invented (`source: RECONSTRUCTED`).
 * @param base what `parseSeeds` read
 * @param today a day from 2024-01-01 to 2040-12-31, 'YYYY-MM-DD'
 * @throws RangeError for another day
 */
export function currentPlan(base: ParsedSeeds, today: string): CurrentPlan {
  const random = createRandom(SEED);
  const term = planTerm(today);
  const staff = staffOf(base, term, today);
  nameReviewers(staff);
  const signed = conventionsOf(base, term, staff.assignments, today);
  answerReading(base, staff, signed.conventionVersions, today);
  const reviews = reviewsOf(base, staff, signed.conventionVersions, today);
  const conventions = {
    ...signed,
    comments: reviews.comments,
    conventionVersions: [...signed.conventionVersions, ...reviews.conventionVersions],
  };
  const meetings = meetingsOf(today);
  const { attendances, outside } = attendancesOf(base, staff, conventions.conventionVersions, meetings, today, random);
  return {
    ...plansOf(term),
    ...staff,
    ...conventions,
    meetings: [...meetings, ...outside],
    attendances,
    requests: requestsOf(base, today, random),
  };
}
