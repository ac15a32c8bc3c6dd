import type { Operation } from '../../platform/graphql/operation.ts';

/** A school with what is known of its pupils and its figures; `reached` is how many schools with figures whoever asks reaches in all. */
export interface SimilarRow {
  readonly schoolId: number; readonly name: string; readonly phase: string; readonly marksTo: string | null; readonly reached: number;
  readonly pupils: number; readonly fsm6: number; readonly senSupport: number; readonly senPlan: number; readonly eal: number; readonly ealBelieved: number;
  readonly possible: number; readonly absent: number; readonly persistent: number;
}

const held = (axis: string, value: string, counted = 't.enrolments'): string => `coalesce(sum(${counted}) filter (where t.axis = '${axis}' and t.value = '${value}'), 0)::int`;
const ofAll = (counted: string): string => held('ALL', 'ALL', counted);

/** From the totals that imports keep of each school: a few rows a school, and only of schools within reach. */
export class SimilarRepository {
  /** The schools of the phases of some schools, themselves among them: one statement for any number. */
  async ofPhases(operation: Operation, academicYear: number, schoolIds: readonly number[]): Promise<SimilarRow[]> {
    return operation.sql<SimilarRow>(
      `select s.id as "schoolId", s.name, s.phase, c.marks_to as "marksTo", (select count(distinct r.school_id)::int from school_year_total r where r.academic_year = $1) as reached,
         ${ofAll('t.enrolments')} as pupils, ${held('FSM6', 'Y')} as fsm6, ${held('SEN', 'K')} as "senSupport", ${held('SEN', 'E')} as "senPlan", ${held('EAL', 'OTH')} as eal, ${held('EAL', 'OTB')} as "ealBelieved",
         ${ofAll('t.possible')} as possible, ${ofAll('(t.authorised + t.unauthorised)')} as absent, ${ofAll('t.persistent')} as persistent
       from school s join school_cohort_total t on t.school_id = s.id and t.academic_year = $1 and t.axis in ('ALL', 'FSM6', 'SEN', 'EAL') left join school_coverage c on c.school_id = s.id
       where s.phase in (select own.phase from school own where own.id = any ($2::int[])) group by 1, 2, 3, 4 order by 1`, [academicYear, [...schoolIds]]);
  }
}
