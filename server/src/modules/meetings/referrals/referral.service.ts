import { REFERRAL_DRAFT, ReferralCommand, referralCommands, referralGaps, referralProblems, ReferralState, SUPPORT_SERVICES, type ReferralWords } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { invalidAnswers, manyLines, oneLine } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { DraftService } from '../../tasks/index.ts';
import { REASON_LENGTH } from '../meeting.service.ts';
import type { ReferralRepository, ReferralRow } from './referral.repository.ts';
import type { ReferralDraftsType, ReferralDraftType, ReferralFilter, ReferralInput } from './referral.type.ts';

/** Services asked for in meetings, as drafts: completed by the school or the officer, approved by the headteacher, withdrawn with a reason. Nothing is sent from here. */
export class ReferralService {
  constructor(private readonly referrals: ReferralRepository, private readonly drafts: Pick<DraftService, 'sent'>) {}

  async list(operation: Operation, filter: ReferralFilter, offset: number, take: number): Promise<ReferralDraftsType> {
    if (filter.service && !Object.hasOwn(SUPPORT_SERVICES, filter.service)) return { total: 0, waiting: 0, items: [] };
    const { items, total, waiting } = await this.referrals.list(operation, filter, offset, take);
    return { total, waiting, items: items.map((row) => viewed(operation, row)) };
  }

  async open(operation: Operation, id: string): Promise<ReferralDraftType> {
    const row = /^\d{1,9}$/.test(id) ? await this.referrals.find(operation, Number(id)) : null;
    if (row === null) throw notFound('draft');
    return viewed(operation, row);
  }

  async save(operation: Operation, id: string, version: number, input: ReferralInput): Promise<ReferralDraftType> {
    const was = await this.allowed(operation, id, version, ReferralCommand.SAVE);
    const words: ReferralWords = { reason: manyLines(input.reason), outcome: manyLines(input.outcome), tried: manyLines(input.tried), familyTold: was.pupilId === null ? null : (input.familyTold ?? null) };
    const problems = referralProblems(words);
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    const saved = await this.changed(operation, was, ReferralCommand.SAVE, words);
    if (was.taskId !== null) await this.drafts.sent(operation, { taskId: was.taskId }, REFERRAL_DRAFT);
    return saved;
  }

  async approve(operation: Operation, id: string, version: number): Promise<ReferralDraftType> {
    return this.changed(operation, await this.allowed(operation, id, version, ReferralCommand.APPROVE), ReferralCommand.APPROVE, {});
  }

  async withdraw(operation: Operation, id: string, version: number, reason: string): Promise<ReferralDraftType> {
    const was = await this.allowed(operation, id, version, ReferralCommand.WITHDRAW);
    const why = oneLine(reason);
    if (why === '' || why.length > REASON_LENGTH) throw invalidAnswers({ why: why === '' ? 'Say why it is withdrawn' : `Give the reason in ${REASON_LENGTH} characters or fewer` });
    operation.audit.reason = why;
    return this.changed(operation, was, ReferralCommand.WITHDRAW, { why });
  }

  /** The draft as its sender saw it, or why it cannot be changed by them now. */
  private async allowed(operation: Operation, id: string, version: number, command: ReferralCommand): Promise<ReferralDraftType> {
    if (operation.actor.userId === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client writes no drafts. Nothing was changed.');
    if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One draft is changed at a time. Nothing was changed.');
    const draft = await this.open(operation, id);
    if (draft.version !== version) throw overtaken(draft);
    if (draft.state === ReferralState.WITHDRAWN) throw new Refusal(RefusalCode.CONFLICT, 'This draft was withdrawn, and stays so. Nothing was saved. Ask for the service again at the next meeting.');
    if (draft.allowedCommands.includes(command)) return draft;
    if (command === ReferralCommand.APPROVE && draft.state === ReferralState.APPROVED) throw new Refusal(RefusalCode.CONFLICT, 'This draft is approved already. Nothing was changed.');
    throw new Refusal(RefusalCode.FORBIDDEN, command === ReferralCommand.APPROVE ? 'A draft is approved by the headteacher of its school, where it needs that. Nothing was changed.' : 'Drafts are written by the school and by the officer of the school or of the meeting; your role reads them. Nothing was saved, and nothing you typed is lost.');
  }

  private async changed(operation: Operation, was: ReferralDraftType, command: ReferralCommand, given: Partial<ReferralWords> & { readonly why?: string }): Promise<ReferralDraftType> {
    const isDone = await this.referrals.change(operation, was.id, was.version, command, given);
    const now = await this.open(operation, String(was.id));
    if (!isDone) throw overtaken(now);
    operation.audit.as(AuditKind.CHANGED, { referral: was.id, command, version: now.version });
    return now;
  }
}

const overtaken = ({ approvedBy, changedBy, state, withdrawnBy }: ReferralDraftType): Refusal =>
  new Refusal(RefusalCode.CONFLICT, `${(state === ReferralState.WITHDRAWN ? withdrawnBy : state === ReferralState.APPROVED ? approvedBy : changedBy) ?? 'Somebody'} changed this draft while you had it open. Nothing of yours was saved, and nothing you typed is lost. Look at what stands there now, and decide again.`);

/** A draft with what it lacks and what whoever asks may do, in the trail. */
function viewed(operation: Operation, { isOwn, ...draft }: ReferralRow): ReferralDraftType {
  if (draft.pupilId !== null) operation.audit.viewed([draft.pupilId]);
  operation.audit.schoolIds.add(draft.schoolId);
  const { kind } = operation.actor.reach;
  const mayWrite = kind === 'AUTHORITY' ? operation.can('meeting:record') && (isOwn || operation.can('meeting:approve')) : kind === 'SCHOOLS' && operation.can('case:refer');
  return { ...draft, gaps: referralGaps({ ...draft, isAboutPupil: draft.pupilId !== null }), allowedCommands: referralCommands(draft.state, draft.service, { mayWrite, isHead: kind === 'SCHOOLS' && operation.can('meeting:approve') }) };
}
