import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Level } from '../../base/codes.js';
import { UnknownId } from '../../base/shared.errors.js';
import { codeType } from '../../concept/enums.js';
import { conceptNamed, conceptOf } from '../../concept/meta.js';
import { DateScalar } from '../../concept/scalars.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import { type Add, Adding } from '../../graphql/adding.js';
import type { Context } from '../../graphql/context.js';
import { keyOf } from '../../write/input.js';
import { type ContentRows, comparisonOf, contentFacts } from './comparison.facts.js';
import { ReferentialComparison } from './comparison.types.js';
import { type ComplianceFacts, complianceFacts } from './compliance.facts.js';
import { complianceReport } from './compliance.report.js';
import { yearRefusal } from './compliance.rules.js';
import { GuichetCompliance } from './compliance.types.js';
import { Referential } from './referential.entity.js';
import { draftReferential, publishReferential } from './referential.service.js';
import { segmentsAtLevel } from './supposition.rules.js';

const operation = (name: string) => ({ name, description: operationDescription(name) });
const argument = (name: string, of: string) => ({ description: argumentDescription(name, of) });
const checkYear = (year: number): void => {
  const refusal = yearRefusal(year);
  if (refusal) throw refusal;
};

/** Versions of the référentiel: prepared, compared, published; and what another level would ask of a guichet. */
@Resolver()
export class ReferentialResolver {
  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Referential, operation('draftReferential'))
  async draft(
    @Arg('validFrom', () => DateScalar, argument('validFrom', 'draftReferential')) validFrom: string,
    @Adding() add: Add,
    @Ctx() { caller }: Context,
  ) {
    return add(Referential, (em) => draftReferential(em, caller, validFrom));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Referential, operation('publishReferential'))
  async publish(
    @Arg('id', () => ID, argument('id', 'publishReferential')) id: string,
    @Arg('revision', () => Int, { description: argumentDescription('revision') }) revision: number,
    @Ctx() { em, caller, clock, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(Referential), info, await publishReferential(em, caller, clock, { id, revision }));
  }

  /** Contents and facts come in one statement; pure rules compare the ones and judge the others twice. */
  @Authorized(['EPCI_STAFF'])
  @Query(() => ReferentialComparison, operation('compareReferentials'))
  async compare(
    @Arg('fromId', () => ID, argument('fromId', 'compareReferentials')) fromId: string,
    @Arg('toId', () => ID, argument('toId', 'compareReferentials')) toId: string,
    @Arg('year', () => Int, argument('year', 'compareReferentials')) year: number,
    @Ctx() { reader, caller }: Context,
  ) {
    checkYear(year);
    const concept = conceptOf(Referential);
    const [from, to] = [keyOf(concept, fromId, 'fromId'), keyOf(concept, toId, 'toId')];
    const [contents, facts] = await Promise.all([
      reader.run(contentFacts([from, to])),
      reader.statistic(complianceFacts(year, null, [from, to])),
    ]);
    const asked = { from, to, year, today: caller.today };
    const comparison = comparisonOf(contents as ContentRows, facts as ComplianceFacts, asked);
    if (!comparison) throw new UnknownId('Referential', 'toId');
    return comparison;
  }

  @Authorized(['EPCI_STAFF', 'AGENT'])
  @Query(() => GuichetCompliance, operation('whatIf'))
  async suppose(
    @Arg('guichetId', () => ID, argument('guichetId', 'whatIf')) guichetId: string,
    @Arg('level', codeType({ Level }), argument('level', 'whatIf')) level: Level,
    @Arg('year', () => Int, argument('year', 'whatIf')) year: number,
    @Ctx() { reader, caller }: Context,
  ) {
    checkYear(year);
    const key = keyOf(conceptNamed('Guichet'), guichetId, 'guichetId');
    const facts = (await reader.statistic(complianceFacts(year, key))) as ComplianceFacts;
    const [report] = complianceReport(facts, year, caller, (commitment) =>
      segmentsAtLevel(commitment, year, level, caller.today),
    );
    if (!report) throw new UnknownId('Guichet', 'guichetId');
    return report;
  }
}
