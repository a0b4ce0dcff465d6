import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { completeNetwork } from '../../../test/every-concept.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { Role } from '../../base/codes.js';
import { type DbRole, personOf } from '../../base/roles.js';
import { allConcepts, findConcept, isStored, mayRead } from '../../concept/meta.js';
import type { Caller } from './caller.js';

/** Who may ask for the operations that do not follow from a concept's rights: a new one is closed until it is named here. */
const services: Record<string, string> = {
  'ADMIN EPCI_STAFF AGENT ANALYST': 'me node setMyLocale setMyDigest toDo',
  'ADMIN EPCI_STAFF':
    'inviteAccount resetAccount changeAccountEmail endAccount reopenAccount undeliveredMails accountMails',
  ADMIN: 'health',
  'EPCI_STAFF AGENT ANALYST': 'complianceReport obligationKinds registrations',
  'EPCI_STAFF AGENT': `whatIf
    requestConventionCorrection resubmitConvention commentConvention resolveComment reopenComment`,
  EPCI_STAFF: `
    campaignPreview campaignTerms createCampaign deleteCampaign
    createConvention deleteConvention submitConvention sendConventionToSign recordDeliberation recordSneConvention
    amendConvention renewConvention settleConvention proposedTerm signConvention terminateConvention withdrawConvention cancelConvention
    draftReferential publishReferential compareReferentials
    documentTags useDocumentTemplate restoreDefaultTemplate
    meetingSheet openMeeting closeMeeting cancelMeeting saveAttendanceSheet correctAttendanceSheet confirmAttendance refuseAttendance`,
  'ADMIN EPCI_STAFF AGENT': 'history undoChange',
  AGENT: `answerMeeting signInToMeeting declareAttendance declareOutsideTraining
    confirmConventionReading withdrawConventionReading`,
};
const rolesOfService = new Map(
  Object.entries(services).flatMap(([roles, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, string[]] => [name, roles.split(' ').sort()]),
  ),
);

/** What Type-GraphQL was told of each operation. */
const declared = (): { schemaName: string; roles?: Role[] }[] => {
  const { queries, mutations } = Reflect.get(globalThis, 'TypeGraphQLMetadataStorage');
  return [...queries, ...mutations];
};
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const crudNames = new Set(
  allConcepts().flatMap(({ name, plural }) => [
    plural,
    lowerFirst(name),
    `create${name}`,
    `update${name}`,
    `delete${name}`,
  ]),
);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  await completeNetwork(api);
});
afterAll(() => api.close());

type Kind = 'query' | 'mutation';
const operations = (): { kind: Kind; field: GraphQLField<unknown, unknown> }[] => [
  ...Object.values(api.schema.getQueryType()!.getFields()).map((field) => ({ kind: 'query' as const, field })),
  ...Object.values(api.schema.getMutationType()!.getFields()).map((field) => ({ kind: 'mutation' as const, field })),
];

/** Any value that GraphQL takes for an argument; `id` of a concept is that of its row in the first EPCI. */
const anyValue = (name: string, type: GraphQLInputType, ofConcept: string): unknown => {
  if (isNonNullType(type)) return anyValue(name, type.ofType, ofConcept);
  if (isListType(type)) return [anyValue(name, type.ofType, ofConcept)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return anyValues(Object.values(type.getFields()), ofConcept);
  const named = name.replace(/Ids?$/, '');
  const concept = findConcept(named.charAt(0).toUpperCase() + named.slice(1))?.name ?? ofConcept;
  const values: Record<string, unknown> = {
    ID: idOf(concept, 1),
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: '2030-01-01',
    Time: '09:00',
    DateTime: '2030-01-01T09:00:00Z',
    JSON: {},
  };
  return values[getNamedType(type).name] ?? 'texte';
};
const anyValues = (
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  ofConcept: string,
): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter(({ name, type }) => isNonNullType(type) || /Id$|^id$/.test(name))
      .map(({ name, type }) => [name, anyValue(name, type, ofConcept)]),
  );

const call = (
  caller: Caller,
  { kind, field }: { kind: Kind; field: GraphQLField<unknown, unknown> },
  ofConcept = 'Guichet',
) => {
  const variables = anyValues(field.args, ofConcept);
  const used = field.args.filter(({ name }) => name in variables);
  const declaredAs = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  return api.ask(
    caller,
    `${kind} ${declaredAs && `(${declaredAs})`} { it: ${field.name}${given && `(${given})`} ${selection} }`,
    variables,
  );
};

describe('every operation', () => {
  it('declares its roles', () => {
    expect(
      declared()
        .filter(({ roles }) => !roles)
        .map(({ schemaName }) => schemaName),
    ).toEqual([]);
  });

  it('follows from a concept’s rights or stands in the list above', () => {
    const inSchema = new Set(operations().map(({ field }) => field.name));
    const own = declared().filter(
      ({ schemaName }) => inSchema.has(schemaName) && (!crudNames.has(schemaName) || rolesOfService.has(schemaName)),
    );
    const said = Object.fromEntries(own.map(({ schemaName, roles = [] }) => [schemaName, [...roles].sort()]));
    expect(said).toEqual(Object.fromEntries(rolesOfService));
  });

  it('sends the signed-out to sign in, whatever they ask', async () => {
    for (const operation of operations())
      expect((await call(callers.anonymous, operation)).errors, operation.field.name).toMatchObject([
        { code: 'UNAUTHENTICATED' },
      ]);
  });

  it('is refused to the roles that it does not name', async () => {
    const roles = new Map(declared().map(({ schemaName, roles: named = [] }) => [schemaName, named]));
    const byRole: Record<Role, Caller> = {
      ADMIN: callers.admin,
      EPCI_STAFF: callers.staff,
      AGENT: callers.agent,
      ANALYST: callers.national,
    };
    for (const operation of operations())
      for (const role of Role.filter((one) => !roles.get(operation.field.name)?.includes(one)))
        expect((await call(byRole[role], operation)).errors, `${operation.field.name} by ${role}`).toMatchObject([
          { code: 'FORBIDDEN', name: 'NotAllowed' },
        ]);
  });

  it('does nothing to a row of another EPCI, whichever id it is given', async () => {
    const contents = async () =>
      Promise.all(
        allConcepts().map(({ table }) =>
          api.orm.em
            .fork()
            .execute(
              `select count(*), sum(revision), max(updated_at) from "${table}" where ${table === 'epci' ? 'id = 1' : table === 'analyst_scope' ? 'true' : 'epci_id = 1'}`,
            ),
        ),
      );
    const before = await contents();
    for (const operation of operations().filter(
      ({ kind, field }) => kind === 'mutation' && !field.name.startsWith('setMy'),
    ))
      for (const concept of operation.field.args.some(({ name }) => name === 'id')
        ? allConcepts().map(({ name }) => name)
        : ['Guichet']) {
        const { data, errors } = await call(callers.foreignStaff, operation, concept);
        // A new row without relations, and the template restored, are of the caller's own EPCI; everything else is refused, and never as something unforeseen.
        if (data && Reflect.get(data, 'it'))
          expect(operation.field.name, JSON.stringify(data)).toMatch(/^create|^draft|^invite|^restoreDefault/);
        // A number or a name that their own EPCI has already is a conflict, and says nothing of another's.
        else
          expect(
            ['NOT_FOUND', 'FORBIDDEN', 'BAD_USER_INPUT', 'RULE', 'CONFLICT'],
            `${operation.field.name} ${concept}`,
          ).toContain(errors[0]?.code);
      }
    expect(await contents()).toEqual(before);
  });
});

describe('every concept', () => {
  it('is listed, searched and exported, column by column, by whoever reads it', async () => {
    for (const concept of allConcepts())
      for (const caller of Object.values(callers).filter(({ dbRole }) => concept.access[dbRole]?.read)) {
        const columns = [...concept.fields.values()].filter(
          (field) => isStored(field) && field.kind !== 'one' && mayRead(field, caller.role),
        );
        const type = api.schema.getType(concept.name);
        const fields = isObjectType(type) ? type.getFields() : {};
        const isComposite = (name: string) => isCompositeType(getNamedType(fields[name]?.type));
        const selection = columns.map(({ name }) => (isComposite(name) ? `${name} { __typename }` : name)).join(' ');
        const { errors } = await api.ask(caller, `{ ${concept.plural}(search: "a") { nodes { ${selection} } } }`);
        expect(errors, `${concept.name} by ${caller.role}`).toEqual([]);
      }
  });

  it('declares who reads it, and every right of a person has a reader', () => {
    for (const { name, access } of allConcepts()) {
      expect(Object.keys(access).length, name).toBeGreaterThan(0);
      for (const [role, rights] of Object.entries(access))
        if (personOf[role as DbRole]) expect(rights.read, `${name} ${role}`).toBeTruthy();
    }
  });
});
