import 'reflect-metadata';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { prepareListTypes } from '../concept/list-types.js';
import { allConcepts } from '../concept/meta.js';
import { checkRole } from './access.js';

/** Values come from the database under the name that the request gives them: aliases are distinct there already. */
const byResponseKey: GraphQLFieldResolver<Record<string, unknown>, unknown> = (row, _args, _context, info) => row[String(info.path.key)];

/** Builds the executable schema from the resolvers of all concepts. */
export const makeSchema = async (resolvers: object[]): Promise<GraphQLSchema> => {
  const concepts = allConcepts();
  prepareListTypes(concepts);
  const schema = await buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<() => void>,
    authChecker: checkRole,
    validate: false,
  });
  const readRoadTypes = new Set(['PageInfo', ...concepts.flatMap(({ name }) => [name, `${name}Connection`])]);
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && readRoadTypes.has(type.name))
      for (const field of Object.values(type.getFields())) field.resolve = byResponseKey;
  return schema;
};
