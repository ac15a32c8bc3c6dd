import { csvFile } from '../files/csv.ts';
import type { RefusedRow } from './file-refused.ts';
import type { LoadReceipt } from './load-file.ts';

const MOST_SHOWN = 20;

/** A receipt in words, line by line. */
export function receiptLines(receipt: LoadReceipt): string[] {
  const counts: readonly [name: string, count: number][] = [
    ['read', receipt.read], ['new', receipt.added], ['changed', receipt.changed], ['same as before', receipt.same], ['left aside', receipt.aside], ['refused', receipt.refusedCount],
  ];
  return [
    ...counts.filter(([name, count]) => count > 0 || name !== 'left aside').map(([name, count]) => `  ${name.padEnd(16)}${count.toLocaleString('en-GB').padStart(9)}`),
    ...(receipt.added + receipt.changed === 0 ? ['Nothing was written: the portal holds all of this already.'] : []),
    ...receipt.notes,
    ...(receipt.unknownColumns.length > 0 ? [`Columns not used: ${receipt.unknownColumns.join(', ')}.`] : []),
    ...refusedLines(receipt.refused),
  ];
}

/** The first refused rows in words. */
export function refusedLines(refused: readonly RefusedRow[]): string[] {
  const shown = refused.slice(0, MOST_SHOWN).map(({ line, column, value, reason }) => `  line ${line}${column === '' ? '' : `, ${column}`}${value === '' ? '' : ` “${value}”`}: ${reason}`);
  return [...shown, ...(refused.length > MOST_SHOWN ? [`  … and ${refused.length - MOST_SHOWN} more; --refused <file.csv> writes all of them.`] : [])];
}

/** The refused rows as a file to correct from. */
export const refusedCsv = (refused: readonly RefusedRow[]): string =>
  csvFile(['Line', 'Column', 'Value', 'Reason'], refused.map(({ line, column, value, reason }) => [line, column, value, reason]));
