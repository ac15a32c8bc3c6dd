import type { MeetingStatus } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { AGREED } from './actions.repository.ts';
import type { MeetingActionType } from './actions.type.ts';
import type { AnswerInput } from './answers.inputs.ts';
import type { MeetingAnswerType, MeetingReaderType } from './answers.type.ts';

/** What became of one box that was sent: as it stands now, whoever wrote it. */
export interface SavedAnswer { readonly nth: number; readonly isSaved: boolean; readonly version: number; readonly value: string; readonly by: string | null }

const ANSWER = `a.id, a.school_id as "schoolId", a.place, a.subject, a.field, a.value, a.version, c.full_name as by, a.by_id = current_setting('app.actor')::int as "isMine", to_json(a.at) #>> '{}' as at,
  a.place = 'PARTNER' and exists (select from (select max(k.made_at) as at from meeting_pack k where k.meeting_id = a.meeting_id and k.school_id = a.school_id) made where a.at > made.at) as "isAfterPack"`;

/** What others did, as one statement brings it. */
export interface MeetingNews { readonly at: string; readonly changes: MeetingAnswerType[]; readonly readers: MeetingReaderType[]; readonly agreed: MeetingActionType[]; readonly listed: number }

/** SQL of the boxes of a meeting's papers. */
export class AnswersRepository {
  /** Every box with words in it. */
  async list(operation: Operation, meetingId: number): Promise<MeetingAnswerType[]> {
    return operation.sql<MeetingAnswerType>(`select ${ANSWER} from meeting_answer a left join colleague c on c.id = a.by_id where a.meeting_id = $1 order by a.place, a.subject, a.field`, [meetingId]);
  }

  /**
   * Boxes written since an instant, with ten seconds to spare because a transaction that began earlier may end later; without one, since this
   * operation began. Beside them who else has the papers open (seen in the last half minute), every action that stands, and how many pupils are listed. One statement: it runs with every pause in typing.
   */
  async news(operation: Operation, meetingId: number, since: string | null): Promise<MeetingNews> {
    const [row] = await operation.sql<MeetingNews>(
      `select to_json(now()) #>> '{}' as at,
         (select coalesce(json_agg(n), '[]') from (select ${ANSWER} from meeting_answer a left join colleague c on c.id = a.by_id where a.meeting_id = $1 and a.at > coalesce($2::timestamptz, now()) - interval '10 seconds' order by a.place, a.subject, a.field) n) as changes,
         (select coalesce(json_agg(n), '[]') from (select coalesce(c.full_name, '') as name, r.reading from meeting_presence r left join colleague c on c.id = r.user_id
            where r.meeting_id = $1 and r.at > clock_timestamp() - interval '30 seconds' and r.user_id <> current_setting('app.actor')::int order by 1) n) as readers,
         (select coalesce(json_agg(n), '[]') from (${AGREED}) n) as agreed,
         (select count(*)::int from meeting_pupil l where l.meeting_id = $1 and l.removed_reason is null) as listed`, [meetingId, since]);
    if (row === undefined) throw new Error('A statement without a table gave no row.');
    return row;
  }

  /** Writes each box whose version is the one the sender saw. Null: the meeting no longer stands as `stands`. */
  async save(operation: Operation, meetingId: number, stands: MeetingStatus, reading: string, answers: readonly AnswerInput[]): Promise<SavedAnswer[] | null> {
    const given = answers.map(({ schoolId, place, subject, field, value, base }) => ({ school_id: schoolId, pupil_id: pupilOf(place, subject), place, subject, field, value, base }));
    const rows = await operation.sql<SavedAnswer>(
      `select s.nth, s.is_saved as "isSaved", s.now_version as version, s.now_value as value, c.full_name as by from save_meeting_answers($1, $2, $3, $4::jsonb) s left join colleague c on c.id = s.now_by order by 1`,
      [meetingId, stands, reading, JSON.stringify(given)]);
    if (rows.length > 0 || answers.length === 0) return rows;
    const [still] = await operation.sql<{ stands: boolean }>('select status = $2 as stands from meeting where id = $1', [meetingId, stands]);
    return still?.stands === true ? rows : null;
  }

  /** Texts that gave way or came too late, latest first. */
  async lost(operation: Operation, meetingId: number): Promise<(MeetingAnswerType & { readonly tooLate: boolean })[]> {
    return operation.sql(
      `select ${ANSWER}, a.too_late as "tooLate" from meeting_answer_lost a left join colleague c on c.id = a.by_id where a.meeting_id = $1 order by a.id desc limit 200`, [meetingId]);
  }
}

/** The child a box is about, where it is about one. */
export const pupilOf = (place: string, subject: string): number | null => ((place === 'PUPIL' || place === 'PARTNER' || place === 'NOTES') && /^\d{1,9}$/.test(subject) ? Number(subject) : null);
