import { COUNTED_MARKS, MARK_ALPHABET, MARKS_COUNTING_FOR } from '@attendance/shared/attendance';
import { reachPolicies } from '../row-policies.ts';
import { REGISTER_TABLES, spreadToRegisters } from './1790000000009-spreading.ts';
import { ForwardOnly } from './forward-only.ts';
import { inForce, literal } from './sql-text.ts';

const everythingBut = (marks: string): string => literal(` ${[...MARK_ALPHABET].filter((mark) => !marks.includes(mark)).join('')}`);

const HOLIDAY_WITHOUT_LEAVE = 'G';
if (MARKS_COUNTING_FOR.penalty !== COUNTED_MARKS.unauthorised) throw new RangeError('The penalty window counts unauthorised sessions: pupil_standing sums that column');
const ABSENT_MARKS = COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised;
const NOT_POSSIBLE = everythingBut(COUNTED_MARKS.possible);
const NOT_ATTENDED = everythingBut(COUNTED_MARKS.attended);
const NOT_ABSENT = everythingBut(ABSENT_MARKS);
/** Everything that does not end a run without leave: its own marks, and sessions that were not possible. */
const NOT_ENDING_RUN = literal(` ${[...MARK_ALPHABET].filter((mark) => !COUNTED_MARKS.possible.includes(mark) || MARKS_COUNTING_FOR.tenDayReturn.includes(mark)).join('')}`);

/** What is counted is taken out and missed, not kept and measured: a text costs as much as the set that each of its characters is compared with. */
const countIn = (text: string, marks: string): string => `(length(${text}) - length(translate(${text}, ${literal(marks)}, '')))`;
/** What is left of a text behind the last character that is not in the set. */
const behind = (text: string, set: string): string => `substr(${text}, length(rtrim(${text}, ${set})) + 1)`;
/** The day of a position in a year's marks; weeks stand in "weeks" in the same order, fourteen characters each. */
const dayAt = (position: string): string => `weeks[(${position} - 1) / 14 + 1] + ((${position} - 1) % 14) / 2`;
/** Absent sessions of one day of the week, of the weeks that have any. */
const absentOn = (day: number): string => `coalesce(${countIn(`string_agg(substr(r.marks, ${day * 2 + 1}, 2), '') filter (where r.authorised + r.unauthorised > 0 and r.week_start >= at.year_from)`, ABSENT_MARKS)}, 0)`;

/** The Monday from which so many school weeks count, of school weeks `w` up to the marks; of all there are where they are fewer. */
const fromWeek = (count: string, andOf = 'true'): string =>
  `(select min(last.week_start) from (select w.week_start from school_week w where w.school_id = c.school_id and w.open_days <> 0 and w.week_start <= c.marks_to and ${andOf} order by 1 desc limit ${count}) last)`;
const OF_YEAR = 'w.week_start >= y.year_from';

const COUNTS = [
  'possible', 'absent', 'recent_possible', 'recent_absent', 'week_possible', 'week_absent', 'part_time_sessions', 'last_possible', 'last_absent', 'sessions_left', 'away_sessions', 'back_sessions', 'back_after', 'unauthorised_run', 'ill_sessions',
  'penalty', 'penalty_ahead', 'late_sessions', 'weekday', 'weekday_absent', 'holiday_sessions',
];

/** What is the same for every enrolment of a school whose marks were touched: how far back each count looks. */
const SCHOOL_SPANS = `
  select c.school_id, c.marks_to, y.monday, y.academic_year, y.year_from, y.year_to, n.next_day,
         coalesce(${fromWeek(inForce('standing.recent-school-weeks', 'c.marks_to'), OF_YEAR)}, y.monday) as recent_from,
         coalesce(${fromWeek(inForce('lateness.watch-school-weeks', 'c.marks_to'), OF_YEAR)}, y.monday) as late_from,
         coalesce(${fromWeek(inForce('penalty.school-weeks', 'c.marks_to'))}, y.monday) as penalty_from,
         coalesce(${fromWeek(`${inForce('penalty.school-weeks', 'c.marks_to')} - case when n.next_day > y.monday + 6 then 1 else 0 end`)}, y.monday) as ahead_from,
         2 * (select count(*) from open_day d where d.school_id = c.school_id and d.day > c.marks_to and d.week_start between y.year_from and y.year_to) as sessions_left,
         ${inForce('standing.last-sessions', 'c.marks_to')} as last_sessions, ${inForce('holiday-edge.gap-days', 'c.marks_to')} as gap_days
  from school_coverage c
  cross join lateral (select monday, year as academic_year, make_date(year, 8, 26) as year_from, make_date(year + 1, 8, 25) as year_to
    from (select date_trunc('week', c.marks_to)::date as monday, extract(year from date_trunc('week', c.marks_to) + interval '6 days')::int - (extract(month from date_trunc('week', c.marks_to) + interval '6 days') < 9)::int as year) named) y
  cross join lateral (select min(d.day) as next_day from open_day d where d.school_id = c.school_id and d.day > c.marks_to) n
  where c.school_id in (select school_id from touched)`;

/**
 * Where each enrolment stands, one row of counts and days: what the work lists are made of. The twin of `standingOf` in
 * shared/src/attendance, kept by imports and undos for what they touched. A year of marks is put together into one text, so
 * that a run is what is left when its end is trimmed, and a count is what is left when other marks are taken out.
 */
export class Standing1790000000012 extends ForwardOnly {
  readonly statements = [
    `create table pupil_standing (
      enrolment_id integer primary key,
      academic_year smallint not null,
      school_id integer not null,
      pupil_id integer not null,
      restricted boolean not null default false,
      marks_to date not null,
      recent_from date not null,
      away_since date,
      back_on date,
      next_day date,
      ${COUNTS.map((name) => `${name} smallint not null`).join(', ')}
    )`,
    `create index pupil_standing_school on pupil_standing (school_id, academic_year)`,
    `create index pupil_standing_pupil on pupil_standing (pupil_id)`,
    ...reachPolicies('pupil_standing', { school: 'school_id', pupil: 'pupil_id', restricted: 'restricted' }),

    // Leaves the enrolments it worked out in the temporary table "standing_of". For the schools and pupils that the temporary table "touched" names, and for whoever stands on an older day than the school's marks now reach.
    `create function refresh_pupil_standing() returns void language plpgsql set plan_cache_mode to force_custom_plan as $$
      begin
        drop table if exists pg_temp.standing_of;
        create temporary table standing_at on commit drop as
          with open_day as materialized (
            select w.school_id, w.week_start, w.week_start + d as day from school_week w cross join generate_series(0, 6) d
            where w.school_id in (select school_id from touched) and (w.open_days >> d) & 1 = 1)
          ${SCHOOL_SPANS};
        create temporary table standing_edge on commit drop as
          select school_id, day from (
            select w.school_id, w.week_start + d as day, lag(w.week_start + d) over one_school as before, lead(w.week_start + d) over one_school as after
            from school_week w cross join generate_series(0, 6) d where w.school_id in (select school_id from standing_at) and (w.open_days >> d) & 1 = 1
            window one_school as (partition by w.school_id order by w.week_start + d)) days
          join standing_at at using (school_id)
          where day between at.year_from and at.year_to + 6 and (coalesce(day - before, at.gap_days) >= at.gap_days or coalesce(after - day, at.gap_days) >= at.gap_days);
        create temporary table standing_of on commit drop as
          select distinct enrolment_id from touched
          union
          select y.enrolment_id from standing_at at join pupil_year y on y.school_id = at.school_id and y.academic_year = at.academic_year
            left join pupil_standing s on s.enrolment_id = y.enrolment_id where s.marks_to is distinct from at.marks_to;
        analyze standing_at; analyze standing_edge; analyze standing_of;
        delete from pupil_standing s using standing_of o where s.enrolment_id = o.enrolment_id;
        delete from pupil_standing s where s.school_id in (select school_id from touched) and not exists (select from standing_at at where at.school_id = s.school_id and at.academic_year = s.academic_year);

        -- A week without absence or lateness says nothing here, unless it is one of the last: most are not even looked at.
        create temporary table standing_year on commit drop as
          select y.enrolment_id, y.school_id, y.pupil_id, y.restricted, y.possible, y.authorised + y.unauthorised as absent,
                 min(r.week_start) filter (where r.attended > 0 and r.week_start >= at.recent_from) as attended_from, max(r.week_start) filter (where r.authorised + r.unauthorised > 0) as absent_to,
                 coalesce(sum(r.possible) filter (where r.week_start >= at.recent_from), 0) as recent_possible, coalesce(sum(r.authorised + r.unauthorised) filter (where r.week_start >= at.recent_from), 0) as recent_absent,
                 coalesce(sum(r.possible) filter (where r.week_start = at.monday), 0) as week_possible, coalesce(sum(r.authorised + r.unauthorised) filter (where r.week_start = at.monday), 0) as week_absent,
                 coalesce(sum(${countIn('r.marks', MARKS_COUNTING_FOR.partTime)}) filter (where r.authorised > 0 and r.week_start >= at.recent_from), 0) as part_time_sessions,
                 coalesce(sum(r.late_before + r.late_after) filter (where r.week_start >= at.late_from), 0) as late_sessions,
                 coalesce(sum(r.unauthorised) filter (where r.week_start >= at.penalty_from), 0) as penalty, coalesce(sum(r.unauthorised) filter (where r.week_start >= at.ahead_from), 0) as penalty_ahead,
                 coalesce(sum(${countIn('r.marks', MARKS_COUNTING_FOR.sicknessReturn)}) filter (where r.authorised > 0 and r.week_start >= at.year_from), 0) as ill_sessions,
                 array[${[0, 1, 2, 3, 4].map(absentOn).join(', ')}] as by_day
          from standing_of o
          join pupil_year y on y.enrolment_id = o.enrolment_id
          join standing_at at on at.school_id = y.school_id and at.academic_year = y.academic_year
          left join register_week r on r.enrolment_id = y.enrolment_id and r.week_start between least(at.year_from, at.penalty_from) and at.year_to
            and r.week_start between (select min(least(year_from, penalty_from)) from standing_at) and (select max(year_to) from standing_at)
            and (r.authorised + r.unauthorised + r.late_before > 0 or r.week_start >= at.recent_from)
          group by y.enrolment_id, y.academic_year;
        analyze standing_year;
        -- The last weeks as one text hold every run that matters, but for those who were away all through them: of these the year is looked at.
        create temporary table standing_text on commit drop as
          select y.enrolment_id, string_agg(r.marks, '' order by r.week_start) as marks, array_agg(r.week_start order by r.week_start) as weeks
          from standing_year y join standing_at at using (school_id)
          join register_week r on r.enrolment_id = y.enrolment_id and r.week_start <= at.year_to and r.week_start >= case
            when y.attended_from is not null and (y.absent_to is null or y.absent_to < at.recent_from or y.attended_from < y.absent_to) then at.recent_from
            else least(at.year_from, at.penalty_from) end
          where r.week_start between (select min(least(year_from, penalty_from)) from standing_at) and (select max(year_to) from standing_at)
          group by y.enrolment_id;
        analyze standing_text;
        -- A day of holiday without leave is rare: only such weeks are laid beside the school's holidays.
        create temporary table standing_holiday on commit drop as
          select r.enrolment_id, sum(${countIn('substr(r.marks, (e.day - r.week_start) * 2 + 1, 2)', HOLIDAY_WITHOUT_LEAVE)}) as sessions
          from standing_year t join standing_at at using (school_id)
          join register_week r on r.enrolment_id = t.enrolment_id and r.week_start between at.year_from and at.year_to and r.unauthorised > 0 and position('${HOLIDAY_WITHOUT_LEAVE}' in r.marks) > 0
            and r.week_start between (select min(year_from) from standing_at) and (select max(year_to) from standing_at)
          join standing_edge e on e.school_id = t.school_id and e.day between r.week_start and r.week_start + 6
          group by 1;
        analyze standing_holiday;
        insert into pupil_standing (enrolment_id, academic_year, school_id, pupil_id, restricted, marks_to, recent_from, away_since, back_on, next_day, ${COUNTS.join(', ')})
        -- Written down, or each part would be cut anew wherever it is used.
        with trimmed as materialized (
          select y.*, t.weeks, t.marks, rtrim(marks, ${NOT_ABSENT}) as to_absence, ltrim(${behind('marks', NOT_ATTENDED)}, ${NOT_POSSIBLE}) as away, ltrim(${behind('marks', NOT_ABSENT)}, ${NOT_POSSIBLE}) as back,
                 right(translate(right(marks, (select count(*) * 14 from unnest(t.weeks) week where week >= at.recent_from)::int), ${NOT_POSSIBLE}, ''), at.last_sessions) as last,
                 coalesce(y.absent_to >= at.recent_from, false) as is_recent
          from standing_text t join standing_year y using (enrolment_id) join standing_at at using (school_id))
        select t.enrolment_id, at.academic_year, t.school_id, t.pupil_id, t.restricted, at.marks_to, at.recent_from,
               case when away <> '' then ${dayAt('(length(marks) - length(away) + 1)')} end,
               case when away = '' and is_recent and back <> '' then ${dayAt('(length(marks) - length(back) + 1)')} end,
               at.next_day,
               t.possible, t.absent, t.recent_possible, t.recent_absent, t.week_possible, t.week_absent, t.part_time_sessions, length(last), ${countIn('last', ABSENT_MARKS)}, at.sessions_left,
               ${countIn('away', ABSENT_MARKS)},
               case when away = '' and is_recent then ${countIn('back', COUNTED_MARKS.attended)} else 0 end,
               case when away = '' and is_recent then ${countIn(behind('to_absence', NOT_ATTENDED), ABSENT_MARKS)} else 0 end,
               ${countIn(behind('marks', NOT_ENDING_RUN), MARKS_COUNTING_FOR.tenDayReturn)},
               t.ill_sessions, t.penalty, t.penalty_ahead,
               t.late_sessions, array_position(by_day, most) - 1, most, coalesce(h.sessions, 0)
        from trimmed t
        join standing_at at using (school_id)
        left join standing_holiday h using (enrolment_id)
        cross join lateral (select max(day) as most from unnest(by_day) day) m;
        drop table standing_at, standing_edge, standing_year, standing_text, standing_holiday;
      end $$`,
    `revoke all on function refresh_pupil_standing from public`,
    `grant execute on function refresh_pupil_standing to portal_ingest`,

    // As before, and standings follow as well.
    `create or replace function ${spreadToRegisters([...REGISTER_TABLES, 'pupil_standing', 'work_list_member'], 'pg_temp.touched, pg_temp.touched_week')}`,
    // Registers that came in before this migration. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `create temporary table touched on commit drop as select y.enrolment_id, y.pupil_id, y.school_id, y.first_week as week_start from pupil_year y join school_coverage c using (school_id) where y.last_week >= c.marks_to - 370`,
    `select refresh_pupil_standing()`,
    `drop table touched`,
    `reset role`,
  ];
}
