import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { composeModules } from '../../../server/src/app/compose.ts';
import { runOperation } from '../../../server/src/app/execute.ts';
import { plannerRouter } from '../../../server/src/modules/meetings/index.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { Refusal } from '../../../server/src/platform/errors/refusal.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { heldMeeting } from '../../support/meeting-rows.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);

describe('the term planner as a file, and the usual length of a meeting', () => {
  let portal: TestPortal;
  let server: Server;
  let actor = officer;
  beforeAll(async () => {
    portal = await TestPortal.open('planner_file');
    await knowTerms(portal.ownerUrl);
    await knowOfficer(portal.ownerUrl, 43);
    await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [oakmere]);
    await asOwner(portal.ownerUrl, (owner) => owner.query(`update school set name = '=HYPERLINK("x")' where id = $1`, [tarnbrook]));
    await heldMeeting(portal, { heldOn: '2026-11-10', issuedOn: '2026-11-12', officerId: 43 });
    const [log, clock] = [createLogger('silent'), systemClock(TODAY)];
    const { planner } = composeModules({ config: readConfig({}), clock, log, ingest: portal.ingest, app: () => portal.app });
    const web = express();
    web.use('/files/planner', plannerRouter({ planner, run: (_response, name, work) => runOperation({ app: portal.app, clock, log }, { actor, requestId: 'TEST' }, name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true })) }));
    web.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
      if (error instanceof Refusal) response.status(403).json({ code: error.code });
      else next(error);
    });
    server = createServer(web);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => { server.close(() => resolve()); });
    await portal.close();
  });

  const fetched = async (body: object, by = officer): Promise<globalThis.Response> => {
    actor = by;
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/files/planner`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  };

  test('holds exactly the schools that are filtered, the filter and the day; the trail has it as a disclosure', async () => {
    const response = await fetched({ standing: 'COVERED', mine: true, format: 'csv', recipient: 'Head of service' });
    expect(response.headers.get('content-disposition')).toContain('term-planner-2026-autumn-2026-11-19.csv');
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('Targeting support meetings: term planner,Autumn term 2026/27');
    expect(lines).toEqual(expect.arrayContaining([`As of,${TODAY}`, 'Schools chosen,"my schools; covered"', 'Schools in this file,1', 'For,Head of service']));
    const rows = lines.slice(lines.findIndex((line) => line.startsWith('School,URN')) + 1).filter((line) => line !== '');
    expect(rows).toEqual([expect.stringMatching(new RegExp(`^Oakmere Academy,${oakmere},Secondary,.*,Every term,Covered,No,0,"Record issued .*2026, 14:00",Done,`))]);
    const { rows: trail } = await asOwner(portal.ownerUrl, (owner) => owner.query(`select kind, recipient, details from audit_entry where operation = 'downloadPlanner'`));
    expect(trail).toEqual([{ kind: 'DISCLOSED', recipient: 'Head of service', details: { report: 'PLANNER', schools: 1, term: '2026-AUTUMN', standing: 'COVERED', mine: true, format: 'csv' } }]);
  });

  test('as many rows as the page, and no cell that a spreadsheet would run', async () => {
    const { data } = await portal.ask(officer, '{ meetingPlanner { total } }');
    const text = await (await fetched({ format: 'csv', recipient: 'Me' })).text();
    expect(text).toContain(`Schools in this file,${(data?.meetingPlanner as { total: number }).total}`);
    expect(text).toContain(`"'=HYPERLINK(""x"")",${tarnbrook}`);
    expect(Buffer.from(await (await fetched({ format: 'xlsx', recipient: 'Me' })).arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
  });

  test.each([[{ standing: 'EVERYWHERE' }], [{ tier: 3 }], [{ officerId: '43' }], [{ kind: 'x' }], [{ recipient: ' ' }], [{ format: 'pdf' }]])('%p is refused, and nothing leaves', async (wrong) => {
    expect((await fetched({ format: 'csv', recipient: 'Me', ...wrong })).status).toBe(403);
  });
  test.each([Role.ATTENDANCE_CHAMPION, Role.DATA_ANALYST, Role.GOVERNOR])('%s gets none', async (role) => expect((await fetched({ format: 'csv', recipient: 'Me' }, person(role, { schools: [oakmere] }))).status).toBe(403));

  test('a meeting is as long as the tier of its neediest school asks, and longer by the school', async () => {
    const length = async (ids: number[]) => portal.ask(officer, 'query L($ids: [Int!]!) { usualMeetingLength(schoolIds: $ids) { tier minutes } }', { ids });
    const [one, two] = [await length([oakmere]), await length([oakmere, tarnbrook])];
    expect([one.data?.usualMeetingLength, two.data?.usualMeetingLength]).toEqual([{ tier: 'TARGETED', minutes: 46 }, { tier: 'TARGETED', minutes: 61 }]);
    expect(codesOf(await length([]))).toEqual(['NOT_FOUND']);
    expect(codesOf(await length([oakmere, 1]))).toEqual(['NOT_FOUND']);
  });
});
