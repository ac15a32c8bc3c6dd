import express, { type Response, type Router } from 'express';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { csvFile } from '../../platform/files/csv.ts';
import { refuseOtherSites } from '../../platform/files/exchange.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { referenceOf } from './delivery-receipt.ts';
import type { DeliveryService } from './delivery.service.ts';

interface Deps {
  readonly deliveries: DeliveryService;
  /** Runs work as one audited operation of whoever sent the request. */
  readonly run: <T>(response: Response, name: string, work: (operation: Operation) => Promise<T>) => Promise<T>;
}

const HEADINGS = ['Line', 'Column', 'What we read', 'Why it was refused', 'What to do'] as const;

/**
 * Files about deliveries, outside GraphQL because a browser saves what a plain address answers. The file is made whole
 * before a byte of it leaves: a refusal to write the audit row must leave nothing behind at the receiver.
 */
export function downloadRouter({ deliveries, run }: Deps): Router {
  const router = express.Router();

  router.get('/deliveries/:id/refused.csv', async (request, response, next) => {
    try {
      refuseOtherSites(request);
      const { id } = request.params;
      const file = await run(response, 'downloadRefusedRows', async (operation) => {
        if (!operation.can('delivery:read')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include deliveries. Nothing was downloaded. Ask your manager if you need it.');
        const { delivery, rows } = await deliveries.everyRefusedRow(operation, id);
        operation.audit.as(AuditKind.DISCLOSED, { delivery: delivery.id, rows: rows.length });
        operation.audit.recipient = operation.actor.name;
        if (delivery.schoolId !== null) operation.audit.schoolIds.add(delivery.schoolId);
        return { name: `${referenceOf(delivery.id)}-refused-rows.csv`, text: csvFile(HEADINGS, rows.map((row) => [row.line, row.field, row.value, row.why, row.todo])) };
      });
      response.attachment(file.name).type('text/csv; charset=utf-8').set('Cache-Control', 'no-store').send(file.text);
    } catch (error) {
      next(error);
    }
  });
  return router;
}
