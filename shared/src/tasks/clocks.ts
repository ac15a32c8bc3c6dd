import { countSchoolDays, isWorkingDay } from '../calendar/index.ts';
import { addDays, daysBetween, weekStartOf } from '../kernel/index.ts';

/** In what a deadline is counted: the school's own open days, weekdays without bank holidays, or every day. */
export const ClockUnit = { SCHOOL_DAYS: 'SCHOOL_DAYS', WORKING_DAYS: 'WORKING_DAYS', DAYS: 'DAYS' } as const;
export type ClockUnit = (typeof ClockUnit)[keyof typeof ClockUnit];
export const CLOCK_UNIT_WORDS: Readonly<Record<ClockUnit, readonly [one: string, many: string]>> = {
  SCHOOL_DAYS: ['school day', 'school days'], WORKING_DAYS: ['working day', 'working days'], DAYS: ['day', 'days'],
};

/** How a deadline stands: its day is past and nothing met it, it runs, or it was met. */
export const ClockState = { BROKEN: 'BROKEN', RUNNING: 'RUNNING', MET: 'MET' } as const;
export type ClockState = (typeof ClockState)[keyof typeof ClockState];
export const CLOCK_STATE_WORDS: Readonly<Record<ClockState, string>> = { BROKEN: 'Broken', RUNNING: 'Running', MET: 'Met' };

export function clockState({ dueOn, metOn }: { readonly dueOn: string; readonly metOn: string | null }, today: string): ClockState {
  if (metOn !== null) return ClockState.MET;
  return today > dueOn ? ClockState.BROKEN : ClockState.RUNNING;
}

/** Days of a unit after one ISO day, up to and including another. Open days in order. Throws RangeError beyond the bank holidays that are known. */
function daysOf(unit: ClockUnit, after: string, upTo: string, openDays: readonly string[]): number {
  if (unit === ClockUnit.DAYS) return daysBetween(after, upTo);
  if (unit === ClockUnit.SCHOOL_DAYS) return countSchoolDays(openDays, after, upTo);
  let count = 0;
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

/** Days left to a deadline in its own unit: 0 on its day, below 0 after it; null where the school's calendar ends before its day. */
export function daysLeft(unit: ClockUnit, today: string, dueOn: string, openDays: readonly string[]): number | null {
  if (today > dueOn) return 0 - daysOf(unit, dueOn, today, openDays);
  if (unit === ClockUnit.SCHOOL_DAYS && (openDays.at(-1) ?? '') < dueOn) return null;
  return daysOf(unit, today, dueOn, openDays);
}

/** A deadline that is not met yet, as the wall orders it. */
export interface OpenClock { readonly id: number; readonly dueOn: string; readonly daysLeft: number | null; readonly state: ClockState }

/** Worst first: broken ones by most days over, then those that run by their day. */
export function worstFirst<Clock extends OpenClock>(clocks: readonly Clock[]): Clock[] {
  const over = ({ state, daysLeft: left }: Clock): number => (state === ClockState.BROKEN ? 0 - (left ?? 0) : -1);
  return [...clocks].sort((one, other) => over(other) - over(one) || one.dueOn.localeCompare(other.dueOn) || one.id - other.id);
}

/** Whether a deadline that runs ends in the week of a day, Monday to Sunday. */
export const isDueThisWeek = ({ dueOn, state }: Pick<OpenClock, 'dueOn' | 'state'>, today: string): boolean => state === ClockState.RUNNING && dueOn <= addDays(weekStartOf(today), 6);
