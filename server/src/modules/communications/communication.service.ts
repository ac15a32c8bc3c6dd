import { messageText, OutboxStatus, type MessageData, type MessageKind } from '@attendance/shared/communications';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { manyLines, oneLine } from '../../platform/graphql/form.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { OutboxRepository } from './outbox.repository.ts';

/** Whom a message is for: somebody with an account, an email address, or a postal address of three to seven lines, the last its postcode. */
export type Recipient =
  | { readonly userId: number }
  | { readonly name: string; readonly email: string }
  | { readonly name: string; readonly lines: readonly string[]; readonly isProtected?: boolean };

/** A message as another module asks for it. */
export interface NewMessage<Kind extends MessageKind = MessageKind> {
  readonly kind: Kind;
  readonly recipient: Recipient;
  /** What tells this message from the next of its kind to the same person: a week, "MEETING-12-0". The same three twice is one message. */
  readonly period: string;
  readonly data: MessageData[Kind];
  readonly schoolId?: number | null;
  /** Only where the message is about one child: it then follows that child's reach. No email may name the child. */
  readonly pupilId?: number | null;
  /** Documents it points to; who may open one is asked when it is opened. */
  readonly documentIds?: readonly number[];
  /** True keeps it back until somebody has looked at it and sends it. */
  readonly hold?: boolean;
}

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+[.][^\s@<>,;]+$/;
const ADDRESS_LINES = { least: 3, most: 7 } as const;
const LONGEST_PERIOD = 80;

/** Puts messages into the outbox, each in the transaction of what it tells of: sent if that is kept, and never heard of if it is not. */
export class CommunicationService {
  constructor(private readonly outbox: OutboxRepository, private readonly portalUrl: string) {}

  /** Writes a message unless it was written before; gives its number either way. Throws a Refusal for an address nobody could be reached at. */
  async queue<Kind extends MessageKind>(operation: Operation, message: NewMessage<Kind>): Promise<{ id: number; isNew: boolean }> {
    const { kind, recipient, period, data, schoolId = null, pupilId = null } = message;
    if (period === '' || period.length > LONGEST_PERIOD) throw new Error(`A message of ${kind} needs a period of at most ${LONGEST_PERIOD} characters.`);
    if (pupilId !== null && (await operation.sql('select 1 from pupil where id = $1', [pupilId])).length === 0) throw notFound('pupil');
    const documentIds = [...(message.documentIds ?? [])];
    const written = messageText(kind, data, this.portalUrl);
    const queued = await this.outbox.queue(operation, {
      kind, period, body: data, documentIds, ...addressOf(recipient), status: message.hold === true ? OutboxStatus.HELD : OutboxStatus.WAITING,
      subject: oneLine(written.subject), text: manyLines(withFiles(written.text, documentIds, this.portalUrl)), schoolId, pupilId,
    });
    if (queued.isNew) {
      const { details } = operation.audit;
      details.messages = [...((details.messages as number[] | undefined) ?? []), queued.id];
      if (pupilId !== null) operation.audit.viewed([pupilId]);
      if (schoolId !== null) operation.audit.schoolIds.add(schoolId);
    }
    return queued;
  }
}

/** A gateway's copy of a file would be out of the portal's hands: a message says where to open it instead. */
function withFiles(text: string, documentIds: readonly number[], portalUrl: string): string {
  if (documentIds.length === 0) return text;
  return `${text}\n\n${documentIds.length === 1 ? 'A file belongs' : 'Files belong'} to this message. Sign in to open ${documentIds.length === 1 ? 'it' : 'them'}:\n${documentIds.map((id) => `${portalUrl}/documents/${id}`).join('\n')}`;
}

function addressOf(recipient: Recipient): { recipientId: number | null; recipientName: string | null; address: string | null; channel: 'EMAIL' | 'LETTER'; isProtected: boolean } {
  if ('userId' in recipient) return { recipientId: recipient.userId, recipientName: null, address: null, channel: 'EMAIL', isProtected: false };
  const recipientName = oneLine(recipient.name);
  if ('email' in recipient) {
    const address = oneLine(recipient.email);
    if (!EMAIL.test(address)) throw new Refusal(RefusalCode.INVALID, `There is no usable email address for ${recipientName || 'the recipient'}. Nothing was sent. Correct the address and try again.`);
    return { recipientId: null, recipientName, address, channel: 'EMAIL', isProtected: false };
  }
  const lines = recipient.lines.map(oneLine).filter((line) => line !== '');
  if (lines.length < ADDRESS_LINES.least || lines.length > ADDRESS_LINES.most) throw new Refusal(RefusalCode.INVALID, `A letter needs an address of ${ADDRESS_LINES.least} to ${ADDRESS_LINES.most} lines, the last of them the postcode; the one of ${recipientName || 'the recipient'} has ${lines.length}. Nothing was sent.`);
  return { recipientId: null, recipientName, address: lines.join('\n'), channel: 'LETTER', isProtected: recipient.isProtected === true };
}
