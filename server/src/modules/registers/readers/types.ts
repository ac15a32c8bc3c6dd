// What goes into a register reader and what comes out of it. All dates are day numbers: days since 1970-01-01.

/** One stay of one pupil at one school. `endsOn` is the last day on roll, null while it goes on. */
export interface RosterEntry {
  readonly enrolmentId: number;
  readonly pupilId: number;
  readonly schoolId: number;
  readonly upn: string;
  readonly localId: string | null;
  readonly startsOn: number;
  readonly endsOn: number | null;
}

/** The days a school opens, ascending, over whole academic years: a year with no open day is a year that is not held. */
export interface SchoolCalendar {
  readonly schoolId: number;
  /** Seven digits, with or without the slash. */
  readonly laestab: string;
  readonly urn: string | null;
  readonly name: string;
  readonly openDays: ArrayLike<number>;
}

/** Everything a reader must know to judge a row; built by the importer from the database. */
export interface ReadContext {
  /** The school the file was sent for; null for a file of the whole authority. */
  readonly claimedSchool: number | null;
  readonly roster: readonly RosterEntry[];
  readonly calendars: readonly SchoolCalendar[];
  readonly today: number;
  /** The whole file is refused when more than this share of its rows is faulty. */
  readonly maxBadRowPercent: number;
}

/** Codes that refuse a file, a row or a mark. */
export type FaultCode =
  | 'FIL-01' | 'FIL-02' | 'FIL-05' | 'ENC-02' | 'HDR-01' | 'HDR-02' | 'HDR-03' | 'HDR-04' | 'HDR-05'
  | 'UPN-01' | 'UPN-02' | 'UPN-03' | 'UPN-06' | 'UPN-07' | 'PUP-01' | 'PUP-02'
  | 'DAT-01' | 'DAT-02' | 'DAT-03' | 'DAT-04' | 'DAT-05' | 'DAT-06' | 'SES-01'
  | 'MRK-01' | 'MRK-04' | 'MRK-05' | 'SCH-01' | 'SCH-02';

/** Codes that are counted and shown while the data is kept. */
export type NoteCode = 'DUP-01' | 'ENC-01' | 'ENC-02' | 'MRK-02' | 'UPN-05';

/** One refused row, or one refused mark of a row that holds two. */
export interface Refusal {
  /** The physical line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly code: FaultCode;
  /** The heading as sent; null when the whole row is at fault. */
  readonly column: string | null;
  readonly value: string;
  /** What the value may have been meant to be: to show, never to use. */
  readonly hint: string | null;
  readonly schoolId: number | null;
}

/** Why nothing of a file is kept, in three parts. */
export interface FileRefusal {
  readonly code: FaultCode;
  readonly what: string;
  readonly lost: string;
  readonly todo: string;
}

/** Fields a register file may hold; only the first nine are read. */
export type Field =
  | 'upn' | 'localId' | 'school' | 'date' | 'session' | 'mark' | 'am' | 'pm' | 'minutesLate'
  | 'forename' | 'surname' | 'fullName' | 'dob' | 'sex' | 'year' | 'form' | 'comment'
  | 'possible' | 'attended' | 'authorised' | 'unauthorised' | 'late' | 'percent';

/** One heading of the file and what it was taken for. */
export interface Heading {
  readonly text: string;
  readonly column: number;
  readonly field: Field | null;
  /** False when another column was the better one for this field, or the field is not wanted. */
  readonly used: boolean;
}

/** How the file writes its dates, and how sure that is. */
export interface DateOrder {
  readonly order: 'year-first' | 'day-first' | 'month-first' | 'none';
  readonly evidence: 'shape' | 'proved' | 'calendar' | 'assumed';
}

export type Delimiter = ',' | ';' | '\t' | '|';
export type Encoding = 'ascii' | 'utf-8' | 'windows-1252' | 'mixed' | 'utf-16le' | 'utf-16be';
export type Layout = 'L' | 'D';

/** The account of one file, complete even when the file is refused. */
export interface ReadOutcome {
  readonly refusal: FileRefusal | null;
  readonly layout: Layout | null;
  readonly delimiter: Delimiter | null;
  readonly encoding: Encoding;
  readonly dateOrder: DateOrder;
  readonly headings: readonly Heading[];
  readonly headingLine: number | null;
  readonly bytes: number;
  /** Rows with something in them, headings and titles apart. */
  readonly rowsRead: number;
  readonly rowsRefused: number;
  /** Rows in which at most one wanted cell is filled: left aside, counted, no fault. */
  readonly rowsNearEmpty: number;
  /** Marks handed over in week rows, explicit gaps (`-`) among them. */
  readonly marksAccepted: number;
  readonly marksBlank: number;
  /** Empty marks left aside because another row has the mark of that session. */
  readonly gapsDropped: number;
  /** `#` and empty marks on days the school is closed: left aside. */
  readonly marksOnClosedDays: number;
  /** Refused rows or marks per code. */
  readonly faults: Readonly<Partial<Record<FaultCode, number>>>;
  readonly notes: Readonly<Partial<Record<NoteCode, number>>>;
  /** The first of the refusals, in file order, at most `REFUSALS_LISTED`. */
  readonly refusals: readonly Refusal[];
  readonly refusalsNotListed: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly schoolIds: readonly number[];
  readonly weeksWritten: number;
  /** True when a week may have been handed over in more than one row, so that SQL must merge. */
  readonly flushedPartials: boolean;
  /** True when the last row looks cut off. */
  readonly truncated: boolean;
}

export const REFUSALS_LISTED = 10_000;

/** Where a file has got to. */
export interface ReadProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowsRead: number;
}

/** What the caller gets while a file is read. */
export interface ReadHooks {
  /**
   * A piece of COPY text: enrolment_id, pupil_id, school_id, week_start, marks, first_line.
   * Always whole lines. Reading waits for the promise, so a slow database slows the reader.
   */
  onChunk(chunk: Uint8Array): Promise<void> | void;
  onProgress?(progress: ReadProgress): void;
}

/** Takes the rows of a delimited file: cell i is `bytes[starts[i]..ends[i])`, valid only during the call. */
export interface RowSink {
  row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cells: number, line: number): void;
}
