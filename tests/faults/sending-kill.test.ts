import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startChild } from '../support/children.ts';
import { FakeNotify, type Handing } from '../support/fake-notify.ts';
import { movingClock, queueOne, runOnce, senderTo, stands } from '../support/outbox.ts';
import { knowOfficer, person } from '../support/people.ts';
import { asOwner, until } from '../support/register-state.ts';
import { TODAY } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

jest.setTimeout(120_000);

const officer = person(Role.ATTENDANCE_OFFICER);
const GRACE = 6;
/** Nobody has a message in hand any more: the database has noticed that its process is gone. */
const NO_HANDS = 'select not exists (select 1 from pg_locks where locktype = \'advisory\' and classid = 7260026 and database = (select oid from pg_database where datname = current_database())) as yes';

describe('sending by several processes, and by one that dies', () => {
  let portal: TestPortal;
  let gateway: FakeNotify;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    portal = await TestPortal.open('sending_kill');
    await knowOfficer(portal.ownerUrl);
    gateway = await FakeNotify.open();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    expect(gateway.doubles()).toEqual([]);
    await gateway.close();
    await portal.close();
  });

  function sending(): { child: ChildProcess; ended: Promise<string> } {
    const child = startChild('send-one', [portal.ownerUrl, gateway.url, TODAY]);
    children.push(child);
    let said = '';
    child.stdout?.on('data', (part) => { said += String(part); });
    return { child, ended: once(child, 'exit').then(() => said) };
  }

  /** Kills a process that has just handed a message over and waits for the answer. */
  async function killedWhileHandingOver(handing: Handing): Promise<void> {
    gateway.handing = handing;
    const handed = gateway.nextHanded();
    const { child, ended } = sending();
    await handed;
    child.kill('SIGKILL');
    await ended;
    await until(portal.ownerUrl, NO_HANDS);
    gateway.handing = 'ACCEPT';
  }

  test('kill -9 after the gateway took it and before that was written down: unknown, found by its reference, sent once', async () => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    await killedWhileHandingOver('ACCEPT_AND_HANG');
    expect(await stands(portal, id)).toMatchObject({ status: 'SENDING', attempts: 1 });
    // The trail knew of it before it left.
    expect(await asOwner(portal.ownerUrl, async (owner) => (await owner.query(`select kind, recipient, details ->> 'message' as message from audit_entry where operation = 'sendOutbox'`)).rows as unknown[])).toEqual([{ kind: 'DISCLOSED', recipient: 'Sam Petrie', message: String(id) }]);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ UNKNOWN: 1 });
    expect(await stands(portal, id)).toMatchObject({ words: 'Unknown: being checked', outcome: 'The portal stopped while handing it over.' });
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
    clock.pass(GRACE);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ SENT: 1 });
    expect(gateway.handed()).toBe(1);
    expect((await stands(portal, id)).events).toEqual(['QUEUED', 'HANDING_OVER', 'CUT_SHORT', 'ACCEPTED']);
  });

  test('kill -9 before the gateway took it: sent again once the gateway said that it does not know it', async () => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    await killedWhileHandingOver('HANG');
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ UNKNOWN: 1 });
    expect(gateway.handed()).toBe(1);
    clock.pass(GRACE);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ WAITING: 1, SENT: 1 });
    expect(gateway.said.map(({ what }) => what)).toEqual(['HANDED', 'NOT_KNOWN', 'HANDED']);
    expect(gateway.kept.map(({ reference }) => reference)).toEqual([(await stands(portal, id)).reference]);
  });

  test('killed again and again over eight messages: each arrives once', async () => {
    const clock = movingClock();
    for (let each = 0; each < 8; each += 1) await queueOne(portal, officer, `MEETING-${each}`);
    for (const handing of ['ACCEPT_AND_HANG', 'HANG', 'ACCEPT_AND_HANG'] as const) await killedWhileHandingOver(handing);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ UNKNOWN: 1, SENT: 5 });
    clock.pass(GRACE);
    await runOnce(portal, senderTo(gateway), clock);
    const held = await portal.rows<{ status: string; reference: string }>('select status, reference from outbox_message order by id');
    expect(held.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'SENT'));
    expect(gateway.kept.map(({ reference }) => reference).sort()).toEqual(held.map(({ reference }) => reference).sort());
  });

  test('a process that is still handing over is left alone, however long it takes', async () => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    gateway.handing = 'ACCEPT_AND_HANG';
    const handed = gateway.nextHanded();
    sending();
    await handed;
    clock.pass(300);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
    expect(await stands(portal, id)).toMatchObject({ status: 'SENDING' });
    expect(gateway.handed()).toBe(1);
  });

  test('the database closes the connection of a process while it hands over: unknown, looked up, sent once', async () => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    gateway.handing = 'ACCEPT_AND_HANG';
    const handed = gateway.nextHanded();
    const { ended } = sending();
    await handed;
    await asOwner(portal.ownerUrl, (owner) => owner.query(`select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.classid = 7260026 and l.database = (select oid from pg_database where datname = current_database())`));
    await until(portal.ownerUrl, NO_HANDS);
    gateway.handing = 'ACCEPT';
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ UNKNOWN: 1 });
    clock.pass(GRACE);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ SENT: 1 });
    children.at(-1)?.kill('SIGKILL');
    await ended;
    expect(await stands(portal, id)).toMatchObject({ status: 'SENT' });
    expect(gateway.handed()).toBe(1);
  });

  test('six runs at once, two of them in processes of their own, over forty messages: each is handed over once', async () => {
    const clock = movingClock();
    for (let each = 0; each < 40; each += 1) await queueOne(portal, officer, `MEETING-${each}`);
    const others = [sending(), sending()];
    await gateway.nextHanded();
    // Each run is one of the pool's own connections.
    await Promise.all([1, 2, 3, 4].map(async () => runOnce(portal, senderTo(gateway), clock)));
    for (const { ended } of others) await ended;
    expect(gateway.handed()).toBe(40);
    expect(new Set(gateway.said.map(({ reference }) => reference)).size).toBe(40);
    expect(await portal.rows('select status, count(*)::int as count from outbox_message group by 1')).toEqual([{ status: 'SENT', count: 40 }]);
  });
});
