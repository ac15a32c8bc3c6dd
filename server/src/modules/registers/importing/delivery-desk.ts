import type { Pool } from 'pg';
import type { DeliverySource, DeliveryStep } from '../delivery-receipt.ts';
import type { Refusal } from '../readers/types.ts';

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

const LIVE = 7260004;

/**
 * The delivery rows outside the import's own transaction: what must be seen while it runs (progress) and after it died.
 * A running import holds an advisory lock of its own session, so a delivery without its lock has been interrupted.
 */
export class DeliveryDesk {
  constructor(private readonly pool: Pool) {}

  /** The kept delivery of the very same bytes for the same school, if there is one. */
  async alreadyKept(file: ReceivedFile): Promise<number | undefined> {
    const { rows } = await this.pool.query<{ id: number }>(`select id from delivery where coalesce(school_id, 0) = coalesce($1::int, 0) and sha256 = $2 and status = 'KEPT'`, [file.schoolId, file.sha256]);
    return rows[0]?.id;
  }

  async open(file: ReceivedFile): Promise<number> {
    const { rows } = await this.pool.query<{ id: number }>(
      `insert into delivery (school_id, file_name, sha256, bytes, source, sent_by, status) values ($1, $2, $3, $4, $5, $6, 'READING') returning id`,
      [file.schoolId, file.fileName, file.sha256, file.bytes, file.source, file.sentBy]);
    return rows[0]?.id ?? 0;
  }

  async progress(deliveryId: number, step: DeliveryStep, bytesRead: number): Promise<void> {
    await this.pool.query(`update delivery set step = $2, bytes_read = $3 where id = $1 and status = 'READING'`, [deliveryId, step, bytesRead]);
  }

  /** Ends a delivery of which nothing was kept. */
  async close(deliveryId: number, status: 'REFUSED' | 'INTERRUPTED', code: string, receipt: object, rowsRead = 0, rowsRefused = 0): Promise<void> {
    await this.pool.query(`update delivery set status = $2, refusal_code = $3, receipt = $4, rows_read = $5, rows_refused = $6, finished_at = now() where id = $1`,
      [deliveryId, status, code, JSON.stringify(receipt), rowsRead, rowsRefused]);
  }

  /** Keeps the refused rows of a delivery, for the receipt and for download. */
  static async keepRefusals(on: Pick<Pool, 'query'>, deliveryId: number, schoolId: number | null, refusals: readonly Refusal[]): Promise<void> {
    await on.query(
      `insert into delivery_refusal (delivery_id, line, code, field, value, school_id)
       select $1, line, code, field, value, school from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::int[]) as r(line, code, field, value, school)`,
      [deliveryId, refusals.map((r) => r.line), refusals.map((r) => r.code), refusals.map((r) => r.column ?? ''),
        refusals.map((r) => `${r.value}${r.hint ? ` (${r.hint})` : ''}`.replaceAll('\u0000', '')), refusals.map((r) => r.schoolId ?? schoolId)]);
  }

  /** The statement that marks a delivery as alive for as long as this connection lives. */
  static readonly HOLD = `select pg_advisory_lock(${LIVE}, $1)`;
  static readonly RELEASE = `select pg_advisory_unlock(${LIVE}, $1)`;

  /** Deliveries that a stopped server or database left half way: nothing of them was kept. Returns their ids. */
  async markInterrupted(): Promise<number[]> {
    const { rows } = await this.pool.query<{ id: number }>(`
      update delivery set status = 'INTERRUPTED', finished_at = now(), refusal_code = 'INTERRUPTED',
        receipt = jsonb_build_object('refusal', jsonb_build_object(
          'happened', 'The portal stopped while this file was being read.',
          'lost', 'Nothing was kept from it, so the register is as it was before.',
          'todo', 'Send the same file again: it will be read from the start.'))
      where status in ('RECEIVED', 'READING') and pg_try_advisory_xact_lock(${LIVE}, id) returning id`);
    return rows.map((row) => row.id);
  }
}
