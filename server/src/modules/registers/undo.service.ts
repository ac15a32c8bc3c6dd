import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { DeliveryStatus, referenceOf } from './delivery-receipt.ts';
import type { DeliveryService } from './delivery.service.ts';
import { rulesOfYears } from './importing/year-rules.ts';
import type { DeliveryType, UndoStateType } from './register.type.ts';
import type { UndoRepository } from './undo.repository.ts';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/** Taking one whole delivery out again. */
export class UndoService {
  constructor(private readonly deliveries: DeliveryService, private readonly undos: UndoRepository) {}

  /** What undoing would put back; null where nothing was ever kept. */
  async stateOf(operation: Operation, delivery: DeliveryType): Promise<UndoStateType | null> {
    if (delivery.status !== DeliveryStatus.KEPT && delivery.status !== DeliveryStatus.UNDONE) return null;
    const { marksNew, marksChanged, pupils, weeks } = delivery;
    return { marks: marksNew + marksChanged, pupils, weeks: weeks ?? 0, obstacle: await this.obstacleTo(operation, delivery) };
  }

  /**
   * Puts every mark back as it stood before the delivery, works the summaries out again and keeps the reason on the receipt.
   * Refused where a later delivery wrote over the same weeks: what it brought would be lost.
   */
  async undo(operation: Operation, id: string, reason: string): Promise<DeliveryType> {
    // The trail has one entry an operation, and that entry names one delivery.
    if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One delivery is undone at a time. Nothing was changed.');
    const why = givenReason(reason);
    const asked = await this.deliveries.openDelivery(operation, id);
    if (!(await this.undos.lockSchool(operation, asked.schoolId))) {
      throw new Refusal(RefusalCode.BUSY, 'A register file of the same school is being read just now. Nothing was changed. Wait for its receipt and try again.');
    }
    const delivery = await this.deliveries.openDelivery(operation, id);
    const obstacle = await this.obstacleTo(operation, delivery);
    if (obstacle !== null) throw new Refusal(RefusalCode.CONFLICT, `${obstacle} Nothing was changed.`);
    const putBack = await this.undos.undo(operation, delivery.id, why, rulesOfYears(delivery.firstDay ?? operation.today, delivery.lastDay ?? operation.today));
    operation.audit.as(AuditKind.CHANGED, { delivery: delivery.id, marks: putBack.marks, weeks: putBack.weeks });
    operation.audit.reason = why;
    operation.audit.viewed(putBack.pupils);
    for (const schoolId of putBack.schools) operation.audit.schoolIds.add(schoolId);
    return this.deliveries.openDelivery(operation, id);
  }

  /** Why a delivery cannot be undone now, in plain words; null when it can. */
  private async obstacleTo(operation: Operation, { id, status, weeks, undone }: DeliveryType): Promise<string | null> {
    if (status === DeliveryStatus.UNDONE) return `${referenceOf(id)} was already undone${undone?.by ? ` by ${undone.by}` : ''}.`;
    if (status === DeliveryStatus.REFUSED || status === DeliveryStatus.INTERRUPTED) return 'Nothing of this file was kept, so there is nothing to undo.';
    if (status !== DeliveryStatus.KEPT) return 'This file is still being read. Wait for its receipt.';
    if (weeks === null) return 'This delivery came in before the portal kept what is needed to put its marks back. Send a corrected register instead.';
    if (weeks === 0) return 'This delivery changed no mark, so there is nothing to undo.';
    const later = await this.undos.overtakenBy(operation, id);
    return later.length === 0 ? null : overtakenWords(later);
  }
}

function givenReason(reason: string): string {
  const given = reason.replace(/\s+/gu, ' ').replace(/[\u0000-\u001f]/gu, '').trim();
  if (given.length >= SHORTEST_REASON && given.length <= LONGEST_REASON) return given;
  const problem = given.length < SHORTEST_REASON ? `Say why, in at least ${SHORTEST_REASON} characters` : `Say why in ${LONGEST_REASON} characters or fewer`;
  throw new Refusal(RefusalCode.INVALID, `${problem}. Nothing was changed.`, { reason: problem });
}

const NAMED = 3;

/** Which deliveries stand in the way, the latest first, since that is the order to undo them in. */
function overtakenWords(later: readonly number[]): string {
  const names = later.slice(-NAMED).reverse().map(referenceOf);
  if (later.length > NAMED) names.push(`${later.length - NAMED} more`);
  const said = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${said} came later and wrote over the same weeks. Undo ${later.length === 1 ? 'that delivery first' : 'those first, in this order'}, or send a corrected register.`;
}
