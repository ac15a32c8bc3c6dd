/**
 * The set-based half of an import: week rows staged from the file are compared with what is held, only differences are
 * written, history and what an undo needs are kept, and the summaries that screens read are derived again for what was
 * touched. Every statement runs in the import's one transaction, as portal_ingest.
 */
export const STAGE_COLUMNS = 'enrolment_id, pupil_id, school_id, week_start, marks, first_line';

export const CREATE_STAGE = `create temporary table stage (
  enrolment_id integer not null, pupil_id integer not null, school_id integer not null, week_start date not null, marks text not null, first_line integer not null
) on commit drop`;

export const COPY_STAGE = `copy stage (${STAGE_COLUMNS}) from stdin`;

/** Two partial weeks of one enrolment (a badly ordered file) laid over each other; a session marked twice differently is left blank. */
export const COLLAPSE_STAGE = [
  `create temporary table stage_repeated on commit drop as
     select enrolment_id, week_start from stage group by 1, 2 having count(*) > 1`,
  `create temporary table stage_slots on commit drop as
     select s.enrolment_id, s.pupil_id, s.school_id, s.week_start, slot, min(s.first_line) as first_line,
            count(distinct nullif(nullif(substr(s.marks, slot + 1, 1), ' '), '-')) as codes,
            max(nullif(nullif(substr(s.marks, slot + 1, 1), ' '), '-')) as mark,
            bool_or(substr(s.marks, slot + 1, 1) = '-') as missing
     from stage s join stage_repeated using (enrolment_id, week_start) cross join generate_series(0, 13) slot
     group by 1, 2, 3, 4, 5`,
  `delete from stage s using stage_repeated d where s.enrolment_id = d.enrolment_id and s.week_start = d.week_start`,
  `insert into stage
     select enrolment_id, pupil_id, school_id, week_start,
            string_agg(case when codes = 1 then mark when codes = 0 and missing then '-' else ' ' end, '' order by slot), min(first_line)
     from stage_slots group by 1, 2, 3, 4`,
];
export const COLLAPSE_CONFLICTS = `select first_line as line, pupil_id, week_start, slot from stage_slots where codes > 1 order by 1`;

/** Is anything held for the same enrolments and weeks? An import into empty years skips the comparison. */
export const ANYTHING_HELD = `select exists (
  select 1 from (select distinct enrolment_id from stage limit 200000) e
  join register_week r on r.enrolment_id = e.enrolment_id and r.week_start between $1::date and $2::date) as held`;

/** Most weeks of a delivery are written alike: each distinct one is counted once, and its rows are inserted with the counts. */
const COUNTS = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'missing'];
const INSERT_COLUMNS = ['enrolment_id', 'week_start', 'school_id', 'pupil_id', 'delivery_id', 'restricted', 'marks', ...COUNTS].join(', ');
const COUNTED = COUNTS.map((name) => `n.${name}`).join(', ');
const countedOnce = (marks: string, from: string): string => `with counted as materialized (
  select w.marks, c.* from (select distinct ${marks} as marks from ${from}) w cross join lateral week_counts(w.marks) c)`;

export const INSERT_ALL = `${countedOnce('marks', 'stage')}
  insert into register_week (${INSERT_COLUMNS})
  select s.enrolment_id, s.week_start, s.school_id, s.pupil_id, $1::int, e.restricted, s.marks, ${COUNTED}
  from stage s join enrolment e on e.id = s.enrolment_id join counted n on n.marks = s.marks`;

/** `next` is null where the file says nothing new; blanks and '-' never overwrite a mark that is set. */
export const COMPARE = `create temporary table compared on commit drop as
  select s.enrolment_id, s.pupil_id, s.school_id, s.week_start, r.marks as held,
         case when r.marks is null then s.marks when r.marks = s.marks then null else overlay_week(r.marks, s.marks) end as next,
         s.marks as incoming, r.delivery_id as written_by, r.recorded_at
  from stage s left join register_week r on r.enrolment_id = s.enrolment_id and r.week_start = s.week_start
    and r.week_start between $1::date and $2::date`;

export const INSERT_NEW = `${countedOnce('next', 'compared where held is null')}
  insert into register_week (${INSERT_COLUMNS})
  select c.enrolment_id, c.week_start, c.school_id, c.pupil_id, $1::int, e.restricted, c.next, ${COUNTED}
  from compared c join enrolment e on e.id = c.enrolment_id join counted n on n.marks = c.next where c.held is null`;

export const KEEP_HISTORY = `insert into register_change (enrolment_id, week_start, slot, school_id, pupil_id, restricted, old_mark, new_mark, delivery_id)
  select c.enrolment_id, c.week_start, slot, c.school_id, c.pupil_id, e.restricted, substr(c.held, slot + 1, 1), substr(c.next, slot + 1, 1), $1::int
  from compared c join enrolment e on e.id = c.enrolment_id cross join generate_series(0, 13) slot
  where c.held <> c.next and substr(c.held, slot + 1, 1) not in (' ', '-') and substr(c.held, slot + 1, 1) <> substr(c.next, slot + 1, 1)`;

/** What an undo puts back. Weeks that this delivery begins are not here: they had no row. */
export const KEEP_BEFORE = `insert into register_week_before (delivery_id, enrolment_id, week_start, marks, written_by, recorded_at)
  select $1::int, enrolment_id, week_start, held, written_by, recorded_at from compared where held <> next`;

export const UPDATE_CHANGED = `update register_week r set marks = c.next, delivery_id = $1::int, recorded_at = now()
  from compared c
  where c.held <> c.next and r.enrolment_id = c.enrolment_id and r.week_start = c.week_start and r.week_start between $2::date and $3::date`;

/** Marks of the file by what became of them: the three add up to the marks accepted. */
export const COUNT_COMPARED = `select
  coalesce(sum(length(translate(incoming, ' -', ''))) filter (where held is null or held <> incoming), 0)::int as in_question,
  coalesce(sum(length(translate(incoming, ' -', ''))) filter (where held = incoming), 0)::int as same_weeks,
  coalesce(sum((select count(*) from generate_series(1, 14) i where held is not null and held <> incoming
    and substr(incoming, i, 1) not in (' ', '-') and substr(incoming, i, 1) = substr(held, i, 1))), 0)::int as same_in_changed
  from compared`;
export const COUNT_STAGED = `select coalesce(sum(length(translate(marks, ' -', ''))), 0)::int as marks from stage`;

/** What the summaries must be worked out again for: stays of pupils, and weeks of schools. */
const touched = (from: string): string[] => [
  `create temporary table touched on commit drop as select distinct enrolment_id, pupil_id, school_id from ${from}`,
  `create temporary table touched_week on commit drop as select distinct school_id, week_start from ${from}`,
  'analyze touched', 'analyze touched_week',
];
export const TOUCHED_ALL = touched('stage');
export const TOUCHED_COMPARED = touched('compared where next is not null and next is distinct from held');

export const TOUCHED_SUBJECTS = `select (select array_agg(pupil_id) from (select distinct pupil_id from touched) p) as pupils, (select array_agg(school_id) from (select distinct school_id from touched) s) as schools`;

/** $2 and $3 are the persistent and severe percentages in force. An undo calls the same functions. */
export const REFRESH_YEAR = `select refresh_register_year($1, $2, $3)`;
export const REFRESH_COVERAGE = `select refresh_school_coverage($1, $2)`;

/** The figures of the schools touched, whole numbers, without restricted records: a receipt is read by people who may not know of them. */
export const FIGURES = `select coalesce(sum(enrolments), 0)::int as enrolments, coalesce(sum(persistent), 0)::int as persistent,
  coalesce(sum(attended), 0)::int as attended, coalesce(sum(possible), 0)::int as possible, coalesce(sum(missing), 0)::int as missing
  from school_year_total where academic_year = $1 and not restricted and school_id in (select school_id from touched)`;

export const CHANGES_BY_CODE = `select old_mark, new_mark, count(*)::int as marks, count(distinct pupil_id)::int as pupils,
  min(week_start + slot / 2) as first_day, max(week_start + slot / 2) as last_day
  from register_change where delivery_id = $1 group by 1, 2 order by 3 desc, 1, 2`;
