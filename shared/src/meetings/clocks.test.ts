import fc from 'fast-check';
import { countSchoolDays, openSchoolDays, type SchoolCalendar } from '../calendar/index.ts';
import { CLOCKS_MET, CLOCKS_OWED_AGAIN, coverageOverdueFrom, MEETING_CLOCK_WORDS, MEETING_STATUSES, meetingClocks, meetingTerms, termDuties, termNumber, type ClockedMeeting, type MeetingClock } from './index.ts';
import { WEXMOOR } from './wexmoor.test-data.ts';

const open = openSchoolDays(WEXMOOR);
/** Closed to pupils on Friday 6 November. */
const LATER = { ...WEXMOOR, closures: [...WEXMOOR.closures, { on: '2026-11-06', kind: 'INSET' as const, label: 'Training' }] };
const CALENDARS = new Map<number, SchoolCalendar>([[1, WEXMOOR], [2, LATER]]);
const MEETING: ClockedMeeting = { type: 'SINGLE_SCHOOL', status: 'BOOKED', onDay: '2026-11-19', schoolIds: [1] };
const said = (clocks: readonly MeetingClock[]): string[] => clocks.map(({ kind, side, schoolId, dueOn }) => `${kind} ${side} ${schoolId} ${dueOn}`);
const owed = (more: Partial<ClockedMeeting>, today = '2026-10-01'): string[] => said(meetingClocks({ ...MEETING, ...more }, CALENDARS, today));

describe('what is owed of a meeting on Thursday 19 November 2026', () => {
  test.each<[string, Partial<ClockedMeeting>, string[]]>([
    ['offered: the date is agreed twenty school days before', { status: 'OFFERED' }, ['AGREE_DATE LA 1 2026-10-15']],
    ['offered too late for that: nothing', { status: 'OFFERED', offeredOn: '2026-10-16' }, []],
    ['booked: preparation, pack, the meeting itself and its record', { status: 'BOOKED' }, ['PREPARATION SCHOOL 1 2026-11-05', 'PACK LA 1 2026-11-12', 'HOLD LA 1 2026-11-19', 'RECORD LA 1 2026-11-26']],
    ['prepared and packed: the meeting and its record', { status: 'PREPARED', preparedSchoolIds: [1], packedSchoolIds: [1] }, ['HOLD LA 1 2026-11-19', 'RECORD LA 1 2026-11-26']],
    ['held: its record', { status: 'HELD' }, ['RECORD LA 1 2026-11-26']],
    ['issued: the school’s word, until its day', { status: 'RECORD_ISSUED', issuedOn: '2026-11-24', commentsUntil: '2026-12-03' }, ['COMMENTS SCHOOL 1 2026-12-03']],
    ['commented on: nothing', { status: 'RECORD_ISSUED', commentsUntil: '2026-12-03', hasComment: true }, []],
    ['of two schools: preparation and pack by the calendar of each, all else by the first’s', { type: 'SMALL_SCHOOLS_GROUP', schoolIds: [2, 1] }, ['PREPARATION SCHOOL 2 2026-11-04', 'PREPARATION SCHOOL 1 2026-11-05', 'PACK LA 2 2026-11-12', 'PACK LA 1 2026-11-12', 'HOLD LA 2 2026-11-19', 'RECORD LA 2 2026-11-26']],
    ['a check-in: nothing', { type: 'CHECK_IN' }, []],
  ])('%s', (_words, more, expected) => expect(owed(more)).toEqual(expected));

  test.each(MEETING_STATUSES.filter((status) => !['OFFERED', 'BOOKED', 'PREPARED', 'HELD', 'RECORD_ISSUED'].includes(status)).map((status) => [status]))('%s owes nothing', (status) => expect(owed({ status, commentsUntil: '2026-12-03' })).toEqual([]));

  test('nothing where the calendar does not reach', () => expect(owed({ onDay: '2027-07-20' }).map((each) => each.split(' ')[0])).toEqual(['PREPARATION', 'PACK', 'HOLD']));

  test('each deadline once a school, whatever the status, with words', () => fc.assert(fc.property(fc.constantFrom(...MEETING_STATUSES), fc.constantFrom(...open), fc.constantFrom<number[]>([1], [1, 2], [2, 1]), (status, onDay, schoolIds) => {
    const clocks = meetingClocks({ ...MEETING, status, onDay, schoolIds, commentsUntil: onDay }, CALENDARS, '2026-09-03');
    expect(new Set(clocks.map(({ kind, schoolId }) => `${kind} ${schoolId}`)).size).toBe(clocks.length);
    expect(clocks.every(({ kind, schoolId }) => MEETING_CLOCK_WORDS[kind] !== '' && schoolIds.includes(schoolId))).toBe(true);
  })));

  test('what a command meets stops no other command from being owed again', () => expect([CLOCKS_MET, CLOCKS_OWED_AGAIN]).toEqual([{ BOOK: ['AGREE_DATE'], HOLD: ['AGREE_DATE', 'HOLD'], COMMENT: ['COMMENTS'] }, { OFFER: ['AGREE_DATE'] }]));
});

describe('what a term asks of each school', () => {
  const terms = meetingTerms(WEXMOOR);
  test.each([[0, '2026-10-09', '2026-11-13'], [1, '2027-02-12', '2027-03-19'], [2, '2027-05-21', '2027-06-25']])('in term %i: a date offered by %s, the meeting held by %s', (index, offerBy, holdBy) => expect(termDuties(WEXMOOR, terms[index]!)).toEqual({ offerBy, holdBy }));

  test('the last day a school is not overdue, and the offer early enough for its date to be agreed', () => {
    for (const term of terms) {
      const { offerBy, holdBy } = termDuties(WEXMOOR, term);
      expect([holdBy! < coverageOverdueFrom(WEXMOOR, term), countSchoolDays(open, offerBy!, holdBy!)]).toEqual([true, 20]);
    }
  });

  test('an offer is owed from the first day of a short term on, and nothing in one without a school day', () => {
    const short = { terms: [{ name: 'Spring 1', startsOn: '2027-01-05', endsOn: '2027-01-22' }], closures: [] };
    expect(termDuties(short, meetingTerms(short)[0]!)).toEqual({ offerBy: '2027-01-05', holdBy: '2027-01-22' });
    const none = { terms: [{ name: 'x', startsOn: '2027-01-09', endsOn: '2027-01-10' }], closures: [] };
    expect(termDuties(none, meetingTerms(none)[0]!)).toEqual({ offerBy: null, holdBy: null });
  });

  test('stands under a number of its own', () => expect(terms.map(termNumber)).toEqual([20261, 20262, 20263]));
});
