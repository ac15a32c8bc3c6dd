import { addDays, dayOfIso, weekday } from '../kernel/index.ts';
import { isActionOpen, isActionOverdue, type MeetingAction } from './actions.ts';

/** Why somebody gets a reminder: the action is theirs, or they are to know. */
export const ReminderRole = { OWNER: 'OWNER', CHAMPION: 'CHAMPION', OFFICER: 'OFFICER' } as const;
export type ReminderRole = (typeof ReminderRole)[keyof typeof ReminderRole];

/** An action with those of its school who get a copy; null where nobody is named. */
export interface RemindedAction extends Pick<MeetingAction, 'actionId' | 'status' | 'dueOn' | 'ownerId'> {
  readonly championId: string | null;
  readonly officerId: string | null;
}

/** One line of a reminder. Who is both owner and copied is told once, as owner. */
export interface ReminderLine { readonly actionId: string; readonly dueOn: string; readonly isOverdue: boolean; readonly role: ReminderRole }
export interface Reminder { readonly personId: string; readonly lines: readonly ReminderLine[] }

/** One message a person on a Monday of a school week: actions due by Sunday, and overdue ones first. On any other day, and in the holidays, none. Open days in order. */
export function mondayReminders(actions: readonly RemindedAction[], today: string, openDays: readonly string[]): Reminder[] {
  const sunday = addDays(today, 6);
  if (weekday(dayOfIso(today)) !== 0 || !openDays.some((day) => today <= day && day <= sunday)) return [];
  const byPerson = new Map<string, ReminderLine[]>();
  for (const { actionId, dueOn, status, ownerId, championId, officerId } of [...actions].sort((one, other) => one.dueOn.localeCompare(other.dueOn) || one.actionId.localeCompare(other.actionId))) {
    if (!isActionOpen(status) || dueOn > sunday) continue;
    const isOverdue = isActionOverdue({ status, dueOn }, today, openDays);
    const told = new Set<string>();
    for (const [personId, role] of [[ownerId, ReminderRole.OWNER], [championId, ReminderRole.CHAMPION], [officerId, ReminderRole.OFFICER]] as const) {
      if (personId === null || told.has(personId)) continue;
      told.add(personId);
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), { actionId, dueOn, isOverdue, role }]);
    }
  }
  return [...byPerson].map(([personId, lines]) => ({ personId, lines })).sort((one, other) => (one.personId < other.personId ? -1 : 1));
}
