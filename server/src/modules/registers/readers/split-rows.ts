import { CarefulSplitter } from './split-carefully.ts';
import { LONGEST_ROW, MOST_CELLS } from './row-limits.ts';
import type { RowSink } from './types.ts';

const DELIMITER = 1;
const LINE_FEED = 2;
const CARRIAGE_RETURN = 3;
const QUOTE = 4;
const UNUSUAL = 5;
const LF = 10;
const CR = 13;

/** What the splitter reports besides rows. */
export interface SplitNotes {
  /** Said just before the last row of a file when no line ending follows it. */
  lastRowUnended(): void;
  /** A line that is no row: too long, or a quoted cell that never ends. */
  brokenLine(line: number): void;
  /** The encoding a line with bytes above 127 turned out to have. */
  accentedLine(isUtf8: boolean, replacementCharacters: number): void;
  /** A NUL byte: this is not text. */
  nulByte(): void;
}

/**
 * Cuts delimited bytes into rows. Plain rows, and cells that are simply wrapped in quotes, are cut here; everything else
 * goes through the careful splitter, which must agree with this one wherever both can read a row.
 * There is no escape character and no comment character: backslash and hash are marks.
 */
export class RowSplitter {
  /** Physical line of the next row, from 1. */
  line = 1;
  blankLines = 0;
  private skipping = false;
  private readonly classes = new Uint8Array(256);
  private readonly starts = new Int32Array(MOST_CELLS);
  private readonly ends = new Int32Array(MOST_CELLS);
  // Its buffers are large, and most files never need them.
  private lazyCareful: CarefulSplitter | null = null;

  constructor(
    private readonly delimiter: number,
    private readonly notes: SplitNotes,
    /** Sends every row through the careful splitter: the yardstick the fast path is tested against. */
    alwaysCareful = false,
  ) {
    if (alwaysCareful) this.classes.fill(UNUSUAL);
    else this.classes.fill(UNUSUAL, 128);
    this.classes[0] = UNUSUAL;
    this.classes[34] = alwaysCareful ? UNUSUAL : QUOTE;
    this.classes[delimiter] = alwaysCareful ? UNUSUAL : DELIMITER;
    this.classes[LF] = LINE_FEED;
    this.classes[CR] = CARRIAGE_RETURN;
  }

  /**
   * Delivers the complete rows in `bytes[from..to)`, at most `limit` of them, and returns where the first undelivered one
   * begins. `bytes` must have room for one more byte at `to`. With `final`, what is left counts as the last row.
   */
  split(bytes: Uint8Array, from: number, to: number, final: boolean, sink: RowSink, limit: number = 0x7fffffff): number {
    const classes = this.classes;
    const starts = this.starts;
    const ends = this.ends;
    let position = from;
    if (this.skipping) {
      position = this.skipLine(bytes, position, to, final);
      if (this.skipping) return position;
    }
    // A line feed just behind the data stops every scan, so that the inner loop need not watch for the end.
    bytes[to] = LF;
    let line = this.line;
    let rows = 0;
    while (position < to && rows < limit) {
      let cells = 0;
      let cell = position;
      let closing = 0;
      let at = position;
      let kind = 0;
      for (;;) {
        kind = classes[bytes[at]!]!;
        if (kind === 0) {
          at++;
        } else if (kind === DELIMITER) {
          starts[cells] = cell;
          ends[cells++] = at - closing;
          closing = 0;
          cell = ++at;
        } else if (kind === QUOTE) {
          if (at !== cell) {
            at++;
            continue;
          }
          let shut = at + 1;
          let inside = classes[bytes[shut]!]!;
          while (inside === 0 || inside === DELIMITER) inside = classes[bytes[++shut]!]!;
          const after = classes[bytes[shut + 1]!]!;
          if (inside !== QUOTE || after === 0 || after > CARRIAGE_RETURN) {
            kind = UNUSUAL;
            break;
          }
          cell = at + 1;
          closing = 1;
          at = shut + 1;
        } else {
          break;
        }
      }
      if (kind === UNUSUAL) {
        this.line = line;
        const careful = (this.lazyCareful ??= new CarefulSplitter(this.delimiter, this.notes));
        const next = careful.row(bytes, position, to, final, line, sink);
        // Less than nothing: not to be decided before more bytes are here.
        if (next < 0) return position;
        this.skipping = careful.lineGoesOn;
        line += careful.linesTaken;
        position = next;
        rows++;
        if (this.skipping) break;
        continue;
      }
      let next = at + 1;
      if (at >= to) {
        if (!final) {
          if (to - position <= LONGEST_ROW) break;
          this.notes.brokenLine(line);
          this.skipping = true;
          position = to;
          break;
        }
        next = to;
        this.notes.lastRowUnended();
      } else if (kind === CARRIAGE_RETURN) {
        if (next >= to) {
          // A line feed may follow in the next piece.
          if (!final) {
            if (at - position <= LONGEST_ROW) break;
            this.notes.brokenLine(line);
            this.skipping = true;
            position = at;
            break;
          }
        } else if (bytes[next] === LF) next++;
      }
      if (at - position > LONGEST_ROW) {
        this.notes.brokenLine(line);
      } else if (cells === 0 && at === position) {
        this.blankLines++;
      } else {
        starts[cells] = cell;
        ends[cells++] = at - closing;
        sink.row(bytes, starts, ends, cells, line);
      }
      line++;
      rows++;
      position = next;
    }
    this.line = line;
    return position;
  }

  /** Passes over the rest of a line that was given up; returns where the next one begins, or `to`. */
  private skipLine(bytes: Uint8Array, from: number, to: number, final: boolean): number {
    let at = from;
    while (at < to && bytes[at] !== LF && bytes[at] !== CR) at++;
    if (at >= to) return to;
    if (bytes[at] === CR) {
      // Wait for the byte after a carriage return, or the line feed would count as a line of its own.
      if (at + 1 >= to && !final) return at;
      if (at + 1 < to && bytes[at + 1] === LF) at++;
    }
    this.skipping = false;
    this.line++;
    return at + 1;
  }
}
