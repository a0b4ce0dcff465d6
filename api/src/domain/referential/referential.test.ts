import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { encodeId } from '../../concept/id.js';
import { guardRefused, moveRefused } from '../../database/moves.js';
import { type Caller, sessionOf } from '../../identity/access/caller.js';

let api: TestApi;
const staff: Caller = {
  role: 'EPCI_STAFF',
  dbRole: 'parvis_staff',
  locale: 'fr',
  today: '2026-03-12',
  epciId: '1',
  epciIds: ['1'],
  guichetIds: [],
  reviewIds: [],
  levels: [],
};
const agent: Caller = { ...staff, role: 'AGENT', dbRole: 'parvis_agent', guichetIds: ['1'], levels: ['INFO'] };

/** One published référentiel; guichet 1 signed INFO under it, guichet 2 agreed INFO without a convention. */
beforeAll(async () => {
  api = await startTestApi();
  await api.orm.em.fork().execute(`
    insert into epci (siren, name) values ('243800984', 'Pays Voironnais');
    insert into commune (epci_id, insee_code, name) values (1, '38563', 'Voiron');
    insert into organisation (epci_id, name, kind) values (1, 'Voiron', 'COMMUNE');
    insert into guichet (epci_id, name, organisation_id, commune_id, level_agreed, reception_modes) values
      (1, 'A', 1, 1, null, '{TELEPHONE}'), (1, 'B', 1, 1, 'INFO', '{IN_PERSON_WALK_IN,TELEPHONE}');
    insert into referential (epci_id, name, number, valid_from, state, published_at, etp_too_low) values
      (1, 'Référentiel 2016', 1, '2016-01-01', 'PUBLISHED', now(), 'REFUSE');
    insert into referential_item (epci_id, referential_id, kind, code, levels, label, text, position) values
      (1, 1, 'LEVEL', 'COMMUNICATION', '{COMMUNICATION}', 'Communication', 'Ne reçoit pas.', 1), (1, 1, 'LEVEL', 'INFO', '{INFO}', 'Info', 'Informe.', 2),
      (1, 1, 'LEVEL', 'SUIVI', '{SUIVI}', 'Suivi', 'Suit.', 3), (1, 1, 'LEVEL', 'CONSEIL', '{CONSEIL}', 'Conseil', 'Conseille.', 4),
      (1, 1, 'MISSION', 'LEAFLETS', '{INFO,CONSEIL}', 'Documents', null, 1), (1, 1, 'MISSION', 'INTERVIEW', '{CONSEIL}', 'Entretien', null, 2),
      (1, 1, 'RECEPTION_MODE', 'TELEPHONE', '{INFO,CONSEIL}', 'Téléphone', null, 1),
      (1, 1, 'RECEPTION_MODE', 'IN_PERSON_WALK_IN', '{INFO}', 'Sur place', null, 2);
    insert into obligation (epci_id, referential_id, level, kind, target, modes, text) values
      (1, 1, 'INFO', 'RECEPTION_MODES', null, '{TELEPHONE}', 'Répondre au téléphone.'),
      (1, 1, 'CONSEIL', 'RECEPTION_MODES', null, '{TELEPHONE}', 'Répondre au téléphone.'), (1, 1, 'CONSEIL', 'DEDICATED_AGENT', 1, null, 'Un agent dédié.');
    insert into convention (epci_id, guichet_id, number) values (1, 1, '1');
    insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, registers, dossier_unique, starts_on, ends_on, signed_on, sne_to_revise) values
      (1, 1, 1, 1, 'SIGNED', 1, 'INFO', true, true, '2022-01-01', '2027-12-31', '2021-12-01', false)`);
});
afterAll(() => api.close());

const named = async (caller: Caller, source: string) => {
  const { data, errors } = await api.ask<Record<string, object>>(caller, source);
  return errors[0]?.name ?? Object.values(data)[0];
};
const answer = (source: string) => named(staff, `mutation { ${source} }`);
const id = (concept: string, key: number) => `"${encodeId(concept, key)}"`;
const keyOf = async (where: string, table: string) => {
  const [row] = await api.orm.em
    .fork()
    .execute<{ id: string; revision: number }[]>(
      `select id, revision from ${table} where ${where} order by id desc limit 1`,
    );
  if (!row) throw new Error(`no ${table} where ${where}`);
  return { key: Number(row.id), revision: row.revision };
};

describe('a référentiel that is published', () => {
  test('does not change, nor does any part of it, and is not deleted', async () => {
    expect(
      await answer(`updateReferential(id: ${id('Referential', 1)}, revision: 1, input: { name: "X" }) { id }`),
    ).toBe('ReferentialPublished');
    expect(await answer(`deleteReferential(id: ${id('Referential', 1)}, revision: 1)`)).toBe('ReferentialPublished');
    expect(await answer(`updateObligation(id: ${id('Obligation', 1)}, revision: 1, input: { target: 2 }) { id }`)).toBe(
      'ReferentialPublished',
    );
    expect(await answer(`deleteObligation(id: ${id('Obligation', 1)}, revision: 1)`)).toBe('ReferentialPublished');
    expect(await answer(`deleteReferentialItem(id: ${id('ReferentialItem', 5)}, revision: 1)`)).toBe(
      'ReferentialPublished',
    );
    expect(
      await answer(
        `createReferentialItem(input: { referentialId: ${id('Referential', 1)}, kind: MISSION, code: "NEW", levels: [INFO], label: "Nouvelle" }) { id }`,
      ),
    ).toBe('ReferentialPublished');
  });
  test('does not change by plain SQL either, but for the day on which the next one takes over', async () => {
    const refusal = async (statement: string) => {
      const em = api.orm.em.fork({ session: sessionOf(staff) });
      await em.begin();
      const code = await em.execute(statement).then(
        () => null,
        (error: { code?: string }) => error.code,
      );
      await em.rollback();
      return code;
    };
    for (const statement of [
      `update referential set name = 'X' where id = 1`,
      `update referential set state = 'DRAFT' where id = 1`,
      `update referential set etp_too_low = 'WARN' where id = 1`,
      `update obligation set target = 2 where id = 1`,
      `delete from obligation where id = 1`,
      `delete from referential_item where id = 5`,
      `insert into referential_item (id, epci_id, referential_id, kind, code, levels, label) values (99, 1, 1, 'MISSION', 'NEW', '{INFO}', 'N')`,
    ])
      expect(await refusal(statement), statement).toBe(guardRefused);
    expect(
      await refusal(
        `insert into referential (id, epci_id, name, number, valid_from, valid_to, state) values (99, 1, 'X', 9, '2010-01-01', '2011-01-01', 'PUBLISHED')`,
      ),
    ).toBe(moveRefused);
    expect(await refusal(`update referential set valid_to = '2040-01-01' where id = 1`)).toBeNull();
  });
});

describe('a version to come', () => {
  const draft = (validFrom: string) =>
    answer(`draftReferential(validFrom: "${validFrom}") {
      name number state validFrom etpTooLow
      items(first: 100) { totalCount } obligations(first: 100) { nodes { text } } }`);
  test('is a draft with all that the published one holds', async () => {
    expect(await draft('2027-01-01')).toEqual({
      name: 'Référentiel 2027',
      number: 2,
      state: 'DRAFT',
      validFrom: '2027-01-01',
      etpTooLow: 'REFUSE',
      items: { totalCount: 8 },
      obligations: {
        nodes: [{ text: 'Répondre au téléphone.' }, { text: 'Un agent dédié.' }, { text: 'Répondre au téléphone.' }],
      },
    });
  });
  test('comes after the published one; several may be prepared side by side', async () => {
    expect(await draft('2016-01-01')).toBe('ReferentialTooEarly');
    expect(await draft('2027-01-01')).toMatchObject({ number: 3 });
  });
  test('created from nothing is a draft too', async () => {
    expect(
      await answer('createReferential(input: { name: "Vide", number: 4, validFrom: "2028-01-01" }) { state }'),
    ).toEqual({ state: 'DRAFT' });
  });
  test('goes with all that it holds', async () => {
    const { key, revision } = await keyOf('number = 3', 'referential');
    expect(await answer(`deleteReferential(id: ${id('Referential', key)}, revision: ${revision})`)).toBe(
      encodeId('Referential', key),
    );
    expect(await api.orm.em.fork().execute(`select id from obligation where referential_id = ${key}`)).toEqual([]);
  });
});

describe('a draft', () => {
  test('is the staff’s own: agents and analysts read what is published', async () => {
    const lists =
      '{ referentials { totalCount } referentialItems(first: 100) { totalCount } obligations { totalCount } }';
    const counts = async (caller: Caller) => {
      const { data } = await api.ask<Record<string, { totalCount: number }>>(caller, lists);
      return Object.values(data).map(({ totalCount }) => totalCount);
    };
    const published = [1, 8, 3];
    expect(await counts(staff)).toEqual([3, 16, 6]);
    expect(await counts(agent)).toEqual(published);
    expect(await counts({ ...staff, role: 'ANALYST', dbRole: 'parvis_analyst' })).toEqual(published);
    expect(await counts({ ...staff, role: 'ANALYST', dbRole: 'parvis_national' })).toEqual(published);
  });
});

describe('an item of a draft', () => {
  const create = (kind: string, code: string, levels = '[INFO]') =>
    answer(
      `createReferentialItem(input: { referentialId: ${id('Referential', 2)}, kind: ${kind}, code: "${code}", levels: ${levels}, label: "Intitulé" }) { code levels }`,
    );
  test('has a code that rules know where they must, and one of its own otherwise', async () => {
    expect(await create('COMPETENCE', 'SINGING')).toBe('UnknownItemCode');
    expect(await create('MISSION', 'à revoir')).toBe('InvalidItemCode');
    expect(await create('MISSION', 'WELCOME')).toEqual({ code: 'WELCOME', levels: ['INFO'] });
    expect(await create('MISSION', 'WELCOME')).toBe('ItemAlreadyNamed');
  });
  test('is reworded and removed', async () => {
    const { key, revision } = await keyOf("code = 'WELCOME'", 'referential_item');
    const item = id('ReferentialItem', key);
    expect(
      await answer(
        `updateReferentialItem(id: ${item}, revision: ${revision}, input: { label: "Accueillir" }) { label }`,
      ),
    ).toEqual({ label: 'Accueillir' });
    expect(await answer(`deleteReferentialItem(id: ${item}, revision: ${revision + 1})`)).toBe(
      encodeId('ReferentialItem', key),
    );
  });
  test('a level is described once, for itself alone', async () => {
    expect(await create('LEVEL', 'INFO')).toBe('ItemAlreadyNamed');
    const { key, revision } = await keyOf(
      "kind = 'LEVEL' and code = 'SUIVI' and referential_id = 2",
      'referential_item',
    );
    expect(
      await answer(
        `updateReferentialItem(id: ${id('ReferentialItem', key)}, revision: ${revision}, input: { levels: [INFO], text: "Suit les dossiers." }) { levels }`,
      ),
    ).toEqual({ levels: ['SUIVI'] });
  });
});

describe('an obligation of a draft', () => {
  test('is set once for a level and a kind', async () => {
    const create = (kind: string) =>
      answer(
        `createObligation(input: { referentialId: ${id('Referential', 2)}, level: INFO, kind: ${kind}, text: "Former." }) { kind }`,
      );
    expect(await create('RECEPTION_MODES')).toBe('ObligationAlreadySet');
    expect(await create('MEETINGS')).toEqual({ kind: 'MEETINGS' });
  });
});

const compare = `{ compareReferentials(fromId: ${id('Referential', 1)}, toId: ${id('Referential', 2)}, year: 2026) {
  changes { kind what code levels label fields { field before after } }
  guichets { guichetName level before after reasons { kind before after textBefore textAfter } }
  counts { added removed changed guichets judged } } }`;

describe('a comparison', () => {
  test('says what differs and whose standing would change, in one statement, drafts included', async () => {
    const { key, revision } = await keyOf(
      "kind = 'RECEPTION_MODES' and level = 'INFO' and referential_id = 2",
      'obligation',
    );
    await answer(
      `updateObligation(id: ${id('Obligation', key)}, revision: ${revision}, input: { modes: [TELEPHONE, IN_PERSON_WALK_IN], text: "Recevoir sur place." }) { id }`,
    );
    const { data } = await api.ask<{ compareReferentials: object }>(staff, compare);
    expect(api.statements).toHaveLength(1);
    expect(data.compareReferentials).toEqual({
      changes: [
        expect.objectContaining({ kind: 'CHANGED', what: 'LEVEL', code: 'SUIVI', levels: ['SUIVI'] }),
        {
          kind: 'CHANGED',
          what: 'OBLIGATION',
          code: 'RECEPTION_MODES',
          levels: ['INFO'],
          label: 'Recevoir sur place.',
          fields: [
            { field: 'text', before: 'Répondre au téléphone.', after: 'Recevoir sur place.' },
            { field: 'modes', before: ['TELEPHONE'], after: ['IN_PERSON_WALK_IN', 'TELEPHONE'] },
          ],
        },
        expect.objectContaining({ kind: 'ADDED', what: 'OBLIGATION', code: 'MEETINGS', levels: ['INFO'] }),
      ],
      guichets: [
        {
          guichetName: 'A',
          level: 'INFO',
          before: 'MET',
          after: 'NOT_MET',
          reasons: [
            {
              kind: 'RECEPTION_MODES',
              before: 'MET',
              after: 'NOT_MET',
              textBefore: 'Répondre au téléphone.',
              textAfter: 'Recevoir sur place.',
            },
          ],
        },
      ],
      counts: { added: 1, removed: 0, changed: 2, guichets: 1, judged: 2 },
    });
  });
  test('is for staff, between versions that they see', async () => {
    expect(await named(agent, compare)).toBe('NotAllowed');
    expect(await named(staff, compare.replace(id('Referential', 2), id('Referential', 999)))).toBe('UnknownId');
  });
  test('a draft judges nobody elsewhere', async () => {
    const report = await named(staff, '{ complianceReport(year: 2027) { guichetName judgements { text } } }');
    expect(JSON.stringify(report)).not.toContain('Recevoir sur place.');
  });
});

describe('another level for a guichet', () => {
  const suppose = (caller: Caller, guichet = 1) =>
    named(
      caller,
      `{ whatIf(guichetId: ${id('Guichet', guichet)}, level: CONSEIL, year: 2026) { level judgements { kind status } } }`,
    );
  test('says what it would meet, miss, or nobody knows, for staff and for its agents', async () => {
    const expected = {
      level: 'CONSEIL',
      judgements: [
        { kind: 'RECEPTION_MODES', status: 'MET' },
        { kind: 'DEDICATED_AGENT', status: 'UNKNOWN' },
      ],
    };
    expect(await suppose(staff)).toEqual(expected);
    expect(await suppose(agent)).toEqual(expected);
    expect(await suppose(agent, 2)).toBe('UnknownId');
  });
});

describe('publishing', () => {
  const publish = async (number: number) => {
    const { key, revision } = await keyOf(`number = ${number}`, 'referential');
    return answer(
      `publishReferential(id: ${id('Referential', key)}, revision: ${revision}) { state validFrom publishedAt }`,
    );
  };
  test('names what is missing', async () => {
    expect(await publish(4)).toBe('ReferentialLevelsUndescribed');
    // The obligation of meetings was added without its number.
    expect(await publish(2)).toBe('ObligationIncoherent');
  });
  test('is of what the caller saw, and not of what was saved at that moment', async () => {
    const { key, revision } = await keyOf('number = 2', 'referential');
    const other = api.orm.em.fork();
    await other.begin();
    await other.execute(`update referential set revision = revision + 1, name = 'Autre' where id = ${key}`);
    const published = answer(`publishReferential(id: ${id('Referential', key)}, revision: ${revision}) { state }`);
    const waiting = async () =>
      (
        await api.orm.em
          .fork()
          .execute(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
      ).length;
    await expect.poll(waiting).toBe(1);
    await other.commit();
    expect(await published).toBe('StaleRevision');
    await api.orm.em
      .fork()
      .execute(`update referential set revision = revision - 1, name = 'Référentiel 2027' where id = ${key}`);
  });
  test('closes the one before on the day on which it begins', async () => {
    const { key, revision } = await keyOf("kind = 'MEETINGS' and referential_id = 2", 'obligation');
    await answer(`updateObligation(id: ${id('Obligation', key)}, revision: ${revision}, input: { target: 1 }) { id }`);
    expect(await publish(2)).toMatchObject({ state: 'PUBLISHED', validFrom: '2027-01-01' });
    expect(
      await api.orm.em
        .fork()
        .execute(
          "select number, valid_from::text, valid_to::text from referential where state = 'PUBLISHED' order by number",
        ),
    ).toEqual([
      { number: 1, valid_from: '2016-01-01', valid_to: '2027-01-01' },
      { number: 2, valid_from: '2027-01-01', valid_to: null },
    ]);
  });
  test('happens once', async () => {
    expect(await publish(2)).toBe('ReferentialPublished');
  });
  test('of two at the same moment one holds, and the other comes too late', async () => {
    const drafts = await Promise.all(
      [1, 2].map(() => answer('draftReferential(validFrom: "2028-01-01") { id revision }')),
    );
    const results = await Promise.all(
      (drafts as unknown as { id: string; revision: number }[]).map(({ id: key, revision }) =>
        answer(`publishReferential(id: "${key}", revision: ${revision}) { state }`),
      ),
    );
    expect(results).toContainEqual({ state: 'PUBLISHED' });
    expect(results).toContain('ReferentialTooEarly');
  });
});

describe('a convention', () => {
  const prepare = (content: string) =>
    answer(
      `createConvention(input: { guichetId: ${id('Guichet', 2)}, level: INFO, startsOn: "2026-04-01", endsOn: "2027-12-31", ${content} }) { id }`,
    );
  test('promises missions of its référentiel only, and follows none that is still prepared', async () => {
    expect(await prepare('missions: ["LEAFLETS", "SINGING"]')).toBe('UnknownMission');
    const { key } = await keyOf('number = 4', 'referential');
    expect(await prepare(`referentialId: ${id('Referential', key)}`)).toBe('ReferentialNotPublished');
    expect(await prepare('missions: ["LEAFLETS"]')).toMatchObject({ id: expect.any(String) });
  });
});
