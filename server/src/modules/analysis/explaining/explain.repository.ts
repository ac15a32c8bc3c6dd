import { MARK_ALPHABET, MARKS_BY_CATEGORY, type ExplainedMeasureName } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { LAST_SCHOOL_DAY, type Scope } from '../figures.repository.ts';
import type { ExplainedFilter } from './explain.inputs.ts';
import type { ExplainedPupilType } from './explain.type.ts';

/** What an explanation is worked out over: a year, a scope, the day the census begins its second half of summer, and the percentages in force. */
export interface Explained { readonly measure: ExplainedMeasureName; readonly academicYear: number; readonly scope: Scope; readonly summerFrom: string; readonly persistent: number; readonly severe: number }

/** Totals of a definition (no side), or of its enrolments on one side for one reason. */
export interface TotalRow { readonly definition: string; readonly side: string | null; readonly reason: string | null; readonly enrolments: number; readonly part: number; readonly whole: number; readonly theirPart: number; readonly theirWhole: number }
export interface SchoolCoverageRow { readonly schoolId: number; readonly name: string; readonly marksTo: string | null; readonly marksToSession: string | null; readonly changedOn: string | null; readonly expectedTo: string; readonly pupils: number; readonly schoolDays: number }
export interface SessionSums {
  readonly firstWeek: string | null; readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number; readonly missing: number;
  readonly notPossible: number; readonly closed: number;
}

const literal = (characters: string): string => `'${characters.replaceAll(`'`, `''`)}'`;
const MARKS = { RECORDED: MARK_ALPHABET, NOT_POSSIBLE: MARKS_BY_CATEGORY.NOT_POSSIBLE, CLOSED: MARKS_BY_CATEGORY.ADMIN } as const;
export type SessionKind = keyof typeof MARKS;
export const isSessionKind = (reason: string): reason is SessionKind => reason in MARKS;
const SUMS = [['possible', 'possible'], ['attended', 'attended'], ['authorised', 'authorised'], ['unauthorised', 'unauthorised'], ['late_before', 'lateBefore'], ['late_after', 'lateAfter'], ['missing', 'missing']] as const;
/** Rows of one phase ($2) or one school ($3). */
const WITHIN = (t: string): string => `($3::int is null or ${t}.school_id = $3) and ($2::text is null or ${t}.school_id in (select id from school where phase = $2))`;
const NAMED = `coalesce(coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname, 'A pupil who has left') as name, e.nc_year as "ncYear", e.form, e.school_id as "schoolId", s.name as "schoolName", e.ends_on as "leftOn"`;
const PEOPLE = 'join enrolment e on e.id = g.enrolment_id left join pupil p on p.id = e.pupil_id join school s on s.id = e.school_id';

/** Statements behind explanations. What each definition counts is worked out by functions of the database, so that people who see figures only get totals. */
export class ExplainRepository {
  async totals(operation: Operation, explained: Explained): Promise<TotalRow[]> {
    const counting = operation.actor.reach.kind === 'AGGREGATE' ? 'explained_totals_of_figures' : 'explained_totals';
    return operation.sql<TotalRow>(
      `select definition, side, reason, enrolments, part, whole, their_part as "theirPart", their_whole as "theirWhole"
       from ${counting}($1::text, $2::int, $3::date, $4::text, $5::int, $6::date, $7::int, $8::int)`, valuesOf(operation, explained));
  }

  /** The sessions recorded, by what they count for, and the first week with any. */
  async sessionSums(operation: Operation, { academicYear, scope }: Explained): Promise<SessionSums> {
    const [year, week] = operation.actor.reach.kind === 'AGGREGATE' ? ['school_year_total', `(select min(w.week_start) from school_week_total w where w.academic_year = $1 and ${WITHIN('w')})`] : ['pupil_year', 'min(t.first_week)'];
    const [row] = await operation.sql<SessionSums>(
      `select ${week} as "firstWeek", ${SUMS.map(([column, name]) => `coalesce(sum(t.${column}), 0)::int as "${name}"`).join(', ')}, k.*
       from ${year} t right join (select coalesce(sum(c.sessions) filter (where strpos(${literal(MARKS.NOT_POSSIBLE)}, c.mark) > 0), 0)::int as "notPossible", coalesce(sum(c.sessions) filter (where strpos(${literal(MARKS.CLOSED)}, c.mark) > 0), 0)::int as closed
         from school_code_total c where c.academic_year = $1 and ${WITHIN('c')}) k on t.academic_year = $1 and ${WITHIN('t')} group by k."notPossible", k.closed`, [academicYear, scope.phase, scope.schoolId]);
    if (row === undefined) throw new Error('A sum is always one row');
    return row;
  }

  /** Open schools of the scope, or of it and one officer, with anybody on roll, how far their marks reach, and the school days since, up to a day before which marks are expected. */
  async coverage(operation: Operation, { academicYear, scope }: Pick<Explained, 'academicYear' | 'scope'>, until = operation.today, officerId: number | null = null): Promise<SchoolCoverageRow[]> {
    const rolls = operation.actor.reach.kind === 'AGGREGATE' ? 'school_rolls_of_figures($1::date)'
      : `(select e.school_id, count(*)::int as pupils from enrolment e where e.starts_on <= $1::date and coalesce(e.ends_on, $1::date) >= $1::date group by 1)`;
    return operation.sql<SchoolCoverageRow>(
      `select c.*, case when "marksTo" >= "expectedTo" then 0 else (select count(*)::int from school_week w cross join generate_series(0, 6) day
           where w.school_id = c."schoolId" and w.week_start between coalesce("marksTo", $4::date) - 6 and "expectedTo" and (w.open_days >> day) & 1 = 1
             and w.week_start + day > coalesce("marksTo", $4::date - 1) and w.week_start + day <= "expectedTo") end as "schoolDays"
       from (select s.id as "schoolId", s.name, c.marks_to as "marksTo", c.marks_to_session as "marksToSession", (c.received_at at time zone 'Europe/London')::date as "changedOn", ${LAST_SCHOOL_DAY('s.id')} as "expectedTo", r.pupils
         from school s join ${rolls} r on r.school_id = s.id left join school_coverage c on c.school_id = s.id
         where s.status_code in (1, 3) and ($2::text is null or s.phase = $2) and ($3::int is null or s.id = $3)
           and ($5::int is null or s.id in (select o.school_id from school_officer o where o.user_id = $5 and o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date))) c
       where "expectedTo" is not null order by name, "schoolId"`, [until, scope.phase, scope.schoolId, `${academicYear}-09-01`, officerId]);
  }

  /** The enrolments of one group, in the order of names, and how many there are. */
  async pupils(operation: Operation, explained: Explained, { definition, side, reason }: ExplainedFilter, offset: number, take: number): Promise<LinePage> {
    const group = `with g as (select s.*, null::int as sessions from explained_sides($1::text, $2::int, $3::date, $4::text, $5::int, $6::date, $7::int, $8::int, null, false) s where definition = $9 and ($11::text = 'RECORDED' or (side = $10::text and reason = $11)))`;
    return pageOfLine(operation, group, 'p.search_name nulls last, g.enrolment_id', [...valuesOf(operation, explained), definition, side, reason], offset, take);
  }

  /** The enrolments with sessions that count nowhere, for one reason, and all their sessions. */
  async sessions(operation: Operation, { academicYear, scope }: Explained, kind: SessionKind, offset: number, take: number): Promise<LinePage> {
    const counted = `(length(w.marks) - length(translate(w.marks, ${literal(MARKS[kind])}, '')))`;
    const group = `with g as (select y.enrolment_id, y.possible::int, (y.authorised + y.unauthorised)::int as absent, y.possible::int as their_possible, (y.authorised + y.unauthorised)::int as their_absent, sum(${counted})::int as sessions
      from pupil_year y join register_week w on w.enrolment_id = y.enrolment_id and w.week_start between make_date($1, 8, 26) and make_date($1 + 1, 8, 25)
      where y.academic_year = $1 and ${WITHIN('y')} group by 1, 2, 3 having sum(${counted}) > 0)`;
    return pageOfLine(operation, group, 'g.sessions desc, g.enrolment_id', [academicYear, scope.phase, scope.schoolId], offset, take);
  }
}

/** Some enrolments of a line, with how many it has and how many sessions they add. */
export interface LinePage { readonly items: ExplainedPupilType[]; readonly total: number; readonly sessions: number }

/** One page of the enrolments `g` of a line, and what the whole line holds: one statement, so that `g` is worked out once. A page past the end is one row of nothing. */
export async function pageOfLine(operation: Operation, group: string, order: string, values: readonly unknown[], offset: number, take: number): Promise<LinePage> {
  const [from, most] = [`$${values.length + 1}`, `$${values.length + 2}`];
  const rows = await operation.sql<ExplainedPupilType & { total: number; allSessions: number }>(
    `${group}, x as (select g.enrolment_id as "enrolmentId", e.pupil_id as "pupilId", ${NAMED}, g.possible, g.absent, g.their_possible as "theirPossible", g.their_absent as "theirAbsent", g.sessions, row_number() over (order by ${order}) as place
       from g ${PEOPLE} order by place offset ${from} limit ${most})
     select t.*, x.* from (select count(*)::int as total, coalesce(sum(sessions), 0)::int as "allSessions" from g) t left join x on true order by x.place`, [...values, offset, take]);
  const items = rows.filter(({ enrolmentId }) => (enrolmentId as number | null) !== null).map(({ total: _, allSessions: __, ...item }) => item);
  return { items, total: rows[0]?.total ?? 0, sessions: rows[0]?.allSessions ?? 0 };
}

function valuesOf(operation: Operation, { measure, academicYear, scope, summerFrom, persistent, severe }: Explained): unknown[] {
  return [measure, academicYear, operation.today, scope.phase, scope.schoolId, summerFrom, persistent, severe];
}
