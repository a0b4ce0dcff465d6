import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Journeys, overflow, startJourneys, type Visit, violations } from './harness';

let journeys: Journeys;
let visit: Visit;
beforeAll(async () => {
  journeys = await startJourneys();
  visit = await journeys.visit({ as: 'personnel' });
});
afterAll(async () => {
  await visit?.leave();
  await journeys?.stop();
});

const checked = async () => {
  expect(await overflow(visit.page)).toBe(0);
  expect(await violations(visit.page)).toEqual([]);
};

describe('staff prepare the référentiel to come', () => {
  it('from the published one, for a first of January', async () => {
    const { page } = visit;
    await page.goto('/referentials');
    await page.getByRole('link', { name: 'Préparer une nouvelle version' }).click();
    expect(await page.getByLabel('Premier jour où elle vaudra').inputValue()).toBe('2027-01-01');
    await checked();
    await page.getByRole('button', { name: 'Préparer la version' }).click();
    await page.getByRole('heading', { level: 1, name: 'Référentiel des niveaux d’accueil 2027' }).waitFor();
    await page.getByText('En préparation', { exact: true }).waitFor();
  });

  it('with a mission of their own, and another number of meetings', async () => {
    const { page } = visit;
    await page.getByRole('tab', { name: 'Info' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Info' });
    await panel.getByRole('button', { name: 'Ajouter une mission' }).click();
    await page.getByRole('menuitem', { name: 'Une nouvelle mission…' }).click();
    await page.getByLabel('Intitulé').fill('Tenir une permanence au marché');
    await page.getByRole('button', { name: 'Ajouter au référentiel' }).click();
    await panel.getByText('Tenir une permanence au marché').waitFor();
    await panel.getByRole('button', { name: 'Modifier « Réunions du service »' }).click();
    await page.getByLabel('À atteindre').fill('4');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await panel.getByText('4 au moins').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await checked();
  });

  it('are told what contradicts itself when they publish it', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/guichets sur 33 changeraient de situation/).waitFor();
    await dialog.getByRole('button', { name: 'Publier cette version' }).click();
    await dialog.getByText(/le service prévoit moins que ce qui est à atteindre/).waitFor();
    await dialog.getByRole('button', { name: 'Revenir' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Info' });
    await panel.getByRole('button', { name: 'Modifier « Réunions du service »' }).click();
    await page.getByLabel('Prévu par le service').fill('4');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await panel.getByText('prévu : 4').waitFor();
  });

  it('see both versions side by side, and the guichets that would change', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Comparer' }).click();
    await page.getByText('Tenir une permanence au marché').first().waitFor();
    await page.getByText('1 ajout, 1 modification.').waitFor();
    expect(await page.locator('.guichet-change a').count()).toBeGreaterThan(0);
    await checked();
    await page.goBack();
  });

  it('and publish it: it changes no more', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publier cette version' }).click();
    await page.getByText('Publiée le', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Ajouter une mission' }).count()).toBe(0);
    const { referentials } = await ask<{ referentials: { nodes: object[] } }>(
      page,
      '{ referentials(sort: [{ number: ASC }]) { nodes { number state validTo } } }',
    );
    expect(referentials.nodes).toEqual([
      { number: 1, state: 'PUBLISHED', validTo: '2027-01-01' },
      { number: 2, state: 'PUBLISHED', validTo: null },
    ]);
    await checked();
  });
});

describe('what if', () => {
  it('a guichet were of another type of reception', async () => {
    const { page } = visit;
    const { guichets } = await ask<{ guichets: { nodes: { id: string }[] } }>(
      page,
      '{ guichets(first: 1, filter: { name: { contains: "Rives" } }) { nodes { id } } }',
    );
    await page.goto(`/guichets/${guichets.nodes[0]?.id}`);
    await page.getByLabel('Type d’accueil à essayer').getByText('Conseil').click();
    await page.getByText(/^Conseil, 7 obligations/).waitFor();
    expect(await page.locator('.what-if-count').count()).toBeGreaterThan(1);
    await checked();
    expect(visit.problems).toEqual([]);
  });
});
