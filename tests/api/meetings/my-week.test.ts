import { champion, MeetingBook, officer, otherOfficer } from '../../support/meeting-book.ts';
import { codesOf } from '../../support/people.ts';

const WEEK = 'query Week { myMeetings { id status onDay schools prepared packed preparationDue packDue recordDue } }';
interface Mine { id: string; status: string; onDay: string; schools: string[]; prepared: number; packed: number; preparationDue: string | null; packDue: string | null; recordDue: string | null }

describe('my meetings this week', () => {
  let book: MeetingBook;
  beforeAll(async () => { book = await MeetingBook.open('meeting_week'); });
  afterAll(() => book.close());

  test('are those of Monday to Sunday and older ones that owe something, each with how it stands; nobody else’s', async () => {
    const [today, held, later] = [await book.booked({}, []), await book.held({ atTime: '09:00' }, []), await book.booked({ onDay: '2026-11-26' }, [])];
    const [old, off] = [await book.booked({ atTime: '11:00' }, []), await book.booked({ atTime: '12:00' }, [])];
    await book.portal.rows(`update meeting set on_day = '2026-11-10' where id = $1`, [old.id]);
    await book.portal.rows(`update meeting set status = 'CANCELLED' where id = $1`, [off.id]);
    await book.portal.rows('update meeting_school set prepared_at = now() where meeting_id = $1', [today.id]);
    const mine = await book.did<Mine[]>(officer, WEEK, {});
    expect(mine.map(({ id, status, onDay, prepared, packed }) => [id, status, onDay, prepared, packed])).toEqual([[old.id, 'BOOKED', '2026-11-10', 0, 0], [held.id, 'HELD', '2026-11-19', 0, 0], [today.id, 'BOOKED', '2026-11-19', 1, 0]]);
    expect(mine[1]).toMatchObject({ preparationDue: '2026-11-05', packDue: '2026-11-12', recordDue: '2026-11-26' });
    expect(mine.some(({ id }) => id === later.id)).toBe(false);
    expect(await book.did(otherOfficer, WEEK, {})).toEqual([]);
    expect(codesOf(await book.ask(champion, WEEK, {}))).toEqual(['FORBIDDEN']);
  });
});
