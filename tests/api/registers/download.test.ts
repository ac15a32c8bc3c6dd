import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import pg from 'pg';
import { runOperation } from '../../../server/src/app/execute.ts';
import { DeliveryRepository } from '../../../server/src/modules/registers/delivery.repository.ts';
import { DeliveryService } from '../../../server/src/modules/registers/delivery.service.ts';
import { downloadRouter } from '../../../server/src/modules/registers/index.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { Refusal } from '../../../server/src/platform/errors/refusal.ts';
import type { OperationActor } from '../../../server/src/platform/graphql/operation.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { person } from '../../support/people.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const { mason, elan } = PUPILS;
const officer = person(Role.ATTENDANCE_OFFICER);

/** Good rows enough that the faulty ones, some of them formulas, do not refuse the whole file. */
const FILE = [
  'UPN,Date,Session,Mark',
  ...[9, 10, 11, 12, 13].flatMap((day) => [mason, elan].flatMap(({ upn }) => ['AM', 'PM'].map((session) => `${upn},${String(day).padStart(2, '0')}/11/2026,${session},/`))),
  `${mason.upn},16/11/2026,AM,"=HYPERLINK(""http://x"",""y"")"`,
  `${mason.upn},16/11/2026,PM,＝1+1`,
  '@SUM(A1),16/11/2026,AM,/',
  `${elan.upn},=1+1,AM,/`,
  '',
].join('\n');

/** The rows of a small CSV whose cells hold no line breaks. */
const rowsOf = (text: string): string[][] => text.replace(/^\uFEFF/, '').trimEnd().split('\r\n')
  .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, 5).map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));

describe('the refused rows of a delivery as a file', () => {
  let portal: TestPortal;
  let server: Server;
  /** The trail is written by everyone and read, as a table, by the owner alone. */
  let owner: pg.Client;
  let actor: OperationActor | null = officer;
  let delivery = 0;

  beforeAll(async () => {
    portal = await TestPortal.open('download');
    owner = new pg.Client(portal.ownerUrl);
    await owner.connect();
    const sent = await portal.send(FILE);
    expect(sent.kept).toBe(true);
    delivery = sent.deliveryId;
    const log = createLogger('silent');
    const web = express();
    web.use('/files', downloadRouter({
      deliveries: new DeliveryService(new DeliveryRepository()),
      run: (_response, name, work) => runOperation({ app: portal.app, clock: systemClock(TODAY), log }, { actor, requestId: 'TEST' }, name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true })),
    }));
    web.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
      if (error instanceof Refusal) response.status(error.code === 'NOT_FOUND' ? 404 : 403).json({ code: error.code, message: error.message });
      else if (response.headersSent) next(error);
      else response.status(500).end('fault');
    });
    server = createServer(web);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  });
  afterAll(async () => {
    await new Promise((resolve) => { server.close(resolve); });
    await owner.end();
    await portal.close();
  });

  const get = (id: number | string, headers: Record<string, string> = {}): Promise<globalThis.Response> =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/files/deliveries/${id}/refused.csv`, { headers });
  const as = async (who: OperationActor | null, id: number | string, headers?: Record<string, string>): Promise<globalThis.Response> => {
    actor = who;
    return get(id, headers);
  };
  const disclosures = async (): Promise<object[]> =>
    (await owner.query<object>(`select actor_id, recipient, details, school_ids from audit_entry where kind = 'DISCLOSED' order by seq`)).rows;

  test('comes as an attachment that nothing on the way keeps', async () => {
    const answer = await as(officer, delivery);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename=IN-${String(delivery).padStart(6, '0')}-refused-rows.csv`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('names line, column, value, reason and remedy in the order of the file, and holds no formula', async () => {
    const [headings, ...rows] = rowsOf(await (await as(officer, delivery)).text());
    expect(headings).toEqual(['Line', 'Column', 'What we read', 'Why it was refused', 'What to do']);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['22', 'Mark', `'=HYPERLINK("http://x","y")`], ['23', 'Mark', `'＝1+1`], ['24', 'UPN', `'@SUM(A1)`], ['25', 'Date', `'=1+1`],
    ]);
    for (const [, , , why = '', todo = ''] of rows) expect([why.length > 10, todo.length > 10]).toEqual([true, true]);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell))).toEqual([]);
  });

  test('writes who took what away, and for whom, before anything is sent', async () => {
    const before = (await disclosures()).length;
    await as(officer, delivery);
    const all = await disclosures();
    expect(all).toHaveLength(before + 1);
    expect(all[all.length - 1]).toEqual({ actor_id: 41, recipient: Role.ATTENDANCE_OFFICER, details: { delivery, rows: 4 }, school_ids: [SCHOOLS.oakmere] });
  });

  test('another school’s delivery is not found, in the very words of one that does not exist', async () => {
    const before = (await disclosures()).length;
    const elsewhere = person(Role.SCHOOL_ADMIN, { schools: [SCHOOLS.tarnbrook] });
    const [other, none, odd] = [await as(elsewhere, delivery), await as(elsewhere, 424242), await as(elsewhere, '1;drop')];
    expect([other.status, none.status, odd.status]).toEqual([404, 404, 404]);
    expect(await other.json()).toEqual(await none.json());
    expect((await as(person(Role.SCHOOL_ADMIN, { schools: [SCHOOLS.oakmere] }), delivery)).status).toBe(200);
    expect((await disclosures()).length).toBe(before + 1);
  });

  test.each([Role.GOVERNOR, Role.SOCIAL_WORKER, Role.SYSTEM_ADMIN, Role.DATA_ANALYST])('a role without the permission is refused: %s', async (role) => {
    const answer = await as(person(role, { schools: [SCHOOLS.oakmere], pupils: [mason.id] }), delivery);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'FORBIDDEN']);
  });

  test('nobody, and a page of another site, get nothing', async () => {
    expect((await as(null, delivery)).status).toBe(403);
    expect((await as(officer, delivery, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await as(officer, delivery, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('sends nothing when the audit row cannot be written', async () => {
    await owner.query(`create function no_audit() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
    await owner.query('create trigger no_audit before insert on audit_entry for each row execute function no_audit()');
    const answer = await as(officer, delivery);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('HYPERLINK');
    await owner.query('drop trigger no_audit on audit_entry');
  });
});
