import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
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

/** Parvis's own, as the admin's pages have it (admin/index.html). */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%231d3f5e'/%3E%3Cpath d='M8 24V13l8-6 8 6v11M13 24v-7h6v7M6 26h20' fill='none' stroke='%23fff' stroke-width='2.2' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

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
  const make = async (): Promise<Buffer> => {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    const html = renderGraphiQL({
      title: 'Parvis',
      endpoint: '/graphql',
      defaultTabs: examples(),
      favicon: icon,
      // Text alone is taken here, and without any the library's own mark stands beside our name.
      logo: ' ',
    });
    return promisify(gzip)(html);
  };
  server.get('/graphiql', async (_request, reply) => {
    page ??= make();
    return reply
      .header('content-security-policy', policy)
      .header('content-encoding', 'gzip')
      .type('text/html; charset=utf-8')
      .send(await page);
  });
};
