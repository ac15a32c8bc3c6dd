import fc from 'fast-check';
import {
  coverageBy, coverageRows, coverageShare, coverageTotals, leftOutOf, type CoverageMeeting, type CoverageOffer, type CoverageQuestion, type CoverageSchool, type MeetingStatus, type MeetingType,
} from './index.ts';

const term = { startsOn: '2026-09-03', endsOn: '2026-12-18' };
const school = (schoolId: number, more: Partial<CoverageSchool> = {}): CoverageSchool => ({ schoolId, phase: 'PRIMARY', openedOn: null, closedOn: null, frequency: 'TERMLY', coveredEarlierThisYear: false, ...more });
const meeting = (schools: readonly (readonly [number, boolean])[], more: Partial<CoverageMeeting> = {}): CoverageMeeting => ({
  type: 'SINGLE_SCHOOL', status: 'LOCKED', heldOn: '2026-10-06', schools: schools.map(([schoolId, isSectionComplete]) => ({ schoolId, isSectionComplete })), ...more,
});
const ST_BEDES = 10;
const COLLEGE = 13;
/** Thirteen schools: six met alone, a trust of three of which two sections are complete, St Bede's that refused twice, two nobody has asked, and a sixth-form college. */
const wexmoor = (thirdSection = false, more: readonly CoverageMeeting[] = []): CoverageQuestion => ({
  schools: [...Array.from({ length: 12 }, (_, index) => school(index + 1, index + 1 === ST_BEDES ? { phase: 'INDEPENDENT' } : {})), school(COLLEGE, { phase: 'SIXTEEN_PLUS' })],
  meetings: [...[1, 2, 3, 4, 5, 6].map((id) => meeting([[id, true]])), meeting([[7, true], [8, true], [9, thirdSection]], { type: 'TRUST', status: 'HELD' }), ...more],
  offers: [{ schoolId: ST_BEDES, isRefused: true }, { schoolId: ST_BEDES, isRefused: true }],
  term, overdueFrom: '2026-11-16', today: '2026-11-13',
});
const totals = (question: CoverageQuestion) => coverageTotals(coverageRows(question));

describe('coverage of a term', () => {
  test('8 of 12 covered, 10 offered, 1 declined, 2 outstanding', () => {
    const found = totals(wexmoor());
    expect(found).toEqual({ schools: 12, covered: 8, offered: 10, declined: 1, inHand: 1, outstanding: 2, overdue: 0, lessThanTermly: 0, leftOut: 1 });
    expect([found.covered, found.offered, found.declined].map((part) => coverageShare(part, found.schools))).toEqual(['8 of 12 (66.7%)', '10 of 12 (83.3%)', '1 of 12 (8.3%)']);
  });

  test('a check-in changes nothing', () => {
    const checkIns = [9, 11, 12].map((id) => meeting([[id, true]], { type: 'CHECK_IN' }));
    expect(coverageRows(wexmoor(false, checkIns))).toEqual(coverageRows(wexmoor()));
  });

  test('the third section completed makes it 9 of 12', () => expect(coverageShare(totals(wexmoor(true)).covered, 12)).toBe('9 of 12 (75.0%)'));

  test('when week 10 has passed, who is not covered is overdue', () => expect(totals({ ...wexmoor(), today: '2026-11-16' }).overdue).toBe(4));

  test('a school met once a year is not overdue when it was met earlier in the year', () => {
    const asked = (coveredEarlierThisYear: boolean): CoverageQuestion => ({ ...wexmoor(), schools: [school(11, { frequency: 'ANNUAL', coveredEarlierThisYear })], today: '2026-12-01' });
    expect([totals(asked(true)), totals(asked(false))]).toMatchObject([{ overdue: 0, lessThanTermly: 1 }, { overdue: 1, lessThanTermly: 1 }]);
  });

  test.each<[string, CoverageMeeting, string]>([
    ['held, section complete', meeting([[1, true]]), 'COVERED'], ['held, section not complete', meeting([[1, false]]), 'IN_HAND'], ['of another school', meeting([[2, true]]), 'OUTSTANDING'],
    ['booked', meeting([[1, true]], { status: 'BOOKED', heldOn: null }), 'IN_HAND'], ['required, not offered', meeting([[1, false]], { status: 'REQUIRED', heldOn: null }), 'OUTSTANDING'],
    ['cancelled', meeting([[1, false]], { status: 'CANCELLED', heldOn: null }), 'IN_HAND'], ['nobody came', meeting([[1, true]], { status: 'NO_SHOW', heldOn: null }), 'IN_HAND'],
    ['held before the term', meeting([[1, true]], { heldOn: '2026-07-10' }), 'IN_HAND'], ['held on the last day', meeting([[1, true]], { heldOn: '2026-12-18' }), 'COVERED'],
    ['team around the school', meeting([[1, true]], { type: 'TEAM_AROUND_SCHOOL' }), 'COVERED'], ['check-in', meeting([[1, true]], { type: 'CHECK_IN' }), 'OUTSTANDING'],
  ])('a meeting %s', (_name, held, state) => expect(coverageRows({ ...wexmoor(), schools: [school(1)], meetings: [held], offers: [] })[0]?.state).toBe(state));

  test.each<[string, CoverageOffer[], string]>([['one refusal', [{ schoolId: 1, isRefused: true }], 'IN_HAND'], ['one refused, one open', [{ schoolId: 1, isRefused: true }, { schoolId: 1, isRefused: false }], 'IN_HAND'], ['two refused by another', [{ schoolId: 2, isRefused: true }, { schoolId: 2, isRefused: true }], 'OUTSTANDING']])(
    '%s', (_name, offers, state) => expect(coverageRows({ ...wexmoor(), schools: [school(1)], meetings: [], offers })[0]?.state).toBe(state));

  test('a school that refused twice and was met is covered', () => expect(coverageRows({ ...wexmoor(), meetings: [meeting([[ST_BEDES, true]])] }).find(({ schoolId }) => schoolId === ST_BEDES)?.state).toBe('COVERED'));

  test.each([
    [{}, null], [{ phase: 'NURSERY' }, 'NURSERY_ONLY'], [{ phase: 'SIXTEEN_PLUS' }, 'POST_16_ONLY'], [{ phase: 'INDEPENDENT' }, null], [{ phase: 'ALTERNATIVE' }, null],
    [{ openedOn: '2026-09-03' }, null], [{ openedOn: '2026-09-04' }, 'OPENED_IN_TERM'], [{ openedOn: '2027-01-01' }, 'NOT_OPEN_YET'], [{ closedOn: '2026-08-31' }, 'CLOSED_BEFORE'], [{ closedOn: '2026-12-17' }, 'CLOSED_IN_TERM'], [{ closedOn: '2026-12-18' }, null],
  ] as const)('a school %j is left out for %p', (more, reason) => expect(leftOutOf(school(1, more), term)).toBe(reason));

  test('by phase', () => expect(coverageBy(coverageRows(wexmoor()), (id) => (id === ST_BEDES ? 'INDEPENDENT' : 'OTHER')).map(({ key, totals: { schools, covered } }) => [key, schools, covered])).toEqual([['OTHER', 11, 8], ['INDEPENDENT', 1, 0]]));

  test('of nothing is no percentage', () => expect(coverageShare(0, 0)).toBe('0 of 0'));

  const anyMeeting = fc.record({
    type: fc.constantFrom<MeetingType>('SINGLE_SCHOOL', 'TRUST', 'SMALL_SCHOOLS_GROUP', 'TEAM_AROUND_SCHOOL', 'CHECK_IN'), status: fc.constantFrom<MeetingStatus>('REQUIRED', 'OFFERED', 'BOOKED', 'HELD', 'LOCKED', 'DECLINED'),
    heldOn: fc.constantFrom(null, '2026-07-01', '2026-10-06'), schools: fc.array(fc.record({ schoolId: fc.integer({ min: 1, max: 13 }), isSectionComplete: fc.boolean() }), { maxLength: 4 }),
  });
  const offers = fc.array(fc.record({ schoolId: fc.integer({ min: 1, max: 13 }), isRefused: fc.boolean() }), { maxLength: 20 });
  test('states add up, groups add up, and a check-in never counts', () => fc.assert(fc.property(fc.array(anyMeeting, { maxLength: 12 }), offers, fc.constantFrom('2026-10-01', '2026-12-01'), (meetings, made, today) => {
    const asked = { ...wexmoor(), meetings, offers: made, today };
    const [rows, all] = [coverageRows(asked), totals(asked)];
    expect(all.covered + all.declined + all.inHand + all.outstanding).toBe(all.schools);
    expect(all.offered).toBe(all.schools - all.outstanding);
    expect(all.schools + all.leftOut).toBe(13);
    const groups = coverageBy(rows, (id) => id % 3);
    for (const key of ['schools', 'covered', 'offered', 'declined', 'inHand', 'outstanding', 'overdue', 'leftOut'] as const) expect(groups.reduce((sum, group) => sum + group.totals[key], 0)).toBe(all[key]);
    expect(coverageRows({ ...asked, meetings: meetings.filter(({ type }) => type !== 'CHECK_IN') })).toEqual(rows);
  })));
});
