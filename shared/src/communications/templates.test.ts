import {
  dayInWords, EVENT_OF_COMMAND, MESSAGE_KINDS, messageText, minutesUntilNext, OUTBOX_EVENTS, OUTBOX_NEXT, OUTBOX_STATUSES, outboxCommands, type OutboxStatus, timeInWords, type MeetingInvitation, type MessageData, type MessageKind, type MeetingCalendarStep,
} from './index.ts';

const URL = 'https://portal.example.org';
const INVITATION: MeetingInvitation = { meetingId: 12, schools: ['Oakmere Academy'], onDay: '2026-12-02', atTime: '14:30', minutes: 65, place: 'Library', officer: 'Priya Nandra', method: 'REQUEST', sequence: 1, uid: 'meeting-12@portal.example.org' };
const line = (taskId: number, dueOn: string, isOverdue = false, role = 'OWNER') => ({ taskId, what: 'Home visit to Mason Thirkell', dueOn, isOverdue, role });
const DATA: { readonly [Kind in MessageKind]: MessageData[Kind] } = {
  WEEKLY_DIGEST: { changes: 3, path: '/watching', lines: [{ of: 'PUPILS', id: 4, changes: 1, path: '/watching/4' }, { of: 'VIEW', id: 2, changes: 2, path: '/watching' }] },
  TASK_REMINDER: { lines: [line(7, '2026-11-13', true), line(9, '2026-11-20'), line(11, '2026-11-20', false, 'CHAMPION')] },
  MEETING_INVITATION: INVITATION,
  MEETING_PREPARATION: { meetingId: 12, school: 'Oakmere Academy', dueOn: '2026-11-18' },
  MEETING_RECORD: { meetingId: 12, school: 'Oakmere Academy', commentsUntil: '2026-12-16' },
  MEETING_CALENDAR: { meetingId: 12, step: 'AGREE_DATE', schools: ['Oakmere Academy'], onDay: '2026-12-02', dueOn: '2026-11-04' },
  MEETING_OFFICER: { ...INVITATION, sequence: 3, earlierOfficer: 'Tom Reeve', part: 'SCHOOL', hasCome: false },
  MEETING_TERM: { schools: ['Oakmere Academy', 'Fellgate Primary'], dueOn: '2026-10-09' },
};

describe('the words of a message', () => {
  test.each<[MessageKind, string, string[]]>([
    ['WEEKLY_DIGEST', '3 changes in what you watch', ['1 change on a list of pupils: https://portal.example.org/watching/4', '2 changes in a saved view: https://portal.example.org/watching', 'names no child and no school']],
    ['TASK_REMINDER', '3 actions due this week, 1 overdue', ['Overdue since Friday 13 November 2026: https://portal.example.org/work/tasks/7', 'Due on Friday 20 November 2026: https://portal.example.org/work/tasks/9', 'Due on Friday 20 November 2026, for you to know: https://portal.example.org/work/tasks/11']],
    ['MEETING_INVITATION', 'Targeting support meeting on Wednesday 2 December 2026', ['invited to a targeting support meeting with Oakmere Academy', 'When: Wednesday 2 December 2026, 2:30pm, for 65 minutes\nWhere: Library\nAttendance officer: Priya Nandra', 'https://portal.example.org/meetings/12']],
    ['MEETING_PREPARATION', 'Preparation for your targeting support meeting is due on Wednesday 18 November 2026', ['Oakmere Academy has a targeting support meeting coming up', 'https://portal.example.org/meetings/12']],
    ['MEETING_RECORD', 'The record of your targeting support meeting is ready', ['comment on it by Wednesday 16 December 2026', 'https://portal.example.org/meetings/12']],
    ['MEETING_OFFICER', 'Priya Nandra holds the targeting support meeting on Wednesday 2 December 2026', ['in place of Tom Reeve', 'Attendance officer: Priya Nandra', 'https://portal.example.org/meetings/12']],
    ['MEETING_TERM', '2 schools have no date for a targeting support meeting this term', ['with Oakmere Academy, Fellgate Primary. A date offered by Friday 9 October 2026', 'https://portal.example.org/meetings/slots']],
    ['MEETING_CALENDAR', 'Please agree the date of a targeting support meeting', ['offered to Oakmere Academy for Wednesday 2 December 2026', 'https://portal.example.org/meetings/12']],
  ])('%s', (kind, subject, parts) => {
    const { subject: said, text } = messageText(kind, DATA[kind], URL);
    expect(said).toBe(subject);
    for (const part of parts) expect(text).toContain(part);
    expect(text.endsWith('\n\nSchool Attendance Support Team')).toBe(true);
  });

  test('an action’s own words, into which anybody may have typed a name, are in no email', () => {
    expect(JSON.stringify(messageText('TASK_REMINDER', DATA.TASK_REMINDER, URL))).not.toMatch(/Mason|Thirkell|visit/);
  });

  test.each(MESSAGE_KINDS.map((kind) => [kind]))('%s has one line of subject, and no empty place, undefined or doubled gap', (kind) => {
    const { subject, text } = messageText(kind, DATA[kind], URL);
    expect(subject).not.toMatch(/\n|undefined|null|NaN| {2}/);
    expect(text).not.toMatch(/undefined|null|NaN|\n{3}| {2}/);
  });

  test.each<[string, Partial<MeetingInvitation>, string, RegExp]>([
    ['moved', { sequence: 2 }, 'Targeting support meeting on Wednesday 2 December 2026', /invited to.+ This replaces what you were sent about it before/],
    ['called off', { method: 'CANCEL', sequence: 3 }, 'Called off: targeting support meeting on Wednesday 2 December 2026', /is called off. It was to be:/],
    ['of two schools', { schools: ['Oakmere Academy', 'Fellgate Primary'] }, 'Targeting support meeting on Wednesday 2 December 2026', /with Oakmere Academy, Fellgate Primary/],
  ])('an invitation to a meeting that is %s', (_words, more, subject, text) => {
    const said = messageText('MEETING_INVITATION', { ...INVITATION, ...more }, URL);
    expect(said.subject).toBe(subject);
    expect(said.text).toMatch(text);
  });

  test.each<[Partial<MessageData['MEETING_OFFICER']>, RegExp, boolean]>([
    [{ part: 'SCHOOL' }, /Priya Nandra now holds .+ with Oakmere Academy, in place of Tom Reeve\. Day, time and place stay/, true], [{ part: 'OFFICER' }, /You now hold .+ Until now it was Tom Reeve’s/, true],
    [{ part: 'EARLIER_OFFICER' }, /no longer yours.+takes place as it was planned/s, true], [{ part: 'SCHOOL', hasCome: true }, /in place of Tom Reeve/, false],
  ])('another officer, told to %j', (more, words, calendar) => {
    const { subject, text } = messageText('MEETING_OFFICER', { ...DATA.MEETING_OFFICER, ...more }, URL);
    expect(subject).toBe('Priya Nandra holds the targeting support meeting on Wednesday 2 December 2026');
    expect(text).toMatch(words);
    expect(/calendar/.test(text)).toBe(calendar);
  });

  test.each<[MeetingCalendarStep, string, RegExp]>([
    ['AGREE_DATE', 'Please agree the date of a targeting support meeting', /has not been agreed yet.+school or the attendance officer.+\/meetings\/12\n/s],
    ['LOOK_AT_PACK', 'The data pack of a meeting is ready to look at', /pack.+Oakmere Academy.+propose.+\/meetings\/12\n/s],
    ['PARTNER_LINES', 'You may add a line before a targeting support meeting', /You work with.+Oakmere Academy.+\/meetings\/lines\n/s],
    ['RECORD_DUE', 'The record of a targeting support meeting is not issued', /due on Wednesday 9 December 2026.+\/meetings\/12\n/s],
    ['COMMENTS_CLOSE', 'Comments on a meeting’s record close on Wednesday 9 December 2026', /then it is locked.+\/meetings\/12\n/s],
    ['EARLY_ACTIONS', 'Actions of a meeting need an update', /have not been updated.+\/work\n/s],
    ['REFERRALS', 'A referral promised in a meeting is not drafted', /no draft yet.+\/meetings\/12\n/s],
  ])('%s of the days around a meeting', (step, subject, text) => {
    const said = messageText('MEETING_CALENDAR', { meetingId: 12, step, schools: ['Oakmere Academy'], onDay: '2026-12-02', dueOn: '2026-12-09' }, URL);
    expect(said.subject).toBe(subject);
    expect(said.text).toMatch(text);
    expect(said.text).not.toMatch(/undefined|null|\n{3}| {2}/);
  });

  test('one of a thing is one', () => {
    expect(messageText('WEEKLY_DIGEST', { changes: 1, path: '/watching', lines: [] }, URL)).toMatchObject({ subject: '1 change in what you watch', text: expect.stringContaining('there has been 1 change') as string });
    expect(messageText('TASK_REMINDER', { lines: [line(1, '2026-11-20')] }, URL).subject).toBe('1 action due this week');
  });

  test.each([['00:00', 'midnight'], ['09:00', '9am'], ['11:59', '11:59am'], ['12:00', 'midday'], ['12:05', '12:05pm'], ['14:30', '2:30pm']])('%s is %s', (time, words) => expect(timeInWords(time)).toBe(words));
  test('a day that is none is refused', () => expect(() => dayInWords('2026-02-30')).toThrow(RangeError));
});

describe('how far a message comes', () => {
  test('every status but the last ones leads somewhere, every one is reached, and every event happens', () => {
    const last: readonly OutboxStatus[] = ['CAPTURED', 'DELIVERED', 'WITHDRAWN'];
    for (const status of OUTBOX_STATUSES) expect([status, Object.keys(OUTBOX_NEXT[status]).length === 0]).toEqual([status, last.includes(status)]);
    const reached = new Set<string>(['WAITING', 'HELD', ...OUTBOX_STATUSES.flatMap((status) => Object.values(OUTBOX_NEXT[status]))]);
    expect(OUTBOX_STATUSES.filter((status) => !reached.has(status))).toEqual([]);
    const happen = new Set(OUTBOX_STATUSES.flatMap((status) => Object.keys(OUTBOX_NEXT[status])));
    expect(OUTBOX_EVENTS.filter((event) => !happen.has(event))).toEqual(['QUEUED']);
  });

  test('from unknown a message is sent again by one way only: the gateway does not know it', () => {
    expect(Object.entries(OUTBOX_NEXT.UNKNOWN).filter(([, next]) => next === 'WAITING' || next === 'SENDING')).toEqual([['NOT_KNOWN', 'WAITING']]);
    expect(outboxCommands('UNKNOWN')).toEqual(['CHECK']);
  });

  test.each<[OutboxStatus, string[]]>([['HELD', ['SEND', 'WITHDRAW']], ['WAITING', ['WITHDRAW']], ['SENDING', []], ['SENT', []], ['DELIVERED', []], ['FAILED', ['SEND', 'WITHDRAW']], ['WITHDRAWN', []], ['CAPTURED', []]])('%s allows %j', (status, commands) => expect(outboxCommands(status)).toEqual(commands));
  test('each command is an event', () => expect(Object.values(EVENT_OF_COMMAND)).toEqual(['ASKED_TO_SEND', 'ASKED_TO_CHECK', 'WITHDRAWN']));
  test.each([[1, 2], [2, 4], [7, 128], [8, 240], [1000, 240]])('after %i attempts the next is %i minutes later', (attempts, minutes) => expect(minutesUntilNext(attempts, 2, 240)).toBe(minutes));
});
