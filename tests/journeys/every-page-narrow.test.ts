import { JourneyBrowser, NARROW, type Visit } from '../support/browser.ts';
import { PAGES } from '../support/pages.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

describe('every page on a narrow screen', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra', NARROW);
  });
  afterAll(() => browser.close());

  test.each(PAGES)('%s has no fault axe can find and never scrolls sideways', async (page) => {
    await officer.open(page);
    expect(await officer.faults()).toEqual([]);
    expect(officer.complaints.splice(0)).toEqual([]);
  });
});
