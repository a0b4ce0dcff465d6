import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Orm } from '../database/orm.js';
import type { Demo } from '../identity/sign-in/demo.js';
import { inOutbox } from '../mail/outbox-role.js';

/** As many as a visitor of the demonstration looks through. */
const shown = 100;

/** The local mailbox of the demonstration: what its people were sent, since nothing leaves. It exists nowhere else. */
export const serveMailbox = (server: FastifyInstance, { orm, demo }: { orm: Orm; demo: Demo }): void => {
  server.get('/demo/mailbox', async (_request, reply) => {
    if (!(await demo.isOpen())) return reply.callNotFound();
    const { rows } = await inOutbox(orm.em.fork(), (em) =>
      sql`
        select id::text, to_address as "to", kind, subject, text, status, created_at as "createdAt"
        from mail order by id desc limit ${shown}`.execute(em.getKysely()),
    );
    return reply.header('cache-control', 'no-store').send(rows);
  });
};
