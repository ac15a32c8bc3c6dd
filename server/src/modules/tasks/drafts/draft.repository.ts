import { MOST_DRAFTS } from '@attendance/shared/tasks';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { DraftTextType } from './draft.type.ts';

/** What a text is about: a meeting or a task. */
export interface DraftAbout { readonly meetingId: number | null; readonly taskId: number | null }
export interface DraftGiven extends DraftAbout { readonly part: string; readonly pupilId: number | null; readonly value: string; readonly base: number }
/** `version` is null where the person keeps as many texts as there may be. */
export interface DraftOutcome { readonly isSaved: boolean; readonly version: number | null; readonly value: string }

/** SQL of what a person has typed and not sent. */
export class DraftRepository {
  /** One's own about one thing; a text about a child out of reach is left out. */
  async list(operation: Operation, { meetingId, taskId }: DraftAbout): Promise<DraftTextType[]> {
    return operation.sql<DraftTextType>(
      `select part, pupil_id as "pupilId", value, version from draft_text where meeting_id is not distinct from $1::int and task_id is not distinct from $2::int and user_id = current_setting('app.actor')::int and value <> '' order by part`, [meetingId, taskId]);
  }

  /** Null: what it is about is out of reach. */
  async save(operation: Operation, { meetingId, taskId, part, pupilId, value, base }: DraftGiven): Promise<DraftOutcome | null> {
    const [row] = await operation.sql<DraftOutcome>(
      'select is_saved as "isSaved", now_version as version, now_value as value from save_draft_text($1, $2, $3, $4, $5, $6, $7)', [meetingId, taskId, part, pupilId, value, base, MOST_DRAFTS]);
    return row ?? null;
  }

  async sent(operation: Operation, { meetingId, taskId }: DraftAbout, part: string): Promise<void> {
    await operation.sql('select sent_draft_text($1, $2, $3)', [meetingId, taskId, part]);
  }

  /** Gives how many texts are gone. */
  async forget(operation: Operation, keptDays: number): Promise<number> {
    const [row] = await operation.sql<{ gone: number }>('select forget_draft_texts($1::date, $2) as gone', [operation.today, keptDays]);
    return row?.gone ?? 0;
  }
}
