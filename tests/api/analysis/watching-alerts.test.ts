import { writeDigests, type DigestRun } from '../../../server/src/app/digests.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const { mason, josie, amira, hidden } = PUPILS;
const owner = person(Role.ATTENDANCE_OFFICER, {}, 41);
const other = person(Role.ATTENDANCE_OFFICER, {}, 42);
const manager = person(Role.TEAM_MANAGER, {}, 43);

interface Alert { id: string; from: string; pupilId: string | null; schoolId: number | null; name: string; what: string; sentence: string }

describe('what is told of those one watches', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await TestPortal.open('watching_alerts');
    for (const id of [41, 42, 43]) await knowOfficer(portal.ownerUrl, id);
    await asOwner(portal.ownerUrl, (db) => db.query(`insert into user_grant (user_id, role, school_ids, valid_from) values (41, 'ATTENDANCE_OFFICER', '{}', '2026-01-01'), (42, 'ATTENDANCE_OFFICER', '{}', '2026-01-01'), (43, 'TEAM_MANAGER', '{}', '2026-01-01')`));
    await sendRegisters(portal, [mason, josie, hidden], [['2026-09-03', '2026-10-23']]);
  });
  afterEach(() => portal.close());

  let keys = 0;
  const ask = async (actor: typeof owner, document: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
    const answer = await portal.ask(actor, document, variables);
    expect(answer.errors).toEqual([]);
    return answer.data ?? {};
  };
  const listWith = async (kind: 'PUPILS' | 'SCHOOLS', ids: readonly number[], actor = owner): Promise<string> => {
    const { id } = (await ask(actor, 'mutation Make($input: NewWatchList!) { createWatchList(input: $input) { id } }', { input: { key: `alert-key-${++keys}`, name: `List ${keys}`, kind } })).createWatchList as { id: string };
    for (const one of ids) await ask(actor, 'mutation Watch($input: NewWatch!) { watch(input: $input) { id } }', { input: { listId: id, why: 'Agreed with the school', ...(kind === 'PUPILS' ? { pupilId: one } : { schoolId: one }) } });
    return id;
  };
  const alerts = async (actor = owner, take = 25): Promise<{ total: number; items: Alert[] }> => (await ask(actor, 'query Alerts($take: Int!) { watchAlerts(take: $take) { total items { id from pupilId schoolId name what sentence } } }', { take })).watchAlerts as { total: number; items: Alert[] };
  const read = async (ids: readonly string[], actor = owner): Promise<unknown> => (await ask(actor, 'mutation Read($ids: [String!]!) { markAlertsRead(ids: $ids) }', { ids })).markAlertsRead;
  /** Marks of November, or from another day on: everything missed, or nothing. */
  const november = async (pupil: typeof mason | typeof josie | typeof hidden, isAway: boolean, from = '2026-11-02'): Promise<void> => {
    const days = await openDays(portal, pupil.schoolId, from, YESTERDAY);
    const marks = bookOf([pupil], days, () => ({})).map((mark) => (isAway ? { ...mark, code: 'O' } : mark));
    // An empty line more each time: the same bytes would be known from before, and not read.
    await portal.send(fileOf(marks) + '\n'.repeat(keys), pupil.schoolId, `${pupil.id}-${isAway}-${++keys}.csv`);
  };
  const digests = (): Promise<DigestRun> => writeDigests({ app: portal.app, ingest: portal.ingest, clock: systemClock(TODAY), log: createLogger('silent') });

  test('a child who joins a work list is told once, until read; what was so before watching is no news', async () => {
    await november(josie, true);
    await listWith('PUPILS', [mason.id, josie.id]);
    expect(await alerts()).toEqual({ total: 0, items: [] });
    await november(mason, true);
    const first = await alerts();
    expect(first.items.map(({ pupilId, what }) => [Number(pupilId), what])).toContainEqual([mason.id, 'Not seen']);
    expect(first.items.every(({ pupilId }) => Number(pupilId) === mason.id)).toBe(true);
    expect(first.items.find(({ what }) => what === 'Not seen')?.sentence).toMatch(/^Not seen for \d+ school days, since 2 November/);
    expect(await alerts()).toEqual(first);
    expect(await read([first.items[0]?.id ?? ''])).toBe(first.total - 1);
    expect(await read(first.items.map(({ id }) => id))).toBe(0);
    expect(await read(first.items.map(({ id }) => id))).toBe(0);
    expect((await alerts()).total).toBe(0);
    // Nobody else is told of one's own list.
    expect((await alerts(other)).total).toBe(0);
  });

  test('what ends and comes again is told again', async () => {
    await listWith('PUPILS', [mason.id]);
    await november(mason, true);
    await read((await alerts()).items.map(({ id }) => id));
    await november(mason, false);
    const back = await alerts();
    await read(back.items.map(({ id }) => id));
    await november(mason, true);
    expect((await alerts()).items.map(({ what }) => what)).toContain('Not seen');
  });

  test('a list tells only what its owner chose, and a reason chosen later tells nothing of the past', async () => {
    const id = await listWith('PUPILS', [mason.id]);
    const choose = (alertKinds: readonly string[], version: number): Promise<unknown> => ask(owner, 'mutation Choose($input: WatchListChange!) { changeWatchList(input: $input) { id } }', { input: { id, version, name: 'Chosen', shared: false, alertKinds } });
    await choose([], 1);
    await november(mason, true);
    expect((await alerts()).total).toBe(0);
    await choose(['NOT_SEEN'], 2);
    expect((await alerts()).total).toBe(0);
    await november(mason, false);
    await read([]);
    await november(mason, true);
    expect((await alerts()).items.map(({ what }) => what)).toEqual(['Not seen']);
  });

  test('a school that sends nothing, and one whose attendance falls', async () => {
    await november(mason, false);
    await november(josie, false);
    const id = await listWith('SCHOOLS', [SCHOOLS.oakmere, SCHOOLS.fellgate]);
    expect((await alerts()).total).toBe(0);
    await november(mason, true);
    await portal.rows(`update school_coverage set marks_to = '2026-11-12' where school_id = $1`, [SCHOOLS.fellgate]);
    expect((await alerts()).items.map(({ name, what, sentence }) => [name, what, sentence])).toEqual([
      ['Fellgate Primary', 'No marks', expect.stringMatching(/^No marks for 4 school days; \d/)], ['Oakmere Academy', 'Attendance fell', expect.stringMatching(/in the last 4 school weeks, \d+(?:\.\d)?% before$/)],
    ]);
    await ask(owner, 'mutation Choose($input: WatchListChange!) { changeWatchList(input: $input) { id } }', { input: { id, version: 1, name: 'Patient', shared: false, alertFallPoints: null, alertSilentDays: 10 } });
    expect((await alerts()).total).toBe(0);
    for (const [alertFallPoints, alertSilentDays] of [[0, null], [51, null], [null, 0], [null, 61]]) expect(codesOf(await portal.ask(owner, 'mutation Choose($input: WatchListChange!) { changeWatchList(input: $input) { id } }', { input: { id, version: 2, name: 'Patient', shared: false, alertFallPoints, alertSilentDays } }))).toEqual(['INVALID']);
  });

  test('a saved list of work tells who joined it, within reach', async () => {
    const save = (actor: typeof owner, address: string, more: Record<string, unknown> = {}): Promise<Answer> => portal.ask(actor, 'mutation Save($input: NewSavedView!) { saveView(input: $input) { id path version total alertJoins shared isMine } }', { input: { key: `view-key-${++keys}`, name: 'Away at Oakmere', address, alertJoins: true, ...more } });
    const saved = (await save(owner, `/lists/not-seen?schoolId=${SCHOOLS.oakmere}&page=3&name=Thirkell`)).data?.saveView as { id: string; path: string };
    expect(saved).toMatchObject({ path: `/lists/not-seen?schoolId=${SCHOOLS.oakmere}`, total: 0, alertJoins: true });
    await save(manager, `/lists/not-seen?schoolId=${SCHOOLS.oakmere}`, { shared: true });
    await november(mason, true);
    await november(hidden, true);
    const [mine, theirs] = [await alerts(), await alerts(manager)];
    expect([mine.total, mine.items.map(({ pupilId }) => Number(pupilId))]).toEqual([1, [mason.id]]);
    expect([theirs.total, theirs.items.map(({ pupilId }) => Number(pupilId)).sort()]).toEqual([2, [mason.id, hidden.id]]);
    expect(await read(mine.items.map(({ id }) => id))).toBe(0);
    const views = (await ask(owner, '{ savedViews { name path isMine total } }')).savedViews as { isMine: boolean; total: number | null }[];
    expect(views.map(({ isMine, total }) => [isMine, total])).toEqual([[true, 1], [false, 1]]);
    const twice = { key: 'view-twice-1' };
    const [one, two] = [(await save(other, '/schools?silent=yes&name=Oak', twice)).data?.saveView as { id: string; path: string; total: number | null }, (await save(other, '/schools?silent=yes', twice)).data?.saveView];
    expect([one.path, one.total, two]).toEqual(['/schools?silent=yes', null, one]);
    for (const address of ['https://example.org/lists', '//example.org', '/pupils/1', '/data', '/lists/severe#x', 'javascript:alert(1)', '']) expect([address, codesOf(await save(owner, address))]).toEqual([address, ['INVALID']]);
    const change = (name: string, version: number): Promise<Answer> => portal.ask(owner, 'mutation C($input: SavedViewChange!) { changeSavedView(input: $input) { version } }', { input: { id: saved.id, version, name, shared: false, alertJoins: false } });
    expect((await change('Renamed', 1)).data?.changeSavedView).toEqual({ version: 2 });
    expect(codesOf(await change('Otherwise', 1))).toEqual(['CONFLICT']);
    expect(codesOf(await portal.ask(other, `mutation D { deleteSavedView(id: ${saved.id}, version: 2) }`))).toEqual([]);
    expect((await ask(owner, `mutation D { deleteSavedView(id: ${saved.id}, version: 2) }`)).deleteSavedView).toBe(true);
  });

  test('a saved list by plans tells who came on it and who went off, as it was when it was last looked at', async () => {
    const year = '2026-09-03';
    const saved = (await ask(owner, 'mutation Save($input: NewSavedView!) { saveView(input: $input) { id total alertJoins } }', { input: { key: `view-key-${++keys}`, name: 'No plan yet', address: `/lists/severe-no-plan?schoolId=${SCHOOLS.oakmere}`, alertJoins: true } })).saveView as { id: string };
    expect(saved).toMatchObject({ total: 0, alertJoins: true });
    await november(mason, true, year);
    const [on] = (await alerts()).items;
    expect(on).toMatchObject({ from: 'No plan yet', pupilId: null, schoolId: null, name: 'Severely absent without a live plan', sentence: '1 on, 0 off since you last looked' });
    // What went away again before anybody looked is no change, and a look at what was on screen then reads nothing of today.
    await november(mason, false, year);
    expect((await alerts()).total).toBe(0);
    expect(await read([on?.id ?? ''])).toBe(0);
    await november(mason, true, year);
    expect((await alerts()).total).toBe(1);
    expect(await read([on?.id ?? ''])).toBe(0);
    await november(mason, false, year);
    const off = await alerts();
    expect([off.total, off.items.map(({ sentence }) => sentence)]).toEqual([1, ['0 on, 1 off since you last looked']]);
    expect(await read([on?.id ?? ''])).toBe(1);
    expect(await read(off.items.map(({ id }) => id))).toBe(0);
    expect((await alerts()).total).toBe(0);
  });

  test('one message a person and week, however often the command runs; no name is in it; a week left out is made up for once', async () => {
    await listWith('PUPILS', [mason.id]);
    await listWith('PUPILS', [amira.id], other);
    await november(mason, true);
    expect(await digests()).toEqual({ week: '2026-W47', people: 2, written: 1 });
    for (let n = 0; n < 5; n += 1) expect((await digests()).written).toBe(0);
    await Promise.all([digests(), digests()]);
    const rows = await portal.rows<{ recipient_id: number; period: string; status: string; body: unknown }>('select recipient_id, period, status, body from outbox_message');
    expect(rows).toEqual([{ recipient_id: 41, period: '2026-W47', status: 'WAITING', body: expect.anything() as unknown }]);
    const told = JSON.stringify(rows[0]?.body);
    for (const word of ['Mason', 'Thirkell', mason.upn, 'List']) expect(told).not.toContain(word);
    const state = async (actor = owner): Promise<unknown> => (await ask(actor, '{ weeklyDigest { on latest { week status changes lines { of changes path } } } }')).weeklyDigest;
    const { total } = await alerts();
    expect(await state()).toMatchObject({ on: true, latest: { week: '2026-W47', status: 'WAITING', changes: total, lines: [{ of: 'PUPILS', changes: total, path: expect.stringMatching(/^\/watching\/\d+$/) as string }] } });
    expect(await state(other)).toEqual({ on: true, latest: null });
    const later = await writeDigests({ app: portal.app, ingest: portal.ingest, clock: systemClock('2026-12-03'), log: createLogger('silent') });
    expect([later.week, later.written]).toEqual(['2026-W49', 1]);
    expect(await portal.rows('select period from outbox_message where recipient_id = 41 order by id')).toEqual([{ period: '2026-W47' }, { period: '2026-W49' }]);
  });

  test('who turns it off, or holds no right any more, is written nothing', async () => {
    await listWith('PUPILS', [mason.id]);
    await listWith('PUPILS', [mason.id], other);
    await november(mason, true);
    expect((await ask(owner, 'mutation Off { setWeeklyDigest(on: false) { on } }')).setWeeklyDigest).toEqual({ on: false });
    await asOwner(portal.ownerUrl, (db) => db.query(`update user_grant set valid_to = '2026-11-01' where user_id = 42`));
    expect(await digests()).toMatchObject({ people: 2, written: 0 });
    expect(await portal.rows('select 1 from outbox_message')).toEqual([]);
  });
});
