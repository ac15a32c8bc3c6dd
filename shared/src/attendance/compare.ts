import { roundedRate, type UnroundedRates } from './published.ts';

/** What figures are set side by side in, in the order tables list it. */
export const COMPARED_MEASURES = ['absence', 'authorised', 'unauthorised', 'late', 'persistent', 'severe'] as const satisfies readonly (keyof UnroundedRates)[];
export type ComparedMeasure = (typeof COMPARED_MEASURES)[number];

/** Counts of a group of ours; null where a count is hidden because it is small, or tells one that is. */
export interface ComparedCounts {
  readonly possible: number; readonly attended?: number | null; readonly authorised: number | null; readonly unauthorised: number | null; readonly lateBefore: number | null; readonly lateAfter: number | null;
  readonly enrolments: number | null; readonly persistent: number | null; readonly severe: number | null;
}

/** The part and the whole of a rate of ours: sessions out of possible ones, or enrolments out of those counted. */
export function comparedCounts(measure: ComparedMeasure, counts: ComparedCounts): { readonly part: number | null; readonly whole: number | null } {
  const { possible, attended = null, authorised, unauthorised, lateBefore, lateAfter, enrolments, persistent, severe } = counts;
  switch (measure) {
    case 'absence': return { part: authorised !== null && unauthorised !== null ? authorised + unauthorised : attended === null ? null : possible - attended, whole: possible };
    case 'authorised': return { part: authorised, whole: possible };
    case 'unauthorised': return { part: unauthorised, whole: possible };
    case 'late': return { part: lateBefore === null || lateAfter === null ? null : lateBefore + lateAfter, whole: possible };
    case 'persistent': return { part: persistent, whole: enrolments };
    case 'severe': return { part: severe, whole: enrolments };
  }
}

/** A rate of ours in percent and not rounded, as published rates come; null where there is nothing to divide by or the count is hidden. */
export function unroundedRate(measure: ComparedMeasure, counts: ComparedCounts): number | null {
  const { part, whole } = comparedCounts(measure, counts);
  return part === null || whole === null || whole === 0 ? null : (part * 100) / whole;
}

/** How many percentage points one rate lies above another (below: negative), taken before either is rounded; null without both. */
export function pointsApart(own: number | null, other: number | null): number | null {
  return own === null || other === null ? null : roundedRate(own - other);
}
