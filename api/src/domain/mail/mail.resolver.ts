import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Role } from '../../base/codes.js';
import { codeType } from '../../concept/enums.js';
import { conceptNamed } from '../../concept/meta.js';
import { DateTimeScalar } from '../../concept/scalars.js';
import { objectType } from '../../concept/type-graphql.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { MailKind, MailProblem, MailState } from '../../mail/mail.codes.js';
import { keyOf } from '../../write/input.js';
import { lastOf, type MailRow, undelivered } from './mail.facts.js';
import { mailProblem, mailState } from './mail.rules.js';

const AccountMail = objectType('AccountMail', {
  id: { type: () => ID },
  accountId: { type: () => ID },
  name: { type: () => String },
  email: { type: () => String },
  kind: { type: codeType({ MailKind }) },
  state: { type: codeType({ MailState }) },
  problem: { type: codeType({ MailProblem }), nullable: true },
  createdAt: { type: () => DateTimeScalar },
  sentAt: { type: () => DateTimeScalar, nullable: true },
});

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** A mail as people are told of it: never what it says, nor the words of the mail server. */
const told = (row: MailRow) => ({
  ...row,
  state: mailState(row),
  problem: mailProblem(row),
  createdAt: instant(row.createdAt),
  sentAt: instant(row.sentAt),
});

/** Who manages accounts. */
const managers: Role[] = ['ADMIN', 'EPCI_STAFF'];

/** What became of the mails of the accounts that the caller manages. */
@Resolver()
export class MailResolver {
  @Authorized(managers)
  @Query(() => [AccountMail], { description: operationDescription('undeliveredMails') })
  async undeliveredMails(@Ctx() { reader }: Context) {
    const rows = ((await reader.statistic(undelivered)) as MailRow[]).map(told);
    return rows.filter(({ state }) => state !== 'WAITING');
  }

  @Authorized(managers)
  @Query(() => [AccountMail], { description: operationDescription('accountMails') })
  async accountMails(
    @Arg('accountId', () => ID, { description: argumentDescription('accountId', 'accountMails') }) accountId: string,
    @Ctx() { reader }: Context,
  ) {
    const key = keyOf(conceptNamed('Account'), accountId, 'accountId');
    return ((await reader.run(lastOf(key))) as MailRow[]).map(told);
  }
}
