import { ruleOn, type DatedValue, type RuleName } from '../kernel/index.ts';
import type { RowMeasureName } from './definitions-rows.ts';
import { isOfPersistence } from './work-list.ts';
import { isOfPlans, type ListKind } from './plan-list.ts';

/** A value of the rule pack that a figure hangs on, as it is in force. */
export interface Threshold extends DatedValue { readonly rule: RuleName; readonly words: string }

const days = (what: string) => (value: number): string => `${what}: ${value} school days`;
const sessions = (what: string) => (value: number): string => `${what}: ${value} sessions`;
const weeks = (what: string) => (value: number): string => `${what}: ${value} school weeks`;
const percent = (what: string) => (value: number): string => `${what}: ${value}%`;

/** The values figures and lists hang on, in words. */
const WORDS = {
  'persistent-absence.percent': percent('Persistently absent from'), 'severe-absence.percent': percent('Severely absent from'), 'at-risk.percent': percent('At risk from'),
  'persistent-absence.shown-from-week': weeks('Said after so many full weeks of the year'), 'nearly-persistent.sessions': sessions('Nearly there, if so many more are missed'),
  'plan.in-date.school-weeks': weeks('A record’s word on a plan is in date for'), 'standing.recent-school-weeks': weeks('The last weeks are'),
  'sharp-fall.points': (value: number): string => `A sharp fall from: ${value} percentage points`, 'sharp-fall.sessions': sessions('Each span of a fall holds at least'),
  'not-seen.school-days': days('Not seen from'), 'came-back.after-school-days': days('Back after'), 'came-back.persistent-after-school-days': days('Back after, if persistently absent'), 'came-back.within-school-days': days('Back for at most'),
  'continuous-absence.watch-school-days': days('The list begins at'), 'continuous-absence.return-school-days': days('The school must tell the council at'),
  'sickness-return.watch-school-days': days('The list begins at'), 'sickness-return.school-days': days('The school must tell the council at'),
  'penalty.watch-sessions': sessions('The list begins at'), 'penalty.sessions': sessions('A decision is asked for at'), 'penalty.school-weeks': weeks('Within any'),
  'lateness.watch-per-half-term': sessions('Late at least'), 'lateness.watch-school-weeks': weeks('In the last'),
  'weekday.sessions': sessions('On one weekday at least'), 'weekday.percent-of-absence': percent('Of what was missed at least'), 'holiday-edge.sessions': sessions('Beside a school holiday at least'),
} as const satisfies Partial<Record<RuleName, (value: number) => string>>;
type Worded = keyof typeof WORDS;

const SHOWN: Worded = 'persistent-absence.shown-from-week';
const OF_MEASURE: Readonly<Partial<Record<RowMeasureName, readonly Worded[]>>> = {
  PERSISTENT: ['persistent-absence.percent', SHOWN], BELOW_PERSISTENT: ['persistent-absence.percent', SHOWN], NEARLY_PERSISTENT: ['persistent-absence.percent', SHOWN], AT_RISK: ['at-risk.percent', 'persistent-absence.percent', SHOWN],
  SEVERE: ['severe-absence.percent', SHOWN], BELOW_SEVERE: ['severe-absence.percent', SHOWN],
};
const OF_LIST: Readonly<Record<ListKind, readonly Worded[]>> = {
  SEVERE_NO_PLAN: ['severe-absence.percent', 'plan.in-date.school-weeks'], SEVERE_PLAN_NOT_WORKING: ['severe-absence.percent', 'plan.in-date.school-weeks'], SEVERE: ['severe-absence.percent'],
  NEWLY_PERSISTENT: ['persistent-absence.percent', 'standing.recent-school-weeks'], NEARLY_PERSISTENT: ['persistent-absence.percent', 'nearly-persistent.sessions'], RECOVERING: ['persistent-absence.percent', 'standing.recent-school-weeks'],
  CAME_BACK: ['came-back.after-school-days', 'came-back.persistent-after-school-days', 'came-back.within-school-days'], SHARP_FALL: ['sharp-fall.points', 'sharp-fall.sessions', 'standing.recent-school-weeks'], NOT_SEEN: ['not-seen.school-days'],
  PENALTY_WATCH: ['penalty.watch-sessions', 'penalty.sessions', 'penalty.school-weeks'], TEN_DAY: ['continuous-absence.watch-school-days', 'continuous-absence.return-school-days'], FIFTEEN_DAY: ['sickness-return.watch-school-days', 'sickness-return.school-days'],
  LATENESS: ['lateness.watch-per-half-term', 'lateness.watch-school-weeks'], WEEKDAY: ['weekday.sessions', 'weekday.percent-of-absence'], HOLIDAY_EDGE: ['holiday-edge.sessions'],
};

const inForce = (names: readonly Worded[], on: string): Threshold[] => names.map((rule) => ({ ...ruleOn(rule, on), rule, words: WORDS[rule](ruleOn(rule, on).value) }));

/** The values a figure is tested against, in force on an ISO day. */
export const thresholdsOfMeasure = (measure: RowMeasureName, on: string): Threshold[] => inForce(OF_MEASURE[measure] ?? [], on);

/** The values the rule of a list is made of, in force on an ISO day. */
export const thresholdsOfList = (kind: ListKind, on: string): Threshold[] => inForce([...OF_LIST[kind], ...(isOfPersistence(kind) ? [SHOWN] : [])], on);

/** Other ways to count a list: of pupils and by the national population where it speaks of persistent or severe absence, at the number in law or guidance where the list looks ahead of it. */
const LOOKING_AHEAD: readonly ListKind[] = ['PENALTY_WATCH', 'TEN_DAY', 'FIFTEEN_DAY'];
export type ListDefinition = 'BY_PUPIL' | 'DFE_DAILY' | 'LEGAL';
export function definitionsOfList(kind: ListKind): readonly ListDefinition[] {
  if (isOfPersistence(kind) || isOfPlans(kind)) return ['BY_PUPIL', 'DFE_DAILY'];
  return LOOKING_AHEAD.includes(kind) ? ['BY_PUPIL', 'LEGAL'] : [];
}
