import { forenameOf, HERITAGE, ethnicityOf, nameGroupOf, surnameOf } from './heritage.ts';
import type { WorldPupil } from './model.ts';
import { Random } from './random.ts';

/** How far ahead in a shuffled locality a brother or sister is looked for. */
const WINDOW = 60;

/** Gathers pupils of a locality into households and gives each household its heritage and names. Named pupils keep theirs. */
export function gatherHouseholds(pupils: readonly WorldPupil[], firstHousehold: number, seed: number): void {
  const random = new Random(seed, 11);
  const byLocality = new Map<string, WorldPupil[]>();
  for (const pupil of pupils) {
    if (pupil.key !== null) continue;
    const list = byLocality.get(pupil.locality);
    if (list) list.push(pupil);
    else byLocality.set(pupil.locality, [pupil]);
  }
  let household = firstHousehold;
  for (const list of byLocality.values()) {
    shuffle(list, random);
    list.forEach((pupil, index) => {
      if (pupil.household === 0) nameHousehold(familyFrom(list, index, random), household++, random);
    });
  }
}

function familyFrom(list: readonly WorldPupil[], index: number, random: Random): WorldPupil[] {
  const family = [list[index]!];
  const luck = random.next();
  const wanted = luck < 0.42 ? 1 : luck < 0.82 ? 2 : luck < 0.96 ? 3 : 4;
  for (let ahead = index + 1; family.length < wanted && ahead < Math.min(list.length, index + WINDOW); ahead++) {
    const candidate = list[ahead]!;
    if (candidate.household === 0 && family.every((member) => mayBeSibling(member, candidate, random))) family.push(candidate);
  }
  return family;
}

function mayBeSibling(one: WorldPupil, other: WorldPupil, random: Random): boolean {
  const gap = Math.abs(one.year - other.year);
  if (gap >= 1 && gap <= 9) return true;
  // Twins sit in one year of one school.
  return gap === 0 && one.enrolments.at(-1)?.school === other.enrolments.at(-1)?.school && random.chance(0.12);
}

function nameHousehold(family: readonly WorldPupil[], household: number, random: Random): void {
  const ethnicity = ethnicityOf(random);
  const group = nameGroupOf(random, ethnicity);
  const surname = surnameOf(random, group);
  const eal = random.chance(HERITAGE[ethnicity]?.eal ?? 0);
  family.forEach((pupil, index) => {
    pupil.household = household;
    pupil.ethnicity = ethnicity;
    pupil.eal = eal;
    pupil.surname = index > 0 && random.chance(0.07) ? surnameOf(random, group) : surname;
    do pupil.forename = forenameOf(random, group, pupil.sex);
    while (family.some((member, place) => place < index && member.forename === pupil.forename));
    const twin = family.find((member, place) => place < index && member.year === pupil.year);
    if (twin) pupil.bornOn = twin.bornOn;
  });
}

function shuffle<T>(list: T[], random: Random): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.whole(index + 1);
    [list[index], list[other]] = [list[other]!, list[index]!];
  }
}
