import { cohortLabel, COHORT_AXIS_NAMES, groupAtPoint, isOfItsYear, NOT_RECORDED, yearGroupIn, type CohortAxis, type PointCounts, type PointWeek } from '@attendance/shared/attendance';
import { addDays, weekStartOf } from '@attendance/shared/kernel';
import { keyStageOf, type YearGroup } from '@attendance/shared/pupils';
import { addCrowd } from '../../support/crowd.ts';
import { headingsOf } from '../../support/figure-lists.ts';
import { knowOfficer, person } from '../../support/people.ts';
import { fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { wildBook } from '../../support/wild-book.ts';

jest.setTimeout(120_000);

const NAMES = ['possible', 'attended', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter', 'enrolments', 'persistent', 'severe'] as const;
const COUNTS = NAMES.join(' ');
const officer = person(Role.ATTENDANCE_OFFICER);
const head = person(Role.HEADTEACHER, { schools: [SCHOOLS.tarnbrook] });
const PLACE = { schoolId: SCHOOLS.tarnbrook };
const NONE: PointCounts = groupAtPoint([], '2025-09-01', { persistent: 10, severe: 50 });

interface Split { lastYearTo: string | null; wholeLastYear: PointCounts | null; groups: { value: string; label: string; lastYear: PointCounts | null }[] }
interface Held { readonly enrolmentId: number; readonly schoolId: number; readonly ncYear: YearGroup; readonly leftOn: string | null; readonly weeks: PointWeek[] }

describe('last year’s groups at the point this year’s marks have reached', () => {
  let portal: TestPortal;
  let crowd: TestPupil[];
  /** How far marks reach: of one school three weeks less than of the rest, and of none yet to the week of today. */
  const [REACHED, EARLIER] = [addDays(weekStartOf(YESTERDAY), -3), addDays(weekStartOf(YESTERDAY), -24)];
  const LAST_YEAR = ['2025-09-03', '2026-07-20'] as const;
  beforeAll(async () => {
    portal = await TestPortal.open('cohort_points');
    await knowOfficer(portal.ownerUrl);
    crowd = await addCrowd(portal.ingest, 60, SCHOOLS.tarnbrook);
    for (const statement of [
      `update pupil set sex = case when id % 3 = 0 then 'F' else 'M' end where id >= 1000`,
      // Who left last year stands in the year group they left from; who left this year has moved up once.
      `update enrolment set ends_on = case when id % 2 = 0 then date '2026-03-27' else date '2026-10-09' end where id between 1000 and 1005`,
      `insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'SEN', case when id % 9 = 0 then 'E' else 'K' end, date '2025-09-01' from pupil where id >= 1000 and id % 3 = 0`,
      `insert into care_status (pupil_id, kind, valid_from) select id, 'CIN', date '2026-01-10' from pupil where id >= 1000 and id % 6 = 0`,
      `select refresh_pupil_reach(array(select id from pupil), '2026-11-19', 30)`,
    ]) await portal.rows(statement);
    await sendRegisters(portal, Object.values(PUPILS).filter(({ schoolId }) => schoolId !== PUPILS.josie.schoolId), [LAST_YEAR, ['2026-09-03', REACHED]]);
    await sendRegisters(portal, [PUPILS.josie], [LAST_YEAR, ['2026-09-03', EARLIER]]);
    await send(await openDays(portal, SCHOOLS.tarnbrook, ...LAST_YEAR));
    await send(await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', REACHED));
  });
  afterAll(() => portal.close());

  const send = async (days: readonly string[]): Promise<void> => {
    const sent = await portal.send(fileOf(wildBook(crowd, days)), SCHOOLS.tarnbrook);
    if (!sent.kept) throw new Error(JSON.stringify(sent.refusal));
  };
  const split = async (actor: typeof officer, axis: CohortAxis, more = ''): Promise<Split> => {
    const { data, errors } = await portal.ask(actor, `{ cohortFigures(axis: ${axis}${more}) { lastYearTo wholeLastYear { ${COUNTS} } groups { value label lastYear { ${COUNTS} } } } }`);
    expect(errors).toEqual([]);
    return data?.cohortFigures as Split;
  };
  /** Last year's registers, week by week of each enrolment, as they are held. */
  const held = async (schoolId: number | null): Promise<Held[]> => {
    const rows = await portal.rows<PointWeek & Omit<Held, 'weeks'>>(
      `select r.enrolment_id as "enrolmentId", e.school_id as "schoolId", e.nc_year as "ncYear", to_char(e.ends_on, 'YYYY-MM-DD') as "leftOn", to_char(r.week_start, 'YYYY-MM-DD') as "weekStart", r.possible::int, r.attended::int, r.authorised::int, r.unauthorised::int, r.late_before::int as "lateBefore", r.late_after::int as "lateAfter"
       from register_week r join enrolment e on e.id = r.enrolment_id where not r.restricted and r.week_start between '2025-08-26' and '2026-08-25' and ($1::int is null or e.school_id = $1)`, [schoolId]);
    const byEnrolment = new Map<number, Held>();
    for (const { enrolmentId, schoolId: at, ncYear, leftOn, ...week } of rows) byEnrolment.set(enrolmentId, { enrolmentId, schoolId: at, ncYear, leftOn, weeks: [...(byEnrolment.get(enrolmentId)?.weeks ?? []), week] });
    return [...byEnrolment.values()];
  };
  /** Which value each of last year's enrolments has on an axis: year groups by the rule, the rest as it is held of them. */
  const valuesOf = async (axis: CohortAxis): Promise<(each: Held) => string> => {
    const thenOf = ({ ncYear, leftOn }: Held): YearGroup | null => yearGroupIn({ yearGroup: ncYear, leftOn }, 2025, 2026);
    if (axis === 'YEAR_GROUP') return (each) => thenOf(each) ?? NOT_RECORDED;
    if (axis === 'KEY_STAGE') return (each) => { const then = thenOf(each); return (then && keyStageOf(then)) ?? NOT_RECORDED; };
    const ofSchool = { PHASE: 'phase', SCHOOL_TYPE: 'type_code::text', TRUST: 'trust_id::text', LOCALITY: 'locality', ATTENDS: `case when la_code = 990 then 'HERE' else 'ELSEWHERE' end` }[axis as string];
    const rows = await portal.rows<{ id: number; value: string | null }>(ofSchool === undefined ? `select enrolment_id as id, ${axis.toLowerCase()} as value from enrolment_cohort where academic_year = 2025` : `select e.id, ${ofSchool} as value from enrolment e join school s on s.id = e.school_id`);
    const values = new Map(rows.map(({ id, value }) => [id, value]));
    return ({ enrolmentId }) => values.get(enrolmentId) ?? NOT_RECORDED;
  };
  const PERCENTS = { persistent: 10, severe: 50 };
  const agree = async (axis: CohortAxis, schoolId: number | null): Promise<Split> => {
    const answer = await split(officer, axis, schoolId === null ? '' : `, schoolId: ${schoolId}`);
    const [of, last, value] = [await held(schoolId), answer.lastYearTo ?? '', await valuesOf(axis)];
    expect([axis, answer.groups.map((group) => [group.value, group.lastYear])]).toEqual([axis, answer.groups.map((group) => [group.value, groupAtPoint(of.filter((each) => value(each) === group.value).map(({ weeks }) => weeks), last, PERCENTS)])]);
    expect([axis, answer.wholeLastYear]).toEqual([axis, groupAtPoint(of.map(({ weeks }) => weeks), last, PERCENTS)]);
    return answer;
  };
  const COMPARED = COHORT_AXIS_NAMES.filter((axis) => !isOfItsYear(axis));

  test.each(COMPARED)('%s: each group is as the rule counts the registers of last year, and the whole is last year of the page', async (axis) => {
    for (const [schoolId, scope] of [[null, 'areaOverview'], [SCHOOLS.tarnbrook, `schoolOverview(schoolId: ${SCHOOLS.tarnbrook})`], [PUPILS.josie.schoolId, `schoolOverview(schoolId: ${PUPILS.josie.schoolId})`]] as const) {
      const answer = await agree(axis, schoolId);
      const { o } = (await portal.ask(officer, `{ o: ${scope} { lastYear { ${COUNTS} } } }`)).data as { o: { lastYear: PointCounts } };
      expect([axis, scope, answer.wholeLastYear]).toEqual([axis, scope, o.lastYear]);
      expect(o.lastYear.enrolments).toBeGreaterThan(0);
    }
  });

  test('is of the week 52 before the last one with marks: of each place its own', async () => {
    const to = async (more = ''): Promise<string | null> => (await split(officer, 'SEX', more)).lastYearTo;
    const of = (day: string): string => addDays(weekStartOf(day), -364);
    expect([await to(), await to(`, schoolId: ${SCHOOLS.tarnbrook}`), await to(`, schoolId: ${PUPILS.josie.schoolId}`)]).toEqual([of(REACHED), of(REACHED), of(EARLIER)]);
    const [whole, atPoint] = [groupAtPoint((await held(null)).map(({ weeks }) => weeks), '2026-08-25', PERCENTS), (await split(officer, 'SEX')).wholeLastYear];
    expect(atPoint!.possible).toBeLessThan(whole.possible);
  });

  test.each(COMPARED)('%s: every figure of last year opens exactly its rows', async (axis) => {
    for (const [actor, scope, more] of [[officer, {}, ''], [head, PLACE, `, schoolId: ${SCHOOLS.tarnbrook}`]] as const) {
      if (actor === head && axis === 'YOUTH_JUSTICE') continue;
      const { lastYearTo, groups } = await split(actor, axis, more);
      for (const { value, lastYear } of groups) {
        const found = await headingsOf(portal, actor, (['COUNTED', 'PERSISTENT', 'SEVERE', 'POSSIBLE', 'ABSENT', 'UNAUTHORISED'] as const).map((measure) => ({ ...scope, axis, value, toWeek: lastYearTo, measure })));
        expect([axis, value, found.map(({ total, sessions }) => sessions ?? total)]).toEqual([axis, value, [lastYear!.enrolments, lastYear!.persistent, lastYear!.severe, lastYear!.possible, lastYear!.authorised + lastYear!.unauthorised, lastYear!.unauthorised]]);
      }
    }
  });

  test.each(COMPARED)('%s: the last week and the last four school weeks stand beside the same weeks of last year, and open them', async (axis) => {
    for (const [actor, scope, more] of [[officer, {}, ''], [head, PLACE, `, schoolId: ${SCHOOLS.tarnbrook}`]] as const) {
      if (actor === head && axis === 'YOUTH_JUSTICE') continue;
      const { data, errors } = await portal.ask(actor, `{ cohortFigures(axis: ${axis}${more}) { lastYearTo lastYearRecentFrom groups { value lastYear { recentPossible recentAbsent weekPossible weekAbsent } } } }`);
      expect(errors).toEqual([]);
      const { lastYearTo: to, lastYearRecentFrom: from, groups } = data?.cohortFigures as { lastYearTo: string; lastYearRecentFrom: string; groups: { value: string; lastYear: Record<'recentPossible' | 'recentAbsent' | 'weekPossible' | 'weekAbsent', number> }[] };
      // Four school weeks, half term between them.
      expect([to, from]).toEqual([addDays(weekStartOf(REACHED), -364), addDays(weekStartOf(REACHED), -364 - 28)]);
      const [of, value] = [await held(actor === head ? SCHOOLS.tarnbrook : null), await valuesOf(axis)];
      const sum = (group: string, first: string): [number, number] => of.filter((each) => value(each) === group).flatMap(({ weeks }) => weeks).filter(({ weekStart }) => weekStart >= first && weekStart <= to).reduce<[number, number]>(([possible, absent], week) => [possible + week.possible, absent + week.authorised + week.unauthorised], [0, 0]);
      for (const { value: group, lastYear } of groups) {
        expect([axis, group, lastYear.weekPossible, lastYear.weekAbsent, lastYear.recentPossible, lastYear.recentAbsent]).toEqual([axis, group, ...sum(group, to), ...sum(group, from)]);
        const found = await headingsOf(portal, actor, [to, from].flatMap((fromWeek) => (['POSSIBLE', 'ABSENT'] as const).map((measure) => ({ ...scope, axis, value: group, fromWeek, toWeek: to, measure }))));
        expect([axis, group, found.map(({ sessions }) => sessions)]).toEqual([axis, group, [lastYear.weekPossible, lastYear.weekAbsent, lastYear.recentPossible, lastYear.recentAbsent]]);
      }
      if (axis === 'SEX') expect(groups.some(({ lastYear }) => lastYear.recentAbsent > lastYear.weekAbsent && lastYear.weekAbsent > 0)).toBe(true);
    }
  });

  test('people who see figures only are told of no single weeks of last year by group', async () => {
    const { data } = await portal.ask(person(Role.DATA_ANALYST), '{ cohortFigures(axis: SEX) { lastYearRecentFrom groups { lastYear { recentPossible recentAbsent weekPossible weekAbsent } } } }');
    const { lastYearRecentFrom, groups } = data?.cohortFigures as { lastYearRecentFrom: null; groups: { lastYear: Record<string, number | null> }[] };
    expect(lastYearRecentFrom).toBeNull();
    for (const { lastYear } of groups) expect(lastYear).toEqual({ recentPossible: null, recentAbsent: null, weekPossible: null, weekAbsent: null });
  });

  test('groups of what was missed, and of the year before, have no last year', async () => {
    for (const axis of COHORT_AXIS_NAMES.filter(isOfItsYear)) {
      const { lastYearTo, wholeLastYear, groups } = await split(officer, axis);
      expect([axis, lastYearTo, wholeLastYear, groups.filter(({ lastYear }) => lastYear !== null)]).toEqual([axis, null, null, []]);
    }
  });

  describe('a school’s year groups', () => {
    interface YearGroupRow { ncYear: string; lastYearTo: string | null; lastYear: PointCounts | null }
    const yearGroups = async (actor: typeof officer): Promise<YearGroupRow[]> => (await portal.ask(actor, `{ yearGroupFigures(schoolId: ${SCHOOLS.tarnbrook}) { ncYear lastYearTo lastYear { ${COUNTS} } } }`)).data?.yearGroupFigures as YearGroupRow[];

    test('stand beside who was in the same year group last year, and open those children', async () => {
      const of = await held(SCHOOLS.tarnbrook);
      const rows = await yearGroups(head);
      expect(rows.length).toBeGreaterThan(3);
      for (const { ncYear, lastYearTo, lastYear } of rows) {
        const then = of.filter(({ ncYear: now, leftOn }) => yearGroupIn({ yearGroup: now, leftOn }, 2025, 2026) === ncYear);
        expect([ncYear, lastYear]).toEqual([ncYear, groupAtPoint(then.map(({ weeks }) => weeks), lastYearTo!, PERCENTS)]);
        const found = await headingsOf(portal, head, (['COUNTED', 'PERSISTENT', 'ABSENT'] as const).map((measure) => ({ ...PLACE, ncYear, toWeek: lastYearTo, measure })));
        expect([ncYear, found.map(({ total, sessions }) => sessions ?? total)]).toEqual([ncYear, [lastYear!.enrolments, lastYear!.persistent, lastYear!.authorised + lastYear!.unauthorised]]);
      }
      // Year 8 of last year are the Year 9 of today, and those who left in Year 8 before the summer.
      const eight = rows.find(({ ncYear }) => ncYear === '8')!;
      expect(eight.lastYear!.enrolments).toBe(of.filter(({ ncYear, leftOn, weeks }) => (leftOn === '2026-03-27' ? ncYear === '8' : ncYear === '9') && weeks.some(({ weekStart, possible }) => possible > 0 && weekStart <= eight.lastYearTo!)).length);
    });

    test('people who see figures only have none', async () => expect(await yearGroups(person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] }))).toEqual([]));
  });

  test('an explanation of a figure of last year adds up', async () => {
    const { lastYearTo, groups } = await split(officer, 'SEN');
    const group = groups.find(({ value }) => value === 'K')!;
    for (const [rows, figure] of [[{ axis: 'SEN', value: 'K', toWeek: lastYearTo, measure: 'PERSISTENT' }, group.lastYear!.persistent], [{ ...PLACE, ncYear: '8', toWeek: lastYearTo, measure: 'ABSENT' }, null]] as const) {
      const { data, errors } = await portal.ask(officer, 'query Why($figure: FigureInput!) { explainRows(figure: $figure) { part steps { kind count } } }', { figure: { rows } });
      expect(errors).toEqual([]);
      const { part, steps } = data?.explainRows as { part: number; steps: { kind: string; count: number }[] };
      const [listed] = await headingsOf(portal, officer, [rows]);
      expect([part, part]).toEqual([figure ?? part, listed!.sessions ?? listed!.total]);
      const [start, total, less] = [steps.find(({ kind }) => kind === 'START')!.count, steps.find(({ kind }) => kind === 'TOTAL')!.count, steps.filter(({ kind }) => kind === 'LESS').reduce((sum, { count }) => sum + count, 0)];
      expect(start - less).toBe(total);
    }
  });

  test('follow a correction of last year and its undoing, who a pupil is, and a new week', async () => {
    const before = await split(officer, 'SEN');
    const all = async (): Promise<void> => { for (const axis of ['SEN', 'SEX', 'YEAR_GROUP', 'CARE'] as const) for (const schoolId of [null, SCHOOLS.tarnbrook]) await agree(axis, schoolId); };
    const corrected = await portal.send(fileOf(crowd.slice(0, 30).flatMap((pupil) => ['2025-10-06', '2025-10-07'].flatMap((day) => (['AM', 'PM'] as const).map((half) => ({ pupil, day, half, code: 'O' }))))), SCHOOLS.tarnbrook);
    if (!corrected.kept) throw new Error(JSON.stringify(corrected.refusal));
    await all();
    expect((await split(officer, 'SEN')).groups).not.toEqual(before.groups);
    const { errors } = await portal.ask(officer, 'mutation Undo($id: ID!) { undoDelivery(deliveryId: $id, reason: "Sent by mistake, for a test") { status } }', { id: corrected.deliveryId });
    expect(errors).toEqual([]);
    await all();
    expect((await split(officer, 'SEN')).groups).toEqual(before.groups);
    await portal.rows(`update pupil_characteristic set value = 'E' where kind = 'SEN' and pupil_id % 2 = 0`);
    await portal.rows(`select refresh_pupil_reach(array(select id from pupil), '2026-11-19', 30)`);
    await all();
    // Another week comes in: of one school first. Both of their points are there at once, though nobody worked out the other's.
    await send(await openDays(portal, SCHOOLS.tarnbrook, weekStartOf(YESTERDAY), YESTERDAY));
    expect((await split(officer, 'SEN')).lastYearTo).toBe(addDays(weekStartOf(YESTERDAY), -364));
    await all();
    expect((await agree('SEX', PUPILS.josie.schoolId)).wholeLastYear).not.toEqual(NONE);
  });

  test('are not told while those of some schools are still to come', async () => {
    await portal.rows('delete from school_cohort_point where school_id = $1', [PUPILS.josie.schoolId]);
    expect([(await split(officer, 'SEX')).lastYearTo, (await split(officer, 'SEX')).wholeLastYear]).toEqual([null, null]);
    expect((await split(head, 'SEX', `, schoolId: ${SCHOOLS.tarnbrook}`)).wholeLastYear).not.toBeNull();
    // The next delivery of any school works them out.
    await send((await openDays(portal, SCHOOLS.tarnbrook, YESTERDAY, YESTERDAY)));
    await agree('SEX', null);
  });

  test('groups of last year are named in the words of the rules', async () => {
    for (const { value, label } of (await split(officer, 'KEY_STAGE')).groups) expect(label).toBe(cohortLabel('KEY_STAGE', value));
  });
});
