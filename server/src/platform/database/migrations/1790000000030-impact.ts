import { COUNTED_MARKS } from '@attendance/shared/attendance';
import { ForwardOnly } from './forward-only.ts';
import { literal, ownedByIngest } from './sql-text.ts';

/** Sessions of week row `r` that lie from one day to another, both included; none where there is no such day. What the week counted already where it lies inside, else its marks of those days. */
function within(from: string, to: string, column: 'possible' | 'attended'): string {
  const marks = `substr(r.marks, 1 + 2 * greatest(0, ${from} - r.week_start), greatest(0, 2 * (least(${to}, r.week_start + 6) - greatest(${from}, r.week_start) + 1)))`;
  return `case when ${from} is null then 0 when ${from} <= r.week_start and r.week_start + 6 <= ${to} then r.${column} else length(${marks}) - length(translate(${marks}, ${literal(COUNTED_MARKS[column])}, '')) end`;
}
const WINDOWS = [['before', 's.before_from', 's.before_to'], ['first', 's.first_from', 's.first_to'], ['second', 's.first_from', 's.second_to']] as const;
const COUNTS = ['possible', 'attended'] as const;

/** The effect of actions: the sessions around the day each began. */
export class Impact1790000000030 extends ForwardOnly {
  readonly statements = [
    // The twin of impactWindows and sessionsIn in shared/src/meetings, for any number of enrolments at once: what a reach does not read is not counted. Days are looked up once for each school and anchor, in no more weeks than there are days to find.
    `create function impact_windows(keys integer[], enrolments integer[], anchors date[], before_days integer, first_days integer, second_days integer, with_points boolean)
      returns table (key integer, enrolment_id integer, anchor date, before_from date, before_to date, before_days_found integer, first_from date, first_to date, first_days_found integer, second_to date, second_days_found integer, is_leaver boolean,
        ${WINDOWS.flatMap(([name]) => COUNTS.map((column) => `${name}_${column} integer`)).join(', ')}, points jsonb)
      language sql stable as $$
      with asked as materialized (
        select a.key, a.enrolment_id, a.anchor, e.school_id, e.ends_on, least(coalesce(c.marks_to, t.marks_to), e.ends_on) as last_day
        from unnest(keys, enrolments, anchors) a (key, enrolment_id, anchor) join enrolment e on e.id = a.enrolment_id
        left join school_coverage c on c.school_id = e.school_id left join pupil_standing t on t.enrolment_id = e.id where coalesce(c.marks_to, t.marks_to) is not null),
      span as materialized (
        select d.*, early.*, late.* from (select distinct school_id, anchor, last_day, ends_on from asked) d
        cross join lateral (
          select min(day) as before_from, max(day) as before_to, count(*)::int as before_days_found from (
            select w.week_start + n as day from (select week_start, open_days from school_week w where w.school_id = d.school_id and w.open_days <> 0 and w.week_start <= least(d.anchor - 1, d.last_day) order by 1 desc limit before_days + 1) w
            cross join generate_series(0, 6) n where (w.open_days >> n) & 1 = 1 and w.week_start + n <= least(d.anchor - 1, d.last_day) order by 1 desc limit before_days) found) early
        cross join lateral (
          select min(day) filter (where day <= d.last_day) as first_from, max(day) filter (where nth <= first_days and day <= d.last_day) as first_to, (count(*) filter (where nth <= first_days and day <= d.last_day))::int as first_days_found,
            max(day) filter (where day <= d.last_day) as second_to, (count(*) filter (where day <= d.last_day))::int as second_days_found, coalesce(bool_or(day > d.ends_on), false) as is_leaver
          from (select w.week_start + n as day, row_number() over (order by w.week_start + n) as nth
            from (select week_start, open_days from school_week w where w.school_id = d.school_id and w.open_days <> 0 and w.week_start > d.anchor - 7 order by 1 limit second_days + 1) w
            cross join generate_series(0, 6) n where (w.open_days >> n) & 1 = 1 and w.week_start + n >= d.anchor order by 1 limit second_days) found) late)
      select a.key, a.enrolment_id, a.anchor, s.before_from, s.before_to, s.before_days_found, s.first_from, s.first_to, s.first_days_found, s.second_to, s.second_days_found, s.is_leaver, r.*
      from asked a join span s on s.school_id = a.school_id and s.anchor = a.anchor and s.last_day = a.last_day and s.ends_on is not distinct from a.ends_on
      cross join lateral (
        select ${WINDOWS.flatMap(([, from, to]) => COUNTS.map((column) => `coalesce(sum(${within(from, to, column)}), 0)::int`)).join(', ')},
          case when with_points then coalesce(jsonb_agg(jsonb_build_object('weekStart', r.week_start, ${COUNTS.map((column) => `'${column}', coalesce(${within('s.before_from', 's.before_to', column)}, 0) + coalesce(${within('s.first_from', 's.first_to', column)}, 0)`).join(', ')}) order by r.week_start)
            filter (where r.week_start <= greatest(s.before_to, s.first_to)), '[]') end
        from register_week r where r.enrolment_id = a.enrolment_id and r.week_start > coalesce(s.before_from, s.first_from) - 7 and r.week_start <= greatest(s.second_to, s.before_to)) r
      $$`,

    // The term report leaves the team: who sees figures of the whole area reads it too, so it is added up here, where that reach reads no row. Nothing in the answer names a child: what schools wrote is for those who reach their rows. Restricted children count for those with the right.
    `create function term_meeting_facts(term_from date, term_to date, term_until date, today date, record_days integer, severe_percent integer, barrier_groups jsonb, before_days integer, first_days integer) returns jsonb
      language plpgsql stable security definer set search_path from current as $$
      declare counts_restricted boolean := current_setting('role') like '%\\_full' or current_setting('role') like '%\\_protected';
      begin
        if current_setting('role') not like 'reach\\_authority%' and current_setting('role') <> 'reach_area' then raise exception 'the term report is of the whole authority' using errcode = '42501'; end if;
        return (
          with here as materialized (select id from school where la_code = (select code from authority limit 1)),
          -- On the day it was held; before that on the day it is for.
          term_meeting as materialized (
            select m.*, coalesce(m.held_on, m.on_day) as day, m.status in ('HELD', 'RECORD_ISSUED', 'LOCKED') as is_held, m.type <> 'CHECK_IN' as counts, (
              select case when count(*) = record_days then max(day) end from (select w.week_start + n as day from school_week w cross join generate_series(0, 6) n where w.school_id = m.school_ids[1] and w.week_start between coalesce(m.held_on, m.on_day) - 6 and coalesce(m.held_on, m.on_day) + 60
                and (w.open_days >> n) & 1 = 1 and w.week_start + n > coalesce(m.held_on, m.on_day) order by 1 limit record_days) due) as record_due
            from meeting m where coalesce(m.held_on, m.on_day) between term_from and term_to),
          held as materialized (select id from term_meeting where is_held and counts),
          owed as materialized (select t.* from task t where t.source = 'MEETING' and (counts_restricted or not t.restricted)),
          severe as materialized (
            select distinct s.pupil_id from pupil_standing s join here h on h.id = s.school_id join enrolment e on e.id = s.enrolment_id
            where s.possible > 0 and s.absent * 100 >= s.possible * severe_percent and e.starts_on <= today and coalesce(e.ends_on, today) >= today and (counts_restricted or not s.restricted)),
          plan as (select distinct on (a.pupil_id) a.pupil_id, a.value from meeting_answer a where a.place = 'PUPIL' and a.field = 'PLAN_STATUS' and a.pupil_id in (select pupil_id from severe) order by a.pupil_id, a.at desc, a.id desc),
          discussed as (
            select distinct l.pupil_id from meeting_pupil l join meeting_answer a on a.meeting_id = l.meeting_id and a.school_id = l.school_id and a.pupil_id = l.pupil_id and a.place = 'PUPIL' and a.field = 'DISCUSSED' and a.value = 'YES'
            where l.meeting_id in (select id from held) and l.removed_reason is null),
          barrier as materialized (
            select distinct a.pupil_id, barrier_groups ->> b.code as of_group from meeting_answer a cross join unnest(string_to_array(a.value, ',')) b (code)
            where a.place = 'PUPIL' and a.field = 'BARRIERS' and a.meeting_id in (select id from held) and (counts_restricted or not a.restricted) and barrier_groups ? b.code),
          said as materialized (select a.school_id, a.field, a.value, m.issued_on from meeting_answer a join term_meeting m on m.id = a.meeting_id where a.place = 'SECTION' and a.field in ('PRACTICE_TO_SHARE', 'AREA_BARRIER') and m.is_held and btrim(a.value) <> ''),
          worker as materialized (
            select o.user_id as id from school_officer o join here h on h.id = o.school_id where o.valid_from <= today and coalesce(o.valid_to, today) >= today
            union select officer_id from term_meeting),
          acted as materialized (
            select distinct on (t.type, t.pupil_id) t.id, t.type, t.from_on, e.id as enrolment_id from owed t
            cross join lateral (select e.id from enrolment e where e.pupil_id = t.pupil_id order by (e.school_id = t.school_id) desc nulls last, (t.from_on between e.starts_on and coalesce(e.ends_on, 'infinity')) desc, (e.starts_on <= t.from_on) desc, e.starts_on desc, e.id desc limit 1) e
            where t.status in ('IN_PROGRESS', 'PARTLY', 'DONE') and t.from_on between term_from and least(term_until, today) order by t.type, t.pupil_id, t.from_on, t.id)
          select jsonb_build_object(
            'meetings', (select coalesce(jsonb_agg(jsonb_build_object('type', m.type, 'status', m.status, 'heldOn', case when m.is_held then m.day end, 'issuedOn', m.issued_on, 'recordDue', m.record_due, 'officerId', m.officer_id,
              'schools', (select coalesce(jsonb_agg(jsonb_build_object('schoolId', n.school_id, 'isSectionComplete', n.section_complete_at is not null)), '[]') from meeting_school n where n.meeting_id = m.id)) order by m.id), '[]') from term_meeting m),
            'offers', (select coalesce(jsonb_agg(jsonb_build_object('schoolId', u.school_id, 'isRefused', o.nth <= o.refused)), '[]')
              from (select h.meeting_id, h.school_ids, row_number() over (partition by h.meeting_id order by h.id) as nth, (select count(*) from meeting_change d where d.meeting_id = h.meeting_id and d.command = 'DECLINE') as refused
                from meeting_change h join term_meeting m on m.id = h.meeting_id where h.command = 'OFFER' and m.counts) o cross join unnest(o.school_ids) u (school_id)),
            'actions', (select coalesce(jsonb_agg(a order by a.side), '[]') from (select side, count(*) as due, count(*) filter (where status = 'DONE' and done_on <= due_on) as "onTime", count(*) filter (where status = 'DONE' and done_on > due_on) as late,
              count(*) filter (where status in ('OPEN', 'IN_PROGRESS')) as open, count(*) filter (where status in ('PARTLY', 'NOT_DONE')) as "notDone", count(*) filter (where status = 'NO_LONGER_NEEDED') as "notNeeded"
              from owed where due_on between term_from and least(term_to, today) group by side) a),
            'severe', jsonb_build_object('pupils', (select count(*) from severe), 'withPlan', (select count(*) from plan where value in ('IN_PLACE_WORKING', 'IN_PLACE_NOT_WORKING')), 'discussed', (select count(*) from severe join discussed using (pupil_id))),
            'barriers', jsonb_build_object('pupils', (select count(distinct pupil_id) from barrier), 'groups', (select coalesce(jsonb_object_agg(of_group, pupils), '{}') from (select of_group, count(*) as pupils from barrier group by 1) g)),
            'said', (select jsonb_build_object('PRACTICE_TO_SHARE', count(*) filter (where field = 'PRACTICE_TO_SHARE'), 'AREA_BARRIER', count(*) filter (where field = 'AREA_BARRIER'), 'schools', count(distinct school_id)) from said),
            'texts', case when current_setting('role') = 'reach_area' then '[]' else (select coalesce(jsonb_agg(jsonb_build_object('schoolId', school_id, 'field', field, 'value', value) order by school_id), '[]') from said where issued_on is not null) end,
            'officers', (select coalesce(jsonb_agg(jsonb_build_object('officerId', w.id, 'schools', (select count(distinct o.school_id) from school_officer o join here h on h.id = o.school_id where o.user_id = w.id and o.valid_from <= today and coalesce(o.valid_to, today) >= today),
              'held', (select count(*) from term_meeting m where m.officer_id = w.id and m.is_held), 'booked', (select count(*) from term_meeting m where m.officer_id = w.id and m.status in ('BOOKED', 'PREPARED')),
              'open', (select count(*) from owed t where t.owner_id = w.id and t.status in ('OPEN', 'IN_PROGRESS')), 'overdue', (select count(*) from owed t where t.owner_id = w.id and t.status in ('OPEN', 'IN_PROGRESS') and t.overdue_from <= today)) order by w.id), '[]') from worker w),
            'effects', (select coalesce(jsonb_agg(jsonb_build_object('type', a.type, 'before', jsonb_build_object('possible', w.before_possible, 'attended', w.before_attended), 'after', jsonb_build_object('possible', w.first_possible, 'attended', w.first_attended)) order by a.type, w.before_attended), '[]')
              from acted a left join impact_windows((select array_agg(id order by id) from acted), (select array_agg(enrolment_id order by id) from acted), (select array_agg(from_on order by id) from acted), before_days, first_days, first_days, false) w on w.key = a.id)));
      end $$`,
    ...ownedByIngest('term_meeting_facts'),
    `grant execute on function term_meeting_facts to reach_authority, reach_area`,
  ];
}
