import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Journeys, overflow, startJourneys, type Visit, violations } from './harness';

let journeys: Journeys;
let visit: Visit;
beforeAll(async () => {
  journeys = await startJourneys();
  visit = await journeys.visit({ as: 'personnel' });
}, 120_000);
afterAll(async () => {
  await visit.leave();
  await journeys.stop();
});

describe('the history of a thing', () => {
  it('is on its page: what changed, undone in two clicks, which is told as well', async () => {
    const { page } = visit;
    const { guichets } = await ask<{ guichets: { nodes: { id: string; revision: number }[] } }>(
      page,
      '{ guichets(first: 1, search: "Rives") { nodes { id revision } } }',
    );
    const [guichet] = guichets.nodes;
    await ask(
      page,
      'mutation ($id: ID!, $revision: Int!) { updateGuichet(id: $id, revision: $revision, input: { telephone: "04 00 00 00 00" }) { id } }',
      guichet,
    );
    await page.goto(`/guichets/${guichet?.id}`);
    const history = page.getByRole('region', { name: 'Historique' });
    const first = history.getByRole('listitem').first();
    await first.getByText('04 00 00 00 00').waitFor();
    expect(await violations(page)).toEqual([]);
    await first.getByRole('button', { name: 'Annuler ce changement' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler ce changement' }).click();
    await page.getByText('Le changement est annulé.').waitFor();
    await history.getByText('Annulation du changement du', { exact: false }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => overflow(page)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('keeps the motive with which a closed sheet was corrected', async () => {
    const { page } = visit;
    const { meetings } = await ask<{ meetings: { nodes: { id: string }[] } }>(
      page,
      '{ meetings(first: 1, filter: { state: { eq: CLOSED }, outside: { eq: false } }, sort: [{ heldOn: DESC }]) { nodes { id } } }',
    );
    await page.goto(`/meetings/${meetings.nodes[0]?.id}`);
    expect(await page.getByRole('radio').count()).toBe(0);
    await page.getByRole('button', { name: 'Corriger la feuille' }).click();
    await page
      .getByRole('radio', { name: /Excusé/, checked: false })
      .first()
      .check({ force: true });
    await page.getByRole('button', { name: 'Enregistrer la feuille' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await dialog.getByText('Dites pourquoi la feuille change.').waitFor();
    await dialog.getByLabel('Motif de la correction').fill('Un mot d’excuse est arrivé depuis');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await page.getByText('La feuille est corrigée.').waitFor();
    await page.getByRole('region', { name: 'Historique' }).getByText('Un mot d’excuse est arrivé depuis').waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(visit.problems).toEqual([]);
  });
});
