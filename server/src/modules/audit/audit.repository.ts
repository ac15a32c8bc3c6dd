import type { Operation } from '../../platform/graphql/operation.ts';
import type { LooksType, LookType } from './audit.resolver.ts';

const LOOK = `a.seq as id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, coalesce(c.full_name, 'The portal') as who, coalesce(c.job_title, '') as "jobTitle", a.kind, a.operation, a.reason, cardinality(a.pupil_ids)::int as pupils, a.pupil_ids[1] as "pupilId"`;

/** Reading the trail; everyone else only writes it. */
export class AuditRepository {
  async looksAtPupil(operation: Operation, pupilId: number, offset: number, take: number): Promise<LooksType> {
    const looks = await this.looks(operation, `a.pupil_ids @> array[$1::int] and a.at > $2::timestamptz - interval '30 days'`, [pupilId, operation.clock.now()], offset, take);
    // Which other record it was is nobody's business here: that a restricted one exists must not come out this way.
    return { ...looks, items: looks.items.map((look) => (look.pupilId === pupilId ? look : { ...look, pupilId: null })) };
  }

  async ownLooks(operation: Operation, recordsOnly: boolean, offset: number, take: number): Promise<LooksType> {
    return this.looks(operation, 'a.actor_id = $1 and (not $2::boolean or cardinality(a.pupil_ids) > 0)', [operation.actor.userId, recordsOnly], offset, take);
  }

  private async looks(operation: Operation, where: string, values: unknown[], offset: number, take: number): Promise<LooksType> {
    const items = await operation.sql<LookType>(`select ${LOOK} from audit_entry a left join colleague c on c.id = a.actor_id where ${where} order by a.seq desc offset $3 limit $4`, [...values, offset, take]);
    const [count] = await operation.sql<{ total: number; people: number }>(`select count(*)::int as total, count(distinct a.actor_id)::int as people from audit_entry a where ${where}`, values);
    return { items, total: count?.total ?? 0, people: count?.people ?? 0 };
  }
}
