import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

const ROLE = `current_setting('role')`;

/** How often each school is to be met in a year, and whether an earlier meeting of that year covered it: asked by the planner and by the term report, whose readers reach no row of meetings. */
export class MeetingFrequency1790000000034 extends ForwardOnly {
  readonly statements = [
    // A choice and a yes or no of each school: no child, no reason, no date.
    `create function meeting_frequency(year_of integer, year_from date, term_from date) returns table (school_id integer, frequency text, version integer, covered_earlier boolean)
      language sql stable security definer set search_path from current as $$
      with chosen as (select distinct on (r.school_id) r.school_id, r.frequency, r.version from meeting_requirement r where r.academic_year = year_of order by r.school_id, r.version desc),
        earlier as (select distinct n.school_id from meeting m join meeting_school n on n.meeting_id = m.id
          where m.status in ('HELD', 'RECORD_ISSUED', 'LOCKED') and m.type <> 'CHECK_IN' and n.section_complete_at is not null and coalesce(m.held_on, m.on_day) between year_from and term_from - 1)
      select school_id, coalesce(c.frequency, 'TERMLY'), coalesce(c.version, 0), e.school_id is not null from chosen c full join earlier e using (school_id)
        where ${ROLE} = 'reach_area' or ${ROLE} like 'reach\\_authority%' or ((${ROLE} = 'reach_aggregate' or ${ROLE} like 'reach\\_schools%') and school_id = any (current_setting('app.schools')::int[]))
    $$`,
    ...ownedByIngest('meeting_frequency'),
    `grant execute on function meeting_frequency to reach_authority, reach_schools, reach_aggregate, reach_area`,
  ];
}
