import { Kysely, PostgresDialect, sql } from 'kysely';
import { type ComplianceFacts, complianceFacts, complianceReport } from '../src/domain/referential/index.js';

/** What is measured: a GraphQL request, and by whose hand the same answer comes from one SQL statement. */
interface Case {
  name: string;
  query: string;
  variables: Record<string, unknown>;
  /** Gives `data` of the answer as one JSON column, also named `data`. */
  sql: { text: string; values: unknown[] };
  /** Settings of the connections that it runs on; without them it runs as the owner of the tables, past their policies. */
  settings?: Record<string, string>;
  /** What is left to do with the JSON, where SQL does not say it all. */
  finish?(data: unknown): unknown;
}

/** Where the measured requests stand: the row at four fifths of the list, as keys of the database. */
export interface Sample {
  epci: string;
  key: string;
  day: string;
}

export const today = '2026-03-12';
const year = 2026;
const page = 50;

/** An opaque id, as the API writes it. */
const opaque = (concept: string, column: string): string =>
  `translate(encode(convert_to('${concept}:' || ${column}, 'UTF8'), 'base64'), '+/=', '-_')`;

const node = `json_build_object('id', ${opaque('Request', 'r.id')}, 'number', r.number, 'registeredOn', r.registered_on,
  'channel', r.channel, 'guichet', case when g.id is null then null else json_build_object('id', ${opaque('Guichet', 'g.id')}, 'name', g.name) end)`;
const fields = 'nodes { id number registeredOn channel guichet { id name } }';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

const facts = sql`select ${complianceFacts(year, null)} as data`.compile(
  new Kysely({ dialect: new PostgresDialect({ pool: () => Promise.reject(new Error('Nothing is asked here.')) }) }),
);

export const casesOf = ({ epci, key, day }: Sample): Case[] => [
  {
    name: 'list page',
    query: `{ requests(first: ${page}, sort: [{ registeredOn: DESC }]) { totalCount ${fields} } }`,
    variables: {},
    sql: {
      text: `select json_build_object('requests', json_build_object(
          'totalCount', (select count(*)::int from request where epci_id = $1),
          'nodes', (select json_agg(node) from (
            select ${node} as node from request r left join guichet g on g.id = r.guichet_id
            where r.epci_id = $1 order by r.registered_on desc, r.id limit ${page}) p))) as data`,
      values: [epci],
    },
  },
  {
    name: 'detail',
    query:
      'query ($id: ID!) { request(id: $id) { number registeredOn guichet { name commune { name } } communeWanted { name } } }',
    variables: { id: base64url(`Request:${key}`) },
    sql: {
      text: `select json_build_object('request', (
          select json_build_object('number', r.number, 'registeredOn', r.registered_on,
            'guichet', case when g.id is null then null else json_build_object('name', g.name, 'commune', json_build_object('name', c.name)) end,
            'communeWanted', case when w.id is null then null else json_build_object('name', w.name) end)
          from request r left join guichet g on g.id = r.guichet_id left join commune c on c.id = g.commune_id
            left join commune w on w.id = r.commune_wanted_id
          where r.id = $1 and r.epci_id = $2)) as data`,
      values: [key, epci],
    },
  },
  {
    name: 'deep cursor',
    query: `query ($after: String) { requests(first: ${page}, after: $after, sort: [{ registeredOn: DESC }]) { ${fields} } }`,
    variables: { after: base64url(JSON.stringify([day, key])) },
    sql: {
      text: `select json_build_object('requests', json_build_object('nodes', (select json_agg(node) from (
            select ${node} as node from request r left join guichet g on g.id = r.guichet_id
            where r.epci_id = $1 and r.registered_on <= $2 and (r.registered_on < $2 or r.id > $3)
            order by r.registered_on desc, r.id limit ${page}) p))) as data`,
      values: [epci, day, key],
    },
  },
  {
    name: 'compliance',
    query:
      'query ($year: Int!) { complianceReport(year: $year) { guichetName level status judgements { kind status value target } } }',
    variables: { year },
    // The statement is composed of the rules, which are TypeScript on both sides: what differs is the way to them and back.
    sql: { text: facts.sql, values: [...facts.parameters] },
    settings: { role: 'parvis_staff', 'app.epci_id': epci, 'app.today': today },
    finish: (answer) => ({
      complianceReport: complianceReport(answer as ComplianceFacts, year, { role: 'EPCI_STAFF', today }).map(
        ({ guichetName, level, status, judgements }) => ({
          guichetName,
          level,
          status,
          judgements: judgements.map((one) => ({
            kind: one.kind,
            status: one.status,
            value: one.value,
            target: one.target,
          })),
        }),
      ),
    }),
  },
];
