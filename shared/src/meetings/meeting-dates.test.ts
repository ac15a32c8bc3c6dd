import fc from 'fast-check';
import { countSchoolDays, isSchoolDay, openSchoolDays } from '../calendar/index.ts';
import { MEETING_RULE_NAMES, ruleOn } from '../kernel/index.ts';
import { coverageOverdueFrom, dayAfterWeek, MEETING_RULE_WORDS, meetingDates, meetingTerms, schoolDayBefore, termLabel, termOf, weekOfTerm } from './index.ts';
import { WEXMOOR } from './wexmoor.test-data.ts';

const open = openSchoolDays(WEXMOOR);

describe('the days around a meeting', () => {
  test('of Thursday 19 November 2026', () => expect(meetingDates(WEXMOOR, '2026-11-19')).toEqual({
    agreeBy: '2026-10-15', preparationDue: '2026-11-05', packFrozenOn: '2026-11-12', partnerLinesBy: '2026-11-12',
    recordDue: '2026-11-26', commentsUntil: '2026-12-03', locksOn: '2026-12-04', earlyActionsBy: '2026-12-10',
  }));

  test.each([['2026-11-26', '2026-12-03'], ['2026-11-20', '2026-12-03'], ['2026-12-01', '2026-12-08'], ['2026-12-18', '2027-01-11']])(
    'a record issued on %s may be commented on until %s', (issuedOn, until) => expect(meetingDates(WEXMOOR, '2026-11-19', issuedOn).commentsUntil).toBe(until));

  test.each([['2026-09-03', 'preparationDue', null], ['2026-09-17', 'preparationDue', '2026-09-03'], ['2026-09-16', 'preparationDue', null], ['2027-07-20', 'recordDue', null], ['2027-07-20', 'locksOn', null], ['2026-10-23', 'recordDue', '2026-11-06']] as const)(
    'of a meeting on %s: %s is %p', (on, which, day) => expect(meetingDates(WEXMOOR, on)[which]).toBe(day));

  test('come in order, on school days, and count back', () => fc.assert(fc.property(fc.constantFrom(...open), (on) => {
    const { agreeBy, preparationDue, packFrozenOn, recordDue, commentsUntil, locksOn, earlyActionsBy } = meetingDates(WEXMOOR, on);
    const known = [agreeBy, preparationDue, packFrozenOn, on, recordDue, commentsUntil, earlyActionsBy].filter((day) => day !== null);
    expect([...known].sort()).toEqual(known);
    expect(known.every((day) => isSchoolDay(WEXMOOR, day))).toBe(true);
    if (preparationDue !== null) expect(countSchoolDays(open, preparationDue, on)).toBe(10);
    if (recordDue !== null) expect(countSchoolDays(open, on, recordDue)).toBe(5);
    if (commentsUntil !== null && locksOn !== null) expect(locksOn > commentsUntil).toBe(true);
  })));

  test.each([['2026-11-02', 1, '2026-10-23'], ['2026-10-30', 1, '2026-10-23'], ['2026-11-02', 0, '2026-11-02'], ['2026-09-04', 2, null]])('%s less %i school days is %p', (from, count, day) => expect(schoolDayBefore(open, from, count)).toBe(day));
});

describe('terms', () => {
  const terms = meetingTerms(WEXMOOR);
  test('are three, of 72, 53 and 65 school days', () => expect(terms.map(({ season, startsOn, endsOn, firstSchoolDay, lastSchoolDay }) => [season, startsOn, endsOn, open.filter((day) => day >= firstSchoolDay! && day <= lastSchoolDay!).length])).toEqual([
    ['AUTUMN', '2026-09-03', '2026-12-18', 72], ['SPRING', '2027-01-05', '2027-03-25', 53], ['SUMMER', '2027-04-13', '2027-07-20', 65],
  ]));

  test.each([
    ['2026-09-02', null, null], ['2026-09-03', 'AUTUMN', 1], ['2026-09-07', 'AUTUMN', 2], ['2026-10-28', 'AUTUMN', 8], ['2026-11-09', 'AUTUMN', 10], ['2026-11-19', 'AUTUMN', 11], ['2026-12-21', null, null],
    ['2027-01-05', 'SPRING', 1], ['2027-03-25', 'SPRING', 11], ['2027-04-13', 'SUMMER', 1], ['2027-05-03', 'SUMMER', 4],
  ])('%s lies in %p, week %p', (day, season, week) => {
    expect(termOf(WEXMOOR, day)?.season ?? null).toBe(season);
    expect(weekOfTerm(WEXMOOR, day)).toBe(week);
  });

  test('are labelled with their school year', () => expect(terms.map(termLabel)).toEqual(['Autumn term 2026/27', 'Spring term 2026/27', 'Summer term 2026/27']));

  test.each([[0, '2026-11-16'], [1, '2027-03-22'], [2, '2027-06-28']])('a school is overdue in term %i from %s', (index, day) => expect(coverageOverdueFrom(WEXMOOR, terms[index]!)).toBe(day));

  test('a short term is over before its tenth week', () => {
    const short = { terms: [{ name: 'Spring 1', startsOn: '2027-01-05', endsOn: '2027-02-12' }], closures: [] };
    expect(dayAfterWeek(short, meetingTerms(short)[0]!, 10)).toBe('2027-02-13');
  });

  test('of two years with the same season are two, and a term that opens in August is the new year’s', () => expect(meetingTerms({
    terms: [{ name: 'a', startsOn: '2026-08-31', endsOn: '2026-12-18' }, { name: 'b', startsOn: '2027-09-01', endsOn: '2027-12-17' }], closures: [],
  }).map(({ season, academicYear }) => [season, academicYear])).toEqual([['AUTUMN', 2026], ['AUTUMN', 2027]]));

  test('every school day lies in one term and has a week', () => fc.assert(fc.property(fc.constantFrom(...open), (day) => {
    expect(terms.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)).toHaveLength(1);
    expect(weekOfTerm(WEXMOOR, day)).toBeGreaterThan(0);
  })));
});

describe('values for meetings', () => {
  test.each(MEETING_RULE_NAMES.map((name) => [name]))('%s has a value, a source and words', (name) => {
    expect(ruleOn(name, '2026-11-19').value).toBeGreaterThan(0);
    expect(ruleOn(name, '2026-11-19').source).not.toBe('');
    expect(MEETING_RULE_WORDS[name].what).not.toBe('');
  });
});
