import { ID } from 'type-graphql';
import { Role, Side } from '../base/codes.js';
import { codeType } from '../concept/enums.js';
import { DateTimeScalar, JsonScalar } from '../concept/scalars.js';
import { objectType } from '../concept/type-graphql.js';
import { ChangeAction } from './history.codes.js';

const text = () => String;

const FieldDifference = objectType('FieldDifference', {
  field: { type: text },
  before: { type: () => JsonScalar, nullable: true },
  after: { type: () => JsonScalar, nullable: true },
  beforeTitle: { type: text, nullable: true },
  afterTitle: { type: text, nullable: true },
  erased: { type: () => Boolean },
});

/** One change of a row, as callers see it. */
export const ChangeType = objectType('Change', {
  id: { type: () => ID },
  at: { type: () => DateTimeScalar },
  action: { type: codeType({ ChangeAction }) },
  concept: { type: text },
  rowId: { type: () => ID },
  title: { type: text, nullable: true },
  actorName: { type: text, nullable: true },
  actorRole: { type: codeType({ Role }), nullable: true },
  side: { type: codeType({ Side }), nullable: true },
  motive: { type: text, nullable: true },
  undoes: { type: () => DateTimeScalar, nullable: true },
  undoable: { type: () => Boolean },
  fields: { type: () => [FieldDifference] },
});
