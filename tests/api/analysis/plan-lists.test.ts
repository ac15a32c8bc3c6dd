import { isOnPlanList, PLAN_LIST_KINDS, planSentence, planWeeks, severeSince, workListLimits, type PlanListKind, type PlanSaid, type PlanStatus } from '@attendance/shared/attendance';
import { addCrowd } from '../../support/crowd.ts';
import { champion, MeetingBook, officer } from '../../support/meeting-book.ts';
import { answer, heldMeeting, speakAbout } from '../../support/meeting-rows.ts';
import { codesOf, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { standingsByRule } from '../../support/standings.ts';
import { Role, type TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

interface Row { enrolmentId: string; pupilId: string; sentence: string; schoolId: number; absent: number; possible: number }
interface Page { total: number; items: Row[] }

const manager = person(Role.TEAM_MANAGER, {}, 41);
const adviser = person(Role.VIRTUAL_SCHOOL_ADVISER, { pupils: [1000, 1001, 1004] }, 48);
const LIMITS = workListLimits(TODAY);
const WEEKS = planWeeks(TODAY);

/** What meetings said of each of the crowd, last of all, in the order they are enrolled; the days are of school weeks 2, 5, 7 and 10 of autumn, and of last summer. */
const STORIES: readonly (readonly (readonly [status: PlanStatus, heldOn: string, stands?: string])[])[] = [
  [],
  [['NONE', '2026-11-10']],
  [['IN_PLACE_WORKING', '2026-11-10']],
  [['IN_PLACE_NOT_WORKING', '2026-11-10']],
  [['IN_PLACE_WORKING', '2026-10-06'], ['COMPLETED', '2026-11-10']],
  [['NONE', '2026-09-15'], ['IN_PLACE_WORKING', '2026-10-20']],
  [['IN_PLACE_WORKING', '2026-06-16']],
  [['NONE', '2026-10-06'], ['IN_PLACE_WORKING', '2026-11-17', 'HELD']],
];
const severe = (pupil: { id: number }): boolean => pupil.id >= 1000 || pupil.id === PUPILS.hidden.id;

describe('severe absence, by what was last said of a plan', () => {
  let book: MeetingBook;
  let portal: TestPortal;
  beforeAll(async () => {
    book = await MeetingBook.open('plan_lists');
    ({ portal } = book);
    const crowd = [...await addCrowd(portal.ingest, STORIES.length, SCHOOLS.oakmere), ...await addCrowd(portal.ingest, 3, SCHOOLS.tarnbrook, 2000)];
    await sendRegisters(portal);
    for (const schoolId of [SCHOOLS.oakmere, SCHOOLS.tarnbrook]) {
      const days = await openDays(portal, schoolId, '2026-09-03', YESTERDAY);
      const pupils = [...crowd, PUPILS.hidden].filter((pupil) => pupil.schoolId === schoolId);
      const marks = bookOf(pupils, days).map((mark) => (severe(mark.pupil) && days.indexOf(mark.day) > 10 ? { ...mark, code: 'O' } : mark));
      expect((await portal.send(fileOf(marks), schoolId, `severe-${schoolId}.csv`)).kept).toBe(true);
    }
    for (const [nth, story] of STORIES.entries()) for (const [status, heldOn, stands] of story) await said(1000 + nth, status, heldOn, stands);
    // Another school's meeting says nothing of a child's plan here.
    await said(2000, 'IN_PLACE_WORKING', '2026-11-10', 'LOCKED', SCHOOLS.tarnbrook);
  });
  afterAll(() => book.close());

  async function said(pupilId: number, status: string, heldOn: string, stands = 'RECORD_ISSUED', schoolId: number = SCHOOLS.oakmere, removed: string | null = null): Promise<void> {
    const meeting = await heldMeeting(portal, { schoolId, heldOn, status: stands });
    await speakAbout(portal, meeting, pupilId, schoolId, { removed });
    await answer(portal, meeting, 'PUPIL', 'PLAN_STATUS', status, pupilId, schoolId);
  }
  const list = async (kind: PlanListKind, actor = manager, filter = '', more = ', take: 100'): Promise<Page> => {
    const given = await portal.ask(actor, `{ workList(kind: ${kind}${more}, filter: { ${filter} }) { total items { enrolmentId pupilId schoolId absent possible sentence } } }`);
    expect(given.errors).toEqual([]);
    return given.data?.workList as Page;
  };
  const counts = async (actor = manager, filter = ''): Promise<Record<string, number>> => {
    const given = await portal.ask(actor, `{ workLists(filter: { ${filter} }) { kind total } }`);
    expect(given.errors).toEqual([]);
    return Object.fromEntries((given.data?.workLists as { kind: string; total: number }[]).map(({ kind, total }) => [kind, total]));
  };
  const ids = ({ items }: Page): number[] => items.map(({ enrolmentId }) => Number(enrolmentId)).sort((one, other) => one - other);

  /** Of everyone on the severe list, from the marks, the calendar and the meetings alone. */
  async function byRule(): Promise<Map<number, { said: PlanSaid | null; severeFrom: string | null }>> {
    const open = await portal.rows<{ schoolId: number; weekStart: string }>('select school_id as "schoolId", week_start as "weekStart" from school_week where open_days <> 0');
    const weeks = await portal.rows<{ enrolmentId: number; weekStart: string; possible: number; absent: number }>(`select enrolment_id as "enrolmentId", week_start as "weekStart", possible, authorised + unauthorised as absent from register_week where week_start >= '2026-08-31'`);
    const words = await portal.rows<{ pupilId: number; schoolId: number; status: PlanStatus; saidOn: string }>(
      `select a.pupil_id as "pupilId", a.school_id as "schoolId", a.value as status, m.held_on as "saidOn" from meeting_answer a join meeting m on m.id = a.meeting_id where a.field = 'PLAN_STATUS' and m.status in ('RECORD_ISSUED', 'LOCKED') order by m.held_on desc`);
    const members = await portal.rows<{ enrolmentId: number; pupilId: number; schoolId: number }>(`select enrolment_id as "enrolmentId", pupil_id as "pupilId", school_id as "schoolId" from work_list_member where kind = 'SEVERE'`);
    return new Map(members.map(({ enrolmentId, pupilId, schoolId }) => {
      const last = words.find((word) => word.pupilId === pupilId && word.schoolId === schoolId);
      const since = open.filter((week) => week.schoolId === schoolId && week.weekStart > (last?.saidOn ?? '') && week.weekStart <= TODAY).length;
      return [enrolmentId, { said: last === undefined ? null : { status: last.status, saidOn: last.saidOn, weeksSince: since }, severeFrom: severeSince(weeks.filter((week) => week.enrolmentId === enrolmentId), LIMITS.severePercent) }];
    }));
  }

  test.each(PLAN_LIST_KINDS)('%s holds exactly whom its rule names, each with since when and what the last record said', async (kind) => {
    const expected = [...await byRule()].filter(([, known]) => isOnPlanList(kind, known.said, WEEKS));
    expect(expected.length).toBeGreaterThan(0);
    const standings = await standingsByRule(portal);
    const page = await list(kind);
    expect([page.total, page.items.length, (await counts())[kind]]).toEqual([expected.length, expected.length, expected.length]);
    expect(page.items.map((row) => [Number(row.enrolmentId), row.sentence]).sort()).toEqual(expected.map(([id, known]) => {
      const standing = standings.find(({ enrolmentId }) => enrolmentId === id);
      if (standing === undefined) throw new Error('Everybody on a list stands somewhere.');
      return [id, planSentence({ ...standing, ...known }, LIMITS, WEEKS)];
    }).sort());
  });

  test('says it in words that can be checked', async () => {
    const rows = new Map((await list('SEVERE_NO_PLAN')).items.map(({ enrolmentId, sentence }) => [Number(enrolmentId), sentence]));
    expect(rows.get(1000)).toMatch(/^Missed \d+ of \d+ sessions this year, 50% or more since the week of \d+ (September|October); no record of a meeting of this school says anything of a plan$/);
    expect(rows.get(1001)).toMatch(/; the last record, of 10 November, says that there is no plan$/);
    expect(rows.get(1004)).toMatch(/; the last record, of 10 November, says that the plan is completed$/);
    expect(rows.get(1006)).toMatch(/; the last record, of 16 June, 1[5-7] school weeks ago, says that a plan is in place and working$/);
    expect(rows.get(1007)).toMatch(/; the last record, of 6 October, says that there is no plan$/);
    expect([rows.has(1002), rows.has(1003), rows.has(1005)]).toEqual([false, false, false]);
    expect(ids(await list('SEVERE_PLAN_NOT_WORKING'))).toEqual([1003]);
  });

  test.each([
    ['a manager, with restricted records', manager, '', [4, 5, 1000, 1001, 1004, 1006, 1007, 2001, 2002]],
    ['an officer, without them', officer, '', [4, 1000, 1001, 1004, 1006, 1007, 2001, 2002]],
    ['an officer’s own schools', officer, 'mine: true', [1000, 1001, 1004, 1006, 1007]],
    ['one school', manager, `schoolId: ${SCHOOLS.tarnbrook}`, [4, 2001, 2002]],
    ['one phase', manager, 'phase: "PRIMARY"', []],
    ['one year group', manager, 'ncYear: "8"', [1001, 1006, 2001]],
    ['a champion: the own school', champion, '', [1000, 1001, 1004, 1006, 1007]],
    ['an adviser: their children, whose meetings they do not read', adviser, '', [1000, 1001, 1004]],
  ] as const)('is counted for %s, and opens as many rows', async (_who, actor, filter, expected) => {
    const page = await list('SEVERE_NO_PLAN', actor, filter);
    expect([ids(page), page.total, (await counts(actor, filter)).SEVERE_NO_PLAN]).toEqual([expected, expected.length, expected.length]);
  });

  test('an adviser is told of a plan as everybody is: their reach sees no meeting, and yet no child of theirs is called planless', async () => {
    const own = person(Role.VIRTUAL_SCHOOL_ADVISER, { pupils: [1002, 1003] }, 48);
    expect([ids(await list('SEVERE_NO_PLAN', own)), ids(await list('SEVERE_PLAN_NOT_WORKING', own))]).toEqual([[], [1003]]);
  });

  test('comes page by page in the order asked for', async () => {
    const whole = await list('SEVERE_NO_PLAN');
    const singly: Row[] = [];
    for (let page = 1; page <= whole.total; page += 1) singly.push(...(await list('SEVERE_NO_PLAN', manager, '', `, page: ${page}, take: 1`)).items);
    expect(singly).toEqual(whole.items);
    for (const sort of ['NAME', 'SCHOOL', 'YEAR', 'ABSENCE']) expect(ids(await list('SEVERE_NO_PLAN', manager, '', `, take: 100, sort: ${sort}, direction: ASC`))).toEqual(ids(whole));
    const schools = (await list('SEVERE_NO_PLAN', manager, '', ', take: 100, sort: SCHOOL, direction: DESC')).items.map(({ schoolId }) => schoolId);
    expect(schools).toEqual([...schools].sort((one, other) => other - one));
  });

  test('a child leaves the list when a record with a live plan is issued, and not before; and comes back with the next', async () => {
    const holds = async (): Promise<boolean> => ids(await list('SEVERE_NO_PLAN')).includes(1000);
    const made = await book.booked({}, [1000]);
    await book.fill(officer, made.id, 'PRESENT', { NAME: 'Kerry Bright', PART: 'CHAMPION', HERE: 'YES' }, 'k');
    const held = await book.stepped(officer, 'startMeeting', made);
    await book.fill(officer, held.id, 'SECTION', { FINDINGS: 'Fridays', TREND: 'STEADY', DATA_QUALITY: 'GOOD', SCHOOL_RATING: 'AMBER', OFFICER_RATING: 'AMBER', RATING_REASON: 'One term more' });
    await book.fill(officer, held.id, 'PUPIL', { DISCUSSED: 'YES', PLAN_STATUS: 'IN_PLACE_WORKING', LEAD: 'Kerry Bright', BARRIERS: 'ANXIETY', EARLY_HELP: 'NO', RATING: 'RED', SAFEGUARDING: 'YES' }, '1000');
    expect(await holds()).toBe(true);
    const issued = await book.stepped(officer, 'issueRecord', await book.papers(held.id));
    expect([issued.status, await holds()]).toEqual(['RECORD_ISSUED', false]);
    await portal.rows('update meeting_answer set value = $2 where meeting_id = $1 and field = $3', [issued.id, 'COMPLETED', 'PLAN_STATUS']);
    expect(await holds()).toBe(true);
    // A pupil taken off the list of a meeting was not spoken about in it.
    await portal.rows(`update meeting_answer set value = 'IN_PLACE_WORKING' where meeting_id = $1 and field = 'PLAN_STATUS'`, [issued.id]);
    await portal.rows(`update meeting_pupil set removed_reason = 'Not here' where meeting_id = $1`, [issued.id]);
    expect(await holds()).toBe(true);
  });

  test('names every child it shows in the trail, and is nobody’s without the right to read pupils', async () => {
    const asking = person(Role.TEAM_MANAGER, {}, 88);
    await portal.ask(asking, 'query Planless { workList(kind: SEVERE_NO_PLAN, take: 2) { total } }');
    expect((await portal.ask(asking, '{ myLooks(recordsOnly: true) { items { operation pupils } } }')).data?.myLooks).toEqual({ items: [{ operation: 'Planless', pupils: 2 }] });
    for (const actor of [person(Role.GOVERNOR), person(Role.DATA_ANALYST)]) expect(codesOf(await portal.ask(actor, '{ workList(kind: SEVERE_NO_PLAN) { total } }'))).toEqual(['FORBIDDEN']);
  });
});
