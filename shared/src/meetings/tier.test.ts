import fc from 'fast-check';
import { agendaOf, AGENDA_ITEMS, hasCheckIns, MEETING_TIERS, mayJoinGroup, groupLimits, meetingMinutes, schoolTier, tierOverrideGaps, type SchoolFigures, type TierQuestion } from './index.ts';

const TODAY = '2026-11-19';
const AVERAGE = { attendance: 9200, persistent: 2000, severe: 200 };
/** At the average in everything: 92.00%, 20.0% and 2.0% of 1,000 pupils, as last year. */
const FIGURES: SchoolFigures = { possible: 100_000, attended: 92_000, pupils: 1000, persistent: 200, severe: 20, last: { possible: 100_000, attended: 92_000 } };
const SCHOOL: TierQuestion = { hasFeed: true, figures: FIGURES, average: AVERAGE, overdueActions: 0, overdueReturns: 0, severeWithoutPlan: 0, isSecondary: false, daysWithoutData: 0, override: null };
const withFigures = (figures: Partial<SchoolFigures>): TierQuestion => ({ ...SCHOOL, figures: { ...FIGURES, ...figures } });
const pointsOf = (question: TierQuestion) => Object.fromEntries(schoolTier(question, TODAY).measures.map(({ measure, points }) => [measure, points]));

describe('the tier of a school', () => {
  test('Oakmere Academy scores 8 and is intensive', () => {
    const oakmere = schoolTier({ ...SCHOOL, isSecondary: true, overdueActions: 2, figures: { possible: 100_000, attended: 90_500, pupils: 1000, persistent: 261, severe: 33, last: { possible: 100_000, attended: 91_000 } } }, TODAY);
    expect(oakmere).toMatchObject({ tier: 'INTENSIVE', score: 8, data: 'FEED' });
    expect(oakmere.measures.map(({ measure, points, reason }) => [measure, points, reason])).toEqual([
      ['ATTENDANCE', 2, 'Attendance is 90.5%, 1.5 percentage points below the national average of 92% for the phase'],
      ['PERSISTENT', 2, 'Persistent absence is 26.1%, 6.1 percentage points above the national average of 20% for the phase'],
      ['SEVERE', 2, 'Severe absence is 3.3%, 1.3 percentage points above the national average of 2% for the phase'],
      ['CHANGE', 1, 'Attendance is 90.5%; at the same point last year it was 91%'],
      ['PRACTICE', 1, 'Overdue: 2 actions and 0 returns'],
    ]);
    expect(hasCheckIns(oakmere.tier)).toBe(true);
  });

  test('Lark Rise Infant scores nothing, is universal and may join a group', () => {
    expect(schoolTier({ ...SCHOOL, figures: { possible: 5000, attended: 4700, pupils: 42, persistent: 6, severe: 0, last: { possible: 5000, attended: 4700 } } }, TODAY)).toMatchObject({ tier: 'UNIVERSAL', score: 0, floors: [] });
    expect(mayJoinGroup({ roll: 42, severe: 0, persistent: 6 }, groupLimits(TODAY))).toEqual({ may: true, reason: '42 on roll, below 100' });
  });

  test('St Bede’s sends no feed: universal, until its summary of the term is scored', () => {
    const stBedes: TierQuestion = { ...SCHOOL, hasFeed: false, figures: null, severeWithoutPlan: 3, daysWithoutData: 99 };
    expect(schoolTier(stBedes, TODAY)).toEqual({ tier: 'UNIVERSAL', data: 'NO_FEED', score: null, measures: [], floors: [] });
    expect(schoolTier({ ...stBedes, figures: { ...FIGURES, attended: 90_000, persistent: 300 } }, TODAY)).toMatchObject({ data: 'SUMMARY', score: 6, tier: 'INTENSIVE' });
  });

  test('a primary scoring 1 with a severely absent pupil without a plan is targeted, and universal once there is one', () => {
    const primary = { ...withFigures({ attended: 91_500, last: { possible: 100_000, attended: 91_500 } }), severeWithoutPlan: 1 };
    expect(schoolTier(primary, TODAY)).toMatchObject({ score: 1, tier: 'TARGETED', floors: [{ tier: 'TARGETED', reason: '1 severely absent pupil without a plan: at least targeted' }] });
    expect(schoolTier({ ...primary, severeWithoutPlan: 0 }, TODAY)).toMatchObject({ score: 1, tier: 'UNIVERSAL' });
  });

  test('what nothing national is published for is not scored, and says so', () => {
    const asked = { ...withFigures({ attended: 50_000, severe: 90 }), average: { attendance: null, persistent: null, severe: 200, isSevereOfAll: true } };
    expect(schoolTier(asked, TODAY).measures.slice(0, 3).map(({ points, reason }) => [points, reason])).toEqual([
      [0, 'Attendance is 50%; no national average is published for schools like this'], [0, 'Persistent absence is 20%; no national average is published for schools like this'],
      [2, 'Severe absence is 9%, 7 percentage points above the national average of 2% for all schools'],
    ]);
  });

  test.each<[string, Partial<SchoolFigures>, string, number]>([
    ['at the average', { attended: 92_000 }, 'ATTENDANCE', 0], ['one session below', { attended: 91_999 }, 'ATTENDANCE', 1], ['1.0 below', { attended: 91_000 }, 'ATTENDANCE', 1], ['one session more than 1.0 below', { attended: 90_999 }, 'ATTENDANCE', 2],
    ['at the average', { persistent: 200 }, 'PERSISTENT', 0], ['5.0 above', { persistent: 250 }, 'PERSISTENT', 1], ['5.1 above', { persistent: 251 }, 'PERSISTENT', 2],
    ['nobody', { severe: 0 }, 'SEVERE', 0], ['1.0 above', { severe: 30 }, 'SEVERE', 1], ['1.1 above', { severe: 31 }, 'SEVERE', 2],
    ['fall of 0.2', { last: { possible: 100_000, attended: 92_200 } }, 'CHANGE', 0], ['a session more', { last: { possible: 100_000, attended: 92_201 } }, 'CHANGE', 1], ['fall of 1.0', { last: { possible: 100_000, attended: 93_000 } }, 'CHANGE', 1],
    ['a session more', { last: { possible: 100_000, attended: 93_001 } }, 'CHANGE', 2], ['rise', { last: { possible: 100_000, attended: 80_000 } }, 'CHANGE', 0], ['no year before', { last: null }, 'CHANGE', 0],
    ['no session yet', { possible: 0, attended: 0 }, 'ATTENDANCE', 0], ['nobody counted', { pupils: 0, persistent: 0, severe: 0 }, 'PERSISTENT', 0],
  ])('%s %j: %s has %i points', (_name, figures, measure, points) => expect(pointsOf(withFigures(figures))[measure]).toBe(points));

  test.each([[0, 0, 0], [1, 0, 1], [1, 1, 1], [2, 1, 2], [0, 9, 2]])('%i overdue actions and %i overdue returns are %i points', (overdueActions, overdueReturns, points) => expect(pointsOf({ ...SCHOOL, overdueActions, overdueReturns }).PRACTICE).toBe(points));

  test.each<[string, Partial<TierQuestion>, string]>([
    ['secondary', { isSecondary: true }, 'TARGETED'], ['nine days without marks', { daysWithoutData: 9 }, 'UNIVERSAL'], ['ten days without marks', { daysWithoutData: 10 }, 'TARGETED'],
    ['never any marks', { figures: null, daysWithoutData: 40 }, 'TARGETED'],
    ['set by a manager', { override: { tier: 'INTENSIVE', reason: 'New head', until: TODAY } }, 'INTENSIVE'], ['set, and over', { override: { tier: 'INTENSIVE', reason: 'New head', until: '2026-11-18' } }, 'UNIVERSAL'],
    ['set lower than another floor', { isSecondary: true, override: { tier: 'UNIVERSAL', reason: 'Small sixth form', until: '2027-01-01' } }, 'TARGETED'],
  ])('%s: %s', (_name, change, tier) => expect(schoolTier({ ...SCHOOL, ...change }, TODAY).tier).toBe(tier));

  test('an override says why and until when', () => {
    expect(tierOverrideGaps(' ', null, TODAY)).toEqual(['Say why the tier is set by hand', 'Enter the day it ends, after today']);
    expect(tierOverrideGaps('New head', '2027-03-25', TODAY)).toEqual([]);
  });

  const count = fc.nat(2_000_000);
  const question = fc.record({
    hasFeed: fc.boolean(), overdueActions: fc.nat(9), overdueReturns: fc.nat(9), severeWithoutPlan: fc.nat(9), isSecondary: fc.boolean(), daysWithoutData: fc.nat(20), average: fc.record({ attendance: fc.nat(10_000), persistent: fc.nat(10_000), severe: fc.nat(10_000) }),
    override: fc.option(fc.record({ tier: fc.constantFrom(...MEETING_TIERS), reason: fc.constant('Agreed'), until: fc.constantFrom('2026-11-18', '2026-11-19', '2027-01-01') })),
    figures: fc.option(fc.tuple(count, count, fc.nat(3000), fc.nat(100), fc.nat(100), count, count).map(([a, b, pupils, persistent, severe, c, d]): SchoolFigures => ({
      possible: Math.max(a, b), attended: Math.min(a, b), pupils, persistent: Math.min(pupils, persistent + severe), severe: Math.min(pupils, severe), last: { possible: Math.max(c, d), attended: Math.min(c, d) } }))),
  });
  test('floors raise and never lower, and the score is that of its measures', () => fc.assert(fc.property(question, (asked) => {
    const found = schoolTier(asked, TODAY);
    const without = schoolTier({ ...asked, override: null, isSecondary: false, severeWithoutPlan: 0, daysWithoutData: 0 }, TODAY);
    expect(MEETING_TIERS.indexOf(found.tier)).toBeGreaterThanOrEqual(MEETING_TIERS.indexOf(without.tier));
    for (const floor of found.floors) expect(MEETING_TIERS.indexOf(found.tier)).toBeGreaterThanOrEqual(MEETING_TIERS.indexOf(floor.tier));
    if (found.score !== null) expect(found.measures.reduce((sum, { points, weight }) => sum + points * weight, 0)).toBe(found.score);
    expect(found.measures.every(({ reason }) => reason.length > 10)).toBe(true);
  })));
});

describe('a group of small schools', () => {
  test.each([
    [99, 9, 30, true], [100, 0, 4, true], [100, 0, 5, false], [100, 1, 1, false], [400, 0, 0, true],
  ])('%i on roll, %i severely and %i persistently absent: %p', (roll, severe, persistent, may) => expect(mayJoinGroup({ roll, severe, persistent }, groupLimits(TODAY)).may).toBe(may));
});

describe('the agenda', () => {
  test.each([['INTENSIVE', 65], ['TARGETED', 46], ['UNIVERSAL', 30]] as const)('of the %s tier takes %i minutes', (tier, minutes) => {
    const agenda = agendaOf(tier, TODAY);
    expect(meetingMinutes(tier, TODAY)).toBe(minutes);
    expect(agenda.reduce((sum, line) => sum + line.minutes, 0)).toBe(minutes);
    expect(agenda.map(({ item }) => item)).toEqual(AGENDA_ITEMS);
    expect(agenda.every((line) => line.minutes >= 1)).toBe(true);
  });
  test('of a full meeting has the minutes of the guide', () => expect(agendaOf('INTENSIVE', TODAY).map(({ number, minutes }) => [number, minutes])).toEqual([[1, 2], [2, 8], [3, 8], [4, 10], [5, 15], [6, 10], [7, 5], [8, 2], [9, 3], [10, 2]]));
  test.each([['TARGETED', [1, 6, 6, 7, 11, 7, 4, 1, 2, 1]], ['UNIVERSAL', [1, 4, 4, 5, 7, 4, 2, 1, 1, 1]]] as const)('of the %s tier shares its minutes out', (tier, minutes) => expect(agendaOf(tier, TODAY).map((line) => line.minutes)).toEqual(minutes));
  test('gives severely absent pupils the most time', () => {
    for (const tier of MEETING_TIERS) expect(Math.max(...agendaOf(tier, TODAY).map(({ minutes }) => minutes))).toBe(agendaOf(tier, TODAY).find(({ item }) => item === 'SEVERE_PUPILS')?.minutes);
  });
});
