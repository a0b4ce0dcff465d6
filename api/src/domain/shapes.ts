import { InvalidEmail } from './account/account.errors.js';
import type { Refusal } from './errors.js';
import { InvalidInseeCode, InvalidSiren } from './territory/territory.errors.js';
import { isInseeCode, isSiren } from './territory/territory.rules.js';

/** Checks of a field's value, for declarations: the refusal, or nothing. */
export type Shape = (value: string) => Refusal | undefined;

export const siren: Shape = (value) => (isSiren(value) ? undefined : new InvalidSiren(value));
export const inseeCode: Shape = (value) => (isInseeCode(value) ? undefined : new InvalidInseeCode(value));
export const email: Shape = (value) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : new InvalidEmail(value));
