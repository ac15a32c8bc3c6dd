import { joiningOf } from './index.ts';

const WEEK = '2026-08-31';

test.each<[words: string, startsOn: string, firstWeek: string | null, expected: string]>([
  ['the summer before', '2026-07-31', WEEK, 'BEFORE'], ['in August, before the doors open', '2026-08-01', WEEK, 'STARTED'], ['on the first day', '2026-09-03', WEEK, 'STARTED'], ['on the Sunday of the first week', '2026-09-06', WEEK, 'STARTED'],
  ['on the Monday after', '2026-09-07', WEEK, 'NEW'], ['in spring', '2027-02-01', WEEK, 'NEW'], ['years ago', '2022-09-05', WEEK, 'BEFORE'],
  ['a school without a calendar: the first week of September', '2026-09-06', null, 'STARTED'], ['a school without a calendar, later', '2026-09-07', null, 'NEW'],
])('%s', (_words, startsOn, firstWeek, expected) => expect(joiningOf(startsOn, 2026, firstWeek)).toBe(expected));
