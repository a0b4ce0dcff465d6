import type { FastifyRequest } from 'fastify';

/** What machines ask for, every few seconds; they know an address and no name of ours. */
export const addresses = {
  health: '/health',
  live: '/health/live',
  ready: '/health/ready',
  metrics: '/metrics',
} as const;
export const askedByMachines: readonly string[] = Object.values(addresses);

/** Files of the build have a route each, which the next build renames. */
export const assetsRoute = '/assets/*';

/** The pattern of a request's address, such as `/auth/sign-in`; `none` where no route is. It holds nothing that was typed. */
export const routeOf = ({ url, routeOptions }: Pick<FastifyRequest, 'url' | 'routeOptions'>): string =>
  url.startsWith('/assets/') ? assetsRoute : (routeOptions.url ?? 'none');
