import { MISSING_MARK, NATIONAL_CODES } from '@attendance/shared/attendance';
import { dayOfIso, weekday } from '@attendance/shared/kernel';
import { DateCells, MarkCells, PupilCells, SchoolCells, SessionCells } from './cells.ts';
import { CopyText } from './copy-text.ts';
import { faultOfNumber, numberOfFault } from './faults.ts';
import { Put, WeekFold } from './fold.ts';
import { ANY_SCHOOL, Roster, type PupilGroups } from './roster.ts';
import { DayKind, SchoolDays } from './school-days.ts';
import { SchoolNames } from './schools.ts';
import { Tally } from './tally.ts';
import type { DateOrder, ReadContext } from './types.ts';

const NO_MARK = MISSING_MARK.charCodeAt(0);
const CLOSURE = '#'.charCodeAt(0);
const FAR = 0x3fffffff;
const NOT_HELD_DAY = numberOfFault('DAT-03');
const WEEKEND_DAY = numberOfFault('DAT-05');
const CLOSED_DAY = numberOfFault('DAT-06');
const CONTRADICTION = numberOfFault('MRK-04');

/** The readers of a file's columns, and the pupils its pupil column finds. */
export interface FileCells {
  readonly groups: PupilGroups;
  readonly pupils: PupilCells;
  readonly dates: DateCells;
  readonly sessions: SessionCells;
  readonly schools: SchoolCells;
}

/** Files marks: knows who is on roll and which days schools open, holds the open weeks and keeps the account. */
export class MarkIntake {
  readonly tally = new Tally();
  readonly marks = new MarkCells();
  readonly schoolDays: SchoolDays;
  readonly copy: CopyText;
  readonly fold: WeekFold;
  readonly schoolIds: readonly number[];
  marksAccepted = 0;
  marksBlank = 0;
  marksOnClosedDays = 0;
  repeated = 0;
  /** Empty marks left aside because another row has the mark of that session. */
  gapsDropped = 0;
  outOfUse = 0;
  truncated = false;
  /** Set when the row being delivered is the last one and has no line ending. */
  rowMayBeCut = false;
  readonly daySeen: Uint8Array;
  readonly schoolSeen: Uint8Array;
  private readonly roster: Roster;
  private readonly names: SchoolNames;
  private pupils: PupilCells | null = null;
  private readonly claimed: number;
  private readonly weekOfDay: Int32Array;
  private readonly slotOfDay: Int32Array;
  private readonly validFrom = new Int32Array(128).fill(-FAR);
  private readonly validTo = new Int32Array(128).fill(FAR);

  constructor(
    private readonly context: ReadContext,
    mostOpenWeeks?: number,
  ) {
    const { claimedSchool, calendars, today } = context;
    const entries = claimedSchool === null ? context.roster : context.roster.filter((entry) => entry.schoolId === claimedSchool);
    this.schoolIds = [...new Set([...calendars.map((calendar) => calendar.schoolId), ...entries.map((entry) => entry.schoolId)])];
    this.claimed = claimedSchool === null ? -1 : this.schoolIds.indexOf(claimedSchool);
    this.schoolDays = new SchoolDays(this.schoolIds, calendars, today);
    this.roster = new Roster(entries, this.schoolIds);
    this.names = new SchoolNames(this.schoolIds, calendars);
    const { firstDay, firstMonday, days, weeks } = this.schoolDays;
    this.copy = new CopyText(this.roster, this.schoolIds, firstMonday, weeks);
    this.fold = new WeekFold(this.roster.size, weeks, this.copy, mostOpenWeeks);
    this.daySeen = new Uint8Array(days);
    this.schoolSeen = new Uint8Array(this.schoolIds.length);
    this.weekOfDay = Int32Array.from({ length: days }, (_, day) => Math.floor((firstDay + day - firstMonday) / 7));
    this.slotOfDay = Int32Array.from({ length: days }, (_, day) => weekday(firstDay + day) * 2);
    for (const code of NATIONAL_CODES) {
      const mark = code.mark.charCodeAt(0);
      if (code.validFrom) this.validFrom[mark] = dayOfIso(code.validFrom) - firstDay;
      if (code.validTo) this.validTo[mark] = dayOfIso(code.validTo) - firstDay;
    }
  }

  /** Distinct temporary UPNs among the pupils found. */
  get temporaryUpns(): number {
    return this.pupils?.temporary ?? 0;
  }

  /** Readers for the cells of one file. `byUpn` says whether the pupil column holds UPNs or the school's own numbers. */
  cells(byUpn: boolean, order: DateOrder['order'], digitsAreLessons: boolean): FileCells {
    const groups = byUpn ? this.roster.byUpn : this.roster.byLocalId;
    this.pupils = new PupilCells(groups, byUpn);
    return {
      groups,
      pupils: this.pupils,
      dates: new DateCells(this.schoolDays, order, this.context.today),
      sessions: new SessionCells(digitsAreLessons),
      schools: new SchoolCells(this.names, this.claimed),
    };
  }

  /**
   * Files one mark that was read without a fault. Returns 0 when it was kept, repeated or left aside on purpose, or the
   * negative number of the fault for which it must be refused.
   */
  file(groups: PupilGroups, group: number, school: number, day: number, half: number, mark: number, line: number): number {
    const roster = this.roster;
    const { firstDay, days, kinds } = this.schoolDays;
    let enrolment = groups.only[group]!;
    if (
      enrolment < 0 ||
      (school !== ANY_SCHOOL && roster.schools[enrolment] !== school) ||
      firstDay + day < roster.startsOn[enrolment]! ||
      firstDay + day > roster.endsOn[enrolment]!
    ) {
      enrolment = roster.pick(groups, group, school, firstDay + day);
      if (enrolment < 0) return enrolment;
    }
    const at = roster.schools[enrolment]!;
    const kind = kinds[at * days + day]!;
    if (kind !== DayKind.OPEN) return this.onClosedDay(kind as DayKind, mark);
    if (day < this.validFrom[mark]! || day > this.validTo[mark]!) this.outOfUse++;
    this.daySeen[day] = 1;
    this.schoolSeen[at] = 1;
    const put = this.fold.put(enrolment, this.weekOfDay[day]!, this.slotOfDay[day]! + half, mark, line);
    if (put === Put.KEPT) {
      this.marksAccepted++;
      if (mark === NO_MARK) this.marksBlank++;
      return 0;
    }
    return this.besideAnother(put);
  }

  /** The id of the school a refused row concerns, as far as the file, the row or the pupil's only enrolment tells; else null. */
  schoolConcerned(school: number, groups: PupilGroups, pupil: number): number | null {
    if (this.context.claimedSchool !== null) return this.context.claimedSchool;
    const only = pupil >= 0 ? groups.only[pupil]! : -1;
    const known = school >= 0 ? school : only >= 0 ? this.roster.schools[only]! : -1;
    return this.schoolIds[known] ?? null;
  }

  /** Records a fault of a cell; `column` is its heading, and `value` is only asked for while details are kept. */
  refuse(fault: number, line: number, column: string | null, schoolId: number | null, value: () => string): void {
    const code = faultOfNumber(fault);
    this.tally.refuse(line, code, column, schoolId, () => {
      if (code !== 'MRK-04') return value();
      const held = this.fold.heldMark;
      return held === 0 ? `${value()} (several rows disagree)` : `${value()} (another row says ${String.fromCharCode(held)})`;
    });
  }

  /** Records a row that has not the shape of the file. */
  refuseRow(line: number, value: () => string): void {
    this.tally.rowsRead++;
    this.tally.rowsRefused++;
    this.tally.refuse(line, 'HDR-05', null, this.context.claimedSchool, value);
    if (this.rowMayBeCut) this.truncated = true;
  }

  private onClosedDay(kind: DayKind, mark: number): number {
    if (kind === DayKind.NOT_HELD) return NOT_HELD_DAY;
    if (mark === NO_MARK || mark === CLOSURE) {
      this.marksOnClosedDays++;
      return 0;
    }
    return kind === DayKind.WEEKEND ? WEEKEND_DAY : CLOSED_DAY;
  }

  private besideAnother(put: Put): number {
    if (put === Put.CONTRADICTED) {
      // The earlier mark is taken back as well: which of the two is right is for the school to say.
      this.marksAccepted--;
      this.tally.rowsRefused++;
      this.tally.count('MRK-04', 1);
      return CONTRADICTION;
    }
    if (put === Put.CONTRADICTED_AGAIN) return CONTRADICTION;
    if (put === Put.REPEATED) this.repeated++;
    else this.gapsDropped++;
    if (put === Put.FILLED_A_GAP) this.marksBlank--;
    return 0;
  }
}
