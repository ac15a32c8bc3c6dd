import { JourneyBrowser, NARROW, WIDE, type Visit } from '../support/browser.ts';

jest.setTimeout(240_000);

/** From an offer to a booked date: the officer, the school, and the officer again. */
describe('planning a meeting', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  let champion: Visit;
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra', WIDE);
    champion = await browser.signIn('Daniel Hargreave', NARROW);
  });
  afterAll(() => browser.close());

  const complaints = (): string[] => [...officer.complaints.splice(0), ...champion.complaints.splice(0)];

  test('the officer offers a date, the school books it, and the planner shows it booked', async () => {
    const { page } = officer;
    await officer.open('/meetings/schools/990417');
    await page.getByRole('button', { name: 'Offer or book a meeting' }).click();
    await officer.settled();
    await page.getByRole('button', { name: 'Offer this meeting' }).click();
    // Nothing was filled in: the form says so, by field, and keeps what was chosen.
    await page.getByRole('alert').getByText('Enter the day as a real date').waitFor();
    await page.waitForTimeout(1100); // a second press within a second counts as a double click
    await page.getByLabel('Day').fill('2 December 2026');
    await page.getByLabel('Begins at').fill('14.00');
    await page.getByLabel('Where (optional)').fill('Library');
    await page.getByRole('button', { name: 'Offer this meeting' }).click();
    await page.getByRole('heading', { level: 1, name: 'Oakmere Academy' }).waitFor();
    expect(await page.getByText('Wednesday 18 November 2026').count()).toBeGreaterThan(0); // the school prepares by then
    expect(await officer.faults()).toEqual([]);

    const address = new URL(page.url()).pathname;
    await champion.open(address);
    await champion.page.getByRole('button', { name: 'Book a date' }).click();
    await champion.page.waitForURL(`**${address}/book`);
    await champion.settled();
    await champion.page.getByRole('button', { name: 'Book a date' }).click();
    await champion.page.getByText('Booked', { exact: true }).first().waitFor();
    expect(await champion.faults()).toEqual([]);

    await officer.open('/meetings?mine=yes');
    expect(await page.getByRole('link', { name: /^Booked, .*2 Dec.*14:00.*Oakmere Academy$/ }).count()).toBeGreaterThan(0);
    expect(await officer.faults()).toEqual([]);
    expect(complaints()).toEqual([]);
  });
});
