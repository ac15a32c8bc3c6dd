import type { Pool } from 'pg';
import { isoWeekOf } from '@attendance/shared/attendance';
import { addDays, dayOfIso, weekday } from '@attendance/shared/kernel';
import { reminderService } from '../modules/tasks/index.ts';
import type { OperationDeps } from './execute.ts';
import { forEachPerson } from './for-each-person.ts';

/** What a run did: on which day, for how many people, and how many messages it wrote. Only on a Monday are there any. */
export interface ReminderRun { readonly week: string; readonly isMonday: boolean; readonly people: number; readonly written: number }

/** Owners of open tasks due by a day $1, and the officers and champions of their schools on a day $2; for each the schools they are champion of. */
const PEOPLE = `
  with due as (select owner_id, school_id, source from task where status in ('OPEN', 'IN_PROGRESS') and due_on <= $1::date)
  select id, coalesce(array_agg(school_id) filter (where is_champion), '{}') as "championOf" from (
    select owner_id as id, null::int as school_id, false as is_champion from due where owner_id is not null
    union select o.user_id, null, false from school_officer o join due d on d.school_id = o.school_id and d.source <> 'OWN' where o.valid_from <= $2::date and coalesce(o.valid_to, $2::date) >= $2::date
    union select g.user_id, d.school_id, true from user_grant g join due d on d.school_id = any (g.school_ids) and d.source <> 'OWN' where g.role = 'ATTENDANCE_CHAMPION' and g.valid_from <= $2::date and coalesce(g.valid_to, $2::date) >= $2::date
  ) p group by id order by id`;

/**
 * Writes the reminders of a Monday: one message a person. A second run writes nothing; one that ended half way is finished by
 * the next.
 */
export async function writeReminders({ ingest, ...deps }: OperationDeps & { readonly ingest: Pool }): Promise<ReminderRun> {
  const today = deps.clock.today();
  const week = isoWeekOf(today);
  if (weekday(dayOfIso(today)) !== 0) return { week, isMonday: false, people: 0, written: 0 };
  const { rows } = await ingest.query<{ id: number; championOf: number[] }>(PEOPLE, [addDays(today, 6), today]);
  const reminders = reminderService();
  const written = await forEachPerson(deps, rows, { name: 'mondayReminders', permission: 'task:read', write: (operation, { championOf }) => reminders.write(operation, championOf) });
  return { week, isMonday: true, people: rows.length, written };
}
