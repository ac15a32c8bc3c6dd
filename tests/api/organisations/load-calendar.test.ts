import { calendarKind } from '../../../server/src/modules/organisations/index.ts';
import { countsOf, csvOf, loadText, refusalOf } from '../../support/loading.ts';
import { person } from '../../support/people.ts';
import { SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const HEADINGS = ['School', 'Kind', 'Name', 'First day', 'Last day'];
const OF_ALL = [
  ['all', 'Term', 'Autumn', '03/09/2026', '18/12/2026'], ['all', 'Half-term holiday', '', '26/10/2026', '30/10/2026'], ['all', 'Term', 'Spring', '05/01/2027', '25/03/2027'],
  ['all', 'Holiday', 'Half term', '15/02/2027', '19/02/2027'], ['all', 'Term', 'Summer', '13/04/2027', '20/07/2027'], ['all', 'INSET', 'Training', '04/01/2027', ''], ['all', 'INSET', '', '19/07/2027', '20/07/2027'],
];
const fileOf = (...rows: string[][]): string => csvOf(HEADINGS, ...rows);
const weeks = 'select week_start, academic_year, ordinal, open_days from school_week where school_id = $1 and academic_year = 2026 order by 1';

jest.setTimeout(60_000);

describe('loading calendars', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('load_calendar'); });
  afterAll(() => portal.close());
  const load = (text: string) => loadText(portal.ingest, calendarKind, text);
  const terms = (schoolId: number) => portal.rows<{ term: string }>(`select name || ' ' || starts_on || ' ' || ends_on as term from school_term where school_id = $1 and academic_year = 2026 order by starts_on`, [schoolId]).then((rows) => rows.map(({ term }) => term));

  test('what is said of all holds for every open school, and the weeks follow from it', async () => {
    await portal.rows('delete from school_week');
    expect(countsOf(await load(fileOf(...OF_ALL)))).toEqual([7, 0, 7, 0, 0, 0]);
    for (const schoolId of Object.values(SCHOOLS)) {
      expect(await terms(schoolId)).toEqual(['Autumn 1 2026-09-03 2026-10-23', 'Autumn 2 2026-11-02 2026-12-18', 'Spring 1 2027-01-05 2027-02-12', 'Spring 2 2027-02-22 2027-03-25', 'Summer 2027-04-13 2027-07-20']);
      const held = await portal.rows<{ week_start: string; ordinal: number; open_days: number }>(weeks, [schoolId]);
      expect(held.slice(0, 1)).toEqual([{ week_start: '2026-08-31', academic_year: 2026, ordinal: 1, open_days: 24 }]);
      // The bank holiday of 3 May needs no row; the last week is all training days.
      expect(held.find(({ week_start: monday }) => monday === '2027-05-03')?.open_days).toBe(30);
      expect(held.find(({ week_start: monday }) => monday === '2027-07-19')).toBeUndefined();
      expect(held.map(({ ordinal }) => ordinal)).toEqual(held.map((_, index) => index + 1));
    }
    expect(countsOf(await load(fileOf(...OF_ALL)))).toEqual([7, 0, 0, 0, 7, 0]);
  });

  test('a school with terms of its own takes nothing from what is said of all', async () => {
    const own = [String(SCHOOLS.fellgate), 'Term', 'Autumn', '01/09/2026', '17/12/2026'];
    expect(countsOf(await load(fileOf(...OF_ALL, own)))).toEqual([8, 0, 0, 1, 7, 0]);
    expect(await terms(SCHOOLS.fellgate)).toEqual(['Autumn 2026-09-01 2026-12-17']);
    expect((await terms(SCHOOLS.oakmere)).length).toBe(5);
  });

  test('rows without terms are added to the year that is held', async () => {
    const snow = [String(SCHOOLS.oakmere), 'Closure', 'Snow', '18/11/2026', ''];
    expect(countsOf(await load(fileOf(snow)))).toEqual([1, 0, 0, 1, 0, 0]);
    const { data } = await portal.ask(person(Role.ATTENDANCE_OFFICER), `{ school(id: ${SCHOOLS.oakmere}) { closures { closedOn kind label } } }`);
    expect((data?.school as { closures: unknown[] }).closures).toContainEqual({ closedOn: '2026-11-18', kind: 'OCCASIONAL', label: 'Snow' });
    expect((await portal.rows<{ week_start: string; open_days: number }>(weeks, [SCHOOLS.oakmere])).find(({ week_start: monday }) => monday === '2026-11-16')?.open_days).toBe(27);
    expect((await load(fileOf([String(SCHOOLS.oakmere), 'Closure', 'Fire', '10/11/2027', '']))).notes).toEqual([`Schools whose terms of the year are not known, so that nothing was closed there: ${SCHOOLS.oakmere}.`]);
  });

  test.each<[string, string[], string, RegExp]>([
    ['an unknown school', ['990999', 'INSET', '', '05/10/2026', ''], 'School', /no school with this URN/],
    ['a name for a school', ['Oakmere', 'INSET', '', '05/10/2026', ''], 'School', /six digits/],
    ['a bare half term', ['all', 'Half term', '', '26/10/2026', '30/10/2026'], 'Kind', /not one of the values/],
    ['a term without its end', ['all', 'Term', 'Extra', '01/06/2027', ''], 'Last day', /needs its last day/],
    ['an end before the start', ['all', 'INSET', '', '05/10/2026', '04/10/2026'], 'Last day', /before the first day/],
    ['a term of a whole year', ['all', 'Term', 'Year', '01/09/2027', '20/07/2028'], 'Last day', /longer than/],
    ['a date as a number', ['all', 'INSET', '', '46300', ''], 'First day', /spreadsheet’s number/],
  ])('refuses the row with %s and keeps the others', async (_, bad, column, reason) => {
    expect((await load(fileOf(...OF_ALL, bad))).refused).toEqual([{ line: 9, column, value: expect.any(String), reason: expect.stringMatching(reason) }]);
  });

  test('terms that overlap are refused', async () => {
    expect((await refusalOf(load(fileOf(['all', 'Term', 'One', '03/09/2027', '18/12/2027'], ['all', 'Term', 'Two', '01/12/2027', '18/02/2028'])))).refused).toMatchObject([{ line: 2 }, { line: 3 }]);
  });
});
