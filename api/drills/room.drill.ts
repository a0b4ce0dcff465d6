import { expect, it } from 'vitest';
import { openOrm } from '../src/database/orm.js';
import { freePort } from '../src/free-port.js';
import { startApplication } from '../test/application.js';
import { createTestDatabase } from '../test/database.js';
import { givePasswords, makePeople, password } from '../test/people.js';

// The real process behind a proxy that says one address for all; the short form is `src/http/room.test.ts`.
const people = Array.from({ length: 50 }, (_, index) => `room${index}@voiron.test`);
const room = '2001:db8:7:9';
const publicUrl = 'https://parvis.example.org';

it('fifty people of one room enter in two minutes, each after two mistakes; half of them over IPv6, each with an address of the same network', async () => {
  const database = await createTestDatabase();
  const orm = openOrm(database.connection);
  await makePeople(orm);
  await orm.em.fork().execute(`
    insert into account (email, display_name, role, epci_id)
    select 'room' || n || '@voiron.test', 'Room ' || n, 'EPCI_STAFF', 1 from generate_series(0, ${people.length - 1}) n`);
  await givePasswords(orm, "email like 'room%'");
  const port = await freePort();
  const app = await startApplication(database.connection, {
    PORT: String(port),
    PARVIS_DEMO: '0',
    PUBLIC_URL: publicUrl,
    TRUST_PROXY: '1',
    LOG_LEVEL: 'error',
  });
  try {
    const enter = async (index: number, given: string): Promise<number> => {
      const from = index % 2 ? `${room}::${index.toString(16)}` : '203.0.113.9';
      const headers = {
        'content-type': 'application/json',
        origin: publicUrl,
        'x-forwarded-for': from,
        'x-forwarded-proto': 'https',
      };
      const body = JSON.stringify({ email: people[index], password: given });
      return (await fetch(`http://127.0.0.1:${port}/auth/sign-in`, { method: 'POST', headers, body })).status;
    };
    const began = performance.now();
    for (const [given, status] of [
      ['une faute de frappe', 401],
      ['une autre faute', 401],
      [password, 204],
    ] as const)
      expect(new Set(await Promise.all(people.map((_, index) => enter(index, given))))).toEqual(new Set([status]));
    const seconds = (performance.now() - began) / 1000;
    console.log(`${people.length} people entered after two mistakes each in ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(120);
  } finally {
    await app.stop();
    await orm.close(true);
    await database.drop();
  }
});
