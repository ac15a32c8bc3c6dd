import { NOT_RECORDED } from './cohorts.ts';

/** Where a child lives, as far as is known, and where the school of an enrolment is: in this area or not. */
export const HOMES = ['HERE', 'ELSEWHERE', NOT_RECORDED] as const;
export type Home = (typeof HOMES)[number];
export const ATTENDED_AREAS = ['HERE', 'ELSEWHERE'] as const;
export type AttendedArea = (typeof ATTENDED_AREAS)[number];

export const homeOf = (homeLa: number | null, own: number): Home => (homeLa === null ? NOT_RECORDED : homeLa === own ? 'HERE' : 'ELSEWHERE');
export const attendedAreaOf = (schoolLa: number, own: number): AttendedArea => (schoolLa === own ? 'HERE' : 'ELSEWHERE');

/** What the enrolments have that live in one place and go to school in another, or the same. */
export interface ResidencePart<Figures> { readonly home: Home; readonly attends: AttendedArea; readonly figures: Figures }

/** The parts of each total. The two share the children who live and go to school here, and are never added to each other. */
export const isBySchool = ({ attends }: Pick<ResidencePart<unknown>, 'attends'>): boolean => attends === 'HERE';
export const isByResidence = ({ home }: Pick<ResidencePart<unknown>, 'home'>): boolean => home === 'HERE';

/** Any counts, added up name by name; `none` says which names there are. */
export function sumOfParts<Figures extends Readonly<Record<keyof Figures, number>>>(parts: readonly ResidencePart<Figures>[], none: Figures): Figures {
  const names = Object.keys(none) as (keyof Figures)[];
  return parts.reduce((sum, { figures }) => Object.fromEntries(names.map((name) => [name, sum[name] + figures[name]])) as unknown as Figures, none);
}

/** Everyone on roll at schools here, everyone who lives here, and every register held: each mark once in each. */
export interface ResidenceTotals<Figures> { readonly bySchool: Figures; readonly byResidence: Figures; readonly held: Figures }

export function residenceTotals<Figures extends Readonly<Record<keyof Figures, number>>>(parts: readonly ResidencePart<Figures>[], none: Figures): ResidenceTotals<Figures> {
  return { bySchool: sumOfParts(parts.filter(isBySchool), none), byResidence: sumOfParts(parts.filter(isByResidence), none), held: sumOfParts(parts, none) };
}

/** What each total is called, and who is in it. */
export const RESIDENCE_TOTALS = {
  SCHOOL: { label: 'By school', who: 'Everyone on roll at schools in this area' },
  RESIDENCE: { label: 'By residence', who: 'Children who live in this area, wherever their register comes from' },
} as const;

/** What the children of a part are called. */
export const residencePartLabel = ({ home, attends }: Pick<ResidencePart<unknown>, 'home' | 'attends'>): string => {
  if (attends === 'HERE') return home === 'HERE' ? 'Live here, school here' : home === 'ELSEWHERE' ? 'Live elsewhere, school here' : 'Home not recorded, school here';
  return home === 'HERE' ? 'Live here, school elsewhere' : home === 'ELSEWHERE' ? 'Live elsewhere, school elsewhere' : 'Home not recorded, school elsewhere';
};

/** A stay that runs today, of a child whose home is known, and whether a register of this year is held of it. */
export interface ResidentStay { readonly pupilId: number; readonly homeLa: number | null; readonly schoolLa: number; readonly isHeld: boolean }
/** Of children who live here and are on some roll known to the portal, each once. */
export interface ResidentCoverage {
  readonly residents: number;
  readonly held: number;
  /** No register held, and a school elsewhere among those they attend. */
  readonly elsewhere: number;
  /** No register held, and every school they attend is here. */
  readonly here: number;
}

/** How much of residents' attendance the registers tell. Twin of the SQL in the server's `residence`. */
export function residentCoverage(stays: readonly ResidentStay[], own: number): ResidentCoverage {
  const children = new Map<number, { isHeld: boolean; isHere: boolean }>();
  for (const { pupilId, homeLa, schoolLa, isHeld } of stays) {
    if (homeLa !== own) continue;
    const known = children.get(pupilId) ?? { isHeld: false, isHere: true };
    children.set(pupilId, { isHeld: known.isHeld || isHeld, isHere: known.isHere && schoolLa === own });
  }
  const unheld = [...children.values()].filter((child) => !child.isHeld);
  return { residents: children.size, held: children.size - unheld.length, elsewhere: unheld.filter(({ isHere }) => !isHere).length, here: unheld.filter(({ isHere }) => isHere).length };
}

/** The two identities in words: what each total is made of, part by part; a part without anybody is not named. */
export function residenceIdentities(parts: readonly ResidencePart<{ readonly enrolments: number }>[]): readonly [bySchool: string, byResidence: string] {
  const made = (label: string, isIn: (part: Pick<ResidencePart<unknown>, 'home' | 'attends'>) => boolean): string => {
    const own = HOMES.flatMap((home) => ATTENDED_AREAS.flatMap((attends) => parts.filter((part) => part.home === home && part.attends === attends && isIn(part) && part.figures.enrolments > 0)));
    const sum = own.reduce((all, { figures }) => all + figures.enrolments, 0);
    return `${label}: ${sum.toLocaleString('en-GB')}${own.length === 0 ? '' : ` = ${own.map((part) => `${part.figures.enrolments.toLocaleString('en-GB')} (${residencePartLabel(part).toLowerCase()})`).join(' + ')}`}`;
  };
  return [made(RESIDENCE_TOTALS.SCHOOL.label, isBySchool), made(RESIDENCE_TOTALS.RESIDENCE.label, isByResidence)];
}

const children = (count: number): string => (count === 1 ? '1 child' : `${count.toLocaleString('en-GB')} children`);

/** How much the figure by residence covers, in one sentence with its denominator. */
export function coverageSentence({ residents, held }: ResidentCoverage): string {
  if (residents === 0) return 'No child on a roll held here is known to live in this area.';
  return `Registers are held of ${held.toLocaleString('en-GB')} of the ${children(residents)} known to live in this area and on a roll held here today.`;
}
