import type { DigestBody } from '../attendance/index.ts';
import { taskPath } from '../tasks/index.ts';
import { dayInWords, timeInWords } from './day-words.ts';
import { calendarText, type MeetingCalendarDay } from './meeting-calendar.ts';

/** What a message is about. */
export const MessageKind = { WEEKLY_DIGEST: 'WEEKLY_DIGEST', TASK_REMINDER: 'TASK_REMINDER', MEETING_INVITATION: 'MEETING_INVITATION', MEETING_PREPARATION: 'MEETING_PREPARATION', MEETING_RECORD: 'MEETING_RECORD', MEETING_CALENDAR: 'MEETING_CALENDAR', MEETING_OFFICER: 'MEETING_OFFICER', MEETING_TERM: 'MEETING_TERM' } as const;
export type MessageKind = (typeof MessageKind)[keyof typeof MessageKind];
export const MESSAGE_KINDS: readonly MessageKind[] = Object.values(MessageKind);

export const MESSAGE_KIND_WORDS: Readonly<Record<MessageKind, string>> = {
  WEEKLY_DIGEST: 'What changed this week', TASK_REMINDER: 'Actions due', MEETING_INVITATION: 'Invitation to a meeting', MEETING_PREPARATION: 'Preparing for a meeting', MEETING_RECORD: 'Record of a meeting', MEETING_CALENDAR: 'Days around a meeting', MEETING_OFFICER: 'Another officer for a meeting', MEETING_TERM: 'Schools without a date this term',
};

/** By which way a message goes. */
export const MessageChannel = { EMAIL: 'EMAIL', LETTER: 'LETTER' } as const;
export type MessageChannel = (typeof MessageChannel)[keyof typeof MessageChannel];
export const MESSAGE_CHANNEL_WORDS: Readonly<Record<MessageChannel, string>> = { EMAIL: 'Email', LETTER: 'Letter' };

/** One action of a reminder. Its words are for the portal's pages: anybody may have typed a child's name into them, so no email carries them. */
export interface TaskReminderLine { readonly taskId: number; readonly what: string; readonly dueOn: string; readonly isOverdue: boolean; readonly role: string }

/** A meeting as its invitation names it. `sequence` is the meeting's version, from 1: a later one replaces what was sent before. */
export interface MeetingInvitation {
  readonly meetingId: number;
  readonly schools: readonly string[];
  readonly onDay: string;
  /** Hours and minutes: "14:00". */
  readonly atTime: string;
  readonly minutes: number;
  readonly place: string;
  readonly officer: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly sequence: number;
  readonly uid: string;
}

/** Somebody else holds a meeting from now on. `part` is whom this message is for; `hasCome` where the meeting was held, so that no calendar changes any more. */
export interface MeetingHandedOn extends MeetingInvitation { readonly earlierOfficer: string; readonly part: 'OFFICER' | 'EARLIER_OFFICER' | 'SCHOOL'; readonly hasCome: boolean }

/** What each kind of message is made from. Days are ISO days. None holds a child's name. */
export interface MessageData {
  readonly WEEKLY_DIGEST: DigestBody;
  readonly TASK_REMINDER: { readonly lines: readonly TaskReminderLine[] };
  readonly MEETING_INVITATION: MeetingInvitation;
  readonly MEETING_PREPARATION: { readonly meetingId: number; readonly school: string; readonly dueOn: string };
  readonly MEETING_RECORD: { readonly meetingId: number; readonly school: string; /** Null where the calendar does not reach that far. */ readonly commentsUntil: string | null };
  readonly MEETING_CALENDAR: MeetingCalendarDay;
  readonly MEETING_OFFICER: MeetingHandedOn;
  readonly MEETING_TERM: { readonly schools: readonly string[]; readonly dueOn: string };
}

/** A message as it is read: one line of subject, and text whose lines are lines. */
export interface MessageText { readonly subject: string; readonly text: string }

const SIGNED = 'School Attendance Support Team';
const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
const paragraphs = (...parts: readonly (string | null)[]): string => [...parts.filter((part) => part !== null), SIGNED].join('\n\n');

type Template<Kind extends MessageKind> = (data: MessageData[Kind], portalUrl: string) => MessageText;

const DIGEST_WORDS: Readonly<Record<DigestBody['lines'][number]['of'], string>> = { PUPILS: 'on a list of pupils', SCHOOLS: 'on a list of schools', VIEW: 'in a saved view' };

function meetingWords({ onDay, atTime, minutes, place, officer }: MeetingInvitation): string {
  return [`When: ${dayInWords(onDay)}, ${timeInWords(atTime)}, for ${counted(minutes, 'minute', 'minutes')}`, ...(place === '' ? [] : [`Where: ${place}`]), `Attendance officer: ${officer}`].join('\n');
}

const HANDED_ON: Readonly<Record<MeetingHandedOn['part'], (data: MeetingHandedOn, about: string) => readonly [said: string, calendar: string]>> = {
  OFFICER: ({ earlierOfficer }, about) => [`You now hold the targeting support meeting with ${about}. Until now it was ${earlierOfficer}’s.`, 'The entry for your calendar goes with this message.'],
  EARLIER_OFFICER: ({ officer }, about) => [`${officer} now holds the targeting support meeting with ${about}. It is no longer yours.`, 'The meeting takes place as it was planned. The file that goes with this message takes it out of your calendar.'],
  SCHOOL: ({ officer, earlierOfficer }, about) => [`${officer} now holds the targeting support meeting with ${about}, in place of ${earlierOfficer}. Day, time and place stay as they are.`, 'The entry that goes with this message replaces the one in your calendar.'],
};

const TEMPLATES: { readonly [Kind in MessageKind]: Template<Kind> } = {
  WEEKLY_DIGEST: ({ changes, path, lines }, portalUrl) => ({
    subject: `${counted(changes, 'change', 'changes')} in what you watch`,
    text: paragraphs(
      `Since your last message there ${changes === 1 ? 'has' : 'have'} been ${counted(changes, 'change', 'changes')} in what you watch.`,
      lines.map((line) => `${counted(line.changes, 'change', 'changes')} ${DIGEST_WORDS[line.of]}: ${portalUrl}${line.path}`).join('\n'),
      `Read all of them: ${portalUrl}${path}`,
      'This message names no child and no school. You can turn it off on the same page.'),
  }),
  TASK_REMINDER: ({ lines }, portalUrl) => {
    const late = lines.filter(({ isOverdue }) => isOverdue).length;
    return {
      subject: `${counted(lines.length, 'action', 'actions')} due this week${late === 0 ? '' : `, ${late} overdue`}`,
      text: paragraphs(
        late === 0 ? 'These actions are due by Sunday.' : 'These actions are overdue, or due by Sunday.',
        lines.map(({ taskId, dueOn, isOverdue, role }) => `${isOverdue ? 'Overdue since' : 'Due on'} ${dayInWords(dueOn)}${role === 'OWNER' ? '' : ', for you to know'}: ${portalUrl}${taskPath(taskId)}`).join('\n'),
        'What each action says is shown in the portal only.'),
    };
  },
  MEETING_INVITATION: (data, portalUrl) => {
    const about = data.schools.join(', ');
    const day = dayInWords(data.onDay);
    if (data.method === 'CANCEL') {
      return { subject: `Called off: targeting support meeting on ${day}`, text: paragraphs(`The targeting support meeting with ${about} is called off. It was to be:`, meetingWords(data), `What happens instead is shown in the portal: ${portalUrl}/meetings/${data.meetingId}`) };
    }
    const isLater = data.sequence > 1;
    return {
      subject: `Targeting support meeting on ${day}`,
      text: paragraphs(
        `You are invited to a targeting support meeting with ${about}.${isLater ? ' This replaces what you were sent about it before.' : ''}`, meetingWords(data),
        `See the agenda, or ask for another day: ${portalUrl}/meetings/${data.meetingId}`),
    };
  },
  MEETING_PREPARATION: ({ meetingId, school, dueOn }, portalUrl) => ({
    subject: `Preparation for your targeting support meeting is due on ${dayInWords(dueOn)}`,
    text: paragraphs(`${school} has a targeting support meeting coming up. Please fill in the preparation by ${dayInWords(dueOn)}, so that the meeting can be about what matters to your school.`, `Fill it in here: ${portalUrl}/meetings/${meetingId}`),
  }),
  MEETING_RECORD: ({ meetingId, school, commentsUntil }, portalUrl) => ({
    subject: 'The record of your targeting support meeting is ready',
    text: paragraphs(`The record of the meeting with ${school} is ready to read. If something is not right, comment on it${commentsUntil === null ? '' : ` by ${dayInWords(commentsUntil)}`}.`, `Read it here: ${portalUrl}/meetings/${meetingId}`),
  }),
  MEETING_OFFICER: (data, portalUrl) => {
    const [said, calendar] = HANDED_ON[data.part](data, data.schools.join(', '));
    return { subject: `${data.officer} holds the targeting support meeting on ${dayInWords(data.onDay)}`, text: paragraphs(said, meetingWords(data), data.hasCome ? null : calendar, `See the meeting: ${portalUrl}/meetings/${data.meetingId}`) };
  },
  MEETING_TERM: ({ schools, dueOn }, portalUrl) => ({
    subject: `${counted(schools.length, 'school has', 'schools have')} no date for a targeting support meeting this term`,
    text: paragraphs(`No date has been offered yet for the targeting support meeting of this term with ${schools.join(', ')}. A date offered by ${dayInWords(dueOn)} leaves time to agree it and to prepare.`, `Offer dates here: ${portalUrl}/meetings/slots`),
  }),
  MEETING_CALENDAR: (day, portalUrl) => {
    const { subject, paragraphs: said } = calendarText(day, portalUrl);
    return { subject, text: paragraphs(...said) };
  },
};

/** The words of a message. `portalUrl` is the portal's address without a slash at its end. */
export function messageText<Kind extends MessageKind>(kind: Kind, data: MessageData[Kind], portalUrl: string): MessageText {
  return (TEMPLATES[kind] as Template<Kind>)(data, portalUrl);
}
