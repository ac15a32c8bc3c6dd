import { JourneyBrowser, NARROW } from '../support/browser.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

const PAGES = ['/', '/area', '/area?phase=SECONDARY', '/area?explain=PERSISTENT', '/schools', '/schools?silent=yes', '/schools/990417', '/schools/990402', '/schools/990417/reasons', '/reasons', '/pupils', '/pupils?measure=NO_SESSIONS', '/pupils?measure=UNAUTHORISED&schoolId=990417', '/pupils?measure=ABSENT&week=2026-11-09', '/pupils/1', '/pupils/1?view=list',
  '/data', '/data?attention=yes', '/data/send', '/data/deliveries/1', '/my-access', '/how-figures-work', '/who-sees-what', '/accessibility', '/nowhere'];
const OTHERS: readonly [name: string, pages: readonly string[]][] = [
  ['Sandra Marlow', ['/', '/pupils', '/data', '/data/send']],
  ['Philippa Stroud', ['/', '/schools/990417']],
  ['Leanne Foxcroft', ['/', '/pupils']],
  ['Siân Pryce', ['/', '/pupils']],
  ['Wei Ling Cho', ['/', '/area', '/schools']],
  ['Imran Shafiq', ['/', '/my-access']],
];

describe('every page, wide and narrow', () => {
  let browser: JourneyBrowser;
  beforeAll(async () => { browser = await JourneyBrowser.open(); });
  afterAll(() => browser.close());

  test.each([['1280 px', undefined], ['320 px', NARROW]])('has no fault axe can find and never scrolls sideways at %s', async (_width, viewport) => {
    const officer = await browser.signIn('Priya Nandra', viewport);
    const faults: Record<string, string[]> = {};
    for (const page of PAGES) {
      await officer.open(page);
      const found = await officer.faults();
      if (found.length > 0) faults[page] = found;
    }
    expect(faults).toEqual({});
    expect(officer.complaints).toEqual([]);
    await officer.close();
  }, 240_000);

  test.each(OTHERS)('is as sound for %s', async (name, pages) => {
    const person = await browser.signIn(name, NARROW);
    const faults: Record<string, string[]> = {};
    for (const page of pages) {
      await person.open(page);
      const found = await person.faults();
      if (found.length > 0) faults[page] = found;
    }
    expect(faults).toEqual({});
    expect(person.complaints).toEqual([]);
    await person.close();
  }, 120_000);
});
