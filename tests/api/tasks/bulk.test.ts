import { codesOf, underReach } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { agreed, knowWorkers, WORKERS } from '../../support/tasks.ts';
import { TestPortal, type Answer } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const { manager, officer, champion, head, elsewhere, governor, worker } = WORKERS;
const REPORT = 'done skipped failed rows { id what result reason }';
const CHANGE = `mutation Change($rows: [HeldTaskInput!]!, $status: TaskStatus!, $note: String! = "") { changeTasks(rows: $rows, status: $status, note: $note) { ${REPORT} } }`;
const REASSIGN = `mutation Reassign($rows: [HeldTaskInput!]!, $to: Int!, $reason: String!) { reassignTasks(rows: $rows, toOwnerId: $to, reason: $reason) { ${REPORT} } }`;
const OWNERS = 'query Owners($schoolId: Int, $pupilId: Int) { taskOwners(schoolId: $schoolId, pupilId: $pupilId) { id name side } }';
interface Held { id: string; version: number }

describe('several tasks at once', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('task_bulk');
    await knowWorkers(portal);
  });
  afterAll(() => portal.close());

  const change = async (rows: Held[], status: string, note = 'Agreed with the school', actor = champion): Promise<Answer> => portal.ask(actor, CHANGE, { rows, status, note });
  const reassign = async (rows: Held[], to: number, actor = officer, reason = 'Left the team'): Promise<Answer> => portal.ask(actor, REASSIGN, { rows, to, reason });
  const resultsOf = (answer: Answer, of = 'reassignTasks'): string[][] => ((answer.data?.[of] as { rows: { result: string; reason: string }[] }).rows).map(({ result, reason }) => [result, reason]);
  const owners = async (about: object, actor = officer): Promise<number[]> => ((await portal.ask(actor, OWNERS, about as Record<string, unknown>)).data?.taskOwners as { id: number }[]).map(({ id }) => id).sort();

  test('report done, skipped and failed for every row, and what fails keeps nothing else from being done', async () => {
    const [fine, closed, stale, ours, foreign] = [await agreed(portal), await agreed(portal), await agreed(portal), await agreed(portal, { side: 'LA', owner_id: 43, owner: 'The officer' }), await agreed(portal, { school_id: SCHOOLS.tarnbrook, owner_id: 46, owner: 'The elsewhere' })];
    await change([closed], 'DONE');
    await change([stale], 'IN_PROGRESS', '', officer);
    const answer = await change([fine, { ...closed, version: 2 }, stale, ours, foreign, { id: 'x', version: 1 }, fine], 'DONE');
    expect(answer.data?.changeTasks).toEqual({ done: 1, skipped: 1, failed: 4, rows: [
      { id: fine.id, what: 'Ring on day one', result: 'DONE', reason: 'Now: done' },
      { id: closed.id, what: 'Ring on day one', result: 'SKIPPED', reason: 'It is done already' },
      { id: stale.id, what: 'Ring on day one', result: 'FAILED', reason: 'The officer changed it meanwhile: look at it again' },
      { id: ours.id, what: 'Ring on day one', result: 'FAILED', reason: 'Only its owner, the school it is of and attendance officers can answer it' },
      { id: foreign.id, what: null, result: 'FAILED', reason: 'We could not find this task' },
      { id: 'x', what: null, result: 'FAILED', reason: 'We could not find this task' },
    ] });
    expect(await portal.rows('select status from task where id = any ($1) order by id', [[fine, stale, ours, foreign].map(({ id }) => Number(id))])).toEqual([{ status: 'DONE' }, { status: 'IN_PROGRESS' }, { status: 'OPEN' }, { status: 'OPEN' }]);
    const [entry] = await asOwner(portal.ownerUrl, async (db) => (await db.query('select kind, school_ids, details from audit_entry order by seq desc limit 1')).rows as object[]);
    expect(entry).toMatchObject({ kind: 'CHANGED', school_ids: [SCHOOLS.oakmere], details: { tasks: [Number(fine.id)], to: 'DONE' } });
  });

  test('sent twice they are done once', async () => {
    const task = await agreed(portal);
    expect(resultsOf(await change([task], 'PARTLY'), 'changeTasks')).toEqual([['DONE', 'Now: partly done']]);
    expect(resultsOf(await change([task], 'PARTLY'), 'changeTasks')).toEqual([['SKIPPED', 'It is partly done already']]);
    expect(await portal.rows('select count(*)::int as lines from task_change where task_id = $1', [Number(task.id)])).toEqual([{ lines: 2 }]);
  });

  test.each<[string, Held[], string, string]>([['without a note', [{ id: '1', version: 1 }], 'DONE', ' '], ['of none', [], 'OPEN', ''], ['of too many', Array.from({ length: 101 }, (_, index) => ({ id: String(index), version: 1 })), 'OPEN', '']])('%s is refused whole', async (_name, rows, status, note) => {
    expect(codesOf(await change(rows, status, note))).toEqual(['INVALID']);
  });

  test('of somebody who leaves go to another, who must reach what they are about', async () => {
    const [of, restricted, elsewheres, theirs] = [await agreed(portal, { owner_id: 41, owner: 'The manager', side: 'LA' }), await agreed(portal, { owner_id: 41, owner: 'The manager', side: 'LA', pupil_id: PUPILS.hidden.id }), await agreed(portal, { owner_id: 43, owner: 'The officer', side: 'LA' }), await agreed(portal, { owner_id: 41, owner: 'The manager', side: 'LA', pupil_id: PUPILS.mason.id })];
    await asOwner(portal.ownerUrl, (db) => db.query(`update user_grant set valid_to = '2026-11-01' where user_id = 49`));
    const gone = await agreed(portal, { owner_id: 49, owner: 'The other', side: 'LA' });
    const left = (await portal.ask(manager, '{ tasks(filter: { ownerHasLeft: true }) { total items { id ownerHasLeft } } }')).data;
    expect(left).toEqual({ tasks: { total: 1, items: [{ id: gone.id, ownerHasLeft: true }] } });
    expect(resultsOf(await reassign([of, restricted, elsewheres, theirs, gone], 43, manager))).toEqual([['DONE', 'Given to The officer'], ['FAILED', 'The officer may not open what it is about'], ['SKIPPED', 'The officer owns it already'], ['DONE', 'Given to The officer'], ['DONE', 'Given to The officer']]);
    expect(resultsOf(await reassign([of], 49))).toEqual([['FAILED', 'The other may not open what it is about']]);
    expect(resultsOf(await reassign([{ ...theirs, version: 2 }], 48))).toEqual([['DONE', 'Given to The worker']]);
    expect(resultsOf(await reassign([{ ...of, version: 2 }], 46))).toEqual([['FAILED', 'The elsewhere may not open what it is about']]);
    const read = (await portal.ask(worker, 'query Read($id: ID!) { task(id: $id) { owner changes { kind owner note } } }', { id: theirs.id })).data?.task;
    expect(read).toEqual({ owner: 'The worker', changes: [{ kind: 'REASSIGNED', owner: 'The worker', note: 'Left the team' }, { kind: 'REASSIGNED', owner: 'The officer', note: 'Left the team' }, { kind: 'MADE', owner: 'The manager', note: '' }] });
  });

  test('are given to others within a school by whoever prepares its meetings, to its own people, and by nobody else there', async () => {
    const [task, ours] = [await agreed(portal), await agreed(portal, { side: 'LA', owner_id: 43, owner: 'The officer' })];
    expect(resultsOf(await reassign([task, ours], 45, champion))).toEqual([['DONE', 'Given to The head'], ['FAILED', 'Only attendance officers, and for its own tasks the school’s attendance champion, can give it to somebody else']]);
    expect(resultsOf(await reassign([{ ...task, version: 2 }], 44, head))[0]?.[0]).toBe('FAILED');
    expect(resultsOf(await reassign([{ ...task, version: 2 }], 44, elsewhere))).toEqual([['FAILED', 'We could not find this task']]);
    expect(codesOf(await reassign([task], 44, governor))).toEqual(['FORBIDDEN']);
    expect(codesOf(await reassign([task], 424242))).toEqual(['INVALID']);
    expect(codesOf(await reassign([task], 44, officer, ' '))).toEqual(['INVALID']);
    const past = `select * from reassign_tasks(array[$1::int], array[2], 44, 'Past the service', '{"local": ["ATTENDANCE_CHAMPION"]}', $2::date)`;
    expect(await underReach(portal, elsewhere, (operation) => operation.sql(past, [Number(task.id), TODAY]))).toEqual([]);
    expect(await underReach(portal, worker, (operation) => operation.sql(past, [Number(task.id), TODAY]))).toEqual([]);
    expect(await underReach(portal, champion, (operation) => operation.sql(past, [Number(task.id), TODAY]))).toEqual([{ id: Number(task.id) }]);
  });

  test('people to choose from are those within reach who reach the child', async () => {
    expect(await owners({})).toEqual([41, 43, 48]);
    expect(await owners({ schoolId: SCHOOLS.oakmere })).toEqual([41, 43, 44, 45, 48, 50]);
    expect(await owners({ schoolId: SCHOOLS.oakmere, pupilId: PUPILS.hidden.id }, manager)).toEqual([41, 45, 50]);
    expect(await owners({ schoolId: SCHOOLS.tarnbrook, pupilId: PUPILS.mason.id })).toEqual([41, 43, 46, 48]);
    expect(await owners({}, champion)).toEqual([44, 45, 50]);
    expect(await owners({ schoolId: SCHOOLS.tarnbrook }, champion)).toEqual([]);
    expect(await owners({ pupilId: PUPILS.mason.id }, worker)).toEqual([48]);
    for (const actor of [officer, champion]) expect(codesOf(await portal.ask(actor, OWNERS, { schoolId: SCHOOLS.oakmere, pupilId: PUPILS.hidden.id }))).toEqual(['NOT_FOUND']);
  });
});
