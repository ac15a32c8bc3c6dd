import { EVENT_OF_COMMAND, messageText, OUTBOX_NEXT, OUTBOX_STATUS_WORDS, outboxCommands, type MessageData } from '@attendance/shared/communications';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { oneLine } from '../../platform/graphql/form.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { OutboxCommand, OutboxFilter } from './outbox.inputs.ts';
import type { OutboxRepository, OutboxRow } from './outbox.repository.ts';
import type { OutboxFileType, OutboxHappeningType, OutboxMessageType, OutboxPageType } from './outbox.type.ts';

const NOTE_LENGTH = 500;

/** What the authority sees of its outbox, and may do about a message. */
export class OutboxService {
  constructor(private readonly outbox: OutboxRepository, private readonly portalUrl: string, private readonly sends: boolean) {}

  async list(operation: Operation, filter: OutboxFilter, offset: number, take: number): Promise<OutboxPageType> {
    ofTheAuthority(operation);
    const { items, total } = await this.outbox.list(operation, filter, offset, take);
    operation.audit.viewed(items.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])));
    return { total, counts: await this.outbox.counts(operation), sends: this.sends, items: items.map((row) => this.shown(operation, row)) };
  }

  async open(operation: Operation, id: string): Promise<OutboxMessageType> {
    ofTheAuthority(operation);
    const row = /^\d{1,9}$/.test(id) ? await this.outbox.find(operation, Number(id)) : null;
    if (row === null) throw notFound('message');
    if (row.pupilId !== null) operation.audit.viewed([row.pupilId]);
    return this.shown(operation, row);
  }

  async happenings(operation: Operation, { id }: OutboxMessageType): Promise<OutboxHappeningType[]> {
    return this.outbox.happenings(operation, Number(id));
  }

  async files(operation: Operation, { documentIds }: OutboxMessageType): Promise<OutboxFileType[]> {
    return this.outbox.files(operation, documentIds);
  }

  /** Gives one of `allowedCommands`. Refused where the message has changed since `version`: it may have been sent meanwhile. */
  async change(operation: Operation, id: string, version: number, command: OutboxCommand, note: string): Promise<OutboxMessageType> {
    if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One message is changed at a time. Nothing was changed.');
    const was = await this.open(operation, id);
    const event = EVENT_OF_COMMAND[command];
    const next = OUTBOX_NEXT[was.status][event];
    if (was.version !== version || next === undefined || !was.allowedCommands.includes(command)) throw overtaken(was);
    if (!(await this.outbox.change(operation, was.id, version, event, next, oneLine(note).slice(0, NOTE_LENGTH)))) throw overtaken(await this.open(operation, id));
    operation.audit.as(AuditKind.CHANGED, { message: was.id, command });
    if (was.schoolId !== null) operation.audit.schoolIds.add(was.schoolId);
    return this.open(operation, id);
  }

  private shown(operation: Operation, { body, ...row }: OutboxRow): OutboxMessageType {
    const { subject, text } = row.subject !== null && row.text !== null ? { subject: row.subject, text: row.text } : messageText(row.kind, body as MessageData[typeof row.kind], this.portalUrl);
    return { ...row, subject, text, allowedCommands: operation.can('communication:write') ? outboxCommands(row.status) : [] };
  }
}

/** Whom the council writes to is the council's own to see, whoever else reads communications. */
function ofTheAuthority({ actor: { reach } }: Operation): void {
  if (reach.kind !== 'AUTHORITY') throw new Refusal(RefusalCode.FORBIDDEN, 'The outbox belongs to the council’s own staff. Nothing was changed. What was sent to you is in your own mailbox.');
}

const overtaken = ({ status }: OutboxMessageType): Refusal => new Refusal(RefusalCode.CONFLICT, `This message has moved on since you opened it: ${OUTBOX_STATUS_WORDS[status].toLowerCase()}. Nothing of yours was done. Look at where it stands now, and decide again.`);
