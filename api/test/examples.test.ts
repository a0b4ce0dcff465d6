import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/identity/access/caller.js';
import { projectRoot } from '../src/project.js';
import { type DemoApi, startDemoApi } from './demo.js';

type Found = unknown[] | { totalCount?: number; nodes: unknown[] };

const folder = path.join(projectRoot, 'schema', 'examples');
const analyst: Caller = {
  role: 'ANALYST',
  dbRole: 'parvis_analyst',
  locale: 'fr',
  today: '2026-03-12',
  epciId: '1',
  epciIds: ['1'],
  guichetIds: [],
  reviewIds: [],
  levels: [],
};

let demo: DemoApi;
beforeAll(async () => {
  demo = await startDemoApi('2026-03-12');
});
afterAll(() => demo.api.close());

describe('each example of the analysts’ cookbook runs as it stands, in one statement, and finds something', () => {
  test.each(readdirSync(folder).sort())('%s', async (name) => {
    const { data, errors } = await demo.api.ask(analyst, readFileSync(path.join(folder, name), 'utf8'));
    expect(errors).toEqual([]);
    expect(demo.api.statements).toHaveLength(1);
    const found = Object.values(data as Record<string, Found>).map((value) =>
      Array.isArray(value) ? value.length : (value.totalCount ?? value.nodes.length),
    );
    expect(found.reduce((total, rows) => total + rows)).toBeGreaterThan(0);
  });
});
