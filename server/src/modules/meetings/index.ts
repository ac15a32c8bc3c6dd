import { impactResolvers } from './impact/impact.wiring.ts';
import { MeetingRepository } from './meeting.repository.ts';
import { MeetingResolver } from './meeting.resolver.ts';
import { MeetingService } from './meeting.service.ts';
import { PlannerRepository } from './planner.repository.ts';
import { PlannerService } from './planner.service.ts';
import { TermReportRepository } from './reports/term-report.repository.ts';
import { TermReportResolver } from './reports/term-report.resolver.ts';
import { TermReportService } from './reports/term-report.service.ts';

export { termReportRouter } from './reports/term-report.router.ts';

/** Targeting support meetings: the term, its dates and how many schools are covered. */
export function meetingsModule() {
  const [meetings, planner] = [new MeetingRepository(), new PlannerRepository()];
  const termReports = new TermReportService(new TermReportRepository(), planner);
  return {
    termReports,
    entities: [],
    resolvers: [
      new MeetingResolver(new MeetingService(meetings, planner), new PlannerService(planner, meetings)),
      ...impactResolvers(planner),
      new TermReportResolver(termReports),
    ],
  };
}
