import { isOfPlans, PlanListKind, planWeeks, PlanStatus, type Standing, type ViewedList } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { isInDate, isLive, saidOf } from '../plan.sql.ts';
import { STANDING } from '../work-list.sql.ts';

export interface ViewRow { readonly id: number; readonly name: string; readonly path: string; readonly shared: boolean; readonly isMine: boolean; readonly ownerName: string; readonly version: number; readonly alertJoins: boolean; readonly told: number[] | null }
export interface AskedView extends ViewedList { readonly id: number }
export interface JoinedRow { readonly enrolmentId: number; readonly pupilId: number; readonly name: string; readonly standing: Standing }

/** Whether the severely absent stand on a list by what meetings said last of their plans. Twin of isOnPlanList in shared/src/attendance. */
const BY_PLAN = `case v.kind when '${PlanListKind.SEVERE_NO_PLAN}' then not ${isLive('$6')} when '${PlanListKind.SEVERE_PLAN_NOT_WORKING}' then ${isInDate('$6')} and said.status = '${PlanStatus.IN_PLACE_NOT_WORKING}' else true end`;

/** SQL of saved views. */
export class SavedViewRepository {
  async views(operation: Operation, id: number | null = null): Promise<ViewRow[]> {
    return operation.sql<ViewRow>(
      `select v.id, v.name, v.path, v.shared, v.owner_id = $1 as "isMine", coalesce(c.full_name, '') as "ownerName", v.version, v.alert_joins as "alertJoins", t.enrolment_ids as told
       from saved_view v left join colleague c on c.id = v.owner_id left join saved_view_told t on t.view_id = v.id where $2::int is null or v.id = $2 order by v.owner_id <> $1, lower(v.name), v.id limit 100`, [operation.actor.userId, id]);
  }

  async create(operation: Operation, key: string, name: string, path: string, shared: boolean, alertJoins: boolean): Promise<{ id: number; isNew: boolean }> {
    const owner = operation.actor.userId;
    const [made] = await operation.sql<{ id: number }>(
      `insert into saved_view (owner_id, request_key, name, path, shared, alert_joins) values ($1, $2, $3, $4, $5, $6) on conflict (owner_id, request_key) do nothing returning id`, [owner, key, name, path, shared, alertJoins]);
    if (made !== undefined) return { id: made.id, isNew: true };
    const [held] = await operation.sql<{ id: number }>('select id from saved_view where owner_id = $1 and request_key = $2', [owner, key]);
    if (held === undefined) throw new Error('A view that was asked for before is not there.');
    return { id: held.id, isNew: false };
  }

  /** Whether each of these is the locality of a school. */
  async arePlaces(operation: Operation, names: readonly string[]): Promise<boolean> {
    if (names.length === 0) return true;
    return (await operation.sql('select n from unnest($1::text[]) n where not exists (select from school s where s.locality = n)', [[...names]])).length === 0;
  }

  async change(operation: Operation, id: number, version: number, to: { name: string; shared: boolean; alertJoins: boolean }): Promise<boolean> {
    return (await operation.sql('update saved_view set name = $4, shared = $5, alert_joins = $6, version = version + 1 where id = $1 and version = $2 and owner_id = $3 returning id', [id, version, operation.actor.userId, to.name, to.shared, to.alertJoins])).length === 1;
  }

  async remove(operation: Operation, id: number, version: number): Promise<boolean> {
    return (await operation.sql('delete from saved_view where id = $1 and version = $2 and owner_id = $3 returning id', [id, version, operation.actor.userId])).length === 1;
  }

  /** The enrolments that each list of work holds now, within reach: one statement for all of them. */
  async enrolments(operation: Operation, academicYear: number, views: readonly AskedView[]): Promise<Map<number, number[]>> {
    if (views.length === 0) return new Map();
    const rows = await operation.sql<{ id: number; enrolments: number[] }>(
      `with severe as materialized (select m.enrolment_id from work_list_member m where $5::boolean and m.kind = 'SEVERE' and m.academic_year = $2), ${saidOf('severe', '$3')}
       select v.id, array_agg(m.enrolment_id) as enrolments
       from json_to_recordset($1::json) as v (id int, kind text, mine boolean, phase text, "ncYear" text, "schoolId" int)
       join work_list_member m on m.kind = case when v.kind in ('${PlanListKind.SEVERE_NO_PLAN}', '${PlanListKind.SEVERE_PLAN_NOT_WORKING}') then 'SEVERE' else v.kind end and m.academic_year = $2 and (v."schoolId" is null or m.school_id = v."schoolId")
       left join said on said.enrolment_id = m.enrolment_id
       where ${BY_PLAN} and (v."ncYear" is null or exists (select from enrolment e where e.id = m.enrolment_id and e.nc_year = v."ncYear")) and (v.phase is null or m.school_id in (select id from school where phase = v.phase))
         and (not v.mine or m.school_id in (select o.school_id from school_officer o where o.user_id = $4 and o.valid_from <= $3::date and coalesce(o.valid_to, $3::date) >= $3::date))
       group by 1`, [JSON.stringify(views), academicYear, operation.today, operation.actor.userId, views.some(({ kind }) => isOfPlans(kind)), planWeeks(operation.today)]);
    return new Map(views.map(({ id }) => [id, rows.find((row) => row.id === id)?.enrolments ?? []]));
  }

  /** Whom some enrolments are of, and where they stand; as far as they are within reach. */
  async joined(operation: Operation, academicYear: number, enrolments: readonly number[]): Promise<JoinedRow[]> {
    return operation.sql<JoinedRow>(
      `select s.enrolment_id as "enrolmentId", s.pupil_id as "pupilId", coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as name,
         (select row_to_json(standing) from (select ${STANDING}) standing) as standing
       from pupil_standing s join pupil p on p.id = s.pupil_id where s.academic_year = $1 and s.enrolment_id = any ($2::int[]) order by p.search_name, s.enrolment_id`, [academicYear, enrolments]);
  }

  async tell(operation: Operation, told: readonly { viewId: number; enrolments: readonly number[] }[]): Promise<void> {
    if (told.length === 0) return;
    await operation.sql(
      `insert into saved_view_told (view_id, owner_id, enrolment_ids) select v.id, v.owner_id, array(select json_array_elements_text(t.enrolments)::int)
       from json_to_recordset($1::json) as t ("viewId" int, enrolments json) join saved_view v on v.id = t."viewId" and v.owner_id = $2
       on conflict (view_id) do update set enrolment_ids = excluded.enrolment_ids`, [JSON.stringify(told), operation.actor.userId]);
  }
}
