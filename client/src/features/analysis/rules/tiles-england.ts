import { roundedRate } from '@attendance/shared/attendance';
import { academicYearLabel } from '@attendance/shared/calendar';
import { formatDate, formatPercent } from '../../../lib/format.ts';
import type { TileComparator } from '../../../ui/tile.tsx';

/** Rates in percent, not rounded. */
export interface PublishedRateValues { readonly absence: number | null; readonly unauthorised: number | null; readonly late: number | null; readonly persistent: number | null; readonly severe: number | null }
export interface PublishedPeriod { readonly academicYear: number; readonly term: string; readonly from: string | null; readonly to: string | null }
/** What is published of England in one series, for schools of a phase or for all. */
export interface EnglandFigure extends PublishedPeriod { readonly series: string; readonly phase: string; readonly source: string; readonly publishedOn: string; readonly rates: PublishedRateValues }

export const SERIES_LABELS: Readonly<Record<string, string>> = { DAILY: 'Daily series', CENSUS: 'Census series', CARE: 'Children with a social worker' };
export const PHASE_WORDS: Readonly<Record<string, string>> = { PRIMARY: 'primary schools', SECONDARY: 'secondary schools', SPECIAL: 'special schools', ALL: 'primary, secondary and special schools' };
const TERM_WORDS: Readonly<Record<string, string>> = { YEAR: 'whole year', YEAR_TO_DATE: 'year to date', AUTUMN_SPRING: 'autumn and spring terms', AUTUMN: 'autumn term', SPRING: 'spring term', SUMMER: 'summer term' };

type Measure = keyof PublishedRateValues;
const MEASURES: readonly Measure[] = ['absence', 'unauthorised', 'persistent', 'severe', 'late'];
const MEASURE_WORDS: Readonly<Record<Measure, string>> = { absence: 'attendance', unauthorised: 'unauthorised absence', persistent: 'persistent absence', severe: 'severe absence', late: 'lateness' };

/** The figure a measure is held against: of the daily series, made of registers as ours are; of the census only where that has none. */
function sourceOf(england: readonly EnglandFigure[], measure: Measure): EnglandFigure | undefined {
  return ['DAILY', 'CENSUS'].map((series) => england.find((figure) => figure.series === series && figure.rates[measure] !== null)).find((figure) => figure !== undefined);
}

/** Attendance as shown: what is left of 100 beside absence as shown. */
export function attendanceOf({ absence }: Pick<PublishedRateValues, 'absence'>): number | null {
  const shown = roundedRate(absence);
  return shown === null ? null : Math.round(1000 - shown * 10) / 10;
}

/** The line "England" of a tile, its series named where it is not the daily one; none where nothing is published. */
export function englandLine(england: readonly EnglandFigure[], measure: Measure): TileComparator[] {
  const figure = sourceOf(england, measure);
  if (figure === undefined) return [];
  const value = measure === 'absence' ? attendanceOf(figure.rates) : roundedRate(figure.rates[measure]);
  return value === null ? [] : [{ label: figure.series === 'CENSUS' ? 'England, census' : 'England', value: formatPercent(value) }];
}

/** "2025/26, year to date: 8 September 2025 to 10 July 2026" */
export function periodWords({ academicYear, term, from, to }: PublishedPeriod): string {
  const days = to === null ? '' : from === null ? `: to ${formatDate(to)}` : `: ${formatDate(from)} to ${formatDate(to)}`;
  return `${academicYearLabel(academicYear)}, ${TERM_WORDS[term] ?? term}${days}`;
}

export interface EnglandNote { readonly series: string; readonly measures: string; readonly whom: string; readonly period: string; readonly source: string; readonly publishedOn: string }

/** Where the lines "England" come from: one note for each series that a tile shows. */
export function englandNotes(england: readonly EnglandFigure[]): EnglandNote[] {
  return england.flatMap((figure) => {
    const measures = MEASURES.filter((measure) => sourceOf(england, measure) === figure).map((measure) => MEASURE_WORDS[measure]);
    if (measures.length === 0) return [];
    return [{
      series: SERIES_LABELS[figure.series] ?? figure.series, measures: measures.join(', '), whom: `pupils aged 5 to 15 in state-funded ${PHASE_WORDS[figure.phase] ?? 'schools'}`,
      period: periodWords(figure), source: figure.source, publishedOn: formatDate(figure.publishedOn),
    }];
  });
}

/** Points above or below England, from unrounded values; null without both. */
export function pointsOnEngland({ attended, possible }: { readonly attended: number | null; readonly possible: number }, absence: number | null): number | null {
  return possible === 0 || attended === null || absence === null ? null : roundedRate((attended * 100) / possible - (100 - absence));
}
