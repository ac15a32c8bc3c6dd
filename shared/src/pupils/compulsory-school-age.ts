import { academicYearOf } from '../calendar/index.ts';
import { addYears, dayOfIso, dayOfParts, isoOfDay, weekday } from '../kernel/index.ts';

/** The first and last day of compulsory school age, both included. */
export interface CompulsorySchoolAge {
  startsOn: string;
  endsOn: string;
}

/** When a child is of compulsory school age: from the prescribed day on or after the fifth birthday, to the last Friday in June of the school year of the sixteenth. Source: Education Act 1996, s.8. */
export function compulsorySchoolAge(bornOn: string): CompulsorySchoolAge {
  const fifthBirthday = addYears(bornOn, 5);
  const year = fifthBirthday.slice(0, 4);
  const prescribed = [`${year}-03-31`, `${year}-08-31`, `${year}-12-31`].find((day) => day >= fifthBirthday);
  const leavingYear = academicYearOf(addYears(bornOn, 16)) + 1;
  const lastOfJune = dayOfParts(leavingYear, 6, 30);
  const lastFriday = lastOfJune - ((weekday(lastOfJune) + 3) % 7);
  return { startsOn: prescribed!, endsOn: isoOfDay(lastFriday) };
}

/** Whether a child is of compulsory school age on an ISO day. */
export function isOfCompulsorySchoolAge(bornOn: string, on: string): boolean {
  dayOfIso(on);
  const { startsOn, endsOn } = compulsorySchoolAge(bornOn);
  return startsOn <= on && on <= endsOn;
}
