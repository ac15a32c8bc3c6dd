import { answerProblem, mayAnswer, MeetingSide, refuseAnswer } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { invalidAnswers, manyLines } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { sideOf, type MeetingService } from '../meeting.service.ts';
import type { MeetingRecordType } from '../meeting.type.ts';
import type { AnswerInput } from './answers.inputs.ts';
import { pupilOf, type AnswersRepository } from './answers.repository.ts';
import type { LostAnswerType, MeetingAnswerType, MeetingSyncType } from './answers.type.ts';

/** So many boxes are sent at once at most: a form left alone for an hour without a connection. */
const MOST_BOXES = 200;
const LONGEST_READING = 80;

/** What is typed into the papers of a meeting, box by box, by both sides at once. */
export class AnswersService {
  constructor(private readonly meetings: MeetingService, private readonly answers: AnswersRepository) {}

  async list(operation: Operation, meeting: MeetingRecordType): Promise<MeetingAnswerType[]> {
    return this.viewed(operation, await this.answers.list(operation, meeting.id));
  }

  async lost(operation: Operation, meeting: MeetingRecordType): Promise<LostAnswerType[]> {
    return this.viewed(operation, await this.answers.lost(operation, meeting.id));
  }

  /** Writes what was typed and brings what others typed meanwhile. A box somebody else changed first comes back with theirs, and the text that was sent is kept. */
  async sync(operation: Operation, id: string, since: string | null, reading: string, sent: readonly AnswerInput[]): Promise<MeetingSyncType> {
    const meeting = await this.meetings.open(operation, id);
    if (since !== null && Number.isNaN(Date.parse(since))) throw new Refusal(RefusalCode.INVALID, 'It is not clear from when on news is wanted. Nothing was saved. Load the page again.');
    const given = sent.map((answer) => ({ ...answer, value: keptAs(answer.value) }));
    if (given.length > 0) await this.refuse(operation, meeting, given);
    const saved = await this.answers.save(operation, meeting.id, meeting.status, reading.replaceAll('\u0000', '').slice(0, LONGEST_READING), given);
    if (saved === null) throw new Refusal(RefusalCode.CONFLICT, 'The meeting was moved on while you typed. Nothing of this was saved, and nothing you typed is lost: it is still on your screen. Load the meeting again to see how it stands.');
    if (saved.length < given.length) throw new Refusal(RefusalCode.NOT_FOUND, 'Somebody on this list is no longer within your reach, or was taken off it. Nothing of this was saved, and nothing you typed is lost. Load the meeting again.');
    if (given.length > 0) {
      operation.audit.as(AuditKind.CHANGED, { meeting: meeting.id, boxes: [...new Set(given.map(({ place, field }) => `${place}.${field}`))] });
      operation.audit.viewed(given.flatMap(({ place, subject }) => pupilOf(place, subject) ?? []));
    }
    for (const schoolId of meeting.schoolIds) operation.audit.schoolIds.add(schoolId);
    const { at, changes, readers, agreed, listed } = await this.answers.news(operation, meeting.id, since);
    this.viewed(operation, changes);
    operation.audit.viewed(agreed.flatMap(({ pupilId }) => pupilId ?? []));
    return { saved, changes, agreed, readers, listed, status: meeting.status, version: meeting.version, at };
  }

  private async refuse(operation: Operation, meeting: MeetingRecordType, given: readonly AnswerInput[]): Promise<void> {
    if (operation.actor.userId === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client writes no papers of meetings. Nothing was saved.');
    if (given.length > MOST_BOXES) throw new Refusal(RefusalCode.INVALID, `Send ${MOST_BOXES} boxes or fewer at once. Nothing was saved, and nothing you typed is lost.`);
    const side = sideOf(operation);
    if (!operation.can(side === MeetingSide.LA ? 'meeting:record' : 'meeting:prepare')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role reads these papers and does not write in them. Nothing was saved.');
    const closed = given.find(({ place }) => !mayAnswer(place, side, meeting.status));
    if (closed) throw new Refusal(RefusalCode.CONFLICT, `${refuseAnswer(closed.place)}. Nothing of this was saved, and nothing you typed is lost: it is still on your screen.`);
    if (side === MeetingSide.LA) await this.meetings.mustBeOwn(operation, meeting);
    const problems = Object.fromEntries(given.flatMap(({ place, field, value }) => {
      const problem = answerProblem(place, field, value);
      return problem === null ? [] : [[`${place}.${field}`, problem]];
    }));
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
  }

  private viewed<Answer extends MeetingAnswerType>(operation: Operation, answers: Answer[]): Answer[] {
    operation.audit.viewed(answers.flatMap(({ place, subject }) => pupilOf(place, subject) ?? []));
    return answers;
  }
}

/** Words as a box keeps them: what was typed so far, trailing blanks and all, so that a cursor does not jump. */
export const keptAs = (value: string): string => (value.trim() === '' ? '' : value === manyLines(value) ? value : value.replaceAll('\u0000', '').replace(/\r\n?/gu, '\n'));
