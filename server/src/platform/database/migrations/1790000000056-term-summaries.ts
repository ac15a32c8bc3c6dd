import { CONCERNS_LENGTH, TermSeason } from '@attendance/shared/meetings';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { literal, ownedByIngest } from './sql-text.ts';

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const SCHOOLS = `current_setting('app.schools')::int[]`;
const COUNTS = ['roll', 'possible', 'authorised', 'unauthorised', 'persistent', 'severe', 'concern'] as const;
const ARGUMENTS = COUNTS.map((name) => `${name}_of integer`).join(', ');

/**
 * What a school that sends no registers enters each term: counts from the first day of its school year up to a day. Every version stays, the
 * highest is in force. No child is named in it, but its text is free, so whoever reads counts of schools alone does not reach it.
 */
export class TermSummaries1790000000056 extends ForwardOnly {
  readonly statements = [
    `create table school_term_summary (
      school_id integer not null references school (id),
      academic_year smallint not null,
      season text not null,
      version integer not null,
      as_of_on date not null,
      ${COUNTS.map((name) => `${name} integer not null`).join(',\n      ')},
      concerns text not null default '',
      entered_on date not null,
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      primary key (school_id, academic_year, season, version),
      constraint school_term_summary_season check (season in (${Object.values(TermSeason).map(literal).join(', ')})),
      constraint school_term_summary_counts check (roll > 0 and possible > 0 and authorised >= 0 and unauthorised >= 0 and authorised::bigint + unauthorised <= possible and severe >= 0 and severe <= persistent and persistent <= roll and concern between 0 and roll),
      constraint school_term_summary_concerns check (length(concerns) <= ${CONCERNS_LENGTH})
    )`,
    `create index school_term_summary_by on school_term_summary (by_id)`,
    ...reachPolicies('school_term_summary', { school: 'school_id' }),

    // Whether it was as the sender saw it: otherwise nothing is done. The school itself, or the authority for it.
    `create function enter_term_summary(school_of integer, year_of integer, season_of text, held integer, as_of date, on_day date, ${ARGUMENTS}, concerns_of text) returns boolean language plpgsql security definer set search_path from current as $$
      begin
        if not (current_setting('role') like 'reach\\_authority%' or (current_setting('role') like 'reach\\_schools%' and school_of = any (${SCHOOLS}))) then raise exception 'this is entered by the school or the authority' using errcode = '42501'; end if;
        insert into school_term_summary (school_id, academic_year, season, version, as_of_on, entered_on, ${COUNTS.join(', ')}, concerns, by_id)
          select school_of, year_of, season_of, held + 1, as_of, on_day, ${COUNTS.map((name) => `${name}_of`).join(', ')}, concerns_of, ${WHO}
          where held = coalesce((select max(version) from school_term_summary where school_id = school_of and academic_year = year_of and season = season_of), 0)
          on conflict do nothing;
        return found;
      end $$`,
    // Which schools entered theirs, for people who see figures of the whole area and read no row: no count, no word.
    `create function term_summaries_entered(year_of integer, season_of text) returns table (school_id integer) language sql stable security definer set search_path from current as $$
      select distinct t.school_id from school_term_summary t
      where t.academic_year = year_of and t.season = season_of and (current_setting('role') = 'reach_area' or current_setting('role') like 'reach\\_authority%')
    $$`,
    ...['enter_term_summary', 'term_summaries_entered'].flatMap(ownedByIngest),
    `grant execute on function enter_term_summary to reach_authority, reach_schools`,
    `grant execute on function term_summaries_entered to reach_authority, reach_area`,
  ];
}
