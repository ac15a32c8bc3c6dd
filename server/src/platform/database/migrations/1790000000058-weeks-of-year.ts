import { ForwardOnly } from './forward-only.ts';

/** The last week with a session, of a year and whichever schools, is found from the year's end: it was asked of every week of every school. */
export class WeeksOfYear1790000000058 extends ForwardOnly {
  readonly statements = ['create index school_week_total_year on school_week_total (academic_year, week_start)'];
}
