import { oneOf } from '../../../graphql/page-query.ts';
import type { ExplainedMeasure } from '../figures.generated.ts';

/** The figures Explain opens, in the order the tiles stand. */
export const EXPLAINED = ['ATTENDANCE', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE'] as const satisfies readonly ExplainedMeasure[];

export const EXPLAINED_LABELS: Readonly<Record<ExplainedMeasure, string>> = {
  ATTENDANCE: 'Attendance', UNAUTHORISED: 'Unauthorised absence', PERSISTENT: 'Persistent absence', SEVERE: 'Severe absence', LATE: 'Late',
};

/** The lists behind figures, as the choice of a list words them. */
export const LISTED = {
  PERSISTENT: 'Persistently absent: missed 10% or more', SEVERE: 'Severely absent: missed half or more', NEARLY_PERSISTENT: 'One missed session from 10%', AT_RISK: 'Missed 5% to 10%',
  UNAUTHORISED: 'Any unauthorised absence', AUTHORISED: 'Any authorised absence', ABSENT: 'Any absence', LATE: 'Late at least once', MISSING: 'A session without a mark', COUNTED: 'Everyone with a session', NO_SESSIONS: 'No possible session yet',
} as const;
export type ListedMeasure = keyof typeof LISTED;
export const LISTED_MEASURES = Object.keys(LISTED) as ListedMeasure[];

/** Which list an address asks for. */
export function measureIn(search: URLSearchParams): ListedMeasure {
  return oneOf(search, 'measure', LISTED_MEASURES, 'PERSISTENT');
}

/** The figure an address asks to have explained, or none. */
export function explainedIn(search: URLSearchParams): ExplainedMeasure | null {
  const measure = search.get('explain');
  return EXPLAINED.find((each) => each === measure) ?? null;
}

/** Where the rows of a figure are, kept to the same school, phase and year group. */
export function pupilsHref(measure: string, kept: Readonly<Record<string, string | number | null | undefined>> = {}): string {
  const search = new URLSearchParams({ measure });
  for (const [key, value] of Object.entries(kept)) if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  return `/pupils?${search.toString()}`;
}
