import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Journeys, linkMailedTo, overflow, startJourneys, TODAY, type Visit, violations } from './harness.js';

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

const enter = async (options: Parameters<Journeys['visit']>[0]): Promise<Page> => {
  const visit = await journeys.visit(options);
  visits.push(visit);
  return visit.page;
};

/** A button that has just been pressed is still called “loading …” for a moment. */
const button = (where: Page | Locator, name: string) =>
  where.getByRole('button', { name: new RegExp(`^(loading )?${name}$`) });
const status = (page: Page, word: string) => page.locator('.page-state').getByText(word, { exact: true }).waitFor();
const title = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** A guichet that nothing binds, and the agent of the demonstration named to read its draft. */
async function prepare(staff: Page, agent: Page): Promise<{ guichetId: string; conventionId: string }> {
  const { me } = await ask<{ me: { agent: { id: string } } }>(agent, '{ me { agent { id } } }');
  const { guichets } = await ask<{ guichets: { nodes: { id: string }[] } }>(
    staff,
    '{ guichets(filter: { name: { eq: "Mairie de Massieu" } }) { nodes { id } } }',
  );
  const guichetId = guichets.nodes[0]!.id;
  await ask(staff, 'mutation ($input: AssignmentCreateInput!) { createAssignment(input: $input) { id } }', {
    input: { guichetId, agentId: me.agent.id, startsOn: '2026-01-01', reviewer: true },
  });
  const { createConvention } = await ask<{ createConvention: { id: string } }>(
    staff,
    'mutation ($input: ConventionCreateInput!) { createConvention(input: $input) { id } }',
    {
      input: {
        guichetId,
        level: 'INFO',
        startsOn: '2026-03-01',
        endsOn: '2026-12-31',
        registers: true,
        receptionModes: ['IN_PERSON_WALK_IN', 'TELEPHONE'],
        openingHours: { slots: [{ weekday: 'MON', from: '09:00', to: '12:00' }] },
        missions: ['WEBSITE_TEXT', 'LEAFLETS', 'EXPLAIN_FILING'],
        competences: ['TOOLS'],
        etp: 0.2,
        meetingsPerYear: 1,
        sneSignedOn: '2015-04-01',
      },
    },
  );
  return { guichetId, conventionId: createConvention.id };
}

/** The rest of the page is slower than the convention itself: its title waits for both. */
async function slowHistory(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('query History')) await new Promise((done) => setTimeout(done, 1000));
    await route.continue();
  });
}

async function deliberate(page: Page): Promise<void> {
  await page.getByText(/^Pour enregistrer la signature, il manque la délibération/).waitFor();
  expect(await button(page, 'Enregistrer la signature').isDisabled()).toBe(true);
  await page.locator('.notices').getByRole('button', { name: 'Enregistrer la délibération' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Assemblée délibérante').fill('Conseil municipal');
  await dialog.getByLabel('Délibération du').fill('2026-03-02');
  await dialog.getByLabel(/^Délibération n°/).fill('2026-07');
  await button(dialog, 'Enregistrer la délibération').click();
  await dialog.waitFor({ state: 'hidden' });
}

async function sign(page: Page, then = 'En vigueur'): Promise<void> {
  await button(page, 'Enregistrer la signature').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom').first().pressSequentially('Solange Vertreuil', { delay: 100 });
  await dialog.getByLabel('Nom').last().fill('Odile Marchebœuf');
  await button(dialog, 'Enregistrer la signature').click();
  await status(page, then);
}

describe('the life of a convention', () => {
  it('is reviewed by the guichet, corrected where it was remarked on, signed, amended, renewed', async () => {
    const staff = await enter({ as: 'personnel' });
    const agent = await enter({ as: 'agent', size: 'phone' });
    const { guichetId, conventionId } = await prepare(staff, agent);

    await staff.goto(`/guichets/${guichetId}`);
    await staff
      .getByRole('main')
      .getByRole('link', { name: /^PV-2026-/ })
      .click();
    await status(staff, 'Brouillon');
    await button(staff, 'Envoyer en relecture').click();
    await status(staff, 'En relecture');
    await staff.getByText(/^Relisez point par point/).waitFor();

    // The agent, on a phone: a remark that survives a reload, then the correction asked for.
    await agent.goto('/agent');
    await agent.getByRole('link', { name: 'Lire le projet' }).click();
    await agent.getByRole('heading', { level: 1, name: 'Convention à relire' }).waitFor();
    const choice = agent.getByRole('button', { name: 'Mairie de Massieu', exact: true });
    const choose = async () => {
      await agent.getByRole('heading', { level: 2 }).first().waitFor();
      if (await choice.count()) await choice.click();
      await agent.getByRole('heading', { level: 2, name: 'Mairie de Massieu' }).waitFor();
    };
    await choose();
    const hours = agent.locator('#point-openingHours');
    await agent.getByText(/^Vous avez tout relu/).waitFor();
    await hours.getByRole('button', { name: /^Une remarque sur ce point/ }).click();
    await hours.getByLabel('Votre remarque').fill('Nous ouvrons le mardi, pas le lundi.');
    await agent.reload();
    await choose();
    expect(await hours.getByLabel('Votre remarque').inputValue(), 'kept').toBe('Nous ouvrons le mardi, pas le lundi.');
    await button(hours, 'Ajouter la remarque').click();
    await hours.getByText('Nous ouvrons le mardi, pas le lundi.').waitFor();
    expect(await violations(agent)).toEqual([]);
    expect(await overflow(agent)).toBeLessThanOrEqual(0);
    await button(agent, 'Demander une correction').click();
    await agent.getByText(/^La correction est demandée/).waitFor();

    // Staff: one remark, one field open, and why the others are not.
    await staff.reload();
    await status(staff, 'En correction');
    await staff.getByText('1 remarque à traiter avant la suite').waitFor();
    await staff.locator('.remark-links').getByRole('link', { name: 'Horaires d’ouverture' }).click();
    await staff.waitForFunction(() => document.activeElement?.id === 'field-openingHours');
    expect(await violations(staff)).toEqual([]);
    await staff.getByRole('link', { name: 'Modifier' }).click();
    await staff.getByText(/^Seuls les points qui ont une remarque ouverte/).waitFor();
    expect(await staff.getByLabel('Moyens, en ETP').count(), 'locked').toBe(0);
    await staff.getByText('Nous ouvrons le mardi, pas le lundi.').waitFor();
    expect(await violations(staff)).toEqual([]);
    await staff.getByRole('button', { name: 'Retirer une plage du lundi' }).click();
    await staff.getByRole('group', { name: 'mardi' }).getByRole('button', { name: 'Ajouter une plage' }).click();
    await button(staff, 'Enregistrer').click();
    await title(staff, /^Convention PV-2026-/);
    await staff.getByRole('rowheader', { name: 'Mardi' }).waitFor();
    await staff.goBack();
    await staff.getByRole('heading', { level: 1, name: 'Mairie de Massieu' }).waitFor();
    await staff.goForward();
    await staff.getByRole('button', { name: 'Répondre et clore' }).click();
    await staff.getByLabel('Réponse à la remarque').fill('Corrigé : le mardi.');
    await button(staff, 'Clore la remarque').click();
    await staff.getByText('1 remarque traitée').waitFor();

    await agent.reload();
    await choose();
    await agent.getByText(/^Toutes les remarques sont traitées/).waitFor();
    await button(agent, 'Renvoyer à l’EPCI').click();
    await agent.getByText(/^C’est envoyé/).waitFor();

    // Read again, it suits: said, taken back, and said for good.
    await button(agent, 'Rien à changer').dblclick();
    await agent.getByText(/^C’est noté/).waitFor();
    // Away from the button, which takes it back from now on.
    expect(await agent.evaluate(() => document.activeElement?.id)).toBe('said');
    await agent.getByText(/^Relu sans remarque par/).waitFor();
    await button(agent, 'Reprendre cette réponse').click();
    await agent.getByText(/^La réponse est reprise/).waitFor();
    await button(agent, 'Rien à changer').click();
    await agent.getByText(/^Relu sans remarque par/).waitFor();
    expect(await violations(agent)).toEqual([]);
    expect(await overflow(agent)).toBeLessThanOrEqual(0);

    await staff.reload();
    await status(staff, 'En relecture');
    await staff
      .locator('.notices')
      .getByText(/^Relu sans remarque par .+ le \d/)
      .waitFor();
    await button(staff, 'Envoyer à la signature').click();
    await status(staff, 'À signer');
    // What both parties are given to sign is kept as it is.
    await staff.getByText(/^Document envoyé à la signature le \d/).waitFor();
    const [sent] = await Promise.all([
      staff.waitForEvent('download'),
      staff.getByRole('button', { name: /^Télécharger en PDF le document envoyé à la signature/ }).click(),
    ]);
    expect(sent.suggestedFilename()).toMatch(/^Convention PV-2026-.*\.pdf$/);
    await agent.reload();
    await choose();
    const kept = agent.getByRole('link', { name: /^Document envoyé à la signature \(PDF,/ });
    const answer = await agent.request.get((await kept.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await slowHistory(staff);
    await deliberate(staff);
    await sign(staff);

    // An avenant to another type of reception, from today.
    await button(staff, 'Préparer un avenant').click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByLabel('L’avenant s’applique à partir du').fill(TODAY);
    await button(dialog, 'Préparer un avenant').click();
    await title(staff, /^Avenant n°\s1/);
    await staff.getByRole('link', { name: 'Modifier' }).click();
    await title(staff, /^Modifier l’avenant n°\s1/);
    await staff.getByLabel('Type d’accueil').press('Enter');
    await staff
      .locator('.ant-select-item-option')
      .filter({ hasText: /^Suivi/ })
      .click();
    await button(staff, 'Enregistrer').click();
    await title(staff, /^Avenant n°\s1/);
    const changed = staff.locator('.changes').getByRole('row', { name: /^Type d’accueil/ });
    await changed.waitFor();
    expect((await changed.getByRole('cell').allInnerTexts()).map((text) => text.trim())).toEqual(['Info', 'Suivi']);
    await button(staff, 'Envoyer en relecture').click();
    await status(staff, 'En relecture');
    await button(staff, 'Envoyer à la signature').click();
    await status(staff, 'À signer');
    await sign(staff);
    await staff
      .getByRole('navigation', { name: 'Convention et avenants' })
      .getByRole('link', { name: 'Convention' })
      .click();
    await title(staff, /^Convention PV-2026-/);
    await status(staff, 'Échue');
    await staff.locator('.term-days').first().getByText('01/03/2026 – 11/03/2026').waitFor();

    await staff
      .getByRole('navigation', { name: 'Convention et avenants' })
      .getByRole('link', { name: /^Avenant/ })
      .click();
    await status(staff, 'En vigueur');

    // Another avenant, signed for later, which both parties withdraw: the one in force goes on as it was signed.
    await button(staff, 'Préparer un avenant').click();
    await dialog.getByLabel('L’avenant s’applique à partir du').fill('2026-09-01');
    await button(dialog, 'Préparer un avenant').click();
    await title(staff, /^Avenant n°\s2/);
    await button(staff, 'Envoyer en relecture').click();
    await status(staff, 'En relecture');
    await button(staff, 'Envoyer à la signature').click();
    await status(staff, 'À signer');
    await sign(staff, 'Signée, à venir');
    const versions = staff.getByRole('navigation', { name: 'Convention et avenants' });
    await versions.getByRole('link', { name: /^Avenant n°\s1/ }).click();
    await staff.getByText(/^L’avenant n°\s2, déjà signé, prend la suite le 1er septembre 2026/).waitFor();
    expect(await button(staff, 'Résilier').count(), 'while an avenant takes over').toBe(0);
    await versions.getByRole('link', { name: /^Avenant n°\s2/ }).click();
    await button(staff, 'Retirer').click();
    await dialog.getByLabel('Motif').fill('Le conseil municipal y renonce.');
    expect(await violations(staff)).toEqual([]);
    await button(dialog, 'Retirer').click();
    await status(staff, 'Retirée');
    await staff.getByText(/^Retirée d’un commun accord le 12 mars 2026/).waitFor();
    await versions.getByRole('link', { name: /^Avenant n°\s1/ }).click();
    await status(staff, 'En vigueur');
    await button(staff, 'Résilier').waitFor();

    // The next convention, after the term, with the same content.
    await button(staff, 'Renouveler').click();
    expect(await dialog.getByLabel('Commence le').inputValue()).toBe('2027-01-01');
    await button(dialog, 'Renouveler').click();
    await status(staff, 'Brouillon');
    await staff.getByText('renouvelle la convention').waitFor();
    await staff.locator('.page-state').getByText('Suivi', { exact: true }).waitFor();
    await staff.goto(`/conventions/${conventionId}`);
    await staff.getByText(/^La convention PV-.* prend la suite\.$/).waitFor();
  });
});

/** Another person of the EPCI's staff, in a window of their own. */
async function colleague(epciId: string): Promise<Page> {
  const email = 'collegue@mairie.example';
  const admin = await enter({ as: 'administration' });
  await ask(admin, 'mutation ($input: AccountInvitation!) { inviteAccount(input: $input) { mailed } }', {
    input: { role: 'EPCI_STAFF', email, displayName: 'Berthe Collombat', epciId },
  });
  const [, token] = (await linkMailedTo(admin, email)).split('#');
  const page = await enter({});
  const answer = await page.request.post(`${journeys.url}/auth/token`, {
    data: { token, password: 'une phrase assez longue 42' },
    headers: { origin: journeys.url },
  });
  expect(answer.status()).toBe(204);
  return page;
}

describe('two people on the same draft', () => {
  it('the second chooses field by field, and nothing is lost', async () => {
    const first = await enter({ as: 'personnel' });
    const { conventions } = await ask<{
      conventions: { nodes: { epci: { id: string }; latest: { id: string } }[] };
    }>(first, '{ conventions(filter: { number: { eq: "PV-2023-25" } }) { nodes { epci { id } latest { id } } } }');
    const { epci, latest } = conventions.nodes[0]!;
    const second = await colleague(epci.id);
    for (const page of [first, second]) {
      await page.goto(`/convention-versions/${latest.id}/edit`);
      await page.getByLabel('Moyens, en ETP').waitFor();
    }
    const leaflets = 'Mettre à disposition les documents destinés aux demandeurs';
    await first.getByLabel('Moyens, en ETP').fill('0,3');
    await first.getByLabel('Réunions par an').fill('2');
    await first.getByLabel(leaflets).uncheck();
    await second.getByLabel('Moyens, en ETP').fill('0,4');
    await second.getByLabel('Réunions par an').fill('3');
    await second.getByLabel('Conditions de maintien').fill('Un agent formé chaque année.');
    await button(first, 'Enregistrer').click();
    await title(first, /^Convention PV-2023-25/);

    await button(second, 'Enregistrer').click();
    const dialog = second.getByRole('dialog');
    await dialog.getByText('Quelqu’un a enregistré avant vous').waitFor();
    expect(await violations(second)).toEqual([]);
    expect(await button(dialog, 'Enregistrer ces choix').isDisabled(), 'nothing is chosen for anybody').toBe(true);
    await dialog
      .getByRole('group', { name: 'Moyens, en ETP' })
      .getByRole('radio', { name: /Ma saisie/ })
      .check();
    await dialog
      .getByRole('group', { name: 'Réunions par an' })
      .getByRole('radio', { name: /Enregistré entre-temps/ })
      .check();
    await dialog.getByText('Publier sur son site le même texte que partout').waitFor();
    expect(await dialog.getByText(leaflets).count(), 'theirs, in words').toBe(0);
    await button(dialog, 'Enregistrer ces choix').click();
    await title(second, /^Convention PV-2023-25/);
    const { conventionVersion } = await ask<{ conventionVersion: Record<string, unknown> }>(
      second,
      'query ($id: ID!) { conventionVersion(id: $id) { etp meetingsPerYear levelConditions missions } }',
      { id: latest.id },
    );
    expect(conventionVersion).toMatchObject({
      etp: 0.4,
      meetingsPerYear: 2,
      levelConditions: 'Un agent formé chaque année.',
    });
    expect(conventionVersion.missions).not.toContain('LEAFLETS');
  });
});
