import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Journeys, overflow, type Persona, startJourneys, TODAY, type Visit, violations } from './harness.js';

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

const guichetNamed = async (page: Page, name: string): Promise<string> => {
  const { guichets } = await ask<{ guichets: { nodes: { id: string }[] } }>(
    page,
    'query ($name: String!) { guichets(filter: { name: { eq: $name } }) { nodes { id } } }',
    { name },
  );
  return guichets.nodes[0]!.id;
};

interface Numbered {
  id: string;
  latest: { id: string; revision: number };
}
const conventionNumbered = async (page: Page, number: string): Promise<Numbered> => {
  const { conventions } = await ask<{ conventions: { nodes: Numbered[] } }>(
    page,
    'query ($number: String!) { conventions(filter: { number: { eq: $number } }) { nodes { id latest { id revision } } } }',
    { number },
  );
  return conventions.nodes[0]!;
};

const createFor = async (page: Page, guichet: string, content: object): Promise<Numbered> => {
  const { createConvention } = await ask<{ createConvention: Numbered }>(
    page,
    'mutation ($input: ConventionCreateInput!) { createConvention(input: $input) { id latest { id revision } } }',
    { input: { guichetId: await guichetNamed(page, guichet), ...content } },
  );
  return createConvention;
};

const status = (page: Page, word: string) => page.locator('.page-state').getByText(word, { exact: true }).waitFor();
/** A button that has just been pressed is still called “loading …” for a moment. */
const button = (where: Page | Locator, name: string) =>
  where.getByRole('button', { name: new RegExp(`^(loading )?${name}$`) });

/** Walks with the Tab key until the thing has the focus. */
async function tabTo(page: Page, thing: Locator, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached with the keyboard: ${thing}`);
}

describe('a convention, from the guichet to its signature', () => {
  it('with the mouse: prepared, read again, sent to sign, signed, in force', async () => {
    const page = await enter();
    await page.goto(`/guichets/${await guichetNamed(page, 'Mairie de Massieu')}`);
    await page.getByRole('link', { name: 'Préparer une convention' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nouvelle convention\u00a0: Mairie de Massieu' }).waitFor();
    expect(await page.getByLabel('Commence le').inputValue(), 'its last one ended: from today').toBe(TODAY);
    expect(await page.getByLabel('Finit le').inputValue(), 'the end of the plan').toBe('2026-12-31');
    expect(await page.getByLabel('Publier sur son site le même texte que partout').isChecked()).toBe(true);
    expect(await page.getByLabel('Mener l’entretien qui précise le besoin').isChecked()).toBe(false);
    await button(page, 'Préparer la convention').click();

    await page.getByRole('heading', { level: 1, name: /^Convention PV-2026-/ }).waitFor();
    await status(page, 'Brouillon');
    await button(page, 'Envoyer en relecture').dblclick();
    await status(page, 'En relecture');
    await button(page, 'Envoyer à la signature').click();
    await status(page, 'À signer');
    await button(page, 'Enregistrer la signature').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, 'Enregistrer la signature').click();
    await dialog.getByText('À remplir.').first().waitFor();
    await dialog.getByLabel('Nom').first().fill('Solange Vertreuil');
    await dialog.getByLabel('Nom').last().fill('Odile Marchebœuf');
    await dialog.getByLabel('Qualité (facultatif)').last().fill('Maire');
    await button(dialog, 'Enregistrer la signature').click();
    await status(page, 'En vigueur');
    await page.getByText('Odile Marchebœuf').first().waitFor();
    await page.getByRole('link', { name: 'Mairie de Massieu' }).click();
    await page.getByRole('heading', { name: 'Convention en vigueur' }).waitFor();
    await page.getByText('du 12/03/2026 au 31/12/2026').waitFor();
  });

  it('with the keyboard alone', async () => {
    const page = await enter();
    await page.goto('/conventions');
    const row = page.getByRole('link', { name: 'PV-2023-24', exact: true });
    await row.waitFor();
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('macherin');
    await page.getByText(/^2 conventions$/).waitFor();
    await page.keyboard.press('ArrowDown');
    await tabTo(page, row, 20);
    await page.keyboard.press('Enter');
    await status(page, 'Brouillon');
    for (const [name, next] of [
      ['Envoyer en relecture', 'En relecture'],
      ['Envoyer à la signature', 'À signer'],
    ] as const) {
      await tabTo(page, button(page, name));
      await page.keyboard.press('Enter');
      await status(page, next);
      expect(await page.evaluate(() => document.activeElement?.id), 'the focus is not lost').toBe('page-title');
    }
    await tabTo(page, button(page, 'Enregistrer la signature'));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel('Nom').first(), 15);
    await page.keyboard.type('Solange Vertreuil');
    await tabTo(page, dialog.getByLabel('Nom').last(), 15);
    await page.keyboard.type('Aimé Courtecuisse');
    await page.keyboard.press('Enter');
    await status(page, 'Signée, à venir');
  });
});

describe('what stops a convention, and what only warns', () => {
  it('says what is missing, leads to the field, and opens the way once it is filled', async () => {
    const page = await enter();
    const { id } = await createFor(page, 'Mairie de Voissant', {
      level: 'INFO',
      startsOn: TODAY,
      endsOn: '2026-12-31',
      registers: true,
    });
    await page.goto(`/conventions/${id}`);
    await page.getByText('Pour envoyer en relecture, il manque les modes d’accueil.').waitFor();
    expect(await button(page, 'Envoyer en relecture').isDisabled()).toBe(true);
    await page.getByText('L’enregistrement est promis sans délibération.').waitFor();
    await page.getByRole('link', { name: 'Compléter' }).click();
    await page.getByRole('heading', { name: 'Accueil', exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('#receptionModes') !== null);
    await page.getByLabel('Par téléphone').check();
    await button(page, 'Enregistrer').click();
    await page.getByRole('heading', { level: 1, name: /^Convention/ }).waitFor();
    await button(page, 'Envoyer en relecture').click();
    await status(page, 'En relecture');
  });

  it('keeps what was typed and tells the refusal at its field', async () => {
    const page = await enter();
    const { latest } = await conventionNumbered(page, 'PV-2023-25');
    await page.goto(`/convention-versions/${latest.id}/edit`);
    await page.getByLabel('Conditions de maintien').fill('Un agent formé chaque année.');
    await page.getByLabel('Finit le').fill('2040-12-31');
    await button(page, 'Enregistrer').click();
    await page
      .locator('#endsOn_help')
      .getByText(/^Une convention dure 6\sans au plus/)
      .waitFor();
    expect(await page.getByLabel('Conditions de maintien').inputValue()).toBe('Un agent formé chaque année.');
    await page.getByRole('button', { name: /^Jusqu’à la fin du plan/ }).click();
    await button(page, 'Enregistrer').click();
    await page.getByText('Un agent formé chaque année.').waitFor();
  });

  it('somebody saved first: the two values side by side, mine chosen', async () => {
    const page = await enter();
    const { latest } = await conventionNumbered(page, 'PV-2023-25');
    await page.goto(`/convention-versions/${latest.id}/edit`);
    await page.getByLabel('Moyens, en ETP').fill('0,4');
    const { conventionVersion } = await ask<{ conventionVersion: { revision: number } }>(
      page,
      'query ($id: ID!) { conventionVersion(id: $id) { revision } }',
      { id: latest.id },
    );
    await ask(
      page,
      'mutation ($id: ID!, $revision: Int!) { updateConventionVersion(id: $id, revision: $revision, input: { etp: 0.3 }) { id } }',
      { id: latest.id, revision: conventionVersion.revision },
    );
    await button(page, 'Enregistrer').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Quelqu’un a enregistré avant vous').waitFor();
    await dialog.getByRole('radio', { name: /Ma saisie/ }).check();
    await button(dialog, 'Enregistrer ces choix').click();
    await page.getByRole('heading', { level: 1, name: /^Convention/ }).waitFor();
    await page.locator('.facts').getByText('0,4', { exact: true }).waitFor();
  });
});

describe('how a convention ends', () => {
  it('terminated with a date and a motive, or abandoned before its signature', async () => {
    const page = await enter();
    const { id } = await conventionNumbered(page, 'PV-2023-10');
    await page.goto(`/conventions/${id}`);
    await button(page, 'Résilier').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Dernier jour d’effet').fill('2026-03-31');
    await dialog.getByLabel('Préavis donné le (facultatif)').fill('2026-04-02');
    await dialog.getByLabel('Motif').fill('Le service est repris par l’agence de Voiron.');
    // A day to come leaves the guichet as it is until then: what becomes of it is asked for today, and later for the 31st.
    await dialog.getByText(/^Jusqu’à ce jour, rien ne change pour le guichet/).waitFor();
    await dialog.getByLabel('Dernier jour d’effet').fill('2026-03-12');
    await dialog.getByRole('button', { name: 'Résilier' }).click();
    await dialog.getByText('Choisissez ce que devient le guichet.').waitFor();
    await dialog.getByRole('radio', { name: 'Il n’a plus de type d’accueil convenu' }).check();
    await dialog.getByLabel('Dernier jour d’effet').fill('2026-03-31');
    await dialog.getByRole('button', { name: 'Résilier' }).click();
    await dialog
      .locator('.ant-form-item-explain-error')
      .getByText(/préavis/i)
      .waitFor();
    await dialog.getByLabel('Préavis donné le (facultatif)').fill('2026-02-02');
    await dialog.getByRole('button', { name: 'Résilier' }).click();
    await page.getByText('Résiliation\u00a0: dernier jour d’effet').waitFor();
    await page.locator('.events').getByText('Le service est repris par l’agence de Voiron.').waitFor();
    await status(page, 'En vigueur');

    const drafted = await conventionNumbered(page, 'PV-2023-27');
    await page.goto(`/conventions/${drafted.id}`);
    await button(page, 'Abandonner').click();
    await dialog.getByLabel('Motif').fill('La commune préfère attendre.');
    await button(dialog, 'Abandonner').click();
    await status(page, 'Abandonnée');
    await page.locator('.events').getByText('La commune préfère attendre.').waitFor();
  });
});

describe('for whom', () => {
  it('an analyst reads and changes nothing', async () => {
    const { id: prepared } = await conventionNumbered(await enter(), 'PV-2023-19');
    await visit?.leave();
    const page = await enter('analyste');
    await page.goto(`/conventions/${prepared}`);
    await page.getByText('Cette convention n’existe pas ou ne vous est pas ouverte.').waitFor();
    const { id } = await conventionNumbered(page, 'PV-2016-10');
    await page.goto(`/conventions/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Convention PV-2016-10' }).waitFor();
    for (const name of ['Modifier', 'Envoyer à la signature', 'Abandonner', 'Demander une correction'])
      expect(await page.getByRole('main').getByText(name, { exact: true }).count(), name).toBe(0);
    await page.goto('/conventions/new');
    await page.getByText('Votre compte ne permet pas cette action.').waitFor();
  });

  it('a version’s address leads to its convention, an unknown one to a sentence', async () => {
    const page = await enter();
    const { latest } = await conventionNumbered(page, 'PV-2016-10');
    await page.goto(`/convention-versions/${latest.id}`);
    await page.getByRole('heading', { level: 1, name: 'Convention PV-2016-10' }).waitFor();
    await page.goto('/conventions/Q29udmVudGlvbjo5OTk5OTk');
    await page.getByText('Cette convention n’existe pas ou ne vous est pas ouverte.').waitFor();
    await page.goto(`/conventions/new?guichetId=${await guichetNamed(page, 'Mairie de Paladru')}`);
    await page.getByText(/^Ce guichet est fermé depuis le/).waitFor();
  });

  it.each([
    ['desktop', 'light'],
    ['phone', 'dark'],
  ] as const)('no serious axe violation, nothing wider than the window: %s, %s', async (size, colorScheme) => {
    const page = await enter('personnel', { size, colorScheme });
    const { id } = await conventionNumbered(page, 'PV-2023-01');
    const draft = await conventionNumbered(page, 'PV-2023-25');
    const tullins = await guichetNamed(page, 'Mairie de Tullins');
    const pages = [
      `/conventions/${id}`,
      `/conventions/new?guichetId=${tullins}`,
      `/convention-versions/${draft.latest.id}/edit`,
    ];
    for (const address of pages) {
      await page.goto(address);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await violations(page), address).toEqual([]);
      expect(await overflow(page), address).toBeLessThanOrEqual(0);
    }
    await page.goto(`/conventions/${id}`);
    await page.locator('.notices').getByRole('button', { name: 'Enregistrer la délibération' }).click();
    await page.getByRole('dialog').getByLabel('Assemblée délibérante').waitFor();
    expect(await violations(page), 'the dialog').toEqual([]);
  });
});
