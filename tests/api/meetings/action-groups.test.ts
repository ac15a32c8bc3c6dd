import { speakOfGroup } from '../../support/meeting-rows.ts';
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
});
