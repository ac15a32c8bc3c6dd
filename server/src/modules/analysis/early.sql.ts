/**
 * Weeks of a school's calendar begun in an academic year up to a day, all of them SQL. Counts no further than `most`, where given: whether
 * there are more than so many is answered without the rest. Persistent and severe absence are spoken of by `isPersistenceShown`.
 */
export const weeksBegun = (school: string, academicYear: string, to: string, most?: string): string =>
  `(select count(*)::int from (select from school_week w where w.school_id = ${school} and w.open_days <> 0 and w.week_start between make_date(${academicYear}, 8, 26) and ${to} order by w.week_start${most === undefined ? '' : ` limit ${most}`}) begun)`;

/** Up to which day a school `s` is looked at on the day $1: its last marks. People who reach single pupils are told of no school's, and have the last marks of those pupils. */
const MARKS_TO = `coalesce((select c.marks_to from school_coverage c where c.school_id = s.id), case when not exists (select from school_coverage) and $1::date is not null then (select max(p.marks_to) from pupil_standing p) end)`;

/** Whether a school `s` has had enough weeks in the academic year to speak of persistent absence. $1 is today; the rest SQL. */
export const isShownAt = (academicYear: string, shownFrom: string): string => `${weeksBegun('s.id', academicYear, MARKS_TO, `${shownFrom} + 1`)} > ${shownFrom}`;
