import { ArgsType, type ClassType, Field, InputType, ObjectType } from 'type-graphql';
import { argumentDescription, typeDescription, typeFieldDescription } from './vocabulary.js';

/** Type-GraphQL classes made from declarations instead of written by hand: this file alone knows how. */
export type TypeThunk = () => object | [object];
export interface GeneratedField {
  type: TypeThunk;
  nullable?: boolean;
  description?: string;
  defaultValue?: unknown;
}

const make =
  (kind: (name: string, description: string) => ClassDecorator) =>
  (name: string, fields: Record<string, GeneratedField>, description = ''): ClassType => {
    const type = { [name]: class {} }[name] as ClassType;
    for (const [field, { type: fieldType, nullable = false, description: said, defaultValue }] of Object.entries(
      fields,
    )) {
      const words = said || typeFieldDescription(name, field) || argumentDescription(field);
      Field(fieldType as () => ClassType, { nullable, description: words, defaultValue })(type.prototype, field);
    }
    kind(name, typeDescription(name) || description)(type);
    return type;
  };

export const objectType = make((name, description) => ObjectType(name, { description }) as ClassDecorator);
export const argsType = make(() => ArgsType() as ClassDecorator);
export const inputType = make((name, description) => InputType(name, { description }) as ClassDecorator);
