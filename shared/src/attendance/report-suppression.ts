import { hideSmallCells } from './suppression.ts';

/**
 * The cells of a table whose row sums and column sums may be known elsewhere: null is hidden. Cells from 1 to below `minimum` go
 * first, with those that `mustHide` names, then further ones, along rows and columns, until no hidden cell is alone in its row or column. Rows are of one length;
 * cells are whole numbers, zero or more.
 */
export function hideSmallTable(table: readonly (readonly number[])[], minimum: number, mustHide: (row: number, column: number) => boolean = () => false): (number | null)[][] {
  const width = table[0]?.length ?? 0;
  const hidden = table.map((row, at) => row.map((cell, index) => (cell > 0 && cell < minimum) || mustHide(at, index)));
  const count = (): number => hidden.reduce((sum, row) => sum + row.filter(Boolean).length, 0);
  for (let before = -1; before !== count();) {
    before = count();
    table.forEach((row, at) => {
      const shown = hideSmallCells(row, minimum, (index) => hidden[at]![index]!);
      shown.cells.forEach((cell, index) => { hidden[at]![index] = cell === null; });
    });
    for (let index = 0; index < width; index++) {
      const shown = hideSmallCells(table.map((row) => row[index]!), minimum, (at) => hidden[at]![index]!);
      shown.cells.forEach((cell, at) => { hidden[at]![index] = cell === null; });
    }
  }
  return table.map((row, at) => row.map((cell, index) => (hidden[at]![index] ? null : cell)));
}
