import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, idOf, makeNetwork } from '../../test/network.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

const { staff } = callers;
const guichet = idOf('Guichet', 1);
const update = `mutation ($id: ID!, $revision: Int!, $input: GuichetUpdateInput!) { updateGuichet(id: $id, revision: $revision, input: $input) { revision } }`;
const change = (input: object, id = guichet, revision = 1) => ({ id, revision, input });

describe('two people, or two clicks', () => {
  const read = async () => {
    const { data } = await api.ask<{
      guichet: { revision: number; updatedAt: string; name: string; telephone: string };
    }>(staff, `{ guichet(id: "${guichet}") { revision updatedAt name telephone } }`);
    return data.guichet;
  };

  it('a change moves the revision and the instant; one that changes nothing moves neither', async () => {
    const before = await read();
    const input = {
      telephone: '04 76 00 00 00',
      receptionModes: ['TELEPHONE', 'IN_PERSON_WALK_IN'],
      openingHours: {
        slots: [
          { weekday: 'TUE', from: '09:00', to: '12:00' },
          { weekday: 'MON', from: '09:00', to: '12:00', weeks: 'ODD' },
        ],
      },
      latitude: 45.123456,
      organisationId: idOf('Organisation', 1),
    };
    expect((await api.ask(staff, update, change(input, guichet, before.revision))).errors).toEqual([]);
    const after = await read();
    expect(after.revision).toBe(before.revision + 1);
    expect(after.updatedAt > before.updatedAt).toBe(true);
    const again = {
      ...input,
      telephone: ' 04 76 00 00 00 ',
      receptionModes: ['IN_PERSON_WALK_IN', 'TELEPHONE', 'TELEPHONE'],
      openingHours: {
        remark: ' ',
        slots: [
          { weekday: 'MON', from: '09:00', to: '12:00', weeks: 'ODD', byAppointment: false },
          { weekday: 'TUE', from: '09:00', to: '12:00', weeks: 'ALL' },
        ],
      },
    };
    expect((await api.ask(staff, update, change(again, guichet, after.revision))).errors).toEqual([]);
    expect(await read()).toEqual(after);
  });

  it('a stale change loses nothing: each field at fault is named, as callers know it', async () => {
    const { revision } = await read();
    await api.ask(staff, update, change({ telephone: '1', communeId: idOf('Commune', 2) }, guichet, revision));
    const stale = (
      await api.ask(
        staff,
        update,
        change({ telephone: '2', communeId: idOf('Commune', 1), name: 'Mairie de Voiron' }, guichet, revision),
      )
    ).errors[0];
    expect(stale).toMatchObject({ code: 'CONFLICT', name: 'StaleRevision' });
    expect(stale?.conflicts).toEqual([
      { field: 'communeId', current: idOf('Commune', 2) },
      { field: 'telephone', current: '1' },
    ]);
    expect((await read()).telephone).toBe('1');
  });

  it('of two changes at the same moment one is kept, and the other told', async () => {
    const { revision } = await read();
    const answers = await Promise.all(
      ['10', '11', '12', '13'].map((telephone) => api.ask(staff, update, change({ telephone }, guichet, revision))),
    );
    const lost = answers.flatMap(({ errors }) => errors);
    expect(lost).toHaveLength(3);
    const { telephone } = await read();
    for (const error of lost)
      expect(error).toMatchObject({ code: 'CONFLICT', conflicts: [{ field: 'telephone', current: telephone }] });
    expect((await read()).revision).toBe(revision + 1);
  });

  it('of two that cannot both be, one is kept, and the rule answers the other, however close they were', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const create = `mutation { createCommune(input: { inseeCode: "0100${round}", name: "Paladru" }) { id } }`;
      const answers = await Promise.all([1, 2, 3].map(() => api.ask(staff, create)));
      const errors = answers.flatMap((answer) => answer.errors);
      expect(errors).toMatchObject(Array(2).fill({ code: 'RULE', name: 'CommunePeriodsOverlap' }));
    }
  });

  it('what was removed is not removed twice', async () => {
    const { data } = await api.ask<{ createPlan: { id: string; revision: number } }>(
      staff,
      'mutation { createPlan(input: { name: "P", startsOn: "2030-01-01", endsOn: "2031-01-01" }) { id revision } }',
    );
    const remove = `mutation { deletePlan(id: "${data.createPlan.id}", revision: ${data.createPlan.revision}) }`;
    const errors = (await Promise.all([api.ask(staff, remove), api.ask(staff, remove)])).flatMap(
      (answer) => answer.errors,
    );
    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('two changes of one request see each other', async () => {
    const { revision } = await read();
    const { data, errors } = await api.ask<{ a: object; b: object }>(
      staff,
      `mutation {
      a: updateGuichet(id: "${guichet}", revision: ${revision}, input: { telephone: "20" }) { revision telephone }
      b: updateGuichet(id: "${guichet}", revision: ${revision + 1}, input: { telephone: "21" }) { revision telephone }
    }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      a: { revision: revision + 1, telephone: '20' },
      b: { revision: revision + 2, telephone: '21' },
    });
  });
});
