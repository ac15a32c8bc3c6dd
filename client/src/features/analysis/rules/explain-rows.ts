import { cohortLabel, LIST_TITLES, tooEarlyWords, type ListKind } from '@attendance/shared/attendance';
import { formatDate, formatNumber, formatRate, plural } from '../../../lib/format.ts';
import type { ExplainedMeasure } from '../../../graphql/schema.generated.ts';
import type { RowsExplanationPartsFragment } from '../parts/explain-rows-sheet.generated.ts';
import { workFilterIn, workListHref, workListIn, keptOf } from '../parts/work-filter.ts';
import { axisLabel } from './cohorts.ts';
import type { GroupKey } from './explain-groups.ts';
import { LISTED, type ListedMeasure } from './measures.ts';
import { slotWords } from './patterns.ts';
import { phaseSchools } from './phases.ts';
import { filterIn } from './rows-filter.ts';
import { yearWords } from './sentences.ts';
import { spanIn, spanWords } from './span.ts';

/** What an address says of the page, and not of the rows. */
const OF_THE_PAGE = ['explain', 'page', 'take', 'sort', 'direction', 'definition', 'side', 'reason'];

/** The rows an address asks for, without how they are shown: what a figure is asked with, for every page that shows some of it. */
export function rowsIn(search: URLSearchParams): URLSearchParams {
  const rows = new URLSearchParams(search);
  for (const key of OF_THE_PAGE) rows.delete(key);
  return rows;
}

/** Where the enrolments of a line are named: the address of the rows, and the line. */
export function rowsLineHref(search: URLSearchParams, list: ListKind | null, { definition, side, reason }: GroupKey): string {
  const rows = rowsIn(search);
  if (list !== null) rows.set('list', list);
  for (const [key, value] of Object.entries({ definition, side, reason })) rows.set(key, value);
  return `/explained/rows?${rows.toString()}`;
}

/** The same rows by another measure. */
export function otherRowsHref(search: URLSearchParams, measure: ListedMeasure): string {
  const rows = rowsIn(search);
  rows.set('measure', measure);
  return `/pupils?${rows.toString()}`;
}

/** The figure an address names, as the server takes it, with the way back to its explanation. */
export function figureIn(search: URLSearchParams) {
  const word = search.get('list');
  const list = word === null ? null : workListIn(word.toLowerCase().replaceAll('_', '-'));
  if (list !== null) {
    const of = workFilterIn(search);
    return { list, figure: { list, of }, measure: 'REGISTERED' as const, back: withExplanation(workListHref(list, keptOf(of))), schoolId: of.schoolId };
  }
  const rows = filterIn(search);
  return { list, figure: { rows }, measure: rows.measure, back: withExplanation(`/pupils?${rowsIn(search).toString()}`), schoolId: rows.schoolId };
}
const withExplanation = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}explain=yes`;

/** "Persistently absent: missed 10% or more, at Oakmere Academy, SEN: K, in the week of 9 November 2026": which figure a line is of. */
export function figureWords(search: URLSearchParams, school: string | null): string {
  const { list } = figureIn(search);
  const { measure, phase, ncYear, mine, silent, axis, value, across, acrossValue, slot, code } = filterIn(search);
  const place = [school && `at ${school}`, phase && `in ${phaseSchools(phase)}`, ncYear && `in ${yearWords(ncYear)}`, mine && 'in my schools'];
  if (list !== null) return [LIST_TITLES[list], ...place].filter(Boolean).join(', ');
  const groups = ([[axis, value], [across, acrossValue]] as const).map(([by, one]) => by !== null && one !== null && `${axisLabel(by)}: ${cohortLabel(by, one)}`);
  return [code === null ? LISTED[measure] : `Sessions with code ${code}`, ...place, silent && 'at silent schools', ...groups, slot !== null && `on ${slotWords(slot)}s`, spanWords(spanIn(search))].filter(Boolean).join(', ');
}

/** "343 of 1,146 enrolments, 29.9%", or a count with its rows: what a person reads first. */
export function rowsSentence({ part, whole, rows, ofSessions, plainCount, tooEarly, list }: RowsExplanationPartsFragment, today: string): string {
  if (tooEarly || part === null) return tooEarlyWords(today);
  if (plainCount) return ofSessions ? `${plural(part, 'session')} of ${plural(rows ?? 0, 'enrolment')}` : `${plural(part, 'enrolment')}${list === null ? '' : ' on this list'}`;
  return `${formatNumber(part)} of ${plural(whole, ofSessions ? 'session' : 'enrolment')}, ${formatRate(part, whole)}${ofSessions ? `: the sessions of ${plural(rows ?? 0, 'enrolment')}` : ''}`;
}

/** "Persistently absent from: 10%. Since 1 September 2015. Source: …" */
export function thresholdWords({ words, from, source }: RowsExplanationPartsFragment['thresholds'][number]): string {
  return `${words}. ${from < '2001' ? 'In force for all years held here' : `In force since ${formatDate(from)}`}. Source: ${source}`;
}

/** The headline whose codes a figure counts; none for a list of work, and for one code. */
export function codesFor(measure: ListedMeasure | null): ExplainedMeasure | null {
  if (measure === null || measure === 'CODED') return null;
  if (measure === 'ATTENDED' || measure === 'POSSIBLE') return 'ATTENDANCE';
  if (measure === 'LATE' || measure === 'LATE_BEFORE' || measure === 'LATE_AFTER') return 'LATE';
  return measure === 'MISSING' || measure === 'EXPECTED' ? 'MISSING' : 'PERSISTENT';
}

