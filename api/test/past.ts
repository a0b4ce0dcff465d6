import type { TestApi } from './api.js';

/** Rewrites what the database refuses to change, without its triggers: a test's short way to a past that people made step by step. */
export const rewrite = async ({ orm }: TestApi, statement: string): Promise<void> => {
  await orm.em.fork().transactional(async (em) => {
    await em.execute('set local session_replication_role = replica');
    await em.execute(statement);
  });
};
