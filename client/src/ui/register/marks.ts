import { inSentence } from '@attendance/shared/kernel';
import { BLANK, Category, findCodeOfMark, MISSING_MARK, slotOf, WEEK_LENGTH } from '@attendance/shared/attendance';
import { addDays, formatDay, type IsoDate } from '../../lib/format.ts';

/** How a cell is filled. The letter says the code; the fill says what it does to the figures. */
export type Fill =
  | 'present' | 'late' | 'approved' | 'authorised' | 'unauthorised' | 'no-reason' | 'not-possible' | 'closed' | 'missing' | 'not-yet' | 'unknown';

const FILLS: Record<Category, Fill> = {
  [Category.PRESENT]: 'present',
  [Category.APPROVED_EDUCATION]: 'approved',
  [Category.AUTHORISED]: 'authorised',
  [Category.UNAUTHORISED]: 'unauthorised',
  [Category.NOT_POSSIBLE]: 'not-possible',
  [Category.ADMIN]: 'closed',
  [Category.MISSING]: 'missing',
};

/** The fill of a mark, without asking what day it is. */
export function fillOf(mark: string): Fill {
  const code = findCodeOfMark(mark);
  if (!code) return 'unknown';
  if (code.isTemporary) return 'no-reason';
  if (code.isLate && code.category === Category.PRESENT) return 'late';
  return FILLS[code.category];
}

/** The letter of a mark and, of a two-letter code, its figure: `C` and `2`. A closed day has neither. */
export function lettersOf(mark: string): { letter: string; figure: string } {
  const code = findCodeOfMark(mark);
  if (!code || code.category === Category.ADMIN) return { letter: '', figure: '' };
  return { letter: code.code.slice(0, 1), figure: code.code.slice(1) };
}

/** "O, absent for other or unknown reasons"; a blank has its own words. */
export function wordsOf(mark: string): string {
  const code = findCodeOfMark(mark);
  if (!code) return 'nothing known';
  // "/" and "-" are said badly or not at all, and their words are enough.
  const label = inSentence(code.label);
  return /^[A-Z]/.test(code.code) ? `${code.code}, ${label}` : label;
}

export type RegisterWeek = {
  weekStart: IsoDate;
  /** 14 characters, Monday morning to Sunday afternoon. */
  marks: string;
  /** The days the school is open: bit 0 Monday to bit 6 Sunday. */
  open: number;
  /** The sessions whose mark changed after it was first seen: bit 0 Monday morning. */
  changed?: number;
};

export type Cell = { slot: number; mark: string; fill: Fill; isChanged: boolean; isFuture: boolean; words: string; label: string };

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export function dayName(day: number): string {
  return DAY_NAMES[day] ?? '';
}

/** `Mon 16 Nov, afternoon` */
export function sessionName(weekStart: IsoDate, slot: number): string {
  return `${formatDay(addDays(weekStart, Math.floor(slot / 2)))}, ${slot % 2 === 0 ? 'morning' : 'afternoon'}`;
}

function stateOf(mark: string, date: IsoDate, isOpen: boolean, today: IsoDate): { fill: Fill; words: string } {
  if (mark !== BLANK) return { fill: fillOf(mark), words: wordsOf(mark) };
  if (!isOpen) return { fill: 'closed', words: 'school closed' };
  if (date > today) return { fill: 'not-yet', words: 'not yet' };
  return { fill: 'unknown', words: date === today ? 'not in yet' : 'nothing known' };
}

/** What the words of two marks say of the half day; a label says it already. */
const HALF_OF_DAY = / in the (?:morning|afternoon)$/;

/** The cells of a week, for its first `days` days. */
export function cellsOf(week: RegisterWeek, days: number, today: IsoDate): Cell[] {
  const cells: Cell[] = [];
  for (let slot = 0; slot < days * 2; slot++) {
    const day = Math.floor(slot / 2);
    const date = addDays(week.weekStart, day);
    const mark = week.marks.charAt(slot) || BLANK;
    const { fill, words } = stateOf(mark, date, (week.open & (1 << day)) !== 0, today);
    const isChanged = ((week.changed ?? 0) & (1 << slot)) !== 0;
    cells.push({
      slot, mark, fill, isChanged, words, isFuture: date > today,
      label: `${formatDay(date)} ${slot % 2 === 0 ? 'AM' : 'PM'}: ${words.replace(HALF_OF_DAY, '')}${isChanged ? ', changed later' : ''}`,
    });
  }
  return cells;
}

/** Weekends are drawn only when a mark stands there. */
export function daysShown(weeks: readonly RegisterWeek[]): 5 | 7 {
  const saturday = slotOf(5, false);
  return weeks.some((week) => week.marks.slice(saturday, WEEK_LENGTH).trim() !== '') ? 7 : 5;
}

export type Absence = { weekStart: IsoDate; slot: number; mark: string; isChanged: boolean };

const LISTED: ReadonlySet<Fill> = new Set<Fill>(['authorised', 'unauthorised', 'no-reason', 'late', 'missing']);

/** Every absence, lateness and missing mark, latest first; every mark where all are asked for. */
export function absencesOf(weeks: readonly RegisterWeek[], every = false): Absence[] {
  return [...weeks]
    .sort((a, b) => b.weekStart.localeCompare(a.weekStart))
    .flatMap((week) =>
      Array.from(week.marks, (mark, slot) => ({ weekStart: week.weekStart, slot, mark, isChanged: ((week.changed ?? 0) & (1 << slot)) !== 0 }))
        .filter(({ mark }) => mark !== BLANK && (every || mark === MISSING_MARK || LISTED.has(fillOf(mark))))
        .reverse());
}

/** The weeks of a school year, with gaps filled: from the Monday on or before 1 September to the week of 20 July. */
export function fillYear(academicYear: number, weeks: readonly RegisterWeek[], isPast: boolean): RegisterWeek[] {
  const known = new Map(weeks.map((week) => [week.weekStart, week]));
  const all = new Set([...known.keys(), ...mondays(`${academicYear}-09-01`, `${academicYear + 1}-07-20`)]);
  // A week still to come may well be open; a past week that nobody sent has no school in it as far as we know.
  const lastKnown = weeks.reduce((last, week) => (week.weekStart > last ? week.weekStart : last), '');
  return [...all].sort().map((weekStart) =>
    known.get(weekStart) ?? { weekStart, marks: BLANK.repeat(WEEK_LENGTH), open: isPast || weekStart < lastKnown ? 0 : 0b0011111 });
}

function mondays(from: IsoDate, to: IsoDate): IsoDate[] {
  const weekday = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  const found: IsoDate[] = [];
  for (let monday = addDays(from, -weekday); monday <= to; monday = addDays(monday, 7)) found.push(monday);
  return found;
}
