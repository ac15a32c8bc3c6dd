import { isUtf8 } from 'node:buffer';
import { countReplacements, windows1252ToUtf8 } from './text.ts';
import type { RowSink } from './types.ts';
import { LONGEST_ROW, MOST_CELLS } from './row-limits.ts';
import type { SplitNotes } from './split-rows.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const UNDECIDED = -1;
const BROKEN = -2;

/**
 * Cuts one row out of bytes of any kind: quoted cells with doubled quotes and line breaks, and lines in UTF-8 or
 * Windows-1252, which it hands on as UTF-8. A quote that is never closed costs one line, not the rest of the file.
 */
export class CarefulSplitter {
  linesTaken = 0;
  /** True when a line was given up before its end was in sight. */
  lineGoesOn = false;
  private readonly starts = new Int32Array(MOST_CELLS);
  private readonly ends = new Int32Array(MOST_CELLS);
  private readonly plain = new Uint8Array(LONGEST_ROW + 2);
  // One Windows-1252 byte becomes at most three in UTF-8.
  private readonly recoded = new Uint8Array(3 * (LONGEST_ROW + 2));
  private written = 0;

  constructor(
    private readonly delimiter: number,
    private readonly notes: SplitNotes,
  ) {}

  /** Delivers the row at `from` and returns where the next begins, or a negative number when more bytes are needed. */
  row(bytes: Uint8Array, from: number, to: number, final: boolean, line: number, sink: RowSink): number {
    this.written = 0;
    this.lineGoesOn = false;
    this.linesTaken = 1;
    let cells = 0;
    let at = from;
    for (;;) {
      const start = this.written;
      at = bytes[at] === QUOTE && at < to ? this.quotedCell(bytes, from, at, to, final) : this.plainCell(bytes, from, at, to);
      if (at === BROKEN) return this.giveUp(bytes, from, to, final, line);
      if (at === UNDECIDED) return UNDECIDED;
      this.starts[cells] = start;
      this.ends[cells++] = this.written;
      if (at < to && bytes[at] === this.delimiter) at++;
      else break;
    }
    if (at - from > LONGEST_ROW) return this.giveUp(bytes, from, to, final, line);
    let next = at + 1;
    if (at >= to) {
      if (!final) return UNDECIDED;
      next = to;
    } else if (bytes[at] === CR) {
      if (next >= to && !final) return UNDECIDED;
      if (next < to && bytes[next] === LF) next++;
    }
    if (at >= to) this.notes.lastRowUnended();
    this.deliver(bytes.subarray(from, at), cells, line, sink);
    return next;
  }

  private plainCell(bytes: Uint8Array, from: number, start: number, to: number): number {
    let at = start;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === this.delimiter || byte === LF || byte === CR) break;
      if (at - from > LONGEST_ROW) return BROKEN;
      this.plain[this.written++] = byte;
    }
    return at;
  }

  /** Where the closing quote's successor lies. A bare quote inside is taken as it stands, but only on the first line of the cell. */
  private quotedCell(bytes: Uint8Array, from: number, start: number, to: number, final: boolean): number {
    let breaks = 0;
    for (let at = start + 1; ; at++) {
      if (at - from > LONGEST_ROW) return BROKEN;
      if (at >= to) return final ? BROKEN : UNDECIDED;
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        if (at + 1 < to && bytes[at + 1] === QUOTE) at++;
        else {
          let after = at + 1;
          while (after < to && bytes[after] === 32) after++;
          if (after >= to && !final) return after - from > LONGEST_ROW ? BROKEN : UNDECIDED;
          if (after >= to || bytes[after] === this.delimiter || bytes[after] === LF || bytes[after] === CR) {
            this.linesTaken += breaks;
            return after;
          }
          if (breaks > 0) return BROKEN;
        }
      } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) breaks++;
      this.plain[this.written++] = byte;
    }
  }

  private giveUp(bytes: Uint8Array, from: number, to: number, final: boolean, line: number): number {
    this.linesTaken = 1;
    let at = from;
    while (at < to && bytes[at] !== LF && bytes[at] !== CR) at++;
    if (at >= to && final) this.notes.lastRowUnended();
    this.notes.brokenLine(line);
    if (at >= to || (bytes[at] === CR && at + 1 >= to)) {
      if (final) {
        if (at >= to) this.notes.lastRowUnended();
        return to;
      }
      this.lineGoesOn = true;
      this.linesTaken = 0;
      return at;
    }
    return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
  }

  private deliver(raw: Uint8Array, cells: number, line: number, sink: RowSink): void {
    const plain = this.plain.subarray(0, this.written);
    let accented = false;
    for (const byte of plain) {
      if (byte >= 128) accented = true;
      else if (byte === 0) this.notes.nulByte();
    }
    if (!accented) {
      sink.row(this.plain, this.starts, this.ends, cells, line);
      return;
    }
    if (isUtf8(raw)) {
      this.notes.accentedLine(true, countReplacements(plain));
      sink.row(this.plain, this.starts, this.ends, cells, line);
      return;
    }
    this.notes.accentedLine(false, 0);
    let written = 0;
    for (let cell = 0; cell < cells; cell++) {
      const start = written;
      written = windows1252ToUtf8(plain, this.starts[cell]!, this.ends[cell]!, this.recoded, written);
      this.starts[cell] = start;
      this.ends[cell] = written;
    }
    sink.row(this.recoded, this.starts, this.ends, cells, line);
  }
}
