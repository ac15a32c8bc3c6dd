/** A value that law, guidance or the service may change, and the ISO day it holds from. */
export interface DatedValue {
  readonly from: string;
  readonly value: number;
  readonly source: string;
}

const REGISTRATION = 'School Attendance (Pupil Registration) (England) Regulations 2024';
const GUIDANCE = 'DfE, Working together to improve school attendance';
const STATISTICS = 'DfE, Pupil absence statistics: methodology';
const SERVICE = 'Choice of this service';
const CODES_2024 = '2024-08-19';
// Before any register the portal may hold.
const ALWAYS = '2000-01-01';

/** Every threshold and period that may change, oldest value first. Names end in their unit. */
export const RULES = {
  'persistent-absence.percent': [{ from: '2015-09-01', value: 10, source: STATISTICS }],
  'severe-absence.percent': [{ from: '2015-09-01', value: 50, source: STATISTICS }],
  'at-risk.percent': [{ from: ALWAYS, value: 5, source: SERVICE }],
  'persistent-absence.shown-from-week': [{ from: ALWAYS, value: 3, source: SERVICE }],
  'reason-not-established.school-days': [{ from: CODES_2024, value: 5, source: `${REGISTRATION}, reg 10(7)` }],
  'penalty.sessions': [{ from: CODES_2024, value: 10, source: GUIDANCE }],
  'penalty.school-weeks': [{ from: CODES_2024, value: 10, source: GUIDANCE }],
  'penalty.watch-sessions': [{ from: CODES_2024, value: 8, source: SERVICE }],
  'continuous-absence.return-school-days': [{ from: CODES_2024, value: 10, source: `${REGISTRATION}, reg 13` }],
  'continuous-absence.deletion-school-days': [{ from: CODES_2024, value: 20, source: `${REGISTRATION}, reg 9(1)(i)` }],
  'sickness-return.school-days': [{ from: CODES_2024, value: 15, source: `${REGISTRATION}, reg 13` }],
  'new-pupil-return.days': [{ from: CODES_2024, value: 5, source: `${REGISTRATION}, reg 13(1)` }],
  'school-attendance-order-notice.days': [{ from: ALWAYS, value: 15, source: 'Education Act 1996, s.437' }],
  'lateness.watch-per-half-term': [{ from: ALWAYS, value: 5, source: SERVICE }],
  'lateness.watch-school-weeks': [{ from: ALWAYS, value: 6, source: SERVICE }],
  'standing.recent-school-weeks': [{ from: ALWAYS, value: 4, source: SERVICE }],
  'standing.last-sessions': [{ from: ALWAYS, value: 10, source: SERVICE }],
  'nearly-persistent.sessions': [{ from: ALWAYS, value: 2, source: SERVICE }],
  'sharp-fall.points': [{ from: ALWAYS, value: 20, source: SERVICE }],
  'sharp-fall.sessions': [{ from: ALWAYS, value: 10, source: SERVICE }],
  'not-seen.school-days': [{ from: ALWAYS, value: 10, source: SERVICE }],
  'came-back.after-school-days': [{ from: ALWAYS, value: 5, source: SERVICE }],
  'came-back.within-school-days': [{ from: ALWAYS, value: 5, source: SERVICE }],
  'continuous-absence.watch-school-days': [{ from: ALWAYS, value: 7, source: SERVICE }],
  'sickness-return.watch-school-days': [{ from: ALWAYS, value: 12, source: SERVICE }],
  'weekday.sessions': [{ from: ALWAYS, value: 6, source: SERVICE }],
  'weekday.percent-of-absence': [{ from: ALWAYS, value: 50, source: SERVICE }],
  'holiday-edge.gap-days': [{ from: ALWAYS, value: 7, source: SERVICE }],
  'holiday-edge.sessions': [{ from: ALWAYS, value: 2, source: SERVICE }],
  'code-outlier.sessions': [{ from: ALWAYS, value: 20, source: SERVICE }],
  'code-outlier.percent-of-phase': [{ from: ALWAYS, value: 200, source: SERVICE }],
  'code-outlier.no-lateness-pupils': [{ from: ALWAYS, value: 200, source: SERVICE }],
  'barrier.weeks-before': [{ from: ALWAYS, value: 6, source: SERVICE }],
  'siblings-together.sessions': [{ from: ALWAYS, value: 6, source: SERVICE }],
  'transition.points': [{ from: ALWAYS, value: 5, source: SERVICE }],
  'transition.sessions-before': [{ from: ALWAYS, value: 60, source: SERVICE }],
  'transition.sessions-since': [{ from: ALWAYS, value: 20, source: SERVICE }],
  'transition.ahead-from-month': [{ from: ALWAYS, value: 5, source: SERVICE }],
  'similar-schools.most': [{ from: ALWAYS, value: 8, source: SERVICE }],
  'similar-schools.fewest': [{ from: ALWAYS, value: 4, source: SERVICE }],
  'similar-schools.least-pupils': [{ from: ALWAYS, value: 30, source: SERVICE }],
  'similar-schools.size-weight': [{ from: ALWAYS, value: 1, source: SERVICE }],
  'similar-schools.fsm6-weight': [{ from: ALWAYS, value: 3, source: SERVICE }],
  'similar-schools.sen-weight': [{ from: ALWAYS, value: 2, source: SERVICE }],
  'similar-schools.eal-weight': [{ from: ALWAYS, value: 1, source: SERVICE }],
  'watch.school-fall.points': [{ from: ALWAYS, value: 2, source: SERVICE }],
  'watch.school-silent.school-days': [{ from: ALWAYS, value: 3, source: SERVICE }],
  'watch.most-members': [{ from: ALWAYS, value: 100, source: SERVICE }],
  'suppression.minimum': [{ from: ALWAYS, value: 5, source: SERVICE }],
  'suppression.percent-denominator': [{ from: ALWAYS, value: 10, source: SERVICE }],
  'leaver.reach-days': [{ from: ALWAYS, value: 30, source: SERVICE }],
  'import.max-bad-row-percent': [{ from: ALWAYS, value: 20, source: SERVICE }],
  'import.missing-mark-warning-percent': [{ from: ALWAYS, value: 2, source: SERVICE }],
  'retention.register-years': [
    { from: ALWAYS, value: 3, source: 'Education (Pupil Registration) (England) Regulations 2006' },
    { from: CODES_2024, value: 6, source: `${REGISTRATION}, reg 7` },
  ],
} as const satisfies Record<string, readonly DatedValue[]>;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES: readonly RuleName[] = Object.keys(RULES) as RuleName[];

/** The dated value of a rule that holds on an ISO day. Throws RangeError when the rule did not exist yet. */
export function ruleOn(name: RuleName, onIsoDate: string): DatedValue {
  const values: readonly DatedValue[] = RULES[name];
  for (let index = values.length - 1; index >= 0; index--) {
    const dated = values[index]!;
    if (dated.from <= onIsoDate) return dated;
  }
  throw new RangeError(`The rule ${name} has no value on ${onIsoDate}`);
}

/** The value of a rule on an ISO day, in the unit its name ends with. Throws RangeError when the rule did not exist yet. */
export function ruleValue(name: RuleName, onIsoDate: string): number {
  return ruleOn(name, onIsoDate).value;
}
