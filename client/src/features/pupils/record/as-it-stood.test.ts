import { asItStood, dayAskedFor } from './as-it-stood.ts';
import type { RegisterYear } from './record.ts';

const change = (id: string, slot: number, oldMark: string, newMark: string, changedAt: string) => ({ id, weekStart: '2026-11-09', slot, oldMark, newMark, changedAt, deliveryId: 12 });

const year: RegisterYear = {
  id: '1-2026', academicYear: 2026, enrolmentId: 1, schoolName: 'Oakmere Academy',
  weeks: [
    { weekStart: '2026-11-09', marks: 'II/\\/\\/\\/\\    ', open: 31, changed: 0b11 },
    { weekStart: '2026-11-16', marks: '/\\/\\          ', open: 31, changed: 0 },
  ],
  changes: [
    change('1', 0, 'N', 'O', '2026-11-11T09:00:00.000Z'), change('2', 0, 'O', 'I', '2026-11-13T10:41:00.000Z'),
    change('3', 1, 'N', 'I', '2026-11-13T10:41:00.000Z'),
  ],
};

describe('a register as it stood', () => {
  test('takes back later changes, one after the other', () => {
    expect(asItStood([year], '2026-11-10')[0]?.weeks[0]?.marks).toBe('NN/\\          ');
    expect(asItStood([year], '2026-11-12')[0]?.weeks[0]?.marks).toBe('ON/\\/\\/\\      ');
    expect(asItStood([year], '2026-11-13')[0]?.weeks[0]?.marks).toBe('II/\\/\\/\\/\\    ');
  });

  test('knows no later week, no later change and no year yet to begin', () => {
    const [stood] = asItStood([year], '2026-11-12');
    expect(stood?.weeks).toHaveLength(1);
    expect(stood?.changes.map(({ id }) => id)).toEqual(['1']);
    expect(stood?.weeks[0]?.changed).toBe(0b01);
    expect(asItStood([year], '2026-11-08')).toEqual([]);
  });

  test('leaves what it was given alone', () => {
    asItStood([year], '2026-11-10');
    expect(year.weeks[0]?.marks).toBe('II/\\/\\/\\/\\    ');
  });

  test('takes a change by its day in England', () => {
    const summer = { ...year, weeks: [{ weekStart: '2026-07-06', marks: 'II            ', open: 31, changed: 1 }], changes: [{ ...change('9', 0, 'N', 'I', '2026-07-07T23:30:00.000Z'), weekStart: '2026-07-06' }] };
    expect(asItStood([summer], '2026-07-07')[0]?.weeks[0]?.marks.charAt(0)).toBe('N');
    expect(asItStood([summer], '2026-07-08')[0]?.weeks[0]?.marks.charAt(0)).toBe('I');
  });

  test('shows today for a day that is none', () => {
    const today = '2026-11-19';
    expect(dayAskedFor('2026-11-06', today)).toBe('2026-11-06');
    for (const text of [null, '', 'yesterday', '2026-02-30', '2026-11-19', '2027-01-01']) expect(dayAskedFor(text, today)).toBeNull();
  });
});
