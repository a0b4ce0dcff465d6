import 'reflect-metadata';
import { type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { prepareListTypes } from '../concept/list-types.js';
import { allConcepts, type FieldMeta, findConcept } from '../concept/meta.js';
import { typeDescription } from '../concept/vocabulary.js';
import { exportsOf } from '../discover.js';
import { checkRole } from './access.js';
import type { Context } from './context.js';
import { operationsOf } from './crud.js';
import { checkAnswerFirst } from './mutations.js';

/** Values come from the database under the name that the request gives them: aliases are distinct there already. */
const byResponseKey: GraphQLFieldResolver<Record<string, unknown>, unknown> = (row, _args, _context, info) =>
  row[String(info.path.key)];

const resolverOf = (field: FieldMeta | undefined): GraphQLFieldResolver<Record<string, unknown>, Context> => {
  const derive = field?.derive;
  return derive
    ? (row, _args, { caller }, info) => derive(row[String(info.path.key)] as never, caller.role, caller.today)
    : byResponseKey;
};

/**
 * An argument that is null was not given: its default stands in for it. GraphQL tells the two apart, resolvers need not. Within
 * an input they differ: a change to null empties a field.
 */
const absentWhenNull = (field: GraphQLField<unknown, Context>): void => {
  const { resolve, args } = field;
  if (!resolve) return;
  const defaults = new Map(args.map(({ name, defaultValue }) => [name, defaultValue]));
  field.resolve = (source, given: Record<string, unknown>, context, info) =>
    resolve(
      source,
      Object.fromEntries(
        Object.entries(given)
          .map(([name, value]) => [name, value ?? defaults.get(name)])
          .filter(([, value]) => value !== undefined),
      ),
      context,
      info,
    );
};

/**
 * Builds the executable schema: the plain operations of every concept (`*.entity.ts`), asking the rules of every service
 * (`*.service.ts`), and the classes that every `*.resolver.ts` exports, one by one or in lists.
 */
export const makeSchema = async (): Promise<GraphQLSchema> => {
  await exportsOf('*.entity');
  await exportsOf('*.service');
  const resolvers = (await exportsOf('*.resolver')).flat().filter((exported) => typeof exported === 'function');
  const concepts = allConcepts();
  prepareListTypes(concepts);
  const schema = await buildSchema({
    resolvers: [...concepts.flatMap(operationsOf), ...resolvers] as unknown as NonEmptyArray<() => void>,
    authChecker: checkRole,
    globalMiddlewares: [checkAnswerFirst],
    validate: false,
  });
  // Type-GraphQL makes the root types itself and takes no words for them.
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    if (root) {
      root.description = typeDescription(root.name);
      for (const field of Object.values(root.getFields())) absentWhenNull(field);
    }
  const readRoadTypes = new Set(['PageInfo', ...concepts.flatMap(({ name }) => [name, `${name}Connection`])]);
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && readRoadTypes.has(type.name))
      for (const field of Object.values(type.getFields()))
        field.resolve = resolverOf(findConcept(type.name)?.fields.get(field.name));
  return schema;
};
