import { MEETING_TIERS, MeetingFrequency } from '@attendance/shared/meetings';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const LA_ONLY = `if current_setting('role') not like 'reach\\_authority%' then raise exception 'this is set by the authority' using errcode = '42501'; end if;`;

/**
 * What people decide beside the rules of the term planner: a tier set by hand for a time, and a school met once a year. Every
 * version stays, the highest is in force. A summary for those who see counts only.
 */
export class Planner1790000000028 extends ForwardOnly {
  readonly statements = [
    // A version without a tier takes the one before it back.
    `create table school_tier_override (
      school_id integer not null references school (id),
      version integer not null,
      tier text,
      reason text not null,
      until_on date,
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      primary key (school_id, version),
      constraint school_tier_override_tier check (tier in (${list(MEETING_TIERS)})),
      constraint school_tier_override_until check ((tier is null) = (until_on is null)),
      constraint school_tier_override_reason check (length(reason) between 1 and 1000)
    )`,
    `create table meeting_requirement (
      school_id integer not null references school (id),
      academic_year smallint not null,
      version integer not null,
      frequency text not null,
      reason text not null,
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      primary key (school_id, academic_year, version),
      constraint meeting_requirement_frequency check (frequency in (${list(Object.values(MeetingFrequency))})),
      constraint meeting_requirement_reason check (length(reason) between 1 and 1000)
    )`,
    // One pupil in fifty is severely absent: the planner counts them school by school without reading the others.
    `create index pupil_standing_severe on pupil_standing (academic_year, school_id) where possible > 0 and absent * 2 >= possible`,
    ...['school_tier_override', 'meeting_requirement'].flatMap((table) => reachPolicies(table, { school: 'school_id' })),

    // Whether it was as the sender saw it: otherwise nothing is done.
    `create function set_school_tier(school_of integer, held integer, tier_of text, until_of date, why text) returns boolean language plpgsql security definer set search_path from current as $$
      begin
        ${LA_ONLY}
        insert into school_tier_override (school_id, version, tier, reason, until_on, by_id)
          select school_of, held + 1, tier_of, why, until_of, ${WHO} where held = coalesce((select max(version) from school_tier_override where school_id = school_of), 0)
          on conflict do nothing;
        return found;
      end $$`,
    `create function set_meeting_requirement(school_of integer, year_of integer, held integer, frequency_of text, why text) returns boolean language plpgsql security definer set search_path from current as $$
      begin
        ${LA_ONLY}
        insert into meeting_requirement (school_id, academic_year, version, frequency, reason, by_id)
          select school_of, year_of, held + 1, frequency_of, why, ${WHO} where held = coalesce((select max(version) from meeting_requirement where school_id = school_of and academic_year = year_of), 0)
          on conflict do nothing;
        return found;
      end $$`,
    // Days and counts of schools, for people whose reach holds no rows of meetings: no child, no word of a record.
    `create function meeting_summary(from_of date, to_of date, today_of date) returns table (school_id integer, held integer, booked integer, offered integer, declined integer, last_held_on date, next_on date, ratings integer)
      language sql stable security definer set search_path from current as $$
      select n.school_id,
        (count(*) filter (where m.status in ('HELD', 'RECORD_ISSUED', 'LOCKED') and m.type <> 'CHECK_IN'))::int, (count(*) filter (where m.status in ('BOOKED', 'PREPARED') and m.type <> 'CHECK_IN'))::int, (count(*) filter (where m.status = 'OFFERED' and m.type <> 'CHECK_IN'))::int, (count(*) filter (where m.status = 'DECLINED' and m.type <> 'CHECK_IN'))::int,
        max(coalesce(m.held_on, m.on_day)) filter (where m.status in ('HELD', 'RECORD_ISSUED', 'LOCKED') and m.type <> 'CHECK_IN'), min(m.on_day) filter (where m.on_day >= today_of and m.status in ('OFFERED', 'BOOKED', 'PREPARED')),
        (count(*) filter (where m.status in ('RECORD_ISSUED', 'LOCKED') and n.section_complete_at is not null))::int
      from meeting m join meeting_school n on n.meeting_id = m.id
      where m.on_day between from_of and to_of and (current_setting('role') = 'reach_area' or current_setting('role') like 'reach\\_authority%' or ((current_setting('role') = 'reach_aggregate' or current_setting('role') like 'reach\\_schools%') and n.school_id = any (current_setting('app.schools')::int[])))
      group by 1
    $$`,
    // The address an invitation comes from: of the officer of a meeting within reach, and of nobody else.
    `create function meeting_officer_address(target integer) returns text language sql stable security definer set search_path from current as $$
      select u.email from meeting m join app_user u on u.id = m.officer_id
      where m.id = target and (current_setting('role') like 'reach\\_authority%' or (current_setting('role') like 'reach\\_schools%' and m.school_ids && current_setting('app.schools')::int[]))
    $$`,
    ...['set_school_tier', 'set_meeting_requirement', 'meeting_summary', 'meeting_officer_address'].flatMap(ownedByIngest),
    `grant execute on function meeting_officer_address to reach_authority, reach_schools`,
    ...['set_school_tier', 'set_meeting_requirement'].map((name) => `grant execute on function ${name} to reach_authority`),
    `grant execute on function meeting_summary to reach_authority, reach_schools, reach_aggregate, reach_area`,
  ];
}
