import type { Columns, HeadingRow } from './headings.ts';
import { readDay } from './read-day.ts';

/** A cell that cannot be kept; its whole row is refused. */
export class BadCell extends Error {
  constructor(readonly column: string, readonly value: string, readonly reason: string) {
    super(reason);
  }
}

const LONGEST = 300;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const YES = new Set(['y', 'yes', 'true', 't', '1']);
const NO = new Set(['n', 'no', 'false', 'f', '0']);
const SPOILED = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|#+)/i;
/** Not 7E1, which is a form: a spreadsheet writes a decimal sign or a plus. */
const SCIENTIFIC = /^\d(?:[.,]\d+E\+?|E\+)\d+$/i;

/** What stands in a cell, without outer blanks, invisible characters and the apostrophe that keeps a spreadsheet from reading it as a number. */
const clean = (raw: string): string => raw.replace(INVISIBLE, '').replace(/[\x00-\x1f\x7f\s]+/g, ' ').trim().replace(/^'(?=[\d=+@-])/, '').trim();

/** The cells of one row, read by what they mean. A blank cell is null: it says nothing. Each method throws BadCell for what cannot be. */
export class Cells<Field extends string> {
  constructor(private readonly columns: Columns<Field>, private readonly headings: HeadingRow<Field>, private readonly row: readonly string[]) {}

  /** Whether the file has a column for it at all. */
  has(field: Field): boolean {
    return this.headings.at.has(field);
  }

  /** As written; null when blank. Refuses formulas and what spreadsheets leave of numbers. */
  text(field: Field): string | null {
    const index = this.headings.at.get(field);
    const text = index === undefined ? '' : clean(this.row[index] ?? '');
    if (text === '') return null;
    if (text.startsWith('=')) this.refuse(field, 'This is a formula. Paste the column as values, and load the file again.');
    if (SPOILED.test(text)) this.refuse(field, 'A spreadsheet could not work this out. Put the value itself there.');
    if (SCIENTIFIC.test(text)) this.refuse(field, 'A spreadsheet turned this into a rounded number. Format the column as text before you paste, and take the values from the source again.');
    if (text.length > LONGEST) this.refuse(field, `This is longer than ${LONGEST} characters.`);
    return text;
  }

  needed(field: Field): string {
    return this.text(field) ?? this.refuse(field, 'This is blank, and must not be.');
  }

  /** An ISO day. */
  day(field: Field): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const read = readDay(text);
    return read.day ?? this.refuse(field, read.fault);
  }

  neededDay(field: Field): string {
    return this.day(field) ?? this.refuse(field, 'This is blank, and must be a date.');
  }

  whole(field: Field, most = 999_999_999): number | null {
    const text = this.text(field);
    if (text === null) return null;
    return /^\d{1,9}(?:\.0+)?$/.test(text) && Number(text) <= most ? Number(text) : this.refuse(field, `This is not a whole number up to ${most}.`);
  }

  yesNo(field: Field): boolean | null {
    const text = this.text(field)?.toLowerCase();
    if (text === undefined) return null;
    return YES.has(text) ? true : NO.has(text) ? false : this.refuse(field, 'This should be Y or N.');
  }

  /** What a table of words makes of the cell, without regard to case. */
  oneOf<Value>(field: Field, meanings: Readonly<Record<string, Value>>): Value | null {
    const text = this.text(field);
    if (text === null) return null;
    const found = Object.entries(meanings).find(([word]) => word.toLowerCase() === text.toLowerCase());
    return found ? found[1] : this.refuse(field, `This is not one of the values known here: ${Object.keys(meanings).slice(0, 12).join(', ')}.`);
  }

  /** Six digits. */
  urn(field: Field): number | null {
    const text = this.text(field);
    if (text === null) return null;
    return /^[1-9]\d{5}$/.test(text) ? Number(text) : this.refuse(field, 'A URN has six digits.');
  }

  refuse(field: Field, reason: string): never {
    const index = this.headings.at.get(field);
    throw new BadCell(this.columns[field].title, index === undefined ? '' : (this.row[index] ?? '').trim().slice(0, 80), reason);
  }
}
