import { COHORT_AXES, cohortLabel, WORK_LIST_TITLES } from '../attendance/index.ts';
import { dayOfIso, partsOfDay } from '../kernel/index.ts';
import type { PackGroup, PackLimits, PackList, RiskFlag } from './pack.ts';
import type { PackChange, PackSince } from './what-changed.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** "12 November 2026". */
export function packDay(iso: string): string {
  const { year, month, dayOfMonth } = partsOfDay(dayOfIso(iso));
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** "1 pupil", "1,243 pupils". */
export const packCount = (count: number, one: string, many = `${one}s`): string => `${packNumber(count)} ${count === 1 ? one : many}`;
/** "1,243". Written out here, so that server and browser write it alike. */
export const packNumber = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
/** "Two pupils" at the start of a sentence; figures from ten on. */
export const packStart = (count: number, one: string, many = `${one}s`): string => `${NUMBERS[count] ?? packNumber(count)} ${count === 1 ? one : many}`;
/** "90.0%"; nothing without anything to divide by. */
export const packPercent = (percent: number | null, none = 'No sessions'): string => (percent === null ? none : `${percent.toFixed(1)}%`);

/** What is said of a pupil on the lists of coming and going, and of suspensions. Counts are of sessions. */
export const rollSentences = {
  joined: (startsOn: string, absent: number, possible: number): string => `Joined on ${packDay(startsOn)}; missed ${packNumber(absent)} of ${packCount(possible, 'session')} since`,
  left: (endsOn: string, absent: number, possible: number): string => `Left on ${packDay(endsOn)}; had missed ${packNumber(absent)} of ${packCount(possible, 'session')}`,
  suspended: (sessions: number, lastWeek: string): string => `Suspended or excluded for ${packCount(sessions, 'session')} this year, last in the week of ${packDay(lastWeek)}`,
} as const;

/** "Year group: Year 9". */
export const packGroupLabel = ({ axis, value }: Pick<PackGroup, 'axis' | 'value'>): string => `${COHORT_AXES[axis].label}: ${cohortLabel(axis, value)}`;

export const PACK_LIST_TITLES: Readonly<Record<PackList, string>> = {
  SEVERE: 'Severely absent', PERSISTENT: 'Persistently absent', NEWLY_PERSISTENT: 'Newly persistently absent', FALLING: 'Falling', AT_RISK: 'At risk', RECOVERED: 'Recovered',
  PART_TIME: 'Part-time timetables', TEN_DAY: WORK_LIST_TITLES.TEN_DAY, FIFTEEN_DAY: WORK_LIST_TITLES.FIFTEEN_DAY, SUSPENDED: 'Suspended or excluded', JOINED: 'Joined since the year began', LEFT: 'Left lately', YEAR_7: 'Fell after Year 6',
};

/** The rule of a list in one line. */
export function packListRule(list: PackList, { severePercent, persistentPercent, listPercent, atRiskPercent, fallPoints, flags, leaverDays }: PackLimits, since: PackSince): string {
  const rules: Readonly<Record<PackList, string>> = {
    SEVERE: `Missed ${severePercent}% or more of their sessions this year.`,
    PERSISTENT: `Missed ${listPercent}% or more, below ${severePercent}%. Pupils who missed ${persistentPercent}% to ${listPercent}% are counted above and not listed, unless they stand on another list.`,
    NEWLY_PERSISTENT: `Missed ${persistentPercent}% or more now, and did not ${sinceWords(since)}.`,
    FALLING: `Attendance of the last four school weeks is more than ${fallPoints} percentage points below the weeks before.`,
    AT_RISK: `Missed ${atRiskPercent}% to under ${persistentPercent}%, with ${flags} or more signs of risk: ${Object.values(RISK_FLAG_WORDS).join(', ')}.`,
    RECOVERED: `Had missed ${persistentPercent}% or more ${sinceWords(since)}, and is below it now.`,
    PART_TIME: 'Leave for a part-time timetable in the last four school weeks, by the marks. Which timetable it is, until when, and its review are not in the portal yet.',
    TEN_DAY: 'Without leave for so many school days in a row that the duty to tell the council is near or has come.',
    FIFTEEN_DAY: 'Ill for so many school days this year that the duty to tell the council is near or has come.',
    SUSPENDED: 'Code E (suspended or excluded, no provision made) for a session or more this year.',
    JOINED: 'On roll from a day after the first week of the year. Who has no mark here yet is counted below and not listed.',
    LEFT: `Left in the last ${leaverDays} days, while the school may still read their record; whoever left before is counted below. Where a leaver has gone is not in the portal yet.`,
    YEAR_7: 'In Year 7 now, with attendance well below their Year 6.',
  };
  return rules[list];
}

export const RISK_FLAG_WORDS: Readonly<Record<RiskFlag, string>> = {
  NOT_SEEN: 'not seen for days', PENALTY_WATCH: 'unauthorised sessions near the penalty threshold', TEN_DAY: 'a run without leave', FIFTEEN_DAY: 'many days ill', LATENESS: 'often late', WEEKDAY: 'one weekday stands out',
  HOLIDAY_EDGE: 'holiday beside a school holiday', NEARLY_PERSISTENT: 'nearly persistently absent', FALLING: 'falling', LAST_YEAR: 'persistently absent last year', PART_TIME: 'part-time timetable',
};

export const PACK_CHANGE_WORDS: Readonly<Record<PackChange, string>> = {
  NEWLY_SEVERE: 'Newly severely absent', NEWLY_PERSISTENT: 'Newly persistently absent', NEWLY_DECLINING: 'Newly falling', RECOVERED: 'Recovered', RETURNED: 'Back in school',
};

/** "at the meeting of 8 October 2026": what a pack is compared with, inside a sentence. */
export function sinceWords({ kind, on }: PackSince): string {
  if (kind === 'MEETING') return `at the meeting of ${on === null ? 'an earlier day' : packDay(on)}`;
  return kind === 'TERM' && on !== null ? `at the start of term, ${packDay(on)}` : 'last year';
}

/** Where there was no meeting to compare with, so much is said. */
export function sinceNote({ kind, on }: PackSince): string {
  if (kind === 'MEETING') return `Compared with the pack of the last meeting that was held${on === null ? '' : `, ${packDay(on)}`}.`;
  return kind === 'TERM' && on !== null ? `No earlier meeting of this school has a pack. Compared with the start of term, ${packDay(on)}.`
    : 'No earlier meeting of this school has a pack, and the year began with this term. Compared with the whole of last year; who was not on a register here then counts as new.';
}
