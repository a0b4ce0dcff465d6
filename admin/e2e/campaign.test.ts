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

const column = (page: Page, title: string) => page.getByRole('region', { name: new RegExp(`^${title}`) });
const prepare = (page: Page) => page.getByRole('button', { name: /^Préparer les \d+ conventions$/ });
const advance = (page: Page, name: string) => page.getByRole('button', { name: `Faire avancer\u00a0: ${name}` });
const openBoard = async (page: Page) => {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: 'Conventions – Plan 2027-2032' }).first().click();
  await page.getByText('Aucune signée sur 32').first().waitFor();
};

describe('a campaign', () => {
  it('is prepared for all guichets in one go, from a preview that says what becomes of each', async () => {
    const page = await enter();
    await page.goto('/campaigns');
    await page.getByText(/Aucune campagne encore/).waitFor();
    await page.getByRole('link', { name: 'Préparer une campagne' }).first().click();
    await prepare(page).waitFor();
    expect(await page.getByLabel('Commence le').inputValue(), 'the plan’s own days').toBe('2027-01-01');
    expect(await page.getByLabel('Finit le').inputValue()).toBe('2032-12-31');
    await page.getByRole('button', { name: 'Préparer les 33 conventions' }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: /À discuter/ }).click();
    await page.getByText('obligation de l’année n’est pas tenue').first().waitFor();
    expect(await page.locator('.verdict', { hasText: 'Reconduit' }).count(), 'only those to discuss').toBe(0);
    await page.getByRole('button', { name: /À discuter/ }).click();

    await page.getByRole('checkbox', { name: 'Préparer\u00a0: Mairie de Massieu' }).uncheck();
    await page.getByLabel('Type d’accueil à préparer\u00a0: Mairie de Bilieu').selectOption({ label: 'Suivi' });
    await page.getByLabel('Finit le').fill('2033-01-01');
    await page.getByText(/Une convention dure 6 ans au plus/).waitFor();
    await page.getByLabel('Finit le').fill('2032-12-31');
    const button = page.getByRole('button', { name: 'Préparer les 32 conventions' });
    await page.getByText(/32 conventions seront préparées en brouillon/).waitFor();
    await button.dblclick();
    await page.getByRole('heading', { level: 1, name: 'Conventions – Plan 2027-2032' }).waitFor();
    await column(page, 'Brouillon').getByRole('link', { name: 'Mairie de Bilieu' }).waitFor();
    await page.getByText('Aucune signée sur 32').waitFor();
    const { campaigns } = await ask<{ campaigns: { totalCount: number } }>(page, '{ campaigns { totalCount } }');
    expect(campaigns.totalCount, 'a double click prepares once').toBe(1);
  });

  it('is undone while nobody touched a draft, and prepared again', async () => {
    const page = await enter();
    await openBoard(page);
    await page.getByRole('button', { name: 'Annuler la campagne' }).click();
    await page.getByRole('dialog').getByText('Ses 32 brouillons disparaissent').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler la campagne' }).click();
    await page.getByText(/Aucune campagne encore/).waitFor();
    await page.goto('/campaigns/new');
    await page.getByRole('checkbox', { name: 'Préparer\u00a0: Mairie de Massieu' }).uncheck();
    await page.getByRole('button', { name: 'Préparer les 32 conventions' }).click();
    await page.getByText('Aucune signée sur 32').waitFor();
  });

  it('moves a convention with the keyboard alone, up to its signature', async () => {
    const page = await enter();
    await openBoard(page);
    const go = async (choice: string) => {
      await advance(page, 'Mairie de Charancieu').focus();
      await page.keyboard.press('Enter');
      const item = page.getByRole('menuitem', { name: choice });
      await item.waitFor();
      for (let pressed = 0; pressed < 5; pressed++) {
        if (await item.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
    };
    await go('Envoyer en relecture');
    await column(page, 'En relecture').getByRole('link', { name: 'Mairie de Charancieu' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), {
        message: 'the focus goes with it',
      })
      .toBe('Faire avancer\u00a0: Mairie de Charancieu');
    expect(await page.getByRole('button', { name: 'Annuler la campagne' }).count()).toBe(0);
    await go('Envoyer à la signature');
    await column(page, 'À signer').getByRole('link', { name: 'Mairie de Charancieu' }).waitFor();
    await go('Enregistrer la signature');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom').first().fill('Solange Vertreuil');
    await dialog.getByLabel('Nom').last().fill('Odile Marchebœuf');
    await dialog.getByLabel('Nom').last().press('Enter');
    await column(page, 'Signée').getByRole('link', { name: 'Mairie de Charancieu' }).waitFor();
    await page.getByText('1 signée sur 32').waitFor();
    // Half faded away, it has no contrast.
    await dialog.waitFor({ state: 'hidden' });
    expect(await violations(page)).toEqual([]);
  });

  it('moves a convention with the mouse, to legal columns alone, and back when somebody was faster', async () => {
    const page = await enter();
    await page.goto('/campaigns');
    await page.getByRole('link', { name: 'Conventions – Plan 2027-2032' }).first().click();
    const card = (name: string) => page.locator('.board-card', { hasText: name });
    const drag = async (name: string, to: string) => {
      const from = await card(name).boundingBox();
      const target = await column(page, to).boundingBox();
      if (!from || !target) throw new Error('not on the screen');
      await page.mouse.move(from.x + from.width - 8, from.y + 8);
      await page.mouse.down();
      await page.mouse.move(from.x + from.width + 20, from.y + 20, { steps: 4 });
      await page.mouse.move(target.x + 60, target.y + 50, { steps: 8 });
    };
    await card('Mairie de Bilieu').waitFor();
    await drag('Mairie de Bilieu', 'Signée');
    await column(page, 'Signée').getByText('Une convention «\u00a0Brouillon\u00a0» ne passe pas ici.').waitFor();
    await page.mouse.up();
    await column(page, 'Brouillon').getByRole('link', { name: 'Mairie de Bilieu' }).waitFor();
    await drag('Mairie de Bilieu', 'En relecture');
    await page.mouse.up();
    // Its menu is back once the board was read again: what happens next is not on the screen.
    await column(page, 'En relecture')
      .getByRole('button', { name: /Mairie de Bilieu$/ })
      .waitFor();

    const { conventions } = await ask<{ conventions: { nodes: { latest: { id: string; revision: number } }[] } }>(
      page,
      '{ conventions(filter: { campaign: { name: { contains: "2027" } }, guichet: { name: { eq: "Mairie de Charavines" } } }) { nodes { latest { id revision } } } }',
    );
    await ask(
      page,
      'mutation ($id: ID!, $revision: Int!) { submitConvention(id: $id, revision: $revision) { id } }',
      conventions.nodes[0]?.latest,
    );
    await drag('Mairie de Charavines', 'En relecture');
    await page.mouse.up();
    await page
      .getByRole('alert')
      .getByText(/^Mairie de Charavines/)
      .waitFor();
  });

  it('is read on a phone as a list by state, and by nobody but staff', async () => {
    let page = await enter('personnel', { size: 'phone' });
    await page.goto('/campaigns');
    await page.getByRole('link', { name: 'Conventions – Plan 2027-2032' }).first().click();
    await column(page, 'En relecture').getByRole('link', { name: 'Mairie de Bilieu' }).waitFor();
    await advance(page, 'Mairie de Bilieu').waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await visit?.leave();

    page = await enter('analyste');
    await page.goto('/campaigns');
    await page.getByText('Cette page n’est pas ouverte à votre compte.').waitFor();
    await page.goto('/campaigns/new');
    await page.getByText('Votre rôle').or(page.getByRole('alert')).first().waitFor();
  });
});
