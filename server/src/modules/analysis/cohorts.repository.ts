import type { CohortAxis } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Scope } from './figures.repository.ts';
import type { Span } from './figures.service.ts';

/** Whole counts of one group, before anything is hidden. */
export interface CohortRow {
  readonly value: string | null; readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number;
  readonly enrolments: number; readonly persistent: number; readonly severe: number;
}

/** The year's enrolments split by what holds of their pupils today: functions of the database, because people who see figures only read no pupil. */
export class CohortsRepository {
  async totals(operation: Operation, axis: CohortAxis, { academicYear, thresholds }: Span, { phase, schoolId }: Scope): Promise<CohortRow[]> {
    const counting = operation.actor.reach.kind === 'AGGREGATE' ? 'cohort_totals_of_figures' : 'cohort_totals';
    return operation.sql<CohortRow>(
      `select value, possible, attended, authorised, unauthorised, late_before as "lateBefore", late_after as "lateAfter", enrolments, persistent, severe
       from ${counting}($1::text, $2::int, $3::date, $4::text, $5::int, $6::int, $7::int)`,
      [axis, academicYear, operation.today, phase, schoolId, thresholds.persistent, thresholds.severe]);
  }
}
