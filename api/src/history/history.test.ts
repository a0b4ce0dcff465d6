import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, idOf, makeNetwork } from '../../test/network.js';
import { conceptNamed } from '../concept/meta.js';
import { type Caller, sessionOf } from '../identity/access/caller.js';
import { eraseFromHistory } from './erasure.js';
import { withMotive } from './motive.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

const { staff, admin, agent, national, foreignStaff } = callers;
const reviewer = agent;
const agentOnly: Caller = { ...agent, reviewIds: [] };

interface Told {
  id: string;
  at: string;
  action: string;
  concept: string;
  title: string;
  actorName: string | null;
  actorRole: string | null;
  side: string | null;
  motive: string | null;
  undoes: string | null;
  undoable: boolean;
  fields: Record<string, unknown>[];
}
const asked = `id at action concept title actorName actorRole side motive undoes undoable
  fields { field before after beforeTitle afterTitle erased }`;
const history = async (who: Caller, id: string, more = ''): Promise<Told[]> => {
  const { data, errors } = await api.ask<{ history: Told[] }>(
    who,
    `query ($id: ID!) { history(id: $id ${more}) { ${asked} } }`,
    { id },
  );
  expect(errors).toEqual([]);
  return data.history;
};
const latest = async (who: Caller, id: string): Promise<Told> => (await history(who, id, 'first: 1'))[0]!;
const undo = async (who: Caller, id: string): Promise<Told | string> => {
  const { data, errors } = await api.ask<{ undoChange: Told }>(
    who,
    `mutation ($id: ID!) { undoChange(id: $id) { ${asked} } }`,
    { id },
  );
  return errors[0]?.name ?? data.undoChange;
};
/** Changes a row as staff do; the answer is the name of the refusal, if any. */
const update = async (concept: string, id: string, input: object): Promise<string | undefined> => {
  const one = concept.charAt(0).toLowerCase() + concept.slice(1);
  const { data } = await api.ask<{ row: { revision: number } }>(
    staff,
    `query ($id: ID!) { row: ${one}(id: $id) { revision } }`,
    { id },
  );
  const { errors } = await api.ask(
    staff,
    `mutation ($id: ID!, $revision: Int!, $input: ${concept}UpdateInput!) { update${concept}(id: $id, revision: $revision, input: $input) { id } }`,
    { id, revision: data.row.revision, input },
  );
  return errors[0]?.name;
};
const guichet = idOf('Guichet', 1);

describe('the history of a row', () => {
  it('tells who changed what, when, in the values of the API and the names of relations, in one statement', async () => {
    const input = {
      communeId: idOf('Commune', 2),
      receptionModes: ['TELEPHONE'],
      openingHours: {
        slots: [{ weekday: 'MON', from: '09:00', to: '12:00', weeks: 'ALL', byAppointment: false }],
        remark: null,
      },
      latitude: 45.5,
      openedOn: '2020-01-01',
      registers: true,
    };
    expect(await update('Guichet', guichet, input)).toBeUndefined();
    const [change, first] = await history(staff, guichet);
    expect(api.statements).toHaveLength(1);
    expect(change).toMatchObject({
      action: 'UPDATED',
      concept: 'Guichet',
      title: 'Mairie de Voiron',
      actorName: 'Équipe',
      actorRole: 'EPCI_STAFF',
      side: 'EPCI',
      motive: null,
      undoes: null,
      undoable: true,
    });
    expect(Math.abs(Date.now() - Date.parse(change!.at))).toBeLessThan(60_000);
    const none = { before: null, beforeTitle: null, afterTitle: null, erased: false };
    expect(change!.fields).toEqual([
      {
        ...none,
        field: 'commune',
        before: idOf('Commune', 1),
        after: idOf('Commune', 2),
        beforeTitle: 'Voiron',
        afterTitle: 'Rives',
      },
      { ...none, field: 'registers', after: true },
      { ...none, field: 'receptionModes', after: ['TELEPHONE'] },
      {
        ...none,
        field: 'openingHours',
        after: {
          slots: [{ weekday: 'MON', from: '09:00', to: '12:00', weeks: 'ALL', byAppointment: false }],
          remark: null,
        },
      },
      { ...none, field: 'latitude', after: 45.5 },
      { ...none, field: 'openedOn', after: '2020-01-01' },
    ]);
    expect(first).toMatchObject({ action: 'CREATED', actorName: null, actorRole: null, side: null, undoable: false });
    expect(first!.fields.map(({ field }) => field)).toEqual([
      'name',
      'organisation',
      'commune',
      'levelAgreed',
      'source',
    ]);
  });

  it('is read page by page', async () => {
    for (const telephone of ['1', '2', '3']) await update('Guichet', guichet, { telephone });
    const all = await history(staff, guichet);
    expect(all).toHaveLength(5);
    const page = await history(staff, guichet, 'first: 2');
    const rest = await history(staff, guichet, `first: 100, before: "${page[1]?.id}"`);
    expect([...page, ...rest]).toEqual(all);
    const { errors } = await api.ask(staff, `{ history(id: "${guichet}", first: 101) { id } }`);
    expect(errors).toMatchObject([{ name: 'PageTooLarge' }]);
    for (const id of ['x', idOf('Nothing', 1)])
      expect((await api.ask(staff, `{ history(id: "${id}") { id } }`)).errors).toMatchObject([{ name: 'InvalidId' }]);
  });

  it('keeps the motive of whoever gave one', async () => {
    await api.orm.em.fork({ session: sessionOf(staff) }).transactional(async (em) => {
      await withMotive(em, 'Erreur de saisie');
      await em.execute("update guichet set telephone = '4', revision = revision + 1 where id = 1");
    });
    expect(await latest(staff, guichet)).toMatchObject({ motive: 'Erreur de saisie' });
  });

  it('stays when the row is gone', async () => {
    const { data } = await api.ask<{ createPlan: { id: string; revision: number } }>(
      staff,
      'mutation { createPlan(input: { name: "Essai", startsOn: "2030-01-01", endsOn: "2031-01-01" }) { id revision } }',
    );
    const { id, revision } = data.createPlan;
    await api.ask(staff, `mutation { deletePlan(id: "${id}", revision: ${revision}) }`);
    const [gone, made] = await history(staff, id);
    expect(gone).toMatchObject({ action: 'DELETED', undoable: false, title: null });
    expect(gone!.fields).toMatchObject([
      { field: 'name', before: 'Essai', after: null },
      { field: 'startsOn', before: '2030-01-01' },
      { field: 'endsOn' },
      { field: 'source', before: 'PUBLISHED' },
    ]);
    expect(made).toMatchObject({ action: 'CREATED', undoable: false });
    expect(await history(foreignStaff, id)).toEqual([]);
  });

  it('tells with parts what became of what the row is made of', async () => {
    const meeting = idOf('Meeting', 1);
    expect(await update('Meeting', meeting, { place: 'Salle 1' })).toBeUndefined();
    const withParts = await history(staff, meeting, 'parts: true');
    expect(api.statements).toHaveLength(1);
    expect(withParts.map(({ concept, action, title }) => `${concept} ${action} ${title}`)).toEqual([
      'Meeting UPDATED Animation SUIVI',
      'Meeting CREATED Animation SUIVI',
    ]);
    await api.orm.em.fork().execute('delete from attendance where id = 1');
    expect((await history(staff, meeting, 'parts: true')).map(({ action }) => action)).toEqual([
      'DELETED',
      'UPDATED',
      'CREATED',
    ]);
  });
});

describe('is open', () => {
  it('to nobody of another EPCI, and not to analysts', async () => {
    expect(await history(foreignStaff, guichet)).toEqual([]);
    const { errors } = await api.ask(national, `{ history(id: "${guichet}") { id } }`);
    expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
  it('to administrators where their rows are', async () => {
    expect(await history(admin, idOf('Account', 2))).toHaveLength(1);
    expect(await history(admin, idOf('AnalystScope', 1))).toHaveLength(1);
    expect(await history(admin, guichet)).toEqual([]);
    expect(await history(staff, idOf('Account', 2))).toHaveLength(1);
    expect(await history(staff, idOf('Account', 1))).toEqual([]);
    expect(await history(staff, idOf('AnalystScope', 1))).toEqual([]);
  });
  it('to agents for what they review, from the moment it was sent to them', async () => {
    const asStaff = api.orm.em.fork({ session: sessionOf(staff) });
    const [{ key }] = await api.orm.em.fork().execute<[{ key: string }]>(
      `insert into convention_version (epci_id, convention_id, guichet_id, rank, referential_id, level, starts_on, ends_on)
       values (1, 1, 1, 3, 1, 'SUIVI', '2027-01-01', '2027-12-31') returning id as key`,
    );
    const version = idOf('ConventionVersion', key);
    expect(await history(agentOnly, version)).toEqual([]);
    expect(await history(reviewer, guichet)).toEqual([]);
    await asStaff.transactional((em) => em.execute(`update convention_version set etp = 1 where id = ${key}`));
    expect(await history(reviewer, version)).toEqual([]);
    expect(await history(staff, version)).toHaveLength(2);
    await asStaff.transactional(async (em) => {
      await em.execute(`update convention_version set state = 'IN_REVIEW' where id = ${key}`);
      await em.execute(
        `insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name)
         values (1, ${key}, 1, 'etp', 'Un mi-temps', 'EPCI', 'Équipe')`,
      );
    });
    const told = await history(reviewer, version, 'parts: true');
    expect(told.map(({ concept, action }) => `${concept} ${action}`)).toEqual([
      'ConventionComment CREATED',
      'ConventionVersion UPDATED',
    ]);
    expect(told[1]!.fields).toMatchObject([{ field: 'state', before: 'DRAFT', after: 'IN_REVIEW' }]);
    expect(await history({ ...reviewer, reviewIds: ['2'] }, version)).toEqual([]);
  });
  it('field by field, as far as one may read', async () => {
    const id = idOf('Agent', 1);
    expect(await update('Agent', id, { email: 'autre@example.org' })).toBeUndefined();
    expect((await latest(staff, id)).fields).toMatchObject([{ field: 'email', before: 'claude@example.org' }]);
    expect(await history(agent, id)).toEqual([]);
  });
});

describe('undoing', () => {
  it('puts back what was, by the rules, and is a change that says what it undoes', async () => {
    await update('Guichet', guichet, { address: '1 rue du Lac', communeId: idOf('Commune', 1), receptionModes: null });
    const change = await latest(staff, guichet);
    const undone = (await undo(staff, change.id)) as Told;
    expect(undone).toMatchObject({
      action: 'UPDATED',
      undoes: change.at,
      motive: null,
      actorName: 'Équipe',
      undoable: true,
    });
    expect(undone.fields).toMatchObject([
      { field: 'commune', after: idOf('Commune', 2), afterTitle: 'Rives' },
      { field: 'receptionModes', after: ['TELEPHONE'] },
      { field: 'address', before: '1 rue du Lac', after: null },
    ]);
    expect(await undo(staff, undone.id)).toMatchObject({ action: 'UPDATED', undoes: undone.at });
  });
  it('is refused once something changed the same fields again, and not when others changed', async () => {
    await update('Guichet', guichet, { telephone: '5' });
    const change = await latest(staff, guichet);
    await update('Guichet', guichet, { address: '2 rue du Lac' });
    expect((await history(staff, guichet))[1]).toMatchObject({ id: change.id, undoable: true });
    await update('Guichet', guichet, { telephone: '6' });
    expect((await history(staff, guichet))[2]).toMatchObject({ id: change.id, undoable: false });
    expect(await undo(staff, change.id)).toBe('HistoryMovedOn');
    await update('Guichet', guichet, { telephone: '5' });
    expect(await undo(staff, change.id)).toMatchObject({ fields: [{ field: 'telephone', before: '5', after: '4' }] });
  });
  it('keeps to the rules of the concept', async () => {
    await update('Guichet', guichet, { openedOn: '2019-01-01' });
    await api.orm.em
      .fork()
      .execute("update guichet set closed_on = '2019-06-01', revision = revision + 1 where id = 1");
    const [, opened] = await history(staff, guichet);
    expect(opened?.undoable).toBe(true);
    expect(await undo(staff, opened!.id)).toBe('EndBeforeStart');
    await api.orm.em.fork().execute('update guichet set closed_on = null, revision = revision + 1 where id = 1');
  });
  it('is not offered for what only services write, nor to those who may not write', async () => {
    const meeting = idOf('Meeting', 2);
    const { data } = await api.ask<{ meeting: { revision: number } }>(
      staff,
      `{ meeting(id: "${meeting}") { revision } }`,
    );
    await api.ask(
      staff,
      `mutation { cancelMeeting(id: "${meeting}", revision: ${data.meeting.revision}, motive: "Neige") { id } }`,
    );
    const cancelled = await latest(staff, meeting);
    expect(cancelled).toMatchObject({ undoable: false });
    expect(await undo(staff, cancelled.id)).toBe('ChangeNotUndoable');
    const change = await latest(staff, guichet);
    expect(await undo(foreignStaff, change.id)).toBe('UnknownId');
    expect(await undo(agent, change.id)).toBe('UnknownId');
    expect(await undo(staff, guichet)).toBe('InvalidId');
  });
  it('is offered of a convention while its state leaves the field open, to both sides', async () => {
    const input = { guichetId: guichet, level: 'INFO', receptionModes: ['TELEPHONE'] };
    const { data } = await api.ask<{ createConvention: { latest: { id: string } } }>(
      staff,
      'mutation ($input: ConventionCreateInput!) { createConvention(input: $input) { latest { id } } }',
      { input: { ...input, startsOn: '2033-01-01', endsOn: '2033-12-31' } },
    );
    const { id } = data.createConvention.latest;
    const key = Number(Buffer.from(id, 'base64').toString().split(':')[1]);
    await update('ConventionVersion', id, { etp: 0.5 });
    const change = await latest(staff, id);
    expect(change).toMatchObject({ undoable: true, fields: [{ field: 'etp' }] });
    const as = (caller: Caller, ...statements: string[]) =>
      api.orm.em.fork({ session: sessionOf(caller) }).transactional(async (em) => {
        for (const one of statements) await em.execute(one);
      });
    const move = (state: string) => `update convention_version set state = '${state}' where id = ${key}`;
    await as(staff, move('IN_REVIEW'));
    const again = async (who = staff) => (await history(who, id)).find((one) => one.id === change.id);
    expect(await again()).toMatchObject({ undoable: false });
    expect(api.statements).toHaveLength(1);
    expect(await undo(staff, change.id)).toBe('ConventionNotEditable');
    await as(
      staff,
      `insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name)
       values (1, ${key}, 1, 'level', 'Lequel ?', 'EPCI', 'Équipe')`,
      move('CORRECTION'),
    );
    expect(await again()).toMatchObject({ undoable: false });
    expect(await undo(staff, change.id)).toBe('ConventionFieldLocked');
    await as(
      staff,
      `insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name)
       values (1, ${key}, 1, 'etp', 'Combien ?', 'EPCI', 'Équipe')`,
    );
    expect(await again()).toMatchObject({ undoable: true });
    expect(await undo(staff, change.id)).toMatchObject({ fields: [{ field: 'etp', before: 0.5, after: null }] });
  });
  it('takes back an addition, while nothing depends on it', async () => {
    const create = 'mutation { createOrganisation(input: { name: "Erreur", kind: ASSOCIATION }) { id } }';
    const { data } = await api.ask<{ createOrganisation: { id: string } }>(staff, create);
    const { id } = data.createOrganisation;
    const made = await latest(staff, id);
    expect(made).toMatchObject({ action: 'CREATED', undoable: true });
    expect(await undo(staff, made.id)).toMatchObject({ action: 'DELETED', undoes: made.at });
    expect(await undo(staff, made.id)).toBe('HistoryMovedOn');
    const other = (await api.ask<{ createOrganisation: { id: string } }>(staff, create)).data.createOrganisation.id;
    await update('Guichet', idOf('Guichet', 2), { organisationId: other });
    expect(await undo(staff, (await latest(staff, other)).id)).toBe('HasHistory');
    // What nobody added, nobody takes back.
    const [first] = await history(staff, idOf('Milestone', 1));
    expect(first).toMatchObject({ action: 'CREATED', actorName: null, undoable: false });
    expect(await undo(staff, first!.id)).toBe('ChangeNotUndoable');
  });
});

describe('erasure', () => {
  it('blanks what is personal and leaves the fact', async () => {
    const id = idOf('Agent', 2);
    await update('Agent', id, { lastName: 'Grand', jobTitle: 'Accueil' });
    await eraseFromHistory(api.orm.em.fork(), conceptNamed('Agent'), '2');
    const [changed, made] = await history(staff, id);
    expect(changed).toMatchObject({ action: 'UPDATED', actorName: 'Équipe', undoable: false });
    expect(changed!.fields).toContainEqual(
      expect.objectContaining({ field: 'lastName', before: '', after: '', erased: true }),
    );
    expect(changed!.fields).toContainEqual(
      expect.objectContaining({ field: 'jobTitle', after: 'Accueil', erased: false }),
    );
    const [kept] = await api.orm.em
      .fork()
      .execute<[{ count: string }]>(
        "select count(*) from change where concept = 'Agent' and row_id = 2 and (before::text || after::text) ~ 'Petit|Grand|dominique'",
      );
    expect(kept.count).toBe('0');
    expect(made).toMatchObject({ action: 'CREATED' });
    await eraseFromHistory(api.orm.em.fork(), conceptNamed('Agent'), '2');
    expect(await history(staff, id)).toEqual([changed, made]);
  });
  it('of an account blanks its name as an author too', async () => {
    await eraseFromHistory(api.orm.em.fork(), conceptNamed('Account'), '2');
    expect((await history(staff, guichet)).filter(({ actorName }) => actorName)).toEqual([]);
    expect(await latest(staff, guichet)).toMatchObject({ action: 'UPDATED' });
  });
});
