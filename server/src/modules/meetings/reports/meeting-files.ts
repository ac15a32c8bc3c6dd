import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Response, type Router } from 'express';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { csvBytes, type CsvCell } from '../../../platform/files/csv.ts';
import { xlsxBytes } from '../../../platform/files/xlsx.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';

const FORMATS = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
type FileFormat = keyof typeof FORMATS;

const SHORTEST_NAME = 2;
const LONGEST_NAME = 200;

/** Runs work as one audited operation of whoever sent the request. */
export type RunForFile = <T>(response: Response, name: string, work: (operation: Operation) => Promise<T>) => Promise<T>;

/** A file worked out: its lines, its name without the ending, and what the trail says it was of. */
export interface MeetingFile { readonly lines: readonly (readonly CsvCell[])[]; readonly name: string; readonly details: Readonly<Record<string, unknown>> }

interface FilesOf {
  readonly run: RunForFile;
  /** The operation in the trail. */
  readonly operation: string;
  readonly sheet: string;
  readonly make: (operation: Operation, asked: Readonly<Record<string, unknown>>, recipient: string) => Promise<MeetingFile>;
}

/** Figures of meetings as a file, by POST behind the proof that the portal's own page asks. A few hundred lines: they are made whole, and the trail is written, before the first byte leaves. */
export function meetingFilesRouter({ run, operation: name, sheet, make }: FilesOf): Router {
  const router = express.Router();
  router.post('/', express.json({ limit: '20kb' }), async (request, response, next) => {
    try {
      const asked = (request.body ?? {}) as Record<string, unknown>;
      const { format, recipient } = orderIn(asked);
      const file = await run(response, name, async (operation) => {
        const made = await make(operation, asked, recipient);
        operation.audit.as(AuditKind.DISCLOSED, { ...made.details, format });
        operation.audit.recipient = recipient;
        return made;
      });
      response.attachment(`${file.name}.${format}`).type(FORMATS[format]).set('Cache-Control', 'no-store');
      await pipeline(Readable.from(bytesOf(file.lines, format, sheet), { objectMode: false }), response);
    } catch (error) {
      next(error);
    }
  });
  return router;
}

/** In which format, and for whom. Nothing in a request is trusted. */
function orderIn(asked: Readonly<Record<string, unknown>>): { format: FileFormat; recipient: string } {
  if (asked.format !== 'csv' && asked.format !== 'xlsx') throw new Refusal(RefusalCode.INVALID, 'Choose CSV or Excel. Nothing was downloaded.');
  const recipient = (typeof asked.recipient === 'string' ? asked.recipient : '').replaceAll('\0', '').trim();
  if (recipient.length < SHORTEST_NAME || recipient.length > LONGEST_NAME) throw new Refusal(RefusalCode.INVALID, 'Say who the file is for: a name, or a team. Nothing was downloaded. The trail must say to whom the figures went.');
  return { format: asked.format, recipient };
}

function bytesOf(lines: readonly (readonly CsvCell[])[], format: FileFormat, sheet: string): AsyncGenerator<Uint8Array> {
  async function* each(): AsyncGenerator<readonly CsvCell[]> {
    yield* lines;
  }
  return format === 'csv' ? csvBytes(each()) : xlsxBytes(each(), sheet);
}
