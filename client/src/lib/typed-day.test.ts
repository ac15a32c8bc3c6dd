import fc from 'fast-check';
import { isoOfDay } from '@attendance/shared/kernel';
import { dayToType, typedDay } from './typed-day.ts';

test.each([
  ['9/11/2026', '2026-11-09'], [' 09.11.2026 ', '2026-11-09'], ['9 November 2026', '2026-11-09'], ['9 nov 2026', '2026-11-09'], ['2026-11-09', '2026-11-09'], ['9 11 2026', '2026-11-09'],
  ['31/2/2026', '31/2/2026'], ['9 smarch 2026', '9 smarch 2026'], ['soon', 'soon'], ['', ''],
])('%j is %j', (typed, iso) => expect(typedDay(typed)).toBe(iso));

test('what a field shows is understood as the same day', () => fc.assert(fc.property(fc.integer({ min: 11_000, max: 40_000 }), (day) => typedDay(dayToType(isoOfDay(day))) === isoOfDay(day))));
