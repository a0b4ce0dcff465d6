import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Journeys, overflow, startJourneys, type Visit, violations } from './harness.js';

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

type Visitor = NonNullable<Parameters<Journeys['visit']>[0]>;
const staff = async (visitor: Visitor = {}): Promise<Page> => {
  visit = await journeys.visit({ as: 'personnel', ...visitor });
  return visit.page;
};
const count = (page: Page) => page.locator('.list-page .page-head p');
const rows = (page: Page) => page.locator('.row-link');
const form = (page: Page) => page.locator('.resource-form');

interface Agents {
  agents: { nodes: { id: string; lastName: string; jobTitle: string | null; telephone: string | null }[] };
}
const agentsNamed = async (page: Page, name: string) =>
  (
    await ask<Agents>(
      page,
      `{ agents(filter: { lastName: { eq: "${name}" } }) { nodes { id lastName jobTitle telephone } } }`,
    )
  ).agents.nodes;

/** Fills the form of a new agent of Moirans, and leaves it unsaved. */
async function typeAgent(page: Page, lastName: string) {
  await page.goto('/agents/new');
  await page.locator('#lastName').fill(lastName);
  await page.locator('#firstName').fill('Zoé');
  await page.locator('#organisationId').click();
  await page.locator('#organisationId').fill('moirans');
  await page.locator('.ant-select-item-option').filter({ hasText: 'Moirans' }).first().click();
}

describe('a list', () => {
  it('follows what is typed, whatever the accents, and tells how many there are', async () => {
    const page = await staff();
    await page.goto('/guichets');
    await rows(page).first().waitFor();
    await page.getByRole('searchbox').pressSequentially('SAINT-ETIENNE', { delay: 20 });
    await page.getByRole('link', { name: 'Mairie de Saint-Étienne-de-Crossey' }).waitFor();
    await count(page).getByText('1 guichet', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('SAINT-ETIENNE');
  });

  it('keeps its filters in the address: a reload and the way back find the same rows', async () => {
    const page = await staff();
    await page.goto('/guichets');
    await page.getByRole('button', { name: 'Type d’accueil', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Conseil' }).check();
    await page.waitForURL(/level=CONSEIL/);
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Commune' }).click();
    await page.waitForURL(/sort=commune/);
    await page.reload();
    await rows(page).first().waitFor();
    const before = await rows(page).allTextContents();
    const [, second = ''] = before;
    expect(before.length).toBeGreaterThan(2);
    await rows(page).nth(1).click();
    await page.getByRole('heading', { level: 1, name: second }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Guichets' }).last().click();
    await rows(page).first().waitFor();
    expect(await rows(page).allTextContents()).toEqual(before);
  });

  it('follows a link to itself, and the way back', async () => {
    const page = await staff();
    await page.goto('/guichets?level=CONSEIL');
    await rows(page).first().waitFor();
    const narrowed = await count(page).textContent();
    await page.getByRole('navigation').getByRole('link', { name: 'Guichets' }).click();
    await page.waitForURL(/\/guichets$/);
    await expect.poll(() => count(page).textContent(), { timeout: 10_000 }).not.toBe(narrowed);
    await page.goBack();
    await expect.poll(() => count(page).textContent(), { timeout: 10_000 }).toBe(narrowed);
    await page.getByRole('button', { name: 'Retirer le filtre' }).first().click();
    await page.waitForURL(/\/guichets$/);
  });

  it('turns its pages in the usual order, and begins again at the first when it is narrowed', async () => {
    const page = await staff();
    await page.goto('/requests');
    await rows(page).first().waitFor();
    await page.getByRole('listitem', { name: '2', exact: true }).click();
    await page.waitForURL((url) => url.search === '?page=2');
    await page.getByRole('searchbox').fill('2025');
    await page.waitForURL((url) => url.search === '?q=2025');
    await page.reload();
    expect(await page.getByRole('searchbox').inputValue()).toBe('2025');
  });

  it('is walked with the keyboard: down, down, Enter opens the second row', async () => {
    const page = await staff();
    await page.goto('/communes');
    await rows(page).first().waitFor();
    const second = await rows(page).nth(1).textContent();
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: second ?? '' }).waitFor();
  });

  it('exports every filtered row as French spreadsheets want it', async () => {
    const page = await staff();
    await page.goto('/requests?channel=ONLINE');
    await rows(page).first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const file = readFileSync((await download.path()) ?? '', 'utf8');
    const [head = '', ...lines] = file.split('\r\n').slice(0, -1);
    expect(head).toBe(
      '\uFEFFNuméro unique;Enregistrée le;Canal;Guichet;Commune souhaitée;Personnes du foyer;Expire le',
    );
    const { requests } = await ask<{ requests: { totalCount: number } }>(
      page,
      '{ requests(filter: { channel: { in: [ONLINE] } }) { totalCount } }',
    );
    expect(requests.totalCount).toBeGreaterThan(100);
    expect(lines).toHaveLength(requests.totalCount);
    expect(lines.every((line) => line.includes(';En ligne;'))).toBe(true);
  });

  it('says why it is empty, and offers one way on', async () => {
    const page = await staff();
    await page.goto('/guichets?q=nulle-part&page=zzz&level=GOLD');
    await page.getByText('Aucun guichet ne correspond à cette recherche.').waitFor();
    await page.getByRole('button', { name: 'Tout afficher' }).click();
    await rows(page).first().waitFor();
  });
});

describe('a form', () => {
  it('checks as one leaves the field, and asks before what is typed is lost', async () => {
    const page = await staff();
    await page.goto('/agents/new');
    await page.locator('#lastName').focus();
    await page.keyboard.press('Tab');
    await form(page).getByText('À remplir.').waitFor();
    await page.locator('#lastName').fill('Provisoire');
    await page.getByRole('link', { name: 'Communes' }).click();
    await page.getByRole('button', { name: 'Rester sur la page' }).click();
    expect(await page.locator('#lastName').inputValue()).toBe('Provisoire');
  });

  it('asks on the way back and when the tab is closed, and no more once what was typed is taken back', async () => {
    const page = await staff();
    await page.goto('/agents');
    await page.getByRole('link', { name: 'Ajouter un agent' }).click();
    await page.locator('#lastName').fill('Provisoire');
    await page.goBack();
    await page.getByRole('button', { name: 'Quitter sans enregistrer' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.locator('#lastName').inputValue()).toBe('Provisoire');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await page.locator('#lastName').fill('');
    await page.goBack();
    await rows(page).first().waitFor();
  });

  it('asks too after a save that was refused', async () => {
    const page = await staff();
    await page.goto('/organisations/new');
    await page.locator('#name').fill('Essai');
    await page.locator('#kind').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.locator('#siren').fill('123456789');
    await page.getByRole('button', { name: 'Ajouter l’organisme' }).click();
    await form(page).locator('.ant-form-item-explain-error').filter({ hasText: 'SIREN' }).waitFor();
    await page.getByRole('link', { name: 'Communes' }).click();
    await page.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
    await rows(page).first().waitFor();
  });

  it('pressed twice saves once; a lost session keeps what was typed', async () => {
    const page = await staff();
    await typeAgent(page, 'Doubleclic');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Ajouter l’agent' }).click();
    await page.getByRole('dialog').getByText('Votre session a pris fin').waitFor();
    await page.request.post('/auth/persona', { data: { key: 'personnel' }, headers: { origin: journeys.url } });
    await page.getByRole('button', { name: 'C’est fait dans un autre onglet' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.locator('#lastName').inputValue()).toBe('Doubleclic');
    await page.getByRole('button', { name: 'Ajouter l’agent' }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Doubleclic Zoé' }).waitFor();
    expect(await agentsNamed(page, 'Doubleclic')).toHaveLength(1);
  });

  it('a lost session keeps what was typed over a row that exists', async () => {
    const page = await staff();
    await page.goto('/agents');
    await rows(page).first().click();
    await page
      .getByRole('link', { name: 'Modifier' })
      .or(page.getByRole('button', { name: 'Modifier' }))
      .click();
    await page.locator('#jobTitle').fill('Fonction tapée');
    // What the form still reads would be told first that the session is over.
    await page.waitForLoadState('networkidle');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('dialog').getByText('Votre session a pris fin').waitFor();
    await page.waitForLoadState('networkidle');
    await page.request.post('/auth/persona', { data: { key: 'personnel' }, headers: { origin: journeys.url } });
    await page.getByRole('button', { name: 'C’est fait dans un autre onglet' }).click();
    await page.waitForLoadState('networkidle');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.locator('#jobTitle').inputValue()).toBe('Fonction tapée');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    // On the page, and in the history under it.
    await page.locator('.page-section').first().getByText('Fonction tapée').waitFor();
  });

  it('shows the API’s refusal at the field it is about', async () => {
    const page = await staff();
    await page.goto('/organisations/new');
    await page.locator('#name').fill('Essai');
    await page.locator('#kind').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.locator('#siren').fill('123456789');
    await page.getByRole('button', { name: 'Ajouter l’organisme' }).click();
    await form(page).locator('.ant-form-item-explain-error').filter({ hasText: 'SIREN' }).waitFor();
    expect(await page.locator('#siren').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('tells field by field what somebody else saved meanwhile, and keeps both sides’ work', async () => {
    const page = await staff();
    await typeAgent(page, 'Rencontre');
    await page.getByRole('button', { name: 'Ajouter l’agent' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rencontre Zoé' }).waitFor();
    await page.getByRole('link', { name: 'Modifier' }).click();
    await page.locator('#jobTitle').fill('Conseillère');
    const [agent] = await agentsNamed(page, 'Rencontre');
    await ask(
      page,
      'mutation ($id: ID!) { updateAgent(id: $id, revision: 1, input: { jobTitle: "Accueil", telephone: "04 76 00 00 00" }) { id } }',
      { id: agent?.id },
    );
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Quelqu’un a enregistré avant vous').waitFor();
    expect(await dialog.textContent()).toContain('04 76 00 00 00');
    await dialog.getByRole('radio', { name: /Ma saisie/ }).check();
    await dialog.getByRole('button', { name: 'Enregistrer ces choix' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rencontre Zoé' }).waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForURL(/\/agents\/[^/]+$/);
    expect(await agentsNamed(page, 'Rencontre')).toMatchObject([
      { jobTitle: 'Conseillère', telephone: '04 76 00 00 00' },
    ]);
  });
});

describe('a page', () => {
  it('that does not exist says so in a sentence', async () => {
    const page = await staff();
    await page.goto('/communes/nothing');
    await page.getByText('Cette commune n’existe pas ou ne vous est pas ouverte.').waitFor();
    if (visit) visit.problems.length = 0;
  });

  it('of a thing with a past refuses to be deleted, and says what to do', async () => {
    const page = await staff();
    await page.goto('/communes?q=Moirans');
    await page.getByRole('link', { name: 'Moirans', exact: true }).click();
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
    await page.getByRole('dialog', { name: 'Cette commune ne peut pas être supprimée' }).waitFor();
  });

  it('is closed to who may not read it', async () => {
    visit = await journeys.visit({ as: 'analyste' });
    await visit.page.goto('/agents');
    await visit.page.getByText('Cette page n’est pas ouverte à votre compte.').waitFor();
    expect(await visit.page.getByRole('navigation').getByRole('link', { name: 'Agents' }).count()).toBe(0);
  });
});

it.each([
  { size: 'desktop', colorScheme: 'light' },
  { size: 'phone', colorScheme: 'dark' },
] as const)('lists, pages and forms are readable by all, on a $size in $colorScheme', async (visitor) => {
  const page = await staff(visitor);
  const [agent] = (await ask<Agents>(page, '{ agents(first: 1) { nodes { id lastName jobTitle telephone } } }')).agents
    .nodes;
  for (const path of ['/guichets?size=20', `/agents/${agent?.id}`, '/assignments/new', '/guichets?q=rien']) {
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await violations(page), path).toEqual([]);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
  }
});

it('the language is chosen once, and remembered', async () => {
  const page = await staff();
  await page.goto('/guichets');
  await page.getByRole('button', { name: 'Affichage' }).click();
  await page.getByText('English').click();
  await page.getByRole('link', { name: 'Meetings' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Guichets' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

it('without a network a list and a form say so, and the list comes back with it', async () => {
  const page = await staff();
  await page.goto('/plans/new');
  const name = form(page).locator('#name');
  await name.waitFor();
  expect(await name.inputValue(), 'the plan that follows the last one is proposed').toBe('Plan 2033-2038');
  // The code of other pages comes meanwhile.
  const fetched = () =>
    performance.getEntriesByType('resource').some(({ name: file }) => file.includes('OwnAccessPage'));
  await expect.poll(() => page.evaluate(fetched)).toBe(true);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Ajouter le plan' }).click();
  await form(page).getByText('Le serveur ne répond pas.').waitFor();
  expect(await name.inputValue()).toBe('Plan 2033-2038');
  await page.getByRole('link', { name: 'Communes' }).click();
  await page.locator('.list-page').getByText('Le serveur ne répond pas.').waitFor();
  await page.context().setOffline(false);
  await rows(page).first().waitFor();
  // The browser tells of each request that did not leave.
  visit?.problems.splice(0);
});
