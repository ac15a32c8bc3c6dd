import { dayOfIso } from '../kernel/index.ts';
import type { MeetingInvitation } from './templates.ts';

const escaped = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');

/** Lines of a calendar are at most 75 octets; longer ones go on after a line break and a space. Source: RFC 5545, 3.1. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, octets] = ['', 0];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

const SUMMER_TIME = ['BEGIN:VTIMEZONE', 'TZID:Europe/London', 'BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'TZNAME:BST', 'DTSTART:19810329T010000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000', 'TZNAME:GMT', 'DTSTART:19961027T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD', 'END:VTIMEZONE'];

/**
 * A meeting as a file for calendars (.ics). `stamp` is the moment it is made, as "20261119T090000Z". The same uid with a higher
 * sequence replaces the entry, and CANCEL takes it out. It names no child. Source: RFC 5545, RFC 5546.
 */
export function calendarEntry(meeting: MeetingInvitation, portalUrl: string, stamp: string): string {
  const day = meeting.onDay.replaceAll('-', '');
  dayOfIso(meeting.onDay); // a day that is none stops here, not in somebody's calendar
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//School Attendance Support Portal//EN', `METHOD:${meeting.method}`, ...SUMMER_TIME, 'BEGIN:VEVENT', `UID:${meeting.uid}`, `SEQUENCE:${meeting.sequence}`, `DTSTAMP:${stamp}`,
    `DTSTART;TZID=Europe/London:${day}T${meeting.atTime.replace(':', '')}00`, `DURATION:PT${meeting.minutes}M`, `SUMMARY:${escaped(`Targeting support meeting: ${meeting.schools.join(', ')}`)}`,
    ...(meeting.place === '' ? [] : [`LOCATION:${escaped(meeting.place)}`]), `DESCRIPTION:${escaped(`Attendance officer: ${meeting.officer}\n${portalUrl}/meetings/${meeting.meetingId}`)}`, `URL:${portalUrl}/meetings/${meeting.meetingId}`,
    `STATUS:${meeting.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`, 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', '',
  ].map(folded).join('\r\n');
}
