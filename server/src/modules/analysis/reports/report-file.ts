import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReportCellKind, type ReportPart } from '@attendance/shared/attendance';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { csvBytes, type CsvCell } from '../../../platform/files/csv.ts';
import { xlsxBytes } from '../../../platform/files/xlsx.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { ReportRow } from './report-source.ts';
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

export const REPORT_FORMATS = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
export type ReportFormat = keyof typeof REPORT_FORMATS;

/** Rows read and written at a time: memory holds no more of a report than this. */
const BATCH = 2000;
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

/** Everything the file holds, row by row; notes every child and school on the way. */
async function* linesOf(operation: Operation, opened: OpenFile, recipient: string): AsyncGenerator<readonly CsvCell[]> {
  const { part, table } = opened;
  yield* headerOf(operation, opened, recipient);
  yield part.columns.map(({ heading }) => heading);
  let written = 0;
  for (let offset = 0; offset < table.total; offset += BATCH) {
    const rows = await table.rows(offset, BATCH);
    noteShown(operation, rows);
    written += rows.length;
    for (const row of rows) yield lineOf(opened, row);
  }
  if (written !== table.total) throw new Refusal(RefusalCode.CONFLICT, 'Registers came in while the file was being made, so it would not have been whole. Nothing was sent. Try again.');
  if (table.compared.length > 0) yield [];
  for (const row of table.compared) yield lineOf(opened, row);
}

/** A number that stands for words, such as a year group, must not lose them; everything else is as on screen. */
function lineOf({ part }: OpenFile, row: ReportRow): CsvCell[] {
  return cellsOf(part, row).map((cell, index) => (cell !== null && part.columns[index]?.kind === ReportCellKind.TEXT ? String(cell) : cell));
}

/** Makes the whole file on disk before a byte of it leaves: the trail is written first. Returns its path; whoever asked deletes it. */
export async function writeReportFile(operation: Operation, opened: OpenFile, format: ReportFormat, recipient: string, folder: string): Promise<string> {
  const file = path.join(folder, randomUUID());
  const lines = linesOf(operation, opened, recipient);
  try {
    await pipeline(Readable.from(format === 'csv' ? csvBytes(lines) : xlsxBytes(lines, opened.sheet), { objectMode: false }), fs.createWriteStream(file, { mode: 0o600 }));
    return file;
  } catch (error) {
    await fs.promises.rm(file, { force: true });
    throw error;
  }
}
