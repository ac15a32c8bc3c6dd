import { OUTBOX_NEXT, type MessageChannel, type MessageKind, type OutboxEvent, type OutboxStatus } from '@attendance/shared/communications';
import type { Pool, PoolClient } from 'pg';
import { onOneConnection } from '../../../platform/database/held-connection.ts';

/** A message in the hands of this process. */
export interface HeldMessage {
  readonly id: number;
  readonly status: OutboxStatus;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly reference: string;
  readonly name: string;
  readonly address: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly body: unknown;
  readonly attempts: number;
  readonly checks: number;
  readonly handedOverAt: Date | null;
  readonly schoolId: number | null;
  readonly pupilId: number | null;
}

/** What becomes of a message: the event says where it leads. `nextAt` is when the portal turns to it again; null is never. */
export interface Ending { readonly event: OutboxEvent; readonly why: string; readonly nextAt: Date | null; readonly gatewayId?: string; readonly isCheck?: boolean }

/** The words a message goes out in, kept with it as it leaves. */
export interface HandingOver { readonly subject: string; readonly text: string; readonly sender: string; readonly at: Date; readonly leaves: boolean }

/** Class of the locks that say that a process has a message in hand: held by its connection, and gone with it. */
const IN_HAND = 7260026;
const HELD = `id, status, kind, channel, reference, coalesce(recipient_name, '') as name, to_address as address, subject, content as text, body, attempts, checks, handed_over_at as "handedOverAt", school_id as "schoolId", pupil_id as "pupilId"`;

/**
 * The job's own way to the outbox, on one connection of the importing login. A message is in the hands of at most one process:
 * whoever has it holds a lock that the database lets go when that process dies, and not before.
 */
export class OutboxDesk {
  private constructor(private readonly client: PoolClient, private readonly run: string) {}

  /** Works on a connection of its own, which must not be a pooled one in the middle of something else. */
  static async at<T>(pool: Pool, run: string, work: (desk: OutboxDesk) => Promise<T>): Promise<T> {
    return onOneConnection(pool, (client) => work(new OutboxDesk(client, run)));
  }

  /** Ids of messages of a status that are due, those due longest first. */
  async due(status: OutboxStatus, now: Date, most: number): Promise<number[]> {
    const { rows } = await this.client.query<{ id: number }>('select id from outbox_message where status = $1 and next_attempt_at <= $2 order by next_attempt_at, id limit $3', [status, now, most]);
    return rows.map(({ id }) => id);
  }

  /** Ids of messages that some process is handing over, or was when it died. */
  async handedOver(): Promise<number[]> {
    const { rows } = await this.client.query<{ id: number }>(`select id from outbox_message where status = 'SENDING' order by id`);
    return rows.map(({ id }) => id);
  }

  /**
   * Does work with a message in hand, unless another process has it, or it is not of that status, or not due, any more: who looked
   * for it may have looked before the last attempt, and what is to be waited for after that one must be waited for.
   */
  async inHand(id: number, status: OutboxStatus, dueBy: Date | null, work: (message: HeldMessage) => Promise<void>): Promise<boolean> {
    const { rows: [lock] } = await this.client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [IN_HAND, id]);
    if (lock?.got !== true) return false;
    try {
      const { rows: [message] } = await this.client.query<HeldMessage>(`select ${HELD} from outbox_message where id = $1 and status = $2 and ($3::timestamptz is null or next_attempt_at <= $3)`, [id, status, dueBy]);
      if (message === undefined) return false;
      await work(message);
      return true;
    } finally {
      await this.client.query('select pg_advisory_unlock($1, $2)', [IN_HAND, id]).catch(() => undefined);
    }
  }

  /** Writes down, before a byte leaves, that a message is about to: whatever happens next, it is known that it may have been sent. False where somebody withdrew it meanwhile. */
  async beginHandingOver(message: HeldMessage, { subject, text, sender, at, leaves }: HandingOver): Promise<boolean> {
    return this.inTransaction(async () => {
      const { rowCount } = await this.client.query(
        `update outbox_message set status = 'SENDING', attempts = attempts + 1, handed_over_at = $2, sender = $3, subject = $4, content = $5, outcome = null, version = version + 1, changed_at = clock_timestamp() where id = $1 and status = 'WAITING'`,
        [message.id, at, sender, subject, text]);
      if (rowCount !== 1) return false;
      await this.note(message.id, 'HANDING_OVER', 'SENDING', '');
      await this.audit(leaves ? 'DISCLOSED' : 'CHANGED', message, { attempt: message.attempts + 1, sender, channel: message.channel }, message.name);
      return true;
    });
  }

  /** Writes down what became of a message in hand, with its line of history and its entry in the trail. */
  async end(message: Pick<HeldMessage, 'id' | 'schoolId' | 'pupilId'>, from: OutboxStatus, { event, why, nextAt, gatewayId, isCheck = false }: Ending): Promise<OutboxStatus> {
    const next = OUTBOX_NEXT[from][event];
    if (next === undefined) throw new Error(`Nothing leads from ${from} by ${event}.`);
    return this.inTransaction(async () => {
      const { rowCount } = await this.client.query(
        `update outbox_message set status = $3, outcome = nullif($4, ''), next_attempt_at = $5, gateway_id = coalesce($6, gateway_id), checks = case when $7 then checks + 1 when $3 in ('SENT', 'WAITING') then 0 else checks end, version = version + 1, changed_at = clock_timestamp() where id = $1 and status = $2`,
        [message.id, from, next, why, nextAt, gatewayId ?? null, isCheck]);
      if (rowCount !== 1) throw new Error(`Message ${message.id} is not ${from} any more.`);
      await this.note(message.id, event, next, why);
      await this.audit('CHANGED', message, { event, status: next }, null);
      return next;
    });
  }

  private async note(id: number, event: OutboxEvent, status: OutboxStatus, why: string): Promise<void> {
    await this.client.query('insert into outbox_event (message_id, event, status, note, restricted, protected, channel) select id, $2, $3, left($4, 500), restricted, protected, channel from outbox_message where id = $1', [id, event, status, why]);
  }

  private async audit(kind: string, message: Pick<HeldMessage, 'id' | 'schoolId' | 'pupilId'>, details: object, recipient: string | null): Promise<void> {
    await this.client.query(`select append_audit($1, 'sendOutbox', null, 'SYSTEM', $2, $3, $4, null, $5, $6)`, [
      kind, message.pupilId === null ? [] : [message.pupilId], message.schoolId === null ? [] : [message.schoolId], JSON.stringify({ message: message.id, ...details }), recipient, this.run]);
  }

  private async inTransaction<T>(work: () => Promise<T>): Promise<T> {
    await this.client.query('begin');
    try {
      const value = await work();
      await this.client.query('commit');
      return value;
    } catch (error) {
      await this.client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}
