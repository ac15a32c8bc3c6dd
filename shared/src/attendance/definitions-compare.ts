import type { MarkCounts } from './marks.ts';

/** The figures that can be explained: those of pupils count enrolments, those of sessions add them up. */
export const EXPLAINED_MEASURES = ['ATTENDANCE', 'AUTHORISED', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE', 'MISSING', 'PUPILS'] as const;
export type ExplainedMeasureName = (typeof EXPLAINED_MEASURES)[number];

/** Whether a figure counts enrolments. */
export const countsPupils = (measure: ExplainedMeasureName): boolean => measure === 'PERSISTENT' || measure === 'SEVERE' || measure === 'PUPILS';

/** The percentages of the rule pack that persistent and severe absence begin at. */
export interface AbsencePercents { readonly persistent: number; readonly severe: number }

/** What one enrolment adds to a figure, in whole enrolments or sessions: to its part and to what the part is of. */
export interface FigureShare { readonly part: number; readonly whole: number }

/** What an enrolment with these sessions adds to a figure. */
export function shareOf(measure: ExplainedMeasureName, counts: MarkCounts, percents: AbsencePercents): FigureShare {
  const reaches = (percent: number): number => (counts.possible > 0 && (counts.authorised + counts.unauthorised) * 100 >= counts.possible * percent ? 1 : 0);
  const counted = counts.possible > 0 ? 1 : 0;
  switch (measure) {
    case 'ATTENDANCE': return { part: counts.attended, whole: counts.possible };
    case 'AUTHORISED': return { part: counts.authorised, whole: counts.possible };
    case 'UNAUTHORISED': return { part: counts.unauthorised, whole: counts.possible };
    case 'LATE': return { part: counts.lateBefore + counts.lateAfter, whole: counts.possible };
    case 'MISSING': return { part: counts.missing, whole: counts.possible + counts.missing };
    case 'PERSISTENT': return { part: reaches(percents.persistent), whole: counted };
    case 'SEVERE': return { part: reaches(percents.severe), whole: counted };
    case 'PUPILS': return { part: counted, whole: counted };
  }
}

/** How an enrolment stands between two definitions of a figure. FEWER: in both, with fewer sessions in theirs. */
export const ExplainedSide = { SAME: 'SAME', LEFT_OUT: 'LEFT_OUT', ONLY_HERE: 'ONLY_HERE', ONLY_THERE: 'ONLY_THERE', FEWER: 'FEWER', OF: 'OF' } as const;
export type ExplainedSide = (typeof ExplainedSide)[keyof typeof ExplainedSide];

/** On which side of two definitions an enrolment falls: `isLeftOut` where theirs does not count it. */
export function sideOf(measure: ExplainedMeasureName, ours: FigureShare, theirs: FigureShare, isLeftOut: boolean): ExplainedSide {
  if (ours.part === theirs.part && ours.whole === theirs.whole) return ExplainedSide.SAME;
  if (isLeftOut) return ExplainedSide.LEFT_OUT;
  if (!countsPupils(measure)) return ExplainedSide.FEWER;
  return ours.part > theirs.part ? ExplainedSide.ONLY_HERE : ExplainedSide.ONLY_THERE;
}

/** One enrolment as counting by pupil needs it. */
export interface PooledEnrolment { readonly enrolmentId: number; readonly pupilId: number; readonly counts: MarkCounts }

/**
 * Enrolments counted by pupil: of each pupil the enrolment with most possible sessions, the first of several, stands for all
 * and carries the sessions of all. null for the others, which are not counted again.
 */
export function countedByPupil(enrolments: readonly PooledEnrolment[]): Map<number, MarkCounts | null> {
  const ordered = [...enrolments].sort((a, b) => b.counts.possible - a.counts.possible || a.enrolmentId - b.enrolmentId);
  const first = new Map<number, number>();
  const pooled = new Map<number, MarkCounts | null>();
  for (const { enrolmentId, pupilId, counts } of ordered) {
    const held = first.get(pupilId);
    if (held === undefined) first.set(pupilId, enrolmentId);
    pooled.set(held ?? enrolmentId, held === undefined ? counts : sumOf(pooled.get(held) ?? counts, counts));
    if (held !== undefined) pooled.set(enrolmentId, null);
  }
  return pooled;
}

function sumOf(one: MarkCounts, other: MarkCounts): MarkCounts {
  return Object.fromEntries(Object.entries(one).map(([name, count]) => [name, Number(count) + other[name as keyof MarkCounts]])) as unknown as MarkCounts;
}
