/** The school days beside a half-term holiday of the schools that a condition on `w` names, `school_id` with `week_start` and `day`; gap days and the longest are SQL. Twin of `halfTermEdges` in shared/src/attendance. */
export const halfTermEdges = (schools: string, gapDays: string, longestDays: string): string => `select n.school_id, n.week_start, n.day from (
    select w.school_id, w.week_start, w.week_start + d as day, lag(w.week_start + d) over of_school as before, lead(w.week_start + d) over of_school as after
    from school_week w cross join generate_series(0, 6) d where (w.open_days >> d) & 1 = 1 and ${schools} window of_school as (partition by w.school_id order by w.week_start + d)) n
  where n.day - n.before between ${gapDays} and ${longestDays} or n.after - n.day between ${gapDays} and ${longestDays}`;
