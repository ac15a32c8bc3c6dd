import { dayOfIso, type DayNumber } from '@attendance/shared/kernel';
import { forenameOf, nameGroupOf } from './heritage.ts';
import { STREETS } from './last-names.ts';
import type { World, WorldPupil } from './model.ts';
import { situationOf } from './named-pupils.ts';
import { Random } from './random.ts';

/** An adult as one child's record speaks of them. Brothers and sisters share `carerId`. */
export interface WorldCarer {
  readonly carerId: number;
  readonly fullName: string;
  readonly telephone: string | null;
  readonly relationship: string;
  readonly responsibility: boolean;
  readonly livesWith: boolean;
  readonly contactAllowed: boolean;
  readonly safeContact: string | null;
}

export interface WorldAddress {
  readonly lines: string;
  readonly postcode: string;
  readonly from: DayNumber;
  readonly isProtected: boolean;
}

const SAFE = ['Text first, ring after 15:00.', 'Mobile only. No letters.', 'Through the school office only.', 'Speak to her alone; she rings back.'];

/** The first pupil of each household, whose situation tells of the whole family. */
export function headsOf(world: World): Map<number, WorldPupil> {
  const heads = new Map<number, WorldPupil>();
  for (const pupil of world.pupils) if (!heads.has(pupil.household)) heads.set(pupil.household, pupil);
  return heads;
}

/** The adults of a pupil's household, made again from its number each time: they need no memory. */
export function carersOf(world: World, pupil: WorldPupil, head: WorldPupil): WorldCarer[] {
  const random = new Random(world.seed, pupil.household, 51);
  const phone = (): string => `07700 900 ${String(random.between(0, 999)).padStart(3, '0')}`; // a range kept free for made-up numbers
  const told = head.key === null ? undefined : situationOf(head.key).carers;
  if (told) {
    return told.map((carer, index) => ({
      carerId: pupil.household * 2 - 1 + index,
      fullName: carer.fullName,
      telephone: phone(),
      relationship: carer.relationship,
      responsibility: carer.responsibility ?? true,
      livesWith: carer.livesWith ?? true,
      contactAllowed: carer.contactAllowed ?? true,
      safeContact: carer.safeContact ?? null,
    }));
  }
  const group = nameGroupOf(random, head.ethnicity);
  const kin = random.next();
  const first = kin < 0.93 ? 'Mother' : kin < 0.97 ? 'Father' : kin < 0.985 ? 'Grandmother' : 'Guardian';
  const mother: WorldCarer = {
    carerId: pupil.household * 2 - 1,
    fullName: `${forenameOf(random, group, first === 'Father' ? 'M' : 'F')} ${head.surname}`,
    telephone: random.chance(0.97) ? phone() : null,
    relationship: first,
    responsibility: first !== 'Grandmother' || random.chance(0.5),
    livesWith: true,
    contactAllowed: true,
    safeContact: random.chance(0.006) ? random.pick(SAFE) : null,
  };
  if (!random.chance(0.72)) return [mother];
  const isApart = random.chance(0.27);
  const mayBeTold = !isApart || random.chance(0.94);
  return [mother, {
    carerId: pupil.household * 2,
    fullName: `${forenameOf(random, group, first === 'Father' ? 'F' : 'M')} ${head.surname}`,
    telephone: random.chance(0.9) ? phone() : null,
    relationship: first === 'Father' ? 'Mother' : random.chance(0.08) ? 'Stepfather' : 'Father',
    responsibility: random.chance(0.9),
    livesWith: !isApart,
    contactAllowed: mayBeTold,
    safeContact: mayBeTold ? null : 'Give no information.',
  }];
}

/** Where a household lives. A few addresses are protected, for every child there. */
export function addressOf(world: World, pupil: WorldPupil, head: WorldPupil): WorldAddress {
  const random = new Random(world.seed, pupil.household, 52);
  const place = Math.max(0, world.localities.indexOf(pupil.locality));
  return {
    lines: `${random.between(1, 140)} ${random.pick(STREETS)}, ${pupil.locality}`,
    postcode: `WX${place + 1} ${random.between(1, 9)}${'ABDEFGHJLNPQRSTUWXYZ'[random.whole(20)]!}${'ABDEFGHJLNPQRSTUWXYZ'[random.whole(20)]!}`,
    from: dayOfIso(`${world.academicYear - random.between(1, 8)}-0${random.between(1, 9)}-11`),
    isProtected: head.key === null ? random.chance(0.0012) : (situationOf(head.key).protectedAddress ?? false),
  };
}
