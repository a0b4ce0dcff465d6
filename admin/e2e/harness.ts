import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject, TestRunner } from 'vitest';
import { startApplication, TODAY } from '../../api/test/application.js';
import { createTestDatabase } from '../../api/test/database.js';

export { TODAY };

/** People of the demonstration, by the key of their one-click entry. */
export type Persona = 'personnel' | 'agent' | 'agent-deux-guichets' | 'analyste' | 'administration';

export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;

export interface Visit {
  readonly page: Page;
  /** Console errors and uncaught exceptions so far, each after the path of its page. */
  readonly problems: string[];
  /** Closes the browser window. */
  leave(): Promise<void>;
}

interface Visitor extends BrowserContextOptions {
  /** Already signed in as this person; nobody when absent. */
  readonly as?: Persona | undefined;
  readonly size?: keyof typeof sizes;
}

export interface Journeys {
  /** Address of the application, without a final slash. */
  readonly url: string;
  /** A new window with its own cookies, on no page yet. */
  visit(visitor?: Visitor): Promise<Visit>;
  stop(): Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function chromiumPath(): string {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error('No Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH');
  return found;
}

/** The built application with a fresh demo network on a pinned day, and one Chromium: both end with `stop`. */
export async function startJourneys(env: Record<string, string> = {}): Promise<Journeys> {
  const database = await createTestDatabase(inject('demo'));
  const application = await startApplication(database.connection, { PARVIS_TODAY: TODAY, LOG_LEVEL: 'warn', ...env });
  let browser: Browser;
  try {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: flags });
  } catch (error) {
    await application.stop();
    await database.drop();
    throw error;
  }
  const { url } = application;
  return {
    url,
    visit: (visitor = {}) => visit(browser, url, visitor),
    stop: async () => {
      await browser.close();
      await application.stop();
      await database.drop();
    },
  };
}

async function visit(browser: Browser, url: string, { as, size = 'desktop', ...options }: Visitor): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: sizes[size],
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const problems: string[] = [];
  const where = () => new URL(page.url()).pathname;
  page.on('console', (message) => {
    const { url: from } = message.location();
    // The browser's own word for a session that is over, of which the page tells people itself.
    const sessionOver = from.endsWith('/graphql') && message.text().includes('status of 401');
    if (message.type() === 'error' && !sessionOver) problems.push(`${where()}: ${message.text()} (${from})`);
  });
  page.on('pageerror', (error) => problems.push(`${where()}: ${error}`));
  if (as) await enterAs(page, url, as);
  const leave = async () => {
    if (TestRunner.getCurrentTest()?.result?.state === 'fail') console.error(await describePage(page, as));
    await context.close();
  };
  return { page, problems, leave };
}

/** What a failed journey left on the screen, for whoever only reads the log. */
async function describePage(page: Page, person = 'nobody'): Promise<string> {
  return `As ${person}, at ${page.url()}:\n${await page.locator('body').ariaSnapshot()}`;
}

async function enterAs(page: Page, url: string, key: Persona): Promise<void> {
  const answer = await page.request.post(`${url}/auth/persona`, { data: { key }, headers: { origin: url } });
  if (answer.status() !== 204) throw new Error(`${key} could not enter: ${answer.status()} ${await answer.text()}`);
}

/** Asks the API as the page's person, for what a journey needs to prepare or to check. */
export async function ask<T>(page: Page, query: string, variables: object = {}): Promise<T> {
  const answer = await page.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data?: T; errors?: { message: string }[] };
  if (errors?.length || !data) throw new Error(errors?.map(({ message }) => message).join('; ') || 'no data');
  return data;
}

/** The address, on its own host, of the last link that the demonstration's mailbox holds for somebody. */
export async function linkMailedTo(page: Page, email: string): Promise<string> {
  const answer = await page.request.get('/demo/mailbox');
  const mails = (await answer.json()) as { to: string; text: string }[];
  const [, path] = /(\/sign-in\/link#[\w-]{43})/.exec(mails.find(({ to }) => to === email)?.text ?? '') ?? [];
  if (!path) throw new Error(`No link was mailed to ${email}.`);
  return path;
}

/**
 * Serious and critical axe violations of the page as it stands, each as one readable line: none is expected. It takes seconds: a
 * page is judged once in each size and once in each theme, which are two visits, not four.
 */
export async function violations(page: Page): Promise<string[]> {
  // Only what is wrong is written down, and style sheets are not read again for rules that need no other file: half the time.
  const options = { resultTypes: ['violations' as const], preload: false };
  // "Legacy" is in one go, for pages without frames of another site: otherwise a second, blank page puts frames together, and most
  // of the time goes there.
  // A message of the moment fades away while the page is judged, and half faded it has no contrast: it is left out.
  const { violations: found } = await new AxeBuilder({ page })
    .options(options)
    .exclude('.ant-message')
    .setLegacyMode()
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Pixels by which the page is wider than its window: 0 is expected. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
