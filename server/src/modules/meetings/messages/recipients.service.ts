import { MeetingCommand } from '@attendance/shared/meetings';
import { notFound } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { MeetingService } from '../meeting.service.ts';
import type { MessagesRepository } from './messages.repository.ts';
import type { MeetingRecipientsType } from './recipients.type.ts';
import { ToldPart, whom, type Addressed } from './whom.ts';

interface NamedSchool { readonly id: number; readonly name: string }

/** Whom a command would write to, before it is given: by the same function of the database and the same rule as the messages themselves. */
export class RecipientsService {
  constructor(private readonly rows: MessagesRepository, private readonly meetings: MeetingService) {}

  /** Of a meeting as it stands; `officerId` where it is to be given to somebody. */
  async of(operation: Operation, id: string, command: MeetingCommand, officerId: number | null): Promise<MeetingRecipientsType> {
    const meeting = await this.meetings.open(operation, id);
    for (const schoolId of meeting.schoolIds) operation.audit.schoolIds.add(schoolId);
    if (command !== MeetingCommand.HAND_ON) return this.shown(operation, command, whom(command, await this.rows.told(operation, meeting.id)), meeting.schools);
    const told = await this.rows.planned(operation, officerId ?? meeting.officerId, meeting.schoolIds);
    return this.shown(operation, command, whom(command, told, await this.rows.earlier(operation, meeting.officerId)), meeting.schools);
  }

  /** Of one that is being planned, held by the sender unless somebody else is named. */
  async ofPlan(operation: Operation, command: MeetingCommand, schoolIds: readonly number[], officerId: number | null): Promise<MeetingRecipientsType> {
    const asked = [...new Set(schoolIds)];
    const schools = await this.rows.schools(operation, asked);
    if (schools.length < asked.length) throw notFound('school');
    return this.shown(operation, command, whom(command, await this.rows.planned(operation, officerId ?? operation.actor.userId ?? 0, asked)), schools);
  }

  /** A school reads who of its own is told, and who holds the meeting; of other schools of the meeting only how many. */
  private async shown(operation: Operation, command: MeetingCommand, addressed: readonly Addressed[], schools: readonly NamedSchool[]): Promise<MeetingRecipientsType> {
    const { reach } = operation.actor;
    const isWithin = ({ schoolIds }: Addressed): boolean => reach.kind === 'AUTHORITY' || schoolIds.length === 0 || schoolIds.some((schoolId) => reach.schools.includes(schoolId));
    const within = addressed.filter(isWithin);
    const names = await this.rows.names(operation, within.map(({ userId }) => userId));
    const isTold = whom(command, [{ userId: 0, schoolIds: [0], hasAddress: true }]).length > 0;
    const tellsOfficer = whom(command, [{ userId: 0, schoolIds: [], hasAddress: true }]).length > 0;
    return {
      people: within.map(({ userId, part, kind, hasAddress, schoolIds }) => ({ id: userId, name: names.get(userId)?.name ?? '', jobTitle: names.get(userId)?.jobTitle ?? '', part, kind, hasEmail: hasAddress, schools: schools.filter(({ id }) => schoolIds.includes(id)).map(({ name }) => name) })),
      others: addressed.length - within.length,
      untoldSchools: isTold ? schools.filter(({ id }) => !addressed.some(({ schoolIds }) => schoolIds.includes(id))).map(({ name }) => name) : [],
      officerUntold: tellsOfficer && !addressed.some(({ part }) => part === ToldPart.OFFICER),
    };
  }
}
