import { isDateLike, meaningOf, plainHeading } from './heading-words.ts';
import type { Delimiter, FaultCode, Field, Heading } from './types.ts';

/** How far down a heading row is looked for. */
export const MOST_ROWS_ABOVE = 30;
const FEWEST_KNOWN_HEADINGS = 3;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
const READ_FIELDS: ReadonlySet<Field> = new Set(['upn', 'localId', 'school', 'date', 'session', 'mark', 'am', 'pm']);

/** The headings of a file, or why they cannot be used. `subject` is what the words of the refusal speak about. */
export type HeadingResult =
  | { readonly headings: readonly Heading[]; readonly fault?: undefined }
  | { readonly headings: readonly Heading[]; readonly fault: FaultCode; readonly subject: string };

/** How many different fields the cells of a row name. */
export function knownHeadings(cells: readonly string[]): number {
  const fields = new Set<Field>();
  for (const cell of cells) {
    const meaning = meaningOf(cell);
    if (meaning) fields.add(meaning.field);
  }
  return fields.size;
}

/** Whether a row can be the heading row of a register. */
export function isHeadingRow(cells: readonly string[]): boolean {
  return knownHeadings(cells) >= FEWEST_KNOWN_HEADINGS;
}

const INSTRUCTION = /\b(?:do not|don't|must|please|for example|e\.g\.|required|optional|enter|format|mandatory)\b/i;

/** Whether a row below the headings tells people how to fill the file in: such words in half of its filled cells. */
export function isInstructionRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.filter((cell) => INSTRUCTION.test(cell)).length * 2 >= filled.length;
}

/** The delimiter under which the first rows look most like a register; a comma when none does. */
export function sniffDelimiter(rowsUnder: (delimiter: Delimiter) => readonly (readonly string[])[]): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const rows = rowsUnder(delimiter);
    const known = Math.max(0, ...rows.map(knownHeadings));
    // Known headings decide; among delimiters without any, the one that gives most rows the same width of two or more.
    const score = known >= 2 ? 1000 * known : steadiness(rows);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function steadiness(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  return Math.max(0, ...widths.values());
}

/** Gives each heading its field. The best column wins a field that two columns claim; two equally good ones are a fault. */
export function mapHeadings(cells: readonly string[]): HeadingResult {
  const fields = cells.map((cell) => meaningOf(cell));
  const winners = new Map<Field, number>();
  let fault: { fault: FaultCode; subject: string } | null = null;
  for (const field of READ_FIELDS) {
    const claims = cells.flatMap((_, column) => (fields[column]?.field === field ? [column] : []));
    const clear = claims.filter((column) => fields[column]?.clear === true);
    const rivals = clear.length > 0 ? clear : claims;
    if (rivals.length === 0) continue;
    winners.set(field, rivals[0]!);
    // A school may well be given by number and by name, a pupil by two local numbers: the first says enough.
    if (rivals.length === 1 || field === 'school' || field === 'localId') continue;
    const same = new Set(rivals.map((column) => plainHeading(cells[column]!))).size < rivals.length;
    fault ??= { fault: same ? 'HDR-04' : 'HDR-03', subject: rivals.map((column) => `“${cells[column]!.trim()}”`).join(' and ') };
  }
  const headings = cells.map((text, column): Heading => {
    const field = fields[column]?.field ?? null;
    return { text: text.trim(), column, field, used: field !== null && winners.get(field) === column };
  });
  return fault ? { headings, ...fault } : { headings };
}

/** The column that holds a field, or -1. */
export function columnOf(headings: readonly Heading[], field: Field): number {
  return headings.find((heading) => heading.used && heading.field === field)?.column ?? -1;
}

/** How many cells a row must have: blank headings at the end are trailing delimiters. */
export function widthOf(headings: readonly Heading[]): number {
  let width = headings.length;
  while (width > 0 && headings[width - 1]!.text === '') width--;
  return width;
}

/** Says what keeps these headings from being a register, for the words of HDR-02. */
export function whatIsMissing(headings: readonly Heading[]): string {
  const has = (field: Field): boolean => headings.some((heading) => heading.field === field);
  if (headings.filter((heading) => isDateLike(heading.text)).length >= 5) {
    return 'It has one column for each day; only one row for each mark or for each day can be read.';
  }
  const isSummary = has('possible') || has('attended') || has('authorised') || has('unauthorised') || has('percent');
  if (isSummary && !has('date')) return 'It holds totals, not marks: totals do not say on which day a pupil was away.';
  const missing: string[] = [];
  if (!has('upn') && !has('localId')) missing.push('a pupil number (UPN)');
  if (!has('date')) missing.push('a date');
  if (has('session') || has('mark') || !(has('am') || has('pm'))) {
    if (!has('session')) missing.push('a session (AM or PM)');
    if (!has('mark')) missing.push('a mark');
  } else {
    if (!has('am')) missing.push('the morning mark (AM)');
    if (!has('pm')) missing.push('the afternoon mark (PM)');
  }
  return `There is no column for ${missing.join(', nor for ')}.`;
}
