import { answer, heldMeeting, speakAbout } from '../../support/meeting-rows.ts';
import { codesOf, person, underReach } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';
import { addSchools, knowPeople, marksTo, sumUp } from './term.ts';

const { oakmere, tarnbrook, fellgate } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const head = person(Role.HEADTEACHER, { schools: [oakmere] }, 44);
const [LARK_RISE, ST_BEDES, PRIMARY] = [990510, 990511, 990512];

const FIELDS = 'maySetTier maySetFrequency tierVersion requirementVersion row { state overdue frequency severe severeWithPlan tier { tier data score measures { measure points weight reason } floors { tier reason } } } overrides { version tier reason untilOn by } requirements { version frequency reason by } severePupils { name planStatus }';
const READ = `query Read($id: Int!) { plannedSchool(schoolId: $id) { ${FIELDS} } }`;
const SET = `mutation Set($id: Int!, $version: Int!, $input: TierOverrideInput!) { setSchoolTier(schoolId: $id, version: $version, input: $input) { ${FIELDS} } }`;
const REQUIRE = `mutation Require($id: Int!, $version: Int!, $frequency: MeetingFrequency!, $reason: String!) { setMeetingRequirement(schoolId: $id, version: $version, frequency: $frequency, reason: $reason) { ${FIELDS} } }`;
interface Planned { maySetTier: boolean; maySetFrequency: boolean; tierVersion: number; requirementVersion: number; row: { state: string; overdue: boolean; frequency: string; severe: number; severeWithPlan: number; tier: { tier: string; data: string; score: number | null; measures: { measure: string; points: number; reason: string }[]; floors: { tier: string; reason: string }[] } }; overrides: { tier: string | null; by: string | null }[]; severePupils: { name: string; planStatus: string | null }[] }

/** National figures that make the numbers of the scenario come out: 92%, 20% and 2%. */
const NATIONAL = `update published_figure set possible = 10000, attended = 9200, absent = 800, persistent = null, enrolments = null, persistent_percent = 20, severe_percent = case when series = 'CENSUS' then 2 end where level = 'NATIONAL'`;

describe('tiers', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await TestPortal.open('tiers');
    await knowTerms(portal.ownerUrl);
    await knowPeople(portal.ownerUrl, { 41: 'A manager', 43: 'An officer', 44: 'A head' });
    await addSchools(portal, [{ id: LARK_RISE, name: 'Lark Rise Infant School' }, { id: ST_BEDES, name: 'St Bede’s School', phase: 'INDEPENDENT', typeCode: 11 }, { id: PRIMARY, name: 'A primary' }]);
    await portal.rows(NATIONAL);
    await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [oakmere]);
    for (const id of [oakmere, LARK_RISE, PRIMARY]) await marksTo(portal, id, '2026-11-18', { possible: 100_000, attended: id === oakmere ? 91_000 : 94_000 });
  });
  afterEach(() => portal.close());

  const read = async (id: number, actor = manager): Promise<Planned> => {
    const answer = await portal.ask(actor, READ, { id });
    expect(answer.errors).toEqual([]);
    return answer.data?.plannedSchool as Planned;
  };
  const set = (input: object, version = 0, id: number = oakmere, actor = officer): Promise<Answer> => portal.ask(actor, SET, { id, version, input });
  const task = (id: number, overdueFrom: string, source = 'MEETING', status = 'OPEN') => portal.rows(
    `insert into task (source, scope, what, school_id, school_ids, side, owner, from_on, due_on, overdue_from, status, made_with) values ($3, 'SCHOOL', 'Ask', $1, array[$1::int], 'SCHOOL', 'Head', '2026-10-01', $2::date - 1, $2, $4, gen_random_uuid())`, [id, overdueFrom, source, status]);
  /** A pupil who missed three sessions of four at a school. */
  const severe = async (pupil: { id: number; enrolmentId: number; restricted?: boolean }, school: number): Promise<void> => {
    const counts = (await portal.rows<{ name: string }>(`select column_name as name from information_schema.columns where table_name = 'pupil_standing' and data_type = 'smallint' and column_name not in ('academic_year', 'possible', 'absent')`)).map(({ name }) => name);
    await portal.rows(`insert into pupil_standing (enrolment_id, academic_year, school_id, pupil_id, restricted, marks_to, recent_from, possible, absent, ${counts.join(', ')}) values ($1, 2026, $2, $3, $4, '2026-11-18', '2026-10-01', 100, 75${', 0'.repeat(counts.length)})`,
      [pupil.enrolmentId, school, pupil.id, pupil.restricted ?? false]);
  };
  /** What an issued record says last of a pupil's plan. */
  const say = async (pupil: { id: number }, school: number, value: string): Promise<void> => {
    const meeting = await heldMeeting(portal, { schoolId: school, heldOn: '2026-11-02', officerId: 43, type: 'CHECK_IN' });
    await speakAbout(portal, meeting, pupil.id, school);
    await answer(portal, meeting, 'PUPIL', 'PLAN_STATUS', value, pupil.id, school);
  };

  test('Oakmere Academy scores 8: every measure with its points, its weight and its reason', async () => {
    await sumUp(portal, oakmere, 2026, { possible: 100_000, attended: 90_500, pupils: 1000, persistent: 261, severe: 33 });
    for (const day of ['2026-11-10', '2026-11-19']) await task(oakmere, day);
    await task(oakmere, '2026-11-20');
    await task(oakmere, '2026-11-01', 'OWN');
    await task(oakmere, '2026-11-01', 'MEETING', 'DONE');
    const { row: { tier } } = await read(oakmere);
    expect([tier.tier, tier.score, tier.data]).toEqual(['INTENSIVE', 8, 'FEED']);
    expect(tier.measures.map(({ measure, points, reason }) => [measure, points, reason])).toEqual([
      ['ATTENDANCE', 2, 'Attendance is 90.5%, 1.5 percentage points below the national average of 92% for the phase'], ['PERSISTENT', 2, 'Persistent absence is 26.1%, 6.1 percentage points above the national average of 20% for the phase'],
      ['SEVERE', 2, 'Severe absence is 3.3%, 1.3 percentage points above the national average of 2% for the phase'], ['CHANGE', 1, 'Attendance is 90.5%; at the same point last year it was 91%'], ['PRACTICE', 1, 'Overdue: 2 actions and 0 returns'],
    ]);
    expect(tier.floors).toEqual([{ tier: 'TARGETED', reason: 'A secondary school: at least targeted' }]);
  });

  test('Lark Rise is universal with nothing against it; St Bede’s sends nothing, and nothing is expected', async () => {
    await sumUp(portal, LARK_RISE, 2026, { possible: 5000, attended: 4700, pupils: 42, persistent: 6 });
    expect((await read(LARK_RISE)).row.tier).toMatchObject({ tier: 'UNIVERSAL', score: 0, floors: [] });
    expect((await read(ST_BEDES)).row.tier).toEqual({ tier: 'UNIVERSAL', data: 'NO_FEED', score: null, measures: [], floors: [] });
  });

  test('a primary scoring 1 with a severely absent pupil without a plan is targeted; with a plan in place it is universal again', async () => {
    await sumUp(portal, PRIMARY, 2026, { possible: 100_000, attended: 94_000, pupils: 100, persistent: 21 });
    expect((await read(PRIMARY)).row.tier).toMatchObject({ tier: 'UNIVERSAL', score: 1 });
    await severe(PUPILS.mason, PRIMARY);
    const without = await read(PRIMARY);
    expect(without.row).toMatchObject({ severe: 1, severeWithPlan: 0, tier: { tier: 'TARGETED', floors: [{ tier: 'TARGETED', reason: '1 severely absent pupil without a plan: at least targeted' }] } });
    expect(without.severePupils).toEqual([{ name: 'Mason Thirkell', planStatus: null }]);
    for (const [value, tier] of [['NONE', 'TARGETED'], ['IN_PLACE_NOT_WORKING', 'UNIVERSAL'], ['COMPLETED', 'TARGETED'], ['IN_PLACE_WORKING', 'UNIVERSAL']] as const) {
      // Of the school he is enrolled at: another school's record says nothing of a plan.
      await say(PUPILS.mason, PUPILS.mason.schoolId, value);
      expect([value, (await read(PRIMARY)).row.tier.tier]).toEqual([value, tier]);
    }
    const [entry] = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ pupil_ids: number[] }>('select pupil_ids from audit_entry order by seq desc limit 1')).rows);
    expect(entry?.pupil_ids).toEqual([PUPILS.mason.id]);
  });

  test('a restricted pupil counts, and is named, only for who may see them', async () => {
    await severe(PUPILS.hidden, PRIMARY);
    const may = person(Role.TEAM_MANAGER, {}, 41);
    expect([may.reach.full, (await read(PRIMARY, may)).row.severe]).toEqual([true, 1]);
    expect([officer.reach.full, (await read(PRIMARY, officer)).row.severe, (await read(PRIMARY, officer)).severePupils]).toEqual([false, 0, []]);
  });

  test('ten school days without marks, or never any, raise a school with a feed', async () => {
    await portal.rows(`update school_coverage set marks_to = '2026-11-05' where school_id = $1`, [PRIMARY]);
    await sumUp(portal, PRIMARY, 2026, { possible: 100_000, attended: 94_000 });
    expect((await read(PRIMARY)).row.tier).toMatchObject({ tier: 'UNIVERSAL', floors: [] });
    await portal.rows(`update school_coverage set marks_to = '2026-11-04' where school_id = $1`, [PRIMARY]);
    expect((await read(PRIMARY)).row.tier.floors).toEqual([{ tier: 'TARGETED', reason: 'No marks for 10 school days: at least targeted' }]);
    expect((await read(fellgate)).row.tier).toMatchObject({ tier: 'TARGETED', data: 'NO_DATA', score: null });
  });

  test('a tier set by hand raises, says why, ends, and can be taken back; each version stays', async () => {
    await sumUp(portal, oakmere, 2026, { possible: 100_000, attended: 94_000 });
    expect((await read(oakmere, officer)).maySetTier).toBe(true);
    const one = await set({ tier: 'INTENSIVE', untilOn: '2027-03-25', reason: '  New head  ' });
    expect([one.errors, (one.data?.setSchoolTier as Planned).row.tier.tier]).toEqual([[], 'INTENSIVE']);
    expect((await read(oakmere)).row.tier.floors).toContainEqual({ tier: 'INTENSIVE', reason: 'Set by hand until 2027-03-25: New head' });
    expect(codesOf(await set({ tier: 'TARGETED', untilOn: '2027-03-25', reason: 'Late' }, 0, oakmere, manager))).toEqual(['CONFLICT']);
    const two = await set({ tier: 'UNIVERSAL', untilOn: '2027-03-25', reason: 'It cannot lower' }, 1);
    expect((two.data?.setSchoolTier as Planned).row.tier.tier).toBe('TARGETED');
    const three = await set({ tier: null, reason: 'No longer needed' }, 2, oakmere, manager);
    expect((three.data?.setSchoolTier as Planned).overrides.map(({ tier, by }) => [tier, by])).toEqual([[null, 'A manager'], ['UNIVERSAL', 'An officer'], ['INTENSIVE', 'An officer']]);
    const [entry] = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<object>('select kind, reason, school_ids from audit_entry where kind = $1 order by seq desc limit 1', ['CHANGED'])).rows);
    expect(entry).toEqual({ kind: 'CHANGED', reason: 'No longer needed', school_ids: [oakmere] });
  });

  test.each([
    ['no reason', { tier: 'INTENSIVE', untilOn: '2027-03-25', reason: ' ' }, ['reason']], ['no day', { tier: 'INTENSIVE', reason: 'New head' }, ['untilOn']], ['a day that is over', { tier: 'INTENSIVE', untilOn: '2026-11-19', reason: 'New head' }, ['untilOn']],
    ['a day that is none', { tier: 'INTENSIVE', untilOn: 'spring', reason: 'x'.repeat(1001) }, ['reason', 'untilOn']],
  ])('refuses %s, and says which field', async (_what, input, fields) => {
    const answer = await set(input);
    expect([codesOf(answer), Object.keys((answer.errors[0]?.extensions?.fields ?? {}) as object).sort()]).toEqual([['INVALID'], fields]);
    expect(await portal.rows('select 1 from school_tier_override')).toEqual([]);
  });

  test('an officer sets tiers of the own schools alone, a manager how often a school is met, and a school neither', async () => {
    const input = { tier: 'INTENSIVE', untilOn: '2027-03-25', reason: 'New head' };
    expect(codesOf(await set(input, 0, tarnbrook))).toEqual(['FORBIDDEN']);
    expect(codesOf(await set(input, 0, tarnbrook, manager))).toEqual([]);
    expect(codesOf(await set(input, 0, 424_242, manager))).toEqual(['NOT_FOUND']);
    const ask = (actor: typeof officer, version = 0, reason = 'Above average') => portal.ask(actor, REQUIRE, { id: oakmere, version, frequency: 'ANNUAL', reason });
    expect([codesOf(await ask(officer)), codesOf(await ask(head)), codesOf(await ask(manager, 0, ' '))]).toEqual([['FORBIDDEN'], ['FORBIDDEN'], ['INVALID']]);
    const kept = await ask(manager);
    expect((kept.data?.setMeetingRequirement as Planned).row).toMatchObject({ frequency: 'ANNUAL', overdue: true });
    expect(codesOf(await ask(manager))).toEqual(['CONFLICT']);
    expect((await portal.ask(manager, '{ meetingPlanner { totals { lessThanTermly } } }')).data?.meetingPlanner).toEqual({ totals: { lessThanTermly: 1 } });
  });

  test('a school met once a year is not overdue in a later term of the year', async () => {
    await portal.ask(manager, REQUIRE, { id: oakmere, version: 0, frequency: 'ANNUAL', reason: 'Above average' });
    const overdue = async (): Promise<boolean> => ((await portal.ask(manager, `query Summer { plannedSchool(schoolId: ${oakmere}, term: "2025-SUMMER") { row { overdue } } }`)).data?.plannedSchool as Planned).row.overdue;
    await portal.rows(`insert into meeting_requirement (school_id, academic_year, version, frequency, reason) values ($1, 2025, 1, 'ANNUAL', 'Above average')`, [oakmere]);
    expect(await overdue()).toBe(true);
    const [meeting] = await portal.rows<{ id: number }>(`insert into meeting (type, status, mode, on_day, held_on, at_time, minutes, officer_id, school_ids, made_with) values ('SINGLE_SCHOOL', 'LOCKED', 'REMOTE', '2025-11-04', '2025-11-04', '10:00', 30, 43, array[$1::int], gen_random_uuid()) returning id`, [oakmere]);
    await portal.rows('insert into meeting_school (meeting_id, school_id, section_complete_at) values ($1, $2, now())', [meeting?.id, oakmere]);
    expect(await overdue()).toBe(false);
  });

  describe('the summary of a school that sends no registers', () => {
    const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [ST_BEDES] }, 44);
    const SUMMARY = 'season state enteredOn dueOn version mayEnter versions { version asOfOn roll severe concern concerns by }';
    const ENTER = `mutation Enter($id: Int!, $version: Int!, $input: TermSummaryInput!, $term: String) { enterTermSummary(schoolId: $id, version: $version, input: $input, term: $term) { ${SUMMARY} } }`;
    const OWED = `{ termSummaries { schoolId ${SUMMARY} } }`;
    const PLANNER = 'query Planner($standing: PlannerStanding) { meetingPlanner(filter: { standing: $standing }) { work { withoutFeed summariesEntered } items { schoolId summary { state season enteredOn dueOn } } } }';
    const input = { asOfOn: '2026-11-12', roll: 1000, possible: 100_000, authorised: 7500, unauthorised: 2000, persistent: 261, severe: 33, concern: 40, concerns: 'Two families\r\nmoved' };
    const enter = (change: object = {}, version = 0, actor = champion, id: number = ST_BEDES): Promise<Answer> => portal.ask(actor, ENTER, { id, version, input: { ...input, ...change } });
    const kept = () => portal.rows<object>('select version from school_term_summary order by version');
    const lastYear = () => portal.rows(`insert into school_term_summary (school_id, academic_year, season, version, as_of_on, roll, possible, authorised, unauthorised, persistent, severe, concern, entered_on)
      select $1, 2025, season, version, '2025-11-13', 1000, 100000, missed, 1000, 250, 20, 0, '2025-11-14' from (values ('AUTUMN', 1, 20000), ('AUTUMN', 2, 8000), ('SUMMER', 3, 1)) v (season, version, missed)`, [ST_BEDES]);

    test('is entered by the school; its tier is scored from it beside all schools and its summary of last year, and says so', async () => {
      await lastYear();
      for (const day of ['2026-11-10', '2026-11-19']) await task(ST_BEDES, day);
      expect((await portal.ask(champion, OWED)).data?.termSummaries).toEqual([{ schoolId: ST_BEDES, season: 'AUTUMN', state: 'NOT_YET', enteredOn: null, dueOn: null, version: 0, mayEnter: true, versions: [] }]);
      expect((await portal.ask(manager, PLANNER, { standing: 'SUMMARY_MISSING' })).data?.meetingPlanner).toEqual({ work: { withoutFeed: 1, summariesEntered: 0 }, items: [{ schoolId: ST_BEDES, summary: { state: 'NOT_YET', season: 'AUTUMN', enteredOn: null, dueOn: null } }] });
      const entered = await enter();
      expect([entered.errors, entered.data?.enterTermSummary]).toEqual([[], { season: 'AUTUMN', state: 'ENTERED', enteredOn: '2026-11-19', dueOn: null, version: 1, mayEnter: true, versions: [{ version: 1, asOfOn: '2026-11-12', roll: 1000, severe: 33, concern: 40, concerns: 'Two families\nmoved', by: 'A head' }] }]);
      const { tier, tier: { measures } } = (await read(ST_BEDES)).row;
      expect([tier.tier, tier.data, tier.score, tier.floors]).toEqual(['INTENSIVE', 'SUMMARY', 8, []]);
      expect(measures.map(({ points, reason }) => [points, reason])).toEqual([
        [2, 'Attendance is 90.5% by the school’s own summary to 12 November 2026, 1.5 percentage points below the national average of 92% for all schools'], [2, expect.stringContaining('6.1 percentage points above the national average of 20% for all schools')],
        [2, expect.stringContaining('1.3 percentage points above the national average of 2% for all schools')], [1, expect.stringContaining('in its summary of the same term last year it was 91%')], [1, 'Overdue: 2 actions and 0 returns'],
      ]);
      expect((await portal.ask(manager, PLANNER, { standing: 'SUMMARY_MISSING' })).data?.meetingPlanner).toEqual({ work: { withoutFeed: 1, summariesEntered: 1 }, items: [] });
      // A later term of the year takes its place, however often the earlier one was entered.
      await portal.rows(`insert into school_term_summary select school_id, academic_year, 'SPRING', 0, '2027-01-15', roll, possible, authorised, unauthorised, persistent, severe, concern, concerns, '2027-01-15' from school_term_summary where academic_year = 2026`);
      expect((await read(ST_BEDES)).row.tier.measures[0]?.reason).toContain('summary to 15 January 2027');
      const [trail] = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<object>('select kind, school_ids, details from audit_entry where kind = $1 order by seq desc limit 1', ['CHANGED'])).rows);
      expect(trail).toEqual({ kind: 'CHANGED', school_ids: [ST_BEDES], details: expect.objectContaining({ term: '2026-AUTUMN', asOfOn: '2026-11-12', version: 1 }) });
    });

    test('is owed by the day the preparation is, once a meeting is offered; what is called off asks nothing, and what cannot be is refused beside its field', async () => {
      const meet = (onDay: string, status: string) => heldMeeting(portal, { schoolId: ST_BEDES, heldOn: onDay, status, complete: false, officerId: 43 });
      await meet('2026-11-10', 'DECLINED');
      const standing = async () => ((await portal.ask(champion, OWED)).data?.termSummaries as { state: string; dueOn: string | null }[]).map(({ state, dueOn }) => [state, dueOn]);
      expect(await standing()).toEqual([['NOT_YET', null]]);
      // Ten school days before it the term had not begun, and there was nothing to sum up.
      const earlier = await meet('2026-04-15', 'LOCKED');
      expect((await portal.ask(champion, `{ termSummaries(meetingId: ${earlier}) { term { key } state dueOn } }`)).data?.termSummaries).toEqual([{ term: { key: '2025-SUMMER' }, state: 'LATE', dueOn: '2026-04-13' }]);
      await meet('2026-12-10', 'OFFERED');
      expect(await standing()).toEqual([['ASKED', '2026-11-26']]);
      await meet('2026-11-27', 'BOOKED');
      expect(await standing()).toEqual([['LATE', '2026-11-13']]);
      expect(((await portal.ask(manager, PLANNER, { standing: 'SUMMARY_MISSING' })).data?.meetingPlanner as { items: object[] }).items).toEqual([{ schoolId: ST_BEDES, summary: { state: 'LATE', season: 'AUTUMN', enteredOn: null, dueOn: '2026-11-13' } }]);
      const answer = await enter({ severe: 262, unauthorised: 100_000, roll: null, asOfOn: '2026-11-20' });
      expect([codesOf(answer), Object.keys((answer.errors[0]?.extensions?.fields ?? {}) as object).sort(), await kept()]).toEqual([['INVALID'], ['asOfOn', 'roll', 'severe', 'unauthorised'], []]);
      await enter();
      expect(await standing()).toEqual([['ENTERED', '2026-11-13']]);
    });

    test('is refused to whoever was second, with who was first; every version stays and the latest counts', async () => {
      await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [ST_BEDES]);
      const both = await Promise.all([enter(), enter({ severe: 0 }, 0, officer)]);
      expect(both.flatMap(codesOf)).toEqual(['CONFLICT']);
      expect(both.flatMap(({ errors }) => errors.map(({ message }) => message))[0]).toMatch(/^(A head|An officer) changed the summary while you had it open\. Nothing of yours was saved/);
      expect([codesOf(await enter({ severe: 0, concerns: '' }, 1, officer)), await kept()]).toEqual([[], [{ version: 1 }, { version: 2 }]]);
      expect((await read(ST_BEDES)).row.tier.measures.find(({ measure }) => measure === 'SEVERE')?.points).toBe(0);
      expect((await portal.ask(champion, OWED)).data?.termSummaries).toMatchObject([{ version: 2, versions: [{ version: 2, by: 'An officer' }, { version: 1 }] }]);
    });

    test('is of such a school alone, and entered by it, its named officer or whoever approves meetings', async () => {
      const other = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] }, 44);
      expect([codesOf(await enter({}, 0, other)), codesOf(await enter({}, 0, other, oakmere)), codesOf(await enter({}, 0, manager, oakmere))]).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['NOT_FOUND']]);
      expect([codesOf(await enter({}, 0, officer)), codesOf(await enter({}, 0, person(Role.HEADTEACHER, { schools: [ST_BEDES] }, 44)))]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
      expect([(await portal.ask(other, OWED)).data?.termSummaries, (await portal.ask(person(Role.HEADTEACHER, { schools: [ST_BEDES] }, 44), OWED)).data?.termSummaries]).toMatchObject([[], [{ mayEnter: false }]]);
      // The database asks again, whoever calls it.
      const past = `select enter_term_summary(${ST_BEDES}, 2026, 'AUTUMN', 0, '2026-11-12', '2026-11-19', 10, 100, 1, 1, 1, 0, 1, '')`;
      await expect(underReach(portal, other, async (operation) => operation.sql(past))).rejects.toMatchObject({ code: '42501' });
      expect([codesOf(await enter({}, 0, manager)), await kept()]).toEqual([[], [{ version: 1 }]]);
      // Once it sends registers they are what counts, and nothing more is asked.
      await marksTo(portal, ST_BEDES, '2026-11-18');
      expect([codesOf(await enter({}, 1)), (await read(ST_BEDES)).row.tier.data]).toEqual([['NOT_FOUND'], 'NO_DATA']);
    });
  });
});
