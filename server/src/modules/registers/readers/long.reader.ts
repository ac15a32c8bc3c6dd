import type { MarkIntake } from './intake.ts';
import { columnOf } from './headings.ts';
import { RowReader, type FileFacts, type RegisterReader } from './row-reader.ts';
import { ANY_SCHOOL } from './roster.ts';
import type { Heading } from './types.ts';

class LongRows extends RowReader {
  private readonly sessionColumn: number;
  private readonly markColumn: number;

  constructor(intake: MarkIntake, facts: FileFacts) {
    super(intake, facts, ['session', 'mark']);
    this.sessionColumn = columnOf(facts.headings, 'session');
    this.markColumn = columnOf(facts.headings, 'mark');
  }

  row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number, line: number): void {
    if (cells !== this.width && !this.fits(bytes, starts, ends, cells, line)) return;
    const { pupils, dates, sessions, groups } = this.cells;
    const pupil = pupils.read(bytes, starts[this.pupilColumn]!, ends[this.pupilColumn]!);
    const day = dates.read(bytes, starts[this.dateColumn]!, ends[this.dateColumn]!);
    const half = sessions.read(bytes, starts[this.sessionColumn]!, ends[this.sessionColumn]!);
    const mark = this.intake.marks.read(bytes, starts[this.markColumn]!, ends[this.markColumn]!, half < 0 ? 0 : half);
    const school = this.schoolColumn < 0 ? ANY_SCHOOL : this.school(bytes, starts, ends);
    if ((pupil | day | half | mark) < 0 || school < ANY_SCHOOL || this.intake.rowMayBeCut) {
      if (!this.mayStand(pupil, day, half, mark, school, bytes, starts, ends, cells, line)) return;
    }
    this.intake.tally.rowsRead++;
    const fault = this.intake.file(groups, pupil, school, day, half, mark, line);
    if (fault === 0) return;
    this.intake.tally.rowsRefused++;
    const concerned = this.intake.schoolConcerned(school, groups, pupil);
    this.refuseCell(fault, this.columnAtFault(fault, this.markColumn), concerned, bytes, starts, ends, line);
  }

  /** Deals with a row that has a fault or may be cut off; true when there is nothing against it after all. */
  private mayStand(
    pupil: number, day: number, half: number, mark: number, school: number,
    bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number, line: number,
  ): boolean {
    const faults = [[pupil, this.pupilColumn], [day, this.dateColumn], [half, this.sessionColumn], [mark, this.markColumn], [school, this.schoolColumn]] as const;
    const found = faults.filter(([fault, column]) => fault < 0 && column >= 0);
    if (this.intake.rowMayBeCut) {
      const markIsCut = this.markColumn === this.width - 1 && this.markMayBeCut(bytes, starts, ends);
      if (found.length === 0 && !markIsCut) return true;
      this.intake.refuseRow(line, () => this.rowText(bytes, starts, ends, cells));
      return false;
    }
    if (this.isNearEmpty(bytes, starts, ends)) return false;
    this.intake.tally.rowsRead++;
    this.intake.tally.rowsRefused++;
    const concerned = this.intake.schoolConcerned(school, this.cells.groups, pupil);
    for (const [fault, column] of found) this.refuseCell(fault, column, concerned, bytes, starts, ends, line);
    return false;
  }
}

/** One row for each mark: pupil, date, session, mark. */
export const longReader: RegisterReader = {
  layout: 'L',
  recognises: (headings: readonly Heading[]) =>
    (columnOf(headings, 'upn') >= 0 || columnOf(headings, 'localId') >= 0) &&
    (['date', 'session', 'mark'] as const).every((field) => columnOf(headings, field) >= 0),
  open: (intake, facts) => new LongRows(intake, facts),
};
