import { EFFECT_BY_WORDS, EffectBy, PEOPLE_COUNTS, WIDE_SCOPES, type PeopleCount, type WideScope } from '@attendance/shared/meetings';
import { oneOf } from '../../../graphql/page-query.ts';

export const BYS = Object.keys(EFFECT_BY_WORDS) as EffectBy[];

/** What an address asks of the effect: by what actions are put together, and which. */
export const effectBy = (search: URLSearchParams): EffectBy => oneOf(search, 'by', BYS, EffectBy.ACTION_TYPE);

export function effectFilter(search: URLSearchParams): { term: string | null; phase: string | null; schoolId: number | null } {
  const school = Number(search.get('schoolId') ?? '');
  return { term: search.get('term') || null, phase: search.get('phase') || null, schoolId: Number.isInteger(school) && school > 0 && school < 2 ** 31 ? school : null };
}

/** The pupils behind a row, and behind one count of it. */
export function rowsHref(search: URLSearchParams, key: string, impact: string | null = null, why: string | null = null): string {
  const to = new URLSearchParams({ by: effectBy(search), key });
  for (const name of ['term', 'phase', 'schoolId']) { const value = search.get(name); if (value) to.set(name, value); }
  if (impact !== null) to.set('impact', impact);
  if (why !== null) to.set('why', why);
  return `/meetings/effect/rows?${to.toString()}`;
}

/** What an action beyond one pupil is about, as an address says it. */
export const wideScope = (search: URLSearchParams): WideScope => oneOf<WideScope>(search, 'scope', WIDE_SCOPES, 'SCHOOL');

/** Counts of a row about schools that open, each with what its schools are. */
export const SCHOOL_COUNTS = { MEASURED: 'with enough sessions', IMPROVED: 'improved', STABLE: 'without great change', WORSE: 'worse', INSUFFICIENT: 'with too few sessions', BESIDE: 'set beside similar schools', LAST_YEAR: 'set beside their own last year' } as const;
export type SchoolCount = keyof typeof SCHOOL_COUNTS;
export const schoolCount = (search: URLSearchParams): SchoolCount | null => (wideScope(search) === 'SCHOOL' ? (Object.keys(SCHOOL_COUNTS) as SchoolCount[]).find((count) => count === search.get('count')) ?? null : null);

/** The actions behind a row of groups or of schools, or behind one count of schools; all of a scope without a key. */
export function wideHref(search: URLSearchParams, scope: WideScope, key: string | null = null, count: SchoolCount | null = null): string {
  const to = new URLSearchParams({ by: effectBy(search), scope });
  if (key !== null) to.set('key', key);
  if (count !== null) to.set('count', count);
  for (const name of ['term', 'phase', 'schoolId']) { const value = search.get(name); if (value) to.set(name, value); }
  return `/meetings/effect/wide?${to.toString()}`;
}

/** Which pupils of an action about a group or a school an address asks for. */
export const peopleCount = (search: URLSearchParams): PeopleCount => oneOf<PeopleCount>(search, 'count', PEOPLE_COUNTS, 'MEASURED');

/** The pupils behind one count of a row of groups. */
export function peopleHref(search: URLSearchParams, key: string, count: PeopleCount): string {
  const to = new URLSearchParams({ by: effectBy(search), key, count });
  for (const name of ['term', 'phase', 'schoolId']) { const value = search.get(name); if (value) to.set(name, value); }
  return `/meetings/effect/wide/pupils?${to.toString()}`;
}

/** The pupils behind one count of an action about a group or a school. */
export const actionPeopleHref = (taskId: number, count: PeopleCount, isLater: boolean): string => `/meetings/effect/wide/${taskId}/pupils?count=${count}${isLater ? '&later=yes' : ''}`;
