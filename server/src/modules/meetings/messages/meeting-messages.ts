import { createHash } from 'node:crypto';
import { dayInWords } from '@attendance/shared/communications';
import { MeetingCommand } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { CommunicationService } from '../../communications/index.ts';
import type { DocumentService } from '../../documents/index.ts';
import type { Invitation } from '../invitation.ts';
import { invitationTo } from '../invitation.router.ts';
import type { MeetingRecordType } from '../meeting.type.ts';
import type { MessagesRepository, Told } from './messages.repository.ts';

/** What changes somebody's calendar, and so is told. An offer is in it as a date to be answered. */
const TOLD: readonly MeetingCommand[] = [MeetingCommand.OFFER, MeetingCommand.BOOK, MeetingCommand.MOVE, MeetingCommand.CANCEL, MeetingCommand.DECLINE];

export interface MessageDeps { readonly communications: CommunicationService; readonly documents: DocumentService; /** Where the portal is reached. */ readonly publicUrl: string }

/** Messages of meetings, each written in the transaction of what it tells of. One message a person and version of a meeting, however often a command is sent; none names a child. */
export class MeetingMessages {
  constructor(private readonly rows: MessagesRepository, private readonly deps: MessageDeps) {}

  /** Tells the officer and the champions what a command of the planner did, with the entry for their calendars kept as a document of each school. */
  async invite(operation: Operation, meeting: MeetingRecordType, command: MeetingCommand): Promise<void> {
    if (!TOLD.includes(command)) return;
    const told = await this.rows.told(operation, meeting.id);
    if (told.length === 0) return;
    const invitation = await invitationTo(operation, String(meeting.id), this.deps.publicUrl);
    const files = await this.keep(operation, meeting, invitation);
    const data = {
      meetingId: meeting.id, schools: meeting.schools.map(({ name }) => name), onDay: meeting.onDay, atTime: meeting.atTime, minutes: meeting.minutes, place: meeting.place, officer: meeting.officer,
      method: invitation.method, sequence: invitation.sequence, uid: invitation.uid,
    };
    for (const each of told) {
      const schoolId = schoolOf(each, files);
      const file = schoolId === null ? undefined : files.get(schoolId);
      await this.deps.communications.queue(operation, { kind: 'MEETING_INVITATION', recipient: { userId: each.userId }, period: periodOf(meeting), data, schoolId: schoolId ?? firstOf(files), documentIds: file === undefined ? [] : [file] });
    }
  }

  /** Tells the champions that the record can be read, and until when they may comment. */
  async recordIssued(operation: Operation, meeting: MeetingRecordType): Promise<void> {
    for (const { userId, schoolIds } of await this.rows.told(operation, meeting.id)) {
      if (schoolIds.length === 0) continue;
      const school = meeting.schools.filter(({ id }) => schoolIds.includes(id)).map(({ name }) => name).join(', ');
      await this.deps.communications.queue(operation, { kind: 'MEETING_RECORD', recipient: { userId }, period: periodOf(meeting), data: { meetingId: meeting.id, school, commentsUntil: meeting.commentsUntil }, schoolId: schoolIds[0] ?? null });
    }
  }

  /** The calendar entry as a document of each school within reach, so that its champion may open it; by school. */
  private async keep(operation: Operation, meeting: MeetingRecordType, invitation: Invitation): Promise<ReadonlyMap<number, number>> {
    const { reach } = operation.actor;
    const files = new Map<number, number>();
    for (const schoolId of meeting.schoolIds) {
      if (reach.kind !== 'AUTHORITY' && !reach.schools.includes(schoolId)) continue;
      files.set(schoolId, await this.deps.documents.keep(operation, {
        key: keyOf(`${invitation.uid}/${invitation.sequence}/${schoolId}`), kind: 'INVITATION', title: `${invitation.method === 'CANCEL' ? 'Called off: targeting' : 'Targeting'} support meeting on ${dayInWords(meeting.onDay)}`,
        schoolId, about: { source: 'MEETING', id: meeting.id }, fileName: `meeting-${meeting.id}-${invitation.sequence}.ics`, bytes: Buffer.from(invitation.ics, 'utf8'),
      }));
    }
    return files;
  }
}

const periodOf = ({ id, version }: Pick<MeetingRecordType, 'id' | 'version'>): string => `meeting-${id}-v${version}`;
const firstOf = (files: ReadonlyMap<number, number>): number | null => [...files.keys()][0] ?? null;

/** The school whose file somebody may open: their own, or the first for the officer, who reaches all; none where the sender does not reach theirs. */
function schoolOf({ schoolIds }: Told, files: ReadonlyMap<number, number>): number | null {
  return schoolIds.length === 0 ? firstOf(files) : (schoolIds.find((id) => files.has(id)) ?? null);
}

/** A number of a form made from words: the same words, the same number. */
function keyOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
