import { packSections, packSentences, type PackTopic } from '@attendance/shared/meetings';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { oneLine } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PackFreezer } from './pack-freezer.ts';
import { isAsFrozen } from './pack-hash.ts';
import type { HeldPack, PackMeeting, PackRepository } from './pack.repository.ts';
import type { MeetingPackPageType, MeetingPackType, MeetingPupilType } from './pack.type.ts';

const REASON_LENGTH = 500;
/** Statuses in which a meeting still takes pupils and packs, by whom. */
const OPEN_TO_SCHOOL: readonly string[] = ['OFFERED', 'BOOKED', 'PREPARED'];
const OPEN_TO_OFFICER: readonly string[] = [...OPEN_TO_SCHOOL, 'HELD'];

/** Whose pack is asked for: a meeting within reach, and one of its schools. */
export interface PackPlace { readonly meeting: PackMeeting; readonly school: { readonly id: number; readonly name: string } }

/** The pack of a meeting: what is read of it, and by whom it is frozen. */
export class PackService {
  constructor(private readonly packs: PackRepository, private readonly freezer: PackFreezer) {}

  /** The meeting and the school; the first of its schools within reach where none is named. Refused as one that is not there where either is out of reach. */
  async place(operation: Operation, meetingId: string, schoolId: number | null): Promise<PackPlace> {
    const meeting = /^\d{1,9}$/.test(meetingId) ? await this.packs.meeting(operation, Number(meetingId)) : null;
    const school = schoolId === null ? meeting?.schools[0] : meeting?.schools.find(({ id }) => id === schoolId);
    if (meeting === null || school === undefined) throw notFound('meeting');
    operation.audit.schoolIds.add(school.id);
    return { meeting, school };
  }

  /** The pack, made by being looked for once it is due. An earlier number is asked for by name. */
  async open(operation: Operation, meetingId: string, schoolId: number | null, number: number | null): Promise<MeetingPackPageType> {
    const { meeting, school } = await this.place(operation, meetingId, schoolId);
    const dueOn = await this.freezer.dueOn(operation, school.id, meeting.onDay);
    let held = await this.packs.find(operation, meeting.id, school.id, number);
    if (held === null && number === null && this.freezer.isDue(meeting.status, dueOn, operation.today)) {
      await this.freezer.freeze({ meetingId: meeting.id, schoolId: school.id, onDay: meeting.onDay, held: 0, reason: null, by: null });
      held = await this.packs.find(operation, meeting.id, school.id, null);
    }
    if (held === null && number !== null) throw notFound('pack');
    const isOwn = await this.isOwn(operation, meeting, school.id);
    const mayRemove = isOwn && OPEN_TO_OFFICER.includes(meeting.status);
    return {
      meetingId: meeting.id, status: meeting.status, onDay: meeting.onDay, atTime: meeting.atTime, place: meeting.place, officer: meeting.officer, schools: meeting.schools, school, dueOn,
      pack: held === null ? null : await this.shown(operation, meeting, school.id, held),
      mayFreeze: mayRemove, mayRemove, mayAdd: mayRemove || (isSchool(operation) && operation.can('meeting:prepare') && OPEN_TO_SCHOOL.includes(meeting.status)),
    };
  }

  /** Freezes the pack of each school of a meeting, or of the one named. `held` is the number of the pack the sender saw, 0 for none; beyond the first a reason is needed. */
  async freeze(operation: Operation, meetingId: string, schoolId: number | null, held: number, reason: string | null): Promise<MeetingPackPageType> {
    const { meeting, school } = await this.place(operation, meetingId, schoolId);
    await this.mustBeOwn(operation, meeting, school.id);
    if (!OPEN_TO_OFFICER.includes(meeting.status)) throw new Refusal(RefusalCode.CONFLICT, 'This meeting takes no pack any more, or not yet. Nothing was changed.');
    const why = reason === null ? '' : oneLine(reason);
    const found = await this.packs.find(operation, meeting.id, school.id, null);
    if ((found?.number ?? 0) !== held) throw overtaken();
    if (held > 0) mustSay(why);
    const { userId, name, role } = operation.actor;
    if (!(await this.freezer.freeze({ meetingId: meeting.id, schoolId: school.id, onDay: meeting.onDay, held, reason: held === 0 ? null : why, by: { userId, name, role } }))) throw overtaken();
    return this.open(operation, meetingId, school.id, null);
  }

  /** An officer keeps the meetings of the own schools and those they hold themselves; whoever approves meetings keeps all. */
  async mustBeOwn(operation: Operation, meeting: PackMeeting, schoolId: number): Promise<void> {
    if (!(await this.isOwn(operation, meeting, schoolId))) throw new Refusal(RefusalCode.FORBIDDEN, 'You are not the officer of this meeting or of this school. Nothing was changed. Ask its officer or your manager.');
  }

  private async isOwn(operation: Operation, meeting: PackMeeting, schoolId: number): Promise<boolean> {
    if (isSchool(operation) || !operation.can('meeting:record')) return false;
    return operation.can('meeting:approve') || meeting.officerId === operation.actor.userId || this.packs.isOwnSchool(operation, schoolId);
  }

  private async shown(operation: Operation, meeting: PackMeeting, schoolId: number, held: HeldPack): Promise<MeetingPackType> {
    const rows = await this.packs.pupils(operation, held.id);
    const topics = withoutCare(operation, await this.packs.topics(operation, meeting.id, schoolId)).filter(({ removedReason }) => removedReason === null);
    const cohorts = (await this.packs.cohorts(operation, meeting.id, schoolId)).filter(({ removedReason }) => removedReason === null);
    const lines = await this.packs.partnerLines(operation, meeting.id, schoolId, held.id);
    operation.audit.viewed([...rows, ...topics].map(({ pupilId }) => pupilId));
    Object.assign(operation.audit.details, { meeting: meeting.id, pack: held.number });
    const { number, frozenOn, hash, reason, madeBy, madeAt, body } = held;
    return {
      number, frozenOn, marksTo: body.marksTo, hash, reason, madeBy, madeAt, isAsFrozen: isAsFrozen(held, rows.map(({ name: _, ...row }) => row)), hiddenRows: held.rowHashes.length - rows.length, sentences: packSentences(body),
      sections: packSections(body, rows, { showsCare: operation.can('pupil:read-care-status'), spoken: topics.map((topic): PackTopic => ({ ...topic, ncYear: topic.ncYear ?? '' })), cohorts, lines }),
    };
  }
}

export const isSchool = (operation: Operation): boolean => operation.actor.reach.kind !== 'AUTHORITY';
export const isOpenTo = (operation: Operation, status: string): boolean => (isSchool(operation) ? OPEN_TO_SCHOOL : OPEN_TO_OFFICER).includes(status);

/** A reason as it is kept. */
export function mustSay(reason: string): string {
  const why = oneLine(reason);
  if (why === '' || why.length > REASON_LENGTH) throw new Refusal(RefusalCode.INVALID, `Give a reason, in ${REASON_LENGTH} characters or fewer. Nothing was changed.`);
  return why;
}

const overtaken = (): Refusal => new Refusal(RefusalCode.CONFLICT, 'Somebody froze this pack while you had it open. Nothing of yours was saved. Look at what stands there now, and decide again.');

/** That a pupil has a social worker is said only to people who read care status; others are told what was missed. */
export function withoutCare(operation: Operation, topics: readonly MeetingPupilType[]): MeetingPupilType[] {
  if (operation.can('pupil:read-care-status')) return [...topics];
  return topics.map((topic) => ({ ...topic, also: topic.also.filter((priority) => priority !== 'SOCIAL_WORKER'), reason: reasonWithoutCare(topic), ...(topic.priority === 'SOCIAL_WORKER' ? { priority: null } : {}) }));
}

/** Why a pupil is on a list, in the words of people who do not read care status. What somebody wrote by hand stands. */
export function reasonWithoutCare({ priority, origin, reason }: { readonly priority: string | null; readonly origin: string; readonly reason: string }): string {
  if (priority !== 'SOCIAL_WORKER' || origin !== 'PROPOSED') return reason;
  return (/missed \d+ of \d+ sessions/.exec(reason)?.[0] ?? 'persistently absent').replace(/^./, (letter) => letter.toUpperCase()) + '.';
}
