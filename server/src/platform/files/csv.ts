/** What a cell may hold. A number is written as it stands; only text can be taken for a formula. */
export type CsvCell = string | number | null;

/** Says UTF-8 to programs that would otherwise guess, and guess wrong at the first accented name. */
const BYTE_ORDER_MARK = '\uFEFF';

// A spreadsheet runs a cell that begins so, in the wide forms of Asian keyboards as well; some skip white space first.
const FORMULA = /^(?:[\t\r\n\0]|[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/** One cell by RFC 4180, with an apostrophe before text that a spreadsheet would run. */
export function csvCell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A whole file: headings, rows, line ends and byte order mark as spreadsheets expect them. */
export function csvFile(headings: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [headings.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** A file as it grows: memory does not grow with its rows. */
export async function* csvBytes(rows: AsyncIterable<readonly CsvCell[]>): AsyncGenerator<Buffer> {
  let start = BYTE_ORDER_MARK;
  for await (const row of rows) {
    yield Buffer.from(`${start}${row.map(csvCell).join(',')}\r\n`);
    start = '';
  }
}
