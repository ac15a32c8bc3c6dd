import { daysOfWeeks, halfTermEdges, halfTermFrom, halfTermWatch, holidayEdges, longestHolidayRun, missedOn, REPORTS, roundedRate, workListLimits, type CalendarWeek, type DayMarks } from '@attendance/shared/attendance';
import { openDaysOfWeek } from '@attendance/shared/calendar';
import { ruleValue, weekStartOf } from '@attendance/shared/kernel';
import { person } from '../../support/people.ts';
import { reportFor, type AnsweredReport } from '../../support/report-answer.ts';
import { codeIn, countsIn, groupBy, inYear, sendReportBook, THIS_YEAR } from '../../support/report-book.ts';
import { fileOf, type BookMark } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { standingsByRule } from '../../support/standings.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(120_000);

const manager = person(Role.TEAM_MANAGER);
const LEFT: readonly number[] = [PUPILS.leaver.enrolmentId, PUPILS.recent.enrolmentId];

describe('what reports count by half terms, by age and along runs, beside the marks that went in', () => {
  let portal: TestPortal;
  let marks: readonly BookMark[];
  let now: readonly BookMark[];
  let calendar: readonly (CalendarWeek & { schoolId: number })[];
  beforeAll(async () => {
    portal = await TestPortal.open('reports_more');
    const book = await sendReportBook(portal);
    // One pupil is excluded for eight days with a weekend between, another for five, and neither is told apart from a few marks of E; a third is away without leave since half term.
    const away = (code: string, pupil: TestPupil, from: string, to: string): BookMark[] => book.marks.filter((mark) => mark.pupil.id === pupil.id && mark.day >= from && mark.day <= to).map((mark) => ({ ...mark, code }));
    const more = [...away('E', book.crowd[5]!, '2026-11-05', '2026-11-16'), ...away('E', book.crowd[6]!, '2026-11-09', '2026-11-13'), ...away('O', book.crowd[7]!, '2026-11-02', TODAY)];
    await portal.send(fileOf(more), SCHOOLS.tarnbrook, 'excluded.csv');
    const keyOf = ({ pupil, day, half }: BookMark): string => `${pupil.enrolmentId} ${day} ${half}`;
    const changed = new Map(more.map((mark) => [keyOf(mark), mark]));
    marks = book.marks.map((mark) => changed.get(keyOf(mark)) ?? mark);
    now = inYear(marks, THIS_YEAR);
    calendar = await portal.rows(`select school_id as "schoolId", week_start as "weekStart", open_days as "openDays" from school_week order by 1, 2`);
  });
  afterAll(() => portal.close());

  const report = (number: number, part: string | null = null, actor = manager): Promise<AnsweredReport> => reportFor(portal, actor, number, part);
  const halfTermOf = (schoolId: number, on: string): string => halfTermFrom(calendar.filter((week) => week.schoolId === schoolId), on) ?? '';
  const of = (some: readonly BookMark[], schoolId: number | null): BookMark[] => some.filter(({ pupil }) => pupil.schoolId === schoolId);

  test('1: absence of this half term beside the whole of the one before', async () => {
    for (const { schoolId, cells } of (await report(1)).rows) {
      const from = halfTermOf(schoolId ?? 0, '2026-11-18');
      const before = halfTermOf(schoolId ?? 0, '2026-10-31');
      const [late, early] = [countsIn(of(now, schoolId).filter(({ day }) => day >= from)), countsIn(of(now, schoolId).filter(({ day }) => day >= before && day < from))];
      expect([from, before, cells.halfTerm]).toEqual(['2026-11-02', '2026-08-31', String(roundedRate((late.absent * 100) / late.possible - (early.absent * 100) / early.possible))]);
    }
  });

  test('2: says what the last record said of a plan: nothing where no meeting was held', async () => {
    const { rows } = await report(2);
    expect(new Set(rows.map(({ cells }) => cells.plan))).toEqual(new Set(['']));
  });

  test('3: N stands out by its age, not by its share, and is told to people who may read registers', async () => {
    const overdue = (await portal.ask(manager, '{ overdueReasons { schoolId sessions } }')).data?.overdueReasons as { schoolId: string; sessions: number }[];
    const found = (await report(3, 'OUTLIERS')).rows.filter(({ cells }) => cells.code === 'N');
    expect(found.map(({ schoolId, cells }) => [String(schoolId), Number(/^(\d+) still without a reason after 5 school days, the oldest of \d+ \w+$/.exec(cells.why ?? '')?.[1]), cells.sessions])).toEqual(
      overdue.map(({ schoolId, sessions }) => [schoolId, sessions, String(of(now, Number(schoolId)).filter((mark) => codeIn(mark) === 'N').length)]));
    expect(found.length).toBeGreaterThan(0);
    expect((await report(3, 'OUTLIERS', person(Role.DATA_ANALYST))).rows.filter(({ cells }) => cells.code === 'N')).toEqual([]);
  });

  test('6: late five times or more in the half term, no week before it counted', async () => {
    const late = [...groupBy(now.filter(({ pupil, day }) => weekStartOf(day) >= halfTermOf(pupil.schoolId, '2026-11-18')), ({ pupil }) => pupil.enrolmentId)].map(([id, own]) => [id, countsIn(own).late] as const)
      .filter(([id, times]) => times >= 5 && !LEFT.includes(id));
    const { rows, total } = await report(6, 'PUPILS');
    expect(late.length).toBeGreaterThan(0);
    expect([total, rows.map(({ key, cells }) => [Number(key), Number(cells.late)]).sort()]).toEqual([late.length, late.map(([id, times]) => [id, times]).sort()]);
    expect(rows[0]?.cells.why).toMatch(/^Late \d+ times in the half term that began in the week of 2 November(; [^;]+)*[.]$/);
    expect((await report(6, 'PUPILS')).of).toMatch(/^Late 5 times or more, /);
    const shares = rows.map(({ cells }) => Number(cells.late));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  /** The register of everyone at a school, as the database holds it and as the rules read it. */
  const registers = async (): Promise<{ enrolmentId: number; schoolId: number; days: DayMarks[] }[]> => [...groupRows(await portal.rows<{ enrolmentId: number; schoolId: number; weekStart: string; marks: string }>(
    `select enrolment_id as "enrolmentId", school_id as "schoolId", week_start as "weekStart", marks from register_week where week_start >= '2026-08-26' order by 1, 3`))].map(([enrolmentId, weeks]) => ({ enrolmentId, schoolId: weeks[0]!.schoolId, days: daysOfWeeks(weeks) }));
  const groupRows = <Row extends { enrolmentId: number }>(rows: readonly Row[]): Map<number, Row[]> => {
    const groups = new Map<number, Row[]>();
    for (const row of rows) groups.set(row.enrolmentId, [...(groups.get(row.enrolmentId) ?? []), row]);
    return groups;
  };
  const openOf = (schoolId: number): string[] => calendar.filter((week) => week.schoolId === schoolId).flatMap(openDaysOfWeek);

  test('7: exactly those on roll who missed enough beside half term, by whatever code, as the rule counts', async () => {
    const watch = halfTermWatch(TODAY);
    const missed = (await registers()).filter(({ enrolmentId }) => !LEFT.includes(enrolmentId)).map(({ enrolmentId, schoolId, days }) => [String(enrolmentId), String(missedOn(days, new Set(halfTermEdges(openOf(schoolId), watch))))] as const);
    const expected = missed.filter(([, sessions]) => Number(sessions) >= watch.sessions);
    const { rows, total, of: words } = await report(7, 'HALF_TERM');
    expect([total, rows.map(({ key, cells }) => [key, cells.missed]).sort()]).toEqual([expected.length, expected.map(([key, sessions]) => [key, sessions]).sort()]);
    expect([expected.length > 3, expected.length < missed.length]).toEqual([true, true]);
    expect(rows[0]?.cells.why).toMatch(/^Missed 4 sessions beside half term: 23 October \(\w\d?, \w\d?\) and 2 November \(\w\d?, \w\d?\)(; [^;]+)*[.]$/);
    // Other codes than G are counted: not all of them stand on the list of holiday without leave.
    const holiday = (await report(7, 'PUPILS')).rows.map(({ key }) => key);
    expect(rows.some(({ key }) => !holiday.includes(key))).toBe(true);
    expect(words).toContain('Missed 2 sessions or more, for whatever reason');
    expect(words).toContain('a break of 7 to 14 days');
    const school = await reportFor(portal, manager, 7, 'HALF_TERM', { filter: { schoolId: SCHOOLS.oakmere, ncYear: '9' } });
    expect([school.total, school.rows.every(({ schoolId }) => schoolId === SCHOOLS.oakmere)]).toEqual([school.rows.length, true]);
  });

  test('7: how long each was away around a holiday', async () => {
    const gap = ruleValue('holiday-edge.gap-days', TODAY);
    const runs = new Map((await registers()).map(({ enrolmentId, schoolId, days }) => [String(enrolmentId), String(longestHolidayRun(days, new Set(holidayEdges(openOf(schoolId), gap))) / 2)]));
    const { rows } = await report(7, 'PUPILS');
    expect(rows.map(({ key, cells }) => [key, cells.run])).toEqual(rows.map(({ key }) => [key, runs.get(key)]));
    expect(rows.some(({ cells }) => cells.run === '2')).toBe(true);
  });

  test('10: names those the rolls count, to people who may take names, in the order asked', async () => {
    const { rows, total } = await report(10, 'LEFT');
    expect([total, rows.map(({ key, cells }) => [Number(key), cells.reason])]).toEqual([2, expect.arrayContaining(LEFT.map((id) => [id, null]))]);
    expect(rows.map(({ cells }) => cells.on)).toEqual(rows.map(({ cells }) => cells.on).sort().reverse());
    expect((await reportFor(portal, manager, 10, 'LEFT', { sort: 'on', direction: 'ASC' })).rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key).reverse());
    expect((await report(10, 'JOINED')).total).toBe(0);
    expect((await portal.ask(person(Role.DATA_ANALYST), '{ report(number: 10, part: "LEFT") { total } }')).errors).not.toEqual([]);
  });

  test('8: E from the sixth school day in a row on, along each pupil’s own possible sessions', async () => {
    const beyond = (schoolId: number | null): number => [...groupBy(of(now, schoolId).filter((mark) => countsIn([mark]).possible === 1), ({ pupil }) => pupil.enrolmentId).values()]
      .flatMap((own) => [...own].sort((a, b) => `${a.day}${a.half}`.localeCompare(`${b.day}${b.half}`)).map((mark) => (codeIn(mark) === 'E' ? 'E' : '.')).join('').match(/E{11,}/g) ?? []).reduce((sum, run) => sum + run.length - 10, 0);
    const { rows } = await report(8);
    expect(rows.map(({ schoolId, cells }) => [schoolId, cells.beyond])).toEqual(rows.map(({ schoolId }) => [schoolId, String(beyond(schoolId))]));
    expect(beyond(SCHOOLS.tarnbrook)).toBeGreaterThanOrEqual(5);
    expect((await report(8, null, person(Role.DATA_ANALYST))).rows.map(({ cells }) => cells.beyond)).toEqual([null, null, null]);
  });

  test('10: pupils of whom a school must tell the council, by the marks', async () => {
    const limits = workListLimits(TODAY);
    const schoolOf = new Map(marks.map(({ pupil }) => [pupil.enrolmentId, pupil.schoolId]));
    const expected = new Map<number, [number, number]>();
    for (const row of (await standingsByRule(portal)).filter(({ enrolmentId }) => !LEFT.includes(enrolmentId))) {
      const [ten, fifteen] = [row.unauthorisedRun >= limits.returnDays * 2, row.illSessions >= limits.illDays * 2].map(Number) as [number, number];
      if (ten + fifteen > 0) { const held = expected.get(schoolOf.get(row.enrolmentId) ?? 0) ?? [0, 0]; expected.set(schoolOf.get(row.enrolmentId) ?? 0, [held[0] + ten, held[1] + fifteen]); }
    }
    expect(new Map((await report(10, 'POINTS')).rows.map(({ schoolId, cells }) => [schoolId, [Number(cells.tenDays), Number(cells.fifteenDays)]]))).toEqual(expected);
    expect(expected.size).toBeGreaterThan(0);
    expect((await report(10, 'POINTS')).of).toContain('10 school days in a row without leave, or 15 school days ill this year');
  });

  test('12: leads to what followed from meetings, for whoever may read them, and says no more that nothing is recorded', async () => {
    const elsewhere = async (actor: typeof manager): Promise<unknown> => ((await portal.ask(actor, '{ report(number: 12) { report { elsewhere { path } } } }')).data?.report as { report: { elsewhere: unknown } } | undefined)?.report.elsewhere;
    expect(await elsewhere(manager)).toEqual([{ path: '/meetings/effect' }]);
    expect(REPORTS.flatMap(({ notHeld }) => notHeld).filter((words) => /interventions are not recorded|half term is not in/.test(words))).toEqual([]);
  });
});
