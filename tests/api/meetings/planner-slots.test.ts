import { codesOf, person } from '../../support/people.ts';
import { knowTerms, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { addSchools, aKey, knowPeople, marksTo, sumUp } from './term.ts';

const { oakmere, tarnbrook, fellgate } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] }, 44);
const SLOTS = 'query Slots($officerId: Int) { slotPlan(officerId: $officerId) { officer from to inHand proposals { type schools { id } tier mode onDay atTime minutes } withoutRoom { id } } }';
const PLAN = 'mutation Plan($key: String!, $command: MeetingCommand!, $input: MeetingInput!) { planMeeting(key: $key, command: $command, input: $input) { id officerId } }';
interface Slots { officer: string; from: string; to: string; inHand: number; proposals: { type: string; schools: { id: number }[]; tier: string; mode: string; onDay: string; atTime: string; minutes: number }[]; withoutRoom: { id: number }[] }

describe('planning the next weeks, and what schools see of it', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await TestPortal.open('planner_slots');
    await knowTerms(portal.ownerUrl);
    await knowPeople(portal.ownerUrl, { 41: 'A manager', 43: 'An officer', 44: 'A champion' });
    await addSchools(portal, [{ id: 990510, name: 'Small North' }, { id: 990511, name: 'Small also North' }, { id: 990512, name: 'Nobody’s' }]);
    for (const id of [oakmere, 990510, 990511]) {
      await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [id]);
      await sumUp(portal, id, 2026, { possible: 100_000, attended: 95_000, pupils: id === oakmere ? 900 : 60, persistent: id === oakmere ? 90 : 3 });
      await marksTo(portal, id, '2026-11-18');
    }
  });
  afterEach(() => portal.close());

  const slots = async (officerId: number | null = null, actor = officer): Promise<Slots> => {
    const answer = await portal.ask(actor, SLOTS, { officerId });
    expect(answer.errors).toEqual([]);
    return answer.data?.slotPlan as Slots;
  };
  const offer = (proposal: Slots['proposals'][number], actor = officer, key = aKey()) => portal.ask(actor, PLAN, { key, command: 'OFFER', input: { type: proposal.type, schoolIds: proposal.schools.map(({ id }) => id), mode: proposal.mode, onDay: proposal.onDay, atTime: proposal.atTime, minutes: proposal.minutes, place: '', officerId: 43 } });

  test('proposes a date for each own school without an offer, ten school days ahead, small ones together', async () => {
    const found = await slots();
    expect(found).toMatchObject({ officer: 'An officer', from: '2026-12-03', to: '2026-12-17', inHand: 0, withoutRoom: [] });
    expect(found.proposals).toEqual([
      { type: 'SINGLE_SCHOOL', schools: [{ id: oakmere }], tier: 'TARGETED', mode: 'FACE_TO_FACE', onDay: '2026-12-03', atTime: '09:00', minutes: 46 },
      { type: 'SMALL_SCHOOLS_GROUP', schools: [{ id: 990511 }, { id: 990510 }], tier: 'UNIVERSAL', mode: 'FACE_TO_FACE', onDay: '2026-12-03', atTime: '10:30', minutes: 45 },
    ]);
  });

  test('every proposal can be offered as it stands, and once: then nothing is left to propose', async () => {
    const { proposals } = await slots();
    for (const proposal of proposals) {
      const key = aKey();
      const [one, again] = [await offer(proposal, officer, key), await offer(proposal, officer, key)];
      expect([one.errors, again.errors, again.data]).toEqual([[], [], one.data]);
    }
    expect(await slots()).toMatchObject({ inHand: 3, proposals: [], withoutRoom: [] });
    expect(await portal.rows('select count(*)::int as meetings from meeting')).toEqual([{ meetings: 2 }]);
  });

  test('a manager plans for an officer, who then holds the meetings; an officer for nobody else', async () => {
    const { proposals } = await slots(43, manager);
    expect((await offer(proposals[0]!, manager)).data?.planMeeting).toMatchObject({ officerId: 43 });
    expect(codesOf(await portal.ask(officer, SLOTS, { officerId: 41 }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(manager, SLOTS, { officerId: 999 }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await offer({ ...proposals[0]!, type: 'SINGLE_SCHOOL', schools: [{ id: tarnbrook }] }, manager))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(champion, SLOTS, {}))).toEqual(['FORBIDDEN']);
  });

  const OWN = 'query Own($past: Boolean) { ownMeetings(past: $past) { total items { status onDay schools preparationDue officer } } }';
  test('a school sees its own meetings: those to come with what it owes, then those that were', async () => {
    const { proposals } = await slots();
    for (const proposal of proposals) await offer(proposal);
    await portal.rows(`insert into meeting (type, status, mode, on_day, at_time, minutes, officer_id, school_ids, made_with) values ('SINGLE_SCHOOL', 'CANCELLED', 'REMOTE', '2026-12-01', '10:00', 30, 43, array[$1::int], gen_random_uuid())`, [oakmere]);
    expect((await portal.ask(champion, OWN, {})).data?.ownMeetings).toEqual({ total: 1, items: [{ status: 'OFFERED', onDay: '2026-12-03', schools: ['Oakmere Academy'], preparationDue: '2026-11-19', officer: 'An officer' }] });
    expect((await portal.ask(champion, OWN, { past: true })).data?.ownMeetings).toMatchObject({ total: 1, items: [{ status: 'CANCELLED', onDay: '2026-12-01', preparationDue: null }] });
    expect((await portal.ask(person(Role.ATTENDANCE_CHAMPION, { schools: [fellgate] }, 44), OWN, {})).data?.ownMeetings).toEqual({ total: 0, items: [] });
  });

  const SUMMARY = '{ meetingSummary { term { key } schools met ahead items { schoolId held booked offered declined ratings lastHeldOn nextOn } } }';
  test('governors, trust leaders and analysts see counts and dates of their schools, and nothing else of a meeting', async () => {
    const { proposals } = await slots();
    for (const proposal of proposals) await offer(proposal);
    const [meeting] = await portal.rows<{ id: number }>(`insert into meeting (type, status, mode, on_day, at_time, minutes, officer_id, school_ids, made_with) values ('SINGLE_SCHOOL', 'LOCKED', 'REMOTE', '2026-10-06', '10:00', 30, 43, array[$1::int], gen_random_uuid()) returning id`, [oakmere]);
    await portal.rows('insert into meeting_school (meeting_id, school_id, section_complete_at) values ($1, $2, now())', [meeting?.id, oakmere]);
    await portal.rows(`with made as (insert into meeting (type, status, mode, on_day, at_time, minutes, officer_id, school_ids, made_with) values ('CHECK_IN', 'HELD', 'REMOTE', '2026-11-03', '10:00', 30, 43, array[$1::int], gen_random_uuid()) returning id) insert into meeting_school (meeting_id, school_id) select id, $1 from made`, [oakmere]);
    const governor = person(Role.GOVERNOR, { schools: [oakmere] }, 47);
    expect((await portal.ask(governor, SUMMARY)).data?.meetingSummary).toEqual({
      term: { key: '2026-AUTUMN' }, schools: 1, met: 1, ahead: 0, items: [{ schoolId: oakmere, held: 1, booked: 0, offered: 1, declined: 0, ratings: 1, lastHeldOn: '2026-10-06', nextOn: '2026-12-03' }],
    });
    expect((await portal.ask(person(Role.TRUST_LEADER, { schools: [oakmere, tarnbrook] }, 48), SUMMARY)).data?.meetingSummary).toMatchObject({ schools: 2, met: 1 });
    expect((await portal.ask(person(Role.DATA_ANALYST, {}, 49), SUMMARY)).data?.meetingSummary).toMatchObject({ schools: 6, met: 1, ahead: 2 });
    expect(codesOf(await portal.ask(governor, OWN, {}))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(champion, SUMMARY))).toEqual(['FORBIDDEN']);
  });
});
