import { COUNTED_MARKS, NATIONAL_CODES } from './codes.ts';

/** A week of marks is 14 characters: Monday morning, Monday afternoon … Sunday afternoon. */
export const WEEK_LENGTH = 14;
export const BLANK = ' ';
export const MISSING_MARK = '-';
/** A week of which nothing is known. */
export const BLANK_WEEK: string = BLANK.repeat(WEEK_LENGTH);

/** The position of a session in a week string; Monday is day 0. */
export function slotOf(dayIndex: number, isAfternoon: boolean): number {
  return dayIndex * 2 + (isAfternoon ? 1 : 0);
}

/** Whether the text is a week string: 14 characters, each a known mark or a blank. */
export function isWeek(text: string): boolean {
  if (text.length !== WEEK_LENGTH) return false;
  for (let slot = 0; slot < WEEK_LENGTH; slot++) {
    const character = text.charCodeAt(slot);
    if (character !== BLANK_CHARACTER && !KNOWN[character]) return false;
  }
  return true;
}

/** The week with one slot set to a mark. Throws RangeError for a slot outside 0–13. */
export function withMark(week: string, slot: number, mark: string): string {
  if (slot < 0 || slot >= WEEK_LENGTH) throw new RangeError(`No slot ${slot} in a week`);
  return week.slice(0, slot) + mark + week.slice(slot + 1);
}

/** Session counts of a string of marks. `possible` = `attended` + `authorised` + `unauthorised`; `approved` is part of `attended`. */
export interface MarkCounts {
  possible: number;
  attended: number;
  approved: number;
  authorised: number;
  unauthorised: number;
  /** Attended, so never an absence. */
  lateBefore: number;
  /** Already inside `unauthorised`. */
  lateAfter: number;
  /** Outside every rate: a question of data quality. */
  missing: number;
}

const BLANK_CHARACTER = BLANK.charCodeAt(0);
const MISSING_CHARACTER = MISSING_MARK.charCodeAt(0);
const ATTENDED = 1;
const APPROVED = 2;
const AUTHORISED = 4;
const UNAUTHORISED = 8;
const LATE_BEFORE = 16;
const LATE_AFTER = 32;
const MISSING = 64;
const OUTSIDE = 128;

// One byte per character code: counting a million weeks must cost a look-up each, not a search.
const KNOWN = new Uint8Array(65536);
function flag(marks: string, bit: number): void {
  for (const mark of marks) KNOWN[mark.charCodeAt(0)]! |= bit;
}
flag(NATIONAL_CODES.map((entry) => entry.mark).join(''), OUTSIDE);
flag(COUNTED_MARKS.attended, ATTENDED);
flag(COUNTED_MARKS.approved, APPROVED);
flag(COUNTED_MARKS.authorised, AUTHORISED);
flag(COUNTED_MARKS.unauthorised, UNAUTHORISED);
flag(COUNTED_MARKS.lateBefore, LATE_BEFORE);
flag(COUNTED_MARKS.lateAfter, LATE_AFTER);
flag(COUNTED_MARKS.missing, MISSING);

/** Counts the sessions in any string of marks; blanks and characters outside the alphabet count for nothing. */
export function countMarks(marks: string): MarkCounts {
  let attended = 0;
  let approved = 0;
  let authorised = 0;
  let unauthorised = 0;
  let lateBefore = 0;
  let lateAfter = 0;
  let missing = 0;
  for (let index = 0; index < marks.length; index++) {
    const bits = KNOWN[marks.charCodeAt(index)]!;
    if (bits === 0) continue;
    if (bits & ATTENDED) attended++;
    if (bits & APPROVED) approved++;
    if (bits & AUTHORISED) authorised++;
    if (bits & UNAUTHORISED) unauthorised++;
    if (bits & LATE_BEFORE) lateBefore++;
    if (bits & LATE_AFTER) lateAfter++;
    if (bits & MISSING) missing++;
  }
  return {
    possible: attended + authorised + unauthorised,
    attended,
    approved,
    authorised,
    unauthorised,
    lateBefore,
    lateAfter,
    missing,
  };
}

/** Counts the sessions of one week string. Throws RangeError when the text is not a week. */
export function countWeek(week: string): MarkCounts {
  if (!isWeek(week)) throw new RangeError('A week is 14 known marks or blanks');
  return countMarks(week);
}

/** How many characters of `marks` are in the set `counted`. */
export function countOf(marks: string, counted: string): number {
  let total = 0;
  for (let index = 0; index < marks.length; index++) if (counted.includes(marks[index]!)) total++;
  return total;
}

function isSet(character: number): boolean {
  return character !== BLANK_CHARACTER && character !== MISSING_CHARACTER;
}

/** The held week with the incoming one laid over it: a real mark wins, a gap never wipes a mark, and `-` fills only a blank. */
export function overlayWeek(held: string, incoming: string): string {
  if (held === incoming || held === BLANK_WEEK) return incoming;
  if (incoming === BLANK_WEEK) return held;
  let merged = '';
  for (let slot = 0; slot < WEEK_LENGTH; slot++) {
    const now = incoming.charCodeAt(slot);
    const takesIncoming = isSet(now) || (now === MISSING_CHARACTER && held.charCodeAt(slot) === BLANK_CHARACTER);
    merged += takesIncoming ? incoming[slot] : held[slot];
  }
  return merged;
}

/** A mark that was already set and that a delivery replaces with another. */
export interface MarkChange {
  slot: number;
  was: string;
  now: string;
}

/** The slots where a set mark gives way to a different one; filling a blank or a missing mark is not a change. */
export function changedSlots(held: string, incoming: string): MarkChange[] {
  const changes: MarkChange[] = [];
  if (held === incoming) return changes;
  for (let slot = 0; slot < WEEK_LENGTH; slot++) {
    const was = held.charCodeAt(slot);
    const now = incoming.charCodeAt(slot);
    if (was !== now && isSet(was) && isSet(now)) changes.push({ slot, was: held[slot]!, now: incoming[slot]! });
  }
  return changes;
}
