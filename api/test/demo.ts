import { loadDemo } from '../../seeds/load.js';
import { pinnedClock } from '../src/clock.js';
import type { Caller } from '../src/identity/access/caller.js';
import { startTestApi, type TestApi } from './api.js';

/** The API over the demo network as it is on a day, asked by the staff of its EPCI. */
export interface DemoApi {
  api: TestApi;
  staff: Caller;
  /** How long the loading took. */
  seconds: number;
  /** Asks as staff, and fails on any refusal. */
  ask<T>(source: string, variables?: Record<string, unknown>): Promise<T>;
  /** Every row of a list, page after page: `all('requests', 'registeredOn seniorityOn')`. */
  all<T>(plural: string, fields: string): Promise<T[]>;
}

export async function startDemoApi(today: string): Promise<DemoApi> {
  const api = await startTestApi(today);
  const began = performance.now();
  await loadDemo(api.connection, pinnedClock(today));
  const seconds = (performance.now() - began) / 1000;
  const [{ id: epciId }] = await api.orm.em.fork().execute<[{ id: string }]>('select id::text from epci');
  const staff: Caller = {
    role: 'EPCI_STAFF',
    dbRole: 'parvis_staff',
    locale: 'fr',
    today,
    epciId,
    epciIds: [epciId],
    guichetIds: [],
    reviewIds: [],
    levels: [],
  };
  const ask = async <T>(source: string, variables?: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await api.ask<T>(staff, source, variables);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data;
  };
  const all = async <T>(plural: string, fields: string): Promise<T[]> => {
    const rows: T[] = [];
    for (let after: string | null = null; ; ) {
      const source = `query ($after: String) { page: ${plural}(first: 100, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
      const { page }: Page<T> = await ask<Page<T>>(source, { after });
      rows.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return rows;
      after = page.pageInfo.endCursor;
    }
  };
  return { api, staff, seconds, ask, all };
}

interface Page<T> {
  page: { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}
