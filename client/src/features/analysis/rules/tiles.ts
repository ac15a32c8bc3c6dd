import { formatNumber, plural } from '../../../lib/format.ts';
import type { TileChange, TileComparator, TileProps } from '../../../ui/tile.tsx';
import type { ExplainedMeasure } from '../../../graphql/schema.generated.ts';
import { absentOf, attendancePercent, HIDDEN, lateOf, percentOf, percentWords, rateWords, type GroupCounts } from './counts.ts';
import { EXPLAINED_LABELS, HEADLINES, LIST_EXPLAINED, type ListedMeasure, type RowsOf } from './measures.ts';
import { englandLine, type EnglandFigure } from './tiles-england.ts';
import { weekOfLastYear } from './weeks.ts';

export interface TileSource {
  readonly figures: GroupCounts; readonly lastYear: GroupCounts; readonly persistentShown: boolean;
  readonly weeks: readonly { readonly weekStart: string }[];
  /** Severely absent pupils on roll without a live plan, where they are counted, and their list. */
  readonly planless?: { readonly total: number; readonly href: string } | undefined;
  /** What is published of England for the same phase. */
  readonly england: readonly EnglandFigure[];
}
export interface TileLinks {
  /** The rows a figure counts; nothing for people who see figures only. */
  readonly rows: RowsOf;
  readonly explain?: ((measure: ExplainedMeasure) => string) | undefined;
}

/** The five headline figures of an area, a phase or a school, each beside last year and England. */
export function headlineTiles(source: TileSource, links: TileLinks): TileProps[] {
  const { figures, lastYear, england } = source;
  if (figures.possible === 0) return HEADLINES.map((measure) => ({ label: EXPLAINED_LABELS[measure], state: 'no-data' }));
  const rate = (part: (counts: GroupCounts) => number | null): [number | null, number | null] => [percentOf(part(figures), figures.possible), percentOf(part(lastYear), lastYear.possible)];
  const [attended, attendedBefore] = [attendancePercent(figures), attendancePercent(lastYear)];
  const unauthorised = rate((counts) => counts.unauthorised);
  const late = rate(lateOf);
  const { rows } = links;
  const tile = (measure: ExplainedMeasure, more: Partial<TileProps>): TileProps => tileOf(measure, links, more);
  const ofSessions = (measure: ListedMeasure, label: string, value: string): TileComparator => ({ label, value, href: rows(measure) });
  return [
    tile('ATTENDANCE', {
      ...sessionsTold(figures.attended, percentWords(attended)), ...changed(attended, attendedBefore, 'up'),
      comparators: [before(source, 'ATTENDED', attendedBefore, rows), ...englandLine(england, 'absence'), ofSessions('ABSENT', 'Sessions missed', countWords(absentOf(figures)))],
    }),
    tile('UNAUTHORISED', {
      ...sessionsTold(figures.unauthorised, percentWords(unauthorised[0])), ...changed(...unauthorised, 'down'),
      comparators: [before(source, 'UNAUTHORISED', unauthorised[1], rows), ...englandLine(england, 'unauthorised'), ofSessions('AUTHORISED', 'Authorised', rateWords(figures.authorised, figures.possible))],
    }),
    pupilTile('PERSISTENT', source, links),
    pupilTile('SEVERE', source, links),
    tile('LATE', {
      ...sessionsTold(lateOf(figures), percentWords(late[0])), ...changed(...late, 'down'),
      comparators: [ofSessions('LATE_BEFORE', 'Before close (L)', rateWords(figures.lateBefore, figures.possible)), ofSessions('LATE_AFTER', 'After close (U)', rateWords(figures.lateAfter, figures.possible)), ...englandLine(england, 'late')],
    }),
  ];
}

const countWords = (count: number | null): string => (count === null ? HIDDEN : formatNumber(count));

/** A rate of sessions with its count; hidden where the count is. */
function sessionsTold(count: number | null, value: string): Partial<TileProps> {
  return count === null ? { state: 'suppressed', reason: 'c: too few, or would tell what is', value: HIDDEN, n: null } : { value, n: plural(count, 'session') };
}

function tileOf(measure: ExplainedMeasure, { rows, explain }: TileLinks, more: Partial<TileProps>): TileProps {
  const href = rows(LIST_EXPLAINED[measure]);
  return { label: EXPLAINED_LABELS[measure], ...(href === undefined ? {} : { href }), ...(explain ? { explainHref: explain(measure) } : {}), ...more };
}

function pupilTile(measure: 'PERSISTENT' | 'SEVERE', source: TileSource, links: TileLinks): TileProps {
  const { figures, lastYear, persistentShown, england, planless } = source;
  const [count, then] = measure === 'PERSISTENT' ? [figures.persistent, lastYear.persistent] : [figures.severe, lastYear.severe];
  const rateThen = percentOf(then, lastYear.enrolments);
  return tileOf(measure, links, {
    ...(persistentShown ? {} : { state: 'too-early' as const, reason: 'Shown after the third full week of the year' }),
    ...(persistentShown && count === null ? { state: 'suppressed' as const, reason: 'c: fewer than 5 pupils' } : {}),
    value: rateWords(count, figures.enrolments), n: count === null ? null : plural(count, 'pupil'),
    ...(persistentShown ? changed(percentOf(count, figures.enrolments), rateThen, 'down') : {}),
    comparators: [before(source, measure, rateThen, links.rows, rateWords(then, lastYear.enrolments, 'None')), ...englandLine(england, measure === 'PERSISTENT' ? 'persistent' : 'severe'),
      ...(measure === 'SEVERE' && planless ? [comparator('No live plan, on roll', formatNumber(planless.total), planless.href)] : [])],
  });
}

/** Last year to the same school week, and its sessions or pupils. */
function before({ weeks }: TileSource, measure: ListedMeasure, percent: number | null, rows: RowsOf, words = percentWords(percent, 'None')): TileComparator {
  const last = weeks.at(-1)?.weekStart;
  return comparator('Last year', words, percent === null || last === undefined ? null : rows(measure, { to: weekOfLastYear(last) }));
}

/** A figure with its rows; words alone where there is no figure (null). */
const comparator = (label: string, value: string, href: string | undefined | null): TileComparator => (href === null ? { label, value } : { label, value, href });

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
