import { getNamedType } from 'graphql';
import type { MiddlewareFn } from 'type-graphql';
import { findConcept } from '../concept/meta.js';
import type { Context } from './context.js';

/** A mutation whose answer would be refused (a closed field, too many rows) is refused before it writes anything. */
export const checkAnswerFirst: MiddlewareFn<Context> = ({ context, info }, next) => {
  if (info.parentType === info.schema.getMutationType()) {
    const concept = findConcept(getNamedType(info.returnType).name);
    if (concept) context.reader.check(concept, info);
  }
  return next();
};
