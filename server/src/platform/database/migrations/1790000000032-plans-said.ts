import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

const ROLE = `current_setting('role')`;

/** What meetings tell of plans, for whoever reaches the child: severe absence without a live plan is worked out from it when asked for. */
export class PlansSaid1790000000032 extends ForwardOnly {
  readonly statements = [
    // A child's own people read no meeting, so this asks for the reach of each enrolment again and gives the word, its day and its age in school weeks alone. Of records issued or locked, and of pupils who stand on them.
    `create function plans_said(enrolments integer[], today date) returns table (enrolment_id integer, status text, said_on date, weeks_since integer) language sql stable security definer set search_path from current as $$
      select e.id, said.value, said.held_on, (select count(*)::int from school_week w where w.school_id = e.school_id and w.open_days <> 0 and w.week_start > said.held_on and w.week_start <= today)
      from unnest(enrolments) asked (id) join enrolment e on e.id = asked.id
      cross join lateral (
        select a.value, m.held_on from meeting_answer a join meeting m on m.id = a.meeting_id
          join meeting_pupil l on l.meeting_id = a.meeting_id and l.school_id = a.school_id and l.pupil_id = a.pupil_id and l.removed_reason is null
        where a.pupil_id = e.pupil_id and a.school_id = e.school_id and a.place = 'PUPIL' and a.field = 'PLAN_STATUS' and a.value <> '' and m.status in ('RECORD_ISSUED', 'LOCKED') and m.held_on <= today
        order by m.held_on desc, m.id desc limit 1) said
      where (${ROLE} like 'reach\\_authority%' or (${ROLE} like 'reach\\_schools%' and e.school_id = any (current_setting('app.schools')::int[])) or (${ROLE} like 'reach\\_pupils%' and e.pupil_id = any (current_setting('app.pupils')::int[])))
        and (not e.restricted or ${ROLE} ~ '_(full|protected)$')
    $$`,
    ...ownedByIngest('plans_said'),
    `grant execute on function plans_said to reach_authority, reach_schools, reach_pupils`,
  ];
}
