import { type GraphQLSchema, graphql } from 'graphql';
import { Level } from '../../base/codes.js';
import { decodeId } from '../../concept/id.js';
import type { Context } from '../../graphql/context.js';
import { people } from '../../identity/access/policies.js';
import { texts } from '../../words/words.js';
import { Qualification } from '../agent/agent.codes.js';
import { OrganisationKind } from '../organisation/organisation.codes.js';
import { UnknownDocument } from './document.errors.js';
import { type DocumentTags, tagsOf } from './document.rules.js';
import type { DocumentSource } from './source.rules.js';
import type { DocumentWords } from './words.rules.js';

/** The one source of both documents: read as the caller reads, so that it holds what they may see and nothing else. */
const query = /* GraphQL */ `
  query DocumentData($id: ID!, $withPeople: Boolean!) {
    conventionVersion(id: $id) {
      rank level registers dossierUnique missions receptionModes openingHours { slots { weekday from to weeks byAppointment } remark } etp competences meetingsPerYear
      levelConditions sneSignedOn sneToRevise startsOn endsOn signedEndsOn deliberationAssembly deliberationOn deliberationNumber
      signedOn signatories @include(if: $withPeople) terminatedOn terminationMotive noticeOn
      changes { field before after }
      epci { id name siren }
      convention {
        number
        renews { number }
        first: versions(first: 1, sort: [{ rank: ASC }]) { nodes { startsOn signedOn } }
      }
      guichet {
        name address telephone
        commune { name inseeCode }
        organisation { name kind siren }
        assignments(first: 100, sort: [{ startsOn: DESC }]) @include(if: $withPeople) {
          nodes {
            startsOn endsOn etp dedicated qualification competences
            agent { firstName lastName jobTitle }
          }
        }
      }
      referential {
        name validFrom
        levels: items(first: 100, filter: { kind: { eq: LEVEL } }, sort: [{ position: ASC }]) { nodes { ...Item } }
        missions: items(first: 100, filter: { kind: { eq: MISSION } }, sort: [{ position: ASC }]) { nodes { ...Item } }
        receptionModes: items(first: 100, filter: { kind: { eq: RECEPTION_MODE } }, sort: [{ position: ASC }]) { nodes { ...Item } }
        means: items(first: 100, filter: { kind: { eq: MEANS } }, sort: [{ position: ASC }]) { nodes { ...Item } }
        competences: items(first: 100, filter: { kind: { eq: COMPETENCE } }, sort: [{ position: ASC }]) { nodes { ...Item } }
        obligations(first: 100) { nodes { level text } }
      }
    }
  }
  fragment Item on ReferentialItem { code levels label text }
`;

const { concepts, enums } = texts.fr;
const labelOf = (list: string, code: string): string => enums[list]?.values[code]?.label ?? code;
const labels = <T extends string>(list: string, codes: readonly T[]): Map<T, string> =>
  new Map(codes.map((code) => [code, labelOf(list, code)]));

export const documentWords: DocumentWords = {
  levels: labels('Level', Level),
  organisationKinds: labels('OrganisationKind', OrganisationKind),
  qualifications: labels('Qualification', Qualification),
  receptionMode: (code) => labelOf('ReceptionMode', code),
  competence: (code) => labelOf('Competence', code),
  field: (name) => concepts.ConventionVersion?.fields[name]?.label ?? name,
};

/** What the road of reads needs: the caller's context, and the schema that the fixed query runs on. */
export interface DocumentContext {
  context: Context;
  schema: GraphQLSchema;
}

/**
 * The tags of a version, in one statement under the caller's rights, and the database key of its EPCI.
 *
 * @param id opaque id of a version
 * @throws UnknownDocument when there is none that the caller sees
 */
export const documentTagsOf = async (
  { context, schema }: DocumentContext,
  id: string,
): Promise<{ tags: DocumentTags; epciId: string | undefined }> => {
  const { role, today } = context.caller;
  // Analysts see no person of a guichet, nor who signed: the document they get says so where agents are listed, and names the parties.
  const withPeople = people.some((reader) => reader === role);
  const { data, errors } = await graphql({
    schema,
    source: query,
    contextValue: context,
    variableValues: { id, withPeople },
  });
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  const version = data?.conventionVersion as (DocumentSource & { epci: { id: string } }) | null;
  if (!version) throw new UnknownDocument();
  return { tags: tagsOf(version, documentWords, today), epciId: decodeId(version.epci.id)?.key };
};
