import { ruleValue } from '../kernel/index.ts';

/** What is known of a school's pupils, in counts of enrolments with a possible session this year. */
export interface ContextCounts {
  readonly pupils: number;
  /** Eligible for free school meals at any time in the last six years. */
  readonly fsm6: number;
  readonly senSupport: number;
  readonly senPlan: number;
  /** First language other than English, and believed to be. */
  readonly eal: number; readonly ealBelieved: number;
}
/** A school that may be compared: its phase says its kind as well, since special schools and alternative provision are phases of their own. */
export interface ContextSchool extends ContextCounts { readonly schoolId: number; readonly phase: string }

export interface SimilarRule {
  /** How many schools are shown at most, and how few are too few to say anything. */
  readonly most: number; readonly fewest: number;
  /** A school with fewer pupils is compared with none: its shares jump with each child. */
  readonly leastPupils: number;
  readonly weights: { readonly size: number; readonly fsm6: number; readonly sen: number; readonly eal: number };
}

/** The rule in force on an ISO day. */
export function similarRule(on: string): SimilarRule {
  return {
    most: ruleValue('similar-schools.most', on), fewest: ruleValue('similar-schools.fewest', on), leastPupils: ruleValue('similar-schools.least-pupils', on),
    weights: { size: ruleValue('similar-schools.size-weight', on), fsm6: ruleValue('similar-schools.fsm6-weight', on), sen: ruleValue('similar-schools.sen-weight', on), eal: ruleValue('similar-schools.eal-weight', on) },
  };
}

/** One enrolment as its characteristics stand; null where nothing is recorded. */
export interface ContextPupil { readonly possible: number; readonly sen: string | null; readonly fsm6: string | null; readonly eal: string | null }

/** The facts of a school out of its enrolments. Twin of what the totals of groups hold. */
export function contextOf(pupils: Iterable<ContextPupil>): ContextCounts {
  const counts = { pupils: 0, fsm6: 0, senSupport: 0, senPlan: 0, eal: 0, ealBelieved: 0 };
  for (const { possible, sen, fsm6, eal } of pupils) {
    if (possible === 0) continue;
    counts.pupils += 1;
    if (fsm6 === 'Y') counts.fsm6 += 1;
    if (sen === 'K') counts.senSupport += 1;
    if (sen === 'E') counts.senPlan += 1;
    if (eal === 'OTH') counts.eal += 1;
    if (eal === 'OTB') counts.ealBelieved += 1;
  }
  return counts;
}

/**
 * How far two schools lie apart: by how many percent the smaller is smaller than the larger, and how many percentage points lie between
 * their shares, each times its weight, added up. Nothing else enters, so no third school changes it.
 */
export function contextDistance(one: ContextCounts, other: ContextCounts, { size, fsm6, sen, eal }: SimilarRule['weights']): number {
  const points = (count: (school: ContextCounts) => number): number => Math.abs((count(one) * 100) / one.pupils - (count(other) * 100) / other.pupils);
  return size * 100 * (1 - Math.min(one.pupils, other.pupils) / Math.max(one.pupils, other.pupils)) + fsm6 * points((school) => school.fsm6)
    + sen * points((school) => school.senSupport + school.senPlan) + eal * points((school) => school.eal + school.ealBelieved);
}

export interface Similar<School> { readonly school: School; readonly apart: number }

/** The schools of the same phase nearest to one, the nearest first, ties by URN; an empty list where there are too few to say, or the school is too small. */
export function similarSchools<School extends ContextSchool>(own: School, schools: readonly School[], rule: SimilarRule): Similar<School>[] {
  if (own.pupils < rule.leastPupils) return [];
  const alike = schools.filter((school) => school.schoolId !== own.schoolId && school.phase === own.phase && school.pupils >= rule.leastPupils);
  if (alike.length < rule.fewest) return [];
  return alike.map((school) => ({ school, apart: contextDistance(own, school, rule.weights) })).sort((a, b) => a.apart - b.apart || a.school.schoolId - b.school.schoolId).slice(0, rule.most);
}

/** A rate as its two whole numbers. */
export interface Share { readonly part: number; readonly whole: number }

/** Several shares as one: parts and wholes added up, divided once by whoever shows it. */
export function poolShares(shares: readonly Share[]): Share {
  return shares.reduce((sum, { part, whole }) => ({ part: sum.part + part, whole: sum.whole + whole }), { part: 0, whole: 0 });
}

const SUFFIXES = ['th', 'st', 'nd', 'rd'] as const;
const ordinal = (n: number): string => `${n}${(n % 100 > 10 && n % 100 < 14 ? undefined : SUFFIXES[n % 10]) ?? 'th'}`;

/** "3rd lowest of 9", "highest of 9", "joint lowest of 9": where a share stands among others, from the nearer end. It judges nothing. Null where one of them has nothing to divide by. */
export function placeAmong(own: Share, others: readonly Share[]): string | null {
  if ([own, ...others].some(({ whole }) => whole === 0)) return null;
  const isBelow = (a: Share, b: Share): boolean => a.part * b.whole < b.part * a.whole;
  const [below, above] = [others.filter((each) => isBelow(each, own)).length, others.filter((each) => isBelow(own, each)).length];
  const of = others.length + 1;
  if (others.length > 0 && below + above === 0) return `the same in all ${of}`;
  const [place, end] = below <= above ? [below + 1, 'lowest'] as const : [above + 1, 'highest'] as const;
  return `${below + above < others.length ? 'joint ' : ''}${place === 1 ? '' : `${ordinal(place)} `}${end} of ${of}`;
}
