import type { SupportService } from './services.ts';

/** How far a draft of a referral has come. Nothing is sent from here: casework takes drafts over. */
export const ReferralState = { DRAFT: 'DRAFT', APPROVED: 'APPROVED', WITHDRAWN: 'WITHDRAWN' } as const;
export type ReferralState = (typeof ReferralState)[keyof typeof ReferralState];
export const REFERRAL_STATES: readonly ReferralState[] = Object.values(ReferralState);
export const REFERRAL_STATE_WORDS: Readonly<Record<ReferralState, string>> = { DRAFT: 'Draft', APPROVED: 'Approved by the school', WITHDRAWN: 'Withdrawn' };

/** Whether the family knows. Agreeing to be helped is another thing. Source: DfE, Information sharing advice, 2024: be open with the family where it is safe. */
export const FamilyTold = { TOLD: 'TOLD', NOT_TOLD: 'NOT_TOLD' } as const;
export type FamilyTold = (typeof FamilyTold)[keyof typeof FamilyTold];
export const FAMILY_TOLD_WORDS: Readonly<Record<FamilyTold, string>> = { TOLD: 'The family was told', NOT_TOLD: 'The family was not told, because that would put somebody at risk' };

export const REFERRAL_TEXT_LENGTH = 2000;
export const REFERRAL_TEXTS = {
  reason: { label: 'Why it is asked for', hint: 'What worries the school, in a few sentences' },
  outcome: { label: 'What should be different afterwards', hint: 'What the pupil and the family should notice' },
  tried: { label: 'What has been tried', hint: 'By the school and by others, and what came of it' },
} as const;
export type ReferralText = keyof typeof REFERRAL_TEXTS;
export const REFERRAL_TEXT_NAMES = Object.keys(REFERRAL_TEXTS) as ReferralText[];

/** What somebody writes into a draft. */
export interface ReferralWords extends Readonly<Record<ReferralText, string>> { readonly familyTold: FamilyTold | null }

/** What is wrong with what was written, by field; nothing where it may be kept. A draft may be half done: only why it is asked for has to stand in it. */
export function referralProblems(words: ReferralWords): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const name of REFERRAL_TEXT_NAMES) if (words[name].length > REFERRAL_TEXT_LENGTH) problems[name] = `${REFERRAL_TEXTS[name].label}: write ${REFERRAL_TEXT_LENGTH} characters or fewer`;
  if (words.reason.trim() === '') problems.reason = 'Say why it is asked for';
  return problems;
}

/** Asked for to keep a child safe or to find one: the school is told, and its word is not waited for. Source: Keeping children safe in education: anybody may make such a referral, at once. */
const WAITS_FOR_NOBODY: readonly SupportService[] = ['MISSING_EDUCATION', 'EXPLOITATION', 'DOMESTIC_ABUSE'];
/** Whether the headteacher's word is asked for. */
export const needsApproval = (service: string): boolean => !(WAITS_FOR_NOBODY as readonly string[]).includes(service);

/** What a draft still lacks before casework can take it over, in words. It is said, and holds nothing up. */
export function referralGaps({ service, state, isAboutPupil, ...words }: ReferralWords & { readonly service: string; readonly state: ReferralState; readonly isAboutPupil: boolean }): string[] {
  if (state === ReferralState.WITHDRAWN) return [];
  return [
    ...REFERRAL_TEXT_NAMES.filter((name) => words[name].trim() === '').map((name) => REFERRAL_TEXTS[name].label),
    ...(isAboutPupil && words.familyTold === null ? ['Whether the family was told'] : []),
    ...(needsApproval(service) && state !== ReferralState.APPROVED ? ['The headteacher’s approval'] : []),
  ];
}

/** What may be done to a draft. Saved again, it is what nobody has approved. */
export const ReferralCommand = { SAVE: 'SAVE', APPROVE: 'APPROVE', WITHDRAW: 'WITHDRAW' } as const;
export type ReferralCommand = (typeof ReferralCommand)[keyof typeof ReferralCommand];

/** Who asks, as far as drafts go: whether they may write drafts, and whether they head the school it is of. */
export interface ReferralAsker { readonly mayWrite: boolean; readonly isHead: boolean }
export function referralCommands(state: ReferralState, service: string, { mayWrite, isHead }: ReferralAsker): ReferralCommand[] {
  if (state === ReferralState.WITHDRAWN) return [];
  return [...(mayWrite ? [ReferralCommand.SAVE] : []), ...(isHead && state === ReferralState.DRAFT && needsApproval(service) ? [ReferralCommand.APPROVE] : []), ...(mayWrite ? [ReferralCommand.WITHDRAW] : [])];
}

/** The name under which a text of a draft is kept while it is typed, with its task. */
export const REFERRAL_DRAFT = 'REFERRAL';
