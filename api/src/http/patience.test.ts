import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitBodies, patience, patienceOptions } from './patience.js';

const short = { ...patience, headers: 300, body: 300, request: 1500, check: 50 };
const server = Fastify(patienceOptions(short));
let port: number;
beforeAll(async () => {
  limitBodies(server, short);
  server.post('/read', async ({ body }) => body);
  await server.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    uploads.put('/upload', async ({ body }) => text(body as NodeJS.ReadableStream));
  });
  await server.listen({ port: 0 });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const open = (sent: string): Socket => {
  const socket = connect(port, '127.0.0.1');
  socket.write(sent);
  return socket;
};
const asked = (line: string, length: number) =>
  `${line} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

describe('the server waits for', () => {
  it.each([
    ['nothing at all', ''],
    ['half the headers', 'GET / HTTP/1.1\r\nhost: a\r\n'],
    ['half a body', `${asked('POST /read', 10)}"12`],
    ['an upload that never ends', `${asked('PUT /upload', 10)}12`],
  ])('%s no longer than said, and ends the connection', async (_said, sent) => {
    const answer = await text(open(sent)).catch(() => '');
    expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('an upload longer than for other bodies', async () => {
    const socket = open(`${asked('PUT /upload', 4)}12`);
    await sleep(2 * short.body);
    socket.write('34');
    const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*1234$/);
  });
});
