import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Journeys, overflow, type Persona, startJourneys, type Visit, violations } from './harness.js';

let journeys: Journeys;
let visit: Visit | undefined;

beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys?.stop());
afterEach(async () => {
  const problems = visit?.problems ?? [];
  await visit?.leave();
  visit = undefined;
  expect(problems).toEqual([]);
});

const enter = async (as: Persona = 'personnel', options: Parameters<Journeys['visit']>[0] = {}) => {
  visit = await journeys.visit({ as, ...options });
  return visit.page;
};

const open = async (page: Page, name: string): Promise<void> => {
  const { guichets } = await ask<{ guichets: { nodes: { id: string }[] } }>(
    page,
    'query ($name: String!) { guichets(filter: { name: { eq: $name } }) { nodes { id } } }',
    { name },
  );
  await page.goto(`/guichets/${guichets.nodes[0]!.id}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
};
const titles = (page: Page) => page.getByRole('heading', { level: 2 }).allTextContents();

describe('the page of a guichet', () => {
  it('brings all together in one request', async () => {
    const page = await enter();
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql') && request.postData()?.includes('GuichetPage')) asked++;
    });
    const others: string[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (request.url().endsWith('/graphql') && !body.includes('GuichetPage')) others.push(body);
    });
    await open(page, 'Mairie de Moirans');
    expect(asked).toBe(1);
    expect(others.filter((body) => /guichet|compliance|registrations|meetings/i.test(body))).toEqual([]);
    expect(await titles(page)).toEqual([
      'Convention en vigueur',
      'Obligations de 2026',
      'Et si ce guichet relevait d’un autre type d’accueil\u00a0?',
      'Agents d’aujourd’hui2',
      'Demandes enregistrées par année',
      'Accueil',
      'Réunions à venir',
      'Type d’accueil discuté',
      'Enquête d’accueil',
      'Historique',
    ]);
    await page.getByRole('link', { name: 'PV-2023-10' }).waitFor();
    await page.getByRole('row', { name: /Gaëlle Chaffrey/ }).waitFor();
  });

  it('shows the evidence of an obligation where it stands', async () => {
    const page = await enter();
    await open(page, 'Mairie de Moirans');
    await page.getByRole('button', { name: /Réunions du service/ }).press('Enter');
    await page.getByText('Animation du service\u00a0: mise à jour des demandes').first().waitFor();
  });

  it('proposes a convention only where none binds and none is in preparation', async () => {
    const page = await enter();
    await open(page, 'Mairie de Massieu');
    await page.getByRole('link', { name: 'Préparer une convention' }).waitFor();
    await open(page, 'Mairie de Saint-Cassien');
    await page.getByText('En relecture', { exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Préparer une convention' }).count()).toBe(0);
  });

  it('is closed from a day on, with the refusal at the field when a convention still binds it', async () => {
    const page = await enter();
    const dialog = page.getByRole('dialog');
    const closeFrom = async (day: string) => {
      await dialog.getByLabel('Premier jour de fermeture').fill(day);
      await dialog.getByRole('button', { name: 'Fermer le guichet' }).click();
    };
    await open(page, 'Mairie de Moirans');
    await page.getByRole('button', { name: 'Fermer le guichet' }).click();
    await closeFrom('2026-04-01');
    await dialog.locator('.ant-form-item-explain-error').getByText('PV-2023-10').waitFor();

    await open(page, 'Mairie de Massieu');
    await page.getByRole('button', { name: 'Fermer le guichet' }).click();
    await closeFrom('2026-04-01');
    await page.getByText('Ouvert, ferme le 1er avril 2026').waitFor();
    expect(await page.getByRole('button', { name: 'Fermer le guichet' }).count()).toBe(0);
  });

  it('tells an analyst about the network, not about people', async () => {
    const page = await enter('analyste');
    await open(page, 'Mairie de Moirans');
    expect((await titles(page)).some((title) => title.startsWith('Agents'))).toBe(false);
    expect(await page.getByText('Chaffrey').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Modifier' }).count()).toBe(0);
  });

  it('on paper: white, with its evidence and without the tools', async () => {
    const page = await enter('personnel', { colorScheme: 'dark' });
    await open(page, 'Mairie de Moirans');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.getByText('Pays Voironnais – situation au 12 mars 2026').waitFor();
    expect(await page.getByRole('link', { name: 'Modifier' }).count()).toBe(0);
    await page.getByText('Participer au moins trois fois par an').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  });

  it.each([
    ['desktop', 'light'],
    ['phone', 'dark'],
  ] as const)('no serious axe violation, nothing wider than the window: %s, %s', async (size, colorScheme) => {
    const page = await enter('personnel', { size, colorScheme });
    for (const name of ['Mairie de Moirans', 'Mairie de Saint-Cassien', 'Mairie de Paladru']) {
      await open(page, name);
      expect(await violations(page), name).toEqual([]);
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
    }
  });
});
