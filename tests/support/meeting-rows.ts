import { openSchoolDays, schoolWeeks, type SchoolCalendar } from '@attendance/shared/calendar';
import { addDays, weekStartOf } from '@attendance/shared/kernel';
import { PUPILS, SCHOOLS } from './small-authority.ts';
import type { TestPortal } from './test-portal.ts';

/** The terms and weeks of a calendar in place of those a school has. */
export async function keepCalendar(portal: TestPortal, schoolId: number, calendar: SchoolCalendar): Promise<string[]> {
  const weeks = schoolWeeks(calendar);
  await portal.rows('delete from school_week where school_id = $1', [schoolId]);
  await portal.rows('insert into school_week (school_id, week_start, academic_year, ordinal, open_days) select $1, * from unnest($2::date[], $3::smallint[], $4::smallint[], $5::smallint[])',
    [schoolId, weeks.map((week) => week.weekStart), weeks.map((week) => week.academicYear), weeks.map((week) => week.ordinal), weeks.map((week) => week.openDays)]);
  return openSchoolDays(calendar);
}

/** Marks of an enrolment by day, two characters each, put straight into the register; what an import would keep beside them is not. */
export async function writeMarks(portal: TestPortal, { id, enrolmentId, schoolId, restricted = false }: { id: number; enrolmentId: number; schoolId: number; restricted?: boolean }, marks: ReadonlyMap<string, string>): Promise<void> {
  const weeks = new Map<string, string>();
  for (const [day, two] of marks) {
    const weekStart = weekStartOf(day);
    const at = [0, 1, 2, 3, 4, 5, 6].findIndex((n) => addDays(weekStart, n) === day) * 2;
    const held = weeks.get(weekStart) ?? ' '.repeat(14);
    weeks.set(weekStart, held.slice(0, at) + two + held.slice(at + 2));
  }
  await portal.rows(`insert into register_week (enrolment_id, week_start, school_id, pupil_id, delivery_id, restricted, marks) select $1, t.week, $2, $3, 0, $4, t.marks from unnest($5::date[], $6::text[]) t (week, marks)`,
    [enrolmentId, schoolId, id, restricted, [...weeks.keys()], [...weeks.values()]]);
}

/** Attends so many of the sessions of these days, the first of them; the rest are missed. */
export function attending(days: readonly string[], attended: number): Map<string, string> {
  return new Map(days.map((day, index) => [day, `${index * 2 < attended ? '/' : 'O'}${index * 2 + 1 < attended ? '\\' : 'O'}`]));
}

/** Up to which day a school's marks reach. */
export async function reachTo(portal: TestPortal, schoolId: number, day: string): Promise<void> {
  await portal.rows(`insert into school_coverage (school_id, marks_to, marks_to_session, delivery_id, received_at) values ($1, $2, 'PM', 0, now()) on conflict (school_id) do update set marks_to = excluded.marks_to`, [schoolId, day]);
}

let keys = 0;
export const rowKey = (): string => { keys += 1; return `00000000-0000-4000-9000-${String(keys).padStart(12, '0')}`; };

/** An action as an issued record makes it; gives the number of its task. */
export async function agreeAction(portal: TestPortal, { pupilId = PUPILS.mason.id as number, schoolId = SCHOOLS.oakmere as number, type = 'CHECK_IN_MENTOR' as string | null, fromOn = '2026-11-10', dueOn = '2026-11-24', status = 'DONE', doneOn = '2026-11-20' as string | null, side = 'SCHOOL', ownerId = null as number | null, meetingId = null as number | null, service = null as string | null } = {}): Promise<number> {
  const [made] = await portal.rows<{ id: number }>(
    `insert into task (source, type, scope, what, school_id, pupil_id, school_ids, restricted, side, owner_id, owner, from_on, due_on, overdue_from, status, done_on, made_with)
     select 'MEETING', $3, 'PUPIL', 'Agreed in the meeting', $2, p.id, p.school_ids, p.restricted, $4, $5, 'Somebody', $6, $7::date, $7::date + 1, $8, $9, $10 from pupil p where p.id = $1 returning id`,
    [pupilId, schoolId, type, side, ownerId, fromOn, dueOn, status, status === 'DONE' ? doneOn : null, rowKey()]);
  if (meetingId !== null) {
    await portal.rows(
      `insert into meeting_action (meeting_id, school_id, pupil_id, school_ids, restricted, type, scope, what, side, owner_id, owner, due_on, service, task_id, made_with)
       select $1, t.school_id, t.pupil_id, t.school_ids, t.restricted, t.type, t.scope, t.what, t.side, t.owner_id, t.owner, t.due_on, $2, t.id, $3 from task t where t.id = $4`, [meetingId, service, rowKey(), made!.id]);
  }
  return made!.id;
}

/** An action about a group, a school or the area, as an issued record makes it, of a meeting or of none; gives the number of its task. */
export async function agreeWide(portal: TestPortal, scope: 'COHORT' | 'SCHOOL' | 'AREA', { schoolId = SCHOOLS.oakmere as number, type = 'BREAKFAST_CLUB' as string | null, fromOn = '2026-11-09', status = 'DONE', meetingId = null as number | null, cohort = null as string | null, service = null as string | null } = {}): Promise<number> {
  const [made] = await portal.rows<{ id: number }>(
    `insert into task (source, type, scope, what, school_id, school_ids, side, owner, from_on, due_on, overdue_from, status, done_on, made_with)
     values ('MEETING', $2, $3, 'Agreed in the meeting', $1, array[$1::int], 'SCHOOL', 'Somebody', $4, $4::date + 14, $4::date + 15, $5, case when $5 = 'DONE' then $4::date + 7 end, $6) returning id`, [schoolId, type, scope, fromOn, status, rowKey()]);
  if (meetingId !== null) {
    await portal.rows(
      `insert into meeting_action (meeting_id, school_id, school_ids, type, scope, what, side, owner, due_on, service, cohort, task_id, made_with)
       select $1, t.school_id, t.school_ids, t.type, t.scope, t.what, t.side, t.owner, t.due_on, $2, $3, t.id, $4 from task t where t.id = $5`, [meetingId, service, cohort, rowKey(), made!.id]);
  }
  return made!.id;
}

/** A group a meeting speaks about. */
export async function speakOfGroup(portal: TestPortal, meetingId: number, cohort: string, schoolId: number = SCHOOLS.oakmere): Promise<void> {
  await portal.rows(`insert into meeting_cohort (meeting_id, school_id, cohort, label, pupils, persistent, reason, origin) values ($1, $2, $3, $3, 12, 4, 'Above the school', 'PROPOSED')`, [meetingId, schoolId, cohort]);
}

/** A meeting of one school, held on a day; gives its number. */
export async function heldMeeting(portal: TestPortal, { schoolId = SCHOOLS.oakmere as number, heldOn = '2026-11-10', issuedOn = null as string | null, officerId = 41, complete = true, status = 'RECORD_ISSUED', type = 'SINGLE_SCHOOL' } = {}): Promise<number> {
  const [made] = await portal.rows<{ id: number }>(
    `insert into meeting (type, status, mode, on_day, at_time, minutes, officer_id, school_ids, made_with, held_on, issued_on) values ($1, $2, 'REMOTE', $3, '14:00', 60, $4, $5, $6, $7, $8) returning id`,
    [type, status, heldOn, officerId, [schoolId], rowKey(), ['HELD', 'RECORD_ISSUED', 'LOCKED'].includes(status) ? heldOn : null, issuedOn]);
  await portal.rows('insert into meeting_school values ($1, $2, $3)', [made!.id, schoolId, complete ? `${heldOn}T15:00:00Z` : null]);
  return made!.id;
}

/** A pupil on the list of a meeting. */
export async function speakAbout(portal: TestPortal, meetingId: number, pupilId: number, schoolId: number = SCHOOLS.oakmere, { removed = null as string | null, wasSevere = false } = {}): Promise<void> {
  await portal.rows(
    `insert into meeting_pupil (meeting_id, school_id, pupil_id, school_ids, restricted, origin, reason, position, was_severe, removed_reason) select $1, $3, p.id, p.school_ids, p.restricted, 'PROPOSED', 'Severely absent', 1, $4, $5 from pupil p where p.id = $2`,
    [meetingId, pupilId, schoolId, wasSevere, removed]);
}

/** One box of the form of a meeting. */
export async function answer(portal: TestPortal, meetingId: number, place: 'PUPIL' | 'SECTION', field: string, value: string, pupilId: number | null = null, schoolId: number = SCHOOLS.oakmere): Promise<void> {
  await portal.rows(
    `insert into meeting_answer (meeting_id, school_id, pupil_id, school_ids, restricted, place, subject, field, value)
     select $1, $2, p.id, coalesce(p.school_ids, array[$2::int]), coalesce(p.restricted, false), $3, coalesce(p.id::text, ''), $4, $5 from (select 1) one left join pupil p on p.id = $6`, [meetingId, schoolId, place, field, value, pupilId]);
}
