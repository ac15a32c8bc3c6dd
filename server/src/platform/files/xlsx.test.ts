import fc from 'fast-check';
import { streamXlsxRows } from 'hucre/xlsx';
import { csvBytes, type CsvCell } from './csv.ts';
import { xlsxBytes, xlsxCell } from './xlsx.ts';

async function* each(rows: readonly (readonly CsvCell[])[]): AsyncGenerator<readonly CsvCell[]> {
  for (const row of rows) yield row;
}

async function bytesOf(rows: readonly (readonly CsvCell[])[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxBytes(each(rows), 'Rows')) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readBack(rows: readonly (readonly CsvCell[])[]): Promise<CsvCell[][]> {
  const back: CsvCell[][] = [];
  for await (const { values } of streamXlsxRows(await bytesOf(rows))) back.push(values as CsvCell[]);
  return back;
}

const AWKWARD = ['=cmd()', "=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\t=1', '\r\n=1', '＝1+1', 'say "no"', 'a,b;c', 'two\nlines', ' x ', "O'Dwyer-Ng", '_x0041_', '<b>&amp;', '2026-11-19', '00123', 'ŵ 😀'];

test('text is read back as it was written, as text, and numbers as numbers', async () =>
  expect(await readBack([AWKWARD, [1, -12.5, 0, null, 'end']])).toEqual([AWKWARD, [1, -12.5, 0, null, 'end']]));

test('what XML cannot hold is replaced, and what a cell cannot hold is cut, so that the file opens', () => {
  expect([xlsxCell('a\uFFFEb'), xlsxCell('\uD800x'), xlsxCell('x\uDC00'), xlsxCell('\u{1F600}')]).toEqual(['a\uFFFDb', '\uFFFDx', 'x\uFFFD', '\u{1F600}']);
  expect(String(xlsxCell('x'.repeat(40_000)))).toHaveLength(32_767);
});

test('any text comes back', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 6 }), async (texts) => {
    expect(await readBack([texts])).toEqual([texts]);
  }), { numRuns: 40 });
});

describe('a long file', () => {
  /** Rows asked for beyond what has been handed on: what would lie in memory. */
  async function mostAhead(write: (rows: AsyncIterable<readonly CsvCell[]>) => AsyncIterable<Uint8Array>): Promise<{ bytes: number; atFirstByte: number }> {
    let [asked, bytes, atFirstByte] = [0, 0, -1];
    async function* rows(): AsyncGenerator<readonly CsvCell[]> {
      for (; asked < 60_000; asked += 1) yield [asked, `Pupil ${asked}`, '=1+1', asked / 2];
    }
    for await (const chunk of write(rows())) {
      // A workbook begins with its small parts; rows come with its first large chunk.
      if (atFirstByte < 0 && bytes + chunk.length > 20_000) atFirstByte = asked;
      bytes += chunk.length;
    }
    expect(asked).toBe(60_000);
    return { bytes, atFirstByte };
  }
  test.each([['a CSV', csvBytes], ['a workbook', (rows: AsyncIterable<readonly CsvCell[]>) => xlsxBytes(rows, 'Rows')]] as const)('%s leaves while its rows are still being asked for', async (_kind, write) => {
    const { bytes, atFirstByte } = await mostAhead(write);
    expect(bytes).toBeGreaterThan(100_000);
    expect(atFirstByte).toBeLessThan(30_000);
  });
});
