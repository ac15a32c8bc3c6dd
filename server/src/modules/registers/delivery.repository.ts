import type { Operation } from '../../platform/graphql/operation.ts';
import type { DeliveryReceipt } from './delivery-receipt.ts';
import type { DeliveryType, RefusedRowType } from './register.type.ts';

export interface DeliveryRow extends Omit<DeliveryType, 'reference' | 'seconds' | 'schools' | 'truncated' | 'refusal' | 'refusedByCode' | 'warningsByCode' | 'changes' | 'columns' | 'unknownColumns' | 'receivedAt' | 'finishedAt' | 'moved' | 'undone'> {
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
  readonly receipt: Partial<DeliveryReceipt>;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

const COLUMNS = `d.id, d.school_id as "schoolId", d.file_name as "fileName", ceil(d.bytes / 1024.0)::int as kilobytes,
  case when d.bytes = 0 then 0 else least(100, round(100.0 * d.bytes_read / d.bytes))::int end as "percentRead", d.source, c.full_name as "sentBy", d.status, d.step,
  d.received_at as "receivedAt", d.finished_at as "finishedAt", d.layout, d.delimiter, d.encoding, d.date_order as "dateOrder", d.first_day as "firstDay", d.last_day as "lastDay",
  d.rows_read as "rowsRead", d.rows_repeated as "rowsRepeated", d.rows_refused as "rowsRefused", d.marks_new as "marksNew", d.marks_changed as "marksChanged",
  d.marks_same as "marksSame", d.pupils, d.weeks_new + d.weeks_changed as weeks, d.receipt,
  d.undone_at as "undoneAt", u.full_name as "undoneBy", d.undo_reason as "undoReason"`;
const FROM = `from delivery d left join colleague c on c.id = d.sent_by left join colleague u on u.id = d.undone_by`;

export interface DeliveryFilter { readonly schoolId: number | null; readonly attention: boolean }

/** Reading deliveries and the rows they refused. */
export class DeliveryRepository {
  async findDelivery(operation: Operation, id: number): Promise<DeliveryRow | null> {
    return (await operation.sql<DeliveryRow>(`select ${COLUMNS} ${FROM} where d.id = $1`, [id]))[0] ?? null;
  }

  /** The latest of one school, or of all where none is named. */
  async latest(operation: Operation, schoolId: number | null, take: number): Promise<DeliveryRow[]> {
    return operation.sql<DeliveryRow>(`select ${COLUMNS} ${FROM} where $1::int is null or d.school_id = $1 order by d.received_at desc, d.id desc limit $2`, [schoolId, take]);
  }

  /** Latest first. `attention` keeps those that refused something or were not kept. */
  async listDeliveries(operation: Operation, filter: DeliveryFilter, offset: number, take: number): Promise<{ items: DeliveryRow[]; total: number }> {
    const where = `where ($1::int is null or d.school_id = $1) and (not $2::boolean or d.status <> 'UNDONE' and (d.rows_refused > 0 or d.status <> 'KEPT'))`;
    const values = [filter.schoolId, filter.attention];
    const items = await operation.sql<DeliveryRow>(`select ${COLUMNS} ${FROM} ${where} order by d.received_at desc, d.id desc offset $3 limit $4`, [...values, offset, take]);
    const [count] = await operation.sql<{ total: number }>(`select count(*)::int as total from delivery d ${where}`, values);
    return { items, total: count?.total ?? 0 };
  }

  async refusedRows(operation: Operation, deliveryId: number, code: string | null, offset: number, take: number): Promise<{ items: Omit<RefusedRowType, 'why' | 'todo'>[]; total: number }> {
    const where = 'where delivery_id = $1 and ($2::text is null or code = $2)';
    const items = await operation.sql<Omit<RefusedRowType, 'why' | 'todo'>>(`select line, code, field, value from delivery_refusal ${where} order by line, code offset $3 limit $4`, [deliveryId, code, offset, take]);
    const [count] = await operation.sql<{ total: number }>(`select count(*)::int as total from delivery_refusal ${where}`, [deliveryId, code]);
    return { items, total: count?.total ?? 0 };
  }

  /** For each reason how many rows it refused and the first few of them. One statement. */
  async firstOfEachReason(operation: Operation, deliveryId: number, each: number): Promise<(Omit<RefusedRowType, 'why' | 'todo'> & { total: number })[]> {
    return operation.sql<Omit<RefusedRowType, 'why' | 'todo'> & { total: number }>(
      `select line, code, field, value, total from (
         select r.*, count(*) over (partition by code)::int as total, row_number() over (partition by code order by line) as place from delivery_refusal r where delivery_id = $1
       ) ranked where place <= $2 order by total desc, code, line`, [deliveryId, each]);
  }

  async everyRefusedRow(operation: Operation, deliveryId: number): Promise<Omit<RefusedRowType, 'why' | 'todo'>[]> {
    return operation.sql<Omit<RefusedRowType, 'why' | 'todo'>>('select line, code, field, value from delivery_refusal where delivery_id = $1 order by line, code', [deliveryId]);
  }
}
