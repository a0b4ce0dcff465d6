import type { Refusal } from './refusal.js';
import { InvalidLink } from './shared.errors.js';

/** Checks the text of a field, for declarations: gives the refusal, which names the field, or nothing. */
export type Shape = (value: string, field?: string) => Refusal | undefined;

/** One whole address of the web: nothing that a browser would run, and no password in it. */
export const webAddress: Shape = (value, field) => {
  const address = URL.parse(value);
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  return isWeb && /^https?:\/\/\S+$/i.test(value) && !address.username && !address.password
    ? undefined
    : new InvalidLink(value, field);
};
