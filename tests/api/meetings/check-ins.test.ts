import { person } from '../../support/people.ts';
import { knowTerms, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';
import { addSchools, aKey, knowPeople } from './term.ts';

const { oakmere, fellgate } = SCHOOLS;
const PRIMARY = 990512;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const PLAN = 'mutation Plan($key: String!, $command: MeetingCommand!, $input: MeetingInput!) { planMeeting(key: $key, command: $command, input: $input) { id version } }';
const CHANGE = 'mutation Change($id: ID!, $version: Int!, $command: MeetingCommand!, $input: MeetingChangeInput!) { changeMeeting(id: $id, version: $version, command: $command, input: $input) { id version } }';
const TERM = 'query Term($filter: PlannerFilter) { meetingPlanner(filter: $filter, take: 100) { total work { checkIns checkInsMade } items { schoolId next { step onDay } checkIns { startsOn endsOn state meetingId } } } }';
const TIER = 'mutation Tier($id: Int!, $input: TierOverrideInput!) { setSchoolTier(schoolId: $id, version: 0, input: $input) { tierVersion } }';
interface Row { schoolId: number; next: { step: string; onDay: string | null }; checkIns: { startsOn: string; endsOn: string; state: string; meetingId: string | null }[] }
interface Term { total: number; work: { checkIns: number; checkInsMade: number }; items: Row[] }

describe('check-ins of intensive schools', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('check_ins');
    await knowTerms(portal.ownerUrl);
    await knowPeople(portal.ownerUrl, { 41: 'A manager' });
    await addSchools(portal, [{ id: PRIMARY, name: 'A primary' }]);
    for (const id of [oakmere, PRIMARY]) expect((await portal.ask(manager, TIER, { id, input: { tier: 'INTENSIVE', untilOn: '2027-03-25', reason: 'New head' } })).errors).toEqual([]);
  });
  afterAll(() => portal.close());

  const term = async (filter: object = {}): Promise<Term> => (await portal.ask(manager, TERM, { filter })).data?.meetingPlanner as Term;
  const row = async (id: number): Promise<Row> => (await term()).items.find(({ schoolId }) => schoolId === id)!;
  const states = async (id: number): Promise<string[]> => (await row(id)).checkIns.map(({ state }) => state);
  const plan = async (id: number, type: string, onDay: string): Promise<{ id: string; version: number }> => {
    const answer: Answer = await portal.ask(manager, PLAN, { key: aKey(), command: 'BOOK', input: { type, schoolIds: [id], mode: 'REMOTE', onDay, atTime: '10:00', minutes: 30, place: '' } });
    expect(answer.errors).toEqual([]);
    return answer.data?.planMeeting as { id: string; version: number };
  };
  /** The count and the rows that it opens, in one look. */
  const notMet = async (): Promise<[number, number[]]> => {
    const { work: { checkIns, checkInsMade } } = await term();
    const opened = await term({ standing: 'NOT_CHECKED_IN' });
    expect(opened.total).toBe(checkIns - checkInsMade);
    return [checkIns, opened.items.map(({ schoolId }) => schoolId).sort()];
  };

  test('in November nobody was met in the first half of the term, and both owe the second', async () => {
    expect([await states(oakmere), await states(fellgate)]).toEqual([['MISSED', 'OWED'], []]);
    expect(await notMet()).toEqual([2, [oakmere, PRIMARY].sort()]);
    expect((await row(oakmere)).next.step).toBe('OFFER');
  });

  test('the meeting of the term was in the first half: the next step is a check-in, until one is planned, and again when it is called off', async () => {
    const met = await plan(oakmere, 'SINGLE_SCHOOL', '2026-12-02');
    await portal.rows(`update meeting set status = 'RECORD_ISSUED', on_day = '2026-10-06', held_on = '2026-10-06', issued_on = '2026-10-09' where id = $1`, [met.id]);
    await portal.rows('update meeting_school set section_complete_at = now() where meeting_id = $1', [met.id]);
    const after = await row(oakmere);
    expect([after.checkIns.map(({ state, meetingId }) => [state, meetingId]), after.next]).toEqual([[['SEEN', met.id], ['OWED', null]], { step: 'CHECK_IN', onDay: after.checkIns[1]?.endsOn }]);
    const checkIn = await plan(oakmere, 'CHECK_IN', '2026-12-08');
    expect([await states(oakmere), (await row(oakmere)).next.step, await notMet()]).toEqual([['SEEN', 'PLANNED'], 'MEETING', [2, [PRIMARY]]]);
    const cancelled = await portal.ask(manager, CHANGE, { id: checkIn.id, version: checkIn.version, command: 'CANCEL', input: { reason: 'Ill' } });
    expect([cancelled.errors, await states(oakmere), (await row(oakmere)).next.step]).toEqual([[], ['SEEN', 'OWED'], 'CHECK_IN']);
  });

  test('a check-in that was held covers nothing', async () => {
    const checkIn = await plan(PRIMARY, 'CHECK_IN', '2026-12-08');
    await portal.rows(`update meeting set status = 'HELD', on_day = '2026-11-12', held_on = '2026-11-12' where id = $1`, [checkIn.id]);
    expect([await states(PRIMARY), (await row(PRIMARY)).next.step, (await term({ standing: 'COVERED' })).items.map(({ schoolId }) => schoolId)]).toEqual([['MISSED', 'SEEN'], 'OFFER', [oakmere]]);
  });

  test('after the term a half in which nobody met stays named', async () => {
    portal.moveTo('2026-12-21');
    const rows = (await term({ term: '2026-AUTUMN' })).items;
    expect(rows.find(({ schoolId }) => schoolId === oakmere)?.checkIns.map(({ state }) => state)).toEqual(['SEEN', 'MISSED']);
    expect((await term({ term: '2026-AUTUMN', standing: 'NOT_CHECKED_IN' })).items.map(({ schoolId }) => schoolId)).toEqual([oakmere]);
  });
});
