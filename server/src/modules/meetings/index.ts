import { SchoolOfficers } from '../organisations/index.ts';
import { bulkTasks, draftTexts } from '../tasks/index.ts';
import { ClockKeeper } from './clocks/clock-keeper.ts';
import { MeetingClocksRepository } from './clocks/clocks.repository.ts';
import { HandoverRepository } from './handover/handover.repository.ts';
import { HandoverResolver } from './handover/handover.resolver.ts';
import { HandoverService } from './handover/handover.service.ts';
import { NamedSchools } from './handover/named-schools.service.ts';
import { impactResolvers } from './impact/impact.wiring.ts';
import { MeetingRepository } from './meeting.repository.ts';
import { MeetingResolver } from './meeting.resolver.ts';
import { MeetingService } from './meeting.service.ts';
import { MeetingsDay } from './messages/daily-work.ts';
import { MeetingMessages, type MessageDeps } from './messages/meeting-messages.ts';
import { MessagesRepository } from './messages/messages.repository.ts';
import { RecipientsResolver } from './messages/recipients.resolver.ts';
import { RecipientsService } from './messages/recipients.service.ts';
import { OwnMeetingsRepository } from './own-meetings.repository.ts';
import { OwnMeetingsResolver } from './own-meetings.resolver.ts';
import { OwnMeetingsService } from './own-meetings.service.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { RunAsPortal } from './packs/pack-freezer.ts';
import { packParts } from './packs/pack.wiring.ts';
import { PartnerLinesRepository } from './partners/partner-lines.repository.ts';
import { PartnerLinesResolver } from './partners/partner-lines.resolver.ts';
import { PartnerLinesService } from './partners/partner-lines.service.ts';
import { PlannerRepository } from './planner.repository.ts';
import { PlannerService } from './planner.service.ts';
import { AnswersRepository } from './record/answers.repository.ts';
import { ReferralRepository } from './referrals/referral.repository.ts';
import { ReferralResolver } from './referrals/referral.resolver.ts';
import { ReferralService } from './referrals/referral.service.ts';
import { recordResolver } from './record/record.wiring.ts';
import { TermReportRepository } from './reports/term-report.repository.ts';
import { TermReportResolver } from './reports/term-report.resolver.ts';
import { TermReportService } from './reports/term-report.service.ts';
import { SlotsResolver } from './slots.resolver.ts';
import { SlotsService } from './slots.service.ts';
import { SummariesRepository } from './summaries/summaries.repository.ts';
import { SummariesResolver } from './summaries/summaries.resolver.ts';
import { SummariesService } from './summaries/summaries.service.ts';
import { TierSettingsRepository } from './tier-settings.repository.ts';
import { TierSettingsResolver } from './tier-settings.resolver.ts';
import { TierSettingsService } from './tier-settings.service.ts';
import { TierRepository } from './tier.repository.ts';
import { TierResolver } from './tier.resolver.ts';
import { TierService } from './tier.service.ts';

export { invitationOf, type Invitation, type InvitedMeeting } from './invitation.ts';
export { plannerRouter } from './reports/planner.router.ts';
export { termReportRouter } from './reports/term-report.router.ts';
export { invitationRouter, invitationTo } from './invitation.router.ts';

export type { MeetingsRun } from './messages/daily-work.ts';
export { PACK_FILES, packRouter } from './packs/pack.router.ts';
export { packParts } from './packs/pack.wiring.ts';
export type { RunAsPortal } from './packs/pack-freezer.ts';

/** Targeting support meetings: the term, its dates and how many schools are covered; the pack, the papers, the actions and the record of each. */
export function meetingsModule({ asPortal, ...told }: MessageDeps & { readonly asPortal: RunAsPortal }) {
  const [meetingRows, rows, kept, tierSettings] = [new MeetingRepository(), new PlannerRepository(), new TierRepository(), new TierSettingsRepository()];
  const recipients = new MessagesRepository();
  const keeper = new ClockKeeper(new MeetingClocksRepository(), rows);
  const meetings = new MeetingService(meetingRows, rows, new MeetingMessages(recipients, told), keeper);
  const tiers = new TierService(kept);
  const planner = new PlannerService(rows, tiers, kept);
  const { freezer, packs, resolver: packResolver, topicsResolver } = packParts(asPortal);
  const termReports = new TermReportService(new TermReportRepository(), rows, asPortal);
  const keepWall = async (operation: Operation): Promise<number> => keeper.keepAll(operation, planner);
  const day = new MeetingsDay(freezer, told.communications, keepWall);
  return {
    freezer,
    day,
    dailyJobs: day.jobs(),
    termReports,
    planner,
    packs,
    entities: [],
    resolvers: [
      new MeetingResolver(meetings, planner), new HandoverResolver(new HandoverService(new HandoverRepository(), meetings, meetingRows, bulkTasks(), new NamedSchools(new SchoolOfficers(), keepWall))), new RecipientsResolver(new RecipientsService(recipients, meetings)), new TierResolver(planner, tiers), new TierSettingsResolver(new TierSettingsService(tierSettings, planner)),
      new SlotsResolver(new SlotsService(planner, rows)), new OwnMeetingsResolver(new OwnMeetingsService(new OwnMeetingsRepository(), planner)),
      new SummariesResolver(new SummariesService(new SummariesRepository(), planner)),
      recordResolver(meetings, rows, tiers),
      new ReferralResolver(new ReferralService(new ReferralRepository(), draftTexts())),
      packResolver,
      topicsResolver,
      ...impactResolvers(rows),
      new TermReportResolver(termReports),
      new PartnerLinesResolver(new PartnerLinesService(new PartnerLinesRepository(), new AnswersRepository())),
    ],
  };
}
