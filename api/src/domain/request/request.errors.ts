import { Refusal } from '../../base/refusal.js';

/** Seniority is the first registration's date: it cannot come after this one. */
export class SeniorityAfterRegistration extends Refusal {
  constructor(registeredOn: string, seniorityOn: string) {
    super('BAD_USER_INPUT', { registeredOn, seniorityOn }, { field: 'seniorityOn' });
  }
}

export class RegistrationInFuture extends Refusal {
  constructor(registeredOn: string) {
    super('BAD_USER_INPUT', { registeredOn }, { field: 'registeredOn' });
  }
}
