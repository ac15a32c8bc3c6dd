import { addSchoolDays } from '@attendance/shared/calendar';
import { addDays } from '@attendance/shared/kernel';
import { isMeetingHeld, meetingDates, meetingPeriods, MeetingStatus, nextStatus, type MeetingCommand, type MeetingDates, type MeetingMode, type MeetingType } from '@attendance/shared/meetings';
import type { Urn } from './cast.ts';
import type { WorldSchool } from './model.ts';

/** One command as it was given: by a person of the cast, or by somebody of a school who has no place in it. */
export interface StoryStep { readonly command: MeetingCommand; readonly status: MeetingStatus; readonly onDay: string; readonly atTime: string; readonly reason: string | null; readonly by: string | null; readonly on: string }
/** A deadline that hangs on a meeting, as `clocksOf` of the meetings module sets it. */
export interface StoryClock { readonly kind: 'PREPARATION' | 'RECORD'; readonly schoolId: Urn; readonly days: number; readonly startedOn: string; readonly dueOn: string; readonly metOn: string | null; readonly stoppedOn: string | null }
export interface StoryPlace { readonly type: MeetingType; readonly mode: MeetingMode; readonly minutes: number; readonly place: string; readonly officer: string; readonly schools: readonly WorldSchool[]; readonly onDay: string; readonly atTime: string }
/** Who speaks for the school, where the cast has somebody. */
export type SchoolVoice = (school: WorldSchool) => string | null;

/** What was done to one meeting, command by command through the status table, so that no meeting stands where nobody could have brought it. */
export class MeetingStory {
  status: MeetingStatus = MeetingStatus.REQUIRED;
  onDay: string;
  heldOn: string | null = null;
  issuedOn: string | null = null;
  commentsUntil: string | null = null;
  lockedOn: string | null = null;
  preparedOn: string | null = null;
  bookedOn: string | null = null;
  readonly steps: StoryStep[] = [];
  private stoppedOn: string | null = null;

  constructor(readonly place: StoryPlace, readonly openDays: readonly string[], private readonly voice: SchoolVoice) {
    this.onDay = place.onDay;
  }

  get first(): WorldSchool {
    return this.place.schools[0]!;
  }

  /** As `change_meeting` counts: one at the start and one more for each command. */
  get version(): number {
    return this.steps.length;
  }

  get isHeld(): boolean {
    return isMeetingHeld(this.status);
  }

  /** The school day so many before the meeting, or after it where negative. */
  before(days: number): string {
    const at = this.openDays.findIndex((day) => day >= this.onDay);
    return this.openDays[Math.max(0, Math.min(this.openDays.length - 1, at - days))] ?? this.onDay;
  }

  offer(on: string): this {
    return this.give('OFFER', on, this.place.officer);
  }

  decline(on: string, reason: string): this {
    this.stoppedOn = on;
    return this.give('DECLINE', on, this.voice(this.first), reason);
  }

  book(on: string): this {
    this.bookedOn = on;
    return this.give('BOOK', on, this.voice(this.first) ?? this.place.officer);
  }

  move(on: string, to: string, reason: string): this {
    this.onDay = to;
    return this.give('MOVE', on, this.place.officer, reason);
  }

  cancel(on: string, reason: string): this {
    this.stoppedOn = on;
    return this.give('CANCEL', on, this.place.officer, reason);
  }

  nobodyCame(reason: string): this {
    this.stoppedOn = this.onDay;
    return this.give('NO_SHOW', this.onDay, this.place.officer, reason);
  }

  /** The last school to submit prepares the meeting; each of the others leaves a line of its own. */
  prepare(on: string): this {
    this.preparedOn = on;
    for (const school of this.place.schools) this.steps.push({ command: 'PREPARE', status: school === this.place.schools.at(-1) ? 'PREPARED' : this.status, onDay: this.onDay, atTime: this.place.atTime, reason: null, by: this.voice(school), on });
    this.status = MeetingStatus.PREPARED;
    return this;
  }

  hold(): this {
    this.heldOn = this.onDay;
    return this.give('HOLD', this.onDay, this.place.officer);
  }

  issue(on: string): this {
    this.issuedOn = on;
    this.commentsUntil = meetingDates(this.first.calendar, this.onDay, on).commentsUntil;
    return this.give('ISSUE', on, this.place.officer);
  }

  /** By the portal itself, on the first day after the days to comment. */
  lock(): this {
    this.lockedOn = addDays(this.commentsUntil ?? this.onDay, 1);
    return this.give('LOCK', this.lockedOn, null);
  }

  get dates(): MeetingDates {
    return meetingDates(this.first.calendar, this.onDay);
  }

  clocks(): StoryClock[] {
    if (this.bookedOn === null) return [];
    const { prepare, record } = meetingPeriods(this.onDay);
    const { preparationDue, recordDue } = this.dates;
    const stoppedOn = this.isHeld || this.status === 'BOOKED' || this.status === 'PREPARED' || this.status === 'OFFERED' ? null : this.stoppedOn;
    return [
      ...(preparationDue === null ? [] : this.place.schools.map(({ urn }): StoryClock => ({ kind: 'PREPARATION', schoolId: urn, days: prepare, startedOn: this.bookedOn!, dueOn: preparationDue, metOn: this.preparedOn, stoppedOn: this.preparedOn === null ? stoppedOn : null }))),
      ...(recordDue === null ? [] : [{ kind: 'RECORD' as const, schoolId: this.first.urn, days: record, startedOn: this.onDay, dueOn: recordDue, metOn: this.issuedOn, stoppedOn }]),
    ];
  }

  /** The school day so many after another. */
  after(on: string, days: number): string {
    return addSchoolDays(this.openDays, on, days) ?? addDays(on, days);
  }

  private give(command: MeetingCommand, on: string, by: string | null, reason: string | null = null): this {
    const next = nextStatus(this.status, command);
    if (next === null) throw new Error(`The practice authority gives ${command} to a meeting that is ${this.status}`);
    this.status = next;
    this.steps.push({ command, status: next, onDay: this.onDay, atTime: this.place.atTime, reason, by, on });
    return this;
  }
}
