import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Level } from '../../base/codes.js';
import { UnknownId } from '../../base/shared.errors.js';
import { enumOf } from '../../concept/enums.js';
import { encodeId } from '../../concept/id.js';
import { conceptNamed, conceptOf } from '../../concept/meta.js';
import { DateScalar } from '../../concept/scalars.js';
import { inputType, objectType } from '../../concept/type-graphql.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import { type Add, Adding } from '../../graphql/adding.js';
import type { Context } from '../../graphql/context.js';
import { keyOf } from '../../write/input.js';
import { proposedTerm, type TermFacts } from './acts.rules.js';
import { amendConvention, renewConvention } from './amend.service.js';
import { Convention } from './convention.entity.js';
import type { GuichetAfter, WholeTerm } from './convention.rules.js';
import { ConventionVersion } from './convention-version.entity.js';
import { planFacts, termFacts } from './life-facts.js';
import { settleConvention } from './move.service.js';

const levelEnum = enumOf({ name: 'Level', values: Level });

/** What becomes of a guichet once no convention binds it. */
export const GuichetAfterInput = inputType('GuichetAfterInput', {
  level: { type: () => levelEnum, nullable: true },
  registers: { type: () => Boolean },
  closedOn: { type: () => DateScalar, nullable: true },
});

/** `planId`: the plan that covers the first day; none: the term is as long as the EPCI allows. */
const ProposedTerm = objectType('ProposedTerm', {
  startsOn: { type: () => DateScalar },
  endsOn: { type: () => DateScalar },
  planId: { type: () => ID, nullable: true },
});

/** What follows on a signed convention: its avenants, its renewal, what is left when nothing follows. */
@Resolver()
export class LifeResolver {
  @Authorized(['EPCI_STAFF'])
  @Query(() => ProposedTerm, { description: operationDescription('proposedTerm') })
  async proposedTerm(
    @Arg('guichetId', () => ID, { nullable: true, description: argumentDescription('guichetId', 'proposedTerm') })
    guichetId: string | undefined,
    @Arg('from', () => DateScalar, { nullable: true, description: argumentDescription('from', 'proposedTerm') })
    from: string | undefined,
    @Ctx() { reader, caller }: Context,
  ) {
    const key = guichetId ? keyOf(conceptNamed('Guichet'), guichetId, 'guichetId') : null;
    const facts = (await reader.run(key ? termFacts(key) : planFacts)) as TermFacts<WholeTerm & { id: string }> | null;
    if (!facts) throw new UnknownId('Guichet', 'guichetId');
    const { startsOn, endsOn, plan } = proposedTerm(facts, caller.today, from);
    return { startsOn, endsOn, planId: plan && encodeId('Plan', plan.id) };
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => ConventionVersion, { description: operationDescription('amendConvention') })
  async amendConvention(
    @Arg('id', () => ID, { description: argumentDescription('id', 'amendConvention') }) id: string,
    @Arg('startsOn', () => DateScalar, { description: argumentDescription('startsOn', 'amendConvention') })
    startsOn: string,
    @Adding() add: Add,
    @Ctx() { caller }: Context,
  ) {
    return add(ConventionVersion, (em) => amendConvention(em, caller, { id, startsOn }));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Convention, { description: operationDescription('renewConvention') })
  async renewConvention(
    @Arg('id', () => ID, { description: argumentDescription('id', 'renewConvention') }) id: string,
    @Arg('startsOn', () => DateScalar, { description: argumentDescription('startsOn', 'renewConvention') })
    startsOn: string,
    @Arg('endsOn', () => DateScalar, { description: argumentDescription('endsOn', 'renewConvention') }) endsOn: string,
    @Adding() add: Add,
    @Ctx() { caller }: Context,
  ) {
    return add(Convention, (em) => renewConvention(em, caller, { id, startsOn, endsOn }));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => ConventionVersion, { description: operationDescription('settleConvention') })
  async settleConvention(
    @Arg('id', () => ID, { description: argumentDescription('id', 'settleConvention') }) id: string,
    @Arg('revision', () => Int, { description: argumentDescription('revision') }) revision: number,
    @Arg('guichet', () => GuichetAfterInput, { description: argumentDescription('guichet', 'settleConvention') })
    guichet: GuichetAfter,
    @Ctx() { em, caller, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = await settleConvention(em, caller, { id, revision }, guichet);
    return reader.byKey(conceptOf(ConventionVersion), info, key);
  }
}
