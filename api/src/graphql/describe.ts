import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { registeredEnums } from '../concept/enums.js';
import { allConcepts, type FieldMeta, targetOf } from '../concept/meta.js';
import { inputName } from '../write/input.js';
import { rolesWith } from './access.js';

/** All that an object holds, as a selection: ` { slots { from to } remark }`; nothing of a value without parts. */
const selectionOf = (type: unknown): string =>
  isObjectType(type)
    ? ` { ${Object.values(type.getFields())
        .map((part) => `${part.name}${selectionOf(getNamedType(part.type))}`)
        .join(' ')} }`
    : '';

/** The object of the API that a field kept as JSON is. */
const objectOf = (schema: GraphQLSchema, concept: string, field: string): unknown => {
  const type = schema.getType(concept);
  const found = isObjectType(type) ? type.getFields()[field] : undefined;
  return found && getNamedType(found.type);
};

const describeField = (schema: GraphQLSchema, concept: string, field: FieldMeta) => ({
  kind: field.kind,
  ...(field.codes ? { enum: field.codes.name } : {}),
  ...(field.target ? { target: targetOf(field).name } : {}),
  nullable: field.nullable || field.match !== undefined,
  filter: field.filter,
  sort: field.sort,
  write: field.write,
  ...(field.write === 'none' ? {} : { input: inputName(field) }),
  ...(field.kind === 'json' && field.answer ? { selection: selectionOf(objectOf(schema, concept, field.name)) } : {}),
  ...(field.dated ? { dated: true } : {}),
  ...(field.personal ? { personal: true } : {}),
  ...(field.readers ? { readers: field.readers } : {}),
  ...(field.max === undefined ? {} : { max: field.max }),
  ...(field.min === undefined ? {} : { min: field.min }),
  ...(field.scale === undefined ? {} : { scale: field.scale }),
  ...(field.default === undefined ? {} : { default: field.default }),
});

/** The declarations as data, for the admin: it makes lists, forms, pages and exports from them. Derived values are for screens of their own. */
export const describeConcepts = (schema: GraphQLSchema) => ({
  concepts: Object.fromEntries(
    allConcepts().map((concept) => [
      concept.name,
      {
        plural: concept.plural,
        title: concept.title,
        search: concept.search,
        order: concept.order,
        dated: concept.validOn !== undefined,
        roles: {
          read: rolesWith(concept, 'read'),
          create: rolesWith(concept, 'create'),
          update: rolesWith(concept, 'update'),
          delete: rolesWith(concept, 'delete'),
        },
        fields: Object.fromEntries(
          [...concept.fields.values()]
            .filter(({ kind }) => kind !== 'derived')
            .map((field) => [field.name, describeField(schema, concept.name, field)]),
        ),
      },
    ]),
  ),
  enums: Object.fromEntries(
    [...registeredEnums()]
      .map(([name, values]) => [name, Object.keys(values)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
});
