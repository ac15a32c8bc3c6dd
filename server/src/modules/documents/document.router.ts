import { DOCUMENT_KINDS, RETENTION_CLASSES, type DocumentKind, type RetentionClass } from '@attendance/shared/documents';
import express, { type Request, type Response, type Router } from 'express';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { fileNameOf, refuseOtherSites } from '../../platform/files/exchange.ts';
import type { Operation, OperationActor } from '../../platform/graphql/operation.ts';
import { mostBytes, tooLarge, type DocumentService } from './document.service.ts';

interface Deps {
  readonly documents: DocumentService;
  readonly today: () => string;
  /** The signed-in person of a request that has passed the cross-site checks. */
  readonly actorOf: (response: Response) => OperationActor | null;
  /** Runs work as one audited operation of whoever sent the request. */
  readonly run: <T>(response: Response, name: string, work: (operation: Operation) => Promise<T>) => Promise<T>;
}

/** Takes documents in, outside GraphQL. The file is the body of the request; what it is about stands in the address, its name in a heading. */
export function documentUploadRouter({ documents, today, actorOf, run }: Deps): Router {
  const router = express.Router();

  router.post('/', async (request, response, next) => {
    try {
      mayAdd(actorOf(response));
      const bytes = await receive(request, today());
      const id = await run(response, 'uploadDocument', async (operation) => {
        operation.audit.as(AuditKind.CHANGED, { bytes: bytes.length });
        return documents.keep(operation, {
          key: text(request, 'key'), kind: oneOf<DocumentKind>(request, 'kind', DOCUMENT_KINDS) ?? 'OTHER', title: text(request, 'title'), schoolId: whole(request, 'school'), pupilId: whole(request, 'pupil'),
          about: aboutOf(request), retention: oneOf<RetentionClass>(request, 'retention', RETENTION_CLASSES), fileName: fileNameOf(request, 'document'), bytes,
        });
      });
      response.status(201).json({ id });
    } catch (error) {
      next(error);
    }
  });

  router.post('/:id/versions', async (request, response, next) => {
    try {
      mayAdd(actorOf(response));
      const bytes = await receive(request, today());
      const id = await run(response, 'uploadDocumentVersion', async (operation) => {
        operation.audit.as(AuditKind.CHANGED, { bytes: bytes.length });
        return documents.keepVersion(operation, request.params.id, whole(request, 'version') ?? 0, text(request, 'key'), fileNameOf(request, 'document'), bytes);
      });
      response.status(201).json({ id });
    } catch (error) {
      next(error);
    }
  });
  return router;
}

/** Gives documents out, each as one operation that says in the trail who was given what. Not a byte leaves before that is written. */
export function documentDownloadRouter({ documents, run }: Pick<Deps, 'documents' | 'run'>): Router {
  const router = express.Router();

  router.get('/:id/:number', async (request, response, next) => {
    try {
      refuseOtherSites(request);
      const { id, number } = request.params;
      const file = await run(response, 'downloadDocument', async (operation) => {
        if (!operation.can('document:read')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include documents. Nothing was downloaded. Ask your manager if you need it.');
        const content = await documents.content(operation, id, number);
        operation.audit.as(AuditKind.DISCLOSED, { document: Number(id), version: Number(number) });
        operation.audit.recipient = operation.actor.name;
        return content;
      });
      // A browser shows nothing of it by itself: whatever somebody uploaded is saved, never run.
      response.attachment(file.fileName).type(file.mediaType).set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }).send(file.content);
    } catch (error) {
      next(error);
    }
  });
  return router;
}

/** Asked before a byte is taken in. */
function mayAdd(actor: OperationActor | null): void {
  if (actor === null) throw new Refusal(RefusalCode.NOT_SIGNED_IN, 'You are not signed in, or your session has ended. The file was not received. Sign in again and send it once more.');
  if (!actor.permissions.has('document:write')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include adding documents. The file was not kept. Ask your manager if you need it.');
}

/** The body of a request, whole; one that is too large is not read to its end. */
async function receive(request: Request, today: string): Promise<Buffer> {
  const most = mostBytes(today);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(today);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw tooLarge(today);
    parts.push(part);
  }
  if (size === 0) throw new Refusal(RefusalCode.FILE_REFUSED, 'The file is empty. It was not kept, so nothing changed. Choose another.');
  return Buffer.concat(parts);
}

const text = ({ query }: Request, name: string): string => (typeof query[name] === 'string' ? query[name] : '');

function whole(request: Request, name: string): number | null {
  const given = text(request, name);
  if (given === '') return null;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new Refusal(RefusalCode.INVALID, 'The portal could not read what this file is about. It was not kept. Reload the page and send it again.');
}

function oneOf<Word extends string>(request: Request, name: string, words: readonly Word[]): Word | null {
  const given = text(request, name) as Word;
  if (text(request, name) === '') return null;
  if (words.includes(given)) return given;
  throw new Refusal(RefusalCode.INVALID, 'The portal does not know that kind of document. The file was not kept. Reload the page and send it again.');
}

function aboutOf(request: Request): { source: string; id: number } | null {
  const [source, id] = [text(request, 'source'), whole(request, 'about')];
  return /^[A-Z_]{1,30}$/.test(source) && id !== null ? { source, id } : null;
}
