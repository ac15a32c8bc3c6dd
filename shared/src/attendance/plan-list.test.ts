import { ALWAYS_THERE } from './always-there.ts';
import { isOnPlanList, isPlanLive, LIST_KINDS, LIST_TITLES, listRule, PLAN_LIST_KINDS, planSentence, planWeeks, severeSince, WORK_LIST_KINDS, workListLimits, type PlanSaid, type PlanStatus } from './index.ts';

const TODAY = '2026-11-19';
const LIMITS = workListLimits(TODAY);
const WEEKS = planWeeks(TODAY);
const said = (status: PlanStatus, weeksSince = 3): PlanSaid => ({ status, saidOn: '2026-10-12', weeksSince });

test('a school year of 39 weeks is three of these', () => expect(WEEKS).toBe(13));

test.each<[words: string, said: PlanSaid | null, live: boolean, without: boolean, failing: boolean]>([
  ['nobody ever said', null, false, true, false],
  ['there is none', said('NONE'), false, true, false],
  ['it is completed', said('COMPLETED'), false, true, false],
  ['it works', said('IN_PLACE_WORKING'), true, false, false],
  ['it does not work', said('IN_PLACE_NOT_WORKING'), true, false, true],
  ['it works, said one week before it is out of date', said('IN_PLACE_WORKING', 12), true, false, false],
  ['it works, said too long ago', said('IN_PLACE_WORKING', 13), false, true, false],
  ['it does not work, said too long ago', said('IN_PLACE_NOT_WORKING', 13), false, true, false],
])('%s', (_words, last, live, without, failing) => {
  expect([isPlanLive(last, WEEKS), isOnPlanList('SEVERE_NO_PLAN', last, WEEKS), isOnPlanList('SEVERE_PLAN_NOT_WORKING', last, WEEKS)]).toEqual([live, without, failing]);
});

describe('since when absence is severe', () => {
  const weeks = (...absent: readonly number[]) => absent.map((missed, nth) => ({ weekStart: `2026-09-${String(7 + nth * 7).padStart(2, '0')}`, possible: 10, absent: missed }));
  test.each<[words: string, absent: readonly number[], since: string | null]>([
    ['from the first week', [5, 5], '2026-09-07'], ['from the week in which the half was reached', [0, 10], '2026-09-14'], ['not now', [10, 0, 0], null],
    ['again, from the later week', [10, 0, 0, 10], '2026-09-28'], ['no week', [], null],
  ])('%s', (_words, absent, since) => expect(severeSince(weeks(...absent).reverse(), 50)).toBe(since));
  test('weeks without a session say nothing', () => expect(severeSince([{ weekStart: '2026-09-07', possible: 0, absent: 0 }], 50)).toBeNull());
});

test.each<[said: PlanSaid | null, severeFrom: string | null, sentence: string]>([
  [null, '2026-10-05', 'Missed 52 of 100 sessions this year, 50% or more since the week of 5 October; no record of a meeting of this school says anything of a plan'],
  [said('NONE'), null, 'Missed 52 of 100 sessions this year; the last record, of 12 October, says that there is no plan'],
  [said('COMPLETED'), null, 'Missed 52 of 100 sessions this year; the last record, of 12 October, says that the plan is completed'],
  [said('IN_PLACE_WORKING', 14), null, 'Missed 52 of 100 sessions this year; the last record, of 12 October, 14 school weeks ago, says that a plan is in place and working'],
  [said('IN_PLACE_NOT_WORKING'), null, 'Missed 52 of 100 sessions this year; the last record, of 12 October, says that a plan is in place and not working'],
])('%j', (last, severeFrom, sentence) => expect(planSentence({ ...ALWAYS_THERE, absent: 52, severeFrom, said: last }, LIMITS, WEEKS)).toBe(sentence));

test('says of a pupil what every other list says: the last sessions, what it was, the weekday, and the family', () => expect(
  planSentence({ ...ALWAYS_THERE, absent: 52, recentAbsent: 40, lastAbsent: 9, weekday: 0, weekdayAbsent: 30, severeFrom: null, said: null }, LIMITS, WEEKS, 'WEEK'),
).toBe('Missed 52 of 100 sessions this year; no record of a meeting of this school says anything of a plan; missed 9 of the last 10 sessions; was 80% until 19 October; Mondays most; a brother or sister absent the same week, that of 16 November'));

test('every list has a name and a rule in one line, those of plans first', () => {
  expect(LIST_KINDS).toEqual([...PLAN_LIST_KINDS, ...WORK_LIST_KINDS]);
  for (const kind of LIST_KINDS) expect([LIST_TITLES[kind].length > 3, listRule(kind, LIMITS, TODAY)]).toEqual([true, expect.stringMatching(/^[^\n]*\d[^\n]*[.]$/)]);
});
