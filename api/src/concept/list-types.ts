import { Args, type ClassType, Field, Float, ID, Int, registerEnumType } from 'type-graphql';
import { enumOf } from './enums.js';
import { type ConceptMeta, type FieldKind, type FieldMeta, isText, targetOf } from './meta.js';
import { pageDefault } from './page.js';
import { DateScalar, DateTimeScalar, TimeScalar } from './scalars.js';
import { argsType, type GeneratedField, inputType, objectType, type TypeThunk } from './type-graphql.js';
import {
  enumDescription,
  enumValueDescription,
  fieldLabel,
  patternDescription,
  typeDescription,
  typeFieldDescription,
} from './vocabulary.js';

const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: enumDescription('SortDirection'),
  valuesConfig: {
    ASC: { description: enumValueDescription('SortDirection', 'ASC') },
    DESC: { description: enumValueDescription('SortDirection', 'DESC') },
  },
});

const made = new Map<string, ClassType>();
/** Type-GraphQL types are looked up by name, so that filters of concepts that point to each other can be made in any order. */
const typeNamed = (name: string): ClassType => {
  const type = made.get(name);
  if (!type) throw new Error(`${name} was not prepared`);
  return type;
};
const once = (name: string, build: () => ClassType): ClassType => {
  const known = made.get(name);
  if (known) return known;
  const type = build();
  made.set(name, type);
  return type;
};

const optional = (type: TypeThunk): GeneratedField => ({ type, nullable: true });
const ordered = (type: TypeThunk): Record<string, GeneratedField> => ({
  eq: optional(type),
  ne: optional(type),
  in: optional(() => [type() as object]),
  gt: optional(type),
  gte: optional(type),
  lt: optional(type),
  lte: optional(type),
  isNull: optional(() => Boolean),
});
const equality = (type: TypeThunk): Record<string, GeneratedField> => ({
  eq: optional(type),
  ne: optional(type),
  in: optional(() => [type() as object]),
  isNull: optional(() => Boolean),
});

const scalarFilters: Partial<Record<FieldKind, { name: string; fields: Record<string, GeneratedField> }>> = {
  id: { name: 'IdFilter', fields: equality(() => ID) },
  text: {
    name: 'StringFilter',
    fields: { ...equality(() => String), contains: optional(() => String), startsWith: optional(() => String) },
  },
  int: { name: 'IntFilter', fields: ordered(() => Int) },
  decimal: { name: 'DecimalFilter', fields: ordered(() => Float) },
  boolean: { name: 'BooleanFilter', fields: { eq: optional(() => Boolean), isNull: optional(() => Boolean) } },
  date: { name: 'DateFilter', fields: ordered(() => DateScalar) },
  time: { name: 'TimeFilter', fields: ordered(() => TimeScalar) },
  datetime: { name: 'DateTimeFilter', fields: ordered(() => DateTimeScalar) },
  texts: { name: 'StringListFilter', fields: { has: optional(() => String), isNull: optional(() => Boolean) } },
};

const filterTypeOf = (field: FieldMeta): (() => ClassType) => {
  const { kind, codes } = field;
  if (kind === 'one') return () => typeNamed(`${targetOf(field).name}Filter`);
  if (codes) {
    const many = kind === 'codes';
    const name = `${codes.name}${many ? 'List' : ''}Filter`;
    const fields = many
      ? { has: optional(() => enumOf(codes)), isNull: optional(() => Boolean) }
      : equality(() => enumOf(codes));
    const type = once(name, () => inputType(name, fields, typeDescription('EnumFilter')));
    return () => type;
  }
  const filter = scalarFilters[isText(field) ? 'text' : kind];
  if (!filter) throw new Error(`${field.name}: ${kind} cannot be filtered`);
  const type = once(filter.name, () => inputType(filter.name, filter.fields));
  return () => type;
};

const filterFields = (concept: ConceptMeta): Record<string, GeneratedField> => {
  const self: TypeThunk = () => typeNamed(`${concept.name}Filter`);
  const fields = [...concept.fields.values()].filter((field) => field.filter);
  return {
    and: optional(() => [self() as object]),
    or: optional(() => [self() as object]),
    not: optional(self),
    ...Object.fromEntries(
      fields.map((field) => [
        field.name,
        { type: filterTypeOf(field), nullable: true, description: fieldLabel(concept.name, field.name) },
      ]),
    ),
  };
};

const sortFields = (concept: ConceptMeta): Record<string, GeneratedField> =>
  Object.fromEntries(
    [...concept.fields.values()]
      .filter((field) => field.sort)
      .map((field) => [
        field.name,
        {
          type: field.kind === 'one' ? () => typeNamed(`${targetOf(field).name}Sort`) : () => SortDirection,
          nullable: true,
          description: fieldLabel(concept.name, field.name),
        },
      ]),
  );

const PageInfo = objectType('PageInfo', {
  hasNextPage: { type: () => Boolean },
  hasPreviousPage: { type: () => Boolean },
  startCursor: { type: () => String, nullable: true },
  endCursor: { type: () => String, nullable: true },
});

const listArgs = (concept: ConceptMeta): Record<string, GeneratedField> => ({
  filter: optional(() => typeNamed(`${concept.name}Filter`)),
  sort: optional(() => [typeNamed(`${concept.name}Sort`)]),
  search: optional(() => String),
  first: { type: () => Int, defaultValue: pageDefault },
  after: optional(() => String),
  offset: optional(() => Int),
  ...(concept.validOn ? { on: { type: () => DateScalar, nullable: true } } : {}),
  ...(concept.recorded ? { asOf: { type: () => DateTimeScalar, nullable: true } } : {}),
});

export const OnArgs = argsType('OnArgs', { on: { type: () => DateScalar, nullable: true } });
export const connectionOf = (concept: ConceptMeta): ClassType => typeNamed(`${concept.name}Connection`);
export const listArgsOf = (concept: ConceptMeta): ClassType => typeNamed(`${concept.name}ListArgs`);

/** Makes the list types (filter, sort, connection, arguments) of every concept: before the schema is built. */
export const prepareListTypes = (concepts: ConceptMeta[]): void => {
  for (const concept of concepts) {
    const { name, type } = concept;
    once(`${name}Filter`, () =>
      inputType(`${name}Filter`, filterFields(concept), patternDescription('types.filter', name)),
    );
    once(`${name}Sort`, () => inputType(`${name}Sort`, sortFields(concept), patternDescription('types.sort', name)));
    once(`${name}ListArgs`, () => argsType(`${name}ListArgs`, listArgs(concept)));
    once(`${name}Connection`, () =>
      objectType(
        `${name}Connection`,
        {
          nodes: { type: () => [type], description: typeFieldDescription('*connection', 'nodes') },
          totalCount: { type: () => Int, description: typeFieldDescription('*connection', 'totalCount') },
          pageInfo: { type: () => PageInfo, description: typeFieldDescription('*connection', 'pageInfo') },
        },
        patternDescription('types.connection', name),
      ),
    );
  }
};

/** The decorator of a field whose arguments are those of `argsOf`: to-many and dated fields of concepts. */
export const fieldWithArguments =
  (argsOf: () => ClassType, type: TypeThunk, options: { nullable?: boolean; description?: string }) =>
  (prototype: object, name: string): void => {
    Args(argsOf)(prototype, name, 0);
    Field(type as () => ClassType, options)(prototype, name, { value: () => undefined });
  };
