import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, browserPath } from '../../scripts/lib/browser.ts';
import { coldVisit, type Visit } from './browser-visit.ts';
import { enrolmentsIn, openOfficer, somebody, type Officer } from './officer.ts';
import { median } from './statistics.ts';

export interface BrowserBench { readonly enrolments: number; readonly pages: readonly { readonly name: string; readonly visits: readonly Visit[] }[] }

interface BrowserJob { readonly name: string; readonly path: string; /** One thing a person does there, for the delay until the page answers. */ readonly act: (page: Page) => Promise<void> }

const BARS = { lcp: 2000, cls: 0.1, inp: 150, scriptKilobytes: 150 };

// What is first to be opened, by its kind: details, the menu of one's own, or a column to sort by.
const openDetails = (page: Page): Promise<void> => page.locator('main summary').first().click();
const openMenu = (page: Page): Promise<void> => page.getByRole('button', { name: /Your menu/ }).click();
const sortTable = (page: Page): Promise<void> => page.locator('main table thead a').first().click();

async function jobs({ owner }: Officer): Promise<BrowserJob[]> {
  const pupil = await somebody(owner);
  const { rows: [school] } = await owner.query<{ id: number }>('select school_id as id from school_year_total order by enrolments desc, school_id limit 1');
  return [
    { name: 'Home', path: '/', act: openMenu },
    { name: 'Area', path: '/area', act: sortTable },
    { name: 'Work list', path: '/lists/severe', act: sortTable },
    { name: 'School', path: `/schools/${school?.id}`, act: openDetails },
    { name: 'Pupil', path: `/pupils/${pupil.id}`, act: openDetails },
  ];
}

/** Cold loads of the pages officers live in, in a real browser on a slow machine and line; page after page, so that no page gets the warmest rounds. */
export async function benchBrowser(ownerUrl: string, root: string, today: string, clientDir: string, port: number, repeats: number): Promise<BrowserBench> {
  const officer = await openOfficer(ownerUrl, today, clientDir, port, { DATA_DIR: path.join(root, 'portal-browser') });
  const browser = await chromium.launch({ executablePath: await browserPath(), args: [...BROWSER_ARGS] });
  try {
    const pages = (await jobs(officer)).map((job) => ({ ...job, visits: [] as Visit[] }));
    // One round nobody counts: the server has then prepared its statements, as it has by nine o'clock.
    for (let round = -1; round < repeats; round += 1) {
      for (const { path: address, act, visits } of pages) {
        const visit = await coldVisit(browser, officer, address, act);
        if (round >= 0) visits.push(visit);
      }
    }
    fs.writeFileSync(path.join(root, 'browser-arrivals.txt'), pages.map(({ name, visits }) => `${name}\n${arrivalsOf(visits)}`).join('\n\n'));
    return { enrolments: await enrolmentsIn(officer.owner), pages };
  } finally {
    await browser.close();
    await officer.close();
  }
}

/** What came when, of the last visit: to see which request waits for which. */
function arrivalsOf(visits: readonly Visit[]): string {
  const last = visits.at(-1);
  return [`largest paint at ${last?.lcp.toFixed(0)} ms: ${last?.lcpOf}`, ...(last?.requests ?? []).map(({ path: address, type, from, to, bytes }) => `  ${from.toFixed(0).padStart(5)} ${to.toFixed(0).padStart(5)} ms ${(bytes / 1024).toFixed(1).padStart(6)} KB ${type.padEnd(10)} ${address}`)].join('\n');
}

/** One line a page and measure: median and worst, with the bar. */
export function browserSummary({ enrolments, pages }: BrowserBench): string[] {
  const line = (visits: readonly Visit[], name: string, of: (visit: Visit) => number, bar: number, digits: number, unit: string): string => {
    const values = visits.map(of);
    return `${name} ${median(values).toFixed(digits)}${unit} (worst ${Math.max(...values).toFixed(digits)}, bar ${bar}, ${median(values) <= bar ? 'met' : 'missed'})`;
  };
  return [
    `First load in a browser, cache empty, processor slowed 4 times, slow 4G; ${enrolments.toLocaleString('en-GB')} enrolments, ${pages[0]?.visits.length ?? 0} loads a page, medians.`,
    ...pages.map(({ name, visits }) => `  ${name}: ${[
      line(visits, 'LCP', ({ lcp }) => lcp, BARS.lcp, 0, ' ms'), line(visits, 'CLS', ({ cls }) => cls, BARS.cls, 3, ''), line(visits, 'INP', ({ inp }) => inp, BARS.inp, 0, ' ms'),
      line(visits, 'script', ({ scriptBytes }) => scriptBytes / 1024, BARS.scriptKilobytes, 0, ' KB'),
    ].join('; ')}; everything ${(median(visits.map(({ allBytes }) => allBytes)) / 1024).toFixed(0)} KB`),
  ];
}
