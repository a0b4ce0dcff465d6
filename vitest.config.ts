import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Vite would take graphql's `module` entry and Node, for the libraries, its `main`: two copies that refuse each other's types.
const graphql = createRequire(import.meta.url).resolve('graphql');
const alias = [{ find: /^graphql$/, replacement: graphql }];

export default defineConfig({
  test: {
    projects: [
      {
        // Pure rules: no database, no set-up, less than a second each.
        test: { name: 'rules', include: ['api/src/**/*.rules.test.ts', 'seeds/**/*.rules.test.ts'] },
      },
      {
        resolve: { alias },
        test: {
          name: 'api',
          include: ['api/{src,test,bench,drills}/**/*.test.ts', 'seeds/**/*.test.ts', 'schema/**/*.test.ts'],
          exclude: ['**/*.rules.test.ts'],
          globalSetup: ['api/test/global-setup.ts'],
          // Much of a test is waiting for PostgreSQL: two fit on two cores, where vitest would run one.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Long proofs (`npm run drills`), one at a time; each has a short form among the tests of the API.
        resolve: { alias },
        test: {
          name: 'drills',
          include: ['api/drills/**/*.drill.ts'],
          globalSetup: ['api/test/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 2_400_000,
          hookTimeout: 300_000,
        },
      },
      {
        plugins: [react()],
        test: { name: 'admin', include: ['admin/src/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          name: 'e2e',
          include: ['admin/e2e/**/*.test.ts'],
          globalSetup: ['api/test/journeys-setup.ts'],
          // Most of a journey is waiting: two fit on two cores.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
