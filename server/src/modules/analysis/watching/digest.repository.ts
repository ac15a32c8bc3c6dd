import type { DigestBody } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';

export interface DigestRow { readonly week: string; readonly status: string; readonly writtenAt: Date; readonly body: DigestBody }

/** SQL of weekly digests: each person's own rows. */
export class DigestRepository {
  async isOn(operation: Operation): Promise<boolean> {
    const [row] = await operation.sql<{ digest: boolean }>('select digest from watch_setting where owner_id = $1', [operation.actor.userId]);
    return row?.digest ?? true;
  }

  async set(operation: Operation, on: boolean): Promise<void> {
    await operation.sql('insert into watch_setting (owner_id, digest) values ($1, $2) on conflict (owner_id) do update set digest = excluded.digest', [operation.actor.userId, on]);
  }

  async latest(operation: Operation): Promise<DigestRow | null> {
    const [row] = await operation.sql<DigestRow>(`select period as week, status, created_at as "writtenAt", body from outbox_message where kind = 'WEEKLY_DIGEST' and recipient_id = $1 order by id desc limit 1`, [operation.actor.userId]);
    return row ?? null;
  }

  async has(operation: Operation, week: string): Promise<boolean> {
    return (await operation.sql(`select 1 from outbox_message where kind = 'WEEKLY_DIGEST' and recipient_id = $1 and period = $2`, [operation.actor.userId, week])).length > 0;
  }

  /** False where that week's was written meanwhile. */
  async write(operation: Operation, week: string, body: DigestBody): Promise<boolean> {
    return (await operation.sql(`insert into outbox_message (kind, recipient_id, period, body) values ('WEEKLY_DIGEST', $1, $2, $3::jsonb) on conflict on constraint outbox_message_once do nothing returning id`, [operation.actor.userId, week, JSON.stringify(body)])).length === 1;
  }
}
