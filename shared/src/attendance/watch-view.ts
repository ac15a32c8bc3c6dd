import { parseIsoDay, weekStartOf } from '../kernel/index.ts';
import type { SchoolPhase } from '../organisations/index.ts';
import { YEAR_GROUPS } from '../pupils/index.ts';
import { COHORT_AXES, COHORT_AXIS_NAMES, NOT_RECORDED } from './cohorts.ts';
import { isOfPlans, LIST_KINDS, type ListKind } from './plan-list.ts';
import type { WorkListKind } from './work-list.ts';

type Test = (value: string) => boolean;
const among = (values: readonly string[]): Test => (value) => values.includes(value);
const wordOf = (kind: ListKind): string => kind.toLowerCase().replaceAll('_', '-');
const monday: Test = (value) => /^20\d\d-\d\d-\d\d$/.test(value) && parseIsoDay(value) !== null && weekStartOf(value) === value;

const SCHOOL_PHASES: readonly SchoolPhase[] = ['NURSERY', 'PRIMARY', 'SECONDARY', 'SPECIAL', 'ALTERNATIVE', 'ALL_THROUGH', 'SIXTEEN_PLUS', 'INDEPENDENT'];
const COHORT_VALUES: readonly string[] = [NOT_RECORDED, ...Object.values(COHORT_AXES).flatMap(({ values }) => values.map(([code]) => String(code)))];
const WHOSE: Readonly<Record<string, Test>> = { mine: among(['yes']), phase: among(SCHOOL_PHASES), ncYear: among(YEAR_GROUPS), schoolId: (value) => /^\d{6}$/.test(value) };
const ORDER: Readonly<Record<string, Test>> = { direction: among(['ASC', 'DESC']), take: among(['25', '50', '100']) };
const SCHOOL_ORDER: Readonly<Record<string, Test>> = { ...ORDER, sort: among(['NAME', 'ROLL', 'ATTENDANCE', 'CHANGE', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE', 'MISSING']) };
const MEASURES = [
  'PERSISTENT', 'SEVERE', 'NEARLY_PERSISTENT', 'AT_RISK', 'COUNTED', 'NO_SESSIONS', 'REGISTERED', 'BELOW_PERSISTENT', 'BELOW_SEVERE', 'UNAUTHORISED', 'AUTHORISED', 'ABSENT', 'LATE', 'LATE_BEFORE', 'LATE_AFTER',
  'MISSING', 'ATTENDED', 'POSSIBLE', 'EXPECTED',
];

/** What the address of each page may say, in the order it is kept. Text that somebody typed is in none of them. */
const PAGES: Readonly<Record<string, Readonly<Record<string, Test>>>> = {
  '/lists': WHOSE,
  '/pupils': {
    measure: among(MEASURES), ...WHOSE, axis: among(COHORT_AXIS_NAMES), value: (value) => COHORT_VALUES.includes(value) || /^\d{1,2}$/.test(value), slot: (value) => /^(?:\d|1[0-3])$/.test(value),
    year: (value) => /^20\d\d$/.test(value), week: monday, to: monday, from: monday, ...ORDER, sort: among(['NAME', 'YEAR', 'ABSENCE', 'UNAUTHORISED', 'LATE', 'MISSING', 'SESSIONS']),
  },
  '/schools': { mine: among(['yes']), phase: among(SCHOOL_PHASES), silent: among(['yes']), ...SCHOOL_ORDER },
  '/area': { phase: among(SCHOOL_PHASES), split: among(COHORT_AXIS_NAMES), ...SCHOOL_ORDER },
};
const A_LIST: Readonly<Record<string, Test>> = { ...WHOSE, ...ORDER, sort: among(['OWN', 'NAME', 'SCHOOL', 'YEAR', 'ABSENCE']) };

/** The work list that a path names, or null. */
export function workListOfPath(path: string): ListKind | null {
  return LIST_KINDS.find((kind) => path === `/lists/${wordOf(kind)}`) ?? null;
}

/**
 * The address of a list page as it may be kept: its path and the choices made on it, in a fixed order. What is not a choice of
 * that page is left out: the page number, what is explained, and whatever was typed in a search box. Null for any other address.
 */
export function viewPath(address: string): string | null {
  const [path = '', query = '', ...more] = address.split('?');
  const page = workListOfPath(path) !== null ? A_LIST : Object.hasOwn(PAGES, path) ? PAGES[path] : undefined;
  if (page === undefined || more.length > 0 || address.includes('#')) return null;
  const given = new Map(query.split('&').filter((part) => part !== '').map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? ([part, ''] as const) : ([part.slice(0, at), part.slice(at + 1)] as const);
  }));
  const kept = Object.entries(page).flatMap(([key, isChoice]) => {
    const value = given.get(key);
    return value !== undefined && isChoice(value) ? [`${key}=${value}`] : [];
  });
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`;
}

/** Which rows a saved list of work asks for; null where the address is of another page, or of a list that imports do not keep. */
export interface ViewedList { readonly kind: WorkListKind; readonly mine: boolean; readonly phase: string | null; readonly ncYear: string | null; readonly schoolId: number | null }

/** What a kept address asks of a list of work. */
export function viewedList(kept: string): ViewedList | null {
  const [path = '', query = ''] = kept.split('?');
  const kind = workListOfPath(path);
  if (kind === null || isOfPlans(kind)) return null;
  const said = new Map(query.split('&').map((part) => part.split('=') as [string, string]));
  const school = said.get('schoolId');
  return { kind, mine: said.get('mine') === 'yes', phase: said.get('phase') ?? null, ncYear: said.get('ncYear') ?? null, schoolId: school === undefined ? null : Number(school) };
}
