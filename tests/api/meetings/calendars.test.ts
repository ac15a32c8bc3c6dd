import { workOnMeetings } from '../../../server/src/app/meetings.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
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

  test('reminds each school by its own school days, and its officer of each pack by its school’s', async () => {
    const made = await planned('2026-12-10');
    await asOwner(book.portal.ownerUrl, async (owner) => {
      await owner.query(`update user_grant set valid_from = '2026-01-01'`);
      await owner.query(`update school_week set open_days = open_days & ~(1 | 8) where school_id = $1 and week_start = '2026-11-30'`, [tarnbrook]);
    });
    const work = (today: string) => workOnMeetings({ app: book.portal.app, ingest: book.portal.ingest, config: readConfig({}), clock: systemClock(today), log: createLogger('silent') });
    const told = (kind: string) => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<{ to: number; schools: string; due: string }>(
      `select recipient_id as to, coalesce(body ->> 'school', body ->> 'schools') as schools, body ->> 'dueOn' as due from outbox_message where kind = $1 order by id`, [kind])).rows.map(({ to, schools, due }) => [to, schools, due]));
    // Tarnbrook is closed on 30 November and 3 December: its days come two earlier.
    await work('2026-11-17');
    expect(await told('MEETING_PREPARATION')).toEqual([[46, expect.stringContaining('Tarnbrook'), '2026-11-24']]);
    await work('2026-11-19');
    expect(await told('MEETING_PREPARATION')).toEqual([[46, expect.stringContaining('Tarnbrook'), '2026-11-24'], [44, expect.stringContaining('Oakmere'), '2026-11-26']]);
    await work('2026-12-02');
    expect(await told('MEETING_CALENDAR')).toEqual([[41, expect.stringMatching(/^\["Tarnbrook[^,]*"\]$/), '2026-12-02']]);
    await work('2026-12-03');
    expect(await told('MEETING_CALENDAR')).toEqual([[41, expect.stringContaining('Tarnbrook'), '2026-12-02'], [41, expect.stringMatching(/^\["Oakmere[^,]*"\]$/), '2026-12-03']]);
    expect(made.status).toBe('BOOKED');
  });
});
