import { ruleValue } from '@attendance/shared/kernel';
import { answerFields, answerProblem, partnerField, type MeetingStatus, type PartnerField } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { invalidAnswers } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { reasonWithoutCare } from '../packs/pack.service.ts';
import type { AnswersRepository } from '../record/answers.repository.ts';
import { keptAs } from '../record/answers.service.ts';
import type { SavedAnswerType } from '../record/answers.type.ts';
import type { PartnerLinesRepository } from './partner-lines.repository.ts';
import type { PartnerMeetingType, PartnerRecordsType } from './partner-lines.type.ts';

/** One pupil of one meeting. */
export interface LineOf { readonly meetingId: string; readonly schoolId: number; readonly pupilId: number }

/** Boxes of a pupil that are marks for the officer and say nothing to a reader. */
const MARKS = ['SAFEGUARDING', 'DISCUSSED'];
const SAID_OF_PUPIL = Object.keys(answerFields('PUPIL')).filter((field) => !MARKS.includes(field));

/** What early help, the Virtual School and the SEND service add about a pupil before a meeting: one line each, their own, until the record is issued. */
export class PartnerLinesService {
  constructor(private readonly lines: PartnerLinesRepository, private readonly answers: AnswersRepository) {}

  async list(operation: Operation): Promise<PartnerMeetingType[]> {
    // Whoever reaches whole schools reads the meetings themselves: lists by child are for partners.
    if (operation.actor.reach.kind !== 'PUPILS') return [];
    const rows = await this.lines.list(operation, fieldOf(operation, 'Nothing is shown.'), ruleValue('meeting.partner-lines.school-days', operation.today));
    operation.audit.viewed(rows.map(({ pupilId }) => pupilId));
    const meetings = new Map<string, PartnerMeetingType>();
    for (const { meetingId, schoolId, school, onDay, atTime, status, linesBy, priority, origin, ...pupil } of rows) {
      operation.audit.schoolIds.add(schoolId);
      const key = `${meetingId}/${schoolId}`;
      const meeting = meetings.get(key) ?? { id: meetingId, schoolId, school, onDay, atTime, status: status as MeetingStatus, linesBy, pupils: [] };
      meeting.pupils.push(operation.can('pupil:read-care-status') ? pupil : { ...pupil, reason: reasonWithoutCare({ priority, origin, reason: pupil.reason }) });
      meetings.set(key, meeting);
    }
    return [...meetings.values()];
  }

  /** What issued records say about the asker's own children. */
  async records(operation: Operation, offset: number, take: number): Promise<PartnerRecordsType> {
    if (operation.actor.reach.kind !== 'PUPILS') return { total: 0, items: [] };
    const rows = await this.lines.records(operation, SAID_OF_PUPIL, offset, take);
    operation.audit.viewed(rows.map(({ pupilId }) => pupilId));
    for (const { schoolId } of rows) operation.audit.schoolIds.add(schoolId);
    return { total: rows[0]?.total ?? 0, items: rows };
  }

  /** Writes the partner's line where its version is the one the writer saw; else theirs comes back, and what was sent is kept among the lost texts. */
  async save(operation: Operation, { meetingId, schoolId, pupilId }: LineOf, sent: string, base: number): Promise<SavedAnswerType> {
    if (operation.actor.userId === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client adds no lines. Nothing was saved.');
    if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One line is saved at a time. Nothing was saved.');
    const field = operation.actor.reach.kind === 'PUPILS' ? fieldOf(operation, 'Nothing was saved, and nothing you typed is lost.') : null;
    const status = field !== null && /^\d{1,9}$/.test(meetingId) ? await this.lines.status(operation, Number(meetingId), schoolId, pupilId) : null;
    if (field === null || status === null) throw new Refusal(RefusalCode.NOT_FOUND, 'This child is not, or no longer, within your reach on the list of a meeting that takes lines: the record may have been issued, or the child taken off the list. Nothing was saved, and nothing you typed is lost.');
    const value = keptAs(sent);
    const problem = answerProblem('PARTNER', field, value);
    if (problem !== null) throw invalidAnswers({ value: problem });
    const [saved] = (await this.answers.save(operation, Number(meetingId), status as MeetingStatus, `PARTNER/${pupilId}`, [{ schoolId, place: 'PARTNER', subject: String(pupilId), field, value, base }])) ?? [];
    if (saved === undefined) throw new Refusal(RefusalCode.CONFLICT, 'The meeting was moved on, or its list was changed, while you typed. Nothing was saved, and nothing you typed is lost. Load the page again.');
    operation.audit.as(AuditKind.CHANGED, { meeting: Number(meetingId), boxes: [`PARTNER.${field}`] });
    operation.audit.viewed([pupilId]);
    operation.audit.schoolIds.add(schoolId);
    return saved;
  }
}

function fieldOf({ actor }: Operation, lost: string): PartnerField {
  const field = partnerField(actor.role);
  if (field !== null) return field;
  throw new Refusal(RefusalCode.FORBIDDEN, `Lines before a meeting are added by early help, the Virtual School and the SEND service; your role writes elsewhere. ${lost} Tell the attendance officer of the school what the meeting should know.`);
}
