import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import ICAL from 'ical.js';
import { runOperation } from '../../../server/src/app/execute.ts';
import { invitationRouter } from '../../../server/src/modules/meetings/index.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { Refusal } from '../../../server/src/platform/errors/refusal.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { aKey, knowPeople } from './term.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] }, 44);
const PLAN = 'mutation Plan($key: String!, $input: MeetingInput!) { planMeeting(key: $key, command: OFFER, input: $input) { id version } }';
const CHANGE = 'mutation Change($id: ID!, $version: Int!, $command: MeetingCommand!, $input: MeetingChangeInput!) { changeMeeting(id: $id, version: $version, command: $command, input: $input) { id version } }';
interface Made { id: string; version: number }
interface Read { status: number; type: string; text: string; event: ICAL.Event; calendar: ICAL.Component }

describe('the invitation to a meeting', () => {
  let portal: TestPortal;
  let server: http.Server;
  let who = officer;
  let made: Made;

  beforeAll(async () => {
    portal = await TestPortal.open('invitations');
    await knowTerms(portal.ownerUrl);
    await knowPeople(portal.ownerUrl, { 41: 'A manager', 43: 'An officer', 44: 'A champion' });
    await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [oakmere]);
    await portal.rows(`insert into school_contact (school_id, role, full_name, email) values ($1, 'ATTENDANCE_CHAMPION', 'A Champion', 'champion@example.org'), ($1, 'HEADTEACHER', 'A Head', 'head@example.org')`, [oakmere]);
    const operations = { app: portal.app, clock: systemClock(TODAY), log: createLogger('silent') };
    const web = express();
    web.use(invitationRouter({
      publicUrl: 'https://portal.example.org', guards: [],
      run: (_response, name, work) => runOperation(operations, { actor: who, requestId: 'TEST' }, name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true })),
    }));
    web.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => { response.status(error instanceof Refusal ? 400 : 500).send(error instanceof Refusal ? error.code : String(error)); });
    server = web.listen(0);
    const answer = await portal.ask(officer, PLAN, { key: aKey(), input: { type: 'SINGLE_SCHOOL', schoolIds: [oakmere], mode: 'FACE_TO_FACE', onDay: '2026-12-02', atTime: '14:00', minutes: 65, place: 'Library, first floor' } });
    expect(answer.errors).toEqual([]);
    made = answer.data?.planMeeting as Made;
  });
  afterAll(async () => {
    await new Promise((resolve) => { server.close(resolve); });
    await portal.close();
  });

  const read = async (id: string, actor = officer): Promise<Read> => {
    who = actor;
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/meetings/${id}/invitation.ics`);
    const text = await response.text();
    const calendar = response.status === 200 ? new ICAL.Component(ICAL.parse(text) as unknown[]) : new ICAL.Component('vcalendar');
    return { status: response.status, type: response.headers.get('content-type') ?? '', text, calendar, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined) };
  };
  const give = async (command: string, input: object = {}): Promise<void> => {
    const answer = await portal.ask(officer, CHANGE, { id: made.id, version: made.version, command, input });
    expect(answer.errors).toEqual([]);
    made = answer.data?.changeMeeting as Made;
  };

  test('is read by a calendar: offered, booked, moved and called off are one event, each later than the one before', async () => {
    const told: unknown[][] = [];
    const uids = new Set<string>();
    const note = async (): Promise<void> => {
      const { calendar, event, type } = await read(made.id);
      uids.add(event.uid);
      told.push([calendar.getFirstPropertyValue('method'), event.component.getFirstPropertyValue('status'), event.sequence, event.startDate.toString(), event.endDate.toString(), type]);
    };
    await note();
    await give('BOOK');
    await note();
    await give('MOVE', { onDay: '2026-12-03', atTime: '09:30', reason: 'The hall is needed' });
    await note();
    await give('CANCEL', { reason: 'Both ill' });
    await note();
    expect(told).toEqual([
      ['REQUEST', 'TENTATIVE', 1, '2026-12-02T14:00:00', '2026-12-02T15:05:00', 'text/calendar; charset=utf-8; method=REQUEST'], ['REQUEST', 'CONFIRMED', 2, '2026-12-02T14:00:00', '2026-12-02T15:05:00', 'text/calendar; charset=utf-8; method=REQUEST'],
      ['REQUEST', 'CONFIRMED', 3, '2026-12-03T09:30:00', '2026-12-03T10:35:00', 'text/calendar; charset=utf-8; method=REQUEST'], ['CANCEL', 'CANCELLED', 4, '2026-12-03T09:30:00', '2026-12-03T10:35:00', 'text/calendar; charset=utf-8; method=CANCEL'],
    ]);
    expect(uids.size).toBe(1);
  });

  test.each([['2026-12-02T14:00:00', 14], ['2027-06-10T14:00:00', 13], ['2027-03-28T14:00:00', 13], ['2026-10-25T14:00:00', 14]])('its zone puts %s at %i o’clock universal time', async (wall, hour) => {
    const zone = new ICAL.Timezone({ component: (await read(made.id)).calendar.getFirstSubcomponent('vtimezone') ?? undefined, tzid: 'Europe/London' });
    const time = ICAL.Time.fromDateTimeString(wall, undefined as never);
    time.zone = zone;
    expect(time.convertToZone(ICAL.Timezone.utcTimezone).hour).toBe(hour);
  });

  test('asks the officer and the champion, and tells nothing of a child', async () => {
    const { event, text } = await read(made.id);
    expect(event.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual(['mailto:an.officer@example.org', 'mailto:champion@example.org']);
    expect(event.organizer.toLowerCase()).toBe('mailto:an.officer@example.org');
    expect([event.summary, event.location]).toEqual(['Targeting support meeting: Oakmere Academy', 'Library, first floor']);
    expect(text).not.toMatch(/Thirkell|Mason|Both ill/);
  });

  test('is for whoever the meeting is for: the school it names, and each look stands in the trail', async () => {
    expect((await read(made.id, champion)).status).toBe(200);
    const [entry] = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<object>('select kind, operation, actor_id, school_ids from audit_entry order by seq desc limit 1')).rows);
    expect(entry).toEqual({ kind: 'VIEWED', operation: 'meetingInvitation', actor_id: 44, school_ids: [oakmere] });
    expect((await read(made.id, person(Role.ATTENDANCE_CHAMPION, { schools: [tarnbrook] }, 46))).text).toBe('NOT_FOUND');
    expect((await read(made.id, person(Role.GOVERNOR, { schools: [oakmere] }, 47))).text).toBe('FORBIDDEN');
    expect([(await read('424242', manager)).text, (await read('1%20or%201=1', manager)).text]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });
});
