import { numberIn, oneOf, searchWith } from '../../../graphql/page-query.ts';
import type { Sort, SortDirection } from '../../../ui/data-table.tsx';

export const SCHOOL_SORTS = ['NAME', 'ROLL', 'ATTENDANCE', 'CHANGE', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE', 'MISSING'] as const;
export const PUPIL_SORTS = ['NAME', 'YEAR', 'ABSENCE', 'UNAUTHORISED', 'LATE', 'MISSING', 'SESSIONS'] as const;

/** Sort, page and page size of a list, from its address. */
export interface ListParams<Key extends string> { readonly sort: Key; readonly direction: 'ASC' | 'DESC'; readonly page: number; readonly take: number }

const MOST_PAGES = 100_000;

/** What an address asks of a list; names start from A, figures from the worst. */
export function listParams<Key extends string>(search: URLSearchParams, keys: readonly Key[], fallback: Key): ListParams<Key> {
  const sort = oneOf(search, 'sort', keys, fallback);
  return { sort, direction: oneOf(search, 'direction', ['ASC', 'DESC'], sort === 'NAME' ? 'ASC' : 'DESC'), page: numberIn(search, 'page', 1, MOST_PAGES), take: numberIn(search, 'take', 25, 100) };
}

export function sortOf({ sort, direction }: ListParams<string>): Sort[] {
  return [{ key: sort, direction: direction === 'ASC' ? 'ascending' : 'descending' }];
}

export function sortHref(search: URLSearchParams) {
  return (key: string, next: SortDirection): string => searchWith(search, { sort: key, direction: next === 'ascending' ? 'ASC' : 'DESC', explain: null });
}

export function pageHref(search: URLSearchParams) {
  return (page: number, take: number): string => searchWith(search, { page: page === 1 ? null : page, take: take === 25 ? null : take, explain: null });
}
