import { COMPARED_MEASURES, pointsApart, unroundedRate, type ComparedCounts, type ComparedMeasure } from '@attendance/shared/attendance';
import { academicYearLabel } from '@attendance/shared/calendar';
import { formatDate, formatList, formatNumber } from '../../../lib/format.ts';
import type { ListedMeasure } from './measures.ts';
import { periodWords, PHASE_WORDS, SERIES_LABELS, type PublishedPeriod } from './tiles-england.ts';

export interface PublishedSymbol { readonly measure: string; readonly symbol: string }
export type ComparedRates = Readonly<Record<ComparedMeasure, number | null>>;
/** What is published of one place, or of a group of places. */
export interface ComparedPlace extends PublishedPeriod { readonly source: string; readonly publishedOn: string; readonly rates: ComparedRates; readonly symbols: readonly PublishedSymbol[] }

/** Each measure: its name, the list its sessions or pupils are on, and what is counted. */
export const COMPARED: Readonly<Record<ComparedMeasure, { readonly label: string; readonly of: string; readonly list: ListedMeasure; readonly counts: string }>> = {
  absence: { label: 'Absence', of: '% of possible sessions', list: 'ABSENT', counts: 'sessions missed' },
  authorised: { label: 'Authorised', of: '% of possible sessions', list: 'AUTHORISED', counts: 'authorised sessions' },
  unauthorised: { label: 'Unauthorised', of: '% of possible sessions', list: 'UNAUTHORISED', counts: 'unauthorised sessions' },
  late: { label: 'Late (L and U)', of: '% of possible sessions', list: 'LATE', counts: 'late sessions' },
  persistent: { label: 'Persistent absence', of: '% of pupils', list: 'PERSISTENT', counts: 'persistently absent' },
  severe: { label: 'Severe absence', of: '% of pupils', list: 'SEVERE', counts: 'severely absent' },
};

/** Whether a measure counts pupils over a year from its first week; otherwise it adds up sessions of any weeks. */
export const isOfPupils = (measure: ComparedMeasure): boolean => measure === 'persistent' || measure === 'severe';

/** "1.2 points more": how far ours lies from another figure. */
export function pointsWords(points: number): string {
  if (points === 0) return 'no difference';
  return `${formatNumber(Math.abs(points), 1)} points ${points > 0 ? 'more' : 'less'}`;
}

/** "Absence is 0.7 points below last year and 0.6 points above England": unrounded rates, each difference rounded once. */
export function compareFinding(here: ComparedCounts, beside: readonly (readonly [name: string, absence: number | null])[]): string {
  const own = unroundedRate('absence', here);
  const said = beside.flatMap(([name, absence]) => {
    const points = pointsApart(own, absence);
    if (points === null) return [];
    return [points === 0 ? `no different from ${name}` : `${formatNumber(Math.abs(points), 1)} points ${points > 0 ? 'above' : 'below'} ${name}`];
  });
  return said.length === 0 ? 'There is no figure to set absence beside' : `Absence is ${formatList(said)}`;
}

/** "Daily series, 2025/26 to 10 July 2026": which figure a column holds, as short as its heading must be. */
export function columnPeriod({ academicYear, to }: PublishedPeriod): string {
  return `daily series, ${academicYearLabel(academicYear)}${to === null ? '' : ` to ${formatDate(to)}`}`;
}

/** The whole of it, under the table: series, of whom, period, source and date. */
export function columnSource(name: string, phase: string, place: ComparedPlace): string {
  return `${name}: ${(SERIES_LABELS.DAILY ?? '').toLowerCase()}, ${PHASE_WORDS[phase] ?? 'schools'}, ${periodWords(place)}. ${place.source}, published ${formatDate(place.publishedOn)}.`;
}

/** What the publisher counts to make each rate: where it shows a symbol instead, so do we. */
const MADE_OF: Readonly<Record<ComparedMeasure, readonly string[]>> = {
  absence: ['absent', 'absentPercent'], authorised: ['authorised', 'authorisedPercent'], unauthorised: ['unauthorised', 'unauthorisedPercent'],
  late: ['late'], persistent: ['persistent', 'persistentPercent'], severe: ['severe', 'severePercent'],
};

/** The publisher's symbol where a rate would stand; null where it gives none. */
export function symbolOf(symbols: readonly PublishedSymbol[], measure: ComparedMeasure): string | null {
  return symbols.find((each) => MADE_OF[measure].includes(each.measure))?.symbol ?? null;
}

const SYMBOL_WORDS: readonly (readonly [symbol: string, words: string])[] = [['c', 'suppressed by the publisher'], ['x', 'not available'], ['z', 'not applicable'], ['low', 'rounds to zero']];

/** "c: suppressed by the publisher; x: not available." All of them, or those that are shown. */
export function symbolsSentence(shown?: readonly string[]): string {
  const told = SYMBOL_WORDS.filter(([symbol]) => shown === undefined || shown.includes(symbol));
  return told.length === 0 ? '' : `${told.map(([symbol, words]) => `${symbol}: ${words}`).join('; ')}.`;
}

/** The symbols that stand in the columns of some places. */
export function symbolsShown(places: readonly ComparedPlace[]): string[] {
  return places.flatMap(({ rates, symbols }) => COMPARED_MEASURES.flatMap((measure) => (rates[measure] === null ? [symbolOf(symbols, measure) ?? ''] : [])));
}
