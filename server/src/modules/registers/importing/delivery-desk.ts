import type { ClientBase, Pool } from 'pg';
import type { DeliverySource, DeliveryStatus, DeliveryStep } from '../delivery-receipt.ts';
import type { ReadOutcome, Refusal } from '../readers/types.ts';

/** A file as it came in, before anything is known of its rows. */
export interface ReceivedFile {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  /** null for a file of the whole authority. */
  readonly schoolId: number | null;
  readonly source: DeliverySource;
  readonly sentBy: number | null;
}

/** Who is named in the audit trail for an import. */
export interface Sender { readonly userId: number | null; readonly role: string; readonly requestId: string }

/** How a delivery ends of which nothing was kept. `outcome` is there where the file was read. */
export interface Ending {
  readonly status: 'REFUSED' | 'INTERRUPTED';
  readonly code: string;
  readonly receipt: object;
  readonly outcome?: ReadOutcome;
}

/** What anything here is asked through: a pool, or the connection of one import. */
type Asked = Pick<ClientBase, 'query'>;

const LIVE = 7260004;

/**
 * The delivery rows outside the import's own transaction: what must be seen while it runs (progress) and after it died.
 * From its first moment a delivery is held by a lock of a connection; one without its lock has been interrupted.
 */
export class DeliveryDesk {
  constructor(private readonly pool: Pool) {}

  /** The kept delivery of the very same bytes for the same school, if there is one. */
  async alreadyKept(file: ReceivedFile): Promise<number | undefined> {
    const { rows } = await this.pool.query<{ id: number }>(`select id from delivery where coalesce(school_id, 0) = coalesce($1::int, 0) and sha256 = $2 and status = 'KEPT'`, [file.schoolId, file.sha256]);
    return rows[0]?.id;
  }

  async progress(deliveryId: number, step: DeliveryStep, bytesRead: number): Promise<void> {
    await this.pool.query(`update delivery set step = $2, bytes_read = $3 where id = $1 and status = 'READING'`, [deliveryId, step, bytesRead]);
  }

  /** Ends a delivery that came to grief where its own connection is gone, and with it the means to say so in the trail. */
  async close(deliveryId: number, { status, code, receipt }: Ending): Promise<void> {
    await this.pool.query(`update delivery set status = $2, refusal_code = $3, receipt = $4, finished_at = now() where id = $1 and status <> 'KEPT'`, [deliveryId, status, code, JSON.stringify(receipt)]);
  }

  /** Ends a delivery of which nothing was kept, with the rows it refused and its entry in the audit trail: all of it or nothing. */
  static async closeAudited(client: ClientBase, deliveryId: number, file: ReceivedFile, sender: Sender, ending: Ending): Promise<void> {
    const { outcome } = ending;
    // Where no columns were found, nothing is known of how the file was written.
    const understood = outcome && outcome.delimiter !== null ? outcome : undefined;
    await client.query('begin');
    if (outcome) await DeliveryDesk.keepRefusals(client, deliveryId, file.schoolId, outcome.refusals);
    await client.query(
      `update delivery set status = $2, refusal_code = $3, receipt = $4, rows_read = $5, rows_refused = $6, layout = $7, delimiter = $8, encoding = $9, date_order = $10, finished_at = now() where id = $1 and status <> 'KEPT'`,
      [deliveryId, ending.status, ending.code, JSON.stringify(ending.receipt), outcome?.rowsRead ?? 0, outcome?.rowsRefused ?? 0,
        understood?.layout ?? null, understood?.delimiter ?? null, understood?.encoding ?? null, understood ? understood.dateOrder.order : null]);
    await client.query(`select append_audit('COLLECTED', 'importRegister', $1, $2, '{}', $3, $4, null, null, $5)`, [
      sender.userId, sender.role, file.schoolId === null ? [] : [file.schoolId],
      JSON.stringify({ delivery: deliveryId, [ending.status === 'REFUSED' ? 'refused' : 'interrupted']: ending.code, rows: outcome?.rowsRead ?? 0, kept: 0 }), sender.requestId]);
    await client.query('commit');
  }

  /** Keeps the refused rows of a delivery, for the receipt and for download. */
  static async keepRefusals(on: Asked, deliveryId: number, schoolId: number | null, refusals: readonly Refusal[]): Promise<void> {
    await on.query(
      `insert into delivery_refusal (delivery_id, line, code, field, value, school_id)
       select $1, line, code, field, value, school from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::int[]) as r(line, code, field, value, school)`,
      [deliveryId, refusals.map((r) => r.line), refusals.map((r) => r.code), refusals.map((r) => r.column ?? ''),
        refusals.map((r) => `${r.value}${r.hint ? ` (${r.hint})` : ''}`.replaceAll('\u0000', '')), refusals.map((r) => r.schoolId ?? schoolId)]);
  }

  /** Opens a delivery that this connection holds: its row is never to be seen without its lock. */
  static async open(on: Asked, file: ReceivedFile, status: DeliveryStatus): Promise<number> {
    const { rows } = await on.query<{ id: number }>(
      `with opened as (insert into delivery (school_id, file_name, sha256, bytes, source, sent_by, status) values ($1, $2, $3, $4, $5, $6, $7) returning id)
       select id, pg_advisory_lock_shared(${LIVE}, id) from opened`,
      [file.schoolId, file.fileName, file.sha256, file.bytes, file.source, file.sentBy, status]);
    return rows[0]?.id ?? 0;
  }

  /** Takes a waiting delivery over: from here on this connection holds it as well. */
  static async takeOver(on: Asked, deliveryId: number): Promise<void> {
    await on.query(`select pg_advisory_lock_shared(${LIVE}, $1)`, [deliveryId]);
    await on.query(`update delivery set status = 'READING' where id = $1`, [deliveryId]);
  }

  static async letGo(on: Asked, deliveryId: number): Promise<void> {
    await on.query(`select pg_advisory_unlock_shared(${LIVE}, $1)`, [deliveryId]);
  }

  /** Deliveries that a stopped server or database left half way: nothing of them was kept. One entry in the trail for each. Returns their ids. */
  async markInterrupted(): Promise<number[]> {
    const { rows } = await this.pool.query<{ id: number }>(`
      with found as (
        update delivery set status = 'INTERRUPTED', finished_at = now(), refusal_code = 'INTERRUPTED',
          receipt = jsonb_build_object('refusal', jsonb_build_object(
            'happened', 'The portal stopped while this file was being read.',
            'lost', 'Nothing was kept from it, so the register is as it was before.',
            'todo', 'Send the same file again: it will be read from the start.'))
        where status in ('WAITING', 'RECEIVED', 'READING') and pg_try_advisory_xact_lock(${LIVE}, id) returning id, school_id)
      select id, append_audit('COLLECTED', 'importRegister', null, 'SYSTEM', '{}', array_remove(array[school_id], null),
        jsonb_build_object('delivery', id, 'interrupted', 'INTERRUPTED', 'rows', 0, 'kept', 0), null, null, 'recovery') from found`);
    return rows.map((row) => row.id);
  }
}
