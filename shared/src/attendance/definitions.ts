import type { AcademicYear } from '../calendar/index.ts';
import { ageOn, dayOfParts, isoOfDay, mondayOf } from '../kernel/index.ts';

/**
 * Whose sessions a figure is made of. LOCAL: everyone on roll, as schools see it. DFE_DAILY: as the daily national series.
 * DFE_CENSUS: as the census series. Source: DfE, Pupil absence statistics: methodology; Pupil attendance in schools: methodology.
 */
export const Definition = { LOCAL: 'LOCAL', DFE_DAILY: 'DFE_DAILY', DFE_CENSUS: 'DFE_CENSUS' } as const;
export type Definition = (typeof Definition)[keyof typeof Definition];

/** What a definition asks of an enrolment. Days are ISO. */
export interface DefinedEnrolment { readonly bornOn: string; readonly startsOn: string }

/** The ages national series publish, both included, at 31 August before the year: Years 1 to 11. */
const YOUNGEST = 5;
const OLDEST = 15;

const ageOfYear = (bornOn: string, year: AcademicYear): number => ageOn(bornOn, `${year}-08-31`);
const isPublishedAge = (age: number): boolean => age >= YOUNGEST && age <= OLDEST;

/** The day from which the census counts the second half of the summer term: the spring bank holiday, the last Monday in May. A single year's move of it (2022) is not followed. */
export function secondHalfOfSummerFrom(year: AcademicYear): string {
  return isoOfDay(mondayOf(dayOfParts(year + 1, 5, 31)));
}

/** Whether a session of an enrolment on an ISO day of the academic year is in the figures. */
export function countsSession(definition: Definition, enrolment: DefinedEnrolment, on: string, year: AcademicYear): boolean {
  if (definition === Definition.LOCAL) return true;
  const age = ageOfYear(enrolment.bornOn, year);
  if (!isPublishedAge(age)) return false;
  // Year 11 has left for examinations: possible and missed sessions alike are taken out.
  return definition === Definition.DFE_DAILY || age < OLDEST || on < secondHalfOfSummerFrom(year);
}

/**
 * Whether an enrolment is one of those a figure counts, so of the whole that persistent absence is a share of. `possible` is
 * its possible sessions of the year that `countsSession` lets in: without one there is nothing to be absent from.
 */
export function countsEnrolment(definition: Definition, enrolment: DefinedEnrolment, possible: number, year: AcademicYear): boolean {
  if (definition === Definition.LOCAL) return possible > 0;
  if (possible === 0 || !isPublishedAge(ageOfYear(enrolment.bornOn, year))) return false;
  return definition === Definition.DFE_DAILY || enrolment.startsOn < secondHalfOfSummerFrom(year);
}
