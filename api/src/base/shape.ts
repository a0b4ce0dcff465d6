import type { Refusal } from './refusal.js';

/** Checks the text of a field, for declarations: gives the refusal, which names the field, or nothing. */
export type Shape = (value: string, field?: string) => Refusal | undefined;
