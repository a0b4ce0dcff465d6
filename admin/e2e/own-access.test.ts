import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Journeys, overflow, type Persona, startJourneys, type Visit, violations } from './harness.js';

let journeys: Journeys;
const visits: Visit[] = [];

beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys?.stop());
afterEach(async () => {
  for (const visit of visits.splice(0)) await visit.leave();
});

const enter = async (size: 'desktop' | 'phone', dark = false, as: Persona = 'personnel') => {
  const visit = await journeys.visit({ as, size, colorScheme: dark ? 'dark' : 'light' });
  visits.push(visit);
  return visit.page;
};

it('one sees where one is signed in, ends the others, and changes the password', async () => {
  const [other, page] = [await enter('phone', true), await enter('desktop')];
  await page.goto('/');
  await page.getByRole('button', { name: /Noémie/ }).click();
  await page.getByRole('link', { name: 'Mot de passe et sessions' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mon accès' }).waitFor();
  await page.getByText('Ici', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  // The demonstration's people have no password: the present one is always wrong.
  await page.getByLabel('Mot de passe actuel').fill('pas le bon mot de passe');
  await page.getByLabel('Nouveau mot de passe').fill('quatre mots sans rapport');
  await page.getByRole('button', { name: 'Changer de mot de passe' }).click();
  await page.getByText('Ce n’est pas votre mot de passe actuel.').waitFor();

  await other.goto('/my-access');
  await other.getByText('Ici', { exact: true }).waitFor();
  expect(await violations(other)).toEqual([]);
  expect(await overflow(other)).toBeLessThanOrEqual(0);

  await page.reload();
  const others = page.getByRole('button', { name: /^Déconnecter (tous|.*vu le)/ });
  await others.last().click();
  await page
    .getByText(/déconnecté/)
    .first()
    .waitFor();
});

it('an agent does the same on their phone', async () => {
  const [lost, page] = [await enter('phone', false, 'agent'), await enter('phone', true, 'agent')];
  await page.goto('/agent');
  await page.getByRole('link', { name: 'Mot de passe et appareils connectés' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mon accès' }).waitFor();
  await page.getByText('Ici', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const ends = page.getByRole('button', { name: 'Déconnecter cet appareil' });
  await ends.first().click();
  await expect.poll(() => ends.count()).toBe(0);
  expect((await lost.request.get('/auth/session')).status()).toBe(401);
  await page.getByLabel('Mot de passe actuel').fill('pas le bon mot de passe');
  await page.getByLabel('Nouveau mot de passe').fill('quatre mots sans rapport');
  await page.getByRole('button', { name: 'Changer de mot de passe' }).click();
  await page.getByText('Ce n’est pas votre mot de passe actuel.').waitFor();
});
