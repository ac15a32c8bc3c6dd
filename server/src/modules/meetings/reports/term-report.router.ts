import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, type Router } from 'express';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { TERM_REPORT_FORMATS, termReportBytes, termReportLines, type TermReportFormat } from './term-report-file.ts';
import type { TermReportService } from './term-report.service.ts';

interface Deps {
  readonly reports: TermReportService;
  /** Runs work as one audited operation of whoever sent the request. */
  readonly run: <T>(response: Response, name: string, work: (operation: Operation) => Promise<T>) => Promise<T>;
}

const SHORTEST_NAME = 2;
const LONGEST_NAME = 200;

/** The term report as a file, by POST behind the proof that the portal's own page asks. A few hundred lines: they are made whole, and the trail is written, before the first byte leaves. */
export function termReportRouter({ reports, run }: Deps): Router {
  const router = express.Router();
  router.post('/', express.json({ limit: '20kb' }), async (request, response, next) => {
    try {
      const { term, format, recipient } = askedIn(request);
      const { lines, name } = await run(response, 'downloadTermReport', async (operation) => {
        if (!operation.can('meeting:read-summary')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include the term report. Nothing was downloaded. Ask your manager if you need it.');
        const report = await reports.open(operation, term);
        operation.audit.as(AuditKind.DISCLOSED, { report: 'TERM', term: report.term.key, format });
        operation.audit.recipient = recipient;
        return { lines: termReportLines(report, operation.actor.name, recipient), name: `term-report-${report.term.key.toLowerCase()}-${operation.today}.${format}` };
      });
      response.attachment(name).type(TERM_REPORT_FORMATS[format]).set('Cache-Control', 'no-store');
      await pipeline(Readable.from(termReportBytes(lines, format), { objectMode: false }), response);
    } catch (error) {
      next(error);
    }
  });
  return router;
}

/** What a request asks for. Nothing in it is trusted. */
function askedIn(request: Request): { term: string | null; format: TermReportFormat; recipient: string } {
  const body = (request.body ?? {}) as Record<string, unknown>;
  if (body.format !== 'csv' && body.format !== 'xlsx') throw new Refusal(RefusalCode.INVALID, 'Choose CSV or Excel. Nothing was downloaded.');
  const recipient = (typeof body.recipient === 'string' ? body.recipient : '').replaceAll('\0', '').trim();
  if (recipient.length < SHORTEST_NAME || recipient.length > LONGEST_NAME) throw new Refusal(RefusalCode.INVALID, 'Say who the file is for: a name, or a team. Nothing was downloaded. The trail must say to whom the figures went.');
  return { term: typeof body.term === 'string' && body.term !== '' ? body.term : null, format: body.format, recipient };
}
