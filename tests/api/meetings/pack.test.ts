import { canonicalJson } from '@attendance/shared/meetings';
import { createHash } from 'node:crypto';
import { workOnMeetings } from '../../../server/src/app/meetings.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { bookMeeting, knowPackPeople } from '../../support/packs.ts';
import { codesOf, person } from '../../support/people.ts';
import { fileOf, openDays, sendRegisters, type BookMark } from '../../support/register-book.ts';
import { knowTerms, PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] }, 44);
const elsewhere = person(Role.ATTENDANCE_CHAMPION, { schools: [tarnbrook] }, 46);

const PACK = 'pack { number frozenOn marksTo hash isAsFrozen hiddenRows reason madeBy sentences sections { key title notes tables { key caption rows { group pupilId cells { text value } } } } }';
const OPEN = `query Open($id: ID!, $school: Int, $number: Int) { meetingPack(meetingId: $id, schoolId: $school, number: $number) { status onDay dueOn mayFreeze mayAdd mayRemove school { id name } ${PACK} } }`;
const FREEZE = `mutation Freeze($id: ID!, $held: Int!, $reason: String) { freezePack(meetingId: $id, held: $held, reason: $reason) { ${PACK} } }`;

interface Table { key: string; caption: string; rows: { group: string | null; pupilId: number | null; cells: { text: string; value: number | null }[] }[] }
interface Pack { number: number; frozenOn: string; marksTo: string; hash: string; isAsFrozen: boolean; hiddenRows: number; reason: string | null; madeBy: string | null; sentences: string[]; sections: { key: string; title: string; notes: string[]; tables: Table[] }[] }
interface Page { status: string; dueOn: string | null; mayFreeze: boolean; mayAdd: boolean; mayRemove: boolean; school: { id: number }; pack: Pack | null }

const BEFORE: readonly (readonly [string, string])[] = [['2025-09-03', '2026-07-20'], ['2026-09-03', '2026-11-11']];

describe('the pack of a meeting', () => {
  let portal: TestPortal;
  let meetingId: string;
  beforeEach(async () => {
    portal = await TestPortal.open('pack');
    await knowTerms(portal.ownerUrl);
    await knowPackPeople(portal, oakmere);
    meetingId = await bookMeeting(portal, '2026-11-26', oakmere);
  });
  afterEach(() => portal.close());

  const open = (actor = officer, id = meetingId, more: object = {}): Promise<Answer> => portal.ask(actor, OPEN, { id, ...more });
  const opened = async (actor = officer, id = meetingId, more: object = {}): Promise<Page> => {
    const answer = await open(actor, id, more);
    expect(answer.errors).toEqual([]);
    return answer.data?.meetingPack as Page;
  };
  const tableOf = ({ pack }: Page, key: string): Table['rows'] => pack?.sections.flatMap(({ tables }) => tables).find((table) => table.key === key)?.rows ?? [];
  const freeze = (held: number, reason: string | null = null, actor = officer): Promise<Answer> => portal.ask(actor, FREEZE, { id: meetingId, held, reason });
  /** Everybody absent without leave from a day to another. */
  const missed = async (pupil: (typeof PUPILS)[keyof typeof PUPILS], from: string, to: string): Promise<BookMark[]> =>
    (await openDays(portal, pupil.schoolId, from, to)).flatMap((day) => (['AM', 'PM'] as const).map((half) => ({ pupil, day, half, code: 'O' })));
  const freezeDue = (today: string) => workOnMeetings({ app: portal.app, ingest: portal.ingest, config: readConfig({}), clock: systemClock(today), log: createLogger('silent') });

  test('scenario 3: frozen on Thursday 12 November for the meeting of the 19th; attendance uploaded on the 16th does not change it', async () => {
    const id = await bookMeeting(portal, '2026-11-19', oakmere);
    await sendRegisters(portal, undefined, BEFORE);
    expect(await freezeDue('2026-11-11')).toMatchObject({ due: 0, frozen: 0 });
    expect(await freezeDue('2026-11-12')).toMatchObject({ due: 1, frozen: 1 });
    expect(await freezeDue('2026-11-12')).toMatchObject({ due: 0, frozen: 0 });
    const first = await opened(officer, id);
    expect(first).toMatchObject({ dueOn: '2026-11-12', pack: { number: 1, frozenOn: '2026-11-12', marksTo: '2026-11-11', isAsFrozen: true, hiddenRows: 0, madeBy: null } });
    await portal.send(fileOf([...(await missed(PUPILS.mason, '2026-11-02', '2026-11-13')), ...(await missed(PUPILS.elan, '2026-11-09', '2026-11-13'))]));
    expect((await opened(officer, id)).pack).toEqual(first.pack);
  });

  test('is made by being looked for, once, however many look at the same time; nobody sees another', async () => {
    await sendRegisters(portal);
    const seen = await Promise.all([opened(), opened(champion)]);
    expect(new Set(seen.map(({ pack }) => pack?.hash)).size).toBe(1);
    expect(seen[0]).toMatchObject({ dueOn: '2026-11-19', pack: { number: 1, frozenOn: '2026-11-19', marksTo: '2026-11-18', isAsFrozen: true } });
    expect(await portal.rows('select number from meeting_pack')).toHaveLength(1);
    expect(await portal.rows(`select reason from meeting_pupil where origin = 'PROPOSED'`)).toEqual([{ reason: expect.stringContaining('brothers or sisters persistently absent at 1 other school') }]);
  });

  test('is not made before its day, nor of a meeting that is called off', async () => {
    const [later, off] = [await bookMeeting(portal, '2026-12-10', oakmere), await bookMeeting(portal, '2026-11-26', oakmere, 'CANCELLED')];
    expect(await opened(officer, later)).toMatchObject({ pack: null, dueOn: '2026-12-03', mayFreeze: true });
    expect(await opened(officer, off)).toMatchObject({ pack: null, mayFreeze: false });
  });

  test('its hash is that of its canonical JSON, and a row that was tampered with is told of', async () => {
    await sendRegisters(portal);
    const { pack } = await opened();
    const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
    const [row] = await portal.rows<{ id: number; body: object; row_hashes: string[]; hash: string }>('select id, body, row_hashes, hash from meeting_pack');
    const rows = await portal.rows<{ body: object }>('select body from meeting_pack_pupil order by position');
    expect(row?.row_hashes).toEqual(rows.map(({ body }) => sha256(body)));
    expect([row?.hash, pack?.hash]).toEqual([sha256({ body: row?.body, rows: row?.row_hashes }), row?.hash]);
    await portal.rows(`update meeting_pack_pupil set body = body || '{"absent": 0}'`);
    expect((await opened()).pack?.isAsFrozen).toBe(false);
  });

  test('counts what the portal counts for the school on that day', async () => {
    await sendRegisters(portal);
    const id = await bookMeeting(portal, '2026-11-26', tarnbrook);
    const page = await opened(manager, id);
    const figures = 'possible attended authorised unauthorised missing enrolments persistent severe';
    const answer = await portal.ask(officer, `{ schoolOverview(schoolId: ${tarnbrook}) { figures { ${figures} } lastYear { possible attended } } workList(kind: SEVERE, filter: { schoolId: ${tarnbrook} }) { total items { pupilId sentence } } sessionPatterns(schoolId: ${tarnbrook}) { codes { code sessions } } }`);
    const { schoolOverview: { figures: own, lastYear }, workList, sessionPatterns } = answer.data as { schoolOverview: { figures: Record<string, number>; lastYear: Record<string, number> }; workList: { total: number; items: { pupilId: string; sentence: string }[] }; sessionPatterns: { codes: { code: string; sessions: number }[] } };
    const year = new Map(tableOf(page, 'YEAR').map(({ cells }) => [cells[0]?.text, cells.map(({ value }) => value)]));
    expect(year.get('Possible sessions')?.slice(1, 3)).toEqual([own.possible, lastYear.possible]);
    expect(['Pupils with a possible session', 'of them persistently absent', 'of them severely absent'].map((name) => year.get(name)?.[1])).toEqual([own.enrolments, own.persistent, own.severe]);
    expect(tableOf(page, 'BANDS').reduce((sum, { cells }) => sum + (cells[1]?.value ?? 0), 0)).toBe(own.enrolments);
    expect(tableOf(page, 'CODES').map(({ cells }) => [cells[0]?.text, cells[2]?.value])).toEqual(sessionPatterns.codes.map(({ code, sessions }) => [code, sessions]));
    expect(tableOf(page, 'SEVERE').map(({ pupilId, cells }) => [pupilId, cells[3]?.text])).toEqual(workList.items.map(({ pupilId, sentence }) => [Number(pupilId), sentence]));
    expect(workList.total).toBe(1);
    expect(tableOf(page, 'TOPICS').map(({ pupilId }) => pupilId)).toEqual([PUPILS.amira.id]);
  });

  test('begins with what changed since the meeting that was held last', async () => {
    const id = await bookMeeting(portal, '2026-11-19', oakmere);
    await sendRegisters(portal, undefined, BEFORE);
    await freezeDue('2026-11-12');
    await portal.rows(`update meeting set status = 'HELD' where id = $1`, [id]);
    await portal.rows(`insert into task (source, scope, what, school_id, school_ids, side, owner, from_on, due_on, overdue_from, made_with) values ('MEETING', 'SCHOOL', 'Ring on the first day', $1, array[$1::int], 'SCHOOL', 'M. Tranter', '2026-10-08', '2026-11-06', '2026-11-09', gen_random_uuid())`, [oakmere]);
    await portal.send(fileOf((await missed(PUPILS.elan, '2026-11-02', '2026-11-18')).filter(({ half }) => half === 'AM')));
    const page = await opened();
    expect(page.pack?.sections[0]).toMatchObject({ key: 'CHANGES', title: 'What changed since we last met', notes: ['Compared with the pack of the last meeting that was held, 19 November 2026.', expect.stringContaining('newly persistently absent 1'), '1 action of earlier meetings is overdue.'] });
    expect(tableOf(page, 'CHANGED').filter(({ group }) => group === 'Newly persistently absent').map(({ pupilId }) => pupilId)).toEqual([PUPILS.elan.id]);
    expect(tableOf(page, 'ACTIONS').map(({ cells }) => cells.map(({ text }) => text))).toEqual([['Ring on the first day', 'Oakmere Academy', 'M. Tranter', '6 November 2026', 'Open, overdue', '']]);
    expect(tableOf(page, 'TOPICS').find(({ pupilId }) => pupilId === PUPILS.elan.id)?.cells[3]?.text).toMatch(/^Became persistently absent since the last meeting/);
  });

  test('is made anew only by its officer, with a reason, and under a number of its own', async () => {
    await sendRegisters(portal);
    const first = await opened();
    expect(codesOf(await freeze(0))).toEqual(['CONFLICT']);
    expect(codesOf(await freeze(1))).toEqual(['INVALID']);
    expect(codesOf(await freeze(1, 'Mine', champion))).toEqual(['FORBIDDEN']);
    expect(codesOf(await freeze(1, 'Not my school', person(Role.ATTENDANCE_OFFICER, {}, 46)))).toEqual(['FORBIDDEN']);
    await portal.send(fileOf(await missed(PUPILS.mason, '2026-11-09', '2026-11-18')));
    const again = await freeze(1, 'The register of the ninth was wrong');
    expect(again.errors).toEqual([]);
    expect((again.data?.freezePack as Page).pack).toMatchObject({ number: 2, reason: 'The register of the ninth was wrong', madeBy: 'An officer' });
    expect((again.data?.freezePack as Page).pack?.hash).not.toBe(first.pack?.hash);
    expect((await opened(officer, meetingId, { number: 1 })).pack).toMatchObject({ number: 1, hash: first.pack?.hash, isAsFrozen: true });
    expect(codesOf(await open(officer, meetingId, { number: 3 }))).toEqual(['NOT_FOUND']);
  });

  test('of a school that sends no registers rests on its summary, and says so; one entered later does not change it', async () => {
    await portal.rows(`update school set phase = 'INDEPENDENT', type_code = 11 where id = $1`, [oakmere]);
    const insert = (version: number, severe: number) => portal.rows(`insert into school_term_summary (school_id, academic_year, season, version, as_of_on, roll, possible, authorised, unauthorised, persistent, severe, concern, concerns, entered_on) values ($1, 2026, 'AUTUMN', $2, '2026-11-12', 200, 20000, 1500, 400, 30, $3, 4, 'Two families moved', '2026-11-13')`, [oakmere, version, severe]);
    await insert(1, 3);
    const first = await opened();
    expect(first.pack?.sections.map(({ key }) => key)).toEqual(['HEADLINE', 'TOPICS', 'AGREED']);
    expect(tableOf(first, 'SUMMARY').map(({ cells }) => cells[1]?.text).slice(0, 6)).toEqual(['90.5%', '9.5%', '7.5%', '2.0%', '15.0%', '1.5%']);
    expect(first.pack).toMatchObject({ isAsFrozen: true, sentences: [expect.stringContaining('By the school’s own summary to 12 November 2026, attendance is 90.5%'), expect.anything(), '30 of 200 pupils on roll are persistently absent, 3 of them severely.', expect.anything()] });
    await insert(2, 9);
    expect((await opened()).pack).toEqual(first.pack);
  });

  test('asks a bounded number of statements, to make it and to open it', async () => {
    await sendRegisters(portal);
    const [before] = await portal.rows<{ calls: number }>('select count(*)::int as calls from meeting_pack');
    expect(before?.calls).toBe(0);
    await opened();
    const answer = await open();
    expect(answer.errors).toEqual([]);
    expect(answer.statements).toBeLessThanOrEqual(10);
  });

  test('is not for another school, nor for people who see figures only', async () => {
    await sendRegisters(portal);
    await opened();
    expect(codesOf(await open(elsewhere))).toEqual(['NOT_FOUND']);
    for (const role of [Role.GOVERNOR, Role.TRUST_LEADER, Role.DATA_ANALYST]) expect([role, ...codesOf(await open(person(role, { schools: [oakmere] }, 44)))]).toEqual([role, 'FORBIDDEN']);
  });
});
