/** `least` is what a column needs whatever its words, in points. */
export interface PdfColumn { readonly heading: string; readonly isNumber: boolean; readonly least?: number }

const PADDING = 10;
/** A column of words asks for no more than this at first; numbers ask for what they need. */
const MOST_WORDS = 170;
const MOST_HEADING = 66;
/** What is no longer than this, such as a year group, stays on one line. */
const SHORT = 64;

const longestWord = (text: string, widthOf: (text: string) => number): number => Math.max(0, ...text.split(/\s+/).map(widthOf));

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
