import { absenceThresholds, aggregate } from '@attendance/shared/attendance';
import { addCrowd } from '../../support/crowd.ts';
import { FIGURES, figuresFromLists, listBehind, type Figures } from '../../support/figures.ts';
import { person } from '../../support/people.ts';
import { bookOf, countsOf, fileOf, openDays, sendRegisters, YESTERDAY, type BookMark } from '../../support/register-book.ts';
import { SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const manager = person(Role.TEAM_MANAGER);
const WATCHERS = [manager, person(Role.ATTENDANCE_OFFICER), person(Role.HEADTEACHER), person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] }), person(Role.HEADTEACHER, { schools: [SCHOOLS.tarnbrook] })];

describe('figures and the lists they open', () => {
  let portal: TestPortal;
  let book: BookMark[];
  let crowd: TestPupil[];
  beforeAll(async () => {
    portal = await TestPortal.open('figures');
    crowd = await addCrowd(portal.ingest, 30, SCHOOLS.tarnbrook);
    book = await sendRegisters(portal);
    const days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY);
    const marks = bookOf(crowd, days, (pupil) => ({ authorised: (pupil.id % 5) / 40, unauthorised: (pupil.id % 8) / 30, late: (pupil.id % 3) / 30, lateAfter: 0.01, blank: (pupil.id % 2) / 50 }));
    await portal.send(fileOf(marks), SCHOOLS.tarnbrook);
    book.push(...marks);
  });
  afterAll(() => portal.close());

  /** Worked out from the marks by the shared rules alone. */
  const fromMarks = (which: (pupil: TestPupil) => boolean, from = '2026-09-01', before = '2027-09-01'): Figures => {
    const own = book.filter((mark) => mark.day >= from && mark.day < before && which(mark.pupil));
    const each = [...new Set(own.map((mark) => mark.pupil))].map((pupil) => countsOf(own.filter((mark) => mark.pupil === pupil)));
    const group = aggregate(each.map((counts) => ({ possible: counts.possible, absent: counts.authorised + counts.unauthorised })), absenceThresholds(TODAY));
    const { possible, attended, authorised, unauthorised, lateBefore, lateAfter, missing } = countsOf(own);
    expect(group.absent).toBe(authorised + unauthorised);
    return { possible, attended, authorised, unauthorised, lateBefore, lateAfter, missing, enrolments: group.counted, persistent: group.persistent, severe: group.severe };
  };
  const overview = async (actor = manager, args = ''): Promise<{ figures: Figures; phases: { phase: string; schools: number; figures: Figures; lastYearPossible: number; lastYearAbsent: number }[]; weeks: { possible: number; authorised: number; unauthorised: number; lastYearPossible: number | null; lastYearAbsent: number | null; weekStart: string }[]; firstWeek: string; persistentShown: boolean; lastYear: Figures }> =>
    (await portal.ask(actor, `{ areaOverview${args} { firstWeek persistentShown ${FIGURES} lastYear { possible attended enrolments persistent severe } phases { phase schools lastYearPossible lastYearAbsent ${FIGURES} } weeks { weekStart possible authorised unauthorised lastYearPossible lastYearAbsent } } }`)).data?.areaOverview as never;

  test('the area’s figures are those of its marks, pooled and never averaged', async () => {
    const area = await overview();
    expect(area.figures).toEqual(fromMarks(() => true));
    expect(area.figures.persistent).toBeGreaterThan(0);
    expect(area.figures.severe).toBeGreaterThan(0);
    for (const { phase, figures } of area.phases) expect([phase, figures]).toEqual([phase, fromMarks((pupil) => (pupil.schoolId === SCHOOLS.fellgate) === (phase === 'PRIMARY'))]);
    expect(area.phases.map(({ phase, schools }) => [phase, schools])).toEqual([['PRIMARY', 1], ['SECONDARY', 2]]);
    expect((await overview(manager, '(phase: "PRIMARY")')).figures).toEqual(area.phases[0]?.figures);
  });

  test('weeks add up to the year, stand beside the same school week of last year, and begin with the term', async () => {
    const { weeks, figures, firstWeek, persistentShown, lastYear, phases } = await overview();
    expect(weeks.reduce((sum, week) => sum + week.possible, 0)).toBe(figures.possible);
    expect(weeks.reduce((sum, week) => sum + week.authorised + week.unauthorised, 0)).toBe(figures.authorised + figures.unauthorised);
    expect([firstWeek, weeks[0]?.weekStart, persistentShown]).toEqual(['2026-08-31', '2026-08-31', true]);
    const lastYears = book.filter((mark) => mark.day >= '2025-09-01' && mark.day < '2025-11-24');
    const { possible, attended, enrolments, persistent, severe } = fromMarks(() => true, '2025-09-01', '2025-11-24');
    expect(lastYear).toEqual({ possible, attended, enrolments, persistent, severe });
    // Not the whole of last year, whose counts are others.
    const whole = fromMarks(() => true, '2025-09-01', '2026-09-01');
    expect([whole.persistent, whole.severe]).not.toEqual([persistent, severe]);
    const secondary = await overview(manager, '(phase: "SECONDARY")');
    expect(secondary.lastYear).toMatchObject((({ enrolments, persistent, severe }) => ({ enrolments, persistent, severe }))(fromMarks((pupil) => pupil.schoolId !== SCHOOLS.fellgate, '2025-09-01', '2025-11-24')));
    for (const phase of ['PRIMARY', 'SECONDARY']) {
      const own = countsOf(lastYears.filter((mark) => (mark.pupil.schoolId === SCHOOLS.fellgate) === (phase === 'PRIMARY')));
      expect(phases.find((each) => each.phase === phase)).toMatchObject({ lastYearPossible: own.possible, lastYearAbsent: own.authorised + own.unauthorised });
    }
    const same = weeks.find((week) => week.weekStart === '2026-09-14');
    expect(same?.lastYearPossible).toBe(countsOf(book.filter((mark) => mark.day >= '2025-09-15' && mark.day < '2025-09-22')).possible);
  });

  test.each(WATCHERS.map((actor, n) => [`${n + 1}: ${actor.role}`, actor] as const))('every figure opens exactly the rows it counts, for %s', async (_who, actor) => {
    if (actor.permissions.has('area:read')) {
      const area = await overview(actor);
      expect(await figuresFromLists(portal, actor, {})).toEqual(area.figures);
      for (const { phase, figures } of area.phases) expect([phase, await figuresFromLists(portal, actor, { phase })]).toEqual([phase, figures]);
    }
    const { schoolFigures } = (await portal.ask(actor, `{ schoolFigures(take: 100) { total items { schoolId ${FIGURES} } } }`)).data as { schoolFigures: { total: number; items: { schoolId: string; figures: Figures }[] } };
    expect(schoolFigures.items).toHaveLength(schoolFigures.total);
    for (const { schoolId, figures } of schoolFigures.items) {
      const id = Number(schoolId);
      const { schoolOverview, yearGroupFigures } = (await portal.ask(actor, `{ schoolOverview(schoolId: ${id}) { ${FIGURES} } yearGroupFigures(schoolId: ${id}) { ncYear ${FIGURES} } }`)).data as { schoolOverview: { figures: Figures }; yearGroupFigures: { ncYear: string; figures: Figures }[] };
      expect([id, schoolOverview.figures]).toEqual([id, figures]);
      expect([id, await figuresFromLists(portal, actor, { schoolId: id })]).toEqual([id, figures]);
      for (const group of yearGroupFigures) expect([id, group.ncYear, await figuresFromLists(portal, actor, { schoolId: id, ncYear: group.ncYear })]).toEqual([id, group.ncYear, group.figures]);
      for (const name of ['possible', 'enrolments', 'persistent', 'severe', 'missing'] as const) expect(yearGroupFigures.reduce((sum, group) => sum + (group.figures[name] ?? 0), 0)).toBe(figures[name]);
    }
  });

  test('one’s own school lists those who left it, and names nobody who left long ago', async () => {
    const names = async (actor: typeof manager): Promise<string[]> => (await listBehind(portal, actor, { schoolId: SCHOOLS.oakmere, measure: 'COUNTED' })).rows.map((row) => row.name).sort();
    expect(await names(person(Role.ATTENDANCE_CHAMPION))).toEqual(['A pupil who has left', 'Mason Thirkell', 'Ottilie Fenn', "Élan O'Dwyer-Ng"]);
    expect(await names(person(Role.ATTENDANCE_OFFICER))).toContain('Tobias Quill');
  });

  test.each(['ABSENCE', 'NAME', 'YEAR', 'UNAUTHORISED', 'LATE', 'MISSING'])('pages of pupils by %s neither repeat nor skip a row, whichever way round and however long', async (sort) => {
    for (const direction of ['ASC', 'DESC']) {
      const whole = (await listBehind(portal, manager, { measure: 'COUNTED' }, 100, sort, direction)).rows.map((row) => row.enrolmentId);
      expect(new Set(whole).size).toBe(whole.length);
      for (const take of [1, 7]) expect((await listBehind(portal, manager, { measure: 'COUNTED' }, take, sort, direction)).rows.map((row) => row.enrolmentId)).toEqual(whole);
    }
  });

  test.each(['NAME', 'ROLL', 'ATTENDANCE', 'CHANGE', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE', 'MISSING'])('schools by %s: pages hold each school once, and a page beyond the last still tells how many there are', async (sort) => {
    const page = async (direction: string, number: number, take: number): Promise<{ total: number; items: { schoolId: string; lastYearPossible: number | null }[] }> =>
      (await portal.ask(manager, `{ schoolFigures(sort: ${sort}, direction: ${direction}, page: ${number}, take: ${take}) { total items { schoolId lastYearPossible } } }`)).data?.schoolFigures as never;
    for (const direction of ['ASC', 'DESC']) {
      const whole = await page(direction, 1, 100);
      expect(whole.items.map((item) => item.schoolId).sort()).toEqual(Object.values(SCHOOLS).map(String).sort());
      const singly = [await page(direction, 1, 1), await page(direction, 2, 1), await page(direction, 3, 1)];
      expect(singly.flatMap((one) => one.items)).toEqual(whole.items);
      expect(await page(direction, 9, 1)).toEqual({ total: 3, items: [] });
    }
  });

  test('the last two weeks of a pupil are twenty-eight marks, blank where nothing is known', async () => {
    for (const { lastMarks } of (await listBehind(portal, manager, { measure: 'COUNTED' })).rows) expect([0, 28]).toContain(lastMarks.length);
    await portal.rows(`delete from register_week where enrolment_id = 1 and week_start = '2026-11-16'`);
    const [mason] = (await listBehind(portal, manager, { schoolId: SCHOOLS.oakmere, measure: 'COUNTED' })).rows.filter((row) => row.enrolmentId === '1');
    expect(mason?.lastMarks).toMatch(/^\S{10} {18}$/);
  });
});
