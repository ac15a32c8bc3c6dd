import type { HalfDayCounts } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Scope } from './figures.repository.ts';

export interface SlotRow extends HalfDayCounts { readonly slot: number }

/** Rows `t` of a year, of one phase or of one school. */
const SCOPE = `t.academic_year = $1::int and ($2::text is null or t.school_id in (select id from school where phase = $2)) and ($3::int is null or t.school_id = $3)`;

/** Sums of the counts that imports keep by half day and by code. */
export class PatternsRepository {
  async slots(operation: Operation, academicYear: number, { phase, schoolId }: Scope): Promise<SlotRow[]> {
    return operation.sql<SlotRow>(
      `select t.slot::int as slot, sum(t.possible)::int as possible, sum(t.authorised)::int as authorised, sum(t.unauthorised)::int as unauthorised, sum(t.late_before)::int as "lateBefore", sum(t.late_after)::int as "lateAfter"
       from school_session_total t where ${SCOPE} group by 1 order by 1`, [academicYear, phase, schoolId]);
  }

  async codes(operation: Operation, academicYear: number, { phase, schoolId }: Scope): Promise<{ mark: string; sessions: number }[]> {
    return operation.sql(`select t.mark, sum(t.sessions)::int as sessions from school_code_total t where ${SCOPE} group by 1 order by 2 desc, 1`, [academicYear, phase, schoolId]);
  }

  /** How often each mark was given at each school within reach, by phase. */
  async codesOfSchools(operation: Operation, academicYear: number): Promise<{ schoolId: number; part: string; mark: string; sessions: number }[]> {
    return operation.sql(
      `select t.school_id as "schoolId", s.phase as part, t.mark, sum(t.sessions)::int as sessions from school_code_total t join school s on s.id = t.school_id where t.academic_year = $1 group by 1, 2, 3 order by 1, 3`, [academicYear]);
  }
}
