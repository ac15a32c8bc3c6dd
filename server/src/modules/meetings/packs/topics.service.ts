import { HALF_TYPED, packGroupLabel } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { DraftService } from '../../tasks/index.ts';
import { isOpenTo, isSchool, mustSay, withoutCare, type PackPlace, type PackService } from './pack.service.ts';
import type { PackRepository } from './pack.repository.ts';
import type { MeetingCohortType, MeetingPupilType } from './pack.type.ts';

/** Whom a meeting speaks about: proposed with the pack, added by both sides, left out by the officer with a reason. */
export class TopicsService {
  constructor(private readonly packs: PackRepository, private readonly places: PackService, private readonly drafts: Pick<DraftService, 'sent'>) {}

  /** Those left out come last, with why. */
  async pupils(operation: Operation, meetingId: string, schoolId: number): Promise<MeetingPupilType[]> {
    const { meeting } = await this.places.place(operation, meetingId, schoolId);
    const topics = withoutCare(operation, await this.packs.topics(operation, meeting.id, schoolId));
    operation.audit.viewed(topics.map(({ pupilId }) => pupilId));
    return topics;
  }

  async cohorts(operation: Operation, meetingId: string, schoolId: number): Promise<MeetingCohortType[]> {
    const { meeting } = await this.places.place(operation, meetingId, schoolId);
    return this.packs.cohorts(operation, meeting.id, schoolId);
  }

  /** Added, or taken in again; twice is once. */
  async addPupil(operation: Operation, meetingId: string, schoolId: number, pupilId: number, reason: string): Promise<MeetingPupilType[]> {
    const { meeting } = await this.changing(operation, meetingId, schoolId, 'ADD');
    const why = mustSay(reason);
    if (!(await this.packs.isOnRoll(operation, schoolId, pupilId))) throw notFound('pupil');
    if (!(await this.packs.keepPupil(operation, meeting.id, schoolId, pupilId, originOf(operation), why))) throw closed();
    await this.drafts.sent(operation, { meetingId: meeting.id }, HALF_TYPED.addPupil(schoolId));
    return this.changed(operation, meeting.id, schoolId, { added: pupilId }, why);
  }

  /** Left out, with why; twice is once. */
  async removePupil(operation: Operation, meetingId: string, schoolId: number, pupilId: number, reason: string): Promise<MeetingPupilType[]> {
    const { meeting } = await this.changing(operation, meetingId, schoolId, 'REMOVE');
    const why = mustSay(reason);
    if (!(await this.packs.topics(operation, meeting.id, schoolId)).some((topic) => topic.pupilId === pupilId)) throw notFound('pupil');
    if (!(await this.packs.dropPupil(operation, meeting.id, schoolId, pupilId, why))) throw closed();
    return this.changed(operation, meeting.id, schoolId, { removed: pupilId }, why);
  }

  /** A group of the pack, named as the pack names it; twice is once. */
  async addCohort(operation: Operation, meetingId: string, schoolId: number, cohort: string, reason: string): Promise<MeetingCohortType[]> {
    const { meeting } = await this.changing(operation, meetingId, schoolId, 'ADD');
    const why = mustSay(reason);
    const pack = await this.packs.find(operation, meeting.id, schoolId, null);
    const [axis, value] = cohort.split(':');
    const group = pack?.body.groups.find((each) => each.axis === axis && each.value === value);
    if (group === undefined) throw notFound('group');
    const { pupils, persistent } = group;
    if (!(await this.packs.keepCohort(operation, meeting.id, schoolId, { cohort, label: packGroupLabel(group), pupils, persistent }, originOf(operation), why))) throw closed();
    return this.changedCohorts(operation, meeting.id, schoolId, { added: cohort }, why);
  }

  async removeCohort(operation: Operation, meetingId: string, schoolId: number, cohort: string, reason: string): Promise<MeetingCohortType[]> {
    const { meeting } = await this.changing(operation, meetingId, schoolId, 'REMOVE');
    const why = mustSay(reason);
    if (!(await this.packs.cohorts(operation, meeting.id, schoolId)).some((each) => each.cohort === cohort)) throw notFound('group');
    if (!(await this.packs.dropCohort(operation, meeting.id, schoolId, cohort, why))) throw closed();
    return this.changedCohorts(operation, meeting.id, schoolId, { removed: cohort }, why);
  }

  /** The meeting, where whoever asks may choose for it now. */
  private async changing(operation: Operation, meetingId: string, schoolId: number, what: 'ADD' | 'REMOVE'): Promise<PackPlace> {
    if (operation.actor.userId === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client keeps no meetings. Nothing was changed.');
    if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One thing is changed at a time. Nothing was changed.');
    const place = await this.places.place(operation, meetingId, schoolId);
    if (what === 'REMOVE' || !isSchool(operation)) await this.places.mustBeOwn(operation, place.meeting, schoolId);
    if (!isOpenTo(operation, place.meeting.status)) throw closed();
    return place;
  }

  private async changed(operation: Operation, meetingId: number, schoolId: number, change: Record<string, number>, reason: string): Promise<MeetingPupilType[]> {
    operation.audit.as(AuditKind.CHANGED, { meeting: meetingId, ...change });
    operation.audit.reason = reason;
    operation.audit.viewed(Object.values(change));
    return this.pupils(operation, String(meetingId), schoolId);
  }

  private async changedCohorts(operation: Operation, meetingId: number, schoolId: number, change: Record<string, string>, reason: string): Promise<MeetingCohortType[]> {
    operation.audit.as(AuditKind.CHANGED, { meeting: meetingId, ...change });
    operation.audit.reason = reason;
    return this.packs.cohorts(operation, meetingId, schoolId);
  }
}

const originOf = (operation: Operation): string => (isSchool(operation) ? 'SCHOOL' : 'OFFICER');
const closed = (): Refusal => new Refusal(RefusalCode.CONFLICT, 'Whom this meeting speaks about can no longer be changed by you: it has begun, its record is issued, or it was called off. Nothing was changed.');
