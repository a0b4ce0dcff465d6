/** What is measured: a GraphQL request, and by whose hand the same JSON comes from one SQL statement. */
export interface Case {
  name: string;
  query: string;
  variables: Record<string, unknown>;
  /** Gives `data` of the answer as one JSON column. Undefined: the statement that the application itself sent, run bare. */
  sql?: { text: string; values: unknown[] };
}

/** Where the measured requests stand. */
export interface Sample {
  epci: string;
  /** Opaque and database key of one request. */
  id: string;
  key: string;
  /** The row at four fifths of the list, and the cursor after it. */
  deep: { registeredOn: string; key: string; cursor: string };
  year: number;
}

export const page = 50;

/** An opaque id, as the API writes it. */
const opaque = (concept: string, column: string): string =>
  `translate(encode(convert_to('${concept}:' || ${column}, 'UTF8'), 'base64'), '+/=', '-_')`;

const node = `json_build_object('id', ${opaque('Request', 'r.id')}, 'number', r.number, 'registeredOn', r.registered_on,
  'channel', r.channel, 'guichet', case when g.id is null then null else json_build_object('id', ${opaque('Guichet', 'g.id')}, 'name', g.name) end)`;
const fields = 'nodes { id number registeredOn channel guichet { id name } }';

export const casesOf = ({ epci, id, key, deep, year }: Sample): Case[] => [
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
    variables: { id },
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
    variables: { after: deep.cursor },
    sql: {
      text: `select json_build_object('requests', json_build_object('nodes', (select json_agg(node) from (
            select ${node} as node from request r left join guichet g on g.id = r.guichet_id
            where r.epci_id = $1 and r.registered_on <= $2 and (r.registered_on < $2 or r.id > $3)
            order by r.registered_on desc, r.id limit ${page}) p))) as data`,
      values: [epci, deep.registeredOn, deep.key],
    },
  },
  {
    name: 'compliance',
    query:
      'query ($year: Int!) { complianceReport(year: $year) { guichetName level status judgements { kind status value target } } }',
    variables: { year },
  },
];
