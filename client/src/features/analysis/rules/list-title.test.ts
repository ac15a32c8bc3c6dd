import { pupilListTitle, sessionsHeading } from './list-title.ts';
import { isOfWeeks, spanFilter, spanIn, spanWords } from './span.ts';

const span = (address: string) => spanIn(new URLSearchParams(address));

describe('the heading of a list is the figure that opened it', () => {
  it.each([
    ['PERSISTENT', 343, null, {}, '343 pupils have missed 10% or more'],
    ['SEVERE', 1, null, { school: 'Oakmere Academy' }, '1 pupil has missed half or more at Oakmere Academy'],
    ['COUNTED', 1243, null, { phase: 'PRIMARY', mine: true }, '1,243 pupils have had a session in primary schools in my schools'],
    ['PERSISTENT', 20, null, { when: spanWords(span('to=2025-11-17')) }, '20 pupils have missed 10% or more up to the week of 17 November 2025'],
    ['SEVERE', 0, null, { ncYear: '9' }, 'No pupil has missed half or more in Year 9'],
  ] as const)('%s: %i pupils', (measure, total, sessions, where, words) => expect(pupilListTitle(measure, { total, sessions }, where)).toBe(words));

  it.each([
    ['UNAUTHORISED', 214, 1234, {}, '1,234 unauthorised sessions, 214 pupils'],
    ['LATE', 1, 1, { ncYear: '9' }, '1 late session, 1 pupil in Year 9'],
    ['MISSING', 0, 0, { school: 'Oakmere Academy' }, 'No session without a mark at Oakmere Academy'],
    ['ABSENT', 30, 61, { phase: 'PRIMARY', when: spanWords(span('week=2026-11-09')) }, '61 sessions missed, 30 pupils in primary schools in the week of 9 November 2026'],
  ] as const)('%s: %i pupils, %i sessions', (measure, total, sessions, where, words) => expect(pupilListTitle(measure, { total, sessions }, where)).toBe(words));

  it('names the column after the measure', () => expect(sessionsHeading('LATE_BEFORE')).toBe('Sessions late before the register closed'));
});

describe('which sessions a list is of', () => {
  it.each([
    ['', { academicYear: null, fromWeek: null, toWeek: null, span: null }, '', false],
    ['year=2025', { academicYear: 2025, fromWeek: null, toWeek: null, span: null }, 'in 2025 to 2026', false],
    ['week=2026-11-09', { academicYear: null, fromWeek: '2026-11-09', toWeek: '2026-11-09', span: null }, 'in the week of 9 November 2026', true],
    ['to=2025-11-17', { academicYear: null, fromWeek: null, toWeek: '2025-11-17', span: null }, 'up to the week of 17 November 2025', false],
    ['last=four&week=2026-11-09', { academicYear: null, fromWeek: null, toWeek: null, span: 'RECENT_WEEKS' }, 'in the last four school weeks', true],
    ['last=week', { academicYear: null, fromWeek: null, toWeek: null, span: 'LATEST_WEEK' }, 'in the latest week with marks', true],
    ['week=2026-11-10&year=x&to=never', { academicYear: null, fromWeek: null, toWeek: null, span: null }, '', false],
  ])('%s', (address, filter, words, ofWeeks) => {
    expect(spanFilter(span(address))).toEqual(filter);
    expect([spanWords(span(address)), isOfWeeks(span(address))]).toEqual([words, ofWeeks]);
  });
});
