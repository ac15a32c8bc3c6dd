import type { CohortAxis, ResidencePart } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import { AXIS_PLACES, OF_SCHOOL, SCHOOL_AREA, valueOn } from './cohorts.sql.ts';
import type { Scope } from './figures.repository.ts';
import type { Span } from './figures.service.ts';

/** Whole counts of one group, before anything is hidden: of the year so far, of the last school weeks and of the last week. */
export interface CohortSums {
  readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number;
  readonly enrolments: number; readonly persistent: number; readonly severe: number;
  readonly recentPossible: number; readonly recentAbsent: number; readonly weekPossible: number; readonly weekAbsent: number;
}
export interface CohortRow extends CohortSums { readonly value: string; readonly label: string }
/** What is kept of a group of last year: its sessions up to a week, and who had any, was persistently and was severely absent by then. */
export type PointSums = Omit<CohortSums, 'recentPossible' | 'recentAbsent' | 'weekPossible' | 'weekAbsent'>;
export interface PointAtRow extends PointSums { readonly value: string; readonly label: string; readonly monday: string }
/** The same with the sessions of its last weeks, which are what lies between two of them. */
export interface PointRow extends CohortSums { readonly value: string; readonly label: string }
export interface CrossedRow extends CohortSums { readonly value: string; readonly label: string; readonly across: string; readonly acrossLabel: string }

const KEPT = [
  ['possible', 'possible'], ['attended', 'attended'], ['authorised', 'authorised'], ['unauthorised', 'unauthorised'], ['late_before', 'lateBefore'], ['late_after', 'lateAfter'], ['enrolments', 'enrolments'],
  ['persistent', 'persistent'], ['severe', 'severe'], ['recent_possible', 'recentPossible'], ['recent_absent', 'recentAbsent'], ['week_possible', 'weekPossible'], ['week_absent', 'weekAbsent'],
] as const satisfies readonly (readonly [string, keyof CohortSums])[];
const summed = (columns: readonly (readonly [string, string])[]): string => columns.map(([column, name]) => `coalesce(sum(t.${column}), 0)::int as "${name}"`).join(', ');
const SUMS = summed(KEPT);
const SUMS_TO_WEEK = summed(KEPT.filter(([column]) => !/^(recent|week)_/.test(column)));

const MISSED = '(y.authorised + y.unauthorised) * 100';
/** The same sums from the rows of single enrolments; $4 and $5 are the persistent and severe percentages. */
const SUMS_OF_ROWS = KEPT.map(([column, name]) => {
  if (column === 'enrolments') return `(count(*) filter (where y.possible > 0))::int as "${name}"`;
  if (column === 'persistent' || column === 'severe') return `(count(*) filter (where y.possible > 0 and ${MISSED} >= y.possible * $${column === 'persistent' ? 4 : 5}::int))::int as "${name}"`;
  return `coalesce(sum(${/^(recent|week)_/.test(column) ? 'd' : 'y'}.${column}), 0)::int as "${name}"`;
}).join(', ');

const labelOf = (axis: CohortAxis, value: string): string => {
  const place = AXIS_PLACES[axis];
  return place.of === 'SCHOOL' ? `coalesce(${place.label}, 'NOT_RECORDED')` : value;
};

/** The groups of a year, from totals of schools `t`; $1 is the year, $2 the axis they are kept by, $3 and $4 the scope. */
function groupsOf(axis: CohortAxis, table: string, sums: string): string {
  const place = AXIS_PLACES[axis];
  const value = place.of === 'SCHOOL' ? `coalesce(${place.value}, 'NOT_RECORDED')` : 't.value';
  return `select ${value} as value, ${labelOf(axis, 't.value')} as label, ${sums} from ${table} t ${OF_SCHOOL}
    where t.academic_year = $1 and t.axis = $2 and ($3::text is null or s.phase = $3) and ($4::int is null or t.school_id = $4)`;
}
const valuesOf = (axis: CohortAxis, academicYear: number, { phase, schoolId }: Scope): unknown[] => [academicYear, AXIS_PLACES[axis].of === 'SCHOOL' ? 'ALL' : axis, phase, schoolId];

/** Figures by who pupils are, from the totals that imports keep of each school; two ways at once, from the year's rows of single enrolments. */
export class CohortsRepository {
  async totals(operation: Operation, axis: CohortAxis, { academicYear }: Span, scope: Scope): Promise<CohortRow[]> {
    return operation.sql<CohortRow>(`${groupsOf(axis, AXIS_PLACES[axis].of === 'CARE' ? 'school_care_total' : 'school_cohort_total', SUMS)} group by 1, 2`, valuesOf(axis, academicYear, scope));
  }

  /** Last year's groups by the end of its weeks of these Mondays. */
  async points(operation: Operation, axis: CohortAxis, academicYear: number, mondays: readonly string[], scope: Scope): Promise<PointAtRow[]> {
    return operation.sql<PointAtRow>(`${groupsOf(axis, AXIS_PLACES[axis].of === 'CARE' ? 'school_care_point' : 'school_cohort_point', `to_char(t.week_start, 'YYYY-MM-DD') as monday, ${SUMS_TO_WEEK}`)} and t.week_start = any ($5::date[]) group by 1, 2, 3`, [...valuesOf(axis, academicYear, scope), [...mondays]]);
  }

  /**
   * Whether the groups of every school are kept by the end of last year's weeks of these Mondays: while those of some schools are still to be worked out, in the
   * first deliveries of a year, a sum without them would be told as if it were whole.
   */
  async keepsPoints(operation: Operation, academicYear: number, mondays: readonly string[], { phase, schoolId }: Scope): Promise<boolean> {
    const [found] = await operation.sql<{ kept: boolean }>(
      `with place as (select id as school_id from school where ($2::text is null or phase = $2) and ($3::int is null or id = $3)),
         held as (select distinct y.school_id from school_year_total y join place using (school_id) where y.academic_year = $1)
       select exists (select from held) and not exists (select from held cross join unnest($4::date[]) monday
         where not exists (select from school_cohort_point t where t.academic_year = $1 and t.axis = 'ALL' and t.week_start = monday and t.school_id = held.school_id)) as kept`, [academicYear, phase, schoolId, [...mondays]]);
    return found?.kept === true;
  }

  /** Of one phase or all: where pupils live by where they go to school, every register held seen once. From the totals that imports keep, however large the authority. */
  async residence(operation: Operation, { academicYear }: Span, phase: string | null): Promise<ResidencePart<CohortSums>[]> {
    const rows = await operation.sql<CohortSums & Pick<ResidencePart<CohortSums>, 'home' | 'attends'>>(
      `select t.value as home, ${SCHOOL_AREA} as attends, ${SUMS} from school_cohort_total t join school s on s.id = t.school_id
       where t.academic_year = $1 and t.axis = 'HOME' and ($2::text is null or s.phase = $2) group by 1, 2`, [academicYear, phase]);
    return rows.map(({ home, attends, ...figures }) => ({ home, attends, figures }));
  }

  async crossed(operation: Operation, axis: CohortAxis, across: CohortAxis, { academicYear, thresholds }: Span, { phase, schoolId }: Scope): Promise<CrossedRow[]> {
    const [value, other] = [valueOn(axis), valueOn(across)];
    return operation.sql<CrossedRow>(
      `select ${value} as value, ${labelOf(axis, value)} as label, ${other} as across, ${labelOf(across, other)} as "acrossLabel", ${SUMS_OF_ROWS}
       from pupil_year y join enrolment_cohort c on c.enrolment_id = y.enrolment_id and c.academic_year = y.academic_year
       left join pupil_standing d on d.enrolment_id = y.enrolment_id and d.academic_year = y.academic_year
       join school s on s.id = y.school_id left join trust u on u.id = s.trust_id
       where y.academic_year = $1 and ($2::text is null or s.phase = $2) and ($3::int is null or y.school_id = $3) group by 1, 2, 3, 4`,
      [academicYear, phase, schoolId, thresholds.persistent, thresholds.severe]);
  }
}
