import { ratePercent } from '@attendance/shared/attendance';
import { formatNumber, plural } from '../../../lib/format.ts';
import type { TileChange, TileProps } from '../../../ui/tile.tsx';
import type { ExplainedMeasure } from '../figures.generated.ts';
import { attendancePercent, lateOf, percentWords, rateWords, type GroupCounts } from './counts.ts';
import { EXPLAINED_LABELS } from './measures.ts';

export interface TileSource { readonly figures: GroupCounts; readonly lastYear: GroupCounts; readonly persistentShown: boolean }
export interface TileLinks {
  /** The rows a figure counts; nothing for people who see figures only. */
  readonly rows?: (measure: string) => string;
  readonly explain?: (measure: ExplainedMeasure) => string;
}

/** The five headline figures of an area, a phase or a school, each beside last year. */
export function headlineTiles({ figures, lastYear, persistentShown }: TileSource, links: TileLinks): TileProps[] {
  const tile = (measure: ExplainedMeasure, rows: string, more: Partial<TileProps>): TileProps => ({
    label: EXPLAINED_LABELS[measure], ...(links.rows ? { href: links.rows(rows) } : {}), ...(links.explain ? { explainHref: links.explain(measure) } : {}), ...more,
  });
  if (figures.possible === 0) return (Object.keys(EXPLAINED_LABELS) as ExplainedMeasure[]).map((measure) => ({ label: EXPLAINED_LABELS[measure], state: 'no-data' }));
  const rate = (part: (counts: GroupCounts) => number): [number | null, number | null] => [ratePercent(part(figures), figures.possible), ratePercent(part(lastYear), lastYear.possible)];
  const attendance = [attendancePercent(figures), attendancePercent(lastYear)] as const;
  const unauthorised = rate((counts) => counts.unauthorised);
  const late = rate(lateOf);
  const pupils = (measure: 'PERSISTENT' | 'SEVERE', count: number | null, before: number | null): TileProps => tile(measure, measure, {
    ...(persistentShown ? {} : { state: 'too-early' as const, reason: 'Shown after the third full week of the year' }),
    ...(persistentShown && count === null ? { state: 'suppressed' as const, reason: 'c: fewer than 5 pupils' } : {}),
    value: rateWords(count, figures.enrolments), n: count === null ? null : plural(count, 'pupil'),
    // Last year's rate is of the whole year, which this year's cannot be held against yet: no arrow.
    comparators: [{ label: 'Last year, whole year', value: rateWords(before, lastYear.enrolments, 'None') }],
  });
  return [
    tile('ATTENDANCE', 'COUNTED', { value: percentWords(attendance[0]), ...changed(attendance[0], attendance[1], 'up'), comparators: [before(attendance[1]), { label: 'Sessions missed', value: formatNumber(figures.authorised + figures.unauthorised) }] }),
    tile('UNAUTHORISED', 'UNAUTHORISED', { value: percentWords(unauthorised[0]), ...changed(...unauthorised, 'down'), comparators: [before(unauthorised[1]), { label: 'Authorised', value: rateWords(figures.authorised, figures.possible) }] }),
    pupils('PERSISTENT', figures.persistent, lastYear.persistent),
    pupils('SEVERE', figures.severe, lastYear.severe),
    tile('LATE', 'LATE', { value: percentWords(late[0]), ...changed(...late, 'down'), comparators: [{ label: 'Before close (L)', value: rateWords(figures.lateBefore, figures.possible) }, { label: 'After close (U)', value: rateWords(figures.lateAfter, figures.possible) }] }),
  ];
}

const before = (percent: number | null) => ({ label: 'Last year', value: percentWords(percent, 'None') });

function changed(now: number | null, then: number | null, good: 'up' | 'down'): { change?: TileChange } {
  const change = changeOnLastYear(now, then, good);
  return change ? { change } : {};
}

/** "up 0.4 on last year", good or bad by which way is good; nothing without a year to compare with. */
export function changeOnLastYear(now: number | null, then: number | null, good: 'up' | 'down'): TileChange | null {
  if (now === null || then === null) return null;
  // Both are tenths already: rounding again only drops what binary fractions add.
  const tenths = Math.round((now - then) * 10);
  if (tenths === 0) return { way: 'flat', tone: 'neutral', text: 'no change on last year' };
  const way = tenths > 0 ? 'up' : 'down';
  return { way, tone: way === good ? 'good' : 'bad', text: `${way} ${formatNumber(Math.abs(tenths) / 10, 1)} on last year` };
}
