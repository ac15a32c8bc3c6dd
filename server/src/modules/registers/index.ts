import type { Pool } from 'pg';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { DeliveryRepository } from './delivery.repository.ts';
import { DeliveryService } from './delivery.service.ts';
import { DeliveryDesk } from './importing/delivery-desk.ts';
import { ImportRegisterService } from './importing/import-register.service.ts';
import { readRegisterFile } from './readers/index.ts';
import { RegisterRepository } from './register.repository.ts';
import { DeliveryResolver, PupilRegisterResolver } from './register.resolver.ts';
import { UndoRepository } from './undo.repository.ts';
import { UndoService } from './undo.service.ts';

export { DeliverySource, DeliveryStatus } from './delivery-receipt.ts';
export type { ImportResult } from './importing/import-register.service.ts';
export { ImportRegisterService } from './importing/import-register.service.ts';
export { downloadRouter } from './download.router.ts';
export { uploadRouter } from './upload.router.ts';

/** Importing register files, the week rows, corrections and receipts. */
export function registersModule({ ingest, clock, log }: { ingest: Pool; clock: Clock; log: Logger }) {
  const deliveries = new DeliveryService(new DeliveryRepository());
  return {
    entities: [],
    resolvers: [new PupilRegisterResolver(new RegisterRepository()), new DeliveryResolver(deliveries, new UndoService(deliveries, new UndoRepository()))],
    deliveries,
    importer: new ImportRegisterService(ingest, readRegisterFile, clock, log),
    /** Marks deliveries that a stopped server left half way; call once at start. Returns how many. */
    recover: async (): Promise<number> => (await new DeliveryDesk(ingest).markInterrupted()).length,
  };
}
