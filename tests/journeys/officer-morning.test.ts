import { officerAlone } from '../support/still-figures.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

const numberIn = (text: string): number => Number(/([\d,]+)/.exec(text)?.[1]?.replaceAll(',', ''));

describe("an officer's morning: from the area to the very marks behind a number", () => {
  const journey = officerAlone();

  test('the home page greets by name, says what cannot be seen first, and who needs help', async () => {
    await journey.officer.settled();
    const { page } = journey.officer;
    expect(await page.locator('h1').innerText()).toMatch(/Good (morning|afternoon|evening), Priya/);
    expect(await page.getByRole('region', { name: 'How fresh the marks are' }).innerText()).toMatch(/^3 schools\s.*\ssilent, \d+ pupils\s.*\sunseen\./s);
    expect(await page.getByRole('heading', { name: /Who needs me/ }).count()).toBe(1);
  });

  test('every headline count opens a list of exactly that many rows', async () => {
    const { page } = journey.officer;
    for (const tile of ['Persistent absence', 'Severe absence']) {
      await journey.officer.open('/area');
      const card = page.getByRole('listitem').filter({ hasText: tile }).first();
      const counted = numberIn(await card.locator('.app-tile__n').innerText());
      await card.locator('a.app-tile__value').click();
      await page.waitForURL(/\/pupils/);
      await page.getByRole('heading', { level: 1, name: /pupils have missed/ }).waitFor();
      const shown = await page.getByText(/Showing 1 to \d+ of [\d,]+/).first().innerText();
      expect(Number(/of ([\d,]+)/.exec(shown)?.[1]?.replaceAll(',', ''))).toBe(counted);
    }
  });

  test('a number is explained beside the page, and Escape gives the focus back', async () => {
    const { page } = journey.officer;
    await journey.officer.open('/area');
    await page.getByRole('link', { name: /Explain Persistent absence/ }).click();
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    expect(await sheet.innerText()).toMatch(/How we get there/);
    expect(await journey.officer.faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  test('she walks from the area to a school to a pupil to the marks', async () => {
    const { page } = journey.officer;
    await journey.officer.open('/area');
    await page.getByRole('link', { name: 'Oakmere Academy', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Oakmere Academy' }).waitFor();
    await journey.officer.settled();
    const pupil = page.getByRole('table').filter({ hasText: 'Last 5 days' }).getByRole('link').first();
    const name = (await pupil.innerText()).trim();
    await pupil.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await journey.officer.settled();
    expect(page.url()).toMatch(/\/pupils\/\d+/);
    expect(await page.title()).not.toContain(name);
    expect(await page.getByRole('grid').count()).toBeGreaterThan(0);
    expect(await journey.officer.faults()).toEqual([]);
  });

  test('a count on the record opens exactly the sessions it counts', async () => {
    const { page } = journey.officer;
    const link = page.locator('a[href*="show=unauthorised"]').first();
    const counted = numberIn(await link.innerText());
    await link.click();
    await page.waitForURL(/show=unauthorised/);
    const sessions = page.getByRole('table', { name: /^Sessions 2026 to 2027/ }).first();
    await sessions.waitFor();
    const rows = await page.getByRole('table', { name: /^Sessions 2026 to 2027/ }).locator('tbody tr').count();
    expect(rows).toBe(counted);
  });

  test('the page says who looked, this officer among them', async () => {
    expect(await journey.officer.page.getByRole('region', { name: /Who looked/ }).innerText()).toContain('Priya Nandra');
  });

  test('nothing went wrong in the browser on the way', () => {
    expect(journey.officer.complaints).toEqual([]);
  });
});
