import { NATIONAL_CODES } from '@attendance/shared/attendance';
import type { FileCells, MarkIntake } from './intake.ts';
import { columnOf, widthOf } from './headings.ts';
import { numberOfFault } from './faults.ts';
import { ANY_SCHOOL } from './roster.ts';
import { textOf } from './text.ts';
import type { DateOrder, Field, Heading, Layout, RowSink } from './types.ts';

const SHOWN_OF_A_ROW = 120;

const LONGER_CODES: readonly string[] = NATIONAL_CODES.map(({ code }) => code).filter((code) => code.length > 1);

/** What was found out about a file before its rows are read. */
export interface FileFacts {
  readonly headings: readonly Heading[];
  readonly order: DateOrder['order'];
  readonly digitsAreLessons: boolean;
}

/** One layout of a register file. */
export interface RegisterReader {
  readonly layout: Layout;
  /** Whether these headings hold all this layout needs. */
  recognises(headings: readonly Heading[]): boolean;
  open(intake: MarkIntake, facts: FileFacts): RowSink;
}

/** What the rows of every layout have in common: a pupil, a date, perhaps a school, and a width. */
export abstract class RowReader implements RowSink {
  protected readonly width: number;
  protected readonly pupilColumn: number;
  protected readonly dateColumn: number;
  protected readonly schoolColumn: number;
  protected readonly cells: FileCells;
  protected readonly wanted: readonly number[];

  constructor(
    protected readonly intake: MarkIntake,
    protected readonly facts: FileFacts,
    layoutFields: readonly Field[],
  ) {
    const { headings } = facts;
    const upn = columnOf(headings, 'upn');
    this.width = widthOf(headings);
    this.pupilColumn = upn >= 0 ? upn : columnOf(headings, 'localId');
    this.dateColumn = columnOf(headings, 'date');
    this.schoolColumn = columnOf(headings, 'school');
    this.cells = intake.cells(upn >= 0, facts.order, facts.digitsAreLessons);
    this.wanted = [this.pupilColumn, this.dateColumn, ...layoutFields.map((field) => columnOf(headings, field))];
  }

  abstract row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number, line: number): void;

  /** The school a row names, `ANY_SCHOOL` when the file has no such column, or a fault. */
  protected school(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    if (this.schoolColumn < 0) return ANY_SCHOOL;
    return this.cells.schools.read(bytes, starts[this.schoolColumn]!, ends[this.schoolColumn]!);
  }

  /** Whether a row of another width is to be read all the same: more cells, but empty ones. If not, it has been dealt with. */
  protected fits(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number, line: number): boolean {
    let filled = 0;
    let tooWide = cells > starts.length;
    for (let cell = 0; cell < cells && !tooWide; cell++) {
      if (isBlank(bytes, starts[cell]!, ends[cell]!)) continue;
      if (cell >= this.width) tooWide = true;
      filled++;
    }
    if (cells > this.width && !tooWide) return true;
    if (filled === 0 && !this.intake.rowMayBeCut) this.intake.tally.rowsNearEmpty++;
    else this.intake.refuseRow(line, () => this.rowText(bytes, starts, ends, cells));
    return false;
  }

  /** Whether a faulty row holds next to nothing, and so is left aside; a row that may be cut off never is. */
  protected isNearEmpty(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): boolean {
    if (this.intake.rowMayBeCut) return false;
    let filled = 0;
    for (const column of this.wanted) if (!isBlank(bytes, starts[column]!, ends[column]!)) filled++;
    if (filled > 1) return false;
    this.intake.tally.rowsNearEmpty++;
    return true;
  }

  /** Whether the mark that ends a row without a line ending may be only the beginning of one: nothing, or the `C` of a `C2`. */
  protected markMayBeCut(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): boolean {
    const last = this.width - 1;
    const text = textOf(bytes, starts[last]!, ends[last]!).trim().toUpperCase();
    return text === '' || LONGER_CODES.some((code) => code.startsWith(text) && code !== text);
  }

  /** Records the fault of one cell. */
  protected refuseCell(
    fault: number, column: number, schoolId: number | null,
    bytes: Uint8Array, starts: Int32Array, ends: Int32Array, line: number,
  ): void {
    const heading = this.facts.headings[column]?.text ?? null;
    this.intake.refuse(fault, line, heading, schoolId, () => textOf(bytes, starts[column]!, ends[column]!));
  }

  /** The column to name for a fault found while a mark was filed. */
  protected columnAtFault(fault: number, markColumn: number): number {
    if (fault === PUPIL_UNKNOWN || fault === PUPIL_IN_TWO_SCHOOLS || fault === PUPILS_SHARE_UPN) return this.pupilColumn;
    return fault === MARKS_DISAGREE ? markColumn : this.dateColumn;
  }

  protected rowText(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number): string {
    const texts: string[] = [];
    for (let cell = 0, length = 0; cell < cells && length < SHOWN_OF_A_ROW && starts[cell] !== undefined; cell++) {
      const end = Math.min(ends[cell]!, starts[cell]! + SHOWN_OF_A_ROW);
      texts.push(textOf(bytes, starts[cell]!, end));
      length += end - starts[cell]! + 1;
    }
    return texts.join(',');
  }
}

const PUPIL_UNKNOWN = numberOfFault('PUP-01');
const PUPIL_IN_TWO_SCHOOLS = numberOfFault('PUP-02');
const PUPILS_SHARE_UPN = numberOfFault('UPN-06');
const MARKS_DISAGREE = numberOfFault('MRK-04');

/** Whether a cell holds blanks only. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte !== 32 && byte !== 9 && !(byte === 0xc2 && bytes[at + 1] === 0xa0) && !(byte === 0xa0 && bytes[at - 1] === 0xc2)) return false;
  }
  return true;
}
