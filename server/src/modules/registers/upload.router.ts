import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, type Router } from 'express';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { fileNameOf } from '../../platform/files/exchange.ts';
import type { OperationActor } from '../../platform/graphql/operation.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { DeliverySource } from './delivery-receipt.ts';
import type { ImportRegisterService } from './importing/import-register.service.ts';

interface Deps {
  readonly importer: ImportRegisterService;
  /** Where a file rests while it is read; emptied afterwards. */
  readonly uploadDir: string;
  readonly maxBytes: number;
  readonly log: Logger;
  /** The signed-in person or machine client of a request that has passed the cross-site checks. */
  readonly actorOf: (response: Response) => OperationActor | null;
}

/**
 * Receives a register file as the body of one request, outside GraphQL so that it is never held in memory. Answers at once
 * with the delivery's id; its progress and receipt are read through GraphQL.
 */
export function uploadRouter({ importer, uploadDir, maxBytes, log, actorOf }: Deps): Router {
  const router = express.Router();
  fs.mkdirSync(uploadDir, { recursive: true });
  forgetLeftovers(uploadDir);

  router.post('/registers', async (request, response, next) => {
    try {
      const actor = actorOf(response);
      if (actor === null) throw new Refusal(RefusalCode.NOT_SIGNED_IN, 'You are not signed in, or your session has ended. The file was not received. Sign in again and send it once more.');
      const schoolId = schoolOf(request);
      refuseSender(actor, schoolId);
      const requestId = randomUUID();
      const file = await receive(request, path.join(uploadDir, requestId), maxBytes);
      const { deliveryId, again, done } = await importer.begin({
        ...file, schoolId, fileName: fileNameOf(request, 'register.csv'), source: actor.userId === null ? DeliverySource.API : DeliverySource.PAGE, sentBy: actor.userId,
      }, { userId: actor.userId, role: actor.role, requestId }).catch(async (error: unknown) => {
        await fs.promises.rm(file.path, { force: true });
        throw error;
      });
      void done.finally(() => fs.promises.rm(file.path, { force: true }).catch(() => undefined));
      log.info({ requestId, actor: actor.userId, operation: 'uploadRegister', delivery: deliveryId, again });
      response.status(again ? 200 : 202).json({ deliveryId, again });
    } catch (error) {
      next(error);
    }
  });
  return router;
}

const LEFTOVER_HOURS = 6;

/** Files that a stopped server left behind hold children's marks and serve nobody: a delivery is always sent again. */
function forgetLeftovers(uploadDir: string): void {
  for (const name of fs.readdirSync(uploadDir)) {
    const file = path.join(uploadDir, name);
    // Younger ones may be another process's, still being read.
    if (Date.now() - fs.statSync(file).mtimeMs > LEFTOVER_HOURS * 3_600_000) fs.rmSync(file, { force: true });
  }
}

function schoolOf(request: Request): number | null {
  const { school } = request.query;
  if (school === undefined || school === 'all') return null;
  if (typeof school === 'string' && /^\d{6}$/.test(school)) return Number(school);
  throw new Refusal(RefusalCode.INVALID, 'That is not a school. The file was not received. Choose the school again and send it once more.');
}

/** A school sends for itself; only authority-wide reach sends for any school or for the whole authority. */
function refuseSender(actor: OperationActor, schoolId: number | null): void {
  const { reach } = actor;
  if (!actor.permissions.has('register:import') || (reach.kind !== 'AUTHORITY' && reach.kind !== 'SCHOOLS')) {
    throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include sending registers. The file was not received. Ask your manager if you need it.');
  }
  if (reach.kind === 'SCHOOLS' && (schoolId === null || !reach.schools.includes(schoolId))) {
    throw new Refusal(RefusalCode.NOT_FOUND, 'We could not find that school. The file was not received. Choose your own school and send it once more.');
  }
}

/** Writes the body to disk while hashing it; an upload that is cut off or too large leaves nothing behind. */
async function receive(request: Request, target: string, maxBytes: number): Promise<{ path: string; bytes: number; sha256: Buffer }> {
  const tooLarge = new Refusal(RefusalCode.FILE_REFUSED, `The file is larger than ${Math.round(maxBytes / 1048576)} MB. It was not received, so nothing changed. Export a shorter span of dates and send that.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge;
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > maxBytes ? tooLarge : null, chunk);
    },
  });
  try {
    await pipeline(request, measure, fs.createWriteStream(target, { mode: 0o600 }));
    return { path: target, bytes, sha256: hash.digest() };
  } catch (error) {
    await fs.promises.rm(target, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Refusal(RefusalCode.BUSY, 'The portal\'s storage is full. The file was not received and nothing was lost. Tell the service desk, and send it again later.');
    throw error;
  }
}
