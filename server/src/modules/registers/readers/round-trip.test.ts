import fc from 'fast-check';
import { MARK_ALPHABET, codeOfMark } from '@attendance/shared/attendance';
import { isoOfDay, partsOfDay } from '@attendance/shared/kernel';
import { contextOf, marksOf, OPEN_DAYS, read, upnOf, type Read } from './reading.fixture.ts';

interface Mark {
  readonly pupil: number;
  readonly day: number;
  readonly half: number;
  readonly mark: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');
const DATE_STYLES: Readonly<Record<string, (day: number) => string>> = {
  iso: isoOfDay,
  isoTime: (day) => `${isoOfDay(day)}T09:00:00`,
  slashes: (day) => british(day, '/'),
  dashes: (day) => british(day, '-'),
  shortYear: (day) => british(day, '/').replace('/20', '/'),
  words: (day) => `${two(partsOfDay(day).dayOfMonth)}-${MONTHS[partsOfDay(day).month - 1]}-${partsOfDay(day).year % 100}`,
};
function british(day: number, separator: string): string {
  const { year, month, dayOfMonth } = partsOfDay(day);
  return [two(dayOfMonth), two(month), year].join(separator);
}

const style = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8 mark', 'windows-1252', 'utf-16le', 'utf-16be'),
  date: fc.constantFrom(...Object.keys(DATE_STYLES)),
  quoted: fc.constantFrom('never', 'always', 'sometimes'),
  name: fc.constantFrom(null, 'Zoë "Zo" Brontë', 'O’Neill; Ann, | Lee', 'line\nbreak'),
  endsWithLine: fc.boolean(),
  layout: fc.constantFrom('L', 'D'),
  pieces: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
});
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

const marks = fc
  .uniqueArray(
    fc.record({
      pupil: fc.integer({ min: 0, max: 9 }),
      day: fc.constantFrom(...OPEN_DAYS),
      half: fc.constantFrom(0, 1),
      mark: fc.constantFrom(...MARK_ALPHABET),
    }),
    { selector: ({ pupil, day, half }) => `${pupil} ${day} ${half}`, minLength: 1, maxLength: 40 },
  )
  // A stroke is written as the session it stands in has it.
  .map((list) => list.map((each): Mark => ({ ...each, mark: each.mark === '/' || each.mark === '\\' ? '/\\'[each.half]! : each.mark })));

function cellsOf(list: readonly Mark[], { layout, date, name }: Style): string[][] {
  const lead = name === null ? [] : [name];
  const heading = name === null ? [] : ['Surname'];
  const when = DATE_STYLES[date]!;
  if (layout === 'L') {
    const rows = list.map(({ pupil, day, half, mark }) => [...lead, upnOf(pupil), when(day), half ? 'PM' : 'AM', codeOfMark(mark)!]);
    return [[...heading, 'UPN', 'Date', 'Session', 'Mark'], ...rows];
  }
  const days = new Map<string, string[]>();
  for (const { pupil, day, half, mark } of list) {
    const key = `${pupil} ${day}`;
    const row = days.get(key) ?? [...lead, upnOf(pupil), when(day), '-', '-'];
    row[lead.length + 2 + half] = codeOfMark(mark)!;
    days.set(key, row);
  }
  return [[...heading, 'UPN', 'Date', 'AM', 'PM'], ...days.values()];
}

function write(rows: readonly (readonly string[])[], { delimiter, lineEnd, encoding, quoted, endsWithLine }: Style): Uint8Array {
  const cell = (text: string, index: number): string => {
    const must = /["\r\n]/.test(text) || text.includes(delimiter);
    return must || quoted === 'always' || (quoted === 'sometimes' && index % 2 === 0) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  // Without a line ending, a last `C` may be a `C2` cut short and is refused (tested on its own): such a file gets its ending.
  const mayBeCut = ['C', 'J', 'Y'].includes(rows.at(-1)?.at(-1) ?? '');
  const text = rows.map((row) => row.map(cell).join(delimiter)).join(lineEnd) + (endsWithLine || mayBeCut ? lineEnd : '');
  switch (encoding) {
    case 'utf-8 mark': return Buffer.from(`\ufeff${text}`);
    // Latin-1 is a part of Windows-1252; the curly apostrophe is not in it.
    case 'windows-1252': return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
    case 'utf-16le': return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be': return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    default: return Buffer.from(text);
  }
}

/** What two readings of the same bytes must agree in. */
function account({ text, refusal, rowsRead, rowsRefused, rowsNearEmpty, marksAccepted, faults, notes, refusals, truncated, encoding }: Read): unknown {
  return { text, refusal, rowsRead, rowsRefused, rowsNearEmpty, marksAccepted, faults, notes, refusals, truncated, encoding };
}

async function bothWays(bytes: Uint8Array, pieces: readonly number[]): Promise<Read> {
  const fast = await read(bytes, contextOf(), pieces);
  const careful = await read(bytes, contextOf(), [], { alwaysCareful: true });
  expect(account(fast)).toEqual(account(careful));
  return fast;
}

describe('what is written is what is read', () => {
  test('any marks, layout, delimiter, encoding, line ending, date style and quoting, cut into any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(marks, style, async (list, how) => {
        const { weeks, refusal, faults, rowsRefused } = await bothWays(write(cellsOf(list, how), how), how.pieces);
        expect([refusal, faults, rowsRefused]).toEqual([null, {}, 0]);
        const expected = new Map(list.map(({ pupil, day, half, mark }) => [`${100 + pupil} ${isoOfDay(day)} ${half}`, mark]));
        if (how.layout === 'D') for (const { pupil, day } of list) for (const half of [0, 1]) {
          const key = `${100 + pupil} ${isoOfDay(day)} ${half}`;
          if (!expected.has(key)) expected.set(key, '-');
        }
        expect(marksOf(weeks)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('damage of any kind', () => {
  const good = `UPN,Date,Session,Mark\n${upnOf(0)},08/09/2025,AM,/\n`;
  const scrap = fc.constantFrom(upnOf(0), upnOf(1), '08/09/2025', '2025-09-08', 'AM', 'PM', '/', '\\', 'I', 'C2', ',', ',', ',', '"', '""', '\n', '\n', '\r\n', '\r', ' ', ';', 'é', '\0', 'x');

  test('the fast and the careful way agree on scraps of registers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scrap, { maxLength: 120 }), fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }), fc.boolean(), async (scraps, pieces, latin) => {
        await bothWays(Buffer.from(good + scraps.join(''), latin ? 'latin1' : 'utf8'), pieces);
      }),
      { numRuns: 300 },
    );
  });

  test('random bytes never break the reader', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, belowHeadings) => {
        await bothWays(belowHeadings ? Buffer.concat([Buffer.from(good), bytes]) : bytes, []);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['\n', '\r\n', '\r'])('a file cut at any byte loses only the row it was cut in (%j)', async (lineEnd) => {
    const rows = ['UPN,Date,Session,Mark,Surname', ...OPEN_DAYS.slice(0, 3).flatMap((day) => [`${upnOf(0)},${isoOfDay(day)},AM,C2,Zoë`, `"${upnOf(0)}",${isoOfDay(day)},PM,"\\","a ""b"""`])];
    const whole = Buffer.from(rows.join(lineEnd) + lineEnd);
    const all = marksOf((await bothWays(whole, [])).weeks);
    expect(all.size).toBe(6);
    for (let length = 0; length < whole.length; length++) {
      const { weeks } = await bothWays(whole.subarray(0, length), [7]);
      const found = marksOf(weeks);
      for (const [key, mark] of found) expect([length, key, mark]).toEqual([length, key, all.get(key)]);
      const wholeRows = whole.subarray(0, length).toString().split(lineEnd).length - 2;
      expect(found.size).toBeGreaterThanOrEqual(wholeRows);
    }
  });

  test('a cut behind the mark column never changes a mark, even where it is the last column', async () => {
    const text = `UPN,Date,Session,Mark\n${upnOf(0)},2025-09-08,AM,/\n${upnOf(0)},2025-09-08,PM,\\\n`;
    for (let length = 0; length < text.length; length++) {
      const found = marksOf((await read(text.slice(0, length))).weeks);
      for (const [key, mark] of found) expect([length, mark]).toEqual([length, key.endsWith('0') ? '/' : '\\']);
    }
  });
});
