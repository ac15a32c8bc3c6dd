import { isNumeric, ReportCellKind, type ReportCell, type ReportColumn } from '@attendance/shared/attendance';
import type { CsvCell } from '../../../platform/files/csv.ts';
import { escapeHtml } from '../../identity/index.ts';
import type { OpenFile } from './report-file.ts';
import type { ReportRow } from './report-source.ts';
import { cellsOf } from './reports.service.ts';

/** A table with more columns goes on the long side of the paper. */
const MOST_UPRIGHT = 6;
/** Columns of several words. */
const WIDE: readonly string[] = ['why', 'meaning', 'codes', 'flags', 'watched'];
/** Names, which should stand on one line. */
const NAMES: readonly string[] = ['pupil', 'school'];
/** Ways on within the portal lead nowhere on paper. */
const NOT_ON_PAPER = 'Elsewhere in the portal';

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const decimal = (value: number, places = 1): string => value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places }).replace(/^-/, '−');
const dayWords = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? day.format(new Date(`${text}T00:00:00Z`)) : text);

/** What whoever prints may see and nothing else: no script can run in it, no picture be fetched. It holds where the page is opened from and where it is kept. */
export const printPolicy = (origin: string): string => `default-src 'none'; style-src ${origin}`;

/** A cell as people read it. The screen says days without their year; paper is kept longer. */
export function printedCell(kind: ReportCellKind, cell: ReportCell): string {
  if (cell === null || cell === '') return '';
  if (kind === ReportCellKind.DATE) return dayWords(String(cell));
  if (kind === ReportCellKind.TEXT || typeof cell !== 'number') return String(cell);
  if (kind === ReportCellKind.COUNT) return cell.toLocaleString('en-GB');
  if (kind === ReportCellKind.PERCENT) return `${decimal(cell)}%`;
  return kind === ReportCellKind.POINTS && cell > 0 ? `+${decimal(cell)}` : decimal(cell);
}

const classOf = (column: ReportColumn): string => (isNumeric(column) ? ' class="n"' : WIDE.includes(column.key) ? ' class="is-words"' : NAMES.includes(column.key) ? ' class="is-name"' : '');

/** What stands above the table, as it stands above the rows of a file. */
function factsOf(header: readonly (readonly CsvCell[])[]): { facts: string; handling: string } {
  const said = header.slice(1).flatMap(([key = null, value = null]): [string, string][] => (key === null || key === NOT_ON_PAPER ? [] : [[String(key), typeof value === 'number' ? value.toLocaleString('en-GB') : dayWords(String(value ?? ''))]]));
  return {
    facts: said.filter(([key]) => key !== 'Handling').map(([key, value]) => `<div><dt>${escapeHtml(key)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('\n'),
    handling: said.find(([key]) => key === 'Handling')?.[1] ?? '',
  };
}

function rowOf({ part }: OpenFile, row: ReportRow): string {
  const cells = cellsOf(part, row).map((cell, index) => {
    const column = part.columns[index];
    const words = column === undefined ? '' : printedCell(column.kind, cell);
    if (index === 0) return `<th scope="row">${escapeHtml(words)}</th>`;
    if (column !== undefined && isNumeric(column)) return `<td class="n">${words === '' ? '–' : escapeHtml(words)}</td>`;
    return `<td>${words === '' ? '–' : escapeHtml(words)}</td>`;
  });
  return `<tr>${cells.join('')}</tr>\n`;
}

/**
 * A report or list as pages to print: the whole of it, with what must be known to read it, and on each page whose it is. `origin` is the
 * portal's own address, from which its one style sheet comes: the pages are opened as a document of their own.
 */
export async function* printBytes(opened: OpenFile, header: readonly (readonly CsvCell[])[], rows: AsyncIterable<ReportRow>, { recipient, madeBy, origin }: { readonly recipient: string; readonly madeBy: string; readonly origin: string }): AsyncGenerator<Buffer> {
  const { heading: [title = '', ...below], part, table } = opened;
  const { facts, handling } = factsOf(header);
  const name = [title, ...below].join(', ');
  const across = part.columns.length;
  const count = `${table.total.toLocaleString('en-GB')} ${table.total === 1 ? 'row' : 'rows'}`;
  yield Buffer.from(`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(printPolicy(origin))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}: ${count} to print - Attendance Support</title>
<link rel="stylesheet" href="${escapeHtml(origin)}/print.css">
</head>
<body${across > MOST_UPRIGHT ? ' class="is-wide"' : ''}>
<main>
<p class="on-screen">These are all ${count}, laid out for paper. Print them from your browser’s menu, or with Ctrl and P; on a Mac with Command and P. This note is not printed.</p>
<h1>${escapeHtml(title)}</h1>
${below.map((words) => `<p class="below">${escapeHtml(words)}</p>`).join('\n')}
<p class="handling">${escapeHtml(handling)}</p>
<dl>
${facts}
</dl>
<div class="table" role="region" aria-label="${escapeHtml(name)}, a wide table" tabindex="0">
<table${across > 2 * MOST_UPRIGHT ? ' class="is-dense"' : ''}>
<caption>${escapeHtml(name)}: ${count}</caption>
<thead>
<tr class="on-paper"><td colspan="${across}">${escapeHtml(name)}. For ${escapeHtml(recipient)}. Made by ${escapeHtml(madeBy)}.${part.namesPupils ? ' Personal data about children.' : ' Not for publication.'}</td></tr>
<tr>${part.columns.map((column) => `<th scope="col"${classOf(column)}>${escapeHtml(column.heading)}</th>`).join('')}</tr>
</thead>
<tbody>
`);
  for await (const row of rows) yield Buffer.from(rowOf(opened, row));
  yield Buffer.from('</tbody>\n');
  if (table.compared.length > 0) yield Buffer.from(`<tbody>\n<tr><th scope="rowgroup" colspan="${across}">To set them beside</th></tr>\n${table.compared.map((row) => rowOf(opened, row)).join('')}</tbody>\n`);
  yield Buffer.from('</table>\n</div>\n</main>\n</body>\n</html>\n');
}
