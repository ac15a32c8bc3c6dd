import type { PackBody, PackPupil, PartnerLine, ProposedPupil } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { MeetingCohortType, MeetingPupilType } from './pack.type.ts';

export interface HeldPack { readonly id: number; readonly number: number; readonly frozenOn: string; readonly body: PackBody; readonly rowHashes: string[]; readonly hash: string; readonly reason: string | null; readonly madeBy: string | null; readonly madeAt: string }
/** A row as it stands in a pack, with the name of the record. */
export interface HeldPackPupil extends PackPupil { readonly name: string }
/** A pack as it is about to be frozen. */
export interface MadePack {
  readonly body: PackBody;
  readonly pupils: readonly PackPupil[];
  readonly topics: readonly (ProposedPupil & { readonly wasPersistent: boolean; readonly wasSevere: boolean })[];
  readonly cohorts: readonly { readonly cohort: string; readonly label: string; readonly pupils: number; readonly persistent: number; readonly reason: string }[];
  readonly rowHashes: readonly string[];
  readonly hash: string;
}
/** What a pack asks of its meeting. */
export interface PackMeeting { readonly id: number; readonly status: string; readonly onDay: string; readonly atTime: string; readonly minutes: number; readonly mode: string; readonly place: string; readonly officer: string; readonly officerId: number; readonly schools: readonly { readonly id: number; readonly name: string }[]; readonly authority: string }
/** A meeting and school without a pack, whose meeting lies near. */
export interface WaitingPack { readonly meetingId: number; readonly schoolId: number; readonly onDay: string }

const NAME = `coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname`;

/** SQL of packs and of whom a meeting speaks about. Whose rows is the policies' answer; what writes are functions of the database. */
export class PackRepository {
  async meeting(operation: Operation, id: number): Promise<PackMeeting | null> {
    const [row] = await operation.sql<PackMeeting>(
      `select m.id, m.status, m.on_day as "onDay", to_char(m.at_time, 'HH24:MI') as "atTime", m.minutes, m.mode, m.place, coalesce(c.full_name, '') as officer, m.officer_id as "officerId", coalesce((select name from authority limit 1), '') as authority,
         (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]') from meeting_school n join school s on s.id = n.school_id where n.meeting_id = m.id) as schools
       from meeting m left join colleague c on c.id = m.officer_id where m.id = $1`, [id]);
    return row ?? null;
  }

  /** Whether the person asking is the named officer of a school today. */
  async isOwnSchool(operation: Operation, schoolId: number): Promise<boolean> {
    const [row] = await operation.sql<{ own: boolean }>(
      'select exists (select from school_officer o where o.school_id = $1 and o.user_id = $2::int and o.valid_from <= $3::date and coalesce(o.valid_to, $3::date) >= $3::date) as own', [schoolId, operation.actor.userId, operation.today]);
    return row?.own ?? false;
  }

  /** Holds everybody else back from freezing the same pack until this operation ends. */
  async lock(operation: Operation, meetingId: number, schoolId: number): Promise<void> {
    await operation.sql(`select pg_advisory_xact_lock(hashtext('meeting_pack ' || $1::int || ' ' || $2::int))`, [meetingId, schoolId]);
  }

  /** The pack of that number, or the latest one; null where there is none. */
  async find(operation: Operation, meetingId: number, schoolId: number, number: number | null): Promise<HeldPack | null> {
    const [row] = await operation.sql<HeldPack>(
      `select k.id, k.number::int as number, k.frozen_on as "frozenOn", k.body, k.row_hashes as "rowHashes", k.hash, k.reason, c.full_name as "madeBy", to_json(k.made_at) #>> '{}' as "madeAt"
       from meeting_pack k left join colleague c on c.id = k.made_by where k.meeting_id = $1 and k.school_id = $2 and ($3::int is null or k.number = $3) order by k.number desc limit 1`, [meetingId, schoolId, number]);
    return row ?? null;
  }

  /** The rows of a pack within reach, in its order. Who became restricted since is shown to nobody, whatever their right. */
  async pupils(operation: Operation, packId: number): Promise<HeldPackPupil[]> {
    const rows = await operation.sql<{ name: string; body: PackPupil }>(
      `select ${NAME} as name, r.body from meeting_pack_pupil r join pupil p on p.id = r.pupil_id where r.pack_id = $1 and not r.restricted order by r.position`, [packId]);
    return rows.map(({ name, body }) => ({ ...body, name }));
  }

  async freeze(operation: Operation, meetingId: number, schoolId: number, held: number, { body, pupils, topics, cohorts, rowHashes, hash }: MadePack, reason: string | null): Promise<number | null> {
    const [row] = await operation.sql<{ id: number | null }>('select freeze_pack($1, $2, $3, $4::date, $5::date, $6::jsonb, $7, $8, $9::jsonb, $10::jsonb, $11::jsonb, $12) as id', [
      meetingId, schoolId, held, body.frozenOn, body.marksTo, JSON.stringify(body), [...rowHashes], hash,
      JSON.stringify(pupils.map((pupil, index) => ({ pupil_id: pupil.pupilId, position: index + 1, body: pupil }))),
      JSON.stringify(topics.map(({ pupilId, priority, also, reason: why, wasPersistent, wasSevere }, index) => ({ pupil_id: Number(pupilId), priority, also, reason: why, position: index + 1, was_persistent: wasPersistent, was_severe: wasSevere }))),
      JSON.stringify(cohorts), reason,
    ]);
    return row?.id ?? null;
  }

  /** Booked meetings up to a day whose packs are missing. */
  async waiting(operation: Operation, to: string): Promise<WaitingPack[]> {
    return operation.sql<WaitingPack>(
      `select m.id as "meetingId", n.school_id as "schoolId", m.on_day as "onDay" from meeting m join meeting_school n on n.meeting_id = m.id
       where m.status in ('BOOKED', 'PREPARED') and m.on_day between $1::date and $2::date and not exists (select from meeting_pack k where k.meeting_id = m.id and k.school_id = n.school_id) order by m.on_day, m.id, n.school_id`, [operation.today, to]);
  }

  async topics(operation: Operation, meetingId: number, schoolId: number): Promise<MeetingPupilType[]> {
    return operation.sql<MeetingPupilType>(
      `select t.pupil_id as "pupilId", ${NAME} as name, e.nc_year as "ncYear", e.form, case when p.home_la_code <> (select code from authority limit 1) then p.home_la_code end as "homeLa", t.origin, t.priority, t.also, t.reason, c.full_name as "addedBy", t.removed_reason as "removedReason", d.full_name as "removedBy"
       from meeting_pupil t join pupil p on p.id = t.pupil_id left join colleague c on c.id = t.added_by left join colleague d on d.id = t.removed_by
       left join lateral (select e.nc_year, e.form from enrolment e where e.pupil_id = t.pupil_id and e.school_id = t.school_id order by e.starts_on desc, e.id desc limit 1) e on true
       where t.meeting_id = $1 and t.school_id = $2 order by t.removed_reason is not null, t.position, t.id`, [meetingId, schoolId]);
  }

  async cohorts(operation: Operation, meetingId: number, schoolId: number): Promise<MeetingCohortType[]> {
    return operation.sql<MeetingCohortType>(
      `select cohort, label, pupils, persistent, reason, origin, removed_reason as "removedReason" from meeting_cohort where meeting_id = $1 and school_id = $2 order by removed_reason is not null, id`, [meetingId, schoolId]);
  }

  /** What partners wrote about the pupils of the list, in its order, and whether they wrote it after a pack was made. */
  async partnerLines(operation: Operation, meetingId: number, schoolId: number, packId: number): Promise<PartnerLine[]> {
    return operation.sql<PartnerLine>(
      `select a.pupil_id as "pupilId", ${NAME} as name, a.field, a.value, c.full_name as by, to_char(a.at at time zone 'Europe/London', 'YYYY-MM-DD') as "on", to_char(a.at at time zone 'Europe/London', 'HH24:MI') as time, a.at > k.made_at as "isAfterPack"
       from meeting_answer a join meeting_pack k on k.id = $3 join pupil p on p.id = a.pupil_id join meeting_pupil t on t.meeting_id = a.meeting_id and t.school_id = a.school_id and t.pupil_id = a.pupil_id and t.removed_reason is null
       left join colleague c on c.id = a.by_id where a.meeting_id = $1 and a.school_id = $2 and a.place = 'PARTNER' and btrim(a.value) <> '' order by t.position, t.id, array_position(array['EARLY_HELP', 'VIRTUAL_SCHOOL', 'SEND'], a.field)`, [meetingId, schoolId, packId]);
  }

  /** Whether a pupil within reach is on roll at a school today. */
  async isOnRoll(operation: Operation, schoolId: number, pupilId: number): Promise<boolean> {
    const [row] = await operation.sql<{ there: boolean }>(
      'select exists (select from enrolment e join pupil p on p.id = e.pupil_id where e.pupil_id = $2 and e.school_id = $1 and e.starts_on <= $3::date and (e.ends_on is null or e.ends_on >= $3::date)) as there', [schoolId, pupilId, operation.today]);
    return row?.there ?? false;
  }

  /** False where the meeting no longer takes it: its record is issued, or it was called off. */
  async keepPupil(operation: Operation, meetingId: number, schoolId: number, pupilId: number, origin: string, reason: string): Promise<boolean> {
    return done(await operation.sql('select keep_meeting_pupil($1, $2, $3, $4, $5) as done', [meetingId, schoolId, pupilId, origin, reason]));
  }

  async dropPupil(operation: Operation, meetingId: number, schoolId: number, pupilId: number, reason: string): Promise<boolean> {
    return done(await operation.sql('select drop_meeting_pupil($1, $2, $3, $4) as done', [meetingId, schoolId, pupilId, reason]));
  }

  async keepCohort(operation: Operation, meetingId: number, schoolId: number, cohort: { cohort: string; label: string; pupils: number; persistent: number }, origin: string, reason: string): Promise<boolean> {
    return done(await operation.sql('select keep_meeting_cohort($1, $2, $3, $4, $5, $6, $7, $8) as done', [meetingId, schoolId, cohort.cohort, cohort.label, cohort.pupils, cohort.persistent, origin, reason]));
  }

  async dropCohort(operation: Operation, meetingId: number, schoolId: number, cohort: string, reason: string): Promise<boolean> {
    return done(await operation.sql('select drop_meeting_cohort($1, $2, $3, $4) as done', [meetingId, schoolId, cohort, reason]));
  }
}

const done = ([row]: readonly { done?: boolean }[]): boolean => row?.done ?? false;
