import { Arg, Authorized, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Locale, Role } from '../../base/codes.js';
import { codeType } from '../../concept/enums.js';
import { DateScalar } from '../../concept/scalars.js';
import { objectType } from '../../concept/type-graphql.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { ConventionStatus } from '../convention/convention.codes.js';
import { ComplianceStatus, ObligationKind } from '../referential/referential.codes.js';
import { ToDoKind } from './todo.codes.js';
import { listToDo } from './todo.service.js';

const text = () => String;

const ToDoSubject = objectType('ToDoSubject', {
  concept: { type: text },
  id: { type: () => ID, nullable: true },
  parentId: { type: () => ID, nullable: true },
  revision: { type: () => Int, nullable: true },
  name: { type: text, nullable: true },
  status: { type: codeType({ ConventionStatus }), nullable: true },
  endsOn: { type: () => DateScalar, nullable: true },
  obligation: { type: codeType({ ObligationKind }), nullable: true },
  obligationState: { type: codeType({ ComplianceStatus }), nullable: true },
});

const ToDo = objectType('ToDo', {
  key: { type: text },
  kind: { type: codeType({ ToDoKind }) },
  dueOn: { type: () => DateScalar, nullable: true },
  isTerm: { type: () => Boolean },
  title: { type: text },
  detail: { type: text, nullable: true },
  action: { type: text },
  subject: { type: () => ToDoSubject },
  named: { type: () => ToDoSubject, nullable: true },
});

@Resolver()
export class ToDoResolver {
  @Authorized([...Role])
  @Query(() => [ToDo], { description: operationDescription('toDo') })
  toDo(
    @Arg('locale', codeType({ Locale }), { nullable: true, description: argumentDescription('locale', 'toDo') })
    locale: Locale | undefined,
    @Ctx() { reader, caller }: Context,
  ) {
    return listToDo(reader, caller, locale ?? caller.locale);
  }
}
