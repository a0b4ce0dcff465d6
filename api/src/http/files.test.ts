import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import compress from '@fastify/compress';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
// @ts-expect-error: a script without types, which runs before anything is built
import { clearButFormer, compressAll, dropRepeated } from '../../bin/assets.mjs';
import { makeFiles } from './files.js';
import { answerRefusal, answerUnreadable } from './refusals.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-admin-'));
const script = `export default ${JSON.stringify('guichet '.repeat(500))};`;
const write = (file: string, content: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
};
/** As a build does it. */
const build = async (files: Record<string, string>, now?: Date) => {
  clearButFormer(folder, now);
  for (const [file, content] of Object.entries(files)) write(file, content);
  dropRepeated(folder);
  await compressAll(folder);
};
const pages = { 'index.html': '<p>staff</p>', 'agent.html': '<p>agent</p>' };

const server = Fastify({
  routerOptions: { ignoreTrailingSlash: true },
  frameworkErrors: answerRefusal,
  clientErrorHandler: answerUnreadable,
});
beforeAll(async () => {
  await build({ ...pages, 'assets/former-1.js': script });
  await build({ ...pages, 'assets/index-2.js': script, 'assets/small-3.js': 'export {};' });
  server.setErrorHandler(answerRefusal);
  const serveFiles = makeFiles(server, folder);
  await server.register(compress, { threshold: 1024 });
  server.get('/auth/session', async () => ({ well: true }));
  server.get<{ Params: { id: string } }>('/documents/:id', async ({ params }) => params);
  await serveFiles();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe.each(['GET', 'HEAD'] as const)('%s', (method) => {
  it.each([
    ['/', 'staff'],
    ['/?x=1', 'staff'],
    ['/guichets', 'staff'],
    ['/guichets/R3VpY2hldDox/', 'staff'],
    ['/agent', 'agent'],
    ['/agent/', 'agent'],
    ['/agent/desks?on=2026-03-12', 'agent'],
  ])('%s is the page of %s, whatever is accepted', async (url, page) => {
    for (const accept of [undefined, '*/*', 'application/json', 'text/html,application/xhtml+xml']) {
      const answer = await server.inject({ method, url, headers: accept ? { accept } : {} });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.payload).toBe(method === 'HEAD' ? '' : `<p>${page}</p>`);
    }
  });

  it.each(['/auth/nothing', '/documents', '/favicon.ico', '/.env', '/wp-login.php'])('%s is no page', async (url) => {
    const { statusCode, headers } = await server.inject({ method, url, headers: { accept: 'text/html' } });
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
    expect(headers['content-type']).toMatch(/json/);
  });
});

test('an address that is nothing is told so in the reader’s language', async () => {
  const asked = (language: string) =>
    server.inject({ method: 'POST', url: '/guichets', headers: { 'accept-language': language } });
  expect((await asked('fr')).json()).toEqual({
    code: 'NOT_FOUND',
    name: 'UnknownAddress',
    message: 'Cette adresse n’existe pas.',
  });
  expect((await asked('en')).json().message).toBe('This address does not exist.');
});

describe('an asset', () => {
  const ask = (url: string, headers = {}) => server.inject({ url, headers });

  it('comes as it was compressed when it was built, kept for ever, each form under its own tag', async () => {
    const forms = { br: brotliDecompressSync, gzip: gunzipSync, none: (whole: Buffer) => whole };
    const tags = new Set();
    for (const [form, unpacked] of Object.entries(forms)) {
      const answer = await ask('/assets/index-2.js', form === 'none' ? {} : { 'accept-encoding': form });
      expect(String(unpacked(answer.rawPayload))).toBe(script);
      expect(answer.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': expect.stringMatching(/^(text|application)\/javascript/),
        'content-length': String(answer.rawPayload.length),
        vary: expect.stringMatching(/^accept-encoding$/i),
      });
      expect(answer.headers['content-encoding']).toBe(form === 'none' ? undefined : form);
      tags.add(answer.headers.etag);
      const again = await ask('/assets/index-2.js', {
        'accept-encoding': form,
        'if-none-match': String(answer.headers.etag),
      });
      expect([again.statusCode, again.payload]).toEqual([304, '']);
    }
    expect(tags.size).toBe(3);
    const small = await ask('/assets/small-3.js', { 'accept-encoding': 'br' });
    expect(String(brotliDecompressSync(small.rawPayload))).toBe('export {};');
  });

  it('that is missing is no page, and nobody keeps the answer', async () => {
    for (const url of ['/assets/gone-9.js', '/assets/', '/assets', '/assets/a/b.css']) {
      const { statusCode, headers, payload } = await ask(url, { accept: 'text/html' });
      expect([statusCode, headers['content-type'], payload]).toEqual([404, 'text/plain; charset=utf-8', 'Not found\n']);
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('of the build before this one is still there, for pages that stayed open', async () => {
    const answer = await ask('/assets/former-1.js', { 'accept-encoding': 'br' });
    expect(String(brotliDecompressSync(answer.rawPayload))).toBe(script);
    expect(answer.headers['cache-control']).toMatch(/immutable/);
  });
});

describe('what cannot be read is told in words', () => {
  it.each([
    ['/%zz', 'en', 400, 'RequestUnreadable', /cannot be read/],
    ['/agent/%E0%A4%A', 'fr', 400, 'RequestUnreadable', /ne peuvent pas être lus/],
    [`/documents/${'x'.repeat(200)}`, 'en', 414, 'RequestTooLong', /too long/],
  ])('%s', async (url, language, status, name, message) => {
    const answer = await server.inject({ url, headers: { 'accept-language': language } });
    expect([answer.statusCode, answer.json().name]).toEqual([status, name]);
    expect(answer.json().message).toMatch(message);
  });

  it.each([
    [
      'an address without end',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
      /^HTTP\/1.1 431 /,
      'RequestTooLong',
    ],
    ['no HTTP', 'HELO parvis\r\n\r\n', /^HTTP\/1.1 400 /, 'RequestUnreadable'],
  ])('%s', async (_said, sent, status, name) => {
    if (!server.server.listening) await server.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(sent);
    const answer = await text(socket);
    expect(answer).toMatch(status);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'BAD_USER_INPUT', name });
  });
});

test('an asset stays for a week after the build that replaced it, however old it was, and goes once nobody misses it', async () => {
  const former = (name: string) => existsSync(path.join(folder, 'former', 'assets', name));
  const long = new Date('2026-01-05T10:00:00Z');
  utimesSync(path.join(folder, 'assets', 'index-2.js'), long, long);
  const days = (count: number) => new Date(Date.now() + count * 24 * 3600 * 1000);
  await build({ ...pages, 'assets/index-4.js': script });
  expect([former('index-2.js'), former('index-2.js.br')]).toEqual([true, true]);
  await build({ ...pages, 'assets/index-4.js': script }, days(6));
  expect([former('index-2.js'), former('index-4.js'), former('index-4.js.gz')]).toEqual([true, false, false]);
  expect(readFileSync(path.join(folder, 'assets', 'index-4.js'), 'utf8')).toBe(script);
  await build({ ...pages, 'assets/index-5.js': script }, days(8));
  expect([former('index-2.js'), former('index-4.js')]).toEqual([false, true]);
});
