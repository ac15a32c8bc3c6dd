import { codesOf } from '../../support/people.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { clockSet, knowWorkers, WORKERS } from '../../support/tasks.ts';
import { TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const { manager, officer, champion, elsewhere, governor } = WORKERS;
const WALL = 'query Wall($filter: ClockFilter, $page: Int! = 1, $take: Int! = 25) { clocks(filter: $filter, page: $page, take: $take) { total items { sourceId state daysLeft counted metOn officer schoolName pupilName } teams { teamId team broken dueThisWeek running } officers { officerId officer broken dueThisWeek running } } }';
interface Wall { total: number; items: { sourceId: number; state: string; daysLeft: number | null; metOn: string | null; officer: string | null; pupilName: string | null }[]; teams: { teamId: number; team: string; broken: number; dueThisWeek: number; running: number }[]; officers: { officerId: number | null; broken: number; dueThisWeek: number; running: number }[] }

describe('the wall of clocks', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('clocks');
    await knowWorkers(portal);
    // Thursday 19 November. Three school days over and three working days; a weekend more in days.
    await clockSet(portal, { source_id: 1, due_on: '2026-11-16' });
    await clockSet(portal, { source_id: 2, due_on: '2026-11-13', counted: 'DAYS' });
    await clockSet(portal, { source_id: 3, due_on: '2026-11-19' });
    await clockSet(portal, { source_id: 4, due_on: '2026-11-26', school_id: SCHOOLS.tarnbrook, officer_id: null, side: 'SCHOOL' });
    await clockSet(portal, { source_id: 5, due_on: '2027-09-03', school_id: SCHOOLS.tarnbrook, officer_id: 49 });
    await clockSet(portal, { source_id: 6, due_on: '2026-11-17', counted: 'WORKING_DAYS', school_id: null, officer_id: 49 });
    await clockSet(portal, { source_id: 7, due_on: '2026-11-20', pupil_id: PUPILS.hidden.id });
    await clockSet(portal, { source_id: 8, due_on: '2026-11-10' });
    await clockSet(portal, { source_id: 9, due_on: '2026-11-02' });
    await portal.rows(`select meet_clock('RECORD_DUE', 'MEETING', 8, $1, '2026-11-12'), stop_clocks('MEETING', 9, '2026-11-03')`, [SCHOOLS.oakmere]);
  });
  afterAll(() => portal.close());

  const wall = async (filter: object = {}, actor = manager, page = 1, take = 25): Promise<Wall> => {
    const answer = await portal.ask(actor, WALL, { filter, page, take });
    expect(answer.errors).toEqual([]);
    return answer.data?.clocks as Wall;
  };
  const orderOf = ({ items }: Wall): [number, string, number | null][] => items.map(({ sourceId, state, daysLeft }) => [sourceId, state, daysLeft]);

  test('is worst first, each in its own unit: most days over, then the next that is due', async () => {
    expect(orderOf(await wall())).toEqual([[2, 'BROKEN', -6], [1, 'BROKEN', -3], [6, 'BROKEN', -2], [3, 'RUNNING', 0], [7, 'RUNNING', 1], [4, 'RUNNING', 5], [5, 'RUNNING', null]]);
    expect(orderOf(await wall({}, manager, 2, 3))).toEqual([[3, 'RUNNING', 0], [7, 'RUNNING', 1], [4, 'RUNNING', 5]]);
    expect((await wall({}, manager, 2, 3)).total).toBe(7);
  });

  test('has a line for each officer that counts what the wall lists', async () => {
    const { officers } = await wall({ officerId: 43, state: 'BROKEN' });
    expect(officers).toEqual([{ officerId: 43, officer: 'The officer', broken: 2, dueThisWeek: 2, running: 2 }, { officerId: 49, officer: 'The other', broken: 1, dueThisWeek: 0, running: 1 }, { officerId: null, officer: null, broken: 0, dueThisWeek: 0, running: 1 }]);
    for (const { officerId, broken, dueThisWeek, running } of officers) {
      expect([(await wall({ officerId: officerId ?? 0, state: 'BROKEN' })).total, (await wall({ officerId: officerId ?? 0, thisWeek: true })).total, (await wall({ officerId: officerId ?? 0, state: 'RUNNING' })).total]).toEqual([broken, dueThisWeek, running]);
    }
  });

  test('has a line for each team that counts what the wall lists; an officer of two teams counts in both', async () => {
    const made = await portal.rows<{ id: number; name: string }>(`insert into team (name, kind) values ('North', 'ATTENDANCE'), ('Coast', 'ATTENDANCE'), ('Inland', 'ATTENDANCE') returning id, name`);
    const idOf = (name: string): number => made.find((team) => team.name === name)?.id ?? 0;
    await portal.rows('insert into team_member (team_id, user_id) values ($1, 43), ($2, 43), ($2, 49)', [idOf('North'), idOf('Coast')]);
    const { teams } = await wall({ teamId: idOf('North'), officerId: 49 });
    expect(teams).toEqual([{ teamId: idOf('Coast'), team: 'Coast', broken: 3, dueThisWeek: 2, running: 3 }, { teamId: idOf('North'), team: 'North', broken: 2, dueThisWeek: 2, running: 2 }]);
    for (const { teamId, broken, dueThisWeek, running } of teams) expect([(await wall({ teamId, state: 'BROKEN' })).total, (await wall({ teamId, thisWeek: true })).total, (await wall({ teamId, state: 'RUNNING' })).total]).toEqual([broken, dueThisWeek, running]);
    expect((await wall({ teamId: idOf('North') })).officers.map(({ officerId }) => officerId)).toEqual([43]);
    expect((await wall({ teamId: idOf('North'), state: 'MET' })).total).toBe(1);
    expect([(await wall({ teamId: idOf('Inland'), state: 'MET' })).total, (await wall({ teamId: -1 })).total]).toEqual([0, 0]);
  });

  test('shows met ones when they are asked for, and what was called off never', async () => {
    expect((await wall({ state: 'MET' })).items).toMatchObject([{ sourceId: 8, state: 'MET', daysLeft: null, metOn: '2026-11-12' }]);
    expect(orderOf(await wall({ side: 'SCHOOL' }))).toEqual([[4, 'RUNNING', 5]]);
    expect(orderOf(await wall({ schoolId: SCHOOLS.tarnbrook }))).toEqual([[4, 'RUNNING', 5], [5, 'RUNNING', null]]);
  });

  test('is drawn for each reach: restricted children unseen and uncounted, schools their own, governors none', async () => {
    expect(orderOf(await wall({}, officer)).map(([id]) => id)).toEqual([2, 1, 6, 3, 4, 5]);
    expect((await wall({}, officer)).officers[0]).toMatchObject({ officerId: 43, running: 1, dueThisWeek: 1 });
    expect(orderOf(await wall({}, champion)).map(([id]) => id)).toEqual([2, 1, 3]);
    expect(orderOf(await wall({}, elsewhere)).map(([id]) => id)).toEqual([4, 5]);
    expect(codesOf(await portal.ask(governor, WALL, {}))).toEqual(['FORBIDDEN']);
  });

  test('asks a bounded number of statements', async () => expect((await portal.ask(manager, WALL, {})).statements).toBeLessThanOrEqual(5));
});
