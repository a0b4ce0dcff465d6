import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSON, GraphQLLocalDate, GraphQLLocalTime, GraphQLUUID } from 'graphql-scalars';
import { typeDescription } from './vocabulary.js';

const named = (name: string, base: GraphQLScalarType): GraphQLScalarType =>
  new GraphQLScalarType({ ...base.toConfig(), name, description: typeDescription(name) });

/** A day, 'YYYY-MM-DD': a string inside and outside, so that no time zone can shift it. */
export const DateScalar = named('Date', GraphQLLocalDate);
/** A local wall time, 'HH:MM'. */
export const TimeScalar = named('Time', GraphQLLocalTime);
/** An instant in UTC. */
export const DateTimeScalar = named('DateTime', GraphQLDateTimeISO);
/** A key that its sender made up, such as crypto.randomUUID() gives it. */
export const UuidScalar = named('UUID', GraphQLUUID);
export const JsonScalar = named('JSON', GraphQLJSON);
