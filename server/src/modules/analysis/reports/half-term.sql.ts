/** The Monday of the week in which the half term of a school that holds a day began; both are SQL. Twin of `halfTermFrom` in shared/src/attendance. */
export const halfTermFrom = (school: string, on: string): string => `(select max(w.week_start) from school_week w where w.school_id = ${school} and w.open_days <> 0 and w.week_start <= ${on}
  and not exists (select from school_week b where b.school_id = w.school_id and b.open_days <> 0 and b.week_start = w.week_start - 7))`;
