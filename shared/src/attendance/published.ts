import { ratePercent } from './measures.ts';

/** The national series. They cover other schools, days and pupils, so a figure always says which it is of, and no line joins them. CARE is of children with a social worker, group by group. */
export const PublishedSeries = { DAILY: 'DAILY', CENSUS: 'CENSUS', CARE: 'CARE' } as const;
export type PublishedSeries = (typeof PublishedSeries)[keyof typeof PublishedSeries];

/** The groups of the series of children with a social worker, as our own split of care names them, and whom each is published of. Source: social care groups of the national statistics on outcomes for children in need. */
export const PUBLISHED_GROUP_WORDS = {
  CLA: 'looked after for at least twelve months at 31 March', CPP: 'on a child protection plan at 31 March, looked after children aside', CIN: 'in need at 31 March, children on a plan and looked after children aside',
} as const;
export type PublishedGroup = keyof typeof PUBLISHED_GROUP_WORDS;
export const PUBLISHED_GROUPS = Object.keys(PUBLISHED_GROUP_WORDS) as readonly PublishedGroup[];

export const PublishedLevel = { NATIONAL: 'NATIONAL', REGIONAL: 'REGIONAL', LOCAL_AUTHORITY: 'LOCAL_AUTHORITY' } as const;
export type PublishedLevel = (typeof PublishedLevel)[keyof typeof PublishedLevel];

/** State-funded schools as national statistics group them; ALL is primary, secondary and special together. */
export const PublishedPhase = { PRIMARY: 'PRIMARY', SECONDARY: 'SECONDARY', SPECIAL: 'SPECIAL', ALL: 'ALL' } as const;
export type PublishedPhase = (typeof PublishedPhase)[keyof typeof PublishedPhase];

/** The stretch of a school year a figure is of, the longest first. */
export const PUBLISHED_TERMS = ['YEAR', 'YEAR_TO_DATE', 'AUTUMN_SPRING', 'SUMMER', 'SPRING', 'AUTUMN'] as const;
export type PublishedTerm = (typeof PUBLISHED_TERMS)[number];

/**
 * Whom schools of a phase stand beside; no phase is everyone. null where nothing national is like them. A school of all
 * ages is like no single phase, so it stands beside all of them.
 */
export function publishedPhaseOf(schoolPhase?: string | null): PublishedPhase | null {
  if (schoolPhase === null || schoolPhase === undefined || schoolPhase === 'ALL_THROUGH') return PublishedPhase.ALL;
  return schoolPhase !== PublishedPhase.ALL && Object.hasOwn(PublishedPhase, schoolPhase) ? (schoolPhase as PublishedPhase) : null;
}

/** What one published row counts, in whole sessions and enrolments; null where it is not published. */
export interface PublishedCounts {
  readonly possible: number | null; readonly attended: number | null; readonly absent: number | null; readonly authorised: number | null; readonly unauthorised: number | null;
  readonly late: number | null; readonly enrolments: number | null; readonly persistent: number | null; readonly severe: number | null;
}

/** The rates as the publisher worked them out, in percent; null where it gives none. */
export interface PublishedPercents {
  readonly absentPercent: number | null; readonly authorisedPercent: number | null; readonly unauthorisedPercent: number | null;
  readonly persistentPercent: number | null; readonly severePercent: number | null;
}

/** Rates in percent, not rounded, so that differences may be taken from them; null where there is no figure. */
export interface UnroundedRates {
  readonly absence: number | null; readonly authorised: number | null; readonly unauthorised: number | null; readonly late: number | null;
  readonly persistent: number | null; readonly severe: number | null;
}

const share = (part: number | null, whole: number | null): number | null => (part === null || whole === null || whole === 0 ? null : (part * 100) / whole);

/**
 * The rates of a published row: out of its counts where there are counts, and as published where there is only a rate. National counts of children
 * with a social worker are rounded to ten, so that the rates published of them are nearer than any made of the counts: there they go first.
 */
export function publishedRates(row: PublishedCounts & PublishedPercents & { readonly series?: PublishedSeries }): UnroundedRates {
  if (row.series === PublishedSeries.CARE) {
    const made = publishedRates({ ...row, series: PublishedSeries.CENSUS });
    return { absence: row.absentPercent ?? made.absence, authorised: row.authorisedPercent ?? made.authorised, unauthorised: row.unauthorisedPercent ?? made.unauthorised, late: made.late, persistent: row.persistentPercent ?? made.persistent, severe: row.severePercent ?? made.severe };
  }
  return {
    absence: share(row.absent, row.possible) ?? row.absentPercent,
    authorised: share(row.authorised, row.possible) ?? row.authorisedPercent,
    unauthorised: share(row.unauthorised, row.possible) ?? row.unauthorisedPercent,
    late: share(row.late, row.possible),
    persistent: share(row.persistent, row.enrolments) ?? row.persistentPercent,
    severe: share(row.severe, row.enrolments) ?? row.severePercent,
  };
}

/** An unrounded rate as shown: half away from zero. Millionths first, because a binary fraction may lie just below the half it was written as. */
export const roundedRate = (percent: number | null, decimals = 1): number | null => (percent === null ? null : ratePercent(Math.round(percent * 1e6), 1e8, decimals));

/** Several authorities as one group: what they count is added up and divided once (sum over sum). */
export interface PooledCounts extends PublishedCounts {
  /** How many of the rows have counts. The others say nothing and are not in the sums. */
  readonly pooled: number;
}

/** Adds up published rows. A count that not every pooled row has is left out, since part of a sum is no sum. */
export function poolPublished(rows: readonly PublishedCounts[]): PooledCounts {
  const counted = rows.filter(({ possible, absent }) => possible !== null && absent !== null);
  const sum = (pick: (row: PublishedCounts) => number | null): number | null =>
    (counted.length === 0 || counted.some((row) => pick(row) === null) ? null : counted.reduce((total, row) => total + (pick(row) ?? 0), 0));
  return {
    pooled: counted.length, possible: sum((row) => row.possible), attended: sum((row) => row.attended), absent: sum((row) => row.absent), authorised: sum((row) => row.authorised),
    unauthorised: sum((row) => row.unauthorised), late: sum((row) => row.late), enrolments: sum((row) => row.enrolments), persistent: sum((row) => row.persistent), severe: sum((row) => row.severe),
  };
}

const APPROVED = ['B', 'J', 'P', 'V', 'W', 'K'] as const;
const UNAUTHORISED = ['G', 'U', 'O', 'N'] as const;
const AUTHORISED = ['I', 'M', 'R', 'S', 'T', 'H', 'E', 'C', 'C1', 'J1', 'C2'] as const;

/**
 * Which sums of a row of the daily series do not come out, in words; none for a sound row. `reasons` is sessions by code, `/`
 * standing for both marks of presence. The published reasons of authorised absence may fall short of it, since one is not shown.
 */
export function publishedFaults(row: PublishedCounts, reasons: Readonly<Record<string, number>>): string[] {
  const sum = (codes: readonly string[]): number | null => (codes.some((code) => reasons[code] === undefined) ? null : codes.reduce((total, code) => total + (reasons[code] ?? 0), 0));
  const plus = (one: number | null, other: number | null): number | null => (one === null || other === null ? null : one + other);
  const sums: readonly [words: string, whole: number | null, parts: number | null][] = [
    ['possible is attendance and absence', row.possible, plus(row.attended, row.absent)],
    ['absence is authorised and unauthorised', row.absent, plus(row.authorised, row.unauthorised)],
    ['attendance is present, late before close and educated elsewhere', row.attended, sum(['/', 'L', ...APPROVED])],
    ['unauthorised is G, U, O and N', row.unauthorised, sum(UNAUTHORISED)],
    ['late is L and U', row.late, sum(['L', 'U'])],
  ];
  const listed = sum(AUTHORISED);
  return [
    ...sums.filter(([, whole, parts]) => whole !== null && parts !== null && whole !== parts).map(([words]) => words),
    ...(row.authorised !== null && listed !== null && listed > row.authorised ? ['authorised is at least its reasons'] : []),
  ];
}
