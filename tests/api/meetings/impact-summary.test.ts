import { openSchoolDays } from '@attendance/shared/calendar';
import { WEXMOOR } from '../../../shared/src/meetings/wexmoor.test-data.ts';
import { addCrowd } from '../../support/crowd.ts';
import { agreeAction, attending, heldMeeting, keepCalendar, reachTo, speakAbout, writeMarks } from '../../support/meeting-rows.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, PUPILS, SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER);
const open = openSchoolDays(WEXMOOR);
const BEFORE = open.filter((day) => '2026-09-22' <= day && day <= '2026-11-09');
const AFTER = open.filter((day) => '2026-11-10' <= day && day <= '2027-01-05');
const register = (before: number, after: number): Map<string, string> => new Map([...attending(BEFORE, before), ...attending(AFTER, after)]);

const DETAIL = 'query Detail($id: Int!) { effectOfAction(taskId: $id) { effect { before { possible attended } after { possible attended } impact words } later { possible attended } laterDays laterImpact leftPersistent leftSevere matched { pupils meanBefore meanAfter effect words } caveats { code words } } }';
const SUMMARY = `query Summary($by: EffectBy!, $filter: EffectFilter) { effectSummary(by: $by, filter: $filter) { notBegun comparedWords term { key } terms { key label } caveats { code }
  rows { key label pupils insufficient isHidden improved stable worse improvedPercent median interval { from to } compared effect effectInterval { from to } whyNot { words pupils reason } words } } }`;
const PUPILS_OF = 'query Pupils($by: EffectBy!, $key: String!, $filter: EffectFilter, $impact: ImpactClass, $whyNot: WhyNotSaid) { effectPupils(by: $by, key: $key, filter: $filter, impact: $impact, whyNot: $whyNot, take: 100) { total items { taskId pupilId name schoolName action service status whyNotWords effect { impact points { possible } } } } }';
interface Row { key: string; label: string; pupils: number; insufficient: number; isHidden: boolean; improved: number | null; median: number | null; compared: number; effect: number | null; interval: object | null; words: string; whyNot: { words: string; pupils: number; reason: string }[] }
interface Summary { rows: Row[]; notBegun: number; comparedWords: string; caveats: object[]; terms: { key: string }[] }
interface Listed { total: number; items: { taskId: number; pupilId: string; name: string; whyNotWords: string | null; effect: { impact: string; points: object[] } }[] }

describe('what was followed by improvement', () => {
  let portal: TestPortal;
  let crowd: TestPupil[];
  let task: number;
  beforeAll(async () => {
    portal = await TestPortal.open('impact_summary');
    await knowOfficer(portal.ownerUrl);
    await knowTerms(portal.ownerUrl);
    await keepCalendar(portal, oakmere, WEXMOOR);
    await reachTo(portal, oakmere, '2027-01-05');
    crowd = await addCrowd(portal.ingest, 40, oakmere);
    await portal.rows(`update enrolment set nc_year = '9' where pupil_id >= 1000`);
    await portal.rows(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'FSM', 'Y', '2025-09-01' from pupil where id between 1000 and 1011`);
    await portal.rows('select refresh_pupil_reach($1, $2, 30)', [crowd.map(({ id }) => id), TODAY]);
    await writeMarks(portal, PUPILS.mason, register(30, 45));
    // Ten alike: 303 of 600 sessions, then 339 of 600. Two more are alike but were spoken about, and the rest have no free meals.
    for (const [index, pupil] of crowd.slice(0, 12).entries()) await writeMarks(portal, pupil, register(index < 7 ? 30 : index < 10 ? 31 : 30, index < 9 ? 34 : index < 10 ? 33 : 60));
    const meeting = await heldMeeting(portal);
    await speakAbout(portal, meeting, crowd[10]!.id);
    await agreeAction(portal, { pupilId: crowd[11]!.id, fromOn: '2026-10-12', status: 'NOT_DONE' });
    task = await agreeAction(portal, { meetingId: meeting, service: 'EARLY_HELP' });
  });
  afterAll(() => portal.close());

  const detail = async (id: number, actor = manager) => portal.ask(actor, DETAIL, { id });
  const summary = async (by: string, filter: object = {}, actor = manager): Promise<Summary> => {
    const answer = await portal.ask(actor, SUMMARY, { by, filter });
    expect(answer.errors).toEqual([]);
    return answer.data?.effectSummary as Summary;
  };
  const listed = async (by: string, key: string, impact: string | null = null, actor = manager, whyNot: string | null = null): Promise<Listed> => {
    const answer = await portal.ask(actor, PUPILS_OF, { by, key, impact, whyNot });
    expect(answer.errors).toEqual([]);
    return answer.data?.effectPupils as Listed;
  };

  test('one pupil, 50.0% to 75.0%, beside ten alike, 50.5% to 56.5%: +25.0 points, of which +19.0 more than theirs', async () => {
    const answer = await detail(task);
    expect(answer.errors).toEqual([]);
    expect(answer.data?.effectOfAction).toMatchObject({
      effect: { before: { possible: 60, attended: 30 }, after: { possible: 60, attended: 45 }, impact: 'IMPROVED' }, laterDays: 30, leftPersistent: false, leftSevere: true,
      matched: { pupils: 10, words: '10 pupils alike went from 50.5% to 56.5%; measured against them: +19.0 points.' },
    });
    const { matched, caveats } = answer.data?.effectOfAction as { matched: { effect: number }; caveats: object[] };
    expect(matched.effect).toBeCloseTo(19, 9);
    expect(caveats).toHaveLength(10);
  });

  test('a school has only its own pupils to be set beside, a reader of figures is refused, and nothing is told beyond reach', async () => {
    expect((await detail(task, person(Role.HEADTEACHER))).data?.effectOfAction).toMatchObject({ matched: { pupils: 10 } });
    expect(codesOf(await detail(task, person(Role.HEADTEACHER, { schools: [tarnbrook] })))).toEqual(['NOT_FOUND']);
    for (const role of [Role.DATA_ANALYST, Role.GOVERNOR, Role.TRUST_LEADER]) {
      expect(codesOf(await detail(task, person(role)))).toEqual(['FORBIDDEN']);
      expect(codesOf(await portal.ask(person(role), SUMMARY, { by: 'SCHOOL' }))).toEqual(['FORBIDDEN']);
    }
  });

  test('few pupils say nothing: they are counted, and no rate is told', async () => {
    const { rows, caveats, notBegun } = await summary('SERVICE');
    expect(rows).toEqual([expect.objectContaining({ key: 'EARLY_HELP', pupils: 1, insufficient: 0, isHidden: true, improved: null, median: null, effect: null, words: 'Too few to say: 1 pupil with enough sessions, and 10 are needed.' })]);
    expect(caveats).toHaveLength(10);
    expect(notBegun).toBe(1);
  });

  describe('of forty pupils', () => {
    beforeAll(async () => {
      for (const [index, pupil] of crowd.slice(12).entries()) {
        await writeMarks(portal, pupil, index < 2 ? new Map([...attending(BEFORE, 50), ...attending(AFTER.slice(0, 19), 38)]) : register(30, 24 + index));
        await agreeAction(portal, { pupilId: pupil.id, type: 'HOME_VISIT', status: index % 2 === 0 ? 'DONE' : 'IN_PROGRESS' });
        await agreeAction(portal, { pupilId: pupil.id, type: 'HOME_VISIT', fromOn: '2026-11-16' });
      }
    });

    test('each counts once in a row, from the first such action; 38 sessions are counted beside and in no rate', async () => {
      const { rows } = await summary('ACTION_TYPE', { term: '2026-AUTUMN' });
      const visits = rows.find(({ key }) => key === 'HOME_VISIT')!;
      // 26 with enough sessions: 26 to 51 of 60 after 30 of 60.
      expect(visits).toMatchObject({ label: 'Home visit', pupils: 26, insufficient: 2, isHidden: false, improved: 19, stable: 5, worse: 2, improvedPercent: 73.1, median: 14.2, interval: null });
      expect(visits.words).toContain('2 pupils had too few sessions.');
    });

    describe('why it did not help', () => {
      const SAY = 'mutation Say($id: Int!, $version: Int!, $reason: IneffectiveReason!) { sayWhyNoEffect(taskId: $id, version: $version, reason: $reason) { version maySayWhy whyNot { reason words on by } } }';
      const say = async (id: number, version = 1, reason = 'TOO_LATE', actor = manager) => portal.ask(actor, SAY, { id, version, reason });
      /** What the row says, each count opened. */
      const wordsOf = async (): Promise<string> => {
        const counts = (await summary('ACTION_TYPE')).rows.find(({ key }) => key === 'HOME_VISIT')!.whyNot;
        for (const { reason, pupils } of counts) expect([reason, (await listed('ACTION_TYPE', 'HOME_VISIT', null, manager, reason)).total]).toEqual([reason, pupils]);
        return counts.map(({ words, pupils }) => `${words} ${pupils}`).join(', ');
      };

      test('is asked of what nothing improved after, said once by whoever answers for it, and put together by row', async () => {
        const [stable, worse, improved] = await Promise.all(['STABLE', 'WORSE', 'IMPROVED'].map(async (impact) => (await listed('ACTION_TYPE', 'HOME_VISIT', impact)).items));
        expect(await wordsOf()).toBe('Not said 7');
        const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] });
        const first = await say(worse![0]!.taskId, 1, 'TOO_LATE', champion);
        expect(first.data?.sayWhyNoEffect).toEqual({ version: 2, maySayWhy: true, whyNot: { reason: 'TOO_LATE', words: 'It came too late', on: TODAY, by: 'An officer' } });
        expect((await say(stable![0]!.taskId)).errors).toEqual([]);
        expect((await say(stable![1]!.taskId, 1, 'WRONG_BARRIER')).errors).toEqual([]);
        expect(await wordsOf()).toBe('It came too late 2, It addressed the wrong barrier 1, Not said 4');
        expect((await listed('ACTION_TYPE', 'HOME_VISIT', 'WORSE')).items.map(({ whyNotWords }) => whyNotWords)).toEqual(['It came too late', null]);
        expect(await portal.rows('select kind, note from task_change where task_id = $1', [worse![0]!.taskId])).toEqual([{ kind: 'NOTED', note: 'Why it did not help: It came too late' }]);
        expect(await asOwner(portal.ownerUrl, async (owner) => (await owner.query(`select pupil_ids, details ->> 'whyNot' as why from audit_entry where operation = 'Say' and kind = 'CHANGED' order by seq limit 1`)).rows)).toEqual([{ pupil_ids: [Number(worse![0]!.pupilId)], why: 'TOO_LATE' }]);
        // What improved is not asked about; whoever has an old page open is told; and nobody answers for another school, or without the right to.
        expect(codesOf(await say(improved![0]!.taskId))).toEqual(['CONFLICT']);
        expect(codesOf(await say(worse![0]!.taskId, 1))).toEqual(['CONFLICT']);
        expect(codesOf(await say(worse![1]!.taskId, 1, 'TOO_LATE', person(Role.ATTENDANCE_CHAMPION, { schools: [tarnbrook] })))).toEqual(['NOT_FOUND']);
        expect(codesOf(await say(worse![1]!.taskId, 1, 'TOO_LATE', person(Role.GOVERNOR, { schools: [oakmere] })))).toEqual(['FORBIDDEN']);
        await portal.rows(`update task set side = 'LA' where id = $1`, [worse![1]!.taskId]);
        expect(codesOf(await say(worse![1]!.taskId, 1, 'TOO_LATE', champion))).toEqual(['FORBIDDEN']);
        expect(await wordsOf()).toBe('It came too late 2, It addressed the wrong barrier 1, Not said 4');
      });
    });

    test('every count opens into exactly its pupils', async () => {
      const { rows } = await summary('ACTION_TYPE');
      const visits = rows.find(({ key }) => key === 'HOME_VISIT')!;
      expect((await listed('ACTION_TYPE', 'HOME_VISIT')).total).toBe(visits.pupils + visits.insufficient);
      const improved = await listed('ACTION_TYPE', 'HOME_VISIT', 'IMPROVED');
      expect([improved.total, improved.items.length]).toEqual([visits.improved, visits.improved]);
      expect(improved.items.every(({ effect, name }) => effect.impact === 'IMPROVED' && effect.points.length === 13 && name !== '')).toBe(true);
      expect((await listed('ACTION_TYPE', 'HOME_VISIT', 'INSUFFICIENT')).total).toBe(visits.insufficient);
      expect((await listed('SCHOOL', String(oakmere), null, person(Role.ATTENDANCE_CHAMPION, { schools: [tarnbrook] }))).total).toBe(0);
    });

    test('schools and terms are summed up the same way; a term that is not there is refused', async () => {
      expect((await summary('SCHOOL')).rows.map(({ key, pupils, insufficient }) => [key, pupils, insufficient])).toEqual([[String(oakmere), 27, 2]]);
      expect((await summary('TERM')).rows.map(({ key, pupils }) => [key, pupils])).toEqual([['2026-AUTUMN', 27]]);
      expect((await summary('SCHOOL', { term: '2025-SPRING' })).rows).toEqual([]);
      expect((await summary('SCHOOL', { phase: 'PRIMARY' })).rows).toEqual([]);
      expect(codesOf(await portal.ask(manager, SUMMARY, { by: 'SCHOOL', filter: { term: 'never' } }))).toEqual(['NOT_FOUND']);
    });

    test('costs as many statements for thirty pupils as for one', async () => {
      const cost = async (by: string): Promise<number> => (await portal.ask(manager, SUMMARY, { by })).statements;
      expect(await cost('ACTION_TYPE')).toBe(await cost('SERVICE'));
      expect(await cost('ACTION_TYPE')).toBeLessThanOrEqual(8);
      expect((await portal.ask(manager, PUPILS_OF, { by: 'ACTION_TYPE', key: 'HOME_VISIT' })).statements).toBeLessThanOrEqual(6);
    });
  });

  test('the actions about one pupil stand latest first, whatever came of them', async () => {
    const answer = await portal.ask(person(Role.HEADTEACHER), 'query ($id: ID!) { effectOfPupil(pupilId: $id) { taskId name action status service effect { impact } } }', { id: '1' });
    expect(answer.data?.effectOfPupil).toEqual([{ taskId: task, name: 'Mason Thirkell', action: 'Mentor or daily check-in', status: 'DONE', service: 'Early help and family support', effect: { impact: 'IMPROVED' } }]);
    expect(codesOf(await portal.ask(person(Role.HEADTEACHER, { schools: [tarnbrook] }), '{ effectOfPupil(pupilId: 1) { taskId } }'))).toEqual(['NOT_FOUND']);
  });
});
