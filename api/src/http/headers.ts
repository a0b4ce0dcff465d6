import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** No request leaves the site and nothing embeds it: styles may be inline because antd writes them as the page runs. */
export const secureHeaders = async (server: FastifyInstance, https: boolean): Promise<void> => {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: https,
    crossOriginEmbedderPolicy: false,
  });
};
