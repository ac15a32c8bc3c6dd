import type { CsvCell } from './csv.ts';

/** What a workbook writes as the start of a character by number: text that happens to look so is written so that it is read back. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** XML has no place for these, not even by number. */
const NOT_IN_XML = /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** A cell holds no more, and a spreadsheet refuses the whole file over one that does. */
const LONGEST = 32_767;

/** The value of a cell. Text is always a text cell, so that nothing in it is run; a number is a number cell. */
export function xlsxCell(value: CsvCell): CsvCell {
  return typeof value === 'string' ? value.replace(NOT_IN_XML, '\uFFFD').replace(LOOKS_ESCAPED, '_x005F_').slice(0, LONGEST) : value;
}

/** A workbook of one sheet as bytes, written while rows are asked for: memory does not grow with them. The one place that knows the package. */
export async function* xlsxBytes(rows: AsyncIterable<readonly CsvCell[]>, sheet: string): AsyncGenerator<Uint8Array> {
  async function* cells(): AsyncGenerator<CsvCell[]> {
    for await (const row of rows) yield row.map(xlsxCell);
  }
  // Loaded with the first workbook: most processes write none, and every one would wait for it at its start.
  const { writeXlsxStream } = await import('hucre/xlsx');
  const stream = writeXlsxStream(cells(), { name: sheet });
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) yield chunk;
}
