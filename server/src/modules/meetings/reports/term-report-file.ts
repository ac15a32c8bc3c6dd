import type { CsvCell } from '../../../platform/files/csv.ts';
import type { OpenTermReport } from './term-report.service.ts';

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
