import { dayInWords } from '@attendance/shared/communications';
import { MEETING_STATUS_WORDS, MeetingCommand, MeetingNeed, MeetingStatus, nextStatus, refuseMeetingCommand } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { invalidAnswers, oneLine } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { MOST_ROWS } from '../../../platform/graphql/page.ts';
import { RowResult, type BulkReportType, type BulkService, type HeldTaskInput } from '../../tasks/index.ts';
import { REASON_LENGTH, sideOf, withCommands, type MeetingService } from '../meeting.service.ts';
import type { MeetingRepository } from '../meeting.repository.ts';
import type { MeetingRecordType } from '../meeting.type.ts';
import type { HandoverRepository, HeldOpen } from './handover.repository.ts';
import type { HandoverReportType, HeldMeetingInput, MeetingOfficerType, NamedSchoolInput, NamedSchoolsType } from './handover.type.ts';
import type { NamedSchools } from './named-schools.service.ts';

const NOTHING: BulkReportType = { done: 0, skipped: 0, failed: 0, rows: [] };
const CLOSED = 'It is closed: what is closed stays with whoever held it';
type Verdict = { readonly result: RowResult; readonly reason: string } | null;
interface Work { readonly meetings: readonly HeldMeetingInput[]; readonly tasks: readonly HeldTaskInput[]; readonly schools: readonly NamedSchoolInput[] }
interface Successor { readonly id: number; readonly name: string; readonly seesRestricted: boolean }

/** Giving meetings to another officer: one by hand, or everything somebody holds, when they leave or are away for long. */
export class HandoverService {
  constructor(private readonly rows: HandoverRepository, private readonly meetings: MeetingService, private readonly found: MeetingRepository, private readonly tasks: BulkService, private readonly schools: NamedSchools) {}

  async officers(operation: Operation): Promise<MeetingOfficerType[]> {
    return this.rows.officers(operation);
  }

  /** Meetings of one officer that are not closed, soonest first. */
  async heldBy(operation: Operation, officerId: number): Promise<MeetingRecordType[]> {
    return (await this.found.openOf(operation, officerId, MOST_ROWS)).map((meeting) => withCommands(operation, meeting));
  }

  async schoolsOf(operation: Operation, officerId: number | null): Promise<NamedSchoolsType> {
    return this.schools.of(operation, officerId);
  }

  /** One meeting to another officer. Refused where it was changed since `version`. */
  async one(operation: Operation, id: string, version: number, officerId: number, reason: string): Promise<MeetingRecordType> {
    this.meetings.once(operation);
    const was = await this.meetings.open(operation, id);
    if (was.version !== version) throw await this.meetings.overtaken(operation, was);
    const why = oneLine(reason);
    const missing = refuseMeetingCommand(was.status, MeetingCommand.HAND_ON, sideOf(operation), [MeetingNeed.OFFICER, MeetingNeed.REASON]);
    if (missing.length > 0) throw new Refusal(RefusalCode.CONFLICT, `${missing.join('. ')}. Nothing was changed.`);
    const to = await this.successor(operation, officerId);
    const problems = { ...problemOfReason(why), ...(to === null ? { officerId: 'Choose somebody whose role holds meetings' } : to.id === was.officerId ? { officerId: `${to.name} holds it already` } : {}) };
    if (to === null || Object.keys(problems).length > 0) throw invalidAnswers(problems);
    const verdict = (await this.judge(operation, [was], to)).get(was.id) ?? null;
    if (verdict !== null) throw new Refusal(RefusalCode.FORBIDDEN, `${verdict.reason}. Nothing was changed.`);
    if (!(await this.rows.handOn(operation, [{ id: was.id, version }], to.id, why)).has(was.id)) throw await this.meetings.overtaken(operation, was);
    operation.audit.reason = why;
    operation.audit.as(AuditKind.CHANGED, { from: was.officerId, to: to.id });
    const meeting = await this.meetings.done(operation, was.id, MeetingCommand.HAND_ON);
    await this.meetings.messages.handedOn(operation, meeting, was);
    return meeting;
  }

  /** Meetings, tasks and schools at once, to one officer and for one reason: each row says whether it was done, skipped or failed, and why. One that fails keeps no other from being done. */
  async all(operation: Operation, { meetings, tasks, schools }: Work, officerId: number, reason: string): Promise<HandoverReportType> {
    this.meetings.once(operation);
    const sizes = [meetings, tasks, schools].map(({ length }) => length);
    if (Math.max(...sizes) === 0 || Math.max(...sizes) > MOST_ROWS) throw new Refusal(RefusalCode.INVALID, `Choose something to hand on, and at most ${MOST_ROWS} each of meetings, actions and schools. Nothing was changed.`);
    const why = oneLine(reason);
    const to = await this.successor(operation, officerId);
    const problems = { ...problemOfReason(why), ...(to === null ? { officerId: 'Choose somebody whose role holds meetings' } : {}) };
    if (to === null || Object.keys(problems).length > 0) throw invalidAnswers(problems);
    const told = tasks.length === 0 ? NOTHING : await this.tasks.reassign(operation, tasks, to.id, why);
    const report = meetings.length === 0 ? NOTHING : await this.handOn(operation, meetings, to, why);
    const named = schools.length === 0 ? NOTHING : await this.schools.give(operation, schools, to);
    operation.audit.reason = why;
    return { meetings: report, tasks: told, schools: named };
  }

  private async handOn(operation: Operation, asked: readonly HeldMeetingInput[], to: Successor, why: string): Promise<BulkReportType> {
    const ids = [...new Set(asked.map(({ id }) => id))];
    const found = new Map((await this.found.list(operation, ids.flatMap((id) => (/^\d{1,9}$/.test(id) ? [Number(id)] : [])))).map((meeting) => [String(meeting.id), meeting]));
    const verdicts = await this.judge(operation, [...found.values()], to);
    const versionOf = (id: string): number | undefined => asked.find((each) => each.id === id)?.version;
    const held: HeldOpen[] = ids.flatMap((id) => { const meeting = found.get(id); return meeting !== undefined && !verdicts.get(meeting.id) && meeting.version === versionOf(id) ? [{ id: meeting.id, version: meeting.version }] : []; });
    const done = held.length === 0 ? new Set<number>() : await this.rows.handOn(operation, held, to.id, why);
    const rows = ids.map((id) => {
      const meeting = found.get(id);
      if (meeting === undefined) return { id, what: null, result: RowResult.FAILED, reason: 'We could not find this meeting' };
      const row = { id, what: `${meeting.schools.map(({ name }) => name).join(', ')}, ${dayInWords(meeting.onDay)}` };
      if (done.has(meeting.id)) return { ...row, result: RowResult.DONE, reason: `Given to ${to.name}` };
      return { ...row, ...(verdicts.get(meeting.id) ?? { result: RowResult.FAILED, reason: 'Somebody changed it meanwhile: look at it again' }) };
    });
    operation.audit.as(AuditKind.CHANGED, { meetings: [...done], command: MeetingCommand.HAND_ON, to: to.id });
    for (const was of found.values()) {
      if (!done.has(was.id)) continue;
      for (const schoolId of was.schoolIds) operation.audit.schoolIds.add(schoolId);
      await this.meetings.messages.handedOn(operation, await this.meetings.open(operation, String(was.id)), was);
    }
    const count = (result: RowResult): number => rows.filter((row) => row.result === result).length;
    return { done: count(RowResult.DONE), skipped: count(RowResult.SKIPPED), failed: count(RowResult.FAILED), rows };
  }

  /** Why a meeting is left where it is, or nothing where it may be given: whoever plans for its schools or holds it gives it, to somebody who reaches what it needs. */
  private async judge(operation: Operation, meetings: readonly Pick<MeetingRecordType, 'id' | 'status' | 'officerId'>[], to: Successor): Promise<Map<number, Verdict>> {
    const needs = await this.rows.needs(operation, meetings.map(({ id }) => id));
    return new Map(meetings.map(({ id, status, officerId }): [number, Verdict] => {
      const { isOwn, hasRestricted } = needs.get(id) ?? { isOwn: false, hasRestricted: false };
      if (officerId === to.id) return [id, { result: RowResult.SKIPPED, reason: `${to.name} holds it already` }];
      if (nextStatus(status, MeetingCommand.HAND_ON) === null) return [id, { result: RowResult.SKIPPED, reason: status === MeetingStatus.LOCKED ? CLOSED : `It is ${MEETING_STATUS_WORDS[status].toLowerCase()}: there is nothing to hold` }];
      if (!isOwn && officerId !== operation.actor.userId && !operation.can('meeting:approve')) return [id, { result: RowResult.FAILED, reason: 'Only its officer, the named officer of its schools and managers can give it to somebody else' }];
      return [id, hasRestricted && !to.seesRestricted ? { result: RowResult.FAILED, reason: `${to.name} may not know of every child on its list` } : null];
    }));
  }

  private async successor(operation: Operation, officerId: number): Promise<Successor | null> {
    const [fit, name] = [await this.rows.mayHold(operation, officerId), await this.rows.nameOf(operation, officerId)];
    return fit === null || name === null ? null : { id: officerId, name, seesRestricted: fit.seesRestricted };
  }
}

function problemOfReason(reason: string): Record<string, string> {
  if (reason === '') return { reason: 'Give a reason' };
  return reason.length > REASON_LENGTH ? { reason: `Give the reason in ${REASON_LENGTH} characters or fewer` } : {};
}
