import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../project.js';

const policy = [
  "default-src 'self'",
  // The editor is one inline script that makes its workers from blobs.
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
].join('; ');

/** The analysts' cookbook: each file a query that runs as it stands. */
const examples = (): { query: string }[] => {
  const folder = path.join(projectRoot, 'schema', 'examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ query: readFileSync(path.join(folder, name), 'utf8') }));
};

/** GraphiQL from this site alone, no CDN, with the cookbook as tabs; made at the first visit, since it is 9 MB. */
export const serveGraphiql = (server: FastifyInstance): void => {
  let page: Promise<Buffer> | undefined;
  const make = (): Promise<Buffer> =>
    promisify(gzip)(
      renderGraphiQL({
        title: 'Parvis',
        endpoint: '/graphql',
        defaultTabs: examples(),
        favicon: 'data:,',
      }),
    );
  server.get('/graphiql', async (_request, reply) => {
    page ??= make();
    return reply
      .header('content-security-policy', policy)
      .header('content-encoding', 'gzip')
      .type('text/html; charset=utf-8')
      .send(await page);
  });
};
