// Random people do random things, over GraphQL and in plain SQL: no state is reached, and nothing changes, but by the table of
// transitions and what the state leaves open.
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { rewrite } from '../../../test/past.js';
import { guardRefused, moveRefused } from '../../database/moves.js';
import { type Caller, sessionOf } from '../../identity/access/caller.js';
import { ConventionState } from './convention.codes.js';
import { conventionMoves } from './transitions.rules.js';

const { staff, agent, analystOfOne, foreignStaff } = callers;
const people: Record<string, Caller> = {
  staff,
  reviewer: agent,
  colleague: { ...agent, reviewIds: [] },
  analyst: analystOfOne,
  foreignStaff,
};
/** Most of what happens is done by those who may do something. */
const anybody = fc.oneof(
  { weight: 5, arbitrary: fc.constant('staff') },
  { weight: 3, arbitrary: fc.constant('reviewer') },
  { weight: 1, arbitrary: fc.constantFrom('colleague', 'analyst', 'foreignStaff') },
);

let api: TestApi;
let client: pg.Client;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  client = new pg.Client(api.connection);
  await client.connect();
  await clear();
});
afterEach(() => clear());
afterAll(async () => {
  await client.end();
  await api.close();
});
const clear = () =>
  rewrite(
    api,
    `delete from file_chunk; delete from convention_file; delete from convention_comment where version_id > 3;
     delete from convention_version where id > 3;
     delete from convention where id > 3;
     update convention_version set state = 'SIGNED', ends_on = '2026-12-31', signed_ends_on = null, terminated_on = null, withdrawn_on = null where id <= 3`,
  );

type Columns = Record<string, unknown> & { id: number; state: ConventionState };
interface Snapshot {
  versions: Map<number, { row: Columns; open: string[] }>;
}
const snapshot = async (): Promise<Snapshot> => {
  const { rows } = await client.query<{ row: Columns; open: string[] }>(
    `select to_jsonb(v) as row, array(
       select distinct regexp_replace(lower(regexp_replace(c.field, '([A-Z])', '_\\1', 'g')), '^referential$', 'referential_id')
       from convention_comment c where c.version_id = v.id and c.state = 'OPEN') as open
     from convention_version v order by v.id`,
  );
  return { versions: new Map(rows.map((one) => [one.row.id, one])) };
};

const recorded = ['deliberation_assembly', 'deliberation_on', 'deliberation_number', 'sne_signed_on'];
const always = ['state', 'revision', 'updated_at'];
const ofMoves: Partial<Record<ConventionState, string[]>> = {
  SIGNED: ['signed_on', 'signatories'],
  TERMINATED: ['terminated_on', 'termination_motive', 'notice_on', 'guichet_settled_on'],
  CANCELLED: ['cancellation_motive', 'withdrawn_on'],
};
/** The guichet's answer "nothing to change". */
const reading = ['reviewed_at', 'reviewed_by_name'];
const never = ['id', 'epci_id', 'convention_id', 'guichet_id', 'rank', 'created_at'];

/** What happened that should not have. */
const wrongsOf = (before: Snapshot, after: Snapshot, who: string): string[] => {
  const role = people[who]!.role;
  const wrongs: string[] = [];
  for (const [id, { row, open }] of before.versions) {
    const now = after.versions.get(id)?.row;
    if (!now) {
      if (row.state !== 'DRAFT' || who !== 'staff') wrongs.push(`${who} removed ${row.state}`);
      continue;
    }
    const changed = Object.keys(now).filter((column) => JSON.stringify(now[column]) !== JSON.stringify(row[column]));
    if (changed.length === 0) continue;
    if (who !== 'staff' && who !== 'reviewer') wrongs.push(`${who} changed ${changed}`);
    const moved = now.state !== row.state;
    if (
      moved &&
      !conventionMoves.some((m) => m.from === row.state && m.to === now.state && m.roles.includes(role as never))
    )
      wrongs.push(`${who} moved ${row.state} to ${now.state}`);
    const restored = row.state === 'SIGNED' && !moved && now.ends_on === row.signed_ends_on && !now.signed_ends_on;
    const shrunk = row.state === 'SIGNED' && !moved && String(now.ends_on) < String(row.ends_on);
    for (const column of changed) {
      const allowed =
        always.includes(column) ||
        (moved && ofMoves[now.state]?.includes(column)) ||
        (row.state === 'DRAFT' && who === 'staff' && !never.includes(column)) ||
        (row.state === 'CORRECTION' && open.includes(column)) ||
        (['IN_REVIEW', 'CORRECTION', 'TO_SIGN'].includes(row.state) && who === 'staff' && recorded.includes(column)) ||
        (['SIGNED', 'TERMINATED'].includes(row.state) && column === 'guichet_settled_on') ||
        ((shrunk || restored) && ['ends_on', 'signed_ends_on'].includes(column)) ||
        (reading.includes(column) && !moved && row.state === 'IN_REVIEW' && who === 'reviewer') ||
        (reading.includes(column) && now.state === 'CORRECTION' && now.reviewed_at === null);
      if (!allowed) wrongs.push(`${who} changed ${column} in ${row.state}`);
    }
  }
  for (const [id, { row }] of after.versions)
    if (!before.versions.has(id) && (row.state !== 'DRAFT' || who !== 'staff'))
      wrongs.push(`${who} began ${row.state}`);
  return wrongs;
};

/** What may never stand in the tables, whoever brought it there. */
const standing = async (): Promise<string[]> => {
  const { rows } = await client.query<{ wrong: string }>(`
    select 'two in force' as wrong from convention_version a join convention_version b on a.guichet_id = b.guichet_id and a.id < b.id
      where a.state in ('SIGNED', 'TERMINATED') and b.state in ('SIGNED', 'TERMINATED')
        and daterange(a.starts_on, least(a.ends_on, a.terminated_on), '[]') && daterange(b.starts_on, least(b.ends_on, b.terminated_on), '[]')
    union all select 'another guichet' from convention_version v join convention c on c.id = v.convention_id where c.guichet_id <> v.guichet_id
    union all select 'comment elsewhere' from convention_comment m join convention_version v on v.id = m.version_id where m.guichet_id <> v.guichet_id
    union all select 'signed without ' || case when v.signed_on is null then 'a day' when jsonb_array_length(v.signatories) < 2 then 'two parties' else 'the deliberation' end
      from convention_version v join guichet g on g.id = v.guichet_id join organisation o on o.id = g.organisation_id
      where v.id > 3 and v.state in ('SIGNED', 'TERMINATED') and (v.signed_on is null or coalesce(jsonb_array_length(v.signatories), 0) < 2
        or v.registers and v.deliberation_on is null and o.kind in ('COMMUNE', 'CCAS'))
    union all select 'signed with an open comment' from convention_version v join convention_comment m on m.version_id = v.id
      where v.state in ('SIGNED', 'TERMINATED') and v.id > 3 and m.state = 'OPEN'
    union all select 'withdrawn once begun' from convention_version v
      where v.state = 'CANCELLED' and v.signed_on is not null and (v.withdrawn_on is null or v.withdrawn_on >= v.starts_on)
    union all select 'read without remarks in ' || v.state from convention_version v
      where v.reviewed_at is not null and (v.state in ('DRAFT', 'CORRECTION') or v.state = 'IN_REVIEW' and exists (
        select from convention_comment m where m.version_id = v.id and m.state = 'OPEN' and m.side = 'GUICHET'))
    union all select 'no such move: ' || concat_ws(' ', h.before ->> 'state', h.after ->> 'state', h.actor_role) from change h
      where h.concept = 'ConventionVersion' and h.action = 'UPDATED' and h.actor_role <> 'none' and h.before ->> 'state' <> h.after ->> 'state'
        and (h.before ->> 'state') || ' ' || (h.after ->> 'state') <> all ('{${conventionMoves.map(({ from, to }) => `"${from} ${to}"`)}}'::text[])`);
  return rows.map(({ wrong }) => wrong);
};

const signatories = [
  { party: 'Pays Voironnais', name: 'Claude Martin' },
  { party: 'Commune de Voiron', name: 'Dominique Petit' },
];
/** A version of guichet 1 that stands somewhere on its way, its council's vote taken or not. */
interface Start {
  state: ConventionState;
  voted: boolean;
}
/** One seed, so that a red run can be run again and the last test, which counts what was reached, says the same each time. */
const seed = 20261122;
/** Chance alone seldom gets as far as a signature: the first run does. */
const signable: Start = { state: 'TO_SIGN', voted: true };
const start = fc.record({
  state: fc.constantFrom<ConventionState>('DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN'),
  voted: fc.boolean(),
});
const begin = async ({ state, voted }: Start): Promise<number> => {
  const { data } = await api.ask<{ createConvention: { latest: { id: string } } }>(
    staff,
    `mutation ($input: ConventionCreateInput!) { createConvention(input: $input) { latest { id } } }`,
    {
      input: {
        ...{ guichetId: idOf('Guichet', 1), level: 'SUIVI', registers: true, receptionModes: ['TELEPHONE'] },
        ...{ startsOn: '2027-01-01', endsOn: '2032-12-31' },
      },
    },
  );
  const id = Number(Buffer.from(data.createConvention.latest.id, 'base64').toString().split(':')[1]);
  await rewrite(
    api,
    `update convention_version set state = '${state}', deliberation_on = ${voted ? `'2026-03-01'` : 'null'} where id = ${id}`,
  );
  return id;
};

/** States that versions moved to in all runs: a test that never gets to a signature shows nothing. */
const reached = new Set<string>();
const judge = async (before: Snapshot, who: string, version: number): Promise<Snapshot> => {
  const after = await snapshot();
  expect(wrongsOf(before, after, who)).toEqual([]);
  const now = after.versions.get(version)?.row.state;
  if (now && now !== before.versions.get(version)?.row.state) reached.add(now);
  return after;
};

const fields = ['etp', 'registers', 'levelConditions', 'endsOn'] as const;
const values: Record<(typeof fields)[number], unknown[]> = {
  etp: [0.5, 1, null],
  registers: [true, false],
  levelConditions: ['Un agent formé.', null],
  endsOn: ['2030-12-31', '2032-12-31', '2045-12-31'],
};

describe('random moves, changes and comments by random people', () => {
  const operations = {
    submitConvention: '',
    requestConventionCorrection: '',
    resubmitConvention: '',
    sendConventionToSign: '',
    cancelConvention: ', motive: "Essai."',
    signConvention: `, signedOn: "2026-03-12", signatories: [${signatories.map(({ party, name }) => `{ party: "${party}", name: "${name}" }`)}]`,
    terminateConvention: ', terminatedOn: "2027-06-30", motive: "Essai."',
    withdrawConvention: ', withdrawnOn: "2026-03-12", motive: "Essai."',
    confirmConventionReading: '',
    withdrawConventionReading: '',
    recordDeliberation: ', assembly: "Conseil municipal", on: "2026-03-11"',
    recordSneConvention: ', signedOn: "2016-01-01"',
  };
  const ends = ['cancelConvention', 'terminateConvention', 'withdrawConvention'];
  const step = fc.record({
    who: anybody,
    what: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(...Object.keys(operations).filter((name) => !ends.includes(name))),
      },
      { weight: 1, arbitrary: fc.constantFrom(...ends, 'amend', 'renew') },
      { weight: 5, arbitrary: fc.constantFrom('comment', 'resolve', 'reopen', 'update') },
    ),
    field: fc.constantFrom(...fields),
    pick: fc.nat(2),
  });

  it('over GraphQL', async () => {
    await fc.assert(
      fc.asyncProperty(start, fc.array(step, { minLength: 8, maxLength: 14 }), async (from, steps) => {
        await clear();
        const version = await begin(from);
        let before = await snapshot();
        for (const { who, what, field, pick } of steps) {
          const revision = before.versions.get(version)?.row.revision ?? 0;
          const id = idOf('ConventionVersion', version);
          const ask = (source: string, variables = {}) => api.ask(people[who]!, source, variables);
          if (what === 'comment')
            await ask(`mutation { commentConvention(id: "${id}", field: "${field}", text: "Une remarque.") { id } }`);
          else if (what === 'resolve' || what === 'reopen') {
            const { rows } = await client.query(
              'select id, revision from convention_comment where version_id = $1 order by id',
              [version],
            );
            const comment = rows[pick % Math.max(rows.length, 1)];
            if (comment)
              await ask(
                `mutation { ${what}Comment(id: "${idOf('ConventionComment', comment.id)}", revision: ${comment.revision}) { id } }`,
              );
          } else if (what === 'update') {
            const input = { [field]: values[field][pick % values[field].length] };
            await ask(
              `mutation ($input: ConventionVersionUpdateInput!) { updateConventionVersion(id: "${id}", revision: ${revision}, input: $input) { id } }`,
              { input },
            );
          } else if (what === 'amend')
            await ask(
              `mutation { amendConvention(id: "${idOf('Convention', 1)}", startsOn: "2026-0${pick + 4}-01") { id } }`,
            );
          else if (what === 'renew')
            await ask(
              `mutation { renewConvention(id: "${idOf('Convention', 1)}", startsOn: "2040-01-01", endsOn: "2041-01-01") { id } }`,
            );
          else
            await ask(
              `mutation { ${what}(id: "${id}", revision: ${revision}${operations[what as keyof typeof operations]}) { id } }`,
            );
          before = await judge(before, who, version);
        }
        expect(await standing()).toEqual([]);
      }),
      {
        numRuns: 14,
        seed,
        examples: [
          [
            signable,
            ['signConvention', 'terminateConvention', 'withdrawConvention'].map((what) => ({
              who: 'staff',
              what,
              field: 'etp',
              pick: 0,
            })),
          ],
        ],
      },
    );
  }, 60_000);

  const columns: Record<string, string> = {
    etp: '0.7',
    level_conditions: `'Un agent formé.'`,
    registers: 'not registers',
    starts_on: `starts_on + 1`,
    ends_on: 'ends_on - 1',
    guichet_id: '2',
    convention_id: '2',
    rank: '7',
    referential_id: '2',
    signed_on: `'2026-03-01'`,
    signatories: `'[]'`,
    deliberation_on: `'2026-03-01'`,
    terminated_on: `'2027-03-01'`,
    cancellation_motive: `'Essai.'`,
    signed_ends_on: 'ends_on',
    withdrawn_on: `'2026-03-12'`,
    reviewed_at: `now(), reviewed_by_name = 'X'`,
    reviewed_by_name: `null, reviewed_at = null`,
  };
  const withMove: Partial<Record<ConventionState, string>> = {
    SIGNED: `, signed_on = '2026-03-12', signatories = '${JSON.stringify(signatories)}'`,
    TERMINATED: `, terminated_on = '2027-06-30', termination_motive = 'Essai.'`,
    CANCELLED: `, withdrawn_on = case when signed_on is not null then date '2026-03-12' end, cancellation_motive = 'Essai.'`,
    CORRECTION: `, reviewed_at = null, reviewed_by_name = null`,
  };
  const statement = fc.record({
    who: anybody,
    what: fc.oneof(
      { weight: 6, arbitrary: fc.constant('legal') },
      { weight: 3, arbitrary: fc.constantFrom('resolve', 'comment') },
      { weight: 4, arbitrary: fc.constantFrom('state', 'column', 'reopen', 'insert', 'delete', 'rewrite') },
    ),
    state: fc.constantFrom(...ConventionState),
    column: fc.constantFrom(...Object.keys(columns)),
    field: fc.constantFrom('etp', 'levelConditions', 'registers', 'referential'),
    side: fc.constantFrom('EPCI', 'GUICHET'),
    /** The version that was signed long ago is tried too. */
    old: fc.nat(5).map((one) => one === 0),
    pick: fc.nat(5),
  });
  const understood = ['42501', '23514', '23P01', '23505', '23503', '23502', moveRefused, guardRefused];

  it('in plain SQL under the roles of the database', async () => {
    const refused = new Set<string>();
    await fc.assert(
      fc.asyncProperty(start, fc.array(statement, { minLength: 10, maxLength: 20 }), async (origin, statements) => {
        await clear();
        const drafted = await begin(origin);
        let before = await snapshot();
        for (const { who, what, state, column, field, side, old, pick } of statements) {
          const version = old ? 1 : drafted;
          const from = before.versions.get(version)?.row.state;
          const legal = conventionMoves.filter((move) => move.from === from);
          const to = legal[pick % Math.max(legal.length, 1)]?.to ?? state;
          const target = what === 'legal' ? to : state;
          const sql: Record<string, string> = {
            legal: `update convention_version set state = '${target}'${withMove[target] ?? ''} where id = ${version}`,
            state: `update convention_version set state = '${target}'${withMove[target] ?? ''} where id = ${version}`,
            column: `update convention_version set ${column} = ${columns[column]} where id = ${version}`,
            comment: `insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name) values (1, ${version}, ${pick === 0 ? 2 : 1}, '${field}', 'x', '${side}', 'X')`,
            resolve: `update convention_comment set state = 'RESOLVED', resolved_at = now() where version_id = ${version}`,
            reopen: `update convention_comment set state = 'OPEN', resolved_at = null where version_id = ${version}`,
            rewrite: `update convention_comment set text = 'y' where version_id = ${version}`,
            insert: `insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on, signed_on)
              values (1, ${pick === 0 ? 2 : 1}, 1, ${pick + 2}, '${state}', 1, 'INFO', '2026-06-01', '2026-08-01', '2026-01-01')`,
            delete: `delete from convention_version where id = ${version}`,
          };
          const { role, variables = {} } = sessionOf(people[who]!);
          const settings = JSON.stringify(variables).replaceAll("'", "''");
          try {
            await client.query(
              `begin; select set_config(key, value, true) from json_each_text('${settings}'); set local role ${role}; ${sql[what]}; commit`,
            );
          } catch (error) {
            await client.query('rollback');
            const { code } = error as { code: string };
            refused.add(code);
            if (!understood.includes(code)) throw error;
          }
          before = await judge(before, who, drafted);
        }
        expect(await standing()).toEqual([]);
      }),
      { numRuns: 30, seed },
    );
    expect([...refused]).toEqual(expect.arrayContaining([moveRefused, guardRefused]));
  }, 60_000);

  it('a comment opens nothing that only a move writes', async () => {
    const version = await begin({ state: 'CORRECTION', voted: true });
    await client.query(
      `insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name)
       values (1, $1, 1, 'signatories', 'x', 'EPCI', 'X'), (1, $1, 1, 'etp', 'x', 'EPCI', 'X')`,
      [version],
    );
    const change = (assigned: string) =>
      client.query(`update convention_version set ${assigned} where id = ${version}`);
    await change('etp = 0.7');
    await expect(change(`signatories = '[]'`)).rejects.toMatchObject({ code: guardRefused });
  });

  it('a term that an avenant cut is given back once that avenant is withdrawn, and not before', async () => {
    await rewrite(
      api,
      `update convention_version set ends_on = '2026-06-30', signed_ends_on = '2026-12-31' where id = 1;
       insert into convention_version (id, epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on, signed_on, signatories)
       values (900, 1, 1, 1, 9, 'SIGNED', 1, 'INFO', '2026-07-01', '2026-12-30', '2026-03-01', '[]')`,
    );
    const restore = `update convention_version set ends_on = signed_ends_on, signed_ends_on = null where id = 1`;
    // The later term is another one, so that nothing but the guard stands in the way.
    await rewrite(api, `update convention_version set starts_on = '2027-01-01', ends_on = '2027-12-31' where id = 900`);
    await expect(client.query(restore)).rejects.toMatchObject({ code: guardRefused });
    await expect(
      client.query(`update convention_version set state = 'CANCELLED' where id = 900`),
      'no day of the withdrawal',
    ).rejects.toMatchObject({ code: '23514' });
    await expect(
      client.query(`update convention_version set state = 'CANCELLED', withdrawn_on = '2027-01-01' where id = 900`),
      'it had begun',
    ).rejects.toMatchObject({ code: '23514' });
    await client.query(`update convention_version set state = 'CANCELLED', withdrawn_on = '2026-03-12' where id = 900`);
    await client.query(restore);
    expect(await standing()).toEqual([]);
  });

  it('and most states were reached', () => {
    for (const state of ['IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'SIGNED', 'CANCELLED']) expect(reached).toContain(state);
  });
});
