import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { runOperation } from '../../../server/src/app/execute.ts';
import { documentDownloadRouter, documentsModule, documentUploadRouter } from '../../../server/src/modules/documents/index.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { Refusal } from '../../../server/src/platform/errors/refusal.ts';
import type { Operation, OperationActor } from '../../../server/src/platform/graphql/operation.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { inOperation } from '../../support/outbox.ts';
import { codesOf, person, underReach } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] }, 44);
const elsewhere = person(Role.ATTENDANCE_CHAMPION, { schools: [tarnbrook] }, 46);
const governor = person(Role.GOVERNOR, {}, 47);
const socialWorker = person(Role.SOCIAL_WORKER, { pupils: [PUPILS.mason.id] }, 48);

const PDF = Buffer.from('%PDF-1.7\nthe pack');
const LIST = `query List($filter: DocumentFilter) { documents(filter: $filter, take: 100) { total items { id kind title schoolId schoolName pupilId pupilName aboutSource aboutId retentionClass retainUntil version versions { number fileName mediaType bytes sha256 by } } } }`;

interface Listed { id: string; title: string; version: number; versions: { number: number; fileName: string; mediaType: string }[] }

describe('documents', () => {
  let portal: TestPortal;
  let server: Server;
  let base = '';
  let actor: OperationActor | null = officer;
  const { service } = documentsModule();
  beforeEach(async () => {
    portal = await TestPortal.open('documents');
    actor = officer;
    await asOwner(portal.ownerUrl, async (owner) => {
      for (const [id, name] of [[41, 'A manager'], [43, 'An officer'], [44, 'A champion'], [46, 'Another champion'], [47, 'A governor'], [48, 'A social worker']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, name]);
    });
    const run = <T>(_response: Response, name: string, work: (operation: Operation) => Promise<T>): Promise<T> =>
      runOperation({ app: portal.app, clock: systemClock(TODAY), log: createLogger('silent') }, { actor, requestId: 'TEST' }, name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true }));
    const web = express();
    web.use('/uploads/documents', documentUploadRouter({ documents: service, today: () => TODAY, actorOf: () => actor, run }));
    web.use('/files/documents', documentDownloadRouter({ documents: service, run }));
    web.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
      if (error instanceof Refusal) response.status(400).json({ code: error.code, message: error.message });
      else if (response.headersSent) next(error);
      else response.status(500).end(String(error));
    });
    server = createServer(web);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
    await portal.close();
  });

  const send = async (query: Record<string, unknown>, body: Buffer = PDF, fileName = 'Pack for Oakmere.pdf', to = ''): Promise<{ status: number; id: number; code: string; message: string }> => {
    const given = new URLSearchParams(Object.fromEntries(Object.entries({ key: randomUUID(), title: 'Pack', ...query }).map(([name, value]) => [name, String(value)])));
    const response = await fetch(`${base}/uploads/documents${to}?${given.toString()}`, { method: 'POST', body: new Uint8Array(body), headers: { 'x-file-name': encodeURIComponent(fileName) } });
    return { status: response.status, ...((await response.json()) as { id: number; code: string; message: string }) };
  };
  const sent = async (query: Record<string, unknown>, body?: Buffer, fileName?: string, to?: string): Promise<number> => {
    const answer = await send(query, body, fileName, to);
    expect([answer.status, answer.message]).toEqual([201, undefined]);
    return answer.id;
  };
  const listed = async (as: OperationActor, filter: object = {}): Promise<Listed[]> => {
    const answer = await portal.ask(as, LIST, { filter });
    expect(answer.errors).toEqual([]);
    const { total, items } = answer.data?.documents as { total: number; items: Listed[] };
    expect(total).toBe(items.length);
    return items;
  };
  const titles = async (as: OperationActor): Promise<string[]> => (await listed(as)).map(({ title }) => title).sort();
  const trail = (): Promise<Record<string, unknown>[]> => asOwner(portal.ownerUrl, async (owner) => (await owner.query<Record<string, unknown>>('select kind, operation, actor_id, recipient, pupil_ids, school_ids, details from audit_entry order by seq')).rows);

  test('a file is kept with what it is about, by its bytes and not its name, for as long as its class says', async () => {
    const id = await sent({ kind: 'MEETING_PACK', school: oakmere, source: 'MEETING', about: 12 }, PDF, '../../etc/Pack: "x".docx');
    expect((await listed(officer))[0]).toMatchObject({
      id: String(id), kind: 'MEETING_PACK', schoolName: 'Oakmere Academy', aboutSource: 'MEETING', aboutId: 12, retentionClass: 'MEETING', retainUntil: '2032-11-19', version: 1,
      versions: [{ number: 1, fileName: 'Pack_ _x_.pdf', mediaType: 'application/pdf', bytes: PDF.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, by: 'An officer' }],
    });
    expect((await trail()).at(0)).toMatchObject({ kind: 'CHANGED', operation: 'uploadDocument', actor_id: 43, school_ids: [oakmere], details: { document: id } });
  });

  test('a new version keeps the one before; the same key twice is one version, and an old page overwrites nothing', async () => {
    const id = await sent({ kind: 'EVIDENCE', school: oakmere });
    const key = randomUUID();
    for (let again = 0; again < 2; again += 1) await sent({ key, version: 1 }, Buffer.from('Notes, second draft'), 'notes.txt', `/${id}/versions`);
    const late = await send({ version: 1 }, PDF, 'third.pdf', `/${id}/versions`);
    expect([late.code, late.message]).toEqual(['CONFLICT', 'An officer added version 2 while you had this open. Your file was not kept. Look at that version, and send yours again if it is still needed.']);
    expect((await listed(officer))[0]?.versions.map(({ number, fileName }) => [number, fileName])).toEqual([[2, 'notes.txt'], [1, 'Pack for Oakmere.pdf']]);
    const first = await fetch(`${base}/files/documents/${id}/1`);
    expect(Buffer.from(await first.arrayBuffer())).toEqual(PDF);
  });

  test('a download is written into the trail as given out, to whom, before a byte leaves', async () => {
    const id = await sent({ kind: 'EVIDENCE', pupil: PUPILS.mason.id });
    actor = champion;
    const response = await fetch(`${base}/files/documents/${id}/1`);
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition'), response.headers.get('cache-control'), response.headers.get('x-content-type-options')])
      .toEqual([200, 'application/pdf', 'attachment; filename="Pack for Oakmere.pdf"', 'no-store', 'nosniff']);
    expect((await trail()).at(-1)).toMatchObject({ kind: 'DISCLOSED', operation: 'downloadDocument', actor_id: 44, recipient: 'ATTENDANCE_CHAMPION', pupil_ids: [PUPILS.mason.id], details: { document: id, version: 1 } });
    await asOwner(portal.ownerUrl, (owner) => owner.query('revoke execute on function append_audit from reach_schools'));
    expect((await fetch(`${base}/files/documents/${id}/1`)).status).toBe(500);
  });

  test('a page elsewhere cannot make a browser fetch one', async () => {
    const id = await sent({ school: oakmere });
    expect((await fetch(`${base}/files/documents/${id}/1`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(400);
    expect((await trail()).some(({ kind }) => kind === 'DISCLOSED')).toBe(false);
  });

  test.each<[string, Buffer, string, RegExp]>([
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0x00]), 'pack.pdf', /not a PDF, Word document.+nothing changed/],
    ['a page', Buffer.from('<!doctype html><script>1</script>'), 'notes.txt', /nothing changed/],
    ['nothing', Buffer.alloc(0), 'empty.pdf', /The file is empty/],
    ['21 MB', Buffer.concat([PDF, Buffer.alloc(21 * 1024 * 1024)]), 'large.pdf', /larger than 20 MB. It was not kept, so nothing changed/],
  ])('%s is refused whole', async (_words, body, name, why) => {
    const answer = await send({ school: oakmere }, body, name);
    expect([answer.code, answer.message]).toEqual(['FILE_REFUSED', expect.stringMatching(why)]);
    expect(await listed(manager)).toEqual([]);
  });

  test('20 MB is kept', async () => {
    const body = Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024 - PDF.length)]);
    const id = await sent({ school: oakmere }, body);
    expect((await (await fetch(`${base}/files/documents/${id}/1`)).arrayBuffer()).byteLength).toBe(body.length);
  });

  test('each reaches the documents of their schools and children; a restricted child’s are neither shown nor counted without the right', async () => {
    await sent({ title: 'Of the authority' });
    await sent({ title: 'Of Oakmere', school: oakmere });
    await sent({ title: 'Of Tarnbrook', school: tarnbrook });
    await sent({ title: 'Of Mason', pupil: PUPILS.mason.id });
    actor = manager;
    const hidden = await sent({ title: 'Of the hidden child', pupil: PUPILS.hidden.id });
    expect(await titles(manager)).toHaveLength(5);
    expect(await titles(officer)).toEqual(['Of Mason', 'Of Oakmere', 'Of Tarnbrook', 'Of the authority']);
    expect(await titles(champion)).toEqual(['Of Mason', 'Of Oakmere']);
    expect(await titles(elsewhere)).toEqual(['Of Tarnbrook']);
    expect(await titles(socialWorker)).toEqual(['Of Mason']);
    expect(await titles(governor)).toEqual([]);
    for (const each of [officer, champion, elsewhere]) {
      actor = each;
      expect((await fetch(`${base}/files/documents/${hidden}/1`)).status).toBe(400);
      expect((await send({ version: 1 }, PDF, 'a.pdf', `/${hidden}/versions`)).code).toBe('NOT_FOUND');
      expect(codesOf(await portal.ask(each, `{ document(id: ${hidden}) { id } }`))).toEqual(['NOT_FOUND']);
    }
    // Past the service as well: what writes asks for the reach again.
    await expect(underReach(portal, elsewhere, (operation) => operation.sql(`select keep_document($1, null, null, '{"kind": "OTHER", "title": "x", "school_id": ${oakmere}, "retention_class": "CASE", "retain_until": "2030-01-01", "file_name": "a.txt", "media_type": "text/plain"}', 'x')`, [randomUUID()]))).rejects.toThrow('out of reach');
    expect(await underReach(portal, officer, (operation) => operation.sql(`select keep_document($1, $2, 1, '{"file_name": "a.txt", "media_type": "text/plain"}', 'x') as id`, [randomUUID(), hidden]))).toEqual([{ id: null }]);
  });

  test('follow a child who moves, and one who becomes restricted', async () => {
    const id = await sent({ title: 'Of Mason', pupil: PUPILS.mason.id });
    await portal.rows('update pupil set school_ids = array[$2::int] where id = $1', [PUPILS.mason.id, tarnbrook]);
    expect([await titles(champion), await titles(elsewhere)]).toEqual([[], ['Of Mason']]);
    await portal.rows('update pupil set restricted = true where id = $1', [PUPILS.mason.id]);
    expect([await titles(elsewhere), await titles(officer), await titles(manager)]).toEqual([[], [], ['Of Mason']]);
    expect(await underReach(portal, officer, (operation) => operation.sql('select number from document_version where document_id = $1', [id]))).toEqual([]);
  });

  test('a school adds about its own alone, and who may not add is told before the file is taken in', async () => {
    actor = champion;
    expect((await send({ school: oakmere })).status).toBe(201);
    expect((await send({ school: tarnbrook })).code).toBe('NOT_FOUND');
    expect((await send({ pupil: PUPILS.amira.id })).code).toBe('NOT_FOUND');
    expect((await send({})).message).toMatch(/Say which school or child/);
    actor = governor;
    expect((await send({ school: oakmere })).code).toBe('FORBIDDEN');
    actor = null;
    expect((await send({ school: oakmere })).code).toBe('NOT_SIGNED_IN');
  });

  test('a file another module makes is kept with its operation, or not at all', async () => {
    const make = (operation: Operation): Promise<number> => service.keep(operation, { key: randomUUID(), kind: 'INVITATION', title: 'Invitation', schoolId: oakmere, about: { source: 'MEETING', id: 12 }, fileName: 'meeting.ics', bytes: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n') });
    await expect(inOperation(portal, officer, async (operation) => { await make(operation); throw new Error('no date'); })).rejects.toThrow('no date');
    expect(await listed(officer)).toEqual([]);
    await inOperation(portal, officer, make);
    expect(await listed(officer, { aboutSource: 'MEETING', aboutId: 12 })).toMatchObject([{ kind: 'INVITATION', retentionClass: 'CORRESPONDENCE', versions: [{ fileName: 'meeting.ics', mediaType: 'text/calendar' }] }]);
    expect(await listed(officer, { aboutSource: 'MEETING', aboutId: 13 })).toEqual([]);
  });
});
