import type { AcademicYear } from '../calendar/index.ts';
import { ageOn, dayOfParts, isoOfDay, mondayOf } from '../kernel/index.ts';
import { countMarks, type MarkCounts } from './marks.ts';
import { publishedPhaseOf } from './published.ts';

/**
 * Whose sessions a figure is made of. LOCAL: everyone on roll, as schools see it. DFE_DAILY: as the daily national series.
 * DFE_CENSUS: as the census series. Source: DfE, Pupil absence statistics: methodology; Pupil attendance in schools: methodology.
 */
export const Definition = { LOCAL: 'LOCAL', DFE_DAILY: 'DFE_DAILY', DFE_CENSUS: 'DFE_CENSUS' } as const;
export type Definition = (typeof Definition)[keyof typeof Definition];

/** What a definition asks of an enrolment. Days are ISO; `status` is the census letter (C, M, S, G, F, O), `phase` that of the school. */
export interface DefinedEnrolment { readonly bornOn: string; readonly startsOn: string; readonly status: string; readonly phase: string }

/** Why an enrolment is in none of a definition's figures, in the order they are asked. */
export const LeftOut = { TOO_YOUNG: 'TOO_YOUNG', TOO_OLD: 'TOO_OLD', GUEST: 'GUEST', SCHOOL_KIND: 'SCHOOL_KIND', STARTED_LATE: 'STARTED_LATE', NO_SESSIONS_LEFT: 'NO_SESSIONS_LEFT' } as const;
export type LeftOut = (typeof LeftOut)[keyof typeof LeftOut];

/** The ages national series publish, both included, at 31 August before the year: Years 1 to 11. */
const YOUNGEST = 5;
const OLDEST = 15;
/** A guest is on the admission register of another school, which is the one that returns the child. */
const GUEST = 'G';

const ageOfYear = (bornOn: string, year: AcademicYear): number => ageOn(bornOn, `${year}-08-31`);

/** The day from which the census counts the second half of the summer term: the spring bank holiday, the last Monday in May. A single year's move of it (2022) is not followed. */
export function secondHalfOfSummerFrom(year: AcademicYear): string {
  return isoOfDay(mondayOf(dayOfParts(year + 1, 5, 31)));
}

/** Why a definition leaves an enrolment out whatever its marks say; null where it does not. */
export function leftOutBy(definition: Definition, { bornOn, startsOn, status, phase }: DefinedEnrolment, year: AcademicYear): LeftOut | null {
  if (definition === Definition.LOCAL) return null;
  const age = ageOfYear(bornOn, year);
  if (age < YOUNGEST) return LeftOut.TOO_YOUNG;
  if (age > OLDEST) return LeftOut.TOO_OLD;
  if (status === GUEST) return LeftOut.GUEST;
  if (publishedPhaseOf(phase) === null) return LeftOut.SCHOOL_KIND;
  return definition === Definition.DFE_CENSUS && startsOn >= secondHalfOfSummerFrom(year) ? LeftOut.STARTED_LATE : null;
}

/** Whether a session of an enrolment on an ISO day of the academic year is in the figures. */
export function countsSession(definition: Definition, enrolment: DefinedEnrolment, on: string, year: AcademicYear): boolean {
  if (leftOutBy(definition, enrolment, year) !== null) return false;
  // Year 11 has left for examinations: possible and missed sessions alike are taken out.
  return definition !== Definition.DFE_CENSUS || ageOfYear(enrolment.bornOn, year) < OLDEST || on < secondHalfOfSummerFrom(year);
}

/**
 * Whether an enrolment is one of those a figure counts, so of the whole that persistent absence is a share of. `possible` is
 * its possible sessions of the year that `countsSession` lets in: without one there is nothing to be absent from.
 */
export function countsEnrolment(definition: Definition, enrolment: DefinedEnrolment, possible: number, year: AcademicYear): boolean {
  return possible > 0 && leftOutBy(definition, enrolment, year) === null;
}

/** The sessions of one enrolment that a definition counts; a reason where it counts none that we do. */
export interface DefinedCounts { readonly reason: LeftOut | null; readonly counts: MarkCounts }

/** What a definition makes of an enrolment's weeks of one academic year. Weeks start on Mondays, and so does the second half of summer. */
export function definedCounts(definition: Definition, enrolment: DefinedEnrolment, weeks: readonly { readonly weekStart: string; readonly marks: string }[], year: AcademicYear): DefinedCounts {
  const counted = weeks.filter(({ weekStart }) => countsSession(definition, enrolment, weekStart, year));
  const counts = countMarks(counted.map(({ marks }) => marks).join(''));
  const reason = leftOutBy(definition, enrolment, year);
  if (reason !== null || counts.possible > 0 || definition === Definition.LOCAL) return { reason, counts };
  return counted.length < weeks.length && countMarks(weeks.map(({ marks }) => marks).join('')).possible > 0 ? { reason: LeftOut.NO_SESSIONS_LEFT, counts: countMarks('') } : { reason, counts };
}
