import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Journeys, overflow, type Persona, startJourneys, TODAY, type Visit, violations } from './harness.js';

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

const enter = async (as: Persona = 'personnel', size: 'desktop' | 'phone' = 'desktop', dark = false) => {
  const visit = await journeys.visit({ as, size, colorScheme: dark ? 'dark' : 'light' });
  visits.push(visit);
  return visit.page;
};

interface Listed {
  meetings: { nodes: { id: string; title: string }[] };
}
const meetingOf = async (page: Page, filter: object): Promise<{ id: string; title: string }> => {
  const query = 'query($filter: MeetingFilter) { meetings(filter: $filter, first: 1) { nodes { id title } } }';
  const [meeting] = (await ask<Listed>(page, query, { filter })).meetings.nodes;
  if (!meeting) throw new Error(`No meeting is ${JSON.stringify(filter)}`);
  return meeting;
};
const todays = { heldOn: { eq: TODAY }, state: { eq: 'OPEN' } };
const openSheet = async (page: Page, id: string) => {
  await page.goto(`/meetings/${id}`);
  await page.getByRole('heading', { level: 2, name: /Feuille de présence|Réponses des agents/ }).waitFor();
};
interface Lines {
  attendances: { nodes: { state: string; mode: string | null; agent: { lastName: string } }[] };
}
const storedIn = async (page: Page, id: string): Promise<Record<string, string>> => {
  const query =
    'query($id: ID!) { attendances(filter: { meeting: { id: { eq: $id } } }, first: 100) { nodes { state mode agent { lastName } } } }';
  const { attendances } = await ask<Lines>(page, query, { id });
  return Object.fromEntries(attendances.nodes.map(({ state, agent }) => [agent.lastName, state]));
};
const lineOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
const answer = (page: Page, name: string, label: string) =>
  lineOf(page, name)
    .getByRole('radiogroup', { name: `Présence de ${name}` })
    .getByRole('radio', { name: label });
const saving = (page: Page) => page.getByRole('button', { name: 'Enregistrer la feuille' });
const sent = (page: Page) => {
  const bodies: string[] = [];
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('saveAttendanceSheet')) bodies.push(body);
  });
  return bodies;
};

describe('the attendance sheet', () => {
  it('is filled from the keyboard, saved in one request, and undone', async () => {
    const page = await enter();
    const saves = sent(page);
    const { id, title } = await meetingOf(page, todays);
    const before = await storedIn(page, id);
    await page.goto('/meetings');
    await page.getByRole('link', { name: title }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('Jeudi 12\u00a0mars 2026, de 14\u00a0h\u00a000 à 16\u00a0h\u00a030').waitFor();

    await answer(page, 'Agathe Ambrevaux', 'Présent').focus();
    await page.keyboard.press('p');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    await page.keyboard.press('ArrowLeft');
    expect(await answer(page, 'Agathe Ambrevaux', 'Présent').isChecked()).toBe(true);
    expect(await answer(page, 'Clémence Balmorel', 'Excusé').isChecked()).toBe(true);
    expect(await answer(page, 'Bastien Nivorel', 'Excusé').isChecked()).toBe(true);
    await page.getByText('3 changements à enregistrer').last().waitFor();

    await page.keyboard.press('Control+s');
    await page.getByText('La feuille est enregistrée : 3 lignes changées.').waitFor();
    expect(saves).toHaveLength(1);
    expect(await storedIn(page, id)).toMatchObject({ Ambrevaux: 'PRESENT', Balmorel: 'EXCUSED', Nivorel: 'EXCUSED' });
    await page.getByRole('button', { name: 'Annuler cet enregistrement' }).click();
    await page.getByText('Les réponses sont revenues à ce qu’elles étaient.').waitFor();
    expect(await storedIn(page, id)).toMatchObject(before);
  });

  it('takes a whole guichet, everyone left, and someone unexpected in two clicks', async () => {
    const page = await enter();
    const saves = sent(page);
    const { id } = await meetingOf(page, todays);
    await openSheet(page, id);
    await page
      .getByRole('radiogroup', { name: 'Tout le guichet Mairie de Chirens' })
      .getByRole('radio', { name: 'Présents' })
      .click();
    expect(await answer(page, 'Clémence Balmorel', 'Présent').isChecked()).toBe(true);
    expect(await answer(page, 'Bastien Nivorel', 'Présent').isChecked()).toBe(true);

    await page.getByRole('combobox', { name: 'Ajouter une personne' }).click();
    await page.getByTitle(/Noémie Bressolier/).click();
    const added = lineOf(page, 'Noémie Bressolier');
    await added.getByRole('radio', { name: 'À distance' }).click();
    await added.getByRole('checkbox', { name: 'Noémie Bressolier a contribué' }).check();
    await page.getByText('3 changements à enregistrer').last().waitFor();
    await saving(page).click();
    await page.getByText('3 lignes changées').waitFor();
    expect(JSON.parse(saves[0] ?? '').variables.lines).toHaveLength(3);
    await page.reload();
    await lineOf(page, 'Noémie Bressolier').waitFor();
    expect(await lineOf(page, 'Noémie Bressolier').getByRole('radio', { name: 'À distance' }).isChecked()).toBe(true);

    await page.getByRole('button', { name: 'Absents' }).click();
    expect(await answer(page, 'Agathe Ambrevaux', 'Absent').isChecked()).toBe(true);
    expect(await answer(page, 'Clémence Balmorel', 'Présent').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Tout reprendre' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tout reprendre' }).click();
    await saving(page).waitFor({ state: 'detached' });
    expect(await answer(page, 'Agathe Ambrevaux', 'Absent').isChecked()).toBe(false);
  });

  it('does not leave with something unsaved, nor lose it when an agent signs meanwhile', async () => {
    const page = await enter();
    const { id } = await meetingOf(page, todays);
    await openSheet(page, id);
    await answer(page, 'Arnaud Wattrelin', 'Absent').check();
    await answer(page, 'Ugo Urtebise', 'Absent').check();
    await page.getByRole('link', { name: 'Guichets' }).click();
    await page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' }).waitFor();
    await page.getByRole('button', { name: 'Rester sur la page' }).click();

    const phone = await enter('agent', 'phone');
    await ask(phone, 'mutation($id: ID!) { signInToMeeting(meetingId: $id, mode: ON_SITE) { id } }', { id });
    await saving(page).click();
    await page.getByText(/Arnaud Wattrelin\s: la réponse a changé pendant votre saisie/).waitFor();
    await lineOf(page, 'Arnaud Wattrelin')
      .getByText(/A signé entre-temps/)
      .waitFor();
    expect(await answer(page, 'Ugo Urtebise', 'Absent').isChecked()).toBe(true);
    await lineOf(page, 'Arnaud Wattrelin').getByRole('button', { name: 'Garder cela' }).click();
    expect(await answer(page, 'Arnaud Wattrelin', 'Présent').isChecked()).toBe(true);
    await lineOf(page, 'Arnaud Wattrelin')
      .getByText(/A signé à \d+\u00a0h/)
      .waitFor();
    await saving(page).click();
    await page.getByText('une ligne changée').waitFor();
    expect(await storedIn(page, id)).toMatchObject({ Wattrelin: 'PRESENT', Urtebise: 'ABSENT' });
  });

  it('is closed with a warning of who becomes absent, what is unsaved saved first, and then only read', async () => {
    const page = await enter();
    const { id } = await meetingOf(page, todays);
    await openSheet(page, id);
    await answer(page, 'Agathe Ambrevaux', 'Présent').check();
    const counter = await page.getByRole('button', { name: /à pointer/ }).textContent();
    await page.getByRole('button', { name: 'Clore la feuille' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(`${Number.parseInt(counter ?? '', 10)} personnes non pointées seront notées absentes.`)
      .waitFor();
    await dialog.getByText('Votre changement non enregistré sera enregistré d’abord.').waitFor();
    await dialog.getByRole('button', { name: 'Clore la feuille' }).click();
    await page.getByText('elle ne se corrige qu’avec un motif').waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    const stored = await storedIn(page, id);
    expect(stored).toMatchObject({ Ambrevaux: 'PRESENT', Wattrelin: 'PRESENT' });
    expect(Object.values(stored)).not.toContain('INVITED');
  });

  it('shows a declared participation, and its decision can be taken back or kept', async () => {
    const page = await enter();
    await page.goto('/meetings');
    await page.getByRole('link', { name: 'Les voir' }).click();
    await page.getByRole('heading', { level: 1, name: 'Présences' }).waitFor();
    await page.getByRole('button', { name: 'Confirmer la participation de Kelly Gravillon' }).waitFor();
    await page.getByRole('link', { name: 'Formation : le dossier unique' }).first().click();
    // The list, which has the same button, stays until the code of the meeting's page is there.
    await page.getByRole('heading', { level: 1, name: 'Formation : le dossier unique' }).waitFor();
    await page.getByRole('button', { name: 'Confirmer la participation de Kelly Gravillon' }).click();
    await lineOf(page, 'Kelly Gravillon').getByText('Décision notée').waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await page.getByRole('button', { name: 'Confirmer la participation de Kelly Gravillon' }).click();
    await page.getByRole('link', { name: 'Guichets' }).click();
    await page.getByRole('heading', { level: 1, name: 'Guichets' }).waitFor();
    await expect
      .poll(async () => {
        const query =
          '{ attendances(filter: { agent: { lastName: { eq: "Gravillon" } }, confirmation: { eq: CONFIRMED } }) { totalCount } }';
        return (await ask<{ attendances: { totalCount: number } }>(page, query)).attendances.totalCount;
      })
      .toBe(1);
  });
});

describe('a meeting to come', () => {
  it('takes answers before the day, and is cancelled with a motive', async () => {
    const page = await enter();
    const { id } = await meetingOf(page, { heldOn: { gt: TODAY }, state: { eq: 'PLANNED' } });
    await openSheet(page, id);
    expect(await page.getByRole('button', { name: /Clore|Ouvrir/ }).count()).toBe(0);
    expect(await page.getByRole('radio', { name: 'Présent' }).count()).toBe(0);
    const excused = answer(page, 'Agathe Ambrevaux', 'Excusé');
    await ((await excused.isChecked()) ? answer(page, 'Agathe Ambrevaux', 'Vient') : excused).check();
    await saving(page).click();
    await page.getByText('une ligne changée').waitFor();
    await page.getByRole('button', { name: 'Annuler la réunion' }).click();
    const dialog = page.getByRole('dialog', { name: 'Annuler cette réunion ?' });
    await dialog.getByRole('button', { name: 'Annuler la réunion' }).click();
    await dialog.getByText('Écrivez le motif').waitFor();
    await dialog.getByLabel('Motif de l’annulation').fill('Salle inondée.');
    await dialog.getByRole('button', { name: 'Annuler la réunion' }).click();
    await page.getByText('il n’y a pas de feuille de présence').waitFor();
    await page.getByRole('region', { name: 'Réunion' }).getByText('Salle inondée.').waitFor();
  });

  it('is added from its form', async () => {
    const page = await enter();
    await page.goto('/meetings/new');
    await page.getByLabel('Intitulé').fill('Point sur les attributions');
    await page.getByLabel('Nature').click();
    await page.getByTitle('Réunion technique').click();
    await page.getByLabel('Date').fill(TODAY);
    await page.getByLabel('Début').fill('09:00');
    await page.getByLabel('Fin').fill('10:30');
    await page.getByRole('checkbox', { name: 'Conseil' }).check();
    await page.getByRole('button', { name: 'Ajouter la réunion' }).click();
    await page.getByRole('heading', { level: 1, name: 'Point sur les attributions' }).waitFor();
    await page.getByRole('button', { name: 'Ouvrir l’émargement' }).click();
    await page.getByText('L’émargement est ouvert').waitFor();
    await page.getByRole('button', { name: 'Clore la feuille' }).waitFor();
  });
});

describe('everyone’s page of a meeting', () => {
  it('shows analysts the meeting, and nobody’s name', async () => {
    const page = await enter('analyste');
    const { id, title } = await meetingOf(page, { state: { eq: 'CLOSED' }, outside: { eq: false } });
    await page.goto(`/meetings/${id}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('Types d’accueil concernés').waitFor();
    expect(await page.getByText('Feuille de présence').count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toContain('Ambrevaux');
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ['desktop', true],
    ['phone', false],
  ] as const)('has no serious fault on a %s, dark: %s', async (size, dark) => {
    const page = await enter('personnel', size, dark);
    for (const filter of [{ state: { eq: 'OPEN' } }, { state: { eq: 'CLOSED' } }]) {
      const { id } = await meetingOf(page, filter);
      await openSheet(page, id);
      const first = page.getByRole('radio', { name: 'Présent' }).first();
      if (filter.state.eq === 'OPEN') await first.check();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      if (filter.state.eq === 'CLOSED') continue;
      if (size === 'phone') expect((await first.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
  });

  it('prints a sheet to sign, with nothing of the screen around', async () => {
    const page = await enter();
    const { id } = await meetingOf(page, { heldOn: { gt: TODAY }, state: { eq: 'PLANNED' } });
    await page.addInitScript(() => {
      window.print = () =>
        document.body.setAttribute('data-printed', document.querySelector('.paper')?.textContent ?? '');
    });
    await openSheet(page, id);
    await page.getByRole('button', { name: 'Imprimer' }).click();
    await page.getByRole('menuitem', { name: 'Feuille à signer' }).click();
    const printed = () => page.locator('body').getAttribute('data-printed');
    await expect.poll(printed).toContain('Signature');
    expect(await printed()).toContain('Balmorel Clémence');
  });
});
