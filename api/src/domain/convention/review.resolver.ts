import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql';
import { conceptOf } from '../../concept/meta.js';
import { DateScalar } from '../../concept/scalars.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import { type Add, Adding } from '../../graphql/adding.js';
import type { Context } from '../../graphql/context.js';
import { ConventionComment } from './convention-comment.entity.js';
import { ConventionVersion } from './convention-version.entity.js';
import {
  commentConvention,
  confirmReading,
  recordDeliberation,
  recordSneConvention,
  reopenComment,
  resolveComment,
  withdrawReading,
} from './review.service.js';

const revisionArgument = { description: argumentDescription('revision') };
const argument = (name: string, operation: string) => ({ description: argumentDescription(name, operation) });

/** The review of a version by its two sides, and what is noted of it until it is signed. */
@Resolver()
export class ReviewResolver {
  @Authorized(['EPCI_STAFF', 'AGENT'])
  @Mutation(() => ConventionComment, { description: operationDescription('commentConvention') })
  async commentConvention(
    @Arg('id', () => ID, argument('id', 'commentConvention')) id: string,
    @Arg('field', () => String, argument('field', 'commentConvention')) field: string,
    @Arg('text', () => String, argument('text', 'commentConvention')) text: string,
    @Adding() add: Add,
    @Ctx() { caller }: Context,
  ) {
    return add(ConventionComment, (em) => commentConvention(em, caller, { id, field, text }));
  }

  @Authorized(['EPCI_STAFF', 'AGENT'])
  @Mutation(() => ConventionComment, { description: operationDescription('resolveComment') })
  async resolveComment(
    @Arg('id', () => ID, argument('id', 'resolveComment')) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Arg('answer', () => String, { nullable: true, ...argument('answer', 'resolveComment') })
    answer: string | null | undefined,
    @Ctx() { em, caller, reader, clock }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = await resolveComment(em, caller, { id, revision, answer }, clock.now());
    return reader.byKey(conceptOf(ConventionComment), info, key);
  }

  @Authorized(['EPCI_STAFF', 'AGENT'])
  @Mutation(() => ConventionComment, { description: operationDescription('reopenComment') })
  async reopenComment(
    @Arg('id', () => ID, argument('id', 'reopenComment')) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Ctx() { em, caller, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(ConventionComment), info, await reopenComment(em, caller, { id, revision }));
  }

  @Authorized(['AGENT'])
  @Mutation(() => ConventionVersion, { description: operationDescription('confirmConventionReading') })
  async confirmConventionReading(
    @Arg('id', () => ID, argument('id', 'confirmConventionReading')) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Ctx() { em, caller, reader, clock }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = await confirmReading(em, caller, { id, revision }, clock.now());
    return reader.byKey(conceptOf(ConventionVersion), info, key);
  }

  @Authorized(['AGENT'])
  @Mutation(() => ConventionVersion, { description: operationDescription('withdrawConventionReading') })
  async withdrawConventionReading(
    @Arg('id', () => ID, argument('id', 'withdrawConventionReading')) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Ctx() { em, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(ConventionVersion), info, await withdrawReading(em, { id, revision }));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => ConventionVersion, { description: operationDescription('recordDeliberation') })
  async recordDeliberation(
    @Arg('id', () => ID, argument('id', 'recordDeliberation')) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Arg('assembly', () => String, argument('assembly', 'recordDeliberation')) assembly: string,
    @Arg('on', () => DateScalar, argument('on', 'recordDeliberation')) on: string,
    @Arg('number', () => String, { nullable: true, ...argument('number', 'recordDeliberation') })
    number: string | null | undefined,
    @Ctx() { em, caller, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = await recordDeliberation(em, caller, { id, revision, assembly, on, number });
    return reader.byKey(conceptOf(ConventionVersion), info, key);
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => ConventionVersion, { description: operationDescription('recordSneConvention') })
  async recordSneConvention(
    @Arg('id', () => ID, argument('id', 'recordSneConvention')) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Arg('signedOn', () => DateScalar, argument('signedOn', 'recordSneConvention')) signedOn: string,
    @Ctx() { em, caller, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = await recordSneConvention(em, caller, { id, revision, signedOn });
    return reader.byKey(conceptOf(ConventionVersion), info, key);
  }
}
