import { dayOfParts } from '@attendance/shared/kernel';
import type { WorldEnrolment, WorldPupil, WorldSchool, YearNumber } from './model.ts';
import type { Population } from './population.ts';
import { WEXMOOR } from './school-plan.ts';
import { firstDayOf } from './schools.ts';
import { SITUATIONS_A } from './situations-a.ts';
import { SITUATIONS_B } from './situations-b.ts';
import type { Situation } from './situation-types.ts';

/** Every pupil of the cast. */
export const SITUATIONS: readonly Situation[] = [...SITUATIONS_A, ...SITUATIONS_B];

const BY_KEY = new Map(SITUATIONS.map((situation) => [situation.key, situation]));

/** The situation of a cast pupil. Throws for a key that is not in the cast. */
export function situationOf(key: string): Situation {
  const found = BY_KEY.get(key);
  if (!found) throw new Error(`No pupil of the cast is called ${key}`);
  return found;
}

/** Adds the cast pupils, who come first so that they keep their ids in every size. Returns the next free household. */
export function addNamedPupils(population: Population): number {
  const households = new Map<string, number>();
  for (const situation of SITUATIONS) {
    const family = situation.family ?? situation.key;
    if (!households.has(family)) households.set(family, households.size + 1);
    population.add(pupilOf(population, situation, households.get(family)!));
  }
  return households.size + 1;
}

function pupilOf(population: Population, situation: Situation, household: number): Omit<WorldPupil, 'id'> {
  const { academicYear, today, upns } = population;
  const [month, dayOfMonth] = situation.born.split('-').map(Number) as [number, number];
  const entry = academicYear - situation.year;
  const schoolOf = (urn: number): WorldSchool => population.schools.find((school) => school.urn === urn)!;
  const school = situation.school === null ? null : schoolOf(situation.school);
  const upn = situation.withoutUpn ? null
    : situation.upn ? upns.reserve(situation.upn.establishment, entry, situation.upn.serial)
    : upns.issue(school?.years.includes(0) ? school.establishmentNumber : 2052, entry);
  return {
    key: situation.key,
    upn,
    formerUpn: null,
    surname: situation.surname,
    forename: situation.forename,
    preferred: situation.preferred ?? null,
    bornOn: dayOfParts(entry - (month >= 9 ? 5 : 4), month, dayOfMonth),
    sex: situation.sex,
    ethnicity: situation.ethnicity ?? 'WBRI',
    homeLa: WEXMOOR,
    locality: school && school.laCode === WEXMOOR ? school.locality : 'Oakmere',
    household,
    restricted: situation.restricted ?? false,
    year: situation.year,
    enrolments: school ? enrolmentsOf(population, situation, school, schoolOf) : [],
    sen: situation.sen ?? 'N',
    need: situation.need ?? null,
    fsm: situation.fsm ?? false,
    fsm6: situation.fsm ?? false,
    eal: situation.eal ?? false,
    serviceChild: situation.serviceChild ?? false,
    youngCarer: situation.youngCarer ?? false,
    care: (situation.care ?? []).map(({ kind, daysAgo, endedDaysAgo }) => ({ kind, from: today - daysAgo, to: endedDaysAgo === undefined ? null : today - endedDaysAgo })),
  };
}

function enrolmentsOf(population: Population, situation: Situation, school: WorldSchool, schoolOf: (urn: number) => WorldSchool): WorldEnrolment[] {
  const { today, academicYear } = population;
  const letter = situation.letter ?? 'A';
  const usual = startIn(population, school, situation.year);
  const joined = situation.joinedDaysAgo === undefined ? usual : schoolDayFrom(school, today - situation.joinedDaysAgo);
  const enrolments: WorldEnrolment[] = [];
  if (situation.previous !== undefined) {
    const earlier = schoolOf(situation.previous);
    const moved = situation.joinedDaysAgo !== undefined;
    enrolments.push(population.enrolment(earlier, moved ? situation.year : situation.year - 1, 'B', startIn(population, earlier, Math.min(situation.year, 6)), {
      endsOn: moved ? joined - 3 : earlier.schoolYears[0].openDays.at(-1)!,
      leavingReason: moved ? 'ANOTHER_SCHOOL' : 'END_OF_PHASE',
    }));
  }
  enrolments.push(population.enrolment(school, situation.year, letter, joined, {
    status: situation.second ? 'M' : 'C',
    endsOn: situation.leftDaysAgo === undefined ? null : Math.max(joined, today - situation.leftDaysAgo),
    leavingReason: situation.leavingReason ?? null,
  }));
  if (situation.second) {
    const second = schoolOf(situation.second.school);
    const from = Math.max(today - situation.second.daysAgo, firstDayOf(second, academicYear));
    enrolments.push(population.enrolment(second, situation.year, letter, from, { status: 'S' }));
  }
  return enrolments;
}

function startIn(population: Population, school: WorldSchool, year: YearNumber): number {
  return firstDayOf(school, population.academicYear - Math.max(0, year - school.years[0]!));
}

/** The first open day on or after a day; the day itself where the calendars do not reach. */
function schoolDayFrom(school: WorldSchool, from: number): number {
  const days = [...school.schoolYears[0].openDays, ...school.schoolYears[1].openDays];
  return days.find((day) => day >= from) ?? from;
}
