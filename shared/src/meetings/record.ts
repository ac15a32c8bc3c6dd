import { isPersistentlyAbsent, isSeverelyAbsent, PlanStatus } from '../attendance/index.ts';
import { ruleValue } from '../kernel/index.ts';
import { findPupilBarrier } from './pupil-barriers.ts';
import { unmarkedPupils, type PupilMark } from './priority.ts';
import { MeetingTier } from './tier.ts';

export { PlanStatus };
export const PLAN_STATUS_WORDS: Readonly<Record<PlanStatus, string>> = { NONE: 'No plan', IN_PLACE_WORKING: 'In place, working', IN_PLACE_NOT_WORKING: 'In place, not working', COMPLETED: 'Completed' };

/** Agreeing to be helped is one thing, agreeing that information is shared another. Source: DfE, Information sharing advice, 2024. */
export const EarlyHelpOffer = { YES_ACCEPTED: 'YES_ACCEPTED', YES_DECLINED: 'YES_DECLINED', NO: 'NO', NOT_NEEDED: 'NOT_NEEDED', OPEN_TO_SOCIAL_CARE: 'OPEN_TO_SOCIAL_CARE' } as const;
export type EarlyHelpOffer = (typeof EarlyHelpOffer)[keyof typeof EarlyHelpOffer];
export const EARLY_HELP_OFFER_WORDS: Readonly<Record<EarlyHelpOffer, string>> = {
  YES_ACCEPTED: 'Offered and accepted', YES_DECLINED: 'Offered and declined', NO: 'Not offered', NOT_NEEDED: 'Not needed', OPEN_TO_SOCIAL_CARE: 'Open to social care',
};

export const SchoolTrend = { IMPROVING: 'IMPROVING', STEADY: 'STEADY', DECLINING: 'DECLINING' } as const;
export type SchoolTrend = (typeof SchoolTrend)[keyof typeof SchoolTrend];
export const SCHOOL_TREND_WORDS: Readonly<Record<SchoolTrend, string>> = { IMPROVING: 'Improving', STEADY: 'Steady', DECLINING: 'Declining' };

export const SectionDataQuality = { GOOD: 'GOOD', ISSUES: 'ISSUES', POOR: 'POOR' } as const;
export type SectionDataQuality = (typeof SectionDataQuality)[keyof typeof SectionDataQuality];
export const SECTION_DATA_QUALITY_WORDS: Readonly<Record<SectionDataQuality, string>> = { GOOD: 'Good', ISSUES: 'Some issues', POOR: 'Poor' };

export const Rating = { RED: 'RED', AMBER: 'AMBER', GREEN: 'GREEN' } as const;
export type Rating = (typeof Rating)[keyof typeof Rating];
export const RATING_WORDS: Readonly<Record<Rating, string>> = { RED: 'Red', AMBER: 'Amber', GREEN: 'Green' };
export interface ProposedRating { readonly rating: Rating; readonly reason: string }

/** How a plan goes against its target; a completed plan is no live one. */
export const PlanProgress = { NONE: 'NONE', LATE: 'LATE', ON_COURSE: 'ON_COURSE', ON_TARGET: 'ON_TARGET' } as const;
export type PlanProgress = (typeof PlanProgress)[keyof typeof PlanProgress];

/** Sessions of the year to date, and of the last school days among them. */
export interface RatedPupil {
  readonly possible: number; readonly absent: number; readonly recentPossible: number; readonly recentAbsent: number;
  readonly notSeenDays: number; readonly plan: PlanProgress;
}
export interface RatingLimits { persistentPercent: number; severePercent: number; notSeenDays: number; recentDays: number; termsWithout: number }

/** The limits in force on an ISO day. */
export function ratingLimits(on: string): RatingLimits {
  return {
    persistentPercent: ruleValue('persistent-absence.percent', on), severePercent: ruleValue('severe-absence.percent', on), notSeenDays: ruleValue('not-seen.school-days', on),
    recentDays: ruleValue('rating.recent.school-days', on), termsWithout: ruleValue('rating.school-without.terms', on),
  };
}

/** The rating proposed for a pupil. Severe or unseen is red whatever else holds; who is well below the threshold lately needs no plan to be green. */
export function pupilRating(pupil: RatedPupil, { persistentPercent, severePercent, notSeenDays, recentDays }: RatingLimits): ProposedRating {
  const missed = `missed ${pupil.absent} of ${pupil.possible} sessions`;
  if (isSeverelyAbsent(pupil.absent, pupil.possible, severePercent) === true) return { rating: 'RED', reason: `Severely absent: ${missed}` };
  if (pupil.notSeenDays >= notSeenDays) return { rating: 'RED', reason: `Not seen for ${pupil.notSeenDays} school days` };
  if (pupil.plan === 'ON_TARGET') return { rating: 'GREEN', reason: 'The plan is on target' };
  if (isPersistentlyAbsent(pupil.recentAbsent, pupil.recentPossible, persistentPercent) === false) return { rating: 'GREEN', reason: `Missed ${pupil.recentAbsent} of ${pupil.recentPossible} sessions in the last ${recentDays} school days` };
  if (pupil.plan === 'NONE') return { rating: 'RED', reason: `No plan: ${missed}` };
  return { rating: 'AMBER', reason: pupil.plan === 'LATE' ? 'The plan is late' : `The plan is on course: ${missed}` };
}

/** The rating proposed for a school, from its tier and the terms since it last had a meeting. */
export function schoolRating(tier: MeetingTier, termsWithoutMeeting: number, { termsWithout }: RatingLimits): ProposedRating {
  if (tier === MeetingTier.INTENSIVE) return { rating: 'RED', reason: 'Intensive tier' };
  if (termsWithoutMeeting >= termsWithout) return { rating: 'RED', reason: `${termsWithoutMeeting} terms without a meeting` };
  return tier === MeetingTier.TARGETED ? { rating: 'AMBER', reason: 'Targeted tier' } : { rating: 'GREEN', reason: 'Universal tier' };
}

/** Whether a rating must say why: the officer chose another than the one proposed. Both are kept. */
export const ratingNeedsReason = (proposed: Rating, chosen: Rating | null): boolean => chosen !== null && chosen !== proposed;

/** A pupil on the record of a meeting. */
export interface PupilLine extends PupilMark {
  readonly planStatus: PlanStatus | null;
  readonly barriers: readonly string[];
  readonly earlyHelp: EarlyHelpOffer | null;
  /** Agency and person; a live plan has one. */
  readonly leadPractitioner: string | null;
  readonly proposedRating: Rating;
  readonly rating: Rating | null;
  readonly ratingReason: string | null;
  readonly isSafeguardingAsked: boolean;
}

/** One school's own part of a record, in a group meeting too. */
export interface SchoolSection {
  readonly findings: string;
  readonly trend: SchoolTrend | null;
  readonly dataQuality: SectionDataQuality | null;
  /** The school's own rating, the one proposed, and the officer's. */
  readonly schoolRating: Rating | null;
  readonly proposedRating: Rating;
  readonly officerRating: Rating | null;
  readonly ratingReason: string | null;
  readonly pupils: readonly PupilLine[];
  /** Actions of the last meeting that have not been closed. */
  readonly openPreviousActions: number;
}

/** The plan of a pupil as a meeting stands: what its own box says, and until it is filled what the last issued record said, if that is in date. One rule with every list and count of plans. */
export function planAtMeeting(box: PlanStatus | '', before: { readonly value: string; readonly isInDate: boolean } | undefined): PlanStatus {
  if (box !== '') return box;
  return before?.isInDate === true && Object.hasOwn(PLAN_STATUS_WORDS, before.value) ? (before.value as PlanStatus) : PlanStatus.NONE;
}

const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';
const people = (count: number): string => `${count} ${count === 1 ? 'pupil' : 'pupils'}`;
const hasLivePlan = ({ planStatus }: PupilLine): boolean => planStatus === PlanStatus.IN_PLACE_WORKING || planStatus === PlanStatus.IN_PLACE_NOT_WORKING;

/** What each pupil spoken about needs, and how it is asked for. */
const PUPIL_GAPS: readonly { readonly lacks: (line: PupilLine) => boolean; readonly ask: (count: number) => string }[] = [
  { lacks: ({ planStatus }) => planStatus === null, ask: (count) => `Say whether there is a plan for ${people(count)}` },
  { lacks: (line) => hasLivePlan(line) && isBlank(line.leadPractitioner), ask: (count) => `Name the lead practitioner of ${people(count)} with a plan` },
  { lacks: ({ barriers }) => !barriers.some((code) => findPupilBarrier(code) !== undefined), ask: (count) => `Choose a barrier for ${people(count)}` },
  { lacks: ({ earlyHelp }) => earlyHelp === null, ask: (count) => `Say whether early help was offered for ${people(count)}` },
  { lacks: ({ isSafeguardingAsked }) => !isSafeguardingAsked, ask: (count) => `Answer the safeguarding question for ${people(count)}` },
  { lacks: ({ rating }) => rating === null, ask: (count) => `Rate ${people(count)}` },
  { lacks: (line) => ratingNeedsReason(line.proposedRating, line.rating) && isBlank(line.ratingReason), ask: (count) => `Say why ${people(count)} ${count === 1 ? 'is' : 'are'} rated otherwise than proposed` },
];

/** What a school's section still needs before it counts, in words for its page; empty when it is complete. */
export function sectionGaps(section: SchoolSection): string[] {
  const discussed = section.pupils.filter(({ isDiscussed }) => isDiscussed);
  const unmarked = unmarkedPupils(section.pupils).length;
  const checks: readonly (readonly [boolean, string])[] = [
    [section.openPreviousActions > 0, `Close ${section.openPreviousActions} ${section.openPreviousActions === 1 ? 'action' : 'actions'} of the last meeting, with what came of it`],
    [isBlank(section.findings), 'Write what was found'],
    [section.trend === null, 'Choose the trend'],
    [section.dataQuality === null, 'Say how good the registers are'],
    [unmarked > 0, `Mark ${people(unmarked)} as discussed, or say why not`],
    ...PUPIL_GAPS.map(({ lacks, ask }): readonly [boolean, string] => {
      const count = discussed.filter(lacks).length;
      return [count > 0, ask(count)];
    }),
    [section.schoolRating === null, 'Enter the school’s rating'],
    [section.officerRating === null, 'Enter the officer’s rating'],
    [ratingNeedsReason(section.proposedRating, section.officerRating) && isBlank(section.ratingReason), 'Say why the officer’s rating differs from the one proposed'],
  ];
  return checks.filter(([isMissing]) => isMissing).map(([, words]) => words);
}

export const isSectionComplete = (section: SchoolSection): boolean => sectionGaps(section).length === 0;
