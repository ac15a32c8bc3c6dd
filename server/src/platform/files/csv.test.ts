import fc from 'fast-check';
import { csvCell, csvFile } from './csv.ts';

/** A plain reader of RFC 4180, written apart from the writer. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') { rows[rows.length - 1]?.push(cell); cell = ''; } else if (text.startsWith('\r\n', at)) { rows[rows.length - 1]?.push(cell); cell = ''; rows.push([]); at += 1; } else cell += character;
  }
  return rows.slice(0, -1);
}

const DANGEROUS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '\n=1', ' =1', '\uFF1D1+1', '\uFF0B1', '\uFF0D1', '\uFF20SUM(A1)', '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"];

describe('a cell', () => {
  test.each(DANGEROUS)('%j is text to a spreadsheet', (value) => {
    expect(csvCell(value)).toMatch(/^"?'/);
  });

  test.each([['/', '/'], ['\\', '\\'], ['O’Dwyer', 'O’Dwyer'], ['a,b', '"a,b"'], ['say "no"', '"say ""no"""'], ['two\r\nlines', '"two\r\nlines"'], [' x ', '" x "'], ['', '']])('%j is written %j', (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  test('numbers and nothing stay what they are', () => {
    expect([csvCell(-12), csvCell(0), csvCell(null)]).toEqual(['-12', '0', '']);
  });
});

describe('a file', () => {
  test('begins with a byte order mark and ends every line the same way', () => {
    expect(csvFile(['Line', 'Why'], [[2, 'Not a code']])).toBe('\uFEFFLine,Why\r\n2,Not a code\r\n');
  });

  test('gives back any text, an apostrophe before a formula apart', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 }), { maxLength: 5 }), (rows) => {
      const back = read(csvFile(['a', 'b', 'c'], rows).slice(1)).slice(1);
      expect(back).toEqual(rows.map((row) => row.map((value) => (/^[\t\r\n\0]|^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value))));
    }));
  });
});
