import { REFERRAL_STATES, needsApproval, SUPPORT_SERVICE_NAMES, type ReferralCommand, type ReferralWords } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { ReferralDraftType, ReferralFilter } from './referral.type.ts';

/** A draft as it is held; `isOwn`: whoever asks is the named officer of its school, or holds its meeting. */
export type ReferralRow = Omit<ReferralDraftType, 'gaps' | 'allowedCommands'> & { readonly isOwn: boolean };

const NAMED = `exists (select from school_officer o where o.school_id = d.school_id and o.user_id = $1::int and o.valid_from <= $2::date and coalesce(o.valid_to, $2::date) >= $2::date)`;
const at = (column: string): string => `to_json(d.${column}) #>> '{}'`;
const DRAFT = `d.id, d.service, d.status as state, d.reason, d.outcome, d.tried, d.family_told as "familyTold", d.version, to_char(d.made_at at time zone 'Europe/London', 'YYYY-MM-DD') as "madeOn", d.school_id as "schoolId", s.name as school, d.pupil_id as "pupilId",
  coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as "pupilName", case when p.home_la_code <> (select code from authority limit 1) then p.home_la_code end as "homeLa", m.id as "meetingId", coalesce(m.held_on, m.on_day) as "meetingOn", a.task_id as "taskId",
  c.full_name as "changedBy", ${at('changed_at')} as "changedAt", h.full_name as "approvedBy", ${at('approved_at')} as "approvedAt", w.full_name as "withdrawnBy", ${at('withdrawn_at')} as "withdrawnAt", d.withdrawn_reason as "withdrawnReason",
  coalesce(m.officer_id = $1::int, false) or ${NAMED} as "isOwn"
  from referral_draft d join school s on s.id = d.school_id join meeting_action a on a.id = d.action_id left join pupil p on p.id = d.pupil_id left join meeting m on m.id = d.meeting_id
  left join colleague c on c.id = d.changed_by left join colleague h on h.id = d.approved_by left join colleague w on w.id = d.withdrawn_by`;
/** Drafts of a filter: $3 school, $4 service, $5 states, $6 whether of one's own schools. */
const LISTED = `($3::int is null or d.school_id = $3) and ($4::text is null or d.service = $4) and d.status = any ($5) and ($6::boolean is not true or ${NAMED})`;
const WAITING_FOR_HEAD = SUPPORT_SERVICE_NAMES.filter(needsApproval);

/** SQL of drafts of referrals. Whose rows is the policies' answer: those of the child, as of its actions. */
export class ReferralRepository {
  async list(operation: Operation, { schoolId, service, state, mine }: ReferralFilter, offset: number, take: number): Promise<{ items: ReferralRow[]; total: number; waiting: number }> {
    const values = [operation.actor.userId, operation.today, schoolId ?? null, service ?? null, state ? [state] : REFERRAL_STATES.filter((each) => each !== 'WITHDRAWN'), mine ?? null];
    const items = await operation.sql<ReferralRow>(`select ${DRAFT} where ${LISTED} order by d.made_at, d.id offset $7 limit $8`, [...values, offset, take]);
    const [whole] = await operation.sql<{ total: number; waiting: number }>(`select count(*)::int as total, (count(*) filter (where d.status = 'DRAFT' and d.service = any ($7)))::int as waiting from referral_draft d where ${LISTED}`, [...values, WAITING_FOR_HEAD]);
    return { items, total: whole?.total ?? 0, waiting: whole?.waiting ?? 0 };
  }

  async find(operation: Operation, id: number): Promise<ReferralRow | null> {
    const [row] = await operation.sql<ReferralRow>(`select ${DRAFT} where d.id = $3`, [operation.actor.userId, operation.today, id]);
    return row ?? null;
  }

  /** False where it was changed since that version, or withdrawn. */
  async change(operation: Operation, id: number, version: number, command: ReferralCommand, given: Partial<ReferralWords> & { readonly why?: string }): Promise<boolean> {
    const { reason, outcome, tried, familyTold, why } = given;
    const [row] = await operation.sql<{ done: boolean }>('select change_referral_draft($1, $2, $3, $4::jsonb) as done', [id, version, command, JSON.stringify({ reason, outcome, tried, family_told: familyTold, why })]);
    return row?.done ?? false;
  }
}
