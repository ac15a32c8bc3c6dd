import { inSentence } from '@attendance/shared/kernel';
import { ABSENCE_BANDS, bandWords, COHORT_AXES, cohortLabel, MOVED_WORDS, NOT_RECORDED, ROW_MEASURES, type CohortAxis } from '@attendance/shared/attendance';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import { yearGroupLabel, YEAR_GROUPS } from '@attendance/shared/pupils';
import { SortDirection } from '../figures.inputs.ts';
import type { ListOrder } from './list-order.ts';

const SORTS: Readonly<Record<string, string>> = { OWN: 'Own order of the list', ABSENCE: 'Share missed', NAME: 'Name', SCHOOL: 'School', YEAR: 'Year group', UNAUTHORISED: 'Unauthorised sessions', LATE: 'Late sessions', MISSING: 'Sessions without a mark', SESSIONS: 'Sessions of the list' };
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Year 9"; a year group nobody knows as it came. */
export const yearWords = (ncYear: string): string => { const year = YEAR_GROUPS.find((each) => each === ncYear); return year === undefined ? ncYear : yearGroupLabel(year); };

/** What a list is sorted by, and which way. */
export const sortWords = ({ sort, direction }: ListOrder): string => `${SORTS[sort ?? 'OWN'] ?? sort}${direction === SortDirection.DESC ? ', from the top' : ', from the bottom'}`;

/** The filter in words; every part of it, so that the file cannot be taken for another list. `school` is the name of the one school it is of. */
export function listFilterWords({ list, filter }: ListOrder, school: string | null): string {
  const { schoolId, phase, ncYear, mine, silent, academicYear, fromWeek, toWeek, span, axis, value, across, acrossValue, moved, movedFrom, movedTo, slot, code, measure } = filter;
  const alike = (by: CohortAxis | null | undefined, one: string | null | undefined) => by && `${COHORT_AXES[by].label}: ${cohortLabel(by, one ?? NOT_RECORDED)}`;
  const band = (words: string, at: number | null | undefined) => typeof at === 'number' && ABSENCE_BANDS[at] !== undefined && `${words}: ${bandWords(at)}`;
  const words = [
    list === 'PUPILS' && `Show: ${inSentence(ROW_MEASURES[measure])}`, code && `Code: ${code}`, typeof schoolId === 'number' && `School: ${school ?? schoolId}`, phase && `Phase: ${schoolPhaseLabel(phase).toLowerCase()}`, ncYear && `Year group: ${yearWords(ncYear)}`,
    mine && 'Only schools whose named officer you are', silent && 'Only schools whose marks are behind', alike(axis, value), alike(across, acrossValue), academicYear && `Academic year: ${academicYear} to ${academicYear + 1}`,
    fromWeek && `From the week of ${fromWeek}`, toWeek && `Up to the week of ${toWeek}`, span && (span === 'LATEST_WEEK' ? 'Latest week with marks' : 'Last four school weeks'), typeof slot === 'number' && `Half day: ${DAYS[slot >> 1] ?? ''} ${slot % 2 === 0 ? 'morning' : 'afternoon'}`,
    moved && MOVED_WORDS[moved], band('Band before', movedFrom), band('Band now', movedTo),
  ].filter((each) => typeof each === 'string' && each !== '');
  return words.length === 0 ? 'None: everyone you may see' : words.join('; ');
}
