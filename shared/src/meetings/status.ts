/** How far a targeting support meeting has come; the last three are side states, from which it can be offered again. Source: DfE, Working together to improve school attendance, 2024: the authority talks with each school, as often as it needs, about pupils and groups at risk and what each side will do. */
export const MeetingStatus = {
  REQUIRED: 'REQUIRED', OFFERED: 'OFFERED', BOOKED: 'BOOKED', PREPARED: 'PREPARED', HELD: 'HELD', RECORD_ISSUED: 'RECORD_ISSUED', LOCKED: 'LOCKED',
  DECLINED: 'DECLINED', CANCELLED: 'CANCELLED', NO_SHOW: 'NO_SHOW',
} as const;
export type MeetingStatus = (typeof MeetingStatus)[keyof typeof MeetingStatus];
export const MEETING_STATUSES: readonly MeetingStatus[] = Object.values(MeetingStatus);

export const MEETING_STATUS_WORDS: Readonly<Record<MeetingStatus, string>> = {
  REQUIRED: 'Not offered yet', OFFERED: 'Offered', BOOKED: 'Booked', PREPARED: 'Prepared by the school', HELD: 'Held', RECORD_ISSUED: 'Record issued', LOCKED: 'Locked',
  DECLINED: 'Declined by the school', CANCELLED: 'Cancelled', NO_SHOW: 'Nobody came',
};

/** What may be done to a meeting. */
export const MeetingCommand = {
  OFFER: 'OFFER', BOOK: 'BOOK', MOVE: 'MOVE', HAND_ON: 'HAND_ON', DECLINE: 'DECLINE', CANCEL: 'CANCEL', PREPARE: 'PREPARE', APPROVE: 'APPROVE', REOPEN_PREPARATION: 'REOPEN_PREPARATION',
  HOLD: 'HOLD', NO_SHOW: 'NO_SHOW', ISSUE: 'ISSUE', COMMENT: 'COMMENT', LOCK: 'LOCK',
} as const;
export type MeetingCommand = (typeof MeetingCommand)[keyof typeof MeetingCommand];
export const MEETING_COMMANDS: readonly MeetingCommand[] = Object.values(MeetingCommand);

/** Who acts: the authority, the school, or the portal by itself. */
export const MeetingSide = { LA: 'LA', SCHOOL: 'SCHOOL', SYSTEM: 'SYSTEM' } as const;
export type MeetingSide = (typeof MeetingSide)[keyof typeof MeetingSide];

/** What has to be there before a command. */
export const MeetingNeed = {
  REASON: 'REASON', DATE: 'DATE', MODE: 'MODE', OFFICER: 'OFFICER', PREPARATION: 'PREPARATION', ATTENDEES: 'ATTENDEES', CHAMPION_PRESENT: 'CHAMPION_PRESENT',
  SECTIONS_COMPLETE: 'SECTIONS_COMPLETE', PUPILS_MARKED: 'PUPILS_MARKED', COMMENT: 'COMMENT', COMMENT_TIME_OVER: 'COMMENT_TIME_OVER',
} as const;
export type MeetingNeed = (typeof MeetingNeed)[keyof typeof MeetingNeed];

export const MEETING_NEED_WORDS: Readonly<Record<MeetingNeed, string>> = {
  REASON: 'Give a reason', DATE: 'Enter a date and time', MODE: 'Choose whether you meet in person or remotely', OFFICER: 'Choose who is to hold it', PREPARATION: 'Fill in the preparation form',
  ATTENDEES: 'Say who was there', CHAMPION_PRESENT: 'The school’s senior attendance champion has to be there', SECTIONS_COMPLETE: 'Complete the section of each school that took part',
  PUPILS_MARKED: 'Mark each pupil as discussed, or say why not', COMMENT: 'Write a comment', COMMENT_TIME_OVER: 'The school may still comment',
};

export const MEETING_COMMAND_WORDS: Readonly<Record<MeetingCommand, string>> = {
  OFFER: 'Offer a meeting', BOOK: 'Book a date', MOVE: 'Move to another date', HAND_ON: 'Give it to another officer', DECLINE: 'Decline the offer', CANCEL: 'Cancel the meeting', PREPARE: 'Submit the preparation', APPROVE: 'Approve the preparation',
  REOPEN_PREPARATION: 'Open the preparation again', HOLD: 'Start the meeting', NO_SHOW: 'Record that nobody came', ISSUE: 'Issue the record', COMMENT: 'Comment on the record', LOCK: 'Lock the record',
};

/** What was done, once it is done: for the list of what happened to a meeting. */
export const MEETING_DONE_WORDS: Readonly<Record<MeetingCommand, string>> = {
  OFFER: 'Offered', BOOK: 'Booked', MOVE: 'Moved to another date', HAND_ON: 'Given to another officer', DECLINE: 'Offer declined', CANCEL: 'Called off', PREPARE: 'Preparation submitted', APPROVE: 'Preparation approved by the headteacher',
  REOPEN_PREPARATION: 'Preparation opened again', HOLD: 'Meeting started', NO_SHOW: 'Nobody came', ISSUE: 'Record issued', COMMENT: 'School commented on the record', LOCK: 'Record locked',
};

export interface MeetingCommandRule {
  /** From which status to which. */
  readonly moves: Readonly<Partial<Record<MeetingStatus, MeetingStatus>>>;
  readonly by: readonly MeetingSide[];
  readonly needs: readonly MeetingNeed[];
}

/** Every command: where it leads, whose it is, and what must be there. The one table of meeting statuses. */
export const MEETING_TABLE = {
  OFFER: { moves: { REQUIRED: 'OFFERED', OFFERED: 'OFFERED', DECLINED: 'OFFERED', CANCELLED: 'OFFERED', NO_SHOW: 'OFFERED' }, by: ['LA'], needs: ['DATE', 'MODE'] },
  BOOK: { moves: { REQUIRED: 'BOOKED', OFFERED: 'BOOKED', DECLINED: 'BOOKED', CANCELLED: 'BOOKED', NO_SHOW: 'BOOKED' }, by: ['LA', 'SCHOOL'], needs: ['DATE', 'MODE'] },
  MOVE: { moves: { BOOKED: 'BOOKED', PREPARED: 'PREPARED' }, by: ['LA', 'SCHOOL'], needs: ['DATE', 'REASON'] },
  HAND_ON: { moves: { OFFERED: 'OFFERED', BOOKED: 'BOOKED', PREPARED: 'PREPARED', HELD: 'HELD', RECORD_ISSUED: 'RECORD_ISSUED' }, by: ['LA'], needs: ['OFFICER', 'REASON'] },
  DECLINE: { moves: { OFFERED: 'DECLINED' }, by: ['LA', 'SCHOOL'], needs: ['REASON'] },
  CANCEL: { moves: { OFFERED: 'CANCELLED', BOOKED: 'CANCELLED', PREPARED: 'CANCELLED' }, by: ['LA', 'SCHOOL'], needs: ['REASON'] },
  PREPARE: { moves: { BOOKED: 'PREPARED' }, by: ['SCHOOL'], needs: ['PREPARATION'] },
  // The headteacher's word on what the school submitted. It moves nothing and holds nothing up: of a meeting of several schools, each has its own.
  APPROVE: { moves: { BOOKED: 'BOOKED', PREPARED: 'PREPARED', HELD: 'HELD' }, by: ['SCHOOL'], needs: [] },
  REOPEN_PREPARATION: { moves: { PREPARED: 'BOOKED' }, by: ['LA'], needs: ['REASON'] },
  HOLD: { moves: { BOOKED: 'HELD', PREPARED: 'HELD' }, by: ['LA'], needs: ['ATTENDEES', 'CHAMPION_PRESENT'] },
  NO_SHOW: { moves: { BOOKED: 'NO_SHOW', PREPARED: 'NO_SHOW' }, by: ['LA'], needs: ['REASON'] },
  ISSUE: { moves: { HELD: 'RECORD_ISSUED' }, by: ['LA'], needs: ['SECTIONS_COMPLETE', 'PUPILS_MARKED'] },
  COMMENT: { moves: { RECORD_ISSUED: 'RECORD_ISSUED' }, by: ['SCHOOL'], needs: ['COMMENT'] },
  LOCK: { moves: { RECORD_ISSUED: 'LOCKED' }, by: ['SYSTEM'], needs: ['COMMENT_TIME_OVER'] },
} as const satisfies Record<MeetingCommand, MeetingCommandRule>;

const ruleOf = (command: MeetingCommand): MeetingCommandRule => MEETING_TABLE[command];

/** The status a command leads to, or null where it is not possible. */
export function nextStatus(status: MeetingStatus, command: MeetingCommand): MeetingStatus | null {
  return ruleOf(command).moves[status] ?? null;
}

/** What one side may do to a meeting as it stands. */
export function meetingCommands(status: MeetingStatus, side: MeetingSide): MeetingCommand[] {
  return MEETING_COMMANDS.filter((command) => nextStatus(status, command) !== null && ruleOf(command).by.includes(side));
}

/** Why a command cannot be given now, in words, all that is missing at once; empty when it can. */
export function refuseMeetingCommand(status: MeetingStatus, command: MeetingCommand, side: MeetingSide, present: readonly MeetingNeed[]): string[] {
  const rule = ruleOf(command);
  if (nextStatus(status, command) === null) return [`${MEETING_COMMAND_WORDS[command]}: not possible while the meeting is “${MEETING_STATUS_WORDS[status]}”`];
  if (!rule.by.includes(side)) return [`${MEETING_COMMAND_WORDS[command]}: this is for ${rule.by.map((each) => SIDE_WORDS[each]).join(' or ')}`];
  return rule.needs.filter((need) => !present.includes(need)).map((need) => MEETING_NEED_WORDS[need]);
}

const SIDE_WORDS: Readonly<Record<MeetingSide, string>> = { LA: 'the authority', SCHOOL: 'the school', SYSTEM: 'the portal itself' };

/** Statuses of a meeting that took place. */
export const isMeetingHeld = (status: MeetingStatus): boolean => status === MeetingStatus.HELD || status === MeetingStatus.RECORD_ISSUED || status === MeetingStatus.LOCKED;

/** Where the school is asked to sit at a table, or to open a screen. */
export const MeetingMode = { FACE_TO_FACE: 'FACE_TO_FACE', REMOTE: 'REMOTE' } as const;
export type MeetingMode = (typeof MeetingMode)[keyof typeof MeetingMode];
export const MEETING_MODE_WORDS: Readonly<Record<MeetingMode, string>> = { FACE_TO_FACE: 'In person', REMOTE: 'Remote' };

/** Kinds of meeting. Only a check-in never counts towards coverage. */
export const MeetingType = { SINGLE_SCHOOL: 'SINGLE_SCHOOL', SMALL_SCHOOLS_GROUP: 'SMALL_SCHOOLS_GROUP', TRUST: 'TRUST', TEAM_AROUND_SCHOOL: 'TEAM_AROUND_SCHOOL', CHECK_IN: 'CHECK_IN' } as const;
export type MeetingType = (typeof MeetingType)[keyof typeof MeetingType];
export const MEETING_TYPE_WORDS: Readonly<Record<MeetingType, string>> = {
  SINGLE_SCHOOL: 'One school', SMALL_SCHOOLS_GROUP: 'Group of small schools', TRUST: 'Schools of a trust', TEAM_AROUND_SCHOOL: 'Team around the school', CHECK_IN: 'Check-in',
};
