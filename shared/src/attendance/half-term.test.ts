import { halfTermFrom } from './index.ts';

const WEEKS = ['2026-07-13', '2026-08-31', '2026-09-07', '2026-10-19', '2026-11-02', '2026-11-09'].map((weekStart) => ({ weekStart, openDays: 31 }));
const CALENDAR = [...WEEKS, { weekStart: '2026-10-26', openDays: 0 }, { weekStart: '2026-10-12', openDays: 1 }];

test.each([
  ['in its first week', '2026-11-02', '2026-11-02'], ['later', '2026-11-20', '2026-11-02'], ['in the holiday, the one before', '2026-10-30', '2026-10-12'], ['a week of one open day is a school week', '2026-10-23', '2026-10-12'],
  ['over a summer', '2026-08-20', '2026-07-13'], ['before anything', '2026-07-01', null],
])('%s', (_words, on, from) => expect(halfTermFrom(CALENDAR, on)).toBe(from));
