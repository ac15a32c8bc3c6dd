import { inSentence } from '@attendance/shared/kernel';
import { HIDDEN_CELL, isNumeric, partOpened, type ReportCellKind } from '@attendance/shared/attendance';
import { formatNumber, formatPercent, formatShortDate, formatSigned } from '../../../lib/format.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { HIDDEN_GROUP_WHY } from '../rules/hidden.ts';
import { reportHref } from './report-address.ts';
import type { ReportPartOfPageFragment, ReportRowOfPageFragment } from './report-page.generated.ts';

type Column = ReportPartOfPageFragment['columns'][number];

const NUMBERS: Readonly<Partial<Record<ReportCellKind, (value: number) => string>>> = {
  COUNT: (value) => formatNumber(value), PERCENT: (value) => formatPercent(value), POINTS: (value) => formatSigned(value), DAYS: (value) => formatNumber(value, 1),
};

/** A cell as people read it: the same value as in a file. */
export function cellWords(kind: ReportCellKind, cell: string | null): string {
  if (cell === null || cell === '') return '';
  if (kind === 'DATE') return formatShortDate(cell);
  return NUMBERS[kind]?.(Number(cell)) ?? cell;
}

/** Columns of several words. */
const WIDE: readonly string[] = ['why', 'meaning', 'codes', 'flags'];

/** Who may open what behind a cell. */
export interface Opens { readonly pupils: boolean; readonly schools: boolean; readonly reports: boolean }

function cellOf(column: Column, index: number, may: Opens) {
  return function Cell(row: ReportRowOfPageFragment) {
    const cell = row.cells[index] ?? null;
    if (isNumeric(column) && cell === HIDDEN_CELL) return <abbr title={HIDDEN_GROUP_WHY}>{HIDDEN_CELL}<span className="govuk-visually-hidden">, hidden</span></abbr>;
    const words = cellWords(column.kind, cell);
    if (column.key === 'pupil' && row.pupilId !== null && may.pupils) return <Link href={`/pupils/${row.pupilId}`}>{words}</Link>;
    if (column.key === 'school' && row.pupilId === null && row.schoolId !== null && may.schools) return <Link href={`/schools/${row.schoolId}`}>{words}</Link>;
    if (words === '') return <span className="app-muted"><span aria-hidden="true">–</span><span className="govuk-visually-hidden">None</span></span>;
    if (!isNumeric(column)) return words;
    const to = may.pupils && cell !== '0' ? rowsHref(column, row, may) : undefined;
    return <Figure value={words} to={to} of={`${column.heading}, ${row.cells[0] ?? ''}`} />;
  };
}

/** Where the rows are that a number counts; nothing for one that opens none. */
function rowsHref({ opens, code }: Column, { opensWith, schoolId }: ReportRowOfPageFragment, may: Opens): string | undefined {
  if (opens === null) return undefined;
  if (opens === 'REASONS') return schoolId === null ? undefined : `/schools/${schoolId}/reasons`;
  const part = partOpened(opens);
  if (part !== null) return opensWith === null || !may.reports ? undefined : `${reportHref(part.number, part.part)}&${opensWith}`;
  return opensWith === null ? undefined : `/pupils?measure=${opens}${code === null ? '' : `&code=${code}`}&${opensWith}`;
}

/** What of a part opens nothing, and why; alike reasons once. */
export function unopenedOf({ columns }: ReportPartOfPageFragment): string[] {
  const why = new Map<string, string[]>();
  for (const { heading, unopened } of columns) if (unopened !== null) why.set(unopened, [...(why.get(unopened) ?? []), heading]);
  return [...why].map(([words, headings]) => `${headings.join('; ')}: ${inSentence(words)}`);
}

/** The columns of a part, numbers to the right, dashes where there is nothing. */
export function reportColumns({ columns }: ReportPartOfPageFragment, may: Opens): DataColumn<ReportRowOfPageFragment>[] {
  return columns.map((column, index) => ({
    key: column.key, heading: column.heading, numeric: isNumeric(column), sortable: column.sortable, wide: WIDE.includes(column.key), nowrap: column.kind === 'DATE', cell: cellOf(column, index, may),
  }));
}
