import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
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

type Visitor = NonNullable<Parameters<Journeys['visit']>[0]>;
const home = async (as: Persona, visitor: Visitor = {}, address = '/'): Promise<Page> => {
  visit = await journeys.visit({ as, ...visitor });
  await visit.page.goto(address);
  await visit.page.locator('.home').waitFor();
  return visit.page;
};
const toDo = (page: Page) => page.locator('.to-do-row');
const waiting = async (page: Page) =>
  (
    await ask<{ attendances: { totalCount: number } }>(
      page,
      '{ attendances(filter: { confirmation: { eq: PENDING } }, first: 1) { totalCount } }',
    )
  ).attendances.totalCount;

describe('the staff’s home', () => {
  it('tells what to do in order of date, and each line leads where it is done', async () => {
    const page = await home('personnel');
    await page
      .getByRole('button', { name: /Afficher les/ })
      .first()
      .click();
    const days = await toDo(page)
      .locator('time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect(days).toEqual([...days].sort());
    await toDo(page)
      .filter({ hasText: 'feuille n’est pas close' })
      .first()
      .getByRole('link', { name: 'Remplir la feuille' })
      .click();
    await page.waitForURL('**/meetings/*');
  });

  it('a link of a mail leads to what it names, and back to where one was', async () => {
    const page = await home('personnel');
    const { toDo: items } = await ask<{ toDo: { subject: Record<string, string | null> }[] }>(
      page,
      '{ toDo { subject { concept id parentId status endsOn obligation obligationState } } }',
    );
    const followed = async (concept: string, several: boolean) => {
      const found = items.find(({ subject }) => subject.concept === concept && (subject.id === null) === several);
      const { id, concept: kind, ...rest } = found?.subject ?? {};
      const search = Object.entries(rest).flatMap(([name, value]) => (value ? [[name, value]] : []));
      await page.goto(`/go/${kind}${id ? `/${id}` : ''}?${new URLSearchParams(search)}`);
    };
    await followed('ConventionVersion', false);
    await page.waitForURL('**/conventions/*?version=*');
    await page.getByRole('heading', { level: 1, name: /^(Convention|Avenant)/ }).waitFor();
    await page.goBack();
    await page.locator('.home').waitFor();
    await followed('Meeting', false);
    await page.waitForURL('**/meetings/*');
    await followed('Guichet', true);
    await page.waitForURL('**/?state=*&obligation=*#compliance');
    await page.goto('/go/ConventionVersion/missing');
    await page.getByText('Cette version').or(page.getByText('n’existe pas')).first().waitFor();
  });

  it('takes a decision back, and keeps one that is left alone', async () => {
    const page = await home('personnel');
    const before = await waiting(page);
    const confirm = page.getByRole('button', { name: /^Confirmer la participation/ });
    const shown = await confirm.count();
    await confirm.first().click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await confirm.count()).toBe(shown);
    await confirm.first().click();
    // Leaving the page sends what waits.
    await page.getByRole('link', { name: 'Réunions', exact: true }).click();
    await page.waitForURL('**/meetings');
    await expect.poll(() => waiting(page)).toBe(before - 1);
  });

  it('each figure leads to as many rows as it says', async () => {
    const page = await home('personnel');
    const cards = page.locator('.figure-card');
    // The figures themselves are gone: what is read is the list's.
    const told = async () => {
      await cards.first().waitFor({ state: 'hidden' });
      const count = page.locator('.page-head [aria-live]');
      await expect.poll(() => count.textContent()).toMatch(/\d/);
      return Number(/^\d+/.exec((await count.textContent()) ?? ''));
    };
    const value = await cards.first().locator('.figure-value').textContent();
    await cards.first().click();
    await page.waitForURL('**/convention-versions?status=IN_FORCE');
    expect(await told()).toBe(Number(value));
    await page.goBack();
    const attendance = cards.nth(2);
    const present = /^\d+/.exec((await attendance.locator('.figure-line .quiet').textContent()) ?? '');
    await attendance.click();
    await page.waitForURL('**/attendances?*');
    expect(await told()).toBe(Number(present));
  });

  it('the map is one tab stop, arrows go to the neighbours, Enter opens the guichet', async () => {
    const page = await home('personnel');
    await page.locator('.map-spot').first().waitFor();
    expect(await page.locator('.map-spot[tabindex="0"]').count()).toBe(1);
    await page.locator('.map-spot[tabindex="0"]').focus();
    const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('ArrowUp');
    const next = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(next).not.toBe(first);
    await page.locator('.map-tip').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guichets/*');
  });

  it('the matrix is narrowed by state, keeps it in the address, and shows the evidence of a cell', async () => {
    const page = await home('personnel');
    await page.getByRole('button', { name: /^Non tenue/ }).click();
    await page.waitForURL('**/?state=NOT_MET');
    const row = page.locator('.matrix tr', { hasText: 'Charavines' });
    await row.getByRole('button', { name: /Dossier unique/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Ce qui ferait avancer').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: /^Non tenue/, pressed: true }).waitFor();
  });

  it('an earlier year is read when it is asked for', async () => {
    const page = await home('personnel', {}, '/?year=2025');
    await page.locator('.matrix .state-cell').first().waitFor();
    expect(await page.locator('.state-chip', { hasText: 'À surveiller' }).textContent()).toContain('0');
  });
});

describe.each<[Persona, string]>([
  ['personnel', 'À faire maintenant'],
  ['analyste', 'Le service en chiffres'],
  ['administration', 'L’installation'],
])('the home of %s', (as, title) => {
  it.each<[NonNullable<Visitor['size']>, 'light' | 'dark']>([
    ['desktop', as === 'analyste' ? 'dark' : 'light'],
    ['phone', as === 'analyste' ? 'light' : 'dark'],
  ])('can be read by all: %s, %s', async (size, colorScheme) => {
    const page = await home(as, { size, colorScheme });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

it('weighs at most 400 kB of script, as it is sent, before the first page is chosen', () => {
  const dist = path.join(import.meta.dirname, '../dist');
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  // The script of the page and what it imports: the build names them all.
  const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) =>
    path.join(dist, `${file}`),
  );
  const sent = (file: string) => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
  expect(files.length).toBeGreaterThan(5);
  expect(files.reduce((sum, file) => sum + sent(file), 0)).toBeLessThan(400_000);
});
