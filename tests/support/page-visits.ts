import { JourneyBrowser, NARROW, WIDE, type Visit } from './browser.ts';
import { PAGES } from './pages.ts';

/** Each page once, on a narrow screen and then on a wide one; every second page for each of two files, so that two workers share them: last and side by side, because the smallest files come last. */
export function visitEverySecondPage(first: 0 | 1): void {
  describe('every second page', () => {
    let browser: JourneyBrowser;
    let officer: Visit;
    beforeAll(async () => {
      browser = await JourneyBrowser.open();
      officer = await browser.signIn('Priya Nandra', NARROW);
    });
    afterAll(() => browser.close());

    test.each(PAGES.filter((_page, index) => index % 2 === first))('%s has no fault axe can find and never scrolls sideways, narrow and wide', async (page) => {
      await officer.page.setViewportSize(NARROW);
      await officer.open(page);
      expect(await officer.faults()).toEqual([]);
      // Another state of a page is laid out as the page itself is.
      if (!page.includes('?')) {
        await officer.page.setViewportSize(WIDE);
        expect(await officer.faults()).toEqual([]);
      }
      expect(officer.complaints.splice(0)).toEqual([]);
    });
  });
}
