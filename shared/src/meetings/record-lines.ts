import { barrierCodes, valueOf, type Answer } from './answers.ts';
import type { PlanStatus, EarlyHelpOffer, PupilLine, Rating, SchoolSection, SchoolTrend, SectionDataQuality } from './record.ts';

/** A value of a choice as the rules take it: nothing chosen is null. Boxes hold only values of their own list. */
const chosen = <Value extends string>(value: string): Value | null => (value === '' ? null : (value as Value));
const words = (value: string): string | null => (value.trim() === '' ? null : value);

/** A pupil's line of the record, from the boxes of one school's part. */
export function pupilLine(answers: readonly Answer[], pupilId: string, proposedRating: Rating): PupilLine {
  const value = (field: string): string => valueOf(answers, 'PUPIL', pupilId, field);
  return {
    pupilId, proposedRating, isDiscussed: value('DISCUSSED') === 'YES', notDiscussedReason: words(value('NOT_DISCUSSED')), planStatus: chosen<PlanStatus>(value('PLAN_STATUS')), barriers: barrierCodes(value('BARRIERS')),
    earlyHelp: chosen<EarlyHelpOffer>(value('EARLY_HELP')), leadPractitioner: words(value('LEAD')), rating: chosen<Rating>(value('RATING')), ratingReason: words(value('RATING_REASON')), isSafeguardingAsked: value('SAFEGUARDING') === 'YES',
  };
}

/** One school's section of the record, from its boxes. */
export function schoolSection(answers: readonly Answer[], proposedRating: Rating, pupils: readonly PupilLine[], openPreviousActions: number): SchoolSection {
  const value = (field: string): string => valueOf(answers, 'SECTION', '', field);
  return {
    findings: value('FINDINGS'), trend: chosen<SchoolTrend>(value('TREND')), dataQuality: chosen<SectionDataQuality>(value('DATA_QUALITY')), schoolRating: chosen<Rating>(value('SCHOOL_RATING')), proposedRating,
    officerRating: chosen<Rating>(value('OFFICER_RATING')), ratingReason: words(value('RATING_REASON')), pupils, openPreviousActions,
  };
}
