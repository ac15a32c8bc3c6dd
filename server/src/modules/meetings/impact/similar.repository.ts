import { similarRule, similarSchools, type ContextSchool } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { type NO_SCHOOLS_BESIDE, type NoSchoolsBeside } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';

/** The schools like one, nearest first; or why there are none. */
export interface SimilarFound { readonly schoolIds: readonly number[]; readonly why: NoSchoolsBeside | null }

type Context = ContextSchool & { readonly reached: number };
const held = (axis: string, value: string): string => `coalesce(sum(t.enrolments) filter (where t.axis = '${axis}' and t.value = '${value}'), 0)::int`;
const COUNTS = [['pupils', 'ALL', 'ALL'], ['fsm6', 'FSM6', 'Y'], ['senSupport', 'SEN', 'K'], ['senPlan', 'SEN', 'E'], ['eal', 'EAL', 'OTH'], ['ealBelieved', 'EAL', 'OTB']] as const;

/** Schools like others, by the rule of the analysis module, any number of schools in one statement: its service answers for one school at a time. */
export class SimilarRepository {
  async of(operation: Operation, schoolIds: readonly number[]): Promise<Map<number, SimilarFound>> {
    if (schoolIds.length === 0) return new Map();
    const all = await operation.sql<Context>(
      `select s.id as "schoolId", s.phase, (select count(distinct r.school_id)::int from school_year_total r where r.academic_year = $1) as reached, ${COUNTS.map(([name, axis, value]) => `${held(axis, value)} as "${name}"`).join(', ')}
       from school s join school_cohort_total t on t.school_id = s.id and t.academic_year = $1 and t.axis in ('ALL', 'FSM6', 'SEN', 'EAL') where s.phase in (select phase from school where id = any ($2::int[])) group by 1, 2`,
      [academicYearOf(operation.today), [...schoolIds]]);
    return new Map(schoolIds.map((id) => [id, near(all, id, operation.today)]));
  }
}

function near(all: readonly Context[], id: number, today: string): SimilarFound {
  const rule = similarRule(today);
  const own = all.find(({ schoolId }) => schoolId === id);
  const schools = own === undefined ? [] : similarSchools(own, all, rule);
  const why = (): keyof typeof NO_SCHOOLS_BESIDE => (own === undefined ? 'NO_FIGURES' : own.reached < 2 ? 'OWN_SCHOOL_ONLY' : own.pupils < rule.leastPupils ? 'TOO_SMALL' : 'TOO_FEW');
  return { schoolIds: schools.map(({ school }) => school.schoolId), why: schools.length === 0 ? why() : null };
}
