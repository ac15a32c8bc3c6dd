import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

const ROLE = `current_setting('role')`;

/** Whom a meeting's messages go to, what the portal does with meetings by itself, and what a partner sees of a meeting. */
export class MeetingMessages1790000000031 extends ForwardOnly {
  readonly statements = [
    // Ids only: the officer, without a school, and each champion with an account and a grant in force, with the schools of the meeting that are theirs.
    `create function meeting_recipients(target integer, on_today date) returns table (user_id integer, school_ids integer[]) language sql stable security definer set search_path from current as $$
      with met as (select m.officer_id, m.school_ids from meeting m where m.id = target
          and (${ROLE} like 'reach\\_authority%' or (${ROLE} like 'reach\\_schools%' and m.school_ids && current_setting('app.schools')::int[]))),
        champion as (select g.user_id, array_agg(distinct s.id order by s.id) as school_ids from met join user_grant g on g.school_ids && met.school_ids cross join lateral unnest(g.school_ids) s (id)
          where g.role = 'ATTENDANCE_CHAMPION' and g.valid_from <= on_today and coalesce(g.valid_to, on_today) >= on_today and s.id = any (met.school_ids) group by 1)
      select r.user_id, r.school_ids from (select officer_id as user_id, '{}'::integer[] as school_ids from met union all select * from champion where champion.user_id not in (select officer_id from met)) r
        join app_user u on u.id = r.user_id and u.active
    $$`,
    ...ownedByIngest('meeting_recipients'),
    `grant execute on function meeting_recipients to reach_authority, reach_schools`,
    // A partner reads no meeting: only that a child within reach is on the list of one whose record is not issued, and of which school.
    `create function partner_meetings() returns table (meeting_id integer, school_id integer, school text, on_day date, at_time time, status text, pupil_id integer, reason text, nth smallint)
      language sql stable security definer set search_path from current as $$
      select m.id, l.school_id, s.name, m.on_day, m.at_time, m.status, l.pupil_id, l.reason, l.position
        from meeting_pupil l join meeting m on m.id = l.meeting_id join school s on s.id = l.school_id
        where ${ROLE} like 'reach\\_pupils%' and l.pupil_id = any (current_setting('app.pupils')::int[]) and l.removed_reason is null and (not l.restricted or ${ROLE} ~ '_(full|protected)$')
          and m.status in ('OFFERED', 'BOOKED', 'PREPARED', 'HELD')
    $$`,
    ...ownedByIngest('partner_meetings'),
    `grant execute on function partner_meetings to reach_pupils`,
    // The portal acts with the widest reach; no request of a person calls this.
    `grant execute on function lock_due_meetings to reach_authority_full`,
  ];
}
