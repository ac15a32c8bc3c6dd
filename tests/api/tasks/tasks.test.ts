import { codesOf, underReach } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { agreed, aKey, knowWorkers, WORKERS } from '../../support/tasks.ts';
import { TestPortal, type Answer } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const { mason, hidden, amira } = PUPILS;
const { oakmere, tarnbrook } = SCHOOLS;
const { manager, officer, other, champion, head, dsl, elsewhere, governor, worker } = WORKERS;
const FIELDS = 'id what status version ownerId owner ownerHasLeft side schoolName pupilName isUrgent dueOn overdueFrom doneOn note when nextStatuses mayReassign mayPostpone';
const READ = `query Read($id: ID!) { task(id: $id) { ${FIELDS} changes { kind status owner dueOn note by } } }`;
const LIST = `query List($filter: TaskFilter, $sort: TaskSort! = DUE) { tasks(filter: $filter, sort: $sort, take: 100) { total overdue items { ${FIELDS} } } }`;
const WORK = `query Work { myWork(take: 50) { counts { overdue today thisWeek later } items { ${FIELDS} } atMySchools { total items { id } } } }`;
const CHANGE = `mutation Change($id: ID!, $version: Int!, $status: TaskStatus!, $note: String! = "") { changeTask(id: $id, version: $version, status: $status, note: $note) { ${FIELDS} } }`;
const POSTPONE = `mutation Postpone($id: ID!, $version: Int!, $dueOn: String!, $reason: String!) { postponeTask(id: $id, version: $version, dueOn: $dueOn, reason: $reason) { ${FIELDS} } }`;
const ADD = `mutation Add($key: String!, $input: TaskInput!) { addTask(key: $key, input: $input) { ${FIELDS} } }`;
interface Task { id: string; what: string; status: string; version: number; ownerId: number | null; owner: string; ownerHasLeft: boolean; side: string; schoolName: string | null; pupilName: string | null; dueOn: string; overdueFrom: string; doneOn: string | null; note: string; when: string | null; nextStatuses: string[]; mayReassign: boolean; mayPostpone: boolean; changes: { kind: string; status: string; owner: string; dueOn: string; note: string; by: string | null }[] }
interface Work { counts: Record<string, number>; items: Task[]; atMySchools: { total: number; items: { id: string }[] } }

let portal: TestPortal;
beforeEach(async () => {
  portal ??= await TestPortal.open('tasks').then(async (opened) => { await knowWorkers(opened); return opened; });
  await portal.rows('delete from task_change');
  await portal.rows('delete from task');
});
afterAll(() => portal.close());

const ask = async (query: string, variables: object, actor = champion): Promise<Answer> => portal.ask(actor, query, variables as Record<string, unknown>);
const read = async (id: string, actor = champion): Promise<Task> => (await ask(READ, { id }, actor)).data?.task as Task;
const change = async (task: { id: string; version: number }, status: string, note = '', actor = champion): Promise<Answer> => ask(CHANGE, { ...task, status, note }, actor);
const work = async (actor = champion): Promise<Work> => (await ask(WORK, {}, actor)).data?.myWork as Work;
const idsIn = async (filter: object, actor = manager): Promise<string[]> => ((await ask(LIST, { filter }, actor)).data?.tasks as { items: Task[] }).items.map(({ id }) => id);

describe('a task that a meeting made', () => {
  test('is read by its owner, its school and the authority, and by nobody else', async () => {
    const task = await agreed(portal, { pupil_id: mason.id });
    for (const actor of [manager, officer, champion, head, dsl, worker]) expect(await read(task.id, actor)).toMatchObject({ id: task.id, pupilName: 'Mason Thirkell', schoolName: 'Oakmere Academy', status: 'OPEN', when: 'LATER' });
    expect(codesOf(await ask(READ, { id: task.id }, elsewhere))).toEqual(['NOT_FOUND']);
    expect(codesOf(await ask(READ, { id: task.id }, governor))).toEqual(['FORBIDDEN']);
    expect(await idsIn({}, elsewhere)).toEqual([]);
    expect(await asOwner(portal.ownerUrl, async (db) => { await ask(READ, { id: task.id }); return (await db.query('select kind, pupil_ids from audit_entry order by seq desc limit 1')).rows[0] as unknown; })).toEqual({ kind: 'VIEWED', pupil_ids: [mason.id] });
  });

  test('about a restricted child is invisible and uncounted without the right, and can be given no note', async () => {
    const task = await agreed(portal, { pupil_id: hidden.id, owner_id: 45, owner: 'The head' });
    expect(await idsIn({})).toEqual([task.id]);
    for (const actor of [officer, champion]) {
      expect(codesOf(await ask(READ, { id: task.id }, actor))).toEqual(['NOT_FOUND']);
      expect((await ask(LIST, {}, actor)).data?.tasks).toEqual({ total: 0, overdue: 0, items: [] });
      expect(await underReach(portal, actor, (operation) => operation.sql('select * from change_tasks(array[$1::int], array[1], \'DONE\', \'Past the service\', $2::date)', [Number(task.id), TODAY]))).toEqual([]);
    }
    expect((await read(task.id, head)).pupilName).toBe('Wren Marchbank');
    expect((await work(head)).counts.later).toBe(1);
  });

  test('follows its child: a school that no longer knows the child no longer reads it, unless it is about no child', async () => {
    const task = await agreed(portal, { pupil_id: mason.id });
    await portal.rows(`update pupil set school_ids = array[${tarnbrook}] where id = $1`, [mason.id]);
    expect(codesOf(await ask(READ, { id: task.id }))).toEqual(['NOT_FOUND']);
    expect(await underReach(portal, champion, (operation) => operation.sql('select * from task_change'))).toEqual([]);
    await portal.rows(`update pupil set school_ids = array[${oakmere}] where id = $1`, [mason.id]);
    expect((await read(task.id)).changes).toHaveLength(1);
  });

  test('is begun, noted and closed by its owner with what came of it, and stays closed', async () => {
    const task = await agreed(portal);
    expect((await read(task.id)).nextStatuses).toEqual(['IN_PROGRESS', 'DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_NEEDED']);
    expect((await change(task, 'IN_PROGRESS')).data?.changeTask).toMatchObject({ status: 'IN_PROGRESS', version: 2 });
    expect((await change({ ...task, version: 2 }, 'IN_PROGRESS', 'Rang twice')).data?.changeTask).toMatchObject({ status: 'IN_PROGRESS', version: 3, note: '' });
    const silent = await change({ ...task, version: 3 }, 'DONE', '  ');
    expect([codesOf(silent), silent.errors[0]?.extensions?.fields]).toEqual([['INVALID'], { note: 'Say what came of it' }]);
    expect((await change({ ...task, version: 3 }, 'DONE', 'Tutors ring by 9:30')).data?.changeTask).toMatchObject({ status: 'DONE', version: 4, note: 'Tutors ring by 9:30', doneOn: TODAY, when: null, nextStatuses: [] });
    expect(codesOf(await change({ ...task, version: 4 }, 'OPEN'))).toEqual(['CONFLICT']);
    expect((await read(task.id)).changes.map(({ kind, status, note, by }) => [kind, status, note, by])).toEqual([
      ['MOVED', 'DONE', 'Tutors ring by 9:30', 'The champion'], ['NOTED', 'IN_PROGRESS', 'Rang twice', 'The champion'], ['MOVED', 'IN_PROGRESS', '', 'The champion'], ['MADE', 'OPEN', '', 'The manager'],
    ]);
  });

  test('changed by somebody else meanwhile says who was first, and keeps nothing of the second', async () => {
    const task = await agreed(portal);
    await change(task, 'IN_PROGRESS', '', officer);
    const late = await change(task, 'DONE', 'Mine');
    expect([codesOf(late), late.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringMatching(/^The officer changed this task while you had it open\. Nothing of yours was saved/)]);
    expect(await read(task.id)).toMatchObject({ status: 'IN_PROGRESS', version: 2 });
    const both = await Promise.all([change({ ...task, version: 2 }, 'DONE', 'One'), change({ ...task, version: 2 }, 'DONE', 'Two')]);
    expect(both.flatMap(codesOf)).toEqual(['CONFLICT']);
  });

  test('is answered by its owner, by officers, and by the school for what the school owes', async () => {
    const [theirs, ours] = [await agreed(portal), await agreed(portal, { side: 'LA', owner_id: 43, owner: 'The officer' })];
    for (const [actor, of, may] of [[head, theirs, true], [dsl, theirs, false], [officer, theirs, true], [champion, ours, false], [head, ours, false], [manager, ours, true]] as const) {
      const before = await read(of.id, actor);
      expect([actor.name, before.nextStatuses.length > 0]).toEqual([actor.name, may]);
      expect(codesOf(await ask(CHANGE, { id: of.id, version: before.version, status: before.status, note: 'Looked at' }, actor))).toEqual(may ? [] : ['FORBIDDEN']);
    }
    expect(codesOf(await change(theirs, 'DONE', 'Done', elsewhere))).toEqual(['NOT_FOUND']);
    expect(await underReach(portal, elsewhere, (operation) => operation.sql(`select change_task($1, 1, 'DONE', 'Past the service', $2::date) as done`, [Number(theirs.id), TODAY]))).toEqual([{ done: false }]);
    const { version } = await read(ours.id);
    expect(await underReach(portal, champion, (operation) => operation.sql(`select change_task($1, $2, 'DONE', 'Past the service', $3::date) as done`, [Number(ours.id), version, TODAY]))).toEqual([{ done: false }]);
  });

  test('is given another day with a reason; overdue is the school day after it', async () => {
    const task = await agreed(portal);
    expect((await ask(POSTPONE, { ...task, dueOn: '2026-12-11', reason: 'The tutor is away' })).data?.postponeTask).toMatchObject({ dueOn: '2026-12-11', overdueFrom: '2026-12-14', version: 2 });
    for (const [input, field] of [[{ dueOn: '2026-11-18' }, 'dueOn'], [{ dueOn: 'soon' }, 'dueOn'], [{ dueOn: '2026-12-11' }, 'dueOn'], [{ dueOn: '2028-01-01' }, 'dueOn'], [{ reason: ' ' }, 'reason']] as const) {
      const answer = await ask(POSTPONE, { id: task.id, version: 2, dueOn: '2026-12-14', reason: 'Again', ...input });
      expect([codesOf(answer), Object.keys(answer.errors[0]?.extensions?.fields as object)]).toEqual([['INVALID'], [field]]);
    }
    expect(codesOf(await ask(POSTPONE, { id: task.id, version: 2, dueOn: '2026-12-14', reason: 'Not mine' }, head))).toEqual(['FORBIDDEN']);
    expect((await read(task.id)).changes[0]).toMatchObject({ kind: 'POSTPONED', dueOn: '2026-12-11', note: 'The tutor is away' });
  });
});

describe('one’s own task', () => {
  const add = async (input: object, actor = officer, key = aKey()): Promise<Answer> => ask(ADD, { key, input: { what: 'Ring the head', dueOn: '2026-11-20', ...input } }, actor);

  test('is added once, however often it is sent', async () => {
    const key = aKey();
    const answers = [await add({ schoolId: oakmere, pupilId: mason.id }, officer, key), await add({ schoolId: oakmere, pupilId: mason.id }, officer, key)];
    expect(answers.map(({ data }) => data?.addTask)).toMatchObject([{ ownerId: 43, side: 'LA', when: 'THIS_WEEK', overdueFrom: '2026-11-23', mayPostpone: true }, { ownerId: 43 }]);
    expect(await idsIn({ source: 'OWN' })).toHaveLength(1);
    expect(codesOf(await add({}, other, key))).toEqual(['CONFLICT']);
  });

  test('of an officer is read by no school; a school’s is read by its staff and the authority; a social worker’s by the authority', async () => {
    const [ours, theirs, workers] = [await add({ schoolId: oakmere, pupilId: mason.id }), await add({ pupilId: mason.id, ownerId: 45 }, champion), await add({ pupilId: mason.id }, worker)].map(({ data }) => (data?.addTask as Task).id) as [string, string, string];
    expect([await idsIn({}, champion), await idsIn({}, worker), (await idsIn({}, other)).sort()]).toEqual([[theirs], [theirs, workers].sort(), [ours, theirs, workers].sort()]);
    expect(await underReach(portal, champion, (operation) => operation.sql('select distinct task_id from task_change'))).toEqual([{ task_id: Number(theirs) }]);
    expect((await work(head)).items.map(({ id }) => id)).toEqual([theirs]);
    expect((await ask(POSTPONE, { id: workers, version: 1, dueOn: '2026-11-27', reason: 'Off sick' }, worker)).data?.postponeTask).toMatchObject({ dueOn: '2026-11-27' });
  });

  test('names what is within reach, and an owner who reaches it', async () => {
    expect(codesOf(await add({ pupilId: amira.id }, champion))).toEqual(['NOT_FOUND']);
    expect(codesOf(await add({ pupilId: hidden.id }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await add({ schoolId: tarnbrook }, champion))).toEqual(['NOT_FOUND']);
    expect(codesOf(await add({ schoolId: oakmere }, worker))).toEqual(['NOT_FOUND']);
    expect(codesOf(await add({}, governor))).toEqual(['FORBIDDEN']);
    expect(codesOf(await add({ pupilId: hidden.id, ownerId: 43 }, manager))).toEqual(['INVALID']);
    expect(codesOf(await add({ schoolId: oakmere, ownerId: 46 }))).toEqual(['INVALID']);
    expect((await add({ schoolId: oakmere, ownerId: 44 })).data?.addTask).toMatchObject({ ownerId: 44, side: 'SCHOOL' });
    const given = { scope: 'PUPIL', what: 'Past the service', pupil_id: amira.id, side: 'SCHOOL', owner_id: 44, owner: 'x', due_on: '2026-11-20', overdue_from: '2026-11-23' };
    await expect(underReach(portal, champion, (operation) => operation.sql('select save_own_task($1::uuid, $2::jsonb, \'{}\', $3::date)', [aKey(), JSON.stringify(given), TODAY]))).rejects.toThrow('out of reach');
    await expect(underReach(portal, champion, (operation) => operation.sql('select save_own_task($1::uuid, $2::jsonb, \'{}\', $3::date)', [aKey(), JSON.stringify({ ...given, pupil_id: mason.id, owner_id: 46 }), TODAY]))).rejects.toThrow('its owner');
  });
});

describe('my work', () => {
  test('is overdue first, then due now, this week and later, and counts as many as it lists', async () => {
    const due = async (dueOn: string, from: string, more: object = {}): Promise<string> => (await agreed(portal, { due_on: dueOn, overdue_from: from, ...more })).id;
    const [later, week, today, over] = [await due('2026-12-04', '2026-12-07'), await due('2026-11-20', '2026-11-23'), await due('2026-11-19', '2026-11-20'), await due('2026-11-13', '2026-11-16')];
    const unowned = await due('2026-11-19', '2026-11-20', { owner_id: null, owner: 'Head of Year 9', priority: 'HIGH' });
    const [heads, ours] = [await due('2026-11-12', '2026-11-13', { owner_id: 45, owner: 'The head' }), await due('2026-11-11', '2026-11-12', { side: 'LA', owner_id: null, owner: 'Transport' })];
    const mine = await work();
    expect(mine.items.map(({ id, when }) => [id, when])).toEqual([[over, 'OVERDUE'], [unowned, 'TODAY'], [today, 'TODAY'], [week, 'THIS_WEEK'], [later, 'LATER']]);
    expect(mine.counts).toEqual({ overdue: 1, today: 2, thisWeek: 1, later: 1 });
    expect(mine.atMySchools).toEqual({ total: 2, items: [{ id: ours }, { id: heads }] });
    expect(await work(officer)).toMatchObject({ counts: { overdue: 1 }, items: [{ id: ours }], atMySchools: { total: 2 } });
    expect(await work(other)).toMatchObject({ items: [], atMySchools: { total: 0 } });
    expect(await idsIn({ overdue: true, side: 'SCHOOL' })).toEqual([heads, over]);
    expect(await idsIn({ ownerId: 45, open: true, schoolId: oakmere, source: 'MEETING', status: 'OPEN' })).toEqual([heads]);
    for (const sort of ['OWNER', 'SCHOOL', 'STATUS']) expect(((await ask(LIST, { sort }, manager)).data?.tasks as { total: number; overdue: number })).toMatchObject({ total: 7, overdue: 3 });
  });

  test('agrees with the rule on every day around the end of term', async () => {
    await portal.rows(`insert into task (source, scope, what, school_id, school_ids, side, owner_id, owner, from_on, due_on, overdue_from, made_with)
      select 'MEETING', 'SCHOOL', 'n ' || n, ${oakmere}, array[${oakmere}], 'SCHOOL', 44, 'x', '2026-11-01', '2026-11-05'::date + n, '2026-11-05'::date + n + 1 + n % 3, gen_random_uuid() from generate_series(0, 30) n`);
    const { workWhen } = await import('@attendance/shared/tasks');
    const { items } = await work();
    expect(items).toHaveLength(31);
    for (const item of items) expect([item.dueOn, item.when]).toEqual([item.dueOn, workWhen(item, TODAY)]);
  });
});
