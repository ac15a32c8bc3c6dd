import { ForwardOnly } from './forward-only.ts';
import { refreshCohortPoints } from './1790000000044-cohort-points.ts';

/** Four school weeks with the longest holiday between them, and the week before. */
const BACK = 63;

/** Groups of last year are also told of the same latest week and the same four: what is kept up to a week, less what is kept up to an earlier one. So points are kept further back. */
export class RecentPoints1790000000053 extends ForwardOnly {
  readonly statements = [
    `create or replace function ${refreshCohortPoints(BACK)}`,
    // What is held already: all of it anew, as the login that may.
    'set local role portal_ingest',
    'delete from school_cohort_point',
    'delete from school_care_point',
    'select refresh_cohort_points(array_agg(distinct school_id), array[]::integer[]) from pupil_year having count(*) > 0',
    'reset role',
  ];
}
