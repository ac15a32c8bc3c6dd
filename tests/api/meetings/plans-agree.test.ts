import { planAtMeeting, PLAN_STATUS_WORDS } from '@attendance/shared/meetings';
import type { PlanStatus } from '@attendance/shared/attendance';
import { addCrowd } from '../../support/crowd.ts';
import { MeetingBook, officer } from '../../support/meeting-book.ts';
import { answer, heldMeeting, speakAbout } from '../../support/meeting-rows.ts';
import { person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, type TestPupil } from '../../support/small-authority.ts';
import { Role, type TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const { oakmere } = SCHOOLS;
const analyst = person(Role.DATA_ANALYST);
/** What meetings said of a pupil's plan, last of all, and whether a plan is live by it. Each is told of two pupils, so that no count is too small to be shown. */
const STORIES: readonly { readonly said: readonly (readonly [status: PlanStatus, heldOn: string, stands?: string, isOnList?: boolean])[]; readonly isLive: boolean }[] = [
  { said: [], isLive: false },
  { said: [['NONE', '2026-11-10']], isLive: false },
  { said: [['IN_PLACE_WORKING', '2026-11-10']], isLive: true },
  { said: [['IN_PLACE_NOT_WORKING', '2026-11-10', 'LOCKED']], isLive: true },
  { said: [['IN_PLACE_WORKING', '2026-10-06'], ['COMPLETED', '2026-11-10']], isLive: false },
  // Said again in a record, after a meeting that was never issued said otherwise.
  { said: [['NONE', '2026-11-11', 'HELD'], ['IN_PLACE_WORKING', '2026-10-20']], isLive: true },
  { said: [['IN_PLACE_WORKING', '2026-06-16']], isLive: false },
  // What is being written is nobody's word yet, and a pupil taken off the list was not spoken about.
  { said: [['NONE', '2026-10-06'], ['IN_PLACE_WORKING', '2026-11-17', 'HELD']], isLive: false },
  { said: [['IN_PLACE_WORKING', '2026-11-10', 'RECORD_ISSUED', false]], isLive: false },
];
const EACH = 2;
const LIVE = STORIES.filter(({ isLive }) => isLive).length * EACH;
const ALL = STORIES.length * EACH;
const IN_PLACE: readonly string[] = [PLAN_STATUS_WORDS.IN_PLACE_WORKING, PLAN_STATUS_WORDS.IN_PLACE_NOT_WORKING];

/** Whoever compares two pages of one school on one day finds one count of severely absent pupils with a plan. */
describe('how many severely absent pupils have a plan', () => {
  let book: MeetingBook;
  let portal: TestPortal;
  let meetingId: string;
  let crowd: TestPupil[];
  beforeAll(async () => {
    book = await MeetingBook.open('plans_agree');
    ({ portal } = book);
    crowd = await addCrowd(portal.ingest, ALL, oakmere);
    await sendRegisters(portal);
    const days = await openDays(portal, oakmere, '2026-09-03', YESTERDAY);
    const marks = bookOf(crowd, days).map((mark) => (days.indexOf(mark.day) > 10 ? { ...mark, code: 'O' } : mark));
    expect((await portal.send(fileOf(marks), oakmere, 'severe.csv')).kept).toBe(true);
    for (const [nth, pupil] of crowd.entries()) {
      for (const [status, heldOn, stands = 'RECORD_ISSUED', isOnList = true] of STORIES[nth % STORIES.length]?.said ?? []) {
        const meeting = await heldMeeting(portal, { schoolId: oakmere, heldOn, status: stands });
        await speakAbout(portal, meeting, pupil.id, oakmere, { removed: isOnList ? null : 'Left out' });
        await answer(portal, meeting, 'PUPIL', 'PLAN_STATUS', status, pupil.id, oakmere);
      }
    }
    meetingId = (await book.booked({ onDay: '2026-11-26' }, [])).id;
  });
  afterAll(() => book.close());

  const ask = async <T>(text: string, variables: object = {}, actor = officer): Promise<T> => {
    const given = await portal.ask(actor, text, variables as Record<string, unknown>);
    expect(given.errors).toEqual([]);
    return Object.values(given.data ?? {})[0] as T;
  };
  const reported = async (actor = officer): Promise<string[] | undefined> => (await ask<{ tables: { key: string; rows: { key: string; cells: string[] }[] }[] }>('{ termReport(term: "2026-AUTUMN") { tables { key rows { key cells } } } }', {}, actor))
    .tables.find(({ key }) => key === 'SEVERE')?.rows.find(({ key }) => key === 'PLAN')?.cells;

  test('the rating proposed in a meeting goes by the last record, until its own box says otherwise', async () => {
    const { mason } = PUPILS;
    const earlier = await heldMeeting(portal, { schoolId: oakmere, heldOn: '2026-11-10' });
    await speakAbout(portal, earlier, mason.id, oakmere);
    for (const [field, value] of [['PLAN_STATUS', 'IN_PLACE_WORKING'], ['LEAD', 'Ms Ayre, school'], ['BARRIERS', 'ANXIETY'], ['EARLY_HELP', 'NO'], ['SAID', 'Not brought forward']] as const) await answer(portal, earlier, 'PUPIL', field, value, mason.id, oakmere);
    const { id } = await book.held({ schoolIds: [oakmere] }, [mason.id]);
    const read = async (): Promise<{ rating: string; reason: string; said: string[][] }> => {
      const { sections: [section], saidBefore } = await ask<{ sections: { ratings: { rating: string; reason: string }[] }[]; saidBefore: { field: string; value: string; on: string }[] }>(
        'query($id: ID!) { targetingMeeting(id: $id) { sections { ratings { rating reason } } saidBefore { field value on } } }', { id });
      return { rating: section?.ratings[0]?.rating ?? '', reason: section?.ratings[0]?.reason ?? '', said: saidBefore.map(({ field, value, on }) => [field, value, on]) };
    };
    const before = await read();
    expect(before.said).toEqual([['BARRIERS', 'ANXIETY', '2026-11-10'], ['EARLY_HELP', 'NO', '2026-11-10'], ['LEAD', 'Ms Ayre, school', '2026-11-10'], ['PLAN_STATUS', 'IN_PLACE_WORKING', '2026-11-10']]);
    expect(before.reason).not.toMatch(/no plan/iu);
    await book.fill(officer, id, 'PUPIL', { PLAN_STATUS: 'NONE' }, String(mason.id));
    expect(await read()).toMatchObject({ rating: 'RED', reason: expect.stringMatching(/no plan/iu) as string });
  });

  test('is the same on the list, for the tier, on the planner, in the pack, on the screen of the meeting and in the report of the term', async () => {
    const listed = async (school: number | null): Promise<number[]> => {
      const lists = await ask<{ kind: string; total: number }[]>('query($school: Int) { workLists(filter: { schoolId: $school }) { kind total } }', { school });
      return ['SEVERE', 'SEVERE_NO_PLAN'].map((kind) => lists.find((list) => list.kind === kind)?.total ?? -1);
    };
    expect(await listed(oakmere)).toEqual([ALL, ALL - LIVE]);

    const { row, severePupils } = await ask<{ row: object; severePupils: { planStatus: string | null }[] }>('query($id: Int!) { plannedSchool(schoolId: $id) { row { severe severeWithPlan } severePupils { planStatus } } }', { id: oakmere });
    expect(row).toEqual({ severe: ALL, severeWithPlan: LIVE });
    expect(severePupils.filter(({ planStatus }) => planStatus?.startsWith('IN_PLACE'))).toHaveLength(LIVE);

    const { pack } = await ask<{ pack: { sentences: string[]; sections: { tables: { key: string; rows: { cells: { text: string }[] }[] }[] }[] } }>(
      'query($id: ID!) { meetingPack(meetingId: $id) { pack { sentences sections { tables { key rows { cells { text } } } } } } }', { id: meetingId });
    expect(pack.sentences.join(' ')).toContain(`${ALL} pupils on roll are severely absent, `);
    expect(pack.sentences.join(' ')).toContain(`${ALL - LIVE} of them have no plan in the portal`);
    const severe = pack.sections.flatMap(({ tables }) => tables).find(({ key }) => key === 'SEVERE')?.rows ?? [];
    expect([severe.length, severe.filter(({ cells }) => IN_PLACE.includes(cells[4]?.text ?? '')).length]).toEqual([ALL, LIVE]);

    // The screen on which the next meeting is held, until its own boxes say something.
    // The pack proposed some of them for its list; the others are added.
    const onList = new Set((await portal.rows<{ id: number }>('select pupil_id as id from meeting_pupil where meeting_id = $1', [Number(meetingId)])).map(({ id }) => id));
    for (const { id } of crowd.filter((pupil) => !onList.has(pupil.id))) await speakAbout(portal, Number(meetingId), id, oakmere);
    const { saidBefore } = await ask<{ saidBefore: { pupilId: number; field: string; value: string; isInDate: boolean }[] }>('query($id: ID!) { targetingMeeting(id: $id) { saidBefore { pupilId field value isInDate } } }', { id: meetingId });
    const plans = crowd.map(({ id }) => planAtMeeting('', saidBefore.find(({ pupilId, field }) => pupilId === id && field === 'PLAN_STATUS')));
    expect(plans.filter((plan) => IN_PLACE.includes(PLAN_STATUS_WORDS[plan]))).toHaveLength(LIVE);

    // The report is of every school; somewhere else one more is severely absent, without a plan.
    const [everybody = 0, without = 0] = await listed(null);
    expect([everybody, everybody - without]).toEqual([ALL + 1, LIVE]);
    expect(await reported()).toEqual(['With a plan in place', String(LIVE), String(everybody), `${((LIVE * 100) / everybody).toFixed(1)}%`]);
    expect(await reported(analyst)).toEqual(await reported());
  });
});
