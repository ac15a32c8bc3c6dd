import { BLANK } from '@attendance/shared/attendance';
import { parseIsoDay } from '@attendance/shared/kernel';
import { addDays, formatDate, type IsoDate } from '../../../lib/format.ts';
import { currentEnrolments, type RegisterYear } from './record.ts';
import type { RecordView, RegisterView } from './view.ts';

/** Which sessions the list is of, where an address asks for others than all of this year. */
export interface Range {
  /** The first day; null for this year. */
  readonly from: IsoDate | null;
  /** The last day; null for as far as the marks go. */
  readonly to: IsoDate | null;
  /** The stays meant: those that run on the day shown, one by its number, or all. */
  readonly roll: 'now' | number | null;
}

/** What takes a range out of an address again. */
export const WITHOUT_RANGE = { from: null, to: null, roll: null } as const;

/** The range an address asks for: `from`, `to` (real days, in order) and `roll`; null for all of this year. Nonsense is as good as nothing. */
export function rangeIn(search: URLSearchParams): Range | null {
  const day = (key: string): IsoDate | null => { const value = search.get(key) ?? ''; return parseIsoDay(value) === null ? null : value; };
  const [from, last] = [day('from'), day('to')];
  const said = search.get('roll') ?? '';
  const roll = said === 'now' ? said : /^\d{1,9}$/.test(said) ? Number(said) : null;
  const to = from !== null && last !== null && last >= from ? last : null;
  return from === null && roll === null ? null : { from, to, roll };
}

/** The registers of a range, every session outside it blank; all of this year without one. A range may reach into years before. */
export function registersWithin(view: RecordView, registers: RegisterView, range: Range | null): readonly RegisterYear[] {
  if (range === null) return registers.thisYear;
  const stays = range.roll === null ? null : range.roll === 'now' ? currentEnrolments(view.pupil.enrolments, view.on).map(({ id }) => id) : [String(range.roll)];
  const { from, to } = range;
  return (from === null ? registers.thisYear : [...registers.thisYear, ...registers.earlier])
    .filter(({ enrolmentId }) => stays === null || stays.includes(String(enrolmentId)))
    .map((year) => (from === null ? year : { ...year, weeks: year.weeks.flatMap((week) => {
      const marks = Array.from(week.marks, (mark, slot) => { const on = addDays(week.weekStart, Math.floor(slot / 2)); return on >= from && (to === null || on <= to) ? mark : BLANK; }).join('');
      return marks.trim() === '' ? [] : [{ ...week, marks }];
    }) }))
    .filter(({ weeks }) => weeks.length > 0);
}

/** "From 19 October 2026", "From 19 October 2026 to 30 October 2026, on roll now"; the stay's school where one is meant. */
export function rangeWords({ from, to, roll }: Range, view: RecordView): string {
  const when = from === null ? 'This school year' : `From ${formatDate(from)}${to === null ? '' : ` to ${formatDate(to)}`}`;
  const where = roll === null ? '' : roll === 'now' ? ', where on roll now' : `, ${view.pupil.enrolments.find(({ id }) => id === String(roll))?.school?.name ?? 'another school'}`;
  return `${when}${where}`;
}
