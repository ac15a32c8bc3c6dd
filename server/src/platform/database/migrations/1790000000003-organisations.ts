import { openToReaches } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';

/** The authority, its schools, trusts, teams and calendars. A school's id is its URN (GIAS). */
export class Organisations1790000000003 extends ForwardOnly {
  readonly statements = [
    `create table authority (
      code integer primary key,
      ons_code text not null,
      name text not null,
      service_name text not null default 'Attendance Support',
      practice boolean not null default false
    )`,
    `create table trust (
      id integer primary key,
      group_id text not null,
      name text not null,
      companies_house text
    )`,
    `create table team (
      id integer generated always as identity primary key,
      name text not null,
      kind text not null,
      constraint team_kind check (kind in ('ATTENDANCE', 'LEGAL', 'EARLY_HELP', 'SOCIAL_CARE', 'VIRTUAL_SCHOOL', 'CME', 'HEALTH', 'DATA'))
    )`,
    `create table team_member (
      team_id integer not null references team (id),
      user_id integer not null references app_user (id),
      primary key (team_id, user_id)
    )`,
    `create table school (
      id integer primary key,
      la_code integer not null,
      establishment_number integer not null,
      name text not null,
      type_code smallint not null,
      phase_code smallint not null,
      phase text not null,
      status_code smallint not null,
      trust_id integer references trust (id),
      statutory_low_age smallint not null,
      statutory_high_age smallint not null,
      locality text not null,
      postcode text not null,
      telephone text,
      opened_on date,
      closed_on date,
      pupil_capacity integer,
      constraint school_urn check (id between 100000 and 999999),
      constraint school_phase check (phase in ('NURSERY', 'PRIMARY', 'SECONDARY', 'SPECIAL', 'ALTERNATIVE', 'ALL_THROUGH', 'SIXTEEN_PLUS', 'INDEPENDENT'))
    )`,
    // An establishment number outlives a conversion, so it is unique only among schools that are open.
    `create unique index school_laestab_open on school (la_code, establishment_number) where status_code in (1, 3)`,
    `create table school_link (
      school_id integer not null references school (id),
      linked_urn integer not null,
      link_type text not null,
      established_on date,
      primary key (school_id, linked_urn, link_type),
      constraint school_link_type check (link_type in ('PREDECESSOR', 'SUCCESSOR'))
    )`,
    `create table school_contact (
      id integer generated always as identity primary key,
      school_id integer not null references school (id),
      role text not null,
      full_name text not null,
      telephone text,
      email text,
      constraint school_contact_role check (role in ('HEADTEACHER', 'ATTENDANCE_CHAMPION', 'DSL', 'ATTENDANCE_OFFICE'))
    )`,
    `create index school_contact_school on school_contact (school_id)`,
    // The named attendance officer of a school, dated.
    `create table school_officer (
      school_id integer not null references school (id),
      user_id integer not null references app_user (id),
      valid_from date not null,
      valid_to date,
      primary key (school_id, user_id, valid_from)
    )`,
    `create table school_term (
      school_id integer not null references school (id),
      academic_year smallint not null,
      name text not null,
      starts_on date not null,
      ends_on date not null,
      primary key (school_id, starts_on),
      constraint school_term_period check (ends_on >= starts_on)
    )`,
    `create table school_closure (
      school_id integer not null references school (id),
      closed_on date not null,
      kind text not null,
      label text not null,
      primary key (school_id, closed_on),
      constraint school_closure_kind check (kind in ('INSET', 'BANK_HOLIDAY', 'OCCASIONAL'))
    )`,
    // Derived from terms and closures by shared/calendar. open_days: bit 0 is Monday. ordinal: the school week of that year.
    `create table school_week (
      school_id integer not null references school (id),
      week_start date not null,
      academic_year smallint not null,
      ordinal smallint not null,
      open_days smallint not null,
      primary key (school_id, week_start),
      constraint school_week_monday check (extract(isodow from week_start) = 1)
    )`,
    ...['authority', 'trust', 'team', 'team_member', 'school', 'school_link', 'school_contact', 'school_officer', 'school_term', 'school_closure', 'school_week'].flatMap(openToReaches),
  ];
}
