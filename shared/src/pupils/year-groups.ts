import type { AcademicYear } from '../calendar/index.ts';
import { dayOfIso, partsOfDay } from '../kernel/index.ts';

/** The national curriculum year a pupil is taught in, youngest first. X is mixed, or does not follow the curriculum years. */
export const YEAR_GROUPS = ['N1', 'N2', 'R', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', 'X'] as const;
export type YearGroup = (typeof YEAR_GROUPS)[number];

const known: ReadonlySet<string> = new Set(YEAR_GROUPS);
const WORDS: Readonly<Record<string, YearGroup>> = { RECEPTION: 'R', REC: 'R', YR: 'R', R: 'R', YEARR: 'R', M: 'X', X: 'X', N1: 'N1', N2: 'N2', NURSERY1: 'N1', NURSERY2: 'N2' };

/** The year group a cell names ("Year 7", "Yr 07", "(13)", "YR", "00"), or null. Out-of-cohort brackets are dropped. */
export function normaliseYearGroup(raw: string): YearGroup | null {
  const text = raw.replace(/[\s\u00a0\u200b-\u200f\ufeff.]+/g, '').toUpperCase().replace(/^\((.*)\)$/, '$1');
  const word = WORDS[text];
  if (word) return word;
  const match = /^(?:YEAR|YR|Y)?(\d{1,2})$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (year === 0) return 'R';
  const name = String(year);
  return known.has(name) ? (name as YearGroup) : null;
}

/** How a year group is written on screen. */
export function yearGroupLabel(yearGroup: YearGroup): string {
  if (yearGroup === 'N1' || yearGroup === 'N2') return `Nursery ${yearGroup.slice(1)}`;
  if (yearGroup === 'R') return 'Reception';
  return yearGroup === 'X' ? 'Mixed or no year group' : `Year ${yearGroup}`;
}

/** Where a year group comes when lists run from youngest to oldest. */
export function yearGroupOrder(yearGroup: YearGroup): number {
  return YEAR_GROUPS.indexOf(yearGroup);
}

/** The year group somebody was in this many Septembers ago: everyone moves up with each, and whoever is in no year group stays in none. Null before the first. */
export function yearGroupBefore(yearGroup: YearGroup, septembers: number): YearGroup | null {
  return yearGroup === 'X' ? 'X' : YEAR_GROUPS[YEAR_GROUPS.indexOf(yearGroup) - septembers] ?? null;
}

/** The stages of the national curriculum. */
export const KeyStage = { EYFS: 'EYFS', KS1: 'KS1', KS2: 'KS2', KS3: 'KS3', KS4: 'KS4', KS5: 'KS5' } as const;
export type KeyStage = (typeof KeyStage)[keyof typeof KeyStage];

/** The key stage of a year group; null when the pupil follows no curriculum year. */
export function keyStageOf(yearGroup: YearGroup): KeyStage | null {
  if (yearGroup === 'X') return null;
  if (yearGroup === 'N1' || yearGroup === 'N2' || yearGroup === 'R') return KeyStage.EYFS;
  const year = Number(yearGroup);
  if (year <= 2) return KeyStage.KS1;
  if (year <= 6) return KeyStage.KS2;
  if (year <= 9) return KeyStage.KS3;
  return year <= 11 ? KeyStage.KS4 : KeyStage.KS5;
}

/** A pupil's age on 31 August before an academic year, by which national figures group pupils. */
export function ageBeforeYear(bornOn: string, academicYear: AcademicYear): number {
  const { year, month } = partsOfDay(dayOfIso(bornOn));
  return academicYear - year - (month >= 9 ? 1 : 0);
}

/** The year group most children of that birth date are in; null outside nursery to Year 14. For checks only: pupils are taught out of year, so what is recorded is what is shown. */
export function usualYearGroup(bornOn: string, academicYear: AcademicYear): YearGroup | null {
  const age = ageBeforeYear(bornOn, academicYear);
  if (age < 2 || age > 18) return null;
  return YEAR_GROUPS[age - 2] ?? null;
}
