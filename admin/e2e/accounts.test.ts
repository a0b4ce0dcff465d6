import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  type Journeys,
  linkMailedTo,
  overflow,
  type Persona,
  startJourneys,
  type Visit,
  violations,
} from './harness.js';

let journeys: Journeys;
const visits: Visit[] = [];

beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys?.stop());
afterEach(async () => {
  const problems = visits.flatMap((visit) => visit.problems);
  for (const visit of visits.splice(0)) await visit.leave();
  expect(problems).toEqual([]);
});

const enter = async (as?: Persona, size: 'desktop' | 'phone' = 'desktop', dark = false) => {
  const visit = await journeys.visit({ as, size, colorScheme: dark ? 'dark' : 'light' });
  visits.push(visit);
  return visit.page;
};
const choosePassword = async (link: string) => {
  const page = await enter();
  await page.goto(link);
  await page.getByLabel(/^(Mot de passe|Nouveau mot de passe)/).fill('un mot de passe bien long');
  await page.getByRole('button', { name: 'Ouvrir mon accès' }).click();
  return page;
};

describe('accounts', () => {
  it('are opened by a link that goes to their owner alone, and works once', async () => {
    const page = await enter('personnel');
    await page.goto('/accounts');
    await page.getByRole('menuitem', { name: 'Événements de sécurité' }).waitFor();
    await page.getByRole('link', { name: 'Inviter une personne' }).click();
    await page.getByRole('button', { name: 'Créer le lien d’invitation' }).click();
    await page.getByText('Choisissez l’agent à qui appartient ce compte.').waitFor();
    await page.getByLabel('Équipe de l’EPCI').check();
    await page.getByLabel('Nom affiché').fill('Paule Neuve');
    await page.getByLabel('Adresse électronique').fill('personnel@demo.parvis.invalid');
    await page.getByRole('button', { name: 'Créer le lien d’invitation' }).click();
    await page.getByText('Un compte existe déjà pour personnel@demo.parvis.invalid.').waitFor();
    await page.getByLabel('Adresse électronique').fill('paule@mairie.example');
    await page.getByRole('button', { name: 'Créer le lien d’invitation' }).click();
    await page.getByText(/expire le 26\u00a0mars|expire le 26 mars 2026/).waitFor();
    expect(await page.getByLabel('Lien à usage unique').count()).toBe(0);
    const link = await linkMailedTo(page, 'paule@mairie.example');
    await page.getByRole('link', { name: 'Voir le compte' }).click();
    await page.getByRole('heading', { level: 1, name: 'Paule Neuve' }).waitFor();

    const paule = await choosePassword(link);
    await paule
      .getByRole('heading', { level: 1, name: 'Accueil' })
      .or(paule.getByText('Paule Neuve'))
      .first()
      .waitFor();
  });

  it('of agents take their name and address from the agent', async () => {
    const page = await enter('personnel');
    await page.goto('/accounts/new');
    await page.getByRole('combobox', { name: 'Agent' }).click();
    await page.keyboard.type('Ambrevaux');
    await page.getByTitle('Ambrevaux Agathe').click();
    await expect.poll(() => page.getByLabel('Nom affiché').inputValue()).toBe('Agathe Ambrevaux');
    await page.getByLabel('Adresse électronique').fill('agathe@mairie.example');
    await page.getByRole('button', { name: 'Créer le lien d’invitation' }).click();
    await page.getByText(/Agathe Ambrevaux reçoit un lien par courriel/).waitFor();
  });

  it('get a new link, end and reopen, but not one’s own', async () => {
    const page = await enter('personnel');
    await page.goto('/accounts');
    await page.getByRole('link', { name: 'Ulysse Parmentaz' }).click();
    await page.getByRole('button', { name: 'Nouveau lien de connexion' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Créer le lien' }).click();
    await page.getByText(/Ulysse Parmentaz reçoit un lien par courriel/).waitFor();
    await page.getByRole('button', { name: 'J’ai compris' }).click();

    const analyst = await enter('analyste');
    await page.getByRole('button', { name: 'Mettre fin à l’accès' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre fin à l’accès' }).click();
    await page.getByText('L’accès de Ulysse Parmentaz a pris fin.').waitFor();
    await expect(ask(analyst, '{ me { id } }')).rejects.toThrow();
    await page.getByRole('button', { name: 'Rouvrir l’accès' }).click();
    await page.getByRole('button', { name: 'Mettre fin à l’accès' }).waitFor();

    await page.goto('/accounts');
    await page.getByRole('link', { name: 'Noémie Tréfontaine' }).click();
    const end = page.getByRole('button', { name: /^Mettre fin à l’accès/ });
    await end.waitFor();
    expect(await end.isDisabled()).toBe(true);
  });

  it('of an installation are for administrators, of any EPCI', async () => {
    const page = await enter('administration');
    await page.goto('/accounts/new');
    await page.getByLabel('Analyste').check();
    await page.getByLabel('Tous').check();
    await page.getByLabel('Nom affiché').fill('Nadia Nationale');
    await page.getByLabel('Adresse électronique').fill('nadia@mairie.example');
    await page.getByRole('button', { name: 'Créer le lien d’invitation' }).click();
    await page.getByText(/Nadia Nationale reçoit un lien par courriel/).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ['desktop', false],
    ['phone', true],
  ] as const)('have no serious fault on a %s, dark: %s', async (size, dark) => {
    const page = await enter('personnel', size, dark);
    for (const path of [
      '/accounts',
      '/accounts/new',
      '/undelivered-mails',
      '/attendances?confirmation=PENDING',
      '/meetings/new',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
  });
});
