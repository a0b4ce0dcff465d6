import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { type AskDocuments, aPdf, documentServer, type Who } from '../../../test/documents.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { sessionOf } from '../../identity/access/caller.js';
import { attachment, fileNameOf, scanRefusal } from './file.rules.js';

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
beforeEach(async () => {
  await client.query(`delete from file_chunk; delete from convention_file`);
});
afterAll(async () => {
  await client.end();
  await api.close();
});

const put = (who: Who, version: number, payload: Buffer | Readable, headers: Record<string, string> = {}) =>
  ask(who, {
    method: 'PUT',
    url: `/documents/convention-versions/${idOf('ConventionVersion', version)}/scan`,
    payload,
    headers: { 'content-type': 'application/pdf', 'x-file-name': 'signee.pdf', ...headers },
  });
const take = (who: Who, id: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  ask(who, { method, url: `/documents/files/${id}`, headers });
const filesOf = async (): Promise<{ rank: number; file_name: string; size: number }[]> =>
  (await client.query('select rank, file_name, size from convention_file order by rank')).rows;

describe('a signed scan', () => {
  it('comes back byte for byte, to those who see its convention', async () => {
    // Three pieces, the last one short.
    const content = aPdf(Buffer.alloc(600_000, 'scan ').toString());
    const kept = await put('staff', 1, content, { 'x-file-name': encodeURIComponent('Signée – Voiron.pdf') });
    expect(kept.statusCode).toBe(201);
    const { id, sha256 } = kept.json();
    expect(kept.json()).toMatchObject({ fileName: 'Signée – Voiron.pdf', rank: 1, size: content.length, added: true });
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect((await client.query('select count(*)::int as n from file_chunk')).rows[0].n).toBe(3);
    for (const who of ['staff', 'agent'] as const) {
      const taken = await take(who, id);
      expect(taken.rawPayload.equals(content)).toBe(true);
      expect(taken.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(content.length),
        'content-disposition': `attachment; filename="Signee - Voiron.pdf"; filename*=UTF-8''Sign%C3%A9e%20%E2%80%93%20Voiron.pdf`,
        'x-content-type-options': 'nosniff',
        etag: `"${sha256}"`,
        'cache-control': 'private, no-cache',
      });
    }
    expect((await take('staff', id, { 'if-none-match': `"${sha256}"` })).statusCode).toBe(304);
    const head = await take('staff', id, {}, 'HEAD');
    expect([head.statusCode, head.headers['content-length'], head.payload]).toEqual([200, String(content.length), '']);
    for (const who of ['foreignStaff', 'analystOfOne', 'admin'] as const)
      expect((await take(who, id)).statusCode, who).toBeGreaterThanOrEqual(403);
    expect((await take('anonymous', id)).statusCode).toBe(401);
  });
  it('is never replaced: the same content is the same file, another one is the next', async () => {
    const first = await put('staff', 1, aPdf('one'));
    const again = await put('staff', 1, aPdf('one'), { 'x-file-name': 'autre.pdf' });
    expect([again.statusCode, again.json().id, again.json().added]).toEqual([200, first.json().id, false]);
    expect((await put('staff', 1, aPdf('two'))).json()).toMatchObject({ rank: 2, added: true });
    expect((await filesOf()).map(({ rank }) => rank)).toEqual([1, 2]);
  });
  it('sent twice at the same moment is kept once', async () => {
    const both = await Promise.all([put('staff', 1, aPdf('x')), put('staff', 1, aPdf('x'))]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 201]);
    const others = await Promise.all([put('staff', 1, aPdf('y')), put('staff', 1, aPdf('z'))]);
    expect(others.map((one) => one.json().rank).sort()).toEqual([2, 3]);
  });
  it('is a whole PDF by its content, whatever its name', async () => {
    const refusals = [
      [Buffer.from('PK\x03\x04 not a pdf %%EOF'), 400, 'NotPdf'],
      [Buffer.from('%PDF-1.7\ncut short'), 400, 'PdfCutShort'],
      [aPdf().subarray(0, 300), 400, 'PdfCutShort'],
      [aPdf('x', '/Encrypt 9 0 R '), 400, 'PdfEncrypted'],
      [Buffer.from(aPdf().toString().replace('trailer', 'tra\0ler')), 400, 'PdfDamaged'],
      [Buffer.alloc(0), 400, 'FileEmpty'],
    ] as const;
    for (const [content, status, name] of refusals) {
      const refused = await put('staff', 1, content);
      expect([refused.statusCode, refused.json().code, refused.json().name]).toEqual([status, 'BAD_USER_INPUT', name]);
    }
    expect(await filesOf()).toEqual([]);
  });
  it('of more than 20 MB is refused, with or without its length told beforehand', async () => {
    const announced = await put('staff', 1, aPdf(), { 'content-length': String(201 * 1024 * 1024) });
    const streamed = await put('staff', 1, Readable.from(Array.from({ length: 21 }, () => Buffer.alloc(1024 * 1024))));
    for (const { statusCode, json } of [announced, streamed]) {
      expect(statusCode).toBe(413);
      expect(json()).toEqual({
        code: 'BAD_USER_INPUT',
        name: 'FileTooLarge',
        message: 'Ce fichier est trop lourd\u00a0: 20 Mo au plus.',
      });
    }
  });
  it('is for staff, of a version of theirs that is to sign or was signed, from our own pages', async () => {
    expect((await put('agent', 1, aPdf())).json()).toMatchObject({ code: 'FORBIDDEN' });
    expect((await put('anonymous', 1, aPdf())).json()).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await put('staff', 3, aPdf())).json()).toMatchObject({ code: 'NOT_FOUND' });
    expect((await put('staff', 4, aPdf())).json()).toMatchObject({ code: 'RULE', name: 'ScanTooEarly' });
    expect((await put('staff', 1, aPdf(), { origin: 'https://evil.test' })).json()).toMatchObject({
      name: 'ForeignRequest',
    });
    expect((await put('staff', 1, aPdf(), { 'accept-language': 'en' })).statusCode).toBe(201);
    const foreign = await ask('staff', {
      method: 'PUT',
      url: `/documents/convention-versions/${idOf('Guichet', 1)}/scan`,
      payload: aPdf(),
      headers: { 'content-type': 'application/pdf' },
    });
    expect(foreign.json()).toMatchObject({ code: 'BAD_USER_INPUT', name: 'InvalidId' });
  });
  it('is neither changed nor removed by any role, in SQL', async () => {
    await put('staff', 1, aPdf());
    for (const caller of Object.values(callers)) {
      const { role, variables = {} } = sessionOf(caller);
      for (const statement of [
        "update convention_file set sha256 = 'x'",
        'delete from convention_file',
        "update file_chunk set bytes = 'x'",
        'delete from file_chunk',
      ]) {
        await client.query('begin');
        for (const [name, value] of Object.entries(variables))
          await client.query('select set_config($1, $2, true)', [name, value]);
        await client.query(`set local role ${role}`);
        await expect(client.query(statement), `${role}: ${statement}`).rejects.toMatchObject({ code: '42501' });
        await client.query('rollback');
      }
    }
  });
});

describe('the rules of files', () => {
  it('take a scan from the moment when the version is to sign', () => {
    expect(scanRefusal('TO_SIGN')).toBeNull();
    expect(scanRefusal('IN_REVIEW')?.name).toBe('ScanTooEarly');
    expect(scanRefusal('CANCELLED')?.name).toBe('ScanTooEarly');
  });
  it('keep of a name what any file system takes, and its extension', () => {
    expect(fileNameOf('C:\\scans\\a:b?.PDF', 'pdf', 'x')).toBe('a b.pdf');
    expect(fileNameOf('../../etc/passwd', 'pdf', 'x')).toBe('passwd.pdf');
    expect(fileNameOf('', 'pdf', 'x')).toBe('x.pdf');
    expect(fileNameOf('é'.repeat(400), 'pdf', 'x')).toHaveLength(200);
  });
  it('name a download twice: in plain letters, and in full', () => {
    expect(attachment('l’été "x" (1).pdf')).toBe(
      `attachment; filename="l'ete _x_ (1).pdf"; filename*=UTF-8''l%E2%80%99%C3%A9t%C3%A9%20%22x%22%20%281%29.pdf`,
    );
  });
});
