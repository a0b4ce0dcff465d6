import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';

let api: TestApi;
const { staff } = callers;
const english = { ...staff, locale: 'en' } as const;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  await removeOthers();
});
afterEach(() => removeOthers());
afterAll(() => api.close());

interface Version {
  id: string;
  revision: number;
  state: string;
  status: string;
  availableTransitions: { transition: string; to: string; asks: string[]; missing: string[] }[];
}
const version = 'id revision state status availableTransitions { transition to asks missing } warnings';

const ask = async <T>(
  source: string,
  variables: Record<string, unknown> = {},
  caller: Parameters<TestApi['ask']>[0] = staff,
) => api.ask<T>(caller, source, variables);

/** A draft for guichet 1 after the convention that runs until the end of 2026. */
const create = (input: Record<string, unknown> = {}) =>
  ask<{
    createConvention: {
      id: string;
      revision: number;
      number: string;
      latest: Version & { guichet: { id: string }; referential: { id: string } };
    };
  }>(
    `mutation ($input: ConventionCreateInput!) { createConvention(input: $input) { id revision number latest { ${version} rank guichet { id } referential { id } } } }`,
    {
      input: {
        guichetId: idOf('Guichet', 1),
        level: 'SUIVI',
        receptionModes: ['TELEPHONE'],
        startsOn: '2027-01-01',
        endsOn: '2032-12-31',
        ...input,
      },
    },
  );

const signatories = [
  { party: 'Pays Voironnais', name: 'Claude Martin', quality: 'président' },
  { party: 'Commune de Voiron', name: 'Dominique Petit', quality: 'maire' },
];
const args: Record<string, [declared: string, given: string, values: Record<string, unknown>]> = {
  signConvention: [
    ', $signedOn: Date, $signatories: [SignatoryInput!]',
    ', signedOn: $signedOn, signatories: $signatories',
    { signedOn: '2026-03-10', signatories },
  ],
  terminateConvention: [
    ', $terminatedOn: Date, $motive: String, $noticeOn: Date, $guichet: GuichetAfterInput',
    ', terminatedOn: $terminatedOn, motive: $motive, noticeOn: $noticeOn, guichet: $guichet',
    { terminatedOn: '2026-06-30', motive: 'Le guichet ferme.' },
  ],
  cancelConvention: [', $motive: String', ', motive: $motive', { motive: 'La commune renonce.' }],
};
const move = (
  operation: string,
  { id, revision }: { id: string; revision: number },
  given?: Record<string, unknown>,
  caller: Parameters<TestApi['ask']>[0] = staff,
) => {
  const [declared, passed, values] = args[operation] ?? ['', '', {}];
  return ask<Record<string, Version>>(
    `mutation ($id: ID!, $revision: Int!${declared}) { ${operation}(id: $id, revision: $revision${passed}) { ${version} } }`,
    { id, revision, ...(given ?? values) },
    caller,
  );
};
const moved = async (
  operation: string,
  from: { id: string; revision: number },
  given?: Record<string, unknown>,
  caller = staff,
): Promise<Version> => {
  const { data, errors } = await move(operation, from, given, caller);
  expect(errors).toEqual([]);
  return data[operation]!;
};
/** The network's own three conventions stay; what it has under correction would be in the way. */
const removeOthers = () =>
  api.orm.em.fork().execute(`
    delete from file_chunk; delete from convention_file; delete from convention_comment where version_id > 3;
    delete from convention_version where id > 3;
    delete from convention where id > 3`);

describe('a convention', () => {
  it('begins as a draft, with its number and its référentiel proposed', async () => {
    const { data, errors } = await create();
    expect(errors).toEqual([]);
    expect(data.createConvention).toMatchObject({
      number: 'PV-2026-01',
      latest: {
        rank: 1,
        state: 'DRAFT',
        status: 'DRAFT',
        warnings: [],
        guichet: { id: idOf('Guichet', 1) },
        referential: { id: idOf('Referential', 1) },
      },
    });
    expect(data.createConvention.latest.availableTransitions).toEqual([
      { transition: 'SUBMIT', to: 'IN_REVIEW', asks: [], missing: [] },
      { transition: 'CANCEL', to: 'CANCELLED', asks: ['CANCELLATION_MOTIVE'], missing: [] },
    ]);
  });

  it('goes from draft through a correction to signature, in force by its dates, and ends before its term', async () => {
    const { data } = await create({ startsOn: '2027-01-01', endsOn: '2030-12-31' });
    let at = await moved('submitConvention', data.createConvention.latest);
    expect(at.state).toBe('IN_REVIEW');
    expect((await move('requestConventionCorrection', at)).errors).toMatchObject([
      { name: 'ConventionIncomplete', message: expect.stringContaining('une remarque ouverte sur un champ') },
    ]);
    const comment = await ask<{ commentConvention: { id: string; revision: number } }>(
      `mutation ($id: ID!) { commentConvention(id: $id, field: "registers", text: "Nous enregistrons.") { id revision } }`,
      { id: at.id },
    );
    at = await moved('requestConventionCorrection', at);
    const corrected = await ask<{ updateConventionVersion: Version }>(
      `mutation ($id: ID!, $revision: Int!) { updateConventionVersion(id: $id, revision: $revision, input: { registers: true }) { ${version} } }`,
      { id: at.id, revision: at.revision },
    );
    expect(corrected.errors).toEqual([]);
    expect(corrected.data.updateConventionVersion).toMatchObject({
      revision: at.revision + 1,
      warnings: ['REGISTERS_WITHOUT_DELIBERATION', 'REGISTERS_WITHOUT_SNE_CONVENTION'],
    });
    expect((await move('resubmitConvention', corrected.data.updateConventionVersion)).errors).toMatchObject([
      { name: 'ConventionIncomplete', message: expect.stringContaining('une réponse à chaque remarque') },
    ]);
    await ask(
      `mutation ($id: ID!, $revision: Int!) { resolveComment(id: $id, revision: $revision) { id } }`,
      comment.data.commentConvention,
    );
    at = await moved('resubmitConvention', corrected.data.updateConventionVersion);
    at = await moved('sendConventionToSign', at);
    expect(at.availableTransitions).toMatchObject([
      { transition: 'REQUEST_CORRECTION', missing: ['OPEN_COMMENT'] },
      { transition: 'SIGN', missing: ['DELIBERATION'] },
      { transition: 'CANCEL' },
    ]);
    expect((await move('signConvention', at)).errors).toMatchObject([
      {
        name: 'ConventionIncomplete',
        field: 'deliberationOn',
        message: expect.stringContaining('la délibération du conseil municipal'),
      },
    ]);
    const voted = await ask<{ recordDeliberation: Version }>(
      `mutation ($id: ID!, $revision: Int!) { recordDeliberation(id: $id, revision: $revision, assembly: "Conseil municipal", on: "2026-03-09", number: "2026-14") { ${version} } }`,
      at as never,
    );
    expect(voted.errors).toEqual([]);
    at = await moved('signConvention', voted.data.recordDeliberation);
    expect(at).toMatchObject({ state: 'SIGNED', status: 'UPCOMING' });
    const ending = { terminatedOn: '2028-06-30', motive: ' Le guichet ferme. ' };
    at = await moved('terminateConvention', at, ending, { ...staff, today: '2027-01-01' });
    expect(at).toMatchObject({ state: 'TERMINATED', availableTransitions: [] });
    const later = await ask(
      `query ($id: ID!) { conventionVersion(id: $id) { terminationMotive signedOn signatories in: status(on: "2028-06-30") out: status(on: "2028-07-01") } }`,
      { id: at.id },
    );
    expect(later.data).toEqual({
      conventionVersion: {
        terminationMotive: 'Le guichet ferme.',
        signedOn: '2026-03-10',
        signatories,
        in: 'IN_FORCE',
        out: 'TERMINATED',
      },
    });
  });

  it('numbers itself without two alike, however many are made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        create({
          startsOn: `20${30 + index}-01-01`,
          endsOn: `20${30 + index}-12-31`,
          guichetId: idOf('Guichet', (index % 2) + 1),
        }),
      ),
    );
    expect(made.flatMap(({ errors }) => errors)).toEqual([]);
    expect(made.map(({ data }) => data.createConvention.number).sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `PV-2026-0${index + 1}`),
    );
  });

  it('is prepared once, even when the button is pressed twice', async () => {
    const answers = await Promise.all([create(), create()]);
    const errors = answers.flatMap((answer) => answer.errors);
    expect(errors).toMatchObject([
      { code: 'RULE', name: 'ConventionInPreparation', message: expect.stringContaining('PV-2026-01') },
    ]);
    const { data } = await ask<{ conventions: { totalCount: number } }>('{ conventions { totalCount } }');
    expect(data.conventions.totalCount).toBe(3);
  });

  it('names everything that is missing, and leaves the version as it was', async () => {
    const { data } = await create({ receptionModes: null });
    const { latest } = data.createConvention;
    expect(latest.availableTransitions[0]).toEqual({
      transition: 'SUBMIT',
      to: 'IN_REVIEW',
      asks: [],
      missing: ['RECEPTION_MODES'],
    });
    expect((await move('submitConvention', latest)).errors).toMatchObject([
      {
        code: 'RULE',
        name: 'ConventionIncomplete',
        field: 'receptionModes',
        message: expect.stringMatching(/^«\sEnvoyer en relecture\s» attend encore\s: les modes d’accueil\.$/),
      },
    ]);
    expect((await move('signConvention', latest, {})).errors).toMatchObject([
      { name: 'ConventionTransitionNotAllowed' },
    ]);
    expect((await move('cancelConvention', latest, { motive: '  ' })).errors).toMatchObject([
      { name: 'ConventionIncomplete', field: 'motive' },
    ]);
    const same = await ask(`query ($id: ID!) { conventionVersion(id: $id) { revision state } }`, { id: latest.id });
    expect(same.data).toEqual({ conventionVersion: { revision: latest.revision, state: 'DRAFT' } });
  });

  it('keeps to a forward term of six years, from which 29 February is not lost', async () => {
    expect((await create({ startsOn: '2027-01-01', endsOn: '2026-12-31' })).errors).toMatchObject([
      { name: 'ConventionTermReversed', field: 'endsOn' },
    ]);
    expect((await create({ endsOn: '2033-01-01' })).errors).toMatchObject([
      { name: 'ConventionTermTooLong', message: expect.stringContaining('31 décembre 2032') },
    ]);
    expect((await create({ startsOn: '2028-02-29', endsOn: '2034-03-01' })).errors).toMatchObject([
      { name: 'ConventionTermTooLong' },
    ]);
    const { errors } = await create({ startsOn: '2028-02-29', endsOn: '2034-02-28' });
    expect(errors).toEqual([]);
    expect((await ask('{ conventions { totalCount } }')).data).toEqual({ conventions: { totalCount: 3 } });
  });

  it('changes no more once it waits for a signature', async () => {
    const { data } = await create();
    const waiting = await moved('sendConventionToSign', await moved('submitConvention', data.createConvention.latest));
    const { errors } = await ask(
      `mutation ($id: ID!, $revision: Int!) { updateConventionVersion(id: $id, revision: $revision, input: { level: INFO }) { id } }`,
      waiting as never,
      english,
    );
    expect(errors).toMatchObject([{ code: 'RULE', name: 'ConventionNotEditable' }]);
  });

  it('is removed while it never left its draft, and kept afterwards', async () => {
    const { data } = await create();
    const { id, revision, latest } = data.createConvention;
    const remove = `mutation ($id: ID!, $revision: Int!) { deleteConvention(id: $id, revision: $revision) }`;
    await moved('submitConvention', latest);
    expect((await ask(remove, { id, revision })).errors).toMatchObject([
      { code: 'RULE', name: 'ConventionHasHistory' },
    ]);
    await removeOthers();
    const again = (await create()).data.createConvention;
    expect(await ask(remove, { id: again.id, revision: again.revision })).toEqual({
      data: { deleteConvention: again.id },
      errors: [],
    });
    expect((await ask('{ conventionVersions { totalCount } }')).data).toEqual({
      conventionVersions: { totalCount: 2 },
    });
  });
});

describe('one convention in force at a time', () => {
  const toSign = async (input: Record<string, unknown>) => {
    const { data, errors } = await create(input);
    expect(errors).toEqual([]);
    return moved('sendConventionToSign', await moved('submitConvention', data.createConvention.latest));
  };

  it('refuses a signature over days that another binds, naming it', async () => {
    const waiting = await toSign({ startsOn: '2026-12-31', endsOn: '2027-12-31' });
    expect((await move('signConvention', waiting)).errors).toMatchObject([
      {
        code: 'RULE',
        name: 'ConventionOverlaps',
        field: 'startsOn',
        message:
          'La convention PV-2022-01 engage déjà ce guichet du 1er juillet 2022 au 31 décembre 2026. Changez les dates ou résiliez-la.',
      },
    ]);
  });

  it('answers the second click of a signature with the state that the first one made', async () => {
    const waiting = await toSign({});
    const clicks = await Promise.all([move('signConvention', waiting), move('signConvention', waiting)]);
    expect(clicks.flatMap(({ errors }) => errors)).toMatchObject([
      { name: 'ConventionTransitionNotAllowed', message: expect.stringMatching(/état actuel est «\sSignée\s»/) },
    ]);
  });

  it('lets one of two conventions through that are signed at the same moment', async () => {
    const first = await toSign({ startsOn: '2027-01-01', endsOn: '2028-12-31' });
    await api.orm.em.fork().execute(`
      insert into convention (epci_id, guichet_id, number) values (1, 1, 'rival');
      insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, reception_modes, starts_on, ends_on)
        select 1, id, 1, 1, 'TO_SIGN', 1, 'SUIVI', '{TELEPHONE}', '2028-12-31', '2029-12-31' from convention where number = 'rival'`);
    const rival = (
      await ask<{ conventionVersions: { nodes: { id: string; revision: number }[] } }>(
        '{ conventionVersions(filter: { convention: { number: { eq: "rival" } } }) { nodes { id revision } } }',
      )
    ).data.conventionVersions.nodes[0]!;
    const both = await Promise.all([move('signConvention', first), move('signConvention', rival, undefined, english)]);
    expect(both.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'RULE', name: 'ConventionOverlaps' }]);
  });

  it('is kept by the database too, and what it says reaches people as a plain refusal', async () => {
    const row = (
      starts: string,
    ) => `insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on, signed_on)
      values (1, 1, 1, ${starts === '2027-01-01' ? 2 : 3}, 'SIGNED', 1, 'SUIVI', '${starts}', '2028-12-31', '2026-01-01')`;
    const results = await Promise.allSettled([
      api.orm.em.fork().execute(row('2027-01-01')),
      api.orm.em.fork().execute(row('2027-06-01')),
    ]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(['23P01', '40P01']).toContain((refused[0]!.reason as { code: string }).code);
    const { refusalOf } = await import('../../graphql/errors.js');
    expect(['PeriodsOverlap', 'DatabaseUnavailable']).toContain(refusalOf(refused[0]!.reason)?.name);
  });
});
