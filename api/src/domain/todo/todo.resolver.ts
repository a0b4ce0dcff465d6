import { Arg, Authorized, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { codeType } from '../../concept/enums.js';
import { objectType } from '../../concept/type-graphql.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { DateScalar } from '../../graphql/scalars.js';
import { ComplianceStatus, Locale, Role, ToDoKind } from '../codes.js';
import { listToDo } from './todo.service.js';

const text = () => String;

const ToDo = objectType('ToDo', {
  key: { type: text },
  kind: { type: codeType({ ToDoKind }) },
  dueOn: { type: () => DateScalar, nullable: true },
  isTerm: { type: () => Boolean },
  title: { type: text },
  detail: { type: text, nullable: true },
  action: { type: text },
  path: { type: text },
  subjectId: { type: () => ID, nullable: true },
  subjectRevision: { type: () => Int, nullable: true },
  subjectName: { type: text, nullable: true },
  subjectPath: { type: text, nullable: true },
  obligationState: { type: codeType({ ComplianceStatus }), nullable: true },
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
