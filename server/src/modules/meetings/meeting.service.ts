import { academicYearOf } from '@attendance/shared/calendar';
import { addDays, parseIsoDay } from '@attendance/shared/kernel';
import {
  CLOCKS_MET, CLOCKS_OWED_AGAIN, groupLimits, mayJoinGroup, meetingClocks, meetingCommands, meetingDates, MeetingCommand, MeetingNeed, MeetingSide, MeetingStatus, MeetingType, nextStatus, refuseMeetingCommand,
} from '@attendance/shared/meetings';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { formKey, invalidAnswers, oneLine } from '../../platform/graphql/form.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { MeetingChangeInput, MeetingInput } from './meeting.inputs.ts';
import type { ClockKeeper } from './clocks/clock-keeper.ts';
import { keptClocks, type KeptClock } from './clocks/meeting-clocks.ts';
import type { MeetingRepository, MeetingRow, PlannedSchool } from './meeting.repository.ts';
import type { MeetingMessages } from './messages/meeting-messages.ts';
import type { MeetingChangeType, MeetingDatesType, MeetingRecordType } from './meeting.type.ts';
import type { PlannerRepository } from './planner.repository.ts';

const PLACE_LENGTH = 200;
/** How long a reason may be. */
export const REASON_LENGTH = 1000;
const SHORTEST_MINUTES = 10;
const LONGEST_MINUTES = 480;
/** Later than this is a slip of the keyboard. */
const FURTHEST_DAYS = 400;
/** Given in the meeting itself, with its record: not by a form of the planner. */
const BY_THE_RECORD: readonly MeetingCommand[] = [MeetingCommand.PREPARE, MeetingCommand.APPROVE, MeetingCommand.HOLD, MeetingCommand.ISSUE, MeetingCommand.COMMENT, MeetingCommand.LOCK];

/** Who gives a command: people who reach schools of the whole authority speak for it, everybody else for a school. */
export const sideOf = (operation: Operation): MeetingSide => (operation.actor.reach.kind === 'AUTHORITY' ? MeetingSide.LA : MeetingSide.SCHOOL);

/** Planning meetings: which dates may be agreed, who may say what, and what a refusal says. */
export class MeetingService {
  constructor(private readonly meetings: MeetingRepository, private readonly planner: PlannerRepository, readonly messages: MeetingMessages, readonly clocks: ClockKeeper) {}

  async open(operation: Operation, id: string): Promise<MeetingRecordType> {
    const meeting = /^\d{1,9}$/.test(id) ? await this.meetings.find(operation, Number(id)) : null;
    if (meeting === null) throw notFound('meeting');
    return withCommands(operation, meeting);
  }

  async changes(operation: Operation, meeting: MeetingRecordType): Promise<MeetingChangeType[]> {
    return this.meetings.changes(operation, meeting.id);
  }

  /** The days due around a meeting, by the calendar of the first of its schools within reach: of a meeting of several, each school reads its own. */
  async dates(operation: Operation, meeting: MeetingRecordType): Promise<MeetingDatesType> {
    return meetingDates(await this.planner.calendar(operation, meeting.schools[0]?.id ?? meeting.schoolIds[0] ?? null), meeting.onDay);
  }

  /** Offers or books a meeting. The same key again gives the meeting it made. */
  async plan(operation: Operation, key: string, command: MeetingCommand, input: MeetingInput): Promise<MeetingRecordType> {
    this.once(operation);
    const next = command === MeetingCommand.OFFER || command === MeetingCommand.BOOK ? nextStatus(MeetingStatus.REQUIRED, command) : null;
    if (next === null) throw new Refusal(RefusalCode.INVALID, 'A meeting begins with an offer or a booking. Nothing was saved.');
    const given = { ...input, schoolIds: [...new Set(input.schoolIds)], place: oneLine(input.place) };
    const problems = problemsOfWhen(operation.today, given);
    const schools = problems.onDay ? [] : await this.meetings.schools(operation, given.schoolIds, given.onDay, academicYearOf(operation.today));
    if (!problems.onDay && schools.length < given.schoolIds.length) throw notFound('school');
    if (given.minutes < SHORTEST_MINUTES || given.minutes > LONGEST_MINUTES) problems.minutes = `Enter between ${SHORTEST_MINUTES} and ${LONGEST_MINUTES} minutes`;
    const who = problemOfSchools(given, schools, operation.today);
    if (who !== null) problems.schoolIds = who;
    const closed = schools.find(({ isOpen }) => !isOpen);
    if (closed) problems.onDay = `${closed.name} is closed on that day`;
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    mustBeOwn(operation, schools);
    if (given.officerId && given.officerId !== operation.actor.userId && !(await this.meetings.isOfficerOf(operation, given.officerId, given.schoolIds))) throw new Refusal(RefusalCode.FORBIDDEN, 'A meeting is held by the officer of its schools, or by whoever plans it. Nothing was saved.');
    const clocks = await this.owed(operation, { type: given.type, officerId: given.officerId ?? operation.actor.userId ?? 0, schoolIds: given.schoolIds, schools: [] }, next, given.onDay);
    const id = await this.meetings.plan(operation, formKey(key), command, next, given, clocks);
    if (id === null) throw new Refusal(RefusalCode.CONFLICT, 'Somebody else used this form’s number. Nothing was saved. Open the form anew and send it again.');
    const meeting = await this.done(operation, id, command);
    // The same form sent again gives the meeting as it is now: what came after was told then.
    if (meeting.version !== 1) return meeting;
    await this.clocks.offered(operation, meeting);
    await this.messages.invite(operation, meeting, command);
    return meeting;
  }

  /** Moves, books, declines or calls off a meeting, or records that nobody came. Refused where it was changed since `version`. */
  async change(operation: Operation, id: string, version: number, command: MeetingCommand, input: MeetingChangeInput): Promise<MeetingRecordType> {
    this.once(operation);
    const was = await this.open(operation, id);
    if (was.version !== version) throw await this.overtaken(operation, was);
    if (command === MeetingCommand.HAND_ON) throw new Refusal(RefusalCode.INVALID, 'A meeting is given to another officer by a form of its own. Nothing was changed.');
    if (BY_THE_RECORD.includes(command)) throw new Refusal(RefusalCode.INVALID, 'This is done in the record of the meeting. Nothing was changed.');
    const reason = oneLine(input.reason ?? '');
    const given = { ...input, reason: reason === '' ? null : reason, ...(typeof input.place === 'string' ? { place: oneLine(input.place) } : {}) };
    const when = { onDay: given.onDay ?? was.onDay, atTime: given.atTime ?? was.atTime, place: given.place ?? was.place };
    const missing = refuseMeetingCommand(was.status, command, sideOf(operation), [
      MeetingNeed.DATE, MeetingNeed.MODE, ...(given.reason === null ? [] : [MeetingNeed.REASON]),
    ]);
    const next = nextStatus(was.status, command);
    if (next === null || !was.allowedCommands.includes(command)) throw new Refusal(RefusalCode.CONFLICT, `${missing.join('. ')}. Nothing was changed.`);
    const problems: Record<string, string> = missing.length > 0 ? { reason: missing.join('. ') } : {};
    if (reason.length > REASON_LENGTH) problems.reason = `Give the reason in ${REASON_LENGTH} characters or fewer`;
    if (setsTheDay(command)) Object.assign(problems, problemsOfWhen(operation.today, when));
    const schools = await this.meetings.schools(operation, was.schoolIds, problems.onDay ? was.onDay : when.onDay, academicYearOf(operation.today));
    if (sideOf(operation) === MeetingSide.LA && was.officerId !== operation.actor.userId) mustBeOwn(operation, schools);
    const closed = setsTheDay(command) && !problems.onDay ? schools.find(({ isOpen }) => !isOpen) : undefined;
    if (closed) problems.onDay = `${closed.name} is closed on that day`;
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    const clocks = setsTheDay(command) ? await this.owed(operation, was, next, when.onDay) : [];
    const day = setsTheDay(command) ? { on_day: given.onDay ?? null, at_time: given.atTime ?? null, mode: given.mode ?? null, place: given.place ?? null } : {};
    if (!(await this.move(operation, was, version, command, { ...day, clocks }, given.reason))) throw await this.overtaken(operation, was);
    operation.audit.reason = given.reason;
    const meeting = await this.done(operation, was.id, command);
    await this.messages.invite(operation, meeting, command);
    return meeting;
  }

  /** Gives a command that the rules allow; false where the meeting was changed since `version`. */
  async move(operation: Operation, { id, status }: MeetingRecordType, version: number, command: MeetingCommand, given: object, reason: string | null = null): Promise<boolean> {
    return this.meetings.change(operation, id, version, command, nextStatus(status, command) ?? status, { ...given, met: CLOCKS_MET[command] ?? [], owed: CLOCKS_OWED_AGAIN[command] ?? [], today: operation.today }, reason);
  }

  /** What is owed of a meeting that is to stand like this on a day, by the calendar of each school. */
  private async owed(operation: Operation, { type, officerId, schoolIds, schools }: Pick<MeetingRecordType, 'type' | 'officerId' | 'schoolIds' | 'schools'>, status: MeetingStatus, onDay: string): Promise<KeptClock[]> {
    const preparedSchoolIds = schools.filter(({ prepared }) => prepared).map(({ id }) => id);
    return keptClocks(meetingClocks({ type, status, onDay, schoolIds, preparedSchoolIds }, await this.planner.calendars(operation, schoolIds), operation.today), officerId);
  }

  /** Officers write for schools named to them, and in meetings they hold themselves; whoever approves meetings, for all. */
  async mustBeOwn(operation: Operation, meeting: MeetingRecordType): Promise<void> {
    if (sideOf(operation) !== MeetingSide.LA || meeting.officerId === operation.actor.userId) return;
    mustBeOwn(operation, await this.meetings.schools(operation, meeting.schoolIds, meeting.onDay, academicYearOf(operation.today)));
  }

  /** The trail has one entry an operation, and that entry names one meeting. */
  once(operation: Operation): void {
    if (operation.actor.userId === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client holds no meetings. Nothing was changed.');
    if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One meeting is changed at a time. Nothing was changed.');
  }

  /** The meeting after a command, and the command in the trail. */
  async done(operation: Operation, id: number, command: MeetingCommand): Promise<MeetingRecordType> {
    const meeting = await this.open(operation, String(id));
    operation.audit.as(AuditKind.CHANGED, { meeting: id, command, version: meeting.version });
    for (const schoolId of meeting.schoolIds) operation.audit.schoolIds.add(schoolId);
    return meeting;
  }

  /** What happened instead: who was first, and when. */
  async overtaken(operation: Operation, was: MeetingRecordType): Promise<Refusal> {
    const [last] = await this.meetings.changes(operation, was.id);
    return new Refusal(RefusalCode.CONFLICT, `${last?.by ?? 'Somebody'} changed this meeting while you had it open. Nothing of yours was saved, and nothing you typed is lost. Look at what stands there now, and decide again.`);
  }
}

/** A meeting with what whoever asks may do with it. */
export function withCommands(operation: Operation, meeting: MeetingRow): MeetingRecordType {
  const may = operation.can('meeting:record') || operation.can('meeting:prepare');
  return { ...meeting, allowedCommands: may ? meetingCommands(meeting.status, sideOf(operation)).filter((command) => !BY_THE_RECORD.includes(command)) : [] };
}

const setsTheDay = (command: MeetingCommand): boolean => command === MeetingCommand.OFFER || command === MeetingCommand.BOOK || command === MeetingCommand.MOVE;

function problemsOfWhen(today: string, { onDay, atTime, place }: Pick<MeetingInput, 'onDay' | 'atTime' | 'place'>): Record<string, string> {
  const problems: Record<string, string> = {};
  if (parseIsoDay(onDay) === null) problems.onDay = 'Enter the day as a real date';
  else if (onDay < today) problems.onDay = 'The day is over: enter one from today on';
  else if (onDay > addDays(today, FURTHEST_DAYS)) problems.onDay = 'The day is more than a year away';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(atTime)) problems.atTime = 'Enter the time as hours and minutes, such as 14:00';
  if (place.length > PLACE_LENGTH) problems.place = `Say where in ${PLACE_LENGTH} characters or fewer`;
  return problems;
}

/** What is wrong with naming these schools together, or null. */
function problemOfSchools({ type, schoolIds }: MeetingInput, schools: readonly PlannedSchool[], today: string): string | null {
  if (schoolIds.length === 0) return 'Choose a school';
  const isOfSeveral = type === MeetingType.SMALL_SCHOOLS_GROUP || type === MeetingType.TRUST;
  if (!isOfSeveral && schoolIds.length > 1) return 'Choose one school, or make it a meeting of a group or a trust';
  if (type === MeetingType.TRUST && new Set(schools.map(({ trustId }) => trustId)).size > 1) return 'These schools are not all of one trust';
  if (type === MeetingType.TRUST && schools.some(({ trustId }) => trustId === null)) return 'A school of no trust cannot be in a meeting of one';
  if (type !== MeetingType.SMALL_SCHOOLS_GROUP) return null;
  const limits = groupLimits(today);
  const large = schools.map((school) => ({ school, joins: mayJoinGroup(school, limits) })).find(({ joins }) => !joins.may);
  return large === undefined ? null : `${large.school.name} cannot be in a group: ${large.joins.reason}`;
}

/** An officer plans for the schools named to them; whoever approves meetings plans for all. */
function mustBeOwn(operation: Operation, schools: readonly PlannedSchool[]): void {
  const other = operation.can('meeting:approve') ? undefined : schools.find(({ isOwn }) => !isOwn);
  if (other) throw new Refusal(RefusalCode.FORBIDDEN, `You are not the named officer of ${other.name}. Nothing was saved. Ask its officer or your manager.`);
}
