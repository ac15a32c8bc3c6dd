import { BLANK } from '@attendance/shared/attendance';
import { addDays, type IsoDate } from '../../../lib/format.ts';

/** One marked session of a child. */
export interface Session { readonly on: IsoDate; readonly weekStart: IsoDate; readonly slot: number; readonly mark: string }

type Weeks = readonly { readonly weekStart: IsoDate; readonly marks: string }[];

/** Every marked session of any number of registers, in order; blanks are left out. */
export function sessionsOf(registers: readonly { readonly weeks: Weeks }[]): Session[] {
  return registers
    .flatMap(({ weeks }) => weeks.flatMap(({ weekStart, marks }) =>
      Array.from(marks, (mark, slot): Session => ({ on: addDays(weekStart, Math.floor(slot / 2)), weekStart, slot, mark })).filter(({ mark }) => mark !== BLANK)))
    .sort((one, other) => one.on.localeCompare(other.on) || one.slot - other.slot);
}

/** The marks of sessions as one string, as the shared counts take them. */
export function marksOf(sessions: readonly Session[]): string {
  return sessions.map(({ mark }) => mark).join('');
}
