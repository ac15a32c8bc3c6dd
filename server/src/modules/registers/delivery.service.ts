import { notFound } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { referenceOf } from './delivery-receipt.ts';
import type { DeliveryFilter, DeliveryRepository, DeliveryRow } from './delivery.repository.ts';
import { wordsOfFault } from './readers/index.ts';
import type { DeliveriesType, DeliveryType, RefusedRowsType } from './register.type.ts';

/** Deliveries and their receipts, within reach. */
export class DeliveryService {
  constructor(private readonly deliveries: DeliveryRepository) {}

  async openDelivery(operation: Operation, id: string): Promise<DeliveryType> {
    const row = /^\d{1,9}$/.test(id) ? await this.deliveries.findDelivery(operation, Number(id)) : null;
    if (row === null) throw notFound('delivery');
    operation.audit.details.delivery = row.id;
    return shown(row);
  }

  async list(operation: Operation, filter: DeliveryFilter, offset: number, take: number): Promise<DeliveriesType> {
    const page = await this.deliveries.listDeliveries(operation, filter, offset, take);
    return { items: page.items.map(shown), total: page.total };
  }

  async refusedRows(operation: Operation, deliveryId: number, code: string | null, offset: number, take: number): Promise<RefusedRowsType> {
    const page = await this.deliveries.refusedRows(operation, deliveryId, code, offset, take);
    return { total: page.total, items: page.items.map((row) => ({ ...row, ...wordsOfFault(row.code) })) };
  }
}

const countsOf = (counts: Readonly<Record<string, number>> | undefined): { code: string; count: number }[] => Object.entries(counts ?? {}).map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);

function shown({ receipt, receivedAt, finishedAt, ...row }: DeliveryRow): DeliveryType {
  return {
    ...row,
    reference: referenceOf(row.id),
    receivedAt: receivedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null,
    seconds: receipt.seconds ?? 0, refusal: receipt.refusal ?? null,
    refusedByCode: countsOf(receipt.refusedByCode), warningsByCode: countsOf(receipt.warningsByCode),
    changes: [...(receipt.changes ?? [])], unknownColumns: [...(receipt.unknownColumns ?? [])],
    columns: Object.entries(receipt.columns ?? {}).map(([field, heading]) => ({ field, heading })),
  };
}
