import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Args, Authorized, type ClassType, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ValueMissing } from '../base/shared.errors.js';
import { graphqlType } from '../concept/decorators.js';
import { encodeId } from '../concept/id.js';
import { connectionOf, listArgsOf } from '../concept/list-types.js';
import { type ConceptMeta, fieldOf } from '../concept/meta.js';
import { DateScalar, DateTimeScalar } from '../concept/scalars.js';
import { type GeneratedField, inputType } from '../concept/type-graphql.js';
import { argumentDescription, fieldDescription, patternDescription } from '../concept/vocabulary.js';
import type { ListArguments } from '../read/select.js';
import { type Input, inputName, isWritten, keyOf } from '../write/input.js';
import { createRow, deleteRow, updateRow } from '../write/rows.js';
import { rolesWith } from './access.js';
import { type Add, Adding } from './adding.js';
import type { Context } from './context.js';

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Every field of a concept that callers write, as fields of an input. */
export const inputFields = (concept: ConceptMeta, verb: 'create' | 'update'): Record<string, GeneratedField> => {
  const fields = [...concept.fields.values()].filter((field) => isWritten(field, verb));
  const generated = fields.map((field): [string, GeneratedField] => {
    const required = verb === 'create' && !field.nullable && field.default === undefined;
    const type = field.kind === 'one' ? () => ID : (field.input ?? graphqlType(field));
    return [inputName(field), { type, nullable: !required, description: fieldDescription(concept.name, field.name) }];
  });
  return Object.fromEntries(generated);
};

/** The input of a concept, for adding or changing a row. */
const inputOf = (concept: ConceptMeta, verb: 'create' | 'update'): ClassType => {
  const name = `${concept.name}${verb === 'create' ? 'Create' : 'Update'}Input`;
  return inputType(name, inputFields(concept, verb), patternDescription(`types.${verb}Input`, concept.name));
};

const reads = (concept: ConceptMeta) => {
  const { name, plural, type, validOn } = concept;
  const { key } = concept.crud;
  const one = lowerFirst(name);
  const readers = rolesWith(concept, 'read');

  @Resolver()
  class Reads {
    @Authorized(readers)
    @Query(() => connectionOf(concept), { name: plural, description: patternDescription('operations.list', name) })
    list(
      @Args(() => listArgsOf(concept)) args: ListArguments,
      @Ctx() { reader }: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      return reader.list(concept, info, args);
    }
  }

  // Only concepts that are read by moment take `asOf`; last, because parameters are positional.
  const asOfMoment = concept.recorded
    ? Arg('asOf', () => DateTimeScalar, { nullable: true, description: argumentDescription('asOf') })
    : () => undefined;

  @Resolver()
  class ReadsOne {
    @Authorized(readers)
    @Query(() => type, { name: one, nullable: true, description: patternDescription('operations.one', name) })
    async one(
      @Arg('id', () => ID, { description: argumentDescription('id') }) id: string,
      @Ctx() { reader, note }: Context,
      @Info() info: GraphQLResolveInfo,
      @asOfMoment asOf: Date | undefined,
    ) {
      const row = await reader.byKey(concept, info, keyOf(concept, id, 'id'), { asOf });
      if (row && concept.noted) note({ kind: 'PAGE_READ', detail: `${name} ${id}` });
      return row;
    }
  }
  if (!key) return [Reads, ReadsOne];

  const keyField = fieldOf(concept, key);
  const find = (
    { reader }: Context,
    info: GraphQLResolveInfo,
    id: string | undefined,
    value: string | undefined,
    on?: string,
  ) => {
    if (id) return reader.byKey(concept, info, keyOf(concept, id, 'id'));
    if (value === undefined) throw new ValueMissing(key);
    return reader.one(
      concept,
      info,
      (row) => sql`${row.col(key)} = ${value} ${validOn ? sql`and (${validOn(row)})` : sql``}`,
      { on },
    );
  };
  const options = { name: one, nullable: true, description: patternDescription('operations.oneByKey', name) };

  // Only dated concepts take `on`; last, because parameters are positional.
  const onDay = validOn
    ? Arg('on', () => DateScalar, { nullable: true, description: argumentDescription('on', '*oneByKey') })
    : () => undefined;

  @Resolver()
  class ReadsOneByKey {
    @Authorized(readers)
    @Query(() => type, options)
    one(
      @Arg('id', () => ID, { nullable: true, description: argumentDescription('id') }) id: string | undefined,
      @Arg(keyField.name, () => String, { nullable: true, description: fieldDescription(name, keyField.name) }) value:
        | string
        | undefined,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
      @onDay on: string | undefined,
    ) {
      return find(context, info, id, value, on);
    }
  }
  return [Reads, ReadsOneByKey];
};

const creates = (concept: ConceptMeta) => {
  const Values = inputOf(concept, 'create');
  @Resolver()
  class Creates {
    @Authorized(rolesWith(concept, 'create'))
    @Mutation(() => concept.type, {
      name: `create${concept.name}`,
      description: patternDescription('operations.create', concept.name),
    })
    async create(
      @Arg('input', () => Values, { description: argumentDescription('input') }) input: Input,
      @Adding() add: Add,
      @Ctx() { caller, note }: Context,
    ) {
      let key = '';
      const added = await add(concept.type, async (em) => {
        key = await createRow(em, caller, concept, input);
        return key;
      });
      if (concept.crud.rights && key)
        note({ kind: 'RIGHTS_CHANGED', detail: `create${concept.name} ${encodeId(concept.name, key)}` });
      return added;
    }
  }
  return Creates;
};

const updates = (concept: ConceptMeta) => {
  const Values = inputOf(concept, 'update');
  @Resolver()
  class Updates {
    @Authorized(rolesWith(concept, 'update'))
    @Mutation(() => concept.type, {
      name: `update${concept.name}`,
      description: patternDescription('operations.update', concept.name),
    })
    async update(
      @Arg('id', () => ID, { description: argumentDescription('id') }) id: string,
      @Arg('revision', () => Int, { description: argumentDescription('revision') }) revision: number,
      @Arg('input', () => Values, { description: argumentDescription('input') }) input: Input,
      @Ctx() { em, caller, reader }: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      return reader.byKey(concept, info, await updateRow(em, caller, concept, { id, revision, input }));
    }
  }
  return Updates;
};

const deletes = (concept: ConceptMeta) => {
  @Resolver()
  class Deletes {
    @Authorized(rolesWith(concept, 'delete'))
    @Mutation(() => ID, {
      name: `delete${concept.name}`,
      description: patternDescription('operations.delete', concept.name),
    })
    async delete(
      @Arg('id', () => ID, { description: argumentDescription('id') }) id: string,
      @Arg('revision', () => Int, { description: argumentDescription('revision') }) revision: number,
      @Ctx() { em, caller, note }: Context,
    ) {
      const deleted = await deleteRow(em, caller, concept, { id, revision });
      if (concept.crud.rights) note({ kind: 'RIGHTS_CHANGED', detail: `delete${concept.name} ${id}` });
      return deleted;
    }
  }
  return Deletes;
};

const made = new Map<ConceptMeta, object[]>();

/**
 * The operations of a concept, from its declaration: `plural(…)`, `one(id)`, and those that its `crud` names of `createX`, `updateX`,
 * `deleteX`. Made once, since Type-GraphQL keeps what it is told.
 */
export const operationsOf = (concept: ConceptMeta): object[] => {
  const { crud } = concept;
  const known = made.get(concept);
  if (known) return known;
  const operations = [
    ...reads(concept),
    ...(crud.create ? [creates(concept)] : []),
    ...(crud.update ? [updates(concept)] : []),
    ...(crud.delete ? [deletes(concept)] : []),
  ];
  made.set(concept, operations);
  return operations;
};
