import { ForwardOnly } from './forward-only.ts';

/** More kinds of message wait in the outbox: reminders of tasks, and what is sent around a meeting. Each holds counts and addresses, and no word that anybody typed. */
export class TaskReminders1790000000024 extends ForwardOnly {
  readonly statements = [
    `alter table outbox_message drop constraint outbox_message_kind,
       add constraint outbox_message_kind check (kind in ('WEEKLY_DIGEST', 'TASK_REMINDER', 'MEETING_INVITATION', 'MEETING_PREPARATION', 'MEETING_RECORD'))`,
  ];
}
