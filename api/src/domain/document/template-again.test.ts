import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { type AskDocuments, aTemplate, documentServer, type Who, wordsOf } from '../../../test/documents.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { defaultTemplate } from './docx.js';

const base = defaultTemplate();

let api: TestApi;
let ask: AskDocuments;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  ask = await documentServer(api);
});
afterAll(() => api.close());

const put = async (...lines: string[]): Promise<string> => {
  const kept = await ask('staff', {
    method: 'PUT',
    url: '/documents/template',
    payload: aTemplate(base, ...lines),
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': `${lines[0]}.docx` },
  });
  return kept.json().id;
};
const take = (who: Who, id: string) => ask(who, { url: `/documents/templates/${id}` });
const use = (id: string, caller = callers.staff) =>
  api.ask(caller, 'mutation ($id: ID!) { useDocumentTemplate(id: $id) { rank inUse fileName } }', { id });
const inUse = async () =>
  (
    await api.ask<{ documentTemplates: { nodes: { rank: number }[] } }>(
      callers.staff,
      '{ documentTemplates(filter: { inUse: { eq: true } }) { nodes { rank } } }',
    )
  ).data.documentTemplates.nodes.map(({ rank }) => rank);
const documentNow = async () =>
  wordsOf(
    (await ask('staff', { url: `/documents/convention-versions/${idOf('ConventionVersion', 1)}.docx` })).rawPayload,
  );

describe('a template that another one replaced', () => {
  it('is downloaded as it was, and so is the one that comes with Parvis', async () => {
    const first = await put('Premier');
    await put('Second');
    const taken = await take('staff', first);
    expect(wordsOf(taken.rawPayload)).toBe('Premier\n');
    expect(taken.headers['content-disposition']).toContain('Premier.docx');
    expect(wordsOf((await take('staff', 'default')).rawPayload)).toBe(wordsOf(base));
    expect((await take('agent', first)).json()).toMatchObject({ code: 'FORBIDDEN' });
    expect((await take('foreignStaff', first)).json()).toMatchObject({ name: 'UnknownId' });
    expect((await take('staff', idOf('Guichet', 1))).json()).toMatchObject({ name: 'InvalidId' });
  });
  it('is put in use again, the same one; the other is kept', async () => {
    const first = await put('Premier');
    await put('Second');
    const [before] = await inUse();
    expect((await use(first)).data).toEqual({
      useDocumentTemplate: { rank: Number(before) - 1, inUse: true, fileName: 'Premier.docx' },
    });
    expect([await inUse(), await documentNow()]).toEqual([[Number(before) - 1], 'Premier\n']);
    expect((await use(first)).errors).toEqual([]);
    expect(await inUse()).toHaveLength(1);
  });
  it('is one of the EPCI’s own', async () => {
    const first = await put('Premier');
    expect((await use(first, callers.foreignStaff)).errors[0]).toMatchObject({ name: 'UnknownId' });
    expect((await use(first, callers.agent)).errors[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await use(idOf('DocumentTemplate', 2))).errors[0]).toMatchObject({ name: 'UnknownId' });
  });
  it('is tried anew: tags may have changed since', async () => {
    const first = await put('Premier');
    await put('Second');
    const [, key] = Buffer.from(first, 'base64url').toString().split(':');
    await api.orm.em
      .fork()
      .execute('update file_chunk set bytes = ? where document_template_id = ?', [
        aTemplate(base, 'Voir {guichet.ancien_nom}'),
        key,
      ]);
    expect((await use(first)).errors[0]).toMatchObject({ name: 'TemplateBroken' });
    expect(await documentNow()).toBe('Second\n');
  });
  it('by two people at once leaves one in use', async () => {
    const both = [await put('Premier'), await put('Second')];
    await put('Troisième');
    const answers = await Promise.all(both.map((id) => use(id)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await inUse()).toHaveLength(1);
  });
});
