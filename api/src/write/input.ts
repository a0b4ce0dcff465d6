import type { EntityManager } from '@mikro-orm/postgresql';
import { InvalidId, TextTooLong, UnknownId, ValueMissing, ValueOutOfRange } from '../base/shared.errors.js';
import { decodeId } from '../concept/id.js';
import { type ConceptMeta, type FieldMeta, targetOf } from '../concept/meta.js';

export type Input = Record<string, unknown>;

/** Name of a field in inputs: a relation is given by the id of its row. */
export const inputName = (field: FieldMeta): string => (field.kind === 'one' ? `${field.name}Id` : field.name);

export const isWritten = (field: FieldMeta, verb: 'create' | 'update'): boolean =>
  field.write === 'both' || field.write === verb;

/**
 * A text as it is kept, whoever declares it: control characters come from pasting, PostgreSQL holds no NUL and documents none
 * of the others; ends of lines and tabs are kept, spaces around are never meant.
 */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\P{Cc}\n\r\t]/gu, '')
    .trim();

/**
 * A text of one line as it is kept: an end of line pasted with it is a space, and nothing in it is there without being seen, or
 * turns the order in which the rest is read.
 */
export const tidyLine = (text: string): string =>
  tidyText(
    text
      .replaceAll(/[\n\r\t\v\f\u0085\u2028\u2029]+/g, ' ')
      .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, ''),
  );

/** The one way to write a value. Spaces around are never meant; an empty text is no text. */
export const tidied = (field: FieldMeta, value: unknown): unknown => {
  if (field.tidy && value !== null) return field.tidy(value);
  // A set of codes: in the order of its list, each one once, so that the same choice is the same value.
  if (field.kind === 'decimal' && typeof value === 'number') return Number(value.toFixed(field.scale));
  if (field.kind === 'time' && typeof value === 'string') return value.slice(0, 5);
  if (field.kind === 'codes' && Array.isArray(value)) return field.codes?.values.filter((code) => value.includes(code));
  if (field.kind === 'texts' && Array.isArray(value))
    return [...new Set(value.map((one) => tidyLine(String(one))).filter(Boolean))];
  if (typeof value !== 'string') return value;
  if (field.kind === 'text' || field.kind === 'url') return tidyLine(value) || null;
  if (field.kind === 'longtext') return tidyText(value) || null;
  return value;
};

const checkValue = (field: FieldMeta, value: unknown): void => {
  const name = inputName(field);
  if (value === null) {
    if (!field.nullable && field.default === undefined) throw new ValueMissing(name);
    return;
  }
  if (typeof value === 'string') {
    if (field.max !== undefined && value.length > field.max) throw new TextTooLong(value.length, field.max, name);
    const refusal = field.shape?.(value, name);
    if (refusal) throw refusal;
  }
  if (field.kind === 'texts' && Array.isArray(value))
    for (const text of value as string[])
      if (field.max !== undefined && text.length > field.max) throw new TextTooLong(text.length, field.max, name);
  if (typeof value === 'number') {
    const { min = -1e8, max = 1e8 } = field;
    if (value < min || value > max) throw new ValueOutOfRange(min, max, name);
  }
};

/**
 * The data of an input for an entity: texts tidied, values checked against the declaration, relations resolved to rows
 * that the caller sees.
 *
 * @throws Refusal naming the field at fault
 */
export const dataOf = async (
  em: EntityManager,
  concept: ConceptMeta,
  input: Input,
  verb: 'create' | 'update',
): Promise<Input> => {
  const data: Input = {};
  for (const field of concept.fields.values()) {
    const name = inputName(field);
    if (!isWritten(field, verb) || (verb === 'update' && input[name] === undefined)) continue;
    const value = tidied(field, input[name] ?? null);
    if (value === null && field.default !== undefined && !field.nullable) {
      if (verb === 'create') continue;
      throw new ValueMissing(name);
    }
    checkValue(field, value);
    data[field.name] = field.kind === 'one' && value !== null ? await referenced(em, field, String(value)) : value;
  }
  return data;
};

const referenced = async (em: EntityManager, field: FieldMeta, id: string): Promise<object> => {
  const target = targetOf(field);
  const row = await findVisible(em, target, id, inputName(field));
  return row;
};

/** The database key of an id given for a concept. */
export const keyOf = (concept: ConceptMeta, id: string, field?: string): string => {
  const decoded = decodeId(id);
  if (decoded?.concept !== concept.name) throw new InvalidId(concept.name, field);
  return decoded.key;
};

/** A reference to a row that the caller sees. */
export const findVisible = async (
  em: EntityManager,
  concept: ConceptMeta,
  id: string,
  field?: string,
): Promise<object> => {
  const key = keyOf(concept, id, field);
  // Counted, not loaded in part: a rule that asks the reference for its row must get the whole of it.
  if ((await em.count(concept.type, { id: key } as never)) === 0) throw new UnknownId(concept.name, field);
  return em.getReference(concept.type, key as never);
};
