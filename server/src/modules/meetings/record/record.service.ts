import { planWeeks } from '@attendance/shared/attendance';
import { openSchoolDays, type SchoolCalendar } from '@attendance/shared/calendar';
import {
  HALF_TYPED, MeetingCommand, meetingDates, MeetingNeed, MeetingSide, MeetingStatus, meetingTerms, nextStatus, openWhenMet, overdueFrom, preparationProgress, presentPeople, pupilLine, pupilRating, ratingLimits, refuseMeetingCommand, schoolRating, schoolSection, sectionGaps, valueOf,
  type PupilLine, type ProposedRating,
} from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { invalidAnswers, manyLines } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { DraftService } from '../../tasks/index.ts';
import { sideOf, type MeetingService } from '../meeting.service.ts';
import type { MeetingRecordType } from '../meeting.type.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { Tiered, TierService } from '../tier.service.ts';
import type { ActionsRepository } from './actions.repository.ts';
import type { AnswersRepository } from './answers.repository.ts';
import type { PreviousRepository } from './previous.repository.ts';
import type { RecordRepository } from './record.repository.ts';
import type { SaidBeforeType, SectionStateType } from './record.type.ts';

const COMMENT_LENGTH = 1000;
const NO_CALENDAR: SchoolCalendar = { terms: [], closures: [] };

/** Holding a meeting: preparing, starting, completing sections, issuing the record, commenting. What may be done is asked of the status table. */
export class RecordService {
  constructor(
    private readonly meetings: MeetingService, private readonly planner: PlannerRepository, private readonly answers: AnswersRepository, private readonly actions: ActionsRepository, private readonly record: RecordRepository, private readonly previous: PreviousRepository, private readonly tiers: TierService, private readonly drafts: Pick<DraftService, 'sent'>,
  ) {}

  /** How each school's section stands: what it still needs, and the ratings the rules propose. */
  async sections(operation: Operation, meeting: MeetingRecordType): Promise<SectionStateType[]> {
    const answers = await this.answers.list(operation, meeting.id);
    const limits = ratingLimits(meeting.onDay);
    const standings = await this.record.standings(operation, meeting.id, limits.recentDays, planWeeks(operation.today));
    const previous = await this.previous.list(operation, meeting.id);
    operation.audit.viewed(standings.map(({ pupilId }) => pupilId));
    const proposals = await this.schoolRatings(operation, meeting);
    return meeting.schools.map(({ id: schoolId, complete }) => {
      const own = answers.filter((answer) => answer.schoolId === schoolId);
      const ratings = standings.filter((each) => each.schoolId === schoolId).map((pupil) => ({ pupilId: pupil.pupilId, ...pupilRating(pupil, limits) }));
      const lines: PupilLine[] = ratings.map(({ pupilId, rating }) => pupilLine(own, String(pupilId), rating));
      const proposed = proposals.get(schoolId) ?? schoolRating('UNIVERSAL', 0, limits);
      const isAbsent = valueOf(own, 'SECTION', '', 'ABSENT') === 'YES';
      return { schoolId, complete, isAbsent, proposedRating: proposed.rating, proposedReason: proposed.reason, ratings, gaps: isAbsent ? [] : sectionGaps(schoolSection(own, proposed.rating, lines, openWhenMet(previous.filter((action) => action.schoolId === schoolId), meeting.onDay))) };
    });
  }

  /** The rating proposed for each school, from its tier and the terms that passed since it was last met; one never met here counts none. */
  private async schoolRatings(operation: Operation, meeting: MeetingRecordType): Promise<Map<number, ProposedRating>> {
    const calendar = await this.calendar(operation, meeting);
    const terms = meetingTerms(calendar).filter(({ startsOn }) => startsOn <= meeting.onDay);
    const now = terms.at(-1);
    const schools = await this.record.schools(operation, meeting.id);
    const tiered = now === undefined ? new Map<number, Tiered>() : await this.tiers.tiered(operation, schools, this.tiers.question(operation, now, schools.length === 1 ? (schools[0]?.schoolId ?? null) : null));
    return new Map(schools.map(({ schoolId, lastHeldOn }) => {
      const without = lastHeldOn === null ? 0 : terms.filter(({ startsOn, endsOn }) => startsOn > lastHeldOn && endsOn < meeting.onDay).length;
      return [schoolId, schoolRating(tiered.get(schoolId)?.tier.tier ?? 'UNIVERSAL', without, ratingLimits(meeting.onDay))];
    }));
  }

  /** What issued records said last of the pupils on the list, for whoever writes the next one; nothing once this one is issued. */
  async saidBefore(operation: Operation, meeting: MeetingRecordType): Promise<SaidBeforeType[]> {
    if (meeting.status === MeetingStatus.RECORD_ISSUED || meeting.status === MeetingStatus.LOCKED) return [];
    const said = await this.record.saidBefore(operation, meeting.id, planWeeks(operation.today));
    operation.audit.viewed(said.map(({ pupilId }) => pupilId));
    return said;
  }

  /** The calendar by which days of a meeting are read. */
  async calendar(operation: Operation, meeting: MeetingRecordType): Promise<SchoolCalendar> {
    return this.planner.calendar(operation, meeting.schoolIds[0] ?? null);
  }

  /** The school says that it is ready: its form closes, and the officer sees it as it is. */
  async prepare(operation: Operation, id: string, version: number, schoolId: number): Promise<MeetingRecordType> {
    const meeting = await this.started(operation, id, version, MeetingCommand.PREPARE, [MeetingNeed.PREPARATION]);
    if (!meeting.schools.some((school) => school.id === schoolId)) throw new Refusal(RefusalCode.NOT_FOUND, 'This school is not part of the meeting, or not within your reach. Nothing was changed.');
    const own = (await this.answers.list(operation, meeting.id)).filter((answer) => answer.schoolId === schoolId);
    const { missing } = preparationProgress(own);
    if (missing.length > 0) throw new Refusal(RefusalCode.INVALID, `Not submitted yet. Still to be filled in: ${missing.join('; ')}. Nothing you typed is lost.`);
    if (!(await this.record.prepare(operation, meeting.id, version, schoolId))) throw await this.meetings.overtaken(operation, meeting);
    return this.meetings.done(operation, meeting.id, MeetingCommand.PREPARE);
  }

  /** The headteacher's word on what the school submitted. The meeting does not wait for it; what is submitted anew is approved anew. */
  async approve(operation: Operation, id: string, version: number, schoolId: number): Promise<MeetingRecordType> {
    const meeting = await this.started(operation, id, version, MeetingCommand.APPROVE, []);
    const school = meeting.schools.find((each) => each.id === schoolId);
    if (school === undefined) throw new Refusal(RefusalCode.NOT_FOUND, 'This school is not part of the meeting, or not within your reach. Nothing was changed.');
    if (!school.prepared) throw new Refusal(RefusalCode.CONFLICT, 'The preparation has not been submitted yet, so there is nothing to approve. Nothing was changed.');
    if (!(await this.record.approve(operation, meeting.id, version, schoolId))) throw await this.meetings.overtaken(operation, meeting);
    return this.meetings.done(operation, meeting.id, MeetingCommand.APPROVE);
  }

  /** Presses start: from now on the record is written. Somebody has to be there, the school’s champion among them. */
  async start(operation: Operation, id: string, version: number): Promise<MeetingRecordType> {
    const was = await this.meetings.open(operation, id);
    const here = presentPeople(await this.answers.list(operation, was.id)).filter(({ isHere }) => isHere);
    const present = [...(here.length > 0 ? [MeetingNeed.ATTENDEES] : []), ...(here.some(({ part }) => part === 'CHAMPION') ? [MeetingNeed.CHAMPION_PRESENT] : [])];
    const meeting = await this.started(operation, id, version, MeetingCommand.HOLD, present);
    await this.meetings.mustBeOwn(operation, meeting);
    if (operation.today < meeting.onDay) throw new Refusal(RefusalCode.CONFLICT, 'The day of this meeting has not come. Nothing was changed. Move it to today if you hold it earlier.');
    if (!(await this.meetings.move(operation, meeting, version, MeetingCommand.HOLD, { held_on: meeting.onDay }))) throw await this.meetings.overtaken(operation, meeting);
    return this.meetings.done(operation, meeting.id, MeetingCommand.HOLD);
  }

  /** One school’s section is done: from then on the school counts as covered. */
  async complete(operation: Operation, id: string, schoolId: number): Promise<MeetingRecordType> {
    const meeting = await this.meetings.open(operation, id);
    await this.meetings.mustBeOwn(operation, meeting);
    const section = (await this.sections(operation, meeting)).find((each) => each.schoolId === schoolId);
    if (section === undefined) throw new Refusal(RefusalCode.NOT_FOUND, 'This school is not part of the meeting, or not within your reach. Nothing was changed.');
    if (section.isAbsent) throw new Refusal(RefusalCode.CONFLICT, 'This school did not take part, so there is nothing to complete. Nothing was changed.');
    if (section.gaps.length > 0) throw new Refusal(RefusalCode.INVALID, `Not complete yet. ${section.gaps.join('. ')}. Nothing you typed is lost.`);
    if (!(await this.record.completeSection(operation, meeting.id, schoolId))) throw new Refusal(RefusalCode.CONFLICT, 'A section is completed once the meeting is held. Nothing was changed.');
    await this.meetings.clocks.covered(operation, meeting, [schoolId]);
    operation.audit.as(AuditKind.CHANGED, { meeting: meeting.id, section: schoolId });
    return this.meetings.open(operation, id);
  }

  /** Sends the record to the school: actions become tasks of their owners, services asked for become drafts, and the days to comment begin. */
  async issue(operation: Operation, id: string, version: number): Promise<MeetingRecordType> {
    const was = await this.meetings.open(operation, id);
    await this.meetings.mustBeOwn(operation, was);
    const sections = await this.sections(operation, was);
    const gaps = sections.flatMap(({ gaps: missing }) => missing);
    if (was.status === MeetingStatus.HELD && gaps.length > 0) throw new Refusal(RefusalCode.INVALID, `The record is not issued yet. ${[...new Set(gaps)].join('. ')}. Nothing you typed is lost.`);
    if (sections.every(({ isAbsent }) => isAbsent)) throw new Refusal(RefusalCode.INVALID, 'No school took part. Nothing was changed. Record that nobody came instead.');
    const meeting = await this.started(operation, id, version, MeetingCommand.ISSUE, [MeetingNeed.SECTIONS_COMPLETE, MeetingNeed.PUPILS_MARKED]);
    for (const { schoolId, isAbsent, complete } of sections) if (!isAbsent && !complete) await this.record.completeSection(operation, meeting.id, schoolId);
    const calendars = await this.planner.calendars(operation, meeting.schoolIds);
    // One record has one last day to comment: by the calendar of the first school. An action is overdue by that of its own.
    const { commentsUntil } = meetingDates(calendars.get(meeting.schoolIds[0] ?? 0) ?? NO_CALENDAR, meeting.onDay, operation.today);
    const open = new Map([...calendars].map(([schoolId, calendar]) => [schoolId, openSchoolDays(calendar)]));
    const actions = await this.actions.list(operation, meeting.id);
    const given = { today: operation.today, comments_until: commentsUntil, overdue_from: Object.fromEntries(actions.map(({ id: action, schoolId, dueOn }) => [action, overdueFrom(dueOn, open.get(schoolId) ?? [])])) };
    if (!(await this.record.issue(operation, meeting.id, version, given))) throw await this.meetings.overtaken(operation, meeting);
    operation.audit.viewed(actions.flatMap(({ pupilId }) => pupilId ?? []));
    const issued = await this.meetings.done(operation, meeting.id, MeetingCommand.ISSUE);
    await this.meetings.clocks.covered(operation, issued, issued.schools.filter(({ complete }) => complete).map(({ id: schoolId }) => schoolId));
    await this.meetings.clocks.issued(operation, issued);
    await this.meetings.messages.recordIssued(operation, issued);
    return issued;
  }

  /** The school’s word on the record, while it may be given. */
  async comment(operation: Operation, id: string, version: number, words: string): Promise<MeetingRecordType> {
    const comment = manyLines(words);
    if (comment.length > COMMENT_LENGTH) throw invalidAnswers({ comment: `Write ${COMMENT_LENGTH} characters or fewer` });
    const meeting = await this.started(operation, id, version, MeetingCommand.COMMENT, comment === '' ? [] : [MeetingNeed.COMMENT]);
    if (meeting.commentsUntil !== null && operation.today > meeting.commentsUntil) throw new Refusal(RefusalCode.CONFLICT, 'The days to comment are over, and the record is about to lock. Nothing was saved. Speak to the officer.');
    if (!(await this.meetings.move(operation, meeting, version, MeetingCommand.COMMENT, {}, comment))) throw await this.meetings.overtaken(operation, meeting);
    await this.drafts.sent(operation, { meetingId: meeting.id }, HALF_TYPED.comment);
    operation.audit.reason = comment;
    return this.meetings.done(operation, meeting.id, MeetingCommand.COMMENT);
  }

  /** The meeting as the sender saw it, or the refusal that says why the command cannot be given now. */
  private async started(operation: Operation, id: string, version: number, command: MeetingCommand, present: readonly MeetingNeed[]): Promise<MeetingRecordType> {
    this.meetings.once(operation);
    const meeting = await this.meetings.open(operation, id);
    if (meeting.version !== version) throw await this.meetings.overtaken(operation, meeting);
    const side = sideOf(operation);
    if (side === MeetingSide.LA && !operation.can('meeting:record')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role reads meetings and does not hold them. Nothing was changed.');
    const missing = refuseMeetingCommand(meeting.status, command, side, present);
    if (missing.length > 0) throw new Refusal(nextStatus(meeting.status, command) === null ? RefusalCode.CONFLICT : RefusalCode.INVALID, `${missing.join('. ')}. Nothing was changed.`);
    return meeting;
  }
}
