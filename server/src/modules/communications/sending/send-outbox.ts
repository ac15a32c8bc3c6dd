import { randomUUID } from 'node:crypto';
import { messageText, minutesUntilNext, OutboxEvent, OutboxStatus, type MessageData } from '@attendance/shared/communications';
import { ruleValue, type RuleName } from '@attendance/shared/kernel';
import type { Pool } from 'pg';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import type { HandOver, Lookup, MailSender } from '../../../platform/mail/mail-sender.ts';
import { OutboxDesk, type Ending, type HeldMessage } from './outbox-desk.ts';

export interface SendingDeps {
  /** Connections of the importing login, at least one of them free: a message in hand keeps one. */
  readonly pool: Pool;
  readonly sender: MailSender;
  readonly clock: Clock;
  readonly log: Logger;
  readonly portalUrl: string;
}

/** How many messages a run left at each status, of those it had in hand. */
export type SendingRun = Partial<Record<OutboxStatus, number>>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A run is one of many: what is left is the next one's. */
const MOST_A_RUN = 500;
/** One message may be at fault; several mean that the database is. */
const MOST_FAULTS = 3;

/**
 * One run of sending: what a dead process left half way is marked unknown; what is unknown is looked up; what waits is sent; what
 * was sent is followed until it has arrived. Several processes may run at once. A fault with one message is logged and leaves it
 * as it stands in the outbox, from where the next run goes on.
 */
export async function sendOutbox({ pool, sender, clock, log, portalUrl }: SendingDeps): Promise<SendingRun> {
  const ended: SendingRun = {};
  const today = clock.today();
  const rule = (name: RuleName): number => ruleValue(name, today);
  const inMinutes = (tries: number, first: RuleName): Date => new Date(clock.now().getTime() + minutesUntilNext(tries, rule(first), rule('outbox.retry-most.minutes')) * MINUTE);
  const isOlder = (message: HeldMessage, days: RuleName): boolean => message.handedOverAt !== null && clock.now().getTime() - message.handedOverAt.getTime() > rule(days) * DAY;

  /** What waits is tried again later, until it was tried often enough. */
  const endOfSending = (message: HeldMessage, answer: HandOver): Ending => {
    const tries = message.attempts + 1;
    switch (answer.kind) {
      case 'ACCEPTED': return { event: OutboxEvent.ACCEPTED, why: '', gatewayId: answer.gatewayId, nextAt: inMinutes(1, 'outbox.follow-first.minutes') };
      case 'CAPTURED': return { event: OutboxEvent.CAPTURED, why: '', nextAt: null };
      case 'REFUSED': return { event: OutboxEvent.REFUSED, why: answer.why, nextAt: null };
      case 'NO_ANSWER': return { event: OutboxEvent.NO_ANSWER, why: answer.why, nextAt: inMinutes(1, 'outbox.check-first.minutes') };
      default: return tries >= rule('outbox.most.attempts') ? { event: OutboxEvent.GIVEN_UP, why: `${answer.why} It was tried ${tries} times.`, nextAt: null } : { event: OutboxEvent.NOT_HANDED_OVER, why: answer.why, nextAt: inMinutes(tries, 'outbox.retry-first.minutes') };
    }
  };

  /** The gateway forgets after some days: what it does not know then may have been sent all the same, so a person decides. */
  const endOfUnknown = (message: HeldMessage, answer: Lookup): Ending => {
    if (answer.kind === 'KNOWN') {
      if (answer.fate === 'DELIVERED') return { event: OutboxEvent.DELIVERED, why: '', gatewayId: answer.gatewayId, nextAt: null };
      if (answer.fate === 'NOT_DELIVERED') return { event: OutboxEvent.NOT_DELIVERED, why: answer.why, gatewayId: answer.gatewayId, nextAt: null };
      return { event: OutboxEvent.ACCEPTED, why: '', gatewayId: answer.gatewayId, nextAt: inMinutes(1, 'outbox.follow-first.minutes') };
    }
    if (isOlder(message, 'outbox.check-most.days')) return { event: OutboxEvent.GIVEN_UP, why: 'It was handed over too long ago for the gateway to say whether it was sent. Ask the recipient before you send it again.', nextAt: null };
    if (answer.kind === 'NO_ANSWER') return { event: OutboxEvent.CHECKED, why: answer.why, nextAt: inMinutes(message.checks + 2, 'outbox.check-first.minutes'), isCheck: true };
    if (message.attempts >= rule('outbox.most.attempts')) return { event: OutboxEvent.GIVEN_UP, why: `The gateway does not know it. It was tried ${message.attempts} times.`, nextAt: null };
    return { event: OutboxEvent.NOT_KNOWN, why: 'It was not sent, so it is sent again.', nextAt: clock.now() };
  };

  const endOfFollowing = (message: HeldMessage, answer: Lookup): Ending => {
    if (answer.kind === 'KNOWN' && answer.fate !== 'ON_ITS_WAY') return { event: answer.fate === 'DELIVERED' ? OutboxEvent.DELIVERED : OutboxEvent.NOT_DELIVERED, why: answer.why, nextAt: null };
    if (isOlder(message, 'outbox.follow-most.days')) return { event: OutboxEvent.CHECKED, why: 'The gateway gave no last word on whether it arrived. The portal has stopped asking.', nextAt: null, isCheck: true };
    return { event: OutboxEvent.CHECKED, why: answer.kind === 'NO_ANSWER' ? answer.why : '', nextAt: inMinutes(message.checks + 2, 'outbox.follow-first.minutes'), isCheck: true };
  };

  return OutboxDesk.at(pool, `send-${randomUUID()}`, async (desk) => {
    let faults = 0;
    const each = async (ids: readonly number[], status: OutboxStatus, work: (message: HeldMessage) => Promise<OutboxStatus | null>): Promise<void> => {
      for (const id of ids) {
        try {
          await desk.inHand(id, status, status === OutboxStatus.SENDING ? null : clock.now(), async (message) => {
            const left = await work(message);
            if (left !== null) ended[left] = (ended[left] ?? 0) + 1;
          });
        } catch (error) {
          faults += 1;
          log.error({ err: error, message: id }, 'a message could not be dealt with');
          if (faults > MOST_FAULTS) throw error;
        }
      }
    };

    // Whoever hands over holds its lock: a message that can be had in hand here was left by a process that is gone.
    await each(await desk.handedOver(), OutboxStatus.SENDING, async (message) =>
      desk.end(message, OutboxStatus.SENDING, { event: OutboxEvent.CUT_SHORT, why: 'The portal stopped while handing it over.', nextAt: new Date((message.handedOverAt ?? clock.now()).getTime() + rule('outbox.check-first.minutes') * MINUTE) }));

    await each(await desk.due(OutboxStatus.UNKNOWN, clock.now(), MOST_A_RUN), OutboxStatus.UNKNOWN, async (message) =>
      desk.end(message, OutboxStatus.UNKNOWN, endOfUnknown(message, await sender.find(message))));

    await each(await desk.due(OutboxStatus.WAITING, clock.now(), MOST_A_RUN), OutboxStatus.WAITING, async (message) => {
      const words = wordsOf(message, portalUrl);
      if (words === null) return desk.end(message, OutboxStatus.WAITING, { event: OutboxEvent.GIVEN_UP, why: 'The portal could not write this message from what it holds. Tell the service desk.', nextAt: null });
      if (!(await desk.beginHandingOver(message, { ...words, sender: sender.name, at: clock.now(), leaves: sender.leaves }))) return null;
      const answer = message.address === null ? { kind: 'REFUSED' as const, why: 'There is no address for this person.' } : await sender.send({ ...message, ...words, address: message.address });
      return desk.end(message, OutboxStatus.SENDING, endOfSending(message, answer));
    });

    await each(await desk.due(OutboxStatus.SENT, clock.now(), MOST_A_RUN), OutboxStatus.SENT, async (message) =>
      desk.end(message, OutboxStatus.SENT, endOfFollowing(message, await sender.find(message))));

    log.info({ operation: 'sendOutbox', sender: sender.name, ...ended });
    return ended;
  });
}

/** What a message says: as it was written, or made now from the counts and addresses it holds; null where nothing can be made of those. */
function wordsOf({ kind, subject, text, body }: HeldMessage, portalUrl: string): { subject: string; text: string } | null {
  if (subject !== null && text !== null) return { subject, text };
  try {
    return messageText(kind, body as MessageData[typeof kind], portalUrl);
  } catch {
    return null;
  }
}
