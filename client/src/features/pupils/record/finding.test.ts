import { addDays } from '../../../lib/format.ts';
import { finding } from './finding.ts';
import { sessionsOf } from './sessions.ts';

const FULL = '/\\/\\/\\/\\/\\    ';

/** A year of weeks from Mon 31 August 2026, told apart from full attendance by number of the week. */
function year(weeks: number, other: Record<number, string> = {}) {
  return sessionsOf([{ weeks: Array.from({ length: weeks }, (_, at) => ({ weekStart: addDays('2026-08-31', at * 7), marks: other[at] ?? FULL })) }]);
}

describe('the sentence over a register', () => {
  test('counts plainly when nothing stands out', () => {
    expect(finding(year(10, { 3: 'II/\\/\\/\\/\\    ' }))).toBe('Missed 2 of 100 sessions this year');
    expect(finding(year(10))).toBe('Missed none of 100 sessions this year');
    expect(finding([])).toBe('No sessions to attend so far this year');
    expect(finding(year(2, { 0: 'XXXXXXXXXX    ', 1: '##########    ' }))).toBe('No sessions to attend so far this year');
  });

  test('says since when a child is not in school, and how it is marked', () => {
    expect(finding(year(8, { 7: 'IIIIIIIIII    ' }))).toBe('Not in school since 19 October: 10 sessions missed, all marked ill');
    expect(finding(year(8, { 6: 'OOOOOOOOOO    ', 7: 'OOOOIIIIOO    ' }))).toBe('Not in school since 12 October: 20 sessions missed');
    expect(finding(year(1, { 0: 'ppppUUUUOO    ' }))).toBe('Not in school at all this year: 10 sessions missed');
    expect(finding(year(8, { 7: 'pppppppppp    ' }))).toContain('all marked C2');
    expect(finding(year(8, { 7: 'IIIIIIIII\\    ' }))).not.toContain('Not in school');
  });

  test('does not speak of now about a child who has left', () => {
    expect(finding(year(8, { 7: 'OOOOOOOOOO    ' }), '2026-10-23')).toBe('Not in school from 19 October until leaving on 23 October: 10 sessions missed, all marked O');
  });

  test('says that a child is back, for the first two days', () => {
    expect(finding(year(8, { 6: 'IIIIIIIIII    ', 7: '/\\            ' }))).toBe('Back on 19 October after 10 sessions missed, all marked ill');
    expect(finding(year(8, { 6: 'IIIIIIIIII    ' }))).not.toContain('Back');
  });

  test('finds the week in which a year turned, either way', () => {
    const fewer = { 6: 'OO/\\OO/\\/\\    ', 7: '/\\OO/\\OO/\\    ', 8: '/\\/\\OO/\\OO    ' };
    expect(finding(year(9, fewer))).toBe('Was 100% to 9 October, 60% since');
    expect(finding(year(9, { 0: fewer[6], 1: fewer[7], 2: fewer[8] }))).toBe('Was 60% to 18 September, 100% since');
    // One side too short to carry a rate.
    expect(finding(year(7, { 6: fewer[6] }))).toBe('Missed 4 of 70 sessions this year');
  });

  test('names a weekday missed every week, if it is most of the absence', () => {
    const monday = 'OO/\\/\\/\\/\\    ';
    expect(finding(year(12, { 9: monday, 10: monday, 11: monday }))).toContain('issed every Monday since 2 November');
    expect(finding(year(12, { 10: monday, 11: monday }))).not.toContain('Monday');
    const half = 'O\\/\\/\\/\\/\\    ';
    expect(finding(year(12, { 9: half, 10: monday, 11: monday }))).not.toContain('Monday');
    const most = 'OOIIIIII/\\    ';
    expect(finding(year(12, { 9: most, 10: most, 11: most }))).not.toContain('Monday');
  });
});
