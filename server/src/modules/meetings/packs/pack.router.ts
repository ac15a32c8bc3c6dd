import express, { type Response, type Router } from 'express';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { openPackFile, PACK_FORMATS, packFileName, type PackFormat } from './pack-file.ts';
import { packPdf } from './pack-pdf.ts';
import { packXlsx } from './pack-xlsx.ts';
import type { PackService } from './pack.service.ts';

interface Deps {
  readonly packs: PackService;
  /** Runs work as one audited operation of whoever sent the request. */
  readonly run: <T>(response: Response, name: string, work: (operation: Operation) => Promise<T>) => Promise<T>;
}

/** The addresses of pack files, beside the page's own; everything else below /meetings is the page's. */
export const PACK_FILES = /^\/meetings\/(\d{1,9})\/pack\.(pdf|xlsx)$/;

const whole = (value: unknown): number | null => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null);

/** A pack as a file. Behind sign-in; the trail is written before a byte leaves. */
export function packRouter({ packs, run }: Deps): Router {
  const router = express.Router();
  router.get(PACK_FILES, async (request, response, next) => {
    try {
      const [, meetingId = '', format] = PACK_FILES.exec(request.path) ?? [];
      const file = await run(response, 'downloadPack', (operation) => openPackFile(operation, packs, { meetingId, schoolId: whole(request.query.schoolId), number: whole(request.query.number), format: format as PackFormat }));
      const bytes = format === 'pdf' ? (await packPdf(file)).bytes : await packXlsx(file);
      response.attachment(packFileName(file, format as PackFormat)).type(PACK_FORMATS[format as PackFormat]).set('Cache-Control', 'no-store').send(bytes);
    } catch (error) {
      next(error);
    }
  });
  return router;
}
