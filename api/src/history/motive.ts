import type { EntityManager } from '@mikro-orm/postgresql';

const say = async (em: EntityManager, setting: 'app.motive' | 'app.undoes', value: string): Promise<void> => {
  await em.execute('select set_config(?, ?, true)', [setting, value]);
};

/**
 * Says why the changes that follow in this transaction are made: the database keeps it with each of them, in history.
 *
 * @param em of an open transaction; with its end the motive is forgotten
 */
export const withMotive = (em: EntityManager, text: string): Promise<void> => say(em, 'app.motive', text);

/** Says that the changes that follow in this transaction take back an earlier one. @param key database key of that one */
export const undoing = (em: EntityManager, key: string): Promise<void> => say(em, 'app.undoes', key);
