import { TextTooLong } from '../../base/shared.errors.js';
import { tidyLine } from '../../write/input.js';
import { email as emailShape, personName } from './account.shapes.js';

const emailMax = 200;
const nameMax = 120;

/** An address as it is stored: one person, however they type it. */
export const asStored = (email: string): string => email.normalize('NFC').trim().toLowerCase();

/** The address of a new account. @throws InvalidEmail, TextTooLong */
export const accountEmail = (given: string): string => {
  const email = asStored(given);
  if (email.length > emailMax) throw new TextTooLong(email.length, emailMax, 'email');
  const refusal = emailShape(email);
  if (refusal) throw refusal;
  return email;
};

/** The name of a new account that a command makes: without one, what stands before the @ of its address. @throws NameHoldsAddress, TextTooLong */
export const accountName = (given: string | undefined, email: string): string => {
  const name = tidyLine(given ?? '') || (email.split('@')[0] ?? email);
  if (name.length > nameMax) throw new TextTooLong(name.length, nameMax, 'displayName');
  const refusal = personName(name, 'displayName');
  if (refusal) throw refusal;
  return name;
};
