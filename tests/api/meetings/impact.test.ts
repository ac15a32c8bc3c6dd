import { openSchoolDays } from '@attendance/shared/calendar';
import { WEXMOOR } from '../../../shared/src/meetings/wexmoor.test-data.ts';
import { agreeAction, attending, keepCalendar, reachTo, writeMarks } from '../../support/meeting-rows.ts';
import { codesOf, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const EFFECTS = 'query Effects($ids: [Int!]!) { actionEffects(taskIds: $ids) { taskId anchorOn before { possible attended } after { possible attended } days impact words points { weekStart possible attended } isLeaver } }';
interface Effect { taskId: number; anchorOn: string; before: { possible: number; attended: number }; after: { possible: number; attended: number }; days: number; impact: string; words: string; points: { weekStart: string; possible: number; attended: number }[]; isLeaver: boolean }

const open = openSchoolDays(WEXMOOR);
const BEFORE = open.filter((day) => '2026-09-22' <= day && day <= '2026-11-09');
const AFTER = open.filter((day) => '2026-11-10' <= day && day <= '2027-01-05');
const sum = (points: Effect['points'], of: 'possible' | 'attended'): number => points.reduce((total, each) => total + each[of], 0);

describe('the effect of an action', () => {
  let portal: TestPortal;
  let task: number;
  beforeAll(async () => {
    portal = await TestPortal.open('impact');
    await keepCalendar(portal, oakmere, WEXMOOR);
    await reachTo(portal, oakmere, '2027-01-05');
    const earlier = open.filter((day) => day < '2026-09-22');
    await writeMarks(portal, PUPILS.mason, new Map([...attending(earlier, 0), ...attending(BEFORE, 30), ...attending(AFTER, 45)]));
    await writeMarks(portal, PUPILS.elan, new Map([...attending(BEFORE, 30), ...attending(AFTER.slice(0, 19), 38)]));
    await writeMarks(portal, PUPILS.hidden, new Map([...attending(BEFORE, 50), ...attending(AFTER, 20)]));
    await writeMarks(portal, PUPILS.recent, attending(open.filter((day) => day <= '2026-11-06'), 70));
    task = await agreeAction(portal);
  });
  afterAll(() => portal.close());

  const effects = async (ids: number[], actor = person(Role.TEAM_MANAGER)): Promise<Effect[]> => {
    const answer = await portal.ask(actor, EFFECTS, { ids });
    expect(answer.errors).toEqual([]);
    return answer.data?.actionEffects as Effect[];
  };

  test('of 10 November: 30 of 60 before, 45 of 60 from it, +25.0 points, improved', async () => {
    const [effect] = await effects([task]);
    expect(effect).toMatchObject({ taskId: task, anchorOn: '2026-11-10', before: { possible: 60, attended: 30 }, after: { possible: 60, attended: 45 }, days: 30, impact: 'IMPROVED', isLeaver: false });
    expect(effect!.words).toContain('+25.0 points: improved.');
    expect([sum(effect!.points, 'possible'), sum(effect!.points, 'attended')]).toEqual([120, 75]);
    expect([effect!.points[0]!.weekStart, effect!.points.at(-1)!.weekStart, effect!.points.length]).toEqual(['2026-09-21', '2027-01-04', 13]);
  });

  test('38 sessions from it are too few to say; who left is counted until then and said to have left', async () => {
    const [few, left] = await effects([await agreeAction(portal, { pupilId: PUPILS.elan.id }), await agreeAction(portal, { pupilId: PUPILS.recent.id, fromOn: '2026-10-12' })]);
    expect(few).toMatchObject({ after: { possible: 38, attended: 38 }, impact: 'INSUFFICIENT', isLeaver: false });
    expect(left).toMatchObject({ isLeaver: true, days: 15 });
    expect(left!.words).toContain('The pupil left: counted until then.');
  });

  test('an action whose pupil has no register says so, and one of a school is about no pupil', async () => {
    const [none] = await effects([await agreeAction(portal, { pupilId: PUPILS.amira.id, schoolId: tarnbrook })]);
    expect(none).toMatchObject({ impact: 'INSUFFICIENT', days: 0, points: [] });
    expect(none!.words).toMatch(/^No register/);
    expect(await effects([424242])).toEqual([]);
  });

  test('is shown within reach alone, and restricted children to those with the right', async () => {
    const hidden = await agreeAction(portal, { pupilId: PUPILS.hidden.id });
    expect(await effects([task, hidden], person(Role.ATTENDANCE_CHAMPION, { schools: [tarnbrook] }))).toEqual([]);
    expect((await effects([task, hidden], person(Role.ATTENDANCE_OFFICER))).map(({ taskId }) => taskId)).toEqual([task]);
    expect((await effects([task, hidden])).map(({ taskId, impact }) => [taskId, impact])).toEqual([[task, 'IMPROVED'], [hidden, 'WORSE']]);
    expect(codesOf(await portal.ask(person(Role.DATA_ANALYST), EFFECTS, { ids: [task] }))).toEqual(['FORBIDDEN']);
  });

  test('is one look at the pupil in the trail, and one statement however many are asked for', async () => {
    const ids = [task, ...(await Promise.all([1, 2, 3].map(async () => agreeAction(portal))))];
    const [one, many] = [await portal.ask(person(Role.TEAM_MANAGER), EFFECTS, { ids: [task] }), await portal.ask(person(Role.TEAM_MANAGER), EFFECTS, { ids })];
    expect(many.statements).toBe(one.statements);
    const { rows } = await asOwner(portal.ownerUrl, (owner) => owner.query<{ pupil_ids: number[] }>('select pupil_ids from audit_entry order by seq desc limit 1'));
    expect(rows[0]!.pupil_ids).toEqual([PUPILS.mason.id]);
  });
});
