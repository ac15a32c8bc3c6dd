import { officerAlone } from '../support/still-figures.ts';

// A real browser on a busy machine: each figure of the page is opened in turn.
jest.setTimeout(240_000);

/** What these tests read of an element of the page. */
interface Seen { readonly textContent: string | null; readonly outerHTML: string; getAttribute(name: string): string | null; querySelector(selector: string): Seen | null }

const FIGURES = 'main .app-figure';
const wholeNumber = (text: string | undefined): number => Number(text?.replaceAll(',', ''));

/** The count a figure says it has, to those who hear it: after a rate ("5.4% late sessions at Oakmere: 6,071"), or the figure itself. */
const countIn = (words: string): number => wholeNumber(/: ([\d,]+)$/.exec(words)?.[1] ?? /^([\d,]+) /.exec(words)?.[1]);
/** The count in the heading of a list. */
const headingCount = (heading: string): number => (/^No /.test(heading) ? 0 : wholeNumber(/^([\d,]+) /.exec(heading)?.[1]));

describe('every figure opens the rows it counts', () => {
  const journey = officerAlone();

  const headingOf = async (path: string): Promise<string> => {
    await journey.officer.open(path);
    const heading = journey.officer.page.locator('main h1');
    // A list says its count first; until it does, the page is not the list.
    await heading.filter({ hasText: /^(?:No |\d)/ }).waitFor().catch(async () => { throw new Error(`${path} is headed "${await heading.innerText()}"`); });
    return heading.innerText();
  };
  const linksIn = (selector: string): Promise<{ words: string; path: string }[]> =>
    journey.officer.page.locator(selector).evaluateAll((links: Seen[]) => links.map((link) => ({ words: (link.textContent ?? '').trim(), path: link.getAttribute('href') ?? '' })));

  test.each(['/', '/area', '/area?phase=SECONDARY', '/schools', '/schools/990417'])('%s shows no figure that is not a link', async (path) => {
    await journey.officer.open(path);
    expect(await journey.officer.page.locator(FIGURES).count()).toBeGreaterThan(10);
    expect(await journey.officer.page.locator(`${FIGURES}:not(a[href^="/"])`).evaluateAll((figures: Seen[]) => figures.map((figure) => figure.outerHTML))).toEqual([]);
  });

  test('each number of the strip above every page opens as many', async () => {
    await journey.officer.open('/');
    const links = await linksIn('.app-fresh a.app-figure');
    expect(links.map(({ path }) => path)).toEqual(['/schools?silent=yes', '/pupils?measure=COUNTED&silent=yes', '/schools?silent=no', '/schools?silent=any']);
    expect(await journey.officer.page.locator('.app-fresh .app-figure:not(a)').count()).toBe(0);
    for (const { words, path } of links) expect([path, headingCount(await headingOf(path))]).toEqual([path, countIn(words)]);
  });

  test('each headline leads to a list with the same count in its heading', async () => {
    await journey.officer.open('/area');
    const tiles = await journey.officer.page.locator('.app-tile').evaluateAll((all: Seen[]) => all.map((tile) => ({ said: tile.querySelector('.app-tile__n')?.textContent ?? '', path: tile.querySelector('a.app-tile__value')?.getAttribute('href') ?? '' })));
    expect(tiles).toHaveLength(5);
    for (const { said, path } of tiles) expect([path, headingCount(await headingOf(path))]).toEqual([path, countIn(said)]);
  });

  test.each([['a phase', 'Figures by phase', 6], ['a school', 'Schools by persistent absence, highest first', 8]])('each figure of %s leads to a list with the same count in its heading', async (_what, caption, many) => {
    await journey.officer.open('/area');
    const links = await linksIn(`main table:has(caption:text-is("${caption}")) tbody tr:nth-child(5) a.app-figure`);
    expect(links).toHaveLength(many);
    // The change on last year is a difference of two counts: it leads to the one it is measured from.
    for (const { words, path } of links.filter((link) => !link.words.includes('points on last year'))) expect([words, headingCount(await headingOf(path))]).toEqual([words, countIn(words)]);
  });

  test.each([['/schools/990417?split=SEN', 'schoolId=990417'], ['/area?phase=SECONDARY&split=SEN', 'phase=SECONDARY']])('groups are split a second way from %s, and each cell leads to its rows there', async (from, place) => {
    const { page } = journey.officer;
    await journey.officer.open(from);
    await page.locator('main').getByRole('link', { name: 'Split special educational needs a second way' }).click();
    await page.waitForURL(/\/groups/);
    expect(new URL(page.url()).searchParams.toString()).toContain(place);
    const groups = `${new URL(page.url()).pathname}${new URL(page.url()).search}&across=FSM`;
    for (const show of ['PUPILS', 'PERSISTENT']) {
      await journey.officer.open(`${groups}&show=${show}`);
      const links = await linksIn('main table:has(caption:text-matches("special educational needs by free school meals", "i")) a.app-figure');
      expect([show, links.length > 3, links.filter(({ path }) => !path.includes(place))]).toEqual([show, true, []]);
      for (const { words, path } of links.slice(0, 4)) expect([words, path, headingCount(await headingOf(path))]).toEqual([words, path, countIn(words)]);
    }
  });

  test('a week of the trend leads to the sessions missed in it, this year and last', async () => {
    await journey.officer.open('/area');
    const [now, then] = await linksIn('main figure table tbody tr:nth-child(2) a.app-figure');
    expect(await headingOf(now?.path ?? '')).toMatch(/^[\d,]+ sessions missed, [\d,]+ pupils in the week of 7 September 2026$/);
    expect(await headingOf(then?.path ?? '')).toMatch(/^[\d,]+ sessions missed, [\d,]+ pupils in the week of 8 September 2025$/);
  });

  test('the explanation of a figure leads from each line to as many', async () => {
    await journey.officer.open('/schools/990417?explain=UNAUTHORISED');
    const lines = await journey.officer.page.getByRole('dialog').locator('.app-steps li').evaluateAll((all: Seen[]) => all.map((line) => ({ count: line.querySelector('.app-steps__count')?.textContent ?? '', path: line.querySelector('a')?.getAttribute('href') ?? '' })));
    expect(lines.length).toBeGreaterThan(3);
    for (const { count, path } of lines) expect([path, headingCount(await headingOf(path))]).toEqual([path, wholeNumber(/[\d,]+/.exec(count)?.[0])]);
  });

  // A group, a week, a code, a half day, weeks of last year, a list of work: each page of rows explains its own figure, with the key as well.
  test.each([
    '/pupils?measure=PERSISTENT&axis=SEX&value=F&schoolId=990417', '/pupils?measure=ABSENT&week=2026-11-09', '/pupils?measure=CODED&code=I&schoolId=990417', '/pupils?measure=ABSENT&slot=0&phase=SECONDARY', '/pupils?measure=SEVERE&year=2025&to=2025-11-17', '/lists/penalty-watch', '/lists/severe-no-plan?mine=yes',
  ])('%s is explained: its lines add up, and the figure is the count of its rows', async (path) => {
    const { page } = journey.officer;
    const shown = headingCount(await headingOf(path));
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.locator('ol.app-steps li').first().waitFor();
    const lines = await dialog.locator('ol.app-steps > li').evaluateAll((all: Seen[]) => all.map((line) => ({ isTotal: line.outerHTML.includes('is-total'), count: line.querySelector('.app-steps__count')?.textContent ?? '', path: line.querySelector('a')?.getAttribute('href') ?? '' })));
    const counts = lines.map(({ count }) => wholeNumber(/[\d,]+/.exec(count)?.[0]));
    const total = lines.findIndex(({ isTotal }) => isTotal);
    expect((counts[0] ?? 0) - counts.slice(1, total).reduce((sum, count) => sum + count, 0)).toBe(counts[total]);
    expect(counts.slice(total + 1).reduce((sum, count) => sum + count, 0)).toBe(counts[total]);
    expect(counts[total + 1]).toBe(shown);
    for (const [index, line] of lines.slice(0, 3).entries()) if (line.path.startsWith('/')) expect([line.path, headingCount(await headingOf(line.path))]).toEqual([line.path, counts[index]]);
  });

  test('a cell of a report leads by the key to the explanation of its rows', async () => {
    const { page } = journey.officer;
    await journey.officer.open('/reports/1');
    const cell = page.locator('main table a.app-figure[href^="/pupils"]').first();
    // The cell is the number, with what it counts for those who hear it alone.
    const shown = wholeNumber(/^[\d,]+/.exec(await cell.innerText())?.[0]);
    await cell.focus();
    await page.keyboard.press('e');
    await page.getByRole('dialog').locator('ol.app-steps li').first().waitFor();
    expect(headingCount(await page.locator('main h1').innerText())).toBe(shown);
    expect(headingCount(await page.getByRole('dialog').getByRole('heading', { level: 2 }).innerText())).toBe(shown);
  });

  test('reasons overdue lead to as many sessions', async () => {
    await journey.officer.open('/');
    const panel = journey.officer.page.getByRole('region', { name: /^Reasons overdue/ });
    const links = await panel.locator('a.app-figure').evaluateAll((all: Seen[]) => all.map((link) => ({ words: link.textContent ?? '', path: link.getAttribute('href') ?? '' })));
    expect(links.length).toBeGreaterThan(0);
    for (const { words, path } of links) expect([path, headingCount(await headingOf(path))]).toEqual([path, countIn(words)]);
  });

  test('a manager, who is nobody’s named officer, finds the reasons overdue of every school', async () => {
    const manager = await journey.browser.signIn('Ruth Calder');
    await manager.settled();
    const all = manager.page.getByRole('region', { name: /^Reasons overdue/ }).getByRole('link', { name: /^All [\d,]+ sessions/ });
    const words = await all.innerText();
    await all.click();
    await manager.page.waitForURL(/\/reasons/);
    const heading = manager.page.getByRole('heading', { level: 1, name: /without a reason/ });
    expect(headingCount(await heading.innerText())).toBe(countIn(words.replace('All ', '')));
    await manager.close();
  });

  test('those who see figures only find them as text', async () => {
    for (const [name, path] of [['Philippa Stroud', '/schools/990417'], ['Wei Ling Cho', '/area']] as const) {
      const visit = await journey.browser.signIn(name);
      await visit.open(path);
      expect(await visit.page.locator(FIGURES).count()).toBeGreaterThan(10);
      expect([name, await visit.page.locator('main a[href^="/pupils"]').count()]).toEqual([name, 0]);
      await visit.close();
    }
  });

  test('nothing went wrong in the browser on the way', () => expect(journey.officer.complaints).toEqual([]));
});
