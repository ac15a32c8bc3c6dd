import { RULE_NAMES, RULES, type DatedValue, type RuleName } from '@attendance/shared/kernel';
import { MEETING_RULE_WORDS } from '@attendance/shared/meetings';
import { formatDate } from '../../lib/format.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

type RuleWords = { readonly what: string; readonly say: (value: number) => string };

const percent = (what: string): RuleWords => ({ what, say: (value) => `${value}%` });
const counted = (what: string, unit: string): RuleWords => ({ what, say: (value) => `${value} ${unit}` });
const times = (value: number): string => (value === 1 ? 'once' : `${value} times`);

const OF_MEETINGS = Object.fromEntries(Object.entries(MEETING_RULE_WORDS).map(([name, { what, unit }]) => [name, counted(what, unit)])) as Readonly<Record<keyof typeof MEETING_RULE_WORDS, RuleWords>>;

/** What each value of the rule pack means; the compiler asks for words when a rule is added. */
const WORDS: Readonly<Record<RuleName, RuleWords>> = {
  ...OF_MEETINGS,
  'persistent-absence.percent': percent('Persistently absent: share of their own possible sessions a pupil missed, at least'),
  'severe-absence.percent': percent('Severely absent: share of their own possible sessions a pupil missed, at least'),
  'at-risk.percent': percent('At risk: share missed, at least'),
  'persistent-absence.shown-from-week': { what: 'Persistent and severe absence are shown once this many full weeks of the school year have passed', say: (value) => `${value} weeks` },
  'reason-not-established.school-days': counted('A reason not yet established (N) must be replaced within', 'school days'),
  'penalty.sessions': counted('A penalty notice must be considered at', 'unauthorised sessions'),
  'penalty.school-weeks': counted('…counted over any', 'school weeks together'),
  'penalty.watch-sessions': counted('Pupils are shown as close to it from', 'unauthorised sessions'),
  'continuous-absence.return-school-days': counted('Schools report a pupil missing without leave or unexplained for', 'school days together'),
  'continuous-absence.deletion-school-days': counted('A pupil may come off the roll after enquiries and', 'school days together'),
  'sickness-return.school-days': counted('Schools report a pupil ill, or likely to be, for', 'school days in a year'),
  'new-pupil-return.days': counted('Schools report a new pupil within', 'days'),
  'school-attendance-order-notice.days': counted('A parent has to satisfy the council before a school attendance order', 'days'),
  'lateness.watch-per-half-term': counted('Lateness is pointed out from', 'times in a half term'),
  'lateness.watch-school-weeks': counted('…or in the last', 'school weeks together'),
  'standing.recent-school-weeks': counted('On the lists of work, “lately” is the last', 'school weeks'),
  'standing.last-sessions': counted('…and “the last sessions” are the last', 'possible sessions'),
  'nearly-persistent.sessions': { what: 'Nearly persistently absent: it would be persistent with', say: (value) => `${value} more ${value === 1 ? 'session' : 'sessions'} missed` },
  'sharp-fall.points': counted('Sharp fall: attendance lately below the weeks before by at least', 'percentage points'),
  'sharp-fall.sessions': counted('…where both spans hold at least', 'possible sessions'),
  'not-seen.school-days': counted('Not seen: absent, up to the last marks, for at least', 'school days together'),
  'came-back.after-school-days': counted('Came back: in school again after at least', 'school days missed together'),
  'came-back.persistent-after-school-days': counted('…or, persistently absent this year, after at least', 'school days missed together'),
  'came-back.within-school-days': counted('…and for at most', 'school days'),
  'continuous-absence.watch-school-days': counted('Absence without leave is pointed out from', 'school days together'),
  'sickness-return.watch-school-days': counted('Illness is pointed out from', 'school days in a year'),
  'weekday.sessions': counted('A weekday stands out from', 'sessions missed on it'),
  'weekday.percent-of-absence': percent('…and a share of all sessions missed of at least'),
  'holiday-edge.gap-days': counted('A school holiday is a break between two school days of at least', 'days'),
  'holiday-edge.sessions': counted('Holiday without leave beside a school holiday is pointed out from', 'sessions'),
  'half-term.longest-gap-days': counted('…a half-term holiday is one of at most', 'days; a longer one is between terms'),
  'half-term-edge.sessions': counted('Absence for any reason beside a half-term holiday is listed from', 'sessions'),
  'code-outlier.sessions': counted('A code stands out at a school where it was given for at least', 'sessions'),
  'code-outlier.percent-of-phase': percent('…and its share, measured by that of all schools of the phase, is at least'),
  'code-outlier.no-lateness-pupils': counted('A school without any lateness (L or U) stands out from', 'pupils'),
  'plan.in-date.school-weeks': counted('What a meeting said of a pupil’s plan is out of date after', 'school weeks'),
  'barrier.weeks-before': counted('An area barrier is judged by attendance since it began, beside that of the', 'school weeks before'),
  'siblings-together.sessions': counted('Brothers and sisters absent together: pointed out from', 'of the same sessions missed lately'),
  'transition.points': counted('Fall after Year 6: attendance in Year 7 below that in Year 6 by at least', 'percentage points'),
  'transition.sessions-before': counted('…where Year 6 holds at least', 'possible sessions'),
  'transition.sessions-since': counted('…and Year 7 at least', 'possible sessions'),
  'transition.ahead-from-month': { what: 'Year 6 pupils who are persistently absent are pointed out before they move on, from the start of', say: (value) => MONTHS[value - 1] ?? '' },
  'similar-schools.most': counted('A school is set beside the nearest to it, at most', 'schools'),
  'similar-schools.fewest': counted('…and beside none where fewer are alike than', 'schools'),
  'similar-schools.least-pupils': counted('…of those with at least', 'pupils'),
  'similar-schools.size-weight': { what: 'How near schools are: percent by which the smaller is smaller, counted', say: times },
  'similar-schools.fsm6-weight': { what: '…percentage points between shares of free school meals in the last six years, counted', say: times },
  'similar-schools.sen-weight': { what: '…between shares of SEN support and plans, counted', say: times },
  'similar-schools.eal-weight': { what: '…between shares of a first language other than English, counted', say: times },
  'watch.school-fall.points': counted('A watched school is pointed out, unless its list says otherwise, when attendance falls by', 'percentage points'),
  'watch.school-silent.school-days': counted('…and when it has sent no marks for', 'school days'),
  'watch.most-members': counted('A watch list holds at most', 'children or schools'),
  'suppression.minimum': counted('In figures without names, counts are hidden below', 'pupils'),
  'suppression.percent-denominator': counted('…and percentages of groups below', 'pupils'),
  'band-moves.five-bands-from': counted('…and movement between bands of absence is told in five bands, not three, from', 'pupils'),
  'band-moves.seven-bands-from': counted('…in seven bands from', 'pupils'),
  'leaver.reach-days': counted('A school still sees a pupil who left, for', 'days'),
  'import.max-bad-row-percent': percent('A register file is refused whole when more of its rows are faulty than'),
  'import.missing-mark-warning-percent': percent('Missing marks are pointed out from a share of'),
  'outbox.most.attempts': counted('An email or letter that cannot be handed over is held for somebody to decide after', 'attempts'),
  'outbox.retry-first.minutes': counted('…the first of them again after', 'minutes, then after twice as long each time'),
  'outbox.retry-most.minutes': counted('…but at least every', 'minutes'),
  'outbox.check-first.minutes': counted('A message whose answer never came is looked up by its reference after', 'minutes'),
  'outbox.check-most.days': counted('…and sent again, where the gateway does not know it, only within', 'days'),
  'outbox.follow-first.minutes': counted('Whether a sent message arrived is first asked after', 'minutes'),
  'outbox.follow-most.days': counted('…and no longer than', 'days'),
  'document.most.megabytes': counted('A document may have at most', 'megabytes'),
  'document.meeting.years': counted('Documents are kept: of meetings', 'years'),
  'document.case.years': counted('…of cases', 'years'),
  'document.correspondence.years': counted('…letters and emails', 'years'),
  'document.working-paper.years': counted('…working papers', 'year'),
  'retention.register-years': counted('Registers are kept for', 'years'),
};

export type RuleRow = { readonly name: RuleName; readonly what: string; readonly values: readonly { readonly value: string; readonly since: string; readonly source: string }[] };

// A rule dated so has held for as long as any register here.
const ALWAYS = '2000-01-01';
const sinceWords = ({ from }: DatedValue): string => (from === ALWAYS ? 'All years held here' : `Since ${formatDate(from)}`);

/** Every value that law, guidance or the service may change, newest first, with its date and source. */
export function ruleRows(): RuleRow[] {
  return RULE_NAMES.map((name) => {
    const values: readonly DatedValue[] = RULES[name];
    return { name, what: WORDS[name].what, values: [...values].reverse().map((dated) => ({ value: WORDS[name].say(dated.value), since: sinceWords(dated), source: dated.source })) };
  });
}
