import { dayInWords } from '@attendance/shared/communications';
import { ruleValue } from '@attendance/shared/kernel';
import { ESTABLISHMENT_KIND_WORDS, MEETING_STATUS_WORDS, MEETING_TIER_WORDS, MEETING_TIERS, MeetingFrequency, MeetingType, MEETING_TYPE_WORDS, pupilShare, STANDING_WORDS, stepWords, summaryWords, type MeetingTier } from '@attendance/shared/meetings';
import { findEstablishmentType, schoolPhaseLabel } from '@attendance/shared/organisations';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { CsvCell } from '../../../platform/files/csv.ts';
import type { PlannerFilter, PlannerStanding } from '../meeting.inputs.ts';
import type { PlannerList } from '../planner.service.ts';
import type { PlannerRowType } from '../planner.type.ts';

const HANDLING = 'Figures about schools. It names no child, and counts of one to four pupils are hidden.';
const HEADINGS = [
  'School', 'URN', 'Phase', 'Kind of school', 'Trust', 'Officer', 'Tier', 'Tier score', 'To be met', 'Where it stands', 'Overdue', 'Offers refused', 'Meetings of the term', 'Next',
  'Severely absent pupils', 'Of those with a plan', 'Actions due', 'Actions done on time', 'Summary of the term',
] as const;

/** What a request narrows the planner by. What is not understood is refused, never left out: the file would hold more than was asked for. */
export function plannerFilterIn(asked: Readonly<Record<string, unknown>>): PlannerFilter {
  const among = <T extends string>(key: string, allowed: readonly T[] | null): T | null => {
    const value = asked[key] ?? null;
    if (value === null || value === '') return null;
    if (typeof value !== 'string' || (allowed !== null && !(allowed as readonly string[]).includes(value))) throw new Refusal(RefusalCode.INVALID, 'The portal did not understand by what the schools were chosen. Nothing was downloaded. Load the planner again, and choose again.');
    return value as T;
  };
  const officerId = asked.officerId ?? null;
  if (officerId !== null && !Number.isSafeInteger(officerId)) throw new Refusal(RefusalCode.INVALID, 'The portal did not understand whose schools were chosen. Nothing was downloaded. Load the planner again, and choose again.');
  return {
    term: among('term', null), phase: among('phase', null), kind: among('kind', Object.keys(ESTABLISHMENT_KIND_WORDS)), tier: among<MeetingTier>('tier', MEETING_TIERS), standing: among('standing', Object.keys(STANDING_WORDS) as PlannerStanding[]),
    mine: asked.mine === true, officerId: officerId as number | null,
  };
}

/** The filter as the page says it. */
function filterWords({ mine, officerId, phase, kind, tier, standing }: PlannerFilter, { officers }: PlannerList): string {
  const officer = typeof officerId !== 'number' ? null : officerId === 0 ? 'without an officer' : `officer: ${officers.find(({ id }) => id === officerId)?.name ?? 'somebody not named for a school'}`;
  const words = [
    mine ? 'my schools' : null, officer, tier ? `tier: ${MEETING_TIER_WORDS[tier].toLowerCase()}` : null, phase ? `phase: ${schoolPhaseLabel(phase).toLowerCase()}` : null, kind ? `kind: ${(ESTABLISHMENT_KIND_WORDS[kind] ?? kind).toLowerCase()}` : null,
    standing ? STANDING_WORDS[standing].toLowerCase() : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? 'All schools' : words.join('; ');
}

const meetingWords = ({ type, status, onDay, atTime }: PlannerRowType['meetings'][number]): string => `${MEETING_STATUS_WORDS[status]}${type === MeetingType.CHECK_IN ? ` (${MEETING_TYPE_WORDS[type].toLowerCase()})` : ''} ${dayInWords(onDay)}, ${atTime}`;

/** Exactly the schools that are filtered, all pages of them, with the filter and the day it is of above them. */
export function plannerLines(list: PlannerList, filter: PlannerFilter, { today, maker, recipient }: { today: string; maker: string; recipient: string }): CsvCell[][] {
  const minimum = ruleValue('suppression.minimum', today);
  return [
    ['Targeting support meetings: term planner', list.term.label], ['As of', today], ['Schools chosen', filterWords(filter, list)], ['Schools in this file', list.rows.length], ['Overdue from', list.overdueFrom], ['Made by', maker], ['For', recipient],
    ['Hidden', `c: fewer than ${minimum} pupils, or a count that would tell such a number`], ['Handling', HANDLING], [], [...HEADINGS],
    ...list.rows.map((row): CsvCell[] => {
      const [planned, severe] = pupilShare(row.severeWithPlan, row.severe, minimum);
      return [
        row.name, row.schoolId, schoolPhaseLabel(row.phase), ESTABLISHMENT_KIND_WORDS[findEstablishmentType(row.typeCode)?.group ?? 'OTHER'] ?? 'Other', row.trust ?? '', row.officer ?? '', MEETING_TIER_WORDS[row.tier.tier], row.tier.score,
        row.frequency === MeetingFrequency.ANNUAL ? 'Once a year' : 'Every term', row.leftOut !== null || row.state === null ? STANDING_WORDS.LEFT_OUT : STANDING_WORDS[row.state], row.overdue ? 'Yes' : 'No', row.refusedOffers,
        row.meetings.map(meetingWords).join('; '), stepWords(row, today, dayInWords), severe ?? null, planned ?? null, row.actionsDue, row.actionsOnTime,
        row.summary === null ? '' : summaryWords(row.summary, dayInWords),
      ];
    }),
  ];
}
