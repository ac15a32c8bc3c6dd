import type { Router } from 'express';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { meetingFilesRouter, type RunForFile } from './meeting-files.ts';
import { termReportLines } from './term-report-file.ts';
import type { TermReportService } from './term-report.service.ts';

/** The term report as a file. */
export function termReportRouter({ reports, run }: { readonly reports: TermReportService; readonly run: RunForFile }): Router {
  return meetingFilesRouter({
    run, operation: 'downloadTermReport', sheet: 'Term report',
    make: async (operation, { term }, recipient) => {
      if (!operation.can('meeting:read-summary')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include the term report. Nothing was downloaded. Ask your manager if you need it.');
      const report = await reports.open(operation, typeof term === 'string' && term !== '' ? term : null);
      return { lines: termReportLines(report, operation.actor.name, recipient), name: `term-report-${report.term.key.toLowerCase()}-${operation.today}`, details: { report: 'TERM', term: report.term.key } };
    },
  });
}
