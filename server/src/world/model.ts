import type { SchoolCalendar } from '@attendance/shared/calendar';
import type { DayNumber } from '@attendance/shared/kernel';
import type { CareKind } from './situation-types.ts';

export type WorldSize = 'demo' | 'authority' | 'county';

export type Phase = 'NURSERY' | 'PRIMARY' | 'SECONDARY' | 'SPECIAL' | 'ALTERNATIVE' | 'ALL_THROUGH' | 'SIXTEEN_PLUS' | 'INDEPENDENT';

/** National curriculum years as numbers: nursery −2 and −1, Reception 0, then 1 to 13. */
export type YearNumber = number;

export interface SchoolYear {
  readonly academicYear: number;
  /** The days the school opens to pupils, in order. */
  readonly openDays: readonly DayNumber[];
}

export interface WorldSchool {
  readonly urn: number;
  readonly laCode: number;
  readonly establishmentNumber: number;
  readonly name: string;
  readonly typeCode: number;
  readonly phaseCode: number;
  readonly phase: Phase;
  readonly statusCode: number;
  readonly trustId: number | null;
  readonly lowAge: number;
  readonly highAge: number;
  readonly locality: string;
  readonly postcode: string;
  readonly telephone: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly capacity: number;
  readonly years: readonly YearNumber[];
  /** How many pupils are on roll; their number in the world comes out within a few of it. */
  readonly roll: number;
  /** False where registers do not reach the authority (independent schools, nurseries). */
  readonly sendsMarks: boolean;
  /** School days by which the newest file lags behind; 0 is up to date. */
  readonly silentDays: number;
  /** Shifts the attendance of everyone here, in standard deviations: above 0 is more absence. */
  readonly climate: number;
  readonly predecessor: number | null;
  readonly calendar: SchoolCalendar;
  /** Last school year and this one. */
  readonly schoolYears: readonly [SchoolYear, SchoolYear];
}

export interface WorldEnrolment {
  readonly id: number;
  readonly school: WorldSchool;
  readonly status: 'C' | 'M' | 'S' | 'G';
  readonly year: YearNumber;
  readonly letter: string;
  readonly startsOn: DayNumber;
  endsOn: DayNumber | null;
  leavingReason: string | null;
}

export interface WorldCare {
  readonly kind: CareKind;
  readonly from: DayNumber;
  readonly to: DayNumber | null;
}

export interface WorldPupil {
  readonly id: number;
  /** Name of a cast pupil's situation; null for everyone else. */
  readonly key: string | null;
  upn: string | null;
  formerUpn: string | null;
  surname: string;
  forename: string;
  preferred: string | null;
  bornOn: DayNumber;
  readonly sex: 'M' | 'F';
  ethnicity: string;
  readonly homeLa: number;
  readonly locality: string;
  /** Pupils of one household share their carers and address. */
  household: number;
  readonly restricted: boolean;
  /** The year taught this school year; a leaver keeps the year they left in. */
  readonly year: YearNumber;
  readonly enrolments: WorldEnrolment[];
  readonly sen: 'N' | 'K' | 'E';
  readonly need: string | null;
  readonly fsm: boolean;
  readonly fsm6: boolean;
  eal: boolean;
  readonly serviceChild: boolean;
  readonly youngCarer: boolean;
  readonly care: readonly WorldCare[];
}

export interface WorldTrust {
  readonly id: number;
  readonly groupId: string;
  readonly name: string;
  readonly companiesHouse: string;
}

export interface World {
  readonly size: WorldSize;
  readonly seed: number;
  readonly today: string;
  /** The academic year that today falls in, by its first calendar year. */
  readonly academicYear: number;
  readonly authority: { readonly code: number; readonly onsCode: string; readonly name: string };
  readonly localities: readonly string[];
  readonly trusts: readonly WorldTrust[];
  readonly schools: readonly WorldSchool[];
  readonly pupils: readonly WorldPupil[];
  /** Cast pupils by key. */
  readonly named: ReadonlyMap<string, WorldPupil>;
  /** The mean of group shifts by phase, so that groups differ while the phase keeps its national figures. */
  readonly balance: ReadonlyMap<string, { readonly mean: number; readonly spread: number }>;
}

/** How a year is written on a register: N1, N2, R, 1 … 13. */
export function yearLabel(year: YearNumber): string {
  if (year > 0) return String(year);
  return year === 0 ? 'R' : year === -1 ? 'N2' : 'N1';
}

/** The form a pupil of that year sits in, such as 9R; Reception is written R and the letter. */
export function formLabel(year: YearNumber, letter: string): string {
  return `${yearLabel(year)}${letter}`;
}
