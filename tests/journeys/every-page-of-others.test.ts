import { JourneyBrowser, NARROW, type Visit } from '../support/browser.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

const OTHERS: readonly [name: string, pages: readonly string[]][] = [
  ['Sandra Marlow', ['/', '/lists', '/lists/severe', '/pupils', '/data', '/data/send']],
  ['Philippa Stroud', ['/', '/meetings', '/schools/990417', '/schools/990417?explain=PERSISTENT']],
  ['Leanne Foxcroft', ['/', '/pupils']],
  ['Siân Pryce', ['/', '/meetings', '/pupils']],
  ['Wei Ling Cho', ['/', '/area', '/schools']],
  ['Imran Shafiq', ['/', '/my-access']],
];

describe('every page of others', () => {
  let browser: JourneyBrowser;
  beforeAll(async () => { browser = await JourneyBrowser.open(); });
  afterAll(() => browser.close());

  /** What is wrong with a page as a person sees it. */
  const faultsOf = async (visit: Visit, page: string): Promise<string[]> => {
    await visit.open(page);
    return visit.faults();
  };

  describe.each(OTHERS)('for %s, narrow', (name, pages) => {
    let person: Visit;
    beforeAll(async () => { person = await browser.signIn(name, NARROW); });
    afterAll(() => person.close());

    test.each(pages)('%s is as sound', async (page) => {
      expect(await faultsOf(person, page)).toEqual([]);
      expect(person.complaints.splice(0)).toEqual([]);
    });
  });
});
