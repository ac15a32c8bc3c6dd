import type { Operation } from '../../platform/graphql/operation.ts';
import type { Invited, InvitedMeeting } from './invitation.ts';

type InvitedRow = Omit<InvitedMeeting, 'officer' | 'champions' | 'page'> & { readonly schoolIds: number[]; readonly officerName: string; readonly officerEmail: string | null; readonly champions: readonly Invited[] };

/** A meeting within reach with those asked to it: its officer, and the attendance champion of each school within reach. */
export class InvitationRepository {
  async find(operation: Operation, id: number): Promise<InvitedRow | null> {
    const [row] = await operation.sql<InvitedRow>(
      `select m.made_with || '@targeting-support-meeting' as uid, m.version, m.status, m.mode, m.on_day as "onDay", to_char(m.at_time, 'HH24:MI') as "atTime", m.minutes, m.place, m.school_ids as "schoolIds",
         coalesce(c.full_name, '') as "officerName", meeting_officer_address(m.id) as "officerEmail",
         (select coalesce(json_agg(s.name order by s.name), '[]') from meeting_school n join school s on s.id = n.school_id where n.meeting_id = m.id) as schools,
         (select coalesce(json_agg(json_build_object('name', k.full_name, 'email', k.email) order by k.id), '[]') from meeting_school n join school_contact k on k.school_id = n.school_id where n.meeting_id = m.id and k.role = 'ATTENDANCE_CHAMPION' and k.email is not null) as champions
       from meeting m left join colleague c on c.id = m.officer_id where m.id = $1`, [id]);
    return row ?? null;
  }

  /** Where whoever held a meeting before its officer is written to; null where nobody did. */
  async earlierOfficerAddress(operation: Operation, id: number): Promise<string | null> {
    const [row] = await operation.sql<{ address: string | null }>('select meeting_earlier_officer_address($1) as address', [id]);
    return row?.address ?? null;
  }
}
