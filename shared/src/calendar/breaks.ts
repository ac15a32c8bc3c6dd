import { addDays, dayOfIso, weekday } from '../kernel/index.ts';
import { ENGLAND_BANK_HOLIDAYS } from './bank-holidays.ts';
import { ClosureKind, type SchoolClosure, type SchoolTerm } from './school-calendar.ts';

/** Days between two that a school is shut, both included. */
export interface Break {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The day itself, or the next one that is no Saturday or Sunday, in the direction of the step. */
function offWeekend(day: string, step: 1 | -1): string {
  return weekday(dayOfIso(day)) < 5 ? day : offWeekend(addDays(day, step), step);
}

/** Terms with the breaks taken out: one that a break cuts in two becomes two, numbered ("Autumn 1", "Autumn 2"), which end and begin on weekdays. */
export function termsWithoutBreaks(terms: readonly SchoolTerm[], breaks: readonly Break[]): SchoolTerm[] {
  const inOrder = [...breaks].sort((one, other) => one.startsOn.localeCompare(other.startsOn));
  return terms.flatMap((term) => {
    const pieces: { startsOn: string; endsOn: string }[] = [];
    let from = term.startsOn;
    for (const pause of inOrder) {
      if (pause.endsOn < from || pause.startsOn > term.endsOn) continue;
      const endsOn = offWeekend(addDays(pause.startsOn, -1), -1);
      if (endsOn >= from) pieces.push({ startsOn: from, endsOn });
      from = offWeekend(addDays(pause.endsOn, 1), 1);
    }
    if (from <= term.endsOn) pieces.push({ startsOn: from, endsOn: term.endsOn });
    return pieces.map((piece, index) => ({ name: pieces.length === 1 ? term.name : `${term.name} ${index + 1}`, ...piece }));
  });
}

/** The bank holidays within terms: schools are shut then, whether or not their list of dates says so. */
export function bankHolidaysWithin(terms: readonly SchoolTerm[]): SchoolClosure[] {
  return Object.values(ENGLAND_BANK_HOLIDAYS).flat()
    .filter((day) => terms.some((term) => term.startsOn <= day && day <= term.endsOn))
    .map((on) => ({ on, kind: ClosureKind.BANK_HOLIDAY, label: 'Bank holiday' }));
}
