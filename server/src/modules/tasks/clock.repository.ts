import type { ClockUnit } from '@attendance/shared/tasks';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { ClockFilter } from './task.inputs.ts';
import type { ClockType } from './clock.type.ts';

export type ClockRow = Omit<ClockType, 'state' | 'daysLeft'>;
/** As much of a deadline as its place on the wall needs. */
export interface Running { readonly id: number; readonly officerId: number | null; readonly officer: string | null; readonly teams: readonly { readonly id: number; readonly name: string }[]; readonly schoolId: number | null; readonly counted: ClockUnit; readonly dueOn: string; readonly metOn: null }

const OF_FILTER = `($1::int is null or k.school_id = $1) and ($2::text is null or k.side = $2)`;
const OF_MET = `${OF_FILTER} and ($3::int is null or coalesce(k.officer_id, 0) = $3) and ($4::int is null or exists (select from team_member n where n.team_id = $4 and n.user_id = k.officer_id)) and k.met_on is not null`;
const valuesOf = ({ schoolId, side }: ClockFilter): unknown[] => [schoolId ?? null, side ?? null];

/** SQL of clocks. Whose rows is the policies' answer. */
export class ClockRepository {
  /** Every deadline that is not met and not called off. There are a few for each school and term. */
  async running(operation: Operation, filter: ClockFilter): Promise<Running[]> {
    return operation.sql<Running>(
      `select k.id, k.officer_id as "officerId", c.full_name as officer, coalesce(g.teams, '[]') as teams, k.school_id as "schoolId", k.counted, k.due_on as "dueOn", k.met_on as "metOn"
       from clock k left join colleague c on c.id = k.officer_id
       left join (select n.user_id, json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id) as teams from team_member n join team t on t.id = n.team_id group by 1) g on g.user_id = k.officer_id
       where ${OF_FILTER} and k.met_on is null and k.stopped_on is null`, valuesOf(filter));
  }

  /** The latest met first. */
  async met(operation: Operation, filter: ClockFilter, offset: number, take: number): Promise<{ ids: number[]; total: number }> {
    const values = [...valuesOf(filter), filter.officerId ?? null, filter.teamId ?? null];
    const rows = await operation.sql<{ id: number }>(`select k.id from clock k where ${OF_MET} order by k.met_on desc, k.id desc offset $5 limit $6`, [...values, offset, take]);
    const [whole] = await operation.sql<{ total: number }>(`select count(*)::int as total from clock k where ${OF_MET}`, values);
    return { ids: rows.map(({ id }) => id), total: whole?.total ?? 0 };
  }

  async find(operation: Operation, ids: readonly number[]): Promise<ClockRow[]> {
    return operation.sql<ClockRow>(
      `select k.id, k.kind, k.what, k.source, k.source_id as "sourceId", k.side, k.school_id as "schoolId", s.name as "schoolName", k.pupil_id as "pupilId", coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as "pupilName",
         k.officer_id as "officerId", c.full_name as officer, k.counted, k.days, k.started_on as "startedOn", k.due_on as "dueOn", k.met_on as "metOn"
       from unnest($1::int[]) with ordinality a (id, place) join clock k on k.id = a.id left join school s on s.id = k.school_id left join pupil p on p.id = k.pupil_id left join colleague c on c.id = k.officer_id order by a.place`, [[...ids]]);
  }
}
