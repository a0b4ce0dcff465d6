import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql';
import { conceptOf } from '../../concept/meta.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { Meeting } from './meeting.entity.js';
import { moveMeeting } from './meeting.service.js';

const idArgument = { description: argumentDescription('id') };
const revisionArgument = { description: argumentDescription('revision') };

@Resolver()
export class MeetingResolver {
  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Meeting, { description: operationDescription('openMeeting') })
  async openMeeting(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Ctx() { em, caller, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(Meeting), info, await moveMeeting(em, caller, 'OPEN', { id, revision }));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Meeting, { description: operationDescription('closeMeeting') })
  async closeMeeting(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Ctx() { em, caller, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(Meeting), info, await moveMeeting(em, caller, 'CLOSE', { id, revision }));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Meeting, { description: operationDescription('cancelMeeting') })
  async cancelMeeting(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Arg('motive', () => String, { description: argumentDescription('motive') }) motive: string,
    @Ctx() { em, caller, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(Meeting), info, await moveMeeting(em, caller, 'CANCEL', { id, revision, motive }));
  }
}
