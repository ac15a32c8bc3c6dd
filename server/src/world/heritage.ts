import { BOYS, GIRLS, type NameGroup } from './first-names.ts';
import { SURNAMES } from './last-names.ts';
import { weighted, type Random } from './random.ts';

interface Heritage {
  /** Per thousand pupils. */
  readonly share: number;
  readonly names: readonly (readonly [NameGroup, number])[];
  /** How likely the first language is another than English. */
  readonly eal: number;
  /** Shifts absence, in standard deviations. */
  readonly shift: number;
  /** How likely the family keeps Eid. */
  readonly eid: number;
}

const plain = (group: NameGroup): Heritage['names'] => [[group, 1]];
const row = (share: number, names: Heritage['names'], eal: number, shift: number, eid = 0): Heritage => ({ share, names, eal, shift, eid });

/** Ethnicity codes of the school census with what goes along with them in the practice authority. */
export const HERITAGE: Readonly<Record<string, Heritage>> = {
  WBRI: row(670, plain('BRITISH'), 0.005, 0.06),
  WIRI: row(4, plain('IRISH'), 0.02, 0.05),
  WIRT: row(1.5, plain('IRISH'), 0.05, 1.2),
  WROM: row(4, plain('EASTERN'), 0.75, 1.0),
  WOTH: row(62, [['EASTERN', 0.75], ['SOUTHERN', 0.25]], 0.78, 0.05, 0.01),
  MWBC: row(17, plain('BRITISH'), 0.02, 0.3),
  MWBA: row(10, [['BRITISH', 0.6], ['AFRICAN', 0.4]], 0.1, 0),
  MWAS: row(16, [['BRITISH', 0.6], ['MUSLIM_ASIAN', 0.2], ['INDIAN', 0.2]], 0.1, 0, 0.2),
  MOTH: row(22, [['BRITISH', 0.6], ['SOUTHERN', 0.2], ['ARABIC', 0.2]], 0.25, 0.05, 0.1),
  AIND: row(30, plain('INDIAN'), 0.62, -0.3, 0.1),
  APKN: row(42, plain('MUSLIM_ASIAN'), 0.68, 0.02, 0.85),
  ABAN: row(14, plain('MUSLIM_ASIAN'), 0.75, -0.15, 0.85),
  AOTH: row(17, [['INDIAN', 0.4], ['ARABIC', 0.3], ['CHINESE', 0.3]], 0.7, -0.2, 0.25),
  BCRB: row(9, plain('BRITISH'), 0.03, 0.05),
  BAFR: row(40, plain('AFRICAN'), 0.55, -0.55, 0.25),
  BOTH: row(7, [['BRITISH', 0.5], ['AFRICAN', 0.5]], 0.3, -0.1, 0.1),
  CHNE: row(7, plain('CHINESE'), 0.7, -0.6),
  OOTH: row(18, plain('ARABIC'), 0.8, -0.05, 0.6),
  REFU: row(6, plain('BRITISH'), 0.05, 0.1),
  NOBT: row(4, plain('BRITISH'), 0.05, 0.1),
};

const drawEthnicity = weighted(Object.entries(HERITAGE).map(([code, { share }]) => [code, share] as const));
const drawGroup = new Map(Object.entries(HERITAGE).map(([code, { names }]) => [code, weighted(names)]));

export function ethnicityOf(random: Random): string {
  return drawEthnicity(random);
}

/** The group of names a household draws from. */
export function nameGroupOf(random: Random, ethnicity: string): NameGroup {
  return drawGroup.get(ethnicity)?.(random) ?? 'BRITISH';
}

export function surnameOf(random: Random, group: NameGroup): string {
  const names = SURNAMES[group];
  if (group === 'BRITISH' && random.chance(0.05)) return `${random.pick(names)}-${random.pick(names)}`;
  if (group === 'IRISH' && random.chance(0.3)) return `O’${random.pick(['Brien', 'Neill', 'Connell', 'Dwyer', 'Hara', 'Rourke', 'Sullivan', 'Toole'])}`;
  return random.pick(names);
}

/** A forename; early names of a list come up more often, as favourites do. */
export function forenameOf(random: Random, group: NameGroup, sex: 'M' | 'F'): string {
  const names = (sex === 'F' ? GIRLS : BOYS)[group];
  const name = names[Math.floor(random.next() ** 1.35 * names.length)]!;
  return group === 'BRITISH' && random.chance(0.02) ? `${name}-${random.pick(sex === 'F' ? ['Mae', 'Rose', 'Grace'] : ['Lee', 'Jay', 'James'])}` : name;
}
