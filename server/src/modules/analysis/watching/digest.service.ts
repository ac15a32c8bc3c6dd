import { digestOf, isoWeekOf } from '@attendance/shared/attendance';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { changing } from './changing.ts';
import type { DigestRepository } from './digest.repository.ts';
import type { WatchAlertsService } from './watch-alerts.service.ts';
import type { DigestStateType } from './watch.type.ts';

/** One message a person and week, in counts and addresses, left to be sent. */
export class DigestService {
  constructor(private readonly digests: DigestRepository, private readonly alerts: WatchAlertsService) {}

  async state(operation: Operation): Promise<DigestStateType> {
    const latest = operation.actor.userId === null ? null : await this.digests.latest(operation);
    return { on: await this.digests.isOn(operation), latest: latest === null ? null : { week: latest.week, status: latest.status, writtenAt: latest.writtenAt, changes: latest.body.changes, lines: latest.body.lines.map(({ id, ...line }) => ({ ...line, sourceId: id })) } };
  }

  async set(operation: Operation, on: boolean): Promise<DigestStateType> {
    changing(operation, { digest: on });
    await this.digests.set(operation, on);
    return this.state(operation);
  }

  /**
   * Writes this week's message of whoever the operation is of, under their reach, unless there is one, they want none, or nothing
   * changed. Everything not read yet is in it, however long ago it came: a week without a message is made up for once.
   */
  async write(operation: Operation): Promise<boolean> {
    const week = isoWeekOf(operation.today);
    if (!(await this.digests.isOn(operation)) || (await this.digests.has(operation, week))) return false;
    const body = digestOf(await this.alerts.changed(operation));
    if (body === null || !(await this.digests.write(operation, week, body))) return false;
    operation.audit.as(AuditKind.CHANGED, { digest: week, changes: body.changes });
    return true;
  }
}
