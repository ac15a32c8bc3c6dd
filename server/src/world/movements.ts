import type { DayNumber } from '@attendance/shared/kernel';
import type { WorldPupil, WorldSchool } from './model.ts';
import { letterOf, type Population } from './population.ts';
import { Random } from './random.ts';
import { WEXMOOR } from './school-plan.ts';
import { firstDayOf } from './schools.ts';

/** The years pupils come from another kind of school: into Year 7 from a primary school, into Year 3 from an infant school. */
const FEEDS = [{ into: 7, from: 6 }, { into: 3, from: 2 }];

/** Gives pupils who changed school between the years their place of last year, as far as schools had places. */
export function linkFeederSchools(population: Population): void {
  const random = new Random(population.seed, 31);
  for (const { into, from } of FEEDS) {
    const places = placesByLocality(population.schools, from);
    for (const pupil of population.pupils) {
      const current = pupil.enrolments.at(-1);
      if (pupil.key !== null || !current || pupil.year !== into || current.school.years[0] !== into || current.school.phase === 'INDEPENDENT') continue;
      if (current.startsOn < firstDayOf(current.school, population.academicYear)) continue;
      const school = takePlace(places.get(pupil.locality), random);
      if (school) addEarlier(population, pupil, school, from, school.schoolYears[0].openDays.at(-1)!, 'END_OF_PHASE', firstDayOf(school, population.academicYear - 1 - from + school.years[0]!));
    }
  }
}

interface Places { readonly school: WorldSchool; left: number }

function placesByLocality(schools: readonly WorldSchool[], year: number): Map<string, Places[]> {
  const places = new Map<string, Places[]>();
  for (const school of schools) {
    if (school.years.at(-1) !== year || school.roll === 0 || school.phase === 'NURSERY') continue;
    const list = places.get(school.locality) ?? [];
    list.push({ school, left: Math.round(school.roll / school.years.length) });
    places.set(school.locality, list);
  }
  return places;
}

function takePlace(places: Places[] | undefined, random: Random): WorldSchool | null {
  const open = (places ?? []).filter((place) => place.left > 0);
  if (open.length === 0) return null;
  const place = random.pick(open);
  place.left -= 1;
  return place.school;
}

function addEarlier(population: Population, pupil: WorldPupil, school: WorldSchool, year: number, endsOn: DayNumber, leavingReason: string, startsOn: DayNumber): void {
  const letter = letterOf(pupil.id, Math.round(school.roll / school.years.length));
  pupil.enrolments.unshift(population.enrolment(school, year, letter, startsOn, { endsOn, leavingReason }));
}

/** A few pupils in a hundred change school within a year, arrive from elsewhere, or leave the area. */
export function movePupils(population: Population): void {
  const random = new Random(population.seed, 32);
  const sameKind = new Map<string, WorldSchool[]>();
  for (const school of population.schools) {
    if (school.roll === 0 || school.laCode !== WEXMOOR) continue;
    const key = `${school.phase}/${school.locality}`;
    sameKind.set(key, [...(sameKind.get(key) ?? []), school]);
  }
  for (const pupil of population.pupils) {
    const current = pupil.enrolments.at(-1);
    if (pupil.key !== null || pupil.enrolments.length !== 1 || !current || current.endsOn !== null || current.school.phase === 'NURSERY') continue;
    const luck = random.next();
    if (luck < 0.022) {
      const others = (sameKind.get(`${current.school.phase}/${pupil.locality}`) ?? []).filter((school) => school !== current.school && school.years.includes(pupil.year));
      if (others.length > 0) moveFrom(population, random, pupil, random.pick(others));
    } else if (luck < 0.03) arriveLate(population, random, pupil);
    else if (luck < 0.04) leave(population, random, pupil);
  }
}

/** The day of a change within the two years kept here, before today, with the year it falls in (0 last, 1 this). */
function dayOfChange(population: Population, random: Random, school: WorldSchool): { day: DayNumber; place: number; which: 0 | 1 } | null {
  const past = school.schoolYears[1].openDays.filter((day) => day < population.today - 7);
  const which = past.length > 12 && random.chance(past.length / 260) ? 1 : 0;
  const days = which === 1 ? past : school.schoolYears[0].openDays;
  const place = 6 + random.whole(Math.max(1, days.length - 8));
  const day = days[place];
  return day === undefined || day >= population.today - 1 ? null : { day, place, which };
}

function moveFrom(population: Population, random: Random, pupil: WorldPupil, earlier: WorldSchool): void {
  const current = pupil.enrolments[0]!;
  const change = dayOfChange(population, random, current.school);
  if (!change) return;
  const year = pupil.year - (1 - change.which);
  if (!current.school.years.includes(year) || !earlier.years.includes(year)) return;
  const startsOn = firstDayOf(earlier, population.academicYear - 1 + change.which - random.whole(year - earlier.years[0]! + 1));
  if (startsOn >= change.day - 3) return;
  pupil.enrolments.pop();
  const lastThere = change.day - random.between(1, 6);
  pupil.enrolments.push(
    population.enrolment(earlier, year, current.letter, startsOn, { endsOn: Math.max(startsOn, lastThere), leavingReason: random.chance(0.05) ? 'PERMANENT_EXCLUSION' : 'ANOTHER_SCHOOL' }),
    { ...current, startsOn: change.day },
  );
}

function arriveLate(population: Population, random: Random, pupil: WorldPupil): void {
  const current = pupil.enrolments[0]!;
  const change = dayOfChange(population, random, current.school);
  if (change && current.school.years.includes(pupil.year - (1 - change.which))) pupil.enrolments[0] = { ...current, startsOn: change.day };
}

const REASONS = ['MOVED_AWAY', 'MOVED_AWAY', 'ANOTHER_SCHOOL', 'HOME_EDUCATION', 'MOVED_ABROAD'];

function leave(population: Population, random: Random, pupil: WorldPupil): void {
  const current = pupil.enrolments[0]!;
  const change = dayOfChange(population, random, current.school);
  if (!change || change.day <= current.startsOn) return;
  const year = pupil.year - (1 - change.which);
  if (!current.school.years.includes(year)) return;
  pupil.enrolments[0] = { ...current, year, endsOn: change.day, leavingReason: random.pick(REASONS) };
}

/** Of those who left for another school, some went over the border and still live here: their new school does not send its registers. */
export function crossBorder(population: Population): void {
  const school = population.schools.find(({ laCode, sendsMarks }) => laCode !== WEXMOOR && !sendsMarks);
  if (!school) return;
  for (const pupil of population.pupils) {
    const last = pupil.enrolments.at(-1);
    if (pupil.key !== null || pupil.homeLa !== WEXMOOR || pupil.id % 2 === 0 || last?.leavingReason !== 'ANOTHER_SCHOOL' || last.endsOn === null || !school.years.includes(pupil.year)) continue;
    pupil.enrolments.push(population.enrolment(school, pupil.year, last.letter, last.endsOn + 3));
  }
}
