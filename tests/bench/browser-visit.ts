import type { Browser, CDPSession, Page } from 'playwright-core';
import { WIDE } from '../support/browser.ts';
import { SESSION_COOKIE } from './officer.ts';

/** What one cold load of one page took: milliseconds, a score without unit, and bytes as they came over the line. */
export interface Visit { readonly lcp: number; readonly lcpOf: string; readonly cls: number; readonly inp: number; readonly scriptBytes: number; readonly allBytes: number; readonly requests: readonly Arrival[] }
/** One answer: when it was asked for and when it was whole, in milliseconds since the first request. */
export interface Arrival { readonly path: string; readonly type: string; readonly from: number; readonly to: number; readonly bytes: number }

/** A processor of a quarter of this machine's speed. */
const CPU_SLOWDOWN = 4;
/** Slow 4G, as the developer tools of Chromium have it: bytes a second, and milliseconds of latency. */
const SLOW_4G = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
/** How long a page must be still before it counts as loaded, and after the interaction. */
const STILL_MS = 1000;

/** Runs in the page before anything of ours: the browser's own measurements. Text, because the house has no types of a browser here. */
const OBSERVE = `
  window.bench = { lcp: 0, lcpOf: '', cls: 0, inp: 0 };
  const watch = (type, seen, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => { bench.lcp = entry.startTime; bench.lcpOf = entry.element ? entry.element.tagName.toLowerCase() + ' ' + (entry.element.textContent || '').trim().slice(0, 40) : ''; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) bench.cls += entry.value; });
  watch('event', (entry) => { if (entry.interactionId) bench.inp = Math.max(bench.inp, entry.duration); }, { durationThreshold: 16 });`;

/** Opens a page as a browser that has never been here, on a slow machine and line, and then does one thing on it. */
export async function coldVisit(browser: Browser, site: { readonly url: string; readonly cookie: string }, path: string, act: (page: Page) => Promise<void>): Promise<Visit> {
  const context = await browser.newContext({ viewport: WIDE });
  try {
    await context.addCookies([{ name: SESSION_COOKIE, value: site.cookie, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    await page.addInitScript(OBSERVE);
    const cdp = await context.newCDPSession(page);
    const arrivals = await slowDown(cdp, site.url);
    await page.goto(`${site.url}${path}`, { waitUntil: 'commit' });
    await page.locator('main h1').first().waitFor({ timeout: 60_000 });
    await page.locator('#root:not([data-drawn])').waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(STILL_MS);
    // The largest paint is final once somebody acts, so everything of the load is read first.
    const loaded = await page.evaluate<{ lcp: number; lcpOf: string; cls: number }>('({ ...bench })');
    const requests = arrivals();
    await act(page);
    await page.waitForTimeout(STILL_MS);
    const inp = await page.evaluate<number>('bench.inp');
    const bytes = (of: readonly Arrival[]): number => of.reduce((sum, each) => sum + each.bytes, 0);
    return { ...loaded, inp, requests, scriptBytes: bytes(requests.filter(({ type }) => type === 'Script')), allBytes: bytes(requests) };
  } finally {
    await context.close();
  }
}

/** Slows the page down, and gives what has arrived of it so far. */
async function slowDown(cdp: CDPSession, url: string): Promise<() => Arrival[]> {
  const under = new Map<string, { path: string; type: string; from: number }>();
  const arrived: Arrival[] = [];
  let begun: number | undefined;
  cdp.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other', timestamp }) => {
    begun ??= timestamp;
    under.set(requestId, { path: request.url.replace(url, ''), type, from: (timestamp - begun) * 1000 });
  });
  cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const asked = under.get(requestId);
    if (asked) arrived.push({ ...asked, to: (timestamp - (begun ?? timestamp)) * 1000, bytes: encodedDataLength });
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return () => [...arrived];
}
