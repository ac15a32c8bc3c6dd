import { aKey, champion, elsewhere, manager, MeetingBook, PAPERS, type Papers } from '../../support/meeting-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { SCHOOLS } from '../../support/small-authority.ts';

const { oakmere, tarnbrook } = SCHOOLS;

describe('a meeting of schools that keep different calendars', () => {
  let book: MeetingBook;
  beforeEach(async () => {
    book = await MeetingBook.open('meeting_calendars');
    await asOwner(book.portal.ownerUrl, (owner) => owner.query(`insert into school_closure values ($1, '2026-11-30', 'INSET', 'Training'), ($1, '2026-12-03', 'INSET', 'Training')`, [tarnbrook]));
  });
  afterEach(() => book.close());

  const planned = (onDay: string): Promise<Papers> => book.did<Papers>(manager, `mutation Plan($key: String!, $input: MeetingInput!) { planMeeting(key: $key, command: BOOK, input: $input) { ${PAPERS} } }`,
    { key: aKey(), input: { type: 'SMALL_SCHOOLS_GROUP', schoolIds: [oakmere, tarnbrook], mode: 'REMOTE', onDay, atTime: '09:00', minutes: 60, place: '' } });
  const clocks = (kind: string) => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<{ school_id: number; due_on: string }>('select school_id, due_on from clock where kind = $1 order by school_id', [kind])).rows);

  test('owes each school’s preparation by its own school days, and one record by those of the first', async () => {
    const { id } = await planned('2026-12-10');
    expect(await clocks('PREPARATION')).toEqual([{ school_id: oakmere, due_on: '2026-11-26' }, { school_id: tarnbrook, due_on: '2026-11-24' }].sort((one, other) => one.school_id - other.school_id));
    expect(await clocks('RECORD')).toEqual([{ school_id: oakmere, due_on: '2026-12-17' }]);
    const due = async (actor: typeof champion) => (await book.did<{ dates: { preparationDue: string } }>(actor, 'query D($id: ID!) { targetingMeeting(id: $id) { dates { preparationDue } } }', { id })).dates.preparationDue;
    expect([await due(champion), await due(elsewhere), await due(manager)]).toEqual(['2026-11-26', '2026-11-24', '2026-11-26']);
  });

  test('lets an action go overdue on the next school day of its own school', async () => {
    const made = await planned('2026-11-19');
    await book.fill(manager, made.id, 'PRESENT', { NAME: 'Kerry Bright', PART: 'CHAMPION', HERE: 'YES' }, 'k');
    const held = await book.stepped(manager, 'startMeeting', made);
    for (const schoolId of [oakmere, tarnbrook]) {
      await book.did(manager, 'mutation Add($id: ID!, $key: String!, $input: MeetingActionInput!) { addMeetingAction(id: $id, key: $key, input: $input) { id } }',
        { id: made.id, key: aKey(), input: { schoolId, scope: 'SCHOOL', type: 'POLICY_CHANGE', what: 'New policy', side: 'SCHOOL', owner: 'A head', dueOn: '2026-11-27' } });
      await book.wrote(manager, made.id, Object.entries({ FINDINGS: 'Fridays', TREND: 'STEADY', DATA_QUALITY: 'GOOD', SCHOOL_RATING: 'GREEN', OFFICER_RATING: 'GREEN', RATING_REASON: 'As it is' }).map(([field, value]) => ({ schoolId, place: 'SECTION', field, value })));
    }
    await book.stepped(manager, 'issueRecord', held);
    const overdue = await asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<{ school_id: number; overdue_from: string }>('select school_id, overdue_from from task order by id')).rows);
    expect(overdue).toEqual([{ school_id: oakmere, overdue_from: '2026-11-30' }, { school_id: tarnbrook, overdue_from: '2026-12-01' }]);
  });
});
