import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeId, encodeId } from '../src/concept/id.js';
import { allConcepts, type ConceptMeta } from '../src/concept/meta.js';
import { startTestApi, type TestApi } from './api.js';
import { builders } from './builders.js';
import { staffOf, TODAY } from './network.js';
import type { Link } from './row-maker.js';

let api: TestApi;
let make: ReturnType<typeof builders>;
beforeAll(async () => {
  api = await startTestApi();
  make = builders(api);
});
afterAll(() => api.close());

/** The builder of a concept, by the name that it is read by, if it has one. */
const builderOf = ({ name, type }: ConceptMeta): ((given?: object) => Promise<Link & { epci?: Link | null }>) =>
  Reflect.get(make, `${/^[AEIO]/.test(name) ? 'an' : 'a'}${name}`) ?? make.make(type);
const columnsOf = async ({ table }: ConceptMeta, { key }: Link): Promise<Record<string, unknown>> => {
  const [row] = await api.orm.em
    .fork()
    .execute<[Record<string, unknown>]>(`select * from ${table} where id = ?`, [key]);
  return row;
};

describe('every concept', () => {
  test('is built twice with nothing said, in the first EPCI', async () => {
    const first = await make.anEpci();
    for (const concept of allConcepts()) {
      const [one, other] = [await builderOf(concept)(), await builderOf(concept)()];
      expect(decodeId(one.id)).toEqual({ concept: concept.name, key: one.key });
      expect(one.key, concept.name).not.toBe(other.key);
      for (const made of [one, other]) {
        const row = await columnsOf(concept, made);
        expect(row, concept.name).toMatchObject({ id: made.key, revision: 1 });
        if (row.epci_id !== undefined) expect([first.key, null], concept.name).toContain(row.epci_id);
        if (row.epci_id) expect(made.epci, concept.name).toEqual({ key: first.key, id: first.id });
      }
    }
  });
  test('is built many at once', async () => {
    const epci = await make.anEpci();
    const many = await Promise.all(Array.from({ length: 8 }, () => make.aConventionVersion({ epci })));
    expect(many.map(({ rank }) => rank)).toEqual(Array(8).fill(1));
    const numbers = await api.orm.em
      .fork()
      .execute<{ number: number }[]>('select number from referential where epci_id = ? order by number', [epci.key]);
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  test('is seen by the staff of its EPCI, and by none of another', async () => {
    const [here, elsewhere] = [await make.anEpci(), await make.anEpci()];
    const seen = async (who: Link, { plural }: ConceptMeta) => {
      const { data, errors } = await api.ask<Record<string, { nodes: Link[] }>>(
        staffOf(who),
        `{ ${plural} { nodes { id } } }`,
      );
      expect(errors).toEqual([]);
      return data[plural]?.nodes.map(({ id }) => id);
    };
    for (const concept of allConcepts().filter(({ access }) => access.parvis_staff?.read)) {
      const given = concept.name === 'Account' ? { role: 'EPCI_STAFF', epci: here } : { epci: here };
      const made = concept.fields.has('epci') ? await builderOf(concept)(given) : here;
      expect(await seen(here, concept), concept.name).toContain(made.id);
      expect(await seen(elsewhere, concept), concept.name).not.toContain(made.id);
    }
  });
});

describe('what is given', () => {
  test('is kept, and the rest is readable', async () => {
    const guichet = await make.aGuichet({
      levelAgreed: 'SUIVI',
      closedOn: '2026-01-01',
      openingHours: { slots: [], remark: null },
    });
    expect(guichet).toMatchObject({ levelAgreed: 'SUIVI', closedOn: '2026-01-01', source: 'PUBLISHED' });
    expect(guichet.name).toMatch(/^Guichet \d+$/);
    const [row] = await api.orm.em.fork().execute('select * from guichet where id = ?', [guichet.key]);
    expect(row).toMatchObject({ level_agreed: 'SUIVI', closed_on: '2026-01-01', name: guichet.name });
    expect(await make.aMeeting({ levels: ['INFO', 'CONSEIL'] })).toMatchObject({
      levels: ['INFO', 'CONSEIL'],
      heldOn: TODAY,
      startTime: '14:00',
      endTime: '16:00',
    });
  });
  test('is a relation by a row or by its id, or none', async () => {
    const commune = await make.aCommune({ name: 'Voiron' });
    const organisation = await make.anOrganisation({ commune: commune.id });
    expect(organisation.commune).toEqual({ key: commune.key, id: commune.id });
    expect((await make.aGuichet({ organisation, commune })).organisation.id).toBe(organisation.id);
    expect((await make.aRequest({ guichet: null })).guichet).toBeNull();
  });
  test('is the level of a guichet without a convention', async () => {
    const epci = await make.anEpci();
    await make.aGuichet({ epci, level: 'SUIVI' });
    const { data } = await api.ask(staffOf(epci), '{ guichets { nodes { level levelAgreed } } }');
    expect(data).toEqual({ guichets: { nodes: [{ level: 'SUIVI', levelAgreed: 'SUIVI' }] } });
  });
  test('decides what the rest must be', async () => {
    const signed = await make.aConventionVersion({ state: 'SIGNED', startsOn: '2024-02-29' });
    expect(signed).toMatchObject({ signedOn: '2024-02-29', endsOn: '2025-02-28' });
    expect(await make.aConventionVersion({ state: 'TERMINATED' })).toMatchObject({ terminatedOn: TODAY });
    expect(await make.aConventionComment({ state: 'RESOLVED' })).toMatchObject({ resolvedAt: expect.any(Date) });
    const account = await make.anAccount({ role: 'AGENT' });
    expect(await make.anAgent({ epci: account.epci! })).toMatchObject({ epci: account.epci });
    expect(account.agent).toMatchObject({ key: expect.any(String) });
  });
});

describe('relations', () => {
  test('are of the EPCI of what is given, even when it is not the first', async () => {
    const epci = await make.anEpci();
    const { agent, guichet } = await make.anAssignment({ guichet: await make.aGuichet({ epci }) });
    expect((await make.anAttendance({ agent })).epci.id).toBe(epci.id);
    expect((await make.aRequest({ guichet: guichet.id })).epci.id).toBe(epci.id);
    expect((await make.aNotice({ epci })).epci.id).toBe(epci.id);
  });
  test('lead where those that are given lead: a version is of the guichet of its convention', async () => {
    const convention = await make.aConvention();
    const first = await make.aConventionVersion({ convention });
    const second = await make.aConventionVersion({ convention });
    expect([first.guichet, second.guichet]).toEqual([convention.guichet, convention.guichet]);
    expect([first.rank, second.rank]).toEqual([1, 2]);
    expect((await make.aConventionFile({ version: second })).guichet).toEqual(convention.guichet);
    const guichet = await make.aGuichet();
    const other = await make.aConventionVersion({ guichet });
    expect(await make.aConvention({ renews: other.convention })).toMatchObject({ guichet: { id: guichet.id } });
  });
});

describe('refused is', () => {
  test('what is no field of the row to give, or a row of another concept', async () => {
    const agent = await make.anAgent();
    await expect(make.aGuichet({ commune: agent })).rejects.toThrow('Guichet.commune: Agent given');
    await expect(make.aGuichet({ commune: encodeId('Commune', 999) })).rejects.toThrow('Commune');
    // @ts-expect-error: no such field
    await expect(make.aGuichet({ nom: 'Mairie' })).rejects.toThrow('Guichet.nom is not declared');
    // @ts-expect-error: computed
    await expect(make.aConventionVersion({ status: 'IN_FORCE' })).rejects.toThrow('is not for a test to give');
    // @ts-expect-error: not of the list
    await expect(make.aGuichet({ level: 'HIGH' })).rejects.toThrow();
    expect((await make.aGuichet()).key).toEqual(expect.any(String));
  });
});
