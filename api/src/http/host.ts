import type { FastifyInstance } from 'fastify';
import { OtherHost } from '../base/shared.errors.js';
import { isLoopback } from '../config.js';
import { askedByMachines } from './addresses.js';

/**
 * Refuses what was sent to another name than ours: a page of another site whose name was made to lead to this machine (DNS
 * rebinding) would otherwise be taken for one of our own.
 *
 * @param publicUrl the address that people type, if it was said; the names of this machine for itself are always ours
 */
export const checkHost = (server: FastifyInstance, publicUrl: string | undefined): void => {
  const ours = publicUrl && new URL(publicUrl).hostname;
  server.addHook('onRequest', async (request) => {
    const { hostname } = request;
    if (hostname === ours || isLoopback(hostname) || askedByMachines.includes(request.url)) return;
    throw new OtherHost(hostname.slice(0, 100));
  });
};
