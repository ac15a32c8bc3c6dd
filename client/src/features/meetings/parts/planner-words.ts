import { ESTABLISHMENT_KIND_WORDS, MEETING_TIER_WORDS, MEETING_TIERS, stepWords, type MeetingTier, type STANDING_WORDS } from '@attendance/shared/meetings';
import { formatDay } from '../../../lib/format.ts';
import { phaseLabel } from '../../analysis/index.ts';
import type { PlannerPageQuery, PlannerRowFieldsFragment } from '../pages/planner-page.generated.ts';

export type Standing = keyof typeof STANDING_WORDS;

/** By what coverage is told, and the key of the address that narrows the rows to one of them. */
export const COVERAGE_BY = { PHASE: ['phase', 'Phase'], KIND: ['kind', 'Kind of school'], TIER: ['tier', 'Tier'], OFFICER: ['officer', 'Officer'] } as const;
export type CoverageBy = keyof typeof COVERAGE_BY;

export const TIER_NOTES: Readonly<Record<MeetingTier, string>> = { INTENSIVE: 'one meeting and a half-term check-in', TARGETED: 'one meeting a term', UNIVERSAL: 'one meeting a term' };
export const TIER_COLOURS = { INTENSIVE: 'red', TARGETED: 'orange', UNIVERSAL: 'grey' } as const;
export const TIERS_WORST_FIRST: readonly MeetingTier[] = [...MEETING_TIERS].reverse();
export const MEASURE_WORDS: Readonly<Record<string, string>> = { ATTENDANCE: 'Attendance', PERSISTENT: 'Persistent absence', SEVERE: 'Severe absence', CHANGE: 'Change since last year', PRACTICE: 'Actions and returns' };

/** A group of coverage in words. */
export function groupWords(by: CoverageBy, key: string, officers: PlannerPageQuery['meetingPlanner']['officers']): string {
  if (by === 'TIER') return MEETING_TIER_WORDS[key as MeetingTier];
  if (by === 'KIND') return ESTABLISHMENT_KIND_WORDS[key] ?? key;
  return by === 'PHASE' ? phaseLabel(key) : (officers.find(({ id }) => String(id) === key)?.name ?? 'Without an officer');
}

/** What is to be done next about a school, in a few words. */
export const nextWords = (row: PlannerRowFieldsFragment, today: string): string => stepWords(row, today, formatDay);
