import type { Operation } from '../../../platform/graphql/operation.ts';
import { openDayBefore } from '../planner.repository.ts';
import type { PartnerPupilType, PartnerRecordType } from './partner-lines.type.ts';

/** One pupil of one meeting, as a partner reads it. */
export type PartnerRow = PartnerPupilType & { readonly meetingId: number; readonly schoolId: number; readonly school: string; readonly onDay: string; readonly atTime: string; readonly status: string; readonly linesBy: string | null; readonly priority: string | null; readonly origin: string };

/** SQL of partners' lines. Meetings themselves are read by a function of the database, the children and the lines by the policies. */
export class PartnerLinesRepository {
  /** Pupils within reach on the lists of meetings whose record is not issued, next meeting first, with the line of one partner; lines are wanted so many school days before. */
  async list(operation: Operation, field: string, linesDays: number): Promise<PartnerRow[]> {
    return operation.sql<PartnerRow>(
      `select m.meeting_id as "meetingId", m.school_id as "schoolId", m.school, m.on_day as "onDay", to_char(m.at_time, 'HH24:MI') as "atTime", m.status, ${openDayBefore('m.on_day', '$2::int')} as "linesBy",
         m.pupil_id as "pupilId", coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as name, e.nc_year as "ncYear", m.reason, l.priority, l.origin, coalesce(a.value, '') as value, coalesce(a.version, 0) as version, c.full_name as by, to_json(a.at) #>> '{}' as at
       from (select *, array[school_id] as school_ids from partner_meetings()) m join pupil p on p.id = m.pupil_id
       join meeting_pupil l on l.meeting_id = m.meeting_id and l.school_id = m.school_id and l.pupil_id = m.pupil_id
       left join lateral (select e.nc_year from enrolment e where e.pupil_id = m.pupil_id and e.school_id = m.school_id order by e.starts_on desc, e.id desc limit 1) e on true
       left join meeting_answer a on a.meeting_id = m.meeting_id and a.school_id = m.school_id and a.place = 'PARTNER' and a.subject = m.pupil_id::text and a.field = $1
       left join colleague c on c.id = a.by_id order by m.on_day, m.at_time, m.meeting_id, m.school_id, m.nth, m.pupil_id`, [field, linesDays]);
  }

  /** What issued records say about pupils within reach, latest first: lines and actions by the policies of the child. */
  async records(operation: Operation, fields: readonly string[], offset: number, take: number): Promise<(PartnerRecordType & { readonly schoolId: number; readonly total: number })[]> {
    return operation.sql(
      `select r.meeting_id as "meetingId", r.school_id as "schoolId", r.school, r.held_on as "heldOn", r.pupil_id as "pupilId", coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as name, count(*) over ()::int as total,
         (select coalesce(json_agg(json_build_object('field', a.field, 'value', a.value) order by array_position($1::text[], a.field)), '[]') from meeting_answer a
            where a.meeting_id = r.meeting_id and a.school_id = r.school_id and a.place = 'PUPIL' and a.pupil_id = r.pupil_id and a.field = any ($1) and btrim(a.value) <> '') as said,
         (select coalesce(json_agg(json_build_object('what', x.what, 'owner', x.owner, 'dueOn', x.due_on, 'taskId', x.task_id) order by x.id), '[]') from meeting_action x
            where x.meeting_id = r.meeting_id and x.school_id = r.school_id and x.pupil_id = r.pupil_id and x.dropped_at is null) as actions
       from partner_records() r join pupil p on p.id = r.pupil_id order by r.held_on desc, r.meeting_id desc, name, r.pupil_id offset $2 limit $3`, [[...fields], offset, take]);
  }

  /** How the meeting stands on whose list a pupil within reach is; null where there is none that takes a line. */
  async status(operation: Operation, meetingId: number, schoolId: number, pupilId: number): Promise<string | null> {
    const [row] = await operation.sql<{ status: string }>('select m.status from partner_meetings() m join pupil p on p.id = m.pupil_id where m.meeting_id = $1 and m.school_id = $2 and m.pupil_id = $3', [meetingId, schoolId, pupilId]);
    return row?.status ?? null;
  }
}
