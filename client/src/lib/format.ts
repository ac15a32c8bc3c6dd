// Names are written out rather than asked of Intl, because browsers disagree about "Sep" and "Sept".
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;
const MINUS = '\u2212';

/** A calendar date as `YYYY-MM-DD`. */
export type IsoDate = string;

type DateParts = { year: number; month: string; monthShort: string; day: number; weekday: string; weekdayShort: string };

/** Days since 1 January 1970 of a calendar date: arithmetic with no time zone in it. */
export function dayNumber(date: IsoDate): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

function partsOf(date: IsoDate): DateParts {
  const utc = new Date(dayNumber(date) * 86_400_000);
  const weekday = DAYS[utc.getUTCDay()] ?? '';
  const month = MONTHS[utc.getUTCMonth()] ?? '';
  return {
    year: utc.getUTCFullYear(), month, monthShort: month.slice(0, 3), day: utc.getUTCDate(),
    weekday, weekdayShort: weekday.slice(0, 3),
  };
}

/** `Thu 19 Nov` */
export function formatDay(date: IsoDate): string {
  const p = partsOf(date);
  return `${p.weekdayShort} ${p.day} ${p.monthShort}`;
}

/** `19 Nov`, for axes and narrow columns */
export function formatShortDate(date: IsoDate): string {
  const p = partsOf(date);
  return `${p.day} ${p.monthShort}`;
}

/** `19 November 2026` */
export function formatDate(date: IsoDate): string {
  const p = partsOf(date);
  return `${p.day} ${p.month} ${p.year}`;
}

/** `Thursday 19 November 2026` */
export function formatLongDay(date: IsoDate): string {
  const p = partsOf(date);
  return `${p.weekday} ${p.day} ${p.month} ${p.year}`;
}

/** `Nov` */
export function formatMonth(date: IsoDate): string {
  return partsOf(date).monthShort;
}

/** `19` */
export function formatDayOfMonth(date: IsoDate): string {
  return String(partsOf(date).day);
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit',
  hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

function inLondon(instant: string | Date): { date: IsoDate; time: string } {
  const found = new Map(london.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return { date: `${get('year')}-${get('month')}-${get('day')}`, time: `${get('hour')}:${get('minute')}` };
}

/** `10:30`, in London, of an instant */
export function formatTime(instant: string | Date): string {
  return inLondon(instant).time;
}

/** `Thu 19 Nov, 10:30`, in London, of an instant */
export function formatInstant(instant: string | Date): string {
  const { date, time } = inLondon(instant);
  return `${formatDay(date)}, ${time}`;
}

/** The calendar date in London of an instant. */
export function dateOfInstant(instant: string | Date): IsoDate {
  return inLondon(instant).date;
}

/** `1,243`; a negative number carries a real minus sign */
export function formatNumber(value: number, decimals = 0): string {
  const size = Math.abs(value).toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return value < 0 && Number(size.replaceAll(',', '')) !== 0 ? MINUS + size : size;
}

/** `+0.6`, `−1.5`, `0.0` */
export function formatSigned(value: number, decimals = 1): string {
  const text = formatNumber(value, decimals);
  return value > 0 && !/^0(\.0+)?$/.test(text) ? `+${text}` : text;
}

/** `82.0%` of a percentage already worked out */
export function formatPercent(value: number, decimals = 1): string {
  return `${formatNumber(value, decimals)}%`;
}

/** `82.0%` of two counts, rounding halves up on whole numbers; `none` when there was nothing to count. */
export function formatRate(part: number, whole: number, none = 'No sessions'): string {
  if (whole === 0) return none;
  return formatPercent(Math.floor((part * 2000 + whole) / (whole * 2)) / 10);
}

/** `1 pupil`, `1,243 pupils`, `2 children` */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** `2026 to 2027` of the year an academic year starts in */
export function formatAcademicYear(start: number): string {
  return `${start} to ${start + 1}`;
}

/** `Ann, Bo and Cy` */
export function formatList(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}
