import { HALF_TYPED } from '@attendance/shared/meetings';
import { aKey, manager, MeetingBook, officer, otherOfficer } from '../support/meeting-book.ts';
import { agreeAction, heldMeeting } from '../support/meeting-rows.ts';
import { codesOf } from '../support/people.ts';
import { asOwner } from '../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../support/small-authority.ts';
import type { Answer } from '../support/test-portal.ts';

const { mason } = PUPILS;
const { oakmere } = SCHOOLS;
const REVIEW = 'mutation Review($id: ID!, $key: String!, $taskId: Int!, $version: Int!, $status: TaskStatus!, $note: String!) { reviewAction(id: $id, key: $key, taskId: $taskId, version: $version, status: $status, note: $note) { id agreed { what carriedFrom } } }';
const ADD = 'mutation Add($id: ID!, $school: Int!, $pupil: Int!, $reason: String!) { addMeetingPupil(meetingId: $id, schoolId: $school, pupilId: $pupil, reason: $reason) { pupilId reason removedReason } }';
const REMOVE = 'mutation Remove($id: ID!, $school: Int!, $pupil: Int!, $reason: String!) { removeMeetingPupil(meetingId: $id, schoolId: $school, pupilId: $pupil, reason: $reason) { pupilId reason removedReason } }';
const TIER = 'mutation Set($id: Int!, $version: Int!, $input: TierOverrideInput!) { setSchoolTier(schoolId: $id, version: $version, input: $input) { overrides { version tier } } }';
const GIVE = 'mutation Give($rows: [HeldTaskInput!]!, $to: Int!, $reason: String!) { reassignTasks(rows: $rows, toOwnerId: $to, reason: $reason) { rows { result reason } } }';
const KEEP = 'mutation Keep($input: DraftTextInput!) { saveDraftText(input: $input) { isSaved version value } }';

/** Buttons beside the meeting itself, pressed three times: twice at once, as a double click is, and once more, as Back and a retry are. */
describe('pressed three times, it is done once', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('pressed_three_times'); });
  afterEach(() => book.close());

  const count = async (from: string): Promise<number> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<{ count: number }>(`select count(*)::int as count from ${from}`)).rows[0]?.count ?? -1);
  const thrice = async (send: () => Promise<Answer>): Promise<Answer[]> => [...await Promise.all([send(), send()]), await send()];
  /** One went well, the others were told in plain words that nothing happened. */
  function onceOnly(answers: readonly Answer[]): void {
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect([answers.length - refused.length, refused.flatMap(codesOf)]).toEqual([1, ['CONFLICT', 'CONFLICT']]);
    for (const { errors: [error] } of refused) expect(error?.message).toMatch(/[Nn]othing (?:of yours )?was (?:changed|saved)/u);
  }

  test('closing an action of an earlier meeting: one line in its history, and it goes on once', async () => {
    const task = await agreeAction(book.portal, { meetingId: await heldMeeting(book.portal, { heldOn: '2026-10-13' }), status: 'OPEN', dueOn: '2026-10-20' });
    const { id } = await book.held();
    const key = aKey();
    onceOnly(await thrice(() => book.ask(officer, REVIEW, { id, key, taskId: task, version: 1, status: 'PARTLY', note: 'Two of four visits' })));
    expect([await count(`task_change where task_id = ${task} and kind = 'MOVED'`), await count(`meeting_action where carried_from = ${task}`)]).toEqual([1, 1]);
  });

  test('adding a pupil to the list, and leaving them out: one line on it, the same list each time', async () => {
    const { id } = await book.booked({ onDay: '2026-11-26' }, []);
    const about = { id, school: oakmere, pupil: mason.id };
    const added = await thrice(() => book.ask(officer, ADD, { ...about, reason: 'Her tutor asked' }));
    expect(added.flatMap(codesOf)).toEqual([]);
    expect(new Set(added.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await count('meeting_pupil where removed_reason is null')).toBe(1);
    const removed = await thrice(() => book.ask(officer, REMOVE, { ...about, reason: 'Moved away' }));
    expect(removed.flatMap(codesOf)).toEqual([]);
    expect(new Set(removed.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect([await count('meeting_pupil'), await count(`meeting_pupil where removed_reason = 'Moved away'`)]).toEqual([1, 1]);
  });

  test('setting the tier of a school by hand', async () => {
    onceOnly(await thrice(() => book.ask(officer, TIER, { id: oakmere, version: 0, input: { tier: 'INTENSIVE', untilOn: '2026-12-18', reason: 'A new head' } })));
    expect(await count('school_tier_override')).toBe(1);
  });

  test('giving a task to somebody else: it changes hands once, and the others are told that it did', async () => {
    const task = await agreeAction(book.portal, { status: 'OPEN', dueOn: '2026-12-04', side: 'LA', ownerId: 43 });
    const answers = await thrice(() => book.ask(manager, GIVE, { rows: [{ id: task, version: 1 }], to: otherOfficer.userId, reason: 'Left the team' }));
    expect(answers.flatMap(codesOf)).toEqual([]);
    const results = answers.map(({ data }) => (data?.reassignTasks as { rows: { result: string }[] }).rows[0]?.result);
    expect(results.filter((result) => result === 'DONE')).toHaveLength(1);
    expect([await count(`task_change where task_id = ${task} and kind = 'REASSIGNED'`), await count(`task where id = ${task} and owner_id = ${otherOfficer.userId} and version = 2`)]).toEqual([1, 1]);
  });

  test('keeping what is half typed: one text, one version, the same answer each time', async () => {
    const { id } = await book.held();
    const input = { meetingId: Number(id), part: HALF_TYPED.action(oakmere, 'PUPIL', mason.id), pupilId: mason.id, value: 'kerry: home vis', base: 0 };
    const answers = await thrice(() => book.ask(officer, KEEP, { input }));
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect(answers.map(({ data }) => data?.saveDraftText)).toEqual(Array.from({ length: 3 }, () => ({ isSaved: true, version: 1, value: 'kerry: home vis' })));
    expect(await count('draft_text')).toBe(1);
  });
});
