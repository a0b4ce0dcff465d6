import { afterAll, beforeAll, expect, it } from 'vitest';
import { allConcepts } from '../src/concept/meta.js';
import { type DemoApi, startDemoApi } from './demo.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await startDemoApi('2026-03-12');
});
afterAll(() => demo.api.close());

it('no row of the demo stands in the way of its own rules: each can be opened, saved and left as it is', async () => {
  const mutations = demo.api.schema.getMutationType()?.getFields() ?? {};
  for (const { name, plural } of allConcepts().filter((concept) => `update${concept.name}` in mutations)) {
    const { page } = await demo.ask<{ page: { nodes: { id: string; revision: number }[] } }>(
      `{ page: ${plural}(first: 100) { nodes { id revision } } }`,
    );
    for (const { id, revision } of page.nodes) {
      const save = `mutation ($id: ID!, $revision: Int!) { saved: update${name}(id: $id, revision: $revision, input: {}) { revision } }`;
      const { data, errors } = await demo.api.ask<{ saved: { revision: number } }>(demo.staff, save, { id, revision });
      // What waits for its end or is past it is closed for good.
      const others = errors.filter((error) => !/NotEditable|InUse|Published|Closed|Cancelled/.test(error.name));
      expect(others, `${name} ${id}`).toEqual([]);
      if (errors.length === 0) expect(data.saved.revision, name).toBe(revision);
    }
  }
});
