/** The word of an address that says which columns are left out. */
export const HIDE = 'hide';

/** What is asked of a column that may be left out. */
export interface Chosen { readonly key: string; readonly heading: string }

/** The columns an address leaves out, by their keys. */
export const hiddenIn = (search: URLSearchParams): string[] => (search.get(HIDE) ?? '').split('.').filter((key) => /^\w{1,40}$/.test(key));

/** The same address with other columns left out, on the same page of the list. */
export function withHidden(search: URLSearchParams, keys: readonly string[]): string {
  const next = new URLSearchParams(search);
  next.delete(HIDE);
  if (keys.length > 0) next.set(HIDE, keys.join('.'));
  const text = next.toString();
  return text === '' ? '?' : `?${text}`;
}

/** The columns to draw and the words for those left out. The first names the row and always stays. */
export function shownColumns<Column extends Chosen>(columns: readonly Column[], search: URLSearchParams): { readonly shown: Column[]; readonly leftOut: string | null } {
  const hidden = hiddenIn(search);
  const isShown = ({ key }: Column, index: number): boolean => index === 0 || !hidden.includes(key);
  const left = columns.filter((column, index) => !isShown(column, index)).map(({ heading }) => heading);
  return { shown: columns.filter(isShown), leftOut: left.length === 0 ? null : `Columns left out here: ${left.join(', ')}. A saved file has all of its columns.` };
}
