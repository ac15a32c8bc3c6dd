import { invitationOf, type InvitedMeeting } from './invitation.ts';

const AT = new Date('2026-11-19T10:30:00Z');
const MEETING: InvitedMeeting = {
  uid: '00000000-0000-4000-8000-000000000001@targeting-support-meeting', version: 2, status: 'BOOKED', mode: 'REMOTE', onDay: '2026-12-02', atTime: '14:00', minutes: 65, place: 'Room 4, the Céilidh hall; ring the bell',
  schools: ['Oakmere Academy', 'St Bede’s School'], officer: { name: 'Priya "PN" Nandra', email: 'priya@example.org' }, champions: [{ name: 'Hal Ormond', email: 'hal@example.org' }], page: 'https://portal.example.org/meetings/12',
};
const linesOf = (ics: string): string[] => ics.replaceAll('\r\n ', '').split('\r\n');

test.each([
  ['OFFERED', 'REQUEST', 'TENTATIVE'], ['BOOKED', 'REQUEST', 'CONFIRMED'], ['PREPARED', 'REQUEST', 'CONFIRMED'], ['HELD', 'REQUEST', 'CONFIRMED'], ['LOCKED', 'REQUEST', 'CONFIRMED'],
  ['DECLINED', 'CANCEL', 'CANCELLED'], ['CANCELLED', 'CANCEL', 'CANCELLED'], ['NO_SHOW', 'CANCEL', 'CANCELLED'],
] as const)('a meeting that is %s is a %s, %s, of the same number and a sequence of its own', (status, method, shown) => {
  const found = invitationOf({ ...MEETING, status, version: 5 }, AT);
  expect(found).toMatchObject({ method, sequence: 5, uid: MEETING.uid });
  expect(linesOf(found.ics)).toEqual(expect.arrayContaining([`METHOD:${method}`, `STATUS:${shown}`, 'SEQUENCE:5', `UID:${MEETING.uid}`]));
});

test('is written as RFC 5545 has it: CRLF, lines of at most 75 octets, a stamp in UTC, times in a zone that is defined', () => {
  const { ics } = invitationOf({ ...MEETING, schools: Array.from({ length: 12 }, (_, index) => `Eglwys Ŵyn a’r Llŷn ${index}`) }, AT);
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = linesOf(ics);
  expect(lines).toEqual(expect.arrayContaining(['VERSION:2.0', 'DTSTAMP:20261119T103000Z', 'DTSTART;TZID=Europe/London:20261202T140000', 'DTEND;TZID=Europe/London:20261202T150500', 'TZID:Europe/London']));
  expect(lines.filter((line) => /^(BEGIN|END):(VTIMEZONE|VEVENT|DAYLIGHT|STANDARD)$/.test(line))).toEqual(['BEGIN:VTIMEZONE', 'BEGIN:DAYLIGHT', 'END:DAYLIGHT', 'BEGIN:STANDARD', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT', 'END:VEVENT']);
});

test('a meeting that runs past midnight ends on the next day', () => expect(linesOf(invitationOf({ ...MEETING, atTime: '23:30', minutes: 60 }, AT).ics)).toContain('DTEND;TZID=Europe/London:20261203T003000'));

test('names those asked, and asks for an answer only where there is something to answer', () => {
  const lines = linesOf(invitationOf(MEETING, AT).ics);
  expect(lines.filter((line) => /^(ORGANIZER|ATTENDEE)/.test(line)).map((line) => line.toLowerCase())).toEqual([
    'organizer;cn="priya  pn  nandra":mailto:priya@example.org', 'attendee;role=chair;cn="priya  pn  nandra":mailto:priya@example.org', 'attendee;role=req-participant;rsvp=true;cn="hal ormond":mailto:hal@example.org',
  ]);
  expect(invitationOf({ ...MEETING, status: 'CANCELLED' }, AT).ics).not.toContain('RSVP=TRUE');
  expect(linesOf(invitationOf({ ...MEETING, officer: null, champions: [], place: '' }, AT).ics).filter((line) => /^(ORGANIZER|ATTENDEE|LOCATION)/.test(line))).toEqual([]);
});
