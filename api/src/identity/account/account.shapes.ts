import { z } from 'zod';
import type { Shape } from '../../base/shape.js';
import { InvalidEmail, NameHoldsAddress } from './account.errors.js';

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
