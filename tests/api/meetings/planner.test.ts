import { codesOf, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

const { oakmere, tarnbrook, fellgate } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] }, 44);
const elsewhere = person(Role.ATTENDANCE_CHAMPION, { schools: [tarnbrook] }, 46);

let keys = 0;
const aKey = (): string => { keys += 1; return `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`; };
/** Wednesday of school week 13. */
const INPUT = { type: 'SINGLE_SCHOOL', schoolIds: [oakmere], mode: 'FACE_TO_FACE', onDay: '2026-12-02', atTime: '14:00', minutes: 65, place: 'Library' };

const FIELDS = 'id status version onDay atTime place officer allowedCommands schools { id name complete } dates { preparationDue packFrozenOn recordDue commentsUntil } changes { command by reason onDay }';
const PLAN = `mutation Plan($key: String!, $command: MeetingCommand!, $input: MeetingInput!) { planMeeting(key: $key, command: $command, input: $input) { ${FIELDS} } }`;
const CHANGE = `mutation Change($id: ID!, $version: Int!, $command: MeetingCommand!, $input: MeetingChangeInput!) { changeMeeting(id: $id, version: $version, command: $command, input: $input) { ${FIELDS} } }`;
const READ = `query Read($id: ID!) { targetingMeeting(id: $id) { ${FIELDS} } }`;
const TERM = `query Term($filter: PlannerFilter) { meetingPlanner(filter: $filter, take: 100) { term { key label startsOn endsOn } terms { key } weeks { weekStart openDays } overdueFrom total
  totals { schools covered offered declined inHand outstanding overdue leftOut } groups { key totals { schools covered } }
  items { schoolId state leftOut overdue refusedOffers officer meetings { id status } } } }`;

interface Meeting { id: string; status: string; version: number; onDay: string; atTime: string; place: string; officer: string; allowedCommands: string[]; schools: { id: number; name: string; complete: boolean }[]; dates: Record<string, string | null>; changes: { command: string; by: string | null; reason: string | null; onDay: string }[] }
interface Term { term: { key: string; label: string; startsOn: string; endsOn: string }; terms: { key: string }[]; weeks: { weekStart: string; openDays: number }[]; overdueFrom: string; total: number; totals: Record<string, number>; groups: { key: string; totals: Record<string, number> }[]; items: { schoolId: number; state: string | null; leftOut: string | null; overdue: boolean; refusedOffers: number; officer: string | null; meetings: { id: string; status: string }[] }[] }

describe('the term planner', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await TestPortal.open('planner');
    await knowTerms(portal.ownerUrl);
    await asOwner(portal.ownerUrl, async (owner) => {
      for (const [id, name] of [[41, 'A manager'], [43, 'An officer'], [44, 'A champion'], [46, 'Another champion']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, name]);
    });
    await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [oakmere]);
  });
  afterEach(() => portal.close());

  const plan = (input: object = {}, command = 'OFFER', actor = officer, key = aKey()): Promise<Answer> => portal.ask(actor, PLAN, { key, command, input: { ...INPUT, ...input } });
  const planned = async (input: object = {}, command = 'OFFER', actor = officer): Promise<Meeting> => {
    const answer = await plan(input, command, actor);
    expect(answer.errors).toEqual([]);
    return answer.data?.planMeeting as Meeting;
  };
  const change = (meeting: Pick<Meeting, 'id' | 'version'>, command: string, input: object = {}, actor = officer): Promise<Answer> => portal.ask(actor, CHANGE, { id: meeting.id, version: meeting.version, command, input });
  const changed = async (meeting: Pick<Meeting, 'id' | 'version'>, command: string, input: object = {}, actor = officer): Promise<Meeting> => {
    const answer = await change(meeting, command, input, actor);
    expect(answer.errors).toEqual([]);
    return answer.data?.changeMeeting as Meeting;
  };
  const term = async (filter: object = {}, actor = manager): Promise<Term> => {
    const answer = await portal.ask(actor, TERM, { filter });
    expect(answer.errors).toEqual([]);
    return answer.data?.meetingPlanner as Term;
  };

  test('begins with every school of the term outstanding, by the calendar most schools keep', async () => {
    const { term: at, terms, weeks, overdueFrom, totals, items, groups } = await term();
    expect(at).toEqual({ key: '2026-AUTUMN', label: 'Autumn term 2026/27', startsOn: '2026-09-03', endsOn: '2026-12-18' });
    expect(terms.map(({ key }) => key)).toContain('2025-SUMMER');
    expect(weeks[0]).toEqual({ weekStart: '2026-08-31', openDays: 2 });
    expect(weeks.find(({ weekStart }) => weekStart === '2026-10-26')?.openDays).toBe(0);
    expect(totals).toEqual({ schools: 3, covered: 0, offered: 0, declined: 0, inHand: 0, outstanding: 3, overdue: overdueFrom <= '2026-11-19' ? 3 : 0, leftOut: 0 });
    expect(groups).toEqual([{ key: 'PRIMARY', totals: { schools: 1, covered: 0 } }, { key: 'SECONDARY', totals: { schools: 2, covered: 0 } }]);
    expect(items.map(({ schoolId, state, officer: name }) => [schoolId, state, name])).toEqual([[fellgate, 'OUTSTANDING', null], [oakmere, 'OUTSTANDING', 'An officer'], [tarnbrook, 'OUTSTANDING', null]]);
    expect((await term({ mine: true }, officer)).items.map(({ schoolId }) => schoolId)).toEqual([oakmere]);
    expect((await term({ phase: 'PRIMARY' })).totals.schools).toBe(1);
  });

  test('offers, books, moves and calls off a date, each kept with who and why, and counts the school by it', async () => {
    const offered = await planned();
    expect(offered).toMatchObject({ status: 'OFFERED', version: 1, officer: 'An officer', place: 'Library', schools: [{ id: oakmere, complete: false }] });
    expect(offered.dates).toEqual({ preparationDue: '2026-11-18', packFrozenOn: '2026-11-25', recordDue: '2026-12-09', commentsUntil: '2026-12-16' });
    expect((await term()).totals).toMatchObject({ offered: 1, inHand: 1, outstanding: 2, covered: 0 });
    const booked = await changed(offered, 'BOOK', {}, champion);
    expect(booked.status).toBe('BOOKED');
    expect(codesOf(await change(booked, 'MOVE', { onDay: '2026-12-03' }))).toEqual(['INVALID']);
    const moved = await changed(booked, 'MOVE', { onDay: '2026-12-03', atTime: '09:30', reason: '  The hall is\nneeded ' });
    expect(moved).toMatchObject({ status: 'BOOKED', onDay: '2026-12-03', atTime: '09:30', version: 3 });
    const off = await changed(moved, 'CANCEL', { reason: 'Both of us are ill' }, champion);
    expect(off.changes.map(({ command, by, reason, onDay }) => [command, by, reason, onDay])).toEqual([
      ['CANCEL', 'A champion', 'Both of us are ill', '2026-12-03'], ['MOVE', 'An officer', 'The hall is needed', '2026-12-03'], ['BOOK', 'A champion', null, '2026-12-02'], ['OFFER', 'An officer', null, '2026-12-02'],
    ]);
    expect(off.allowedCommands).toEqual(['BOOK']);
    const [entry] = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ kind: string; reason: string; school_ids: number[] }>('select kind, reason, school_ids from audit_entry order by seq desc limit 1')).rows);
    expect(entry).toMatchObject({ kind: 'CHANGED', reason: 'Both of us are ill', school_ids: [oakmere] });
  });

  test('two refused offers are a school that declined; every figure lists the schools it counts', async () => {
    let meeting = await planned();
    meeting = await changed(meeting, 'DECLINE', { reason: 'Not this week' }, champion);
    expect((await term()).totals).toMatchObject({ offered: 1, declined: 0, inHand: 1 });
    meeting = await changed(meeting, 'OFFER', { onDay: '2026-12-09' });
    await changed(meeting, 'DECLINE', { reason: 'Nor this one' }, champion);
    const { totals, items } = await term();
    expect(totals).toMatchObject({ schools: 3, offered: 1, declined: 1, inHand: 0, outstanding: 2 });
    expect(items.find(({ schoolId }) => schoolId === oakmere)).toMatchObject({ state: 'DECLINED', refusedOffers: 2 });
    for (const [standing, count] of [['COUNTED', totals.schools], ['COVERED', totals.covered], ['DECLINED', totals.declined], ['IN_HAND', totals.inHand], ['OUTSTANDING', totals.outstanding], ['OFFERED', totals.offered], ['OVERDUE', totals.overdue], ['LEFT_OUT', totals.leftOut]] as const) {
      expect([standing, (await term({ standing })).total]).toEqual([standing, count]);
    }
  });

  test('covers a school only by a meeting that was held with its own section complete', async () => {
    const trust = await planned({ onDay: '2026-11-19' }, 'BOOK');
    await portal.rows(`update meeting set status = 'HELD' where id = $1`, [trust.id]);
    expect((await term()).totals).toMatchObject({ covered: 0, inHand: 1 });
    await portal.rows(`update meeting_school set section_complete_at = now() where meeting_id = $1`, [trust.id]);
    expect((await term()).totals).toMatchObject({ covered: 1, offered: 1, inHand: 0, outstanding: 2 });
    await portal.rows(`update meeting set type = 'CHECK_IN' where id = $1`, [trust.id]);
    expect((await term()).totals).toMatchObject({ covered: 0, offered: 0, outstanding: 3 });
  });

  test('the same form sent twice makes one meeting; who comes second is told who was first, and loses nothing', async () => {
    const key = aKey();
    const [one, two] = [await plan({}, 'BOOK', officer, key), await plan({}, 'BOOK', officer, key)];
    expect([one.errors, two.errors, (two.data?.planMeeting as Meeting).id]).toEqual([[], [], (one.data?.planMeeting as Meeting).id]);
    const meeting = one.data?.planMeeting as Meeting;
    await changed(meeting, 'MOVE', { onDay: '2026-12-04', reason: 'A clash' }, champion);
    const late = await change(meeting, 'CANCEL', { reason: 'Mine was first' });
    expect([codesOf(late), late.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringMatching(/^A champion changed this meeting .* nothing you typed is lost/)]);
    expect(await portal.rows('select count(*)::int as meetings from meeting')).toEqual([{ meetings: 1 }]);
  });

  test.each([
    ['a day the school is closed', { onDay: '2026-10-28' }, 'onDay'], ['a Saturday', { onDay: '2026-12-05' }, 'onDay'], ['no day at all', { onDay: '32/13/2026' }, 'onDay'], ['a day that is over', { onDay: '2026-11-18' }, 'onDay'],
    ['a time that is none', { atTime: 'noonish' }, 'atTime'], ['a meeting of a minute', { minutes: 1 }, 'minutes'], ['no school', { schoolIds: [] }, 'schoolIds'], ['two schools as one', { schoolIds: [oakmere, tarnbrook] }, 'schoolIds'],
    ['a trust of schools of none', { type: 'TRUST', schoolIds: [tarnbrook, fellgate] }, 'schoolIds'],
  ])('refuses %s, and says which field', async (_what, input, field) => {
    const answer = await plan(input, 'OFFER', manager);
    expect([codesOf(answer), Object.keys((answer.errors[0]?.extensions?.fields ?? {}) as object)]).toEqual([['INVALID'], [field]]);
    expect(await portal.rows('select count(*)::int as meetings from meeting')).toEqual([{ meetings: 0 }]);
  });

  test('each side sees and does what is theirs', async () => {
    const meeting = await planned({}, 'BOOK');
    const read = async (actor = champion): Promise<Answer> => portal.ask(actor, READ, { id: meeting.id });
    expect((await read()).data?.targetingMeeting).toMatchObject({ id: meeting.id, allowedCommands: ['MOVE', 'CANCEL'] });
    expect(codesOf(await read(elsewhere))).toEqual(['NOT_FOUND']);
    expect(codesOf(await change(meeting, 'CANCEL', { reason: 'Not mine' }, elsewhere))).toEqual(['NOT_FOUND']);
    expect(codesOf(await plan({}, 'BOOK', champion))).toEqual(['FORBIDDEN']);
    expect(codesOf(await plan({ schoolIds: [tarnbrook] }, 'BOOK', officer))).toEqual(['FORBIDDEN']);
    const other = await planned({ schoolIds: [tarnbrook] }, 'BOOK', manager);
    expect(codesOf(await change(other, 'CANCEL', { reason: 'A colleague’s school' }, officer))).toEqual(['FORBIDDEN']);
    expect((await changed(other, 'CANCEL', { reason: 'Agreed with its officer' }, manager)).status).toBe('CANCELLED');
    expect(codesOf(await change(meeting, 'HOLD'))).toEqual(['INVALID']);
    expect(codesOf(await portal.ask(person(Role.GOVERNOR, { schools: [oakmere] }, 44), READ, { id: meeting.id }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(champion, TERM, {}))).toEqual(['FORBIDDEN']);
  });

  test('asks a bounded number of statements, however many schools there are', async () => {
    expect((await portal.ask(manager, TERM, { filter: {} })).statements).toBeLessThanOrEqual(8);
  });
});
