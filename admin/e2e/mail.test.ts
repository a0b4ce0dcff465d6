import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Journeys, overflow, startJourneys, type Visit, violations } from './harness.js';

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

it('a forgotten password brings a mail to the local mailbox, whose link opens the account', async () => {
  visit = await journeys.visit({ size: 'phone', colorScheme: 'dark' });
  const { page } = visit;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Mot de passe oublié' }).click();
  await page.getByLabel('Adresse électronique').fill('agent@demo.parvis.invalid');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await page.getByRole('heading', { name: 'Regardez votre messagerie' }).waitFor();
  await page.getByRole('link', { name: 'lire les courriels envoyés' }).click();
  await page.waitForURL('**/mailbox');
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page
    .getByRole('button', { name: /À agent@demo/ })
    .first()
    .click();
  await page.getByRole('link', { name: /sign-in\/link#/ }).click();
  await page.getByText('agent@demo.parvis.invalid').waitFor();
});

it('the daily mail is turned off where its link leads', async () => {
  visit = await journeys.visit({ as: 'personnel' });
  const { page } = visit;
  await page.goto('/?digest=off');
  await page.getByRole('menuitem', { name: /Recevoir le point du jour/ }).click();
  await page.getByText('Vous ne recevrez plus le point du jour.').waitFor();
});
