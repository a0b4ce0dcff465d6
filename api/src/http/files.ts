import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { UnknownAddress } from '../base/shared.errors.js';
import { projectRoot } from '../project.js';

/** Where the admin is built. Below it, what the build keeps of former ones for pages that are still open (`api/bin/assets.mjs`). */
const built = path.join(projectRoot, 'admin', 'dist');

const forEver = 'public, max-age=31536000, immutable';

/** The first part of an address: `agent` of `/agent/desks?on=…`. */
const firstOf = (address: string): string => /^\/([^/?]*)/.exec(address)?.[1] ?? '';

/** What looks like a file's name, such as `/favicon.ico` or `/.env`: no page of ours does. */
const looksLikeFile = /\/\.|\.[a-z0-9]{1,12}$/i;

/**
 * The built admin: each page answers for its name and all the addresses below, since the browser's router knows the rest
 * (`/agent/desks` is `agent.html`; `admin/vite.config.ts` says the same of the sources). Names of assets hold their content's hash, so that browsers keep them for ever; pages are asked for
 * again each time. Addresses that are no file, and under none that the API has, are the staff's.
 *
 * To be called before any route is registered: what the API has is what is registered from then on.
 *
 * @param folder the one that was built into; with none, there are no pages
 * @returns adds the pages
 */
export const makeFiles = (server: FastifyInstance, folder = built): (() => Promise<void>) => {
  const taken = new Set<string>(['assets']);
  server.addHook('onRoute', ({ url }) => {
    if (firstOf(url) !== '') taken.add(firstOf(url));
  });

  const isPage = ({ method, url }: FastifyRequest): boolean => {
    const [address = ''] = url.split('?', 1);
    return (method === 'GET' || method === 'HEAD') && !taken.has(firstOf(address)) && !looksLikeFile.test(address);
  };
  const hasPages = existsSync(path.join(folder, 'index.html'));
  server.setNotFoundHandler((request, reply) => {
    if (hasPages && isPage(request)) return reply.sendFile('index.html');
    reply.header('cache-control', 'no-store');
    // Whoever misses a script or a style is a browser: a sentence, and never a page, which it would take for the script.
    if (firstOf(request.url) === 'assets') return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n');
    throw new UnknownAddress();
  });

  return async () => {
    if (!hasPages) return;
    await server.register(fastifyStatic, {
      root: [folder, path.join(folder, 'former')].filter((root) => existsSync(root)),
      index: false,
      wildcard: false,
      preCompressed: true,
      globIgnore: ['**/*.{br,gz}', 'former/**'],
      setHeaders: (reply, file) =>
        reply.header('cache-control', path.basename(path.dirname(file)) === 'assets' ? forEver : 'no-cache'),
    });
    const page = (file: string) => (_request: unknown, reply: FastifyReply) => reply.sendFile(file);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.html') && name !== 'index.html')) {
      const address = `/${path.basename(file, '.html')}`;
      for (const below of ['', '/*']) server.get(`${address}${below}`, page(file));
    }
  };
};
