import { knowOfficer, person } from '../support/people.ts';
import { FakeNotify, type Handing } from '../support/fake-notify.ts';
import { movingClock, queueOne, runOnce, senderTo, stands } from '../support/outbox.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

jest.setTimeout(60_000);

const officer = person(Role.ATTENDANCE_OFFICER);
const GRACE = 6; // minutes: longer than the first look at a message whose answer never came

describe('a gateway that takes a message and', () => {
  let portal: TestPortal;
  let gateway: FakeNotify;
  beforeEach(async () => {
    portal = await TestPortal.open('sending');
    await knowOfficer(portal.ownerUrl);
    gateway = await FakeNotify.open();
  });
  afterEach(async () => {
    expect(gateway.doubles()).toEqual([]);
    await gateway.close();
    await portal.close();
  });

  test.each<[string, Handing]>([['says nothing', 'ACCEPT_AND_HANG'], ['answers with a fault', 'ACCEPT_AND_FAULT'], ['breaks the line', 'ACCEPT_AND_BREAK']])('%s: unknown, being checked; found by its reference; never sent twice', async (_words, handing) => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    gateway.handing = handing;
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ UNKNOWN: 1 });
    expect(await stands(portal, id)).toMatchObject({ status: 'UNKNOWN', words: 'Unknown: being checked', attempts: 1, outcome: expect.stringMatching(/^GOV.UK Notify (gave no answer in time|answered with a fault of its own)/) as string });
    const seen = await portal.ask(officer, '{ outbox(filter: { status: UNKNOWN }) { total items { status outcome allowedCommands happenings { event } } } }');
    expect(seen).toMatchObject({ errors: [], data: { outbox: { total: 1, items: [{ status: 'UNKNOWN', allowedCommands: ['CHECK'], happenings: [{ event: 'NO_ANSWER' }, { event: 'HANDING_OVER' }, { event: 'QUEUED' }] }] } } });
    // However often it runs, and however well the gateway is by then: not before it was asked, and not before it had time to know.
    gateway.handing = 'ACCEPT';
    for (let again = 0; again < 3; again += 1) expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
    clock.pass(GRACE);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ SENT: 1 });
    gateway.fate('delivered');
    clock.pass(60);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ DELIVERED: 1 });
    expect(gateway.handed()).toBe(1);
    expect((await stands(portal, id)).events).toEqual(['QUEUED', 'HANDING_OVER', 'NO_ANSWER', 'ACCEPTED', 'DELIVERED']);
  });

  test('says nothing, and nothing when asked: it stays unknown for as long as that lasts, and is not sent again', async () => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    gateway.handing = 'ACCEPT_AND_HANG';
    await runOnce(portal, senderTo(gateway), clock);
    for (const asking of ['FAULT', 'HANG', 'NONSENSE', 'FAULT'] as const) {
      gateway.asking = asking;
      clock.pass(300);
      expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ UNKNOWN: 1 });
    }
    expect(gateway.handed()).toBe(1);
    gateway.asking = 'ANSWER';
    clock.pass(300);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ SENT: 1 });
    expect(await stands(portal, id)).toMatchObject({ attempts: 1 });
  });

  test('is asked only after it has forgotten: held for somebody to decide, not sent', async () => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    gateway.handing = 'ACCEPT_AND_HANG';
    await runOnce(portal, senderTo(gateway), clock);
    gateway.kept.length = 0;
    clock.pass(7 * 24 * 60);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ HELD: 1 });
    expect(await stands(portal, id)).toMatchObject({ outcome: expect.stringContaining('Ask the recipient before you send it again') as string });
    clock.pass(600);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
    expect(gateway.handed()).toBe(1);
  });
});

describe('a gateway that does not take a message', () => {
  let portal: TestPortal;
  let gateway: FakeNotify;
  beforeEach(async () => {
    portal = await TestPortal.open('sending_not');
    await knowOfficer(portal.ownerUrl);
    gateway = await FakeNotify.open();
  });
  afterEach(async () => {
    await gateway.close();
    await portal.close();
  });

  test.each<[string, Handing]>([['says nothing', 'HANG'], ['has a fault', 'FAULT']])('and %s: sent again, but only after it said that it does not know the message', async (_words, handing) => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    gateway.handing = handing;
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ UNKNOWN: 1 });
    gateway.handing = 'ACCEPT';
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
    clock.pass(GRACE);
    // Looked up, found to be unknown, and sent in the same run.
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ WAITING: 1, SENT: 1 });
    expect(gateway.said.map(({ what }) => what)).toEqual(['HANDED', 'NOT_KNOWN', 'HANDED']);
    expect(gateway.kept).toHaveLength(1);
    expect(gateway.doubles()).toEqual([]);
    expect(await stands(portal, id)).toMatchObject({ status: 'SENT', attempts: 2, events: ['QUEUED', 'HANDING_OVER', 'NO_ANSWER', 'NOT_KNOWN', 'HANDING_OVER', 'ACCEPTED'] });
  });

  test('because it refuses it: failed, with its reason, and not tried again until somebody asks', async () => {
    const clock = movingClock();
    const { id } = await queueOne(portal, officer, 'MEETING-12');
    gateway.handing = 'REFUSE';
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ FAILED: 1 });
    const failed = await stands(portal, id);
    expect(failed.outcome).toBe('GOV.UK Notify refused it: email_address Not a valid email address');
    clock.pass(10_000);
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
    const [{ version } = { version: 0 }] = await portal.rows<{ version: number }>('select version from outbox_message where id = $1', [id]);
    const asked = await portal.ask(officer, 'mutation Again($id: ID!, $version: Int!) { changeOutboxMessage(id: $id, version: $version, command: SEND, note: "Address corrected") { status } }', { id: String(id), version });
    expect(asked).toMatchObject({ errors: [], data: { changeOutboxMessage: { status: 'WAITING' } } });
    gateway.handing = 'ACCEPT';
    expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ SENT: 1 });
    expect((await stands(portal, id)).reference).not.toBe(failed.reference);
  });

  test.each<[string, Handing | null, RegExp]>([['nobody answers there', null, /could not be reached/], ['the key is wrong', 'BAD_KEY', /NOTIFY_API_KEY/], ['there are too many', 'TOO_MANY', /takes no more messages/]])(
    'because %s: tried again later and later, and held after eight attempts', async (_words, handing, why) => {
      const clock = movingClock();
      const { id } = await queueOne(portal, officer, 'MEETING-12');
      if (handing === null) await gateway.close();
      else gateway.handing = handing;
      for (let attempt = 1; attempt < 8; attempt += 1) {
        expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ WAITING: 1 });
        expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
        clock.pass(2 ** attempt - 0.5);
        expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({});
        clock.pass(1);
      }
      expect(await runOnce(portal, senderTo(gateway), clock)).toEqual({ HELD: 1 });
      expect(await stands(portal, id)).toMatchObject({ status: 'HELD', attempts: 8, outcome: expect.stringMatching(why) as string });
      if (handing === null) gateway = await FakeNotify.open();
    });
});
