import { hideNested, type HiddenSchools, type MustHide } from './suppression.ts';

/** What is counted of one school, with the part of the whole it is told in. */
export interface SchoolSums {
  readonly schoolId: number; readonly part: string;
  readonly enrolments: number; readonly persistent: number; readonly severe: number;
  readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number; readonly missing: number;
}

/** Counts that are hidden where they are small. MISSED is all absence; KINDS is authorised and unauthorised absence, which are hidden together, since they add up to it. */
export const HIDDEN_FIGURES = ['enrolments', 'persistent', 'severe', 'missed', 'kinds', 'lateBefore', 'lateAfter', 'missing'] as const;
export type HiddenFigure = (typeof HIDDEN_FIGURES)[number];

/** The smallest count that is told, and of how few pupils nothing but their number is. */
export interface SmallestTold { readonly minimum: number; readonly fewestPupils: number }

/**
 * What may not be told of schools, parts and the whole to people who may not recognise anybody. A count of pupils below the
 * minimum is hidden; so is one of sessions of a kind, which tells of no more children than it counts sessions; and of a school
 * too small for a percentage nothing is told but its number of pupils and its possible sessions. Each measure is hidden in
 * schools, parts and whole together, so that none tells what another hides.
 */
export function hideFigures(rows: readonly SchoolSums[], { minimum, fewestPupils }: SmallestTold): Readonly<Record<HiddenFigure, HiddenSchools>> {
  const isTooFew = (pupils: number): boolean => pupils > 0 && pupils < fewestPupils;
  const pupilsOf = (part: string | null): number => rows.reduce((sum, row) => sum + (part === null || row.part === part ? row.enrolments : 0), 0);
  const tooFew: MustHide = { cell: (index) => isTooFew(rows[index]!.enrolments), part: (part) => isTooFew(pupilsOf(part)) };
  const hide = (count: (row: SchoolSums) => number, mustHide: MustHide = tooFew): HiddenSchools => {
    const { cells, parts, whole } = hideNested(rows.map((row) => ({ part: row.part, count: count(row) })), minimum, mustHide);
    return { schools: new Set([...cells].map((index) => rows[index]!.schoolId)), parts, whole: whole || (mustHide === tooFew && isTooFew(pupilsOf(null))) };
  };
  const missed = hide((row) => row.authorised + row.unauthorised);
  return {
    enrolments: hide((row) => row.enrolments, {}), persistent: hide((row) => row.persistent), severe: hide((row) => row.severe), missed,
    kinds: [hide((row) => row.authorised), hide((row) => row.unauthorised), missed].reduce(hiddenInEither),
    lateBefore: hide((row) => row.lateBefore), lateAfter: hide((row) => row.lateAfter), missing: hide((row) => row.missing),
  };
}

/** What either hides. Where in neither a sum is left with one hidden part alone, there is none here. */
export function hiddenInEither(one: HiddenSchools, other: HiddenSchools): HiddenSchools {
  return { schools: new Set([...one.schools, ...other.schools]), parts: new Set([...one.parts, ...other.parts]), whole: one.whole || other.whole };
}

/** A count of sessions to the nearest `base`: for weeks and for last year, which end elsewhere for each school, so that no sum of them can be hidden in step with its parts. */
export const roundedCount = (count: number, base: number): number => (base <= 1 ? count : Math.round(count / base) * base);
