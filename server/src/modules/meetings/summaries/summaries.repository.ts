import type { MeetingTerm, SummaryCounts } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { summaryDueOn, WITHOUT_FEED } from '../tier.repository.ts';

/** A version of a summary as it is kept. */
export interface KeptSummary extends SummaryCounts { readonly version: number; readonly asOfOn: string; readonly concerns: string; readonly enteredOn: string; readonly by: string | null }
/** A school that sends no registers, and what it entered about a term, latest first. */
export interface SummarySchool { readonly schoolId: number; readonly name: string; readonly dueOn: string | null; /** Whether whoever asks is its named officer today. */ readonly isNamed: boolean; readonly versions: readonly KeptSummary[] }

/** So many versions of a summary are shown. */
const MOST_SHOWN = 20;

/** SQL of summaries. Whose rows is the policies' answer; which schools a school role reaches is asked for here, since names of schools are open. */
export class SummariesRepository {
  /** Open schools within reach that send no registers: all, those of a meeting, or one. */
  async owing(operation: Operation, { schoolId = null, meetingId = null }: { readonly schoolId?: number | null; readonly meetingId?: number | null }): Promise<number[]> {
    const { kind, schools } = operation.actor.reach;
    const rows = await operation.sql<{ id: number }>(
      `select s.id from school s left join school_coverage c on c.school_id = s.id
       where ${WITHOUT_FEED} and s.status_code in (1, 3) and s.la_code = (select code from authority limit 1) and ($1::int is null or s.id = $1) and ($2::int[] is null or s.id = any ($2)) and ($3::int is null or exists (select from meeting_school n where n.meeting_id = $3 and n.school_id = s.id)) order by s.name, s.id limit 100`,
      [schoolId, kind === 'AUTHORITY' ? null : [...schools], meetingId]);
    return rows.map(({ id }) => id);
  }

  /** The day of a meeting within reach. */
  async dayOf(operation: Operation, meetingId: number): Promise<string | null> {
    const [row] = await operation.sql<{ onDay: string }>('select on_day as "onDay" from meeting where id = $1', [meetingId]);
    return row?.onDay ?? null;
  }

  async find(operation: Operation, schoolIds: readonly number[], { academicYear, season, startsOn, endsOn }: MeetingTerm, prepareDays: number): Promise<SummarySchool[]> {
    return operation.sql<SummarySchool>(
      `select s.id as "schoolId", s.name, ${summaryDueOn('$4', '$5', '$6')} as "dueOn",
         exists (select from school_officer o where o.school_id = s.id and o.user_id = $7 and o.valid_from <= $8::date and coalesce(o.valid_to, $8::date) >= $8::date) as "isNamed",
         coalesce((select json_agg(json_build_object('version', t.version, 'asOfOn', t.as_of_on, 'roll', t.roll, 'possible', t.possible, 'authorised', t.authorised, 'unauthorised', t.unauthorised, 'persistent', t.persistent, 'severe', t.severe,
             'concern', t.concern, 'concerns', t.concerns, 'enteredOn', t.entered_on, 'by', c.full_name) order by t.version desc)
           from (select * from school_term_summary where school_id = s.id and academic_year = $2 and season = $3 order by version desc limit ${MOST_SHOWN}) t left join colleague c on c.id = t.by_id), '[]') as versions
       from school s where s.id = any ($1) order by s.name, s.id`, [[...schoolIds], academicYear, season, startsOn, endsOn, prepareDays, operation.actor.userId ?? 0, operation.today]);
  }

  async enter(operation: Operation, schoolId: number, { academicYear, season }: MeetingTerm, held: number, { asOfOn, concerns, ...counts }: SummaryCounts & { readonly asOfOn: string; readonly concerns: string }): Promise<boolean> {
    const { roll, possible, authorised, unauthorised, persistent, severe, concern } = counts;
    const [row] = await operation.sql<{ done: boolean }>('select enter_term_summary($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as done',
      [schoolId, academicYear, season, held, asOfOn, operation.today, roll, possible, authorised, unauthorised, persistent, severe, concern, concerns]);
    return row?.done ?? false;
  }
}
