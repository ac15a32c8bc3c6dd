import { TASKS_PATH } from '@attendance/shared/tasks';
import { JourneyBrowser, type Visit } from '../support/browser.ts';

jest.setTimeout(240_000);

/** The page's own code, as the portal names its files; not the few lines that come before it. */
const CODE = /\/assets\/(?!early-)[\w.-]+\.js$/;

describe('a drawn page whose code has not come yet', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  let release: () => void;
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra');
  });
  afterEach(async () => {
    await officer.page.unroute(CODE);
    expect(officer.complaints).toEqual([]);
  });
  afterAll(async () => {
    await officer.close();
    await browser.close();
  });

  /** Opens a page and holds its code back until it is released. */
  const openWithoutCode = async (path: string): Promise<void> => {
    const held = new Promise<void>((resolve) => { release = resolve; });
    await officer.page.route(CODE, async (route) => { await held; await route.continue(); });
    await officer.page.goto(path, { waitUntil: 'commit' });
    await officer.page.locator('#root[data-drawn]:not([inert])').waitFor();
  };

  test('keeps what is typed into the search box, and looks for it once the code is there', async () => {
    await openWithoutCode('/');
    const box = officer.page.getByRole('combobox', { name: 'Find a pupil' });
    await box.pressSequentially('Thirk');
    expect(await officer.page.getByRole('button', { name: 'Clear the search' }).count()).toBe(0);
    release();
    await officer.settled();
    expect(await box.inputValue()).toBe('Thirk');
    await officer.page.getByRole('button', { name: 'Clear the search' }).waitFor();
    await officer.page.getByRole('option').first().waitFor();
    await box.press('Backspace');
    expect(await box.inputValue()).toBe('Thir');
  });

  test('keeps what is chosen, ticked and typed in a form', async () => {
    await openWithoutCode(TASKS_PATH);
    const choice = officer.page.getByLabel('Status', { exact: true }).first();
    await choice.selectOption('ALL');
    release();
    await officer.settled();
    expect(await choice.inputValue()).toBe('ALL');

    await officer.page.unroute(CODE);
    await openWithoutCode('/watching');
    await officer.page.getByText('Make a list', { exact: true }).first().click();
    const choices = officer.page.getByRole('radio', { name: 'Schools' });
    await choices.check({ force: true });
    const name = officer.page.getByLabel('Name', { exact: true }).first();
    await name.fill('Buses of line 7');
    release();
    await officer.settled();
    expect([await choices.isChecked(), await officer.page.getByRole('radio', { name: 'Children' }).isChecked(), await name.inputValue()]).toEqual([true, false, 'Buses of line 7']);
  });

  test('sends filters as they are: the address says them, and the server answers', async () => {
    await openWithoutCode('/area');
    const { page } = officer;
    await page.getByLabel('Phase', { exact: true }).first().selectOption('SECONDARY');
    await page.getByRole('search', { name: 'Choose a phase' }).getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/phase=SECONDARY/, { waitUntil: 'commit' });
    expect(await page.locator('main h1').first().innerText()).not.toBe('');
    release();
    await officer.settled();
    expect(await page.getByLabel('Phase', { exact: true }).first().inputValue()).toBe('SECONDARY');
  });

  test('holds any other form until the code is there: nothing that was typed comes into the address', async () => {
    await openWithoutCode('/barriers/new');
    const { page } = officer;
    await page.getByLabel('Title', { exact: true }).first().fill('Buses of line 7');
    await page.locator('main form button[type=submit]').first().click();
    expect(new URL(page.url()).search).toBe('');
    release();
    await officer.settled();
    // Sent now, and answered: it is not complete.
    await page.getByRole('alert').first().waitFor();
    expect([new URL(page.url()).search, await page.getByLabel('Title', { exact: true }).first().inputValue()]).toEqual(['', 'Buses of line 7']);
  });
});
