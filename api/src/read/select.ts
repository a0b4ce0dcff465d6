import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
// The function by which GraphQL itself gathers a selection (fragments, @skip, @include); not in its index, so that the version is pinned.
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { sql } from 'kysely';
import { InvalidPage, PageTooLarge } from '../base/shared.errors.js';
import { type ConceptMeta, type FieldMeta, fieldOf, type Row, type Sql, targetOf } from '../concept/meta.js';
import { pageDefault, pageMax } from '../concept/page.js';
import { compileFilter, containsText } from './filter.js';
import { Order } from './order.js';
import { type Compilation, checkReadable, computedRowOf, matching, Scope, sqlOf } from './scope.js';
import type { When } from './when.js';

/** The arguments of every list. */
export interface ListArguments {
  filter?: Record<string, unknown> | null;
  sort?: Record<string, unknown>[] | null;
  search?: string | null;
  first?: number | null;
  after?: string | null;
  offset?: number | null;
  on?: string | null | undefined;
  asOf?: Date | null | undefined;
}

/** A GraphQL selection on one type, with what is needed to walk it. */
export interface Selection {
  schema: GraphQLSchema;
  fragments: GraphQLResolveInfo['fragments'];
  variables: Record<string, unknown>;
  nodes: readonly FieldNode[];
}

export const selectionOf = (info: GraphQLResolveInfo): Selection => ({
  schema: info.schema,
  fragments: info.fragments,
  variables: info.variableValues as Record<string, unknown>,
  nodes: info.fieldNodes,
});

interface Asked {
  /** Name in the answer: the alias, else the field's name. */
  key: string;
  name: string;
  args: Record<string, unknown>;
  type: GraphQLObjectType | undefined;
  selection: Selection;
}

const fieldsAsked = (type: GraphQLObjectType, selection: Selection): Asked[] => {
  const { schema, fragments, variables, nodes } = selection;
  const fields = collectSubfields(schema, fragments, variables, type, nodes);
  return [...fields].flatMap(([key, fieldNodes]) => {
    const [node] = fieldNodes;
    const definition = node && type.getFields()[node.name.value];
    if (!node || !definition) return []; // __typename: GraphQL answers it
    const named = getNamedType(definition.type);
    return [
      {
        key,
        name: node.name.value,
        args: getArgumentValues(definition, node, variables),
        type: isObjectType(named) ? named : undefined,
        selection: { ...selection, nodes: fieldNodes },
      },
    ];
  });
};

// PostgreSQL takes 100 arguments a call: longer objects are put together from several.
const pairsPerCall = 50;
const jsonObject = (pairs: [string, Sql][]): Sql => {
  const call = (chunk: [string, Sql][], build: string) =>
    sql`${sql.raw(build)}(${sql.join(chunk.flatMap(([key, value]) => [sql.lit(key), value]))})`;
  if (pairs.length <= pairsPerCall) return call(pairs, 'json_build_object');
  const chunks = Array.from({ length: Math.ceil(pairs.length / pairsPerCall) }, (_, index) =>
    call(pairs.slice(index * pairsPerCall, (index + 1) * pairsPerCall), 'jsonb_build_object'),
  );
  return sql`(${sql.join(chunks, sql` || `)})::json`;
};

/** A field's value as it stands in the answer. */
const answered = (concept: ConceptMeta, field: FieldMeta, value: Sql): Sql => {
  switch (field.kind) {
    case 'id':
      return sql`translate(encode(convert_to(${sql.lit(`${concept.name}:`)} || ${value}, 'UTF8'), 'base64'), '+/=', '-_')`;
    case 'datetime':
      return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    case 'time':
      return sql`to_char(${value}, 'HH24:MI')`;
    default:
      return value;
  }
};

/** What a row or a list has from those around it. */
interface Around {
  /** How many rows there may be, at most. */
  rows: number;
  /** The day and moment asked for above, which all below keep until it says another: last year's guichets have last year's levels. */
  when: When;
}

/** JSON of the selected fields of the row known as `alias`. */
const compileRow = (
  compilation: Compilation,
  concept: ConceptMeta,
  alias: string,
  type: GraphQLObjectType,
  selection: Selection,
  { rows, when: around }: Around,
): Sql =>
  jsonObject(
    fieldsAsked(type, selection).map(({ key, name, args, type: fieldType, selection: inner }): [string, Sql] => {
      const field = fieldOf(concept, name);
      checkReadable(concept, field, compilation.caller);
      const when = field.dated ? compilation.when(concept, args, around) : around;
      if (fieldType && field.kind === 'one') {
        const target = targetOf(field);
        const other = compilation.alias();
        const row = compileRow(compilation, target, other, fieldType, inner, { rows, when });
        const condition = matching(concept, alias, field, target, other, when);
        return [
          key,
          sql`(select ${row} from ${when.table(target.table)} as ${sql.ref(other)} where ${condition} limit 1)`,
        ];
      }
      if (fieldType && field.kind === 'many') {
        const back = fieldOf(targetOf(field), field.by ?? '');
        const belongs = (scope: Scope) =>
          sql`${sqlOf(scope.concept, back, scope.alias, when)} = ${sql.ref(`${alias}.id`)}`;
        return [key, compileConnection(compilation, targetOf(field), fieldType, inner, args, { rows, when }, belongs)];
      }
      return [key, answered(concept, field, sqlOf(concept, field, alias, when))];
    }),
  );

const searched = (scope: Scope, text: string): Sql => {
  const values = scope.concept.search.map((path) => scope.valueAt(path));
  // Every word somewhere: "voiron logement" finds the housing service of Voiron.
  const all = sql`concat_ws(' ', ${sql.join(values)})`;
  const words = text.trim().split(/\s+/).filter(Boolean);
  scope.compilation.addConditionCost(words.length);
  return words.length === 0
    ? sql`true`
    : sql`(${sql.join(
        words.map((word) => containsText(all, word)),
        sql` and `,
      )})`;
};

const pageOf = ({ first, offset }: ListArguments): { first: number; offset: number } => {
  const size = first ?? pageDefault;
  if (size > pageMax) throw new PageTooLarge(size, pageMax);
  if (size < 0) throw new InvalidPage('first');
  if ((offset ?? 0) < 0) throw new InvalidPage('offset');
  return { first: size, offset: offset ?? 0 };
};

/**
 * JSON of a page of a concept's rows: `nodes`, `totalCount`, `pageInfo`, as far as they are asked for.
 *
 * @throws Refusal for a page too large, a bad cursor, a closed field
 */
export const compileConnection = (
  compilation: Compilation,
  concept: ConceptMeta,
  type: GraphQLObjectType,
  selection: Selection,
  args: ListArguments,
  around?: Around,
  belongs?: (scope: Scope) => Sql,
): Sql => {
  const when = compilation.when(concept, args, around?.when);
  const scope = new Scope(compilation, concept, when);
  const { first, offset } = pageOf(args);
  const rows = (around?.rows ?? 1) * Math.max(first, 1);
  compilation.addRowCost(rows);
  const conditions = [
    ...(belongs ? [belongs(scope)] : []),
    ...(args.filter ? [compileFilter(scope, concept, scope.alias, args.filter)] : []),
    ...(args.search ? [searched(scope, args.search)] : []),
    ...(args.on && concept.validOn ? [sql`(${concept.validOn(computedRowOf(concept, scope.alias, when))})`] : []),
  ];
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const order = new Order(scope, args.sort);
  const beyond = args.after ? order.after(args.after) : sql`true`;

  const asked = fieldsAsked(type, selection);
  // Numbered, since PostgreSQL cuts names at 63 letters and aliases may be longer.
  const column = (index: number) => sql.ref(`row_${index}`);
  const columns = asked.flatMap(({ name, type: rowType, selection: inner }, index) =>
    name === 'nodes' && rowType
      ? [sql`${compileRow(compilation, concept, scope.alias, rowType, inner, { rows, when })} as ${column(index)}`]
      : [],
  );
  const page = compilation.alias();
  const pairs = asked.map(({ key, name, type: infoType, selection: inner }, index): [string, Sql] => {
    if (name === 'totalCount') return [key, sql`(select count(*) from ${scope.from} where ${where})`];
    if (name === 'nodes')
      return [
        key,
        sql`(select coalesce(json_agg(p.${column(index)} order by p.n) filter (where p.n <= ${sql.lit(first)}), '[]'::json) from ${sql.ref(page)} p)`,
      ];
    const info: Record<string, Sql> = {
      hasNextPage: sql`(select count(*) > ${sql.lit(first)} from ${sql.ref(page)})`,
      hasPreviousPage: sql`${sql.lit(Boolean(args.after) || offset > 0)}`,
      startCursor: sql`(select p.cursor from ${sql.ref(page)} p where p.n = 1 and p.n <= ${sql.lit(first)})`,
      endCursor: sql`(select p.cursor from ${sql.ref(page)} p where p.n <= ${sql.lit(first)} order by p.n desc limit 1)`,
    };
    const fields = infoType ? fieldsAsked(infoType, inner) : [];
    return [key, jsonObject(fields.map((one): [string, Sql] => [one.key, info[one.name] ?? sql`null`]))];
  });
  const inner = sql.join([sql`k.n`, sql`${order.cursorOf('k')} as cursor`, ...columns]);
  const row = sql.ref(scope.alias);
  // First which rows, then what they say: in one step PostgreSQL would make the JSON of every row before it sorts them.
  return sql`(with ${sql.ref(page)} as materialized (select ${inner} from (select row_number() over () as n, q.* from (
    select ${sql.ref(`${scope.alias}.id`)}, ${order.columns} from ${scope.from} where ${where} and ${beyond} order by ${order.by} limit ${sql.lit(first + 1)} offset ${sql.lit(offset)}
  ) q) k join ${when.table(concept.table)} as ${row} on ${sql.ref(`${scope.alias}.id`)} = k.id) select ${jsonObject(pairs)})`;
};

/** JSON of the one row that the condition finds, or SQL null. */
export const compileOne = (
  compilation: Compilation,
  concept: ConceptMeta,
  type: GraphQLObjectType,
  selection: Selection,
  condition: (row: Row) => Sql,
  args: Pick<ListArguments, 'on' | 'asOf'> = {},
): Sql => {
  const alias = compilation.alias();
  const when = compilation.when(concept, args);
  const row = compileRow(compilation, concept, alias, type, selection, { rows: 1, when });
  const found = condition(computedRowOf(concept, alias, when));
  return sql`(select ${row} from ${when.table(concept.table)} as ${sql.ref(alias)} where ${found} limit 1)`;
};
