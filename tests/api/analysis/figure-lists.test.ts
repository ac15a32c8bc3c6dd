import { addDays, weekStartOf } from '@attendance/shared/kernel';
import { addCrowd } from '../../support/crowd.ts';
import { headingsOf, listedAndShown } from '../../support/figure-lists.ts';
import { FIGURES, listBehind, type Figures } from '../../support/figures.ts';
import { codesOf, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

interface Week { weekStart: string; authorised: number; unauthorised: number; lastYearAbsent: number | null }
interface Overview { academicYear: number; figures: Figures; lastYear: Figures; phases: { phase: string; schools: number; figures: Figures }[]; weeks: Week[] }
interface SchoolRow { schoolId: string; marksTo: string; lastYearAttended: number; figures: Figures }

const OVERVIEW = `{ academicYear ${FIGURES} lastYear { possible attended authorised unauthorised lateBefore lateAfter missing enrolments persistent severe } phases { phase schools ${FIGURES} } weeks { weekStart authorised unauthorised lastYearAbsent } }`;
const officer = person(Role.ATTENDANCE_OFFICER);
const head = person(Role.HEADTEACHER);
const A_YEAR = 52 * 7;

describe('the heading of a list is the figure that opened it', () => {
  let portal: TestPortal;
  let area: Overview;
  beforeAll(async () => {
    portal = await TestPortal.open('figure_lists');
    const crowd = await addCrowd(portal.ingest, 20, SCHOOLS.tarnbrook);
    await sendRegisters(portal);
    for (const [from, to] of [['2025-09-03', '2026-07-20'], ['2026-09-03', YESTERDAY]] as const) {
      const marks = bookOf(crowd, await openDays(portal, SCHOOLS.tarnbrook, from, to), (pupil) => ({ authorised: (pupil.id % 5) / 40, unauthorised: (pupil.id % 7) / 30, late: (pupil.id % 3) / 30, lateAfter: 0.01, blank: (pupil.id % 2) / 50 }));
      await portal.send(fileOf(marks), SCHOOLS.tarnbrook);
    }
    area = (await portal.ask(officer, `{ areaOverview ${OVERVIEW} }`)).data?.areaOverview as Overview;
  });
  afterAll(() => portal.close());

  const schoolRows = async (actor = officer): Promise<SchoolRow[]> => ((await portal.ask(actor, `{ schoolFigures(take: 100) { items { schoolId marksTo lastYearAttended ${FIGURES} } } }`)).data?.schoolFigures as { items: SchoolRow[] }).items;

  test('for every figure of the area and of each phase', async () => {
    const scopes: [Record<string, unknown>, Figures][] = [[{}, area.figures], ...area.phases.map(({ phase, figures }): [Record<string, unknown>, Figures] => [{ phase }, figures])];
    expect(scopes).toHaveLength(3);
    for (const [scope, figures] of scopes) {
      const { listed, shown } = await listedAndShown(portal, officer, scope, figures);
      expect([scope, listed]).toEqual([scope, shown]);
    }
    expect([area.figures.unauthorised > 0, area.figures.missing > 0, area.figures.lateAfter > 0, (area.figures.severe ?? 0) > 0]).toEqual([true, true, true, true]);
    for (const { phase, schools } of area.phases) expect([phase, ((await portal.ask(officer, `{ schoolFigures(filter: { phase: "${phase}" }) { total } }`)).data?.schoolFigures as { total: number }).total]).toEqual([phase, schools]);
  });

  test.each([['an officer', officer], ['a headteacher', head]])('for every figure of each school row and year group, for %s', async (_who, actor) => {
    for (const { schoolId, figures } of await schoolRows(actor)) {
      const scope = { schoolId: Number(schoolId) };
      const whole = await listedAndShown(portal, actor, scope, figures);
      expect([scope, whole.listed]).toEqual([scope, whole.shown]);
      const groups = (await portal.ask(actor, `{ yearGroupFigures(schoolId: ${schoolId}) { ncYear ${FIGURES} } }`)).data?.yearGroupFigures as { ncYear: string; figures: Figures }[];
      for (const group of groups) {
        const part = await listedAndShown(portal, actor, { ...scope, ncYear: group.ncYear }, group.figures);
        expect([scope, group.ncYear, part.listed]).toEqual([scope, group.ncYear, part.shown]);
      }
    }
  });

  test('for last year’s figures beside this year’s: to the same school week, sessions and pupils alike', async () => {
    const to = addDays(area.weeks.at(-1)?.weekStart ?? '', -A_YEAR);
    const [attended, unauthorised, persistent, severe] = await headingsOf(portal, officer, [{ toWeek: to, measure: 'ATTENDED' }, { toWeek: to, measure: 'UNAUTHORISED' }, { toWeek: to, measure: 'PERSISTENT' }, { toWeek: to, measure: 'SEVERE' }]);
    expect([attended?.sessions, unauthorised?.sessions, persistent?.total, severe?.total]).toEqual([area.lastYear.attended, area.lastYear.unauthorised, area.lastYear.persistent, area.lastYear.severe]);
    expect([attended?.sessions, persistent?.total].every((count) => (count ?? 0) > 0)).toBe(true);
    for (const { schoolId, marksTo, lastYearAttended } of await schoolRows()) {
      const [before] = await headingsOf(portal, officer, [{ schoolId: Number(schoolId), toWeek: addDays(weekStartOf(marksTo), -A_YEAR), measure: 'ATTENDED' }]);
      expect([schoolId, before?.sessions]).toEqual([schoolId, lastYearAttended]);
    }
  });

  test.each([['an officer', officer, SCHOOLS.tarnbrook], ['a headteacher', head, SCHOOLS.oakmere]])('for every week of a school, this year and last, for %s', async (_who, actor, schoolId) => {
    const { weeks } = (await portal.ask(actor, `{ schoolOverview(schoolId: ${schoolId}) ${OVERVIEW} }`)).data?.schoolOverview as Overview;
    expect(weeks.length).toBeGreaterThan(9);
    const listOf = (monday: string, measure: string): Record<string, unknown> => ({ schoolId, fromWeek: monday, toWeek: monday, measure });
    for (const week of weeks) {
      const before = addDays(week.weekStart, -A_YEAR);
      const [absent, authorised, unauthorised, lastYear] = await headingsOf(portal, actor, [listOf(week.weekStart, 'ABSENT'), listOf(week.weekStart, 'AUTHORISED'), listOf(week.weekStart, 'UNAUTHORISED'), listOf(before, 'ABSENT')]);
      expect([week.weekStart, absent?.sessions, authorised?.sessions, unauthorised?.sessions]).toEqual([week.weekStart, week.authorised + week.unauthorised, week.authorised, week.unauthorised]);
      expect([before, lastYear?.sessions]).toEqual([before, week.lastYearAbsent ?? 0]);
    }
  });

  test('for every week of the area', async () => {
    for (const { weekStart, authorised, unauthorised } of area.weeks) {
      const [absent] = await headingsOf(portal, officer, [{ fromWeek: weekStart, toWeek: weekStart, measure: 'ABSENT' }]);
      expect([weekStart, absent?.sessions]).toEqual([weekStart, authorised + unauthorised]);
    }
  });

  test('the rows of a list add up to its heading, most sessions first', async () => {
    const [heading] = await headingsOf(portal, officer, [{ measure: 'UNAUTHORISED' }]);
    const { rows, total } = await listBehind(portal, officer, { measure: 'UNAUTHORISED' }, 7, 'SESSIONS');
    const sessions = rows.map(({ unauthorised }) => unauthorised);
    expect([total, sessions.reduce((sum, each) => sum + each, 0)]).toEqual([heading?.total, heading?.sessions]);
    expect(sessions).toEqual([...sessions].sort((a, b) => b - a));
    expect(new Set(rows.map(({ enrolmentId }) => enrolmentId)).size).toBe(total);
  });

  test('a week that is none, and a question of a year asked of a week, are refused in words', async () => {
    for (const filter of ['{ toWeek: "2026-11-17" }', '{ fromWeek: "soon" }', '{ toWeek: "9999-12-27" }', '{ fromWeek: "2026-11-16", measure: PERSISTENT }', '{ toWeek: "2026-11-16", measure: NO_SESSIONS }']) {
      expect([filter, codesOf(await portal.ask(officer, `{ pupilFigures(filter: ${filter}) { total } }`))]).toEqual([filter, ['INVALID']]);
    }
    const [backwards, other] = await headingsOf(portal, officer, [{ fromWeek: '2026-11-16', toWeek: '2026-11-09', measure: 'ABSENT' }, { academicYear: 2147483647 }]);
    expect([backwards?.total, other?.total]).toEqual([0, 0]);
  });
});
