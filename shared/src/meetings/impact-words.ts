import { asSentence, inSentence } from '../kernel/index.ts';
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

/** How often each reason was said of what nothing improved after, most often first, and of how many nothing was said; what improved, or says too little, is not asked. */
export function whyNotCounts(actions: readonly { readonly impact: ImpactClass; readonly reason: IneffectiveReason | null }[]): { readonly reasons: readonly { readonly reason: IneffectiveReason; readonly pupils: number }[]; readonly unsaid: number } {
  const asked = actions.filter(({ impact }) => needsIneffectiveReason(impact));
  const reasons = INEFFECTIVE_REASON_NAMES.map((reason) => ({ reason, pupils: asked.filter((each) => each.reason === reason).length })).filter(({ pupils }) => pupils > 0);
  return { reasons: reasons.sort((one, other) => other.pupils - one.pupils), unsaid: asked.filter(({ reason }) => reason === null).length };
}

/** The same in words: reasons by how often, then of how many nothing is said. */
export function whyNotWords({ reasons, unsaid }: ReturnType<typeof whyNotCounts>): string {
  const said = reasons.map(({ reason, pupils }) => `${inSentence(INEFFECTIVE_REASONS[reason])} ${pupils}`);
  return asSentence([...said, ...(unsaid > 0 ? [`not said ${unsaid}`] : [])].join(', '));
}
