import type { Config } from '../../platform/config/config.ts';
import { CommunicationService } from './communication.service.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { OutboxResolver } from './outbox.resolver.ts';
import { OutboxService } from './outbox.service.ts';

export type { CommunicationService, NewMessage, Recipient } from './communication.service.ts';
export { sendOutbox, type SendingRun } from './sending/send-outbox.ts';

/** The outbox: messages written with what they tell of, seen before and after they are sent, and never sent twice. */
export function communicationsModule({ config }: { readonly config: Pick<Config, 'publicUrl' | 'notify'> }) {
  const outbox = new OutboxRepository();
  return { entities: [], resolvers: [new OutboxResolver(new OutboxService(outbox, config.publicUrl, config.notify !== undefined))], service: new CommunicationService(outbox, config.publicUrl) };
}
