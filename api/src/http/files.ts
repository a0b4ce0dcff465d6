import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { projectRoot } from '../project.js';

/**
 * The built admin: each page answers for its name and all the addresses below, since the browser's router knows the rest
 * (`/agent/desks` is `agent.html`; `admin/vite.config.ts` says the same of the sources). Names of assets hold their content's hash, so that browsers keep them for ever; pages are asked for
 * again each time. Addresses that are no file and no page of the API are the admin's.
 */
export const serveFiles = async (server: FastifyInstance): Promise<void> => {
  const root = path.join(projectRoot, 'admin', 'dist');
  if (!existsSync(root)) return;
  await server.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    setHeaders: (reply, file) =>
      reply.header(
        'cache-control',
        file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const page = (file: string) => (_request: unknown, reply: FastifyReply) => reply.sendFile(file);
  for (const file of readdirSync(root).filter((name) => name.endsWith('.html') && name !== 'index.html')) {
    const address = `/${path.basename(file, '.html')}`;
    for (const below of ['', '/*']) server.get(`${address}${below}`, page(file));
  }
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    return wantsPage
      ? reply.sendFile('index.html')
      : reply.code(404).send({ code: 'NOT_FOUND', message: 'Cette adresse n’existe pas.' });
  });
};
