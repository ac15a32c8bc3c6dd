import { ruleValue } from '@attendance/shared/kernel';
import { DRAFT_LENGTHS, isDraftPart, MOST_DRAFTS } from '@attendance/shared/tasks';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { TaskService } from '../task.service.ts';
import type { DraftAbout, DraftRepository } from './draft.repository.ts';
import type { DraftTextInput, DraftTextType, SavedDraftTextType } from './draft.type.ts';

/** What a person has typed into a form and not sent: kept as it is typed, read by nobody else, gone once it is sent. */
export class DraftService {
  constructor(private readonly drafts: DraftRepository, private readonly tasks: Pick<TaskService, 'open'>) {}

  async list(operation: Operation, meetingId: number | null, taskId: number | null): Promise<DraftTextType[]> {
    const drafts = await this.drafts.list(operation, about(meetingId, taskId));
    operation.audit.viewed(drafts.flatMap(({ pupilId }) => pupilId ?? []));
    return drafts;
  }

  /** Keeps a text over the version it was typed over; the same text again changes nothing. */
  async save(operation: Operation, input: DraftTextInput): Promise<SavedDraftTextType> {
    if (operation.actor.userId === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client types nothing. Nothing was saved.');
    const { meetingId, taskId } = about(input.meetingId ?? null, input.taskId ?? null);
    const value = input.value.replaceAll('\u0000', '').replace(/\r\n?/gu, '\n');
    if (!isDraftPart(input.part)) throw new Refusal(RefusalCode.INVALID, 'There is no such field. Nothing was saved, and nothing you typed is lost. Load the page again.');
    if (value.length > DRAFT_LENGTHS.value) throw new Refusal(RefusalCode.INVALID, `Only ${DRAFT_LENGTHS.value} characters are kept before they are sent. Nothing you typed is lost: it is still on your screen. Shorten it, or send it.`);
    const pupilId = taskId === null ? (input.pupilId ?? null) : (await this.tasks.open(operation, String(taskId))).pupilId;
    const saved = await this.drafts.save(operation, { meetingId, taskId, part: input.part, pupilId, value: value.trim() === '' ? '' : value, base: input.base });
    if (saved === null) throw notFound(taskId === null ? 'meeting' : 'task');
    const { isSaved, version } = saved;
    if (version === null) throw new Refusal(RefusalCode.CONFLICT, `You have begun ${MOST_DRAFTS} texts and sent none of them, and no more are kept. Nothing you typed is lost: it is still on your screen. Send it, or take others away.`);
    operation.audit.as(AuditKind.CHANGED, { draft: input.part, ...(taskId === null ? { meeting: meetingId } : { task: taskId }) });
    if (pupilId !== null) operation.audit.viewed([pupilId]);
    return { isSaved, version, value: saved.value };
  }

  /** Takes away what was sent, and what was kept beside it, in the transaction that makes something of it. */
  async sent(operation: Operation, where: { readonly meetingId: number } | { readonly taskId: number }, part: string): Promise<void> {
    if (operation.actor.userId !== null) await this.drafts.sent(operation, 'taskId' in where ? { meetingId: null, taskId: where.taskId } : { meetingId: where.meetingId, taskId: null }, part);
  }

  /** By the portal itself, each day: texts of which nothing can be made any more, and those nobody came back to. Gives how many. */
  async forget(operation: Operation): Promise<number> {
    const gone = await this.drafts.forget(operation, ruleValue('draft-text.kept.days', operation.today));
    if (gone > 0) operation.audit.as(AuditKind.CHANGED, { draftsForgotten: gone });
    return gone;
  }
}

function about(meetingId: number | null, taskId: number | null): DraftAbout {
  if ((meetingId === null) === (taskId === null)) throw new Refusal(RefusalCode.INVALID, 'A text is about a meeting or about a task, and about one of them. Nothing was saved, and nothing you typed is lost. Load the page again.');
  return { meetingId, taskId };
}
