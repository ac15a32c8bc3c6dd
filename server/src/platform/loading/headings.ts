import { FileRefused } from './file-refused.ts';

/** One thing a file may say: how people call it, and the names its column goes by, the best first. */
export interface Column {
  readonly title: string;
  /** Normalised (lower-case letters and digits), with blanks between. */
  readonly names: string;
  /** A file without this column is refused. */
  readonly needed?: true;
}
export type Columns<Field extends string> = Readonly<Record<Field, Column>>;

/** Where the rows of a file begin and which cell holds what. */
export interface HeadingRow<Field extends string> {
  /** Counted from 1. */
  readonly line: number;
  readonly width: number;
  readonly at: ReadonlyMap<Field, number>;
  readonly unknown: readonly string[];
}

/** How far down a heading row is looked for: some programs put a title above it. */
export const MOST_LINES_ABOVE = 30;

/** A heading reduced to what identifies it: lower-case letters and digits, accents folded away. */
export const plainHeading = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '');

/** How many of the columns a row of cells names. */
export function knownHeadings(columns: Columns<string>, cells: readonly string[]): number {
  const names = new Set(Object.values(columns).flatMap((column) => column.names.split(' ')));
  return new Set(cells.map(plainHeading).filter((name) => names.has(name))).size;
}

/** Gives each field its column. Throws FileRefused where one is missing, or two columns have the same heading. */
export function readHeadings<Field extends string>(columns: Columns<Field>, cells: readonly string[], line: number): HeadingRow<Field> {
  const plain = cells.map(plainHeading);
  const at = new Map<Field, number>();
  for (const [field, { names }] of Object.entries(columns) as [Field, Column][]) {
    const name = names.split(' ').find((each) => plain.includes(each));
    if (name === undefined) continue;
    if (plain.indexOf(name) !== plain.lastIndexOf(name)) throw new FileRefused(`Two columns are called “${cells[plain.indexOf(name)]!.trim()}”.`, 'Take one of them out, or rename it, and load the file again.');
    at.set(field, plain.indexOf(name));
  }
  const missing = (Object.entries(columns) as [Field, Column][]).filter(([field, { needed }]) => needed && !at.has(field)).map(([, { title }]) => `“${title}”`);
  if (missing.length > 0) throw new FileRefused(`There is no column ${missing.join(', ')}.`, `Give the columns these headings in one row at the top: ${titlesOf(columns)}.`);
  const used = new Set(at.values());
  return { line, width: cells.length, at, unknown: cells.map((cell) => cell.trim()).filter((cell, index) => cell !== '' && !used.has(index)) };
}

/** The headings that must be there, for people. */
export const titlesOf = (columns: Columns<string>): string => Object.values(columns).filter(({ needed }) => needed).map(({ title }) => title).join(', ');
