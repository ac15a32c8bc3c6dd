import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, type Router } from 'express';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { listOrderIn, type FurtherOrder, type ListOrder } from './list-order.ts';
import { printPolicy } from './print-page.ts';
import { fileOfReport, REPORT_FORMATS, writeReportFile, type ReportFormat } from './report-file.ts';
import type { ReportOrder, ReportsService } from './reports.service.ts';

interface Deps {
  readonly reports: ReportsService;
  /** Where a file rests until it has been sent; emptied of leftovers at the start. */
  readonly folder: string;
  /** Where the portal is reached: pages to print take their style from there. */
  readonly publicUrl: string;
  /** Runs work as one audited operation of whoever sent the request. */
  readonly run: <T>(response: Response, name: string, work: (operation: Operation) => Promise<T>) => Promise<T>;
}

const SHORTEST_NAME = 2;
const LONGEST_NAME = 200;

/**
 * A report as a file, outside GraphQL because it is written while it is read. Asked for by POST, behind the proof that the
 * portal's own page asks: what is filtered and whom it is for must not stand in an address.
 */
export function reportRouter({ reports, folder, publicUrl, run }: Deps): Router {
  const { origin } = new URL(publicUrl);
  const router = express.Router();
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  forgetLeftovers(folder);

  router.post('/', express.json({ limit: '20kb' }), async (request, response, next) => {
    let file: string | undefined;
    try {
      const { order, format, recipient } = askedIn(request);
      const name = await run(response, 'downloadReport', async (operation) => {
        if (!operation.can('report:read-aggregate')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include reports. Nothing was downloaded. Ask your manager if you need it.');
        const opened = 'list' in order ? await reports.openList(operation, order) : fileOfReport(await reports.open(operation, order));
        file = await writeReportFile(operation, opened, { format, recipient, origin }, folder);
        operation.audit.as(AuditKind.DISCLOSED, { ...opened.details, format, rows: opened.table.total });
        operation.audit.recipient = recipient;
        return `${opened.name}-${operation.today}.${format}`;
      });
      if (file === undefined) throw new Error('A report that was made has a file.');
      // Pages to print are shown, under a policy of their own; everything else is kept.
      if (format === 'print') response.set('Content-Security-Policy', printPolicy(origin));
      else response.attachment(name);
      response.type(REPORT_FORMATS[format]).set('Cache-Control', 'no-store');
      await pipeline(fs.createReadStream(file), response);
      await forget(file);
    } catch (error) {
      if (file !== undefined) await forget(file);
      next(error);
    }
  });
  return router;
}

const forget = (file: string): Promise<void> => fs.promises.rm(file, { force: true });
const LEFTOVER_MINUTES = 60;

/** Files that a stopped portal left behind hold children's names and serve nobody. Younger ones may be another process's, on their way. */
function forgetLeftovers(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    const left = path.join(folder, name);
    if (Date.now() - fs.statSync(left).mtimeMs > LEFTOVER_MINUTES * 60_000) fs.rmSync(left, { force: true });
  }
}

const invalid = (message: string): Refusal => new Refusal(RefusalCode.INVALID, message);
const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' && !value.includes('\0') ? value : null);

const isFormat = (word: string): word is ReportFormat => Object.hasOwn(REPORT_FORMATS, word);

/** What a request asks for. Nothing in it is trusted: the report itself refuses what it does not know. */
function askedIn(request: Request): { order: ReportOrder | ListOrder | FurtherOrder; format: ReportFormat; recipient: string } {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const filter = (typeof body.filter === 'object' && body.filter !== null ? body.filter : {}) as Record<string, unknown>;
  const list = listOrderIn(body);
  if (list === null && (typeof body.number !== 'number' || !Number.isInteger(body.number))) throw invalid('That is not a report. Nothing was downloaded. Open the report again and download from there.');
  const format = textIn(body.format);
  if (format === null || !isFormat(format)) throw invalid('Choose CSV, Excel or pages to print. Nothing was downloaded.');
  const recipient = (textIn(body.recipient) ?? '').trim();
  if (recipient.length < SHORTEST_NAME || recipient.length > LONGEST_NAME) throw invalid('Say who the file is for: a name, or a team. Nothing was downloaded. The trail must say to whom the figures went.');
  return {
    order: list ?? {
      number: body.number as number, part: textIn(body.part), sort: textIn(body.sort), descending: typeof body.descending === 'boolean' ? body.descending : null,
      filter: { phase: textIn(filter.phase), schoolId: Number.isInteger(filter.schoolId) && Math.abs(filter.schoolId as number) < 2 ** 31 ? (filter.schoolId as number) : null, ncYear: textIn(filter.ncYear), mine: filter.mine === true, threshold: textIn(filter.threshold) },
    },
    format, recipient,
  };
}
