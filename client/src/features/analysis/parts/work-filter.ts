import { LIST_KINDS, type ListKind } from '@attendance/shared/attendance';
import { YEAR_GROUPS } from '@attendance/shared/pupils';
import { asker } from '../../../graphql/page-query.ts';
import { phaseIn, phaseSchools } from '../rules/phases.ts';
import { yearWords } from '../rules/sentences.ts';

/** What the rows of a count have in common besides the list, as it stands in the address. */
export interface WorkKept { readonly mine?: 'yes' | null; readonly phase?: string | null; readonly ncYear?: string | null; readonly schoolId?: number | null }

const wordOf = (kind: ListKind): string => kind.toLowerCase().replaceAll('_', '-');

/** Where the rows of a list are. */
export function workListHref(kind: ListKind, kept: WorkKept = {}): string {
  return `/lists/${wordOf(kind)}${searchOf(kept)}`;
}

/** Where all lists of work are. */
export function workListsHref(kept: WorkKept = {}): string {
  return `/lists${searchOf(kept)}`;
}

function searchOf(kept: WorkKept): string {
  const said = Object.entries(kept).flatMap(([key, value]: [string, string | number | null | undefined]) => (value === null || value === undefined || value === '' ? [] : [[key, String(value)]]));
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}

/** The list an address names, or none. */
export function workListIn(word: string | undefined): ListKind | null {
  return LIST_KINDS.find((kind) => wordOf(kind) === word) ?? null;
}

/** Whose rows an address asks for. Only an attendance officer is anybody's named officer. */
export function workFilterIn(search: URLSearchParams) {
  const school = search.get('schoolId') ?? '';
  return {
    mine: search.get('mine') === 'yes' && asker().role === 'ATTENDANCE_OFFICER', phase: phaseIn(search), ncYear: YEAR_GROUPS.find((year) => year === search.get('ncYear')) ?? null,
    schoolId: /^\d{6}$/.test(school) ? Number(school) : null,
  };
}
export type WorkFilter = ReturnType<typeof workFilterIn>;

/** The filter as it is carried to a list's address. */
export function keptOf({ mine, ...rest }: WorkFilter): WorkKept {
  return { ...rest, mine: mine ? 'yes' : null };
}

/** " in Year 9 in primary schools in my schools": the filter, inside a heading. */
export function whoseWords({ mine, phase, ncYear, schoolId }: WorkFilter, schoolName: string | null): string {
  const words = [ncYear && `in ${yearWords(ncYear)}`, schoolId !== null && `at ${schoolName ?? schoolId}`, phase && `in ${phaseSchools(phase)}`, mine && 'in my schools'].filter(Boolean);
  return words.map((word) => ` ${word}`).join('');
}
