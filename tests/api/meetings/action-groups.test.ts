import { agreeWide, heldMeeting, speakOfGroup } from '../../support/meeting-rows.ts';
import { aKey, MeetingBook, officer } from '../../support/meeting-book.ts';
import { codesOf } from '../../support/people.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';

const { oakmere } = SCHOOLS;
const ADD = 'mutation Add($id: ID!, $key: String!, $input: MeetingActionInput!) { addMeetingAction(id: $id, key: $key, input: $input) { id version scope cohort } }';
const CHANGE = 'mutation Change($id: ID!, $actionId: Int!, $version: Int!, $input: MeetingActionInput!) { changeMeetingAction(id: $id, actionId: $actionId, version: $version, input: $input) { version scope cohort } }';
interface Action { id: string; version: number; cohort: string | null }

describe('an action about a group says which', () => {
  let book: MeetingBook;
  beforeAll(async () => { book = await MeetingBook.open('action_groups'); });
  afterAll(() => book.close());

  const breakfast = (more: object = {}): object => ({ schoolId: oakmere, scope: 'COHORT', type: 'BREAKFAST_CLUB', what: 'Breakfast for year 9', side: 'SCHOOL', ownerId: 44, owner: 'A champion', dueOn: '2026-11-27', cohort: 'YEAR_GROUP:9', ...more });

  test('a group the meeting speaks about, or none; changed over the version one sees; the same key is the same action', async () => {
    const { id } = await book.held();
    await speakOfGroup(book.portal, Number(id), 'YEAR_GROUP:9');
    const key = aKey();
    const first = await book.ask(officer, ADD, { id, key, input: breakfast() });
    expect([first.errors, first.data?.addMeetingAction]).toEqual([[], expect.objectContaining({ scope: 'COHORT', cohort: 'YEAR_GROUP:9' })]);
    expect((await book.ask(officer, ADD, { id, key, input: breakfast() })).data).toEqual(first.data);
    const { id: actionId, version } = first.data?.addMeetingAction as Action;
    const change = (held: number, input: object) => book.ask(officer, CHANGE, { id, actionId: Number(actionId), version: held, input });
    expect((await change(version, breakfast({ cohort: null }))).data?.changeMeetingAction).toMatchObject({ cohort: null });
    expect(codesOf(await change(version, breakfast()))).toEqual(['CONFLICT']);
  });

  test('another group is refused and nothing is kept; an action about the school or a pupil has none', async () => {
    const { id } = await book.held();
    await speakOfGroup(book.portal, Number(id), 'YEAR_GROUP:9');
    for (const cohort of ['YEAR_GROUP:8', `'; drop table task; --`]) {
      const refused = await book.ask(officer, ADD, { id, key: aKey(), input: breakfast({ cohort }) });
      expect([codesOf(refused), JSON.stringify(refused.errors)]).toEqual([['INVALID'], expect.stringContaining('Choose a group this meeting speaks about')]);
    }
    expect(await book.portal.rows('select id from meeting_action where meeting_id = $1', [Number(id)])).toEqual([]);
    const visit = await book.ask(officer, ADD, { id, key: aKey(), input: breakfast({ scope: 'PUPIL', pupilId: PUPILS.mason.id, type: 'HOME_VISIT' }) });
    expect(visit.data?.addMeetingAction).toMatchObject({ scope: 'PUPIL', cohort: null });
  });

  describe('carried on to the next meeting', () => {
    const REVIEW = 'mutation Review($id: ID!, $key: String!, $taskId: Int!, $status: TaskStatus!) { reviewAction(id: $id, key: $key, taskId: $taskId, version: 1, status: $status, note: "Half of them came") { agreed { id version scope cohort what carriedFrom taskId } } }';
    interface Carried { id: string; version: number; scope: string; cohort: string | null; carriedFrom: number; taskId: number | null }
    let own: MeetingBook;
    beforeEach(async () => { own = await MeetingBook.open('carried_groups'); });
    afterEach(() => own.close());

    const review = async (id: string, taskId: number): Promise<Carried[]> => (await own.did<{ agreed: Carried[] }>(officer, REVIEW, { id, key: aKey(), taskId, status: 'PARTLY' })).agreed;
    /** An action about a group of a meeting in October that spoke about these, and the meeting of today, which speaks about others. */
    const earlier = async (spoken: readonly string[], cohort: string | null, today: readonly string[]): Promise<{ id: string; version: number; taskId: number }> => {
      const last = await heldMeeting(own.portal, { heldOn: '2026-10-13' });
      for (const each of spoken) await speakOfGroup(own.portal, last, each);
      const taskId = await agreeWide(own.portal, 'COHORT', { meetingId: last, fromOn: '2026-10-13', status: 'IN_PROGRESS', cohort });
      const { id, version } = await own.held();
      for (const each of today) await speakOfGroup(own.portal, Number(id), each);
      return { id, version, taskId };
    };
    const about = async (taskId: number): Promise<unknown> => (await own.did<{ about: string }>(officer, 'query ($id: Int!) { effectOfWideAction(taskId: $id) { about } }', { id: taskId })).about;

    test('it keeps its group, though the meeting speaks about another; changed, it may keep it, and take no third', async () => {
      const { id, version, taskId } = await earlier(['YEAR_GROUP:9', 'YEAR_GROUP:10'], 'YEAR_GROUP:9', ['YEAR_GROUP:8']);
      const [carried, ...more] = await review(id, taskId);
      expect([carried, more]).toEqual([expect.objectContaining({ scope: 'COHORT', cohort: 'YEAR_GROUP:9', carriedFrom: taskId }), []]);
      const change = (held: number, cohort: string | null) => own.ask(officer, CHANGE, { id, actionId: Number(carried!.id), version: held, input: breakfast({ cohort }) });
      const kept = await change(carried!.version, 'YEAR_GROUP:9');
      expect(kept.data?.changeMeetingAction).toMatchObject({ cohort: 'YEAR_GROUP:9' });
      expect(codesOf(await change((kept.data?.changeMeetingAction as Action).version, 'YEAR_GROUP:10'))).toEqual(['INVALID']);
      // Once the record is issued the effect of the new task is that of the old group.
      await own.complete(id);
      await own.stepped(officer, 'issueRecord', { id, version });
      const [made] = await own.portal.rows<{ task: number }>('select task_id as task from meeting_action where meeting_id = $1 and dropped_at is null', [Number(id)]);
      expect([await about(taskId), await about(made!.task)]).toEqual(['Year group: Year 9', 'Year group: Year 9']);
    });

    test('one that names none is about the only group of its own meeting, and stays so', async () => {
      const { id, version, taskId } = await earlier(['YEAR_GROUP:9'], null, ['YEAR_GROUP:8']);
      expect(await review(id, taskId)).toEqual([expect.objectContaining({ cohort: 'YEAR_GROUP:9' })]);
      // Carried on once more, from a meeting that spoke about year 8 alone.
      await own.complete(id);
      await own.stepped(officer, 'issueRecord', { id, version });
      const [made] = await own.portal.rows<{ task: number }>('select task_id as task from meeting_action where meeting_id = $1', [Number(id)]);
      await own.portal.rows(`update meeting set held_on = '2026-11-18', on_day = '2026-11-18' where id = $1`, [Number(id)]);
      await own.portal.rows(`update task set from_on = '2026-11-18' where id = $1`, [made!.task]);
      const next = await own.held();
      expect(await review(next.id, made!.task)).toEqual([expect.objectContaining({ cohort: 'YEAR_GROUP:9', carriedFrom: made!.task })]);
    });

    test('where nobody knows which, nobody guesses: not even where the next meeting speaks about one', async () => {
      const { id, version, taskId } = await earlier(['YEAR_GROUP:9', 'YEAR_GROUP:10'], null, ['YEAR_GROUP:8']);
      expect(await review(id, taskId)).toEqual([expect.objectContaining({ scope: 'COHORT', cohort: null })]);
      await own.complete(id);
      await own.stepped(officer, 'issueRecord', { id, version });
      const [made] = await own.portal.rows<{ task: number }>('select task_id as task from meeting_action where meeting_id = $1', [Number(id)]);
      expect([await about(taskId), await about(made!.task)]).toEqual(['A group that was not named', 'A group that was not named']);
    });
  });
});
