import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRandom } from '../../seeds/random.js';
import { migrate } from '../src/database/migrate.js';
import { databaseUrl } from '../src/database/server/open.js';
import { projectRoot } from '../src/project.js';
import { columnsOf, contentOf, queryOnce, schemaOf } from '../test/content.js';
import { createTestDatabase, type TestDatabase } from '../test/database.js';
import { restoreEarlier } from '../test/earlier.js';

it('an upgrade of an earlier version that is killed on its way, ten times, ends as one that nobody killed', async () => {
  const earlier = await createTestDatabase('template0');
  await restoreEarlier(earlier.connection);
  const whole = await createTestDatabase(earlier.connection.database);
  const random = createRandom(3);
  // When each migration was applied, and each row of their own history recorded, is what differs.
  const picture = async ({ connection }: TestDatabase) => {
    const columns = await columnsOf(connection);
    for (const table of ['migration', 'change']) columns.delete(table);
    const changes =
      'select concept, row_id::text, action, after from change order by concept, row_id, action, after::text';
    return {
      schema: await schemaOf(connection),
      content: await contentOf(connection, columns),
      changes: await queryOnce(connection, changes),
    };
  };
  try {
    const began = performance.now();
    await migrate(whole.connection);
    const usual = Math.round(performance.now() - began);
    const expected = await picture(whole);
    const applied: string[] = [];
    while (applied.length < 10) {
      const killed = await createTestDatabase(earlier.connection.database);
      const child = spawn(process.execPath, ['--import', 'tsx', 'api/drills/migrate-only.ts'], {
        cwd: projectRoot,
        env: { ...process.env, TSX_TSCONFIG_PATH: 'api/tsconfig.json', MIGRATED: databaseUrl(killed.connection) },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await once(child.stdout, 'data');
      await sleep(random.whole(0, usual));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const [count] = await queryOnce<{ n: number }>(killed.connection, 'select count(*)::int as n from migration');
      // It was quicker, and nothing was interrupted.
      if (child.exitCode === null) {
        applied.push(`${count?.n ?? 0}`);
        await migrate(killed.connection);
        expect(await picture(killed)).toEqual(expected);
      }
      await killed.drop();
    }
    console.log(`Killed with so many migrations applied: ${applied.join(', ')}; unhindered it takes ${usual} ms`);
  } finally {
    await whole.drop();
    await earlier.drop();
  }
});
