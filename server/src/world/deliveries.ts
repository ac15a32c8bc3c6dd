import { dayOfIso } from '@attendance/shared/kernel';
import type { ExportStyle } from './export-style.ts';
import type { World } from './model.ts';
import { mix } from './random.ts';
import type { SchoolDays } from './school-days.ts';

/** How far back, in school days, the newest file says again what the file before it said, with corrections. */
const OVERLAP = 15;
/** How many calendar days ago this year's first file was made. */
const FIRST_FILE_AGE = 14;

/** Days of this school year that a school has sent in its first file and in its newest one, as places in the year. */
export interface Deliveries {
  /** Up to but not including; 0 when the year is too young for two files. */
  readonly firstTo: number;
  readonly newestFrom: number;
  readonly newestTo: number;
  /** The day whose morning alone is in the newest file, or −1. */
  readonly thisMorning: number;
}

/** Which days of this year stand in which file. */
export function deliveriesOf(world: World, year: SchoolDays, style: ExportStyle): Deliveries {
  const today = dayOfIso(world.today);
  const before = (day: number): number => {
    const place = year.days.findIndex((open) => open >= day);
    return place < 0 ? year.length : place;
  };
  const yesterday = before(today);
  const isSilent = year.school.silentDays > 0;
  const newestTo = Math.max(0, yesterday - year.school.silentDays);
  const cut = Math.min(before(today - FIRST_FILE_AGE), newestTo);
  const firstTo = cut >= OVERLAP ? cut : 0;
  const morningDay = year.days[yesterday] === today && style.hasThisMorning && !isSilent ? yesterday : -1;
  return { firstTo, newestFrom: Math.max(0, firstTo - OVERLAP), newestTo, thisMorning: morningDay };
}

const I = 'I'.charCodeAt(0);
const O = 'O'.charCodeAt(0);
const N = 'N'.charCodeAt(0);
const L = 'L'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);

/** The mark as this year's first file had it: reasons not known yet, and a few entries that were put right later. */
export function asFirstSent(mark: number, slot: number, firstTo: number, pupilId: number): number {
  if (mark === SLASH || (mark !== I && mark !== O && mark !== L)) return mark;
  const age = firstTo - (slot >> 1);
  if (age > OVERLAP) return mark;
  const luck = mix(pupilId * 1009 + slot) % 1000;
  if (mark === L) return luck < 60 ? SLASH + (slot & 1) * ('\\'.charCodeAt(0) - SLASH) : L;
  if (age <= 5 && luck < 420) return N;
  return mark === I && luck < 470 && luck >= 420 ? O : mark;
}

/** The mark as the newest file has it: over the last five school days many reasons are still not known. */
export function asSentNow(mark: number, slot: number, newestTo: number, pupilId: number): number {
  if (mark !== I && mark !== O) return mark;
  return newestTo - (slot >> 1) <= 5 && mix(pupilId * 1013 + slot) % 1000 < 280 ? N : mark;
}
