import { countsEnrolment, countsSession, definedCounts, Definition, leftOutBy, secondHalfOfSummerFrom } from './definitions.ts';

const { LOCAL, DFE_DAILY, DFE_CENSUS } = Definition;
const YEAR = 2025;
/** Ages at 31 August 2025. */
const AGED = { four: '2020-09-01', five: '2020-08-31', fourteen: '2010-09-01', fifteen: '2010-08-31', oldFifteen: '2009-09-01', sixteen: '2009-08-31' } as const;
type Aged = keyof typeof AGED;
const aged = (age: Aged, startsOn = '2025-09-03') => ({ bornOn: AGED[age], startsOn, status: 'C', phase: 'SECONDARY' });

it('begins the second half of summer with the spring bank holiday', () => expect([2024, 2025, 2026, 2027].map(secondHalfOfSummerFrom)).toEqual(['2025-05-26', '2026-05-25', '2027-05-31', '2028-05-29']));

describe('a session', () => {
  it.each<[Aged, string, boolean, boolean]>([
    // age at 31 August, day, daily, census
    ['four', '2025-11-03', false, false],
    ['five', '2025-11-03', true, true],
    ['five', '2026-06-15', true, true],
    ['fourteen', '2026-06-15', true, true],
    ['fifteen', '2025-11-03', true, true],
    ['fifteen', '2026-05-22', true, true],
    ['fifteen', '2026-05-25', true, false],
    ['oldFifteen', '2026-06-15', true, false],
    ['sixteen', '2025-11-03', false, false],
  ])('of a pupil of %s on %s: daily %s, census %s', (age, on, daily, census) => {
    expect([DFE_DAILY, DFE_CENSUS].map((definition) => countsSession(definition, aged(age), on, YEAR))).toEqual([daily, census]);
    expect(countsSession(LOCAL, aged(age), on, YEAR)).toBe(true);
  });
});

describe('an enrolment', () => {
  it.each<[string, Aged, string, number, boolean, boolean, boolean]>([
    // what, age, first day, possible sessions; local, daily, census
    ['of a Reception pupil', 'four', '2025-09-03', 380, true, false, false],
    ['of a Year 1 pupil', 'five', '2025-09-03', 380, true, true, true],
    ['with two sessions', 'five', '2025-09-03', 2, true, true, true],
    ['without a session', 'five', '2025-09-03', 0, false, false, false],
    ['that began last year', 'fourteen', '2022-09-05', 380, true, true, true],
    ['that began before half term', 'fourteen', '2026-05-22', 60, true, true, true],
    ['that began in the second half of summer', 'fourteen', '2026-06-01', 60, true, true, false],
    ['of Year 11, whose later sessions are out', 'fifteen', '2025-09-03', 320, true, true, true],
    ['of Year 11 with later sessions only', 'fifteen', '2026-05-11', 0, false, false, false],
    ['of a sixth-former', 'sixteen', '2025-09-03', 380, true, false, false],
  ])('%s', (_what, age, startsOn, possible, local, daily, census) => {
    expect([LOCAL, DFE_DAILY, DFE_CENSUS].map((definition) => countsEnrolment(definition, aged(age, startsOn), possible, YEAR))).toEqual([local, daily, census]);
  });
});

describe('what is left out', () => {
  it.each<[string, Partial<ReturnType<typeof aged>>, string | null, string | null]>([
    // what, how it differs from a Year 1 pupil on roll since September; daily, census
    ['a Year 1 pupil', {}, null, null],
    ['a Reception pupil', { bornOn: AGED.four }, 'TOO_YOUNG', 'TOO_YOUNG'],
    ['a sixth-former', { bornOn: AGED.sixteen }, 'TOO_OLD', 'TOO_OLD'],
    ['a guest', { status: 'G' }, 'GUEST', 'GUEST'],
    ['a guest in Reception is too young first', { bornOn: AGED.four, status: 'G' }, 'TOO_YOUNG', 'TOO_YOUNG'],
    ['one who is dual registered', { status: 'S' }, null, null],
    ['one in alternative provision', { phase: 'ALTERNATIVE' }, 'SCHOOL_KIND', 'SCHOOL_KIND'],
    ['one in a school of all ages', { phase: 'ALL_THROUGH' }, null, null],
    ['one who started on the last Monday in May', { startsOn: '2026-05-25' }, null, 'STARTED_LATE'],
    ['one who started the Sunday before', { startsOn: '2026-05-24' }, null, null],
  ])('%s', (_what, more, daily, census) => {
    expect([LOCAL, DFE_DAILY, DFE_CENSUS].map((definition) => leftOutBy(definition, { ...aged('five'), ...more }, YEAR))).toEqual([null, daily, census]);
  });

  const weeks = [{ weekStart: '2025-11-03', marks: 'II            ' }, { weekStart: '2026-06-01', marks: 'OO/\\          ' }];
  it('takes the second half of summer out of Year 11, missed and possible alike', () => {
    expect(definedCounts(DFE_DAILY, aged('fifteen'), weeks, YEAR).counts).toMatchObject({ possible: 6, authorised: 2, unauthorised: 2 });
    expect(definedCounts(DFE_CENSUS, aged('fifteen'), weeks, YEAR)).toMatchObject({ reason: null, counts: { possible: 2, authorised: 2, unauthorised: 0 } });
    expect(definedCounts(DFE_CENSUS, aged('fourteen'), weeks, YEAR).counts.possible).toBe(6);
  });
  it('leaves out who has no session but those', () => expect(definedCounts(DFE_CENSUS, aged('fifteen'), weeks.slice(1), YEAR)).toMatchObject({ reason: 'NO_SESSIONS_LEFT', counts: { possible: 0 } }));
  it('is nothing of those without any session: they are in no figure', () => expect(definedCounts(DFE_CENSUS, aged('fifteen'), [], YEAR).reason).toBeNull());
});
