import { COHORT_AXIS_NAMES, NOT_RECORDED, type CohortAxis } from '@attendance/shared/attendance';
import { YEAR_GROUPS } from '@attendance/shared/pupils';
import { asker } from '../../../graphql/page-query.ts';
import { movedIn } from './band-moves.ts';
import { codeIn, measureIn, UP_TO_MEASURES, WEEKLY_MEASURES, YEAR_MEASURES, type ListedMeasure } from './measures.ts';
import { slotIn } from './patterns.ts';
import { phaseIn } from './phases.ts';
import { isOfWeeks, spanFilter, spanIn } from './span.ts';

/** Some weeks, or one half day of each: lists that can only be of sessions. */
export const isOfSome = (search: URLSearchParams): boolean => isOfWeeks(spanIn(search)) || slotIn(search) !== null;

/** The lists that can be of the sessions an address asks for. */
export function offeredIn(search: URLSearchParams): readonly ListedMeasure[] {
  if (isOfSome(search)) return WEEKLY_MEASURES;
  return spanIn(search).to === null ? YEAR_MEASURES : UP_TO_MEASURES;
}

export const listedIn = (search: URLSearchParams): ListedMeasure => measureIn(search, offeredIn(search));

/** The rows an address asks for, as the server takes the filter. */
export function filterIn(search: URLSearchParams) {
  const school = search.get('schoolId') ?? '';
  const [axis, across] = ['axis', 'across'].map((key) => COHORT_AXIS_NAMES.find((name) => name === search.get(key)) ?? null) as [CohortAxis | null, CohortAxis | null];
  const ncYear = YEAR_GROUPS.find((year) => year === search.get('ncYear')) ?? null;
  return {
    measure: listedIn(search), code: codeIn(search), ...spanFilter(spanIn(search)), schoolId: /^\d{6}$/.test(school) ? Number(school) : null, phase: phaseIn(search), ncYear,
    axis, value: axis === null ? null : (search.get('value') ?? NOT_RECORDED), across, acrossValue: across === null ? null : (search.get('acrossValue') ?? NOT_RECORDED), slot: slotIn(search), ...movedIn(search),
    mine: search.get('mine') === 'yes' && asker().role === 'ATTENDANCE_OFFICER', silent: search.get('silent') === 'yes',
  };
}
