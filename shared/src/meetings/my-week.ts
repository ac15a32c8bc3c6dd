import { MeetingStatus, MeetingType } from './status.ts';

/** A meeting of an officer's week. Days are ISO days, null where the calendar does not reach so far; `prepared` and `packed` count schools. */
export interface WeekMeeting {
  readonly type: MeetingType; readonly status: MeetingStatus; readonly onDay: string; readonly schools: number; readonly prepared: number; readonly packed: number;
  readonly preparationDue: string | null; readonly packDue: string | null; readonly recordDue: string | null;
}
/** What of a meeting is there or owed: a kind, the day it hangs on, and how many of its schools it holds for where that is not all. */
export interface WeekState { readonly kind: 'ANSWER' | 'SAY_WHETHER_HELD' | 'PREPARED' | 'PREPARATION' | 'PACK_READY' | 'PACK' | 'RECORD' | 'RECORD_ISSUED'; readonly onDay: string | null; readonly of: number | null; readonly isLate: boolean }

const state = (kind: WeekState['kind'], onDay: string | null, isLate: boolean, of: number | null = null): WeekState => ({ kind, onDay, of, isLate });

/** How a meeting of the week stands, in the order in which its parts come: preparation and pack before it, then whether it was held, then its record. */
export function weekStates({ type, status, onDay, schools, prepared, packed, preparationDue, packDue, recordDue }: WeekMeeting, today: string): WeekState[] {
  const isPast = (day: string | null): boolean => day !== null && day < today;
  const some = (count: number): number | null => (count > 0 ? count : null);
  if (status === MeetingStatus.OFFERED) return [state('ANSWER', onDay, isPast(onDay))];
  if (status === MeetingStatus.BOOKED || status === MeetingStatus.PREPARED) {
    if (isPast(onDay)) return [state('SAY_WHETHER_HELD', onDay, true)];
    if (type === MeetingType.CHECK_IN) return [];
    return [
      prepared >= schools ? state('PREPARED', null, false) : state('PREPARATION', preparationDue, isPast(preparationDue), some(prepared)),
      packed >= schools ? state('PACK_READY', null, false) : state('PACK', packDue, isPast(packDue), some(packed)),
    ];
  }
  if (type === MeetingType.CHECK_IN) return [];
  if (status === MeetingStatus.HELD) return [state('RECORD', recordDue, isPast(recordDue))];
  return status === MeetingStatus.RECORD_ISSUED || status === MeetingStatus.LOCKED ? [state('RECORD_ISSUED', null, false)] : [];
}
