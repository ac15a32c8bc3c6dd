import { JourneyBrowser, Visit, WIDE } from '../support/browser.ts';

jest.setTimeout(240_000);

describe('printing the whole of a list', () => {
  let browser: JourneyBrowser;
  beforeAll(async () => { browser = await JourneyBrowser.open(); });
  afterAll(() => browser.close());

  test('every row of it stands on the pages, with whom it is for above each', async () => {
    const officer = await browser.signIn('Priya Nandra', WIDE);
    const { page } = officer;
    // Whoever prints by hand closes a window of their own machine; nobody is here to do so.
    await page.context().addInitScript('window.print = () => { document.documentElement.dataset.printed = "yes"; }');
    await officer.open('/pupils?measure=PERSISTENT&schoolId=990417');
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const rows = Number(/^([\d,]+) pupils/.exec(title)?.[1]?.replace(',', ''));
    expect(rows).toBeGreaterThan(100);
    await page.keyboard.press('Shift');
    await page.getByRole('button', { name: `Save or print all ${rows.toLocaleString('en-GB')} pupils` }).click();
    await page.getByRole('radio', { name: 'Pages to print' }).check();
    await page.getByRole('button', { name: 'Open the pages' }).click();
    await page.getByText('Who is it for').first().waitFor();
    expect(page.context().pages()).toHaveLength(1);
    await page.waitForTimeout(1100); // a second press within a second counts as a double click
    await page.getByLabel('Who is it for?').fill('Head of Year <11>');
    const [opened] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('button', { name: 'Open the pages' }).click()]);
    await opened.locator('tbody tr').nth(rows - 1).waitFor();
    const printed = new Visit(opened, page.context());
    expect([await opened.locator('tbody tr').count(), await opened.locator('thead').textContent()]).toEqual([rows, expect.stringContaining('For Head of Year <11>')]);
    expect(await opened.getByRole('definition').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Oakmere Academy'), rows.toLocaleString('en-GB'), 'Priya Nandra', 'Head of Year <11>']));
    expect(await opened.evaluate('document.querySelectorAll("script").length')).toBe(0);
    expect(await printed.faults()).toEqual([]);
    await page.getByText('The pages are in a new tab.').waitFor();
    expect(await officer.faults()).toEqual([]);
    expect([...officer.complaints.splice(0), ...printed.complaints]).toEqual([]);
  });
});
