import { addMonths, addYears, type Day } from '../../base/days.rules.js';
import type { Refusal } from '../../base/refusal.js';
import type { RequestNumberOddity } from './request.codes.js';
import { RegistrationInFuture, SeniorityAfterRegistration } from './request.errors.js';

/**
 * What looks odd in a numéro unique: 3 digits of territory, 2 of month, 2 of year, 6 of sequence, then 5 of guichet
 * (letters or digits), e.g. 0001023000042GDXXX for October 2023. Null: nothing. A warning, never a refusal.
 * `seniorityOn`: the first registration, whose month the number should bear.
 */
export function numberOddity(number: string, seniorityOn?: Day | null): RequestNumberOddity | null {
  if (number.length !== 18) return 'LENGTH';
  if (!/^\d{13}[A-Z0-9]{5}$/i.test(number)) return 'CHARACTERS';
  const month = number.slice(3, 5);
  if (month < '01' || month > '12') return 'MONTH';
  const monthAndYear = seniorityOn ? seniorityOn.slice(5, 7) + seniorityOn.slice(2, 4) : null;
  return monthAndYear !== null && number.slice(3, 7) !== monthAndYear ? 'OTHER_MONTH' : null;
}

/** A request is valid one year from its registration or renewal; from 29 February, until 28 February. */
export function requestExpiresOn(registeredOrRenewedOn: Day): Day {
  return addYears(registeredOrRenewedOn, 1);
}

/** The applicant is warned at least one month before the end. */
export function requestWarnBy(expiresOn: Day): Day {
  return addMonths(expiresOn, -1);
}

/**
 * Whole months since the first registration, whatever was renewed or extended since: seniority survives both.
 * 0 before it.
 */
export function seniorityMonths(seniorityOn: Day, today: Day): number {
  const months =
    (Number(today.slice(0, 4)) - Number(seniorityOn.slice(0, 4))) * 12 +
    Number(today.slice(5, 7)) -
    Number(seniorityOn.slice(5, 7));
  return Math.max(0, addMonths(seniorityOn, months) <= today ? months : months - 1);
}

/** A registration has taken place, and seniority never begins after it. */
export function requestDatesRefusal(
  request: { readonly registeredOn: Day; readonly seniorityOn: Day },
  today: Day,
): Refusal | null {
  if (request.registeredOn > today) return new RegistrationInFuture(request.registeredOn);
  if (request.seniorityOn > request.registeredOn)
    return new SeniorityAfterRegistration(request.registeredOn, request.seniorityOn);
  return null;
}
