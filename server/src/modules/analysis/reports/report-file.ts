import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReportCellKind, tooManyToPrint, type ReportPart } from '@attendance/shared/attendance';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { csvBytes, type CsvCell } from '../../../platform/files/csv.ts';
import { xlsxBytes } from '../../../platform/files/xlsx.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { printBytes } from './print-page.ts';
import { BATCH, type ReportRow } from './report-source.ts';
import { cellsOf, detailsOf, noteShown, type OpenReport } from './reports.service.ts';

/** What is written to a file: a part of a report, or a list. */
export interface OpenFile extends Pick<OpenReport, 'table' | 'filterWords' | 'of' | 'marksTo' | 'coverage' | 'hidesSmall'> {
  readonly heading: readonly string[];
  /** The file's own name without day and ending, and that of the sheet of a workbook. */
  readonly name: string;
  readonly sheet: string;
  readonly part: Pick<ReportPart, 'columns' | 'namesPupils'>;
  readonly sorted: string;
  readonly more: readonly CsvCell[][];
  /** What the trail says was asked. */
  readonly details: Record<string, unknown>;
}

/** A part of a report as it is written to a file. */
export function fileOfReport(opened: OpenReport): OpenFile {
  const { report, part, question } = opened;
  const sorted = part.columns.find(({ key }) => key === question.sort);
  return {
    ...opened, heading: [`Report ${report.number}: ${report.title}`, part.title], name: `report-${report.number}-${part.key.toLowerCase().replaceAll('_', '-')}`, sheet: `Report ${report.number}`, details: detailsOf(opened),
    sorted: `${sorted?.heading ?? 'Own order'}${sorted === undefined || !sorted.sortable ? '' : question.descending ? ', from the top' : ', from the bottom'}`,
    more: [...report.notHeld.map((words): CsvCell[] => ['Not in this report', words]), ...report.elsewhere.map(({ words, path }): CsvCell[] => ['Elsewhere in the portal', `${words} (${path})`])],
  };
}

/** `print` is no file to keep: pages that the browser opens and prints. */
export const REPORT_FORMATS = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', print: 'text/html; charset=utf-8' } as const;
export type ReportFormat = keyof typeof REPORT_FORMATS;

const NAMED = 'Holds personal data about children. Give it to nobody but the person it is for, keep it no longer than the work needs, and delete it afterwards.';
const FIGURES = 'Figures about schools, not for publication. Check small numbers before passing it on.';
const HIDDEN = 'c: fewer than 5 pupils or sessions, too few for a percentage, or could be used to work out another that is; hidden so that nobody can be recognised.';

const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** What stands above the rows, so that the file can be understood by whoever finds it. */
export function headerOf(operation: Operation, { heading, part, table, filterWords, of, marksTo, coverage, sorted, more, hidesSmall }: OpenFile, recipient: string): CsvCell[][] {
  return [
    [...heading],
    ['Filter', filterWords],
    ['Marks to', marksTo ?? 'Not shown'],
    ['Coverage', coverage],
    ['What is counted', of],
    ...more,
    ['Sorted by', sorted],
    ['Made by', operation.actor.name], ['Made on', london.format(operation.clock.now())], ['For', recipient],
    ['Rows', table.total],
    ...(hidesSmall ? [['Hidden', HIDDEN]] : []),
    ['Handling', part.namesPupils ? NAMED : FIGURES],
    [],
  ];
}

/** Every row, a batch at a time; notes each child and school on the way, and refuses where they came to be other than counted. */
async function* rowsOf(operation: Operation, { table }: OpenFile): AsyncGenerator<ReportRow> {
  let written = 0;
  for (let offset = 0; offset < table.total; offset += BATCH) {
    const rows = await table.rows(offset, BATCH);
    noteShown(operation, rows);
    written += rows.length;
    yield* rows;
  }
  if (written !== table.total) throw new Refusal(RefusalCode.CONFLICT, 'Registers came in while the file was being made, so it would not have been whole. Nothing was sent. Try again.');
}

/** Everything a file of lines holds. */
async function* linesOf(operation: Operation, opened: OpenFile, recipient: string): AsyncGenerator<readonly CsvCell[]> {
  yield* headerOf(operation, opened, recipient);
  yield opened.part.columns.map(({ heading }) => heading);
  for await (const row of rowsOf(operation, opened)) yield lineOf(opened, row);
  if (opened.table.compared.length > 0) yield [];
  for (const row of opened.table.compared) yield lineOf(opened, row);
}

function bytesOf(operation: Operation, opened: OpenFile, { format, recipient, origin }: FileAsked): AsyncIterable<Uint8Array> {
  if (format === 'print') return printBytes(opened, headerOf(operation, opened, recipient), rowsOf(operation, opened), { recipient, madeBy: operation.actor.name, origin });
  const lines = linesOf(operation, opened, recipient);
  return format === 'csv' ? csvBytes(lines) : xlsxBytes(lines, opened.sheet);
}

/** A number that stands for words, such as a year group, must not lose them; everything else is as on screen. */
function lineOf({ part }: OpenFile, row: ReportRow): CsvCell[] {
  return cellsOf(part, row).map((cell, index) => (cell !== null && part.columns[index]?.kind === ReportCellKind.TEXT ? String(cell) : cell));
}

/** How a file is wanted, for whom, and the portal's own address. */
export interface FileAsked { readonly format: ReportFormat; readonly recipient: string; readonly origin: string }

/** Makes the whole file on disk before a byte of it leaves: the trail is written first. Returns its path; whoever asked deletes it. */
export async function writeReportFile(operation: Operation, opened: OpenFile, asked: FileAsked, folder: string): Promise<string> {
  const tooMany = asked.format === 'print' ? tooManyToPrint(opened.table.total) : null;
  if (tooMany !== null) throw new Refusal(RefusalCode.INVALID, `${tooMany} Nothing was sent.`);
  const file = path.join(folder, randomUUID());
  try {
    await pipeline(Readable.from(bytesOf(operation, opened, asked), { objectMode: false }), fs.createWriteStream(file, { mode: 0o600 }));
    return file;
  } catch (error) {
    await fs.promises.rm(file, { force: true });
    throw error;
  }
}
