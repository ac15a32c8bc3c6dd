import { ForwardOnly } from './forward-only.ts';

const BY_THE_ROWS = 'set plan_cache_mode to force_custom_plan';
const COUNTS = ['possible', 'attended', 'authorised', 'unauthorised', 'late', 'missing'];
const OWN = COUNTS.map((name) => `b.${name}`).join(', ');
const POOLED = COUNTS.map((name) => `b.pooled_${name}`).join(', ');
/** Sessions of Year 11 without the second half of the summer term. */
const UP_TO_SUMMER = COUNTS.map((name) => `b.${name} - b.after_${name}`).join(', ');
const THEIRS = COUNTS.map((name) => `case when d.definition in ('LOCAL', 'OF') or d.reason is null then d.${name} else 0 end`).join(', ');
const OF = (alias: string, name: string): string => (name === 'late' ? `(${alias}.late_before + ${alias}.late_after)` : `${alias}.${name}`);

/** Twin of leftOutBy in shared/src/attendance. The phases are those of publishedPhaseOf. */
const NATIONAL = `case when b.age < 5 then 'TOO_YOUNG' when b.age > 15 then 'TOO_OLD' when b.status = 'G' then 'GUEST' when b.phase not in ('PRIMARY', 'SECONDARY', 'SPECIAL', 'ALL_THROUGH') then 'SCHOOL_KIND' end`;

const SCOPE = 'year integer, on_day date, of_phase text, of_school integer, summer_from date';
const WITHIN = 'within integer[], open_only boolean';
const ROW_COUNTS = `possible integer, absent integer, their_possible integer, their_absent integer`;
const PERCENTS = 'persistent_percent integer, severe_percent integer';
const SIDES = `measure text, ${SCOPE}, ${PERCENTS}`;
const TOTALS = 'definition text, side text, reason text, enrolments integer, part integer, whole integer, their_part integer, their_whole integer';

/** What one enrolment adds to the part and to the whole of a figure. Twin of shareOf in shared/src/attendance. */
const PART = (t: string): string => `case measure when 'ATTENDANCE' then r.${t}attended when 'AUTHORISED' then r.${t}authorised when 'UNAUTHORISED' then r.${t}unauthorised when 'LATE' then r.${t}late when 'MISSING' then r.${t}missing
  else (r.${t}possible > 0 and (measure = 'PUPILS' or (r.${t}authorised + r.${t}unauthorised) * 100 >= r.${t}possible * case measure when 'SEVERE' then severe_percent else persistent_percent end))::int end`;
const WHOLE = (t: string): string => `case when measure in ('PERSISTENT', 'SEVERE', 'PUPILS') then (r.${t}possible > 0)::int when measure = 'MISSING' then r.${t}possible + r.${t}missing else r.${t}possible end`;

const totals = (name: string, security: string, declared: string, within: string): string =>
  `create function ${name}(${SIDES}) returns table (${TOTALS}) language plpgsql stable ${security} ${BY_THE_ROWS} as $$
    #variable_conflict use_column
    ${declared}
    begin
      return query select s.definition, s.side, s.reason, count(*)::int, sum(s.part)::int, sum(s.whole)::int, sum(s.their_part)::int, sum(s.their_whole)::int
        from explained_sides(measure, year, on_day, of_phase, of_school, summer_from, persistent_percent, severe_percent, ${within}) s
        group by grouping sets ((s.definition), (s.definition, s.side, s.reason));
    end $$`;

/**
 * How a figure comes about, and the same figure by other definitions: of each enrolment recorded for a school year what each
 * definition counts, and why not. These read under the reach of whoever calls. An age is told for an enrolment of a leaver too, whose
 * record a school no longer reads, since its own figures count those sessions; people who see figures only get totals, without restricted records.
 */
export class Explaining1790000000017 extends ForwardOnly {
  readonly statements = [
    `create function enrolment_ages(year integer, of_school integer) returns table (enrolment_id integer, age integer) language plpgsql stable security definer set search_path from current rows 50000 ${BY_THE_ROWS} as $$
      #variable_conflict use_column
      declare schools integer[] := nullif(current_setting('app.schools'), '{}')::integer[];
              named integer[] := nullif(current_setting('app.pupils'), '{}')::integer[];
      begin
        return query select e.id, extract(year from age(make_date(year, 8, 31), p.born_on))::integer from enrolment e join pupil p on p.id = e.pupil_id
          where (of_school is null or e.school_id = of_school) and (schools is null or e.school_id = any (schools)) and (named is null or e.pupil_id = any (named));
      end $$`,
    // One row for each enrolment and definition, and one (definition OF) for each thing worth telling of an enrolment we count.
    `create function explained_enrolments(${SCOPE}, ${WITHIN}) returns table (definition text, reason text, enrolment_id integer, pupil_id integer, school_id integer, ${COUNTS.map((name) => `${name} integer`).join(', ')}, ${COUNTS.map((name) => `their_${name} integer`).join(', ')})
      language plpgsql stable rows 100000 ${BY_THE_ROWS} as $$
      #variable_conflict use_column
      begin
        return query with b as (
          select e.id as enrolment_id, e.pupil_id, e.school_id, e.status, e.starts_on, coalesce(e.ends_on < on_day, false) as has_left, e.restricted, s.phase, a.age, y.enrolment_id is not null as registered,
            ${COUNTS.map((name) => `coalesce(${OF('y', name)}, 0)::int as ${name}, coalesce(l.${name}, 0)::int as after_${name}, (coalesce(sum(${OF('y', name)}) over by_pupil, 0))::int as pooled_${name}`).join(', ')},
            row_number() over (partition by e.pupil_id order by y.enrolment_id is null, y.possible desc, e.id) as turn
          from enrolment e join school s on s.id = e.school_id
          join enrolment_ages(year, of_school) a on a.enrolment_id = e.id
          left join pupil_year y on y.enrolment_id = e.id and y.academic_year = year
          left join (select w.enrolment_id, ${COUNTS.map((name) => `sum(${OF('w', name)}) as ${name}`).join(', ')} from register_week w where w.week_start between summer_from and make_date(year + 1, 8, 25) group by 1) l on l.enrolment_id = e.id and a.age = 15
          where (y.enrolment_id is not null or (e.starts_on <= on_day and coalesce(e.ends_on, on_day) >= make_date(year, 9, 1)))
            and (of_school is null or e.school_id = of_school) and (of_phase is null or s.phase = of_phase)
            and (within is null or e.school_id = any (within)) and not (open_only and e.restricted)
          window by_pupil as (partition by e.pupil_id))
        select d.definition, d.reason, b.enrolment_id, b.pupil_id, b.school_id, ${OWN}, ${THEIRS}
        from b cross join lateral (values
          ('LOCAL', case when not b.registered then case when b.has_left then 'LEFT_BEFORE' else 'NO_REGISTER' end when b.possible = 0 then 'NO_SESSIONS' end, ${OWN}),
          ('BY_PUPIL', case when b.turn > 1 then 'SAME_PUPIL' end, ${POOLED}),
          ('ON_ROLL', case when b.has_left then 'LEFT' end, ${OWN}),
          ('DFE_DAILY', ${NATIONAL}, ${OWN}),
          ('DFE_CENSUS', coalesce(${NATIONAL}, case when b.starts_on >= summer_from then 'STARTED_LATE' when b.possible > 0 and b.possible = b.after_possible then 'NO_SESSIONS_LEFT' end), ${UP_TO_SUMMER}),
          ('OF', case when b.possible > 0 and b.has_left then 'LEFT' end, ${OWN}),
          ('OF', case when b.possible > 0 and b.status = 'G' then 'GUEST' end, ${OWN}),
          ('OF', case when b.possible > 0 and b.status = 'S' then 'SUBSIDIARY' end, ${OWN}),
          ('OF', case when b.possible > 0 and b.restricted then 'RESTRICTED' end, ${OWN})) d(definition, reason, ${COUNTS.join(', ')})
        where (b.registered or d.definition = 'LOCAL') and (d.definition <> 'OF' or d.reason is not null);
      end $$`,
    // On which side of a definition each enrolment falls. Twin of sideOf in shared/src/attendance.
    `create function explained_sides(${SIDES}, ${WITHIN}) returns table (definition text, side text, reason text, enrolment_id integer, pupil_id integer, school_id integer, part integer, whole integer, their_part integer, their_whole integer, ${ROW_COUNTS})
      language plpgsql stable rows 100000 ${BY_THE_ROWS} as $$
      #variable_conflict use_column
      begin
        return query with r as (select * from explained_enrolments(year, on_day, of_phase, of_school, summer_from, within, open_only))
          select r.definition,
            case when r.definition = 'OF' then 'OF' when r.definition = 'LOCAL' then case when r.reason is null then 'SAME' else 'LEFT_OUT' end
              when (v.part, v.whole) = (v.their_part, v.their_whole) then 'SAME' when r.reason is not null then 'LEFT_OUT'
              when measure not in ('PERSISTENT', 'SEVERE', 'PUPILS') then 'FEWER' when v.part > v.their_part then 'ONLY_HERE' else 'ONLY_THERE' end,
            case when r.definition in ('LOCAL', 'OF') then r.reason when (v.part, v.whole) = (v.their_part, v.their_whole) then null
              else coalesce(r.reason, case r.definition when 'BY_PUPIL' then 'POOLED' when 'DFE_CENSUS' then 'YEAR_11' end) end,
            r.enrolment_id, r.pupil_id, r.school_id, v.part, v.whole, v.their_part, v.their_whole, r.possible, r.authorised + r.unauthorised, r.their_possible, r.their_authorised + r.their_unauthorised
          from r
          cross join lateral (select ${PART('')}, ${WHOLE('')}, ${PART('their_')}, ${WHOLE('their_')}) v(part, whole, their_part, their_whole)
          union all select 'OF', 'OF', 'NEARLY', r.enrolment_id, r.pupil_id, r.school_id, 0, 1, 0, 1, r.possible, r.authorised + r.unauthorised, r.possible, r.authorised + r.unauthorised from r
          where measure = 'PERSISTENT' and r.definition = 'LOCAL' and r.possible > 0 and (r.authorised + r.unauthorised) * 100 < r.possible * persistent_percent and (r.authorised + r.unauthorised + 1) * 100 >= (r.possible + 1) * persistent_percent;
      end $$`,
    totals('explained_totals', '', '', 'null, false'),
    totals('explained_totals_of_figures', 'security definer set search_path from current', `declare within integer[] := case when current_setting('role') = 'reach_area' then null else current_setting('app.schools')::integer[] end;`, 'within, true'),
    `create function school_rolls_of_figures(on_day date) returns table (school_id integer, pupils integer) language plpgsql stable security definer set search_path from current as $$
      #variable_conflict use_column
      declare within integer[] := case when current_setting('role') = 'reach_area' then null else current_setting('app.schools')::integer[] end;
      begin
        return query select e.school_id, count(*)::int from enrolment e where e.starts_on <= on_day and coalesce(e.ends_on, on_day) >= on_day and not e.restricted and (within is null or e.school_id = any (within)) group by 1;
      end $$`,
    `do $$ begin
       execute format('grant create on schema %I to portal_ingest', current_schema());
       alter function enrolment_ages owner to portal_ingest;
       alter function explained_totals_of_figures owner to portal_ingest;
       alter function school_rolls_of_figures owner to portal_ingest;
       execute format('revoke create on schema %I from portal_ingest', current_schema());
     end $$`,
    `revoke all on function enrolment_ages, explained_enrolments, explained_sides, explained_totals, explained_totals_of_figures, school_rolls_of_figures from public`,
    `grant execute on function enrolment_ages, explained_enrolments, explained_sides, explained_totals to reach_authority, reach_schools, reach_pupils, portal_ingest`,
    `grant execute on function explained_totals_of_figures, school_rolls_of_figures to reach_area, reach_aggregate`,
  ];
}
