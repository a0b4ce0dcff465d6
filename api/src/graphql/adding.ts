import type { EntityManager } from '@mikro-orm/postgresql';
import { createParameterDecorator } from 'type-graphql';
import { type ConceptClass, conceptOf } from '../concept/meta.js';
import { UuidScalar } from '../concept/scalars.js';
import { argumentDescription } from '../concept/vocabulary.js';
import { addOnce } from '../write/once.js';
import type { Context } from './context.js';

/**
 * Adds a row of a concept and answers it. What `work` does is one transaction with the request's key: asked again with the same
 * `requestKey`, it is not done again, and the answer is the row of the first time as it is now.
 *
 * @param work given the entity manager to add it with; gives the row's database key
 */
export type Add = (concept: ConceptClass, work: (em: EntityManager) => Promise<string>) => Promise<unknown>;

/** A parameter of every mutation that adds a row: declares its argument `requestKey`, and is an `Add`. */
export const Adding = (): ParameterDecorator =>
  createParameterDecorator<Context>(
    ({ args: { requestKey, ...given }, context: { em, caller, reader }, info }): Add =>
      async (type, work) => {
        const concept = conceptOf(type);
        const asked = { requestKey: requestKey as string | undefined, operation: info.fieldName, given };
        return reader.byKey(concept, info, await addOnce(em, caller, concept, asked, work));
      },
    {
      arg: {
        name: 'requestKey',
        typeFunc: () => UuidScalar,
        options: { nullable: true, description: argumentDescription('requestKey') },
      },
    },
  ) as ParameterDecorator;
