import type { SchoolCalendar } from '../calendar/index.ts';

/** The year 2026/27 of a made-up authority: 72, 53 and 65 school days. */
export const WEXMOOR: SchoolCalendar = {
  terms: ([['2026-09-03', '2026-10-23'], ['2026-11-02', '2026-12-18'], ['2027-01-05', '2027-02-12'], ['2027-02-22', '2027-03-25'], ['2027-04-13', '2027-05-28'], ['2027-06-07', '2027-07-20']] as const)
    .map(([startsOn, endsOn], index) => ({ name: `Half term ${index + 1}`, startsOn, endsOn })),
  closures: [{ on: '2027-05-03', kind: 'BANK_HOLIDAY', label: 'Early May bank holiday' }],
};
