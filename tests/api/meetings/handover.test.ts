import type { OperationActor as Actor } from '../../../server/src/platform/graphql/operation.ts';
import { aKey, champion, elsewhere, manager, MeetingBook, officer, otherOfficer, PAPERS, type Papers } from '../../support/meeting-book.ts';
import { codesOf, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const { oakmere } = SCHOOLS;
const HAND_ON = `mutation HandOn($id: ID!, $version: Int!, $officerId: Int!, $reason: String!) { handOnMeeting(id: $id, version: $version, officerId: $officerId, reason: $reason) { ${PAPERS} officerId officer } }`;
const ALL = 'mutation All($meetings: [HeldMeetingInput!]!, $tasks: [HeldTaskInput!]!, $officerId: Int!, $reason: String!) { handOnWork(meetings: $meetings, tasks: $tasks, officerId: $officerId, reason: $reason) { meetings { done skipped failed rows { id what result reason } } tasks { done skipped failed rows { what result reason } } } }';
const SEEN = 'query Seen($id: ID!) { targetingMeeting(id: $id) { officer allowedCommands changes { command by reason fromOfficer toOfficer } } }';
const CHANGE = `mutation Change($id: ID!, $version: Int!, $command: MeetingCommand!, $input: MeetingChangeInput!) { changeMeeting(id: $id, version: $version, command: $command, input: $input) { ${PAPERS} } }`;
interface Given extends Papers { officerId: number; officer: string }
interface Report { done: number; skipped: number; failed: number; rows: { id: string; what: string | null; result: string; reason: string }[] }

describe('a meeting that is given to another officer', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('meeting_handover'); });
  afterEach(() => book.close());

  const rows = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<T>(text, values)).rows);
  const handOn = (actor: Actor, { id, version }: Pick<Papers, 'id' | 'version'>, officerId = 47, reason = 'Moves to another area') => book.ask(actor, HAND_ON, { id, version, officerId, reason });
  const given = async (...args: Parameters<typeof handOn>): Promise<Given> => {
    const { data, errors } = await handOn(...args);
    expect(errors).toEqual([]);
    return data?.handOnMeeting as Given;
  };

  test('is theirs with its clocks; both sides read who held it, who holds it and why', async () => {
    const made = await book.booked({ onDay: '2026-12-02' });
    expect(await given(officer, made)).toMatchObject({ officerId: 47, officer: 'Another officer', version: 2, status: 'BOOKED' });
    expect(await rows('select kind, reason, school_ids, details from audit_entry order by seq desc limit 1')).toEqual([{ kind: 'CHANGED', reason: 'Moves to another area', school_ids: [oakmere], details: expect.objectContaining({ command: 'HAND_ON', from: 43, to: 47, meeting: Number(made.id) }) as unknown }]);
    expect(await rows('select distinct officer_id from clock')).toEqual([{ officer_id: 47 }]);
    const seen = { officer: 'Another officer', changes: [{ command: 'HAND_ON', by: 'An officer', reason: 'Moves to another area', fromOfficer: 'An officer', toOfficer: 'Another officer' }, { command: 'BOOK', fromOfficer: null, toOfficer: null }] };
    for (const actor of [officer, otherOfficer, champion]) expect(await book.did(actor, SEEN, { id: made.id })).toMatchObject(seen);
    expect(await book.did<{ allowedCommands: string[] }>(champion, SEEN, { id: made.id })).not.toMatchObject({ allowedCommands: expect.arrayContaining(['HAND_ON']) as unknown });
  });

  test('tells the new officer, the school and whoever held it, with entries that change three calendars', async () => {
    await rows(`update app_user set email = 'u' || id || '@example.org'`);
    const made = await book.booked({ onDay: '2026-12-02' }, [PUPILS.mason.id]);
    await given(manager, made);
    const sent = await rows<{ recipient_id: number; period: string; body: { part: string }; content: string; document_ids: number[] }>(`select recipient_id, period, body, content, document_ids from outbox_message where kind = 'MEETING_OFFICER' order by id`);
    expect(sent.map(({ recipient_id: to, period, body }) => [to, period, body.part])).toEqual([[47, `meeting-${made.id}-v2`, 'OFFICER'], [44, `meeting-${made.id}-v2`, 'SCHOOL'], [43, `meeting-${made.id}-v2`, 'EARLIER_OFFICER']]);
    const entry = async (index: number): Promise<string> => (await rows<{ content: Buffer }>('select content from document_version where document_id = $1', [sent[index]?.document_ids[0]]))[0]?.content.toString().replaceAll(/\r\n /g, '') ?? '';
    for (const index of [0, 1]) {
      expect(await entry(index)).toMatch(/METHOD:REQUEST/);
      expect(await entry(index)).toMatch(/SEQUENCE:2[\s\S]*ORGANIZER;CN="?Another officer"?:mailto:u47@example.org/i);
      expect(await entry(index)).not.toMatch(/u43@example.org/);
    }
    expect(await entry(2)).toMatch(/METHOD:CANCEL/);
    expect((await entry(2)).match(/^ATTENDEE.*/gm)?.join()).toMatch(/u43@example.org/);
    expect(await entry(2)).not.toMatch(/STATUS:CANCELLED|ATTENDEE[^\n]*u47/);
    expect(JSON.stringify(sent)).not.toMatch(/Mason|Thirkell|another area/);
  });

  test('is moved by whoever holds it, though the school is named to another, and is no longer the earlier officer’s', async () => {
    const made = await given(officer, await book.booked({ onDay: '2026-12-02' }));
    await rows('delete from school_officer where user_id = 43');
    const move = (actor: Actor) => book.ask(actor, CHANGE, { id: made.id, version: made.version, command: 'MOVE', input: { onDay: '2026-12-03', reason: 'The hall is needed' } });
    expect(codesOf(await move(officer))).toEqual(['FORBIDDEN']);
    expect((await move(otherOfficer)).errors).toEqual([]);
  });

  test('is given by its officer, the named officer and managers, in time, to somebody whose role holds meetings, and with a reason', async () => {
    const made = await book.booked({ onDay: '2026-12-02' });
    expect(codesOf(await handOn(otherOfficer, made))).toEqual(['FORBIDDEN']);
    expect(codesOf(await handOn(champion, made))).toEqual(['FORBIDDEN']);
    expect(codesOf(await handOn(elsewhere, made))).toEqual(['FORBIDDEN']);
    expect(codesOf(await handOn(officer, { ...made, version: 9 }))).toEqual(['CONFLICT']);
    for (const [to, reason] of [[44, 'Leaves'], [43, 'Leaves'], [9999, 'Leaves'], [47, ' ']] as const) expect(codesOf(await handOn(officer, made, to, reason))).toEqual(['INVALID']);
    await rows(`update user_grant set valid_to = '2026-11-18' where user_id = 47`);
    expect(codesOf(await handOn(officer, made))).toEqual(['INVALID']);
    await rows(`update user_grant set valid_to = null where user_id = 47`);
    const closed = await book.booked({ onDay: '2026-12-04' }, []);
    await rows(`update meeting set status = 'LOCKED' where id = $1`, [closed.id]);
    expect(codesOf(await handOn(manager, closed))).toEqual(['CONFLICT']);
    expect(codesOf(await book.ask(officer, CHANGE, { id: made.id, version: 1, command: 'HAND_ON', input: { reason: 'Leaves' } }))).toEqual(['INVALID']);
    expect(await rows(`select 1 from meeting_change where command = 'HAND_ON'`)).toEqual([]);
    expect(await rows(`select 1 from outbox_message where kind = 'MEETING_OFFICER'`)).toEqual([]);
  });

  test('with a restricted child on its list goes to nobody who may not know of it, and only those who know are told why', async () => {
    const made = await book.booked({ onDay: '2026-12-02' });
    const refused = await handOn(manager, made);
    expect(codesOf(refused)).toEqual(['FORBIDDEN']);
    expect(refused.errors[0]?.message).toContain('Another officer may not know of every child on its list');
    expect((await given(manager, made, 41)).officer).toBe('A manager');
    const other = await book.booked({ onDay: '2026-12-04' }, [PUPILS.mason.id]);
    expect((await given(manager, other)).officer).toBe('Another officer');
  });

  test('while it is held takes the actions of the earlier officer along, and its record is issued by the new one', async () => {
    const made = await book.held();
    await book.did(officer, 'mutation Add($id: ID!, $key: String!, $input: MeetingActionInput!) { addMeetingAction(id: $id, key: $key, input: $input) { id } }',
      { id: made.id, key: aKey(), input: { schoolId: oakmere, type: 'PARENT_COMMUNICATION', scope: 'SCHOOL', what: 'Send the letter', side: 'LA', ownerId: 43, owner: 'An officer', dueOn: '2026-12-04' } });
    const now = await given(officer, made);
    await book.complete(now.id);
    await book.stepped(otherOfficer, 'issueRecord', now);
    expect(await rows('select owner_id, owner from task')).toEqual([{ owner_id: 47, owner: 'Another officer' }]);
    expect(await rows(`select document_ids from outbox_message where kind = 'MEETING_OFFICER' and cardinality(document_ids) > 0`)).toEqual([]);
  });

  test('somebody leaves: all their meetings and tasks go at once, and each row says what came of it', async () => {
    const [booked, stale, gone] = [await book.booked({ onDay: '2026-12-02' }, []), await book.booked({ onDay: '2026-12-03' }, []), await book.booked({ onDay: '2026-12-04' }, [])];
    await rows(`update meeting set status = 'CANCELLED' where id = $1`, [gone.id]);
    await rows(`insert into task (source, scope, what, school_id, school_ids, side, owner_id, owner, from_on, due_on, overdue_from, made_with) values ('MEETING', 'SCHOOL', 'Write to the head', $1, array[$1::int], 'LA', 43, 'An officer', '2026-11-02', '2026-12-04', '2026-12-07', gen_random_uuid())`, [oakmere]);
    const [task] = await rows<{ id: number }>('select id from task');
    await rows(`update user_grant set valid_to = '2026-11-18' where user_id = 43`);
    expect(await book.did(manager, 'query Officers { meetingOfficers { id holds mayHold } }', {})).toEqual(expect.arrayContaining([{ id: 43, holds: 2, mayHold: false }, { id: 47, holds: 0, mayHold: true }]));
    expect(await book.did<{ id: string }[]>(manager, 'query Held { meetingsHeldBy(officerId: 43) { id version } }', {})).toEqual([{ id: booked.id, version: 1 }, { id: stale.id, version: 1 }]);
    const report = await book.did<{ meetings: Report; tasks: Report }>(manager, ALL, { meetings: [{ id: booked.id, version: 1 }, { id: stale.id, version: 7 }, { id: gone.id, version: 1 }, { id: 'x', version: 1 }], tasks: [{ id: String(task?.id), version: 1 }], officerId: 47, reason: 'Leaves the council' });
    expect(report.meetings.rows.map(({ id, result, reason }) => [id, result, reason])).toEqual([
      [booked.id, 'DONE', 'Given to Another officer'], [stale.id, 'FAILED', 'Somebody changed it meanwhile: look at it again'], [gone.id, 'SKIPPED', 'It is cancelled: there is nothing to hold'], ['x', 'FAILED', 'We could not find this meeting'],
    ]);
    expect(report.tasks).toMatchObject({ done: 1, rows: [{ what: 'Write to the head', result: 'DONE' }] });
    expect(await rows('select officer_id from meeting where id = any ($1) order by id', [[booked.id, stale.id].map(Number)])).toEqual([{ officer_id: 47 }, { officer_id: 43 }]);
    // Whoever left is not written to any more.
    expect(await rows(`select recipient_id from outbox_message where kind = 'MEETING_OFFICER' order by 1`)).toEqual([{ recipient_id: 44 }, { recipient_id: 47 }]);
    expect(codesOf(await book.ask(person(Role.DATA_ANALYST, {}, 60), ALL, { meetings: [], tasks: [], officerId: 47, reason: 'x' }))).toEqual(['FORBIDDEN']);
  });

  describe('the schools whose named officer somebody is', () => {
    const NAME = 'mutation Name($schools: [NamedSchoolInput!]!, $officerId: Int!) { handOnWork(meetings: [], tasks: [], schools: $schools, officerId: $officerId, reason: "Moves to another area") { schools { done skipped failed rows { id what result reason } } } }';
    const name = async (actor: Actor, schools: { id: number; officerId: number | null }[], officerId = 47) => (await book.did<{ schools: Report }>(actor, NAME, { schools, officerId })).schools;
    const namedOf = async (officerId: number | null) => (await book.did<{ items: { id: number }[] }>(manager, 'query Named($officerId: Int) { schoolsOfOfficer(officerId: $officerId) { total items { id } } }', { officerId })).items.map(({ id }) => id);
    const stays = () => rows<{ user_id: number; valid_from: string; valid_to: string | null }>(`select user_id, valid_from::text, valid_to::text from school_officer where school_id = $1 order by valid_from, user_id`, [oakmere]);

    test('go to another from today on, with what the term asks of them; before today nothing changes', async () => {
      await rows(`select set_clock(jsonb_build_object('source', 'TERM', 'source_id', 20261, 'kind', 'OFFER_TERM', 'what', 'A date is offered', 'side', 'LA', 'school_id', $1::int, 'officer_id', 43, 'counted', 'SCHOOL_DAYS', 'started_on', '2026-09-01', 'due_on', '2026-12-01'))`, [oakmere]);
      expect(await namedOf(43)).toContain(oakmere);
      const before = await stays();
      expect((await name(officer, [{ id: oakmere, officerId: 43 }])).rows).toEqual([{ id: String(oakmere), what: 'Oakmere Academy', result: 'DONE', reason: 'Another officer is its named officer from today' }]);
      expect(await stays()).toEqual([...before.map((each) => ({ ...each, valid_to: '2026-11-18' })), { user_id: 47, valid_from: '2026-11-19', valid_to: null }]);
      expect([await namedOf(43), await namedOf(47)]).toEqual([expect.not.arrayContaining([oakmere]), [oakmere]]);
      expect(await rows('select distinct officer_id from clock where school_id = $1 and met_on is null', [oakmere])).toEqual([{ officer_id: 47 }]);
      expect(await rows('select kind, reason, school_ids from audit_entry where details ? $1', ['officerOf'])).toEqual([{ kind: 'CHANGED', reason: 'Moves to another area', school_ids: [oakmere] }]);
      // Back on the same day: whoever was named today only was never its officer.
      expect(await name(otherOfficer, [{ id: oakmere, officerId: 47 }], 43)).toMatchObject({ done: 1 });
      expect((await stays()).map(({ user_id: who }) => who)).not.toContain(47);
    });

    test('each row says why it is left: somebody else’s school, an officer changed meanwhile, no such school, hers already', async () => {
      expect((await name(otherOfficer, [{ id: oakmere, officerId: 43 }])).rows[0]).toMatchObject({ result: 'FAILED', reason: 'Only its named officer and managers can name another' });
      const report = await name(manager, [{ id: oakmere, officerId: 47 }, { id: 100001, officerId: null }]);
      expect(report.rows.map(({ result, reason }) => [result, reason])).toEqual([['FAILED', 'Somebody named another officer meanwhile: look at it again'], ['FAILED', 'We could not find this school among the open schools of the authority']]);
      expect(await name(manager, [{ id: oakmere, officerId: 43 }], 43)).toMatchObject({ skipped: 1, done: 0 });
    });

    test('a school without any is named by a manager', async () => {
      await rows('delete from school_officer where school_id = $1', [oakmere]);
      expect(await namedOf(null)).toContain(oakmere);
      expect(await name(officer, [{ id: oakmere, officerId: null }])).toMatchObject({ failed: 1 });
      expect(await name(manager, [{ id: oakmere, officerId: null }])).toMatchObject({ done: 1 });
    });

    test('the database lets nobody but the authority name one', async () => {
      for (const role of ['reach_schools', 'reach_pupils', 'reach_area', 'portal_app']) {
        await expect(asOwner(book.portal.ownerUrl, async (owner) => {
          await owner.query(`set role ${role}`);
          await owner.query('select name_school_officers(array[$1::int], 43, 47, $2)', [oakmere, '2026-11-19']);
        })).rejects.toThrow(/permission denied/);
      }
    });
  });

  test('the database gives no meeting on by itself to whoever may not hold it, or for a school', async () => {
    const made = await book.booked({ onDay: '2026-12-02' }, []);
    const roles = JSON.stringify({ holding: ['ATTENDANCE_OFFICER'], fully: [] });
    const ask = (actor: string, to: number) => asOwner(book.portal.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query(`select set_config('app.actor', '41', true), set_config('app.schools', $1, true), set_config('app.pupils', '{}', true)`, [`{${oakmere}}`]);
      await owner.query(`set local role ${actor}`);
      try {
        return (await owner.query('select id from hand_on_meetings(array[$1::int], array[1], $2, $3, $4::jsonb, $5)', [made.id, to, 'Leaves', roles, '2026-11-19'])).rows.length;
      } catch (error) {
        return (error as { code?: string }).code;
      } finally {
        await owner.query('rollback');
      }
    });
    expect([await ask('reach_authority', 44), await ask('reach_authority', 47), await ask('reach_schools', 47), await ask('reach_pupils', 47)]).toEqual([0, 1, '42501', '42501']);
  });
});
