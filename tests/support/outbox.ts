import { OUTBOX_STATUS_WORDS, type MessageData, type OutboxStatus } from '@attendance/shared/communications';
import { communicationsModule, sendOutbox, type NewMessage, type SendingRun } from '../../server/src/modules/communications/index.ts';
import { runOperation } from '../../server/src/app/execute.ts';
import { systemClock, type Clock } from '../../server/src/platform/clock/clock.ts';
import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import type { MailSender } from '../../server/src/platform/mail/mail-sender.ts';
import { notifySender } from '../../server/src/platform/mail/notify-sender.ts';
import { FAKE_KEY, TEMPLATES, type FakeNotify } from './fake-notify.ts';
import { SCHOOLS, TODAY } from './small-authority.ts';
import type { TestPortal } from './test-portal.ts';

export const PORTAL_URL = 'https://portal.example.org';
const log = createLogger('silent');
/** The way other modules queue. */
export const communications = communicationsModule({ config: { publicUrl: PORTAL_URL, notify: undefined } }).service;

export const PREPARATION: MessageData['MEETING_PREPARATION'] = { meetingId: 12, school: 'Oakmere Academy', dueOn: '2026-12-02' };

/** A clock that a test moves on by itself. */
export function movingClock(): Clock & { pass(minutes: number): void } {
  let passed = 0;
  return { today: () => TODAY, now: () => new Date(Date.now() + passed), pass: (minutes) => { passed += minutes * 60_000; } };
}

/** Runs work in one operation of somebody, and keeps it. */
export const inOperation = <T>(portal: TestPortal, actor: OperationActor, work: Parameters<typeof runOperation<T>>[3] extends (operation: infer O) => unknown ? (operation: O) => Promise<T> : never): Promise<T> =>
  runOperation({ app: portal.app, clock: systemClock(TODAY), log }, { actor, requestId: 'TEST' }, 'test', async (operation) => ({ value: await work(operation), outcome: 'done', keep: true }));

/** Puts an email into the outbox, as a module would. */
export const queueOne = (portal: TestPortal, actor: OperationActor, period: string, more: Partial<NewMessage<'MEETING_PREPARATION'>> = {}): Promise<{ id: number; isNew: boolean }> =>
  inOperation(portal, actor, (operation) => communications.queue(operation, { kind: 'MEETING_PREPARATION', recipient: { name: 'Sam Petrie', email: 'sam.petrie@example.org' }, period, data: PREPARATION, schoolId: SCHOOLS.oakmere, ...more }));

/** The real sender against a gateway of this machine; it waits a moment for an answer and no longer. */
export const senderTo = (gateway: Pick<FakeNotify, 'url'>, timeout = 400): MailSender => notifySender({ apiKey: FAKE_KEY, baseUrl: gateway.url, ...TEMPLATES, timeout });

export const runOnce = (portal: Pick<TestPortal, 'ingest'>, sender: MailSender, clock: Clock): Promise<SendingRun> => sendOutbox({ pool: portal.ingest, sender, clock, log, portalUrl: PORTAL_URL });

export interface Stands { readonly status: OutboxStatus; readonly words: string; readonly attempts: number; readonly outcome: string | null; readonly reference: string; readonly events: string[] }

/** Where a message stands, and everything that happened to it. */
export async function stands(portal: TestPortal, id: number): Promise<Stands> {
  const [row] = await portal.rows<Omit<Stands, 'words'>>(`select status, attempts, outcome, reference, (select array_agg(event order by e.id) from outbox_event e where e.message_id = m.id) as events from outbox_message m where id = $1`, [id]);
  if (row === undefined) throw new Error(`Message ${id} is gone: something was lost.`);
  return { ...row, words: OUTBOX_STATUS_WORDS[row.status] };
}
