import fc from 'fast-check';
import { hideSmallCells } from './index.ts';

const MINIMUM = 5;

describe('small cells of a total', () => {
  test.each([
    ['nothing small, nothing hidden', [12, 30, 0], [12, 30, 0], 42],
    ['one small cell takes the next smallest with it', [3, 40, 12, 0], [null, 40, null, 0], 55],
    ['two small cells hide each other', [3, 4, 90], [null, null, 90], 97],
    ['ones that add up to their number would show themselves', [1, 1, 90], [null, null, null], 92],
    ['a small total is hidden with its only cell', [3, 0], [null, 0], null],
    ['and so are two ones alone', [1, 1, 0], [null, null, 0], null],
    ['nothing at all', [0, 0], [0, 0], 0],
  ])('%s', (_, cells, shown, total) => expect(hideSmallCells(cells, MINIMUM)).toEqual({ cells: shown, total }));

  test('what must be hidden is hidden, zero included, and never alone', () => {
    expect(hideSmallCells([0, 50, 60], MINIMUM, (index) => index === 0)).toEqual({ cells: [null, null, 60], total: 110 });
  });

  const table = fc.array(fc.nat(14), { minLength: 1, maxLength: 6 });

  test('no small count is ever shown, and what is shown is true', () => {
    fc.assert(fc.property(table, (cells) => {
      const shown = hideSmallCells(cells, MINIMUM);
      shown.cells.forEach((cell, index) => {
        expect(cell === null || cell === cells[index]).toBe(true);
        expect(cell !== null && cell > 0 && cell < MINIMUM).toBe(false);
      });
    }));
  });

  // A reader who knows how this function works, the total and every cell shown tries each table that could look like that.
  test('no hidden cell can be recovered, even by someone who knows the rule', () => {
    fc.assert(fc.property(table, (cells) => {
      const shown = hideSmallCells(cells, MINIMUM);
      if (shown.total === null) return;
      const hidden = shown.cells.flatMap((cell, index) => (cell === null ? [index] : []));
      if (hidden.length === 0) return;
      const left = shown.total - shown.cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
      const possible = hidden.map(() => new Set<number>());
      for (const guess of waysToShare(left, hidden.length)) {
        const candidate = shown.cells.map((cell, index) => cell ?? guess[hidden.indexOf(index)]!);
        if (JSON.stringify(hideSmallCells(candidate, MINIMUM)) === JSON.stringify(shown)) guess.forEach((value, place) => possible[place]!.add(value));
      }
      possible.forEach((values) => expect(values.size).toBeGreaterThan(1));
    }), { numRuns: 300 });
  });
});

/** Every way to share a number out over places, one or more to each. */
function* waysToShare(left: number, places: number): Generator<number[]> {
  if (places === 1) {
    yield [left];
    return;
  }
  for (let first = 1; first <= left - places + 1; first++) for (const rest of waysToShare(left - first, places - 1)) yield [first, ...rest];
}
