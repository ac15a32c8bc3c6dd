import { openToReaches } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';

const ATTENDANCE = 'Department for Education, Pupil attendance in schools';
const ABSENCE = 'Department for Education, Pupil absence in schools in England';

/** National figures known when this was written, so that no portal starts without any: possible, attended, authorised, unauthorised, late, enrolments, persistent percent. */
const DAILY: readonly (readonly [phase: string, ...counts: number[]])[] = [
  ['PRIMARY', 1299079364, 1230531096, 48445756, 20102512, 16775075, 3556801.68617021, 13.7725665268702],
  ['SECONDARY', 1093892081, 1001023029, 57111352, 35757700, 33763125, 3009455.92553191, 23.7680342651037],
  ['SPECIAL', 52448242, 45541257, 5018975, 1888010, 571733, 144433.382978723, 36.0616778356912],
  ['ALL', 2445419687, 2277095382, 110576083, 57748222, 51109933, 6710690.99468085, 18.7817604593414],
];
/** Absence, persistent and severe percent. Counts, and persistent and severe by phase, come with the file. */
const CENSUS: readonly (readonly [phase: string, absent: number, persistent: number | null, severe: number | null])[] = [
  ['PRIMARY', 5.16, null, null], ['SECONDARY', 8.09, null, null], ['SPECIAL', 12.77, null, null], ['ALL', 6.63, 17.63, 2.26],
];

/**
 * Published national, regional and local figures, and the authorities a council compares itself with. A figure is known by
 * series, year, stretch, place and phase: a later publication of the same one takes its place. Counts are null where only a
 * rate is published, and `symbols` says why where there is neither.
 */
export class Published1790000000010 extends ForwardOnly {
  readonly statements = [
    `create table published_figure (
      series text not null,
      academic_year smallint not null,
      term text not null,
      level text not null,
      area_code text not null,
      phase text not null,
      period text not null,
      period_from date,
      period_to date,
      area_name text not null,
      la_code integer,
      region_code text,
      possible bigint,
      attended bigint,
      absent bigint,
      authorised bigint,
      unauthorised bigint,
      late bigint,
      reasons jsonb not null default '{}',
      enrolments numeric,
      persistent bigint,
      severe bigint,
      absent_percent numeric,
      authorised_percent numeric,
      unauthorised_percent numeric,
      persistent_percent numeric,
      severe_percent numeric,
      symbols jsonb not null default '{}',
      source text not null,
      published_on date not null,
      loaded_at timestamptz not null default now(),
      primary key (series, academic_year, term, level, area_code, phase),
      constraint published_figure_series check (series in ('DAILY', 'CENSUS')),
      constraint published_figure_term check (term in ('YEAR', 'YEAR_TO_DATE', 'AUTUMN_SPRING', 'SUMMER', 'SPRING', 'AUTUMN')),
      constraint published_figure_level check (level in ('NATIONAL', 'REGIONAL', 'LOCAL_AUTHORITY')),
      constraint published_figure_phase check (phase in ('PRIMARY', 'SECONDARY', 'SPECIAL', 'ALL')),
      constraint published_figure_la check ((level = 'LOCAL_AUTHORITY') = (la_code is not null)),
      constraint published_figure_period check (period_to >= period_from)
    )`,
    // The statistical neighbours of this authority, by their three digits.
    `create table statistical_neighbour (
      la_code integer primary key,
      name text not null,
      constraint statistical_neighbour_la check (la_code between 100 and 999)
    )`,
    ...['published_figure', 'statistical_neighbour'].flatMap(openToReaches),
    ...DAILY.map(([phase, possible, attended, authorised, unauthorised, late, enrolments, persistent]) =>
      `insert into published_figure (series, academic_year, term, level, area_code, phase, period, period_from, period_to, area_name, possible, attended, absent, authorised, unauthorised, late, enrolments, persistent_percent, source, published_on)
       values ('DAILY', 2025, 'YEAR_TO_DATE', 'NATIONAL', 'E92000001', '${phase}', 'Academic year', '2025-09-08', '2026-07-10', 'England', ${possible}, ${attended}, ${authorised} + ${unauthorised}, ${authorised}, ${unauthorised}, ${late}, ${enrolments}, ${persistent}, '${ATTENDANCE}', '2026-07-23')`),
    ...CENSUS.map(([phase, absent, persistent, severe]) =>
      `insert into published_figure (series, academic_year, term, level, area_code, phase, period, area_name, absent_percent, persistent_percent, severe_percent, source, published_on)
       values ('CENSUS', 2024, 'AUTUMN_SPRING', 'NATIONAL', 'E92000001', '${phase}', 'Autumn and spring term', 'England', ${absent}, ${persistent}, ${severe}, '${ABSENCE}', '2025-10-23')`),
  ];
}
