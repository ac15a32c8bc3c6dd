import { roundedCount, weeksAround, type BarrierWeek } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { addCrowd } from '../../support/crowd.ts';
import { codesOf, person, underReach, unguarded } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const { mason, josie, elan, amira, hidden } = PUPILS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const oakmere = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] }, 44);
const head = person(Role.HEADTEACHER, { schools: [SCHOOLS.oakmere] }, 45);
const tarnbrook = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.tarnbrook] }, 46);
const governor = person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] }, 47);
const analyst = person(Role.DATA_ANALYST, {}, 48);

let keys = 0;
const aKey = (): string => { keys += 1; return `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`; };
const INPUT = { title: 'Bus 14 no longer runs', kind: 'TRANSPORT', known: 'The evening bus from the estate was taken off on 2 November.', place: 'Heron estate', sinceOn: '2026-11-02', ownerId: 41, teamNote: 'The operator is in breach of its contract.' };
const ACTION = { what: 'Ask the operator for a date', owner: 'Transport team', dueOn: '2026-11-16', doneWhen: 'A written answer is here', outcome: '', doneOn: null };

const LOG = 'mutation Log($key: String!, $input: BarrierInput!, $schoolId: Int, $pupilId: Int) { logBarrier(key: $key, input: $input, schoolId: $schoolId, pupilId: $pupilId) { id version title status teamNote schools { schoolId } pupils { pupilId } } }';
const CHANGE = 'mutation Change($id: ID!, $version: Int!, $input: BarrierInput!) { changeBarrier(id: $id, version: $version, input: $input) { id version title known } }';
const MOVE = 'mutation Move($id: ID!, $version: Int!, $status: BarrierStatus!, $reason: String! = "") { moveBarrier(id: $id, version: $version, status: $status, reason: $reason) { status reason version } }';
const LINK = 'mutation Link($id: ID!, $schoolId: Int, $pupilId: Int, $linked: Boolean! = true) { linkBarrier(id: $id, schoolId: $schoolId, pupilId: $pupilId, linked: $linked) { id version schools { schoolId } pupils { pupilId } } }';
const PLAN = 'mutation Plan($id: ID!, $key: String!, $input: BarrierActionInput!) { planBarrierAction(barrierId: $id, key: $key, input: $input) { actionsOpen actionsLate actions { id what outcome doneOn version } } }';
const ACT = 'mutation Act($id: ID!, $version: Int!, $input: BarrierActionInput!) { changeBarrierAction(id: $id, version: $version, input: $input) { actionsOpen actions { id outcome doneOn version } } }';
const ROW = 'schoolId pupilId name beforeFrom beforeTo sinceFrom sinceTo beforePossible beforeAbsent sincePossible sinceAbsent';
const READ = `query Read($id: ID!) { barrier(id: $id) { id title status reason version schools { ${ROW} } pupils { ${ROW} } actions { what } changes { kind by about fields { field from to } } teamNote } }`;
const LIST = 'query List($filter: BarrierFilter) { barriers(filter: $filter, take: 100) { total items { id title actionsLate } } }';

interface Row { schoolId: number; pupilId: number; name: string; beforeFrom: string | null; beforeTo: string | null; sinceFrom: string | null; sinceTo: string | null; beforePossible: number; beforeAbsent: number | null; sincePossible: number; sinceAbsent: number | null }
interface Read { id: string; title: string; status: string; reason: string | null; version: number; schools: Row[]; pupils: Row[] | null; actions: { what: string; id: string; version: number; outcome: string; doneOn: string | null }[]; changes: { kind: string; by: string | null; about: string | null; fields: { field: string; from: string | null; to: string | null }[] }[]; teamNote: string | null }

describe('an area barrier', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('barriers');
    await sendRegisters(portal);
    await asOwner(portal.ownerUrl, async (owner) => {
      for (const [id, name] of [[41, 'A manager'], [43, 'An officer'], [44, 'A champion']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, name]);
      await owner.query(`insert into user_grant (user_id, role, valid_from) values (41, 'TEAM_MANAGER', '2026-01-01'), (43, 'ATTENDANCE_OFFICER', '2026-01-01'), (44, 'ATTENDANCE_CHAMPION', '2026-01-01')`);
    });
  });
  afterAll(() => portal.close());

  const ask = async (query: string, variables: Record<string, unknown>, actor = manager): Promise<Answer> => portal.ask(actor, query, variables);
  const made = async (input: object = {}, links: object = {}, actor = manager): Promise<string> => {
    const answer = await ask(LOG, { key: aKey(), input: { ...INPUT, ...input }, ...links }, actor);
    expect(answer.errors).toEqual([]);
    return (answer.data?.logBarrier as { id: string }).id;
  };
  const link = async (id: string, to: object, linked = true, actor = manager): Promise<Answer> => ask(LINK, { id, ...to, linked }, actor);
  const read = async (id: string, actor = manager): Promise<Read> => {
    const answer = await ask(READ, { id }, actor);
    expect(codesOf(answer).filter((code) => code !== 'FORBIDDEN')).toEqual([]);
    return answer.data?.barrier as Read;
  };
  const idsIn = async (filter: object, actor = manager): Promise<string[]> => ((await ask(LIST, { filter }, actor)).data?.barriers as { items: { id: string }[] }).items.map(({ id }) => id);
  const lastEntry = async (): Promise<{ kind: string; pupil_ids: number[]; school_ids: number[]; operation: string; reason: string | null }> =>
    asOwner(portal.ownerUrl, async (owner) => (await owner.query('select kind, operation, pupil_ids, school_ids, reason from audit_entry order by seq desc limit 1')).rows[0] as never);

  test('is logged with its school and pupil, in one entry of the trail that names them', async () => {
    const answer = await ask(LOG, { key: aKey(), input: { ...INPUT, title: '  Bus 14   no longer runs ' }, schoolId: SCHOOLS.oakmere, pupilId: mason.id });
    expect(answer.data?.logBarrier).toMatchObject({ title: INPUT.title, status: 'OPEN', version: 1, teamNote: INPUT.teamNote, schools: [{ schoolId: SCHOOLS.oakmere }], pupils: [{ pupilId: mason.id }] });
    expect(await lastEntry()).toMatchObject({ kind: 'CHANGED', operation: 'Log', pupil_ids: [mason.id], school_ids: [SCHOOLS.oakmere] });
  });

  test('a second press of the button finds what the first made, at the same moment or later, and another person’s key makes nothing', async () => {
    const key = aKey();
    const before = (await idsIn({ closed: true })).length;
    const answers = await Promise.all([1, 2, 3].map(() => ask(LOG, { key, input: INPUT, schoolId: SCHOOLS.oakmere })));
    expect(new Set(answers.map(({ data }) => (data?.logBarrier as { id: string }).id)).size).toBe(1);
    expect((await idsIn({ closed: true })).length).toBe(before + 1);
    expect(codesOf(await ask(LOG, { key, input: INPUT }, officer))).toEqual(['CONFLICT']);
    expect(codesOf(await ask(LOG, { key: 'x', input: INPUT }))).toEqual(['INVALID']);
  });

  test.each([
    ['title', { title: '' }, 'Enter a title'], ['known', { known: 'short' }, 'Say a little more about what is known: at least 10 characters'], ['sinceOn', { sinceOn: '2026-02-31' }, 'Enter the day it began as a real date'],
    ['sinceOn', { sinceOn: '2026-11-20' }, 'The day it began cannot be in the future'], ['ownerId', { ownerId: 44 }, 'Choose who owns it'], ['place', { place: 'x'.repeat(201) }, 'Use 200 characters or fewer for where it is'],
  ])('is refused at its field: %s %j', async (field, wrong, words) => {
    const answer = await ask(LOG, { key: aKey(), input: { ...INPUT, ...wrong } });
    expect([codesOf(answer), answer.errors[0]?.extensions?.fields]).toEqual([['INVALID'], { [field]: words }]);
  });

  test('changed by two people, the second is told who came first, and nothing of the first is lost', async () => {
    const id = await made();
    expect((await ask(CHANGE, { id, version: 1, input: { ...INPUT, place: 'Heron and Rook estates' } }, officer)).data?.changeBarrier).toMatchObject({ version: 2 });
    const second = await ask(CHANGE, { id, version: 1, input: { ...INPUT, title: 'Something else' } });
    expect([codesOf(second), second.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringMatching(/^An officer changed this barrier while you had it open[.] Nothing of yours was saved, and nothing you typed is lost/)]);
    expect(await read(id)).toMatchObject({ title: INPUT.title, version: 2, changes: [{ kind: 'CHANGED', by: 'An officer', fields: [{ field: 'place', from: 'Heron estate', to: 'Heron and Rook estates' }] }, { kind: 'NOTE' }, { kind: 'MADE', by: 'A manager' }] });
    // The same words again are no change, and no new version.
    expect((await ask(CHANGE, { id, version: 2, input: { ...INPUT, place: 'Heron and Rook estates' } })).data?.changeBarrier).toMatchObject({ version: 2 });
    expect((await read(id)).changes).toHaveLength(3);
    const together = await Promise.all(['One title', 'Two title'].map((title) => ask(CHANGE, { id, version: 2, input: { ...INPUT, title } })));
    expect(together.flatMap((answer) => codesOf(answer))).toEqual(['CONFLICT']);
  });

  test('is moved as the table of statuses allows; closing and opening again say why, and the reason is kept', async () => {
    const id = await made();
    const move = (version: number, status: string, reason = ''): Promise<Answer> => ask(MOVE, { id, version, status, reason });
    expect((await move(1, 'BEING_WORKED_ON')).data?.moveBarrier).toEqual({ status: 'BEING_WORKED_ON', reason: null, version: 2 });
    expect((await move(2, 'RESOLVED', 'fixed')).errors[0]?.extensions).toMatchObject({ code: 'INVALID', fields: { reason: 'Say a little more about why: at least 10 characters' } });
    expect((await move(1, 'RESOLVED', 'The bus runs again.')).errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    expect((await move(2, 'RESOLVED', 'The bus runs again.')).data?.moveBarrier).toEqual({ status: 'RESOLVED', reason: 'The bus runs again.', version: 3 });
    expect((await move(3, 'BEING_WORKED_ON')).errors[0]?.message).toBe('This barrier is resolved. A closed barrier can only be opened again. Nothing was changed.');
    expect(await lastEntry()).toMatchObject({ kind: 'CHANGED', operation: 'Move', reason: 'The bus runs again.' });
    expect((await read(id)).changes[0]).toMatchObject({ kind: 'MOVED', fields: [{ field: 'reason', from: null, to: 'The bus runs again.' }, { field: 'status', from: 'BEING_WORKED_ON', to: 'RESOLVED' }] });
    expect([(await idsIn({})).includes(id), (await idsIn({ closed: true })).includes(id), (await idsIn({ status: 'RESOLVED' })).includes(id)]).toEqual([false, true, true]);
  });

  test('links are made once and taken away once, never overtake anybody, and stay in the chronology', async () => {
    const id = await made();
    for (const to of [{ schoolId: SCHOOLS.oakmere }, { pupilId: elan.id }]) for (const linked of [true, true, false, false, true]) expect((await link(id, to, linked)).errors).toEqual([]);
    const { changes, version, schools, pupils } = await read(id);
    expect([version, schools.map((row) => row.schoolId), pupils?.map((row) => row.pupilId)]).toEqual([1, [SCHOOLS.oakmere], [elan.id]]);
    expect(changes.map(({ kind }) => kind)).toEqual(['PUPIL_LINKED', 'PUPIL_UNLINKED', 'PUPIL_LINKED', 'SCHOOL_LINKED', 'SCHOOL_UNLINKED', 'SCHOOL_LINKED', 'NOTE', 'MADE']);
    expect(changes[0]).toMatchObject({ about: 'Élan O\'Dwyer-Ng', by: 'A manager' });
    for (const to of [{}, { schoolId: SCHOOLS.oakmere, pupilId: elan.id }]) expect(codesOf(await link(id, to))).toEqual(['INVALID']);
    for (const to of [{ schoolId: 990999 }, { pupilId: 424242 }]) expect(codesOf(await link(id, to))).toEqual(['NOT_FOUND']);
  });

  test('actions are planned once, changed by version, and count as late once their day has passed', async () => {
    const id = await made();
    const key = aKey();
    for (let press = 0; press < 2; press += 1) expect((await ask(PLAN, { id, key, input: ACTION })).data?.planBarrierAction).toMatchObject({ actionsOpen: 1, actionsLate: 1, actions: [{ what: ACTION.what, version: 1 }] });
    const action = ((await ask(PLAN, { id, key, input: ACTION })).data?.planBarrierAction as Read).actions[0];
    const done = { ...ACTION, outcome: 'The bus comes back in January', doneOn: '2026-11-18' };
    expect((await ask(ACT, { id: action?.id, version: 1, input: done })).data?.changeBarrierAction).toMatchObject({ actionsOpen: 0, actions: [{ doneOn: '2026-11-18', version: 2 }] });
    expect(codesOf(await ask(ACT, { id: action?.id, version: 1, input: ACTION }))).toEqual(['CONFLICT']);
    expect(codesOf(await ask(ACT, { id: '424242', version: 1, input: ACTION }))).toEqual(['NOT_FOUND']);
    expect((await ask(PLAN, { id, key: aKey(), input: { ...ACTION, doneWhen: '', dueOn: 'soon' } })).errors[0]?.extensions).toMatchObject({ fields: { doneWhen: 'Enter what shows that it is done', dueOn: 'Enter the day it is due as a real date' } });
    expect((await read(id)).changes.slice(0, 2)).toMatchObject([{ kind: 'ACTION_CHANGED', about: ACTION.what, fields: [{ field: 'done_on', from: null, to: '2026-11-18' }, { field: 'outcome' }] }, { kind: 'ACTION_MADE' }]);
  });

  test('the list puts what is open and late first, then the oldest', async () => {
    const [newer, older, late] = [await made({ sinceOn: '2026-11-10', kind: 'HOUSING' }), await made({ sinceOn: '2026-01-10', kind: 'HOUSING' }), await made({ sinceOn: '2026-11-11', kind: 'HOUSING', ownerId: 43 })];
    await ask(PLAN, { id: late, key: aKey(), input: ACTION });
    expect(await idsIn({ kind: 'HOUSING' })).toEqual([late, older, newer]);
    expect(await idsIn({ kind: 'HOUSING', ownerId: 43 })).toEqual([late]);
  });

  describe('within reach', () => {
    let id: string;
    beforeAll(async () => {
      id = await made({ title: 'Damp flats at Rook Court', kind: 'ESTATE' });
      for (const to of [{ schoolId: SCHOOLS.oakmere }, { schoolId: SCHOOLS.fellgate }, { pupilId: mason.id }, { pupilId: josie.id }, { pupilId: amira.id }, { pupilId: hidden.id }]) await link(id, to);
      await ask(PLAN, { id, key: aKey(), input: ACTION });
    });
    const pupilsFor = async (actor: typeof manager): Promise<number[] | undefined> => (await read(id, actor)).pupils?.map((row) => row.pupilId).sort();

    test('the team reads it whole; without the right, a restricted child is neither shown nor hinted at', async () => {
      expect(await pupilsFor(manager)).toEqual([mason.id, josie.id, amira.id, hidden.id]);
      expect(await pupilsFor(officer)).toEqual([mason.id, josie.id, amira.id]);
      expect((await read(id, officer)).changes.filter(({ kind }) => kind === 'PUPIL_LINKED')).toHaveLength(3);
      expect(codesOf(await link(id, { pupilId: hidden.id }, false, officer))).toEqual(['NOT_FOUND']);
      await underReach(portal, officer, async (operation) => { await expect(operation.sql('select link_barrier($1, null, $2, false)', [Number(id), hidden.id])).rejects.toThrow(/out of reach/); });
      expect(await lastEntry()).toMatchObject({ kind: 'VIEWED', pupil_ids: expect.not.arrayContaining([hidden.id]) as number[] });
    });

    test('a school it names reads it with its own pupils alone, its own figures alone, and nothing meant for the team', async () => {
      const seen = await read(id, oakmere);
      expect(seen).toMatchObject({ title: 'Damp flats at Rook Court', teamNote: null, actions: [{ what: ACTION.what }] });
      expect(seen.pupils?.map((row) => row.pupilId)).toEqual([mason.id]);
      expect(seen.schools.map((row) => [row.name, row.sincePossible > 0])).toEqual([['Fellgate Primary', false], ['Oakmere Academy', true]]);
      expect(JSON.stringify(seen)).not.toMatch(/Josie|Amira|Wren|NOTE|breach/);
      expect(await pupilsFor(head)).toEqual([mason.id, hidden.id]);
    });

    test('a school it does not name finds nothing, although a pupil of its is linked', async () => {
      expect(codesOf(await ask(READ, { id }, tarnbrook))).toEqual(['NOT_FOUND']);
      expect(await idsIn({}, tarnbrook)).toEqual([]);
      await underReach(portal, tarnbrook, async (operation) => { expect(await operation.sql('select 1 from barrier union all select 1 from barrier_action union all select 1 from barrier_change union all select 1 from barrier_team_note')).toEqual([]); });
    });

    test.each([['a governor', governor, 1], ['an analyst', analyst, 2]] as const)('%s reads words and figures, and no pupil', async (_who, actor, schools) => {
      const seen = await read(id, actor);
      expect([seen.pupils, seen.teamNote, seen.schools.filter((row) => row.sincePossible > 0).length]).toEqual([null, null, schools]);
      // Schools of fewer than ten pupils: nothing of their absence is told.
      expect(seen.schools.filter((row) => row.sincePossible > 0).map(({ beforeAbsent, sinceAbsent }) => [beforeAbsent, sinceAbsent])).toEqual(Array.from({ length: schools }, () => [null, null]));
      expect(JSON.stringify(seen)).not.toMatch(/Mason|Josie|PUPIL|NOTE/);
      expect(await idsIn({ pupilId: mason.id }, actor)).toEqual([]);
    });

    test('a link taken away takes the barrier out of the school’s sight at once, and a record restricted later goes with it', async () => {
      await link(id, { schoolId: SCHOOLS.oakmere }, false);
      expect(codesOf(await ask(READ, { id }, oakmere))).toEqual(['NOT_FOUND']);
      await link(id, { schoolId: SCHOOLS.oakmere });
      expect((await read(id, oakmere)).changes.length).toBeGreaterThan(2);
      await portal.rows('update pupil set restricted = true where id = $1', [mason.id]);
      expect(await pupilsFor(oakmere)).toEqual([]);
      await portal.rows('update pupil set restricted = false where id = $1', [mason.id]);
      expect(await pupilsFor(oakmere)).toEqual([mason.id]);
    });

    test('whatever the guards let through, only those who reach the authority write', async () => {
      const schools = unguarded({ kind: 'SCHOOLS', schools: [SCHOOLS.oakmere], full: true });
      for (const statement of [`select save_barrier(null, null, gen_random_uuid(), '{}', '')`, `select move_barrier(${id}, 1, 'OPEN', null)`, `select link_barrier(${id}, ${SCHOOLS.tarnbrook}, null, true)`, `select save_barrier_action(${id}, null, null, gen_random_uuid(), '{}')`, `update barrier set title = 'x'`, 'delete from barrier_change'])
        await underReach(portal, schools, async (operation) => { await expect(operation.sql(statement)).rejects.toThrow(/permission denied/); });
    });

    test.each([Role.HEADTEACHER, Role.CME_OFFICER, Role.DATA_ANALYST, Role.GOVERNOR, Role.SOCIAL_WORKER])('%s may not write', async (role) => {
      expect(codesOf(await link(id, { schoolId: SCHOOLS.tarnbrook }, true, person(role, { schools: [SCHOOLS.oakmere] })))).toEqual(['FORBIDDEN']);
    });
  });

  describe('its effect', () => {
    test('is told to people who see figures only week by week to the nearest five, so that two barriers tell no more than their weeks', async () => {
      const crowd = await addCrowd(portal.ingest, 24, SCHOOLS.tarnbrook);
      const days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY);
      expect((await portal.send(fileOf(bookOf(crowd, days, () => ({ authorised: 0.06, unauthorised: 0.03 }))), SCHOOLS.tarnbrook, 'crowd.csv')).kept).toBe(true);
      const id = await made({ sinceOn: '2026-11-04' });
      await link(id, { schoolId: SCHOOLS.tarnbrook });
      const [exact, told] = [(await read(id)).schools[0]!, (await read(id, person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] }, 47))).schools[0]!];
      const weeks = await portal.rows<{ weekStart: string; authorised: number; unauthorised: number }>('select week_start as "weekStart", sum(authorised)::int as authorised, sum(unauthorised)::int as unauthorised from school_week_total where school_id = $1 group by 1', [SCHOOLS.tarnbrook]);
      const inFives = (from: string | null, to: string | null): number => weeks.filter(({ weekStart }) => weekStart >= (from ?? '') && weekStart <= (to ?? '')).reduce((sum, { authorised, unauthorised }) => sum + roundedCount(authorised, 5) + roundedCount(unauthorised, 5), 0);
      expect([told.beforeAbsent, told.sinceAbsent]).toEqual([inFives(exact.beforeFrom, exact.beforeTo), inFives(exact.sinceFrom, exact.sinceTo)]);
      expect([told.beforePossible, told.sincePossible]).toEqual([exact.beforePossible, exact.sincePossible]);
      expect([told.beforeAbsent, told.sinceAbsent]).not.toEqual([exact.beforeAbsent, exact.sinceAbsent]);
    });

    const figures = async (id: string): Promise<Row[]> => (await read(id)).schools;

    test.each(['2026-11-02', '2026-11-04', '2026-10-28', '2026-09-02', '2026-09-07', '2026-03-02', '2026-11-19'])('since %s is over the weeks the rule names, and each sum is that of its list', async (sinceOn) => {
      const id = await made({ sinceOn });
      await link(id, { schoolId: SCHOOLS.oakmere });
      await link(id, { pupilId: mason.id });
      const weeks = await portal.rows<{ weekStart: string; academicYear: number; open: number }>('select week_start as "weekStart", academic_year as "academicYear", open_days as open from school_week where school_id = $1', [SCHOOLS.oakmere]);
      const { before, since } = weeksAround(weeks.map(({ open, ...week }): BarrierWeek => ({ ...week, isOpen: open !== 0 })), sinceOn, TODAY, 2026, ruleValue('barrier.weeks-before', TODAY));
      const [row] = await figures(id);
      expect([row?.beforeFrom ?? null, row?.beforeTo ?? null, row?.sinceFrom ?? null, row?.sinceTo ?? null]).toEqual([before?.from ?? null, before?.to ?? null, since?.from ?? null, since?.to ?? null]);
      for (const [span, absent, possible] of [[before, row?.beforeAbsent, row?.beforePossible], [since, row?.sinceAbsent, row?.sincePossible]] as const) {
        if (span === null) { expect([absent, possible]).toEqual([0, 0]); continue; }
        for (const [measure, sessions] of [['ABSENT', absent], ['POSSIBLE', possible]] as const) {
          const { data } = await ask(`{ pupilFigures(filter: { schoolId: ${SCHOOLS.oakmere}, fromWeek: "${span.from}", toWeek: "${span.to}", measure: ${measure} }) { sessions } }`, {});
          expect([sinceOn, measure, sessions]).toEqual([sinceOn, measure, (data?.pupilFigures as { sessions: number }).sessions]);
        }
        const [own] = (await read(id)).pupils ?? [];
        const [sum] = await portal.rows<{ possible: number }>('select coalesce(sum(possible), 0)::int as possible from register_week where pupil_id = $1 and week_start between $2 and $3', [mason.id, span.from, span.to]);
        expect(span === before ? own?.beforePossible : own?.sincePossible).toBe(sum?.possible);
      }
    });
  });
});
