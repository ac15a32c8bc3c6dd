import type { Standing, WatchKind, WorkListKind } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { STANDING } from '../work-list.sql.ts';

export interface ListRow {
  readonly id: number; readonly name: string; readonly kind: WatchKind; readonly shared: boolean; readonly isMine: boolean; readonly ownerName: string; readonly version: number; readonly members: number;
  readonly alertKinds: WorkListKind[]; readonly alertFallPoints: number | null; readonly alertSilentDays: number | null; readonly holds: boolean;
}
export interface EntryRow { readonly entryId: number; readonly listId: number; readonly why: string; readonly watchedOn: string; readonly told: string[] }
/** A watched child with one standing; a row without one where no mark has come in. Children with two enrolments have two rows. */
export interface PupilEntryRow extends EntryRow {
  readonly pupilId: number; readonly name: string; readonly ncYear: string; readonly form: string | null; readonly schoolId: number | null; readonly schoolName: string; readonly enrolmentId: number | null;
  readonly sincePossible: number; readonly sinceAbsent: number; readonly standing: Standing | null;
}
export interface SchoolEntryRow extends EntryRow {
  readonly schoolId: number; readonly name: string; readonly possible: number; readonly absent: number; readonly recentPossible: number; readonly recentAbsent: number; readonly recentFrom: string | null;
  readonly sincePossible: number; readonly sinceAbsent: number; readonly silentDays: number;
}

const LIST = `l.id, l.name, l.kind, l.shared, l.owner_id = $1 as "isMine", coalesce(c.full_name, '') as "ownerName", l.version, l.alert_kinds as "alertKinds", l.alert_fall_points as "alertFallPoints", l.alert_silent_days as "alertSilentDays",
  (select count(*) from watch_entry e where e.list_id = l.id)::int as members,
  exists (select from watch_entry e where e.list_id = l.id and (e.pupil_id = $2::int or e.school_id = $3::int)) as holds`;

/** Entries $1 selects by list, or all of one's own ($2) where no list is named. */
const WHICH = '($1::int is null and e.owner_id = $2 or e.list_id = $1)';
const ENTRY = 'e.id as "entryId", e.list_id as "listId", e.why, e.watched_on as "watchedOn", e.told';

/** SQL of watch lists. A reach writes rows of its own actor only; which members anybody sees is the policies' answer. */
export class WatchListRepository {
  async lists(operation: Operation, pupilId: number | null, schoolId: number | null, id: number | null = null): Promise<ListRow[]> {
    return operation.sql<ListRow>(`select ${LIST} from watch_list l left join colleague c on c.id = l.owner_id where $4::int is null or l.id = $4 order by l.owner_id <> $1, lower(l.name), l.id limit 200`, [operation.actor.userId, pupilId, schoolId, id]);
  }

  /** The list of a request key, made now or before. */
  async create(operation: Operation, key: string, name: string, kind: WatchKind, shared: boolean, alerts: { kinds: readonly WorkListKind[]; fallPoints: number | null; silentDays: number | null }): Promise<{ id: number; isNew: boolean }> {
    const owner = operation.actor.userId;
    const [made] = await operation.sql<{ id: number }>(
      `insert into watch_list (owner_id, request_key, name, kind, shared, alert_kinds, alert_fall_points, alert_silent_days) values ($1, $2, $3, $4, $5, $6::text[], $7, $8) on conflict (owner_id, request_key) do nothing returning id`,
      [owner, key, name, kind, shared, alerts.kinds, alerts.fallPoints, alerts.silentDays]);
    if (made !== undefined) return { id: made.id, isNew: true };
    const [held] = await operation.sql<{ id: number }>('select id from watch_list where owner_id = $1 and request_key = $2', [owner, key]);
    if (held === undefined) throw new Error('A list that was asked for before is not there.');
    return { id: held.id, isNew: false };
  }

  /** False where the version is no longer that, or the list is not one's own. */
  async change(operation: Operation, id: number, version: number, to: { name: string; shared: boolean; kinds: readonly WorkListKind[]; fallPoints: number | null; silentDays: number | null }): Promise<boolean> {
    const rows = await operation.sql(
      `update watch_list set name = $4, shared = $5, alert_kinds = $6::text[], alert_fall_points = $7, alert_silent_days = $8, version = version + 1 where id = $1 and version = $2 and owner_id = $3 returning id`,
      [id, version, operation.actor.userId, to.name, to.shared, to.kinds, to.fallPoints, to.silentDays]);
    return rows.length === 1;
  }

  async handOver(operation: Operation, id: number, version: number, to: number): Promise<boolean> {
    return (await operation.sql('update watch_list set owner_id = $4, version = version + 1 where id = $1 and version = $2 and owner_id = $3 and shared returning id', [id, version, operation.actor.userId, to])).length === 1;
  }

  async remove(operation: Operation, id: number, version: number): Promise<boolean> {
    return (await operation.sql('delete from watch_list where id = $1 and version = $2 and owner_id = $3 returning id', [id, version, operation.actor.userId])).length === 1;
  }

  /** Watches a child within reach; null where there is none, false where the list holds the child already. */
  async addPupil(operation: Operation, listId: number, pupilId: number, why: string): Promise<boolean | null> {
    const [found] = await operation.sql<{ id: number }>('select id from pupil where id = $1', [pupilId]);
    if (found === undefined) return null;
    return (await operation.sql(
      `insert into watch_entry (list_id, owner_id, shared, pupil_id, school_ids, restricted, why, watched_on)
       select l.id, l.owner_id, l.shared, p.id, p.school_ids, p.restricted, $3, $4::date from watch_list l, pupil p where l.id = $1 and l.owner_id = $5 and p.id = $2
       on conflict (list_id, pupil_id) do nothing returning id`, [listId, pupilId, why, operation.today, operation.actor.userId])).length === 1;
  }

  /** Watches a school whose figures are within reach; else as for a child. */
  async addSchool(operation: Operation, listId: number, schoolId: number, why: string): Promise<boolean | null> {
    const { reach } = operation.actor;
    const [found] = await operation.sql<{ id: number }>('select id from school where id = $1', [schoolId]);
    if (found === undefined || (reach.kind === 'SCHOOLS' && !reach.schools.includes(schoolId)) || reach.kind === 'PUPILS') return null;
    return (await operation.sql(
      `insert into watch_entry (list_id, owner_id, shared, school_id, school_ids, restricted, why, watched_on)
       select l.id, l.owner_id, l.shared, $2, array[$2::int], false, $3, $4::date from watch_list l where l.id = $1 and l.owner_id = $5
       on conflict (list_id, school_id) do nothing returning id`, [listId, schoolId, why, operation.today, operation.actor.userId])).length === 1;
  }

  /** Stops watching; whom, or undefined where nobody was watched any more. */
  async removeEntry(operation: Operation, entryId: number): Promise<{ pupilId: number | null; schoolId: number | null; listId: number } | undefined> {
    const [gone] = await operation.sql<{ pupilId: number | null; schoolId: number | null; listId: number }>(
      `delete from watch_entry where id = $1 and owner_id = $2 returning pupil_id as "pupilId", school_id as "schoolId", list_id as "listId"`, [entryId, operation.actor.userId]);
    return gone;
  }

  /** What each entry was told, set at once. */
  async tell(operation: Operation, told: readonly { entryId: number; told: readonly string[] }[]): Promise<void> {
    if (told.length === 0) return;
    await operation.sql(`update watch_entry e set told = array(select json_array_elements_text(t.told)) from json_to_recordset($1::json) as t ("entryId" int, told json) where e.id = t."entryId" and e.owner_id = $2`, [JSON.stringify(told), operation.actor.userId]);
  }

  /** Children of one list, or of all of one's own; figures of the enrolments on roll, of this year. */
  async pupils(operation: Operation, academicYear: number, listId: number | null): Promise<PupilEntryRow[]> {
    return operation.sql<PupilEntryRow>(
      `select ${ENTRY}, e.pupil_id as "pupilId", coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as name, coalesce(r.nc_year, '') as "ncYear", r.form, r.school_id as "schoolId", coalesce(c.name, '') as "schoolName", r.id as "enrolmentId",
         coalesce(w.possible, 0)::int as "sincePossible", coalesce(w.absent, 0)::int as "sinceAbsent",
         (select row_to_json(standing) from (select ${STANDING} from pupil_standing s where s.enrolment_id = r.id and s.academic_year = $3) standing) as standing
       from watch_entry e join pupil p on p.id = e.pupil_id
       left join enrolment r on r.pupil_id = e.pupil_id and r.starts_on <= $4::date and (r.ends_on is null or r.ends_on >= $4::date)
       left join school c on c.id = r.school_id
       left join lateral (select sum(k.possible) as possible, sum(k.authorised + k.unauthorised) as absent from register_week k
         where k.enrolment_id = r.id and k.week_start between e.watched_on - (extract(isodow from e.watched_on)::int - 1) and $4::date) w on true
       where ${WHICH} order by p.search_name, e.id, r.id`, [listId, operation.actor.userId, academicYear, operation.today]);
  }

  /** Schools of one list, or of all of one's own. Weeks without a possible session are no school weeks. */
  async schools(operation: Operation, academicYear: number, recentWeeks: number, listId: number | null): Promise<SchoolEntryRow[]> {
    return operation.sql<SchoolEntryRow>(
      `select ${ENTRY}, s.id as "schoolId", s.name, coalesce(y.possible, 0)::int as possible, coalesce(y.absent, 0)::int as absent, coalesce(n.possible, 0)::int as "recentPossible", coalesce(n.absent, 0)::int as "recentAbsent", n.first as "recentFrom",
         coalesce(w.possible, 0)::int as "sincePossible", coalesce(w.absent, 0)::int as "sinceAbsent",
         (select count(*) from school_week k cross join generate_series(0, 6) d where k.school_id = s.id and (k.open_days >> d) & 1 = 1 and k.week_start > $5::date - 120
           and k.week_start + d < $5::date and k.week_start + d > coalesce(v.marks_to, make_date($3, 8, 31)))::int as "silentDays"
       from watch_entry e join school s on s.id = e.school_id
       left join school_coverage v on v.school_id = s.id
       left join lateral (select sum(t.possible) as possible, sum(t.authorised + t.unauthorised) as absent from school_year_total t where t.school_id = s.id and t.academic_year = $3) y on true
       left join lateral (select sum(possible) as possible, sum(absent) as absent, min(week_start) as first from (select t.week_start, sum(t.possible) as possible, sum(t.authorised + t.unauthorised) as absent
         from school_week_total t where t.school_id = s.id and t.academic_year = $3 group by 1 having sum(t.possible) > 0 order by 1 desc limit $4) last) n on true
       left join lateral (select sum(t.possible) as possible, sum(t.authorised + t.unauthorised) as absent from school_week_total t
         where t.school_id = s.id and t.week_start >= e.watched_on - (extract(isodow from e.watched_on)::int - 1)) w on true
       where ${WHICH} order by s.name, e.id`, [listId, operation.actor.userId, academicYear, recentWeeks, operation.today]);
  }

  /** Who reads pupils of the whole authority, by the roles that do. */
  async colleagues(operation: Operation, roles: readonly string[]): Promise<{ id: number; name: string; jobTitle: string }[]> {
    return operation.sql(
      `select c.id, c.full_name as name, c.job_title as "jobTitle" from unnest(colleagues_in_roles($1::text[], $2::date)) u (id) join colleague c on c.id = u.id where c.id <> $3 order by c.full_name, c.id limit 200`,
      [roles, operation.today, operation.actor.userId]);
  }
}
