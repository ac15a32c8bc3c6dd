import { workOnMeetings } from '../../../server/src/app/meetings.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { aKey, champion, manager, MeetingBook, officer, PAPERS, type Papers } from '../../support/meeting-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { SCHOOLS } from '../../support/small-authority.ts';

jest.setTimeout(60_000);

const { oakmere } = SCHOOLS;
const PLAN = `mutation Plan($key: String!, $command: MeetingCommand!, $input: MeetingInput!) { planMeeting(key: $key, command: $command, input: $input) { ${PAPERS} } }`;
const CHANGE = `mutation Change($id: ID!, $version: Int!, $command: MeetingCommand!, $input: MeetingChangeInput!) { changeMeeting(id: $id, version: $version, command: $command, input: $input) { ${PAPERS} } }`;
const WALL = 'query Wall($filter: ClockFilter) { clocks(filter: $filter, take: 100) { items { kind source sourceId schoolId state dueOn officerId side } } }';
const log = createLogger('silent');
interface Wall { items: { kind: string; source: string; sourceId: number; schoolId: number; state: string; dueOn: string; officerId: number | null; side: string }[] }

describe('the clocks of meetings', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('meeting_clocks'); });
  afterEach(() => book.close());

  const rows = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<T>(text, values)).rows);
  const stand = async (source = 'MEETING'): Promise<string[]> => (await rows<{ said: string }>(
    `select kind || ' ' || due_on || case when met_on is not null then ' met ' || met_on when stopped_on is not null then ' stopped' else '' end as said from clock where source = $1 and school_id = $2 order by due_on, kind`, [source, oakmere])).map(({ said }) => said);
  const work = (today: string) => workOnMeetings({ app: book.portal.app, ingest: book.portal.ingest, config: readConfig({}), clock: systemClock(today), log });
  const plan = (command: string, onDay: string) => book.did<Papers>(officer, PLAN, { key: aKey(), command, input: { type: 'SINGLE_SCHOOL', schoolIds: [oakmere], mode: 'REMOTE', onDay, atTime: '14:00', minutes: 65, place: '' } });
  const change = (made: Papers, command: string, input: object = {}, actor = officer) => book.did<Papers>(actor, CHANGE, { id: made.id, version: made.version, command, input });

  test('an offer is to be agreed; booked, the school prepares, the pack is made, the meeting is held and its record issued', async () => {
    const offered = await plan('OFFER', '2026-12-17');
    expect(await stand()).toEqual(['AGREE_DATE 2026-11-19']);
    const declined = await change(offered, 'DECLINE', { reason: 'Too early' }, champion);
    expect(await stand()).toEqual(['AGREE_DATE 2026-11-19 stopped']);
    const again = await change(declined, 'OFFER', { onDay: '2026-12-18', atTime: '10:00', mode: 'REMOTE', place: '' });
    expect(await stand()).toEqual(['AGREE_DATE 2026-11-20']);
    const booked = await change(again, 'BOOK', { onDay: '2026-12-18', atTime: '10:00', mode: 'REMOTE', place: '' }, champion);
    expect(await stand()).toEqual(['AGREE_DATE 2026-11-20 met 2026-11-19', 'PREPARATION 2026-12-04', 'PACK 2026-12-11', 'HOLD 2026-12-18']);
    const moved = await change(booked, 'MOVE', { onDay: '2026-12-16', reason: 'Snow' });
    expect((await stand()).slice(1)).toEqual(['PREPARATION 2026-12-02', 'PACK 2026-12-09', 'HOLD 2026-12-16']);
    await change(moved, 'CANCEL', { reason: 'Ill' });
    expect((await stand()).slice(1).every((said) => said.endsWith('stopped'))).toBe(true);
    await change({ ...moved, version: moved.version + 1 }, 'OFFER', { onDay: '2026-12-18', atTime: '10:00', mode: 'REMOTE', place: '' });
    expect((await stand())[0]).toBe('AGREE_DATE 2026-11-20');
  });

  test('held, issued and commented on: each duty is met on its day; locking stops the days to comment', async () => {
    const held = await book.held();
    expect(await stand()).toEqual(['PREPARATION 2026-11-05', 'PACK 2026-11-12', 'HOLD 2026-11-19 met 2026-11-19', 'RECORD 2026-11-26']);
    await book.complete(held.id);
    const issued = await book.stepped(officer, 'issueRecord', held);
    expect((await stand()).slice(2)).toEqual(['HOLD 2026-11-19 met 2026-11-19', 'RECORD 2026-11-26 met 2026-11-19', 'COMMENTS 2026-12-03']);
    await work('2026-12-04');
    expect((await stand()).slice(4)).toEqual(['COMMENTS 2026-12-03 stopped']);
    const other = await book.held({ atTime: '16:00' }, []);
    await book.fill(officer, other.id, 'SECTION', { FINDINGS: 'Fridays', TREND: 'STEADY', DATA_QUALITY: 'GOOD', SCHOOL_RATING: 'AMBER', OFFICER_RATING: 'AMBER' });
    const second = await book.stepped(officer, 'issueRecord', other);
    await book.step(champion, 'commentOnRecord', second, ', comment: $comment', { comment: 'It is right' });
    expect(await rows(`select met_on from clock where kind = 'COMMENTS' and source_id = $1`, [second.id])).toEqual([{ met_on: '2026-11-19' }]);
    expect(issued.status).toBe('RECORD_ISSUED');
  });

  test('a pack that is frozen meets its clock', async () => {
    await book.booked({ onDay: '2026-11-26' });
    await work('2026-11-19');
    expect((await stand()).filter((said) => said.startsWith('PACK'))).toEqual(['PACK 2026-11-19 met 2026-11-19']);
  });

  test('meetings that were there before their clocks get them from the day’s work, once; the audit trail has it', async () => {
    const [booked, held] = [await book.booked({ onDay: '2026-12-10' }), await book.held({ atTime: '09:00' }, [])];
    const before = await rows('select kind, source_id, due_on, officer_id, side, what, days from clock order by source_id, due_on, kind');
    await rows('delete from clock');
    expect((await work('2026-11-19')).clocks).toBeGreaterThan(0);
    const ofMeetings = await rows(`select kind, source_id, due_on, officer_id, side, what, days from clock where source = 'MEETING' order by source_id, due_on, kind`);
    // What is met already is owed to nobody: of the held one only its record.
    expect(ofMeetings).toEqual(before.filter((clock) => (clock as { source_id: number; kind: string }).source_id === Number(booked.id) || (clock as { kind: string }).kind === 'RECORD'));
    expect(held.status).toBe('HELD');
    expect((await work('2026-11-19')).clocks).toBe(0);
    expect(await rows(`select actor_role from audit_entry where operation = 'keepMeetingClocks' and kind = 'CHANGED'`)).toEqual([{ actor_role: 'SYSTEM' }]);
  });

  test('a term asks for an offer and a meeting of each school: met by offering and by the section that is complete, owed by its named officer', async () => {
    await work('2026-11-02');
    expect(await stand('TERM')).toEqual(['OFFER_TERM 2026-10-09', 'HOLD_TERM 2026-11-13']);
    const wall = await book.did<Wall>(manager, WALL, { filter: { schoolId: oakmere } });
    expect(wall.items).toEqual([
      { kind: 'OFFER_TERM', source: 'TERM', sourceId: 20261, schoolId: oakmere, state: 'BROKEN', dueOn: '2026-10-09', officerId: 43, side: 'LA' }, { kind: 'HOLD_TERM', source: 'TERM', sourceId: 20261, schoolId: oakmere, state: 'BROKEN', dueOn: '2026-11-13', officerId: 43, side: 'LA' },
    ]);
    const held = await book.held({}, []);
    expect(await stand('TERM')).toEqual(['OFFER_TERM 2026-10-09 met 2026-11-19', 'HOLD_TERM 2026-11-13']);
    await book.fill(officer, held.id, 'SECTION', { FINDINGS: 'Fridays', TREND: 'STEADY', DATA_QUALITY: 'GOOD', SCHOOL_RATING: 'AMBER', OFFICER_RATING: 'AMBER' });
    await book.did(officer, 'mutation Complete($id: ID!, $schoolId: Int!) { completeSection(id: $id, schoolId: $schoolId) { id } }', { id: held.id, schoolId: oakmere });
    expect(await stand('TERM')).toEqual(['OFFER_TERM 2026-10-09 met 2026-11-19', 'HOLD_TERM 2026-11-13 met 2026-11-19']);
    await work('2026-11-20');
    expect(await stand('TERM')).toEqual(['OFFER_TERM 2026-10-09 met 2026-11-19', 'HOLD_TERM 2026-11-13 met 2026-11-19']);
  });

  test('whoever is named for a school next takes its clocks over', async () => {
    await work('2026-11-02');
    await rows('delete from school_officer');
    await rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 47, '2026-09-01')`, [oakmere]);
    await work('2026-11-03');
    expect(await rows(`select distinct officer_id from clock where source = 'TERM' and school_id = $1`, [oakmere])).toEqual([{ officer_id: 47 }]);
  });

  test('a school without any date is told of to its named officer on the day, once, and not when a date was offered or the day is long past', async () => {
    const told = () => rows<object>(`select recipient_id as to, body, period from outbox_message where kind = 'MEETING_TERM' order by id`);
    await rows(`update user_grant set valid_from = '2026-01-01'`);
    await work('2026-10-08');
    expect(await told()).toEqual([]);
    await work('2026-10-09');
    await work('2026-10-12');
    const [school] = await rows<{ name: string }>('select name from school where id = $1', [oakmere]);
    expect(await told()).toEqual([{ to: 43, body: { schools: [school?.name], dueOn: '2026-10-09' }, period: 'term-20261-2026-10-09' }]);
    await rows('delete from outbox_event');
    await rows(`delete from outbox_message where kind = 'MEETING_TERM'`);
    await work('2026-11-18');
    expect(await told()).toEqual([]);
    await book.booked({}, []);
    await work('2026-10-09');
    expect(await told()).toEqual([]);
  });

  test('no school and no partner keeps clocks', async () => {
    for (const role of ['reach_schools', 'reach_pupils', 'reach_area']) {
      const code = await asOwner(book.portal.ownerUrl, async (owner) => {
        await owner.query('begin');
        await owner.query(`select set_config('app.actor', '44', true), set_config('app.schools', '{}', true), set_config('app.pupils', '{}', true)`);
        await owner.query(`set local role ${role}`);
        return owner.query(`select keep_clocks('[]', '[]', '2026-11-19')`).then(() => null, (error: unknown) => (error as { code?: string }).code).finally(async () => owner.query('rollback'));
      });
      expect([role, code]).toEqual([role, '42501']);
    }
  });
});
