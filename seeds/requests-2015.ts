import { addDays, addYears } from '../api/src/base/days.rules.js';
import { workingDay } from './days.js';
import type { ParsedSeeds, RequestRow } from './rows.js';

/**
 * The registrations counted by guichet for a past year, as one request each so that statistics read them like any other:
 * no number, no commune wanted, no household (none was published), days spread evenly over the year and invented.
 */
export function countedRequests(base: ParsedSeeds): RequestRow[] {
  return base.registrations.flatMap(({ guichetKey, year, requests, source }) =>
    Array.from({ length: requests }, (_, index): RequestRow => {
      const day = addDays(`${year}-01-05`, Math.floor(((index + 0.5) * 355) / requests));
      const registeredOn = workingDay(day, -1);
      return {
        guichetKey,
        number: null,
        registeredOn,
        seniorityOn: registeredOn,
        expiresOn: addYears(registeredOn, 1),
        channel: 'GUICHET',
        communeInseeCode: null,
        communeValidFrom: null,
        householdSize: null,
        source,
      };
    }),
  );
}
