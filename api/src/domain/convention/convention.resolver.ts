import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql';
import { conceptOf } from '../../concept/meta.js';
import { DateScalar } from '../../concept/scalars.js';
import { argsType, type GeneratedField, inputType } from '../../concept/type-graphql.js';
import { argumentDescription, operationDescription, patternDescription } from '../../concept/vocabulary.js';
import { type Add, Adding } from '../../graphql/adding.js';
import type { Context } from '../../graphql/context.js';
import { inputFields } from '../../graphql/crud.js';
import { type Input, tidyText } from '../../write/input.js';
import { keepSentDocument } from '../document/index.js';
import type { ConventionTransition } from './convention.codes.js';
import { Convention } from './convention.entity.js';
import { rolesOf, type TransitionInput } from './convention.rules.js';
import { createConvention, deleteConvention } from './convention.service.js';
import { ConventionVersion } from './convention-version.entity.js';
import { GuichetAfterInput } from './life.resolver.js';
import { moveConvention, type WithMove } from './move.service.js';

const { conventionId: _given, ...content } = inputFields(conceptOf(ConventionVersion), 'create');
const proposed = (field: GeneratedField | undefined, described: string): GeneratedField => ({
  type: () => ID,
  ...field,
  nullable: true,
  description: argumentDescription(described, 'createConvention') ?? field?.description,
});
const { number, ...identity } = inputFields(conceptOf(Convention), 'create');

/** Identity and content at once: what is proposed when absent, the number and the référentiel, may be left out. */
const ConventionCreateInput = inputType(
  'ConventionCreateInput',
  {
    ...identity,
    ...content,
    number: proposed(number, 'number'),
    referentialId: proposed(content.referentialId, 'referentialId'),
  },
  patternDescription('types.createInput', 'Convention'),
);

const SignatoryInput = inputType('SignatoryInput', {
  party: { type: () => String },
  name: { type: () => String },
  quality: { type: () => String, nullable: true },
  signedOn: { type: () => DateScalar, nullable: true },
});

@Resolver()
export class ConventionResolver {
  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Convention, { name: 'createConvention', description: operationDescription('createConvention') })
  async create(
    @Arg('input', () => ConventionCreateInput, { description: argumentDescription('input') }) input: Input,
    @Adding() add: Add,
    @Ctx() { caller }: Context,
  ) {
    return add(Convention, (em) => createConvention(em, caller, input));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => ID, { name: 'deleteConvention', description: operationDescription('deleteConvention') })
  delete(
    @Arg('id', () => ID, { description: argumentDescription('id') }) id: string,
    @Arg('revision', () => Int, { description: argumentDescription('revision') }) revision: number,
    @Ctx() { em }: Context,
  ) {
    return deleteConvention(em, { id, revision });
  }
}

type MoveArguments = { id: string; revision: number; motive?: string | undefined } & Omit<
  TransitionInput,
  'terminationMotive' | 'cancellationMotive'
>;

const day: GeneratedField = { type: () => DateScalar, nullable: true };
const text: GeneratedField = { type: () => String, nullable: true };

/** The operation of each transition and what it takes beside the version; the rule says which of these it cannot do without. */
const operations: Record<ConventionTransition, { name: string; asks?: Record<string, GeneratedField> }> = {
  SUBMIT: { name: 'submitConvention' },
  REQUEST_CORRECTION: { name: 'requestConventionCorrection', asks: { motive: text } },
  RESUBMIT: { name: 'resubmitConvention' },
  SEND_TO_SIGN: { name: 'sendConventionToSign' },
  SIGN: {
    name: 'signConvention',
    asks: { signedOn: day, signatories: { type: () => [SignatoryInput], nullable: true } },
  },
  TERMINATE: {
    name: 'terminateConvention',
    asks: {
      terminatedOn: day,
      motive: text,
      noticeOn: day,
      guichet: { type: () => GuichetAfterInput, nullable: true },
    },
  },
  WITHDRAW: { name: 'withdrawConvention', asks: { withdrawnOn: day, motive: text } },
  CANCEL: { name: 'cancelConvention', asks: { motive: text } },
};

const mover = (transition: ConventionTransition) => {
  const { name, asks = {} } = operations[transition];
  const described = Object.entries({ id: { type: () => ID }, revision: { type: () => Int }, ...asks }).map(
    ([argument, field]): [string, GeneratedField] => [
      argument,
      { ...field, description: argumentDescription(argument, name) },
    ],
  );
  const Arguments = argsType(`${name}Args`, Object.fromEntries(described));
  @Resolver()
  class Moves {
    @Authorized([...rolesOf(transition)])
    @Mutation(() => ConventionVersion, { name, description: operationDescription(name) })
    async move(@Args(() => Arguments) args: MoveArguments, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
      const { em, caller, reader } = context;
      const { id, revision, motive: typed, ...given } = args;
      const motive = typed && tidyText(typed);
      const input = { ...given, terminationMotive: motive, cancellationMotive: motive };
      // What the parties are given to sign is kept by the transaction that sends it.
      const kept: WithMove = (inner, key) => keepSentDocument({ context, schema: info.schema }, inner, key);
      const withMove = transition === 'SEND_TO_SIGN' ? kept : undefined;
      return reader.byKey(
        conceptOf(ConventionVersion),
        info,
        await moveConvention(em, caller, { id, revision }, transition, input, motive, withMove),
      );
    }
  }
  return Moves;
};

/** One mutation for each transition of the table. */
export const transitionOperations = Object.keys(operations).map((name) => mover(name as ConventionTransition));
