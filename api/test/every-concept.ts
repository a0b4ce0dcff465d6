import { allConcepts, isStored, targetOf } from '../src/concept/meta.js';
import type { TestApi } from './api.js';
import { idOf } from './network.js';
import { rowMaker } from './row-maker.js';

/**
 * After `makeNetwork`: a row in each EPCI of every concept that it has none of, among the rows that it has, so that a new concept
 * is put to the tests of all concepts without being named in them.
 */
export const completeNetwork = async (api: TestApi): Promise<void> => {
  const em = api.orm.em.fork();
  const make = rowMaker(api);
  const firstOf = async (table: string, epci: string): Promise<string | undefined> => {
    const [first] = await em.execute<{ id: string }[]>(
      `select id::text from "${table}" where ${table === 'epci' ? 'id' : 'epci_id'} = ? order by id limit 1`,
      [epci],
    );
    return first?.id;
  };
  for (const concept of allConcepts()) {
    const [row] = await em.execute(`select 1 from "${concept.table}" limit 1`);
    if (row) continue;
    const relations = [...concept.fields.values()].filter(
      (field) => field.kind === 'one' && isStored(field) && !field.nullable,
    );
    for (const epci of ['1', '2']) {
      const given: Record<string, string> = {};
      for (const field of relations) {
        const { name, table, fields } = targetOf(field);
        const key = name === 'Epci' || fields.has('epci') ? await firstOf(table, epci) : undefined;
        if (key) given[field.name] = idOf(name, key);
      }
      await make(concept.type)(given);
    }
  }
};
