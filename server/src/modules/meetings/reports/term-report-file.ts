import { csvBytes, type CsvCell } from '../../../platform/files/csv.ts';
import { xlsxBytes } from '../../../platform/files/xlsx.ts';
import type { OpenTermReport } from './term-report.service.ts';

export const TERM_REPORT_FORMATS = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
export type TermReportFormat = keyof typeof TERM_REPORT_FORMATS;

const HANDLING = 'Figures about schools, small numbers of pupils hidden. What schools wrote stands as written: read it before passing it on.';

/** Exactly what is shown on the page, with the term, the day it is of and whom it is for above it. */
export function termReportLines(report: OpenTermReport, maker: string, recipient: string): CsvCell[][] {
  const { term, asOf, marksTo, tables, texts, hidden, caveats } = report;
  return [
    ['Targeting support meetings', term.label], ['As of', asOf], ['Marks to', marksTo ?? 'None held'], ['Made by', maker], ['For', recipient], ['Hidden', hidden], ['Handling', HANDLING],
    ...tables.flatMap(({ heading, note, columns, rows }): CsvCell[][] => [[], [heading], [note], columns.map((column) => column.heading), ...rows.map(({ cells }) => [...cells])]),
    [], ['What must be said beside what followed actions'], ...caveats.map(({ words }): CsvCell[] => [words]),
    ...texts.flatMap(({ heading, note, items }): CsvCell[][] => [[], [heading], [note], ['School', 'Text'], ...items.map(({ schoolName, text }): CsvCell[] => [schoolName, text])]),
  ];
}

/** The lines as the bytes of a file. */
export function termReportBytes(lines: readonly (readonly CsvCell[])[], format: TermReportFormat): AsyncGenerator<Uint8Array> {
  async function* each(): AsyncGenerator<readonly CsvCell[]> {
    yield* lines;
  }
  return format === 'csv' ? csvBytes(each()) : xlsxBytes(each(), 'Term report');
}
