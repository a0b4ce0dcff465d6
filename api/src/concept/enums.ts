import { registerEnumType } from 'type-graphql';
import { enumDescription, enumValueDescription } from './vocabulary.js';

export interface CodeList {
  name: string;
  values: readonly string[];
}
const enums = new Map<string, object>();

/** The GraphQL enum of a closed list of codes, registered once. */
export const enumOf = ({ name, values }: CodeList): object => {
  const known = enums.get(name);
  if (known) return known;
  const type = Object.fromEntries(values.map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(
    values.map((value) => [value, { description: enumValueDescription(name, value) }]),
  );
  registerEnumType(type, { name, description: enumDescription(name), valuesConfig });
  enums.set(name, type);
  return type;
};
export const registeredEnums = (): Map<string, object> => enums;

/** A list given as `{ Level }`, with its name. */
export const codeList = (given: Record<string, readonly string[]>): CodeList => {
  const [entry] = Object.entries(given);
  if (!entry) throw new Error('A code needs its list, as { Level }');
  return { name: entry[0], values: entry[1] };
};

/** The enum of a list given as `{ Level }`, as the type of a field made by hand. */
export const codeType = (given: Record<string, readonly string[]>): (() => object) => {
  const type = enumOf(codeList(given));
  return () => type;
};
