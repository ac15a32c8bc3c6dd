import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { BadCell, Cells } from './cells.ts';
import { FileRefused } from './file-refused.ts';
import { readHeadings, type Columns } from './headings.ts';
import { readDay } from './read-day.ts';
import { refusedCsv } from './receipt.ts';
import { rowsOfFile } from './rows-of-file.ts';

const COLUMNS = { upn: { title: 'UPN', names: 'upn pupilupn', needed: true }, name: { title: 'Name', names: 'name surname' }, born: { title: 'Born', names: 'dob' } } as const satisfies Columns<string>;

let dir: string;
beforeAll(() => { dir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-loading-')); });
afterAll(() => fs.rmSync(dir, { recursive: true }));

async function rowsOf(content: string | Buffer): Promise<{ line: number; cells: readonly string[] }[]> {
  const file = path.join(dir, 'file');
  fs.writeFileSync(file, content);
  const rows = [];
  for await (const { line, cells } of rowsOfFile(file, COLUMNS)) rows.push({ line, cells });
  return rows;
}
const refusal = (content: string | Buffer): Promise<unknown> => rowsOf(content).then(() => 'read', (error: unknown) => (error instanceof FileRefused ? error.what : error));
const cellsOf = (...row: string[]): Cells<keyof typeof COLUMNS> => new Cells(COLUMNS, readHeadings(COLUMNS, ['UPN', 'Name', 'DOB'], 1), row);
const faultOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof BadCell) return error.reason;
    throw error;
  }
  return 'read';
};

describe('rows of a file', () => {
  test.each<[string, string | Buffer]>([
    ['line feeds', 'UPN,Name\nA1,Åse\n'], ['carriage returns and line feeds', 'UPN,Name\r\nA1,Åse\r\n'], ['carriage returns', 'UPN,Name\rA1,Åse\r'], ['no last line end', 'UPN,Name\nA1,Åse'],
    ['a byte order mark', '\ufeffUPN,Name\nA1,Åse\n'], ['semicolons', 'UPN;Name\nA1;Åse\n'], ['tabs', 'UPN\tName\nA1\tÅse\n'], ['bars', 'UPN|Name\nA1|Åse\n'], ['quotes', '"UPN","Name"\n"A1","Åse"\n'],
    ['Windows-1252', Buffer.from('UPN,Name\nA1,Åse\n', 'latin1')], ['UTF-16', Buffer.from('\ufeffUPN,Name\nA1,Åse\n', 'utf16le')], ['blank rows', 'UPN,Name\n,\n\nA1,Åse\n , \n'],
  ])('are found with %s', async (_, content) => expect((await rowsOf(content)).map(({ cells }) => cells)).toEqual([['A1', 'Åse']]));

  test('are told by the line they begin on, below titles and over cells of two lines', async () =>
    expect((await rowsOf('Roll of a school\n\nUPN,Name\nA1,"two\nlines"\nA2,one\n')).map(({ line, cells }) => [line, cells[0]])).toEqual([[4, 'A1'], [6, 'A2']]));

  test('a line in Windows-1252 among others in UTF-8 is read as what it is', async () => {
    const mixed = Buffer.concat([Buffer.from('UPN,Name\nA1,Zoë\n'), Buffer.from([0x41, 0x32, 0x2c, 0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x92, 0x0a])]);
    expect((await rowsOf(mixed)).map(({ cells }) => cells[1])).toEqual(['Zoë', 'Zoë €’']);
  });

  test('whatever a spreadsheet quotes comes back as it was', () => fc.assert(fc.asyncProperty(
    fc.array(fc.tuple(fc.stringMatching(/^[A-Z]\d{3}$/), fc.stringMatching(/^[a-zé",; \n\\#'-]{0,20}$/)), { minLength: 1, maxLength: 20 }), fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'),
    async (rows, delimiter, end) => {
      const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
      const text = [['UPN', 'Name'], ...rows].map((row) => row.map(quoted).join(delimiter)).join(end);
      expect((await rowsOf(text)).map(({ cells }) => cells)).toEqual(rows);
    }), { seed: 990, numRuns: 60 }));

  test.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /empty/], ['a workbook', Buffer.from('PK\x03\x04'), /workbook/], ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /\.xls/], ['a document', '%PDF-1.7', /PDF/],
    ['a web page', ' <table>', /web page/], ['bytes', Buffer.from([0x55, 0, 1, 2, 3]), /not a text file/], ['other headings', 'a,b\n1,2\n', /no row of headings/],
    ['half the headings', 'Name,DOB\nx,y\n', /no column “UPN”/], ['a heading twice', 'UPN,Name,UPN\n1,2,3\n', /Two columns/], ['a quote left open', 'UPN,Name\nA1,"x\n', /not closed/],
  ])('are refused when the file is %s', async (_, content, reason) => expect(await refusal(content)).toMatch(reason));
});

describe('cells', () => {
  test('lose outer blanks, invisible characters and a protecting apostrophe, and are null when nothing is left', () => {
    expect(cellsOf(' \u00a0A1\u200b ').text('upn')).toBe('A1');
    expect(cellsOf(`'0012`).text('upn')).toBe('0012');
    expect(cellsOf('\t ').text('upn')).toBeNull();
    expect(cellsOf('a\n b\0c').text('upn')).toBe('a b c');
  });

  test.each([
    ['=SUM(A1)', /formula/], [`'=SUM(A1)`, /formula/], ['#REF!', /could not work/], ['#N/A', /could not work/], ['########', /could not work/], ['8.012E+11', /rounded/], ['8E+11', /rounded/], ['x'.repeat(301), /longer/],
  ])('%s is refused in plain words', (text, reason) => expect(faultOf(() => cellsOf(text).text('upn'))).toMatch(reason));

  test('a form called 7E1 is no number', () => expect(cellsOf('7E1').text('upn')).toBe('7E1'));
  test('a needed cell may not be blank', () => expect(faultOf(() => cellsOf('').needed('upn'))).toMatch(/blank/));
  test.each([['Y', true], ['no', false], ['1', true], ['FALSE', false], ['', null]] as const)('%s as yes or no is %s', (text, value) => expect(cellsOf(text).yesNo('upn')).toBe(value));
  test('a number may not be longer or other than asked', () => {
    expect(cellsOf('133.0').whole('upn')).toBe(133);
    for (const text of ['-1', '1.5', '1,000', '12345678901']) expect(faultOf(() => cellsOf(text).whole('upn'))).toMatch(/whole number/);
    expect(faultOf(() => cellsOf('120').whole('upn', 99))).toMatch(/up to 99/);
  });
});

describe('days', () => {
  test.each([
    ['03/09/2026', '2026-09-03'], ['3-9-26', '2026-09-03'], ['03.09.2026', '2026-09-03'], ['2026-09-03', '2026-09-03'], ['2026-09-03T00:00:00Z', '2026-09-03'], ['03/09/2026 00:00', '2026-09-03'],
    ['3 September 2026', '2026-09-03'], ['03-Sep-26', '2026-09-03'], ['29/02/2028', '2028-02-29'], ['01/01/55', '1955-01-01'],
  ])('%s is read', (text, day) => expect(readDay(text)).toEqual({ day }));

  test.each([['46268', /spreadsheet’s number/], ['46268.5', /spreadsheet’s number/], ['09/25/2026', /swapped/], ['2026-25-09', /swapped/], ['30/02/2026', /no such day/], ['0/0/2026', /no such day/], ['3 Foo 2026', /no such day/], ['soon', /not a date/], ['09/2026', /not a date/]])(
    '%s is refused in plain words', (text, reason) => expect(readDay(text).fault).toMatch(reason));
});

test('refused rows go out safe for a spreadsheet', () => expect(refusedCsv([{ line: 2, column: 'Name', value: '=A1', reason: 'This is a formula.' }])).toContain(`2,Name,'=A1,This is a formula.`));
