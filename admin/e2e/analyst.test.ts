import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Journeys, overflow, startJourneys, violations } from './harness';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys?.stop());

describe('an analyst', () => {
  test.each(['desktop', 'phone'] as const)('reads the figures of the network on a %s', async (size) => {
    const { page, problems, leave } = await journeys.visit({ as: 'analyste', size });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Mairie de Bilieu').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await leave();
  });

  test('runs an example query in GraphiQL, which asks nothing of any other site', async () => {
    const { page, problems, leave } = await journeys.visit({ as: 'analyste' });
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(journeys.url)) elsewhere.push(request.url());
    });
    await page.goto('/graphiql');
    await page.getByRole('tab', { name: 'GuichetsEtConventions' }).click();
    await page.getByRole('button', { name: /Execute query/ }).click();
    // The editor writes each word in an element of its own, with non-breaking spaces.
    await expect.poll(() => page.locator('.result-window').textContent()).toMatch(/"totalCount":\s[1-9]/);
    expect(elsewhere).toEqual([]);
    expect(problems).toEqual([]);
    await leave();
  });

  test('takes a list away as CSV, with its accents, and sees no list of agents or requests', async () => {
    const { page, problems, leave } = await journeys.visit({ as: 'analyste' });
    await page.goto('/guichets');
    await page.getByText('Mairie de Bilieu').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('Saint-Étienne-de-Crossey');
    expect(text.trim().split('\n')).toHaveLength(34);
    for (const name of ['Agents', 'Demandes', 'Affectations', 'Comptes', 'Événements de sécurité'])
      expect(await page.getByRole('menuitem', { name, exact: true }).count()).toBe(0);
    expect(problems).toEqual([]);
    await leave();
  });
});
