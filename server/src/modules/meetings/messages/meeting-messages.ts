import { createHash } from 'node:crypto';
import { dayInWords, type MeetingInvitation } from '@attendance/shared/communications';
import { isMeetingHeld, MeetingCommand } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { CommunicationService } from '../../communications/index.ts';
import type { DocumentService } from '../../documents/index.ts';
import type { Invitation } from '../invitation.ts';
import { InvitationRepository } from '../invitation.repository.ts';
import { invitationTo } from '../invitation.router.ts';
import type { MeetingRecordType } from '../meeting.type.ts';
import type { MessagesRepository, Told } from './messages.repository.ts';
import { ToldPart, whom } from './whom.ts';

const TITLE_LENGTH = 200;

export interface MessageDeps { readonly communications: CommunicationService; readonly documents: DocumentService; /** Where the portal is reached. */ readonly publicUrl: string }

/** Messages of meetings, each written in the transaction of what it tells of. One message a person and version of a meeting, however often a command is sent; none names a child. */
export class MeetingMessages {
  constructor(private readonly rows: MessagesRepository, private readonly deps: MessageDeps) {}

  /** Tells the officer and the champions what a command of the planner did, with the entry for their calendars kept as a document of each school. */
  async invite(operation: Operation, meeting: MeetingRecordType, command: MeetingCommand): Promise<void> {
    const addressed = whom(command, await this.rows.told(operation, meeting.id));
    if (addressed.length === 0) return;
    const invitation = await invitationTo(operation, String(meeting.id), this.deps.publicUrl);
    const files = await this.keep(operation, meeting, invitation);
    for (const each of addressed) await this.deps.communications.queue(operation, { kind: 'MEETING_INVITATION', recipient: { userId: each.userId }, period: periodOf(meeting), data: dataOf(meeting, invitation), ...filed(each, files) });
  }

  /** Tells the new officer, the champions and whoever held it before who holds a meeting now. Calendars change only while it is still to come. */
  async handedOn(operation: Operation, meeting: MeetingRecordType, was: Pick<MeetingRecordType, 'officerId' | 'officer'>): Promise<void> {
    const addressed = whom(MeetingCommand.HAND_ON, await this.rows.told(operation, meeting.id), await this.rows.earlier(operation, was.officerId));
    if (addressed.length === 0) return;
    const invitation = await invitationTo(operation, String(meeting.id), this.deps.publicUrl);
    const hasCome = isMeetingHeld(meeting.status);
    const files = hasCome ? new Map<number, number>() : await this.keep(operation, meeting, invitation);
    for (const each of addressed) {
      const own = each.part === ToldPart.EARLIER_OFFICER && !hasCome ? await this.leave(operation, meeting, was.officer) : files;
      await this.deps.communications.queue(operation, { kind: 'MEETING_OFFICER', recipient: { userId: each.userId }, period: periodOf(meeting), data: { ...dataOf(meeting, invitation), earlierOfficer: was.officer, part: each.part, hasCome }, ...filed(each, own, meeting.schoolIds[0]) });
    }
  }

  /** Tells the champions that the record can be read, and until when they may comment. */
  async recordIssued(operation: Operation, meeting: MeetingRecordType): Promise<void> {
    for (const { userId, schoolIds } of whom(MeetingCommand.ISSUE, await this.rows.told(operation, meeting.id))) {
      const school = meeting.schools.filter(({ id }) => schoolIds.includes(id)).map(({ name }) => name).join(', ');
      await this.deps.communications.queue(operation, { kind: 'MEETING_RECORD', recipient: { userId }, period: periodOf(meeting), data: { meetingId: meeting.id, school, commentsUntil: meeting.commentsUntil }, schoolId: schoolIds[0] ?? null });
    }
  }

  /** The entry that takes a meeting out of the calendar of whoever held it before, as a document of its first school; none where no address is known. */
  private async leave(operation: Operation, meeting: MeetingRecordType, name: string): Promise<ReadonlyMap<number, number>> {
    const email = await new InvitationRepository().earlierOfficerAddress(operation, meeting.id);
    const schoolId = meeting.schoolIds[0];
    if (email === null || schoolId === undefined) return new Map();
    const { uid, sequence, ics } = await invitationTo(operation, String(meeting.id), this.deps.publicUrl, { name, email });
    return new Map([[schoolId, await this.deps.documents.keep(operation, {
      key: keyOf(`${uid}/${sequence}/${schoolId}/leaves`), kind: 'INVITATION', title: `For ${name}’s calendar: the meeting on ${dayInWords(meeting.onDay)} is ${meeting.officer}’s`.slice(0, TITLE_LENGTH),
      schoolId, about: { source: 'MEETING', id: meeting.id }, fileName: `meeting-${meeting.id}-${sequence}-leaves.ics`, bytes: Buffer.from(ics, 'utf8'),
    })]]);
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

/** What the messages of a meeting are made from. */
const dataOf = (meeting: MeetingRecordType, { method, sequence, uid }: Invitation): MeetingInvitation => ({
  meetingId: meeting.id, schools: meeting.schools.map(({ name }) => name), onDay: meeting.onDay, atTime: meeting.atTime, minutes: meeting.minutes, place: meeting.place, officer: meeting.officer, method, sequence, uid,
});

/** Under which school a message stands, and which file goes with it. */
function filed(each: Told, files: ReadonlyMap<number, number>, otherwise: number | null = null): { readonly schoolId: number | null; readonly documentIds: number[] } {
  const schoolId = schoolOf(each, files);
  const file = schoolId === null ? undefined : files.get(schoolId);
  return { schoolId: schoolId ?? firstOf(files) ?? each.schoolIds[0] ?? otherwise, documentIds: file === undefined ? [] : [file] };
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
