import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { aClock, countOf, givePasswords, makePeople } from '../../../test/people.js';
import type { Role } from '../../base/codes.js';
import { encodeId } from '../../concept/id.js';
import { anonymous, type Caller } from '../access/caller.js';
import { findCaller } from '../access/callers.js';
import { signingIn } from '../access/sign-in-role.js';
import { consumeLink, lookAtLink } from '../sign-in/links.service.js';
import { openSession } from '../sign-in/sessions.service.js';

let api: TestApi;
const clock = aClock();
let staff: Caller;
let agent: Caller;
let analyst: Caller;
let admin: Caller;
let cinor: Caller;

const secretOf = async (id: string, role: Role) =>
  (await signingIn(api.orm.em.fork(), (em) => openSession(em, { id, role }, clock.now()))).secret;
const find = (secret: string) => findCaller(api.orm.em.fork(), secret, clock, 'fr');
const signedIn = async (id: string, role: Role) => find(await secretOf(id, role));

beforeAll(async () => {
  api = await startTestApi('2026-03-12');
  await makePeople(api.orm);
  staff = await signedIn('1', 'EPCI_STAFF');
  agent = await signedIn('2', 'AGENT');
  analyst = await signedIn('3', 'ANALYST');
  admin = await signedIn('5', 'ADMIN');
  cinor = await signedIn('6', 'EPCI_STAFF');
});
afterAll(() => api.close());

const accountId = (key: number) => encodeId('Account', key);
const epciId = (key: number) => encodeId('Epci', key);
const agentId = (key: number) => encodeId('Agent', key);

interface Made {
  account: {
    id: string;
    email: string;
    displayName: string;
    role: string;
    national: boolean;
    locale: string;
    endedAt: string | null;
    revision: number;
  };
  link: string;
  expiresAt: string;
}
const fields = 'id email displayName role national locale endedAt revision';
const invite = async (caller: Caller, input: Record<string, unknown>) => {
  const source = `mutation($input: AccountInvitation!) { inviteAccount(input: $input) { link expiresAt account { ${fields} epci { name } } } }`;
  const { data, errors } = await api.ask<{ inviteAccount: Made }>(caller, source, {
    input: { displayName: 'Quelqu’un', ...input },
  });
  return { made: data?.inviteAccount, errors };
};
const refusedAs = async (caller: Caller, input: Record<string, unknown>) => (await invite(caller, input)).errors[0];
const reset = async (caller: Caller, key: number) => {
  const source = `mutation($id: ID!) { resetAccount(id: $id) { link expiresAt account { ${fields} } } }`;
  const { data, errors } = await api.ask<{ resetAccount: Made }>(caller, source, { id: accountId(key) });
  return { made: data?.resetAccount, errors };
};
const revisionOf = async (key: number): Promise<number> => {
  const { data } = await api.ask<{ account: { revision: number } }>(
    admin,
    '($id: ID!) { account(id: $id) { revision } }'.replace('(', 'query('),
    { id: accountId(key) },
  );
  return data.account.revision;
};
const change = async (verb: 'end' | 'reopen', caller: Caller, key: number, revision?: number) => {
  const source = `mutation($id: ID!, $revision: Int!) { ${verb}Account(id: $id, revision: $revision) { ${fields} } }`;
  const variables = { id: accountId(key), revision: revision ?? (await revisionOf(key)) };
  return api.ask<Record<string, Made['account']>>(caller, source, variables);
};
const changed = async (caller: Caller, key: number, email: string | null, revision?: number) => {
  const source = `mutation($id: ID!, $revision: Int!, $email: String) {
    changeAccountEmail(id: $id, revision: $revision, email: $email) { link mailed account { ${fields} } } }`;
  const variables = { id: accountId(key), email, revision: revision ?? (await revisionOf(key)) };
  const { data, errors } = await api.ask<{ changeAccountEmail: Made }>(caller, source, variables);
  return { made: data?.changeAccountEmail, errors };
};
const secretIn = (link = '') => new URL(link).hash.slice(1);
const daysUntil = (instant = '') => (Date.parse(instant) - clock.now().getTime()) / 86_400_000;
/** The key of an address's account. */
const account = async (email: string) =>
  (await api.orm.em.fork().execute('select id::text from account where email = ?', [email]))[0]?.id as
    | string
    | undefined;
const look = (link?: string) => lookAtLink(api.orm.em.fork(), secretIn(link), clock.now());

describe('me', () => {
  it.each([
    ['staff', () => staff, { role: 'EPCI_STAFF', displayName: 'Sam Staff', email: 'staff@voiron.test' }],
    ['an agent', () => agent, { role: 'AGENT', displayName: 'Léa Abel' }],
    ['an analyst', () => analyst, { role: 'ANALYST' }],
    ['an administrator', () => admin, { role: 'ADMIN', email: 'admin@parvis.test' }],
  ])('is the own account of %s', async (_, caller, expected) => {
    const { data, errors } = await api.ask(caller(), `{ me { ${fields} epci { name } } }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ me: expected });
    expect(api.statements).toHaveLength(1);
  });
  it('leads an agent to their guichets', async () => {
    const { data, errors } = await api.ask(
      agent,
      '{ me { agent { firstName assignments(on: "2026-03-12") { nodes { guichet { name } } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      me: {
        agent: {
          firstName: 'Léa',
          assignments: { nodes: [{ guichet: { name: 'Un' } }, { guichet: { name: 'Deux' } }] },
        },
      },
    });
  });
  it('is nobody’s without signing in', async () => {
    const { errors } = await api.ask(anonymous('2026-03-12'), '{ me { id } }');
    expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED', name: 'NotSignedIn' }]);
  });
  it('speaks the language one chooses, whatever one’s role', async () => {
    for (const caller of [agent, staff, analyst, admin]) {
      const { data, errors } = await api.ask(caller, 'mutation { setMyLocale(locale: en) { id locale } }');
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ setMyLocale: { id: accountId(Number(caller.accountId)), locale: 'en' } });
    }
    expect(await countOf(api.orm, 'account', "locale = 'en'")).toBe(4);
    for (const caller of [agent, staff, analyst, admin])
      await api.ask(caller, 'mutation { setMyLocale(locale: fr) { id } }');
  });
});

describe('inviting', () => {
  it('makes an account of the own EPCI and a link that works once', async () => {
    const { made, errors } = await invite(staff, {
      email: ' Paul.Neuf@Voiron.test ',
      displayName: ' Paul Neuf ',
      role: 'EPCI_STAFF',
      locale: 'en',
    });
    expect(errors).toEqual([]);
    expect(made?.account).toMatchObject({
      email: 'paul.neuf@voiron.test',
      displayName: 'Paul Neuf',
      role: 'EPCI_STAFF',
      national: false,
      locale: 'en',
      epci: { name: 'Pays Voironnais' },
    });
    expect(made?.link).toMatch(/^http:\/\/parvis\.test\/sign-in\/link#[\w-]{43}$/);
    expect(await look(made?.link)).toMatchObject({ purpose: 'INVITATION', email: 'paul.neuf@voiron.test' });
    const { secret } = await consumeLink(
      api.orm.em.fork(),
      { secret: secretIn(made?.link), password: 'un mot de passe long' },
      clock.now(),
    );
    expect(await find(secret)).toMatchObject({ role: 'EPCI_STAFF', epciId: '1' });
  });
  it('makes an agent’s account for an agent of the own EPCI', async () => {
    const { made, errors } = await invite(staff, { email: 'noe@voiron.test', role: 'AGENT', agentId: agentId(2) });
    expect(errors).toEqual([]);
    expect(made?.account).toMatchObject({ role: 'AGENT' });
    expect(await refusedAs(staff, { email: 'x@voiron.test', role: 'AGENT' })).toMatchObject({
      name: 'AccountNeedsAgent',
      field: 'agentId',
    });
    expect(await refusedAs(staff, { email: 'x@voiron.test', role: 'AGENT', agentId: agentId(3) })).toMatchObject({
      name: 'UnknownId',
      field: 'agentId',
    });
    expect(await refusedAs(staff, { email: 'x@voiron.test', role: 'AGENT', agentId: epciId(1) })).toMatchObject({
      name: 'InvalidId',
      field: 'agentId',
    });
  });
  it('takes an agent without an address, or with that of a colleague, once each', async () => {
    const shared = { email: 'mairie@voiron.test', role: 'AGENT' };
    for (const key of [1, 2]) {
      expect((await invite(staff, { ...shared, agentId: agentId(key) })).errors).toEqual([]);
      expect((await invite(staff, { role: 'AGENT', agentId: agentId(key) })).made?.account).toMatchObject({
        email: null,
      });
    }
    for (const email of [shared.email, null])
      expect(await refusedAs(staff, { email, role: 'AGENT', agentId: agentId(1) })).toMatchObject({
        name: 'AccountAlreadyExists',
      });
    await api.orm.em.fork().execute('delete from account where email is null');
    expect(await refusedAs(staff, { email: ' ', role: 'ANALYST' })).toMatchObject({
      name: 'ValueMissing',
      field: 'email',
    });
    expect(await refusedAs(staff, { email: 'x@voiron.test', role: 'ANALYST', agentId: agentId(1) })).toMatchObject({
      name: 'AgentNotForThisRole',
    });
  });
  it('answers the same for who works elsewhere too: nobody is told', async () => {
    const invited = { email: 'both@epcis.test', role: 'EPCI_STAFF' };
    const [first, second] = [await invite(staff, invited), await invite(cinor, invited)];
    expect([first.errors, second.errors]).toEqual([[], []]);
    expect(Object.keys(second.made ?? {})).toEqual(Object.keys(first.made ?? {}));
    expect(await refusedAs(cinor, invited)).toMatchObject({ name: 'AccountAlreadyExists' });
  });
  it('lets administrators invite for any EPCI, for all, and administrators', async () => {
    const cases = [
      { input: { role: 'EPCI_STAFF', epciId: epciId(2) }, epci: { name: 'CINOR' } },
      { input: { role: 'AGENT', epciId: epciId(2), agentId: agentId(3) }, epci: { name: 'CINOR' } },
      { input: { role: 'ANALYST', epciId: epciId(1) }, epci: { name: 'Pays Voironnais' } },
      { input: { role: 'ANALYST', national: true }, epci: null },
      { input: { role: 'ANALYST' }, epci: null },
      { input: { role: 'ADMIN', epciId: epciId(1) }, epci: null },
    ];
    for (const [index, { input, epci }] of cases.entries()) {
      const { made, errors } = await invite(admin, { email: `by-admin-${index}@parvis.test`, ...input });
      expect(errors).toEqual([]);
      expect(made?.account).toMatchObject({ role: input.role, epci, national: Boolean(input.national) });
    }
    expect(await refusedAs(admin, { email: 'x@parvis.test', role: 'EPCI_STAFF' })).toMatchObject({
      name: 'AccountNeedsEpci',
      field: 'epciId',
    });
    expect(await refusedAs(admin, { email: 'x@parvis.test', role: 'EPCI_STAFF', epciId: epciId(99) })).toMatchObject({
      name: 'UnknownId',
      field: 'epciId',
    });
    expect(
      await refusedAs(admin, { email: 'x@parvis.test', role: 'AGENT', epciId: epciId(1), agentId: agentId(3) }),
    ).toMatchObject({ name: 'UnknownId', field: 'agentId' });
  });
  it('does not let staff make more than their own EPCI', async () => {
    expect(await refusedAs(staff, { email: 'x@voiron.test', role: 'ADMIN' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusedAs(staff, { email: 'x@voiron.test', role: 'ANALYST', national: true })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusedAs(staff, { email: 'x@voiron.test', role: 'EPCI_STAFF', epciId: epciId(2) })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'epciId',
    });
  });
  it('says which value is wrong, and writes nothing', async () => {
    const before = await countOf(api.orm, 'account');
    expect(await refusedAs(staff, { email: 'pas une adresse', role: 'EPCI_STAFF' })).toMatchObject({
      name: 'InvalidEmail',
      field: 'email',
    });
    expect(await refusedAs(staff, { email: `${'a'.repeat(200)}@x.fr`, role: 'EPCI_STAFF' })).toMatchObject({
      name: 'TextTooLong',
      field: 'email',
    });
    expect(await refusedAs(staff, { email: 'x@voiron.test', displayName: ' ', role: 'EPCI_STAFF' })).toMatchObject({
      name: 'ValueMissing',
      field: 'displayName',
    });
    for (const email of [
      'mailto:x@voiron.test',
      'X <x@voiron.test>',
      'x@voiron.test;y@voiron.test',
      'x@voiron.test\u200b',
    ])
      expect(await refusedAs(staff, { email, role: 'EPCI_STAFF' })).toMatchObject({ name: 'InvalidEmail' });
    expect(
      await refusedAs(staff, {
        email: 'x@voiron.test',
        displayName: 'Gagnez https://evil.example',
        role: 'EPCI_STAFF',
      }),
    ).toMatchObject({ name: 'NameHoldsAddress', field: 'displayName' });
    const taken = await refusedAs(staff, { email: 'STAFF@voiron.test', role: 'EPCI_STAFF' });
    expect(taken).toMatchObject({
      code: 'CONFLICT',
      name: 'AccountAlreadyExists',
      field: 'email',
      message: 'Un compte existe déjà pour staff@voiron.test.',
    });
    const twice = await Promise.all([1, 2].map(() => invite(cinor, { email: 'twice@cinor.test', role: 'EPCI_STAFF' })));
    expect(twice.flatMap(({ errors }) => errors.map(({ name }) => name))).toEqual(['AccountAlreadyExists']);
    expect(await countOf(api.orm, 'account')).toBe(before + 1);
  });
  it('is closed to agents, analysts and strangers, like every change of accounts', async () => {
    for (const caller of [agent, analyst, anonymous('2026-03-12')]) {
      const code = caller.role === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expect(await refusedAs(caller, { email: 'x@voiron.test', role: 'EPCI_STAFF' })).toMatchObject({ code });
      expect((await reset(caller, Number(caller.accountId ?? 1))).errors).toMatchObject([{ code }]);
      for (const verb of ['end', 'reopen'] as const)
        expect((await change(verb, caller, 1, 1)).errors).toMatchObject([{ code }]);
    }
  });
});

describe('resetting', () => {
  it('makes a reset link for who has a password, and a new invitation for who has none', async () => {
    const known = await reset(staff, 2);
    expect(known.errors).toEqual([]);
    expect(await look(known.made?.link)).toMatchObject({ purpose: 'RESET', email: 'lea@voiron.test' });
    expect(daysUntil(known.made?.expiresAt)).toBe(1);
    const invited = await reset(staff, 8);
    expect(daysUntil(invited.made?.expiresAt)).toBe(14);
    expect(await look(invited.made?.link)).toMatchObject({ purpose: 'INVITATION', email: 'new@voiron.test' });
    await reset(staff, 8);
    expect(await look(invited.made?.link)).toMatchObject({ purpose: 'INVITATION' });
  });
  it('knows no account of another EPCI, nor administrators', async () => {
    for (const key of [6, 5, 4, 999])
      expect((await reset(staff, key)).errors).toMatchObject([{ code: 'NOT_FOUND', name: 'UnknownId', field: 'id' }]);
    expect((await reset(cinor, 1)).errors).toMatchObject([{ name: 'UnknownId' }]);
    expect((await reset(admin, 6)).errors).toEqual([]);
  });
  it('of an analyst who reads other EPCIs too is for administrators: the link opens all that the account sees', async () => {
    expect((await reset(staff, 3)).errors).toMatchObject([{ code: 'FORBIDDEN', name: 'NotAllowed' }]);
    expect((await reset(admin, 3)).errors).toEqual([]);
  });
  it('is refused for an account that has ended', async () => {
    expect((await reset(staff, 7)).errors).toMatchObject([{ code: 'RULE', name: 'AccountMustBeReopened' }]);
  });
});

describe('changing an address', () => {
  it('of an agent closes what was open, until a link opens it anew', async () => {
    const secret = await secretOf('2', 'AGENT');
    const before = await reset(staff, 2);
    const { made, errors } = await changed(staff, 2, ' Lea.Abel@Voiron.test ');
    expect(errors).toEqual([]);
    expect(made?.account).toMatchObject({ email: 'lea.abel@voiron.test' });
    expect(await find(secret)).toMatchObject({ role: 'ANONYMOUS' });
    await expect(look(before.made?.link)).rejects.toMatchObject({ name: 'TokenExpired' });
    expect(await look(made?.link)).toMatchObject({ purpose: 'INVITATION', email: 'lea.abel@voiron.test' });
    expect(await countOf(api.orm, 'credential_account', 'account_id = 2')).toBe(0);
    expect((await changed(staff, 2, null)).made?.account).toMatchObject({ email: null });
    expect((await changed(staff, 2, 'lea@voiron.test')).errors).toEqual([]);
  });
  it('of a colleague is theirs once they have opened it, but for administrators', async () => {
    const invited = await invite(staff, { email: 'typo@voiron.test', role: 'EPCI_STAFF' });
    const key = Number(await account('typo@voiron.test'));
    expect((await changed(staff, key, 'right@voiron.test')).errors).toEqual([]);
    await expect(look(invited.made?.link)).rejects.toMatchObject({ name: 'TokenExpired' });
    await givePasswords(api.orm, `id = ${key}`);
    expect((await changed(staff, key, 'mine@voiron.test')).errors).toMatchObject([
      { code: 'RULE', name: 'AddressIsTheirs', field: 'email' },
    ]);
    expect((await changed(admin, key, 'other@voiron.test')).errors).toEqual([]);
  });
  it('is refused when it is taken, wrong, missing, out of date or elsewhere, and changes nothing', async () => {
    const key = Number(await account('other@voiron.test'));
    const was = await revisionOf(key);
    const attempts = [
      [staff, key, 'staff@voiron.test', 'AccountAlreadyExists'],
      [staff, key, 'no address', 'InvalidEmail'],
      [staff, key, null, 'ValueMissing'],
      [cinor, key, 'x@cinor.test', 'UnknownId'],
      [staff, 7, 'x@voiron.test', 'AccountMustBeReopened'],
    ] as const;
    for (const [caller, id, email, name] of attempts)
      expect((await changed(caller, id, email)).errors, name).toMatchObject([{ name }]);
    expect((await changed(staff, key, 'x@voiron.test', was - 1)).errors).toMatchObject([{ name: 'StaleRevision' }]);
    expect(await revisionOf(key)).toBe(was);
  });
});

describe('ending an access', () => {
  it('signs the person out everywhere, voids their links, and can be undone', async () => {
    const open = await secretOf('2', 'AGENT');
    const { made } = await reset(staff, 2);
    const revision = await revisionOf(2);
    const ended = await change('end', staff, 2, revision);
    expect(ended.errors).toEqual([]);
    expect(ended.data.endAccount).toMatchObject({ endedAt: '2026-03-12T09:00:00.000Z', revision: revision + 1 });
    expect(await find(open)).toMatchObject({ role: 'ANONYMOUS' });
    expect(await countOf(api.orm, 'session', 'account_id = 2')).toBe(0);
    await expect(look(made?.link)).rejects.toMatchObject({ name: 'TokenExpired' });
    const again = await change('end', staff, 2, revision);
    expect(again.errors).toMatchObject([{ code: 'CONFLICT', name: 'StaleRevision' }]);
    const reopened = await change('reopen', staff, 2, revision + 1);
    expect(reopened.data.reopenAccount).toMatchObject({ endedAt: null, revision: revision + 2 });
    expect(await signedIn('2', 'AGENT')).toMatchObject({ role: 'AGENT' });
  });
  it('is not for oneself', async () => {
    expect((await change('end', staff, 1)).errors).toMatchObject([{ code: 'RULE', name: 'CannotEndOwnAccount' }]);
    expect((await change('end', admin, 5)).errors).toMatchObject([{ name: 'CannotEndOwnAccount' }]);
  });
  it('knows no account of another EPCI, nor administrators', async () => {
    for (const key of [6, 5, 999])
      expect((await change('end', staff, key, 1)).errors).toMatchObject([{ name: 'UnknownId' }]);
    expect((await change('reopen', cinor, 7, 1)).errors).toMatchObject([{ name: 'UnknownId' }]);
    expect(await countOf(api.orm, 'account', 'id in (5, 6) and ended_at is not null')).toBe(0);
  });
  it('by an administrator reaches anybody', async () => {
    expect((await change('end', admin, 6)).errors).toEqual([]);
    expect((await change('end', admin, 2)).errors).toEqual([]);
    expect((await change('reopen', admin, 2)).errors).toEqual([]);
  });
});

describe('the EPCIs of an analyst', () => {
  it('are added and removed by administrators alone, across EPCIs', async () => {
    const source = 'mutation($input: AnalystScopeCreateInput!) { createAnalystScope(input: $input) { id } }';
    const input = { accountId: accountId(4), epciId: epciId(1) };
    expect((await api.ask(staff, source, { input })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await api.ask(admin, source, { input })).errors).toEqual([]);
    expect((await api.ask(admin, source, { input })).errors).toMatchObject([{ code: 'CONFLICT' }]);
  });
  it('given or taken, end what was opened or made before: a link that staff kept reads no other EPCI', async () => {
    const made = await invite(staff, { email: 'kept@voiron.test', role: 'ANALYST' });
    const key = (await account('kept@voiron.test')) ?? '';
    await givePasswords(api.orm, `id = ${key}`);
    const opened = await secretOf(key, 'ANALYST');
    const input = { accountId: made.made?.account.id, epciId: epciId(2) };
    const source =
      'mutation($input: AnalystScopeCreateInput!) { createAnalystScope(input: $input) { id revision account { id } } }';
    const { data, errors } = await api.ask<{ createAnalystScope: { id: string; revision: number } }>(admin, source, {
      input,
    });
    expect(errors).toEqual([]);
    await expect(look(made.made?.link)).rejects.toMatchObject({ name: 'TokenExpired' });
    expect(await find(opened)).toMatchObject({ role: 'ANONYMOUS' });
    expect(await countOf(api.orm, 'credential_account', `account_id = ${key}`)).toBe(0);
    // Nobody has opened it anew yet: staff would send its link to themselves.
    expect((await changed(staff, Number(key), 'mine@voiron.test')).errors).toMatchObject([{ name: 'NotAllowed' }]);
    expect(await account('mine@voiron.test')).toBeUndefined();
    const { made: again } = await reset(admin, Number(key));
    const anew = await secretOf(key, 'ANALYST');
    const { id, revision } = data.createAnalystScope;
    const taken = 'mutation($id: ID!, $revision: Int!) { deleteAnalystScope(id: $id, revision: $revision) }';
    expect((await api.ask(admin, taken, { id, revision })).errors).toEqual([]);
    await expect(look(again?.link)).rejects.toMatchObject({ name: 'TokenExpired' });
    expect(await find(anew)).toMatchObject({ role: 'ANONYMOUS' });
  });
});
