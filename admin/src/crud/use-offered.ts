import { useCan } from '@refinedev/core';
import { type ConceptName, conceptOf, type Verb } from './metadata';

/** Refine's name of each operation. */
export const actions = { read: 'list', create: 'create', update: 'edit', delete: 'delete' } as const satisfies Record<
  Verb,
  string
>;

/** Whether the reader is offered an operation on a concept (providers/access.ts); not yet, until that is known. */
export function useOffered(concept: ConceptName, verb: Verb): boolean {
  const { data } = useCan({ resource: conceptOf(concept).plural, action: actions[verb] });
  return data?.can ?? false;
}
