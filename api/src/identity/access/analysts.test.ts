import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { builders } from '../../../test/builders.js';
import { staffOf } from '../../../test/network.js';
import type { ConventionState } from '../../domain/convention/convention.codes.js';
import { type Caller, sessionOf } from './caller.js';

// Analysts read what was agreed, and nothing of how it was prepared, by whom, nor what a person declared.
const states: ConventionState[] = ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'SIGNED', 'TERMINATED', 'CANCELLED'];

let api: TestApi;
let analyst: Caller;
let national: Caller;
let staff: Caller;
let moment: string;
let drafted: string;
beforeAll(async () => {
  api = await startTestApi();
  const make = builders(api);
  const epci = await make.anEpci({});
  const referential = await make.aReferential({ state: 'PUBLISHED' });
  for (const [index, state] of states.entries()) {
    const version = await make.aConventionVersion({
      ...{ referential, state, startsOn: '2024-01-01', endsOn: '2027-12-31' },
      signatories: [{ party: 'Commune', name: 'Sylvie Maire', quality: 'maire', signedOn: '2023-12-01' }],
      ...(state === 'DRAFT' || state === 'CORRECTION'
        ? {}
        : { reviewedAt: new Date('2023-11-01T09:00:00Z'), reviewedByName: 'Rémi Lecteur' }),
    });
    // An avenant that is being prepared for what is in force.
    if (state === 'SIGNED')
      await make.aConventionVersion({ convention: version.convention, rank: 2, state: 'IN_REVIEW', referential });
    if (index === 0) drafted = version.convention.id;
  }
  const agent = await make.anAgent({});
  const closed = { heldOn: '2026-02-01', state: 'CLOSED', videoLink: 'https://visio.example/salle' } as const;
  await make.aMeeting({ title: 'Réunion du réseau', ...closed });
  await make.aMeeting({ ...closed, title: 'Formation de Rémi', kind: 'TRAINING', outside: true, declaredBy: agent });
  await make.aCampaign({ referential });
  staff = { ...staffOf(epci), accountId: '1' };
  analyst = { ...staff, role: 'ANALYST', dbRole: 'parvis_analyst', epciId: undefined };
  national = { ...analyst, dbRole: 'parvis_national', epciIds: [] };
  const [{ now }] = await api.orm.em.fork().execute<[{ now: Date }]>('select clock_timestamp() as now');
  moment = new Date(now).toISOString();
});
afterAll(() => api.close());

/** What the database alone gives under a caller's role. */
const inSql = (who: Caller, statement: string): Promise<Record<string, unknown>[]> =>
  api.orm.em.fork({ session: sessionOf(who) }).transactional((em) => em.execute(statement));

describe('conventions', () => {
  it('are those that were signed, with what was signed of them', async () => {
    const list = `query ($asOf: DateTime) { conventions(asOf: $asOf) { totalCount nodes { latest { state } versions { nodes { state } } } }
      guichets(asOf: $asOf) { nodes { conventionVersions { nodes { state } } } } }`;
    for (const who of [analyst, national])
      for (const asOf of [undefined, moment]) {
        const { data, errors } = await api.ask<{
          conventions: { nodes: { latest: { state: string }; versions: { nodes: { state: string }[] } }[] };
        }>(who, list, { asOf });
        expect(errors).toEqual([]);
        expect(data.conventions.nodes.map(({ latest }) => latest.state).sort()).toEqual(['SIGNED', 'TERMINATED']);
        expect(data.conventions.nodes.map(({ versions }) => versions.nodes.length)).toEqual([1, 1]);
        expect(JSON.stringify(data)).not.toMatch(/DRAFT|IN_REVIEW|CORRECTION|TO_SIGN|CANCELLED/);
      }
    const { data } = await api.ask(analyst, 'query ($id: ID!) { convention(id: $id) { id } }', { id: drafted });
    expect(data).toEqual({ convention: null });
  });

  it('are so in the database alone', async () => {
    for (const who of [analyst, national]) {
      const versions = await inSql(who, 'select state from convention_version order by state');
      expect(versions.map(({ state }) => state)).toEqual(['SIGNED', 'TERMINATED']);
      expect(await inSql(who, 'select id from convention')).toHaveLength(2);
      const recorded = `select state, signatories, reviewed_by_name as reader from convention_version_as_of('${moment}') order by state`;
      expect(await inSql(who, recorded)).toEqual([
        { state: 'SIGNED', signatories: null, reader: null },
        { state: 'TERMINATED', signatories: null, reader: null },
      ]);
      expect(await inSql(who, `select id from convention_as_of('${moment}')`)).toHaveLength(2);
    }
    expect(await inSql(staff, 'select id from convention')).toHaveLength(states.length);
  });
});

it.each([
  ['who signed', '{ conventionVersions { nodes { signatories } } }'],
  ['who read the draft', '{ conventionVersions { nodes { reviewedByName } } }'],
  [
    'by whom it was read, by way of a filter',
    '{ conventionVersions(filter: { reviewedByName: { contains: "rémi" } }) { totalCount } }',
  ],
  ['the address of a video meeting', '{ meetings { nodes { videoLink } } }'],
  ['the campaign that prepares conventions', '{ conventions { nodes { campaign { name } } } }'],
])('%s is closed', async (_what, source) => {
  for (const who of [analyst, national])
    expect((await api.ask(who, source)).errors, source).toMatchObject([{ name: 'FieldClosed', code: 'FORBIDDEN' }]);
  expect((await api.ask(staff, source)).errors).toEqual([]);
});

it('the columns of what is closed are closed too', async () => {
  for (const column of ['signatories', 'reviewed_by_name'])
    await expect(inSql(analyst, `select ${column} from convention_version`)).rejects.toMatchObject({ code: '42501' });
  await expect(inSql(analyst, 'select video_link from meeting')).rejects.toMatchObject({ code: '42501' });
});

it('a training that an agent declared is not among the meetings', async () => {
  for (const who of [analyst, national]) {
    const { data } = await api.ask(who, '{ meetings { totalCount nodes { title } } }');
    expect(data).toEqual({ meetings: { totalCount: 1, nodes: [{ title: 'Réunion du réseau' }] } });
    expect(await inSql(who, 'select title from meeting')).toEqual([{ title: 'Réunion du réseau' }]);
  }
});
