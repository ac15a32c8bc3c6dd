import type { MarkIntake } from './intake.ts';
import { columnOf } from './headings.ts';
import { RowReader, type FileFacts, type RegisterReader } from './row-reader.ts';
import { ANY_SCHOOL } from './roster.ts';
import type { Heading } from './types.ts';

class DayRows extends RowReader {
  private readonly amColumn: number;
  private readonly pmColumn: number;

  constructor(intake: MarkIntake, facts: FileFacts) {
    super(intake, facts, ['am', 'pm']);
    this.amColumn = columnOf(facts.headings, 'am');
    this.pmColumn = columnOf(facts.headings, 'pm');
  }

  row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number, line: number): void {
    if (cells !== this.width && !this.fits(bytes, starts, ends, cells, line)) return;
    const { intake } = this;
    const { pupils, dates } = this.cells;
    const pupil = pupils.read(bytes, starts[this.pupilColumn]!, ends[this.pupilColumn]!);
    const day = dates.read(bytes, starts[this.dateColumn]!, ends[this.dateColumn]!);
    const am = intake.marks.read(bytes, starts[this.amColumn]!, ends[this.amColumn]!, 0);
    const pm = intake.marks.read(bytes, starts[this.pmColumn]!, ends[this.pmColumn]!, 1);
    const school = this.schoolColumn < 0 ? ANY_SCHOOL : this.school(bytes, starts, ends);
    const rowIsFaulty = (pupil | day) < 0 || school < ANY_SCHOOL;
    if (rowIsFaulty || (am | pm) < 0 || intake.rowMayBeCut) {
      if (this.setAside(rowIsFaulty || (am | pm) < 0, bytes, starts, ends, cells, line)) return;
    }
    intake.tally.rowsRead++;
    if (rowIsFaulty) {
      intake.tally.rowsRefused++;
      for (const [fault, column] of [[pupil, this.pupilColumn], [day, this.dateColumn], [school, this.schoolColumn]] as const) {
        if (fault < 0 && column >= 0) this.refuseCell(fault, column, this.intake.schoolConcerned(school, this.cells.groups, pupil), bytes, starts, ends, line);
      }
      return;
    }
    const { groups } = this.cells;
    const amFault = am < 0 ? am : intake.file(groups, pupil, school, day, 0, am, line);
    // Said before the afternoon is tried, which may overwrite what a contradicted morning mark was held against.
    if (amFault < 0) this.refuseMark(amFault, am < 0, this.amColumn, intake.schoolConcerned(school, groups, pupil), bytes, starts, ends, line);
    const pmFault = pm < 0 ? pm : intake.file(groups, pupil, school, day, 1, pm, line);
    // A fault of the pupil or the date concerns the whole row and has been said with the morning mark.
    if (pmFault < 0 && !(pmFault === amFault && am >= 0 && this.columnAtFault(pmFault, -1) >= 0)) {
      this.refuseMark(pmFault, pm < 0, this.pmColumn, intake.schoolConcerned(school, groups, pupil), bytes, starts, ends, line);
    }
    if ((amFault | pmFault) < 0) intake.tally.rowsRefused++;
  }

  private refuseMark(
    fault: number, isMarkItself: boolean, markColumn: number, schoolId: number | null,
    bytes: Uint8Array, starts: Int32Array, ends: Int32Array, line: number,
  ): void {
    this.refuseCell(fault, isMarkItself ? markColumn : this.columnAtFault(fault, markColumn), schoolId, bytes, starts, ends, line);
  }

  /** Whether a row was near-empty or cut off, and has been dealt with. */
  private setAside(isFaulty: boolean, bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number, line: number): boolean {
    if (!this.intake.rowMayBeCut) return this.isNearEmpty(bytes, starts, ends);
    const last = this.width - 1;
    const markIsCut = (this.amColumn === last || this.pmColumn === last) && this.markMayBeCut(bytes, starts, ends);
    if (!isFaulty && !markIsCut) return false;
    this.intake.refuseRow(line, () => this.rowText(bytes, starts, ends, cells));
    return true;
  }
}

/** One row for each day: pupil, date, morning mark, afternoon mark. */
export const dayReader: RegisterReader = {
  layout: 'D',
  recognises: (headings: readonly Heading[]) =>
    (columnOf(headings, 'upn') >= 0 || columnOf(headings, 'localId') >= 0) &&
    (['date', 'am', 'pm'] as const).every((field) => columnOf(headings, field) >= 0),
  open: (intake, facts) => new DayRows(intake, facts),
};
