import { COUNTED_MARKS, markOfCode, NOT_RECORDED, type WorkListKind } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import { BAND_BEFORE, BAND_NOW, isMoved } from './band-moves.sql.ts';
import { holdsFor } from './cohorts.sql.ts';
import { LAST_SCHOOL_DAY } from './figures.repository.ts';
import type { PupilFilter, PupilMeasure, PupilSort, PupilSpan, SortDirection } from './figures.inputs.ts';
import type { PupilFiguresType } from './figures.type.ts';

export interface Thresholds { readonly persistent: number; readonly severe: number; readonly atRisk: number }

/** What a list is of: a whole academic year, or some weeks of it, Monday to Monday; where the filter names a half day, those of its weeks. */
export interface Listing {
  readonly academicYear: number; readonly weeks: { readonly from: string; readonly to: string } | null; readonly thresholds: Thresholds; readonly filter: PupilFilter;
  /** A year that another has followed: its year groups are of who was in them then. */
  readonly isFollowed?: boolean;
  /** Only of whom a list of work holds, and of no school among these. */
  readonly onList?: WorkListKind; readonly notAt?: readonly number[];
}

const ABSENT = '(t.authorised + t.unauthorised)';
const LATE = '(t.late_before + t.late_after)';

/** The sessions each measure of sessions adds up, of one enrolment `t`; it lists whoever has any. */
export const SESSIONS_OF = {
  EXPECTED: '(t.possible + t.missing)', POSSIBLE: 't.possible', ATTENDED: 't.attended', ABSENT, AUTHORISED: 't.authorised', UNAUTHORISED: 't.unauthorised',
  LATE, LATE_BEFORE: 't.late_before', LATE_AFTER: 't.late_after', MISSING: 't.missing', CODED: 't.coded',
} as const satisfies Readonly<Partial<Record<PupilMeasure, string>>>;
type SessionMeasure = keyof typeof SESSIONS_OF;

/** Whether a measure adds up sessions; otherwise it counts pupils. */
export const isOfSessions = (measure: PupilMeasure): measure is SessionMeasure => measure in SESSIONS_OF;

/** Which enrolments a measure of pupils counts. $2 persistent, $3 severe and $4 at-risk percentages. */
export const COUNTS: Readonly<Record<Exclude<PupilMeasure, SessionMeasure>, string>> = {
  REGISTERED: 'true',
  COUNTED: 't.possible > 0',
  NO_SESSIONS: 't.possible = 0',
  PERSISTENT: `t.possible > 0 and ${ABSENT} * 100 >= t.possible * $2::int`,
  BELOW_PERSISTENT: `t.possible > 0 and ${ABSENT} * 100 < t.possible * $2::int`,
  SEVERE: `t.possible > 0 and ${ABSENT} * 100 >= t.possible * $3::int`,
  BELOW_SEVERE: `t.possible > 0 and ${ABSENT} * 100 < t.possible * $3::int`,
  AT_RISK: `t.possible > 0 and ${ABSENT} * 100 >= t.possible * $4::int and ${ABSENT} * 100 < t.possible * $2::int`,
  // One more missed session today would reach the line.
  NEARLY_PERSISTENT: `t.possible > 0 and ${ABSENT} * 100 < t.possible * $2::int and (${ABSENT} + 1) * 100 >= (t.possible + 1) * $2::int`,
};

/** Every statement names every value, so that several ways of counting may share them. */
export const EVERY_VALUE = `($2::int, $3::int, $4::int) is not null and $8::date is not null and ($9::text is null or $9 <> '') and ($10::date is null or $10 <= $11::date) and ($12::text, $13::text) is not null and ($14::int is null or $14 >= 0) and ($15::text is null or $15 <> '') and ($16::int is null or $16 >= 0) and ($17::int is null or $17 >= 0) and ($18::text is null or $18 <> '')`;

const SHARE_MISSED = `${ABSENT}::numeric / nullif(t.possible, 0)`;
const ORDER: Readonly<Record<Exclude<PupilSort, 'SESSIONS'>, string>> = { ABSENCE: SHARE_MISSED, NAME: 'p.search_name', YEAR: 'e.nc_year', UNAUTHORISED: 't.unauthorised', LATE, MISSING: 't.missing' };

/** Rows of one school, one phase or one officer's schools, by the SQL of their school. */
const OF_SCHOOLS = (school: string): string => `($5::int is null or ${school} = $5)
  and ($6::text is null or ${school} in (select id from school where phase = $6))
  and ($7::int is null or ${school} in (select o.school_id from school_officer o where o.user_id = $7 and o.valid_from <= $8::date and coalesce(o.valid_to, $8::date) >= $8::date))`;

/** Of them, those of open schools whose marks stop before the last school day: the silent ones of `freshness`. */
const SILENT = (school: string): string => `${school} in (select s.id from school s left join school_coverage c on c.school_id = s.id where s.status_code in (1, 3) and ${LAST_SCHOOL_DAY('s.id', '$8')} > coalesce(c.marks_to, '-infinity'))`;

/** Of them, those on roll who went from one band of absence to another, one way or the other. */
const MOVED = `y.enrolment_id in (select d.enrolment_id from pupil_standing d join enrolment e on e.id = d.enrolment_id where ${isMoved('$1::int', '$8::date')} and ($16::int is null or ${BAND_BEFORE} = $16)
  and ($17::int is null or ${BAND_NOW} = $17) and ($18::text is null or $18 = case sign(${BAND_NOW} - (${BAND_BEFORE})) when 1 then 'HIGHER' when -1 then 'LOWER' else 'SAME' end))`;
const hasMoved = ({ moved, movedFrom, movedTo }: PupilFilter): boolean => Boolean(moved) || typeof movedFrom === 'number' || typeof movedTo === 'number';

export const SESSIONS = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'missing'] as const;
const ofYear = (scope: string): string => `select y.enrolment_id, y.pupil_id, y.school_id, ${SESSIONS.map((name) => `y.${name}::int`).join(', ')} from pupil_year y where ${scope}`;
/** How often one mark stands in the year's weeks. */
const ofCode = (scope: string): string => `select y.*, c.coded from (${ofYear(scope)}) y join (
    select w.enrolment_id, sum(length(w.marks) - length(replace(w.marks, $15::text, '')))::int as coded from register_week w
    where w.week_start between make_date($1, 8, 26) and make_date($1 + 1, 8, 25) and strpos(w.marks, $15::text) > 0 group by 1) c on c.enrolment_id = y.enrolment_id`;
const ofWeeks = (scope: string): string => `select y.enrolment_id, y.pupil_id, y.school_id, ${SESSIONS.map((name) => `sum(w.${name})::int as ${name}`).join(', ')}
  from pupil_year y join register_week w on w.enrolment_id = y.enrolment_id and w.week_start between greatest($10::date, make_date($1, 8, 26)) and least($11::date, make_date($1 + 1, 8, 25)) where ${scope} group by 1, 2, 3`;

/** The sessions of one half day of the week, from the marks themselves: no summary of one pupil is kept by half day. */
export const MARKS = { possible: COUNTED_MARKS.possible, attended: COUNTED_MARKS.attended, authorised: COUNTED_MARKS.authorised, unauthorised: COUNTED_MARKS.unauthorised, late_before: COUNTED_MARKS.lateBefore, late_after: COUNTED_MARKS.lateAfter, missing: COUNTED_MARKS.missing } as const;
const ofSlot = (scope: string): string => `select y.enrolment_id, y.pupil_id, y.school_id, ${SESSIONS.map((name) => `(count(*) filter (where strpos('${MARKS[name].replaceAll("'", "''")}', substr(w.marks, $14::int + 1, 1)) > 0))::int as ${name}`).join(', ')}
  from pupil_year y join register_week w on w.enrolment_id = y.enrolment_id and w.week_start between coalesce($10::date, make_date($1, 8, 26)) and coalesce($11::date, make_date($1 + 1, 8, 25)) where ${scope} group by 1, 2, 3`;

/** The last sessions of each school's marks, from where the standings count them. */
export const SPAN_FROM: Readonly<Record<PupilSpan, string>> = { RECENT_WEEKS: 'd.recent_from', LATEST_WEEK: `date_trunc('week', d.marks_to)::date` };
const ofSpan = (scope: string, span: PupilSpan): string => `select y.enrolment_id, y.pupil_id, y.school_id, ${SESSIONS.map((name) => `sum(w.${name})::int as ${name}`).join(', ')}
  from pupil_year y join pupil_standing d on d.enrolment_id = y.enrolment_id and d.academic_year = y.academic_year
  join register_week w on w.enrolment_id = y.enrolment_id and w.week_start between make_date($1, 8, 26) and make_date($1 + 1, 8, 25)
    and w.week_start ${span === 'LATEST_WEEK' ? '=' : '>='} ${SPAN_FROM[span]} where ${scope} group by 1, 2, 3`;

export class PupilFiguresRepository {
  /**
   * The enrolments a measure counts, in order, with the exact totals of the whole list. A school's figures hold the sessions of
   * those who left it, whose records it soon no longer reaches: they are listed without a name, so that the list stays as long as the figure.
   */
  async list(operation: Operation, listing: Listing, sort: PupilSort, direction: SortDirection, offset: number, take: number): Promise<{ items: PupilFiguresType[]; total: number; sessions: number | null }> {
    return { items: await this.items(operation, listing, sort, direction, offset, take), ...(await this.size(operation, listing)) };
  }

  /** How long a list is, and how many sessions of its measure it adds up. */
  async size(operation: Operation, listing: Listing): Promise<{ total: number; sessions: number | null }> {
    const { measure } = listing.filter;
    const [whole] = await operation.sql<{ total: number; sessions: number | null }>(
      `with t as (${sourceOf(listing)}) select count(*)::int as total, ${isOfSessions(measure) ? `coalesce(sum(${SESSIONS_OF[measure]}), 0)::int` : 'null::int'} as sessions from t where ${whereOf(measure)}`, valuesOf(operation, listing));
    return { total: whole?.total ?? 0, sessions: whole?.sessions ?? null };
  }

  /** Some rows of a list, without its length. */
  async items(operation: Operation, listing: Listing, sort: PupilSort, direction: SortDirection, offset: number, take: number): Promise<PupilFiguresType[]> {
    const { measure } = listing.filter;
    return operation.sql<PupilFiguresType>(
      `with t as (${sourceOf(listing)}) select t.enrolment_id as "enrolmentId", t.pupil_id as "pupilId", coalesce(coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname, 'A pupil who has left') as name, e.nc_year as "ncYear", e.form,
              t.school_id as "schoolId", s.name as "schoolName", e.ends_on as "leftOn", t.possible, t.attended, t.authorised, t.unauthorised, t.late_before as "lateBefore", t.late_after as "lateAfter", t.missing, ${measure === 'CODED' ? 't.coded' : 'null::int as coded'}, '' as "lastMarks"
       from t left join pupil p on p.id = t.pupil_id join enrolment e on e.id = t.enrolment_id join school s on s.id = t.school_id
       where ${whereOf(measure)} order by ${orderOf(sort, measure)} ${direction === 'ASC' ? 'asc' : 'desc'} nulls last, t.enrolment_id offset $19 limit $20`, [...valuesOf(operation, listing), offset, take]);
  }

  /** The marks of this week and the one before, 28 characters for each enrolment that has any. */
  async lastMarks(operation: Operation, enrolmentIds: readonly number[], monday: string): Promise<Map<number, string>> {
    const rows = await operation.sql<{ enrolmentId: number; marks: string }>(
      `select enrolment_id as "enrolmentId", 
         coalesce(max(marks) filter (where week_start = $2::date - 7), repeat(' ', 14)) || coalesce(max(marks) filter (where week_start = $2::date), repeat(' ', 14)) as marks from register_week
       where enrolment_id = any ($1) and week_start in ($2::date - 7, $2::date) group by 1`, [[...enrolmentIds], monday]);
    return new Map(rows.map((row) => [row.enrolmentId, row.marks]));
  }
}

const whereOf = (measure: PupilMeasure): string => `${isOfSessions(measure) ? `${SESSIONS_OF[measure]} > 0` : COUNTS[measure]} and ${EVERY_VALUE}`;

/** Where a list looks: schools of one kind, by the SQL of a row's school. */
export const placeOf = ({ filter, notAt = [] }: Listing, school: string): string =>
  [OF_SCHOOLS(school), ...(filter.silent ? [SILENT(school)] : []), ...(notAt.length === 0 ? [] : [`${school} <> all ('{${notAt.map(Number).join(',')}}'::int[])`])].join(' and ');

/** Whom of a place it is of: tests of enrolments `y` of a year, of a year group, of pupils who are alike, or whose band of absence moved. Empty for all. */
export const groupOf = ({ filter, onList, isFollowed = false }: Listing): string[] => [
  ...(filter.ncYear ? [isFollowed ? holdsFor('YEAR_GROUP', '$9::text', '$1') : 'y.enrolment_id in (select id from enrolment where nc_year = $9)'] : []),
  ...(filter.axis ? [holdsFor(filter.axis, '$12::text', '$1')] : []), ...(filter.across ? [holdsFor(filter.across, '$13::text', '$1')] : []), ...(hasMoved(filter) ? [MOVED] : []),
  ...(onList === undefined ? [] : [`y.enrolment_id in (select m.enrolment_id from work_list_member m where m.kind = '${onList}' and m.academic_year = $1::int)`]),
];

function sourceOf(listing: Listing): string {
  const { weeks, filter } = listing;
  const scope = ['y.academic_year = $1::int', placeOf(listing, 'y.school_id'), ...groupOf(listing)].join(' and ');
  if (filter.code) return ofCode(scope);
  if (filter.span) return ofSpan(scope, filter.span);
  return typeof filter.slot === 'number' ? ofSlot(scope) : weeks === null ? ofYear(scope) : ofWeeks(scope);
}

/** By the measure itself: its sessions, or for a measure of pupils the share they missed. */
function orderOf(sort: PupilSort, measure: PupilMeasure): string {
  if (sort !== 'SESSIONS') return ORDER[sort];
  return isOfSessions(measure) ? SESSIONS_OF[measure] : SHARE_MISSED;
}

/** What a list is asked with, $1 to $18. */
export function valuesOf(operation: Operation, { academicYear, weeks, thresholds, filter }: Listing): unknown[] {
  return [
    academicYear, thresholds.persistent, thresholds.severe, thresholds.atRisk, filter.schoolId ?? null, filter.phase ?? null, filter.mine ? operation.actor.userId : null, operation.today,
    filter.ncYear ?? null, weeks?.from ?? null, weeks?.to ?? null, filter.value ?? NOT_RECORDED, filter.acrossValue ?? NOT_RECORDED, filter.slot ?? null, filter.code ? markOfCode(filter.code) : null,
    filter.movedFrom ?? null, filter.movedTo ?? null, filter.moved ?? null,
  ];
}
