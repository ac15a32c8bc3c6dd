import { COUNTED_MARKS } from '@attendance/shared/attendance';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';

const literal = (characters: string): string => `'${characters.replaceAll(`'`, `''`)}'`;
/** How many of a week's 14 characters are in the set: computed by the database, so a count cannot disagree with its marks. */
const counted = (name: string, characters: string): string =>
  `${name} smallint generated always as (length(marks) - length(translate(marks, ${literal(characters)}, ''))) stored`;

const PER_ENROLMENT = { school: 'school_id', pupil: 'pupil_id', restricted: 'restricted' };
const COUNTS = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'missing'];

/** Deliveries, the week-grain register with its history, and the summaries kept in the import's own transaction. */
export class Registers1790000000005 extends ForwardOnly {
  readonly statements = [
    `create table delivery (
      id integer generated always as identity primary key,
      school_id integer references school (id),
      file_name text not null,
      sha256 bytea not null,
      bytes bigint not null,
      bytes_read bigint not null default 0,
      source text not null,
      sent_by integer references app_user (id),
      status text not null,
      step text not null default 'RECEIVED',
      received_at timestamptz not null default now(),
      finished_at timestamptz,
      layout text, delimiter text, encoding text, date_order text,
      first_day date, last_day date,
      rows_read integer not null default 0,
      rows_repeated integer not null default 0,
      rows_refused integer not null default 0,
      marks_new integer not null default 0,
      marks_changed integer not null default 0,
      marks_same integer not null default 0,
      pupils integer not null default 0,
      refusal_code text,
      receipt jsonb not null default '{}',
      constraint delivery_status check (status in ('RECEIVED', 'READING', 'KEPT', 'REFUSED', 'INTERRUPTED')),
      constraint delivery_source check (source in ('PAGE', 'COMMAND', 'API', 'PRACTICE'))
    )`,
    // The same bytes for the same school are one delivery: sending them again gives the same receipt.
    `create unique index delivery_kept_once on delivery (coalesce(school_id, 0), sha256) where status = 'KEPT'`,
    `create index delivery_school on delivery (school_id, received_at desc)`,
    `create table delivery_refusal (
      delivery_id integer not null references delivery (id),
      line integer not null,
      code text not null,
      field text not null,
      value text not null,
      school_id integer
    )`,
    `create index delivery_refusal_delivery on delivery_refusal (delivery_id, code, line)`,
    // No foreign keys on the week rows: checking one row at a time would double the cost of an import. The importer takes
    // its ids from enrolment itself (docs/adr/0004).
    `create table register_week (
      enrolment_id integer not null,
      week_start date not null,
      school_id integer not null,
      pupil_id integer not null,
      delivery_id integer not null,
      recorded_at timestamptz not null default now(),
      restricted boolean not null default false,
      marks text not null,
      ${counted('possible', COUNTED_MARKS.possible)},
      ${counted('attended', COUNTED_MARKS.attended)},
      ${counted('authorised', COUNTED_MARKS.authorised)},
      ${counted('unauthorised', COUNTED_MARKS.unauthorised)},
      ${counted('late_before', COUNTED_MARKS.lateBefore)},
      ${counted('late_after', COUNTED_MARKS.lateAfter)},
      ${counted('missing', COUNTED_MARKS.missing)},
      primary key (enrolment_id, week_start),
      constraint register_week_marks check (length(marks) = 14)
    ) partition by range (week_start)`,
    // A week belongs to the academic year of its Sunday: the week of Monday 31 August holds September's first days.
    `create function ensure_register_year(start_year integer) returns void language plpgsql as $$
      begin
        execute format('create table if not exists register_week_%s partition of register_week for values from (%L) to (%L)',
          start_year, make_date(start_year, 8, 26), make_date(start_year + 1, 8, 26));
      end $$`,
    ...[2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].map((year) => `select ensure_register_year(${year})`),
    // A later delivery's week laid over the held one: blanks and '-' never overwrite a mark that is set.
    `create function overlay_week(held text, incoming text) returns text language sql immutable parallel safe as $$
       select string_agg(case when substr(incoming, i, 1) = ' ' or (substr(incoming, i, 1) = '-' and substr(held, i, 1) <> ' ')
         then substr(held, i, 1) else substr(incoming, i, 1) end, '' order by i) from generate_series(1, 14) i $$`,
    `create table register_change (
      id bigint generated always as identity primary key,
      enrolment_id integer not null,
      week_start date not null,
      slot smallint not null,
      school_id integer not null,
      pupil_id integer not null,
      restricted boolean not null default false,
      old_mark text not null,
      new_mark text not null,
      delivery_id integer not null,
      changed_at timestamptz not null default now()
    )`,
    `create index register_change_enrolment on register_change (enrolment_id, week_start)`,
    `create index register_change_delivery on register_change (delivery_id)`,
    `create table pupil_year (
      enrolment_id integer not null,
      academic_year smallint not null,
      school_id integer not null,
      pupil_id integer not null,
      restricted boolean not null default false,
      ${COUNTS.map((name) => `${name} smallint not null`).join(', ')},
      first_week date not null,
      last_week date not null,
      primary key (enrolment_id, academic_year)
    )`,
    `create index pupil_year_school on pupil_year (school_id, academic_year)`,
    `create index pupil_year_pupil on pupil_year (pupil_id)`,
    `create table school_week_total (
      school_id integer not null,
      week_start date not null,
      restricted boolean not null,
      academic_year smallint not null,
      enrolments integer not null,
      ${COUNTS.map((name) => `${name} integer not null`).join(', ')},
      primary key (school_id, week_start, restricted)
    )`,
    `create table school_year_total (
      school_id integer not null,
      academic_year smallint not null,
      restricted boolean not null,
      enrolments integer not null,
      persistent integer not null,
      severe integer not null,
      ${COUNTS.map((name) => `${name} integer not null`).join(', ')},
      primary key (school_id, academic_year, restricted)
    )`,
    // Up to which session a school's marks reach.
    `create table school_coverage (
      school_id integer primary key references school (id),
      marks_to date not null,
      marks_to_session text not null,
      delivery_id integer not null,
      received_at timestamptz not null,
      constraint school_coverage_session check (marks_to_session in ('AM', 'PM'))
    )`,
    ...reachPolicies('delivery', { school: 'school_id' }),
    ...reachPolicies('delivery_refusal', { school: 'school_id' }),
    ...reachPolicies('register_week', PER_ENROLMENT),
    ...reachPolicies('register_change', PER_ENROLMENT),
    ...reachPolicies('pupil_year', PER_ENROLMENT),
    ...reachPolicies('school_week_total', { school: 'school_id', restricted: 'restricted', aggregate: true }),
    ...reachPolicies('school_year_total', { school: 'school_id', restricted: 'restricted', aggregate: true }),
    ...reachPolicies('school_coverage', { school: 'school_id', aggregate: true }),
  ];
}
