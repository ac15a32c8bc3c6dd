import { addCrowd } from '../../support/crowd.ts';
import { agreeAction, agreeWide, attending, heldMeeting, reachTo, speakOfGroup, writeMarks } from '../../support/meeting-rows.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { openDays } from '../../support/register-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, PUPILS, SCHOOLS, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const LIKE = [990501, 990502, 990503, 990504] as const;
const [manager, officer, champion] = [person(Role.TEAM_MANAGER), person(Role.ATTENDANCE_OFFICER), person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] })];

const DETAIL = `query Detail($id: Int!) { effectOfWideAction(taskId: $id) { taskId scope about schoolName action service status anchorOn impact words before { possible attended } after { possible attended } change laterWords asOf caveats { code words }
  comparisons { code label change effect interval { from to } size words } people { count isLater pupils words } } }`;
const ROW = 'key label actions unmeasured counted insufficient isHidden improved stable worse median interval { from to } beside { code compared effect interval { from to } } words';
const SUMMARY = `query Wide($by: EffectBy!, $filter: EffectFilter) { wideEffects(by: $by, filter: $filter) { groups { ${ROW} } schools { ${ROW} } areaActions words caveats { code } } effectSummary(by: $by, filter: $filter) { rows { key } } }`;
const LIST = 'query List($by: EffectBy!, $scope: WideScope!, $key: String, $count: SchoolCount) { wideActions(by: $by, scope: $scope, key: $key, count: $count, take: 100) { label total items { taskId about action impact words } } }';
const PEOPLE = 'label words total items { pupilId name about action note effect { taskId impact before { possible attended } after { possible attended } } }';
const OF_ACTION = `query People($id: Int!, $count: PeopleCount!, $later: Boolean) { pupilsOfWideAction(taskId: $id, count: $count, later: $later, take: 100) { ${PEOPLE} } }`;
const OF_ROW = `query People($by: EffectBy!, $key: String!, $count: PeopleCount!) { wideEffectPupils(by: $by, key: $key, count: $count, take: 100) { ${PEOPLE} } }`;
interface People { label: string; words: string; total: number; items: { pupilId: string; name: string; note: string; effect: { impact: string } }[] }
interface Detail { people: { count: string; isLater: boolean; pupils: number; words: string }[]; impact: string | null; words: string; laterWords: string; change: number | null; before: object; after: object; caveats: { code: string }[]; comparisons: { code: string; change: number | null; effect: number | null; size: number; words: string }[] }

describe('the effect of an action about more than one pupil', () => {
  let portal: TestPortal;
  let crowd: TestPupil[];
  let school: number;
  let group: number;
  let area: number;

  beforeAll(async () => {
    portal = await TestPortal.open('impact_wide');
    await knowOfficer(portal.ownerUrl);
    await knowTerms(portal.ownerUrl);
    for (const [index, id] of LIKE.entries()) {
      await portal.rows(`insert into school (id, la_code, establishment_number, name, type_code, phase_code, phase, status_code, statutory_low_age, statutory_high_age, locality, postcode) values ($1, 990, $2, $3, 1, 4, 'SECONDARY', 1, 11, 16, 'North', 'WX1 2AB')`, [id, 4101 + index, `Like ${index}`]);
      await portal.rows('insert into school_week select $1, week_start, academic_year, ordinal, open_days from school_week where school_id = $2', [id, oakmere]);
    }
    const days = await openDays(portal, oakmere, '2025-09-03', '2026-12-18');
    const around = (anchor: string): [string[], string[]] => [days.filter((day) => day < anchor).slice(-30), days.filter((day) => day >= anchor).slice(0, 30)];
    const [[before, after], [earlier, later]] = [around('2026-11-09'), around('2025-11-10')];
    // Forty at Oakmere: 40 of 60 sessions before, 46 of 60 from it; last year 50 of 60, then 47. The last of them joined in November.
    crowd = await addCrowd(portal.ingest, 40, oakmere);
    await portal.rows(`update enrolment set starts_on = '2026-11-02' where id = 1039`);
    for (const pupil of crowd) await writeMarks(portal, pupil, new Map([...(pupil.id === 1039 ? [] : [...attending(earlier, 50), ...attending(later, 47)]), ...attending(before, 40), ...attending(after, 46)]));
    // One restricted child, who stayed away: counted for the manager alone.
    await writeMarks(portal, PUPILS.hidden, new Map([...attending(before, 0), ...attending(after, 0)]));
    for (const [index, id] of LIKE.entries()) for (const pupil of await addCrowd(portal.ingest, 30, id, 2000 + index * 100)) await writeMarks(portal, pupil, new Map([...attending(before, 40), ...attending(after, index === 3 ? 46 : 42)]));
    await portal.rows(`update enrolment set nc_year = '9' where id >= 1000`);
    for (const id of [oakmere, ...LIKE]) {
      await reachTo(portal, id, '2026-12-18');
      await portal.rows('insert into school_year_total values ($1, 2026, false, 40, 0, 0, 2400, 2400, 0, 0, 0, 0, 0)', [id]);
      await portal.rows(`insert into school_cohort_total select (jsonb_populate_record(null::school_cohort_total, n.zero || jsonb_build_object('academic_year', 2026, 'axis', 'ALL', 'school_id', $1::int, 'value', 'ALL', 'restricted', false, 'enrolments', 40, 'possible', 2400))).*
        from (select jsonb_object_agg(column_name, 0) as zero from information_schema.columns where table_name = 'school_cohort_total' and data_type = 'integer') n on conflict do nothing`, [id]);
    }
    await portal.rows('delete from enrolment_cohort where academic_year = 2026');
    await portal.rows(`insert into enrolment_cohort (enrolment_id, academic_year, school_id, pupil_id, year_group) select e.id, 2026, e.school_id, e.pupil_id, case when e.id < 1012 then '9' else '8' end from enrolment e where e.school_id = $1 and e.id >= 1000`, [oakmere]);
    for (const [weeks, attended] of [[['2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-11-02'], 900], [['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'], 950], [['2025-09-22', '2025-09-29', '2025-10-06', '2025-10-13', '2025-10-20', '2025-11-03', '2025-11-10', '2025-11-17', '2025-11-24', '2025-12-01', '2025-12-08', '2025-12-15'], 880]] as const) {
      await portal.rows(`insert into school_week_total (school_id, week_start, restricted, academic_year, enrolments, possible, attended, authorised, unauthorised, late_before, late_after, missing) select $1, w, false, extract(year from w - 200), 100, 1000, $3, 1000 - $3::int, 0, 0, 0, 0 from unnest($2::date[]) w`, [oakmere, weeks, attended]);
    }
    const meeting = await heldMeeting(portal, { heldOn: '2026-11-09' });
    await speakOfGroup(portal, meeting, 'YEAR_GROUP:9');
    school = await agreeWide(portal, 'SCHOOL', { meetingId: meeting, type: 'STAFF_TRAINING', service: 'BEHAVIOUR_OUTREACH' });
    group = await agreeWide(portal, 'COHORT', { meetingId: meeting });
    area = await agreeWide(portal, 'AREA', { meetingId: meeting, type: 'SHARE_PRACTICE' });
    await agreeWide(portal, 'SCHOOL', { type: 'POLICY_CHANGE', status: 'NOT_DONE' });
  });
  afterAll(() => portal.close());

  const detail = async (id: number, actor = officer): Promise<Detail> => {
    const answer = await portal.ask(actor, DETAIL, { id });
    expect(answer.errors).toEqual([]);
    return answer.data?.effectOfWideAction as Detail;
  };

  test('a school: 39 pupils on roll throughout, 66.7% to 76.7%, +10.0 points; similar schools +5.0; last year −5.0', async () => {
    const found = await detail(school);
    expect(found).toMatchObject({ scope: 'SCHOOL', about: 'Oakmere Academy', impact: 'IMPROVED', before: { possible: 2340, attended: 1560 }, after: { possible: 2340, attended: 1794 }, asOf: '30 school days before the first day of the action and 30 from it are held, by the calendar of the school.' });
    expect(found.change).toBeCloseTo(10, 9);
    expect(found.words).toBe('39 pupils on roll throughout attended 1,560 of 2,340 sessions (66.7%) in the 30 school days before 9 November 2026, and 1,794 of 2,340 sessions (76.7%) in the 30 school days from it. +10.0 points: improved. 3 pupils who joined or left in those days or had no session are not counted.');
    const [similar, lastYear] = found.comparisons;
    expect(similar).toMatchObject({ code: 'SIMILAR_SCHOOLS', size: 4, words: '4 similar schools moved by +5.0 points on average over the same days; measured against them: +5.0 points.' });
    expect(similar!.effect).toBeCloseTo(5, 9);
    expect(lastYear).toMatchObject({ code: 'LAST_YEAR', words: 'In the same school weeks of 2025/26 the school went from 83.3% to 78.3% (−5.0 points); measured against that: +15.0 points.' });
    expect(found.caveats.map(({ code }) => code)).toEqual(expect.arrayContaining(['REGRESSION', 'CAUSE', 'SAME_ROLL', 'OTHERS_ACT', 'LAST_YEAR']));
  });

  test('a restricted child counts for those with the right alone; a school is beside no other, and is told why', async () => {
    expect(await detail(school, manager)).toMatchObject({ before: { possible: 2400, attended: 1560 }, after: { possible: 2400, attended: 1794 } });
    const own = await detail(school, champion);
    expect(own).toMatchObject({ before: { possible: 2340, attended: 1560 } });
    expect(own.comparisons[0]).toMatchObject({ size: 0, effect: null, words: 'You see one school, so there are no others to set it beside. The attendance team sees them.' });
    expect(own.comparisons[1]!.effect).toBeCloseTo(15, 9);
  });

  test('last year is told only where all of its weeks are held', async () => {
    const early = await agreeWide(portal, 'SCHOOL', { fromOn: '2026-10-12', status: 'PARTLY' });
    expect((await detail(early)).comparisons[1]).toMatchObject({ code: 'LAST_YEAR', size: 0, effect: null, words: 'The same school weeks of 2025/26 are not held, or have too few sessions to say.' });
    await portal.rows('delete from task where id = $1', [early]);
  });

  test('too few similar schools with registers are none', async () => {
    await portal.rows(`update enrolment set starts_on = '2026-11-02' where school_id = $1`, [LIKE[3]]);
    expect((await detail(school)).comparisons[0]).toMatchObject({ size: 0, effect: null, words: 'Too few similar schools have enough sessions over the same days, so nothing is set beside it.' });
    await portal.rows(`update enrolment set starts_on = '2025-09-03' where school_id = $1`, [LIKE[3]]);
  });

  test('a group: the twelve of year 9 on roll that day, each beside pupils alike outside it, and beside their own last year', async () => {
    const found = await detail(group);
    expect(found).toMatchObject({ scope: 'COHORT', about: 'Year group: Year 9', impact: null, change: 10, before: { possible: 720, attended: 480 }, after: { possible: 720, attended: 552 } });
    expect(found.words).toContain('12 of them improved (100.0%), 0 no great change, 0 worse. The middle change is +10.0 points.');
    expect(found.comparisons.map(({ code, effect, size }) => [code, effect, size])).toEqual([['PUPILS_ALIKE', 0, 12], ['LAST_YEAR', 15, 12]]);
    expect(found.caveats.map(({ code }) => code)).toEqual(expect.arrayContaining(['GROUP_DAY', 'GROUP_REACHED']));
  });

  test('a group nobody named is told as that, and the one of its record wins over another of the meeting', async () => {
    const meeting = await heldMeeting(portal, { heldOn: '2026-11-09' });
    await speakOfGroup(portal, meeting, 'YEAR_GROUP:9');
    await speakOfGroup(portal, meeting, 'YEAR_GROUP:8');
    const [none, named] = [await agreeWide(portal, 'COHORT', { meetingId: meeting, type: null }), await agreeWide(portal, 'COHORT', { meetingId: meeting, type: null, cohort: 'YEAR_GROUP:8' })];
    expect(await detail(none)).toMatchObject({ about: 'A group that was not named', words: 'The record does not say which group, or the group is not kept with each pupil, so nothing can be told.', comparisons: [], before: { possible: 0 } });
    expect(await detail(named)).toMatchObject({ about: 'Year group: Year 8', before: { possible: 28 * 60 } });
    await portal.rows('update task set status = $1 where id = any ($2)', ['NOT_DONE', [none, named]]);
  });

  test('the area: in whole weeks, beside the same weeks of last year and nothing else, for those who see all of it', async () => {
    const found = await detail(area);
    expect(found).toMatchObject({ scope: 'AREA', impact: null, before: { possible: 6000, attended: 5400 }, after: { possible: 6000, attended: 5700 }, words: 'Pupils of 1 school attended 5,400 of 6,000 sessions (90.0%) in the 6 school weeks before the week of 9 November 2026, and 5,700 of 6,000 sessions (95.0%) in the whole school weeks from it, 6 at most. +5.0 points.' });
    expect(found.comparisons).toEqual([expect.objectContaining({ code: 'LAST_YEAR', words: 'In the same school weeks of 2025/26 the same school went from 88.0% to 88.0% (0.0 points); measured against that: +5.0 points.' })]);
    expect(await detail(area, champion)).toMatchObject({ before: { possible: 0 }, change: null, comparisons: [], words: 'The area is told to those who see all its schools. The attendance team does.' });
  });

  test('a table tells of groups and of schools apart, and adds neither to single pupils; each count opens into its actions', async () => {
    const answer = await portal.ask(officer, SUMMARY, { by: 'ACTION_TYPE' });
    expect(answer.errors).toEqual([]);
    expect(answer.data?.effectSummary).toEqual({ rows: [] });
    expect(answer.data?.wideEffects).toMatchObject({
      areaActions: 1,
      groups: [{ key: 'BREAKFAST_CLUB', actions: 1, unmeasured: 0, counted: 12, isHidden: false, improved: 12, stable: 0, worse: 0, median: 10, interval: null, beside: [{ code: 'PUPILS_ALIKE', compared: 12, effect: 0, interval: null }, { code: 'LAST_YEAR', compared: 12, effect: 15, interval: null }] }],
      schools: [{ key: 'STAFF_TRAINING', actions: 1, counted: 1, isHidden: true, improved: null, median: null, beside: [{ code: 'SIMILAR_SCHOOLS', compared: 1, effect: null }, { code: 'LAST_YEAR', compared: 1, effect: null }], words: 'Too few to say: 1 school with enough sessions, and 10 are needed.' }],
    });
    for (const [by, key] of [['SERVICE', 'BEHAVIOUR_OUTREACH'], ['SCHOOL', String(oakmere)], ['TERM', '2026-AUTUMN']] as const) {
      const { schools } = (await portal.ask(officer, SUMMARY, { by })).data?.wideEffects as { schools: { key: string; actions: number }[] };
      expect(schools.map((row) => [row.key, row.actions])).toEqual([[key, 1]]);
      const listed = (await portal.ask(officer, LIST, { by, scope: 'SCHOOL', key })).data?.wideActions as { total: number; items: { taskId: number; impact: string }[] };
      expect([listed.total, listed.items.map(({ taskId, impact }) => [taskId, impact])]).toEqual([1, [[school, 'IMPROVED']]]);
    }
    // A second action of the same school in the same row: the school counts once, by the first.
    const second = await agreeWide(portal, 'SCHOOL', { schoolId: oakmere, fromOn: '2026-11-10', type: 'STAFF_TRAINING' });
    const { schools: [row] } = (await portal.ask(officer, SUMMARY, { by: 'ACTION_TYPE' })).data?.wideEffects as { schools: { key: string; actions: number; counted: number; insufficient: number }[] };
    const behind = async (count: string | null): Promise<unknown> => ((await portal.ask(officer, LIST, { by: 'ACTION_TYPE', scope: 'SCHOOL', key: 'STAFF_TRAINING', count })).data?.wideActions as { items: { taskId: number }[] }).items.map(({ taskId }) => taskId);
    expect(row).toMatchObject({ key: 'STAFF_TRAINING', actions: 2, counted: 1, insufficient: 0 });
    expect([await behind(null), await behind('MEASURED'), await behind('IMPROVED'), await behind('WORSE'), await behind('INSUFFICIENT'), await behind('BESIDE'), await behind('LAST_YEAR')]).toEqual([[second, school], [school], [school], [], [], [school], [school]]);
    expect(codesOf(await portal.ask(officer, LIST, { by: 'ACTION_TYPE', scope: 'COHORT', key: 'BREAKFAST_CLUB', count: 'IMPROVED' }))).toEqual(['INVALID']);
    await portal.rows(`update task set status = 'NOT_DONE' where id = $1`, [second]);
    expect((await portal.ask(officer, SUMMARY, { by: 'SCHOOL', filter: { term: '2025-SPRING' } })).data?.wideEffects).toMatchObject({ groups: [], schools: [], areaActions: 0 });
    expect((await portal.ask(officer, LIST, { by: 'SCHOOL', scope: 'AREA' })).data?.wideActions).toMatchObject({ total: 1, items: [{ taskId: area, about: 'The area' }] });
  });

  const people = async (id: number, count: string, later = false, actor = officer): Promise<People> => {
    const answer = await portal.ask(actor, OF_ACTION, { id, count, later });
    expect(answer.errors).toEqual([]);
    return answer.data?.pupilsOfWideAction as People;
  };
  const ids = ({ items }: People): number[] => items.map(({ pupilId }) => Number(pupilId)).sort((one, other) => one - other);
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

  test('every count of pupils opens the very pupils it counts, on the page of an action', async () => {
    for (const [id, actor] of [[group, officer], [school, officer], [school, manager], [school, champion]] as const) {
      const found = await detail(id, actor);
      for (const { count, isLater, pupils, words } of found.people) {
        const opened = await people(id, count, isLater, actor);
        expect([count, isLater, opened.total, opened.items.length, opened.words]).toEqual([count, isLater, pupils, pupils, isLater ? `${words}, over the longer time` : words]);
      }
    }
    expect((await detail(group)).people.filter(({ isLater }) => !isLater).map(({ count, pupils }) => [count, pupils])).toEqual([['MEASURED', 12], ['IMPROVED', 12], ['STABLE', 0], ['WORSE', 0], ['INSUFFICIENT', 0], ['BESIDE', 12], ['NOT_BESIDE', 0], ['LAST_YEAR', 12], ['NOT_LAST_YEAR', 0]]);
    expect((await detail(school)).people.map(({ count, isLater, pupils }) => [count, isLater, pupils])).toEqual([['MEASURED', false, 39], ['LEFT_OUT', false, 3], ['LAST_YEAR', false, 39], ['MEASURED', true, 39], ['LEFT_OUT', true, 3]]);
    expect(ids(await people(group, 'MEASURED'))).toEqual(range(1000, 1012));
    expect((await people(group, 'BESIDE')).items.map(({ note }) => note)).toEqual(Array.from({ length: 12 }, () => 'Measured against pupils alike: 0.0 points.'));
    expect((await people(group, 'LAST_YEAR')).items[0]!.note).toBe('In the same school weeks of 2025/26 the pupil went from 83.3% to 78.3% (−5.0 points); measured against that: +15.0 points.');
    expect(ids(await people(school, 'MEASURED'))).toEqual(range(1000, 1039));
    const left = await people(school, 'LEFT_OUT');
    expect(left.items.find(({ pupilId }) => pupilId === '1039')!.note).toBe('Joined on 2 November 2026, after the first day counted, 18 September 2026.');
    expect(left.items.filter(({ pupilId }) => pupilId !== '1039').map(({ note }) => note)).toEqual(Array.from({ length: 2 }, () => 'No possible session before the first day of the action. No possible session from the first day of the action.'));
  });

  test('a restricted child stands behind the counts of those with the right alone; the trail names whom a page shows', async () => {
    const hidden = PUPILS.hidden.id;
    expect([ids(await people(school, 'MEASURED', false, manager)).includes(hidden), ids(await people(school, 'MEASURED')).includes(hidden)]).toEqual([true, false]);
    await people(group, 'IMPROVED');
    const { rows } = await asOwner(portal.ownerUrl, (owner) => owner.query<{ pupil_ids: number[]; school_ids: number[] }>('select pupil_ids, school_ids from audit_entry order by seq desc limit 1'));
    expect([[...rows[0]!.pupil_ids].sort((one, other) => one - other), rows[0]!.school_ids]).toEqual([range(1000, 1012), [oakmere]]);
  });

  test('whom a count does not know, or who may not see it, opens nothing', async () => {
    for (const [id, count, later] of [[group, 'LEFT_OUT', false], [school, 'IMPROVED', false], [group, 'BESIDE', true]] as const) expect(codesOf(await portal.ask(officer, OF_ACTION, { id, count, later }))).toEqual(['INVALID']);
    for (const actor of [person(Role.HEADTEACHER, { schools: [tarnbrook] }), person(Role.VIRTUAL_SCHOOL_HEAD, { pupils: [1000] })]) expect(codesOf(await portal.ask(actor, OF_ACTION, { id: group, count: 'MEASURED' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await portal.ask(officer, OF_ACTION, { id: area, count: 'MEASURED' }))).toEqual(['NOT_FOUND']);
    for (const role of [Role.DATA_ANALYST, Role.GOVERNOR, Role.TRUST_LEADER, Role.EARLY_HELP_WORKER]) {
      expect(codesOf(await portal.ask(person(role), OF_ACTION, { id: group, count: 'MEASURED' }))).toEqual(['FORBIDDEN']);
      expect(codesOf(await portal.ask(person(role), OF_ROW, { by: 'ACTION_TYPE', key: 'BREAKFAST_CLUB', count: 'MEASURED' }))).toEqual(['FORBIDDEN']);
    }
    expect((await portal.ask(person(Role.VIRTUAL_SCHOOL_HEAD, { pupils: [1000] }), OF_ROW, { by: 'ACTION_TYPE', key: 'BREAKFAST_CLUB', count: 'MEASURED' })).data?.wideEffectPupils).toMatchObject({ total: 0, items: [] });
  });

  test('every count of a row about groups opens too; a pupil of two groups counts once, by the first', async () => {
    const meeting = await heldMeeting(portal, { heldOn: '2026-11-09' });
    const more = await agreeWide(portal, 'COHORT', { meetingId: meeting, cohort: 'YEAR_GROUP:8', fromOn: '2026-11-10' });
    const again = await agreeWide(portal, 'COHORT', { meetingId: meeting, cohort: 'YEAR_GROUP:9', fromOn: '2026-11-10' });
    const { groups: [row] } = (await portal.ask(officer, SUMMARY, { by: 'ACTION_TYPE' })).data?.wideEffects as { groups: { counted: number; improved: number; stable: number; worse: number; insufficient: number; median: number; interval: object; beside: { compared: number; effect: number | null }[] }[] };
    expect(row).toMatchObject({ actions: 3, counted: 40, improved: 40, interval: { from: 9.2, to: 9.2 } });
    // Pupils of year 8 stand beside those of year 9, and the other way round; every change is the same.
    expect(row!.beside.map(({ compared, effect }) => [compared, effect])).toEqual([[40, expect.any(Number)], [39, expect.any(Number)]]);
    for (const [count, figure] of [['MEASURED', row!.counted], ['IMPROVED', row!.improved], ['STABLE', row!.stable], ['WORSE', row!.worse], ['INSUFFICIENT', row!.insufficient], ['BESIDE', row!.beside[0]!.compared], ['LAST_YEAR', row!.beside[1]!.compared]] as const) {
      const opened = (await portal.ask(officer, OF_ROW, { by: 'ACTION_TYPE', key: 'BREAKFAST_CLUB', count })).data?.wideEffectPupils as People;
      expect([count, opened.total, new Set(ids(opened)).size]).toEqual([count, figure, figure]);
    }
    await portal.rows('update task set status = $1 where id = any ($2)', ['NOT_DONE', [more, again]]);
  });

  test('nothing is told beyond reach, to readers of figures or of single pupils; a pupil’s action is none of these', async () => {
    const pupil = await agreeAction(portal);
    for (const [id, actor] of [[school, person(Role.HEADTEACHER, { schools: [tarnbrook] })], [pupil, officer], [school, person(Role.EARLY_HELP_WORKER, { pupils: [1000] })]] as const) expect(codesOf(await portal.ask(actor, DETAIL, { id }))).toEqual([actor.permissions.has('meeting:read') ? 'NOT_FOUND' : 'FORBIDDEN']);
    for (const role of [Role.DATA_ANALYST, Role.GOVERNOR, Role.TRUST_LEADER]) expect(codesOf(await portal.ask(person(role), DETAIL, { id: school }))).toEqual(['FORBIDDEN']);
    expect((await portal.ask(person(Role.HEADTEACHER, { schools: [tarnbrook] }), LIST, { by: 'SCHOOL', scope: 'SCHOOL' })).data?.wideActions).toMatchObject({ total: 0 });
    await portal.rows('delete from task where id = $1', [pupil]);
  });

  test('names no child in the trail, and costs no more for many actions than for one', async () => {
    await detail(group);
    const { rows } = await asOwner(portal.ownerUrl, (owner) => owner.query<{ pupil_ids: number[]; school_ids: number[] }>('select pupil_ids, school_ids from audit_entry order by seq desc limit 1'));
    expect([rows[0]!.pupil_ids, rows[0]!.school_ids]).toEqual([[], [oakmere]]);
    const cost = async (query: string, values: Record<string, unknown>): Promise<number> => (await portal.ask(officer, query, values)).statements;
    const one = await cost(SUMMARY, { by: 'ACTION_TYPE' });
    for (let n = 0; n < 6; n += 1) await agreeWide(portal, n % 2 === 0 ? 'SCHOOL' : 'COHORT', { fromOn: `2026-10-1${n + 2}`, type: 'REGISTER_OR_CODING_FIX' });
    expect(await cost(SUMMARY, { by: 'ACTION_TYPE' })).toBe(one);
    for (const id of [school, group, area]) expect(await cost(DETAIL, { id })).toBeLessThanOrEqual(10);
  });

  test('one pupil stands beside the same weeks of last year too', async () => {
    const id = await agreeAction(portal, { pupilId: 1000, fromOn: '2026-11-09' });
    const answer = await portal.ask(officer, 'query ($id: Int!) { effectOfAction(taskId: $id) { lastYearWords } }', { id });
    expect(answer.data?.effectOfAction).toEqual({ lastYearWords: 'In the same school weeks of 2025/26 the pupil went from 83.3% to 78.3% (−5.0 points); measured against that: +15.0 points.' });
    const joined = await agreeAction(portal, { pupilId: 1039, fromOn: '2026-11-09' });
    expect((await portal.ask(officer, 'query ($id: Int!) { effectOfAction(taskId: $id) { lastYearWords } }', { id: joined })).data?.effectOfAction).toEqual({ lastYearWords: 'The same school weeks of 2025/26 are not held, or have too few sessions to say.' });
  });
});
