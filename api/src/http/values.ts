import { z } from 'zod';
import { InvalidValue } from '../base/shared.errors.js';

/** A text that is there; how long it may be is the business of whoever reads it. */
export const text = z.string().min(1).max(1000);
/** A password to choose: that it is too short or too long is said in a sentence of its own. */
export const passwordText = z.string().max(1000);

/** The values of a body. @throws InvalidValue naming the field at fault */
export const valuesOf = <T>(shape: z.ZodType<T>, body: unknown): T => {
  const { success, data, error } = shape.safeParse(body ?? {});
  if (success) return data;
  throw new InvalidValue(error.issues[0]?.path.join('.') || undefined);
};
