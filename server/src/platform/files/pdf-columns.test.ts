import fc from 'fast-check';
import { rowParts, wrapped } from './pdf-columns.ts';

/** Every letter is as wide as every other. */
const widthOf = (words: string): number => words.length;

describe('the lines of a printed cell', () => {
  test('break between words, and leave what fits alone', () => {
    expect(wrapped('Missed 96 of 100 sessions', 40, widthOf)).toEqual(['Missed 96 of 100 sessions']);
    expect(wrapped('Missed 96 of 100 sessions', 12, widthOf)).toEqual(['Missed 96 of ', '100 sessions']);
    expect(wrapped('One\ntwo', 40, widthOf)).toEqual(['One two']);
    expect(wrapped('', 10, widthOf)).toEqual(['']);
  });

  test('never reach beyond the column, and say every letter once, in order', () => fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }).map((word) => word.replace(/\s/g, '_')), { maxLength: 12 }), fc.integer({ min: 4, max: 40 }), (words, width) => {
    const lines = wrapped(words.join(' '), width, widthOf);
    expect(lines.every((line) => widthOf(line.trimEnd()) <= width)).toBe(true);
    expect(lines.join('').replace(/ /g, '')).toBe(words.join(''));
  })));
});

describe('a row with more words than a page holds', () => {
  const linesOf = (cell: string | number): string[] | null => (typeof cell === 'string' ? wrapped(cell, 10, widthOf) : null);

  test('goes on in further rows, with every word in order and what is no words in the first', () => {
    const note = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
    const parts = rowParts<string | number>(['Mason', note, 7], linesOf);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(([name, , sign]) => [name, sign])).toEqual([['Mason', 7], ...parts.slice(1).map(() => ['Goes on', ''])]);
    expect(parts.map(([, words]) => words).join(' ')).toBe(note);
    expect(parts.every(([, words]) => (linesOf(words ?? '') ?? []).length <= 50)).toBe(true);
  });

  test('is one row where it is short', () => expect(rowParts(['Mason', 'A few words'], linesOf)).toEqual([['Mason', 'A few words']]));
});
