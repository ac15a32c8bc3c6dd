import { MESSAGE_KINDS } from '@attendance/shared/communications';
import { ForwardOnly } from './forward-only.ts';
import { literal } from './sql-text.ts';

/** Officers are written to about schools that have no date in a term. */
export class MeetingTermMessage1790000000050 extends ForwardOnly {
  readonly statements = [`alter table outbox_message drop constraint outbox_message_kind, add constraint outbox_message_kind check (kind in (${MESSAGE_KINDS.map(literal).join(', ')}))`];
}
