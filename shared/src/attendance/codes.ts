/** What a mark does to a pupil's figures: which side of the rate it falls on, or that it stays out of the rate. */
export const Category = {
  PRESENT: 'PRESENT',
  APPROVED_EDUCATION: 'APPROVED_EDUCATION',
  AUTHORISED: 'AUTHORISED',
  UNAUTHORISED: 'UNAUTHORISED',
  NOT_POSSIBLE: 'NOT_POSSIBLE',
  ADMIN: 'ADMIN',
  MISSING: 'MISSING',
} as const;
export type Category = (typeof Category)[keyof typeof Category];

/** One national attendance code. `validFrom` and `validTo` are inclusive ISO days; null is open-ended. */
export interface NationalCode {
  readonly code: string;
  /** The one character that stands for this code in a week string. */
  readonly mark: string;
  readonly label: string;
  readonly category: Category;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Retired, yet still found in old data and in stragglers. */
  readonly legacy: boolean;
  readonly isLate: boolean;
  readonly countsForPenalty: boolean;
  readonly countsForTenDayReturn: boolean;
  readonly countsForTwentyDayDeletion: boolean;
  readonly countsForSicknessReturn: boolean;
  /** Must be replaced once the reason is known. */
  readonly isTemporary: boolean;
}

/** The first day of the 2024 code set. */
export const CODES_2024_FROM = '2024-08-19';
const LAST_DAY_OF_OLD_CODES = '2024-08-18';

const NO_FLAGS = {
  validFrom: null,
  validTo: null,
  legacy: false,
  isLate: false,
  countsForPenalty: false,
  countsForTenDayReturn: false,
  countsForTwentyDayDeletion: false,
  countsForSicknessReturn: false,
  isTemporary: false,
} as const;

type Extras = Partial<Omit<NationalCode, 'code' | 'mark' | 'label' | 'category'>>;

function code(name: string, category: Category, label: string, extras: Extras & { mark?: string } = {}): NationalCode {
  return Object.freeze({ ...NO_FLAGS, code: name, mark: name, label, category, ...extras });
}

const since2024 = { validFrom: CODES_2024_FROM } as const;
// F went years before the others; its own last day is not on record here, and the effect is the same: a warning.
const retired2024 = { validTo: LAST_DAY_OF_OLD_CODES, legacy: true } as const;
// A late arrival after the register closed counts for a penalty and for the ten-day return, but not for deletion.
const unexplained = { countsForPenalty: true, countsForTenDayReturn: true, countsForTwentyDayDeletion: true } as const;

const { PRESENT, APPROVED_EDUCATION, AUTHORISED, UNAUTHORISED, NOT_POSSIBLE, ADMIN, MISSING } = Category;

/** Every mark a register may hold, in the order screens list them. Source: School Attendance (Pupil Registration) (England) Regulations 2024, reg 10, and DfE's statistical classes. */
export const NATIONAL_CODES: readonly NationalCode[] = Object.freeze([
  code('/', PRESENT, 'Present in the morning'),
  code('\\', PRESENT, 'Present in the afternoon'),
  code('L', PRESENT, 'Late, before the register closed', { isLate: true }),
  code('K', APPROVED_EDUCATION, 'Education arranged by the council', since2024),
  code('V', APPROVED_EDUCATION, 'School visit or trip'),
  code('P', APPROVED_EDUCATION, 'Approved sporting activity'),
  code('W', APPROVED_EDUCATION, 'Work experience'),
  code('B', APPROVED_EDUCATION, 'Other approved education off site'),
  code('D', NOT_POSSIBLE, 'At the other school where registered'),
  code('C1', AUTHORISED, 'Leave: licensed performance or work abroad', { ...since2024, mark: 'c' }),
  code('J1', AUTHORISED, 'Leave: interview for a job or place', { ...since2024, mark: 'j' }),
  code('M', AUTHORISED, 'Medical or dental appointment'),
  code('S', AUTHORISED, 'Study leave for a public exam'),
  code('X', NOT_POSSIBLE, 'Not of compulsory school age, not required'),
  code('C2', AUTHORISED, 'Leave: part-time timetable', { ...since2024, mark: 'p' }),
  code('C', AUTHORISED, 'Leave: other exceptional circumstances'),
  code('T', AUTHORISED, 'Parent travelling for work'),
  code('R', AUTHORISED, 'Religious observance'),
  code('I', AUTHORISED, 'Ill', { countsForSicknessReturn: true }),
  code('E', AUTHORISED, 'Suspended or permanently excluded'),
  code('Q', NOT_POSSIBLE, 'No travel arranged by the council', since2024),
  code('Y1', NOT_POSSIBLE, 'Usual transport not running', { ...since2024, mark: '1' }),
  code('Y2', NOT_POSSIBLE, 'Widespread travel disruption', { ...since2024, mark: '2' }),
  code('Y3', NOT_POSSIBLE, 'Part of the school closed', { ...since2024, mark: '3' }),
  code('Y4', NOT_POSSIBLE, 'School closed unexpectedly', { ...since2024, mark: '4' }),
  code('Y5', NOT_POSSIBLE, 'In criminal justice detention', { ...since2024, mark: '5' }),
  code('Y6', NOT_POSSIBLE, 'Public health guidance or law', { ...since2024, mark: '6' }),
  code('Y7', NOT_POSSIBLE, 'Other unavoidable cause', { ...since2024, mark: '7' }),
  code('G', UNAUTHORISED, 'Holiday without leave', unexplained),
  code('N', UNAUTHORISED, 'Reason not yet established', { ...unexplained, isTemporary: true }),
  code('O', UNAUTHORISED, 'Absent for other or unknown reasons', unexplained),
  code('U', UNAUTHORISED, 'Late, after the register closed', {
    isLate: true,
    countsForPenalty: true,
    countsForTenDayReturn: true,
  }),
  code('Z', ADMIN, 'Not yet on the admission register'),
  code('#', ADMIN, 'Planned closure'),
  code('H', AUTHORISED, 'Authorised holiday (old code)', retired2024),
  code('F', AUTHORISED, 'Extended authorised holiday (old code)', retired2024),
  // The old J counted as attended; its successor J1 is an absence, so years either side are not strictly comparable.
  code('J', APPROVED_EDUCATION, 'Interview (old code)', retired2024),
  code('Y', NOT_POSSIBLE, 'Unable to attend (old code)', retired2024),
  code('-', MISSING, 'No mark recorded'),
]);

const byCode = new Map(NATIONAL_CODES.map((entry) => [entry.code, entry]));
const byMark = new Map(NATIONAL_CODES.map((entry) => [entry.mark, entry]));

/** The national code with this name ("C2"), or undefined when there is none. */
export function findCode(name: string): NationalCode | undefined {
  return byCode.get(name);
}

/** The national code a week-string character stands for, or undefined for a blank or a character outside the alphabet. */
export function findCodeOfMark(mark: string): NationalCode | undefined {
  return byMark.get(mark);
}

/** The code a week-string character stands for ("p" is "C2"), or null for a blank. */
export function codeOfMark(mark: string): string | null {
  return byMark.get(mark)?.code ?? null;
}

/** The week-string character for a code ("C2" is "p"), or null when the code is not national. */
export function markOfCode(name: string): string | null {
  return byCode.get(name)?.mark ?? null;
}

/** Why a code looks out of place on a date. */
export const CodeWarning = { UNKNOWN: 'UNKNOWN', NOT_YET_IN_USE: 'NOT_YET_IN_USE', RETIRED: 'RETIRED' } as const;
export type CodeWarning = (typeof CodeWarning)[keyof typeof CodeWarning];

/** Whether a code belongs on that ISO day: null when it does. A misplaced code still counts by its category. */
export function codeWarning(name: string, isoDate: string): CodeWarning | null {
  const found = byCode.get(name);
  if (!found) return CodeWarning.UNKNOWN;
  if (found.validFrom !== null && isoDate < found.validFrom) return CodeWarning.NOT_YET_IN_USE;
  if (found.validTo !== null && isoDate > found.validTo) return CodeWarning.RETIRED;
  return null;
}

function marksWhere(test: (entry: NationalCode) => boolean): string {
  return NATIONAL_CODES.filter(test).map((entry) => entry.mark).join('');
}

/** The week-string characters of each category, as plain strings; the database counts with these. */
export const MARKS_BY_CATEGORY: Readonly<Record<Category, string>> = Object.freeze({
  PRESENT: marksWhere((entry) => entry.category === PRESENT),
  APPROVED_EDUCATION: marksWhere((entry) => entry.category === APPROVED_EDUCATION),
  AUTHORISED: marksWhere((entry) => entry.category === AUTHORISED),
  UNAUTHORISED: marksWhere((entry) => entry.category === UNAUTHORISED),
  NOT_POSSIBLE: marksWhere((entry) => entry.category === NOT_POSSIBLE),
  ADMIN: marksWhere((entry) => entry.category === ADMIN),
  MISSING: marksWhere((entry) => entry.category === MISSING),
});

/** The week-string characters behind each count kept on a week row. */
export const COUNTED_MARKS = Object.freeze({
  attended: MARKS_BY_CATEGORY.PRESENT + MARKS_BY_CATEGORY.APPROVED_EDUCATION,
  approved: MARKS_BY_CATEGORY.APPROVED_EDUCATION,
  authorised: MARKS_BY_CATEGORY.AUTHORISED,
  unauthorised: MARKS_BY_CATEGORY.UNAUTHORISED,
  possible:
    MARKS_BY_CATEGORY.PRESENT +
    MARKS_BY_CATEGORY.APPROVED_EDUCATION +
    MARKS_BY_CATEGORY.AUTHORISED +
    MARKS_BY_CATEGORY.UNAUTHORISED,
  lateBefore: marksWhere((entry) => entry.isLate && entry.category === PRESENT),
  lateAfter: marksWhere((entry) => entry.isLate && entry.category === UNAUTHORISED),
  missing: MARKS_BY_CATEGORY.MISSING,
});

/** Every character a week string may hold besides a blank. */
export const MARK_ALPHABET: string = marksWhere(() => true);

/** The characters behind each legal count that looks at the reason for absence. */
export const MARKS_COUNTING_FOR = Object.freeze({
  penalty: marksWhere((entry) => entry.countsForPenalty),
  tenDayReturn: marksWhere((entry) => entry.countsForTenDayReturn),
  twentyDayDeletion: marksWhere((entry) => entry.countsForTwentyDayDeletion),
  sicknessReturn: marksWhere((entry) => entry.countsForSicknessReturn),
  temporary: marksWhere((entry) => entry.isTemporary),
  partTime: marksWhere((entry) => entry.code === 'C2'),
});
