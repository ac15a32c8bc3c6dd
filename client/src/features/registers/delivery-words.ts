import { formatDate, formatDay, formatNumber, plural } from '../../lib/format.ts';

export type Standing = { readonly status: string; readonly percentRead: number };

/** Still on its way: worth asking again in a second. */
export function isReading({ status }: Pick<Standing, 'status'>): boolean {
  return status === 'WAITING' || status === 'READING' || status === 'RECEIVED';
}

/** Read and kept, whether or not it was undone later: there is a receipt of its marks. */
export function wasKept({ status }: Pick<Standing, 'status'>): boolean {
  return status === 'KEPT' || status === 'UNDONE';
}

/** Nothing was kept, or some of its rows were not. */
export function needsPerson({ status, rowsRefused }: Pick<Standing, 'status'> & { readonly rowsRefused: number }): boolean {
  return status === 'REFUSED' || status === 'INTERRUPTED' || (status === 'KEPT' && rowsRefused > 0);
}

/** "2,134 marks of 1,023 pupils, in 1,050 weeks": what undoing puts back. */
export function putBackWords({ marks, pupils, weeks }: { readonly marks: number; readonly pupils: number; readonly weeks: number }): string {
  return `${plural(marks, 'mark')} of ${plural(pupils, 'pupil')}, in ${plural(weeks, 'register week')}`;
}

/** "Kept", "Being read, 40%", "Interrupted: send it again": where a delivery stands, in words. */
export function statusWords({ status, percentRead }: Standing): string {
  if (status === 'WAITING') return 'Waiting its turn';
  if (isReading({ status })) return percentRead > 0 ? `Being read, ${percentRead}%` : 'Waiting to be read';
  if (status === 'KEPT') return 'Kept';
  if (status === 'UNDONE') return 'Undone';
  return status === 'REFUSED' ? 'Refused: nothing kept' : 'Interrupted: send it again';
}

export type Counts = {
  readonly layout: string | null;
  readonly rowsRead: number;
  readonly rowsRepeated: number;
  readonly rowsRefused: number;
  readonly marksNew: number;
  readonly marksChanged: number;
  readonly marksSame: number;
};

export function marksKept({ marksNew, marksChanged, marksSame }: Counts): number {
  return marksNew + marksChanged + marksSame;
}

/** A file with one row a day holds two marks in each row; any other holds one. */
export const isByDay = ({ layout }: Pick<Counts, 'layout'>): boolean => layout === 'D';

/** The whole receipt in one sentence: "Kept: 101,954 of 102,000 marks. 46 rows need a person". */
export function keptSentence(counts: Counts): string {
  const { rowsRefused, rowsRead } = counts;
  const kept = marksKept(counts);
  if (rowsRefused === 0) return kept === 0 ? 'Read: the file holds no mark to keep' : `Kept: all ${plural(kept, 'mark')}`;
  const need = `${plural(rowsRefused, 'row')} ${rowsRefused === 1 ? 'needs' : 'need'} a person`;
  const of = isByDay(counts) ? `${plural(kept, 'mark')} from ${plural(rowsRead, 'row')}` : `${formatNumber(kept)} of ${plural(kept + rowsRefused, 'mark')}`;
  return `Kept: ${of}. ${need}`;
}

/** Rows with no mark in them: on a day the school is closed, or left empty. Never below nothing. */
export function rowsWithoutMark(counts: Counts): number {
  return isByDay(counts) ? 0 : Math.max(0, counts.rowsRead - marksKept(counts) - counts.rowsRepeated - counts.rowsRefused);
}

/** How the figures add up, said so that anybody can check it; nothing where they cannot be added. */
export function sumSentence(counts: Counts): string {
  const { rowsRead, rowsRepeated, rowsRefused, marksNew, marksChanged, marksSame } = counts;
  const kept = marksKept(counts);
  if (isByDay(counts)) {
    const parts = [marksNew, marksChanged, marksSame].map((n) => formatNumber(n)).join(' + ');
    const rest = rowsRead * 2 - kept;
    return `Each row holds a morning and an afternoon: ${plural(rowsRead, 'row')}, ${plural(rowsRead * 2, 'place')} for a mark. Kept: ${parts} = ${formatNumber(kept)}.${rest > 0 ? ` The other ${formatNumber(rest)} were empty, repeated or refused.` : ''}`;
  }
  const aside = rowsWithoutMark(counts);
  const parts = [marksNew, marksChanged, marksSame, ...(rowsRepeated > 0 ? [rowsRepeated] : []), ...(aside > 0 ? [aside] : []), rowsRefused];
  const total = parts.reduce((sum, n) => sum + n, 0);
  return total === rowsRead ? `Totals add up: ${parts.map((n) => formatNumber(n)).join(' + ')} = ${formatNumber(rowsRead)}.` : '';
}

/** "Thu 3 Sep to Wed 18 Nov"; one day once, and the years where there are two of them. */
export function spanWords(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return null;
  if (first.slice(0, 4) !== last.slice(0, 4)) return `${formatDate(first)} to ${formatDate(last)}`;
  return first === last ? formatDay(last) : `${formatDay(first)} to ${formatDay(last)}`;
}

/** "4.1 MB", "812 KB" */
export function sizeWords(kilobytes: number): string {
  return kilobytes < 1000 ? `${formatNumber(Math.max(1, kilobytes))} KB` : `${formatNumber(kilobytes / 1024, 1)} MB`;
}

const LAYOUTS: Readonly<Record<string, string>> = { L: 'One row for each mark', D: 'One row for each day, with two marks' };
const DELIMITERS: Readonly<Record<string, string>> = { ',': 'Commas', ';': 'Semicolons', '\t': 'Tabs', '|': 'Upright bars' };
const ENCODINGS: Readonly<Record<string, string>> = {
  ascii: 'Plain letters, no accents', 'utf-8': 'UTF-8', 'windows-1252': 'Windows (1252)', mixed: 'UTF-8 and Windows mixed: both were read', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16',
};
const ORDERS: Readonly<Record<string, string>> = { 'year-first': 'Year, month, day', 'day-first': 'Day, month, year', 'month-first': 'Month, day, year' };
const FIELDS: Readonly<Record<string, string>> = {
  upn: 'Pupil number (UPN)', localId: 'The school’s own pupil number', school: 'School', date: 'Date', session: 'Morning or afternoon', mark: 'Mark', am: 'Morning mark', pm: 'Afternoon mark',
  minutesLate: 'Minutes late', forename: 'First name', surname: 'Last name', fullName: 'Name', dob: 'Date of birth', sex: 'Sex', year: 'Year group', form: 'Form', comment: 'Comment',
  possible: 'Possible sessions', attended: 'Attended sessions', authorised: 'Authorised absences', unauthorised: 'Unauthorised absences', late: 'Times late', percent: 'Percentage',
};

const wordsFrom = (table: Readonly<Record<string, string>>) => (value: string | null): string | null => (value === null ? null : (table[value] ?? null));
export const layoutWords = wordsFrom(LAYOUTS);
export const delimiterWords = wordsFrom(DELIMITERS);
export const encodingWords = wordsFrom(ENCODINGS);
export const dateOrderWords = wordsFrom(ORDERS);

export function fieldWords(field: string): string {
  return FIELDS[field] ?? field;
}

const SOURCES: Readonly<Record<string, string>> = { COMMAND: 'the command line', API: 'a school system', PRACTICE: 'the practice authority' };

/** "sent by Sandra Marlow", "sent by a school system" */
export function senderWords({ sentBy, source }: { readonly sentBy: string | null; readonly source: string }): string {
  const through = SOURCES[source];
  return `sent by ${sentBy ?? through ?? 'somebody'}`;
}

const STEPS = ['RECEIVED', 'UNDERSTOOD', 'READING', 'COMPARING', 'KEPT'] as const;
/** Of the whole way, what each part takes: reading is most of it. */
const READ_SHARE = 0.85;

/** How many of the five steps are behind a delivery, and how far along the whole way it is. */
export function progressOf({ step, percentRead }: { readonly step: string; readonly percentRead: number }): { done: number; share: number } {
  // Columns are matched in the first moments of reading, so once rows count, that step is done.
  const at = STEPS.findIndex((each) => each === step);
  const done = step === 'KEPT' ? STEPS.length : step === 'COMPARING' ? 3 : at >= 1 || percentRead > 0 ? 2 : 1;
  return { done, share: step === 'KEPT' ? 1 : step === 'COMPARING' ? 0.92 : (percentRead / 100) * READ_SHARE };
}

/** A heading for a reason, without its full stop so that a count can follow. */
export function reasonHeading(why: string, count: number, byDay: boolean): string {
  return `${why.replace(/\.$/, '')}: ${plural(count, byDay ? 'mark' : 'row')}`;
}
