import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Journeys, overflow, startJourneys, type Visit, violations } from './harness.js';

let journeys: Journeys;
const visits: Visit[] = [];
const pageOf = async (as: 'personnel' | 'agent') => {
  const visit = await journeys.visit({ as, size: as === 'agent' ? 'phone' : 'desktop' });
  visits.push(visit);
  return visit.page;
};

beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys?.stop());
afterEach(async () => {
  const problems = visits.flatMap((visit) => visit.problems);
  for (const visit of visits.splice(0)) await visit.leave();
  expect(problems).toEqual([]);
});

it('staff share a tool; agents find it on the page of their guichet', async () => {
  const staff = await pageOf('personnel');
  await staff.goto('/tools');
  await staff
    .getByRole('link', { name: 'Ajouter un outil' })
    .or(staff.getByRole('button', { name: 'Ajouter un outil' }))
    .click();
  await staff.locator('#title').fill('Refus de logement : que faire');
  await staff.locator('#kind').click();
  await staff.locator('.ant-select-item-option').filter({ hasText: 'Dépliant' }).click();
  await staff.locator('#version').fill('2026-1');
  await staff.locator('#date').fill('2026-03-02');
  await staff.locator('#link').fill('www.exemple.fr/refus');
  await staff.getByRole('button', { name: 'Ajouter l’outil' }).click();
  await staff.locator('.ant-form-item-explain-error').filter({ hasText: 'l’adresse entière' }).waitFor();
  await staff.locator('#link').fill('https://www.exemple.fr/refus.pdf');
  await staff.getByRole('button', { name: 'Ajouter l’outil' }).click();
  await staff.getByRole('heading', { level: 1, name: 'Refus de logement : que faire' }).waitFor();
  const link = staff.getByRole('link', { name: 'www.exemple.fr' }).first();
  expect(await link.getAttribute('href')).toBe('https://www.exemple.fr/refus.pdf');
  expect(await violations(staff)).toEqual([]);

  const agent = await pageOf('agent');
  await agent.goto('/agent/guichet');
  const shared = agent.getByRole('region', { name: 'Outils et documents partagés' });
  const tool = shared.getByRole('listitem').filter({ hasText: 'Refus de logement : que faire' });
  await tool.getByText('Dépliant · version 2026-1 · du 2\u00a0mars 2026').waitFor();
  expect(await tool.getByRole('link').getAttribute('href')).toBe('https://www.exemple.fr/refus.pdf');
  expect(await overflow(agent)).toBe(0);
  expect(await violations(agent)).toEqual([]);
});
