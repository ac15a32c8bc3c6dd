import { COUNTED_MARKS } from '@attendance/shared/attendance';
import { ForwardOnly } from './forward-only.ts';
import { literal } from './sql-text.ts';

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
  ];
}
