import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { aClock, countOf, makePeople } from '../../test/people.js';
import { type Orm, openOrm } from '../database/orm.js';
import { lookAtLink } from '../identity/sign-in/links.service.js';
import { makeAdmin } from './make-admin.js';

let database: TestDatabase;
let orm: Orm;
const clock = aClock();
beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.connection);
  await makePeople(orm);
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});
const look = (secret: string) => lookAtLink(orm.em.fork(), secret, clock.now());

describe('the command that makes an administrator', () => {
  it('opens an account and gives its invitation', async () => {
    const made = await makeAdmin(orm.em, clock, { email: ' First@Parvis.test ', displayName: 'Ada' });
    expect(made).toMatchObject({ email: 'first@parvis.test', created: true });
    expect(await look(made.secret)).toMatchObject({ purpose: 'INVITATION', role: 'ADMIN' });
  });
  it('gives a new link to somebody who lost theirs, whose role stays', async () => {
    const staff = await makeAdmin(orm.em, clock, { email: 'staff@voiron.test' });
    expect(staff.created).toBe(false);
    expect(await look(staff.secret)).toMatchObject({ purpose: 'RESET', role: 'EPCI_STAFF' });
    const invited = await makeAdmin(orm.em, clock, { email: 'new@voiron.test' });
    expect(await look(invited.secret)).toMatchObject({ purpose: 'INVITATION', role: 'EPCI_STAFF' });
  });
  it('makes nothing of an ended account or of what is no address', async () => {
    const before = await countOf(orm, 'account');
    await expect(makeAdmin(orm.em, clock, { email: 'gone@voiron.test' })).rejects.toThrow();
    expect(() => makeAdmin(orm.em, clock, { email: 'personne' })).toThrow();
    expect(await countOf(orm, 'account')).toBe(before);
  });
});
