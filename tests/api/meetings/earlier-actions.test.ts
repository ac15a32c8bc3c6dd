import { aKey, champion, MeetingBook, officer, PAPERS } from '../../support/meeting-book.ts';
import { agreeAction, heldMeeting } from '../../support/meeting-rows.ts';
import { codesOf } from '../../support/people.ts';

interface Earlier { taskId: number; status: string; overdue: boolean; carriedOn: boolean; version: number }
const READ = 'query Read($id: ID!) { targetingMeeting(id: $id) { previous { taskId status overdue carriedOn version } sections { gaps } agreed { what dueOn carriedFrom } } }';
const REVIEW = 'mutation Review($id: ID!, $key: String!, $taskId: Int!, $version: Int!, $status: TaskStatus!, $note: String!) { reviewAction(id: $id, key: $key, taskId: $taskId, version: $version, status: $status, note: $note) { agreed { what dueOn carriedFrom } previous { taskId status carriedOn } } }';

describe('actions of earlier meetings, in the next one', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('earlier_actions'); });
  afterEach(() => book.close());

  const read = (id: string) => book.did<{ previous: Earlier[]; sections: { gaps: string[] }[]; agreed: { what: string; dueOn: string; carriedFrom: number }[] }>(officer, READ, { id });
  const review = (id: string, taskId: number, status: string, version = 1, actor = officer) => book.ask(actor, REVIEW, { id, key: aKey(), taskId, version, status, note: 'Two visits' });

  test('come open ones first, the longest due at the top; what was due before blocks the record until it is closed, and what was left of it goes on', async () => {
    const [long, last] = [await heldMeeting(book.portal, { heldOn: '2026-09-22' }), await heldMeeting(book.portal, { heldOn: '2026-10-13' })];
    const closedBefore = await agreeAction(book.portal, { meetingId: long });
    const [later, overdue, done] = [await agreeAction(book.portal, { meetingId: last, status: 'OPEN', dueOn: '2026-12-04' }), await agreeAction(book.portal, { meetingId: long, status: 'IN_PROGRESS', dueOn: '2026-10-02' }), await agreeAction(book.portal, { meetingId: last })];
    const { id, version } = await book.held();
    await book.complete(id);
    const first = await read(id);
    expect(first.previous.map(({ taskId, overdue: isOver }) => [taskId, isOver])).toEqual([[overdue, true], [later, false], [done, false]]);
    expect(first.previous.map(({ taskId }) => taskId)).not.toContain(closedBefore);
    expect(first.sections).toEqual([{ gaps: ['Close 1 action of the last meeting, with what came of it'] }]);
    expect((await book.step(officer, 'issueRecord', { id, version })).errors[0]?.message).toContain('Close 1 action of the last meeting');
    expect(codesOf(await review(id, overdue, 'PARTLY', 9))).toEqual(['CONFLICT']);
    expect(codesOf(await review(id, overdue, 'PARTLY', 1, champion))).toEqual(['FORBIDDEN']);
    const { data, errors } = await review(id, overdue, 'PARTLY');
    expect(errors).toEqual([]);
    // A mentor is due soon: five school days after the meeting, as if it had been agreed anew.
    expect(data?.reviewAction).toMatchObject({ agreed: [{ what: 'Agreed in the meeting', dueOn: '2026-11-26', carriedFrom: overdue }] });
    // Of an earlier meeting than the last one only what is open is shown.
    expect((await read(id)).previous.map(({ taskId }) => taskId)).toEqual([later, done]);
    expect((await read(id)).sections).toEqual([{ gaps: [] }]);
    expect((await book.stepped(officer, 'issueRecord', { id, version })).status).toBe('RECORD_ISSUED');
  });

  test('one that is done goes nowhere, and only the meeting that is held reviews it', async () => {
    const last = await heldMeeting(book.portal, { heldOn: '2026-10-13' });
    const action = await agreeAction(book.portal, { meetingId: last, status: 'OPEN', dueOn: '2026-10-20' });
    const made = await book.booked();
    expect(codesOf(await review(made.id, action, 'DONE'))).toEqual(['CONFLICT']);
    await book.fill(officer, made.id, 'PRESENT', { NAME: 'Kerry Bright', PART: 'CHAMPION', HERE: 'YES' }, 'k');
    await book.did(officer, `mutation S($id: ID!, $version: Int!) { startMeeting(id: $id, version: $version) { ${PAPERS} } }`, { id: made.id, version: made.version });
    const { data } = await review(made.id, action, 'DONE');
    expect(data?.reviewAction).toMatchObject({ agreed: [] });
  });
});
