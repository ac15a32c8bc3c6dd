import { reachPolicies } from '../row-policies.ts';
import { KEEP_COVERAGE } from './1790000000008-undo.ts';
import { ForwardOnly } from './forward-only.ts';
import { COUNTED } from './sql-text.ts';

const BY_THE_ROWS = 'set plan_cache_mode to force_custom_plan';
const PER_ENROLMENT = { school: 'school_id', pupil: 'pupil_id', restricted: 'restricted' };
const SESSIONS = Object.keys(COUNTED);

/** The academic year that a week belongs to, and the one before today's. */
const YEAR_OF_WEEK = 'extract(year from week_start + 6)::int - (extract(month from week_start + 6) < 9)::int';
const FIRST_YEAR = '(extract(year from today)::int - (extract(month from today) < 9)::int - 1)';
/** What holds of a pupil on a day, one value a pupil: where two hold at once, the later in the alphabet. */
const HOLDS_ON = 'valid_from <= on_day and (valid_to is null or valid_to >= on_day)';
const fact = (kind: string): string => `max(c.value) filter (where c.kind = '${kind}')`;
const ETHNICITY = fact('ETHNICITY');
const KEY_STAGE = `case when e.nc_year in ('N1', 'N2', 'R') then 'EYFS' when e.nc_year in ('1', '2') then 'KS1' when e.nc_year in ('3', '4', '5', '6') then 'KS2'
  when e.nc_year in ('7', '8', '9') then 'KS3' when e.nc_year in ('10', '11') then 'KS4' when e.nc_year in ('12', '13', '14') then 'KS5' end`;
const missed = (percent: string): string => `b.possible > 0 and b.absent * 100 >= b.possible * b.${percent}`;

/** What is told of a pupil, by the column it is kept in; those of care have totals of their own, which fewer people reach. */
export const OF_PUPIL: Readonly<Record<string, string>> = {
  sex: `nullif(pupil.sex, 'U')`, year_group: 'e.nc_year', key_stage: KEY_STAGE, sen: 'f.sen', primary_need: 'f.primary_need', fsm: 'f.fsm', fsm6: 'f.fsm6', eal: 'f.eal',
  ethnicity: `case when f.ethnicity in ('REFU', 'NOBT') then null when f.ethnicity = 'CHNE' or f.ethnicity like 'A%' then 'ASIAN' when f.ethnicity like 'W%' then 'WHITE'
    when f.ethnicity like 'M%' then 'MIXED' when f.ethnicity like 'B%' then 'BLACK' when f.ethnicity like 'O%' then 'OTHER' end`,
  service_child: 'f.service_child',
  home: `case when pupil.home_la_code is not null then case when exists (select from authority a where a.code = pupil.home_la_code) then 'HERE' else 'ELSEWHERE' end end`,
  new_to_school: `case when e.starts_on >= make_date(y.academic_year, 8, 1) then 'NEW' else 'BEFORE' end`,
  last_year: `case when ${missed('severe')} then 'SEVERE' when ${missed('persistent')} then 'PERSISTENT' when b.possible > 0 then 'BELOW' end`,
  part_time: `case when s.part_time_sessions > 0 then 'Y' end`,
};
export const OF_CARE: Readonly<Record<string, string>> = { care: `(array['CLA', 'PLAC', 'CPP', 'CIN'])[k.first]`, young_carer: 'f.young_carer' };
const KEPT = { ...OF_PUPIL, ...OF_CARE };
const COLUMNS = Object.keys(KEPT);

const MEASURES = [...SESSIONS, 'enrolments', 'persistent', 'severe', 'recent_possible', 'recent_absent', 'week_possible', 'week_absent'];
const SUMS = [
  ...SESSIONS.map((name) => `sum(y.${name})`), 'count(*) filter (where y.possible > 0)',
  'count(*) filter (where y.possible > 0 and (y.authorised + y.unauthorised) * 100 >= y.possible * p.persistent)', 'count(*) filter (where y.possible > 0 and (y.authorised + y.unauthorised) * 100 >= y.possible * p.severe)',
  ...['recent_possible', 'recent_absent', 'week_possible', 'week_absent'].map((name) => `coalesce(sum(s.${name}), 0)`),
].join(', ');

const totalsTable = (name: string): string => `create table ${name} (
  academic_year smallint not null, axis text not null, school_id integer not null, value text not null, restricted boolean not null,
  ${MEASURES.map((measure) => `${measure} integer not null`).join(', ')},
  primary key (academic_year, axis, school_id, value, restricted)
)`;

/** The totals of some schools and years, worked out again for a set of columns; ALL is everyone, for splits by what schools are. */
const refreshTotals = (table: string, columns: readonly string[], more: string): string => `
  delete from ${table} t where t.school_id = any (schools) and t.academic_year = any (years);
  insert into ${table} (academic_year, axis, school_id, value, restricted, ${MEASURES.join(', ')})
    select y.academic_year, v.axis, y.school_id, coalesce(v.value, 'NOT_RECORDED'), y.restricted, ${SUMS}
    from pupil_year y join enrolment_cohort c using (enrolment_id, academic_year)
    left join pupil_standing s on s.enrolment_id = y.enrolment_id and s.academic_year = y.academic_year
    cross join lateral absence_percents(y.academic_year) p
    cross join lateral (values ${columns.map((column) => `('${column.toUpperCase()}', c.${column})`).join(', ')}${more}) v (axis, value)
    where y.school_id = any (schools) and y.academic_year = any (years)
    group by 1, 2, 3, 4, 5;`;

/** The function that keeps both for some schools and years, of what is told of a pupil and what of care, by column: a later migration that keeps more writes it again. */
export function refreshCohorts(ofPupil: Readonly<Record<string, string>>, ofCare: Readonly<Record<string, string>>): string {
  const kept = { ...ofPupil, ...ofCare };
  const columns = Object.keys(kept);
  return `refresh_cohorts(schools integer[], years integer[], on_day date) returns void language plpgsql ${BY_THE_ROWS} as $$
    begin
      delete from enrolment_cohort c where c.school_id = any (schools) and c.academic_year = any (years)
        and not exists (select from pupil_year y where y.enrolment_id = c.enrolment_id and y.academic_year = c.academic_year);
      insert into enrolment_cohort as held (enrolment_id, academic_year, school_id, pupil_id, restricted, ${columns.join(', ')})
        with of_year as materialized (select y.enrolment_id, y.academic_year, y.school_id, y.pupil_id, y.restricted from pupil_year y where y.school_id = any (schools) and y.academic_year = any (years)),
        subject as materialized (select distinct pupil_id from of_year),
        facts as materialized (select c.pupil_id, ${['SEN', 'PRIMARY_NEED', 'FSM', 'FSM6', 'EAL', 'SERVICE_CHILD', 'YOUNG_CARER'].map((kind) => `${fact(kind)} as ${kind.toLowerCase()}`).join(', ')}, ${ETHNICITY} as ethnicity
          from subject join pupil_characteristic c using (pupil_id) where ${HOLDS_ON} group by 1),
        known as materialized (select c.pupil_id, min(array_position(array['CLA', 'PLAC', 'CPP', 'CIN'], c.kind)) as first, bool_or(c.kind = 'YJ') as is_youth_justice from subject join care_status c using (pupil_id) where ${HOLDS_ON} group by 1),
        before as materialized (select b.pupil_id, b.academic_year + 1 as academic_year, sum(b.possible) as possible, sum(b.authorised + b.unauthorised) as absent
          from subject join pupil_year b using (pupil_id) where b.academic_year + 1 = any (years) group by 1, 2)
        select y.*, ${Object.values(kept).join(', ')}
        from of_year y join enrolment e on e.id = y.enrolment_id join pupil on pupil.id = y.pupil_id
        left join facts f on f.pupil_id = y.pupil_id left join known k on k.pupil_id = y.pupil_id
        left join pupil_standing s on s.enrolment_id = y.enrolment_id and s.academic_year = y.academic_year
        left join (select b.*, p.persistent, p.severe from before b cross join lateral absence_percents(b.academic_year - 1) p) b on b.pupil_id = y.pupil_id and b.academic_year = y.academic_year
        on conflict (enrolment_id, academic_year) do update set (school_id, pupil_id, restricted, ${columns.join(', ')}) = (excluded.school_id, excluded.pupil_id, excluded.restricted, ${columns.map((column) => `excluded.${column}`).join(', ')})
        where (held.school_id, held.pupil_id, held.restricted, ${columns.map((column) => `held.${column}`).join(', ')}) is distinct from (excluded.school_id, excluded.pupil_id, excluded.restricted, ${columns.map((column) => `excluded.${column}`).join(', ')});
      ${refreshTotals('school_cohort_total', Object.keys(ofPupil), `, ('ALL', 'ALL'), ('ABSENCE_BAND', case when y.possible > 0 then ((y.authorised + y.unauthorised) * 20 / y.possible)::text end)`)}
      ${refreshTotals('school_care_total', Object.keys(ofCare), '')}
    end $$`;
}

/**
 * Who the pupils of a year are, and the figures of each school split by it, kept by imports and by whatever changes a pupil: a
 * split of the whole authority adds up a few rows a school. As it stood when the school's registers or rolls last came in.
 */
export class Cohorts1790000000018 extends ForwardOnly {
  readonly statements = [
    `create table enrolment_cohort (
      enrolment_id integer not null, academic_year smallint not null, school_id integer not null, pupil_id integer not null, restricted boolean not null default false,
      ${COLUMNS.map((column) => `${column} text`).join(', ')},
      primary key (enrolment_id, academic_year)
    )`,
    `create index enrolment_cohort_school on enrolment_cohort (school_id, academic_year)`,
    `create index enrolment_cohort_pupil on enrolment_cohort (pupil_id)`,
    ...reachPolicies('enrolment_cohort', PER_ENROLMENT),
    totalsTable('school_cohort_total'),
    `create index school_cohort_total_school on school_cohort_total (school_id, academic_year)`,
    ...reachPolicies('school_cohort_total', { school: 'school_id', restricted: 'restricted', aggregate: true }),
    // People who see figures only are not among those who reach these.
    totalsTable('school_care_total'),
    `create index school_care_total_school on school_care_total (school_id, academic_year)`,
    ...reachPolicies('school_care_total', { school: 'school_id', restricted: 'restricted' }),

    `create function ${refreshCohorts(OF_PUPIL, OF_CARE)}`,
    `revoke all on function refresh_cohorts from public`,
    `grant execute on function refresh_cohorts to portal_ingest`,

    // As before, and then the groups of the schools and years that came in. Of years long past nobody asks for a split.
    `create or replace function refresh_school_coverage(by_delivery integer, today date) returns void language plpgsql ${BY_THE_ROWS} as $$
      begin
        ${KEEP_COVERAGE}
        perform refresh_pupil_standing();
        perform refresh_work_lists(array(select enrolment_id from standing_of union select m.enrolment_id from work_list_member m where m.school_id in (select school_id from touched) and not exists (select from pupil_standing s where s.enrolment_id = m.enrolment_id)));
        perform refresh_cohorts(array(select distinct school_id from touched), array(select distinct year from (select ${YEAR_OF_WEEK} as year from (select distinct week_start from touched_week) w) y where year >= ${FIRST_YEAR}), today);
      end $$`,
    // As before, and the groups follow what changed of the pupils. An import of the school waits, or is waited for.
    `alter function refresh_pupil_reach rename to keep_pupil_reach`,
    `create function refresh_pupil_reach(pupils integer[], on_day date, leaver_days integer) returns void language plpgsql ${BY_THE_ROWS} as $$
      declare schools integer[]; today date := on_day;
      begin
        schools := array(select school_id from enrolment_cohort where pupil_id = any (pupils));
        perform keep_pupil_reach(pupils, on_day, leaver_days);
        schools := array(select distinct school_id from (select unnest(schools) as school_id union select school_id from pupil_year where pupil_id = any (pupils) and academic_year >= ${FIRST_YEAR}) s order by 1);
        if schools = '{}' then return; end if;
        perform lock_registers(school_id) from unnest(schools) school_id;
        perform refresh_work_lists(array(select enrolment_id from pupil_standing where pupil_id = any (pupils)));
        perform refresh_cohorts(schools, array[${FIRST_YEAR}, ${FIRST_YEAR} + 1], on_day);
      end $$`,
    `revoke all on function refresh_pupil_reach, keep_pupil_reach from public`,
    `grant execute on function refresh_pupil_reach, keep_pupil_reach to portal_ingest`,
    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select refresh_cohorts(array_agg(distinct school_id), array_agg(distinct academic_year::int), greatest(current_date, (select max(marks_to) from school_coverage))) from pupil_year having count(*) > 0`,
    `reset role`,
  ];
}
