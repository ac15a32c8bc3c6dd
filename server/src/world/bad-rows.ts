import { dayOfIso, weekday, type DayNumber } from '@attendance/shared/kernel';
import { TARNBROOK } from './cast.ts';
import type { World, WorldPupil, WorldSchool } from './model.ts';
import { Random } from './random.ts';
import { misspelled } from './upns.ts';

/** The faults planted in a school's newest file, so that receipts have something to refuse. */
export interface BadRows {
  /** The nth pupil of the file, whose last days hold a code that is none. */
  readonly unknownCodesOf: number;
  /** A pupil whose marks go on after leaving. */
  readonly leaver: WorldPupil | null;
  misspell(upn: string): string;
  saturdayBefore(day: DayNumber): DayNumber;
}

/** One school in eight plants faults, and Tarnbrook always. */
export function badRowsOf(world: World, school: WorldSchool): BadRows | null {
  const random = new Random(world.seed, school.urn, 71);
  const chosen = random.chance(0.12);
  if (school.urn !== TARNBROOK && !chosen) return null;
  return {
    // Beyond the named pupils, whose stories must stay whole.
    unknownCodesOf: 30 + random.whole(20),
    leaver: school.urn === TARNBROOK ? (world.named.get('jamie-orme') ?? null) : leaverOf(world, school),
    misspell: misspelled,
    saturdayBefore: (day) => day - weekday(day) - 2,
  };
}

function leaverOf(world: World, school: WorldSchool): WorldPupil | null {
  const recent = dayOfIso(world.today) - 25;
  return world.pupils.find((pupil) => pupil.key === null && pupil.enrolments.some(({ school: at, endsOn }) => at === school && endsOn !== null && endsOn > recent)) ?? null;
}

/** The pupil whose rows a school's newest file sends under a misspelled name and without a number, so that they are held. */
export function isOnlyHeld(pupil: WorldPupil, school: WorldSchool): boolean {
  return pupil.key === 'aleksander-nowicky' && school.urn === TARNBROOK;
}
