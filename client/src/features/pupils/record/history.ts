import { MARKS_COUNTING_FOR, penaltySessions, unresolvedReasons, type UnresolvedReason } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { addDays, dateOfInstant, formatDay, formatTime, type IsoDate } from '../../../lib/format.ts';
import { wordsOf } from '../../../ui/register/marks.ts';
import type { PenaltyWindow } from './penalty.ts';
import type { RegisterYear } from './record.ts';
import { sessionsOf } from './sessions.ts';

export interface Change { readonly id: string; readonly words: string; readonly deliveryId: number }

const codeWords = (mark: string): string => wordsOf(mark).split(', ')[0] ?? '';

/** What the mark of one session was before, oldest first: "Was N, changed to I on Fri 13 Nov, 10:41". */
export function changesOf(year: RegisterYear, weekStart: IsoDate, slot: number): Change[] {
  return year.changes.filter((change) => change.weekStart === weekStart && change.slot === slot).map((change) => ({
    id: change.id, deliveryId: change.deliveryId,
    words: `Was ${codeWords(change.oldMark)}, changed to ${codeWords(change.newMark)} on ${formatDay(dateOfInstant(change.changedAt))}, ${formatTime(change.changedAt)}`,
  }));
}

/** What a session counts towards and until when: null for a mark that counts towards nothing. */
export function countsToward(year: RegisterYear, weekStart: IsoDate, slot: number, window: PenaltyWindow): string | null {
  const mark = year.weeks.find((week) => week.weekStart === weekStart)?.marks.charAt(slot) ?? '';
  if (mark === '' || penaltySessions(mark) === 0) return null;
  const week = window.weeks.find((each) => each.weekStart === weekStart);
  if (week === undefined) return 'No longer counts towards a penalty notice';
  return week.until === null ? 'Counts towards a penalty notice' : `Counts towards a penalty notice until ${formatDay(week.until)}`;
}

/** The days whose reason is still open, with the day it is due, by the school's own calendar. */
export function openReasons(years: readonly RegisterYear[], schoolDays: readonly IsoDate[], on: IsoDate): UnresolvedReason[] {
  const days = new Map<IsoDate, string>();
  for (const session of sessionsOf(years)) if (MARKS_COUNTING_FOR.temporary.includes(session.mark)) days.set(session.on, (days.get(session.on) ?? '') + session.mark);
  return unresolvedReasons([...days].map(([day, marks]) => ({ on: day, marks })), schoolDays, on, ruleValue('reason-not-established.school-days', on));
}

/** "A reason is due by Mon 23 Nov", for a session without one. */
export function reasonDue(reasons: readonly UnresolvedReason[], weekStart: IsoDate, slot: number): string | null {
  const reason = reasons.find(({ on }) => on === addDays(weekStart, Math.floor(slot / 2)));
  if (!reason?.dueOn) return null;
  return reason.overdue ? `A reason was due by ${formatDay(reason.dueOn)}` : `A reason is due by ${formatDay(reason.dueOn)}`;
}
