import { NATIONAL_CODES } from './codes.ts';
import { MISSING_MARK } from './marks.ts';

/** What a cell of a register file turned out to hold. An unknown cell is held back and listed, never guessed at. */
export type RawMark = { readonly mark: string; readonly unknown?: undefined } | { readonly mark?: undefined; readonly unknown: true };

const UNKNOWN: RawMark = Object.freeze({ unknown: true });
const NO_MARK: RawMark = Object.freeze({ mark: MISSING_MARK });

// A tick of the other half of the day is a slip of the keyboard: the session it stands in decides.
const PRESENT_WORDS = ['/', '\\', 'PRESENT_AM', 'PRESENT_PM'];
// "Present" and bare digits are absent on purpose: P is sport, and vendors use digits for codes of their own.
const NO_MARK_WORDS = ['', '-', '--', '*', '?', '.', 'NULL'];

function words(presentMark: string): ReadonlyMap<string, RawMark> {
  const table = new Map<string, RawMark>(NATIONAL_CODES.map((entry) => [entry.code, Object.freeze({ mark: entry.mark })]));
  for (const word of PRESENT_WORDS) table.set(word, Object.freeze({ mark: presentMark }));
  for (const word of NO_MARK_WORDS) table.set(word, NO_MARK);
  return table;
}
const MORNING = words('/');
const AFTERNOON = words('\\');

const BLANKS = /[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+/g;
const SLASHES = /[\u2044\u2215\u2571\uff0f]/g;
const BACKSLASHES = /[\u2216\u29f5\u29f9\ufe68\uff3c]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** The raw cell without blanks or invisible characters, in capitals, with look-alike slashes and dashes made plain. */
export function cleanRawMark(raw: string): string {
  return raw
    .replace(BLANKS, '')
    .replace(SLASHES, '/')
    .replace(BACKSLASHES, '\\')
    .replace(DASHES, '-')
    .normalize('NFKC')
    .toUpperCase();
}

/** Reads one cell of a register for a morning or afternoon session: a week-string mark, `-` for an empty cell, or unknown. */
export function normaliseRawMark(raw: string, isAfternoon: boolean): RawMark {
  const table = isAfternoon ? AFTERNOON : MORNING;
  // Nearly every cell is already clean; only the rest pays for cleaning.
  return table.get(raw) ?? table.get(cleanRawMark(raw)) ?? UNKNOWN;
}
