import { normaliseRawMark } from '@attendance/shared/attendance';
import { isTemporaryUpn, normaliseUpn } from '@attendance/shared/pupils';
import { ByteMemo } from './byte-memo.ts';
import { readDay } from './dates.ts';
import { NOT_FOUND_YET, numberOfFault } from './faults.ts';
import type { PupilGroups } from './roster.ts';
import type { SchoolDays } from './school-days.ts';
import type { SchoolNames } from './schools.ts';
import { readSession, SessionWord } from './sessions.ts';
import { textOf } from './text.ts';
import type { DateOrder } from './types.ts';

/** Reads the cells of one column: a number from 0 up, or the negative number of a fault. Equal bytes are worked out once. */
abstract class Cells {
  protected readonly memo: ByteMemo;

  constructor(mostKept: number) {
    this.memo = new ByteMemo(mostKept);
  }

  read(bytes: Uint8Array, start: number, end: number): number {
    const known = this.memo.find(bytes, start, end);
    if (known !== NOT_FOUND_YET) return known;
    const value = this.workOut(trimmed(textOf(bytes, start, end)));
    this.memo.teach(bytes, start, end, value);
    return value;
  }

  protected abstract workOut(text: string): number;
}

// Blanks that String.trim leaves alone, found around cells copied from web pages.
const INVISIBLE_EDGES = /^[\s\u200b-\u200f\u2060\u00ad]+|[\s\u200b-\u200f\u2060\u00ad]+$/g;

/** A cell without blanks of any kind at its edges. */
export function trimmed(text: string): string {
  return text.replace(INVISIBLE_EDGES, '');
}

/** The pupil column, by UPN or by the school's own number: gives the group of the pupil's enrolments. */
export class PupilCells extends Cells {
  /** Distinct temporary UPNs met. */
  temporary = 0;

  constructor(
    private readonly groups: PupilGroups,
    private readonly holdsUpns: boolean,
  ) {
    // Room for each pupil under two ways of writing, and for numbers nobody goes by.
    super(Math.max(1024, 2 * groups.size));
  }

  protected workOut(text: string): number {
    if (!this.holdsUpns) return text === '' ? numberOfFault('UPN-01') : this.group(text);
    const read = normaliseUpn(text);
    if (read.upn === undefined) return numberOfFault(read.fault);
    const group = this.group(read.upn);
    if (group >= 0 && isTemporaryUpn(read.upn)) this.temporary++;
    return group;
  }

  private group(key: string): number {
    return this.groups.find(key) ?? numberOfFault('PUP-01');
  }
}

/** The date column: gives days since the first day the calendars hold. */
export class DateCells extends Cells {
  constructor(
    private readonly schoolDays: SchoolDays,
    private readonly order: DateOrder['order'],
    private readonly today: number,
  ) {
    super(8192);
  }

  protected workOut(text: string): number {
    const read = readDay(text, this.order);
    if (read.day === undefined) return numberOfFault(read.fault);
    if (read.day > this.today) return numberOfFault('DAT-04');
    const offset = read.day - this.schoolDays.firstDay;
    return offset >= 0 && offset < this.schoolDays.days ? offset : numberOfFault('DAT-03');
  }
}

const LETTER_A = 65;
const LETTER_M = 77;
const LETTER_P = 80;

/** The session column: 0 for morning, 1 for afternoon. */
export class SessionCells extends Cells {
  constructor(private readonly digitsAreLessons: boolean) {
    super(1024);
  }

  override read(bytes: Uint8Array, start: number, end: number): number {
    // The two words nearly every file uses alternate from row to row.
    if (end - start === 2 && bytes[start + 1] === LETTER_M) {
      if (bytes[start] === LETTER_A) return SessionWord.MORNING;
      if (bytes[start] === LETTER_P) return SessionWord.AFTERNOON;
    }
    return super.read(bytes, start, end);
  }

  protected workOut(text: string): number {
    const word = readSession(text, this.digitsAreLessons);
    return word === SessionWord.MORNING || word === SessionWord.AFTERNOON ? word : numberOfFault('SES-01');
  }
}

/** The school column: gives the position of the school in the list of schools. */
export class SchoolCells extends Cells {
  constructor(
    private readonly names: SchoolNames,
    /** Position of the school the file was sent for, or -1 for a file of the authority. */
    private readonly claimed: number,
  ) {
    super(4096);
  }

  protected workOut(text: string): number {
    const school = this.names.find(text);
    return school >= 0 && this.claimed >= 0 && school !== this.claimed ? numberOfFault('SCH-02') : school;
  }
}

class LongMarkCells extends Cells {
  constructor(private readonly isAfternoon: boolean) {
    super(1024);
  }

  protected workOut(text: string): number {
    return markNumber(text, this.isAfternoon);
  }
}

function markNumber(text: string, isAfternoon: boolean): number {
  const read = normaliseRawMark(text, isAfternoon);
  return read.unknown ? numberOfFault('MRK-01') : read.mark.charCodeAt(0);
}

/** The mark columns: gives the character code of the mark in the register's alphabet, `-` for an empty cell. */
export class MarkCells {
  private readonly single = new Int16Array(256);
  private readonly longer = [new LongMarkCells(false), new LongMarkCells(true)] as const;
  private readonly noMark = markNumber('', false);

  constructor() {
    // Bytes above 127 never stand alone in UTF-8, so the upper half of each table is never asked.
    for (let byte = 0; byte < 128; byte++) {
      this.single[byte] = markNumber(String.fromCharCode(byte), false);
      this.single[128 + byte] = markNumber(String.fromCharCode(byte), true);
    }
  }

  read(bytes: Uint8Array, start: number, end: number, half: number): number {
    if (end - start === 1) return this.single[(half << 7) + bytes[start]!]!;
    if (end === start) return this.noMark;
    return this.longer[half as 0 | 1].read(bytes, start, end);
  }
}
