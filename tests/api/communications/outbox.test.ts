import { writeDigests } from '../../../server/src/app/digests.ts';
import { asPortal } from '../../../server/src/app/as-portal.ts';
import { runDailyJobs, type DailyJob } from '../../../server/src/platform/jobs/daily-jobs.ts';
import { captureSender } from '../../../server/src/platform/mail/capture-sender.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { FakeNotify } from '../../support/fake-notify.ts';
import { communications, inOperation, movingClock, PREPARATION, queueOne, runOnce, senderTo, stands } from '../../support/outbox.ts';
import { codesOf, person, underReach, unguarded } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const cme = person(Role.CME_OFFICER, {}, 45);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] }, 44);

const FIELDS = 'id kind channel to address subject text status outcome attempts version by allowedCommands happenings { event status note by } files { id title }';
const LIST = `query List($filter: OutboxFilter) { outbox(filter: $filter, take: 100) { total sends counts { status count } items { ${FIELDS} } } }`;
const CHANGE = `mutation Change($id: ID!, $version: Int!, $command: OutboxCommand!, $note: String) { changeOutboxMessage(id: $id, version: $version, command: $command, note: $note) { ${FIELDS} } }`;

interface Message { id: string; to: string; address: string; subject: string; text: string; status: string; version: number; allowedCommands: string[]; happenings: { event: string; by: string | null; note: string }[] }

describe('the outbox', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await TestPortal.open('outbox');
    await asOwner(portal.ownerUrl, async (owner) => {
      for (const [id, name] of [[41, 'A manager'], [43, 'An officer'], [44, 'A champion']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, $3)`, [id, name, `${name.slice(2).trim()}@example.org`]);
    });
  });
  afterEach(() => portal.close());

  const listed = async (actor = officer, filter: object = {}): Promise<{ total: number; sends: boolean; counts: { status: string; count: number }[]; items: Message[] }> => {
    const answer = await portal.ask(actor, LIST, { filter });
    expect(answer.errors).toEqual([]);
    return answer.data?.outbox as never;
  };

  test('shows to whom, where and in which words, before anything is sent', async () => {
    await queueOne(portal, officer, 'MEETING-12');
    const { total, sends, items: [message] } = await listed();
    expect([total, sends]).toEqual([1, false]);
    expect(message).toMatchObject({
      to: 'Sam Petrie', address: 'sam.petrie@example.org', status: 'WAITING', subject: 'Preparation for your targeting support meeting is due on Wednesday 2 December 2026', by: 'An officer', allowedCommands: ['WITHDRAW'],
      happenings: [{ event: 'QUEUED', status: 'WAITING', by: 'An officer' }],
    });
  });

  test('somebody with an account is written to where the account says', async () => {
    await queueOne(portal, officer, 'MEETING-12', { recipient: { userId: 44 } });
    expect((await listed()).items[0]).toMatchObject({ to: 'A champion', address: 'champion@example.org' });
  });

  test('the same kind, recipient and period is one message, whoever asks and however the address is written', async () => {
    const first = await queueOne(portal, officer, 'MEETING-12');
    expect(await queueOne(portal, manager, 'MEETING-12', { recipient: { name: 'S Petrie', email: 'Sam.Petrie@example.org' } })).toEqual({ id: first.id, isNew: false });
    expect((await queueOne(portal, officer, 'MEETING-13')).isNew).toBe(true);
    const second = await queueOne(portal, officer, 'MEETING-12', { recipient: { userId: 44 } });
    expect(await queueOne(portal, officer, 'MEETING-12', { recipient: { userId: 44 } })).toEqual({ id: second.id, isNew: false });
    expect((await listed()).total).toBe(3);
  });

  test('what an operation queued and did not keep was never there', async () => {
    await expect(inOperation(portal, officer, async (operation) => {
      await communications.queue(operation, { kind: 'MEETING_PREPARATION', recipient: { userId: 44 }, period: 'MEETING-12', data: PREPARATION });
      throw new Error('the meeting could not be kept');
    })).rejects.toThrow('could not be kept');
    expect((await listed()).total).toBe(0);
  });

  test.each<[string, Parameters<typeof queueOne>[3], RegExp]>([
    ['an email address that is none', { recipient: { name: 'Sam', email: 'sam at example' } }, /no usable email address for Sam/],
    ['two addresses in one', { recipient: { name: 'Sam', email: 'a@example.org,b@example.org' } }, /no usable email address/],
    ['an address of two lines', { recipient: { name: 'Dawn Thirkell', lines: ['1 Marker Lane', 'WX1 9ZZ'] } }, /has 2. Nothing was sent/],
  ])('%s is refused before it is written', async (_words, more, why) => {
    await expect(queueOne(portal, officer, 'X', more)).rejects.toThrow(why);
    expect((await listed()).total).toBe(0);
  });

  test('kept here: each message as it would have been sent, to nobody, once', async () => {
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    const clock = movingClock();
    expect(await runOnce(portal, captureSender(), clock)).toEqual({ CAPTURED: 1 });
    expect(await runOnce(portal, captureSender(), clock)).toEqual({});
    expect(await stands(portal, id)).toMatchObject({ words: 'Kept here: would be sent', events: ['QUEUED', 'HANDING_OVER', 'CAPTURED'] });
    const trail = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ kind: string }>(`select kind from audit_entry where operation = 'sendOutbox'`)).rows);
    expect(trail.map(({ kind }) => kind)).toEqual(['CHANGED', 'CHANGED']);
  });

  test('held back until somebody has looked at it and sends it; a command names the version it was given at', async () => {
    await queueOne(portal, officer, 'MEETING-12', { hold: true });
    expect(await runOnce(portal, captureSender(), movingClock())).toEqual({});
    const [held] = (await listed()).items as [Message];
    expect(held).toMatchObject({ status: 'HELD', allowedCommands: ['SEND', 'WITHDRAW'] });
    const sent = await portal.ask(manager, CHANGE, { id: held.id, version: held.version, command: 'SEND', note: 'Looked at' });
    expect(sent).toMatchObject({ errors: [], data: { changeOutboxMessage: { status: 'WAITING', happenings: [{ event: 'ASKED_TO_SEND', by: 'A manager', note: 'Looked at' }, { event: 'QUEUED' }] } } });
    const late = await portal.ask(officer, CHANGE, { id: held.id, version: held.version, command: 'WITHDRAW' });
    expect(codesOf(late)).toEqual(['CONFLICT']);
    expect(late.errors[0]?.message).toBe('This message has moved on since you opened it: waiting to be sent. Nothing of yours was done. Look at where it stands now, and decide again.');
  });

  test('withdrawn, it is sent by no later run and can be sent by no command', async () => {
    await queueOne(portal, officer, 'MEETING-12');
    const [message] = (await listed()).items as [Message];
    expect((await portal.ask(officer, CHANGE, { id: message.id, version: message.version, command: 'WITHDRAW' })).errors).toEqual([]);
    const gateway = await FakeNotify.open();
    const clock = movingClock();
    clock.pass(10_000);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
    expect(gateway.handed()).toBe(0);
    await gateway.close();
    expect(codesOf(await portal.ask(officer, CHANGE, { id: message.id, version: message.version + 1, command: 'SEND' }))).toEqual(['CONFLICT']);
  });

  test('a letter goes with the lines of its address; without the right to addresses it is not there', async () => {
    await queueOne(portal, manager, 'MEETING-12', { recipient: { name: 'Dawn Thirkell', lines: ['Dawn Thirkell', '1 Marker Lane', 'WX1 9ZZ'] } });
    await queueOne(portal, manager, 'MEETING-13', { recipient: { name: 'Somebody', lines: ['Somebody', '2 Marker Lane', 'WX1 9ZZ'], isProtected: true } });
    expect((await listed(manager)).total).toBe(2);
    expect((await listed(officer)).items.map(({ to }) => to)).toEqual(['Dawn Thirkell']);
    expect(await underReach(portal, unguarded({ kind: 'AUTHORITY', full: true, protectedAddress: true }), (operation) => operation.sql('select id from outbox_message'))).toEqual([]);
    const gateway = await FakeNotify.open();
    expect(await runOnce(portal, senderTo(gateway), movingClock())).toEqual({ SENT: 2 });
    expect(gateway.kept[0]).toMatchObject({ type: 'letter', body: { template_id: '44444444-4444-4444-8444-444444444444', personalisation: { address_line_1: 'Dawn Thirkell', address_line_3: 'WX1 9ZZ' } } });
    await gateway.close();
  });

  test('about a restricted child it is neither shown nor counted without the right, and follows the child', async () => {
    await queueOne(portal, manager, 'A', { pupilId: PUPILS.hidden.id });
    const { id } = await queueOne(portal, manager, 'B', { pupilId: PUPILS.mason.id });
    expect([(await listed(manager)).total, (await listed(officer)).total, (await listed(officer)).counts]).toEqual([2, 1, [{ status: 'WAITING', count: 1 }]]);
    await portal.rows('update pupil set restricted = true where id = $1', [PUPILS.mason.id]);
    expect((await listed(officer)).total).toBe(0);
    expect(await underReach(portal, officer, (operation) => operation.sql('select id from outbox_event where message_id = $1', [id]))).toEqual([]);
    expect(codesOf(await portal.ask(officer, CHANGE, { id: String(id), version: 1, command: 'WITHDRAW' }))).toEqual(['NOT_FOUND']);
    expect(await underReach(portal, officer, (operation) => operation.sql('select change_message($1, 1, $2, $3, $4) as done', [id, 'WITHDRAWN', 'WITHDRAWN', '']))).toEqual([{ done: false }]);
  });

  test('is the authority’s: a school reads none of it but what is its own, and changes nothing', async () => {
    const { id } = await queueOne(portal, officer, 'MEETING-12', { recipient: { userId: 44 } });
    await queueOne(portal, officer, 'MEETING-13');
    expect(codesOf(await portal.ask(champion, '{ outbox { total } }'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(champion, CHANGE, { id: String(id), version: 1, command: 'WITHDRAW' }))).toEqual(['FORBIDDEN']);
    expect(await underReach(portal, champion, (operation) => operation.sql('select id from outbox_message'))).toEqual([{ id }]);
    await expect(underReach(portal, champion, (operation) => operation.sql(`select change_message($1, 1, 'WITHDRAWN', 'WITHDRAWN', '')`, [id]))).rejects.toThrow('permission denied');
    // Nobody makes the portal write where they like: a row of one's own goes to one's own account.
    await expect(underReach(portal, champion, (operation) => operation.sql(`insert into outbox_message (kind, recipient_id, period, body, to_address) values ('WEEKLY_DIGEST', 44, 'x', '{}', 'elsewhere@example.org')`))).rejects.toThrow('permission denied');
    await expect(underReach(portal, champion, (operation) => operation.sql(`select queue_message('{"kind": "MEETING_RECORD", "period": "x", "school_id": ${SCHOOLS.tarnbrook}}')`))).rejects.toThrow('out of reach');
    expect((await listed(cme)).items.map(({ allowedCommands }) => allowedCommands)).toEqual([['WITHDRAW'], ['WITHDRAW']]);
  });

  test('a digest, written by its own operation as counts and addresses, is addressed, shown and sent like any other', async () => {
    await portal.ask(manager, 'mutation { createWatchList(input: { key: "of-the-outbox", name: "Watched", kind: PUPILS }) { id } }');
    await portal.rows(`insert into outbox_message (kind, recipient_id, period, body) values ('WEEKLY_DIGEST', 41, '2026-W47', '{"changes": 2, "path": "/watching", "lines": [{"of": "PUPILS", "id": 1, "changes": 2, "path": "/watching/1"}]}')`);
    expect((await listed()).items[0]).toMatchObject({ to: 'A manager', address: 'manager@example.org', subject: '2 changes in what you watch', text: expect.stringContaining('2 changes on a list of pupils: http://localhost:4000/watching/1') as string });
    expect((await writeDigests({ app: portal.app, ingest: portal.ingest, clock: systemClock('2026-11-19'), log: createLogger('silent') })).week).toBe('2026-W47');
    expect(await runOnce(portal, captureSender(), movingClock())).toEqual({ CAPTURED: 1 });
  });

  test('what cannot be written in words is held for somebody, and keeps nothing else waiting', async () => {
    await portal.rows(`insert into outbox_message (kind, recipient_id, period, body) values ('TASK_REMINDER', 41, 'broken', '{}')`);
    await queueOne(portal, officer, 'MEETING-12');
    expect(await runOnce(portal, captureSender(), movingClock())).toEqual({ HELD: 1, CAPTURED: 1 });
  });

  describe('the work of a day', () => {
    const run = (jobs: DailyJob[]): Promise<string[]> => {
      const deps = { app: portal.app, clock: systemClock('2026-11-19'), log: createLogger('silent') };
      return runDailyJobs(jobs, { ...deps, pool: portal.ingest, asPortal: asPortal(deps) });
    };

    test('is done once, as the portal, with an entry in the trail', async () => {
      const seen: unknown[] = [];
      const job: DailyJob = { name: 'count', run: async ({ day, asPortal: portalDoes }) => portalDoes('countPupils', ['pupil:read'], async (operation) => seen.push([day, operation.can('pupil:read'), operation.can('case:write'), await operation.sql('select count(*)::int as pupils from pupil')])) };
      expect(await run([job])).toEqual(['count']);
      expect(await run([job])).toEqual([]);
      expect(seen).toEqual([['2026-11-19', true, false, [{ pupils: Object.keys(PUPILS).length }]]]);
      expect(await asOwner(portal.ownerUrl, async (owner) => (await owner.query(`select actor_role from audit_entry where operation = 'countPupils'`)).rows as unknown[])).toEqual([{ actor_role: 'SYSTEM' }]);
    });

    test('is tried again where it failed, and keeps no other job from being done', async () => {
      let tries = 0;
      const jobs: DailyJob[] = [{ name: 'fails', run: async () => { tries += 1; if (tries === 1) throw new Error('the disk was full'); } }, { name: 'works', run: async () => undefined }, { name: 'mondays', weekday: 0, run: async () => undefined }];
      expect(await run(jobs)).toEqual(['works']);
      expect(await portal.rows(`select problem, done_at from job_run where name = 'fails'`)).toEqual([{ problem: 'the disk was full', done_at: null }]);
      expect(await run(jobs)).toEqual(['fails']);
      expect(await portal.rows(`select name, attempts, done_at is not null as done from job_run order by name`)).toEqual([{ name: 'fails', attempts: 2, done: true }, { name: 'works', attempts: 1, done: true }]);
    });
  });
});
