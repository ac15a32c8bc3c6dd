import { schoolWeeks } from '@attendance/shared/calendar';
import { addDays } from '../../../lib/format.ts';
import { penaltyHeading, penaltyWindow } from './penalty.ts';

const calendar = schoolWeeks({
  terms: [
    { name: 'Autumn 1', startsOn: '2026-09-03', endsOn: '2026-10-23' }, { name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-12-18' },
    { name: 'Spring 1', startsOn: '2027-01-04', endsOn: '2027-02-12' },
  ],
  closures: [],
});
const week = (weekStart: string, marks: string) => ({ weekStart, marks: marks.padEnd(14, ' ') });

describe('the rolling window of ten school weeks', () => {
  const register = { weeks: [week('2026-10-12', 'OO'), week('2026-10-19', 'OO'), week('2026-10-26', ''), week('2026-11-02', 'OO/\\U'), week('2026-11-16', 'NO')] };
  const window = penaltyWindow([register], calendar, '2026-11-19');

  test('leaves the holiday out and counts what counts', () => {
    expect(window.total).toBe(9);
    expect(window.unexplained).toBe(1);
    expect(window.weeks.map(({ weekStart }) => weekStart))
      .toEqual(['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-11-02', '2026-11-09', '2026-11-16']);
  });

  test('says until when each week counts, over a holiday, and when the count falls', () => {
    const { weeks, falls } = window;
    expect(weeks.find(({ weekStart }) => weekStart === '2026-10-12')?.until).toBe('2027-01-08');
    expect(falls).toEqual({ on: '2027-01-11', to: 7 });
  });

  test('has no date where the school has set none, and adds two rolls together', () => {
    const bare = penaltyWindow([{ weeks: [week('2026-11-09', 'OO')] }, { weeks: [week('2026-11-09', '  U'), week('2026-11-16', 'G')] }], [], '2026-11-19');
    expect(bare.total).toBe(4);
    expect(bare.weeks.map(({ counted, until }) => [counted.length, until])).toEqual([[3, null], [1, null]]);
    expect(bare.falls).toBeNull();
  });

  test('forgets what lies more than ten school weeks back', () => {
    const weeks = Array.from({ length: 12 }, (_, at) => week(addDays('2026-08-31', at * 7), at === 0 ? 'OOOOOO' : '/\\'));
    expect(penaltyWindow([{ weeks }], [], '2026-11-19').total).toBe(0);
  });

  test('counts in its heading and decides nothing', () => {
    const heading = (total: number) => penaltyHeading({ ...window, total });
    expect(heading(0)).toBe('No unauthorised session in 10 school weeks');
    expect(heading(4)).toBe('4 of 10 unauthorised sessions');
    expect(heading(9)).toBe('9 of 10 unauthorised sessions: one more reaches 10');
    expect(heading(12)).toBe('12 unauthorised sessions: the threshold of 10 is reached');
  });
});
