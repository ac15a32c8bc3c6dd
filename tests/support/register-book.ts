import { normaliseRawMark, type MarkCounts, countMarks } from '@attendance/shared/attendance';
import { addDays } from '@attendance/shared/kernel';
import { PUPILS, SCHOOLS, TODAY, type TestPupil } from './small-authority.ts';
import type { TestPortal } from './test-portal.ts';

/** One mark as a school would write it down. */
export interface BookMark { readonly pupil: TestPupil; readonly day: string; readonly half: 'AM' | 'PM'; readonly code: string }

/** A repeatable stream of numbers from 0 to 1. */
export function stream(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) ^ 0x5bd1e995) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/** The days a school was open between two ISO days, both included. */
export async function openDays(portal: TestPortal, schoolId: number, from: string, to: string): Promise<string[]> {
  const weeks = await portal.rows<{ week_start: string; open_days: number }>('select week_start, open_days from school_week where school_id = $1 order by 1', [schoolId]);
  return weeks.flatMap(({ week_start, open_days }) => [0, 1, 2, 3, 4, 5, 6].filter((day) => (open_days >> day) & 1).map((day) => addDays(week_start, day)))
    .filter((day) => day >= from && day <= to);
}

/** Shares of sessions: absent with leave, absent without, late before and after registration closed, and without a mark. */
export interface Habit { readonly authorised?: number; readonly unauthorised?: number; readonly late?: number; readonly lateAfter?: number; readonly blank?: number; readonly never?: boolean }

const HABITS: Readonly<Record<number, Habit>> = {
  [PUPILS.mason.id]: { authorised: 0.05, unauthorised: 0.08, late: 0.05 },
  [PUPILS.josie.id]: { authorised: 0.07 },
  [PUPILS.elan.id]: { authorised: 0.02, late: 0.1, lateAfter: 0.03, blank: 0.02 },
  [PUPILS.amira.id]: { authorised: 0.2, unauthorised: 0.4 },
  [PUPILS.hidden.id]: { unauthorised: 0.7, late: 0.1, blank: 0.05 },
  [PUPILS.moved.id]: { never: true },
  [PUPILS.leaver.id]: { authorised: 0.16 },
  [PUPILS.recent.id]: { authorised: 0.06 },
};

/** A register as a school might keep it, the same at each call. */
export function bookOf(pupils: readonly TestPupil[], days: readonly string[], habitOf = (pupil: TestPupil): Habit => HABITS[pupil.id] ?? {}): BookMark[] {
  return pupils.flatMap((pupil) => {
    const next = stream(pupil.id);
    const habit = habitOf(pupil);
    return days.flatMap((day) => (['AM', 'PM'] as const).map((half): BookMark => ({ pupil, day, half, code: codeFor(next(), habit, half) })))
      .filter(({ day }) => pupil.leftOn === undefined || day <= pupil.leftOn);
  });
}

function codeFor(roll: number, habit: Habit, half: 'AM' | 'PM'): string {
  const { authorised = 0, unauthorised = 0, late = 0, lateAfter = 0, blank = 0, never = false } = habit;
  if (never) return 'X';
  let edge = 0;
  for (const [share, code] of [[authorised, 'I'], [unauthorised, 'O'], [late, 'L'], [lateAfter, 'U'], [blank, '']] as const) {
    edge += share;
    if (roll < edge) return code;
  }
  return half === 'AM' ? '/' : '\\';
}

const british = (iso: string): string => iso.split('-').reverse().join('/');

/** The marks as a register file. */
export function fileOf(marks: readonly BookMark[]): string {
  return ['UPN,Date,Session,Mark', ...marks.map(({ pupil, day, half, code }) => `${pupil.upn},${british(day)},${half},${code}`), ''].join('\n');
}

/** The counts of some marks by the shared rules, never by the database. */
export function countsOf(marks: readonly BookMark[]): MarkCounts {
  return countMarks(marks.map(({ code, half }) => normaliseRawMark(code, half === 'PM').mark ?? '').join(''));
}

export const YESTERDAY = addDays(TODAY, -1);
const EVERYONE: readonly TestPupil[] = Object.values(PUPILS);

/** Sends every school's register of this and last year so far, and gives back what is in them. */
export async function sendRegisters(portal: TestPortal, pupils: readonly TestPupil[] = EVERYONE, spans: readonly (readonly [string, string])[] = [['2025-09-03', '2026-07-20'], ['2026-09-03', YESTERDAY]]): Promise<BookMark[]> {
  const sent: BookMark[] = [];
  for (const schoolId of Object.values(SCHOOLS)) {
    for (const [from, to] of spans) {
      const marks = bookOf(pupils.filter((pupil) => pupil.schoolId === schoolId), await openDays(portal, schoolId, from, to));
      if (marks.length === 0) continue;
      const result = await portal.send(fileOf(marks), schoolId, `${schoolId}-${from}.csv`);
      if (!result.kept) throw new Error(JSON.stringify(result.refusal));
      sent.push(...marks);
    }
  }
  return sent;
}
