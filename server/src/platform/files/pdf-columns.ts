/** `least` is what a column needs whatever its words, in points. */
export interface PdfColumn { readonly heading: string; readonly isNumber: boolean; readonly least?: number }

const PADDING = 10;
/** A column of words asks for no more than this at first; numbers ask for what they need. */
const MOST_WORDS = 250;
const MOST_HEADING = 66;
/** What is no longer than this, such as a year group, stays on one line. */
const SHORT = 64;

/** The width of a word, asked with the space after it: so it is written, and the package lays out each writing of a word but once. */
const wordWidth = (word: string, widthOf: (text: string) => number): number => widthOf(`${word} `) - widthOf(' ');
const longestWord = (text: string, widthOf: (text: string) => number): number => Math.max(0, ...text.split(/\s+/).map((word) => wordWidth(word, widthOf)));

/** A word that is wider than its column, in pieces that fit. */
function piecesOf(word: string, width: number, own: number): string[] {
  const each = Math.max(1, Math.floor((word.length * width) / own));
  return own <= width ? [word] : Array.from({ length: Math.ceil(word.length / each) }, (_, index) => word.slice(index * each, (index + 1) * each));
}

/** The lines a text takes in a column, from the widths of its words. Each but the last ends with its space, which keeps words apart for whoever hears or copies them. */
export function wrapped(text: string, width: number, widthOf: (words: string) => number): string[] {
  if (!text.includes('\n') && widthOf(text) <= width) return [text];
  const space = widthOf(' ');
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const word of text.split(/\s+/).flatMap((each) => piecesOf(each, width, wordWidth(each, widthOf)))) {
    const own = wordWidth(word, widthOf);
    if (line !== '' && used + space + own > width) {
      lines.push(`${line} `);
      [line, used] = [word, own];
    } else [line, used] = line === '' ? [word, own] : [`${line} ${word}`, used + space + own];
  }
  return [...lines, line];
}

/** More lines than these are not put into one row, for no page would hold it. */
const MOST_LINES = 50;
/** A cell shorter than this never comes near so many lines. */
const SHORT_CELL = 600;

/** A row with more words than a page holds, as rows one after another: nothing that was written is left out. `linesOf` is null for what is not words, which stands in the first. */
export function rowParts<Cell>(cells: readonly (Cell | string)[], linesOf: (cell: Cell | string, index: number) => readonly string[] | null): (readonly (Cell | string)[])[] {
  if (cells.every((cell) => typeof cell !== 'string' || cell.length < SHORT_CELL)) return [cells];
  const lines = cells.map(linesOf);
  const parts = Math.ceil(Math.max(...lines.map((own) => own?.length ?? 1)) / MOST_LINES);
  return Array.from({ length: parts }, (_, part) => cells.map((cell, index) => {
    const own = lines[index]?.slice(part * MOST_LINES, (part + 1) * MOST_LINES).join('').trimEnd() ?? (part === 0 ? cell : '');
    return own === '' && part > 0 && index === 0 ? 'Goes on' : own;
  }));
}

/** The width of each column of a table, in points, so that they fill the page: numbers and short words get what they need, long words share the rest and break into lines. */
export function layOut(columns: readonly PdfColumn[], rows: readonly (readonly string[])[], width: number, widthOf: (text: string, bold: boolean) => number): number[] {
  const least = columns.map(({ heading, least: asked }, index) => Math.max(asked ?? 0, PADDING + Math.max(longestWord(heading, (word) => widthOf(word, true)), ...rows.map(({ [index]: cell = '' }) => { const whole = widthOf(cell, index === 0); return whole <= SHORT ? whole : longestWord(cell, (word) => widthOf(word, index === 0)); }))));
  const wished = columns.map(({ heading, isNumber }, index) => {
    const widest = Math.max(0, ...rows.map((row) => widthOf(row[index] ?? '', index === 0)));
    return Math.max(least[index] ?? 0, PADDING + Math.min(isNumber ? widest : MOST_WORDS, widest), PADDING + Math.min(MOST_HEADING, widthOf(heading, true)));
  });
  const total = wished.reduce((sum, each) => sum + each, 0);
  if (total <= width) {
    const words = columns.filter(({ isNumber }) => !isNumber).length || columns.length;
    return wished.map((each, index) => each + (columns[index]?.isNumber && words < columns.length ? 0 : (width - total) / words));
  }
  const floor = least.reduce((sum, each) => sum + each, 0);
  if (floor >= width) return least.map((each) => (each * width) / floor);
  return wished.map((each, index) => (least[index] ?? 0) + ((each - (least[index] ?? 0)) * (width - floor)) / (total - floor));
}
