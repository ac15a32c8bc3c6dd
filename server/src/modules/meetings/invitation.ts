import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { MEETING_MODE_WORDS, MeetingStatus, type MeetingMode } from '@attendance/shared/meetings';
import { addDays } from '@attendance/shared/kernel';

/** Somebody asked to a meeting. */
export interface Invited { readonly name: string; readonly email: string }
/** A meeting as a calendar is told of it: nothing about a child is in it. */
export interface InvitedMeeting {
  readonly uid: string; readonly version: number; readonly status: MeetingStatus; readonly mode: MeetingMode; readonly onDay: string; readonly atTime: string; readonly minutes: number; readonly place: string;
  readonly schools: readonly string[];
  /** The officer, from whom it comes; null where no address is known. */
  readonly officer: Invited | null;
  readonly champions: readonly Invited[];
  /** Somebody who is no longer asked to it while all others are: the entry is for their calendar alone. */
  readonly leaves?: Invited;
  /** Its page of the portal. */
  readonly page: string;
}
export interface Invitation { readonly method: 'REQUEST' | 'CANCEL'; readonly sequence: number; readonly uid: string; readonly ics: string }

const ZONE = 'Europe/London';
/** Summer time of the United Kingdom since 1996. Source: Summer Time Order 2002. */
const LONDON = [
  'BEGIN:VTIMEZONE', `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT', 'TZNAME:BST', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'DTSTART:19960331T010000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZNAME:GMT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000', 'DTSTART:19961027T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const OFF: readonly MeetingStatus[] = [MeetingStatus.CANCELLED, MeetingStatus.DECLINED, MeetingStatus.NO_SHOW];
const statusOf = (status: MeetingStatus): ICalEventStatus => (OFF.includes(status) ? ICalEventStatus.CANCELLED : status === MeetingStatus.OFFERED || status === MeetingStatus.REQUIRED ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED);

/**
 * What a calendar takes: a request where the meeting is offered, booked or held, and a cancellation where it is called off or
 * declined. To somebody who leaves it while it takes place, a cancellation that names only them. The number of the meeting in the portal stays its own, and each change has a higher sequence. Source: RFC 5545, RFC 5546 section 3.2.5.
 */
export function invitationOf(meeting: InvitedMeeting, at: Date): Invitation {
  const method = OFF.includes(meeting.status) || meeting.leaves !== undefined ? 'CANCEL' : 'REQUEST';
  const calendar = ical({ prodId: { company: 'Attendance Support', product: 'Targeting support meetings', language: 'EN' }, method: ICalCalendarMethod[method] });
  // The zone is said by the event and not by the calendar: said there, it would take the time of sending out of UTC, which the standard forbids.
  calendar.timezone({ name: null, generator: () => LONDON });
  const names = meeting.schools.join(', ');
  const event = calendar.createEvent({
    id: meeting.uid, sequence: meeting.version, stamp: at, timezone: ZONE, start: wallClock(meeting.onDay, meeting.atTime, 0), end: wallClock(meeting.onDay, meeting.atTime, meeting.minutes),
    summary: `Targeting support meeting: ${names}`, status: statusOf(meeting.status), url: meeting.page,
    description: `${MEETING_MODE_WORDS[meeting.mode]}. ${meeting.status === MeetingStatus.OFFERED ? 'This date is offered: answer it in the portal.' : 'Agenda, preparation and record are in the portal.'} ${meeting.page}`,
    location: meeting.place === '' ? null : meeting.place,
  });
  if (meeting.officer !== null) {
    event.organizer({ name: plain(meeting.officer.name), email: meeting.officer.email });
    if (meeting.leaves === undefined) event.createAttendee({ name: plain(meeting.officer.name), email: meeting.officer.email, role: ICalAttendeeRole.CHAIR });
  }
  for (const { name, email } of meeting.leaves === undefined ? meeting.champions : [meeting.leaves]) event.createAttendee({ name: plain(name), email, role: ICalAttendeeRole.REQ, rsvp: method === 'REQUEST' });
  return { method, sequence: meeting.version, uid: meeting.uid, ics: `${calendar.toString()}\r\n` };
}

/** Names stand in quotes there, and no quote can. */
const plain = (name: string): string => name.replaceAll(/["\p{Cc}]/gu, ' ').trim();

/** A time on the wall in England, so many minutes later. */
function wallClock(onDay: string, atTime: string, later: number): string {
  const minute = Number(atTime.slice(0, 2)) * 60 + Number(atTime.slice(3, 5)) + later;
  const [day, rest] = [addDays(onDay, Math.floor(minute / 1440)), minute % 1440];
  return `${day}T${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}:00`;
}
