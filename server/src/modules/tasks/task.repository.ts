import { addDays, weekStartOf } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { TaskFilter, TaskSort, TaskStatus } from './task.inputs.ts';
import type { TaskChangeType, TaskOwnerType, TaskType, WorkCountsType } from './task.type.ts';

export type TaskRow = Omit<TaskType, 'nextStatuses' | 'mayReassign' | 'mayPostpone'>;
/** Whose work is asked for: a person, and the tasks nobody owns that fall to them, of one side at some schools. */
export interface Worker { readonly userId: number; readonly schoolIds: readonly number[]; readonly side: 'LA' | 'SCHOOL' | null }

const OPEN = `t.status in ('OPEN', 'IN_PROGRESS')`;
/** When an open task of today $1, in a week that ends on $2, asks for its owner. Twin of `workWhen` in shared/src/tasks. */
const WHEN = `case when not ${OPEN} then null when t.overdue_from <= $1::date then 'OVERDUE' when t.due_on <= $1::date then 'TODAY' when t.due_on <= $2::date then 'THIS_WEEK' else 'LATER' end`;
const COLUMNS = `t.id, t.source, t.type, t.scope, t.what, t.side, t.status, t.priority = 'HIGH' as "isUrgent", t.school_id as "schoolId", s.name as "schoolName", t.pupil_id as "pupilId",
  coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as "pupilName", t.owner_id as "ownerId", coalesce(c.full_name, t.owner) as owner, t.owner_id is not null and t.owner_id in (select owners_gone($1::date)) as "ownerHasLeft",
  t.from_on as "fromOn", t.due_on as "dueOn", t.overdue_from as "overdueFrom", t.done_on as "doneOn", t.note, t.carried_from as "carriedFrom", t.version, ${WHEN} as "when"`;
const TASK = `${COLUMNS} from task t left join school s on s.id = t.school_id left join pupil p on p.id = t.pupil_id left join colleague c on c.id = t.owner_id`;
const PRESSING = `array_position(array['OVERDUE', 'TODAY', 'THIS_WEEK', 'LATER'], ${WHEN})`;
const SORTS: Readonly<Record<TaskSort, string>> = {
  DUE: `not ${OPEN}, t.due_on, t.id`, OWNER: 'lower(coalesce(c.full_name, t.owner)), t.due_on, t.id', SCHOOL: 's.name nulls last, t.due_on, t.id',
  STATUS: `array_position(array['OPEN', 'IN_PROGRESS', 'NOT_DONE', 'PARTLY', 'NO_LONGER_NEEDED', 'DONE'], t.status), t.due_on, t.id`,
};
/** Tasks `t` of a filter: $3 owner, $4 whether the owner left, $5 school, $6 pupil, $7 status, $8 open, $9 overdue, $10 source, $11 side. */
const LISTED = `($3::int is null or t.owner_id = $3) and ($4::boolean is null or not $4 or t.owner_id in (select owners_gone($1::date))) and ($5::int is null or t.school_id = $5) and ($6::int is null or t.pupil_id = $6)
  and ($7::text is null or t.status = $7) and ($8::boolean is null or $8 = (${OPEN})) and ($9::boolean is null or $9 = (${OPEN} and t.overdue_from <= $1::date)) and ($10::text is null or t.source = $10) and ($11::text is null or t.side = $11) and $2::date is not null`;
/** Open tasks of the worker $3: own ones, and those without an owner of the side $5 at the schools $4. */
const MINE = `${OPEN} and (t.owner_id = $3::int or (t.owner_id is null and t.side = $5::text and t.school_id = any ($4::int[])))`;
/** Overdue at the schools $4, and not the worker's. What somebody noted for themselves is nobody else's to chase. */
const AT_SCHOOLS = `${OPEN} and t.overdue_from <= $1::date and t.source <> 'OWN' and t.school_id = any ($4::int[]) and t.owner_id is distinct from $3::int and not (t.owner_id is null and t.side = coalesce($5::text, '')) and $2::date is not null`;

const daysOf = (operation: Operation): [today: string, sunday: string] => [operation.today, addDays(weekStartOf(operation.today), 6)];
const ofWorker = (operation: Operation, { userId, schoolIds, side }: Worker): unknown[] => [...daysOf(operation), userId, [...schoolIds], side];

/** SQL that reads tasks. Whose rows is the policies' answer. */
export class TaskRepository {
  async find(operation: Operation, ids: readonly number[]): Promise<TaskRow[]> {
    return operation.sql<TaskRow>(`select ${TASK} where t.id = any ($3)`, [...daysOf(operation), [...ids]]);
  }

  async list(operation: Operation, filter: TaskFilter, sort: TaskSort, offset: number, take: number): Promise<{ items: TaskRow[]; total: number; overdue: number }> {
    const values = [...daysOf(operation), filter.ownerId ?? null, filter.ownerHasLeft ?? null, filter.schoolId ?? null, filter.pupilId ?? null, filter.status ?? null, filter.open ?? null, filter.overdue ?? null, filter.source ?? null, filter.side ?? null];
    const items = await operation.sql<TaskRow>(`select ${TASK} where ${LISTED} order by ${SORTS[sort]} offset $12 limit $13`, [...values, offset, take]);
    const [whole] = await operation.sql<{ total: number; overdue: number }>(`select count(*)::int as total, (count(*) filter (where ${OPEN} and t.overdue_from <= $1::date))::int as overdue from task t where ${LISTED}`, values);
    return { items, total: whole?.total ?? 0, overdue: whole?.overdue ?? 0 };
  }

  async mine(operation: Operation, worker: Worker, take: number): Promise<TaskRow[]> {
    return operation.sql<TaskRow>(`select ${TASK} where ${MINE} order by ${PRESSING}, t.priority <> 'HIGH', t.due_on, t.id limit $6`, [...ofWorker(operation, worker), take]);
  }

  async counts(operation: Operation, worker: Worker): Promise<WorkCountsType> {
    const [row] = await operation.sql<WorkCountsType>(
      `select ${Object.entries({ overdue: 'OVERDUE', today: 'TODAY', thisWeek: 'THIS_WEEK', later: 'LATER' }).map(([name, when]) => `(count(*) filter (where w = '${when}'))::int as "${name}"`).join(', ')}
       from (select ${WHEN} as w from task t where ${MINE}) x`, ofWorker(operation, worker));
    return row ?? { overdue: 0, today: 0, thisWeek: 0, later: 0 };
  }

  async atSchools(operation: Operation, worker: Worker, take: number): Promise<{ items: TaskRow[]; total: number; overdue: number }> {
    const items = await operation.sql<TaskRow>(`select ${TASK} where ${AT_SCHOOLS} order by t.due_on, t.id limit $6`, [...ofWorker(operation, worker), take]);
    const [whole] = await operation.sql<{ total: number }>(`select count(*)::int as total from task t where ${AT_SCHOOLS}`, ofWorker(operation, worker));
    return { items, total: whole?.total ?? 0, overdue: whole?.total ?? 0 };
  }

  /** The schools a person is the named officer of today. */
  async officerSchools(operation: Operation, userId: number): Promise<number[]> {
    const rows = await operation.sql<{ id: number }>('select distinct school_id as id from school_officer where user_id = $1 and valid_from <= $2::date and coalesce(valid_to, $2::date) >= $2::date order by 1', [userId, operation.today]);
    return rows.map(({ id }) => id);
  }

  /** Of one task, latest first; the task decides who reads them. */
  async changes(operation: Operation, taskId: number): Promise<TaskChangeType[]> {
    return operation.sql<TaskChangeType>(
      `select h.id::text as id, h.kind, h.status, h.owner, h.due_on as "dueOn", h.note, to_json(h.at) #>> '{}' as at, c.full_name as by
       from task_change h join task t on t.id = h.task_id left join colleague c on c.id = h.by_id where h.task_id = $1 order by h.id desc limit 200`, [taskId]);
  }

  /** Who changed each of some tasks last. */
  async lastBy(operation: Operation, taskIds: readonly number[]): Promise<Map<number, string>> {
    const rows = await operation.sql<{ id: number; by: string | null }>('select distinct on (h.task_id) h.task_id as id, c.full_name as by from task_change h left join colleague c on c.id = h.by_id where h.task_id = any ($1) order by h.task_id, h.id desc', [[...taskIds]]);
    return new Map(rows.map(({ id, by }) => [id, by ?? 'Somebody']));
  }

  async owners(operation: Operation, schoolId: number | null, pupilId: number | null, roles: object): Promise<TaskOwnerType[]> {
    return operation.sql<TaskOwnerType>('select c.id, c.full_name as name, c.job_title as "jobTitle", o.side from task_owners($1, $2, $3::jsonb, $4::date) o join colleague c on c.id = o.user_id order by c.full_name, c.id', [schoolId, pupilId, JSON.stringify(roles), operation.today]);
  }

  async reachesPupil(operation: Operation, pupilId: number): Promise<boolean> {
    return (await operation.sql('select 1 from pupil where id = $1', [pupilId])).length > 0;
  }

  async knowsSchool(operation: Operation, schoolId: number): Promise<boolean> {
    return (await operation.sql('select 1 from school where id = $1', [schoolId])).length > 0;
  }

  /** Which of some tasks a person may own. */
  async mayOwn(operation: Operation, taskIds: readonly number[], person: number, roles: object): Promise<Set<number>> {
    const rows = await operation.sql<{ id: number }>('select id from may_own_tasks($1, $2, $3::jsonb, $4::date) m (id)', [[...taskIds], person, JSON.stringify(roles), operation.today]);
    return new Set(rows.map(({ id }) => id));
  }

  async nameOf(operation: Operation, person: number): Promise<string | null> {
    const [row] = await operation.sql<{ name: string }>('select full_name as name from colleague where id = $1', [person]);
    return row?.name ?? null;
  }

  /** The id, or null where the key is another person's. A key known already gives what it made. */
  async add(operation: Operation, key: string, given: object, roles: object): Promise<number | null> {
    const [row] = await operation.sql<{ id: number | null }>('select save_own_task($1::uuid, $2::jsonb, $3::jsonb, $4::date) as id', [key, JSON.stringify(given), JSON.stringify(roles), operation.today]);
    return row?.id ?? null;
  }

  /** The ids of those that were as the sender saw them: they are changed, and no others. */
  async change(operation: Operation, held: readonly { id: number; version: number }[], status: TaskStatus, note: string): Promise<Set<number>> {
    const rows = await operation.sql<{ id: number }>('select id from change_tasks($1, $2, $3, $4, $5::date)', [held.map(({ id }) => id), held.map(({ version }) => version), status, note, operation.today]);
    return new Set(rows.map(({ id }) => id));
  }

  async reassign(operation: Operation, held: readonly { id: number; version: number }[], person: number, reason: string, roles: object): Promise<Set<number>> {
    const rows = await operation.sql<{ id: number }>('select id from reassign_tasks($1, $2, $3, $4, $5::jsonb, $6::date)', [held.map(({ id }) => id), held.map(({ version }) => version), person, reason, JSON.stringify(roles), operation.today]);
    return new Set(rows.map(({ id }) => id));
  }

  async postpone(operation: Operation, id: number, version: number, dueOn: string, overdueFrom: string, reason: string): Promise<boolean> {
    const [row] = await operation.sql<{ postponed: boolean }>('select postpone_task($1, $2, $3::date, $4::date, $5) as postponed', [id, version, dueOn, overdueFrom, reason]);
    return row?.postponed ?? false;
  }
}
