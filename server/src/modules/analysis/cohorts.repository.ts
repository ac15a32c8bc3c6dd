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
export interface CohortRow extends CohortSums { readonly academicYear: number; readonly value: string; readonly label: string }
export interface CrossedRow extends CohortSums { readonly value: string; readonly label: string; readonly across: string; readonly acrossLabel: string }

const KEPT = [
  ['possible', 'possible'], ['attended', 'attended'], ['authorised', 'authorised'], ['unauthorised', 'unauthorised'], ['late_before', 'lateBefore'], ['late_after', 'lateAfter'], ['enrolments', 'enrolments'],
  ['persistent', 'persistent'], ['severe', 'severe'], ['recent_possible', 'recentPossible'], ['recent_absent', 'recentAbsent'], ['week_possible', 'weekPossible'], ['week_absent', 'weekAbsent'],
] as const satisfies readonly (readonly [string, keyof CohortSums])[];
const SUMS = KEPT.map(([column, name]) => `coalesce(sum(t.${column}), 0)::int as "${name}"`).join(', ');

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

/** Figures by who pupils are, from the totals that imports keep of each school; two ways at once, from the year's rows of single enrolments. */
export class CohortsRepository {
  /** This year and the one before. */
  async totals(operation: Operation, axis: CohortAxis, { academicYear }: Span, { phase, schoolId }: Scope): Promise<CohortRow[]> {
    const place = AXIS_PLACES[axis];
    const value = place.of === 'SCHOOL' ? `coalesce(${place.value}, 'NOT_RECORDED')` : 't.value';
    return operation.sql<CohortRow>(
      `select t.academic_year as "academicYear", ${value} as value, ${labelOf(axis, 't.value')} as label, ${SUMS}
       from ${place.of === 'CARE' ? 'school_care_total' : 'school_cohort_total'} t ${OF_SCHOOL}
       where t.academic_year in ($1, $1 - 1) and t.axis = $2 and ($3::text is null or s.phase = $3) and ($4::int is null or t.school_id = $4) group by 1, 2, 3`,
      [academicYear, place.of === 'SCHOOL' ? 'ALL' : axis, phase, schoolId]);
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
