import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { queryOnce } from '../../test/content.js';
import { callers, idOf, makeNetwork } from '../../test/network.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

const { staff, agent } = callers;
const namesLike = async (name: string) =>
  (await queryOnce<{ name: string }>(api.connection, `select name from organisation where name = '${name}'`)).length;
const create = (name: string) =>
  api.ask(staff, `mutation { createOrganisation(input: { name: "${name}", kind: ASSOCIATION }) { id name } }`);

/** Cuts the connections that are taken from the pool, but for the first ones. */
const cutAfter = async (first: number): Promise<() => void> => {
  const pool = (await api.working.em.getConnection().getNativeClient()) as pg.Pool;
  let taken = 0;
  const cut = (client: pg.PoolClient) => {
    taken += 1;
    if (taken > first) Reflect.get(Reflect.get(client, 'connection'), 'stream').destroy();
  };
  pool.on('acquire', cut);
  return () => void pool.off('acquire', cut);
};

it('a change that is made, and whose answer cannot be read, is not told as failed', async () => {
  const mend = await cutAfter(1);
  const { errors } = await create('Relue');
  mend();
  expect(errors).toMatchObject([
    {
      code: 'UNAVAILABLE',
      name: 'SavedNotRead',
      message: 'Enregistré, mais la réponse n’a pas pu être relue. Rechargez la page avant de recommencer.',
    },
  ]);
  expect(await namesLike('Relue')).toBe(1);
});

it('nor is the undoing of a change', async () => {
  const { data } = await api.ask<{ createOrganisation: { id: string } }>(
    staff,
    `mutation { createOrganisation(input: { name: "Défaite", kind: ASSOCIATION }) { id } }`,
  );
  const { id } = data.createOrganisation;
  const history = await api.ask<{ history: { id: string }[] }>(staff, `{ history(id: "${id}") { id } }`);
  // Two reads and the write come before.
  const mend = await cutAfter(3);
  const { errors } = await api.ask(staff, `mutation { undoChange(id: "${history.data.history[0]!.id}") { id } }`);
  mend();
  expect(errors).toMatchObject([{ name: 'SavedNotRead' }]);
  expect(await namesLike('Défaite')).toBe(0);
});

it('a connection that is lost before anything is written leaves nothing, and says so', async () => {
  const mend = await cutAfter(0);
  const { errors } = await create('Perdue');
  mend();
  expect(errors).toMatchObject([{ code: 'UNAVAILABLE', name: 'ConnectionLost' }]);
  expect(await namesLike('Perdue')).toBe(0);
});

it('an answer that would be refused is refused before anything is written', async () => {
  const states = () => queryOnce(api.connection, 'select id, state, revision from attendance order by id');
  const before = await states();
  const { errors } = await api.ask(
    agent,
    `mutation { answerMeeting(meetingId: "${idOf('Meeting', 1)}", coming: false) { agent { email } } }`,
  );
  expect(errors).toMatchObject([{ code: 'FORBIDDEN', name: 'FieldClosed' }]);
  expect(await states()).toEqual(before);
});

it('a commit without an answer is told as what it is: unknown', async () => {
  await queryOnce(
    api.connection,
    `create function lose() returns trigger language plpgsql security definer as
       'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
     create constraint trigger lose after insert on organisation deferrable initially deferred for each row execute function lose()`,
  );
  for (const locale of ['fr', 'en'] as const) {
    const { errors } = await api.ask(
      { ...staff, locale },
      'mutation { createOrganisation(input: { name: "Inconnue", kind: ASSOCIATION }) { id } }',
    );
    expect(errors).toMatchObject([
      { code: 'UNAVAILABLE', name: 'OutcomeUnknown', message: expect.stringMatching(/vérifiez|check/) },
    ]);
  }
  await queryOnce(api.connection, 'drop trigger lose on organisation');
  expect((await create('Après')).errors).toEqual([]);
});
