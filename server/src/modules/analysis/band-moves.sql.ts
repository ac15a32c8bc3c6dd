/** Bands of twentieths of a standing `d`: of the year before its last school weeks, and of the year so far. Twins of `bandMove`. */
export const BAND_BEFORE = '(d.absent - d.recent_absent) * 20 / (d.possible - d.recent_possible)';
export const BAND_NOW = 'd.absent * 20 / d.possible';

/** Of those on roll, with a session before the last school weeks; both arguments are SQL, `d` is the standing and `e` its enrolment. */
export const isMoved = (year: string, today: string): string => `d.academic_year = ${year} and (e.ends_on is null or e.ends_on >= ${today}) and d.possible > d.recent_possible`;
