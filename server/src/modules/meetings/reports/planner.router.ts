import type { Router } from 'express';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { PlannerService } from '../planner.service.ts';
import { meetingFilesRouter, type RunForFile } from './meeting-files.ts';
import { plannerFilterIn, plannerLines } from './planner-file.ts';

/** The term planner as a file, for those who plan. */
export function plannerRouter({ planner, run }: { readonly planner: PlannerService; readonly run: RunForFile }): Router {
  return meetingFilesRouter({
    run, operation: 'downloadPlanner', sheet: 'Term planner',
    make: async (operation, asked, recipient) => {
      if (!operation.can('meeting:record')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include the term planner. Nothing was downloaded. Ask your manager if you need it.');
      const filter = plannerFilterIn(asked);
      const list = await planner.listed(operation, filter);
      for (const { schoolId } of list.rows) operation.audit.schoolIds.add(schoolId);
      return {
        lines: plannerLines(list, filter, { today: operation.today, maker: operation.actor.name, recipient }), name: `term-planner-${list.term.key.toLowerCase()}-${operation.today}`,
        details: { report: 'PLANNER', schools: list.rows.length, ...Object.fromEntries(Object.entries({ ...filter, term: list.term.key }).filter(([, value]) => value !== null && value !== false)) },
      };
    },
  });
}
