import { academicYearOf } from '@attendance/shared/calendar';
import { balanceOf } from './propensity.ts';
import { gatherHouseholds } from './households.ts';
import type { World, WorldSize } from './model.ts';
import { crossBorder, linkFeederSchools, movePupils } from './movements.ts';
import { addNamedPupils } from './named-pupils.ts';
import { fillSchools, Population } from './population.ts';
import { LOCALITIES, TRUSTS, WEXMOOR } from './school-plan.ts';
import { buildSchools, SIZES } from './schools.ts';

export interface WorldOptions {
  readonly size: WorldSize;
  /** ISO day; the world knows last school year whole and this one up to here. */
  readonly today: string;
  readonly seed?: number;
}

/** Builds the practice authority in memory, without marks: those are made as files are written. The same options give the same world. */
export function buildWorld({ size, today, seed = 990 }: WorldOptions): World {
  const academicYear = academicYearOf(today);
  const schools = buildSchools(size, academicYear, seed);
  const population = new Population(schools, academicYear, today, seed);
  const nextHousehold = addNamedPupils(population);
  fillSchools(population);
  linkFeederSchools(population);
  movePupils(population);
  crossBorder(population);
  gatherHouseholds(population.pupils, nextHousehold, seed);
  const named = new Map(population.pupils.flatMap((pupil) => (pupil.key === null ? [] : [[pupil.key, pupil] as const])));
  return {
    size, seed, today, academicYear,
    authority: { code: WEXMOOR, onsCode: 'E99000990', name: 'Wexmoor Council' },
    localities: LOCALITIES.slice(0, SIZES[size].localities),
    trusts: TRUSTS.filter((trust) => schools.some((school) => school.trustId === trust.id)),
    schools,
    pupils: population.pupils,
    named,
    balance: balanceOf(population.pupils),
  };
}
