import { dayOfIso, dayOfParts, weekday, type DayNumber } from '@attendance/shared/kernel';
import type { WorldEnrolment, WorldPupil, WorldSchool, YearNumber } from './model.ts';
import { Random } from './random.ts';
import { WEXMOOR } from './school-plan.ts';
import { firstDayOf } from './schools.ts';
import { drawTraits } from './traits.ts';
import { UpnIssuer } from './upns.ts';

/** Adds pupils to the world one by one, numbering them and their enrolments. */
export class Population {
  readonly pupils: WorldPupil[] = [];
  readonly upns = new UpnIssuer();
  readonly today: DayNumber;
  private enrolments = 0;
  private readonly primaries = new Map<string, WorldSchool[]>();

  constructor(readonly schools: readonly WorldSchool[], readonly academicYear: number, today: string, readonly seed: number) {
    this.today = dayOfIso(today);
    for (const school of schools) {
      if (!school.years.includes(1) || school.laCode !== WEXMOOR || school.statusCode !== 1) continue;
      const list = this.primaries.get(school.locality);
      if (list) list.push(school);
      else this.primaries.set(school.locality, [school]);
    }
  }

  enrolment(school: WorldSchool, year: YearNumber, letter: string, startsOn: DayNumber, more: Partial<WorldEnrolment> = {}): WorldEnrolment {
    this.enrolments += 1;
    return { id: this.enrolments, school, status: 'C', year, letter, startsOn, endsOn: null, leavingReason: null, ...more };
  }

  add(pupil: Omit<WorldPupil, 'id'>): WorldPupil {
    const added: WorldPupil = { id: this.pupils.length + 1, ...pupil };
    this.pupils.push(added);
    return added;
  }

  /** A pupil of a year at a school, taught there this year, or last year and gone since. */
  draw(random: Random, school: WorldSchool, year: YearNumber, letter: string, leftLastYear = false): WorldPupil {
    const taughtIn = leftLastYear ? this.academicYear - 1 : this.academicYear;
    const bornOn = dayOfParts(taughtIn - 5 - year, 9, 1) + random.whole(365);
    const traits = drawTraits(random, school.phase, year, school.climate, this.today);
    const pupil = this.add({
      key: null, upn: this.upnFor(random, school, year, taughtIn), formerUpn: null, surname: '', forename: '', preferred: null, bornOn,
      sex: random.chance(school.phase === 'SPECIAL' || school.phase === 'ALTERNATIVE' ? 0.71 : 0.51) ? 'M' : 'F',
      ethnicity: '', homeLa: random.chance(0.02) ? 991 + random.whole(2) : WEXMOOR, locality: school.locality, household: 0,
      restricted: random.chance(0.0007), year, enrolments: [], eal: false, ...traits,
    });
    // Some join later than the school's first year.
    const first = school.years[0]!;
    const joined = year > first && random.chance(0.16) ? first + 1 + random.whole(year - first) : first;
    const startsOn = firstDayOf(school, taughtIn - (year - joined));
    const enrolment = this.enrolment(school, year, letter, startsOn);
    if (leftLastYear) {
      enrolment.endsOn = year >= 11 ? lastFridayInJune(this.academicYear) : school.schoolYears[0].openDays.at(-1)!;
      enrolment.leavingReason = year >= 11 ? 'LEFT_SCHOOL' : 'END_OF_PHASE';
    }
    pupil.enrolments.push(enrolment);
    return pupil;
  }

  private upnFor(random: Random, school: WorldSchool, year: YearNumber, taughtIn: number): string | null {
    const luck = random.next();
    if (year < 0 || school.phase === 'INDEPENDENT') return luck < 0.5 ? null : this.upns.issue(school.establishmentNumber, taughtIn);
    const entry = Math.min(taughtIn, taughtIn - year);
    const from = this.primaries.get(school.locality) ?? [school];
    const issuer = school.years.includes(0) ? school : random.pick(from);
    return luck < 0.004 ? this.upns.temporary(issuer.establishmentNumber, taughtIn) : this.upns.issue(issuer.establishmentNumber, entry);
  }
}

/** The last Friday in June of a year, on which Year 11 leaves. */
export function lastFridayInJune(year: number): DayNumber {
  const last = dayOfParts(year, 6, 30);
  return last - ((weekday(last) + 3) % 7);
}

const FORM_LETTERS = 'ABCDEFGHKLMNPRTWXY';

/** How many classes a year has, and the letter of the nth pupil's class. */
export function letterOf(place: number, cohort: number): string {
  const classes = Math.max(1, Math.ceil(cohort / 30));
  return FORM_LETTERS[place % Math.min(classes, FORM_LETTERS.length)]!;
}

/** Fills every school with this year's pupils and with those who left at the end of last year. */
export function fillSchools(population: Population): void {
  const random = new Random(population.seed, 21);
  const held = new Map<string, number>();
  for (const pupil of population.pupils) {
    for (const { school } of pupil.enrolments) held.set(`${school.urn}/${pupil.year}`, (held.get(`${school.urn}/${pupil.year}`) ?? 0) + 1);
  }
  for (const school of population.schools) {
    if (school.roll === 0) continue;
    const weights = school.years.map((year) => (year >= 12 ? 0.55 : 1) * (school.phase === 'ALTERNATIVE' ? year - 5 : 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    school.years.forEach((year, index) => {
      const cohort = Math.round((school.roll * weights[index]!) / total);
      const already = held.get(`${school.urn}/${year}`) ?? 0;
      for (let place = already; place < cohort; place++) population.draw(random, school, year, letterOf(place, cohort));
      addLeavers(population, random, school, year, cohort);
    });
  }
}

/** Last year's pupils of the years that many leave school after: Year 11 and Year 13. Younger ones are linked to the school they went to. */
function addLeavers(population: Population, random: Random, school: WorldSchool, year: YearNumber, cohort: number): void {
  const top = school.years.at(-1)!;
  if (year < 11 || school.years[0]! >= 12) return;
  const leaving = year === top ? cohort : year === 11 ? Math.round(cohort * 0.45) : 0;
  for (let place = 0; place < leaving; place++) population.draw(random, school, year, letterOf(place, cohort), true);
}
