import { ratePercent } from '@attendance/shared/attendance';
import { addDays } from '../../../lib/format.ts';
import type { RowsOf } from './measures.ts';

export interface WeekCounts { readonly weekStart: string; readonly possible: number; readonly authorised: number; readonly unauthorised: number; readonly lastYearPossible: number | null; readonly lastYearAbsent: number | null }
export interface HolidayBand { readonly from: string; readonly to: string; readonly label: string }
/** Percentages of possible sessions, week by week without a gap. Nothing where there was no school. */
export interface WeekRates { readonly week: string; readonly authorised: number | null; readonly unauthorised: number | null; readonly absent: number | null; readonly lastYear: number | null }

/** The Monday of the same school week of the year before. */
export const weekOfLastYear = (monday: string): string => addDays(monday, -52 * 7);

/** Said where somebody sees figures only, who may open no rows: sessions of some weeks reach them rounded. */
export const roundedWords = (rows: RowsOf): string | undefined => (rows('ABSENT') === undefined ? 'Sessions of some weeks are told to you to the nearest five, so that nobody can be recognised.' : undefined);

/** Below this part of an ordinary week's sessions, most schools of an area are on holiday. */
export const MOST_AWAY = 0.3;

/** The weeks from the first to the last as rates; nothing in holidays, where a few schools' sessions would stand for all. */
export function weekRates(weeks: readonly WeekCounts[], holidays: readonly HolidayBand[] = []): WeekRates[] {
  const isHoliday = (week: string): boolean => holidays.some(({ from, to }) => week >= from && week <= to);
  const known = new Map(weeks.filter((week) => !isHoliday(week.weekStart)).map((week) => [week.weekStart, week]));
  return mondays(weeks).map((week) => {
    const counts = known.get(week);
    if (counts === undefined) return { week, authorised: null, unauthorised: null, absent: null, lastYear: null };
    return {
      week, authorised: ratePercent(counts.authorised, counts.possible), unauthorised: ratePercent(counts.unauthorised, counts.possible),
      absent: ratePercent(counts.authorised + counts.unauthorised, counts.possible),
      lastYear: counts.lastYearPossible === null || counts.lastYearAbsent === null ? null : ratePercent(counts.lastYearAbsent, counts.lastYearPossible),
    };
  });
}

/** Holidays among the weeks: no sessions at all, or under a part of an ordinary week's. The last week may only have begun. */
export function holidayBands(weeks: readonly WeekCounts[], share = 0): HolidayBand[] {
  const sizes = weeks.map((week) => week.possible).sort((a, b) => a - b);
  const ordinary = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const known = new Map(weeks.map((week) => [week.weekStart, week.possible]));
  const all = mondays(weeks);
  const bands: { from: string; to: string }[] = [];
  for (const week of all.slice(1, -1)) {
    const possible = known.get(week) ?? 0;
    if (possible > 0 && possible >= ordinary * share) continue;
    const last = bands.at(-1);
    if (last && addDays(last.to, 7) === week) last.to = week;
    else bands.push({ from: week, to: week });
  }
  return bands.map((band) => ({ ...band, label: holidayName(band.from) }));
}

function holidayName(monday: string): string {
  const month = Number(monday.slice(5, 7));
  if (month === 12 || month === 1) return 'Christmas';
  if (month === 3 || month === 4) return 'Easter';
  return month === 7 || month === 8 ? 'Summer' : 'Half term';
}

function mondays(weeks: readonly WeekCounts[]): string[] {
  const first = weeks[0]?.weekStart;
  const last = weeks.at(-1)?.weekStart;
  const found: string[] = [];
  if (first === undefined || last === undefined) return found;
  for (let monday = first; monday <= last; monday = addDays(monday, 7)) found.push(monday);
  return found;
}
