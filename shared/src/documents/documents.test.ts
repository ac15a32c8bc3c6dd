import { DOCUMENT_KINDS, mediaTypeOf, MediaType, retainUntil, RETENTION_CLASSES, retentionYears, usualClass, type RetentionClass } from './index.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array => new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))));
const ZIP = [0x50, 0x4b, 0x03, 0x04];

describe('what a file is', () => {
  test.each<[string, Uint8Array, string, string | null]>([
    ['a PDF, whatever it is called', bytes('%PDF-1.7\n%\u00e2'), 'pack.docx', MediaType.PDF],
    ['a PNG', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'a.png', MediaType.PNG],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0]), 'a.jpg', MediaType.JPEG],
    ['a Word document', bytes(ZIP, '[Content_Types].xml', [0, 1, 2], 'word/document.xml'), 'a.docx', MediaType.DOCX],
    ['a workbook', bytes(ZIP, '[Content_Types].xml', [0, 1, 2], 'xl/workbook.xml'), 'a.xlsx', MediaType.XLSX],
    ['a workbook with macros', bytes(ZIP, '[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'), 'a.xlsx', null],
    ['another zip', bytes(ZIP, 'photos/one.png'), 'a.docx', null],
    ['plain text', bytes('Notes of a call.\r\n\tDone – é.'), 'a.txt', MediaType.TXT],
    ['a CSV', bytes('UPN,Date\n1,2'), 'a.CSV', MediaType.CSV],
    ['a calendar entry, whatever it is called', bytes([0xef, 0xbb, 0xbf], 'BEGIN:VCALENDAR\r\nVERSION:2.0'), 'invite.txt', MediaType.ICS],
    ['a program called a PDF', bytes('MZ', [0x90, 0, 3, 0]), 'pack.pdf', null],
    ['a page called plain text', bytes('<html><script>alert(1)</script>'), 'a.txt', null],
    ['a picture that is a page', bytes('<svg xmlns="x" onload="1">'), 'a.png', null],
    ['text that is no UTF-8', bytes([0xe9, 0x74, 0xe9]), 'a.txt', null],
    ['text cut in the middle of a letter', bytes('caf', [0xc3]), 'a.txt', null],
    ['nothing', bytes(''), 'a.txt', null],
  ])('%s', (_words, content, name, type) => expect(mediaTypeOf(content, name)).toBe(type));
});

describe('how long it is kept', () => {
  test.each<[RetentionClass, number, string]>([['MEETING', 6, '2032-11-19'], ['CASE', 6, '2032-11-19'], ['CORRESPONDENCE', 3, '2029-11-19'], ['WORKING_PAPER', 1, '2027-11-19']])('%s: %i years', (kept, years, until) => {
    expect(retentionYears(kept, '2026-11-19')).toBe(years);
    expect(retainUntil(kept, '2026-11-19')).toBe(until);
  });
  test('a leap day is kept to the end of February', () => expect(retainUntil('WORKING_PAPER', '2028-02-29')).toBe('2029-02-28'));
  test('every kind has a usual class', () => { for (const kind of DOCUMENT_KINDS) expect(RETENTION_CLASSES).toContain(usualClass(kind, null)); });
  test('what a meeting was handed is kept with its papers, a letter about it with letters', () => expect([usualClass('OTHER', null), usualClass('OTHER', 'MEETING'), usualClass('LETTER', 'MEETING')]).toEqual(['WORKING_PAPER', 'MEETING', 'CORRESPONDENCE']));
});
