import { chooseOrder } from './dates.ts';
import { refuseFile, refuseLessons } from './fault-words.ts';
import { trimmed } from './cells.ts';
import { columnOf, isHeadingRow, isInstructionRow, mapHeadings, MOST_ROWS_ABOVE, sniffDelimiter, whatIsMissing } from './headings.ts';
import type { RegisterReader } from './row-reader.ts';
import { judgeSessions } from './sessions.ts';
import { RowSplitter, type SplitNotes } from './split-rows.ts';
import { textOf } from './text.ts';
import type { DateOrder, Delimiter, FileRefusal, Heading, RowSink } from './types.ts';

const SILENT: SplitNotes = {
  lastRowUnended: () => undefined,
  brokenLine: () => undefined,
  accentedLine: () => undefined,
  nulByte: () => undefined,
};
const MOST_SAMPLED = 2000;
const ROWS_PER_SAMPLE = 3000;

/** The first bytes of a file, in UTF-8. There is room for one byte more at `to`. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** True when these bytes are the whole file. */
  readonly isWhole: boolean;
}

/** Where the rows begin and what they are. */
export interface Opening {
  readonly delimiter: Delimiter;
  readonly headings: readonly Heading[];
  readonly headingLine: number;
  /** Where in the head the first row of data begins, and on which line. */
  readonly position: number;
  readonly line: number;
  readonly reader: RegisterReader;
}

/** What could be learnt before a file was refused. */
export interface FailedOpening {
  readonly refusal: FileRefusal;
  readonly delimiter: Delimiter;
  readonly headings: readonly Heading[];
  readonly headingLine: number | null;
}

class TextRows implements RowSink {
  readonly rows: { readonly cells: string[]; readonly line: number }[] = [];
  row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number, line: number): void {
    const texts: string[] = [];
    for (let cell = 0; cell < cells && cell < starts.length; cell++) texts.push(textOf(bytes, starts[cell]!, ends[cell]!));
    this.rows.push({ cells: texts, line });
  }
}

/** Finds the delimiter, the heading row, the layout and the first row of data. */
export function openHead(head: Head, readers: readonly RegisterReader[]): Opening | FailedOpening {
  const delimiter = sniffDelimiter((candidate) => firstRows(head, candidate));
  const splitter = new RowSplitter(delimiter.charCodeAt(0), SILENT);
  const rows = new TextRows();
  let position = head.from;
  while (rows.rows.length < MOST_ROWS_ABOVE) {
    const seen = rows.rows.length;
    const next = splitter.split(head.bytes, position, head.to, head.isWhole, rows, 1);
    if (next === position) break;
    position = next;
    const row = rows.rows[seen];
    if (!row || !isHeadingRow(row.cells)) continue;
    const mapped = mapHeadings(row.cells);
    const found = { delimiter, headings: mapped.headings, headingLine: row.line };
    if (mapped.fault) {
      const verb = mapped.fault === 'HDR-04' ? 'have the same heading' : 'are both taken for the same thing';
      return { ...found, refusal: refuseFile(mapped.fault, `The columns ${mapped.subject} ${verb}.`) };
    }
    const reader = readers.find((candidate) => candidate.recognises(mapped.headings));
    if (!reader) return { ...found, refusal: refuseFile('HDR-02', whatIsMissing(mapped.headings)) };
    return { ...found, ...afterInstructions(head, delimiter, position, splitter.line), reader };
  }
  return { delimiter, headings: [], headingLine: null, refusal: refuseFile('HDR-01') };
}

function firstRows(head: Head, delimiter: Delimiter): string[][] {
  const rows = new TextRows();
  new RowSplitter(delimiter.charCodeAt(0), SILENT).split(head.bytes, head.from, head.to, head.isWhole, rows, MOST_ROWS_ABOVE);
  return rows.rows.map((row) => row.cells);
}

function afterInstructions(head: Head, delimiter: Delimiter, position: number, line: number): { position: number; line: number } {
  const splitter = new RowSplitter(delimiter.charCodeAt(0), SILENT);
  splitter.line = line;
  const rows = new TextRows();
  const next = splitter.split(head.bytes, position, head.to, head.isWhole, rows, 1);
  const row = rows.rows[0];
  return row && isInstructionRow(row.cells) ? { position: next, line: splitter.line } : { position, line };
}

/** What a sample of the rows says about the whole file. */
export interface Sampled {
  readonly dateOrder: DateOrder;
  readonly digitsAreLessons: boolean;
  readonly refusal: FileRefusal | null;
}

/** Chooses the date order and judges the session words. `pieces` are bits of the file, each beginning with a whole row. */
export function sample(opening: Opening, pieces: readonly Uint8Array[], isSchoolDay: (day: number) => boolean): Sampled {
  const dates = new Set<string>();
  const sessions = new Map<string, number>();
  const date = columnOf(opening.headings, 'date');
  const session = columnOf(opening.headings, 'session');
  const sink: RowSink = {
    row: (bytes, starts, ends, cells) => {
      if (date < cells && dates.size < MOST_SAMPLED) dates.add(trimmed(textOf(bytes, starts[date]!, ends[date]!)));
      if (session < 0 || session >= cells) return;
      const word = textOf(bytes, starts[session]!, ends[session]!);
      if (sessions.has(word) || sessions.size < MOST_SAMPLED) sessions.set(word, (sessions.get(word) ?? 0) + 1);
    },
  };
  for (const piece of pieces) {
    const room = new Uint8Array(piece.length + 1);
    room.set(piece);
    new RowSplitter(opening.delimiter.charCodeAt(0), SILENT).split(room, 0, piece.length, false, sink, ROWS_PER_SAMPLE);
  }
  const judged = judgeSessions(sessions);
  return {
    dateOrder: chooseOrder(dates, isSchoolDay),
    digitsAreLessons: judged.digitsAreLessons,
    refusal: session >= 0 && judged.mostlyLessons ? refuseLessons() : null,
  };
}
