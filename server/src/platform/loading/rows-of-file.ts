import { pipeline, Readable } from 'node:stream';
import { parse, type Info } from 'csv-parse';
import { FileRefused } from './file-refused.ts';
import { knownHeadings, MOST_LINES_ABOVE, readHeadings, titlesOf, type Columns, type HeadingRow } from './headings.ts';
import { textOfFile } from './text-of-file.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const FEWEST_KNOWN = 2;
const SAMPLE = 64 * 1024;

/** A row of a file: its line, and its cells as they stand. */
export interface FileRow<Field extends string> {
  readonly headings: HeadingRow<Field>;
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a delimited file below its headings, as a stream. Blank rows are passed over. Throws FileRefused. */
export async function* rowsOfFile<Field extends string>(path: string, columns: Columns<Field>): AsyncGenerator<FileRow<Field>> {
  const text = textOfFile(path);
  const head = await firstOf(text);
  const parser = parse({ delimiter: delimiterOf(head, columns), record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, max_record_size: 1_000_000 });
  let headings: HeadingRow<Field> | undefined;
  // An error of the file ends the reading of its rows, where it is thrown again.
  pipeline(Readable.from(wholeOf(head, text)), parser, () => undefined);
  try {
    for await (const { record, info } of parser as unknown as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = info.lines - record.join('').split('\n').length + 1;
      if (record.every((cell) => cell.trim() === '')) continue;
      if (headings !== undefined) yield { headings, line, cells: record };
      else if (knownHeadings(columns, record) >= FEWEST_KNOWN) headings = readHeadings(columns, record, line);
      else if (line > MOST_LINES_ABOVE) break;
    }
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === undefined || !code.startsWith('CSV_')) throw error;
    throw new FileRefused(`A quotation mark is opened and not closed, somewhere before line ${String(lines ?? 1)}.`, 'Save the file as CSV again, and load that.');
  }
  if (headings === undefined) throw new FileRefused('There is no row of headings at the top.', `Give the columns these headings: ${titlesOf(columns)}.`);
}

async function firstOf(text: AsyncGenerator<string, void>): Promise<string> {
  let head = '';
  while (head.length < SAMPLE) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  return head;
}

async function* wholeOf(head: string, rest: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  yield head;
  yield* rest;
}

/** The delimiter under which a line of the head names most columns. */
function delimiterOf(head: string, columns: Columns<string>): string {
  const lines = head.split(/\r\n|\n|\r/).slice(0, MOST_LINES_ABOVE);
  const known = (delimiter: string): number => Math.max(...lines.map((line) => knownHeadings(columns, line.split(delimiter))));
  return DELIMITERS.reduce((best, next) => (known(next) > known(best) ? next : best));
}
