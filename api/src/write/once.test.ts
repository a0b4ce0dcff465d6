import { randomUUID } from 'node:crypto';
import { getNamedType, isCompositeType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, idOf, makeNetwork, TODAY } from '../../test/network.js';
import { isRelation, newRowOf } from '../../test/new-rows.js';
import { countOf } from '../../test/people.js';
import { pinnedClock } from '../clock.js';
import { conceptNamed, findConcept } from '../concept/meta.js';
import { type Caller, sessionOf } from '../identity/access/caller.js';
import { runHourlyJob } from '../jobs/hour.js';
import { noPost } from '../mail/post.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

const { staff, agent, admin, foreignStaff } = callers;

interface Made {
  id: string;
  revision: number;
}
const ask = async (caller: Caller, name: string, given: Record<string, unknown>) => {
  const field = api.schema.getMutationType()!.getFields()[name]!;
  const used = field.args.filter((one) => one.name in given);
  const declared = used.map((one) => `$${one.name}: ${one.type}`).join(', ');
  const passed = used.map((one) => `${one.name}: $${one.name}`).join(', ');
  const { data, errors } = await api.ask<{ made: Made } | null>(
    caller,
    `mutation (${declared}) { made: ${name}(${passed}) { id revision } }`,
    given,
  );
  return { made: data?.made, errors };
};

const organisation = (name: string) => ({ input: { name, kind: 'ASSOCIATION' } });
const named = (name: string) => countOf(api.orm, 'organisation', `name = '${name}'`);
const create = (name: string, requestKey: string, caller: Caller = staff) =>
  ask(caller, 'createOrganisation', { ...organisation(name), requestKey });

/** Mutations of services that add a row, with what they take; those of `crud` take the values of new-rows.ts. */
const services: Record<string, { by?: Caller; given: Record<string, unknown> }> = {
  createConvention: {
    given: { input: { guichetId: idOf('Guichet', 1), level: 'INFO', startsOn: '2030-01-01', endsOn: '2031-01-01' } },
  },
  amendConvention: { given: { id: idOf('Convention', 2), startsOn: '2026-06-01' } },
  renewConvention: { given: { id: idOf('Convention', 2), startsOn: '2027-01-01', endsOn: '2027-12-31' } },
  commentConvention: { by: agent, given: { id: idOf('ConventionVersion', 4), field: 'etp', text: 'Deux mi-temps' } },
  createCampaign: {
    given: {
      input: { name: 'Suite', planId: idOf('Plan', 1), startsOn: '2028-01-01', endsOn: '2028-06-30' },
      lines: [{ guichetId: idOf('Guichet', 2), level: 'CONSEIL' }],
    },
  },
  draftReferential: { given: { validFrom: '2031-01-01' } },
  declareOutsideTraining: {
    by: agent,
    given: { input: { title: 'SNE', heldOn: '2026-03-10', startTime: '09:00', endTime: '10:00' } },
  },
};

/** The arguments of a plain addition: parts of a référentiel go into a draft, the rest to the first EPCI. */
const plain = (concept: string, draft: string) => ({
  input: Object.fromEntries(
    Object.entries(newRowOf(conceptNamed(concept))).map(([name, value]) => {
      if (name === 'referentialId') return [name, draft];
      // The second account is that of the staff, the fourth an analyst's who reads the first EPCI already.
      if (concept === 'AnalystScope') return [name, name === 'accountId' ? idOf('Account', 4) : idOf('Epci', 2)];
      return [name, isRelation(name) ? idOf(String(value), 1) : value];
    }),
  ),
});

describe('every mutation that adds a row', () => {
  it('takes a key, with which it gives the same row again and adds nothing', async () => {
    const { made: draft } = await ask(staff, 'draftReferential', { validFrom: '2030-01-01' });
    const additions = Object.values(api.schema.getMutationType()!.getFields()).filter(
      ({ name }) => name in services || /^create/.test(name),
    );
    expect(additions.length).toBeGreaterThan(15);
    for (const { name, type } of additions) {
      const concept = getNamedType(type).name;
      const { by = concept === 'AnalystScope' ? admin : staff, given } = services[name] ?? {
        given: plain(concept, draft!.id),
      };
      const rows = () => countOf(api.orm, conceptNamed(concept).table);
      const before = await rows();
      const requestKey = randomUUID();
      const first = await ask(by, name, { ...given, requestKey });
      expect(first.errors, name).toEqual([]);
      const again = await ask(by, name, { ...given, requestKey });
      expect(again, name).toEqual(first);
      expect((await rows()) - before, name).toBe(1);
    }
  });

  it('is one of these: no other takes a key', () => {
    const taking = Object.values(api.schema.getMutationType()!.getFields()).filter(({ args, type }) => {
      expect(isCompositeType(getNamedType(type)) || args.every(({ name }) => name !== 'requestKey')).toBe(true);
      return args.some(({ name }) => name === 'requestKey');
    });
    const own = taking
      .map(({ name }) => name)
      .filter((name) => !findConcept(name.replace(/^create/, '')) || services[name]);
    expect(own.sort()).toEqual(Object.keys(services).sort());
  });
});

describe('a key', () => {
  it('gives the row as it is now', async () => {
    const key = randomUUID();
    const { made } = await create('Relue', key);
    await ask(staff, 'updateOrganisation', { ...made, input: { kind: 'CCAS' } });
    expect((await create('Relue', key)).made).toEqual({ id: made!.id, revision: 2 });
  });

  it('goes with one operation and its values: another is refused in both languages', async () => {
    const key = randomUUID();
    await create('Une', key);
    const refused = [{ code: 'CONFLICT', name: 'RequestKeyUsed', field: 'requestKey' }];
    const other = await create('Deux', key);
    expect(other.errors).toMatchObject(refused);
    expect(other.errors[0]!.message).toMatch(/^Cet ajout a déjà été enregistré/);
    const english = await create('Deux', key, { ...staff, locale: 'en' });
    expect(english.errors[0]!.message).toMatch(/^This was added already/);
    expect((await ask(staff, 'draftReferential', { validFrom: '2032-01-01', requestKey: key })).errors).toMatchObject(
      refused,
    );
    expect(await named('Deux')).toBe(0);
  });

  it('is the account’s own: another’s same key is another key, and shows nothing', async () => {
    const key = randomUUID();
    const ours = await create('Partagée', key);
    const theirs = await create('Partagée', key, foreignStaff);
    expect(theirs.errors).toEqual([]);
    expect(theirs.made!.id).not.toBe(ours.made!.id);
    const seen = async (caller: Caller) => {
      const em = api.orm.em.fork({ session: sessionOf(caller) });
      const rows = await em.transactional((inner) =>
        inner.execute('select account_id::text as account from request_key'),
      );
      return [...new Set(rows.map(({ account }) => account))];
    };
    expect(await seen(foreignStaff)).toEqual(['7']);
    expect(await seen({ ...staff, accountId: undefined })).toEqual([]);
  });

  it('serves again when the first request was refused', async () => {
    const key = randomUUID();
    expect((await create('', key)).errors).toMatchObject([{ name: 'ValueMissing' }]);
    expect((await create('Corrigée', key)).errors).toEqual([]);
    expect(await named('Corrigée')).toBe(1);
  });

  it('twice at the same moment adds one row, and both get it', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 6 }, () => create('Ensemble', key)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ made }) => made!.id)).size).toBe(1);
    expect(await named('Ensemble')).toBe(1);
  });

  it('says so when what it added is no more', async () => {
    const key = randomUUID();
    const { made } = await create('Passagère', key);
    await api.ask(staff, `mutation { deleteOrganisation(id: "${made!.id}", revision: 1) }`);
    const { errors } = await create('Passagère', key);
    expect(errors).toMatchObject([{ code: 'CONFLICT', name: 'AddedThenRemoved' }]);
    expect(errors[0]!.message).toMatch(/supprimé/);
    expect(await named('Passagère')).toBe(0);
  });

  it('that is no UUID is refused in words', async () => {
    const { errors } = await create('Sans', 'une clé');
    expect(errors).toMatchObject([
      { code: 'BAD_USER_INPUT', name: 'InvalidUuid', message: expect.stringContaining('une clé') },
    ]);
  });

  it('is forgotten after a day, by the work of the hour', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    await create('Hier', old);
    await create('Aujourd’hui', young);
    await api.orm.em.fork().execute(`update request_key set at = now() - interval '25 hours' where key = '${old}'`);
    await runHourlyJob({
      system: api.orm.em.fork(),
      clock: pinnedClock(TODAY),
      post: noPost,
      publicUrl: () => 'https://parvis.example.org',
      log: console,
    });
    expect(await countOf(api.orm, 'request_key', `key in ('${old}', '${young}')`)).toBe(1);
    await create('Hier', old);
    expect(await named('Hier')).toBe(2);
  });
});
