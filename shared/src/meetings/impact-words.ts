import { ImpactClass } from './impact.ts';

/** What stands beside every figure of impact. */
export const IMPACT_CAVEATS = {
  REGRESSION: 'Pupils are chosen when their attendance is at its worst; some of it would have come back by itself.',
  SEASON: 'The time of year, illness, exam leave and holidays move attendance too.',
  PART_TIME: 'Where a part-time timetable began or ended, the percentage changes though the pupil may not.',
  CODES: 'A change of codes, such as from O to I, changes figures and not attendance.',
  ELSEWHERE: 'Teaching elsewhere (B, D) raises the percentage.',
  OFF_ROLL: 'Pupils who left, or are taught at home, are counted until they left: the hardest cases may be missing.',
  WAITING: 'A service counts from the meeting that asked for it: when it began is not known yet, so weeks of waiting may be among those after it.',
  SEVERAL: 'Several services may have worked with the same pupil at once.',
  SMALL: 'In small groups one pupil can turn a figure.',
  CAUSE: 'What came after an action need not have come from it.',
} as const;
export type ImpactCaveat = keyof typeof IMPACT_CAVEATS;

/** Why something did not help. */
export const INEFFECTIVE_REASONS = {
  WRONG_BARRIER: 'It addressed the wrong barrier', NOT_DELIVERED: 'It was not delivered', TOO_LATE: 'It came too late', NOT_ENGAGED: 'The pupil or family did not take part', WAITING_LIST: 'Still on a waiting list',
  INTENSITY_LOW: 'There was too little of it', NEW_CRISIS: 'A new crisis', PLACE_UNSUITABLE: 'The place does not suit', STAFF_CHANGE: 'Staff changed', DATA_ERROR: 'The data are wrong',
} as const;
export type IneffectiveReason = keyof typeof INEFFECTIVE_REASONS;
export const INEFFECTIVE_REASON_NAMES = Object.keys(INEFFECTIVE_REASONS) as readonly IneffectiveReason[];

/** Whether a review must say why nothing improved. */
export const needsIneffectiveReason = (impact: ImpactClass): boolean => impact === ImpactClass.STABLE || impact === ImpactClass.WORSE;

/** What may be said of an action after which nothing improved; nobody having said anything comes last. */
export const WHY_NOT = { ...INEFFECTIVE_REASONS, UNSAID: 'Not said' } as const;
export type WhyNot = keyof typeof WHY_NOT;

/** What was said of an action; null where it is not asked, since attendance improved or there is too little to say. */
export const whyNotOf = ({ impact, reason }: { readonly impact: ImpactClass; readonly reason: IneffectiveReason | null }): WhyNot | null => (needsIneffectiveReason(impact) ? (reason ?? 'UNSAID') : null);

/** How often each was said, most often first, and of how many nothing. */
export function whyNotCounts(said: readonly (WhyNot | null)[]): { readonly reason: WhyNot; readonly pupils: number }[] {
  const counts = (Object.keys(WHY_NOT) as WhyNot[]).map((reason) => ({ reason, pupils: said.filter((each) => each === reason).length })).filter(({ pupils }) => pupils > 0);
  return counts.sort((one, other) => Number(one.reason === 'UNSAID') - Number(other.reason === 'UNSAID') || other.pupils - one.pupils);
}
