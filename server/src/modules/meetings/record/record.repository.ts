import { COUNTED_MARKS } from '@attendance/shared/attendance';
import type { PlanProgress } from '@attendance/shared/meetings';
import { literal } from '../../../platform/database/migrations/sql-text.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { isLive, saidOf, statusSaid } from '../../analysis/index.ts';
import type { SaidBeforeType } from './record.type.ts';

/** A pupil to be spoken about, as the rating proposed for them looks at it. */
export interface PupilStanding { readonly schoolId: number; readonly pupilId: number; readonly possible: number; readonly absent: number; readonly recentPossible: number; readonly recentAbsent: number; readonly notSeenDays: number; readonly plan: PlanProgress }

/** The part of a week's marks from a day on: two a day from Monday. */
const PART = `substr(w.marks, 1 + 2 * greatest(0, d.first_day - w.week_start))`;
const counted = (marks: string): string => `sum(length(${PART}) - length(translate(${PART}, ${literal(marks)}, '')))::int`;

/** Boxes of a pupil that are filled again in every meeting, besides the plan. */
const SAID_AGAIN = ['LEAD', 'BARRIERS', 'STRATEGIES', 'EARLY_HELP'];
/** The pupils on the lists of the meeting $1, and an enrolment of each at the school: what records said of a plan is asked for by it. */
const LISTED = `listed as (select l.school_id, l.pupil_id, (select max(e.id) from enrolment e where e.pupil_id = l.pupil_id and e.school_id = l.school_id) as enrolment_id from meeting_pupil l where l.meeting_id = $1 and l.removed_reason is null)`;

/** SQL of the record of a meeting. */
export class RecordRepository {
  /** Pupils of a meeting with the sessions of the year and of so many school days up to the last marks of their school, and the plan: as the box says, and until it is filled as the last issued record said, by the rule of every count of plans. */
  async standings(operation: Operation, meetingId: number, recentDays: number, planWeeks: number): Promise<PupilStanding[]> {
    return operation.sql<PupilStanding>(
      `with ${LISTED}, ${saidOf('listed', '$3')},
         of as (select l.school_id, l.pupil_id, s.enrolment_id, s.marks_to, s.possible, s.absent, s.away_sessions from listed l join pupil_standing s on s.pupil_id = l.pupil_id and s.school_id = l.school_id),
         -- The first of the last school days of each school: its own calendar, counted back from its last marks.
         d as materialized (select school_id, min(day) as first_day from (
             select w.school_id, w.week_start + n as day, row_number() over (partition by w.school_id order by w.week_start desc, n desc) as nth
             from (select school_id, max(marks_to) as marks_to from of group by 1) m join school_week w on w.school_id = m.school_id and w.week_start between m.marks_to - 300 and m.marks_to
             cross join generate_series(0, 6) n where (w.open_days >> n) & 1 = 1 and w.week_start + n <= m.marks_to) open where nth <= $2 group by 1),
         recent as (select of.enrolment_id, ${counted(COUNTED_MARKS.possible)} as possible, ${counted(COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised)} as absent
           from of join d using (school_id) join register_week w on w.enrolment_id = of.enrolment_id and w.week_start between d.first_day - 6 and of.marks_to group by 1)
       select listed.school_id as "schoolId", listed.pupil_id as "pupilId", coalesce(of.possible, 0)::int as possible, coalesce(of.absent, 0)::int as absent, coalesce(recent.possible, 0)::int as "recentPossible", coalesce(recent.absent, 0)::int as "recentAbsent",
         (coalesce(of.away_sessions, 0) / 2)::int as "notSeenDays",
         case coalesce(nullif(a.value, ''), case when ${isLive('$4')} then said.status end) when 'IN_PLACE_WORKING' then 'ON_COURSE' when 'IN_PLACE_NOT_WORKING' then 'LATE' else 'NONE' end as plan
       from listed left join of using (school_id, pupil_id) left join recent on recent.enrolment_id = of.enrolment_id left join said on said.enrolment_id = listed.enrolment_id
       left join meeting_answer a on a.meeting_id = $1 and a.school_id = listed.school_id and a.place = 'PUPIL' and a.subject = listed.pupil_id::text and a.field = 'PLAN_STATUS'
       order by 1, 2`, [meetingId, recentDays, operation.today, planWeeks]);
  }

  /** What issued records said last, box by box. The word on a plan is the one every count goes by. */
  async saidBefore(operation: Operation, meetingId: number, planWeeks: number): Promise<SaidBeforeType[]> {
    return operation.sql<SaidBeforeType>(
      `with ${LISTED}, ${saidOf('listed', '$2')}
       select school_id as "schoolId", pupil_id as "pupilId", 'PLAN_STATUS' as field, said.status as value, said.said_on as "on", ${statusSaid('$3')} is not null as "isInDate" from listed join said using (enrolment_id)
       union all select * from (
         select distinct on (l.school_id, l.pupil_id, a.field) l.school_id, l.pupil_id, a.field, a.value, m.held_on, true
         from listed l join meeting_answer a on a.pupil_id = l.pupil_id and a.school_id = l.school_id and a.place = 'PUPIL' and a.field = any ($4) and btrim(a.value) <> ''
         join meeting m on m.id = a.meeting_id and m.id <> $1 and m.status in ('RECORD_ISSUED', 'LOCKED') and m.held_on <= $2::date
         join meeting_pupil p on p.meeting_id = m.id and p.school_id = l.school_id and p.pupil_id = l.pupil_id and p.removed_reason is null
         order by 1, 2, 3, m.held_on desc, m.id desc) again
       order by 1, 2, 3`, [meetingId, operation.today, planWeeks, SAID_AGAIN]);
  }

  /** Phase of each school of a meeting, and the day it was last met before that meeting; a check-in is no meeting. */
  async schools(operation: Operation, meetingId: number): Promise<{ schoolId: number; phase: string; lastHeldOn: string | null }[]> {
    return operation.sql(
      `select s.id as "schoolId", s.phase, (select max(b.held_on) from meeting b where b.school_ids @> array[s.id] and b.id <> m.id and b.held_on <= m.on_day and b.type <> 'CHECK_IN') as "lastHeldOn"
       from meeting m join school s on s.id = any (m.school_ids) where m.id = $1`, [meetingId]);
  }

  async prepare(operation: Operation, id: number, version: number, schoolId: number): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select prepare_meeting($1, $2, $3, $4) as done', [id, version, schoolId, operation.today]);
    return row?.done ?? false;
  }

  async approve(operation: Operation, id: number, version: number, schoolId: number): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select approve_preparation($1, $2, $3) as done', [id, version, schoolId]);
    return row?.done ?? false;
  }

  async completeSection(operation: Operation, id: number, schoolId: number): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select complete_meeting_section($1, $2) as done', [id, schoolId]);
    return row?.done ?? false;
  }

  async issue(operation: Operation, id: number, version: number, given: object): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select issue_meeting($1, $2, $3::jsonb) as done', [id, version, JSON.stringify(given)]);
    return row?.done ?? false;
  }
}
