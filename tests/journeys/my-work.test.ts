import { CLOCKS_PATH, TASKS_PATH, WORK_PATH } from '@attendance/shared/tasks';
import { JourneyBrowser, WIDE, type Visit } from '../support/browser.ts';

jest.setTimeout(240_000);

/** Something to be done, from the moment it is noted until it is closed. */
describe('my work', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra', WIDE);
  });
  afterAll(() => browser.close());

  test('a task is added, begun with others at once, and closed with what came of it', async () => {
    const { page } = officer;
    const what = `Ring the transport team ${Date.now()}`;
    await officer.open(`${TASKS_PATH}/new`);
    await page.getByRole('button', { name: 'Add this task' }).click();
    // Nothing was filled in: the form says so, by field.
    await page.getByRole('alert').getByText('Say what is to be done').waitFor();
    await page.waitForTimeout(1100); // a second press within a second counts as a double click
    await page.getByLabel('What is to be done?').fill(what);
    await page.getByLabel('By when?').fill('19/11/2026');
    await page.getByRole('button', { name: 'Add this task' }).click();
    await page.getByRole('heading', { level: 1, name: what }).waitFor();
    expect(await officer.faults()).toEqual([]);

    await officer.open(WORK_PATH);
    await page.getByLabel(`Choose: ${what}`).check();
    await page.getByRole('button', { name: 'Save for all chosen' }).click();
    await page.getByText('1 done, 0 skipped, 0 failed').waitFor();
    expect(await officer.faults()).toEqual([]);

    await page.getByRole('button', { name: new RegExp(`Answer\\s*${what}`) }).click();
    await page.getByLabel('How far is it?').selectOption('DONE');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('Say what came of it').waitFor();
    expect(await page.getByLabel('How far is it?').inputValue()).toBe('DONE');
    await page.waitForTimeout(1100);
    await page.getByLabel('What came of it?').fill('A seat on the early bus from Monday');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByLabel(`Choose: ${what}`).waitFor({ state: 'detached' });

    await officer.open(`${TASKS_PATH}?status=DONE&source=OWN`);
    await page.getByRole('link', { name: what }).click();
    await page.getByText('A seat on the early bus from Monday').first().waitFor();
    expect(await officer.faults()).toEqual([]);
    await officer.open(CLOCKS_PATH);
    expect(await officer.faults()).toEqual([]);
    expect(officer.complaints.splice(0)).toEqual([]);
  });
});
