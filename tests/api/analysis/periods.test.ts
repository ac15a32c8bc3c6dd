import { addDays, weekStartOf } from '@attendance/shared/kernel';
import { addCrowd } from '../../support/crowd.ts';
import { headingsOf } from '../../support/figure-lists.ts';
import { person } from '../../support/people.ts';
import { countsOf, sendRegisters, type BookMark } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const manager = person(Role.TEAM_MANAGER);
const officer = person(Role.ATTENDANCE_OFFICER);
const head = person(Role.HEADTEACHER, { schools: [SCHOOLS.oakmere] });
const governor = person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] });
const governorOfMany = person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] });
const A_YEAR = 364;

interface Counts { possible: number; attended: number | null; absent: number | null; unauthorised: number | null; late: number | null }
interface Period { kind: string; from: string; to: string; figures: Counts; lastYear: Counts }
const COUNTS = 'possible attended absent unauthorised late';

describe('figures by week, term and year', () => {
  let portal: TestPortal;
  let book: BookMark[];
  beforeAll(async () => {
    portal = await TestPortal.open('periods');
    book = await sendRegisters(portal, [...Object.values(PUPILS), ...await addCrowd(portal.ingest, 24, SCHOOLS.tarnbrook)]);
    // Two schools keep the same dates, one its own.
    const terms = (schoolId: number, halfTermFrom: string): string => `(${schoolId}, 2026, 'Autumn 1', '2026-09-03', '2026-10-23'), (${schoolId}, 2026, 'Autumn 2', '${halfTermFrom}', '2026-12-18'), (${schoolId}, 2026, 'Spring 1', '2027-01-04', '2027-02-12')`;
    await portal.rows(`insert into school_term (school_id, academic_year, name, starts_on, ends_on) values ${terms(SCHOOLS.tarnbrook, '2026-11-02')}, ${terms(SCHOOLS.fellgate, '2026-11-02')}, ${terms(SCHOOLS.oakmere, '2026-11-09')}`);
  });
  afterAll(() => portal.close());

  const weeksIn = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000) + 1;

  const ask = async (actor = manager, args = ''): Promise<{ periods: Period[]; weeks: string[] }> =>
    (await portal.ask(actor, `{ periodFigures${args} { weeks periods { kind from to figures { ${COUNTS} } lastYear { ${COUNTS} } } } }`)).data?.periodFigures as never;

  /** Worked out from the marks by the shared rules alone. */
  const fromMarks = (from: string, to: string, which: (mark: BookMark) => boolean = () => true): Counts => {
    const { possible, attended, authorised, unauthorised, lateBefore, lateAfter } = countsOf(book.filter((mark) => mark.day >= from && mark.day < addDays(to, 7) && which(mark)));
    return { possible, attended, absent: authorised + unauthorised, unauthorised, late: lateBefore + lateAfter };
  };

  test('are those of the marks of their weeks, this year and 52 weeks before, for the area, a phase and a school', async () => {
    for (const [args, which] of [['', () => true], ['(phase: "PRIMARY")', (mark: BookMark) => mark.pupil.schoolId === SCHOOLS.fellgate], [`(schoolId: ${SCHOOLS.oakmere})`, (mark: BookMark) => mark.pupil.schoolId === SCHOOLS.oakmere]] as const) {
      const { periods, weeks } = await ask(manager, args);
      expect([args, periods.map(({ kind }) => kind)]).toEqual([args, ['LATEST_WEEK', 'RECENT_WEEKS', 'HALF_TERM', 'TERM', 'YEAR']]);
      expect([periods.at(-1)?.from, periods.at(-1)?.to]).toEqual([weeks[0], weeks.at(-1)]);
      for (const { kind, from, to, figures, lastYear } of periods) {
        expect([args, kind, figures]).toEqual([args, kind, fromMarks(from, to, which)]);
        expect([args, kind, lastYear]).toEqual([args, kind, fromMarks(addDays(from, -A_YEAR), addDays(to, -A_YEAR), which)]);
      }
    }
  });

  test('begin with the half term and the term as most schools within them have it', async () => {
    const firsts = async (args = ''): Promise<(string | undefined)[]> => {
      const { periods } = await ask(manager, args);
      return ['HALF_TERM', 'TERM'].map((kind) => periods.find((period) => period.kind === kind)?.from);
    };
    expect(await firsts()).toEqual(['2026-11-02', weekStartOf('2026-09-03')]);
    expect(await firsts(`(schoolId: ${SCHOOLS.oakmere})`)).toEqual(['2026-11-09', weekStartOf('2026-09-03')]);
  });

  test('open the rows they count, last year’s too', async () => {
    const { periods } = await ask(head, `(schoolId: ${SCHOOLS.oakmere}, from: "2026-09-14", to: "2026-10-05")`);
    expect(periods.at(-1)).toMatchObject({ kind: 'CHOSEN', from: '2026-09-14', to: '2026-10-05' });
    for (const { from, to, figures, lastYear } of periods) {
      const of = (measure: string, back = 0) => ({ schoolId: SCHOOLS.oakmere, fromWeek: addDays(from, -back), toWeek: addDays(to, -back), measure });
      const found = await headingsOf(portal, head, [of('ATTENDED'), of('ABSENT'), of('UNAUTHORISED'), of('LATE'), of('ATTENDED', A_YEAR)]);
      expect(found.map(({ sessions }) => sessions)).toEqual([figures.attended, figures.absent, figures.unauthorised, figures.late, lastYear.attended]);
    }
  });

  test('tell people who see figures only the year as everywhere, and other weeks to the nearest five', async () => {
    const within = `(schoolId: ${SCHOOLS.tarnbrook})`;
    const [shown, true_] = [await ask(governorOfMany, within), await ask(officer, within)];
    const { figures: year } = (await portal.ask(governorOfMany, `{ schoolOverview${within} { figures { attended unauthorised lateBefore lateAfter } } }`)).data?.schoolOverview as { figures: Record<'attended' | 'unauthorised' | 'lateBefore' | 'lateAfter', number | null> };
    const isHidden = { attended: year.attended === null, absent: year.attended === null, unauthorised: year.unauthorised === null, late: year.lateBefore === null || year.lateAfter === null };
    expect(shown.periods.map(({ kind, from, to }) => [kind, from, to])).toEqual(true_.periods.map(({ kind, from, to }) => [kind, from, to]));
    for (const [index, { kind, from, to, figures, lastYear }] of shown.periods.entries()) {
      const told = true_.periods[index]!;
      for (const [of, counts, own] of [['now', figures, told.figures], ['last year', lastYear, told.lastYear]] as const) {
        expect([kind, of, counts.possible]).toEqual([kind, of, own.possible]);
        const isExact = kind === 'YEAR' && of === 'now';
        for (const name of ['absent', 'unauthorised', 'late'] as const) {
          if (of === 'now') expect([kind, name, counts[name] === null]).toEqual([kind, name, isHidden[name]]);
          if (counts[name] !== null) expect([kind, of, name, isExact ? counts[name] === own[name] : counts[name] % 5 === 0 && Math.abs(counts[name] - own[name]!) <= 5 * weeksIn(from, to)]).toEqual([kind, of, name, true]);
        }
        if (counts.unauthorised !== null && kind === 'LATEST_WEEK') expect(counts.unauthorised).toBe(Math.round(own.unauthorised! / 5) * 5);
        expect([kind, of, counts.attended]).toEqual([kind, of, counts.absent === null ? null : counts.possible - counts.absent]);
      }
    }
    expect(shown.periods.filter(({ figures, lastYear }) => (figures.absent ?? 0) > 0 && (lastYear.absent ?? 0) > 0).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['TERM', 'YEAR']));
  });

  test('tell people who see figures only of any chosen weeks no more than of each of them alone', async () => {
    const within = (from: string, to: string): string => `(schoolId: ${SCHOOLS.tarnbrook}, from: "${from}", to: "${to}")`;
    const chosen = async (actor: typeof governorOfMany, from: string, to: string): Promise<Period> => (await ask(actor, within(from, to))).periods.find(({ kind }) => kind === 'CHOSEN')!;
    const { weeks } = await ask(governorOfMany, `(schoolId: ${SCHOOLS.tarnbrook})`);
    const alone = await Promise.all(weeks.map((week) => chosen(governorOfMany, week, week)));
    const own = await Promise.all(weeks.map((week) => chosen(officer, week, week)));
    const sum = (counts: readonly Counts[], name: keyof Counts): number | null => (counts.some((each) => each[name] === null) ? null : counts.reduce((total, each) => total + each[name]!, 0));
    // Rounding a span as a whole would tell otherwise of these weeks: they are worth trying.
    const differs = new Set<boolean>();
    for (let first = 0; first < weeks.length; first += 1) {
      for (let last = first + 1; last < weeks.length; last += 1) {
        const span = await chosen(governorOfMany, weeks[first]!, weeks[last]!);
        for (const side of ['figures', 'lastYear'] as const) {
          const parts = alone.slice(first, last + 1).map((each) => each[side]);
          for (const name of ['possible', 'attended', 'absent', 'unauthorised', 'late'] as const) expect([weeks[first], weeks[last], side, name, span[side][name]]).toEqual([weeks[first], weeks[last], side, name, sum(parts, name)]);
        }
        if (span.figures.unauthorised !== null) differs.add(span.figures.unauthorised !== Math.round(sum(own.slice(first, last + 1).map(({ figures }) => figures), 'unauthorised')! / 5) * 5);
      }
    }
    expect(differs.has(true)).toBe(true);
  });

  test('tell a governor nothing of a school of four but its possible sessions, and nobody anything of a school beyond reach', async () => {
    const shown = await ask(governor, `(schoolId: ${SCHOOLS.oakmere})`);
    const true_ = await ask(officer, `(schoolId: ${SCHOOLS.oakmere})`);
    const hide = ({ possible }: Counts): Counts => ({ possible, attended: null, absent: null, unauthorised: null, late: null });
    expect(shown.periods).toEqual(true_.periods.map((period) => ({ ...period, figures: hide(period.figures), lastYear: hide(period.lastYear) })));
    expect(await ask(governor, `(schoolId: ${SCHOOLS.tarnbrook})`)).toEqual({ periods: [], weeks: [] });
  });
});
