import fc from 'fast-check';
import {
  isMeetingHeld, MEETING_COMMANDS, MEETING_COMMAND_WORDS, MEETING_NEED_WORDS, MEETING_STATUSES, MEETING_STATUS_WORDS, MEETING_TABLE, meetingCommands, nextStatus, refuseMeetingCommand,
  type MeetingCommand, type MeetingNeed, type MeetingSide, type MeetingStatus,
} from './index.ts';

const ALL_NEEDS = Object.keys(MEETING_NEED_WORDS) as MeetingNeed[];
const run = (commands: readonly MeetingCommand[]): (MeetingStatus | null)[] => {
  let status: MeetingStatus | null = 'REQUIRED';
  return commands.map((command) => (status = status === null ? null : nextStatus(status, command)));
};
const reachedFrom = (start: MeetingStatus): Set<MeetingStatus> => {
  const reached = new Set<MeetingStatus>([start]);
  // A set hands out what is added while it is walked.
  for (const status of reached) for (const command of MEETING_COMMANDS) {
    const next = nextStatus(status, command);
    if (next !== null) reached.add(next);
  }
  return reached;
};

describe('a targeting support meeting', () => {
  test('goes its usual way', () => expect(run(['OFFER', 'BOOK', 'PREPARE', 'HOLD', 'ISSUE', 'COMMENT', 'LOCK'])).toEqual(
    ['OFFERED', 'BOOKED', 'PREPARED', 'HELD', 'RECORD_ISSUED', 'RECORD_ISSUED', 'LOCKED']));
  test('may be held without preparation, and moved', () => expect(run(['BOOK', 'MOVE', 'HOLD'])).toEqual(['BOOKED', 'BOOKED', 'HELD']));
  test.each([[['OFFER', 'DECLINE', 'OFFER', 'DECLINE', 'BOOK']], [['BOOK', 'CANCEL', 'BOOK']], [['BOOK', 'PREPARE', 'NO_SHOW', 'BOOK']], [['BOOK', 'PREPARE', 'REOPEN_PREPARATION']]] as [MeetingCommand[]][])(
    '%j ends in a booking', (commands) => expect(run(commands).at(-1)).toBe('BOOKED'));

  test.each<[MeetingStatus, MeetingCommand]>([['REQUIRED', 'HOLD'], ['OFFERED', 'HOLD'], ['BOOKED', 'DECLINE'], ['HELD', 'CANCEL'], ['HELD', 'HOLD'], ['HELD', 'LOCK'], ['RECORD_ISSUED', 'ISSUE'], ['CANCELLED', 'HOLD']])(
    '%s: %s is not possible', (status, command) => expect(nextStatus(status, command)).toBeNull());

  test.each<[MeetingStatus, MeetingSide, MeetingCommand[]]>([
    ['REQUIRED', 'LA', ['OFFER', 'BOOK']], ['REQUIRED', 'SCHOOL', ['BOOK']], ['OFFERED', 'SCHOOL', ['BOOK', 'DECLINE', 'CANCEL']], ['BOOKED', 'SCHOOL', ['MOVE', 'CANCEL', 'PREPARE', 'APPROVE']], ['PREPARED', 'SCHOOL', ['MOVE', 'CANCEL', 'APPROVE']],
    ['PREPARED', 'LA', ['MOVE', 'HAND_ON', 'CANCEL', 'REOPEN_PREPARATION', 'HOLD', 'NO_SHOW']], ['HELD', 'SCHOOL', ['APPROVE']], ['HELD', 'LA', ['HAND_ON', 'ISSUE']], ['RECORD_ISSUED', 'SCHOOL', ['COMMENT']], ['RECORD_ISSUED', 'LA', ['HAND_ON']], ['LOCKED', 'LA', []], ['RECORD_ISSUED', 'SYSTEM', ['LOCK']],
  ])('%s: %s may %j', (status, side, commands) => expect(meetingCommands(status, side)).toEqual(commands));

  test.each<[MeetingStatus, MeetingCommand, MeetingSide, MeetingNeed[], string[]]>([
    ['HELD', 'HAND_ON', 'LA', [], ['Choose who is to hold it', 'Give a reason']], ['BOOKED', 'HAND_ON', 'SCHOOL', ALL_NEEDS, ['Give it to another officer: this is for the authority']], ['LOCKED', 'HAND_ON', 'LA', ALL_NEEDS, ['Give it to another officer: not possible while the meeting is “Locked”']],
    ['OFFERED', 'DECLINE', 'SCHOOL', [], ['Give a reason']], ['OFFERED', 'DECLINE', 'SCHOOL', ['REASON'], []],
    ['BOOKED', 'HOLD', 'LA', ['ATTENDEES'], ['The school’s senior attendance champion has to be there']], ['HELD', 'ISSUE', 'LA', ['SECTIONS_COMPLETE'], ['Mark each pupil as discussed, or say why not']],
    ['HELD', 'ISSUE', 'SCHOOL', ALL_NEEDS, ['Issue the record: this is for the authority']], ['BOOKED', 'MOVE', 'SYSTEM', ALL_NEEDS, ['Move to another date: this is for the authority or the school']],
    ['LOCKED', 'COMMENT', 'SCHOOL', ALL_NEEDS, ['Comment on the record: not possible while the meeting is “Locked”']], ['RECORD_ISSUED', 'LOCK', 'SYSTEM', [], ['The school may still comment']],
  ])('%s, %s by %s with %j is refused: %j', (status, command, side, present, words) => expect(refuseMeetingCommand(status, command, side, present)).toEqual(words));

  test('took place once it is held', () => expect(MEETING_STATUSES.filter(isMeetingHeld)).toEqual(['HELD', 'RECORD_ISSUED', 'LOCKED']));
});

describe('the table of statuses', () => {
  test('reaches every status', () => expect([...reachedFrom('REQUIRED')].sort()).toEqual([...MEETING_STATUSES].sort()));
  test.each(MEETING_STATUSES.map((status) => [status]))('%s is no trap: the record can still be locked', (status) => expect(reachedFrom(status).has('LOCKED')).toBe(true));
  test('no command leads out of LOCKED', () => expect(MEETING_COMMANDS.map((command) => nextStatus('LOCKED', command)).every((next) => next === null)).toBe(true));
  test('every command can be given by somebody, and all has words', () => {
    for (const command of MEETING_COMMANDS) {
      expect(MEETING_TABLE[command].by.length).toBeGreaterThan(0);
      expect(MEETING_COMMAND_WORDS[command]).not.toBe('');
    }
    expect(Object.values(MEETING_STATUS_WORDS)).toHaveLength(new Set(Object.values(MEETING_STATUS_WORDS)).size);
  });

  test('after any commands the meeting has a status, and is locked for good', () => fc.assert(fc.property(fc.array(fc.constantFrom(...MEETING_COMMANDS), { maxLength: 40 }), (commands) => {
    let status: MeetingStatus = 'REQUIRED';
    for (const command of commands) {
      const next = nextStatus(status, command);
      if (status === 'LOCKED') expect(next).toBeNull();
      status = next ?? status;
    }
    expect(MEETING_STATUSES).toContain(status);
  })));

  test('what a side is offered is what it is not refused', () => fc.assert(fc.property(fc.constantFrom(...MEETING_STATUSES), fc.constantFrom(...MEETING_COMMANDS), fc.constantFrom<MeetingSide>('LA', 'SCHOOL', 'SYSTEM'), (status, command, side) =>
    expect(refuseMeetingCommand(status, command, side, ALL_NEEDS).length === 0).toBe(meetingCommands(status, side).includes(command)))));
});
