import { expect, it } from 'vitest';
import { freePort } from '../src/free-port.js';
import { startApplication, TODAY } from '../test/application.js';
import { createTestDatabase } from '../test/database.js';
import { load } from './load.js';

// The figures of docs/operations.md: speed is told, never asserted.
it('nine minutes of fifty people: everything is answered, and memory is told', async () => {
  const database = await createTestDatabase('template0');
  const app = await startApplication(database.connection, {
    PARVIS_TODAY: TODAY,
    LOG_LEVEL: 'error',
    PORT: String(await freePort()),
  });
  try {
    const { latencies, failures, api, helpers } = await load(app, {
      people: 50,
      minutes: Number(process.env.LOAD_MINUTES ?? 9),
    });
    console.table(latencies);
    console.log(
      `API: ${api.last} MB at the end, ${api.most} MB at most; its helpers: ${helpers.last} MB, ${helpers.most} MB`,
    );
    expect(failures).toEqual({});
  } finally {
    await app.stop();
    await database.drop();
  }
});
