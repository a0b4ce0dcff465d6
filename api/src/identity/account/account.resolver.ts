import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Locale, Role } from '../../base/codes.js';
import { enumOf } from '../../concept/enums.js';
import { conceptOf } from '../../concept/meta.js';
import { DateTimeScalar } from '../../concept/scalars.js';
import { inputType, objectType } from '../../concept/type-graphql.js';
import { argumentDescription, fieldDescription, operationDescription } from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { publicLinks } from '../../public-links.js';
import { Account } from './account.entity.js';
import {
  changeAccountEmail,
  endAccount,
  type Invitation,
  type Invited,
  inviteAccount,
  reopenAccount,
  resetAccount,
  setMyDigest,
  setMyLocale,
} from './account.service.js';

const locale = () => enumOf({ name: 'Locale', values: Locale });
const ofAccount = (field: string) => argumentDescription(field, 'inviteAccount') || fieldDescription('Account', field);

const AccountInvitation = inputType('AccountInvitation', {
  email: { type: () => String, nullable: true, description: ofAccount('email') },
  displayName: { type: () => String, description: ofAccount('displayName') },
  role: { type: () => enumOf({ name: 'Role', values: Role }), description: ofAccount('role') },
  agentId: { type: () => ID, nullable: true, description: ofAccount('agentId') },
  epciId: { type: () => ID, nullable: true, description: ofAccount('epciId') },
  national: { type: () => Boolean, nullable: true, description: ofAccount('national') },
  locale: { type: locale, nullable: true, description: ofAccount('locale') },
});

const AccountLink = objectType('AccountLink', {
  link: { type: () => String, nullable: true },
  expiresAt: { type: () => DateTimeScalar },
  mailed: { type: () => Boolean },
});
/** What the resolvers below give for an AccountLink. */
interface LinkMade {
  key: string;
  link: string | null;
  expiresAt: Date;
  mailed: boolean;
}
const linkMade = ({ key, secret, expiresAt, mailed }: Invited, { publicUrl, note }: Context): LinkMade => {
  note({ kind: 'LINK_MADE', targetId: key, detail: mailed ? 'mailed' : 'handed' });
  // Its owner has it by mail: nobody else needs it.
  return { key, link: mailed ? null : publicLinks(publicUrl).signIn(secret), expiresAt, mailed };
};
/** Notes that somebody changed what another may do. @returns the other's key */
const noted = ({ note }: Context, detail: string, key: string): string => {
  note({ kind: 'RIGHTS_CHANGED', targetId: key, detail });
  return key;
};

const account = conceptOf(Account);
/** Who manages accounts: those to whom their policies open creation. */
const managers: Role[] = ['ADMIN', 'EPCI_STAFF'];

@Resolver(() => AccountLink)
export class AccountLinkResolver {
  @FieldResolver(() => Account, { description: fieldDescription('AccountLink', 'account') })
  account(@Root() { key }: LinkMade, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.byKey(account, info, key);
  }
}

/** Accounts beyond what their declaration gives: oneself, invitations, ends of access. */
@Resolver()
export class AccountResolver {
  @Authorized([...Role])
  @Query(() => Account, { nullable: true, description: operationDescription('me') })
  me(@Ctx() { reader, caller }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.byKey(account, info, caller.accountId ?? '0');
  }

  @Authorized(managers)
  @Mutation(() => AccountLink, { description: operationDescription('inviteAccount') })
  async inviteAccount(
    @Arg('input', () => AccountInvitation, { description: argumentDescription('input') }) input: Invitation,
    @Ctx() context: Context,
  ) {
    const invited = await inviteAccount(context, input);
    noted(context, `inviteAccount ${input.role}`, invited.key);
    return linkMade(invited, context);
  }

  @Authorized(managers)
  @Mutation(() => AccountLink, { description: operationDescription('resetAccount') })
  async resetAccount(
    @Arg('id', () => ID, { description: argumentDescription('id', 'resetAccount') }) id: string,
    @Ctx() context: Context,
  ) {
    return linkMade(await resetAccount(context, id), context);
  }

  @Authorized(managers)
  @Mutation(() => AccountLink, { description: operationDescription('changeAccountEmail') })
  async changeAccountEmail(
    @Arg('id', () => ID, { description: argumentDescription('id', 'changeAccountEmail') }) id: string,
    @Arg('revision', () => Int, { description: argumentDescription('revision') }) revision: number,
    @Arg('email', () => String, { nullable: true, description: argumentDescription('email', 'changeAccountEmail') })
    email: string | undefined,
    @Ctx() context: Context,
  ) {
    const invited = await changeAccountEmail(context, { id, revision, email });
    noted(context, 'changeAccountEmail', invited.key);
    return linkMade(invited, context);
  }

  @Authorized(managers)
  @Mutation(() => Account, { description: operationDescription('endAccount') })
  async endAccount(
    @Arg('id', () => ID, { description: argumentDescription('id', 'endAccount') }) id: string,
    @Arg('revision', () => Int, { description: argumentDescription('revision') }) revision: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.reader.byKey(
      account,
      info,
      noted(context, 'endAccount', await endAccount(context, { id, revision })),
    );
  }

  @Authorized(managers)
  @Mutation(() => Account, { description: operationDescription('reopenAccount') })
  async reopenAccount(
    @Arg('id', () => ID, { description: argumentDescription('id', 'reopenAccount') }) id: string,
    @Arg('revision', () => Int, { description: argumentDescription('revision') }) revision: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.reader.byKey(
      account,
      info,
      noted(context, 'reopenAccount', await reopenAccount(context, { id, revision })),
    );
  }

  @Authorized([...Role])
  @Mutation(() => Account, { description: operationDescription('setMyLocale') })
  async setMyLocale(
    @Arg('locale', locale, { description: argumentDescription('locale', 'setMyLocale') }) chosen: Locale,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.reader.byKey(account, info, await setMyLocale(context, chosen));
  }

  @Authorized([...Role])
  @Mutation(() => Account, { description: operationDescription('setMyDigest') })
  async setMyDigest(
    @Arg('on', () => Boolean, { description: argumentDescription('on', 'setMyDigest') }) on: boolean,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.reader.byKey(account, info, await setMyDigest(context, on));
  }
}
