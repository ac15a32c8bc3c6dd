import { addCrowd } from '../../support/crowd.ts';
import { codesOf, knowOfficer, person, underReach, unguarded } from '../../support/people.ts';
import { sendRegisters } from '../../support/register-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const { mason, josie, amira, hidden } = PUPILS;
const owner = person(Role.ATTENDANCE_OFFICER, {}, 41);
const other = person(Role.ATTENDANCE_OFFICER, {}, 42);
const manager = person(Role.TEAM_MANAGER, {}, 43);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] }, 44);
const worker = person(Role.SOCIAL_WORKER, { pupils: [mason.id] }, 45);

interface List { id: string; name: string; kind: string; shared: boolean; isMine: boolean; ownerName: string; version: number; members: number; holds: boolean }
interface Page { list: List; pupils: { entryId: string; pupilId: string; name: string; why: string; sentence: string; possible: number; absent: number; recentPossible: number; recent: { enrolmentId: string; from: string; possible: number }[]; sincePossible: number; sinceAbsent: number }[]; schools: { entryId: string; schoolId: number; possible: number; recentPossible: number; sincePossible: number; silentDays: number; sentence: string }[] }

const LIST = 'id name kind shared isMine ownerName version members holds';
const PAGE = `query Page($id: ID!) { watchList(id: $id) { list { ${LIST} } pupils { entryId pupilId name why sentence possible absent recentPossible recent { enrolmentId from possible } sincePossible sinceAbsent } schools { entryId schoolId possible recentPossible sincePossible silentDays sentence } } }`;
const CREATE = `mutation Create($input: NewWatchList!) { createWatchList(input: $input) { ${LIST} } }`;
const WATCH = `mutation Watch($input: NewWatch!) { watch(input: $input) { ${LIST} } }`;
const CHANGE = `mutation Change($input: WatchListChange!) { changeWatchList(input: $input) { ${LIST} } }`;
const STOP = 'mutation Stop($entryId: ID!, $why: String!) { stopWatching(entryId: $entryId, why: $why) }';
const WHY = 'Agreed at the meeting with the school';

describe('watch lists', () => {
  let portal: TestPortal;
  let keys = 0;
  beforeAll(async () => {
    portal = await TestPortal.open('watching');
    await sendRegisters(portal);
    for (const id of [41, 42, 43, 44, 45]) await knowOfficer(portal.ownerUrl, id);
    await asOwner(portal.ownerUrl, (db) => db.query(`insert into user_grant (user_id, role, school_ids, valid_from) values (41, 'ATTENDANCE_OFFICER', '{}', '2026-01-01'), (42, 'ATTENDANCE_OFFICER', '{}', '2026-01-01'), (43, 'TEAM_MANAGER', '{}', '2026-01-01'), (44, 'ATTENDANCE_CHAMPION', '{990417}', '2026-01-01')`));
  });
  afterAll(() => portal.close());

  const made = async (actor = owner, more: Partial<{ name: string; kind: string; shared: boolean; key: string }> = {}): Promise<List> => {
    const answer = await portal.ask(actor, CREATE, { input: { key: `test-key-${++keys}`, name: 'My children', kind: 'PUPILS', ...more } });
    expect(answer.errors).toEqual([]);
    return answer.data?.createWatchList as List;
  };
  const watch = (listId: string, whom: { pupilId?: number; schoolId?: number }, actor = owner, why = WHY): Promise<Answer> => portal.ask(actor, WATCH, { input: { listId, why, ...whom } });
  const page = async (id: string, actor = owner): Promise<Page> => {
    const answer = await portal.ask(actor, PAGE, { id });
    expect(answer.errors).toEqual([]);
    return answer.data?.watchList as Page;
  };
  const listsOf = async (actor = owner, args = ''): Promise<List[]> => (await portal.ask(actor, `{ watchLists${args} { ${LIST} } }`)).data?.watchLists as List[];

  test('are made, filled, read and emptied by their owner, with figures that are those of the register', async () => {
    const list = await made();
    expect(list).toMatchObject({ kind: 'PUPILS', shared: false, isMine: true, ownerName: 'An officer', version: 1, members: 0 });
    await portal.rows(`select 1`);
    for (const pupil of [mason, amira]) expect((await watch(list.id, { pupilId: pupil.id })).errors).toEqual([]);
    await portal.rows(`update watch_entry set watched_on = '2026-11-11' where list_id = $1 and pupil_id = $2`, [Number(list.id), mason.id]);
    const { list: held, pupils } = await page(list.id);
    expect(held.members).toBe(2);
    expect(pupils.map(({ name }) => name)).toEqual(['Amira Haddad', 'Mason Thirkell']);
    const [year] = await portal.rows<{ possible: number; absent: number }>('select possible, authorised + unauthorised as absent from pupil_year where enrolment_id = $1 and academic_year = 2026', [mason.enrolmentId]);
    const [since] = await portal.rows<{ possible: number; absent: number }>(`select sum(possible)::int as possible, sum(authorised + unauthorised)::int as absent from register_week where enrolment_id = $1 and week_start >= '2026-11-09'`, [mason.enrolmentId]);
    expect(pupils[1]).toMatchObject({ why: WHY, possible: year?.possible, absent: year?.absent, sincePossible: since?.possible, sinceAbsent: since?.absent });
    expect(pupils[1]?.recentPossible).toBeGreaterThan(0);
    // From that Monday on, the register has as many sessions as the figure: the record opens on exactly those.
    const [recent] = pupils[1]?.recent ?? [];
    const [counted] = await portal.rows<{ possible: number }>('select sum(possible)::int as possible from register_week where enrolment_id = $1 and week_start >= $2', [Number(recent?.enrolmentId), recent?.from]);
    expect([pupils[1]?.recent.length, Number(recent?.enrolmentId), recent?.possible, pupils[1]?.recentPossible]).toEqual([1, mason.enrolmentId, counted?.possible, counted?.possible]);
    expect((await portal.ask(owner, STOP, { entryId: pupils[1]?.entryId, why: 'Back in school for a month' })).data).toEqual({ stopWatching: true });
    expect((await page(list.id)).pupils.map(({ pupilId }) => Number(pupilId))).toEqual([amira.id]);
    expect((await portal.ask(owner, STOP, { entryId: pupils[1]?.entryId, why: 'Back in school for a month' })).data).toEqual({ stopWatching: false });
  });

  test('of schools hold their figures and the school days without marks', async () => {
    const list = await made(owner, { kind: 'SCHOOLS', name: 'Quiet schools' });
    expect((await watch(list.id, { schoolId: SCHOOLS.tarnbrook })).errors).toEqual([]);
    const { schools: [school] } = await page(list.id);
    const [year] = await portal.rows<{ possible: number }>('select sum(possible)::int as possible from school_year_total where school_id = $1 and academic_year = 2026 and not restricted', [SCHOOLS.tarnbrook]);
    expect(school).toMatchObject({ schoolId: SCHOOLS.tarnbrook, possible: year?.possible, silentDays: 0 });
    expect(school?.sentence).toMatch(/^\d+(?:\.\d)?% in the last 4 school weeks, \d+(?:\.\d)?% before$/);
  });

  test('the same request twice gives one list and one member', async () => {
    const [one, two] = [await made(owner, { key: 'double-click-1' }), await made(owner, { key: 'double-click-1' })];
    expect(two.id).toBe(one.id);
    await watch(one.id, { pupilId: mason.id });
    expect((await watch(one.id, { pupilId: mason.id })).data?.watch).toMatchObject({ members: 1, version: 1 });
  });

  test('two people, or two windows: whoever comes second is told, and nothing of theirs is kept', async () => {
    const list = await made();
    const change = (name: string, version: number): Promise<Answer> => portal.ask(owner, CHANGE, { input: { id: list.id, version, name, shared: false } });
    expect((await change('First name', 1)).data?.changeWatchList).toMatchObject({ name: 'First name', version: 2 });
    // The same press twice is the same change.
    expect((await change('First name', 1)).data?.changeWatchList).toMatchObject({ name: 'First name', version: 2 });
    const second = await change('Second name', 1);
    expect([codesOf(second), second.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringContaining('changed meanwhile')]);
    expect((await page(list.id)).list).toMatchObject({ name: 'First name', version: 2 });
    expect(codesOf(await portal.ask(owner, `mutation Drop { deleteWatchList(id: ${list.id}, version: 1) }`))).toEqual(['CONFLICT']);
    expect((await portal.ask(owner, `mutation Drop { deleteWatchList(id: ${list.id}, version: 2) }`)).data).toEqual({ deleteWatchList: true });
    expect((await portal.ask(owner, `mutation Drop { deleteWatchList(id: ${list.id}, version: 2) }`)).data).toEqual({ deleteWatchList: false });
  });

  test('one’s own are nobody else’s; a shared one is read, not changed, by those of the whole authority, and by no school', async () => {
    const list = await made(owner, { name: 'Between us' });
    await watch(list.id, { pupilId: mason.id });
    for (const actor of [other, manager, champion, worker]) {
      expect(codesOf(await portal.ask(actor, PAGE, { id: list.id }))).toEqual(['NOT_FOUND']);
      expect((await listsOf(actor)).map(({ id }) => id)).not.toContain(list.id);
    }
    await portal.ask(owner, CHANGE, { input: { id: list.id, version: 1, name: 'Between us', shared: true } });
    expect((await page(list.id, other)).pupils).toHaveLength(1);
    for (const actor of [champion, worker]) expect(codesOf(await portal.ask(actor, PAGE, { id: list.id }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await watch(list.id, { pupilId: josie.id }, other))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(other, CHANGE, { input: { id: list.id, version: 2, name: 'Mine now', shared: true } }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(other, `mutation Drop { deleteWatchList(id: ${list.id}, version: 2) }`))).toEqual(['CONFLICT']);
    expect((await portal.ask(other, STOP, { entryId: (await page(list.id)).pupils[0]?.entryId, why: 'Not mine to end' })).data).toEqual({ stopWatching: false });
    expect((await page(list.id)).list).toMatchObject({ members: 1, name: 'Between us' });
  });

  test('a shared list is handed over to a colleague who reads it, once', async () => {
    const list = await made(owner, { name: 'To hand over', shared: true });
    await watch(list.id, { pupilId: mason.id });
    const colleagues = (await portal.ask(owner, '{ watchColleagues { id } }')).data?.watchColleagues as { id: string }[];
    expect(colleagues.map(({ id }) => Number(id)).sort()).toEqual([42, 43]);
    const handOver = (to: number, version = 1): Promise<Answer> => portal.ask(owner, `mutation Hand { handOverWatchList(id: ${list.id}, version: ${version}, to: ${to}) { isMine version } }`);
    for (const nobody of [41, 44, 999]) expect(codesOf(await handOver(nobody))).toEqual(['INVALID']);
    expect((await handOver(42)).data?.handOverWatchList).toEqual({ isMine: false, version: 2 });
    expect((await handOver(42)).data?.handOverWatchList).toEqual({ isMine: false, version: 2 });
    expect(codesOf(await watch(list.id, { pupilId: amira.id }))).toEqual(['FORBIDDEN']);
    expect((await watch(list.id, { pupilId: amira.id }, other)).data?.watch).toMatchObject({ isMine: true, members: 2 });
    const own = await made();
    expect(codesOf(await portal.ask(owner, `mutation Hand { handOverWatchList(id: ${own.id}, version: 1, to: 42) { id } }`))).toEqual(['INVALID']);
  });

  test('a restricted child on a shared list is neither shown nor counted to those without the right', async () => {
    const list = await made(manager, { name: 'With a restricted record', shared: true });
    for (const pupil of [mason, hidden]) expect((await watch(list.id, { pupilId: pupil.id }, manager)).errors).toEqual([]);
    expect((await page(list.id, manager)).list.members).toBe(2);
    const seen = await page(list.id, owner);
    expect([seen.list.members, seen.pupils.map(({ pupilId }) => Number(pupilId))]).toEqual([1, [mason.id]]);
    expect((await listsOf(owner, `(pupilId: ${hidden.id})`)).some(({ holds }) => holds)).toBe(false);
    expect(codesOf(await watch((await made()).id, { pupilId: hidden.id }))).toEqual(['NOT_FOUND']);
    // One who is restricted later is gone from then on, and back when it is lifted.
    const own = await made();
    await watch(own.id, { pupilId: mason.id });
    const restrict = (to: boolean): Promise<unknown> => portal.rows('update pupil set restricted = $2 where id = $1', [mason.id, to]).then(() => portal.rows('select refresh_pupil_reach($1, $2, 30)', [[mason.id], TODAY]));
    await restrict(true);
    expect(await page(own.id)).toMatchObject({ list: { members: 0 }, pupils: [] });
    await restrict(false);
    expect(await page(own.id)).toMatchObject({ list: { members: 1 } });
  });

  test('a school watches its own children only, and shares with nobody', async () => {
    const list = await made(champion);
    expect((await watch(list.id, { pupilId: mason.id }, champion)).errors).toEqual([]);
    expect(codesOf(await watch(list.id, { pupilId: josie.id }, champion))).toEqual(['NOT_FOUND']);
    const schools = await made(champion, { kind: 'SCHOOLS' });
    expect((await watch(schools.id, { schoolId: SCHOOLS.oakmere }, champion)).errors).toEqual([]);
    expect(codesOf(await watch(schools.id, { schoolId: SCHOOLS.tarnbrook }, champion))).toEqual(['NOT_FOUND']);
    expect(codesOf(await portal.ask(champion, CREATE, { input: { key: 'share-from-school', name: 'Ours', kind: 'PUPILS', shared: true } }))).toEqual(['INVALID']);
    // A child who moves to another school is theirs no longer.
    await portal.rows(`update pupil set school_ids = '{${SCHOOLS.tarnbrook}}' where id = $1`, [mason.id]);
    expect(await page(list.id, champion)).toMatchObject({ list: { members: 0 }, pupils: [] });
    await portal.rows('select refresh_pupil_reach($1, $2, 30)', [[mason.id], TODAY]);
    expect((await page(list.id, champion)).list.members).toBe(1);
  });

  test.each([Role.GOVERNOR, Role.DATA_ANALYST, Role.TRUST_LEADER, Role.SYSTEM_ADMIN])('are not for those who read no pupil: %s', async (role) => {
    expect(codesOf(await portal.ask(person(role, {}, 41), '{ watchLists { id } }'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(person(role, {}, 41), CREATE, { input: { key: 'no-right-to-keep', name: 'No', kind: 'PUPILS' } }))).toEqual(['FORBIDDEN']);
  });

  test('the database itself lets nobody write what is another’s, whatever the guards let through', async () => {
    const list = await made(owner, { shared: true });
    await watch(list.id, { pupilId: mason.id });
    const stranger = unguarded({ kind: 'AUTHORITY', full: true }, 42);
    await underReach(portal, stranger, async (operation) => {
      expect(await operation.sql(`update watch_list set name = 'Mine' where id = $1 returning id`, [list.id])).toEqual([]);
      expect(await operation.sql('delete from watch_entry where list_id = $1 returning id', [list.id])).toEqual([]);
      expect(await operation.sql('delete from watch_list where id = $1 returning id', [list.id])).toEqual([]);
      await expect(operation.sql(`insert into watch_list (owner_id, name, kind, request_key) values (41, 'For another', 'PUPILS', 'not-mine-to-make')`)).rejects.toThrow(/row-level security/);
    });
    await underReach(portal, stranger, async (operation) => {
      await expect(operation.sql(`insert into outbox_message (kind, recipient_id, period, body) values ('WEEKLY_DIGEST', 41, '2026-W47', '{}')`)).rejects.toThrow(/row-level security/);
    });
  });

  test('names, reasons and kinds that cannot be meant are refused, and nothing is kept', async () => {
    const list = await made();
    for (const why of ['', 'no', `His number is ${mason.upn}`, 'x'.repeat(201)]) expect([why.length, codesOf(await watch(list.id, { pupilId: mason.id }, owner, why))]).toEqual([why.length, ['INVALID']]);
    for (const whom of [{}, { schoolId: SCHOOLS.oakmere }, { pupilId: mason.id, schoolId: SCHOOLS.oakmere }]) expect(codesOf(await watch(list.id, whom))).toEqual(['INVALID']);
    expect(codesOf(await portal.ask(owner, `mutation Two { a: setWeeklyDigest(on: true) { on } b: setWeeklyDigest(on: false) { on } }`))).toEqual(['INVALID']);
    expect((await page(list.id)).list.members).toBe(0);
  });

  test('hold a hundred at most', async () => {
    const crowd = await addCrowd(portal.ingest, 101, SCHOOLS.fellgate, 5000);
    const list = await made();
    await portal.rows(`insert into watch_entry (list_id, owner_id, shared, pupil_id, school_ids, why, watched_on) select $1, 41, false, id, school_ids, 'Put in by a test', '2026-11-19' from pupil where id = any ($2)`, [Number(list.id), crowd.slice(0, 100).map(({ id }) => id)]);
    const full = await watch(list.id, { pupilId: crowd[100]?.id ?? 0 });
    expect([codesOf(full), full.errors[0]?.message]).toEqual([['INVALID'], expect.stringContaining('100 already')]);
    const [few, many] = [await portal.ask(owner, PAGE, { id: (await made()).id }), await portal.ask(owner, PAGE, { id: list.id })];
    expect([(many.data?.watchList as Page).pupils.length, many.statements]).toEqual([100, few.statements]);
  });

  test('leave in the trail who watched whom and why, and every child shown', async () => {
    const asking = person(Role.ATTENDANCE_OFFICER, {}, 42);
    const list = await made(asking);
    await watch(list.id, { pupilId: amira.id }, asking);
    await page(list.id, asking);
    const { items } = (await portal.ask(asking, '{ myLooks(take: 3) { items { operation kind pupils } } }')).data?.myLooks as { items: unknown[] };
    expect(items).toEqual([{ operation: 'Page', kind: 'VIEWED', pupils: 1 }, { operation: 'Watch', kind: 'CHANGED', pupils: 1 }, { operation: 'Create', kind: 'CHANGED', pupils: 0 }]);
    expect(await asOwner(portal.ownerUrl, async (db) => (await db.query(`select reason from audit_entry where operation = 'Watch' order by seq desc limit 1`)).rows as unknown[])).toEqual([{ reason: WHY }]);
  });
});
