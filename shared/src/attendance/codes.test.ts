import {
  Category, CodeWarning, codeOfMark, codeWarning, COUNTED_MARKS, findCode, findCodeOfMark, MARK_ALPHABET, markOfCode,
  MARKS_BY_CATEGORY, MARKS_COUNTING_FOR, NATIONAL_CODES,
} from './index.ts';

const sorted = (text: string) => [...text].sort().join('');

describe('the national codes', () => {
  test.each([
    [Category.PRESENT, '/\\L'],
    [Category.APPROVED_EDUCATION, 'KVPWBJ'],
    [Category.AUTHORISED, 'cjMSpCTRIEHF'],
    [Category.UNAUTHORISED, 'GNOU'],
    [Category.NOT_POSSIBLE, 'DXQ1234567Y'],
    [Category.ADMIN, 'Z#'],
    [Category.MISSING, '-'],
  ])('%s is exactly %s', (category, marks) => expect(sorted(MARKS_BY_CATEGORY[category])).toBe(sorted(marks)));

  test.each([
    ['possible', '/\\LKVPWBJcjMSpCTRIEHFGNOU'],
    ['attended', '/\\LKVPWBJ'],
    ['lateBefore', 'L'],
    ['lateAfter', 'U'],
    ['missing', '-'],
  ] as const)('the database counts %s over %s', (name, marks) => expect(sorted(COUNTED_MARKS[name])).toBe(sorted(marks)));

  test.each([
    ['penalty', 'GNOU'],
    ['tenDayReturn', 'GNOU'],
    ['twentyDayDeletion', 'GNO'],
    ['sicknessReturn', 'I'],
    ['temporary', 'N'],
  ] as const)('%s looks at %s', (name, marks) => expect(sorted(MARKS_COUNTING_FOR[name])).toBe(sorted(marks)));

  test('each code has its own character, and each character its own code', () => {
    expect(new Set(MARK_ALPHABET).size).toBe(NATIONAL_CODES.length);
    for (const entry of NATIONAL_CODES) {
      expect(entry.mark).toHaveLength(1);
      expect(codeOfMark(entry.mark)).toBe(entry.code);
      expect(markOfCode(entry.code)).toBe(entry.mark);
      expect(findCode(entry.code)).toBe(findCodeOfMark(entry.mark));
    }
  });

  test.each([['C1', 'c'], ['C2', 'p'], ['J1', 'j'], ['Y1', '1'], ['Y7', '7'], ['\\', '\\'], ['-', '-']])(
    '%s is written %s in a week', (code, mark) => expect(markOfCode(code)).toBe(mark));

  test('a blank and a stranger stand for no code', () => {
    expect([codeOfMark(' '), codeOfMark('8'), markOfCode('L1'), findCode('@')]).toEqual([null, null, null, undefined]);
  });

  test.each([
    ['C2', '2024-08-18', CodeWarning.NOT_YET_IN_USE],
    ['C2', '2024-08-19', null],
    ['K', '2024-05-01', CodeWarning.NOT_YET_IN_USE],
    ['H', '2024-08-18', null],
    ['H', '2024-08-19', CodeWarning.RETIRED],
    ['Y', '2025-09-01', CodeWarning.RETIRED],
    ['J', '2026-01-05', CodeWarning.RETIRED],
    ['I', '2010-01-04', null],
    ['L1', '2025-09-01', CodeWarning.UNKNOWN],
  ])('%s on %s: %s', (code, day, warning) => expect(codeWarning(code, day)).toBe(warning));
});
