import { z } from 'zod';
import { InvalidEmail, NameHoldsAddress } from '../identity/account/account.errors.js';
import type { Refusal } from './errors.js';
import { InvalidInseeCode, InvalidSiren } from './territory/territory.errors.js';
import { isInseeCode, isSiren } from './territory/territory.rules.js';

/** Checks of a field's value, for declarations: the refusal, which names the field, or nothing. */
export type Shape = (value: string, field?: string) => Refusal | undefined;

export const siren: Shape = (value) => (isSiren(value) ? undefined : new InvalidSiren(value));
export const inseeCode: Shape = (value) => (isInseeCode(value) ? undefined : new InvalidInseeCode(value));
const emailAddress = z.email();
/**
 * One e-mail address and nothing else, of the letters that every mail server takes: no name before it, no second one behind a comma
 * or a semicolon, no `mailto:`, no space, nothing that is not seen.
 */
export const email: Shape = (value, field = 'email') =>
  emailAddress.safeParse(value).success ? undefined : new InvalidEmail(value, field);

/** The name of a person leads nowhere: it stands in mails that come from us. */
export const personName: Shape = (value, field = 'displayName') =>
  /:\/\/|\bwww\.|@/i.test(value) ? new NameHoldsAddress(field) : undefined;
