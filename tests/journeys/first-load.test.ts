import { JourneyBrowser, type Visit } from '../support/browser.ts';

jest.setTimeout(240_000);

/** What scripts of a first page may weigh as they are sent, headers included, in bytes. */
const MOST_SCRIPT = 150 * 1024;
/** A header as it is sent: name, colon, space, value, end of line. */
const weightOf = (headers: Readonly<Record<string, string>>): number => Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 'HTTP/1.1 200 OK'.length + 4);
/** What the page of a record may weigh as it is sent: this year's register is 50 KB of it. */
const MOST_RECORD = 110 * 1024;

describe('the first load of a page', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  let pupil = '';
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra');
    await officer.open('/lists/severe');
    pupil = await officer.page.locator('main a[href^="/pupils/"]').first().getAttribute('href') ?? '';
  });
  afterAll(async () => {
    await officer.close();
    await browser.close();
  });

  /** Opens a page as the browser's first, and says what was asked for on the way. */
  const load = async (path: string): Promise<{ html: string; scripts: number; asked: string[] }> => {
    const { page } = officer;
    const asked: string[] = [];
    const sizes: Promise<number>[] = [];
    const note = (response: { request(): { resourceType(): string }; url(): string; allHeaders(): Promise<Record<string, string>> }): void => {
      const { pathname } = new URL(response.url());
      if (/^\/(graphql|auth)/.test(pathname)) asked.push(pathname);
      if (response.request().resourceType() === 'script') sizes.push(response.allHeaders().then((headers) => Number(headers['content-length']) + weightOf(headers)));
    };
    page.on('response', note);
    const answer = await page.goto(path);
    await officer.settled();
    await page.waitForLoadState('networkidle');
    page.off('response', note);
    return { html: await answer?.text() ?? '', asked, scripts: (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0) };
  };

  test.each(['home', 'area', 'list', 'school', 'pupil', 'groups', 'similar', 'lists'])('%s comes drawn, with its answers, and with no more code than it may', async (name) => {
    const path = { home: '/', area: '/area', list: '/lists/severe', school: '/schools/990417', pupil, groups: '/groups', similar: '/schools/990417?compare=similar', lists: '/lists' }[name] ?? '';
    // The browser keeps files for a year; this page is opened as by one that has none.
    await (await officer.page.context().newCDPSession(officer.page)).send('Network.setCacheDisabled', { cacheDisabled: true });
    const { html, asked, scripts } = await load(path);
    expect(asked).toEqual([]);
    const heading = await officer.page.locator('main h1').first().innerText();
    expect(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, '')).toContain(heading.split(/\s/)[0]);
    if (name === 'similar') expect(html).toContain('This school and the schools most like it, the nearest first');
    expect(scripts).toBeGreaterThan(60 * 1024);
    expect(scripts).toBeLessThan(MOST_SCRIPT);
    expect(officer.complaints).toEqual([]);
  });

  test('the record comes with this year drawn, and draws a year before when it is opened, by keys as well', async () => {
    const { page } = officer;
    const { html } = await load(pupil);
    expect(Buffer.byteLength(html)).toBeLessThan(MOST_RECORD);
    expect(html.match(/role="(?:grid|table)"/g)).toEqual(['role="grid"']);
    const before = page.locator('#register details').first();
    expect(await before.locator('summary').innerText()).toMatch(/^20\d\d to 20\d\d: [\d.]+% attended, [\d,]+ of [\d,]+ sessions, /);
    await before.locator('summary').focus();
    await page.keyboard.press('Enter');
    await before.getByRole('table').waitFor();
    expect(await before.getByRole('rowheader').count()).toBeGreaterThan(40);
    expect((await load(`${pupil}?years=all`)).html.match(/role="table"/g)?.length).toBeGreaterThan(0);
    expect(officer.complaints).toEqual([]);
  });

  test('what may come late is there at the first touch', async () => {
    await officer.open('/lists');
    expect(await officer.page.getByRole('region', { name: 'Children and years side by side' }).locator('a.app-figure').count()).toBe(0);
    await officer.page.mouse.move(200, 200);
    await officer.page.mouse.move(220, 220);
    await officer.page.getByRole('region', { name: 'Children and years side by side' }).locator('a.app-figure').first().waitFor();
    expect(officer.complaints).toEqual([]);
  });

  /** How many looks at records the trail holds of this person. */
  const looks = async ({ page }: Visit): Promise<number> => page.evaluate(async () => {
    const session = (await (await fetch('/auth/session')).json()) as { csrfToken: string };
    const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken },
      body: JSON.stringify({ query: 'query Looks { myLooks(recordsOnly: true, page: 1, take: 25) { total } }' }) });
    return ((await response.json()) as { data: { myLooks: { total: number } } }).data.myLooks.total;
  });

  test('a record that came with its page was looked at once; one that is fetched ahead, not at all', async () => {
    // Somebody who is in no other journey: what others look at meanwhile is in the same person's trail.
    const other = await browser.signIn('Tom Ellery');
    await other.open('/');
    const before = await looks(other);
    await other.open(pupil);
    expect(await looks(other)).toBe(before + 1);
    await other.page.evaluate(async (path) => { await fetch(path, { headers: { purpose: 'prefetch' } }); }, pupil);
    expect(await looks(other)).toBe(before + 1);
    await other.close();
  });

  test('what is asked after the first page is asked afresh, and the way back as well', async () => {
    const { page } = officer;
    await officer.open('/lists/severe');
    const answered = page.waitForResponse(/\/graphql$/);
    await page.locator('main a[href^="/pupils/"]').first().click();
    await answered;
    await page.waitForURL(/\/pupils\//);
    await officer.settled();
    const again = page.waitForResponse(/\/graphql$/);
    await page.goBack();
    await again;
    await page.waitForURL(/\/lists\/severe/);
    expect(officer.complaints).toEqual([]);
  });
});
