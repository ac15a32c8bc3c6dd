import type { Operation } from '../../../platform/graphql/operation.ts';
import type { BarrierActionInput, BarrierFilter, BarrierInput, BarrierStatus } from './barrier.inputs.ts';
import type { BarrierActionType, BarrierChangeType, BarrierOwnerType, BarrierType } from './barrier.type.ts';

const NOT_CLOSED = `b.status not in ('RESOLVED', 'CLOSED_UNRESOLVED')`;
const STATUS_ORDER = `array_position(array['OPEN', 'BEING_WORKED_ON', 'CLOSED_UNRESOLVED', 'RESOLVED'], b.status)`;

/** Barriers `b` of a filter: on the day $1, of a status $2, a kind $3, an owner $4, a school $5 or a pupil $6; closed ones where $7. */
const LISTED = `($2::text is null or b.status = $2) and ($3::text is null or b.kind = $3) and ($4::int is null or b.owner_id = $4)
  and ($5::int is null or $5 = any (b.school_ids)) and ($6::int is null or b.id in (select p.barrier_id from barrier_pupil p where p.pupil_id = $6 and p.unlinked_at is null))
  and ($7::boolean or ${NOT_CLOSED}) and $1::date is not null`;

const BARRIER = `b.id, b.title, b.kind, b.known, b.place, b.since_on as "sinceOn", b.owner_id as "ownerId", coalesce(c.full_name, '') as "ownerName", b.status, b.reason, b.version, b.school_ids as "schoolIds",
  cardinality(b.school_ids) as "schoolCount", a.open as "actionsOpen", a.late as "actionsLate", to_json(h.at) #>> '{}' as "changedAt"
  from barrier b left join colleague c on c.id = b.owner_id
  cross join lateral (select (count(*) filter (where done_on is null))::int as open, (count(*) filter (where done_on is null and due_on < $1::date))::int as late from barrier_action where barrier_id = b.id) a
  cross join lateral (select coalesce(max(at), b.made_at) as at from barrier_change where barrier_id = b.id) h`;

/** SQL of barriers. Whose rows is the policies' answer; what writes are functions of the database. */
export class BarrierRepository {
  async find(operation: Operation, id: number): Promise<BarrierType | null> {
    const [row] = await operation.sql<BarrierType>(`select ${BARRIER} where b.id = $2`, [operation.today, id]);
    return row ?? null;
  }

  /** Open first; of those, first whose action is past its day, then what began first. */
  async list(operation: Operation, filter: BarrierFilter, offset: number, take: number): Promise<{ items: BarrierType[]; total: number }> {
    const values = [operation.today, filter.status ?? null, filter.kind ?? null, filter.ownerId ?? null, filter.schoolId ?? null, filter.pupilId ?? null, filter.closed === true || Boolean(filter.status)];
    const items = await operation.sql<BarrierType>(
      `select ${BARRIER} where ${LISTED} order by not (${NOT_CLOSED}), a.late > 0 desc, b.since_on, ${STATUS_ORDER}, b.id offset $8 limit $9`, [...values, offset, take]);
    const [whole] = await operation.sql<{ total: number }>(`select count(*)::int as total from barrier b where ${LISTED}`, values);
    return { items, total: whole?.total ?? 0 };
  }

  async owners(operation: Operation, roles: readonly string[]): Promise<BarrierOwnerType[]> {
    return operation.sql<BarrierOwnerType>('select c.id, c.full_name as name from barrier_owners($1, $2::date) o join colleague c on c.id = o.user_id order by c.full_name, c.id', [[...roles], operation.today]);
  }

  async actions(operation: Operation, barrierId: number): Promise<BarrierActionType[]> {
    return operation.sql<BarrierActionType>(
      `select id, what, owner, due_on as "dueOn", done_when as "doneWhen", outcome, done_on as "doneOn", version from barrier_action where barrier_id = $1 order by done_on is not null, due_on, id`, [barrierId]);
  }

  async actionBarrier(operation: Operation, actionId: number): Promise<number | null> {
    const [row] = await operation.sql<{ barrierId: number }>('select barrier_id as "barrierId" from barrier_action where id = $1', [actionId]);
    return row?.barrierId ?? null;
  }

  async teamNote(operation: Operation, barrierId: number): Promise<string> {
    const [row] = await operation.sql<{ note: string }>('select note from barrier_team_note where barrier_id = $1 order by id desc limit 1', [barrierId]);
    return row?.note ?? '';
  }

  /** The pupils linked now, as far as the reach goes. */
  async pupilIds(operation: Operation, barrierId: number): Promise<number[]> {
    const rows = await operation.sql<{ id: number }>('select p.id from barrier_pupil b join pupil p on p.id = b.pupil_id where b.barrier_id = $1 and b.unlinked_at is null order by p.id', [barrierId]);
    return rows.map(({ id }) => id);
  }

  async reachesPupil(operation: Operation, pupilId: number): Promise<boolean> {
    return (await operation.sql('select 1 from pupil where id = $1', [pupilId])).length > 0;
  }

  /** Everything that was ever changed, latest first; of pupils and notes what the reach reads. */
  async changes(operation: Operation, barrierId: number): Promise<BarrierChangeType[]> {
    return operation.sql(
      `select x.id, x.kind, to_json(x.at) #>> '{}' as at, c.full_name as by, x.about, x.fields, x."pupilId" from (
         select 'C' || h.id as id, h.id as place, h.kind, h.at, h.by_id, coalesce(a.what, s.name) as about, null::int as "pupilId",
           coalesce((select json_agg(json_build_object('field', f.key, 'from', case when f.key = 'owner_id' then u.full_name else f.value ->> 0 end, 'to', case when f.key = 'owner_id' then v.full_name else f.value ->> 1 end) order by f.key)
             from jsonb_each(h.fields) f left join colleague u on u.id = case when f.key = 'owner_id' then (f.value ->> 0)::int end left join colleague v on v.id = case when f.key = 'owner_id' then (f.value ->> 1)::int end where f.key <> 'school'), '[]'::json) as fields
         from barrier_change h left join barrier_action a on a.id = h.action_id left join school s on s.id = (h.fields -> 'school' ->> 1)::int where h.barrier_id = $1
         union all
         select 'N' || n.id, n.id, 'NOTE', n.at, n.by_id, null, null, json_build_array(json_build_object('field', 'team_note', 'from', lag(n.note) over (order by n.id), 'to', n.note)) from barrier_team_note n where n.barrier_id = $1
         union all
         select side.kind || b.id, b.id, side.kind, side.at, side.by_id, coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname, p.id, '[]'::json
         from barrier_pupil b join pupil p on p.id = b.pupil_id
         cross join lateral (values ('PUPIL_LINKED', b.linked_at, b.linked_by), ('PUPIL_UNLINKED', b.unlinked_at, b.unlinked_by)) side (kind, at, by_id) where b.barrier_id = $1 and side.at is not null
       ) x left join colleague c on c.id = x.by_id order by x.at desc, x.place desc limit 200`, [barrierId]);
  }

  /** The id, or null where the version is not the one held. A key known already gives what it made. */
  async save(operation: Operation, id: number | null, version: number | null, key: string | null, input: BarrierInput): Promise<number | null> {
    const given = { title: input.title, kind: input.kind, known: input.known, place: input.place, since_on: input.sinceOn, owner_id: input.ownerId };
    const [row] = await operation.sql<{ id: number | null }>('select save_barrier($1, $2, $3::uuid, $4::jsonb, $5) as id', [id, version, key, JSON.stringify(given), input.teamNote]);
    return row?.id ?? null;
  }

  async move(operation: Operation, id: number, version: number, status: BarrierStatus, reason: string | null): Promise<boolean> {
    const [row] = await operation.sql<{ moved: boolean }>('select move_barrier($1, $2, $3, $4) as moved', [id, version, status, reason]);
    return row?.moved ?? false;
  }

  async link(operation: Operation, id: number, to: { schoolId: number | null; pupilId: number | null }, linked: boolean): Promise<boolean> {
    const [row] = await operation.sql<{ changed: boolean }>('select link_barrier($1, $2, $3, $4) as changed', [id, to.schoolId, to.pupilId, linked]);
    return row?.changed ?? false;
  }

  async saveAction(operation: Operation, barrierId: number, id: number | null, version: number | null, key: string | null, input: BarrierActionInput): Promise<number | null> {
    const given = { what: input.what, owner: input.owner, due_on: input.dueOn, done_when: input.doneWhen, outcome: input.outcome, done_on: input.doneOn ?? null };
    const [row] = await operation.sql<{ id: number | null }>('select save_barrier_action($1, $2, $3, $4::uuid, $5::jsonb) as id', [barrierId, id, version, key, JSON.stringify(given)]);
    return row?.id ?? null;
  }
}
