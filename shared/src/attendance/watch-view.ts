import { parseIsoDay, weekStartOf } from '../kernel/index.ts';
import type { SchoolPhase } from '../organisations/index.ts';
import { YEAR_GROUPS } from '../pupils/index.ts';
import { BandMoved } from './band-moves.ts';
import { findCode } from './codes.ts';
import { COHORT_AXES, COHORT_AXIS_NAMES, NOT_RECORDED } from './cohorts.ts';
import { ABSENCE_BANDS } from './measures.ts';
import { isOfPlans, LIST_KINDS, type ListKind } from './plan-list.ts';
import { REPORT_THRESHOLDS, REPORTS } from './report-definitions.ts';

type Test = (value: string) => boolean;
type Choices = Readonly<Record<string, Test>>;
const among = (values: readonly string[]): Test => (value) => values.includes(value);
const wordOf = (kind: ListKind): string => kind.toLowerCase().replaceAll('_', '-');
const monday: Test = (value) => /^20\d\d-\d\d-\d\d$/.test(value) && parseIsoDay(value) !== null && weekStartOf(value) === value;
const band: Test = (value) => /^\d{1,2}$/.test(value) && Number(value) < ABSENCE_BANDS.length;

const SCHOOL_PHASES: readonly SchoolPhase[] = ['NURSERY', 'PRIMARY', 'SECONDARY', 'SPECIAL', 'ALTERNATIVE', 'ALL_THROUGH', 'SIXTEEN_PLUS', 'INDEPENDENT'];
const COHORT_VALUES: readonly string[] = [NOT_RECORDED, ...Object.values(COHORT_AXES).flatMap(({ values }) => values.map(([code]) => String(code)))];
const isPlaceName: Test = (value) => /^\p{L}[\p{L}\d .,'’&()/-]{1,59}$/u.test(value);
/** Values of the rules, and those that only the database knows: trusts and types by number, localities by name. */
const isListed: Test = (value) => COHORT_VALUES.includes(value) || /^\d{1,9}$/.test(value);
const isGroup: Test = (value) => isListed(value) || isPlaceName(value);

const WHOSE: Choices = { mine: among(['yes']), phase: among(SCHOOL_PHASES), ncYear: among(YEAR_GROUPS), schoolId: (value) => /^\d{6}$/.test(value) };
/** Columns of lists of pupils, by the keys their tables give them: which are left out is a choice of the page. */
const LIST_COLUMNS = ['OWN', 'SCHOOL', 'school', 'attendance', 'ABSENCE', 'authorised', 'UNAUTHORISED', 'LATE', 'SESSIONS', 'last', 'watch'];
const hide: Test = (value) => value.split('.').every((key, index, all) => LIST_COLUMNS.includes(key) && all.indexOf(key) === index);
const ORDER: Choices = { direction: among(['ASC', 'DESC']), take: (value) => /^(?:[1-9]\d?|100)$/.test(value) };
const SCHOOL_ORDER: Choices = { ...ORDER, sort: among(['NAME', 'ROLL', 'ATTENDANCE', 'CHANGE', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE', 'MISSING']) };
const MEASURES = [
  'PERSISTENT', 'SEVERE', 'NEARLY_PERSISTENT', 'AT_RISK', 'COUNTED', 'NO_SESSIONS', 'REGISTERED', 'BELOW_PERSISTENT', 'BELOW_SEVERE', 'UNAUTHORISED', 'AUTHORISED', 'ABSENT', 'LATE', 'LATE_BEFORE', 'LATE_AFTER',
  'MISSING', 'CODED', 'ATTENDED', 'POSSIBLE', 'EXPECTED',
];

/** What the address of each page may say, in the order it is kept. Text that somebody typed is in none of them. */
const PAGES: Readonly<Record<string, Choices>> = {
  '/lists': WHOSE,
  '/pupils': {
    measure: among(MEASURES), code: (value) => findCode(value) !== undefined, ...WHOSE, silent: among(['yes']), axis: among(COHORT_AXIS_NAMES), value: isGroup, across: among(COHORT_AXIS_NAMES), acrossValue: isGroup,
    moved: among(Object.values(BandMoved)), movedFrom: band, movedTo: band, slot: (value) => /^(?:\d|1[0-3])$/.test(value),
    year: (value) => /^20\d\d$/.test(value), last: among(['week', 'four']), week: monday, to: monday, from: monday, ...ORDER, sort: among(['NAME', 'YEAR', 'ABSENCE', 'UNAUTHORISED', 'LATE', 'MISSING', 'SESSIONS']), hide,
  },
  '/schools': { mine: among(['yes']), phase: among(SCHOOL_PHASES), silent: among(['yes', 'no', 'any']), ...SCHOOL_ORDER },
  '/area': { phase: among(SCHOOL_PHASES), split: among(COHORT_AXIS_NAMES), from: monday, to: monday, ...SCHOOL_ORDER },
  '/groups': { split: among(COHORT_AXIS_NAMES), across: among(COHORT_AXIS_NAMES), show: among(['MISSED', 'PERSISTENT', 'PUPILS']), phase: among(SCHOOL_PHASES), schoolId: WHOSE.schoolId! },
  '/residence': { phase: among(SCHOOL_PHASES), without: among(['ELSEWHERE', 'HERE']), take: ORDER.take! },
};
const A_LIST: Choices = { ...WHOSE, ...ORDER, sort: among(['OWN', 'NAME', 'SCHOOL', 'YEAR', 'ABSENCE']), hide };

/** Choices that a page follows whatever they say, each with the choice it depends on: where such a one cannot be kept, the rest would open another list. */
const FOLLOWED: Readonly<Record<string, string>> = { value: 'axis', acrossValue: 'across' };

/** The work list that a path names, or null. */
export function workListOfPath(path: string): ListKind | null {
  return LIST_KINDS.find((kind) => path === `/lists/${wordOf(kind)}`) ?? null;
}

/** What the address of a page may say; null for a page that is not kept. */
export function choicesOfPage(path: string): Choices | null {
  if (workListOfPath(path) !== null) return A_LIST;
  if (Object.hasOwn(PAGES, path)) return PAGES[path]!;
  const report = REPORTS.find(({ number }) => path === `/reports/${number}`);
  if (report === undefined) return null;
  const { parts } = report;
  return { part: among(parts.map(({ key }) => key)), ...WHOSE, threshold: among(Object.keys(REPORT_THRESHOLDS)), ...ORDER, sort: among(parts.flatMap(({ columns }) => columns.map(({ key }) => key))) };
}

interface Parsed { readonly path: string; readonly choices: Choices; readonly given: ReadonlyMap<string, string> }

/** The page and what its address says, each word as a reader of addresses reads it; null for an address that is none of these. */
function parsed(address: string): Parsed | null {
  const [path = '', query = '', ...more] = address.split('?');
  const choices = choicesOfPage(path);
  if (choices === null || more.length > 0 || address.includes('#')) return null;
  const given = new Map<string, string>();
  for (const part of query.split('&')) {
    const at = part.indexOf('=');
    const [key, value] = at < 0 ? [part, ''] : [part.slice(0, at), wordIn(part.slice(at + 1))];
    // Of two with one name the first counts, as on the page.
    if (value !== '' && !given.has(key)) given.set(key, value);
  }
  return { path, choices, given };
}

/** A word of an address decoded, by the one way addresses are written; nothing where it is written wrongly. */
function wordIn(written: string): string {
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return '';
  }
}

const written = (value: string): string => encodeURIComponent(value).replace(/[!'()*~.]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether a choice can be kept: a value that depends on an axis only with it, and a name only as that of a place. */
function isKept({ choices, given }: Parsed, key: string): boolean {
  const value = given.get(key);
  if (value === undefined || !Object.hasOwn(choices, key) || !choices[key]!(value)) return false;
  const by = FOLLOWED[key];
  return by === undefined || (given.has(by) && choices[by]!(given.get(by)!) && (given.get(by) === 'LOCALITY' || isListed(value)));
}

/** Choices made on a page that cannot be kept and without which it would show something else. */
export function unkeptChoices(address: string): string[] {
  const page = parsed(address);
  if (page === null) return [];
  return Object.entries(FOLLOWED).flatMap(([key, by]) => (page.given.has(key) && isKept(page, by) && !isKept(page, key) ? [key] : []));
}

/**
 * The address of a page as it may be kept: its path and the choices made on it, in a fixed order, so that it opens as it was. What is
 * not a choice of that page is left out: the page number, what is explained, whatever was typed in a search box, and what the page
 * itself takes no notice of. Null for any other address, and where a choice cannot be kept.
 */
export function viewPath(address: string): string | null {
  const page = parsed(address);
  if (page === null || unkeptChoices(address).length > 0) return null;
  const kept = Object.keys(page.choices).flatMap((key) => (isKept(page, key) ? [`${key}=${written(page.given.get(key)!)}`] : []));
  return kept.length === 0 ? page.path : `${page.path}?${kept.join('&')}`;
}

/** Names of places that a kept address says. Whether they are any is for whoever knows the places: a name that somebody typed is not kept. */
export function placesIn(kept: string): string[] {
  const page = parsed(kept);
  if (page === null) return [];
  return Object.keys(FOLLOWED).flatMap((key) => {
    const value = page.given.get(key);
    return value === undefined || isListed(value) ? [] : [value];
  });
}

/** Which rows a saved list of work asks for. */
export interface ViewedList { readonly kind: ListKind; readonly mine: boolean; readonly phase: string | null; readonly ncYear: string | null; readonly schoolId: number | null }

/** What a kept address asks of a list of work, of those by plans too; null where it is of another page. */
export function viewedList(kept: string): ViewedList | null {
  const [path = '', query = ''] = kept.split('?');
  const kind = workListOfPath(path);
  if (kind === null) return null;
  const said = new Map(query.split('&').map((part) => part.split('=') as [string, string]));
  const school = said.get('schoolId');
  return { kind, mine: said.get('mine') === 'yes', phase: said.get('phase') ?? null, ncYear: said.get('ncYear') ?? null, schoolId: school === undefined ? null : Number(school) };
}

/** Whether the list of a kept address is told as a whole, who came on it and who went off it: those by plans are, which meetings change. */
export const isToldWhole = (kept: string): boolean => { const list = viewedList(kept); return list !== null && isOfPlans(list.kind); };
