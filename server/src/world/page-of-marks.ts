import { weekday, type DayNumber } from '@attendance/shared/kernel';
import type { SchoolDays } from './school-days.ts';
import type { YearMarks } from './year-marks.ts';

const PRESENT = ['/', '\\'];

/** A pupil's year as a story writes on it: days are places in the school's year, and writing outside the pupil's own days does nothing. */
export class PageOfMarks {
  /** The newest day whose marks are all in: the last school day before today. */
  readonly last: number;

  constructor(private readonly maker: YearMarks, private readonly year: SchoolDays, private readonly today: DayNumber) {
    let last = -1;
    while (last + 1 < year.length && year.days[last + 1]! < today) last++;
    this.last = last;
  }

  get length(): number {
    return this.year.length;
  }

  get first(): number {
    return this.maker.from;
  }

  /** Sessions from the pupil's first day to the newest. */
  get sessions(): number {
    return Math.max(0, Math.min(this.last + 1, this.maker.to) - this.maker.from) * 2;
  }

  dateOf(day: number): DayNumber | undefined {
    return this.year.days[day];
  }

  weekdayOf(day: number): number {
    const date = this.year.days[day];
    return date === undefined ? 6 : weekday(date);
  }

  isSince(day: number, daysAgo: number): boolean {
    const date = this.year.days[day];
    return date !== undefined && date >= this.today - daysAgo;
  }

  put(day: number, morning: string, afternoon: string): this {
    if (day >= this.maker.from && day < this.maker.to) {
      this.maker.marks[day * 2] = morning.charCodeAt(0);
      this.maker.marks[day * 2 + 1] = afternoon.charCodeAt(0);
    }
    return this;
  }

  both(day: number, mark: string): this {
    return this.put(day, mark, mark);
  }

  run(from: number, to: number, mark: string): void {
    for (let day = Math.max(from, this.first); day < to; day++) this.put(day, mark, mark);
  }

  /** Turns marks of the set into present ones, from one day up to but not including another. */
  clear(marks: string, from: number, to: number): void {
    for (let slot = Math.max(from, this.maker.from) * 2; slot < Math.min(to, this.maker.to) * 2; slot++) {
      const mark = this.maker.marks[slot]!;
      if (mark !== 0 && marks.includes(String.fromCharCode(mark))) this.maker.marks[slot] = PRESENT[slot % 2]!.charCodeAt(0);
    }
  }

  /** The newest days of a kind, newest first, not further back than so many school days. */
  recent(wanted: (weekday: number) => boolean, back: number): number[] {
    const found: number[] = [];
    for (let day = this.last; day >= Math.max(this.first, this.last - back); day--) if (wanted(this.weekdayOf(day))) found.push(day);
    return found;
  }

  /** Present throughout, but for exactly so many sessions: `away` days of every `cycle`, newest first. */
  exactly(sessions: number, markOf: (day: number) => string, cycle: number, away: number): void {
    for (let day = this.first; day < this.length; day++) this.put(day, '/', '\\');
    let left = sessions;
    const give = (day: number): void => {
      if (left <= 0 || day < this.maker.from || day >= this.maker.to || this.maker.marks[day * 2] !== PRESENT[0]!.charCodeAt(0)) return;
      this.put(day, markOf(day), left > 1 ? markOf(day) : '\\');
      left -= Math.min(2, left);
    };
    for (let day = this.last; day >= this.first; day--) if ((this.last - day) % cycle >= 1 && (this.last - day) % cycle <= away) give(day);
    for (let day = this.first; day <= this.last; day++) give(day);
  }
}
