import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

/** GraphiQL from this site alone, with the analysts' cookbook as tabs. Its page is one script, which only this address may run. */
export const serveGraphiql = async (server: FastifyInstance): Promise<void> => {
  const page = renderGraphiQL({ title: 'Parvis — GraphiQL', endpoint: '/graphql', headers: JSON.stringify({ 'apollo-require-preflight': 'true' }) });
  server.get('/graphiql', (_request, reply) =>
    reply
      .header('content-security-policy', "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'")
      .type('text/html; charset=utf-8')
      .send(page),
  );
};
