import type { MailSender } from './mail-sender.ts';

/** Sends to nobody: the message stays in the outbox as it would have been sent. What a portal does unless it is told of a gateway. */
export const captureSender = (): MailSender => ({
  name: 'capture', leaves: false,
  send: async () => ({ kind: 'CAPTURED' }),
  find: async () => ({ kind: 'NOT_KNOWN' }),
});
