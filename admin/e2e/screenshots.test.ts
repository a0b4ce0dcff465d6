import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../api/src/project.js';
import { ask, type Journeys, type Persona, startJourneys } from './harness';

/** The README's pictures: `npm run screenshots` writes them where the README looks, any other run beside the test data. */
const folder = path.join(projectRoot, process.env.PARVIS_SCREENSHOTS ? 'docs/screenshots' : '.data/screenshots');

let journeys: Journeys;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  journeys = await startJourneys();
});
afterAll(() => journeys?.stop());

/** The avenant of the demo that a guichet is reviewing. */
const reviewed = async (page: Page): Promise<string> => {
  const { conventionVersions } = await ask<{ conventionVersions: { nodes: { convention: { id: string } }[] } }>(
    page,
    '{ conventionVersions(filter: { state: { eq: CORRECTION }, rank: { gt: 1 } }) { nodes { convention { id } } } }',
  );
  return `/conventions/${conventionVersions.nodes[0]?.convention.id}`;
};

const pictures: {
  name: string;
  as: Persona;
  address: (page: Page) => string | Promise<string>;
  size: 'desktop' | 'phone';
  shows: string;
}[] = [
  { name: 'staff-home', as: 'personnel', address: () => '/', size: 'desktop', shows: 'Le réseau sur son territoire' },
  { name: 'convention', as: 'personnel', address: reviewed, size: 'desktop', shows: 'Ce que change cet avenant' },
  { name: 'agent-meetings', as: 'agent', address: () => '/agent', size: 'phone', shows: 'Mes réunions' },
];

test.each(pictures)('the picture $name shows the page as it is', async ({ name, as, address, size, shows }) => {
  const { page, problems, leave } = await journeys.visit({ as, size, deviceScaleFactor: size === 'phone' ? 2 : 1 });
  await page.goto(await address(page));
  await page.getByText(shows).first().waitFor();
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot({ path: path.join(folder, `${name}.png`) });
  expect(picture.byteLength).toBeGreaterThan(20_000);
  expect(problems).toEqual([]);
  await leave();
});
