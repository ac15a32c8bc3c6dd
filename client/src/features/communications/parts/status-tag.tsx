import { OUTBOX_STATUS_WORDS, type OutboxStatus } from '@attendance/shared/communications';
import { Tag, type TagColour } from '../../../ui/tag.tsx';

const COLOURS: Readonly<Record<OutboxStatus, TagColour>> = {
  HELD: 'orange', WAITING: 'blue', SENDING: 'blue', CAPTURED: 'grey', UNKNOWN: 'orange', SENT: 'teal', DELIVERED: 'green', FAILED: 'red', WITHDRAWN: 'grey',
};

/** How far a message has come, in words. */
export function OutboxStatusTag({ status }: { status: OutboxStatus }) {
  return <Tag colour={COLOURS[status]}>{OUTBOX_STATUS_WORDS[status]}</Tag>;
}
