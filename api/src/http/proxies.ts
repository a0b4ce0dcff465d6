import { compile } from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';

/** Whether to believe the machine at an address, so many steps away from us: 0 is the one that speaks to us. */
export type Trust = (address: string, hop: number) => boolean;

/** As Fastify reads its `trustProxy`. @throws TypeError for what is no address */
export const trustOf = (trustProxy: Config['trustProxy']): Trust => {
  if (typeof trustProxy === 'string') return compile(trustProxy.split(',').map((one) => one.trim()));
  return trustProxy || (() => false);
};

/**
 * Warns, once, when a proxy stands in front that nobody declared: everybody then comes from its address, and shares its tries.
 * Anybody can send such a header, hence no more than a warning.
 */
export const warnOfProxies = (server: FastifyInstance, { trustProxy }: Pick<Config, 'trustProxy'>): void => {
  if (trustProxy) return;
  let warned = false;
  server.addHook('onRequest', async (request) => {
    if (warned || request.headers['x-forwarded-for'] === undefined) return;
    warned = true;
    request.log.warn(
      'X-Forwarded-For came, and no proxy is trusted: if one stands in front, set TRUST_PROXY, or all people share one limit of tries.',
    );
  });
};
