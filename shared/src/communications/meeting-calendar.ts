import { WORK_PATH } from '../tasks/index.ts';
import { dayInWords } from './day-words.ts';

/** The days around a meeting on which somebody is written to, in the order in which they come. */
export const MeetingCalendarStep = {
  AGREE_DATE: 'AGREE_DATE', LOOK_AT_PACK: 'LOOK_AT_PACK', PARTNER_LINES: 'PARTNER_LINES', RECORD_DUE: 'RECORD_DUE', COMMENTS_CLOSE: 'COMMENTS_CLOSE', EARLY_ACTIONS: 'EARLY_ACTIONS', REFERRALS: 'REFERRALS',
} as const;
export type MeetingCalendarStep = (typeof MeetingCalendarStep)[keyof typeof MeetingCalendarStep];

/** One day around a meeting, for one person: the schools are those of the meeting that are theirs. Days are ISO days. No child is named, none is counted. */
export interface MeetingCalendarDay { readonly meetingId: number; readonly step: MeetingCalendarStep; readonly schools: readonly string[]; readonly onDay: string; readonly dueOn: string }

/** What each day says, and where in the portal it is done. */
const WORDS: Readonly<Record<MeetingCalendarStep, (about: { readonly schools: string; readonly day: string; readonly due: string }) => { subject: string; said: string; todo: string; path?: string }>> = {
  AGREE_DATE: ({ schools, day }) => ({
    subject: 'Please agree the date of a targeting support meeting',
    said: `A targeting support meeting is offered to ${schools} for ${day}. The date has not been agreed yet.`, todo: 'The school or the attendance officer can book it, or choose another day, here',
  }),
  LOOK_AT_PACK: ({ schools, day }) => ({
    subject: 'The data pack of a meeting is ready to look at',
    said: `The data pack for the targeting support meeting with ${schools} on ${day} no longer changes. Please look at it, and propose the pupils and groups the meeting should speak about.`, todo: 'Open the meeting',
  }),
  PARTNER_LINES: ({ schools, day }) => ({
    subject: 'You may add a line before a targeting support meeting',
    said: `You work with a pupil whom the targeting support meeting with ${schools} on ${day} is going to speak about. You may add a line on what the meeting should know.`, todo: 'Read the lists and add your line', path: '/meetings/lines',
  }),
  RECORD_DUE: ({ schools, day, due }) => ({
    subject: 'The record of a targeting support meeting is not issued',
    said: `The targeting support meeting with ${schools} was held on ${day}. Its record is due on ${due} and has not been issued.`, todo: 'Finish the record',
  }),
  COMMENTS_CLOSE: ({ schools, day, due }) => ({
    subject: `Comments on a meeting’s record close on ${due}`,
    said: `${schools} can comment on the record of the targeting support meeting of ${day} until ${due}; then it is locked.`, todo: 'Read the record and comment',
  }),
  EARLY_ACTIONS: ({ schools, day, due }) => ({
    subject: 'Actions of a meeting need an update',
    said: `Actions that you own from the targeting support meeting with ${schools} on ${day} were to be done by ${due} or earlier, and have not been updated.`, todo: 'Say how each of them stands', path: WORK_PATH,
  }),
  REFERRALS: ({ schools, day }) => ({
    subject: 'A referral promised in a meeting is not drafted',
    said: `In the targeting support meeting with ${schools} on ${day} a service was promised for which there is no draft yet. Drafts are made when the record is issued.`, todo: 'Open the meeting',
  }),
};

/** The words of a day around a meeting: a line of subject, and paragraphs. `portalUrl` is the portal's address without a slash at its end. */
export function calendarText({ meetingId, step, schools, onDay, dueOn }: MeetingCalendarDay, portalUrl: string): { subject: string; paragraphs: string[] } {
  const { subject, said, todo, path = `/meetings/${meetingId}` } = WORDS[step]({ schools: schools.join(', '), day: dayInWords(onDay), due: dayInWords(dueOn) });
  return { subject, paragraphs: [said, `${todo}: ${portalUrl}${path}`] };
}
