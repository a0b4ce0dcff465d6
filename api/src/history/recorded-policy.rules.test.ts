import { describe, expect, it } from 'vitest';
import { recordedPolicy } from './recorded-policy.rules.js';

const tables = ['guichet', 'assignment', 'agent'];
const rewritten = (policy: string) =>
  recordedPolicy(policy, (table) => (tables.includes(table) ? `${table}_as_of` : undefined));

describe('a policy over recorded rows', () => {
  it.each([
    'epci_id = 1',
    "state in ('SIGNED', 'TERMINATED') and (after ->> 'state') is distinct from 'DRAFT'",
    "(select nullif(current_setting('app.epci_id', true), ''))::bigint = epci_id",
    'extract(year from starts_on) = 2026 and substring(code from 2) is not distinct from name',
    "name = 'from guichet, agent'",
    'id = any((select caller_meetings())::bigint[])',
    'exists (select 1 from unnest(array[1, 2]) n where n = id)',
  ])('without a table is left as it is: %s', (policy) => {
    expect(rewritten(policy)).toBe(policy);
  });

  it('reads what was recorded of each table that it looks into', () => {
    expect(rewritten('exists (select 1 from assignment a where a.agent_id = agent.id)')).toBe(
      'exists (select 1 from "assignment_as_of"(asked_moment) a where a.agent_id = agent.id)',
    );
    expect(
      rewritten('id in (SELECT g.id FROM "guichet" AS g\n LEFT JOIN agent x on x.id = g.id where g.id in (1, 2))'),
    ).toBe(
      'id in (SELECT g.id FROM "guichet_as_of"(asked_moment) AS g\n LEFT JOIN "agent_as_of"(asked_moment) x on x.id = g.id where g.id in (1, 2))',
    );
    expect(
      rewritten('exists (select 1 from (select id from agent a union select id from guichet g) n where true)'),
    ).toBe(
      'exists (select 1 from (select id from "agent_as_of"(asked_moment) a union select id from "guichet_as_of"(asked_moment) g) n where true)',
    );
  });

  it('keeps the name by which columns are called', () => {
    expect(rewritten('exists (select 1 from assignment where assignment.agent_id = agent.id)')).toBe(
      'exists (select 1 from "assignment_as_of"(asked_moment) as "assignment" where assignment.agent_id = agent.id)',
    );
    expect(rewritten('id in (select id from guichet)')).toBe(
      'id in (select id from "guichet_as_of"(asked_moment) as "guichet")',
    );
  });
});

describe('is refused, rather than read whole or as it is now, where it', () => {
  it.each([
    ['has a common table expression', 'id in (with a as (select id from agent) select id from a)'],
    ['has tables behind a comma', 'exists (select 1 from agent a, guichet g where a.id = g.id)'],
    ['has a comma after a join', 'exists (select 1 from agent a join guichet g on true, assignment)'],
    ['names a schema', 'exists (select 1 from public.agent)'],
    ['looks into a table without history', 'exists (select 1 from session)'],
    ['has tables in parentheses', 'exists (select 1 from (agent a join guichet g on true))'],
    ['takes a table whole', 'id in (table agent)'],
    ['says only', 'exists (select 1 from only agent)'],
    ['says lateral', 'exists (select 1 from agent a join lateral guichet g on true)'],
    ['has a comment', 'exists (select 1 from /* all */ agent)'],
    ['has a comment of a line', 'true -- from agent'],
    ['quotes with dollars', 'name = $$from$$'],
    ['escapes by backslash', "name = E'\\' from agent'"],
    ['leaves a parenthesis open', 'exists (select 1 from agent'],
    ['closes one too many', 'true) or (true) or (true'],
    ['leaves a quotation mark open', "name = 'a"],
    ['ends behind from', 'exists (select 1 from )'],
  ])('%s', (_what, policy) => {
    expect(() => rewritten(policy)).toThrow('A policy cannot be asked of recorded rows');
  });
});
