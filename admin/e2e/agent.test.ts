import { gzipSync } from 'node:zlib';
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

const phone = async (as: 'agent' | 'agent-deux-guichets' | 'personnel' = 'agent') => {
  visit = await journeys.visit({ as, size: 'phone' });
  return visit.page;
};

interface Waiting {
  attendances: { nodes: { id: string; revision: number; meeting: { title: string } }[] };
}
const waiting =
  '{ attendances(filter: { confirmation: { eq: PENDING } }) { nodes { id revision meeting { title } } } }';

describe('an agent on a phone', () => {
  it('signs in to the meeting that is open, and two quick presses send once', async () => {
    const page = await phone();
    let sent = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('signInToMeeting')) sent++;
    });
    await page.goto('/agent');
    await page.getByRole('heading', { level: 1, name: 'Mes réunions' }).waitFor();
    const card = page.getByRole('article').first();
    expect(await card.textContent()).toContain('Jeudi 12\u00a0mars 2026, 14\u00a0h\u00a000');
    const sign = card.getByRole('button', { name: /^Signer ma présence/ });
    const box = await sign.boundingBox();
    expect(box && box.y + box.height, 'the big action is seen without scrolling').toBeLessThan(844 - 65);
    await sign.dblclick();
    await card.getByText(/Votre présence est enregistrée/).waitFor();
    expect(sent).toBe(1);
    await page.reload();
    await page
      .getByRole('article')
      .first()
      .getByText(/Votre présence est enregistrée depuis/)
      .waitFor();
  });

  it('says "coming", changes their mind, and finds the answer again', async () => {
    const page = await phone();
    await page.goto('/agent');
    const card = page.getByRole('article').filter({ hasText: 'Formation : droits et devoirs du locataire' });
    await card.getByRole('button', { name: 'Je viens' }).click();
    await card.getByText('Votre réponse : vous venez.').waitFor();
    await card.getByRole('button', { name: 'Je ne peux pas venir' }).click();
    await card.getByText('Votre réponse : vous ne pouvez pas venir.').waitFor();
    await page.reload();
    expect(await card.getByRole('button', { name: 'Je ne peux pas venir' }).getAttribute('aria-pressed')).toBe('true');
    expect(await card.getByRole('button', { name: 'Je viens' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('sees what the guichet owes and why, and answers right there', async () => {
    const page = await phone();
    await page.goto('/agent');
    await page.getByRole('link', { name: 'Mon guichet' }).click();
    const training = page.getByRole('listitem').filter({ hasText: 'Former l’agent du guichet' }).last();
    await training.getByText('À surveiller').waitFor();
    await training.getByText(/Arnaud Wattrelin/).waitFor();
    await training.getByRole('button', { name: 'Je viens' }).click();
    await training.getByText('En bonne voie').waitFor();
    const meetings = page.getByRole('listitem').filter({ hasText: 'Participer à une réunion du service' }).last();
    await meetings.getByText('Tenue').waitFor();
    await page.getByText('PV-2023-16').waitFor();
    await page.getByText('Horaires d’ouverture').waitFor();
    expect(page.url()).toBe(`${journeys.url}/agent/guichet`);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Mes réunions' }).waitFor();
  });

  it('declares a training followed elsewhere; what was typed outlives a lost connection and a reload', async () => {
    const page = await phone();
    await page.goto('/agent/participation');
    await page.getByRole('button', { name: 'Déclarer une formation suivie ailleurs' }).click();
    await page.getByRole('button', { name: 'Envoyer la déclaration' }).click();
    await page.getByText('Indiquez l’intitulé de la formation.').waitFor();
    await page.getByLabel('Intitulé de la formation').fill('Les recours DALO');
    await page.getByLabel('Jour').fill('2026-03-12');
    await page.getByLabel('Début').fill('09:00');
    await page.getByLabel('Fin').fill('08:00');
    await page.getByLabel('Organisme').fill('ADIL de l’Isère');
    await page.getByText('Une formation se déclare après coup').waitFor();
    await page.getByText('La fin doit suivre le début.').waitFor();
    await page.getByLabel('Jour').fill('2026-03-10');
    await page.getByLabel('Fin').fill('12:00');

    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Envoyer la déclaration' }).click();
    await page.getByText('rien ne dit que c’est enregistré').waitFor();
    await page.unroute('**/graphql');
    await page.reload();
    await page.getByText('Ce que vous aviez saisi a été gardé.').waitFor();
    expect(await page.getByLabel('Intitulé de la formation').inputValue()).toBe('Les recours DALO');
    await page.getByRole('button', { name: 'Envoyer la déclaration' }).click();
    await page.getByText('Votre déclaration est envoyée.').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'Les recours DALO' });
    await row.getByText('En attente de confirmation').waitFor();
    await row.getByText('ADIL de l’Isère').waitFor();
    // The connection was cut on purpose.
    visit?.problems.splice(0);
  });

  it('finds what was typed again after the session has ended and a new sign-in', async () => {
    const page = await phone('agent-deux-guichets');
    await page.goto('/agent/participation');
    await page.getByRole('button', { name: 'Déclarer une formation suivie ailleurs' }).click();
    await page.getByLabel('Intitulé de la formation').fill('Le parcours résidentiel');
    await page.getByLabel('Jour').fill('2026-03-10');
    await page.getByLabel('Début').fill('09:00');
    await page.getByLabel('Fin').fill('12:00');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Envoyer la déclaration' }).click();
    await page.waitForURL(/\/sign-in\?next=/);
    await page.getByRole('button', { name: /Sandrine Gerlandoz/ }).click();
    await page.waitForURL('**/agent/participation');
    await page.getByText('Ce que vous aviez saisi a été gardé.').waitFor();
    expect(await page.getByLabel('Intitulé de la formation').inputValue()).toBe('Le parcours résidentiel');
    await page.getByRole('button', { name: 'Fermer' }).click();
    // The refusal that led to the sign-in.
    visit?.problems.splice(0);
  });

  it('declares a forgotten presence with two presses, and staff confirm it', async () => {
    const title = 'Réunion de rattrapage';
    const staff = await journeys.visit({ as: 'personnel' });
    const { createMeeting } = await ask<{ createMeeting: { id: string; revision: number } }>(
      staff.page,
      `mutation ($input: MeetingCreateInput!) { createMeeting(input: $input) { id revision } }`,
      {
        input: {
          kind: 'TECHNICAL',
          title,
          heldOn: '2026-03-05',
          startTime: '10:00',
          endTime: '11:30',
          levels: ['INFO'],
        },
      },
    );
    expect(createMeeting.id).toBeTruthy();

    const page = await phone();
    await page.goto('/agent/participation');
    const row = page.getByRole('listitem').filter({ hasText: title });
    await row.getByText('Pas de présence enregistrée').waitFor();
    await row.getByRole('button', { name: /J’y étais/ }).click();
    await row.getByText('L’équipe de l’EPCI le confirmera.').waitFor();
    await row.getByRole('button', { name: 'Oui, j’y étais' }).click();
    await row.getByText('En attente de confirmation').waitFor();

    const { attendances } = await ask<Waiting>(staff.page, waiting);
    const declared = attendances.nodes.find(({ meeting }) => meeting.title === title)!;
    await ask(
      staff.page,
      `mutation ($id: ID!, $revision: Int!) { confirmAttendance(id: $id, revision: $revision) { id } }`,
      {
        id: declared.id,
        revision: declared.revision,
      },
    );
    await staff.leave();
    await page.reload();
    await page.getByRole('listitem').filter({ hasText: title }).getByText('Participation confirmée').waitFor();
  });

  it('is told when there is no network, keeps what was shown, and tries again', async () => {
    const page = await phone();
    await page.goto('/agent');
    await page.getByRole('article').first().waitFor();
    await page.route('**/auth/session', (route) => route.abort());
    await page.reload();
    await page.getByText('vérifiez votre connexion').waitFor();
    await page.unroute('**/auth/session');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('article').first().waitFor();
    visit?.problems.splice(0);
  });

  it('comes from a mail to the page of what it names', async () => {
    const page = await phone();
    await page.goto('/agent/go/ConventionVersion/v1');
    await page.waitForURL('**/agent/convention?version=v1');
    await page.goto('/agent/go/Meeting/m1');
    await page.waitForURL((url) => url.pathname === '/agent');
    await page.getByRole('heading', { level: 1, name: 'Mes réunions' }).waitFor();
  });

  it('reads the pages in English too', async () => {
    const page = await phone('agent-deux-guichets');
    await page.goto('/agent/guichet');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'My guichet' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByText('What the guichet owes in 2026').first().waitFor();
    await page.getByRole('button', { name: 'Français' }).click();
  });

  it('signs out', async () => {
    const page = await phone();
    await page.goto('/agent');
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto('/agent/guichet');
    await page.waitForURL(/\/sign-in\?next=%2Fagent%2Fguichet/);
    // The browser itself reports the refusal that leads to the sign-in.
    visit?.problems.splice(0);
  });
});

describe('the agents’ pages', () => {
  it('show both guichets of an agent of two', async () => {
    const page = await phone('agent-deux-guichets');
    await page.goto('/agent/guichet');
    await page.getByRole('heading', { level: 2, name: 'Mairie de Bilieu' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Mairie de Charavines' }).waitFor();
  });

  it('send others to their own pages', async () => {
    const page = await phone('personnel');
    await page.goto('/agent');
    await page.getByRole('link', { name: 'Aller à mon espace' }).waitFor();
    visit?.problems.splice(0);
  });

  it.each([
    ['/agent', 'phone', 'light'],
    ['/agent', 'desktop', 'dark'],
    ['/agent/participation', 'phone', 'dark'],
    ['/agent/participation', 'desktop', 'light'],
    ['/agent/guichet', 'phone', 'light'],
    ['/agent/guichet', 'desktop', 'dark'],
  ] as const)(
    '%s, %s, %s: nothing that axe calls serious, nothing wider than the window',
    async (path, size, scheme) => {
      visit = await journeys.visit({ as: 'agent-deux-guichets', size, colorScheme: scheme });
      await visit.page.goto(path);
      await visit.page.locator('.card h2, .card h3').first().waitFor();
      expect(await violations(visit.page)).toEqual([]);
      expect(await overflow(visit.page)).toBe(0);
    },
  );

  it('fit a window of 360 pixels, with targets of 44', async () => {
    visit = await journeys.visit({ as: 'agent-deux-guichets', viewport: { width: 360, height: 740 } });
    for (const path of ['/agent', '/agent/participation', '/agent/guichet']) {
      await visit.page.goto(path);
      await visit.page.locator('.card h2, .card h3').first().waitFor();
      expect(await overflow(visit.page), path).toBe(0);
      const small = await visit.page.evaluate(() =>
        [...document.querySelectorAll('main button, nav a, summary, main a, main input:not([type=radio])')]
          .filter(
            (target) =>
              target.checkVisibility() && (target.closest('label') ?? target).getBoundingClientRect().height < 43.5,
          )
          .map((target) => target.outerHTML.slice(0, 120)),
      );
      expect(small, path).toEqual([]);
    }
  });

  it('weigh less than 110 kB of script, compressed', async () => {
    visit = await journeys.visit({ as: 'agent', size: 'phone' });
    const bodies: Promise<Buffer>[] = [];
    visit.page.on('response', (response) => {
      if (response.url().endsWith('.js')) bodies.push(response.body());
    });
    await visit.page.goto('/agent');
    await visit.page.getByRole('article').first().waitFor();
    const weight = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThan(110_000);
  });
});
