import { JourneyBrowser, WIDE, type Visit } from '../support/browser.ts';

jest.setTimeout(240_000);

describe('planning the term', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra', WIDE);
  });
  afterAll(() => browser.close());

  test('dates are looked over, offered in one press, and what failed is sent again without the rest', async () => {
    const { page } = officer;
    await officer.open('/meetings');
    await page.getByRole('button', { name: /^Plan the next \d+ weeks$/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan the next weeks' }).waitFor();
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await page.getByRole('checkbox', { name: 'Thornley Cross Primary School' }).check();
    await page.getByRole('checkbox', { name: /Millbeck CofE Primary School/ }).check();
    await page.getByLabel('Day for Thornley Cross Primary School').fill('5/12/2026'); // a Saturday
    await page.getByRole('button', { name: 'Offer the 2 chosen' }).click();
    await page.getByRole('status').getByText(/^1 offered, \d+ skipped, 1 failed\./).waitFor();
    await page.getByText('Thornley Cross Primary School is closed on that day').waitFor();
    expect(await officer.faults()).toEqual([]);
    officer.complaints.splice(0);
    await page.getByLabel('Day for Thornley Cross Primary School').fill('4 December 2026');
    await page.getByRole('button', { name: 'Offer the 1 left' }).click();
    await page.getByRole('status').getByText(/^2 offered, \d+ skipped, 0 failed\./).waitFor();
    await officer.open('/meetings');
    expect(await page.getByRole('link', { name: /^Offered, Fri 4 Dec, .*Thornley Cross Primary School$/ }).count()).toBe(1);
    expect(await officer.faults()).toEqual([]);
    expect(officer.complaints.splice(0)).toEqual([]);
  });

  test('a tier set by hand needs a reason, keeps what was typed, and says so beside the school', async () => {
    const { page } = officer;
    await officer.open('/meetings/schools/990417');
    await page.getByRole('link', { name: 'Set the tier by hand' }).click();
    await page.getByLabel('Until when?').fill('25/3/2027');
    await page.getByRole('button', { name: 'Set the tier' }).click();
    await page.getByRole('alert').getByText('Say why the tier is set by hand').waitFor();
    expect(await page.getByLabel('Until when?').inputValue()).toBe('25/3/2027');
    expect(await officer.faults()).toEqual([]);
    await page.waitForTimeout(1100); // a second press within a second counts as a double click
    await page.getByLabel('Why?').fill('A new head teacher');
    await page.getByRole('button', { name: 'Set the tier' }).click();
    await page.getByText(/^Set by hand until 2027-03-25: A new head teacher$/).waitFor();
    expect(await officer.faults()).toEqual([]);
    expect(officer.complaints.splice(0)).toEqual([]);
  });

  test('a manager tries other weights on every school, is told what is missing, and sets them from a later day', async () => {
    const manager = await browser.signIn('Ruth Calder', WIDE);
    const { page } = manager;
    await manager.open('/meetings');
    await page.getByRole('link', { name: 'How tiers are worked out' }).click();
    await page.getByRole('link', { name: 'Change weights and limits' }).or(page.getByRole('button', { name: 'Change weights and limits' })).click();
    await page.getByLabel('The targeted tier begins at').fill('two');
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByRole('alert').getByText('Enter a number, such as 1 or 0.5').waitFor();
    await page.getByLabel('The targeted tier begins at').fill('4');
    await page.getByLabel('The intensive tier begins at').fill('5');
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByRole('heading', { name: /^(\d+ of 2\d schools|No school) would move$/ }).waitFor();
    expect(await manager.faults()).toEqual([]);
    await page.getByLabel('From when?').fill('1/9/2027');
    await page.getByRole('button', { name: 'Set them' }).click();
    await page.getByRole('alert').getByText('Say why tiers are worked out like this').waitFor();
    expect([await page.getByLabel('The intensive tier begins at').inputValue(), await page.getByLabel('From when?').inputValue()]).toEqual(['5', '1/9/2027']);
    await page.waitForTimeout(1100); // a second press within a second counts as a double click
    await page.getByLabel('Why?').fill('Agreed by our leaders');
    await page.getByRole('button', { name: 'Set them' }).click();
    await page.getByRole('heading', { name: 'Other values hold from 1 September 2027' }).waitFor();
    await page.getByText('By the weights and limits the portal comes with').waitFor();
    expect(await manager.faults()).toEqual([]);
    expect(manager.complaints.splice(0)).toEqual([]);
  });
});
