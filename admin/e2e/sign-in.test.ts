import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Journeys, linkMailedTo, overflow, startJourneys, type Visit, violations } from './harness.js';

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
  // Chromium itself reports every refusal of a request: those are what these journeys are about. What the page says where
  // they end is the business of its own journeys.
  expect(problems.filter((problem) => /^\/sign-in(\/link)?:(?!.*status of (401|404|422|429))/.test(problem))).toEqual(
    [],
  );
});

const open = async (path: string, size: 'phone' | 'desktop' = 'phone') => {
  visit = await journeys.visit({ size });
  await visit.page.goto(path);
  return visit.page;
};

const PASSWORD = 'quatre mots sans rapport';
const EMAIL = 'nouvelle.arrivee@mairie.example';

/** A link made by staff, as its owner gets it. */
async function link(mutation: string, variables: object): Promise<{ path: string; id: string }> {
  const staff = await journeys.visit({ as: 'personnel' });
  const answer = await ask<{ made: { account: { id: string } } }>(staff.page, mutation, variables);
  const path = await linkMailedTo(staff.page, EMAIL);
  await staff.leave();
  return { path, id: answer.made.account.id };
}
const invite = () =>
  link(`mutation ($input: AccountInvitation!) { made: inviteAccount(input: $input) { account { id } } }`, {
    input: { email: EMAIL, displayName: 'Nouvelle Arrivée', role: 'EPCI_STAFF' },
  });

describe('an invitation', () => {
  let invitation: { path: string; id: string };

  it('says whom it is for, and opening it (as mail scanners do) does not use it up', async () => {
    invitation = await invite();
    for (let scan = 0; scan < 3; scan++) {
      const page = await open(invitation.path);
      await page.getByText(`pour Nouvelle Arrivée, à l’adresse ${EMAIL}`).waitFor();
      await visit?.leave();
    }
    const page = await open(invitation.path);
    await page.getByRole('heading', { level: 1, name: 'Bienvenue' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('asks for twelve characters, then opens the access', async () => {
    const page = await open(invitation.path);
    const password = page.getByLabel('Mot de passe', { exact: true });
    await password.fill('trop court');
    await page.getByRole('button', { name: 'Ouvrir mon accès' }).click();
    await page.getByText('Encore 2 caractères').waitFor();
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    await password.fill(PASSWORD);
    await page.getByRole('button', { name: 'Ouvrir mon accès' }).click();
    await page.waitForURL(`${journeys.url}/`);
  });

  it('serves once: afterwards it says so and leads to the sign-in', async () => {
    const page = await open(invitation.path);
    await page.getByRole('heading', { level: 1, name: 'Ce lien ne peut pas servir' }).waitFor();
    await page.getByText('Ce lien a déjà servi.').waitFor();
    await page.getByRole('link', { name: 'Aller à la connexion' }).click();
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
  });

  it('a reset link gives a new password, and the old one no longer works', async () => {
    const reset = await link(`mutation ($id: ID!) { made: resetAccount(id: $id) { account { id } } }`, {
      id: invitation.id,
    });
    const page = await open(reset.path);
    await page.getByRole('heading', { level: 1, name: 'Nouveau mot de passe' }).waitFor();
    await page.getByLabel('Mot de passe', { exact: true }).fill(`${PASSWORD} 2`);
    await page.getByRole('button', { name: 'Enregistrer et me connecter' }).click();
    await page.waitForURL(`${journeys.url}/`);
    await visit?.leave();

    const again = await open('/sign-in');
    await again.getByLabel('Adresse électronique').fill(EMAIL);
    await again.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await again.getByRole('button', { name: 'Se connecter' }).click();
    await again.getByText('Adresse ou mot de passe incorrect.').waitFor();
  });

  it('a link that nobody made is said to be unknown', async () => {
    for (const address of ['/sign-in/link#inconnu', '/sign-in?token=inconnu']) {
      const page = await open(address);
      await page.getByText('Ce lien n’est pas valide.').waitFor();
      // Neither in sight nor in the browser's history.
      expect(page.url()).toBe(`${journeys.url}/sign-in/link`);
      await visit?.leave();
    }
  });
});

describe('a mailbox that two clerks share', () => {
  const shared = 'mairie@bourg.example';
  const enter = async (path: string, present: boolean) => {
    const page = await open(path);
    if (present) await page.getByRole('button', { name: 'J’ai déjà un mot de passe à cette adresse' }).click();
    await page.getByLabel(present ? 'Votre mot de passe actuel' : 'Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Ouvrir mon accès' }).click();
    await page.waitForURL('**/agent');
    await visit?.leave();
  };

  it('opens both of them to one password, one at a time', async () => {
    const staff = await journeys.visit({ as: 'personnel' });
    const { agents } = await ask<{ agents: { nodes: { id: string }[] } }>(
      staff.page,
      '{ agents(first: 2, filter: { endedOn: { isNull: true } }) { nodes { id } } }',
    );
    for (const [index, displayName] of ['Une Clerc', 'Deux Clerc'].entries()) {
      const input = { email: shared, displayName, role: 'AGENT', agentId: agents.nodes[index]?.id };
      await ask(staff.page, 'mutation ($input: AccountInvitation!) { inviteAccount(input: $input) { mailed } }', {
        input,
      });
      await enter(await linkMailedTo(staff.page, shared), index === 1);
    }
    await staff.leave();

    const page = await open('/sign-in');
    await page.getByLabel('Adresse électronique').fill(shared);
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Où travaillez-vous maintenant' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: /Une Clerc/ }).click();
    await page.waitForURL('**/agent');
    await page.getByRole('button', { name: 'Passer à : Deux Clerc' }).click();
    await page.getByRole('button', { name: 'Passer à : Une Clerc' }).waitFor();
    expect(await overflow(page)).toBe(0);
  });
});

describe('signing in', () => {
  const fill = async (email: string, password: string) => {
    await visit!.page.getByLabel('Adresse électronique').fill(email);
    await visit!.page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await visit!.page.getByRole('button', { name: 'Se connecter' }).click();
  };

  it('with e-mail and password comes back to the page asked for', async () => {
    const page = await open('/sign-in?next=%2Fguichets%3Flevel%3DINFO', 'desktop');
    await fill(EMAIL.toUpperCase(), `${PASSWORD} 2`);
    await page.waitForURL((url) => url.pathname === '/guichets');
  });

  it('never goes to another site', async () => {
    const page = await open('/sign-in?next=%2F%2Fexample.org%2F', 'desktop');
    await fill(EMAIL, `${PASSWORD} 2`);
    await page.waitForURL(`${journeys.url}/`);
  });

  it('says under each field what is missing, before asking the server', async () => {
    const page = await open('/sign-in');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByText('Indiquez votre adresse électronique.').waitFor();
    expect(await page.getByLabel('Adresse électronique').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await page.getByLabel('Adresse électronique').fill('prenom.nom@commune');
    await page.getByLabel('Mot de passe', { exact: true }).focus();
    await page.getByText('Il manque quelque chose à cette adresse').waitFor();
  });

  it('shows and hides the password', async () => {
    const page = await open('/sign-in');
    const password = page.getByLabel('Mot de passe', { exact: true });
    expect(await password.getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(await password.getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Masquer' }).click();
    expect(await password.getAttribute('type')).toBe('password');
  });

  it('after too many attempts says how long to wait', async () => {
    const page = await open('/sign-in');
    const tooMany = page.getByText(/Trop d’essais\. Réessayez dans \d+\smin\./);
    for (let attempt = 0; attempt < 30 && !(await tooMany.isVisible()); attempt++) {
      const answered = page.waitForResponse('**/auth/sign-in');
      await fill('personne@example.org', 'pas le bon mot de passe');
      await answered;
      await page.getByRole('alert').waitFor();
    }
    await tooMany.waitFor();
  });

  it('by one click in the demonstration, each to their own pages', async () => {
    const page = await open('/sign-in');
    await page.getByRole('button', { name: /Arnaud Wattrelin/ }).click();
    await page.waitForURL('**/agent');
    await page.getByRole('heading', { level: 1, name: 'Mes réunions' }).waitFor();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: /Noémie Tréfontaine/ }).click();
    await page.waitForURL(`${journeys.url}/`);
  });

  it.each([
    ['phone', 'light'],
    ['desktop', 'dark'],
  ] as const)('%s, %s: nothing that axe calls serious, nothing wider than the window', async (size, scheme) => {
    visit = await journeys.visit({ size, colorScheme: scheme });
    await visit.page.goto('/sign-in');
    await visit.page.getByRole('heading', { name: 'Essayer la démonstration' }).waitFor();
    expect(await violations(visit.page)).toEqual([]);
    expect(await overflow(visit.page)).toBe(0);
    expect(visit.problems).toEqual([]);
  });

  it('can be done with the keyboard alone', async () => {
    const page = await open('/sign-in', 'desktop');
    await page.getByLabel('Adresse électronique').focus();
    await page.keyboard.type(EMAIL);
    await page.keyboard.press('Tab');
    await page.keyboard.type(`${PASSWORD} 2`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${journeys.url}/`);
  });
});

describe('without a demonstration', () => {
  it('nobody can be entered as', async () => {
    const other = await startJourneys({ PARVIS_DEMO: '0', PARVIS_TODAY: '' });
    const { page, leave } = await other.visit();
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    expect(await page.getByText('Essayer la démonstration').count()).toBe(0);
    await leave();
    await other.stop();
  });
});
