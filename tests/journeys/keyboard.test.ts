import { JourneyBrowser, type Visit } from '../support/browser.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

describe('by keyboard alone', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra');
    await officer.settled();
  });
  afterAll(async () => {
    await officer.close();
    await browser.close();
  });

  test('the first stop is the way past the navigation', async () => {
    const { page } = officer;
    await officer.open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/Skip to main content/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  test('a name with a typing error is found and opened without touching a mouse', async () => {
    const { page } = officer;
    await page.keyboard.press('/');
    await page.keyboard.type('masson thirkel');
    await page.getByRole('option', { name: /Mason Thirkell/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Mason Thirkell/ }).waitFor();
    expect(page.url()).not.toMatch(/thirk/i);
  });

  test('the register is one tab stop, moved in with arrows, and says each session in words', async () => {
    const { page } = officer;
    const grid = page.getByRole('grid').first();
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await grid.locator('[tabindex="0"]').focus();
    const before = await page.evaluate<string>('document.activeElement.getAttribute("aria-label") || document.activeElement.textContent');
    await page.keyboard.press('ArrowUp');
    const after = await page.evaluate<string>('document.activeElement.getAttribute("aria-label") || document.activeElement.textContent');
    expect(after).not.toBe(before);
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  });

  test('two keys go to a page, and one shows all keys', async () => {
    const { page } = officer;
    await page.locator('h1').click();
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.waitForURL(/\/area/);
    await page.getByRole('heading', { level: 1, name: /^Attendance is/ }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: /Keys/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('keys go from row to row of a list and open one; a column that is not wanted is left out, and stays so in the saved address', async () => {
    const { page } = officer;
    await officer.open('/lists/severe');
    const names = await page.locator('main table tbody th a').allInnerTexts();
    expect(names.length).toBeGreaterThan(2);
    for (const [key, at] of [['j', 0], ['j', 1], ['j', 2], ['k', 1]] as const) {
      await page.keyboard.press(key);
      await page.locator('main table tbody th a:focus', { hasText: names[at]! }).waitFor();
    }
    await page.getByText('Choose columns').click();
    await page.getByRole('checkbox', { name: 'Attendance' }).uncheck();
    await page.waitForURL(/hide=attendance/);
    await page.getByText('Columns left out here: Attendance.').waitFor();
    expect(await page.getByRole('columnheader').allInnerTexts()).not.toEqual(expect.arrayContaining([expect.stringMatching(/^Attendance/)]));
    await officer.open(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await page.getByRole('columnheader').allInnerTexts()).not.toEqual(expect.arrayContaining([expect.stringMatching(/^Attendance/)]));
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.locator('main table tbody th a:focus', { hasText: names[0]! }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: names[0] }).waitFor();
    expect(officer.complaints).toEqual([]);
  });
});
