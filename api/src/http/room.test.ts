import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { givePasswords, password } from '../../test/people.js';
import { type SignInServer, startSignIn } from '../../test/sign-in-server.js';

const people = Array.from({ length: 25 }, (_, index) => `room${index}@voiron.test`);

let signIns: SignInServer;
let url: string;
beforeAll(async () => {
  signIns = await startSignIn();
  await signIns.orm.em.fork().execute(`
    insert into account (email, display_name, role, epci_id)
      select 'room' || n || '@voiron.test', 'Room ' || n, 'EPCI_STAFF', 1 from generate_series(0, 24) n`);
  await givePasswords(signIns.orm, "email like 'room%'");
});
beforeEach(async () => {
  await signIns.serve();
  url = await signIns.listen();
});
afterAll(() => signIns.close());

const enter = async (email: string, given = password): Promise<number> => {
  const answer = await fetch(`${url}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: given }),
  });
  return answer.status;
};

test('twenty-five people of one room enter at once from one address, though each mistyped twice', async () => {
  for (let round = 0; round < 2; round += 1) {
    const mistyped = await Promise.all(people.map((email) => enter(email, 'pas le bon mot de passe')));
    expect(new Set(mistyped)).toEqual(new Set([401]));
  }
  const entered = await Promise.all(people.map((email) => enter(email)));
  expect(new Set(entered)).toEqual(new Set([204]));
}, 120_000);
