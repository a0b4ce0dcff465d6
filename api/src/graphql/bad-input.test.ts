import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startTestApi, type TestApi } from '../../test/api.js';
import { callers, idOf, makeNetwork } from '../../test/network.js';
import type { Caller } from '../identity/access/caller.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

const { staff, agent } = callers;
const refusal = async (source: string, variables: Record<string, unknown> = {}, caller: Caller = staff) => {
  const { errors }: Answer<unknown> = await api.ask(caller, source, variables);
  return errors[0];
};
const guichet = idOf('Guichet', 1);
const update = `mutation ($id: ID!, $revision: Int!, $input: GuichetUpdateInput!) { updateGuichet(id: $id, revision: $revision, input: $input) { revision } }`;
const change = (input: object, id = guichet, revision = 1) => ({ id, revision, input });
const rows = '{ totalCount }';
const deepFilter = (depth: number): object => (depth === 0 ? { name: { eq: 'x' } } : { not: deepFilter(depth - 1) });

type Case = [said: string, source: string, variables: Record<string, unknown>, expected: Record<string, unknown>];

// biome-ignore format: a case a line, so that it reads as the table that it is.
const cases: Case[] = [
  ['an id of nothing', '{ guichet(id: "bidon") { id } }', {}, { code: 'BAD_USER_INPUT', name: 'InvalidId', field: 'id' }],
  ['an id of another concept', `{ guichet(id: "${idOf('Commune', 1)}") { id } }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidId' }],
  ['an id beyond every number', `{ node(id: "${Buffer.from(`Guichet:${'9'.repeat(30)}`).toString('base64url')}") { id } }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidId' }],
  ['a change of a row that does not exist', update, change({}, idOf('Guichet', 999)), { code: 'NOT_FOUND', name: 'UnknownId', field: 'id' }],
  ['a change of another EPCI’s row', update, change({}, idOf('Guichet', 3)), { code: 'NOT_FOUND', name: 'UnknownId', field: 'id' }],
  ['a relation to another EPCI’s row', update, change({ communeId: idOf('Commune', 3) }), { code: 'NOT_FOUND', name: 'UnknownId', field: 'communeId' }],
  ['a relation to a row of another concept', update, change({ communeId: guichet }), { code: 'BAD_USER_INPUT', name: 'InvalidId', field: 'communeId' }],
  ['a code of no list', update, change({ levelAgreed: 'GRAND' }), { code: 'BAD_USER_INPUT', name: 'QueryNotUnderstood', field: 'levelAgreed' }],
  ['a field that does not exist', '{ guichets { nodes { couleur } } }', {}, { code: 'BAD_USER_INPUT', name: 'QueryNotUnderstood' }],
  ['a value emptied that must be there', update, change({ name: '   ' }), { code: 'BAD_USER_INPUT', name: 'ValueMissing', field: 'name' }],
  ['a text too long', update, change({ name: 'x'.repeat(201) }), { code: 'BAD_USER_INPUT', name: 'TextTooLong', field: 'name' }],
  ['a text with a NUL in it', update, change({ name: '\u0000' }), { code: 'BAD_USER_INPUT', name: 'ValueMissing' }],
  ['a search with a NUL in it', `query ($s: String) { guichets(search: $s) ${rows} }`, { s: '\u0000' }, { code: 'BAD_USER_INPUT', name: 'InvalidValue' }],
  ['a place off the Earth', update, change({ latitude: 91 }), { code: 'BAD_USER_INPUT', name: 'ValueOutOfRange', field: 'latitude' }],
  ['30 February', update, change({ openedOn: '2026-02-30' }), { code: 'BAD_USER_INPUT', name: 'InvalidDate', field: 'openedOn', message: expect.stringContaining('2026-02-30') }],
  ['29 February of a common year', update, change({ openedOn: '2026-02-29' }), { code: 'BAD_USER_INPUT', name: 'InvalidDate', field: 'openedOn' }],
  ['30 February in the text of a query', '{ guichets(on: "2026-02-30") { totalCount } }', {}, { code: 'BAD_USER_INPUT', name: 'InvalidDate' }],
  ['a day before all days', update, change({ openedOn: '0000-01-01' }), { code: 'BAD_USER_INPUT' }],
  ['an instant for a day', '{ guichets(on: "2026-02-28T10:00:00Z") { totalCount } }', {}, { code: 'BAD_USER_INPUT' }],
  ['a guichet closed before it opened', update, change({ openedOn: '2026-02-28', closedOn: '2026-02-28' }), { code: 'BAD_USER_INPUT', name: 'EndBeforeStart', field: 'closedOn' }],
  ['a guichet closed while bound', update, change({ closedOn: '2026-12-31' }), { code: 'RULE', name: 'GuichetStillBound', field: 'closedOn' }],
  ['hours that overlap', update, change({ openingHours: { slots: [{ weekday: 'MON', from: '09:00', to: '12:00' }, { weekday: 'MON', from: '11:00', to: '13:00' }] } }), { code: 'BAD_USER_INPUT', name: 'InvalidOpeningHours', field: 'openingHours' }],
  ['hours of an unknown day', update, change({ openingHours: { slots: [{ weekday: 'LUNDI', from: '09:00', to: '12:00' }] } }), { code: 'BAD_USER_INPUT' }],
  ['hours that are a list', update, change({ openingHours: [['09:00', '12:00']] }), { code: 'BAD_USER_INPUT' }],
  ['hours at 25:00', update, change({ openingHours: { slots: [{ weekday: 'MON', from: '09:00', to: '25:00' }] } }), { code: 'BAD_USER_INPUT', name: 'InvalidOpeningHours' }],
  ['a page of 10 000', `{ guichets(first: 10000) ${rows} }`, {}, { code: 'BAD_USER_INPUT', name: 'PageTooLarge', field: 'first' }],
  ['a negative page', `{ guichets(first: -1) ${rows} }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidPage', field: 'first' }],
  ['a negative offset', `{ guichets(offset: -1) ${rows} }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidPage', field: 'offset' }],
  ['a cursor of nothing', `{ guichets(after: "bidon") ${rows} }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidCursor', field: 'after' }],
  ['a cursor of the wrong kind', `{ guichets(sort: [{ openedOn: ASC }], after: "${Buffer.from('["x","y"]').toString('base64url')}") { nodes { id } } }`, {}, { code: 'BAD_USER_INPUT' }],
  ['a sort by two fields at once', `{ guichets(sort: [{ name: ASC, level: ASC }]) ${rows} }`, {}, { code: 'BAD_USER_INPUT', name: 'SortAmbiguous', field: 'sort' }],
  ['a filter by an id of something else', `{ guichets(filter: { id: { eq: "x" } }) ${rows} }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidId' }],
  ['a bound of nothing, which is no word for “empty”', `{ guichets(filter: { openedOn: { gte: null } }) ${rows} }`, {}, { code: 'BAD_USER_INPUT', name: 'ValueMissing', field: 'openedOn' }],
  ['a list of nothing', `{ guichets(filter: { openedOn: { in: null } }) ${rows} }`, {}, { code: 'BAD_USER_INPUT', name: 'ValueMissing', field: 'openedOn' }],
  ['a text that contains nothing known', `query ($s: String) { guichets(filter: { address: { contains: $s } }) ${rows} }`, { s: null }, { code: 'BAD_USER_INPUT', name: 'ValueMissing', field: 'address' }],
  ['a filter that never ends', `query ($f: GuichetFilter) { guichets(filter: $f) ${rows} }`, { f: deepFilter(3000) }, { code: 'BAD_USER_INPUT', name: 'QueryTooLarge' }],
  ['a filter of thousands of conditions', `query ($f: GuichetFilter) { guichets(filter: $f) ${rows} }`, { f: { or: Array.from({ length: 70_000 }, () => ({ name: { eq: 'x' } })) } }, { code: 'BAD_USER_INPUT', name: 'QueryTooLarge' }],
  ['a search of thousands of words', `query ($s: String) { guichets(search: $s) ${rows} }`, { s: 'a '.repeat(70_000) }, { code: 'BAD_USER_INPUT', name: 'QueryTooLarge' }],
  ['a sort by thousands of fields', `query ($s: [GuichetSort!]) { guichets(sort: $s) ${rows} }`, { s: Array.from({ length: 6000 }, () => ({ name: 'ASC' })) }, { code: 'BAD_USER_INPUT', name: 'QueryTooLarge' }],
  ['a list of thousands of ids', `query ($ids: [ID!]) { guichets(filter: { id: { in: $ids } }) ${rows} }`, { ids: Array.from({ length: 70_000 }, () => guichet) }, { code: 'BAD_USER_INPUT', name: 'QueryTooLarge' }],
  ['a plan of seven years', 'mutation { createPlan(input: { name: "P", startsOn: "2030-01-01", endsOn: "2036-01-01" }) { id } }', {}, { code: 'RULE', name: 'PlanTooLong', field: 'endsOn' }],
  ['a plan that ends before it begins', 'mutation { createPlan(input: { name: "P", startsOn: "2030-01-01", endsOn: "2029-01-01" }) { id } }', {}, { code: 'BAD_USER_INPUT', name: 'EndBeforeStart', field: 'endsOn' }],
  ['a milestone that ends before it begins', `mutation { createMilestone(input: { planId: "${idOf('Plan', 1)}", body: CIL, label: "L", startsOn: "2030-01-02", endsOn: "2030-01-01" }) { id } }`, {}, { code: 'BAD_USER_INPUT', name: 'EndBeforeStart', field: 'endsOn' }],
  ['a code of two communes', 'mutation { createCommune(input: { inseeCode: "38563", name: "Autre Voiron", validFrom: "2030-01-01" }) { id } }', {}, { code: 'RULE', name: 'CommunePeriodsOverlap' }],
  ['a code of no commune', 'mutation { createCommune(input: { inseeCode: "99999", name: "Nulle part" }) { id } }', {}, { code: 'BAD_USER_INPUT', name: 'InvalidInseeCode', field: 'inseeCode' }],
  ['a time zone of nowhere', `mutation { updateEpci(id: "${idOf('Epci', 1)}", revision: 1, input: { timeZone: "Europe/Voiron" }) { id } }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidTimeZone', field: 'timeZone' }],
  ['a time zone that is a shift, which PostgreSQL reads the other way round', `mutation { updateEpci(id: "${idOf('Epci', 1)}", revision: 1, input: { timeZone: "+02:00" }) { id } }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidTimeZone', field: 'timeZone' }],
  ['a time zone not written as it is called', `mutation { updateEpci(id: "${idOf('Epci', 1)}", revision: 1, input: { timeZone: "europe/paris" }) { id } }`, {}, { code: 'BAD_USER_INPUT', name: 'InvalidTimeZone', field: 'timeZone' }],
  ['an organisation archived with open guichets', `mutation { updateOrganisation(id: "${idOf('Organisation', 1)}", revision: 1, input: { archivedOn: "2026-03-12" }) { id } }`, {}, { code: 'RULE', name: 'OrganisationCarriesGuichets', field: 'archivedOn' }],
  ['a guichet removed with its history', `mutation { deleteGuichet(id: "${guichet}", revision: 1) }`, {}, { code: 'RULE', name: 'HasHistory' }],
  ['a number that another convention has', `mutation { createConvention(input: { guichetId: "${guichet}", number: "PV-2022-02", level: INFO, startsOn: "2030-01-01", endsOn: "2031-01-01" }) { id } }`, {}, { code: 'CONFLICT', name: 'AlreadyExists', field: 'number' }],
  ['a number that was signed', `mutation { updateConvention(id: "${idOf('Convention', 1)}", revision: 1, input: { number: "PV-2022-02" }) { id } }`, {}, { code: 'RULE', name: 'ConventionNumberFixed', field: 'number' }],
];

describe('what cannot be answered is refused in a sentence, with a code and the field at fault', () => {
  it.each(cases)('%s', async (_said, source, variables, expected) => {
    const french = await refusal(source, variables);
    const english = await refusal(source, variables, { ...staff, locale: 'en' });
    for (const one of [french, english]) {
      expect(one).toMatchObject(expected);
      expect(one?.message).not.toMatch(/select |insert |constraint|pg_|node_modules|\bat \//i);
    }
    expect(french?.message).not.toBe(english?.message);
  });

  it('an unknown id that is asked for is no error: there is nothing there', async () => {
    expect(
      await api.ask(
        staff,
        `{ guichet(id: "${idOf('Guichet', 999)}") { id } foreign: guichet(id: "${idOf('Guichet', 3)}") { id } }`,
      ),
    ).toEqual({ data: { guichet: null, foreign: null }, errors: [] });
  });
});

describe('a hidden column is no oracle', () => {
  it.each([
    ['answers', '{ agents { nodes { email } } }'],
    ['filters', '{ agents(filter: { email: { startsWith: "c" } }) { totalCount } }'],
    ['negated filters', '{ agents(filter: { not: { or: [{ telephone: { isNull: true } }] } }) { totalCount } }'],
    ['filters through a relation', '{ assignments(filter: { agent: { email: { contains: "c" } } }) { totalCount } }'],
    ['sorts', '{ agents(sort: [{ email: ASC }]) { nodes { id } } }'],
    ['sorts through a relation', '{ assignments(sort: [{ agent: { telephone: DESC } }]) { nodes { id } } }'],
    [
      'lists inside',
      '{ guichets { nodes { assignments(filter: { agent: { email: { eq: "claude@example.org" } } }) { totalCount } } } }',
    ],
  ])('in %s', async (_said, source) =>
    expect(await refusal(source, {}, agent)).toMatchObject({ code: 'FORBIDDEN', name: 'FieldClosed' }),
  );

  it('nor is a relation to what a role may not read', async () => {
    expect(await refusal('{ guichets { nodes { requests { totalCount } } } }', {}, agent)).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(
      await refusal(
        '{ meetings(filter: { declaredBy: { lastName: { eq: "x" } } }) { totalCount } }',
        {},
        callers.national,
      ),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal('{ meetings { nodes { attendances { totalCount } } } }', {}, callers.national)).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
