/** How far a message has come. */
export const OutboxStatus = {
  HELD: 'HELD', WAITING: 'WAITING', SENDING: 'SENDING', CAPTURED: 'CAPTURED', UNKNOWN: 'UNKNOWN', SENT: 'SENT', DELIVERED: 'DELIVERED', FAILED: 'FAILED', WITHDRAWN: 'WITHDRAWN',
} as const;
export type OutboxStatus = (typeof OutboxStatus)[keyof typeof OutboxStatus];
export const OUTBOX_STATUSES: readonly OutboxStatus[] = Object.values(OutboxStatus);

/** What happened to a message, whoever did it: the portal, the gateway or a person. */
export const OutboxEvent = {
  QUEUED: 'QUEUED', HANDING_OVER: 'HANDING_OVER', CAPTURED: 'CAPTURED', ACCEPTED: 'ACCEPTED', REFUSED: 'REFUSED', NOT_HANDED_OVER: 'NOT_HANDED_OVER', NO_ANSWER: 'NO_ANSWER', CUT_SHORT: 'CUT_SHORT',
  CHECKED: 'CHECKED', NOT_KNOWN: 'NOT_KNOWN', GIVEN_UP: 'GIVEN_UP', DELIVERED: 'DELIVERED', NOT_DELIVERED: 'NOT_DELIVERED', ASKED_TO_SEND: 'ASKED_TO_SEND', ASKED_TO_CHECK: 'ASKED_TO_CHECK', WITHDRAWN: 'WITHDRAWN',
} as const;
export type OutboxEvent = (typeof OutboxEvent)[keyof typeof OutboxEvent];
export const OUTBOX_EVENTS: readonly OutboxEvent[] = Object.values(OutboxEvent);

const S = OutboxStatus;
/** Where an event leads from a status; what is not here does not happen. UNKNOWN leads back to WAITING by one way only: the gateway says that it does not know the message. */
export const OUTBOX_NEXT: Readonly<Record<OutboxStatus, Readonly<Partial<Record<OutboxEvent, OutboxStatus>>>>> = {
  HELD: { ASKED_TO_SEND: S.WAITING, WITHDRAWN: S.WITHDRAWN },
  WAITING: { HANDING_OVER: S.SENDING, GIVEN_UP: S.HELD, WITHDRAWN: S.WITHDRAWN },
  SENDING: { CAPTURED: S.CAPTURED, ACCEPTED: S.SENT, REFUSED: S.FAILED, NOT_HANDED_OVER: S.WAITING, NO_ANSWER: S.UNKNOWN, CUT_SHORT: S.UNKNOWN, GIVEN_UP: S.HELD },
  CAPTURED: {},
  UNKNOWN: { CHECKED: S.UNKNOWN, ASKED_TO_CHECK: S.UNKNOWN, ACCEPTED: S.SENT, DELIVERED: S.DELIVERED, NOT_DELIVERED: S.FAILED, NOT_KNOWN: S.WAITING, GIVEN_UP: S.HELD },
  SENT: { CHECKED: S.SENT, DELIVERED: S.DELIVERED, NOT_DELIVERED: S.FAILED },
  DELIVERED: {},
  FAILED: { ASKED_TO_SEND: S.WAITING, WITHDRAWN: S.WITHDRAWN },
  WITHDRAWN: {},
};

/** What a person may ask for. */
export const OutboxCommand = { SEND: 'SEND', CHECK: 'CHECK', WITHDRAW: 'WITHDRAW' } as const;
export type OutboxCommand = (typeof OutboxCommand)[keyof typeof OutboxCommand];

export const OUTBOX_COMMAND_WORDS: Readonly<Record<OutboxCommand, string>> = { SEND: 'Send this message', CHECK: 'Ask the gateway now', WITHDRAW: 'Withdraw this message' };

/** The event a command makes. */
export const EVENT_OF_COMMAND: Readonly<Record<OutboxCommand, OutboxEvent>> = { SEND: OutboxEvent.ASKED_TO_SEND, CHECK: OutboxEvent.ASKED_TO_CHECK, WITHDRAW: OutboxEvent.WITHDRAWN };

/** What a person may ask for at a status. */
export const outboxCommands = (status: OutboxStatus): OutboxCommand[] => Object.values(OutboxCommand).filter((command) => OUTBOX_NEXT[status][EVENT_OF_COMMAND[command]] !== undefined);

/** A status in words. */
export const OUTBOX_STATUS_WORDS: Readonly<Record<OutboxStatus, string>> = {
  HELD: 'Held: somebody has to decide', WAITING: 'Waiting to be sent', SENDING: 'Being handed over', CAPTURED: 'Kept here: would be sent', UNKNOWN: 'Unknown: being checked',
  SENT: 'Sent: delivery not confirmed yet', DELIVERED: 'Delivered', FAILED: 'Failed', WITHDRAWN: 'Withdrawn',
};

/** What a status means for whoever waits for the message. */
export const OUTBOX_STATUS_MEANING: Readonly<Record<OutboxStatus, string>> = {
  HELD: 'The portal does nothing more until somebody sends it or withdraws it.',
  WAITING: 'The portal sends it at its next run.',
  SENDING: 'The portal is handing it over. The answer is written down within a minute.',
  CAPTURED: 'This portal sends nothing. The message is kept as it would have been sent.',
  UNKNOWN: 'It was handed over and no answer came, so it may have been sent. The portal asks the gateway for it by its reference, and sends it again only if the gateway does not know it.',
  SENT: 'The gateway has taken it. Whether it arrived is not known yet.',
  DELIVERED: 'The gateway says that it arrived.',
  FAILED: 'It was not delivered. The reason is below.',
  WITHDRAWN: 'It was taken back before it was sent.',
};

/** An event in words. */
export const OUTBOX_EVENT_WORDS: Readonly<Record<OutboxEvent, string>> = {
  QUEUED: 'Written', HANDING_OVER: 'Handing over began', CAPTURED: 'Kept here; sent to nobody', ACCEPTED: 'Taken by the gateway', REFUSED: 'Refused by the gateway', NOT_HANDED_OVER: 'Could not be handed over',
  NO_ANSWER: 'Handed over, no answer came', CUT_SHORT: 'The portal stopped while handing over', CHECKED: 'Asked the gateway', NOT_KNOWN: 'The gateway does not know it', GIVEN_UP: 'Held: the portal stopped trying',
  DELIVERED: 'Delivered', NOT_DELIVERED: 'Not delivered', ASKED_TO_SEND: 'Somebody asked to send it', ASKED_TO_CHECK: 'Somebody asked to check it', WITHDRAWN: 'Withdrawn',
};

/** Minutes until the next attempt after so many attempts: twice as long each time, up to the longest. */
export const minutesUntilNext = (attempts: number, first: number, longest: number): number => Math.min(longest, first * 2 ** Math.max(0, Math.min(attempts - 1, 20)));
