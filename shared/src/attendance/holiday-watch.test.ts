import fc from 'fast-check';
import { openDaysOfWeek, schoolWeeks } from '../calendar/index.ts';
import { besideHalfTermWords, codeOfMark, daysOfWeeks, halfTermEdges, halfTermWatch, holidayEdges, longestHolidayRun, missedOn, type DayMarks } from './index.ts';

const calendar = schoolWeeks({
  terms: [
    { name: 'Autumn 1', startsOn: '2026-09-03', endsOn: '2026-10-23' }, { name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-12-18' },
    { name: 'Spring 1', startsOn: '2027-01-05', endsOn: '2027-02-12' }, { name: 'Spring 2', startsOn: '2027-02-22', endsOn: '2027-03-25' },
  ],
  // The school trains on the Monday it comes back: its pupils come back on Tuesday.
  closures: [{ on: '2027-02-22', kind: 'INSET', label: 'Training day' }],
});
const days = calendar.flatMap(openDaysOfWeek);
const watch = halfTermWatch('2026-11-18');
const edges = halfTermEdges(days, watch);

describe('the days beside half term', () => {
  test('are the last school day before it and the first after it; those beside the holidays between terms are not', () => {
    expect(edges).toEqual(['2026-10-23', '2026-11-02', '2027-02-12', '2027-02-23']);
    expect(holidayEdges(days, watch.gapDays)).toEqual(['2026-09-03', '2026-10-23', '2026-11-02', '2026-12-18', '2027-01-05', '2027-02-12', '2027-02-23', '2027-03-25']);
  });
  test.each([[9, []], [10, ['2026-10-23', '2026-11-02']], [11, edges], [17, edges], [18, ['2026-10-23', '2026-11-02', '2026-12-18', '2027-01-05', '2027-02-12', '2027-02-23']]])('where a half term is a break of up to %i days', (longestDays, expected) =>
    expect(halfTermEdges(days, { gapDays: 7, longestDays })).toEqual(expected));
  test('are always among the days beside a holiday', () => fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: days.length - 1 })), fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 30 }), (left, gapDays, longestDays) => {
    const some = days.filter((_, index) => !left.includes(index));
    const all = holidayEdges(some, gapDays);
    expect(halfTermEdges(some, { gapDays, longestDays }).filter((day) => !all.includes(day))).toEqual([]);
  })));
});

const register = (marksOn: (day: string) => string): DayMarks[] => daysOfWeeks(calendar.map((week) => ({
  weekStart: week.weekStart, marks: Array.from({ length: 7 }, (_, index) => openDaysOfWeek(week).find((day) => new Date(day).getUTCDay() === (index + 1) % 7)).map((day) => (day === undefined ? '  ' : marksOn(day))).join(''),
})));

describe('absence beside half term', () => {
  test.each<[string, (day: string) => string, number, string]>([
    ['by any code', (day) => (day === '2026-10-23' ? 'OO' : day === '2026-11-02' ? 'I\\' : '/\\'), 3, 'Missed 3 sessions beside half term: 23 October (O, O) and 2 November (I)'],
    ['with leave that is no absence', (day) => (day === '2026-10-23' ? 'VV' : day === '2027-02-23' ? 'DO' : '/\\'), 1, 'Missed 1 session beside half term: 23 February (O)'],
    ['on no other day', (day) => (edges.includes(day) ? '/\\' : 'OO'), 0, 'Missed 0 sessions beside half term: '],
    ['on three of the days', (day) => (day === '2027-02-12' ? '/\\' : edges.includes(day) ? 'G/' : '/\\'), 3, 'Missed 3 sessions beside half term: 23 October (G), 2 November (G) and 23 February (G)'],
  ])('%s', (_what, marksOn, sessions, words) => {
    const marks = register(marksOn);
    expect([missedOn(marks, new Set(edges)), besideHalfTermWords(marks, new Set(edges), (mark) => codeOfMark(mark) ?? mark)]).toEqual([sessions, words]);
  });
});

describe('runs of holiday without leave around a holiday', () => {
  const around = new Set(holidayEdges(days, watch.gapDays));
  test.each<[string, (day: string) => string, number]>([
    ['a week up to the holiday', (day) => (day >= '2026-10-19' && day <= '2026-10-23' ? 'GG' : '/\\'), 10],
    ['from before it until after it is one run', (day) => (day >= '2026-10-21' && day <= '2026-11-03' ? 'GG' : '/\\'), 10],
    ['in the middle of a half term is none', (day) => (day >= '2026-10-05' && day <= '2026-10-09' ? 'GG' : '/\\'), 0],
    ['that ends the day before the last is none', (day) => (day >= '2026-10-19' && day <= '2026-10-22' ? 'GG' : '/\\'), 0],
    ['the longest of two', (day) => (day === '2026-10-23' || day >= '2027-03-24' ? 'GG' : '/\\'), 4],
    ['other absence between breaks it', (day) => (day === '2026-10-22' ? 'GO' : day === '2026-10-23' ? 'GG' : '/\\'), 2],
  ])('%s', (_what, marksOn, sessions) => expect(longestHolidayRun(register(marksOn), around)).toBe(sessions));
});
