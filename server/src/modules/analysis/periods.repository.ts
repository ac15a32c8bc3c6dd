import type { SchoolTerm } from '@attendance/shared/calendar';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Scope } from './figures.repository.ts';

export class PeriodsRepository {
  /** The half terms of an academic year as most schools within a scope keep them, in order. */
  async halfTerms(operation: Operation, academicYear: number, { phase, schoolId }: Scope): Promise<SchoolTerm[]> {
    return operation.sql<SchoolTerm>(
      `with stretch as (select t.name, t.starts_on, t.ends_on, row_number() over (partition by t.school_id order by t.starts_on) as number
         from school_term t join school s on s.id = t.school_id where t.academic_year = $1 and s.status_code in (1, 3) and ($2::text is null or s.phase = $2) and ($3::int is null or s.id = $3))
       select distinct on (number) name, starts_on as "startsOn", ends_on as "endsOn" from stretch group by number, name, starts_on, ends_on order by number, count(*) desc, starts_on, ends_on`,
      [academicYear, phase, schoolId]);
  }
}
