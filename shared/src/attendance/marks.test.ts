import fc from 'fast-check';
import {
  BLANK_WEEK, changedSlots, countMarks, countOf, countWeek, isWeek, MARK_ALPHABET, normaliseRawMark, overlayWeek, slotOf, withMark,
} from './index.ts';

const week = fc.array(fc.constantFrom(...MARK_ALPHABET, ' ', ' '), { minLength: 14, maxLength: 14 }).map((marks) => marks.join(''));

describe('a week of marks', () => {
  test.each([[0, false, 0], [0, true, 1], [4, true, 9], [6, true, 13]])('day %i, afternoon %s is slot %i', (day, pm, slot) =>
    expect(slotOf(day, pm)).toBe(slot));

  test('counts follow the categories', () => {
    expect(countWeek('/\\LUVpIGD-#Z  ')).toEqual({
      possible: 8, attended: 4, approved: 1, authorised: 2, unauthorised: 2, lateBefore: 1, lateAfter: 1, missing: 1,
    });
    expect(countWeek(BLANK_WEEK).possible).toBe(0);
  });

  test.each([['too short', '/\\'], ['a stranger', '8'.repeat(14)], ['beyond the alphabet', '✓'.repeat(14)]])('refuses a week that is %s', (_, text) => {
    expect(isWeek(text)).toBe(false);
    expect(() => countWeek(text)).toThrow(RangeError);
  });

  test('one session can be set', () => {
    expect(withMark(BLANK_WEEK, 3, 'I')).toBe('   I          ');
    expect(() => withMark(BLANK_WEEK, 14, 'I')).toThrow(RangeError);
  });

  test.each([
    ['a mark fills a blank', '              ', '/             ', '/             ', []],
    ['a gap keeps the mark', '/\\            ', '-             ', '/\\            ', []],
    ['a missing mark fills a blank', '/             ', ' -            ', '/-            ', []],
    ['a mark fills a missing mark', '-             ', 'O             ', 'O             ', []],
    ['a blank keeps a missing mark', '-             ', '              ', '-             ', []],
    ['a mark replaces a mark', 'NN            ', 'IN            ', 'IN            ', [{ slot: 0, was: 'N', now: 'I' }]],
  ])('%s', (_, held, incoming, merged, changes) => {
    expect(overlayWeek(held, incoming)).toBe(merged);
    expect(changedSlots(held, incoming)).toEqual(changes);
  });

  test('laying the same week over twice changes nothing more', () => {
    fc.assert(fc.property(week, week, (held, incoming) => {
      const once = overlayWeek(held, incoming);
      expect(overlayWeek(once, incoming)).toBe(once);
      expect(changedSlots(once, incoming)).toEqual([]);
      expect(isWeek(once)).toBe(true);
    }));
  });

  test('an overlay never loses a mark', () => {
    fc.assert(fc.property(week, week, (held, incoming) => {
      const merged = overlayWeek(held, incoming);
      for (let slot = 0; slot < 14; slot++) if (held[slot] !== ' ') expect(merged[slot]).not.toBe(' ');
      expect(countMarks(merged).possible).toBeGreaterThanOrEqual(countMarks(held).possible - changedSlots(held, incoming).length);
    }));
  });

  test('possible is attended and absent together, and parts add up to the whole', () => {
    fc.assert(fc.property(week, fc.nat(14), (marks, cut) => {
      const whole = countMarks(marks);
      expect(whole.attended + whole.authorised + whole.unauthorised).toBe(whole.possible);
      const left = countMarks(marks.slice(0, cut));
      const right = countMarks(marks.slice(cut));
      for (const key of Object.keys(whole) as (keyof typeof whole)[]) expect(left[key] + right[key]).toBe(whole[key]);
    }));
  });

  test('counting one set of characters', () => expect(countOf('GNOUI', 'GNO')).toBe(3));
});

describe('a cell of a register file', () => {
  test.each([
    ['/', false, '/'], ['/', true, '\\'], ['\\', false, '/'], ['\\', true, '\\'],
    [' / ', false, '/'], ['\u00a0I', false, 'I'], ['\u200bi\ufeff', true, 'I'], ['＼', true, '\\'], ['∕', false, '/'], ['⁄', false, '/'],
    ['c2', false, 'p'], ['C1', false, 'c'], ['J1', true, 'j'], ['y7', true, '7'], ['Y', true, 'Y'], ['j', false, 'J'], ['p', false, 'P'], ['Ｕ', false, 'U'],
    ['PRESENT_AM', false, '/'], ['present_pm', true, '\\'],
    ['', false, '-'], ['   ', true, '-'], ['-', false, '-'], ['--', false, '-'], ['–', false, '-'], ['*', true, '-'], ['?', false, '-'], ['.', false, '-'], ['null', false, '-'],
    ['#', false, '#'],
  ])('%j (afternoon %s) is %j', (raw, pm, mark) => expect(normaliseRawMark(raw, pm)).toEqual({ mark }));

  test.each(['Present', '!', '@', '1', '8', 'L1', '/\\', 'Y8', 'NN'])('%j is held back, not guessed', (raw) =>
    expect(normaliseRawMark(raw, false)).toEqual({ unknown: true }));
});
