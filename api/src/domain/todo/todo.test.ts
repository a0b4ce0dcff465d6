import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { rewrite } from '../../../test/past.js';
import type { Caller } from '../../identity/access/caller.js';
import type { ToDoLine } from './todo.words.js';

let api: TestApi;
const { staff, agent, foreignStaff, analystOfOne, admin, anonymous } = callers;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  await api.orm.em.fork().execute(`
    update assignment set reviewer = true where id in (1, 3);
    update convention_comment set version_id = 4 where id = 1`);
});
afterAll(() => api.close());

const source = `query($locale: Locale) { toDo(locale: $locale) {
  key kind dueOn isTerm title detail action subject { ...about } named { ...about } } }
  fragment about on ToDoSubject { concept id parentId revision name status endsOn obligation obligationState }`;
const list = async (caller: Caller, locale?: string) => {
  const { data, errors } = await api.ask<{ toDo: ToDoLine[] }>(caller, source, { locale });
  expect(errors).toEqual([]);
  return data.toDo;
};
const version = (key: number) => ({
  concept: 'ConventionVersion',
  id: idOf('ConventionVersion', key),
  parentId: idOf('Convention', 1),
});

describe('what waits for whom', () => {
  it('staff read it in one statement, in order of date, with what each is about', async () => {
    const lines = await list(staff);
    expect(api.statements).toHaveLength(1);
    const days = lines.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    expect(lines.find(({ kind }) => kind === 'COMMENTS_TO_ANSWER')).toMatchObject({
      title: 'Remarques à traiter\u00a0: Mairie de Voiron',
      detail: 'Le guichet a fait une remarque sur PV-2022-01',
      action: 'Répondre',
      subject: version(4),
      named: { concept: 'Guichet', id: idOf('Guichet', 1), name: 'Mairie de Voiron' },
    });
    expect(lines.filter(({ kind }) => kind === 'CONVENTION_ENDS').map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-31',
      '2026-12-31',
    ]);
    expect(lines.find(({ kind }) => kind === 'MEETING_COMING')).toMatchObject({
      title: 'Animation SUIVI',
      isTerm: false,
    });
  });
  it('speaks the language that is asked for', async () => {
    expect((await list(staff, 'en')).map(({ title }) => title)).toContain('Remarks to deal with: Mairie de Voiron');
  });
  it('is of the own EPCI alone', async () => {
    const foreign = await list(foreignStaff);
    expect(foreign.map(({ title }) => title).join()).toContain('Mairie de Grenoble');
    expect(foreign.map(({ title }) => title).join()).not.toContain('Voiron');
  });
  it('a reviewing agent reads what the EPCI asks them, and nothing else', async () => {
    expect(await list(agent)).toEqual([]);
    await api.orm.em.fork().execute(`
      insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name)
      values (1, 4, 1, 'etp', 'Combien ?', 'EPCI', 'Équipe')`);
    expect(await list(agent)).toMatchObject([
      {
        kind: 'COMMENTS_TO_ANSWER',
        title: 'Remarques à traiter\u00a0: Mairie de Voiron',
        subject: version(4),
      },
    ]);
    expect(await list({ ...agent, reviewIds: [] })).toEqual([]);
  });
  it('what the guichet read and has nothing to change waits for staff alone, by that name', async () => {
    const answer = (by: string) =>
      rewrite(
        api,
        `update convention_version set state = 'IN_REVIEW', reviewed_at = ${by ? 'now()' : 'null'}, reviewed_by_name = ${by ? `'${by}'` : 'null'} where id = 4;
         update convention_comment set state = 'RESOLVED', resolved_at = now() where version_id = 4`,
      );
    await answer('');
    expect((await list(agent)).map(({ kind }) => kind)).toEqual(['DRAFT_WAITING']);
    await answer('Claude Durand');
    expect(await list(agent)).toEqual([]);
    expect((await list(staff)).find(({ subject }) => subject.id === version(4).id)).toMatchObject({
      kind: 'DRAFT_WAITING',
      title: expect.stringMatching(/relu, rien à changer\u00a0: Mairie de Voiron$/),
      action: 'Envoyer à la signature',
    });
  });
  it('analysts and administrators have nothing, and strangers no answer', async () => {
    expect(await list(analystOfOne)).toEqual([]);
    expect(await list(admin)).toEqual([]);
    expect((await api.ask(anonymous, source)).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  });
});
