import fs from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { BROWSER_ARGS, browserPath } from '../../scripts/lib/browser.ts';

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 700 };

/** One browser for a test file; each person has a context, and so cookies, of their own. */
export class JourneyBrowser {
  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<JourneyBrowser> {
    return new JourneyBrowser(await chromium.launch({ executablePath: await browserPath(), args: [...BROWSER_ARGS] }));
  }

  /** Signs in as one of the cast, by the page, and says what the browser complained of. */
  async signIn(name: string, viewport: { width: number; height: number } = WIDE): Promise<Visit> {
    const context = await this.browser.newContext({ viewport, baseURL: process.env.JOURNEYS_URL });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const visit = new Visit(page, context);
    await page.goto('/');
    await page.getByRole('link', { name: 'Sign in', exact: true }).or(page.getByRole('button', { name: 'Sign in', exact: true })).click();
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('button', { name: /Your menu/ }).waitFor();
    await visit.settled();
    return visit;
  }

  async stranger(): Promise<Visit> {
    const context = await this.browser.newContext({ viewport: WIDE, baseURL: process.env.JOURNEYS_URL });
    return new Visit(await context.newPage(), context);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** What axe finds, as it is handed out of the page: the rule, and the elements that break it. */
type AxeFaults = { readonly id: string; readonly nodes: readonly string[] }[];

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** All rules. Only what breaks one is handed out of the page: every passing element would take ten times as long. */
const RUN_AXE = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) })))`;

/** One person's visit, with what the browser complained of on the way. */
export class Visit {
  readonly complaints: string[] = [];

  constructor(readonly page: Page, private readonly context: BrowserContext) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error' && !/status of 40[134]/.test(message.text())) this.complaints.push(message.text()); });
  }

  /** Opens a path and waits until it has settled. A page that the server drew takes keys and presses once its code is there. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator('main h1').first().waitFor();
    // As the server drew it, until its code has taken it over: no button answers before.
    await this.page.locator('#root[data-drawn]').waitFor({ state: 'detached' });
    await this.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  }

  /** axe's findings and the page's sideways overflow, in words; empty when all is well. */
  async faults(): Promise<string[]> {
    if (!(await this.page.evaluate<boolean>('"axe" in window'))) await this.page.evaluate(fs.readFileSync(AXE, 'utf8'));
    const faults = await this.page.evaluate<AxeFaults>(RUN_AXE);
    const overflow = await this.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    return [
      ...faults.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`),
      ...(overflow > 0 ? [`the page is ${overflow} px wider than the window`] : []),
    ];
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
