import { addDays, lastDay } from '../convention/proposals';

interface NextPlan {
  /** Its years, such as "2027-2032". */
  name?: string;
  startsOn?: string;
  endsOn?: string;
}

/** The plan that follows the last one: from the day after, as long as a plan may last. Nothing where there is none to follow. */
export function nextPlan(plans: readonly { endsOn: string }[], years: number): NextPlan {
  const last = plans
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  if (!last) return {};
  const startsOn = addDays(last, 1);
  const endsOn = lastDay(startsOn, years);
  return { name: [...new Set([startsOn, endsOn].map((day) => day.slice(0, 4)))].join('-'), startsOn, endsOn };
}
