import { contextOf, enrolment, marksOf, read, upnOf } from './reading.fixture.ts';

const A = upnOf(0);
const B = upnOf(1);
const HEAD = 'UPN,Date,Session,Mark\n';
const ROWS = `${A},08/09/2025,AM,/\n${B},08/09/2025,AM,L\n`;
const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const expectBoth = async (content: string | Uint8Array): Promise<void> => {
  const { weeks, refusal } = await read(content);
  expect(refusal).toBeNull();
  expect([...marksOf(weeks).values()].sort()).toEqual(['/', 'L']);
};

describe('files that are no register', () => {
  test.each([
    ['nothing', '', 'FIL-01', 'empty'],
    ['blank lines', '\r\n \r\n', 'FIL-01', 'empty'],
    ['a byte order mark only', '\ufeff', 'FIL-01', 'empty'],
    ['headings only', HEAD, 'FIL-01', 'no rows'],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004......[Content_Types].xml', 'latin1'), 'FIL-02', '.xlsx'],
    ['a zip', Buffer.from('PK\u0003\u0004......marks.csv', 'latin1'), 'FIL-02', 'zip'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'FIL-02', 'gzip'],
    ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'FIL-02', 'old .xls'],
    ['PDF', '%PDF-1.7', 'FIL-02', 'PDF'],
    ['a web page called .xls', '\ufeff <html><table><tr><td>UPN</td></tr></table></html>', 'FIL-02', 'web page'],
    ['XML', '<?xml version="1.0"?><CTfile/>', 'FIL-02', 'XML'],
    ['JSON', '{"marks": []}', 'FIL-02', 'JSON'],
    ['bytes of no kind', Buffer.from([1, 2, 0, 3, 250, 0, 7]), 'FIL-02', 'not a text file'],
    ['text that turns binary', Buffer.concat([Buffer.from(HEAD + ROWS.repeat(300)), Buffer.from([0, 1, 0])]), 'FIL-02', 'bytes'],
    ['no headings', ROWS.repeat(40), 'HDR-01', 'headings'],
    ['no mark', 'UPN,Date,Session\n', 'HDR-02', 'a mark'],
    ['no pupil', 'Date,Session,Mark\n', 'HDR-02', 'UPN'],
    ['totals', 'UPN,Surname,Sessions possible,Sessions attended\n', 'HDR-02', 'totals'],
    ['a column for each day', 'UPN,Surname,Forename,01/09/2025,02/09/2025,03/09/2025,04/09/2025,05/09/2025\n', 'HDR-02', 'each day'],
    ['two mark columns', 'UPN,Date,Session,Mark,Raw mark\n', 'HDR-03', '“Mark” and “Raw mark”'],
    ['the same heading twice', 'UPN,Date,Session,Mark,MARK\n', 'HDR-04', '“Mark” and “MARK”'],
    ['lessons', `${HEAD}${A},08/09/2025,P1,/\n${A},08/09/2025,P2,/\n${A},08/09/2025,AM,/\n`, 'SES-01', 'lesson'],
    ['numbered lessons', `${HEAD}${[1, 2, 3, 4, 5].map((lesson) => `${A},08/09/2025,${lesson},/\n`).join('')}`, 'SES-01', 'lesson'],
  ])('%s', async (_, content, code, words) => {
    const { refusal, weeks } = await read(content as string | Uint8Array);
    expect(refusal?.code).toBe(code);
    expect(refusal?.what).toContain(words);
    expect([refusal?.lost, refusal?.todo.endsWith('.'), weeks]).toEqual(['Nothing was kept, so nothing changed.', true, []]);
  });

  test('a file for another school is refused whole', async () => {
    const rows = `8012002,${A},08/09/2025,AM,/\n`.repeat(5);
    expect((await read(`Estab,UPN,Date,Session,Mark\n${rows}`)).refusal?.code).toBe('SCH-02');
  });

  test('more faulty rows than allowed: the whole file, with the commonest cause', async () => {
    const content = `${HEAD}${ROWS}${A},08/09/2025,PM,@\n${B},08/09/2025,PM,\\\n`;
    expect((await read(content, contextOf({ maxBadRowPercent: 25 }))).refusal).toBeNull();
    const { refusal, refusals } = await read(content, contextOf({ maxBadRowPercent: 20 }));
    expect([refusal?.code, refusals.length]).toEqual(['FIL-05', 1]);
    expect(refusal?.what).toBe('25% of the rows have faults; a file may have up to 20%. The most common fault: This is not a national attendance code.');
  });

  test('letters lost on the way: noted, and refused when there are many', async () => {
    expect((await read(`Surname,${HEAD}${`\ufffd,${A},08/09/2025,AM,/\n`}`)).notes['ENC-02']).toBe(1);
    expect((await read(`Surname,${HEAD}${`\ufffd\ufffd\ufffd,${A},08/09/2025,AM,/\n`}`)).refusal?.code).toBe('ENC-02');
  });
});

describe('registers that are written oddly', () => {
  test.each([
    ['a byte order mark', `\ufeff${HEAD}${ROWS}`],
    ['title rows above', `Attendance of Ash Primary\n\n"From 1 to 30 September",,,\n${HEAD}${ROWS}`],
    ['an instruction row below', `${HEAD}Do not edit,Must be a date,For example AM,Required\n${ROWS}`],
    ['headings in capitals with accents and marks', `Ü.P.N.,dâte,SESSION:,(Mark)\n${ROWS}`],
    ['old Macintosh line endings', (HEAD + ROWS).replaceAll('\n', '\r')],
    ['mixed line endings', `${HEAD.replace('\n', '\r\n')}${ROWS.replace('\n', '\r')}`],
    ['blank lines between', `${HEAD}\n\n${ROWS.replaceAll('\n', '\n\r\n')}`],
    ['a trailing delimiter on every row', (HEAD + ROWS).replaceAll('\n', ',\n')],
    ['a trailing delimiter on the rows', HEAD + ROWS.replaceAll('\n', ',,\n')],
    ['empty rows at the end', `${HEAD}${ROWS}${',,,\n'.repeat(300)}`],
    ['everything quoted', (HEAD + ROWS).replaceAll(/[^,\n]+/g, '"$&"')],
    ['line breaks and doubled quotes in a quoted cell', `Note,${HEAD}${ROWS.replaceAll(/^(?=.)/gm, '"ill\r\nsince ""Monday""",')}`],
    ['bare quotes inside quotes', `Note,${HEAD}"said "no" twice",${A},08/09/2025,AM,/\n"a",${B},08/09/2025,AM,L\n`],
    ['blanks behind a closing quote', `"UPN" ,"Date" ,Session,Mark\n"${A}" ,"08/09/2025" ,AM,/\n${B},08/09/2025,AM,L\n`],
    ['a column nobody knows', `Colour,${HEAD}${ROWS.replaceAll(/^(?=.)/gm, 'red,')}`],
    ['UTF-16 of "Unicode text"', utf16((HEAD + ROWS).replaceAll(',', '\t'))],
    ['UTF-16, the other way round', utf16(HEAD + ROWS, true)],
    ['UTF-16 without a mark', utf16(HEAD + ROWS).subarray(2)],
    ['full-width and look-alike strokes', `${HEAD}${ROWS.replace('/\n', '\uff0f\n')}`],
    ['cells with blanks around', `${HEAD}${ROWS.replaceAll(',', ' ,\t\u00a0')}`],
  ])('%s', async (_, content) => expectBoth(content));

  test.each([['\\', 'PM'], ['#', 'AM'], ['N', 'AM'], ['E', 'AM'], ['Y1', 'AM'], ['-', 'AM']])('the mark %s survives, quoted or not', async (mark, half) => {
    for (const cell of [mark, `"${mark}"`]) {
      const { marksAccepted, weeks } = await read(`${HEAD}${A},08/09/2025,${half},${cell}\n${B},08/09/2025,AM,L\n`);
      expect([marksAccepted, weeks.length]).toEqual([2, 2]);
    }
  });

  test.each([
    ['ascii', Buffer.from('x'), 'ascii', undefined],
    ['UTF-8', Buffer.from('Zoë'), 'utf-8', undefined],
    ['Windows-1252', Buffer.from('Zo\xeb', 'latin1'), 'windows-1252', undefined],
    ['both', Buffer.concat([Buffer.from('Zo\xeb', 'latin1'), Buffer.from(`,${B},08/09/2025,AM,L\nZoë`)]), 'mixed', 1],
  ])('a name in %s', async (_, name, encoding, fallen) => {
    const content = Buffer.concat([Buffer.from(`Name,${HEAD}`), name, Buffer.from(`,${A},08/09/2025,AM,/\n`)]);
    const { encoding: found, notes, rowsRefused } = await read(content);
    expect([found, notes['ENC-01'], rowsRefused]).toEqual([encoding, fallen, 0]);
  });

  test('headings are reported with what they were taken for', async () => {
    const { headings } = await read(`UPN,Surname,Date,Day,Session,Mark,Colour\n${A},X,08/09/2025,Monday,AM,/,red\n`);
    expect(headings.map(({ field, used }) => [field, used])).toEqual([
      ['upn', true], ['surname', false], ['date', true], ['date', false], ['session', true], ['mark', true], [null, false],
    ]);
  });

  test('near-empty rows are left aside and counted', async () => {
    const { rowsNearEmpty, rowsRead, faults } = await read(`${HEAD}${ROWS},,,\nTotal,,,\n  ,,\u00a0,\n`);
    expect([rowsNearEmpty, rowsRead, faults]).toEqual([3, 2, {}]);
  });
});

describe('damage costs as little as possible', () => {
  test('a quote that never closes costs its own line', async () => {
    const { weeks, faults, refusals } = await read(`${HEAD}"${A},09/09/2025,AM,/\n${ROWS}`);
    expect([marksOf(weeks).size, faults, refusals[0]?.line]).toEqual([2, { 'HDR-05': 1 }, 2]);
  });

  test('so does a line of a hundred thousand characters', async () => {
    const long = 'x'.repeat(100_000);
    for (const pieces of [[], [1000], [65_537]]) {
      const { weeks, faults, refusals } = await read(`${HEAD}${long}\n${ROWS}"${long}\n${ROWS}`, contextOf(), pieces);
      expect([marksOf(weeks).size, faults, refusals.map((refusal) => refusal.line)]).toEqual([2, { 'HDR-05': 2 }, [2, 5]]);
    }
  });

  test.each([`${A},08/0`, `${A},08/09/2025,P`, `${A},08/09/2025,PM,`, `"${A}`, `${A},08/09/2025,PM`])('a file cut off after “%s” says so', async (rest) => {
    const { truncated, faults, weeks } = await read(`${HEAD}${ROWS}${rest}`);
    expect([truncated, faults, marksOf(weeks).size]).toEqual([true, { 'HDR-05': 1 }, 2]);
  });

  test('a last row that is whole needs no line ending', async () => {
    const { truncated, marksAccepted } = await read((HEAD + ROWS).trimEnd());
    expect([truncated, marksAccepted]).toEqual([false, 2]);
  });

  test('a week that was written and opened again is told', async () => {
    const pupils = Array.from({ length: 10 }, (_, number) => upnOf(number));
    const days = ['08/09/2025', '15/09/2025', '09/09/2025'];
    const content = HEAD + days.flatMap((day) => pupils.map((upn) => `${upn},${day},AM,/\n`)).join('');
    const context = contextOf({ roster: pupils.map((_, number) => enrolment(number)) });
    const narrow = await read(content, context, [], { mostOpenWeeks: 8 });
    expect([narrow.flushedPartials, narrow.weeks.length, marksOf(narrow.weeks).size]).toEqual([true, 30, 30]);
    const wide = await read(content, context);
    expect([wide.flushedPartials, wide.weeks.length]).toEqual([false, 20]);
    expect(marksOf(wide.weeks)).toEqual(marksOf(narrow.weeks));
  });
});
