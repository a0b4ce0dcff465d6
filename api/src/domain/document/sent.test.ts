import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { type AskDocuments, aPdf, documentServer, type Who, wordsOf } from '../../../test/documents.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { type Caller, sessionOf } from '../../identity/access/caller.js';
import { DocumentNotMade, press } from './press.js';

let api: TestApi;
let ask: AskDocuments;
let client: pg.Client;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  ask = await documentServer(api);
  client = new pg.Client(api.connection);
  await client.connect();
});
/** An avenant of guichet 1 that is being reviewed, and has all that sending it to sign asks for. */
beforeEach(async () => {
  await client.query(`
    delete from file_chunk; delete from convention_file; delete from convention_comment where version_id = 4;
    alter table convention_version disable trigger user;
    update convention_version set state = 'IN_REVIEW', reception_modes = '{TELEPHONE}', etp = 0.5, starts_on = '2026-07-01',
      registers = false, deliberation_assembly = null, deliberation_on = null, signed_on = null, signatories = null where id = 4;
    alter table convention_version enable trigger user`);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  press.end();
  await client.end();
  await api.close();
});

const id = idOf('ConventionVersion', 4);
const stateOf = async (): Promise<{ state: string; revision: number }> =>
  (await client.query('select state, revision from convention_version where id = 4')).rows[0];
const move = async (operation: string, more = '') => {
  const { revision } = await stateOf();
  return api.ask(callers.staff, `mutation { ${operation}(id: "${id}", revision: ${revision}${more}) { state } }`);
};
const send = () => move('sendConventionToSign');
const files = async () =>
  (await client.query('select * from convention_file order by kind, rank, media_type')).rows as {
    id: string;
    kind: string;
    rank: number;
    media_type: string;
    file_name: string;
    size: number;
    sha256: string;
    added_by_name: string;
  }[];
const take = async (who: Who, key: string) =>
  ask(who, { url: `/documents/files/${idOf('ConventionFile', Number(key))}` });
const remark = async () => {
  await client.query(`insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name, state)
    values (1, 4, 1, 'etp', 'Plutôt 0,6 ?', 'GUICHET', 'Claude', 'OPEN')`);
};
const resolve = () =>
  client.query(`update convention_comment set state = 'RESOLVED', resolved_at = now() where version_id = 4`);
const listed = async (caller = callers.staff) =>
  (
    await api.ask<{ conventionFiles: { nodes: { kind: string; rank: number; mediaType: string }[] } }>(
      caller,
      '{ conventionFiles(sort: [{ rank: ASC }]) { nodes { kind rank mediaType } } }',
    )
  ).data.conventionFiles.nodes;

describe('what is sent to sign', () => {
  it('is kept as it was then, Word document and PDF, whatever changes later', async () => {
    expect((await send()).errors).toEqual([]);
    const [pdf, word] = await files();
    for (const file of [pdf!, word!])
      expect(file).toMatchObject({ kind: 'GENERATED', rank: 1, added_by_name: expect.stringMatching(/./) });
    expect(pdf!.file_name).toBe('Avenant n° 1 à la convention PV-2022-01 – Mairie de Voiron.pdf');
    const before = await Promise.all([take('staff', pdf!.id), take('staff', word!.id)]);
    for (const [index, { rawPayload, headers }] of before.entries()) {
      const file = [pdf!, word!][index]!;
      expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(file.sha256);
      expect(rawPayload).toHaveLength(file.size);
      expect(headers['content-type']).toBe(file.media_type);
    }
    expect(before[0].rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(wordsOf(before[1].rawPayload)).toContain('Mairie de Voiron');
    await client.query(`update guichet set name = 'Maison de l’habitat' where id = 1`);
    const after = await take('staff', word!.id);
    expect(wordsOf(after.rawPayload)).not.toContain('Maison de l’habitat');
    const anew = await ask('staff', { url: `/documents/convention-versions/${id}.docx` });
    expect(wordsOf(anew.rawPayload)).toContain('Maison de l’habitat');
    await client.query(`update guichet set name = 'Mairie de Voiron' where id = 1`);
  });
  it('is of the text as its transaction saw it, beside a change that comes at the same moment', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const make = press.make.bind(press);
    vi.spyOn(press, 'make').mockImplementation((job) => {
      late = client
        .query('update convention_version set level_conditions = $$Trop tard$$ where id = 4')
        .catch((error: Error) => error.message);
      return make(job);
    });
    expect((await send()).errors).toEqual([]);
    expect(await late).toContain('does not change');
    const [, word] = await files();
    expect(wordsOf((await take('staff', word!.id)).rawPayload)).not.toContain('Trop tard');
  });
  it('that cannot be made is not sent: neither the state nor a file stays', async () => {
    const make = press.make.bind(press);
    vi.spyOn(press, 'make').mockImplementation((job) =>
      job.format === 'docx' ? Promise.reject(new DocumentNotMade('no memory')) : make(job),
    );
    await expect(send()).rejects.toThrow('no memory');
    expect([await files(), (await stateOf()).state]).toEqual([[], 'IN_REVIEW']);
    vi.restoreAllMocks();
    expect((await send()).errors).toEqual([]);
    expect(await files()).toHaveLength(2);
  });
  it('again, after a correction, is kept beside the first, even when both say the same', async () => {
    expect((await send()).errors).toEqual([]);
    await remark();
    expect((await move('requestConventionCorrection')).errors).toEqual([]);
    await resolve();
    expect((await send()).errors).toEqual([]);
    expect((await files()).map(({ rank }) => rank)).toEqual([1, 1, 2, 2]);
    const twice = await Promise.all([send(), send()]);
    for (const { errors } of twice) expect(errors[0]).toMatchObject({ name: 'ConventionTransitionNotAllowed' });
    expect(await files()).toHaveLength(4);
  });
  it('sent by two people at once is kept once', async () => {
    const both = await Promise.all([send(), send()]);
    expect(both.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(await files()).toHaveLength(2);
  });
  it('stays beside the signed scan', async () => {
    await send();
    const scan = await ask('staff', {
      method: 'PUT',
      url: `/documents/convention-versions/${id}/scan`,
      payload: aPdf(),
      headers: { 'content-type': 'application/pdf', 'x-file-name': 'signee.pdf' },
    });
    expect(scan.json()).toMatchObject({ rank: 1, added: true });
    expect((await files()).map(({ kind, rank }) => `${kind} ${rank}`)).toEqual([
      'GENERATED 1',
      'GENERATED 1',
      'SIGNED_SCAN 1',
    ]);
  });
});

describe('who gets what was sent', () => {
  const colleague: Caller = { ...callers.agent, reviewIds: [] };
  it('is staff and reviewers, then everyone at the guichet once it is signed', async () => {
    await send();
    const [pdf] = await files();
    expect(await listed(callers.agent)).toHaveLength(2);
    expect(await listed(colleague)).toEqual([]);
    expect(await listed(callers.foreignStaff)).toEqual([]);
    expect((await take('agent', pdf!.id)).statusCode).toBe(200);
    for (const who of ['foreignStaff', 'analystOfOne', 'anonymous'] as const)
      expect((await take(who, pdf!.id)).statusCode, who).toBeGreaterThanOrEqual(401);
    const { errors } = await move(
      'signConvention',
      ', signedOn: "2026-03-12", signatories: [{ party: "Pays Voironnais", name: "A" }, { party: "Voiron", name: "B" }]',
    );
    expect(errors).toEqual([]);
    expect(await listed(colleague)).toHaveLength(2);
    expect((await take('agent', pdf!.id)).statusCode).toBe(200);
  });
  it('holds for its content too, in SQL', async () => {
    await send();
    const piecesSeenBy = async (caller: Caller): Promise<number> => {
      const { role, variables = {} } = sessionOf(caller);
      await client.query('begin');
      for (const [name, value] of Object.entries(variables))
        await client.query('select set_config($1, $2, true)', [name, value]);
      await client.query(`set local role ${role}`);
      const { rows } = await client.query(
        'select count(*)::int as n from file_chunk where convention_file_id is not null',
      );
      await client.query('rollback');
      return rows[0].n;
    };
    expect(await piecesSeenBy(callers.agent)).toBeGreaterThan(0);
    expect(await piecesSeenBy(colleague)).toBe(0);
  });
});
