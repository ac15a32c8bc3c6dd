import { academicYearRange, openSchoolDays } from '@attendance/shared/calendar';
import { addDays } from '@attendance/shared/kernel';
import { hasRegisters, meetingTerms } from '@attendance/shared/meetings';
import type { Cell } from './copy-rows.ts';
import { championOf } from './meetings-plan.ts';
import type { World } from './model.ts';
import { Random } from './random.ts';

export const SUMMARY_COLUMNS = 'school_id, academic_year, season, version, as_of_on, roll, possible, authorised, unauthorised, persistent, severe, concern, concerns, entered_on, by_id';
const TERMS_BACK = 4;
const WORDS = ['Most of what is missed is illness in the infants. A few in Years 9 and 10 travel far and are often late.', 'Holidays in term time again, in Years 3 to 6. We write to each family.', 'Two families are going through a hard time; our counsellor sees them weekly.'];

/** What schools that send no registers said of the terms that are over, so that a summary has one of last year to stand beside. That of the term that runs is still owed. */
export function summaryRows(world: World, user: (subject: string | null) => number | null): Cell[][] {
  const schools = world.schools.filter(({ laCode, statusCode, phase, sendsMarks }) => laCode === world.authority.code && statusCode === 1 && !sendsMarks && !hasRegisters(phase, null));
  return schools.flatMap((school) => {
    const days = openSchoolDays(school.calendar);
    const random = new Random(world.seed, 98, school.urn);
    return meetingTerms(school.calendar).filter(({ endsOn }) => endsOn < world.today).slice(-TERMS_BACK).map(({ academicYear, season, endsOn }, nth): Cell[] => {
      const asOfOn = addDays(endsOn, -14);
      const { startsOn } = academicYearRange(academicYear);
      const possible = school.roll * 2 * days.filter((day) => startsOn <= day && day <= asOfOn).length;
      const of = (whole: number, from: number, to: number): number => Math.round(whole * (from + (to - from) * random.next()));
      const persistent = of(school.roll, 0.09, 0.15);
      return [school.urn, academicYear, season, 1, asOfOn, school.roll, possible, of(possible, 0.038, 0.05), of(possible, 0.004, 0.009), persistent, Math.min(persistent, of(school.roll, 0.003, 0.012)), of(school.roll, 0.02, 0.05), WORDS[nth % WORDS.length] ?? '', addDays(asOfOn, 5), user(championOf(school))];
    });
  });
}
