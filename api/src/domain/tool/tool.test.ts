import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, makeNetwork } from '../../../test/network.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

const { staff, agent, foreignStaff } = callers;
const add = (link: string) =>
  api.ask(
    staff,
    `mutation ($link: String!) { createTool(input: { title: "Guide", kind: GUIDE, version: "3", date: "2025-11-17", link: $link }) { title } }`,
    { link },
  );
const titles = async (who: typeof staff) => {
  const { data } = await api.ask<{ tools: { nodes: { title: string; link: string }[] } }>(
    who,
    '{ tools { nodes { title link } } }',
  );
  return data.tools.nodes.map(({ title, link }) => `${title} ${link}`);
};

it('is told to every agent of the EPCI once staff have added it, and to nobody elsewhere', async () => {
  expect((await add(' https://example.org/guide.pdf ')).errors).toEqual([]);
  expect(await titles(agent)).toContain('Guide https://example.org/guide.pdf');
  expect(await titles(foreignStaff)).not.toContain('Guide https://example.org/guide.pdf');
});

it('is found by its link, and leads nowhere but to the web', async () => {
  const { data } = await api.ask(agent, '{ tools(filter: { link: { contains: "guide.pdf" } }) { totalCount } }');
  expect(data).toEqual({ tools: { totalCount: 1 } });
  expect((await add('javascript:alert(1)')).errors).toMatchObject([
    { code: 'BAD_USER_INPUT', name: 'InvalidLink', field: 'link' },
  ]);
});
