import { Field, ID, InterfaceType } from 'type-graphql';
import { fieldDescription, typeDescription } from './vocabulary.js';

/** Where a row says which concept it is, for the interface: a symbol, so that no field of an answer can meet it. */
export const conceptKey = Symbol('concept');

/** Any row, by its id alone. */
@InterfaceType('Node', {
  description: typeDescription('Node'),
  resolveType: (row: { [conceptKey]?: string }) => row[conceptKey],
})
export abstract class Node {
  @Field(() => ID, { description: fieldDescription('Node', 'id') })
  id!: string;
}
