import { findCode, ROW_MEASURES } from '@attendance/shared/attendance';
import { oneOf } from '../../../graphql/page-query.ts';
import type { ExplainedMeasure } from '../../../graphql/schema.generated.ts';

/** The headline figures, in the order the tiles stand. */
export const HEADLINES = ['ATTENDANCE', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE'] as const satisfies readonly ExplainedMeasure[];
/** The figures Explain opens. */
export const EXPLAINED = [...HEADLINES, 'AUTHORISED', 'MISSING', 'PUPILS'] as const satisfies readonly ExplainedMeasure[];

export const EXPLAINED_LABELS: Readonly<Record<ExplainedMeasure, string>> = {
  ATTENDANCE: 'Attendance', UNAUTHORISED: 'Unauthorised absence', PERSISTENT: 'Persistent absence', SEVERE: 'Severe absence', LATE: 'Late',
  AUTHORISED: 'Authorised absence', MISSING: 'Sessions without a mark', PUPILS: 'Pupils counted',
};

/** The lists behind figures, as the choice of a list words them: first those that count pupils, then those that add up sessions. */
export const LISTED = ROW_MEASURES;
export type ListedMeasure = keyof typeof LISTED;
export const LISTED_MEASURES = Object.keys(LISTED) as ListedMeasure[];

interface RowCounts { readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number; readonly missing: number; readonly coded?: number | null }

/** How many sessions of a measure one pupil has. A measure that is not here counts pupils. */
const SESSIONS_OF = {
  UNAUTHORISED: (row) => row.unauthorised, AUTHORISED: (row) => row.authorised, ABSENT: (row) => row.authorised + row.unauthorised,
  LATE: (row) => row.lateBefore + row.lateAfter, LATE_BEFORE: (row) => row.lateBefore, LATE_AFTER: (row) => row.lateAfter,
  MISSING: (row) => row.missing, CODED: (row) => row.coded ?? 0, ATTENDED: (row) => row.attended, POSSIBLE: (row) => row.possible, EXPECTED: (row) => row.possible + row.missing,
} as const satisfies Partial<Record<ListedMeasure, (row: RowCounts) => number>>;
export type SessionMeasure = keyof typeof SESSIONS_OF;

/** Whether a list adds up sessions; otherwise it counts pupils. */
export const isOfSessions = (measure: ListedMeasure): measure is SessionMeasure => measure in SESSIONS_OF;

export const sessionsOf = (measure: SessionMeasure, row: RowCounts): number => SESSIONS_OF[measure](row);

/** Lists of some weeks: who is persistently absent is a question of a year from its first week. */
export const WEEKLY_MEASURES = LISTED_MEASURES.filter((measure) => measure === 'COUNTED' || (isOfSessions(measure) && measure !== 'CODED'));

/** Lists of a year that can be chosen: that of one code is opened from its figure. */
export const YEAR_MEASURES = LISTED_MEASURES.filter((measure) => measure !== 'CODED');

/** Lists of a year up to one of its weeks. */
export const UP_TO_MEASURES = YEAR_MEASURES.filter((measure) => measure !== 'REGISTERED' && measure !== 'NO_SESSIONS');

/** The code an address asks for, or none. */
export function codeIn(search: URLSearchParams): string | null {
  const code = search.get('code') ?? '';
  return search.get('measure') === 'CODED' && findCode(code) !== undefined ? code : null;
}

/** Which list an address asks for. */
export function measureIn(search: URLSearchParams, offered: readonly ListedMeasure[] = YEAR_MEASURES): ListedMeasure {
  if (codeIn(search) !== null) return 'CODED';
  return oneOf(search, 'measure', offered, offered === WEEKLY_MEASURES ? 'ABSENT' : 'PERSISTENT');
}

/** The list whose total is the figure that is explained. */
export const LIST_EXPLAINED: Readonly<Record<ExplainedMeasure, ListedMeasure>> = { ATTENDANCE: 'ATTENDED', UNAUTHORISED: 'UNAUTHORISED', PERSISTENT: 'PERSISTENT', SEVERE: 'SEVERE', LATE: 'LATE', AUTHORISED: 'AUTHORISED', MISSING: 'MISSING', PUPILS: 'COUNTED' };

/** The figure an address asks to have explained, or none. */
export function explainedIn(search: URLSearchParams): ExplainedMeasure | null {
  const measure = search.get('explain');
  return EXPLAINED.find((each) => each === measure) ?? null;
}

/** What the rows of a figure have in common besides the measure, as it stands in the address. */
export interface Kept {
  readonly schoolId?: string | number | null | undefined; readonly phase?: string | null; readonly ncYear?: string; readonly mine?: 'yes' | null;
  /** Pupils of schools whose marks are behind. */
  readonly silent?: 'yes';
  /** A whole academic year; this one where nothing is said. */
  readonly year?: number;
  /** The Monday of the one week meant. */
  readonly week?: string;
  /** The Monday of the first week meant, where `to` names the last. */
  readonly from?: string;
  /** The Monday of the last week meant. */
  readonly to?: string;
  /** One half day of the week, from 0 (Monday morning) to 13. */
  readonly slot?: number;
  /** Pupils who are alike in one way today: an axis and its value. */
  readonly axis?: string;
  readonly value?: string;
  /** And in a second way. */
  readonly across?: string;
  readonly acrossValue?: string;
  /** Pupils on roll whose band of absence moved in the last four school weeks: which way, from which band, to which. */
  readonly moved?: string;
  readonly movedFrom?: number;
  readonly movedTo?: number;
  /** A national code, for the list of its sessions. */
  readonly code?: string;
  /** The last sessions of each school's marks. */
  readonly last?: 'week' | 'four';
}

/** Where the rows of a figure are: as many pupils, or with as many sessions, as it counts. */
export function pupilsHref(measure: ListedMeasure, kept: Kept = {}): string {
  const search = new URLSearchParams({ measure });
  for (const [key, value] of Object.entries(kept) as [string, string | number | null | undefined][]) if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  return `/pupils?${search.toString()}`;
}

/** Where a figure's rows are, for those who may see names; nothing for those who see figures only. */
export type RowsOf = (measure: ListedMeasure, kept?: Kept) => string | undefined;

/** The way to the rows of every figure that has this much in common. */
export function rowsWithin(named: boolean, common: Kept = {}): RowsOf {
  return (measure, kept) => (named ? pupilsHref(measure, { ...common, ...kept }) : undefined);
}
