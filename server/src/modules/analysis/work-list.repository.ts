import { WORK_LIST_KINDS, type Standing, type WorkListKind, type WorkListLimits } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SortDirection } from './figures.inputs.ts';
import type { WorkListFilter, WorkListSort } from './work-list.inputs.ts';

/** A standing with who it is of. */
export interface StandingRow extends Standing {
  readonly enrolmentId: number; readonly pupilId: number; readonly name: string; readonly ncYear: string; readonly form: string | null; readonly schoolId: number; readonly schoolName: string;
}

/** Whose standings are asked for: of one academic year, under the limits of one day. */
export interface Asked { readonly academicYear: number; readonly limits: WorkListLimits; readonly filter: WorkListFilter }

/** The columns of pupil_standing, by the names the rules give them. */
const COLUMNS: Readonly<Record<keyof Standing, string>> = {
  academicYear: 'academic_year', marksTo: 'marks_to', possible: 'possible', absent: 'absent', recentFrom: 'recent_from', recentPossible: 'recent_possible', recentAbsent: 'recent_absent', weekPossible: 'week_possible', weekAbsent: 'week_absent',
  lastPossible: 'last_possible', lastAbsent: 'last_absent', sessionsLeft: 'sessions_left', awaySessions: 'away_sessions', awaySince: 'away_since', backSessions: 'back_sessions', backAfter: 'back_after',
  backOn: 'back_on', unauthorisedRun: 'unauthorised_run', illSessions: 'ill_sessions', penalty: 'penalty', penaltyAhead: 'penalty_ahead', nextDay: 'next_day', lateSessions: 'late_sessions',
  weekday: 'weekday', weekdayAbsent: 'weekday_absent', holidaySessions: 'holiday_sessions',
};
/** The columns of `pupil_standing s`, named as the rules name them. */
export const STANDING = Object.entries(COLUMNS).map(([name, column]) => `s.${column} as "${name}"`).join(', ');

/** A limit of the rule pack, as the statement holds it. */
const limit = (name: keyof WorkListLimits): string => `l."${name}"`;
const reaches = (absent: string, possible: string, percent: keyof WorkListLimits): string => `(${possible} > 0 and (${absent}) * 100 >= (${possible}) * ${limit(percent)})`;
const below = (absent: string, possible: string, percent: keyof WorkListLimits): string => `(${possible} > 0 and (${absent}) * 100 < (${possible}) * ${limit(percent)})`;

const EARLIER_POSSIBLE = '(s.possible - s.recent_possible)';
const EARLIER_ABSENT = '(s.absent - s.recent_absent)';
const PERSISTENT_NOW = reaches('s.absent', 's.possible', 'persistentPercent');
const NOT_PERSISTENT_NOW = below('s.absent', 's.possible', 'persistentPercent');
const SHARE = 's.absent::numeric / nullif(s.possible, 0)';
const FALL = `(s.recent_absent::int * ${EARLIER_POSSIBLE} - ${EARLIER_ABSENT} * s.recent_possible)`;

/** Which standings a list holds, and what it is sorted by, worst first. Twin of `isOnList` in shared/src/attendance. */
const LISTS: Readonly<Record<WorkListKind, { readonly holds: string; readonly by: string }>> = {
  SEVERE: { holds: reaches('s.absent', 's.possible', 'severePercent'), by: SHARE },
  NEWLY_PERSISTENT: { holds: `${PERSISTENT_NOW} and ${below(EARLIER_ABSENT, EARLIER_POSSIBLE, 'persistentPercent')}`, by: SHARE },
  NEARLY_PERSISTENT: { holds: `${NOT_PERSISTENT_NOW} and (s.absent + ${limit('nearlySessions')}) * 100 >= (s.possible + ${limit('nearlySessions')}) * ${limit('persistentPercent')}`, by: SHARE },
  RECOVERING: { holds: `${NOT_PERSISTENT_NOW} and ${reaches(EARLIER_ABSENT, EARLIER_POSSIBLE, 'persistentPercent')}`, by: `${EARLIER_ABSENT}::numeric / nullif(${EARLIER_POSSIBLE}, 0)` },
  CAME_BACK: { holds: `s.back_sessions > 0 and s.back_after >= ${limit('backAfterDays')} * 2 and s.back_sessions <= ${limit('backWithinDays')} * 2`, by: 's.back_after' },
  SHARP_FALL: {
    holds: `${EARLIER_POSSIBLE} >= ${limit('fallSessions')} and s.recent_possible >= ${limit('fallSessions')} and ${FALL} * 100 >= ${limit('fallPoints')} * s.recent_possible * ${EARLIER_POSSIBLE}`,
    by: `${FALL}::numeric / nullif(s.recent_possible::int * ${EARLIER_POSSIBLE}, 0)`,
  },
  NOT_SEEN: { holds: `s.away_sessions >= ${limit('notSeenDays')} * 2`, by: 's.away_sessions' },
  PENALTY_WATCH: { holds: `s.penalty >= ${limit('penaltyWatchSessions')}`, by: 's.penalty' },
  TEN_DAY: { holds: `s.unauthorised_run >= ${limit('returnWatchDays')} * 2`, by: 's.unauthorised_run' },
  FIFTEEN_DAY: { holds: `s.ill_sessions >= ${limit('illWatchDays')} * 2`, by: 's.ill_sessions' },
  LATENESS: { holds: `s.late_sessions >= ${limit('lateSessions')}`, by: 's.late_sessions' },
  WEEKDAY: { holds: `s.weekday_absent >= ${limit('weekdaySessions')} and s.weekday_absent * 100 >= s.absent * ${limit('weekdayPercent')}`, by: 's.weekday_absent' },
  HOLIDAY_EDGE: { holds: `s.holiday_sessions >= ${limit('holidaySessions')}`, by: 's.holiday_sessions' },
};

const ORDER: Readonly<Record<Exclude<WorkListSort, 'OWN'>, string>> = { NAME: 'p.search_name', SCHOOL: 'c.name', YEAR: `array_position(array['N1','N2','R','1','2','3','4','5','6','7','8','9','10','11','12','13','14','X'], e.nc_year)`, ABSENCE: SHARE };

/** Whether a standing `s` is on the list that `kind`, an expression, names; under the limits `l`. */
export const onListNamed = (kind: string): string => `case ${kind} ${Object.entries(LISTS).map(([name, { holds }]) => `when '${name}' then ${holds}`).join(' ')} else false end`;
/** The limits of a parameter as a row `l`. */
export const limitsRow = (limits: WorkListLimits, parameter: string): string => `json_to_record(${parameter}::json) as l (${Object.keys(limits).map((name) => `"${name}" int`).join(', ')})`;

/** The limits $1 as a row, and the standings of those on roll: of one year $2, on the day $3, of one school $4, phase $5, officer's schools $6 or year group $7. */
function asked(limits: WorkListLimits, more = ''): string {
  return `pupil_standing s
  join enrolment e on e.id = s.enrolment_id ${more}
  cross join ${limitsRow(limits, '$1')}
  where s.academic_year = $2::int and (e.ends_on is null or e.ends_on >= $3::date) and ($4::int is null or s.school_id = $4)
    and ($5::text is null or s.school_id in (select id from school where phase = $5))
    and ($6::int is null or s.school_id in (select o.school_id from school_officer o where o.user_id = $6 and o.valid_from <= $3::date and coalesce(o.valid_to, $3::date) >= $3::date))
    and ($7::text is null or e.nc_year = $7)`;
}

/** The lists of work, from the standings that imports keep. Whose rows they hold is decided by the row policies. */
export class WorkListRepository {
  /** How many rows each list has. */
  async totals(operation: Operation, scope: Asked): Promise<Record<WorkListKind, number>> {
    const counts = WORK_LIST_KINDS.map((kind) => `(count(*) filter (where ${LISTS[kind].holds}))::int as "${kind}"`).join(', ');
    const [row] = await operation.sql<Record<WorkListKind, number>>(`select ${counts} from ${asked(scope.limits)}`, valuesOf(operation, scope));
    if (row === undefined) throw new Error('A count gives one row.');
    return row;
  }

  async total(operation: Operation, kind: WorkListKind, scope: Asked): Promise<number> {
    const [row] = await operation.sql<{ total: number }>(`select count(*)::int as total from ${asked(scope.limits)} and ${LISTS[kind].holds}`, valuesOf(operation, scope));
    return row?.total ?? 0;
  }

  /** One page of a list. A pupil whose record is out of reach has no name, so that the list stays as long as its count. */
  async rows(operation: Operation, kind: WorkListKind, scope: Asked, sort: WorkListSort, direction: SortDirection, offset: number, take: number): Promise<StandingRow[]> {
    const order = sort === 'OWN' ? LISTS[kind].by : ORDER[sort];
    return operation.sql<StandingRow>(
      `select s.*, coalesce(coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname, 'A pupil who has left') as name, c.name as "schoolName"
       from (select s.enrolment_id as "enrolmentId", s.pupil_id as "pupilId", s.school_id as "schoolId", e.nc_year as "ncYear", e.form, ${STANDING},
                    row_number() over (order by ${order} ${direction === 'ASC' ? 'asc' : 'desc'} nulls last, s.enrolment_id) as place
             from ${asked(scope.limits, NAMED[sort])} and ${LISTS[kind].holds} order by place offset $8 limit $9) s
       left join pupil p on p.id = s."pupilId" join school c on c.id = s."schoolId" order by s.place`, [...valuesOf(operation, scope), offset, take]);
  }
}

/** Names are looked up for one page of rows; only a list in the order of names needs them all. */
const NAMED: Readonly<Partial<Record<WorkListSort, string>>> = { NAME: 'left join pupil p on p.id = s.pupil_id', SCHOOL: 'join school c on c.id = s.school_id' };

function valuesOf(operation: Operation, { academicYear, limits, filter }: Asked): unknown[] {
  return [JSON.stringify(limits), academicYear, operation.today, filter.schoolId ?? null, filter.phase ?? null, filter.mine ? operation.actor.userId : null, filter.ncYear ?? null];
}
