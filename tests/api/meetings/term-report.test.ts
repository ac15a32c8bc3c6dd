import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { openSchoolDays } from '@attendance/shared/calendar';
import { WEXMOOR } from '../../../shared/src/meetings/wexmoor.test-data.ts';
import { composeModules } from '../../../server/src/app/compose.ts';
import { runOperation } from '../../../server/src/app/execute.ts';
import { termReportRouter } from '../../../server/src/modules/meetings/index.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { Refusal } from '../../../server/src/platform/errors/refusal.ts';
import type { OperationActor } from '../../../server/src/platform/graphql/operation.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { addCrowd } from '../../support/crowd.ts';
import { agreeAction, answer, attending, heldMeeting, keepCalendar, reachTo, speakAbout, writeMarks } from '../../support/meeting-rows.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, PUPILS, SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { addSchools } from './term.ts';

const { oakmere, tarnbrook, fellgate } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER);
const officer = person(Role.ATTENDANCE_OFFICER);
const analyst = person(Role.DATA_ANALYST);
const REPORT = '{ termReport(term: "2026-AUTUMN") { term { key label } terms { key } asOf marksTo hidden tables { key heading note columns { heading isNumber } rows { key cells } } texts { key note items { schoolName text } } caveats { words } } }';
interface Report { term: { key: string; label: string }; asOf: string; marksTo: string | null; hidden: string; tables: { key: string; columns: { heading: string }[]; rows: { key: string; cells: string[] }[] }[]; texts: { key: string; note: string; items: { schoolName: string; text: string }[] }[]; caveats: object[] }

const open = openSchoolDays(WEXMOOR);
const BEFORE = open.filter((day) => '2026-09-22' <= day && day <= '2026-11-09');
const AFTER = open.filter((day) => '2026-11-10' <= day && day <= '2027-01-05');

describe('the report of a term', () => {
  let portal: TestPortal;
  let crowd: TestPupil[];
  beforeAll(async () => {
    portal = await TestPortal.open('term_report');
    await knowTerms(portal.ownerUrl);
    await knowOfficer(portal.ownerUrl);
    await knowOfficer(portal.ownerUrl, 43);
    await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01'), ($2, 43, '2026-09-01')`, [oakmere, tarnbrook]);
    await keepCalendar(portal, oakmere, WEXMOOR);
    await reachTo(portal, oakmere, '2027-01-05');
    crowd = await addCrowd(portal.ingest, 30, oakmere);
    // Held and issued in time, held with the record overdue, and booked. The other school was offered one.
    const first = await heldMeeting(portal, { heldOn: '2026-11-09', issuedOn: '2026-11-16', officerId: 43 });
    const second = await heldMeeting(portal, { schoolId: tarnbrook, heldOn: '2026-10-05', status: 'HELD', complete: false, officerId: 43 });
    await heldMeeting(portal, { schoolId: fellgate, heldOn: '2026-12-02', status: 'BOOKED', complete: false, officerId: 43 });
    for (const [index, pupil] of [...crowd.slice(0, 20), PUPILS.hidden].entries()) {
      await speakAbout(portal, first, pupil.id);
      await answer(portal, first, 'PUPIL', 'BARRIERS', (index < 3 ? ['ANXIETY'] : ['ROUTINES', 'BULLYING'].slice(0, index < 12 ? 2 : 1)).join(','), pupil.id);
      if (index < 20) await answer(portal, first, 'PUPIL', 'DISCUSSED', 'YES', pupil.id);
      await answer(portal, first, 'PUPIL', 'PLAN_STATUS', index < 8 ? 'IN_PLACE_WORKING' : 'NONE', pupil.id);
    }
    for (const [index, pupil] of crowd.slice(0, 24).entries()) {
      await portal.rows(`insert into pupil_standing (enrolment_id, academic_year, school_id, pupil_id, marks_to, recent_from, ${['possible', 'absent', ...ZEROES].join(', ')}) values ($1, 2026, $2, $1, '2026-11-18', '2026-10-01', 100, $3, ${ZEROES.map(() => 0).join(', ')})`, [pupil.enrolmentId, oakmere, index < 22 ? 50 : 49]);
      await writeMarks(portal, pupil, new Map([...attending(BEFORE, 30), ...attending(AFTER, index < 14 ? 45 : 30)]));
      await agreeAction(portal, { pupilId: pupil.id, type: 'HOME_VISIT', ownerId: 43, side: index < 10 ? 'LA' : 'SCHOOL', dueOn: index < 20 ? '2026-11-17' : '2026-12-04', status: index < 16 ? 'DONE' : 'IN_PROGRESS', doneOn: index < 12 ? '2026-11-17' : '2026-11-18' });
    }
    await answer(portal, first, 'SECTION', 'PRACTICE_TO_SHARE', 'A breakfast club run by Year 11');
    await answer(portal, first, 'SECTION', 'AREA_BARRIER', 'No bus after half past three');
    // Fellgate is met once a year, and was this year, before the term.
    await portal.rows(`insert into meeting_requirement (school_id, academic_year, version, frequency, reason) values ($1, 2026, 1, 'ANNUAL', 'Small and steady')`, [fellgate]);
    await heldMeeting(portal, { schoolId: fellgate, heldOn: '2026-09-02', issuedOn: '2026-09-02' });
    await answer(portal, second, 'SECTION', 'PRACTICE_TO_SHARE', 'Not issued yet', null, tarnbrook);
  });
  afterAll(() => portal.close());

  const report = async (actor: OperationActor): Promise<Report> => {
    const answered = await portal.ask(actor, REPORT);
    expect(answered.errors).toEqual([]);
    return answered.data?.termReport as Report;
  };
  const row = ({ tables }: Report, table: string, key: string): string[] => tables.find((each) => each.key === table)?.rows.find((each) => each.key === key)?.cells ?? [];

  test('counts coverage as the planner does, records by the day they were due and actions by side', async () => {
    const answered = await report(manager);
    expect([answered.term.key, answered.asOf, answered.marksTo]).toEqual(['2026-AUTUMN', TODAY, '2027-01-05']);
    expect(row(answered, 'COVERAGE', 'ALL')).toEqual(['All', '3', '1', '33.3%', '3', '100.0%', '0', '2', '0', '1', '1', '0']);
    const planner = await portal.ask(manager, '{ meetingPlanner(filter: { term: "2026-AUTUMN" }) { totals { schools covered offered declined inHand outstanding overdue lessThanTermly leftOut } } }');
    expect(planner.data?.meetingPlanner).toEqual({ totals: { schools: 3, covered: 1, offered: 3, declined: 0, inHand: 2, outstanding: 0, overdue: 1, lessThanTermly: 1, leftOut: 0 } });
    expect([row(answered, 'RECORDS', 'ISSUED'), row(answered, 'RECORDS', 'IN_TIME')]).toEqual([['Records issued, of meetings held', '1', '2', '50.0%'], ['Issued in time, of records due or issued', '1', '2', '50.0%']]);
    expect([row(answered, 'ACTIONS', 'LA'), row(answered, 'ACTIONS', 'SCHOOL'), row(answered, 'ACTIONS', 'ALL')]).toEqual([
      ['The authority', '10', '10', '100.0%', '0', '0', '0', '0'], ['Schools', '10', '2', '20.0%', '4', '4', '0', '0'], ['All', '20', '12', '60.0%', '4', '4', '0', '0']]);
    expect(row(answered, 'WORKLOAD', '43')).toEqual(['An officer', '2', '2', '1', '8', '4']);
  });

  test('counts severely absent pupils, themes and effects, and hides few pupils from everybody', async () => {
    const answered = await report(manager);
    expect([row(answered, 'SEVERE', 'PLAN'), row(answered, 'SEVERE', 'DISCUSSED')]).toEqual([['With a plan in place', '8', '22', '36.4%'], ['Spoken about this term', 'c', '22', 'c']]);
    // Twenty and the restricted one, of whom three have an anxiety, eighteen routines, nine bullying besides.
    expect([row(answered, 'THEMES', 'CHILD_MENTAL_HEALTH'), row(answered, 'THEMES', 'SCHOOL'), row(answered, 'THEMES', 'FAMILY')]).toEqual([['Mental health', 'c', '21', 'c'], ['School', '9', '21', '42.9%'], ['Family', 'c', '21', 'c']]);
    expect(row(answered, 'EFFECT', 'HOME_VISIT')).toEqual(['Home visit', '24', '14', '58.3%', '10', '0', '+25.0', '–', '–', '0']);
    expect(answered.caveats).toHaveLength(10);
    expect(answered.texts.map(({ items }) => items)).toEqual([[{ schoolName: 'Oakmere Academy', text: 'No bus after half past three' }], [{ schoolName: 'Oakmere Academy', text: 'A breakfast club run by Year 11' }]]);
  });

  test('is the same for people who see figures only, without restricted children and what schools wrote', async () => {
    const [whole, figures] = [await report(officer), await report(analyst)];
    expect(figures.tables).toEqual(whole.tables);
    expect(row(figures, 'THEMES', 'SCHOOL')).toEqual(['School', '9', '20', '45.0%']);
    expect(figures.texts.every(({ items, note }) => items.length === 0 && note.startsWith('Your role sees figures only'))).toBe(true);
    expect(row(figures, 'SAID', 'PRACTICE_TO_SHARE')).toEqual(['Practice to share', '2', '1']);
    const names = [...crowd.map(({ surname }) => surname), 'Marchbank'];
    expect(names.filter((name) => JSON.stringify(figures).includes(name))).toEqual([]);
  });

  test('is refused to those who see a part of the authority, and to those without the permission', async () => {
    for (const role of [Role.GOVERNOR, Role.TRUST_LEADER, Role.HEADTEACHER, Role.VIRTUAL_SCHOOL_HEAD]) expect(codesOf(await portal.ask(person(role), REPORT))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(manager, '{ termReport(term: "never") { asOf } }'))).toEqual(['NOT_FOUND']);
    await expect(asOwner(portal.ownerUrl, async (owner) => {
      await owner.query(`begin; set local role reach_aggregate`);
      await owner.query(`select term_meeting_facts('2026-09-03', '2026-12-18', '2026-12-18', '2026-11-19', 5, '{}', 30, 30)`);
    })).rejects.toThrow(/permission denied/);
  });

  test('says how many schools send no registers, and of how many a summary is there, also to those who read no row', async () => {
    const table = async (actor: OperationActor): Promise<Report['tables'][number] | undefined> => (await report(actor)).tables.find(({ key }) => key === 'SUMMARIES');
    expect(await table(analyst)).toBeUndefined();
    await addSchools(portal, [{ id: 990511, name: 'St Bede’s School', phase: 'INDEPENDENT', typeCode: 11 }, { id: 990512, name: 'Harrow House', phase: 'INDEPENDENT', typeCode: 11 }]);
    const insert = (season: string) => portal.rows(`insert into school_term_summary (school_id, academic_year, season, version, as_of_on, roll, possible, authorised, unauthorised, persistent, severe, concern, entered_on) values (990511, 2026, $1, 1, '2026-11-12', 10, 100, 1, 1, 1, 0, 1, '2026-11-12')`, [season]);
    await insert('SPRING');
    expect((await table(analyst))?.rows.map(({ cells }) => cells)).toEqual([['With their summary of the term', '0', '2', '0.0%'], ['Without it', '2', '2', '100.0%']]);
    await insert('AUTUMN');
    expect([await table(analyst), await table(manager)]).toMatchObject(Array(2).fill({ rows: [{ cells: ['With their summary of the term', '1', '2', '50.0%'] }, { cells: ['Without it', '1', '2', '50.0%'] }] }));
    await portal.rows('delete from school_term_summary');
    for (const from of ['school_week where school_id', 'school where id']) await portal.rows(`delete from ${from} in (990511, 990512)`);
  });

  test('costs as many statements whatever it holds', async () => expect((await portal.ask(manager, REPORT)).statements).toBeLessThanOrEqual(9));

  describe('as a file', () => {
    let server: Server;
    let actor: OperationActor = manager;
    beforeAll(async () => {
      const [log, clock] = [createLogger('silent'), systemClock(TODAY)];
      const { termReports } = composeModules({ config: readConfig({}), clock, log, ingest: portal.ingest, app: () => portal.app });
      const web = express();
      web.use('/files/term-report', termReportRouter({ reports: termReports, run: (_response, name, work) => runOperation({ app: portal.app, clock, log }, { actor, requestId: 'TEST' }, name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true })) }));
      web.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
        if (error instanceof Refusal) response.status(403).json({ code: error.code });
        else next(error);
      });
      server = createServer(web);
      await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    });
    afterAll(async () => new Promise<void>((resolve) => { server.close(() => resolve()); }));
    const fetched = async (body: object, by = manager): Promise<globalThis.Response> => {
      actor = by;
      return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/files/term-report`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    };

    test('holds every cell that is shown, the term, the day and whom it is for, and is a disclosure in the trail', async () => {
      const response = await fetched({ term: '2026-AUTUMN', format: 'csv', recipient: 'Director of education' });
      expect(response.headers.get('content-disposition')).toContain('term-report-2026-autumn-2026-11-19.csv');
      const text = await response.text();
      for (const words of ['Autumn term 2026/27', 'As of,2026-11-19', 'For,Director of education', 'All,3,1,33.3,3,100,0,2,0,1,1,0', 'Mental health,c,21,c', 'Oakmere Academy,A breakfast club run by Year 11']) expect(text).toContain(words);
      const { tables } = await report(manager);
      for (const table of tables) for (const { cells } of table.rows) expect(text).toContain(cells[0]);
      const { rows } = await asOwner(portal.ownerUrl, (owner) => owner.query(`select kind, recipient, details from audit_entry where operation = 'downloadTermReport'`));
      expect(rows).toEqual([{ kind: 'DISCLOSED', recipient: 'Director of education', details: { report: 'TERM', term: '2026-AUTUMN', format: 'csv' } }]);
    });
    test('is a workbook too; nobody gets one without saying for whom, in another format, or without the right', async () => {
      expect(Buffer.from(await (await fetched({ format: 'xlsx', recipient: 'Lead member' }, analyst)).arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
      for (const [body, by] of [[{ format: 'csv', recipient: ' ' }, manager], [{ format: 'pdf', recipient: 'Lead member' }, manager], [{ format: 'csv', recipient: 'Lead member' }, person(Role.HEADTEACHER)], [{ format: 'csv', recipient: 'Lead member' }, person(Role.GOVERNOR)]] as const) expect((await fetched(body, by)).status).toBe(403);
    });
  });
});

/** Counts of a standing that say nothing here. */
const ZEROES = ['recent_possible', 'recent_absent', 'week_possible', 'week_absent', 'part_time_sessions', 'last_possible', 'last_absent', 'sessions_left', 'away_sessions', 'back_sessions', 'back_after', 'unauthorised_run', 'ill_sessions', 'penalty', 'penalty_ahead', 'late_sessions', 'weekday', 'weekday_absent', 'holiday_sessions'];
