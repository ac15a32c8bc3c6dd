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
const FIGURE_RULES = {
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
  'came-back.persistent-after-school-days': [{ from: ALWAYS, value: 3, source: SERVICE }],
  'came-back.within-school-days': [{ from: ALWAYS, value: 5, source: SERVICE }],
  'continuous-absence.watch-school-days': [{ from: ALWAYS, value: 7, source: SERVICE }],
  'sickness-return.watch-school-days': [{ from: ALWAYS, value: 12, source: SERVICE }],
  'weekday.sessions': [{ from: ALWAYS, value: 6, source: SERVICE }],
  'weekday.percent-of-absence': [{ from: ALWAYS, value: 50, source: SERVICE }],
  'holiday-edge.gap-days': [{ from: ALWAYS, value: 7, source: SERVICE }],
  'holiday-edge.sessions': [{ from: ALWAYS, value: 2, source: SERVICE }],
  'half-term.longest-gap-days': [{ from: ALWAYS, value: 14, source: SERVICE }],
  'half-term-edge.sessions': [{ from: ALWAYS, value: 2, source: SERVICE }],
  'code-outlier.sessions': [{ from: ALWAYS, value: 20, source: SERVICE }],
  'code-outlier.percent-of-phase': [{ from: ALWAYS, value: 200, source: SERVICE }],
  'code-outlier.no-lateness-pupils': [{ from: ALWAYS, value: 200, source: SERVICE }],
  'plan.in-date.school-weeks': [{ from: ALWAYS, value: 13, source: SERVICE }],
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
  'band-moves.five-bands-from': [{ from: ALWAYS, value: 200, source: SERVICE }],
  'band-moves.seven-bands-from': [{ from: ALWAYS, value: 1000, source: SERVICE }],
  'leaver.reach-days': [{ from: ALWAYS, value: 30, source: SERVICE }],
  'import.max-bad-row-percent': [{ from: ALWAYS, value: 20, source: SERVICE }],
  'import.missing-mark-warning-percent': [{ from: ALWAYS, value: 2, source: SERVICE }],
  'retention.register-years': [
    { from: ALWAYS, value: 3, source: 'Education (Pupil Registration) (England) Regulations 2006' },
    { from: CODES_2024, value: 6, source: `${REGISTRATION}, reg 7` },
  ],
} as const satisfies Record<string, readonly DatedValue[]>;


const every = (value: number): readonly DatedValue[] => [{ from: ALWAYS, value, source: SERVICE }];

/** The same for targeting support meetings. Guidance asks for regular meetings by need, and leaves every number to the authority. */
export const MEETING_RULES = {
  'meeting.agree-date.school-days': every(20),
  'meeting.prepare.school-days': every(10),
  'meeting.prepare-reminder.school-days': every(5),
  'meeting.pack-frozen.school-days': every(5),
  'meeting.partner-lines.school-days': every(5),
  'meeting.record-due.school-days': every(5),
  'meeting.comment.school-days': every(10),
  'meeting.early-actions.school-days': every(15),
  'meeting.comments-reminder.school-days': every(2),
  'meeting.reminder-late.school-days': every(3),
  'draft-text.kept.days': every(60),
  'coverage.overdue-after-week': every(10),
  'coverage.declined.offers': every(2),
  'tier.attendance.hundredths': every(100),
  'tier.persistent.hundredths': every(500),
  'tier.severe.hundredths': every(100),
  'tier.fall-some.hundredths': every(20),
  'tier.fall-much.hundredths': every(100),
  'tier.overdue-many.count': every(3),
  'tier.attendance.weight': every(1),
  'tier.persistent.weight': every(1),
  'tier.severe.weight': every(1),
  'tier.change.weight': every(1),
  'tier.practice.weight': every(1),
  'tier.targeted-from.score': every(3),
  'tier.intensive-from.score': every(6),
  'tier.no-data.school-days': every(10),
  'small-group.roll-below.pupils': every(100),
  'small-group.persistent-below.pupils': every(5),
  'slots.ahead.weeks': every(4),
  'slots.most-a-day.meetings': every(3),
  'slots.most-a-week.meetings': every(10),
  'slots.from.hour': every(9),
  'slots.until.hour': every(16),
  'slots.between.minutes': every(30),
  'slots.group-most.schools': every(4),
  'slots.group-more.minutes': every(15),
  'priority.most.pupils': every(15),
  'priority.agencies.count': every(2),
  'priority.fall.points': every(10),
  'priority.cohort.points': every(5),
  'priority.cohort.pupils': every(10),
  'pack.persistent-list.percent': every(20),
  'pack.at-risk.flags': every(2),
  'agenda.opening.minutes': every(2),
  'agenda.previous-actions.minutes': every(8),
  'agenda.school-picture.minutes': every(8),
  'agenda.cohorts.minutes': every(10),
  'agenda.severe-pupils.minutes': every(15),
  'agenda.other-pupils.minutes': every(10),
  'agenda.practice.minutes': every(5),
  'agenda.area-barriers.minutes': every(2),
  'agenda.ratings.minutes': every(3),
  'agenda.next-meeting.minutes': every(2),
  'agenda.intensive.percent': every(100),
  'agenda.targeted.percent': every(70),
  'agenda.universal.percent': every(40),
  'agenda.floor.minutes': every(30),
  'rating.recent.school-days': every(30),
  'rating.school-without.terms': every(2),
  'action-due.at-once.school-days': every(1),
  'action-due.soon.school-days': every(5),
  'action-due.standard.school-days': every(10),
  'action-due.long.school-days': every(30),
  'impact.before.school-days': every(30),
  'impact.first.school-days': every(30),
  'impact.second.school-days': every(60),
  'impact.least.sessions': every(40),
  'impact.change.points': every(5),
  'impact.match.points': every(5),
  'impact.match.year-groups': every(1),
  'impact.match-least.pupils': every(3),
  'impact.match-most.pupils': every(10),
  'impact.match-near.schools': every(4),
  'impact.match-asked.meetings': every(40),
  'impact.interval-from.pupils': every(30),
  'impact.shown-from.pupils': every(10),
  'impact.school-least.sessions': every(1200),
  'impact.school-change.points': every(2),
  'impact.wide-asked.actions': every(40),
  'impact.wide-beside.pupils': every(600),
  'impact.wide-beside.schools': every(12),
} as const satisfies Record<string, readonly DatedValue[]>;

export type MeetingRuleName = keyof typeof MEETING_RULES;
export const MEETING_RULE_NAMES: readonly MeetingRuleName[] = Object.keys(MEETING_RULES) as MeetingRuleName[];

/** How messages are sent and sent again, and how long documents are kept. Years are counted from the day a document was made. */
const KEEPING_RULES = {
  'outbox.most.attempts': every(8),
  'outbox.retry-first.minutes': every(2),
  'outbox.retry-most.minutes': every(240),
  'outbox.check-first.minutes': every(5),
  'outbox.check-most.days': every(6),
  'outbox.follow-first.minutes': every(15),
  'outbox.follow-most.days': every(7),
  'document.most.megabytes': every(20),
  'document.meeting.years': every(6),
  'document.case.years': every(6),
  'document.correspondence.years': every(3),
  'document.working-paper.years': every(1),
} as const satisfies Record<string, readonly DatedValue[]>;

/** Every value the law, guidance or the service sets, by the day it holds from. */
export const RULES = { ...FIGURE_RULES, ...MEETING_RULES, ...KEEPING_RULES } as const;
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
