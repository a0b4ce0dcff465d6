import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { rewrite } from '../../../test/past.js';
import type { Caller } from '../../identity/access/caller.js';

let api: TestApi;
const { staff, agent } = callers;
/** An agent of the same guichet whom it does not name for the review. */
const colleague: Caller = { ...agent, accountId: '3', reviewIds: [] };
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  await clear();
});
const clear = () =>
  api.orm.em.fork().execute(`
    delete from file_chunk; delete from convention_file; delete from convention_comment where version_id > 3;
    delete from convention_version where id > 3;
    delete from convention where id > 3`);
afterEach(async () => {
  await clear();
  await rewrite(
    api,
    `update convention_version set state = 'SIGNED', ends_on = '2026-12-31', signed_ends_on = null, terminated_on = null, guichet_settled_on = null, withdrawn_on = null where id <= 2;
    update guichet set level_agreed = 'SUIVI', registers = null, closed_on = null where id = 1`,
  );
});
afterAll(() => api.close());

interface Version {
  id: string;
  revision: number;
  rank: number;
  state: string;
  status: string;
  startsOn: string;
  endsOn: string;
  unlockedFields: string[];
  changes: { field: string; before: unknown; after: unknown }[];
  availableTransitions: { transition: string; missing: string[] }[];
}
interface Comment {
  id: string;
  revision: number;
}
const fields =
  'id revision rank state status startsOn endsOn signedEndsOn unlockedFields changes { field before after } availableTransitions { transition missing }';
type Values = Record<string, unknown>;
const types: Record<string, string> = {
  id: 'ID!',
  revision: 'Int!',
  startsOn: 'Date!',
  endsOn: 'Date!',
  signedOn: 'Date',
  terminatedOn: 'Date',
  withdrawnOn: 'Date',
  on: 'Date!',
  signatories: '[SignatoryInput!]',
  guichet: 'GuichetAfterInput',
  input: 'ConventionVersionUpdateInput!',
  field: 'String!',
  text: 'String!',
  assembly: 'String!',
};
/** Calls an operation with the arguments given, whatever they are. */
const call = <T = Version>(operation: string, given: Values, caller: Caller = staff, selection = fields) => {
  const names = Object.keys(given);
  const declared = names.map((name) => {
    const type =
      operation === 'settleConvention' && name === 'guichet' ? 'GuichetAfterInput!' : (types[name] ?? 'String');
    return `$${name}: ${operation === 'recordSneConvention' && name === 'signedOn' ? 'Date!' : type}`;
  });
  return api.ask<Record<string, T>>(
    caller,
    `mutation (${declared}) { ${operation}(${names.map((name) => `${name}: $${name}`)}) { ${selection} } }`,
    given,
  );
};
const done = async <T = Version>(operation: string, given: Values, caller?: Caller, selection?: string): Promise<T> => {
  const { data, errors } = await call<T>(operation, given, caller, selection);
  expect(errors, operation).toEqual([]);
  return data[operation]!;
};
const at = ({ id, revision }: { id: string; revision: number }) => ({ id, revision });
const refusal = async (operation: string, given: Values, caller?: Caller, selection?: string) =>
  (await call(operation, given, caller, selection)).errors[0]?.name;
const read = async (id: string, caller: Caller = staff) =>
  (await api.ask<{ conventionVersion: Version | null }>(caller, `{ conventionVersion(id: "${id}") { ${fields} } }`))
    .data.conventionVersion;

const draft = async (input: Values = {}): Promise<Version> => {
  const { data, errors } = await api.ask<{ createConvention: { latest: Version } }>(
    staff,
    `mutation ($input: ConventionCreateInput!) { createConvention(input: $input) { latest { ${fields} } } }`,
    {
      input: {
        guichetId: idOf('Guichet', 1),
        level: 'SUIVI',
        receptionModes: ['TELEPHONE'],
        startsOn: '2027-01-01',
        endsOn: '2032-12-31',
        ...input,
      },
    },
  );
  expect(errors).toEqual([]);
  return data.createConvention.latest;
};
const comment = (id: string, field = 'etp', caller: Caller = agent) =>
  done<Comment>('commentConvention', { id, field, text: 'Un mi-temps.' }, caller, 'id revision');
const signatures = {
  signedOn: '2026-03-10',
  signatories: [
    { party: 'Pays Voironnais', name: 'Claude Martin' },
    { party: 'Commune de Voiron', name: 'Dominique Petit' },
  ],
};
const signed = async (version: Version): Promise<Version> => {
  let now = await done('submitConvention', at(version));
  now = await done('sendConventionToSign', at(now));
  return done('signConvention', { ...at(now), ...signatures });
};

describe('a review', () => {
  it('is for those whom the guichet names; nobody else knows of the draft', async () => {
    const version = await draft();
    expect(await read(version.id, agent)).toBeNull();
    await done('submitConvention', at(version));
    expect(await read(version.id, agent)).toMatchObject({
      state: 'IN_REVIEW',
      unlockedFields: [],
      availableTransitions: [{ transition: 'REQUEST_CORRECTION', missing: ['OPEN_COMMENT'] }],
    });
    for (const other of [colleague, callers.foreignStaff]) {
      expect(await read(version.id, other)).toBeNull();
      expect(await refusal('commentConvention', { id: version.id, field: 'etp', text: 'x' }, other, 'id')).toBe(
        'UnknownId',
      );
      expect(await refusal('requestConventionCorrection', at(version), other)).toBe('UnknownId');
    }
  });

  it('keeps once a comment whose answer was lost and that is sent again', async () => {
    const version = await done('submitConvention', at(await draft()));
    const first = await comment(version.id);
    expect((await comment(version.id)).id).toBe(first.id);
    expect((await comment(version.id, 'etp', staff)).id, 'the other side’s').not.toBe(first.id);
    await done('resolveComment', { ...first, answer: null }, staff, 'id');
    expect((await comment(version.id)).id, 'said again once resolved').not.toBe(first.id);
  });

  it('opens to both sides what was commented, and only that', async () => {
    const version = await done('submitConvention', at(await draft()));
    const remark = await comment(version.id);
    const own = await api.ask(agent, `{ conventionComment(id: "${remark.id}") { side authorName state field } }`);
    expect(own.data).toEqual({
      conventionComment: { side: 'GUICHET', authorName: 'Agent', state: 'OPEN', field: 'etp' },
    });
    let now = await done('requestConventionCorrection', at(version), agent);
    expect(now).toMatchObject({ state: 'CORRECTION', unlockedFields: ['etp'] });
    expect((await read(version.id))?.unlockedFields).toEqual(['etp']);
    const locked = await call('updateConventionVersion', { ...at(now), input: { level: 'INFO' } }, agent);
    expect(locked.errors).toMatchObject([
      { name: 'ConventionFieldLocked', field: 'level', message: expect.stringContaining('Type d’accueil') },
    ]);
    // A form that gives everything back, with one change, changes one thing.
    const input = { level: 'SUIVI', receptionModes: ['TELEPHONE'], etp: 0.5 };
    now = await done('updateConventionVersion', { ...at(now), input }, agent);
    expect(await refusal('resubmitConvention', at(now), agent)).toBe('ConventionIncomplete');
    const answer = { ...at(remark), answer: ' Un mi-temps\u0000 est\u000b noté. ' };
    const resolved = await done<Comment>(
      'resolveComment',
      answer,
      staff,
      'id revision state answer resolvedByName resolvedAt',
    );
    expect(resolved).toMatchObject({ state: 'RESOLVED', answer: 'Un mi-temps est noté.', resolvedByName: 'Équipe' });
    expect(await refusal('updateConventionVersion', { ...at(now), input: { etp: 1 } })).toBe('ConventionFieldLocked');
    const again = await done<Comment>('reopenComment', at(resolved), agent, 'id revision state answer resolvedAt');
    expect(again).toMatchObject({ state: 'OPEN', answer: 'Un mi-temps est noté.', resolvedAt: null });
    await done('resolveComment', at(again), agent, 'id');
    now = await done('resubmitConvention', at(now), agent);
    expect(now.state).toBe('IN_REVIEW');
    expect(await refusal('sendConventionToSign', at(now), agent)).toBe('NotAllowed');
  });

  it('names a field of the content, and is over once the text is settled but for EPCI staff', async () => {
    const version = await done('submitConvention', at(await draft()));
    expect(await refusal('commentConvention', { id: version.id, field: 'state', text: 'x' }, agent, 'id')).toBe(
      'CommentOnNoField',
    );
    expect(await refusal('commentConvention', { id: version.id, field: 'etp', text: ' ' }, agent, 'id')).toBe(
      'ValueMissing',
    );
    const now = await done('sendConventionToSign', at(version));
    expect(await refusal('commentConvention', { id: now.id, field: 'etp', text: 'x' }, agent, 'id')).toBe(
      'ConventionNotCommentable',
    );
    expect(await refusal('requestConventionCorrection', at(now), agent)).toBe('ConventionTransitionForbidden');
    await comment(now.id, 'etp', staff);
    expect(await refusal('signConvention', { ...at(now), ...signatures })).toBe('ConventionIncomplete');
    const motive = 'Une coquille à la signature.';
    expect(await done('requestConventionCorrection', { ...at(now), motive })).toMatchObject({ state: 'CORRECTION' });
    const [change] = await api.orm.em
      .fork()
      .execute<{ motive: string }[]>(
        `select motive from change where concept = 'ConventionVersion' order by id desc limit 1`,
      );
    expect(change).toEqual({ motive });
  });

  const reading = 'id revision state reviewedAt reviewedByName readingActs';
  interface Read extends Version {
    reviewedAt: string | null;
    reviewedByName: string | null;
    readingActs: string[];
  }
  const readAs = async (caller: Caller, id: string) =>
    (await api.ask<{ it: Read }>(caller, `{ it: conventionVersion(id: "${id}") { ${reading} } }`)).data.it;

  it('may find nothing to change: the guichet says so once, and EPCI staff see who and when', async () => {
    const version = await done('submitConvention', at(await draft()));
    expect(await refusal('confirmConventionReading', at(version), staff)).toBe('NotAllowed');
    expect(await refusal('confirmConventionReading', at(version), colleague)).toBe('UnknownId');
    expect((await readAs(agent, version.id)).readingActs).toEqual(['CONFIRM']);
    const twice = await Promise.all(
      [1, 2].map(() => done<Read>('confirmConventionReading', at(version), agent, reading)),
    );
    expect(twice[0]).toEqual(twice[1]);
    const seen = await readAs(staff, version.id);
    expect(seen).toMatchObject({ state: 'IN_REVIEW', reviewedByName: 'Agent', readingActs: [] });
    expect(seen.reviewedAt).toMatch(/^2026-03-1/);
    expect(seen.revision).toBe(version.revision + 1);
    // Nothing is settled by it but that answer: staff go on, and it stays with the text that was read.
    const sent = await done('sendConventionToSign', at(seen));
    expect(await readAs(staff, sent.id)).toMatchObject({ state: 'TO_SIGN', reviewedByName: 'Agent' });
    expect(await refusal('withdrawConventionReading', at(sent), agent)).toBe('ConventionNotInReview');
    // A fault that is seen at the signature opens the text again: it is read anew.
    await comment(sent.id, 'etp', staff);
    await done('requestConventionCorrection', at(sent));
    expect(await readAs(staff, sent.id)).toMatchObject({ reviewedAt: null, reviewedByName: null });
    expect(await refusal('confirmConventionReading', at(await readAs(agent, sent.id)), agent)).toBe(
      'ConventionNotInReview',
    );
  });

  it('is not without remarks while one is open, nor of a text that was changed meanwhile', async () => {
    let version = await done('submitConvention', at(await draft({ registers: true })));
    const question = await comment(version.id, 'etp', staff);
    expect(await refusal('confirmConventionReading', at(version), agent)).toBe('ReadingWithComments');
    await done('resolveComment', { ...question, answer: null }, agent, 'id');
    const read = version;
    version = await done('recordDeliberation', { ...at(version), assembly: 'Conseil', on: '2026-03-10', number: null });
    expect(await refusal('confirmConventionReading', at(read), agent)).toBe('StaleRevision');
    version = await done('confirmConventionReading', at(version), agent);
    // What the guichet says afterwards counts: a remark takes the answer back, and so does opening one again.
    const remark = await comment(version.id);
    expect(await readAs(staff, version.id)).toMatchObject({ reviewedAt: null });
    const closed = await done<Comment>('resolveComment', { ...remark, answer: null }, agent, 'id revision');
    await done('confirmConventionReading', at(await readAs(agent, version.id)), agent);
    await done('reopenComment', at(closed), agent, 'id');
    expect(await readAs(staff, version.id)).toMatchObject({ reviewedAt: null });
  });

  it('is taken back by the guichet while it is under way, and a second press changes nothing', async () => {
    const version = await done('submitConvention', at(await draft()));
    const said = await done('confirmConventionReading', at(version), agent);
    expect((await readAs(agent, said.id)).readingActs).toEqual(['WITHDRAW']);
    await done('withdrawConventionReading', at(said), agent);
    await done('withdrawConventionReading', at(said), agent);
    expect(await readAs(agent, said.id)).toMatchObject({ reviewedAt: null, readingActs: ['CONFIRM'] });
  });

  it('is not decided on what the other side has just changed', async () => {
    const version = await done('submitConvention', at(await draft()));
    await comment(version.id);
    const now = await done('requestConventionCorrection', at(version), agent);
    await done('updateConventionVersion', { ...at(now), input: { etp: 0.5 } }, agent);
    const late = await call('updateConventionVersion', { ...at(now), input: { etp: 0.8 } });
    expect(late.errors).toMatchObject([{ name: 'StaleRevision', conflicts: [{ field: 'etp', current: 0.5 }] }]);
  });
});

describe('a transition', () => {
  const early = ({ id, revision }: Version) => ({ id, revision: revision - 1 });
  /** Is refused at the revision before, and done at the present one. */
  const onlyAsRead = async (operation: string, version: Version, given: Values = {}): Promise<Version> => {
    expect(await refusal(operation, { ...early(version), ...given }), operation).toBe('StaleRevision');
    expect((await read(version.id))?.state, operation).toBe(version.state);
    return done(operation, { ...at(version), ...given });
  };
  it('is not made of a content that was changed since it was read', async () => {
    let now = await onlyAsRead('submitConvention', await draft());
    const remark = await comment(now.id);
    now = await onlyAsRead('requestConventionCorrection', now);
    await done('resolveComment', { ...remark, answer: null }, staff, 'id');
    now = await onlyAsRead('resubmitConvention', now);
    now = await onlyAsRead('sendConventionToSign', now);
    now = await onlyAsRead('signConvention', now, signatures);
    now = await onlyAsRead('withdrawConvention', now, { withdrawnOn: '2026-03-12', motive: 'La commune se retire.' });
    await onlyAsRead('cancelConvention', await draft(), { motive: 'Essai.' });
    const inForce = (await read(idOf('ConventionVersion', 1)))!;
    await onlyAsRead('terminateConvention', inForce, { terminatedOn: '2026-06-30', motive: 'Le guichet ferme.' });
  });

  it('binds no guichet for days on which it is closed', async () => {
    let now = await done('submitConvention', at(await draft()));
    now = await done('sendConventionToSign', at(now));
    await rewrite(api, `update guichet set closed_on = '2032-12-31' where id = 1`);
    expect(await refusal('signConvention', { ...at(now), ...signatures })).toBe('ConventionBeyondClosing');
    await rewrite(api, `update guichet set closed_on = '2033-01-01' where id = 1`);
    expect(await done('signConvention', { ...at(now), ...signatures })).toMatchObject({ state: 'SIGNED' });
  });
});

describe('what is noted before the signature', () => {
  it('is the deliberation once voted, and the State’s convention once signed', async () => {
    const version = await done('submitConvention', at(await draft({ registers: true })));
    const vote = { ...at(version), assembly: 'Conseil municipal', on: '2026-03-12', number: null };
    expect(await refusal('recordDeliberation', { ...vote, on: '2026-03-13' })).toBe('DeliberationInFuture');
    expect(await refusal('recordDeliberation', { ...vote, assembly: ' ' })).toBe('ValueMissing');
    expect(await refusal('recordDeliberation', vote, agent)).toBe('NotAllowed');
    let now = await done('recordDeliberation', vote);
    now = await done('recordSneConvention', { ...at(now), signedOn: '2016-05-04' });
    now = await done('sendConventionToSign', at(now));
    expect(await refusal('signConvention', { ...at(now), ...signatures })).toBe('DeliberationAfterSignature');
    now = await done('signConvention', { ...at(now), ...signatures, signedOn: '2026-03-12' });
    expect(await refusal('recordDeliberation', { ...vote, ...at(now) })).toBe('DeliberationNotRecordable');
  });
});

describe('what is typed at a signature', () => {
  it('holds no control characters: they come from pasting, and no document could', async () => {
    let now = await done('submitConvention', at(await draft()));
    now = await done('sendConventionToSign', at(now));
    const [epci, commune] = signatures.signatories;
    const signatories = [{ ...epci, name: 'Claude\u0000 Martin\u000b ' }, commune];
    await done('signConvention', { ...at(now), ...signatures, signatories });
    const { data } = await api.ask(staff, `{ conventionVersion(id: "${now.id}") { signatories } }`);
    expect(data).toEqual({ conventionVersion: { signatories: signatures.signatories } });
  });
});

describe('an avenant', () => {
  const convention = idOf('Convention', 1);
  const amended = async (startsOn: string, endsOn = '2026-12-31') => {
    const avenant = await done('amendConvention', { id: convention, startsOn });
    return done('updateConventionVersion', { ...at(avenant), input: { receptionModes: ['TELEPHONE'], endsOn } });
  };
  it('takes over on its first day from the version that it changes, whose end as signed stays to be read', async () => {
    let avenant = await done('amendConvention', { id: convention, startsOn: '2026-07-01' });
    expect(avenant).toMatchObject({ rank: 2, state: 'DRAFT', startsOn: '2026-07-01', endsOn: '2026-12-31' });
    expect(avenant.changes).toEqual([{ field: 'startsOn', before: '2022-07-01', after: '2026-07-01' }]);
    avenant = await done('updateConventionVersion', {
      ...at(avenant),
      input: { level: 'CONSEIL', receptionModes: ['TELEPHONE'], endsOn: '2028-06-30' },
    });
    // Its own vote is not something that it changes of what was promised.
    avenant = await done('recordDeliberation', {
      ...at(avenant),
      assembly: 'Conseil municipal',
      on: '2026-03-10',
      number: null,
    });
    avenant = await signed(avenant);
    expect(avenant.changes).toEqual([
      { field: 'level', before: 'SUIVI', after: 'CONSEIL' },
      { field: 'receptionModes', before: null, after: ['TELEPHONE'] },
      { field: 'startsOn', before: '2022-07-01', after: '2026-07-01' },
      { field: 'endsOn', before: '2026-12-31', after: '2028-06-30' },
    ]);
    expect(await read(idOf('ConventionVersion', 1))).toMatchObject({
      endsOn: '2026-06-30',
      signedEndsOn: '2026-12-31',
      state: 'SIGNED',
      changes: [],
    });
    // What it took over from is not terminated: the convention would be back on the avenant's first day.
    const end = { terminatedOn: '2026-05-31', motive: 'Essai.' };
    const former = (await read(idOf('ConventionVersion', 1)))!;
    expect(await refusal('terminateConvention', { ...at(former), ...end })).toBe('AvenantTakesOver');
    const { data } = await api.ask(
      staff,
      `{ guichet(id: "${idOf('Guichet', 1)}") { before: level(on: "2026-06-30") after: level(on: "2026-07-01") } }`,
    );
    expect(data).toEqual({ guichet: { before: 'SUIVI', after: 'CONSEIL' } });
  });

  it('is withdrawn before its first day: the version that it changed goes on as it was signed', async () => {
    let avenant = await signed(await amended('2026-07-01'));
    const former = (await read(idOf('ConventionVersion', 1)))!;
    expect([former.endsOn, former.availableTransitions]).toEqual(['2026-06-30', []]);
    expect(avenant.availableTransitions).toMatchObject([{ transition: 'WITHDRAW', missing: [] }]);
    const back = { withdrawnOn: '2026-03-12', motive: 'Le conseil municipal y renonce.' };
    expect(await refusal('terminateConvention', { ...at(avenant), terminatedOn: '2026-08-31', motive: 'x' })).toBe(
      'ConventionNotStarted',
    );
    expect(await refusal('withdrawConvention', { ...at(avenant), ...back }, agent)).toBe('NotAllowed');
    expect(await refusal('withdrawConvention', { ...at(former), ...back })).toBe('AvenantTakesOver');
    avenant = await done('withdrawConvention', { ...at(avenant), ...back }, staff, `${fields} withdrawnOn signedOn`);
    expect(avenant).toMatchObject({ state: 'CANCELLED', withdrawnOn: '2026-03-12', signedOn: '2026-03-10' });
    expect(await refusal('withdrawConvention', { ...at(avenant), ...back })).toBe('ConventionTransitionNotAllowed');
    expect(await read(idOf('ConventionVersion', 1))).toMatchObject({
      endsOn: '2026-12-31',
      signedEndsOn: null,
      status: 'IN_FORCE',
      availableTransitions: [{ transition: 'TERMINATE' }],
    });
    const [change] = await api.orm.em
      .fork()
      .execute<{ motive: string }[]>(
        `select motive from change where concept = 'ConventionVersion' order by id desc limit 1`,
      );
    expect(change?.motive, 'with the end that is given back').toBe(back.motive);
    // And another one is begun and signed in its place.
    const next = await signed(await amended('2026-09-01'));
    expect(next).toMatchObject({ rank: 3, state: 'SIGNED' });
  });

  it('is not withdrawn where something else was signed for the days that would come back', async () => {
    let avenant = await signed(await amended('2026-07-01', '2026-09-30'));
    await signed(await draft({ startsOn: '2026-10-01', endsOn: '2030-12-31' }));
    avenant = (await read(avenant.id))!;
    const back = { withdrawnOn: '2026-03-12', motive: 'Essai.' };
    expect(await refusal('withdrawConvention', { ...at(avenant), ...back })).toBe('ConventionOverlaps');
  });

  it('is not withdrawn where the guichet is closed on days that would come back', async () => {
    const avenant = await signed(await amended('2026-07-01', '2026-09-30'));
    const back = { withdrawnOn: '2026-03-12', motive: 'Essai.' };
    await rewrite(api, `update guichet set closed_on = '2026-12-31' where id = 1`);
    expect(await refusal('withdrawConvention', { ...at(avenant), ...back })).toBe('ConventionBeyondClosing');
    await rewrite(api, `update guichet set closed_on = '2027-01-01' where id = 1`);
    expect(await done('withdrawConvention', { ...at(avenant), ...back })).toMatchObject({ state: 'CANCELLED' });
  });

  it('and a first convention to come too: nothing is left to change of the guichet', async () => {
    const first = await signed(await draft());
    expect(first.availableTransitions).toMatchObject([{ transition: 'WITHDRAW' }]);
    const back = { withdrawnOn: '2026-03-11', motive: 'La commune se retire.' };
    expect(await done('withdrawConvention', { ...at(first), ...back })).toMatchObject({
      state: 'CANCELLED',
      status: 'WITHDRAWN',
    });
    expect(await read(idOf('ConventionVersion', 1))).toMatchObject({ endsOn: '2026-12-31', status: 'IN_FORCE' });
  });

  it('is one at a time, within the term, of what binds, and no longer than the plan from the first day of all', async () => {
    expect(await refusal('amendConvention', { id: convention, startsOn: '2022-07-01' })).toBe('AvenantOutsideTerm');
    expect(await refusal('amendConvention', { id: convention, startsOn: '2027-01-01' })).toBe('AvenantOutsideTerm');
    const avenant = await done('amendConvention', { id: convention, startsOn: '2026-07-01' });
    expect(await refusal('amendConvention', { id: convention, startsOn: '2026-08-01' })).toBe(
      'ConventionInPreparation',
    );
    expect(await refusal('updateConventionVersion', { ...at(avenant), input: { endsOn: '2028-07-01' } })).toBe(
      'ConventionTermTooLong',
    );
    for (const startsOn of ['2022-06-30', '2027-01-01'])
      expect(
        await refusal('updateConventionVersion', { ...at(avenant), input: { startsOn, endsOn: '2028-06-30' } }),
      ).toBe('AvenantOutsideTerm');
    const never = await draft({ guichetId: idOf('Guichet', 2), startsOn: '2027-01-01' });
    const [{ convention_id: id }] = (await api.orm.em
      .fork()
      .execute<{ convention_id: string }[]>(
        'select convention_id from convention_version order by id desc limit 1',
      )) as [{ convention_id: string }];
    expect(never.rank).toBe(1);
    await done('cancelConvention', { ...at(never), motive: 'Essai.' });
    expect(await refusal('amendConvention', { id: idOf('Convention', id), startsOn: '2027-02-01' })).toBe(
      'NothingToAmend',
    );
  });
});

describe('what follows a convention', () => {
  const convention = idOf('Convention', 1);
  const version = idOf('ConventionVersion', 1);
  it('is its renewal, with its content, a number and a deliberation of its own', async () => {
    await rewrite(
      api,
      `update convention_version set missions = '{LEAFLETS,GONE}', deliberation_on = '2022-05-01', deliberation_assembly = 'Conseil municipal', etp = 0.5 where id = 1`,
    );
    const term = { startsOn: '2027-01-01', endsOn: '2032-12-31' };
    expect(await refusal('renewConvention', { id: convention, ...term, startsOn: '2026-12-31' }, staff, 'id')).toBe(
      'ConventionOverlaps',
    );
    const selection = `id number renews { id } latest { rank state level missions etp deliberationOn startsOn endsOn }`;
    expect(await done<Values>('renewConvention', { id: convention, ...term }, staff, selection)).toMatchObject({
      number: 'PV-2026-01',
      renews: { id: convention },
      latest: {
        rank: 1,
        state: 'DRAFT',
        level: 'SUIVI',
        missions: ['LEAFLETS'],
        etp: 0.5,
        deliberationOn: null,
        ...term,
      },
    });
    expect(await refusal('renewConvention', { id: convention, ...term }, staff, 'id')).toBe('ConventionInPreparation');
  });

  const guichetNow = async () =>
    (await api.orm.em.fork().execute('select level_agreed, registers, closed_on::text from guichet where id = 1'))[0];

  it('is, at a termination, what the guichet goes on doing', async () => {
    const end = { id: version, revision: (await read(version))!.revision, motive: 'Le guichet ferme.' };
    expect(await refusal('terminateConvention', { ...end, terminatedOn: '2026-03-12' })).toBe('ConventionIncomplete');
    const after = { level: null, registers: false, closedOn: '2026-03-12' };
    expect(await refusal('terminateConvention', { ...end, terminatedOn: '2026-03-12', guichet: after })).toBe(
      'GuichetStillBound',
    );
    const guichet = { ...after, closedOn: '2026-03-13' };
    expect(await done('terminateConvention', { ...end, terminatedOn: '2026-03-12', guichet })).toMatchObject({
      state: 'TERMINATED',
      status: 'IN_FORCE',
    });
    expect(await guichetNow()).toEqual({ level_agreed: null, registers: false, closed_on: '2026-03-13' });
  });

  it('stays as it is up to the last day of a termination to come, and is asked for from the next', async () => {
    await rewrite(api, 'update guichet set registers = true where id = 1');
    const before = await guichetNow();
    const end = { ...at((await read(version))!), terminatedOn: '2026-06-30', motive: 'Le guichet ferme.' };
    const guichet = { level: null, registers: false };
    expect(await refusal('terminateConvention', { ...end, guichet })).toBe('GuichetAfterTooEarly');
    const ended = await done('terminateConvention', end);
    expect(ended).toMatchObject({ state: 'TERMINATED', status: 'IN_FORCE' });
    expect(await guichetNow()).toEqual(before);
    expect(await refusal('settleConvention', { ...at(ended), guichet })).toBe('ConventionStillBinds');
    const later = { ...staff, today: '2026-07-01' };
    await done('settleConvention', { ...at(ended), guichet }, later);
    expect(await guichetNow()).toMatchObject({ registers: false });
  });

  it('is said once its term is over, where no other convention follows', async () => {
    const { revision } = (await read(version))!;
    const guichet = { level: 'INFO', registers: true };
    expect(await refusal('settleConvention', { id: version, revision, guichet })).toBe('ConventionStillBinds');
    await rewrite(api, `update convention_version set ends_on = '2026-03-11' where id = 1`);
    const settled = await done('settleConvention', { id: version, revision, guichet });
    expect(settled.status).toBe('EXPIRED');
    expect(await guichetNow()).toEqual({ level_agreed: 'INFO', registers: true, closed_on: null });
    expect(await refusal('settleConvention', { ...at(settled), guichet })).toBe('GuichetAlreadySettled');
  });
});
