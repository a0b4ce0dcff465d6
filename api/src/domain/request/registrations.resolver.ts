import { sql } from 'kysely';
import { Arg, Authorized, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { codeType } from '../../concept/enums.js';
import { conceptNamed, type Sql } from '../../concept/meta.js';
import { objectType } from '../../concept/type-graphql.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { opaqueId } from '../../read/opaque-id.js';
import { keyOf } from '../../write/input.js';
import { yearRefusal } from '../referential/index.js';
import { Channel } from './request.codes.js';

const RegistrationCount = objectType('RegistrationCount', {
  epciId: { type: () => ID },
  guichetId: { type: () => ID, nullable: true },
  guichetName: { type: () => String, nullable: true },
  communeName: { type: () => String, nullable: true },
  year: { type: () => Int },
  channel: { type: codeType({ Channel }) },
  count: { type: () => Int, nullable: true },
  total: { type: () => Int, nullable: true },
});

const describe = (name: string) => ({ description: argumentDescription(name, 'registrations') });

/** JSON of the counts, past the policies of requests, which show analysts and agents no row: the function scopes itself. */
const counts = (fromYear: number, toYear: number, guichetKey: string | null): Sql => sql`(
  select coalesce(json_agg(json_build_object(
    'epciId', ${opaqueId('Epci', sql.ref('n.epci_id'))}, 'guichetId', ${opaqueId('Guichet', sql.ref('g.id'))},
    'guichetName', g.name, 'communeName', c.name, 'year', n.year, 'channel', n.channel, 'count', n.count, 'total', n.total)
    order by n.year, c.name collate "fr-x-icu" nulls last, g.name collate "fr-x-icu", g.id, n.epci_id, n.channel), '[]'::json)
  from registration_counts(${fromYear}::int, ${toYear}::int, ${guichetKey}::bigint) n
  left join guichet g on g.id = n.guichet_id
  left join commune c on c.id = g.commune_id)`;

@Resolver()
export class RegistrationsResolver {
  @Authorized(['EPCI_STAFF', 'AGENT', 'ANALYST'])
  @Query(() => [RegistrationCount], { description: operationDescription('registrations') })
  async registrations(
    @Arg('fromYear', () => Int, describe('fromYear')) fromYear: number,
    @Arg('toYear', () => Int, { ...describe('toYear'), nullable: true }) toYear: number | undefined,
    @Arg('guichetId', () => ID, { ...describe('guichetId'), nullable: true }) guichetId: string | undefined,
    @Ctx() { reader }: Context,
  ) {
    const refusal = yearRefusal(fromYear, 'fromYear') ?? yearRefusal(toYear ?? fromYear, 'toYear');
    if (refusal) throw refusal;
    const guichetKey = guichetId ? keyOf(conceptNamed('Guichet'), guichetId, 'guichetId') : null;
    return reader.statistic(counts(fromYear, toYear ?? fromYear, guichetKey));
  }
}
