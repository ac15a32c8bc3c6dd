import { JourneyBrowser, NARROW, WIDE, type Visit } from '../support/browser.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

const PAGES = ['/', '/area', '/area?phase=SECONDARY', '/area?explain=PERSISTENT', '/schools', '/schools?silent=yes', '/schools/990417', '/schools/990402', '/schools/990417/reasons', '/reasons', '/pupils', '/pupils?measure=NO_SESSIONS', '/pupils?measure=UNAUTHORISED&schoolId=990417', '/pupils?measure=ABSENT&week=2026-11-09', '/pupils?measure=CODED&code=I', '/groups', '/groups?split=ETHNICITY&across=SEN&show=PERSISTENT&phase=PRIMARY', '/groups?split=SEX&across=TRUST&schoolId=990417', '/area?split=LAST_YEAR', '/pupils?measure=ABSENT&axis=SEN&value=K&across=SEX&acrossValue=F&last=four', '/lists', '/lists?mine=yes', '/lists/severe', '/lists/sharp-fall?mine=yes&sort=SCHOOL&direction=ASC', '/lists/weekday?ncYear=N1', '/reports', '/reports/1', '/reports/2?threshold=PERSISTENT', '/reports/3?part=SCHOOLS', '/reports/9?part=PERSISTENT', '/schools/990417?explain=PUPILS', '/explained?measure=PERSISTENT&definition=DFE_DAILY&side=LEFT_OUT&reason=TOO_YOUNG', '/lists/siblings-together', '/lists/year-6-to-7', '/barriers', '/barriers?status=ALL', '/barriers/new', '/barriers/for?schoolId=990417', '/barriers/for?pupilId=1', '/barriers', '/watching', '/watching', '/watching', '/pupils/1', '/pupils/1?view=list',
  '/data', '/data?attention=yes', '/data/send', '/data/deliveries/1', '/my-access', '/how-figures-work', '/about/published-figures', '/who-sees-what', '/accessibility', '/nowhere'];
const OTHERS: readonly [name: string, pages: readonly string[]][] = [
  ['Sandra Marlow', ['/', '/lists', '/lists/severe', '/pupils', '/data', '/data/send']],
  ['Philippa Stroud', ['/', '/schools/990417', '/schools/990417?explain=PERSISTENT']],
  ['Leanne Foxcroft', ['/', '/pupils']],
  ['Siân Pryce', ['/', '/pupils']],
  ['Wei Ling Cho', ['/', '/area', '/schools']],
  ['Imran Shafiq', ['/', '/my-access']],
];

describe('every page', () => {
  let browser: JourneyBrowser;
  beforeAll(async () => { browser = await JourneyBrowser.open(); });
  afterAll(() => browser.close());

  /** What is wrong with a page as a person sees it. */
  const faultsOf = async (visit: Visit, page: string): Promise<string[]> => {
    await visit.open(page);
    return visit.faults();
  };

  describe.each([['1280 px', WIDE], ['320 px', NARROW]])('at %s', (_width, viewport) => {
    let officer: Visit;
    beforeAll(async () => { officer = await browser.signIn('Priya Nandra', viewport); });
    afterAll(() => officer.close());

    test.each(PAGES)('%s has no fault axe can find and never scrolls sideways', async (page) => {
      expect(await faultsOf(officer, page)).toEqual([]);
      expect(officer.complaints.splice(0)).toEqual([]);
    });
  });

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
