import type { SchoolSums } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';

/** What is counted of every school within reach, a year and the year before. */
export async function sumsOfSchools(operation: Operation, academicYear: number): Promise<(SchoolSums & { readonly academicYear: number })[]> {
  return operation.sql(
    `select t.academic_year as "academicYear", t.school_id as "schoolId", s.phase as part, sum(t.enrolments)::int as enrolments, sum(t.persistent)::int as persistent, sum(t.severe)::int as severe,
       sum(t.authorised)::int as authorised, sum(t.unauthorised)::int as unauthorised, sum(t.late_before)::int as "lateBefore", sum(t.late_after)::int as "lateAfter", sum(t.missing)::int as missing
     from school_year_total t join school s on s.id = t.school_id where t.academic_year in ($1, $1 - 1) group by 1, 2, 3 order by 2`, [academicYear]);
}
