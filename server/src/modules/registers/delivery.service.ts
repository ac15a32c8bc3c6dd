import { notFound } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { referenceOf } from './delivery-receipt.ts';
import type { DeliveryFilter, DeliveryRepository, DeliveryRow } from './delivery.repository.ts';
import { wordsOfFault } from './readers/index.ts';
import type { CodeCountType, DeliveriesType, DeliveryType, RefusedReasonType, RefusedRowsType, RefusedRowType } from './register.type.ts';

const LATEST = 5;

/** Deliveries and their receipts, within reach. */
export class DeliveryService {
  constructor(private readonly deliveries: DeliveryRepository) {}

  async openDelivery(operation: Operation, id: string): Promise<DeliveryType> {
    const row = await this.found(operation, id);
    operation.audit.details.delivery = row.id;
    return shown(row);
  }

  /** All rows a delivery refused, in the order of its file, for a person to take away. */
  async everyRefusedRow(operation: Operation, id: string): Promise<{ delivery: Pick<DeliveryRow, 'id' | 'schoolId'>; rows: RefusedRowType[] }> {
    const delivery = await this.found(operation, id);
    const rows = await this.deliveries.everyRefusedRow(operation, delivery.id);
    return { delivery, rows: rows.map((row) => ({ ...row, ...wordsOfFault(row.code) })) };
  }

  async list(operation: Operation, filter: DeliveryFilter, offset: number, take: number): Promise<DeliveriesType> {
    const page = await this.deliveries.listDeliveries(operation, filter, offset, take);
    return { items: page.items.map(shown), total: page.total };
  }

  /** The latest deliveries of the same school, this one among them. */
  async latestBeside(operation: Operation, { schoolId }: Pick<DeliveryType, 'schoolId'>): Promise<DeliveryType[]> {
    return (await this.deliveries.latest(operation, schoolId, LATEST)).map(shown);
  }

  async refusedRows(operation: Operation, deliveryId: number, code: string | null, offset: number, take: number): Promise<RefusedRowsType> {
    const page = await this.deliveries.refusedRows(operation, deliveryId, code, offset, take);
    return { total: page.total, items: page.items.map((row) => ({ ...row, ...wordsOfFault(row.code) })) };
  }

  /** The reasons rows were refused for, commonest first, each with its first rows. */
  async refusedReasons(operation: Operation, deliveryId: number, each: number): Promise<RefusedReasonType[]> {
    const reasons: RefusedReasonType[] = [];
    for (const { total, ...row } of await this.deliveries.firstOfEachReason(operation, deliveryId, each)) {
      const words = wordsOfFault(row.code);
      let reason = reasons.find(({ code }) => code === row.code);
      if (reason === undefined) reasons.push(reason = { code: row.code, count: total, ...words, rows: [] });
      reason.rows.push({ ...row, ...words });
    }
    return reasons;
  }

  private async found(operation: Operation, id: string): Promise<DeliveryRow> {
    const row = /^\d{1,9}$/.test(id) ? await this.deliveries.findDelivery(operation, Number(id)) : null;
    if (row === null) throw notFound('delivery');
    return row;
  }
}

const countsOf = (counts: Readonly<Record<string, number>> | undefined): CodeCountType[] =>
  Object.entries(counts ?? {}).map(([code, count]) => ({ code, count, ...wordsOfFault(code) })).sort((a, b) => b.count - a.count);

function shown({ receipt, receivedAt, finishedAt, undoneAt, undoneBy, undoReason, ...row }: DeliveryRow): DeliveryType {
  return {
    ...row,
    reference: referenceOf(row.id),
    receivedAt: receivedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null,
    seconds: receipt.seconds ?? 0, schools: receipt.schools ?? 0, truncated: receipt.truncated ?? false, refusal: receipt.refusal ?? null,
    refusedByCode: countsOf(receipt.refusedByCode), warningsByCode: countsOf(receipt.warningsByCode),
    changes: [...(receipt.changes ?? [])], unknownColumns: [...(receipt.unknownColumns ?? [])],
    moved: receipt.moved ?? null, undone: undoneAt === null ? null : { at: undoneAt.toISOString(), by: undoneBy, reason: undoReason ?? '' },
    columns: Object.entries(receipt.columns ?? {}).map(([field, heading]) => ({ field, heading })),
  };
}
