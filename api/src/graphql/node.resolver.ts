import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Role } from '../base/codes.js';
import { InvalidId } from '../base/shared.errors.js';
import { decodeId } from '../concept/id.js';
import { findConcept } from '../concept/meta.js';
import { conceptKey, Node } from '../concept/node.js';
import { argumentDescription, operationDescription } from '../concept/vocabulary.js';
import type { Context } from './context.js';

@Resolver()
export class NodeResolver {
  @Authorized([...Role])
  @Query(() => Node, { nullable: true, description: operationDescription('node') })
  async node(
    @Arg('id', () => ID, { description: argumentDescription('id') }) id: string,
    @Ctx() { reader, caller, note }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { concept: name, key } = decodeId(id) ?? {};
    const concept = name ? findConcept(name) : undefined;
    if (!concept || !key) throw new InvalidId('Node', 'id');
    if (!concept.access[caller.dbRole]?.read) return null;
    const row = await reader.byKey(concept, info, key);
    if (row && concept.noted) note({ kind: 'PAGE_READ', detail: `${concept.name} ${id}` });
    return row && Object.assign(row, { [conceptKey]: concept.name });
  }
}
