import { type FormField, type FormSection, formFieldOf } from '../define';
import { type ConceptName, type Field, fieldAt } from '../metadata';
import { valueAt } from '../row';

/** A field of a form, with what the metadata says of it. */
export interface Input extends FormField {
  field: Field;
  /** Its name in the API's inputs, and in the form. */
  name: string;
}

/** What is typed, by the names of the API's inputs. `null` is "never entered". */
export type Values = Record<string, unknown>;

const written = (field: Field, verb: 'create' | 'update') => field.write === 'both' || field.write === verb;

/** The inputs of a form's section, for adding or changing. */
export function inputsOf(concept: ConceptName, section: FormSection, verb: 'create' | 'update'): Input[] {
  return section.fields
    .map(formFieldOf)
    .map((declared) => ({ ...declared, field: fieldAt(concept, declared.path).field }))
    .filter(({ field }) => written(field, verb))
    .map((input) => ({ ...input, name: input.field.input ?? input.path }));
}

/** What a row holds, as the form shows it. */
export function valuesOfRow(inputs: readonly Input[], row: unknown): Values {
  return Object.fromEntries(
    inputs.map(({ name, path, field }) => [
      name,
      (field.kind === 'one' ? valueAt(row, `${path}.id`) : valueAt(row, path)) ?? null,
    ]),
  );
}

/** What a new form starts with: the usual values, and what the address brings ("add an agent to this guichet"). */
export function startValues(inputs: readonly Input[], search: URLSearchParams): Values {
  return Object.fromEntries(inputs.map(({ name, field }) => [name, search.get(name) ?? field.default ?? null]));
}

/** As the API takes it: an empty text is nothing. */
export function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return value === undefined ? null : value;
}

export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));

/** Only what was changed is sent, so that two people who change different fields rarely meet. */
export function changesOf(inputs: readonly Input[], before: Values, now: Values): Values {
  return Object.fromEntries(
    inputs.filter(({ name }) => !same(before[name], now[name])).map(({ name }) => [name, tidy(now[name])]),
  );
}

/** What is sent for a new row: what was filled in. */
export function filledOf(inputs: readonly Input[], now: Values): Values {
  return Object.fromEntries(inputs.map(({ name }) => [name, tidy(now[name])]).filter(([, value]) => value !== null));
}

export interface Difference {
  name: string;
  mine: unknown;
  theirs: unknown;
}

/**
 * When somebody saved first: the fields that both changed, differently (to be chosen one by one), and those that only they changed
 * (kept as they are now).
 */
export function compare(
  inputs: readonly Input[],
  before: Values,
  mine: Values,
  theirs: Values,
): { both: Difference[]; onlyTheirs: Difference[] } {
  const changed = inputs
    .filter(({ name }) => !same(before[name], theirs[name]) && !same(mine[name], theirs[name]))
    .map(({ name }) => ({ name, mine: mine[name], theirs: theirs[name] }));
  return {
    both: changed.filter(({ name }) => !same(before[name], mine[name])),
    onlyTheirs: changed.filter(({ name }) => same(before[name], mine[name])),
  };
}
