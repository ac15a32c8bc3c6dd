import type { Operation } from '../../../platform/graphql/operation.ts';

/** What happened to an enrolment this academic year, as the counts of a school and the lists behind them say it. */
export const RollMove = { JOINED: 'JOINED', LEFT: 'LEFT', LEFT_UNEXPLAINED: 'LEFT_UNEXPLAINED' } as const;
export type RollMove = (typeof RollMove)[keyof typeof RollMove];

export interface SchoolRoll { readonly schoolId: number; readonly joined: number; readonly left: number; readonly leftUnexplained: number }
export interface RollRow {
  readonly enrolmentId: number; readonly pupilId: number; readonly name: string; readonly schoolId: number; readonly schoolName: string; readonly ncYear: string; readonly form: string | null; readonly on: string; readonly reason: string | null;
}

/** The first school week of each school in the academic year $1. Joining is that of the groups of pupils: who comes by the end of it starts with the year. */
const FIRST = `first as (select school_id, min(week_start) as week_start from school_week where academic_year = $1::int and open_days <> 0 group by 1)`;
const LEFT = `e.ends_on >= f.week_start and e.ends_on < $2::date`;
/** Of an enrolment `e` beside the first week `f` of its school, on the day $2. */
const HOLDS: Readonly<Record<RollMove, string>> = {
  JOINED: `joined_when(e.starts_on, $1::int, f.week_start) = 'NEW' and e.starts_on <= $2::date`, LEFT, LEFT_UNEXPLAINED: `${LEFT} and coalesce(e.leaving_reason, '') = ''`,
};
const dayOf = (move: RollMove): string => (move === 'JOINED' ? 'e.starts_on' : 'e.ends_on');

/** What a list may be sorted by; by the day itself where it names nothing else. */
const ORDER: Readonly<Record<string, string>> = { pupil: 'p.search_name', school: 's.name', year: `array_position(array['N1','N2','R','1','2','3','4','5','6','7','8','9','10','11','12','13','14','X'], e.nc_year)`, reason: `nullif(e.leaving_reason, '')` };

/** Who came and went, by the roll beside the register. Whose rows is the policies' answer, of counts and lists alike. */
export class RollRepository {
  async rolls(operation: Operation, academicYear: number): Promise<SchoolRoll[]> {
    const counted = (move: RollMove): string => `(count(*) filter (where ${HOLDS[move]}))::int`;
    return operation.sql<SchoolRoll>(
      `with ${FIRST} select e.school_id as "schoolId", ${counted('JOINED')} as joined, ${counted('LEFT')} as left, ${counted('LEFT_UNEXPLAINED')} as "leftUnexplained"
       from enrolment e join first f on f.school_id = e.school_id group by 1`, [academicYear, operation.today]);
  }

  async total(operation: Operation, move: RollMove, academicYear: number, schoolIds: readonly number[], ncYear: string | null): Promise<number> {
    const [row] = await operation.sql<{ total: number }>(
      `with ${FIRST} select count(*)::int as total from enrolment e join first f on f.school_id = e.school_id where ${HOLDS[move]} and e.school_id = any ($3::int[]) and ($4::text is null or e.nc_year = $4)`, [academicYear, operation.today, [...schoolIds], ncYear]);
    return row?.total ?? 0;
  }

  /** One page of the enrolments of one kind. A pupil whose record is out of reach has no name, so that a list stays as long as its count. */
  async rows(operation: Operation, move: RollMove, academicYear: number, schoolIds: readonly number[], ncYear: string | null, sort: string, descending: boolean, offset: number, take: number): Promise<RollRow[]> {
    return operation.sql<RollRow>(
      `with ${FIRST} select e.id as "enrolmentId", e.pupil_id as "pupilId", coalesce(coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname, 'A pupil who has left') as name, e.school_id as "schoolId", s.name as "schoolName",
         e.nc_year as "ncYear", e.form, ${dayOf(move)} as "on", nullif(e.leaving_reason, '') as reason
       from enrolment e join first f on f.school_id = e.school_id join school s on s.id = e.school_id left join pupil p on p.id = e.pupil_id
       where ${HOLDS[move]} and e.school_id = any ($3::int[]) and ($4::text is null or e.nc_year = $4)
       order by ${ORDER[sort] ?? dayOf(move)} ${descending ? 'desc' : 'asc'} nulls last, e.id offset $5 limit $6`, [academicYear, operation.today, [...schoolIds], ncYear, offset, take]);
  }
}
