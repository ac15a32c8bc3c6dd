import { coverageShare } from '@attendance/shared/meetings';
import { person } from '../../support/people.ts';
import { knowTerms, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';
import { addSchools, aKey, knowPeople } from './term.ts';

const { oakmere, tarnbrook, fellgate } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const PLAN = 'mutation Plan($key: String!, $command: MeetingCommand!, $input: MeetingInput!) { planMeeting(key: $key, command: $command, input: $input) { id version } }';
const CHANGE = 'mutation Change($id: ID!, $version: Int!, $command: MeetingCommand!, $input: MeetingChangeInput!) { changeMeeting(id: $id, version: $version, command: $command, input: $input) { id version } }';
const TOTALS = 'schools covered offered declined inHand outstanding overdue lessThanTermly leftOut';
const TERM = `query Term($filter: PlannerFilter) { meetingPlanner(filter: $filter, take: 100) { total totals { ${TOTALS} } groups { key totals { ${TOTALS} } } officers { id name schools }
  work { severe severeWithPlan actionsDue actionsOnTime recordsDue recordsOnTime } items { schoolId name overdue inGroup next { step onDay isLate } } } }`;
interface Made { id: string; version: number }
interface Term { total: number; totals: Record<string, number>; groups: { key: string; totals: Record<string, number> }[]; officers: { id: number; name: string; schools: number }[]; work: Record<string, number>; items: { schoolId: number; name: string; overdue: boolean; inGroup: boolean; next: { step: string; onDay: string | null; isLate: boolean } }[] }

const SINGLE = [990501, 990502, 990503, 990504, tarnbrook, fellgate] as const;
const TRUST = [oakmere, 990505, 990506] as const;
const [ST_BEDES, COLLEGE] = [990507, 990510];

describe('coverage of a term, with thirteen schools of which one is a sixth-form college', () => {
  let portal: TestPortal;
  let trustMeeting: Made;
  const planned = async (schoolIds: readonly number[], type: string, command: string, onDay: string): Promise<Made> => {
    const answer = await portal.ask(manager, PLAN, { key: aKey(), command, input: { type, schoolIds, mode: 'REMOTE', onDay, atTime: '10:00', minutes: 45, place: '' } });
    expect(answer.errors).toEqual([]);
    return answer.data?.planMeeting as Made;
  };
  const changed = async (meeting: Made, command: string, input: object): Promise<Made> => {
    const answer: Answer = await portal.ask(manager, CHANGE, { id: meeting.id, version: meeting.version, command, input });
    expect(answer.errors).toEqual([]);
    return answer.data?.changeMeeting as Made;
  };
  /** What the record of a meeting does when it is held and a school's section is completed. */
  const hold = async (meeting: Made, complete: readonly number[]): Promise<void> => {
    await portal.rows(`update meeting set status = 'HELD', on_day = '2026-11-05', held_on = '2026-11-05' where id = $1`, [meeting.id]);
    await portal.rows('update meeting_school set section_complete_at = now() where meeting_id = $1 and school_id = any ($2)', [meeting.id, complete]);
  };
  const term = async (filter: object = {}): Promise<Term> => {
    const answer = await portal.ask(manager, TERM, { filter });
    expect(answer.errors).toEqual([]);
    return answer.data?.meetingPlanner as Term;
  };

  beforeAll(async () => {
    portal = await TestPortal.open('planner_term');
    await knowTerms(portal.ownerUrl);
    await knowPeople(portal.ownerUrl, { 41: 'A manager', 43: 'Priya Nandra', 45: 'Second Officer' });
    await addSchools(portal, [
      ...[990501, 990502, 990503, 990504, 990508, 990509].map((id) => ({ id, name: `School ${id}` })), { id: 990505, name: 'Moor End', trustId: 1, typeCode: 34 }, { id: 990506, name: 'Moor Top', trustId: 1, typeCode: 34 },
      { id: ST_BEDES, name: 'St Bede’s School', phase: 'INDEPENDENT', typeCode: 11 }, { id: COLLEGE, name: 'Wexmoor Sixth Form College', phase: 'SIXTEEN_PLUS', typeCode: 18 },
    ]);
    await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01'), ($2, 43, '2026-09-01'), ($2, 45, '2026-09-01')`, [SINGLE[0], TRUST[0]]);
    for (const id of SINGLE) await hold(await planned([id], 'SINGLE_SCHOOL', 'BOOK', '2026-12-02'), [id]);
    trustMeeting = await planned(TRUST, 'TRUST', 'BOOK', '2026-12-03');
    await hold(trustMeeting, TRUST.slice(0, 2));
    let offer = await planned([ST_BEDES], 'SINGLE_SCHOOL', 'OFFER', '2026-12-04');
    offer = await changed(offer, 'DECLINE', { reason: 'By agreement only' });
    offer = await changed(offer, 'OFFER', { onDay: '2026-12-07' });
    await changed(offer, 'DECLINE', { reason: 'Not this term' });
  });
  afterAll(() => portal.close());

  test('8 of 12 are covered, 10 of 12 offered, 1 of 12 declined, and two are outstanding', async () => {
    const { totals } = await term();
    expect(totals).toMatchObject({ schools: 12, covered: 8, offered: 10, declined: 1, inHand: 1, outstanding: 2, overdue: 4, leftOut: 1 });
    expect([totals.covered, totals.offered, totals.declined].map((part) => coverageShare(part ?? 0, 12))).toEqual(['8 of 12 (66.7%)', '10 of 12 (83.3%)', '1 of 12 (8.3%)']);
    const named = async (standing: string): Promise<number[]> => (await term({ standing })).items.map(({ schoolId }) => schoolId).sort();
    expect([await named('OUTSTANDING'), await named('DECLINED'), await named('IN_HAND'), await named('LEFT_OUT')]).toEqual([[990508, 990509], [ST_BEDES], [TRUST[2]], [COLLEGE]]);
    expect(await named('OVERDUE')).toEqual([TRUST[2], ST_BEDES, 990508, 990509].sort());
  });

  test('a check-in changes nothing', async () => {
    const before = (await term()).totals;
    await hold(await planned([990508], 'CHECK_IN', 'BOOK', '2026-12-08'), [990508]);
    expect((await term()).totals).toEqual(before);
  });

  test.each(['PHASE', 'KIND', 'TIER', 'OFFICER'] as const)('by %s each figure lists the schools it counts', async (by) => {
    const narrows = { PHASE: 'phase', KIND: 'kind', TIER: 'tier', OFFICER: 'officerId' }[by];
    const { groups, totals } = await term({ by });
    if (by !== 'OFFICER') expect(groups.reduce((sum, group) => sum + (group.totals.schools ?? 0), 0)).toBe(totals.schools);
    for (const { key, totals: own } of groups) {
      for (const [standing, count] of [['COUNTED', own.schools], ['COVERED', own.covered], ['OFFERED', own.offered], ['OVERDUE', own.overdue], ['OUTSTANDING', own.outstanding]] as const) {
        expect([by, key, standing, (await term({ [narrows]: by === 'OFFICER' ? Number(key) : key, standing })).total]).toEqual([by, key, standing, count]);
      }
    }
  });

  test('a school with two officers stands with both, and only its officers are named', async () => {
    const { officers, groups } = await term({ by: 'OFFICER' });
    expect(officers).toEqual([{ id: 43, name: 'Priya Nandra', schools: 2 }, { id: 45, name: 'Second Officer', schools: 1 }]);
    expect(groups.map(({ key, totals }) => [key, totals.schools, totals.covered])).toEqual([['43', 2, 2], ['45', 1, 1], ['', 10, 6]]);
  });

  test('records: due five school days after, and late from the day after that', async () => {
    expect((await term()).work).toMatchObject({ recordsDue: 7, recordsOnTime: 0 });
    expect((await term()).items.find(({ schoolId }) => schoolId === SINGLE[0])?.next).toEqual({ step: 'RECORD_DUE', onDay: '2026-11-12', isLate: true });
    await portal.rows(`update meeting set issued_on = '2026-11-12', status = 'RECORD_ISSUED' where school_ids = array[$1::int] and type <> 'CHECK_IN'`, [SINGLE[0]]);
    await portal.rows(`update meeting set issued_on = '2026-11-13', status = 'RECORD_ISSUED' where school_ids = array[$1::int] and type <> 'CHECK_IN'`, [SINGLE[1]]);
    expect((await term()).work).toMatchObject({ recordsDue: 7, recordsOnTime: 1 });
    expect((await term({ standing: 'RECORD_LATE' })).items.map(({ schoolId }) => schoolId)).not.toContain(SINGLE[0]);
  });

  test('actions: those whose day is over and that were still needed, and those done by that day, a weekend after it or not', async () => {
    const made = (id: number, status: string, dueOn: string, overdueFrom: string, doneOn: string | null) => portal.rows(
      `insert into task (source, scope, what, school_id, school_ids, side, owner, from_on, due_on, overdue_from, status, done_on, made_with) values ('MEETING', 'SCHOOL', 'Ask', $1, array[$1::int], 'SCHOOL', 'Head', '2026-11-01', $2, $3, $4, $5, gen_random_uuid())`, [id, dueOn, overdueFrom, status, doneOn]);
    await made(990501, 'DONE', '2026-11-13', '2026-11-16', '2026-11-13');
    await made(990501, 'DONE', '2026-11-13', '2026-11-16', '2026-11-15');
    await made(990501, 'DONE', '2026-11-13', '2026-11-16', '2026-11-16');
    await made(990502, 'OPEN', '2026-11-13', '2026-11-16', null);
    await made(990502, 'OPEN', '2026-11-19', '2026-11-20', null);
    await made(990503, 'NO_LONGER_NEEDED', '2026-11-13', '2026-11-16', null);
    expect((await term()).work).toMatchObject({ actionsDue: 4, actionsOnTime: 1 });
    expect((await term({ standing: 'ACTIONS_LATE' })).items.map(({ schoolId }) => schoolId).sort()).toEqual([990501, 990502]);
  });

  test('the third section completed makes it 9 of 12', async () => {
    await hold(trustMeeting, TRUST);
    expect(coverageShare((await term()).totals.covered ?? 0, 12)).toBe('9 of 12 (75.0%)');
  });
});
