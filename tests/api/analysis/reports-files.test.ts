import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { streamXlsxRows } from 'hucre/xlsx';
import pg from 'pg';
import { composeModules } from '../../../server/src/app/compose.ts';
import { runOperation } from '../../../server/src/app/execute.ts';
import { reportRouter } from '../../../server/src/modules/analysis/index.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { Refusal } from '../../../server/src/platform/errors/refusal.ts';
import type { OperationActor } from '../../../server/src/platform/graphql/operation.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { csvRows } from '../../support/csv-rows.ts';
import { knowOfficer, person } from '../../support/people.ts';
import { partsOpenTo, reportFor, type AnsweredReport } from '../../support/report-answer.ts';
import { sendReportBook } from '../../support/report-book.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(120_000);

const manager = person(Role.TEAM_MANAGER);
const officer = person(Role.ATTENDANCE_OFFICER);
const governor = person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] });
const RECIPIENT = 'Targeting support meeting, Tarnbrook High';

describe('a report as a file', () => {
  let portal: TestPortal;
  let server: Server;
  let owner: pg.Client;
  let actor: OperationActor | null = officer;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-exports-'));

  beforeAll(async () => {
    portal = await TestPortal.open('report_files');
    await sendReportBook(portal);
    // A name and a form that a spreadsheet would run.
    await portal.ingest.query(`update pupil set legal_forename = '=cmd()', preferred_forename = null, legal_surname = E'+"Ann, A"\n-Ray' where id = 1044`);
    await portal.ingest.query(`update enrolment set form = '@7R' where id = 1043`);
    await knowOfficer(portal.ownerUrl);
    owner = new pg.Client(portal.ownerUrl);
    await owner.connect();
    const log = createLogger('silent');
    const clock = systemClock(TODAY);
    const { reports } = composeModules({ config: readConfig({}), clock, log, ingest: portal.ingest, app: () => portal.app });
    const web = express();
    web.use('/files/reports', reportRouter({
      reports, folder, publicUrl: 'https://attendance.example.org', run: (_response, name, work) => runOperation({ app: portal.app, clock, log }, { actor, requestId: 'TEST' }, name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true })),
    }));
    web.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
      if (error instanceof Refusal) response.status(403).json({ code: error.code, message: error.message });
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
    fs.rmSync(folder, { recursive: true });
  });

  const ask = async (who: OperationActor | null, body: Record<string, unknown>): Promise<globalThis.Response> => {
    actor = who;
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/files/reports`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ recipient: RECIPIENT, format: 'csv', ...body }) });
  };
  /** A file as lines of text, whatever its kind; nothing is an empty text. */
  const linesOf = async (answer: globalThis.Response, format: string): Promise<string[][]> => {
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    if (format === 'csv') return csvRows(await answer.text());
    const lines: string[][] = [];
    for await (const { index, values } of streamXlsxRows(new Uint8Array(await answer.arrayBuffer()))) lines[index] = values.map((value) => (value === null ? '' : String(value)));
    return Array.from(lines, (line) => line ?? []);
  };
  const disclosures = async () => (await owner.query<{ recipient: string; actor_id: number; pupil_ids: number[]; details: Record<string, unknown> }>(`select recipient, actor_id, pupil_ids, details from audit_entry where kind = 'DISCLOSED' order by seq`)).rows;
  /** The part of a file below its headings, as far as there are rows. */
  const rowsBelow = (lines: readonly string[][], { columns, total }: AnsweredReport): string[][] => {
    const at = lines.findIndex((line) => line[0] === columns[0]?.heading && line[1] === columns[1]?.heading);
    expect([at > 5, lines[at]]).toEqual([true, columns.map(({ heading }) => heading)]);
    return lines.slice(at + 1, at + 1 + total).map((line) => columns.map((_, index) => line[index] ?? ''));
  };
  const onScreen = ({ rows, columns }: AnsweredReport): string[][] => rows.map(({ cells }) => columns.map(({ key }) => cells[key] ?? ''));
  /** What a neutralised cell of a CSV was. */
  const bare = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

  describe.each(['csv', 'xlsx'])('%s', (format) => {
    test.each([['a manager', manager], ['an officer', officer], ['a governor', governor]] as const)('holds for %s exactly what the screen shows, every part of every report', async (_who, who) => {
      for (const { number, part } of await partsOpenTo(portal, who)) {
        const screen = await reportFor(portal, who, number, part);
        const lines = await linesOf(await ask(who, { number, part, format }), format);
        expect([number, part, rowsBelow(lines, screen).map((row) => row.map(bare))]).toEqual([number, part, onScreen(screen)]);
      }
    });

    test('says what it is: filter, how far marks reach, who made it, for whom, and how to handle it', async () => {
      const body = { number: 2, filter: { threshold: 'PERSISTENT', schoolId: SCHOOLS.tarnbrook, ncYear: '7' }, sort: 'pupil', descending: false, format };
      const screen = await reportFor(portal, officer, 2, null, { filter: body.filter, sort: 'pupil', direction: 'ASC' });
      const lines = await linesOf(await ask(officer, body), format);
      expect(lines[0]?.slice(0, 2)).toEqual(['Report 2: Pupil list', 'Pupils']);
      const said = Object.fromEntries(lines.slice(1, 14).map(([key = '', value = '']) => [key, value]));
      expect(said).toMatchObject({ Filter: 'Pupils: persistently absent; School: Tarnbrook High; Year group: Year 7', 'Marks to': '2026-11-18', 'Sorted by': 'Pupil, from the bottom', 'Made by': Role.ATTENDANCE_OFFICER, For: RECIPIENT, Rows: String(screen.total) });
      expect([said.Handling, said['Not in this report'], said.Coverage]).toEqual([expect.stringMatching(/personal data/), expect.stringMatching(/records of meetings say of a plan/), expect.stringMatching(/1 of 1 school/)]);
      expect(rowsBelow(lines, screen).map((row) => row.map(bare))).toEqual(onScreen(screen));
    });
  });

  describe('on paper', () => {
    const TAGS = /<[^>]*>/g;
    const plain = (html: string): string => html.replaceAll(TAGS, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    /** The rows of the first body of the table, and how many there are of the second. */
    const printed = async (answer: globalThis.Response): Promise<{ html: string; rows: string[][]; compared: number }> => {
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-disposition')]).toEqual([200, 'no-store', null]);
      const html = await answer.text();
      const [own = '', beside = ''] = [...html.matchAll(/<tbody>(.*?)<\/tbody>/gs)].map(([, body = '']) => body);
      const rowsIn = (body: string) => [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell)));
      return { html, rows: rowsIn(own), compared: Math.max(0, rowsIn(beside).length - 1) };
    };

    test.each([['an officer', officer], ['a governor', governor]] as const)('holds for %s the rows of the screen, of every part of every report, with what is hidden', async (_who, who) => {
      for (const { number, part } of await partsOpenTo(portal, who)) {
        const screen = await reportFor(portal, who, number, part);
        const { html, rows, compared } = await printed(await ask(who, { number, part, format: 'print' }));
        expect([number, part, rows.length, compared]).toEqual([number, part, screen.total, screen.compared.length]);
        // Words and hidden figures are as on screen; numbers are written for people.
        const texts = (cells: readonly (string | null)[]) => cells.map((cell, index) => (screen.columns[index]?.kind === 'TEXT' || cell === 'c' ? (cell ?? '') : null));
        const asScreen = onScreen(screen).map(texts);
        expect([number, part, rows.map((row) => row.map((cell, index) => (screen.columns[index]?.kind === 'TEXT' || cell === 'c' ? (cell === '–' ? '' : cell) : null)))]).toEqual([number, part, asScreen]);
        expect([...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, words = '']) => plain(words))).toEqual(screen.columns.map(({ heading }) => heading));
      }
    });

    test('says what it is; no name can be taken for part of the page, and nothing of it runs', async () => {
      await portal.ingest.query(`update pupil set legal_forename = '<b onclick="x">&amp;', preferred_forename = null where id = 1042`);
      const answer = await ask(officer, { number: 2, format: 'print', recipient: 'Head <script>alert(1)</script> & team' });
      expect(answer.headers.get('content-security-policy')).toBe(`default-src 'none'; style-src https://attendance.example.org`);
      const { html, rows } = await printed(answer);
      expect(html).not.toMatch(/<(?:script|b)\b|\sstyle=|\son\w+="/);
      expect(rows.some(([name = '']) => name.startsWith('<b onclick="x">&amp; '))).toBe(true);
      const said = Object.fromEntries([...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, key = '', value = '']) => [key, plain(value)]));
      expect(said).toMatchObject({ Filter: 'None: everything you may see', 'Marks to': '18 Nov 2026', 'Made by': Role.ATTENDANCE_OFFICER, For: 'Head <script>alert(1)</script> & team', Rows: String(rows.length) });
      expect([html.startsWith('<!doctype html>\n<html lang="en-GB">'), /<p class="handling">Holds personal data/.test(html), /<caption>Report 2: Pupil list, Pupils: \d+ rows<\/caption>/.test(html)]).toEqual([true, true, true]);
    });

    test('is in the trail as a disclosure, with every child', async () => {
      const before = (await disclosures()).length;
      const screen = await reportFor(portal, officer, 2);
      await printed(await ask(officer, { number: 2, format: 'print' }));
      const [entry, ...more] = (await disclosures()).slice(before);
      expect([more, entry?.recipient, entry?.details.format, entry?.details.rows, entry?.pupil_ids.length]).toEqual([[], RECIPIENT, 'print', screen.total, new Set(screen.rows.map(({ pupilId }) => pupilId)).size]);
    });
  });

  test('nothing in a CSV is run; a workbook holds it as text', async () => {
    const csv = (await linesOf(await ask(manager, { number: 2 }), 'csv')).flat();
    expect(csv.filter((cell) => /^[=+@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) || /^-(?![\d.]+$)/.test(cell))).toEqual([]);
    expect(csv).toEqual(expect.arrayContaining([`'=cmd() +"Ann, A"\n-Ray`, `'@7R`]));
    const xlsx = await linesOf(await ask(manager, { number: 2, format: 'xlsx' }), 'xlsx');
    expect(xlsx.flat()).toEqual(expect.arrayContaining(['=cmd() +"Ann, A"\n-Ray', '@7R']));
  });

  test('the trail names whom it was for and every child in it, once, before a byte leaves', async () => {
    const before = (await disclosures()).length;
    const screen = await reportFor(portal, officer, 2);
    await ask(officer, { number: 2, format: 'xlsx' });
    const [entry, ...more] = (await disclosures()).slice(before);
    expect(more).toEqual([]);
    expect([entry?.recipient, entry?.actor_id, entry?.details]).toEqual([RECIPIENT, 41, { report: 2, part: 'PUPILS', filter: {}, sort: 'absence', format: 'xlsx', rows: screen.total }]);
    expect([...(entry?.pupil_ids ?? [])].sort((a, b) => a - b)).toEqual([...new Set(screen.rows.map(({ pupilId }) => Number(pupilId)))].sort((a, b) => a - b));
  });

  test.each([
    ['nobody to give it to', officer, { number: 1, recipient: ' ' }, 'INVALID'], ['no such kind of file', officer, { number: 1, format: 'pdf' }, 'INVALID'], ['no kind of file at all', officer, { number: 1, format: 'toString' }, 'INVALID'], ['a part with names on paper, for a governor', governor, { number: 2, format: 'print' }, 'FORBIDDEN'], ['no such report', officer, { number: 13 }, 'NOT_FOUND'],
    ['no such part', officer, { number: 1, part: 'PUPILS' }, 'NOT_FOUND'], ['a part with names, for a governor', governor, { number: 2 }, 'FORBIDDEN'], ['a role without reports', person(Role.SOCIAL_WORKER, { pupils: [1] }), { number: 2 }, 'FORBIDDEN'], ['nobody', null, { number: 1 }, 'NOT_SIGNED_IN'],
  ])('is refused, and leaves nothing behind: %s', async (_why, who, body, code) => {
    const before = (await disclosures()).length;
    const answer = await ask(who, body);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, code]);
    // The file of an earlier answer is deleted once it has been sent whole.
    for (let wait = 0; wait < 100 && fs.readdirSync(folder).length > 0; wait += 1) await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect([(await disclosures()).length, fs.readdirSync(folder)]).toEqual([before, []]);
  });

  test('sends nothing, and leaves nothing, when the trail cannot be written', async () => {
    await owner.query(`create function no_audit() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
    await owner.query('create trigger no_audit before insert on audit_entry for each row execute function no_audit()');
    const answer = await ask(officer, { number: 2 });
    expect([answer.status, await answer.text(), fs.readdirSync(folder)]).toEqual([500, 'fault', []]);
    await owner.query('drop trigger no_audit on audit_entry');
  });

  test('a restricted child is in no file of whoever may not know of them', async () => {
    const name = PUPILS.hidden.surname;
    expect((await linesOf(await ask(manager, { number: 2 }), 'csv')).flat().some((cell) => cell.includes(name))).toBe(true);
    for (const { number, part } of await partsOpenTo(portal, officer)) expect((await linesOf(await ask(officer, { number, part }), 'csv')).flat().filter((cell) => cell.includes(name))).toEqual([]);
  });

  describe('a list', () => {
    const rowsSaid = (lines: readonly string[][]) => Number(lines.find(([key]) => key === 'Rows')?.[1]);
    const rowsHeld = (lines: readonly string[][]) => lines.length - 1 - lines.findIndex(([first]) => first === 'Pupil' || first === 'Children');
    const totalOf = async (field: string, args: string): Promise<number> => {
      const answer = await portal.ask(officer, `{ ${field}(${args}) { total } }`);
      return (answer.data as Record<string, { total: number }>)[field]?.total ?? -1;
    };
    const school = SCHOOLS.tarnbrook;

    test.each([
      ['PUPILS', { measure: 'COUNTED', schoolId: school }, 'pupilFigures', `filter: { measure: COUNTED, schoolId: ${school} }`], ['PUPILS', { measure: 'ABSENT', span: 'RECENT_WEEKS' }, 'pupilFigures', 'filter: { measure: ABSENT, span: RECENT_WEEKS }'],
      ['PUPILS', { measure: 'ABSENT', slot: 8 }, 'pupilFigures', 'filter: { measure: ABSENT, slot: 8 }'], ['PUPILS', { measure: 'COUNTED', axis: 'SEX', value: 'F' }, 'pupilFigures', 'filter: { measure: COUNTED, axis: SEX, value: "F" }'],
      ['PUPILS', { measure: 'COUNTED', moved: 'HIGHER' }, 'pupilFigures', 'filter: { measure: COUNTED, moved: HIGHER }'], ['PUPILS', { measure: 'COUNTED', movedFrom: 0 }, 'pupilFigures', 'filter: { measure: COUNTED, movedFrom: 0 }'], ['PUPILS', { measure: 'COUNTED', movedFrom: 0, movedTo: 1 }, 'pupilFigures', 'filter: { measure: COUNTED, movedFrom: 0, movedTo: 1 }'],
      ['PUPILS', { measure: 'COUNTED', axis: 'SEX', value: 'F', across: 'YEAR_GROUP', acrossValue: '9' }, 'pupilFigures', 'filter: { measure: COUNTED, axis: SEX, value: "F", across: YEAR_GROUP, acrossValue: "9" }'],
      ['NO_SUCH_LIST', null, '', ''], ['SEVERE', {}, 'workList', 'kind: SEVERE'], ['SEVERE_NO_PLAN', {}, 'workList', 'kind: SEVERE_NO_PLAN'], ['SIBLINGS', {}, 'siblingsAway', ''], ['TRANSITION', {}, 'transitionList', ''],
    ] as const)('%s %j has in its file as many rows as the page says', async (list, filter, field, args) => {
      if (filter === null) return expect((await ask(officer, { list })).status).toBe(403);
      const lines = await linesOf(await ask(officer, { list, filter }), 'csv');
      const total = await totalOf(field, [args, 'page: 1'].filter(Boolean).join(', '));
      expect([rowsSaid(lines), rowsHeld(lines)]).toEqual([total, total]);
    });

    test('moves between bands and a second group are said in its words, and narrow it', async () => {
      const said = async (filter: object) => { const lines = await linesOf(await ask(officer, { list: 'PUPILS', filter: { measure: 'COUNTED', ...filter } }), 'csv'); return [lines.find(([key]) => key === 'Filter')?.[1], rowsSaid(lines)] as const; };
      const [, everyone] = await said({});
      const [words, moved] = await said({ movedFrom: 0, movedTo: 1 });
      expect(words).toMatch(/Band before: .+; Band now: .+/);
      const [both, across] = await said({ axis: 'YEAR_GROUP', value: '9', across: 'ABSENCE_BAND', acrossValue: '1' });
      const [, alone] = await said({ axis: 'YEAR_GROUP', value: '9' });
      expect(both).toMatch(/Year group: .+; [^;]*absence[^;]*: .+/i);
      expect([everyone > moved, everyone > alone, alone > across]).toEqual([true, true, true]);
    });

    describe('of another kind', () => {
      const EXPLAINED = { measure: 'PERSISTENT', definition: 'LOCAL', side: 'LEFT_OUT', reason: 'RECORDED' } as const;
      const line = '{ measure: PERSISTENT, definition: LOCAL, side: LEFT_OUT, reason: RECORDED }';
      const counted = { rows: { measure: 'ABSENT', schoolId: school } };
      test.each([
        ['everyone recorded, behind a headline', { list: 'EXPLAINED', line: EXPLAINED }, 'explainedPupils', `filter: ${line}`],
        ['sessions that are not possible', { list: 'EXPLAINED', line: { ...EXPLAINED, measure: 'ATTENDANCE', definition: 'SESSIONS', reason: 'NOT_POSSIBLE' } }, 'explainedPupils', 'filter: { measure: ATTENDANCE, definition: SESSIONS, side: LEFT_OUT, reason: NOT_POSSIBLE }'],
        ['a line of a figure', { list: 'EXPLAINED_ROWS', figure: counted, line: { definition: 'LOCAL', side: 'OF', reason: 'IN_FIGURE' } }, 'explainedRows', `figure: { rows: { measure: ABSENT, schoolId: ${school} } }, line: { definition: LOCAL, side: OF, reason: IN_FIGURE }`],
        ['a line of a list of work', { list: 'EXPLAINED_ROWS', figure: { list: 'SEVERE', of: { schoolId: school } }, line: { definition: 'LOCAL', side: 'OF', reason: 'RECORDED' } }, 'explainedRows', `figure: { list: SEVERE, of: { schoolId: ${school} } }, line: { definition: LOCAL, side: OF, reason: RECORDED }`],
        ['reasons overdue', { list: 'REASONS', filter: { schoolId: school } }, 'overdueReasonPupils', `schoolId: ${school}`],
      ] as const)('%s: as many rows as the page says, in a file and on paper, with every child in the trail', async (_what, order, field, args) => {
        const total = await totalOf(field, `${args}, page: 1`);
        expect(total).toBeGreaterThan(0);
        const before = (await disclosures()).length;
        const lines = await linesOf(await ask(officer, order), 'csv');
        expect([rowsSaid(lines), rowsHeld(lines)]).toEqual([total, total]);
        expect((await (await ask(officer, { ...order, format: 'print' })).text()).match(/<tr><th scope="row">/g)).toHaveLength(total);
        const [file, paper, ...more] = (await disclosures()).slice(before);
        expect([more, file?.details.rows, paper?.details.format, file?.pupil_ids]).toEqual([[], total, 'print', paper?.pupil_ids]);
        expect(file?.pupil_ids.length).toBeGreaterThan(0);
        expect((await ask(governor, order)).status).toBe(403);
      });

      test.each([
        ['a line without a figure', { list: 'EXPLAINED_ROWS', line: EXPLAINED }], ['a figure twice', { list: 'EXPLAINED_ROWS', figure: { ...counted, list: 'SEVERE' }, line: { definition: 'LOCAL', side: 'OF', reason: 'IN_FIGURE' } }],
        ['no such filter', { list: 'EXPLAINED_ROWS', figure: { rows: { mesure: 'ABSENT' } }, line: { definition: 'LOCAL', side: 'OF', reason: 'IN_FIGURE' } }], ['no such line', { list: 'EXPLAINED', line: { ...EXPLAINED, reason: 'WHATEVER' } }], ['a place that is none', { list: 'EXPLAINED', line: { ...EXPLAINED, ncYear: '9' } }],
        ['no school', { list: 'REASONS' }], ['weeks of reasons', { list: 'REASONS', filter: { schoolId: school, fromWeek: '2026-11-09' } }], ['no watch list', { list: 'WATCHED', id: '1 or 1' }],
      ])('is refused where it is not understood: %s', async (_why, order) => {
        const answer = await ask(officer, order);
        expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'INVALID']);
      });

      test('a watch list is taken out by its owner alone', async () => {
        const made = await portal.ask(officer, 'mutation New($input: NewWatchList!) { createWatchList(input: $input) { id } }', { input: { key: 'list-for-a-file', name: 'Meeting & <plans>', kind: 'PUPILS', shared: true } });
        const { id } = made.data?.createWatchList as { id: string };
        for (const pupilId of [PUPILS.mason.id, 1044]) expect((await portal.ask(officer, 'mutation Watch($input: NewWatch!) { watch(input: $input) { id } }', { input: { listId: id, pupilId, why: 'Agreed at the meeting' } })).errors).toEqual([]);
        const lines = await linesOf(await ask(officer, { list: 'WATCHED', id }), 'csv');
        expect([rowsSaid(lines), rowsHeld(lines), lines.find(([key]) => key === 'Filter')?.[1]]).toEqual([2, 2, 'List: Meeting & <plans>']);
        expect(await (await ask(officer, { list: 'WATCHED', id, format: 'print' })).text()).toContain('List: Meeting &amp; &lt;plans&gt;');
        expect((await ask(person(Role.TEAM_MANAGER, {}, 42), { list: 'WATCHED', id })).status).toBe(403);
      });
    });

    test('is disclosed to whom it is for, with every child; nobody without names has one, and no part of a filter is passed over', async () => {
      const before = (await disclosures()).length;
      const lines = await linesOf(await ask(officer, { list: 'PUPILS', filter: { measure: 'COUNTED', schoolId: school } }), 'csv');
      const said = Object.fromEntries(lines.slice(1, 12).map(([key = '', value = '']) => [key, value]));
      expect(said).toMatchObject({ Filter: 'Show: everyone with a session; School: Tarnbrook High', 'Marks to': '2026-11-18', For: RECIPIENT, 'Made by': Role.ATTENDANCE_OFFICER });
      const [entry, ...more] = (await disclosures()).slice(before);
      expect([more, entry?.recipient, entry?.details.rows]).toEqual([[], RECIPIENT, rowsHeld(lines)]);
      expect(entry?.pupil_ids.length).toBeGreaterThan(0);
      expect((await ask(governor, { list: 'PUPILS', filter: {} })).status).toBe(403);
      expect((await ask(officer, { list: 'PUPILS', filter: { mesure: 'SEVERE' } })).status).toBe(403);
      // A list of work has no weeks: a file that named some would be of a list there is not.
      expect((await ask(officer, { list: 'SEVERE', filter: { fromWeek: '2026-11-09' } })).status).toBe(403);
      expect((await ask(officer, { list: 'SEVERE', filter: { mine: true } })).status).toBe(200);
    });
  });
});
