import { kindFinding, missedSentence, phaseFinding, schoolsFinding, sortedBy, trendFinding, trendSentence, yearGroupFinding } from './sentences.ts';
import type { GroupCounts } from './counts.ts';
import type { WeekRates } from './weeks.ts';

const week = (absent: number | null, lastYear: number | null, monday = '2026-09-07'): WeekRates => ({ week: monday, authorised: absent, unauthorised: 0, absent, lastYear });
const group = (counts: Partial<GroupCounts>): GroupCounts => ({ possible: 1000, attended: 900, authorised: 60, unauthorised: 40, lateBefore: 10, lateAfter: 5, enrolments: 100, persistent: 20, severe: 2, ...counts });

describe('the weekly trend', () => {
  it.each([
    ['below in every week', [week(5, 6), week(6, 7)], 'Absence is below last year in every week so far'],
    ['above in every week', [week(7, 6)], 'Absence is above last year in every week so far'],
    ['mostly below', [week(5, 6), week(5, 6), week(7, 6)], 'Absence is below last year in 2 of 3 weeks'],
    ['as often one as the other', [week(5, 6), week(7, 6)], 'Absence is as often above last year as below it, in 2 weeks'],
    ['a holiday counts for neither', [week(5, 6), week(null, null)], 'Absence is below last year in every week so far'],
    ['no last year', [week(5, null)], 'There is no last year to compare with'],
    ['nothing', [], 'No week has sessions yet'],
  ])('%s', (_, weeks, words) => expect(trendFinding(weeks)).toBe(words));

  it('says where the line starts and ends', () => {
    expect(trendSentence([week(5, 6), week(null, null, '2026-10-26'), week(6.5, 7, '2026-11-02')]))
      .toBe('Absence is below last year in every week so far: 5.0% of sessions missed in the week of Mon 7 Sep, 6.5% in the week of Mon 2 Nov.');
  });
});

describe('what stands over a chart or a table', () => {
  it.each([[0, 0, 'No absence is recorded here yet'], [10, 0, 'All absence here is authorised'], [0, 9, 'All absence here is unauthorised'], [52, 48, 'Half of absence here is unauthorised'], [58, 42, '42% of absence here is unauthorised']])(
    '%i authorised, %i unauthorised', (authorised, unauthorised, words) => expect(kindFinding({ authorised, unauthorised })).toBe(words));

  it('names the phase that misses most, and none without sessions', () => {
    expect(phaseFinding([{ phase: 'PRIMARY', figures: group({}) }, { phase: 'ALTERNATIVE', figures: group({ authorised: 200, unauthorised: 198 }) }])).toBe('Alternative provision misses most: 39.8% of sessions');
    expect(phaseFinding([{ phase: 'PRIMARY', figures: group({ possible: 0 }) }])).toBe('No phase has sessions yet');
  });

  it('never names a year group whose count is hidden', () => {
    expect(yearGroupFinding([{ ncYear: '7', figures: group({}) }, { ncYear: 'R', figures: group({ persistent: null, enrolments: 5 }) }])).toBe('Year 7 has most persistent absence, 20.0%');
    expect(yearGroupFinding([{ ncYear: 'R', figures: group({ persistent: null }) }])).toBe('Year groups have no sessions yet');
    expect(yearGroupFinding([{ ncYear: 'R', figures: group({ persistent: 0 }) }])).toBe('Nobody is persistently absent in any year group');
  });

  it('names the school at the top of a sorted table on its first page alone', () => {
    const shown = [{ name: 'Hollinbank School', figures: group({}) }];
    expect(schoolsFinding(shown, 25, { sort: 'PERSISTENT', direction: 'DESC', page: 1 })).toBe('Hollinbank School has the highest persistent absence, 20.0%');
    expect(schoolsFinding(shown, 25, { sort: 'ATTENDANCE', direction: 'ASC', page: 1 })).toBe('Hollinbank School has the lowest attendance, 90.0%');
    expect(schoolsFinding(shown, 25, { sort: 'PERSISTENT', direction: 'DESC', page: 2 })).toBe('25 schools');
    expect(schoolsFinding([{ name: 'A', figures: group({ persistent: null }) }], 25, { sort: 'PERSISTENT', direction: 'DESC', page: 1 })).toBe('25 schools');
    expect(schoolsFinding([], 0, { sort: 'NAME', direction: 'ASC', page: 1 })).toBe('No school matches these filters');
    expect(sortedBy('NAME', false)).toBe('by name');
    expect(sortedBy('PERSISTENT', true)).toBe('by persistent absence, highest first');
  });
});

describe('pupils', () => {
  it.each([
    [100, 41, 11, 'Missed 52 of 100 sessions, 41 authorised'], [100, 52, 0, 'Missed 52 of 100 sessions, all of them authorised'], [100, 0, 3, 'Missed 3 of 100 sessions, none authorised'],
    [107, 54, 53, 'Missed all 107 sessions, 54 authorised'], [100, 0, 0, 'Missed none of 100 sessions'], [0, 0, 0, 'No possible session yet'],
  ])('of %i: %i authorised, %i unauthorised', (possible, authorised, unauthorised, words) => expect(missedSentence({ possible, authorised, unauthorised })).toBe(words));
});
