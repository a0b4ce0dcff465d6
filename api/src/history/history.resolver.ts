import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { argumentDescription, operationDescription } from '../concept/vocabulary.js';
import type { Context } from '../graphql/context.js';
import { ChangeType } from './change.types.js';
import { readHistory, undoChange } from './history.service.js';

const said = (argument: string, operation: string) => ({ description: argumentDescription(argument, operation) });

@Resolver()
export class HistoryResolver {
  @Authorized(['ADMIN', 'EPCI_STAFF', 'AGENT'])
  @Query(() => [ChangeType], { description: operationDescription('history') })
  history(
    @Arg('id', () => ID, said('id', 'history')) id: string,
    @Arg('first', () => Int, { defaultValue: 20, ...said('first', 'history') }) first: number,
    @Arg('before', () => ID, { nullable: true, ...said('before', 'history') }) before: string | undefined,
    @Arg('parts', () => Boolean, { defaultValue: false, ...said('parts', 'history') }) parts: boolean,
    @Ctx() { reader }: Context,
  ) {
    return readHistory(reader, { id, first, parts, ...(before ? { before } : {}) });
  }

  @Authorized(['ADMIN', 'EPCI_STAFF', 'AGENT'])
  @Mutation(() => ChangeType, { description: operationDescription('undoChange') })
  undoChange(@Arg('id', () => ID, said('id', 'undoChange')) id: string, @Ctx() { em, reader }: Context) {
    return undoChange(em, reader, id);
  }
}
