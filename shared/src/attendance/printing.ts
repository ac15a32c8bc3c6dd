/** Rows printed in one go: about 200 pages, and no more than a browser lays out in seconds. */
export const MOST_PRINTED_ROWS = 5000;

/** Why a table is not printed whole, and what to do; null where it is. */
export function tooManyToPrint(rows: number): string | null {
  return rows <= MOST_PRINTED_ROWS ? null : `${rows.toLocaleString('en-GB')} rows are too many to print: up to ${MOST_PRINTED_ROWS.toLocaleString('en-GB')} are printed in one go. Narrow what is filtered, or save a file.`;
}
