import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { rewrite } from '../../../test/past.js';
import type { Caller } from '../../identity/access/caller.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  const em = api.orm.em.fork();
  await em.execute(`
    insert into plan (epci_id, name, starts_on, ends_on) values (1, 'Plan 2027', '2027-01-01', '2032-12-31');
    insert into referential (epci_id, name, number, valid_from, state) values (1, 'Référentiel à venir', 2, '2030-01-01', 'DRAFT');
    insert into referential_item (epci_id, referential_id, kind, code, levels, label, position) values
      (1, 1, 'MISSION', 'INTERVIEW', '{CONSEIL}', 'Entretien', 2), (1, 1, 'MISSION', 'SNE_UPDATE', '{SUIVI,CONSEIL}', 'Mise à jour', 1),
      (1, 1, 'RECEPTION_MODE', 'INTERVIEW_APPOINTMENT', '{CONSEIL}', 'Entretien', 1), (1, 1, 'COMPETENCE', 'TOOLS', '{SUIVI,CONSEIL}', 'Outils', 1);
    insert into obligation (epci_id, referential_id, level, kind, target, text) values (1, 1, 'CONSEIL', 'MEETINGS', 3, 'Trois réunions');
    insert into guichet (epci_id, name, organisation_id, commune_id, level_proposed, proposal) values (1, 'CCAS de Rives', 1, 2, 'INFO', 'PROPOSED');
    insert into guichet (epci_id, name, organisation_id, commune_id, closed_on) values (1, 'Ancien guichet', 1, 2, '2020-01-01'), (1, 'Guichet provisoire', 1, 2, '2026-12-01')`);
  await rewrite(
    api,
    `update convention_version set missions = '{SNE_UPDATE}', reception_modes = '{TELEPHONE}', etp = 0.5, level_conditions = 'Un agent formé',
      registers = true, deliberation_on = '2022-06-01', opening_hours = '{"slots": [{"weekday": "MON", "from": "09:00", "to": "12:00", "weeks": "ALL", "byAppointment": false}], "remark": null}' where id in (1, 2)`,
  );
});
afterAll(() => api.close());

interface Made {
  id: string;
  revision: number;
  conventionCount: number;
}
const { staff } = callers;
const plan = idOf('Plan', 3);
const ask = <T = Record<string, unknown>>(
  source: string,
  variables?: Record<string, unknown>,
  caller: Caller = staff,
) => api.ask<T>(caller, source, variables);
const create = (lines: object[], input: object = {}, caller: Caller = staff) =>
  ask<{ createCampaign: Made }>(
    `mutation ($input: CampaignCreateInput!, $lines: [CampaignLineInput!]!) {
      createCampaign(input: $input, lines: $lines) { id revision conventionCount signedCount name startsOn endsOn } }`,
    { input: { name: 'Renouvellement 2027', planId: plan, ...input }, lines },
    caller,
  );
const remove = ({ id, revision }: Made, caller: Caller = staff) =>
  ask(
    'mutation ($id: ID!, $revision: Int!) { deleteCampaign(id: $id, revision: $revision) }',
    { id, revision },
    caller,
  );
const lines = [
  { guichetId: idOf('Guichet', 1), level: 'SUIVI' },
  { guichetId: idOf('Guichet', 2), level: 'CONSEIL' },
];
const counts = async () =>
  api.orm.em.fork().execute(
    `select (select count(*)::int from campaign) as campaigns, (select count(*)::int from convention) as conventions,
      (select count(*)::int from convention_version) as versions`,
  );

beforeEach(async () => {
  await api.orm.em.fork().execute(`
    delete from convention_comment where version_id > 4; delete from convention_version where id > 4;
    delete from convention where id > 3; delete from campaign where id > 2`);
});

describe('the preview', () => {
  const preview = `query ($input: CampaignPreviewInput!) { campaignPreview(input: $input) {
    guichetName communeName organisationName currentLevel currentConventionNumber currentEndsOn proposedLevel verdict reasons obstacleNumber } }`;

  it('says of each open guichet what would become of it, in one statement', async () => {
    const { data, errors } = await ask<{ campaignPreview: object[] }>(preview, { input: { planId: plan } });
    expect(errors).toEqual([]);
    expect(api.statements).toHaveLength(1);
    expect(data.campaignPreview).toMatchObject([
      { guichetName: 'CCAS de Rives', verdict: 'TO_DISCUSS', proposedLevel: 'INFO', reasons: ['LEVEL_PROPOSED'] },
      { guichetName: 'Guichet provisoire', verdict: 'LEFT_OUT', proposedLevel: null, reasons: ['CLOSES_BEFORE'] },
      {
        guichetName: 'Pluralis Rives',
        communeName: 'Rives',
        organisationName: 'Pluralis',
        currentLevel: 'CONSEIL',
        currentConventionNumber: 'PV-2022-02',
        currentEndsOn: '2026-12-31',
      },
      { guichetName: 'Mairie de Voiron', currentLevel: 'SUIVI' },
    ]);
  });

  it('leaves out whom a convention binds past the first day', async () => {
    const { data } = await ask<{ campaignPreview: { guichetName: string; obstacleNumber: string }[] }>(preview, {
      input: { planId: plan, startsOn: '2026-12-31', endsOn: '2027-12-31' },
    });
    expect(data.campaignPreview).toMatchObject([
      {},
      {},
      { verdict: 'LEFT_OUT', reasons: ['BOUND_BEYOND'], obstacleNumber: 'PV-2022-02' },
      { verdict: 'LEFT_OUT', obstacleNumber: 'PV-2022-01' },
    ]);
  });

  it.each([
    ['a plan of another EPCI', { planId: idOf('Plan', 2) }, 'UnknownId', 'planId'],
    [
      'a référentiel that is a draft',
      { planId: plan, referentialId: idOf('Referential', 3) },
      'CampaignReferentialDraft',
      'referentialId',
    ],
    [
      'a référentiel of another EPCI',
      { planId: plan, referentialId: idOf('Referential', 2) },
      'UnknownId',
      'referentialId',
    ],
    ['a term that is too long', { planId: plan, endsOn: '2033-01-01' }, 'ConventionTermTooLong', 'endsOn'],
    ['a term that runs backwards', { planId: plan, endsOn: '2026-01-01' }, 'ConventionTermReversed', 'endsOn'],
  ])('refuses %s', async (_said, input, name, field) => {
    const { errors } = await ask(preview, { input });
    expect(errors).toMatchObject([{ name, field }]);
  });
});

describe('a campaign', () => {
  it('prepares all drafts at once: numbered, following on, with what was promised or what the référentiel says', async () => {
    const { data, errors } = await create([
      lines[0]!,
      { ...lines[1]!, level: 'SUIVI' },
      { guichetId: idOf('Guichet', 4), level: 'CONSEIL' },
    ]);
    expect(errors).toEqual([]);
    expect(api.statements.length).toBeLessThan(20);
    expect(data.createCampaign).toMatchObject({
      name: 'Renouvellement 2027',
      startsOn: '2027-01-01',
      endsOn: '2032-12-31',
      conventionCount: 3,
      signedCount: 0,
    });
    const { data: read } = await ask<{ campaign: { conventions: { nodes: object[] } } }>(
      `query ($id: ID!) { campaign(id: $id) { conventions(sort: [{ number: ASC }]) { nodes { number renews { number } guichet { name }
        latest { state level startsOn endsOn missions receptionModes competences meetingsPerYear etp levelConditions registers deliberationOn openingHours { slots { weekday from to weeks byAppointment } remark } availableTransitions { transition } } } } } }`,
      { id: data.createCampaign.id },
    );
    const both = { state: 'DRAFT', startsOn: '2027-01-01', endsOn: '2032-12-31', deliberationOn: null };
    expect(read.campaign.conventions.nodes).toMatchObject([
      {
        number: 'PV-2026-01',
        renews: null,
        guichet: { name: 'CCAS de Rives' },
        latest: {
          ...both,
          level: 'CONSEIL',
          missions: ['SNE_UPDATE', 'INTERVIEW'],
          receptionModes: ['INTERVIEW_APPOINTMENT'],
          competences: ['TOOLS'],
          meetingsPerYear: 3,
          etp: null,
          registers: false,
        },
      },
      {
        number: 'PV-2026-02',
        renews: { number: 'PV-2022-02' },
        guichet: { name: 'Pluralis Rives' },
        latest: {
          ...both,
          level: 'SUIVI',
          missions: ['SNE_UPDATE'],
          meetingsPerYear: 2,
          etp: 0.5,
          levelConditions: null,
          registers: true,
        },
      },
      {
        number: 'PV-2026-03',
        renews: { number: 'PV-2022-01' },
        latest: {
          ...both,
          level: 'SUIVI',
          missions: ['SNE_UPDATE'],
          receptionModes: ['TELEPHONE'],
          etp: 0.5,
          levelConditions: 'Un agent formé',
          openingHours: {
            slots: [{ weekday: 'MON', from: '09:00', to: '12:00', weeks: 'ALL', byAppointment: false }],
            remark: null,
          },
        },
      },
    ]);
  });

  it('is prepared once, however often one presses', async () => {
    const both = await Promise.all([create(lines), create(lines)]);
    expect(both.flatMap(({ errors }) => errors)).toMatchObject([
      {
        code: 'RULE',
        name: 'CampaignAlreadyPrepared',
        message: 'La campagne «\u00a0Renouvellement 2027\u00a0» prépare déjà ces conventions\u00a0: ouvrez-la.',
      },
    ]);
    expect(await counts()).toEqual([{ campaigns: 3, conventions: 5, versions: 6 }]);
  });

  it.each([
    [
      'a guichet that closes',
      [...lines, { guichetId: idOf('Guichet', 6), level: 'INFO' }],
      'CampaignGuichetsLeftOut',
      'Guichet provisoire (le guichet ferme avant ces dates)',
    ],
    ['a guichet named twice', [...lines, lines[0]!], 'CampaignGuichetTwice', 'Mairie de Voiron'],
    ['a guichet of another EPCI', [...lines, { guichetId: idOf('Guichet', 3), level: 'INFO' }], 'UnknownId', ''],
    ['no guichet', [], 'CampaignEmpty', ''],
  ])('writes nothing for %s, and says so', async (_said, given, name, says) => {
    const before = await counts();
    const { errors } = await create(given);
    expect(errors).toMatchObject([{ name, field: 'lines', message: expect.stringContaining(says) }]);
    expect(await counts()).toEqual(before);
  });

  it('names those already in preparation when others are not', async () => {
    expect((await create([lines[0]!])).errors).toEqual([]);
    const { errors } = await create(lines, { name: 'Une autre' });
    expect(errors).toMatchObject([
      {
        name: 'CampaignGuichetsLeftOut',
        message: expect.stringContaining('Mairie de Voiron (une convention est déjà en préparation'),
      },
    ]);
  });

  it('is undone while nobody touched a draft, and no longer', async () => {
    const before = await counts();
    const { data } = await create(lines);
    expect((await remove({ ...data.createCampaign, revision: 9 })).errors).toMatchObject([{ name: 'StaleRevision' }]);
    expect((await remove(data.createCampaign, callers.foreignStaff)).errors).toMatchObject([{ name: 'UnknownId' }]);
    expect(await remove(data.createCampaign)).toEqual({ data: { deleteCampaign: data.createCampaign.id }, errors: [] });
    expect(await counts()).toEqual(before);

    const again = (await create(lines)).data.createCampaign;
    await api.orm.em
      .fork()
      .execute(`update convention_version set revision = 2, etp = 1 where guichet_id = 2 and state = 'DRAFT'`);
    const { errors } = await remove(again);
    expect(errors).toMatchObject([
      { code: 'RULE', name: 'CampaignMovedOn', message: expect.stringContaining('PV-2026-01 (Pluralis Rives)') },
    ]);
    expect(await counts()).toEqual([{ campaigns: 3, conventions: 5, versions: 6 }]);
  });

  it('is prepared and read by staff alone', async () => {
    const { data } = await create(lines);
    for (const caller of [callers.analystOfOne, callers.national, callers.agent, callers.admin])
      expect((await create(lines, {}, caller)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const list = '{ campaigns { nodes { id name conventionCount } } }';
    const read = await ask<{ campaigns: { nodes: object[] } }>(list);
    expect(read.data.campaigns.nodes).toContainEqual({
      id: data.createCampaign.id,
      name: 'Renouvellement 2027',
      conventionCount: 2,
    });
    for (const caller of [callers.analystOfOne, callers.national, callers.agent])
      expect((await ask(list, {}, caller)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const foreign = await ask<{ campaigns: { nodes: { id: string }[] } }>(list, {}, callers.foreignStaff);
    expect(foreign.data.campaigns.nodes.map(({ id }) => id)).toEqual([idOf('Campaign', 2)]);
  });

  it('changes its name, and nothing else', async () => {
    const { data } = await create(lines);
    const { id, revision } = data.createCampaign;
    const renamed = await ask<{ updateCampaign: object }>(
      'mutation ($id: ID!, $revision: Int!) { updateCampaign(id: $id, revision: $revision, input: { name: "  Plan 2027–2032 " }) { name revision } }',
      { id, revision },
    );
    expect(renamed).toEqual({ data: { updateCampaign: { name: 'Plan 2027–2032', revision: 2 } }, errors: [] });
    expect(Object.keys(api.schema.getType('CampaignUpdateInput')!.toConfig()['fields' as never])).toEqual(['name']);
  });
});

it('the terms of each plan are proposed to staff, those of the next one recommended, in one statement', async () => {
  const { data, errors } = await ask('{ campaignTerms { planId startsOn endsOn referentialId recommended } }');
  expect(errors).toEqual([]);
  expect(api.statements).toHaveLength(1);
  const referentialId = idOf('Referential', 1);
  expect(data).toEqual({
    campaignTerms: [
      { planId: idOf('Plan', 1), startsOn: '2026-03-12', endsOn: '2028-06-30', referentialId, recommended: false },
      { planId: plan, startsOn: '2027-01-01', endsOn: '2032-12-31', referentialId, recommended: true },
    ],
  });
});
