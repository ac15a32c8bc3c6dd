import { MEETING_COMMANDS, Rating, REFERRAL_STATES, SchoolTrend, SectionDataQuality } from '@attendance/shared/meetings';
import { ForwardOnly } from './forward-only.ts';
import { literal, ownedByIngest } from './sql-text.ts';

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const ROLE = `current_setting('role')`;
const OF_AUTHORITY = `${ROLE} like 'reach\\_authority%'`;
const SCHOOLS = `current_setting('app.schools')::int[]`;
const IS_SCHOOL = `${ROLE} like 'reach\\_schools%'`;
const SEES_RESTRICTED = `${ROLE} ~ '_(full|protected)$'`;
const IS_ISSUED = `m.status in ('RECORD_ISSUED', 'LOCKED')`;
const list = (words: readonly string[]): string => words.map(literal).join(', ');
/** A choice of the record, and nothing but one of its words: a board is told no text. */
const chosen = (field: string, words: Readonly<Record<string, string>>): string => `max(a.value) filter (where a.field = ${literal(field)} and a.value in (${list(Object.keys(words))}))`;
const NAMES = ['approve_preparation', 'change_referral_draft', 'meeting_board', 'partner_records'];
const WRITER = `language plpgsql security definer set search_path from current as`;
const READER = `language sql stable security definer set search_path from current as`;

/** What other people see of meetings and say to them: the headteacher's approval, drafts of referrals as they are completed, a board's ratings and counts, and what records said of a partner's children. */
export class MeetingOthers1790000000057 extends ForwardOnly {
  readonly statements = [
    `alter table meeting_change drop constraint meeting_change_command, add constraint meeting_change_command check (command in (${list(MEETING_COMMANDS)}))`,
    // It holds for the preparation it was given to: one that is submitted anew is approved anew.
    `alter table meeting_school add column approved_at timestamptz, add column approved_by integer references app_user (id)`,
    `create index meeting_school_approved_by on meeting_school (approved_by)`,
    `create function approve_preparation(target integer, held integer, school integer) returns boolean ${WRITER} $$
      begin
        if not (${IS_SCHOOL} and school = any (${SCHOOLS})) then raise exception 'a preparation is approved by its school' using errcode = '42501'; end if;
        perform from meeting where id = target and version = held and status in ('BOOKED', 'PREPARED', 'HELD') and school = any (school_ids) for share;
        if not found then return false; end if;
        update meeting_school set approved_at = clock_timestamp(), approved_by = ${WHO} where meeting_id = target and school_id = school and prepared_at is not null and (approved_at is null or approved_at < prepared_at);
        if found then
          insert into meeting_change (meeting_id, command, status, on_day, at_time, by_id, school_ids) select id, 'APPROVE', status, on_day, at_time, ${WHO}, school_ids from meeting where id = target;
        end if;
        return exists (select from meeting_school where meeting_id = target and school_id = school and approved_at > prepared_at);
      end $$`,
    `alter table referral_draft drop constraint referral_draft_status, add constraint referral_draft_status check (status in (${list(REFERRAL_STATES)})),
      add column outcome text not null default '', add column tried text not null default '', add column family_told text,
      add column version integer not null default 1, add column changed_by integer references app_user (id), add column changed_at timestamptz,
      add column approved_by integer references app_user (id), add column approved_at timestamptz,
      add column withdrawn_by integer references app_user (id), add column withdrawn_at timestamptz, add column withdrawn_reason text,
      add constraint referral_draft_told check (family_told in ('TOLD', 'NOT_TOLD')),
      add constraint referral_draft_lengths check (length(reason) between 1 and 2000 and length(outcome) <= 2000 and length(tried) <= 2000 and length(withdrawn_reason) between 1 and 1000)`,
    `create index referral_draft_meeting on referral_draft (meeting_id)`,
    // False: it was changed since its sender saw it, is withdrawn, or is out of reach. What is saved anew is approved by nobody.
    `create function change_referral_draft(target integer, held integer, command_of text, given jsonb) returns boolean ${WRITER} $$
      begin
        if command_of = 'APPROVE' and not ${IS_SCHOOL} then raise exception 'a draft is approved by its school' using errcode = '42501'; end if;
        update referral_draft d set version = d.version + 1,
          status = case command_of when 'APPROVE' then 'APPROVED' when 'WITHDRAW' then 'WITHDRAWN' else 'DRAFT' end,
          reason = case command_of when 'SAVE' then given ->> 'reason' else d.reason end, outcome = case command_of when 'SAVE' then given ->> 'outcome' else d.outcome end,
          tried = case command_of when 'SAVE' then given ->> 'tried' else d.tried end, family_told = case command_of when 'SAVE' then given ->> 'family_told' else d.family_told end,
          changed_by = case command_of when 'SAVE' then ${WHO} else d.changed_by end, changed_at = case command_of when 'SAVE' then clock_timestamp() else d.changed_at end,
          approved_by = case command_of when 'APPROVE' then ${WHO} when 'SAVE' then null else d.approved_by end, approved_at = case command_of when 'APPROVE' then clock_timestamp() when 'SAVE' then null else d.approved_at end,
          withdrawn_by = case command_of when 'WITHDRAW' then ${WHO} end, withdrawn_at = case command_of when 'WITHDRAW' then clock_timestamp() end, withdrawn_reason = case command_of when 'WITHDRAW' then given ->> 'why' end
        where d.id = target and d.version = held and d.status <> 'WITHDRAWN' and (not d.restricted or ${SEES_RESTRICTED}) and (${OF_AUTHORITY} or (${IS_SCHOOL} and d.school_id = any (${SCHOOLS}) and d.school_ids && ${SCHOOLS}));
        return found;
      end $$`,
    /*
     * What a board is told of its school: choices of the last issued record, and counts. No name, no text, and no restricted child. Which counts are few
     * is asked by whoever shows them.
     */
    `create function meeting_board(from_of date, to_of date, today_of date) returns table (school_id integer, held_on date, school_rating text, officer_rating text, trend text, data_quality text, discussed integer, actions_done integer, actions_open integer, actions_overdue integer) ${READER} $$
      with s as (select id from school where ${ROLE} = 'reach_area' or ${OF_AUTHORITY} or ((${ROLE} = 'reach_aggregate' or ${IS_SCHOOL}) and id = any (${SCHOOLS}))),
        issued as (select n.school_id, m.id, m.held_on from s join meeting_school n on n.school_id = s.id join meeting m on m.id = n.meeting_id where ${IS_ISSUED} and n.section_complete_at is not null and m.type <> 'CHECK_IN'),
        latest as (select distinct on (i.school_id) i.school_id, i.id, i.held_on from issued i order by i.school_id, i.held_on desc, i.id desc),
        said as (select l.school_id, l.held_on, ${chosen('SCHOOL_RATING', Rating)} as school_rating, ${chosen('OFFICER_RATING', Rating)} as officer_rating, ${chosen('TREND', SchoolTrend)} as trend, ${chosen('DATA_QUALITY', SectionDataQuality)} as data_quality
          from latest l left join meeting_answer a on a.meeting_id = l.id and a.school_id = l.school_id and a.place = 'SECTION' and a.subject = '' group by 1, 2),
        talked as (select i.school_id, count(distinct a.pupil_id)::int as pupils from issued i join meeting_answer a on a.meeting_id = i.id and a.school_id = i.school_id and a.place = 'PUPIL' and a.field = 'DISCUSSED' and a.value = 'YES' and not a.restricted
          join meeting_pupil l on l.meeting_id = i.id and l.school_id = i.school_id and l.pupil_id = a.pupil_id and l.removed_reason is null where i.held_on between from_of and to_of group by 1),
        work as (select t.school_id, (count(*) filter (where t.status = 'DONE' and t.done_on between from_of and to_of))::int as done, (count(*) filter (where t.status in ('OPEN', 'IN_PROGRESS')))::int as open,
          (count(*) filter (where t.status in ('OPEN', 'IN_PROGRESS') and t.overdue_from <= today_of))::int as overdue from task t join s on s.id = t.school_id where t.source = 'MEETING' and not t.restricted group by 1)
      select s.id, said.held_on, said.school_rating, said.officer_rating, said.trend, said.data_quality, coalesce(talked.pupils, 0), coalesce(work.done, 0), coalesce(work.open, 0), coalesce(work.overdue, 0)
        from s left join said on said.school_id = s.id left join talked on talked.school_id = s.id left join work on work.school_id = s.id
    $$`,
    // A partner reads no meeting: the days and schools of issued records that spoke about their children, and no more.
    `create function partner_records() returns table (meeting_id integer, school_id integer, school text, held_on date, pupil_id integer) ${READER} $$
      select m.id, l.school_id, s.name, m.held_on, l.pupil_id from meeting_pupil l join meeting m on m.id = l.meeting_id join school s on s.id = l.school_id
        where ${ROLE} like 'reach\\_pupils%' and l.pupil_id = any (current_setting('app.pupils')::int[]) and l.removed_reason is null and (not l.restricted or ${SEES_RESTRICTED}) and ${IS_ISSUED}
    $$`,
    ...NAMES.flatMap(ownedByIngest),
    `grant execute on function approve_preparation to reach_schools`,
    `grant execute on function change_referral_draft to reach_authority, reach_schools`,
    `grant execute on function meeting_board to reach_authority, reach_schools, reach_aggregate, reach_area`,
    `grant execute on function partner_records to reach_pupils`,
  ];
}
