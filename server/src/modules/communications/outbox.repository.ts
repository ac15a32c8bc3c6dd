import type { MessageKind, OutboxEvent, OutboxStatus } from '@attendance/shared/communications';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { OutboxFilter } from './outbox.inputs.ts';
import type { OutboxCountType, OutboxFileType, OutboxHappeningType, OutboxMessageType } from './outbox.type.ts';

/** A message as its row has it: a digest's words are made from its body when they are needed. */
export type OutboxRow = Omit<OutboxMessageType, 'allowedCommands' | 'subject' | 'text'> & { readonly subject: string | null; readonly text: string | null; readonly body: unknown };

/** A message about to be written. */
export interface QueuedMessage {
  readonly kind: MessageKind;
  readonly recipientId: number | null;
  readonly recipientName: string | null;
  readonly address: string | null;
  readonly period: string;
  readonly body: unknown;
  readonly status: OutboxStatus;
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
  readonly schoolId: number | null;
  readonly pupilId: number | null;
  readonly isProtected: boolean;
  readonly documentIds: readonly number[];
}

const at = (column: string): string => `to_json(${column}) #>> '{}'`;
const MESSAGE = `m.id, m.kind, m.channel, coalesce(m.recipient_name, '') as "to", coalesce(m.to_address, '') as address, m.subject, m.content as text, m.body, m.status, m.outcome, m.reference, m.gateway_id as "gatewayId", m.attempts,
  ${at('m.next_attempt_at')} as "nextAttemptAt", ${at('m.created_at')} as "writtenAt", ${at('m.changed_at')} as "changedAt", c.full_name as by, m.school_id as "schoolId", m.pupil_id as "pupilId", m.document_ids as "documentIds", m.version
  from outbox_message m left join colleague c on c.id = m.made_by`;
const LISTED = `($1::text is null or m.status = $1) and ($2::text is null or m.kind = $2) and ($3::int is null or m.school_id = $3)`;

/** SQL of the outbox, as a reach reads it. Whose rows is the policies' answer; what writes are functions of the database. */
export class OutboxRepository {
  /** Those somebody has to look at first, then the latest. */
  async list(operation: Operation, filter: OutboxFilter, offset: number, take: number): Promise<{ items: OutboxRow[]; total: number }> {
    const values = [filter.status ?? null, filter.kind ?? null, filter.schoolId ?? null];
    const items = await operation.sql<OutboxRow>(`select ${MESSAGE} where ${LISTED} order by array_position(array['HELD', 'UNKNOWN', 'FAILED'], m.status), m.id desc offset $4 limit $5`, [...values, offset, take]);
    const [whole] = await operation.sql<{ total: number }>(`select count(*)::int as total from outbox_message m where ${LISTED}`, values);
    return { items, total: whole?.total ?? 0 };
  }

  async counts(operation: Operation): Promise<OutboxCountType[]> {
    return operation.sql<OutboxCountType>('select status, count(*)::int as count from outbox_message group by status order by status');
  }

  async find(operation: Operation, id: number): Promise<OutboxRow | null> {
    const [row] = await operation.sql<OutboxRow>(`select ${MESSAGE} where m.id = $1`, [id]);
    return row ?? null;
  }

  async happenings(operation: Operation, id: number): Promise<OutboxHappeningType[]> {
    return operation.sql<OutboxHappeningType>(`select e.id::text as id, e.event, e.status, e.note, c.full_name as by, ${at('e.at')} as at from outbox_event e left join colleague c on c.id = e.by_id where e.message_id = $1 order by e.id desc limit 200`, [id]);
  }

  /** The documents of a message, as far as the reach goes. */
  async files(operation: Operation, ids: readonly number[]): Promise<OutboxFileType[]> {
    return ids.length === 0 ? [] : operation.sql<OutboxFileType>('select id, title, version from document where id = any ($1) order by id', [[...ids]]);
  }

  async queue(operation: Operation, message: QueuedMessage): Promise<{ id: number; isNew: boolean }> {
    const given = {
      kind: message.kind, recipient_id: message.recipientId, recipient_name: message.recipientName, to_address: message.address, period: message.period, body: message.body, status: message.status, channel: message.channel,
      subject: message.subject, content: message.text, school_id: message.schoolId, pupil_id: message.pupilId, protected: message.isProtected, document_ids: message.documentIds,
    };
    const [row] = await operation.sql<{ id: number; isNew: boolean }>('select id, is_new as "isNew" from queue_message($1::jsonb)', [JSON.stringify(given)]);
    if (row === undefined) throw new Error('queue_message gave no row');
    return row;
  }

  /** False where it was changed since `version`. */
  async change(operation: Operation, id: number, version: number, event: OutboxEvent, next: OutboxStatus, note: string): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select change_message($1, $2, $3, $4, $5) as done', [id, version, event, next, note]);
    return row?.done ?? false;
  }
}
