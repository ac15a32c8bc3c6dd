import { weekStartOf } from '../kernel/index.ts';

/** What stands between children of an area and school. In the order screens show them. */
export const BarrierKind = { TRANSPORT: 'TRANSPORT', HOUSING: 'HOUSING', ESTATE: 'ESTATE', ILLNESS: 'ILLNESS', COMMUNITY: 'COMMUNITY', SCHOOL_SITE: 'SCHOOL_SITE', OTHER: 'OTHER' } as const;
export type BarrierKind = (typeof BarrierKind)[keyof typeof BarrierKind];
export const BARRIER_KINDS: readonly BarrierKind[] = Object.values(BarrierKind);

export const BARRIER_KIND_WORDS: Readonly<Record<BarrierKind, string>> = {
  TRANSPORT: 'Transport', HOUSING: 'Housing', ESTATE: 'An estate or street', ILLNESS: 'An illness wave', COMMUNITY: 'Something in the community', SCHOOL_SITE: 'A school site', OTHER: 'Something else',
};

/** How far the work on a barrier has come. Worst first. */
export const BarrierStatus = { OPEN: 'OPEN', BEING_WORKED_ON: 'BEING_WORKED_ON', CLOSED_UNRESOLVED: 'CLOSED_UNRESOLVED', RESOLVED: 'RESOLVED' } as const;
export type BarrierStatus = (typeof BarrierStatus)[keyof typeof BarrierStatus];
export const BARRIER_STATUSES: readonly BarrierStatus[] = Object.values(BarrierStatus);

export const BARRIER_STATUS_WORDS: Readonly<Record<BarrierStatus, string>> = { OPEN: 'Open', BEING_WORKED_ON: 'Being worked on', CLOSED_UNRESOLVED: 'Closed, not resolved', RESOLVED: 'Resolved' };

/** Where each status may lead. A closed barrier can only be opened again. */
const NEXT = {
  OPEN: ['BEING_WORKED_ON', 'RESOLVED', 'CLOSED_UNRESOLVED'], BEING_WORKED_ON: ['OPEN', 'RESOLVED', 'CLOSED_UNRESOLVED'], CLOSED_UNRESOLVED: ['OPEN'], RESOLVED: ['OPEN'],
} as const satisfies Record<BarrierStatus, readonly BarrierStatus[]>;

/** The statuses that may follow this one. */
export const nextBarrierStatuses = (status: BarrierStatus): readonly BarrierStatus[] => NEXT[status];

export const isClosedBarrier = (status: BarrierStatus): boolean => status === BarrierStatus.RESOLVED || status === BarrierStatus.CLOSED_UNRESOLVED;

/** Whether a move must say why: closing does, and so does opening again what was closed. */
export const moveNeedsReason = (from: BarrierStatus, to: BarrierStatus): boolean => isClosedBarrier(from) || isClosedBarrier(to);

/** Most characters of each text, and the fewest of those that must say something. */
export const BARRIER_TEXTS = {
  title: { least: 5, most: 120 }, known: { least: 10, most: 4000 }, place: { least: 0, most: 200 }, teamNote: { least: 0, most: 4000 }, reason: { least: 10, most: 1000 },
  what: { least: 5, most: 500 }, owner: { least: 2, most: 120 }, doneWhen: { least: 5, most: 500 }, outcome: { least: 0, most: 1000 },
} as const;
export type BarrierText = keyof typeof BARRIER_TEXTS;

const ASKED: Readonly<Record<BarrierText, string>> = {
  title: 'a title', known: 'what is known', place: 'where it is', teamNote: 'the note for the team', reason: 'why', what: 'what is to be done', owner: 'who does it', doneWhen: 'what shows that it is done', outcome: 'what came of it',
};

/** What is wrong with a text, in words for its field; null when nothing is. */
export function problemOfBarrierText(name: BarrierText, text: string): string | null {
  const { least, most } = BARRIER_TEXTS[name];
  if (text.length < least) return text === '' ? `Enter ${ASKED[name]}` : `Say a little more about ${ASKED[name]}: at least ${least} characters`;
  return text.length > most ? `Use ${most} characters or fewer for ${ASKED[name]}` : null;
}

/** A week of one school's calendar. */
export interface BarrierWeek { readonly weekStart: string; readonly academicYear: number; readonly isOpen: boolean }
/** From the Monday of the first week to the Monday of the last, both included. */
export interface WeekSpan { readonly from: string; readonly to: string }

const spanOf = (weeks: readonly BarrierWeek[]): WeekSpan | null => {
  const [first, last] = [weeks[0], weeks.at(-1)];
  return first && last ? { from: first.weekStart, to: last.weekStart } : null;
};

/**
 * The school weeks a barrier is judged by: so many before the week it began in, of one academic year, and those from that
 * week on to today, of the academic year of today. Both are of one year, so that each sum can be listed pupil by pupil.
 */
export function weeksAround(weeks: readonly BarrierWeek[], since: string, today: string, academicYear: number, compared: number): { readonly before: WeekSpan | null; readonly since: WeekSpan | null } {
  const open = weeks.filter(({ isOpen }) => isOpen).sort((a, b) => a.weekStart.localeCompare(b.weekStart));
  const monday = weekStartOf(since);
  const earlier = open.filter(({ weekStart }) => weekStart < monday).slice(-compared);
  return {
    before: spanOf(earlier.filter((week) => week.academicYear === earlier.at(-1)?.academicYear)),
    since: spanOf(open.filter((week) => week.weekStart >= monday && week.weekStart <= today && week.academicYear === academicYear)),
  };
}
