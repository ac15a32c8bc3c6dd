import { JourneyBrowser, type Visit } from '../support/browser.ts';

jest.setTimeout(240_000);

/** Eight pupils on a list of their own, the six actions of the last meeting: what a meeting of one school takes with it. */
const [PUPILS, ACTIONS] = [8, 6];
/** One thing carried from a page into a document, done as quickly as can be: a click to mark it, copy, paste. */
const CARRIED = 3;

/** Counts what a person does to a page: each click, each key, each choice from a list. */
const COUNTER = `for (const kind of ['click', 'keydown', 'change']) addEventListener(kind, (event) => {
  if (!event.isTrusted || (kind === 'change' && event.target.tagName !== 'SELECT')) return;
  sessionStorage.setItem('acts', String(Number(sessionStorage.getItem('acts') ?? '0') + 1));
}, true);`;

/** The bound of the project: preparing a meeting takes at most half the keys and clicks of doing it from lists that are exported. Counted in the browser, each key and each click. */
describe('what preparing a meeting costs', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra');
    // Kept over page loads, as a person’s hands are.
    await officer.page.addInitScript({ content: COUNTER });
  });
  afterAll(() => browser.close());

  const acts = async (from: string, work: () => Promise<void>): Promise<number> => {
    await officer.open(from);
    await officer.page.evaluate(`sessionStorage.setItem('acts', '0')`);
    await work();
    return officer.page.evaluate<number>(`Number(sessionStorage.getItem('acts'))`);
  };
  const follow = async (name: string | RegExp): Promise<void> => {
    await officer.page.getByRole('link', { name }).first().click();
    await officer.settled();
  };

  test('is at most half of what it costs from lists', async () => {
    const { page } = officer;
    const here = await acts('/', async () => {
      await follow('Meetings');
      // The next step in the row of the school: today’s meeting.
      await page.getByRole('row', { name: /^Oakmere Academy/ }).getByRole('link').last().click();
      await page.getByRole('heading', { level: 1, name: 'Oakmere Academy' }).waitFor();
      await follow('Figures and whom to talk about');
      await page.getByRole('heading', { name: /^Pupils to talk about/ }).waitFor();
    });

    const lists = await acts('/', async () => {
      // Who is to be spoken about: two lists, narrowed to the school.
      for (const list of ['severe', 'sharp-fall']) {
        await follow('Lists');
        await page.locator(`main a[href^="/lists/${list}"]`).first().click();
        await officer.settled();
      }
      // The school in figures, and beside others.
      await follow('Schools');
      await follow('Oakmere Academy');
      // What the last meeting agreed, from its record.
      await follow('Meetings');
      await follow('Oakmere Academy');
    });
    const there = lists + CARRIED * (2 * PUPILS + ACTIONS);
    process.stdout.write(`Preparing a meeting: ${here} keys and clicks here; ${there} from lists (${lists} to open them, ${CARRIED} for each of ${2 * PUPILS + ACTIONS} names, reasons and actions carried over).\n`);
    expect(here * 2).toBeLessThanOrEqual(there);
    // The pages alone, with nothing carried into any document, are no cheaper than the pack.
    expect(here).toBeLessThanOrEqual(lists);
    expect(officer.complaints).toEqual([]);
  });
});
