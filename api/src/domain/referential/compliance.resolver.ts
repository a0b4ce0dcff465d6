import { Arg, Authorized, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { conceptNamed } from '../../concept/meta.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { texts } from '../../words/words.js';
import { keyOf } from '../../write/input.js';
import { type ComplianceFacts, complianceFacts, readComplianceFacts } from './compliance.facts.js';
import { complianceReport } from './compliance.report.js';
import { yearRefusal } from './compliance.rules.js';
import { GuichetCompliance, ObligationKindTraits } from './compliance.types.js';
import { obligationRules } from './obligations/index.js';
import { ObligationKind } from './referential.codes.js';

const describe = (name: string) => ({ description: argumentDescription(name, 'complianceReport') });

@Resolver()
export class ComplianceResolver {
  /** One statement brings the facts of all guichets; pure rules judge them. */
  @Authorized(['EPCI_STAFF', 'AGENT', 'ANALYST'])
  @Query(() => [GuichetCompliance], { description: operationDescription('complianceReport') })
  async complianceReport(
    @Arg('year', () => Int, describe('year')) year: number,
    @Arg('guichetId', () => ID, { ...describe('guichetId'), nullable: true }) guichetId: string | undefined,
    @Ctx() { reader, caller }: Context,
  ) {
    const refusal = yearRefusal(year);
    if (refusal) throw refusal;
    const guichetKey = guichetId ? keyOf(conceptNamed('Guichet'), guichetId, 'guichetId') : null;
    const facts = guichetKey
      ? ((await reader.statistic(complianceFacts(year, guichetKey))) as ComplianceFacts)
      : await readComplianceFacts(reader, year);
    return complianceReport(facts, year, caller);
  }

  /** The traits of each kind, which no screen decides again; nothing is read for them. */
  @Authorized(['EPCI_STAFF', 'AGENT', 'ANALYST'])
  @Query(() => [ObligationKindTraits], { description: operationDescription('obligationKinds') })
  obligationKinds(@Ctx() { caller }: Context) {
    return ObligationKind.map((kind, order) => {
      const { asks, required, unit, counted, remedy, meetings } = obligationRules[kind];
      const [only, ...others] = new Set(meetings.map((one) => one.kind));
      return {
        kind,
        label: texts[caller.locale].enums.ObligationKind?.values[kind]?.label ?? kind,
        order,
        asks,
        required,
        unit,
        counted,
        remedy,
        meetingKind: others.length === 0 ? (only ?? null) : null,
      };
    });
  }
}
