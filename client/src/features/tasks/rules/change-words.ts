import { TASK_STATUS_WORDS, type TaskStatus } from '@attendance/shared/tasks';
import { formatDate } from '../../../lib/format.ts';

/** The heading of one line of a task's history. */
export function changeTitle({ kind, status, owner, dueOn }: { readonly kind: string; readonly status: TaskStatus; readonly owner: string; readonly dueOn: string }): string {
  switch (kind) {
    case 'MADE': return `Made, for ${owner === '' ? 'nobody named' : owner}, due ${formatDate(dueOn)}`;
    case 'REASSIGNED': return `Given to ${owner}`;
    case 'POSTPONED': return `Due ${formatDate(dueOn)} instead`;
    case 'NOTED': return 'Note';
    default: return TASK_STATUS_WORDS[status];
  }
}
